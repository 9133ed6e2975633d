//! 收入完成48.2亿元，加上级补助21.5亿元、调入资金3.1亿元，收入总计72.8亿元: whether what stands before a total of a budget adds
//! up to it.

use super::{instead, result, write, written};
use crate::draft::{Passage, Span};
use crate::rules::Report;
use crate::syntax::sentence::{around, before, has, strip, without_brackets};
use crate::syntax::{Decimal, Quantity};
use crate::text::han::is_space;

/// Words right before a total.
const TOTALS: [&str; 12] = [
    "收入总计",
    "支出总计",
    "收入总量",
    "支出总量",
    "收入合计",
    "支出合计",
    "收入共计",
    "支出共计",
    "收入总额",
    "支出总额",
    "总收入",
    "总支出",
];
/// Words of a label that make its number no item.
const OTHER: [&str; 12] = ["比", "较", "同比", "增加", "减少", "增长", "下降", "增收", "减收", "调增", "调减", "增支"];
/// Words with which the items are another thing than parts of the total.
const STOPS: [&str; 14] =
    ["其中", "包括", "减去", "扣除", "剔除", "结余", "缺口", "相抵", "合计", "总计", "共计", "总量", "分别", "平衡"];

/// Looks at the totals of a paragraph.
pub fn check(passage: &Passage<'_>, report: &mut Report<Span>) {
    for (index, total) in passage.quantities().iter().enumerate() {
        let money = total.unit == "元" && total.arabic && !total.rough;
        let head = before(passage.text(), total.number.start);
        let head = strip(head, &["为", "达", "达到"]).unwrap_or(head);
        if money && index > 1 && strip(head, &TOTALS).is_some() {
            one(passage, index, report);
        }
    }
}

fn one(passage: &Passage<'_>, index: usize, report: &mut Report<Span>) {
    let total = &passage.quantities()[index];
    let Some(items) = items(passage, index) else { return };
    let sum: Decimal = items.iter().map(|item| item.value).sum();
    let step = items.iter().map(|item| item.step).max().unwrap_or(total.step).max(total.step);
    let slack = step.half().times(Decimal::from_int(items.len() as i64 + 1)).unwrap_or(step);
    let terms = written(passage, &items.iter().copied().chain([total]).collect::<Vec<_>>());
    let calculation = format!("{}={}", terms[..items.len()].join("+"), result(sum, total, &items));
    if (sum - total.value).abs() <= slack {
        let all = std::iter::once(&total).chain(&items).map(|item| passage.span(item.number));
        report.hold(|| (all.collect(), calculation));
        return;
    }
    let words = &passage.text()[total.span.range()];
    let message = format!("分项之和：前面各项之和 {calculation}，与总计“{words}”不符");
    let finding = report.add(passage.span(total.number), message);
    for item in &items {
        finding.related(passage.span(item.number), "分项");
    }
    finding.alternatives(items.iter().filter_map(|item| instead(passage, item, total.value + item.value - sum)));
    finding.fix(write(passage, total.number, sum.over(total.factor).unwrap_or(sum).to_string()));
}

/// The sums of money before a total in its sentence: one, and those behind 加 or 加上. `None` where one of them may be
/// something else.
fn items<'a>(passage: &'a Passage<'_>, index: usize) -> Option<Vec<&'a Quantity>> {
    let (text, quantities) = (passage.text(), passage.quantities());
    let total = &quantities[index];
    let sentence = around(text, total.number.start);
    // 税收收入…；非税收入65.1亿元，加上…: the items before are part of the total too.
    if before(text, sentence.start).ends_with(['；', ';']) {
        return None;
    }
    let plain = without_brackets(&text[sentence.range()]);
    let within = quantities[..index].iter().filter(|found| found.span.start >= sentence.start);
    let mut items: Vec<&Quantity> = Vec::new();
    // Items before 加, and whether it has come.
    let (mut first, mut added) = (0, false);
    let mut at = 0;
    for found in within {
        let (start, end) = (found.number.start - sentence.start, found.span.end - sentence.start);
        if plain.as_bytes().get(start) == Some(&b' ') || found.unit == "年" || found.is_percent() {
            continue;
        }
        let label = plain.get(at..start)?.trim_matches(|ch| is_space(ch) || "，,、：:".contains(ch));
        at = end;
        if has(label, &STOPS) {
            return None;
        }
        let adds = label.starts_with('加') || has(label, &["，加", ",加", "、加"]);
        if adds && !added {
            (first, added) = (items.len(), true);
        }
        let own = label.rsplit(['，', ',']).next().unwrap_or(label);
        let of = text[found.span.end..].starts_with('的');
        if of || has(own, &OTHER) {
            continue;
        }
        if found.unit != "元" || !found.arabic || found.rough || own.is_empty() {
            return None;
        }
        items.push(found);
    }
    let tail = plain.get(at..total.number.start - sentence.start)?;
    if added && first == 0 {
        items.insert(0, base_before(passage, sentence.start)?);
        first = 1;
    }
    let fits = added && first == 1 && !tail.starts_with('等') && !has(tail, &["其中", "结余", "相抵"]);
    fits.then_some(items)
}

/// The sum that the sentence before begins with: 收入完成48.2亿元，增长5%。加上….
fn base_before<'a>(passage: &'a Passage<'_>, at: usize) -> Option<&'a Quantity> {
    let text = passage.text();
    let end = text[..at].char_indices().next_back().filter(|(_, ch)| *ch == '。')?.0;
    let sentence = around(text, end);
    let quantities = passage.quantities();
    let mut within = quantities.iter().filter(|found| found.span.start >= sentence.start && found.span.end <= end);
    let earlier = before(text, sentence.start);
    // 其中，税收收入…。非税收入…。加上…: a list in several sentences.
    let last = earlier.char_indices().next_back().map_or(0, |(at, _)| at);
    let listed = has(&earlier[around(text, last).start..], &["其中"]);
    if listed || has(&text[sentence.range()], &STOPS) || earlier.ends_with(['；', ';']) {
        return None;
    }
    let money: Vec<&Quantity> = within.by_ref().filter(|found| found.unit == "元").collect();
    let [only] = money.as_slice() else { return None };
    let label = &text[sentence.start..only.number.start];
    (only.arabic && !only.rough && !has(label, &OTHER)).then_some(*only)
}
