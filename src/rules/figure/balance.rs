//! 收入总计39.8亿元，支出总计39.8亿元，收支平衡: whether what is said to balance does, and whether what is left is the difference:
//! 总收入30.4亿元，总支出26.7亿元，当年结余3.7亿元; 收支相抵，结转下年0.4亿元.

use crate::draft::{Passage, Span};
use crate::rules::Report;
use crate::rules::accounts::{self, Entry, Found, Side, Stage};
use crate::syntax::sentence::{around, before, clause_start, has, strip};
use crate::syntax::{Decimal, Quantity};
use crate::text::han::is_space;

use super::{addition, instead, result, write, written};
use crate::config::Severity;

/// Words that say it.
const BALANCED: [&str; 3] = ["收支平衡", "收支相抵平衡", "收支持平"];
/// Words right before the two totals.
const INCOMES: [&str; 7] = ["收入总来源", "收入总计", "收入总量", "收入合计", "收入共计", "收入总额", "总收入"];
const EXPENSES: [&str; 6] = ["支出总计", "支出总量", "支出合计", "支出共计", "支出总额", "总支出"];
/// What is left of a year's income, not of several years'.
const LEFT: [&str; 8] =
    ["收支结余", "当期结余", "当年结余", "本年结余", "年终结余", "本年收支结余", "当年收支结余", "收支相抵结余"];
/// Sentences in which the two stand, the one that says so included.
const SENTENCES: usize = 3;

/// Numbers back among which an income is looked for.
const BACK: usize = 40;

/// Looks at each place that says that income and expense balance.
pub fn check(passage: &Passage<'_>, report: &mut Report<Span>) {
    let text = passage.text();
    // 为预算的99.2% stands between.
    let sums: Vec<&Quantity> = passage.quantities().iter().filter(|found| found.unit == "元").collect();
    if sums.len() < 2 {
        return;
    }
    let mut told = Vec::new();
    for three in sums.windows(3) {
        let &[income, expense, left] = three else { continue };
        if surplus(passage, income, expense, left, report) {
            told.push(left.number);
        }
    }
    for two in sums.windows(2) {
        brought_forward(passage, two[0], two[1], report);
    }
    for (at, _) in text.match_indices("减去") {
        reduced(passage, at, report);
    }
    for (at, word) in text.match_indices("相抵") {
        told.extend(carried(passage, at, at + word.len(), report));
    }
    accounts(passage, &told, report);
    for word in BALANCED {
        for (at, _) in text.match_indices(word) {
            if let Some((income, expense)) = totals(passage, at) {
                compare(passage, income, expense, word, report);
            }
        }
    }
}

/// 收入总计39.8亿元，支出总计36.5亿元，年终结余3.3亿元
fn surplus(
    passage: &Passage<'_>,
    income: &Quantity,
    expense: &Quantity,
    left: &Quantity,
    report: &mut Report<Span>,
) -> bool {
    let text = passage.text();
    let head = |found: &Quantity| {
        let head = before(text, found.number.start);
        strip(head, &["为", "达", "达到", "完成", "执行"]).unwrap_or(head)
    };
    let all = [income, expense, left];
    let exact = all.iter().all(|found| found.unit == "元" && found.arabic && !found.rough);
    let same = around(text, income.number.start) == around(text, left.number.start);
    let name = |head: &str, word: char| {
        let clause = &head[clause_start(head, head.len())..];
        clause.trim_matches(is_space).strip_suffix(word).map(|name| name.trim_end_matches(['收', '支']).to_owned())
    };
    // 社会保险基金预算收入80亿元。社会保险基金预算支出79亿元，当年结余1亿元
    let named = || {
        let (first, second) = (name(head(income), '入')?, name(head(expense), '出')?);
        let between = &text[income.span.end..expense.number.start];
        // 社会保险基金预算收入…；预算支出…
        let same = first == second && first.chars().count() > 3
            || !between.contains('。') && second.chars().count() > 1 && first.ends_with(&second);
        (same && between.matches('。').count() < 2).then_some(())
    };
    let near = same || named().is_some();
    let totals = ends(head(income), &INCOMES, "收入") && ends(head(expense), &EXPENSES, "支出");
    let meant = exact && near && totals && strip(head(left), &LEFT).is_some();
    if meant {
        remains(passage, income, &[expense], left, report);
    }
    meant
}

/// 社会保险基金预算收入年初预算61亿元，实际完成67亿元。支出预算56亿元，实际完成66亿元。年度收支结余1亿元; 支出总量, where it is
/// told, is more than 支出.
fn accounts(passage: &Passage<'_>, told: &[Span], report: &mut Report<Span>) {
    let text = passage.text();
    if !has(text, &["结余", "缺口", "赤字"]) {
        return;
    }
    let found = accounts::read(passage);
    for (index, one) in found.iter().enumerate() {
        let earlier = || found[..index].iter().rev().filter(|other| other.of.fund == one.of.fund);
        let is_sum = |entry: Entry| matches!(entry, Entry::Value(Stage::Actual) | Entry::Total { .. });
        let of = |side| {
            earlier().find(|other| (&other.of.place, other.of.side) == (&one.of.place, side) && is_sum(other.entry))
        };
        if one.entry != Entry::Left || told.contains(&one.quantity.number) {
            continue;
        }
        let Some((income, expense)) = of(Side::Income).zip(of(Side::Expense)) else { continue };
        // 调入资金12亿元, 其中养老保险收入38亿元: more than was told of, or of something else.
        let first = income.quantity.number.start.min(expense.quantity.number.start);
        let within = first..one.quantity.number.start;
        let own = |number: Span| found.iter().any(|account| account.quantity.number == number);
        let money = |other: &&Quantity| other.unit == "元" && within.contains(&other.number.start);
        if passage.quantities().iter().filter(money).all(|other| own(other.number)) {
            left_over(passage, &income.quantity, &expense.quantity, one, report);
        }
    }
}

/// What is left of the income of an account, or what it lacks.
fn left_over(passage: &Passage<'_>, income: &Quantity, expense: &Quantity, left: &Found, report: &mut Report<Span>) {
    // 累计结余 is told in the same words as 当年结余 where nothing was spent.
    let all = [income, expense, &left.quantity];
    if income.value >= expense.value && !left.falls {
        remains(passage, income, &[expense], &left.quantity, report);
    } else if income.value < expense.value && left.falls {
        remains(passage, expense, &[income], &left.quantity, report);
    } else {
        let [first, second, words] = all.map(|found| &passage.text()[found.span.range()]);
        let message = format!("分项之和：收入{first}，支出{second}，结余的正负与“{words}”不符");
        report.add(passage.span(left.quantity.number), message).severity(Severity::Hint);
    }
}

/// 收入总计69.5亿元。…支出总计68.7亿元，年终结转0.8亿元
fn brought_forward(passage: &Passage<'_>, expense: &Quantity, left: &Quantity, report: &mut Report<Span>) {
    const NAMES: [&str; 6] = ["年终结转", "年末结转", "年终结余", "年末结余", "年终结转结余", "年终结余结转"];
    let text = passage.text();
    let words = text[expense.span.end..left.number.start].trim_matches(|ch| is_space(ch) || "，,".contains(ch));
    let Some((income, last)) = NAMES.contains(&words).then(|| totals(passage, expense.span.end)).flatten() else {
        return;
    };
    // What is left is part of the expense where that is as much as the income.
    let other = !income.rounded().meets(expense.rounded());
    if last.number == expense.number && left.arabic && !left.rough && other {
        remains(passage, income, &[expense], left, report);
    }
}

/// 收入总量减去支出27.5亿元、上解1.9亿元后，结转2.8亿元: what is left of the last income told.
fn reduced(passage: &Passage<'_>, at: usize, report: &mut Report<Span>) {
    let (text, quantities) = (passage.text(), passage.quantities());
    let head = before(text, at);
    let Some(name) = INCOMES.iter().find(|name| head.ends_with(**name)) else { return };
    let first = quantities.partition_point(|found| found.number.start < at);
    let named = |found: &&Quantity| {
        let head = before(text, found.number.start);
        strip(head, &["为", "达", "达到"]).unwrap_or(head).ends_with(name)
    };
    // The last one told, which is not far.
    let income = quantities[first.saturating_sub(BACK)..first].iter().rfind(named);
    let end = around(text, at).end;
    let money: Vec<&Quantity> = quantities[first..].iter().take_while(|found| found.span.end <= end).collect();
    let Some(last) = money
        .iter()
        .position(|found| has(&text[clause_start(text, found.number.start)..found.number.start], &["结转", "结余"]))
    else {
        return;
    };
    let exact = money[..=last].iter().all(|found| found.unit == "元" && found.arabic && !found.rough);
    let Some(income) = income.filter(|income| exact && last > 0 && income.unit == "元" && !income.rough) else {
        return;
    };
    let between = &text[money[0].number.start..money[last].number.start];
    if between.contains('后') && !has(between, &["其中", "（", "("]) {
        remains(passage, income, &money[..last], money[last], report);
    }
}

/// 收入合计41.2亿元；…支出合计40.8亿元；收支相抵，结转下年0.4亿元. Gives the number that was judged.
fn carried(passage: &Passage<'_>, at: usize, end: usize, report: &mut Report<Span>) -> Option<Span> {
    let (text, quantities) = (passage.text(), passage.quantities());
    let (income, expense) = totals(passage, at)?;
    let left = quantities.get(quantities.partition_point(|found| found.number.start < end))?;
    let words = &text[end..left.number.start];
    // 收入合计272亿元，加上上年结余31亿元: more came in than the total says.
    let next = text[income.span.end..at].find("支出").map_or(at, |next| income.span.end + next);
    let adds = |words: &str| has(&words.replace("增加", ""), &["加", "上年"]);
    let more = adds(&text[income.span.end..next]) || adds(&text[expense.span.end.min(at)..at]);
    let told = words.chars().count() <= 20 && !words.contains('。') && has(words, &["结转", "结余"]);
    let exact = left.unit == "元" && left.arabic && !left.rough;
    let meant = told && exact && !more && !has(words, &["滚存", "累计", "缺口", "赤字", "其中"]);
    meant.then(|| {
        remains(passage, income, &[expense], left, report);
        left.number
    })
}

fn ends(head: &str, words: &[&str], other: &str) -> bool {
    head.ends_with(other) || strip(head, words).is_some()
}

/// Compares what is left of an income with the difference.
fn remains(
    passage: &Passage<'_>,
    income: &Quantity,
    expenses: &[&Quantity],
    left: &Quantity,
    report: &mut Report<Span>,
) {
    let spent: Decimal = expenses.iter().map(|expense| expense.value).sum();
    let all: Vec<&Quantity> = expenses.iter().copied().chain([left]).collect();
    let due = income.value - spent;
    let first: Vec<&Quantity> = std::iter::once(income).chain(expenses.iter().copied()).collect();
    let terms = written(passage, &first.iter().copied().chain([left]).collect::<Vec<_>>());
    let calculation = format!("{}={}", terms[..first.len()].join("－"), result(due, left, &first));
    if (due - left.value).abs() <= addition::slack(income, &all) {
        let places = first.iter().chain([&left]).map(|found| passage.span(found.number));
        report.hold(|| (places.collect(), calculation));
        return;
    }
    let words = &passage.text()[left.span.range()];
    let finding = report.add(passage.span(left.number), format!("分项之和：结余应为 {calculation}，与“{words}”不符"));
    finding.related(passage.span(income.number), "收入");
    for expense in expenses {
        finding.related(passage.span(expense.number), "支出");
    }
    finding.fix(write(passage, left.number, left.written(due)));
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
    let last = quantities.partition_point(|found| found.span.end <= at).max(first);
    let within = || quantities[first..last].iter().filter(|found| found.unit == "元");
    let named = |words: &'static [&'static str]| {
        within().rfind(|found| {
            let head = before(text, found.number.start);
            strip(strip(head, &["调整为", "为", "达", "达到", "完成"]).unwrap_or(head), words).is_some()
        })
    };
    let (income, expense) = (named(&INCOMES)?, named(&EXPENSES)?);
    let exact = [income, expense].iter().all(|found| found.arabic && !found.rough);
    let (one, other) = if income.span.end < expense.span.end { (income, expense) } else { (expense, income) };
    let between = &text[one.span.end..other.number.start];
    // Another income between the two has an expense of its own.
    let behind = &text[other.span.end..at];
    let upto = other.span.end + behind.find("其中").unwrap_or(behind.len());
    let compared =
        |found: &&Quantity| has(&text[clause_start(text, found.number.start)..found.number.start], &["比", "较"]);
    let rest = within().filter(|found| found.number.start > other.number.start && found.span.end <= upto);
    let apart = rest.filter(|found| !compared(found)).count() > 0;
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
