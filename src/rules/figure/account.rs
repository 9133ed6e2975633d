//! 预算增幅与前后两年的数不符：前面说“2025年全市一般公共预算收入完成230.6亿元”，后面说“2026年全市一般公共预算收入预计235.2亿元，
//! 比上年执行数增长5%”，应为2%。
//!
//! 只查预算报告里四本账（一般公共预算、政府性基金、国有资本经营、社会保险基金）的收入和支出，地方、账目、收支都相同，年份正好差一年，
//! 前一年的数写在稿里。写明比执行数（完成数、决算数）或比预算数的，同那个数比；没有写明的，同哪个相符都可以，都不符只提示；支出前面
//! 写明比预算的，后面没有写明的不报。同口径、剔除、可比和带“左右”“以上”的不查。“为（调整）预算的百分之几”，预算数写在前面另一段里的，也核，不符只提示：
//! 预算可能后来又调整过。允许四舍五入、去尾和进一。
//!
//! 依据：增长率等于增量除以上年数；GB/T 8170-2008（数值修约）。
//!
//! ```应报
//! 关于清溪市2025年预算执行情况和2026年预算草案的报告
//! ——2026年1月12日在清溪市第十七届人民代表大会第五次会议上
//! 一、2025年预算执行情况
//! 全市一般公共预算收入完成230.6亿元，增长1.2%。
//! 二、2026年预算草案
//! 全市一般公共预算收入预计235.2亿元，比上年执行数增长5%。
//! ```
//!
//! ```不报
//! 关于清溪市2025年预算执行情况和2026年预算草案的报告
//! ——2026年1月12日在清溪市第十七届人民代表大会第五次会议上
//! 一、2025年预算执行情况
//! 全市一般公共预算收入完成230.6亿元，增长1.2%。市级一般公共预算收入完成48.9亿元。
//! 二、2026年预算草案
//! 全市一般公共预算收入预计235.2亿元，比上年执行数增长2%。市级一般公共预算收入预计53.4亿元，同口径增长5%。
//! ```

use super::itemised;
use crate::config::Severity;
use crate::draft::ledger::Period;
use crate::rules::accounts::{Account, Against, Entry, Of, Side, Stage};
use crate::rules::{Applicability, Check, FigureRef, Figures, Fix, Report, Rule};
use crate::syntax::{Decimal, Interval};

/// 预算账目
pub static ACCOUNT: Rule = Rule {
    name: "figure/account",
    title: "预算账目",
    severity: Severity::Warning,
    source: include_str!("account.rs"),
    check: Check::Figures(check),
};

/// Percentage points between which a growth lies that is too rough to be checked.
const WIDE: i64 = 2;

/// Paragraphs between two totals of one account.
const NEAR: usize = 3;

/// An account of one year, and where it stands.
type Told<'a> = (FigureRef, &'a Account, i32);

fn check(figures: &Figures, report: &mut Report<FigureRef>) {
    let year = |period: Option<Period>| period.filter(|one| one.first == one.last && one.part.is_empty());
    let told: Vec<(FigureRef, &Account, Option<i32>)> =
        figures.accounts().map(|(at, account, period)| (at, account, year(period).map(|year| year.first))).collect();
    let values: Vec<Told<'_>> = told
        .iter()
        .filter(|(_, account, _)| matches!(account.entry, Entry::Value(_)))
        .filter_map(|(at, account, year)| Some((*at, *account, (*year)?)))
        .collect();
    totals(&told, report);
    let mut value: Option<Told<'_>> = None;
    // What the growth of an expense is against where it is not said: what was said last. Many offices hold it against the
    // budget of the year before.
    let mut usual = None;
    // Budgets that nobody wrote, by what was done of them: 支出5691亿元，完成预算的94.5%.
    let mut implied: Vec<(&Of, i32, Interval)> = Vec::new();
    for (at, account, year) in told {
        match account.entry {
            Entry::Value(_) => value = year.map(|year| (at, account, year)),
            // What a rate is of stands right before it.
            _ if value.is_none_or(|(own, of, _)| own.paragraph != at.paragraph || of.of != account.of) => {}
            Entry::Growth(against, of_year) => value.iter().for_each(|value| {
                let before = values_of(&values, &account.of, of_year.unwrap_or(value.2 - 1));
                if let (Against::Stage(stage) | Against::Real(Some(stage)), Side::Expense) = (against, account.of.side)
                {
                    usual = Some(stage);
                }
                let of = |(of, year, _): &&(&Of, i32, Interval)| **of == account.of && *year == value.2 - 1;
                let budget = implied.iter().find(of).filter(|_| against == Against::Unsaid);
                let rate = budget.and_then(|(_, _, budget)| growth(value.1.interval, *budget));
                if rate.is_none_or(|rate| !rate.meets(said(account))) {
                    let stage = grown(*value, (at, account), against, &before, usual, report);
                    usual = usual.or(stage.filter(|_| account.of.side == Side::Expense));
                }
            }),
            Entry::Left | Entry::Total { .. } => {}
            Entry::Share(stage) => value.iter().for_each(|value| {
                let budget = value.1.interval.over(account.interval).and_then(|one| one.times(Decimal::HUNDRED));
                implied.extend(budget.map(|budget| (&account.of, value.2, budget)));
                let budgets = values_of(&values, &account.of, value.2);
                fulfilled(*value, (at, account), stage, &budgets, report);
            }),
        }
    }
}

/// 收入总计390.3亿元 and, paragraphs later, 支出总计390.3亿元 of the same account.
fn totals(told: &[(FigureRef, &Account, Option<i32>)], report: &mut Report<FigureRef>) {
    let all = told.iter().filter(|(_, account, _)| matches!(account.entry, Entry::Total { .. }));
    let all: Vec<&(FigureRef, &Account, Option<i32>)> = all.collect();
    for two in all.windows(2) {
        let [(one, income, year), (other, expense, of_year)] = [two[0], two[1]];
        let sides = (income.of.side, expense.of.side) == (Side::Income, Side::Expense);
        // Social insurance may keep what it takes in.
        let same = income.of.fund != "社会保险基金预算"
            && income.of.fund == expense.of.fund
            && income.of.place == expense.of.place
            && year == of_year;
        let open = [income, expense].iter().all(|total| total.entry == Entry::Total { settled: false });
        if !sides || !same || !open || other.paragraph > one.paragraph + NEAR {
            continue;
        }
        let (first, second) = (&income.words, &expense.words);
        // What is left may be told elsewhere; it is seldom one digit and zeros.
        let difference = (income.value - expense.value).abs();
        if difference < income.step.max(expense.step) {
            report.hold(|| (vec![*one, *other], format!("收入总计{first}=支出总计{second}")));
        } else if itemised::is_digit(difference, Decimal::ZERO, income.step.min(expense.step)) {
            let message = format!("预算账目：支出总计“{second}”与前面的收入总计“{first}”不等");
            report.add(*other, message).related(*one, "收入总计").severity(Severity::Hint);
        }
    }
}

/// The values of an account in a year.
fn values_of<'a>(values: &[Told<'a>], of: &Of, year: i32) -> Vec<Told<'a>> {
    values.iter().filter(|(_, account, own)| account.of == *of && *own == year).copied().collect()
}

/// Compares a growth with the two values, and gives the base that it fits.
fn grown(
    value: Told<'_>,
    rate: (FigureRef, &Account),
    against: Against,
    before: &[Told<'_>],
    usual: Option<Stage>,
    report: &mut Report<FigureRef>,
) -> Option<Stage> {
    let (budgets, actual): (Vec<&Told<'_>>, Vec<&Told<'_>>) =
        before.iter().partition(|(_, base, _)| base.entry != Entry::Value(Stage::Actual));
    let of = |stage| before.iter().filter(|(_, base, _)| base.entry == Entry::Value(stage)).collect();
    let meant: [Vec<&Told<'_>>; 2] = match against {
        Against::Stage(stage) => [of(stage), Vec::new()],
        Against::Unsaid | Against::Real(_) => [actual, budgets],
    };
    let sure = match against {
        Against::Stage(_) => true,
        Against::Unsaid => value.1.of.side == Side::Income || usual.is_none_or(|usual| usual == Stage::Actual),
        Against::Real(_) => false,
    };
    for bases in &meant {
        let Some((at, base)) = only(bases, value.1) else { continue };
        let growth = growth(value.1.interval, base.interval);
        if growth.is_some_and(|growth| growth.meets(said(rate.1))) {
            // 0.06 against 0.05 may be anything.
            if sure && growth.is_some_and(|growth| growth.high - growth.low <= Decimal::from_int(WIDE)) {
                report.hold(|| (vec![value.0, at, rate.0], shown(value.1, base, rate.1)));
            }
            let Entry::Value(stage) = base.entry else { return None };
            return Some(stage);
        }
    }
    let named = !value.1.of.place.is_empty();
    let (at, base) = only(&meant[0], value.1).filter(|_| sure)?;
    // 392.1亿元 last year, 381亿元 this year, 增长1.5%: against the budget, though nobody says so.
    let other = (value.1.value < base.value) != (rate.1.value < Decimal::ZERO);
    if other && against == Against::Unsaid && value.1.of.side == Side::Expense && usual.is_none() {
        return None;
    }
    let message = format!("预算账目：{}，与“{}”不符", shown(value.1, base, rate.1), rate.1.words);
    let finding = report.add(rate.0, message);
    finding.related(value.0, "这一年的数").related(at, "上一年的数");
    let exact = exact(value.1, base).unwrap_or(Decimal::ZERO).abs();
    finding.fix(writing(rate.0, format!("{exact:.*}", rate.1.places as usize)));
    if against == Against::Unsaid || !named {
        finding.severity(Severity::Hint);
    }
    None
}

/// By how many percent a value is more than another.
fn growth(value: Interval, base: Interval) -> Option<Interval> {
    Some(value.over(base)?.times(Decimal::HUNDRED)?.less(Decimal::HUNDRED))
}

/// What a rate may stand for: rounded, or with digits cut off.
fn said(rate: &Account) -> Interval {
    let Interval { low, high } = rate.interval;
    let half = (high - low).half().half();
    if rate.value < Decimal::ZERO { Interval { high: high - half, low } } else { Interval { low: low + half, high } }
}

/// The only value of some that another may be held against: what is told of five years is many times as much. `None`
/// where they are several.
fn only<'a>(values: &[&Told<'a>], of: &Account) -> Option<(FigureRef, &'a Account)> {
    let near = |other: &Account| other.value < of.value + of.value && of.value < other.value + other.value;
    let same = |all: &[&Told<'a>]| {
        let (at, first, _) = all.first()?;
        all.iter().all(|(_, other, _)| other.interval.meets(first.interval)).then_some((*at, *first))
    };
    same(values).or_else(|| same(&values.iter().copied().filter(|(_, other, _)| near(other)).collect::<Vec<_>>()))
}

fn fulfilled(
    value: Told<'_>,
    rate: (FigureRef, &Account),
    stage: Stage,
    budgets: &[Told<'_>],
    report: &mut Report<FigureRef>,
) {
    // The rule of budgets looks at those that stand together. 调整预算（以下简称“预算”）
    let meant = |(at, base, _): &&Told<'_>| {
        let other = if stage == Stage::Budget { Stage::Actual } else { stage };
        at.paragraph < value.0.paragraph && (base.entry == Entry::Value(other)) == (stage != Stage::Budget)
    };
    // 高新区 may have been named in the heading.
    let bases: Vec<&Told<'_>> = budgets.iter().filter(meant).filter(|_| !value.1.of.place.is_empty()).collect();
    let Some((at, base)) = only(&bases, value.1) else { return };
    let share = value.1.interval.over(base.interval).and_then(|share| share.times(Decimal::HUNDRED));
    let exact = value.1.value.over(base.value).and_then(|share| share.times(Decimal::HUNDRED)).unwrap_or_default();
    let percent = format!("{}÷{}={exact:.*}%", value.1.words, base.words, rate.1.places as usize);
    if share.is_some_and(|share| share.meets(said(rate.1))) {
        report.hold(|| (vec![value.0, at, rate.0], percent));
        return;
    }
    let finding = report.add(rate.0, format!("预算账目：{percent}，与“{}”不符", rate.1.words));
    finding.related(value.0, "完成数").related(at, "前面写的预算数").severity(Severity::Hint);
}

fn exact(value: &Account, base: &Account) -> Option<Decimal> {
    Some(value.value.over(base.value)?.times(Decimal::HUNDRED)? - Decimal::HUNDRED)
}

/// （235.2亿元－230.6亿元）÷230.6亿元=2.0%
fn shown(value: &Account, base: &Account, rate: &Account) -> String {
    let (more, less) = if value.value >= base.value { (value, base) } else { (base, value) };
    let exact = exact(value, base).unwrap_or(Decimal::ZERO).abs();
    format!("（{}－{}）÷{}={exact:.*}%", more.words, less.words, base.words, rate.places as usize)
}

fn writing(at: FigureRef, digits: String) -> Fix<FigureRef> {
    let title = format!("改为“{digits}”（请先核实哪个数有误）");
    Fix { title, applicability: Applicability::Unsafe, edits: vec![(at, digits)] }
}
