//! 税收收入89亿元，下降4.9%，其中：增值税43亿元，下降6.6%；地方工商税收28.9亿元，增长9.3%；…。: parts that may each have a growth of their own, up to
//! the end of what is said of them; and those in brackets behind their whole: 偿还本金15.9亿元（一般债券9.6亿元，专项债券6.3亿元）.

use super::addition;
use super::share::whole_before;
use crate::draft::{Passage, Span};
use crate::rules::Report;
use crate::syntax::sentence::{clause_start, has, without_brackets};
use crate::syntax::{Decimal, Quantity};
use crate::text::han::{is_han, is_space};

/// Words of a share that is said of the part before it.
const OWN: [&str; 7] = ["增长", "下降", "占", "为", "完成", "增幅", "降幅"];
/// Words of a clause whose number compares the part before it with another.
const COMPARED: [&str; 10] = ["比", "较", "同比", "增加", "减少", "增收", "减收", "增支", "减支", "增长"];
/// Words with which no part is told.
const STOPS: [&str; 14] =
    ["其中", "包括", "含", "合计", "累计", "总计", "共计", "另", "以上", "达到", "偿还", "用于", "主要", "以及"];
/// Longest label of a part, in characters.
const LABEL: usize = 24;

/// Looks at what each 其中 of a paragraph divides, but for the wholes that were looked at already; adds those that it has
/// judged.
pub fn check(passage: &Passage<'_>, told: &mut Vec<Span>, report: &mut Report<Span>) {
    let (text, quantities) = (passage.text(), passage.quantities());
    if quantities.len() < 3 {
        return;
    }
    for (at, word) in text.match_indices("其中").chain(text.match_indices("包括")) {
        let found = read(passage, at, at + word.len()).filter(|(total, _)| !told.contains(&total.number));
        if let Some((total, parts)) = found
            && judge(passage, total, &parts, &format!("“{word}”各项"), report)
        {
            told.push(total.number);
        }
    }
    for (index, total) in quantities.iter().enumerate().filter(|(_, total)| total.adds_up() && total.arabic) {
        let open = text[total.span.end..].starts_with(['（', '(']) && !total.rough && !told.contains(&total.number);
        if let Some(parts) = open.then(|| bracketed(passage, index)).flatten()
            && judge(passage, total, &parts, "括号里各项", report)
        {
            told.push(total.number);
        }
    }
}

/// Whether the numbers can be meant as the parts; if so they are compared. Some parts may be left out, others may be
/// parts of one another (民生支出, 教育支出), and so more than the whole is told only where one wrong digit explains it.
fn judge(passage: &Passage<'_>, total: &Quantity, parts: &[&Quantity], added: &str, report: &mut Report<Span>) -> bool {
    // 一般债务98.5亿元，专项债务117.1亿元；隐性债务58亿元: the first of them make up the total, the others are no parts.
    let adds_up = |parts: &[&Quantity]| {
        let sum: Decimal = parts.iter().map(|part| part.value).sum();
        (sum - total.value).abs() <= addition::slack(total, parts)
    };
    let apart = |count: usize| has(&passage.text()[parts[count - 1].span.end..parts[count].number.start], &["；", ";"]);
    let whole = (2..parts.len()).find(|count| apart(*count) && adds_up(&parts[..*count])).unwrap_or(parts.len());
    let parts = &parts[..whole];
    let sum: Decimal = parts.iter().map(|part| part.value).sum();
    let (slack, over) = (addition::slack(total, parts), sum - total.value);
    let step = parts.iter().map(|part| part.step).min().unwrap_or(total.step).min(total.step);
    let meant = over.abs() <= slack || over > slack && sum < total.value + total.value && is_digit(over, slack, step);
    if meant {
        addition::compare(passage, total, parts, [added, "总数"], report);
    }
    meant
}

/// Whether a difference is that of one digit: 3, 40, 0.2.
pub(super) fn is_digit(difference: Decimal, slack: Decimal, step: Decimal) -> bool {
    let mut unit = step;
    while unit <= difference + slack {
        let near =
            |digit: i64| unit.times(Decimal::from_int(digit)).is_some_and(|one| (one - difference).abs() <= slack);
        if (1..=9).any(near) {
            return true;
        }
        let Some(next) = unit.times(Decimal::from_int(10)) else { return false };
        unit = next;
    }
    false
}

/// The parts in brackets right behind a whole, where nothing else stands there.
fn bracketed<'a>(passage: &'a Passage<'_>, index: usize) -> Option<Vec<&'a Quantity>> {
    let (text, quantities) = (passage.text(), passage.quantities());
    let total = &quantities[index];
    let from = total.span.end + '（'.len_utf8().min(text[total.span.end..].chars().next()?.len_utf8());
    let end = from + text[from..].find(['）', ')'])?;
    let (mut parts, mut at) = (Vec::new(), from);
    for found in quantities[index + 1..].iter().take_while(|found| found.span.end <= end) {
        let gap = text[at..found.number.start].trim_matches(|ch| is_space(ch) || "，,、；;：:".contains(ch));
        let plain = found.unit == total.unit && found.arabic && !found.rough;
        let label = (2..=LABEL).contains(&gap.chars().count()) && gap.chars().all(is_han);
        (plain && label && !has(gap, &STOPS) && !has(gap, &COMPARED)).then_some(())?;
        at = found.span.end;
        parts.push(found);
    }
    (parts.len() > 1 && text[at..end].trim_matches(is_space).is_empty()).then_some(parts)
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
    // 收入38.6亿元，为预算的84.2%。其中：税收9.8亿元，非税28.8亿元: what stands between is of the whole.
    let between = text[total.span.end..marker].chars().any(|ch| ch.is_ascii_digit() || ch == '。');
    let (mut parts, mut rates, mut at) = (Vec::new(), usize::from(between), from);
    let mut shares = Decimal::ZERO;
    for found in quantities[first..].iter().take_while(|found| found.span.end <= end) {
        if plain.as_bytes().get(found.number.start - from) == Some(&b' ') || found.unit == "年" {
            continue;
        }
        let gap =
            plain[at - from..found.number.start - from].trim_matches(|ch| is_space(ch) || "，,、：:；;".contains(ch));
        at = found.span.end;
        if found.is_percent() {
            has(gap, &OWN).then_some(())?;
            rates += 1;
            let share = gap.rsplit(['，', ',']).next().is_some_and(|own| own.trim().starts_with('占'));
            shares = if share { shares + found.value } else { shares };
        } else if text[found.span.end..].starts_with('的') || has(gap, &COMPARED) {
            // 比上年增加1.2亿元, 为预算5.2亿元的98%
            continue;
        } else {
            let label = gap.rsplit(['，', ',', '；', '：']).next().unwrap_or(gap);
            let plain = found.unit == total.unit && found.arabic && !found.rough;
            let anew = gap.contains("新增") && !parts.is_empty();
            let long = label.chars().filter(|ch| !is_space(*ch)).count() > LABEL;
            // 投入4.5亿元，用于…；投入1.7亿元，用于…: what was done with the one before; 偿还本金…，兑付利息….
            let words = gap.rsplit(['；', ';']).next().unwrap_or(gap);
            let repaid = text[from..].trim_start_matches(['，', ',', '：', ':']).starts_with("偿还");
            let words = if repaid { words.replace("偿还", "") } else { words.to_owned() };
            let part = !label.is_empty() && !long && !has(&words, &STOPS) && !anew;
            (plain && part && !label.contains(other)).then_some(())?;
            parts.push(found);
        }
    }
    // 占39.5%…，占62.8%…: parts by different things.
    let apart = shares <= Decimal::from_int(101);
    let divided = plain.contains(['；', ';']);
    (parts.len() > 1 && (rates > 0 || divided) && apart).then_some((total, parts))
}
