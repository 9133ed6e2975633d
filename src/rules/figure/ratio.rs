//! 比率与数字不符：三次产业结构之和不是100；“受理5200件，办结5096件，办结率95.6%”。
//!
//! 三次产业结构按四舍五入允许差0.1；“3:3:4”之类整数比不查。办结率、办复率、完成率等只在“总数、办结数、率”一句之内依次相连、
//! 词也相同时才算，允许四舍五入、去尾和进一。
//!
//! 依据：比率等于部分除以整体；GB/T 8170-2008（数值修约）。
//!
//! ```应报
//! 三次产业结构为18.4∶36.2∶46.4。
//! ```
//!
//! ```应报
//! 全年受理群众诉求5200件，办结5096件，办结率95.6%。
//! ```
//!
//! ```不报
//! 三次产业结构调整为18.4:36.2:45.5，受理诉求147件，办结133件，办结率90.4%。
//! ```
//!
//! ```不报
//! 任务328项，已完成320项，未完成8项，完成率97.6%。
//! ```
//!
//! ```不报
//! 实施项目170个，完成169个，完成投资47.5亿元，完成率97%。
//! ```

use super::{instead, write, written};
use crate::config::Severity;
use crate::draft::{Passage, Span};
use crate::rules::{Check, Report, Rule};
use crate::syntax::sentence::{around, before, clause_start, has, strip};
use crate::syntax::{Decimal, Quantity};

/// 比率不符
pub static RATIO: Rule = Rule {
    name: "figure/ratio",
    title: "比率不符",
    severity: Severity::Warning,
    source: include_str!("ratio.rs"),
    check: Check::Text(check),
};

/// What a rate is the rate of, as 办结 of 办结率.
pub(super) const DONE: [&str; 14] =
    ["办结", "办复", "完成", "整改", "达标", "销号", "化解", "答复", "立案", "审结", "开工", "竣工", "执结", "结案"];

fn check(passage: &Passage<'_>, report: &mut Report<Span>) {
    let quantities = passage.quantities();
    for (index, quantity) in quantities.iter().enumerate() {
        if quantity.is_percent() && index >= 2 {
            rate(passage, index, report);
        }
        structure(passage, index, report);
    }
}

/// 三次产业 18.4∶36.2∶45.4
fn structure(passage: &Passage<'_>, index: usize, report: &mut Report<Span>) {
    let text = passage.text();
    let Some([one, two, three]) = passage.quantities().get(index..index + 3) else { return };
    let colon =
        |left: &Quantity, right: &Quantity| matches!(text[left.span.end..right.number.start].trim(), ":" | "：" | "∶");
    let behind = &text[three.span.end..];
    // The last number may still be typed: 6∶60.6∶33 of 6∶60.6∶33.4.
    let typed = behind.is_empty() || behind.starts_with('.');
    if !colon(one, two) || !colon(two, three) || typed || behind.starts_with([':', '：', '∶']) {
        return;
    }
    let parts = [one, two, three];
    let plain = parts.iter().all(|part| !part.rough || *part == one)
        && parts.iter().all(|part| part.factor == Decimal::from_int(1));
    let sentence = around(text, one.number.start);
    let head = &text[sentence.start..one.number.start];
    let near = head.char_indices().rev().nth(40).map_or(head, |(at, _)| &head[at..]);
    let sum: Decimal = parts.iter().map(|part| part.value).sum();
    // 三次产业比例为3：3：4，城乡比例为…: another ratio.
    let clause = &text[clause_start(text, one.number.start)..one.number.start];
    let other = !clause.contains('产') && clause.find('比').is_some_and(|at| at > 0);
    if !plain || other || !has(near, &["产业结构", "三次产业", "三产", "一二三产"]) || sum <= Decimal::from_int(20)
    {
        return;
    }
    // 7∶60.6∶32.4: the first is 7.0.
    let step = parts.iter().map(|part| part.step).min().unwrap_or(one.step);
    let slack = step.half().times(Decimal::from_int(3)).unwrap_or(step);
    let places = parts.iter().map(|part| part.places).max().unwrap_or(0);
    let calculation = || format!("{}={sum:.*}", written(passage, &parts).join("+"), places as usize);
    if (sum - Decimal::HUNDRED).abs() <= slack {
        report.hold(|| (parts.map(|part| passage.span(part.number)).to_vec(), calculation()));
        return;
    }
    let message = format!("比率不符：三次产业之和 {}，应为 100", calculation());
    let finding = report.add(passage.span(Span::new(one.number.start, three.number.end)), message);
    let others = parts.iter().filter_map(|part| instead(passage, part, part.value + Decimal::HUNDRED - sum));
    finding.alternatives(others);
}

/// m件，办结n件: whether the second number is how many of the first are done.
pub(super) fn is_part(text: &str, whole: &Quantity, done: &Quantity, word: &str) -> bool {
    let exact = [whole, done].iter().all(|quantity| quantity.arabic && !quantity.rough);
    let same = whole.unit == done.unit && whole.adds_up() && done.value <= whole.value;
    let between = &text[whole.span.end..done.number.start];
    let told = strip(before(text, done.number.start), &[word]).is_some() && between.chars().count() <= 8;
    let clause = &text[clause_start(text, whole.number.start)..whole.number.start];
    exact && same && told && !is_left(text, done, word) && !has(clause, &["其中", "增加", "减少"])
}

/// 未完成8项: what is left to do.
fn is_left(text: &str, quantity: &Quantity, word: &str) -> bool {
    strip(before(text, quantity.number.start), &[word]).is_some_and(|rest| rest.ends_with(['未', '没']))
}

/// m件，办结n件，办结率r%
fn rate(passage: &Passage<'_>, index: usize, report: &mut Report<Span>) {
    let text = passage.text();
    let quantities = passage.quantities();
    let rate = &quantities[index];
    let head = before(text, rate.number.start);
    let head = strip(head, &["达到", "达", "为", "是"]).unwrap_or(head);
    let Some(head) = head.strip_suffix('率') else { return };
    let Some(word) = DONE.iter().find(|word| head.ends_with(**word)) else { return };
    // 任务328项，已完成320项，未完成8项，完成率97.6%: what is left stands between.
    let at = index - usize::from(is_left(text, &quantities[index - 1], word));
    let Some([whole, done]) = at.checked_sub(2).and_then(|first| quantities.get(first..at)) else { return };
    let behind = quantities[index - 1].span.end;
    let next = text[behind..rate.number.start].chars().count() <= word.chars().count() + 8;
    let same = whole.number.start >= around(text, rate.number.start).start;
    if !same || !next || !rate.arabic || rate.rough || !is_part(text, whole, done, word) {
        return;
    }
    let share = done.counted().over(whole.counted()).and_then(|share| share.times(Decimal::HUNDRED));
    let Some(share) = share else { return };
    let exact = done.value.over(whole.value).and_then(|share| share.times(Decimal::HUNDRED));
    let exact = exact.unwrap_or(share.low);
    let terms = written(passage, &[done, whole]).join("÷");
    let calculation = format!("{terms}={exact:.*}%", rate.places as usize);
    if share.meets(rate.cut()) {
        let places = || [whole, done, rate].map(|found| passage.span(found.number)).to_vec();
        report.hold(|| (places(), calculation));
        return;
    }
    let said = &text[rate.span.range()];
    let message = format!("比率不符：{calculation}，与{word}率 {said} 不符");
    let finding = report.add(passage.span(rate.number), message);
    finding.related(passage.span(whole.number), "总数").related(passage.span(done.number), format!("{word}数"));
    let of = |share: Decimal| whole.value.times(share)?.over(Decimal::HUNDRED);
    let from = |share: Decimal| done.value.times(Decimal::HUNDRED)?.over(share);
    let done = of(rate.value).and_then(|value| instead(passage, done, value));
    let whole = from(rate.value).and_then(|value| instead(passage, whole, value));
    finding.alternatives(done.into_iter().chain(whole));
    finding.fix(write(passage, rate.number, rate.written(exact)));
}
