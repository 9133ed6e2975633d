//! 税收收入89亿元，下降4.9%，其中：增值税43亿元，下降6.6%；地方工商税收28.9亿元，增长9.3%；…。: parts each of which has its own growth, up to the
//! end of what is said of them.

use super::addition;
use super::share::whole_before;
use crate::draft::{Passage, Span};
use crate::rules::Report;
use crate::syntax::sentence::{clause_start, has, without_brackets};
use crate::syntax::{Decimal, Quantity};
use crate::text::han::is_space;

/// Words of a share that is said of the part before it.
const OWN: [&str; 7] = ["增长", "下降", "占", "为", "完成", "增幅", "降幅"];
/// Words of a clause whose number compares the part before it with another.
const COMPARED: [&str; 10] = ["比", "较", "同比", "增加", "减少", "增收", "减收", "增支", "减支", "增长"];
/// Words with which no part is told.
const STOPS: [&str; 12] = ["其中", "包括", "含", "合计", "累计", "总计", "共计", "新增", "另", "以上", "达到", "偿还"];
/// Longest label of a part, in characters.
const LABEL: usize = 24;

/// Looks at what each 其中 of a paragraph divides, but for wholes that were looked at already.
pub fn check(passage: &Passage<'_>, done: &[Span], report: &mut Report<Span>) {
    for (at, word) in passage.text().match_indices("其中").filter(|_| passage.quantities().len() > 3) {
        let Some((total, parts)) = read(passage, at, at + word.len()) else { continue };
        let sum: Decimal = parts.iter().map(|part| part.value).sum();
        // Some parts may be left out; what is far more than the whole is none of its parts.
        let (slack, far) = (addition::slack(total, &parts), total.value + total.value.half());
        let meant = sum + slack >= total.value && sum < far;
        if meant && !done.contains(&total.number) {
            addition::compare(passage, total, &parts, ["“其中”各项", "总数"], report);
        }
    }
}

/// A whole and its parts; `None` where something else is told among them.
fn read<'a>(passage: &'a Passage<'_>, marker: usize, from: usize) -> Option<(&'a Quantity, Vec<&'a Quantity>)> {
    let (text, quantities) = (passage.text(), passage.quantities());
    let end = text[from..].find('。').map_or(text.len(), |end| from + end);
    let plain = without_brackets(&text[from..end]);
    let first = quantities.partition_point(|found| found.number.start < from);
    let total = whole_before(passage, marker, quantities.get(first)?.unit).filter(|total| total.adds_up())?;
    let name = &text[clause_start(text, total.number.start)..total.number.start];
    let other = if name.contains("收入") { "支出" } else { "收入" };
    let (mut parts, mut rates, mut at) = (Vec::new(), 0, from);
    for found in quantities[first..].iter().take_while(|found| found.span.end <= end) {
        if plain.as_bytes().get(found.number.start - from) == Some(&b' ') || found.unit == "年" {
            continue;
        }
        let gap = text[at..found.number.start].trim_matches(|ch| is_space(ch) || "，,、：:；;".contains(ch));
        at = found.span.end;
        if found.is_percent() {
            has(gap, &OWN).then_some(())?;
            rates += 1;
        } else if text[found.span.end..].starts_with('的') || has(gap, &COMPARED) {
            // 比上年增加1.2亿元, 为预算5.2亿元的98%
            continue;
        } else {
            let label = gap.rsplit(['，', ',', '；', '：']).next().unwrap_or(gap);
            let plain = found.unit == total.unit && found.arabic && !found.rough;
            let part = !label.is_empty() && label.chars().count() <= LABEL && !has(gap, &STOPS);
            (plain && part && !label.contains(other)).then_some(())?;
            parts.push(found);
        }
    }
    (parts.len() > 1 && rates > 0).then_some((total, parts))
}
