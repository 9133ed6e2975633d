//! 比率与数字不符：三次产业结构之和不是100；“受理5200件，办结5096件，办结率95.6%”。
//!
//! 三次产业结构按四舍五入允许差0.1；“3:3:4”之类整数比不查。“占百分之几”按写出的总数、“其中”前面的总数、前面说过的同名的数算；总数不在
//! 稿里的（占全省、占全国），只比两个并列的占比推出的总数是否相同。办结率、采纳率、结案率等只在“总数、办结数、率”一句之内依次相连、
//! 词也相同时才算，允许四舍五入、去尾和进一。说“已全部办结”的，办结数应等于总数。
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
//! ```应报
//! 全市共有委员258名，其中中共委员102名、占39.5%，非中共委员156名、占65.0%。
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

use super::all_done;
use super::share::{self, MayChange, Told};
use super::{instead, written};
use crate::config::Severity;
use crate::draft::{Passage, Span};
use crate::rules::{Check, Report, Rule};
use crate::syntax::sentence::{around, before, clause_start, has, strip};
use crate::syntax::{Decimal, Quantity};
use crate::text::han::is_han;

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

/// Rates that have another word than what they are the rate of.
const RATES: [(&str, &[&str]); 9] = [
    ("调撤", &["调解撤诉", "调撤", "调解、撤诉", "调解和撤诉"]),
    ("结案", &["结案", "审结", "办结", "执结", "审执结"]),
    ("采纳", &["采纳"]),
    ("回复", &["回复"]),
    ("到会", &["实到", "到会", "出席"]),
    ("出席", &["出席", "实到"]),
    ("履约", &["履约"]),
    ("解决", &["解决"]),
    ("签约", &["签约"]),
];
/// Words between a number and its rate that make it the rate of something else: 法定审限内结案率.
const OTHERS: [&str; 6] = ["内", "期", "按时", "当年", "一次", "有效"];
/// Words between a number and its rate that change nothing.
const NEUTRAL: [&str; 8] = ["总体", "总", "整体", "综合", "完成", "整改", "已", "目前"];
/// Rates of cases, of which those of the year before are a part: 受理 has them, 新收 has not.
const OF_CASES: [&str; 3] = ["结案", "审结", "执结"];
/// Rates of what was saved, and words before the sum that was saved and before the one that was left.
const SAVED: [&str; 5] = ["审减", "核减", "节约", "节资", "节支"];
const ASKED: [&str; 6] = ["送审", "报送", "采购预算", "预算金额", "评审", "涉及资金"];
const GRANTED: [&str; 6] = ["审定", "定审", "核定", "中标", "成交", "实际采购"];

fn check(passage: &Passage<'_>, report: &mut Report<Span>) {
    share::check(passage, report);
    all_done::check(passage, report);
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
pub(super) fn is_part(text: &str, whole: &Quantity, done: &Quantity, words: &[&str]) -> bool {
    let exact = [whole, done].iter().all(|quantity| quantity.arabic && !quantity.rough);
    // 办结318件，阶段性办结2件: the first is no whole of the second.
    let exact = exact && strip(before(text, whole.number.start), words).is_none();
    let same = whole.unit == done.unit && whole.adds_up() && done.value <= whole.value;
    let between = &text[whole.span.end..done.number.start];
    let far = if between.contains("总投资") { 24 } else { 8 };
    let told = strip(before(text, done.number.start), words).is_some() && between.chars().count() <= far;
    exact && same && told && !is_left(text, done, words) && !has(clause(text, whole), &["其中", "增加", "减少"])
}

/// The words of its clause before a number.
fn clause<'a>(text: &'a str, found: &Quantity) -> &'a str {
    &text[clause_start(text, found.number.start)..found.number.start]
}

/// 送审金额21.9亿元，审定金额19.5亿元，审减率11%: what was saved of what was asked for.
fn saved(passage: &Passage<'_>, index: usize, word: &str, report: &mut Report<Span>) {
    let (text, quantities) = (passage.text(), passage.quantities());
    let rate = &quantities[index];
    let sentence = around(text, rate.number.start);
    let money = quantities[..index].iter().rev().take_while(|found| found.number.start >= sentence.start);
    let money: Vec<&Quantity> = money.take_while(|found| found.unit == "元" && found.arabic && !found.rough).collect();
    let exact = rate.arabic && !rate.rough && !has(clause(text, rate), &["平均", "综合"]);
    let asked = money.iter().find(|found| has(clause(text, found), &ASKED));
    let Some(asked) = asked.filter(|_| exact) else { return };
    // Where both the sum saved and the one left are told, the former comes before its rate.
    let Some(last) = money.first().filter(|last| last.number != asked.number) else { return };
    let granted = has(clause(text, last), &GRANTED);
    if !granted && !has(clause(text, last), &SAVED) {
        return;
    }
    let value = if granted { asked.value - last.value } else { last.value };
    let step = if granted { asked.step.max(last.step) } else { last.step };
    let part = Quantity { value, step, ..(*last).clone() };
    let words = written(passage, &[asked, last]);
    let terms = granted.then(|| format!("（{}－{}）÷{}", words[0], words[1], words[0]));
    let said = format!("{word}率 {} ", &text[rate.span.range()]);
    let told = Told { said, part: "与它相比的数", base: "总数", terms, may_change: MayChange::Neither };
    // Some offices take the share of what was left.
    if let Some(finding) = share::judge(passage, [&part, asked, rate], told, report) {
        finding.severity(Severity::Hint);
    }
}

/// 未完成8项, 未结407件: what is left to do.
pub(super) fn is_left(text: &str, quantity: &Quantity, words: &[&str]) -> bool {
    let head = before(text, quantity.number.start);
    head.ends_with("未结") || strip(head, words).is_some_and(|rest| rest.ends_with(['未', '没']))
}

/// m件，办结n件，办结率r%
fn rate(passage: &Passage<'_>, index: usize, report: &mut Report<Span>) {
    let text = passage.text();
    let quantities = passage.quantities();
    let rate = &quantities[index];
    let head = before(text, rate.number.start);
    let head = strip(head, &["达到", "达", "为", "是"]).unwrap_or(head);
    let Some(head) = head.strip_suffix('率') else { return };
    if let Some(word) = SAVED.iter().find(|word| head.ends_with(**word)) {
        return saved(passage, index, word, report);
    }
    let named = RATES.iter().find(|(name, _)| head.ends_with(name)).map(|(name, done)| (*name, *done));
    let own = DONE.iter().find(|word| head.ends_with(**word)).map(|word| (*word, std::slice::from_ref(word)));
    let Some((word, words)) = named.or(own) else { return };
    // 任务328项，已完成320项，未完成8项，完成率97.6%: what is left stands between.
    let at = index - usize::from(is_left(text, &quantities[index - 1], words));
    let Some([whole, done]) = at.checked_sub(2).and_then(|first| quantities.get(first..at)) else { return };
    // 签约项目86个，总投资328亿元，开工62个: a sum of money belongs to the count before.
    let money = at.checked_sub(3).map(|first| &quantities[first]).filter(|_| whole.unit == "元" && done.unit != "元");
    let whole = money.unwrap_or(whole);
    let behind = quantities[index - 1].span.end;
    let gap = &text[behind..rate.number.start];
    let next = gap.chars().count() <= word.chars().count() + 8 && !has(gap, &OTHERS);
    // 整改5096处，重大隐患整改率100%: of what is not told.
    let own = gap.trim_matches(|ch: char| !is_han(ch)).rsplit(['，', ',']).next().unwrap_or(gap);
    let own = strip(own, &["达到", "达", "为", "是"]).unwrap_or(own);
    let own = own.strip_suffix('率').and_then(|own| own.strip_suffix(word)).unwrap_or(own);
    let between = &text[around(text, whole.number.start).start..behind];
    let next = next && (own.is_empty() || NEUTRAL.contains(&own) || between.contains(own));
    let same = whole.number.start >= around(text, rate.number.start).start;
    let fresh = OF_CASES.contains(&word) && !clause(text, whole).contains("受理")
        || word == "调撤" && !clause(text, whole).contains('民');
    if !same || !next || fresh || !rate.arabic || rate.rough || !is_part(text, whole, done, words) {
        return;
    }
    let said = format!("{word}率 {} ", &text[rate.span.range()]);
    let part = format!("{word}数");
    let told = Told { said, part: &part, base: "总数", terms: None, may_change: MayChange::Both };
    share::judge(passage, [done, whole, rate], told, report);
}
