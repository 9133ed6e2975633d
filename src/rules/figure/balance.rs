//! 收入总计39.8亿元，支出总计39.8亿元，收支平衡: whether what is said to balance does, and whether what is left is the difference:
//! 总收入30.4亿元，总支出26.7亿元，当年结余3.7亿元; 收支相抵，结转下年0.4亿元.

use crate::draft::{Passage, Span};
use crate::rules::Report;
use crate::syntax::Quantity;
use crate::syntax::sentence::{around, before, clause_start, has, strip};

use super::{addition, instead, write};

/// Words that say it.
const BALANCED: [&str; 3] = ["收支平衡", "收支相抵平衡", "收支持平"];
/// Words right before the two totals.
const INCOMES: [&str; 5] = ["收入总计", "收入总量", "收入合计", "收入共计", "收入总额"];
const EXPENSES: [&str; 5] = ["支出总计", "支出总量", "支出合计", "支出共计", "支出总额"];
/// What is left of a year's income, not of several years'.
const LEFT: [&str; 7] =
    ["收支结余", "当年结余", "本年结余", "年终结余", "本年收支结余", "当年收支结余", "收支相抵结余"];
/// Sentences in which the two stand, the one that says so included.
const SENTENCES: usize = 3;

/// Looks at each place that says that income and expense balance.
pub fn check(passage: &Passage<'_>, report: &mut Report<Span>) {
    let text = passage.text();
    for three in passage.quantities().windows(3) {
        let [income, expense, left] = three else { continue };
        surplus(passage, income, expense, left, report);
    }
    for (at, word) in text.match_indices("相抵") {
        carried(passage, at, at + word.len(), report);
    }
    for word in BALANCED.iter().filter(|_| passage.quantities().len() > 1) {
        for (at, _) in text.match_indices(word) {
            if let Some((income, expense)) = totals(passage, at) {
                compare(passage, income, expense, word, report);
            }
        }
    }
}

/// 收入总计39.8亿元，支出总计36.5亿元，年终结余3.3亿元
fn surplus(passage: &Passage<'_>, income: &Quantity, expense: &Quantity, left: &Quantity, report: &mut Report<Span>) {
    let text = passage.text();
    let head = |found: &Quantity| {
        let head = before(text, found.number.start);
        strip(head, &["为", "达", "达到", "完成"]).unwrap_or(head)
    };
    let all = [income, expense, left];
    let exact = all.iter().all(|found| found.unit == "元" && found.arabic && !found.rough);
    let near = around(text, income.number.start) == around(text, left.number.start);
    let totals = ends(head(income), &INCOMES, "收入") && ends(head(expense), &EXPENSES, "支出");
    if exact && near && totals && strip(head(left), &LEFT).is_some() {
        addition::compare(passage, income, &[expense, left], ["支出和结余", "收入"], report);
    }
}

/// 收入合计41.2亿元；…支出合计40.8亿元；收支相抵，结转下年0.4亿元
fn carried(passage: &Passage<'_>, at: usize, end: usize, report: &mut Report<Span>) {
    let (text, quantities) = (passage.text(), passage.quantities());
    let Some((income, expense)) = totals(passage, at) else { return };
    let Some(left) = quantities.get(quantities.partition_point(|found| found.number.start < end)) else { return };
    let words = &text[end..left.number.start];
    // 收入合计272亿元，加上上年结余31亿元: more came in than the total says.
    let next = text[income.span.end..at].find("支出").map_or(at, |next| income.span.end + next);
    let more =
        has(&text[income.span.end..next], &["加", "上年"]) || has(&text[expense.span.end.min(at)..at], &["加", "上年"]);
    if more {
        return;
    }
    let told = words.chars().count() <= 12 && !words.contains('。') && has(words, &["结转", "结余"]);
    let exact = left.unit == "元" && left.arabic && !left.rough;
    if told && exact && !has(words, &["滚存", "累计", "缺口", "赤字", "其中"]) {
        addition::compare(passage, income, &[expense, left], ["支出和结余", "收入"], report);
    }
}

fn ends(head: &str, words: &[&str], other: &str) -> bool {
    head.ends_with(other) || strip(head, words).is_some()
}

/// The last total of income and the last one of expense before a place, if they stand near and side by side.
fn totals<'a>(passage: &'a Passage<'_>, at: usize) -> Option<(&'a Quantity, &'a Quantity)> {
    let (text, quantities) = (passage.text(), passage.quantities());
    let mut start = at;
    for _ in 0..SENTENCES {
        let last = text[..start].char_indices().next_back().map_or(0, |(last, _)| last);
        start = around(text, last).start;
    }
    let clause = &text[clause_start(text, at)..at];
    let first = quantities.partition_point(|found| found.span.start < start);
    let within = || quantities[first..].iter().filter(|found| found.span.end <= at && found.unit == "元");
    let named = |words: &'static [&'static str]| {
        within().rfind(|found| {
            let head = before(text, found.number.start);
            strip(strip(head, &["为", "达", "达到"]).unwrap_or(head), words).is_some()
        })
    };
    let (income, expense) = (named(&INCOMES)?, named(&EXPENSES)?);
    let exact = [income, expense].iter().all(|found| found.arabic && !found.rough);
    let (one, other) = if income.span.end < expense.span.end { (income, expense) } else { (expense, income) };
    let between = &text[one.span.end..other.number.start];
    // Another income between the two has an expense of its own.
    let apart = within().filter(|found| found.number.start > other.number.start).count() > 0;
    (exact && !apart && !has(between, &["其中"]) && !has(clause, &["基本", "实现", "保持", "按"]))
        .then_some((income, expense))
}

fn compare(passage: &Passage<'_>, income: &Quantity, expense: &Quantity, said: &str, report: &mut Report<Span>) {
    let words = |found: &Quantity| &passage.text()[found.span.range()];
    if income.rounded().meets(expense.rounded()) {
        let places = || [income, expense].map(|found| passage.span(found.number)).to_vec();
        report.hold(|| (places(), format!("收入总计{}=支出总计{}", words(income), words(expense))));
        return;
    }
    let (first, second) = (words(income), words(expense));
    let message = format!("分项之和：说“{said}”，但收入总计“{first}”与支出总计“{second}”不等");
    let finding = report.add(passage.span(expense.number), message);
    finding.related(passage.span(income.number), "收入总计");
    finding.alternatives(instead(passage, income, expense.value));
    finding.fix(write(passage, expense.number, expense.written(income.value)));
}
