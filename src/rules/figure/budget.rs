//! 完成数与预算百分比不符：“完成142.9亿元，为年初预算147.9亿元的98.6%”。
//!
//! 只查一句之内的两种写法：完成数、预算数、百分比依次相连，分母就是写在“的”前面的那个数；或者先说预算（调整为）多少、再说完成
//! 多少，“为（调整）预算的”百分之几，中间没有别的金额，可以隔着增长率。预算写在前面另一段里的，见 `figure/account`。允许四舍五入、去尾和进一。
//!
//! 依据：完成比例等于完成数除以预算数；预算执行情况报告的通行写法。
//!
//! ```应报
//! 全市一般公共预算收入完成142.9亿元，为年初预算147.9亿元的98.6%。
//! ```
//!
//! ```应报
//! 支出预算87.5亿元，执行中调整为89.1亿元，实际完成82.3亿元，为调整预算的94.1%。
//! ```
//!
//! ```不报
//! 全市一般公共预算收入完成142.9亿元，为年初预算147.9亿元的96.6%；支出预算87.5亿元，调整为89.1亿元，完成82.3亿元，为调整预算89.1亿元的92.4%。
//! ```

use super::{instead, write};
use crate::config::Severity;
use crate::draft::{Passage, Span};
use crate::rules::{Check, Report, Rule};
use crate::syntax::sentence::{around, before, strip};
use crate::syntax::{Decimal, Quantity};
use crate::text::han::is_space;

/// 预算完成比例
pub static BUDGET: Rule = Rule {
    name: "figure/budget",
    title: "预算完成比例",
    severity: Severity::Warning,
    source: include_str!("budget.rs"),
    check: Check::Text(check),
};

/// What a share is a share of, right before the number.
const BASES: [&str; 16] = [
    "预算",
    "预算数",
    "调整预算",
    "调整后预算",
    "调整预算数",
    "调整后预算数",
    "年初预算",
    "年初预算数",
    "变动预算",
    "变动预算数",
    "收入预算",
    "支出预算",
    "年度预算",
    "代编预算",
    "预期目标",
    "年度目标",
];

/// Words right before the number that is the budget, when the share only says 预算的 or 调整预算的.
const BUDGETS: [&str; 11] = [
    "预算",
    "预算为",
    "预算数",
    "预算数为",
    "预算安排",
    "年初预算",
    "年初预算为",
    "预算是",
    "预算共",
    "预算合计",
    "预算合计为",
];
const ADJUSTED: [&str; 9] =
    ["调整为", "调整到", "调整至", "调整后为", "调整预算", "调整预算为", "调整后预算", "调整后预算为", "调整预算数为"];
/// Words right before the number that was done.
const DONE: [&str; 8] = ["完成", "实际完成", "执行", "实际执行", "实际支出", "实际收入", "完成数为", "执行数为"];
/// Words before what was done that tell of no other item.
const SAME: [&str; 13] =
    ["全年", "当年", "年终", "年末", "年底", "最终", "实际", "已", "预计", "上半年", "收入", "支出", "截至年底"];
/// Words of a clause whose percentage is the growth of what was done.
const GROWTH: [&str; 2] = ["增长", "下降"];

fn check(passage: &Passage<'_>, report: &mut Report<Span>) {
    for share in passage.quantities().iter().skip(2).filter(|found| found.is_percent() && !found.rough) {
        if let Some((done, base)) = beside(passage, share).or_else(|| apart(passage, share)) {
            one(passage, done, base, share, report);
        }
    }
}

/// 完成142.9亿元，为年初预算147.9亿元的96.6%: what was done, and the budget.
fn beside<'a>(passage: &'a Passage<'_>, share: &Quantity) -> Option<(&'a Quantity, &'a Quantity)> {
    let text = passage.text();
    let [done, base] = two_before(passage, share)?;
    let of = text[base.span.end..share.number.start].trim() == "的";
    (of && is_budget_of(text, done, base)).then_some((done, base))
}

/// 完成142.9亿元，为年初预算147.9亿元: whether the second number is said to be the budget of the first.
pub(super) fn is_budget_of(text: &str, done: &Quantity, base: &Quantity) -> bool {
    let rest = without_base(before(text, base.number.start));
    let verb = rest.and_then(|rest| strip(rest, &["为", "占", "完成", "是", "完成了"]));
    verb.and_then(|verb| verb.get(done.span.end..)).is_some_and(near)
}

/// 预算调整为89.1亿元，实际完成82.3亿元，为调整预算的92.4%: what was done, and the budget.
fn apart<'a>(passage: &'a Passage<'_>, share: &Quantity) -> Option<(&'a Quantity, &'a Quantity)> {
    let text = passage.text();
    let (growth, [base, done]) = grown_before(passage, share).or_else(|| Some((None, two_before(passage, share)?)))?;
    let head = before(text, share.number.start).strip_suffix('的')?;
    let rest = without_base(head)?;
    let named = &head[rest.len()..];
    let verb = strip(rest, &["为", "占", "是", "完成"])?;
    let adjusted = named.contains("调整") || named.contains("变动");
    let end = growth.unwrap_or(done).span.end;
    (was_done(text, base, done, adjusted) && near(verb.get(end..)?)).then_some((done, base))
}

/// 支出预算调整为157.1亿元。实际支出151.3亿元，下降3.2%，完成调整预算的96.3%: the growth that stands before a share, and the two sums
/// before it.
fn grown_before<'a>(passage: &'a Passage<'_>, share: &Quantity) -> Option<(Option<&'a Quantity>, [&'a Quantity; 2])> {
    let (text, quantities) = (passage.text(), passage.quantities());
    let at = quantities.partition_point(|found| found.number.start < share.number.start);
    let [base, done, growth] = quantities.get(at.checked_sub(3)?..at)? else { return None };
    let clause = text[done.span.end..growth.number.start].trim_matches([' ', '，', ',']);
    let clause = clause.strip_prefix("同比").unwrap_or(clause);
    let money = [base, done].iter().all(|found| found.unit == "元" && found.arabic && !found.rough);
    let near = done.number.start >= around(text, share.number.start).start;
    (money && near && growth.is_percent() && GROWTH.contains(&clause)).then_some((Some(growth), [base, done]))
}

/// 预算调整为89.1亿元，实际完成82.3亿元: whether the first number is a budget, as adjusted or as it was, and the second
/// what was done of it.
pub(super) fn was_done(text: &str, base: &Quantity, done: &Quantity, adjusted: bool) -> bool {
    let between = &text[base.span.end..done.number.start];
    let (words, other): (&[&str], bool) =
        if adjusted { (&ADJUSTED, false) } else { (&BUDGETS, between.contains("调整")) };
    let of_budget = strip(before(text, base.number.start), words).is_some();
    // Another item between the two has a budget of its own: 教育支出完成.
    let own = strip(between.trim_end_matches(is_space), &DONE);
    let own = own.map(|own| own.trim_matches(|ch| is_space(ch) || "，,。；;".contains(ch)));
    let same = own.is_some_and(|own| own.is_empty() || SAME.contains(&own) || own.ends_with('年'));
    of_budget && !other && same && !between.contains('、') && between.chars().count() <= 14
}

/// The two sums of money right before the share in its sentence.
fn two_before<'a>(passage: &'a Passage<'_>, share: &Quantity) -> Option<[&'a Quantity; 2]> {
    let quantities = passage.quantities();
    let at = quantities.partition_point(|found| found.number.start < share.number.start);
    let [one, two] = quantities.get(at.checked_sub(2)?..at)? else { return None };
    let money = [one, two].iter().all(|found| found.unit == "元" && !found.rough);
    (money && one.number.start >= around(passage.text(), share.number.start).start).then_some([one, two])
}

/// The text without the words for the budget at its end.
fn without_base(text: &str) -> Option<&str> {
    BASES.iter().filter_map(|word| text.strip_suffix(word)).min_by_key(|rest| rest.len())
}

fn near(gap: &str) -> bool {
    gap.trim_matches(['，', ',', ' ', '（', '(']).is_empty()
}

fn one(passage: &Passage<'_>, done: &Quantity, base: &Quantity, share: &Quantity, report: &mut Report<Span>) {
    let found = done.cut().over(base.cut()).and_then(|found| found.times(Decimal::HUNDRED));
    let Some(found) = found else { return };
    let exact = done.value.over(base.value).and_then(|found| found.times(Decimal::HUNDRED)).unwrap_or_default();
    let words = |span: Span| &passage.text()[span.range()];
    let calculation = format!("{}÷{}={exact:.*}%", words(done.span), words(base.span), share.places as usize);
    if found.meets(share.cut()) {
        let places = || [done, base, share].map(|found| passage.span(found.number)).to_vec();
        report.hold(|| (places(), calculation));
        return;
    }
    let message = format!("预算完成比例：{calculation}，与 {} 不符", words(share.span));
    let finding = report.add(passage.span(share.number), message);
    finding.related(passage.span(done.number), "完成数").related(passage.span(base.number), "预算数");
    let of = base.value.times(share.value).and_then(|value| value.over(Decimal::HUNDRED));
    let from = done.value.times(Decimal::HUNDRED).and_then(|value| value.over(share.value));
    let done = of.and_then(|value| instead(passage, done, value));
    let base = from.and_then(|value| instead(passage, base, value));
    finding.alternatives(done.into_iter().chain(base));
    finding.fix(write(passage, share.number, share.written(exact)));
}
