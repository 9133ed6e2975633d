//! 与往年报告对不上：去年的报告说2024年粮食产量20.1万吨，今年的稿子说2024年是21.6万吨，或按今年的数和“增长”反算，不是去年报的数。
//!
//! 去年的报告在稿件所在的文件夹（上方有 hegao.toml 的，还有旁边的文件夹）里自动找，要稿头写的地方、报告种类、届次都对得上而且正好早
//! 一年；也可以在 hegao.toml 里写 `reference = ["去年的报告.docx"]` 指定。问题里写明对方文件。只比一年只有一个数的常用指标，指标、单位、年份都相同，两处都是确数；
//! 今年的目标数不比。“比上年增长”只查不按可比价、可比口径算的指标（收入、进出口、提案件数等），生产总值、增加值一类不查；相差在0.3个
//! 百分点以内不报。后来公布的数可能是最终核实数，所以只作提示，由人核实。
//!
//! 依据：上一年度报告所报的数。统计数据有初步核算和最终核实之分，两年的数可能因此不同。
//!
//! 下面的“往年”是去年的报告：
//!
//! ```往年
//! ——2025年1月12日在清溪县第十七届人民代表大会第四次会议上
//! 一、2024年工作回顾
//! 粮食产量20.1万吨，外贸进出口总额3.2亿元，办理政协提案96件。
//! 二、2025年工作安排
//! 外贸进出口总额达到3.5亿元。
//! ```
//!
//! ```应报
//! ——2026年1月12日在清溪县第十七届人民代表大会第五次会议上
//! 一、2025年工作回顾
//! 2024年粮食产量21.6万吨，2025年再获丰收。
//! ```
//!
//! ```应报
//! ——2026年1月12日在清溪县第十七届人民代表大会第五次会议上
//! 一、2025年工作回顾
//! 外贸进出口总额3.4亿元，增长12.5%。
//! ```
//!
//! ```不报
//! ——2026年1月12日在清溪县第十七届人民代表大会第五次会议上
//! 一、2025年工作回顾
//! 外贸进出口总额3.4亿元，增长6.3%，粮食产量20.8万吨，同口径增长5%，办理政协提案88件。
//! ```

use std::sync::Arc;

use crate::config::{Reference, Severity, Stated};
use crate::rules::{Applicability, Check, FigureRef, Figures, Fix, Known, Report, Rule};
use crate::syntax::{Decimal, Interval};

/// 与往年不符
pub static CROSS_YEAR: Rule = Rule {
    name: "figure/cross-year",
    title: "与往年不符",
    severity: Severity::Hint,
    source: include_str!("cross_year.rs"),
    check: Check::Figures(check),
};

/// Indicators whose growth reports calculate from two numbers as they stand.
const NOMINAL: [&str; 19] = [
    "一般公共预算收入",
    "一般公共预算支出",
    "财政总收入",
    "税收收入",
    "外贸进出口总额",
    "货物进出口总额",
    "进出口总额",
    "全体居民人均可支配收入",
    "城镇居民人均可支配收入",
    "农村居民人均可支配收入",
    "居民人均可支配收入",
    "农民人均可支配收入",
    "农民人均纯收入",
    "粮食总产量",
    "粮食产量",
    "全社会用电量",
    "工业用电量",
    "政协提案",
    "社情民意信息",
];
/// Tenths of a percentage point by which a growth may differ.
const TENTHS: i64 = 3;

fn check(figures: &Figures, report: &mut Report<FigureRef>) {
    let review = figures.review();
    for reference in figures.references().iter().filter(|one| one.review.is_some() && one.review < review) {
        let mut level: Option<(FigureRef, &Known, i32, &str)> = None;
        for (at, known, period) in figures.all() {
            let Some(period) = period.filter(|period| period.first == period.last) else { continue };
            let found = |year| find(reference, known, known.change, year, period.part);
            told_again(reference, at, known, &found(period.first), &period.to_string(), report);
            if !known.change {
                level = Some((at, known, period.first, period.part));
            } else if let Some((own, value, year, part)) = level
                && own.paragraph == at.paragraph
                && (value.name, year, part) == (known.name, period.first, period.part)
            {
                let before = find(reference, value, false, year - 1, part);
                grown(reference, own, value, at, known, &before, report);
            }
        }
    }
}

/// What a report says of an indicator in a year.
fn find<'a>(reference: &'a Reference, known: &Known, change: bool, year: i32, part: &str) -> Vec<&'a Stated> {
    let same = |stated: &&Stated| {
        (stated.name, stated.unit, stated.change) == (known.name, known.unit, change)
            && (stated.year, stated.part) == (year, part)
    };
    reference.figures.iter().filter(same).collect()
}

/// The same figure told in both reports.
fn told_again(
    reference: &Arc<Reference>,
    at: FigureRef,
    known: &Known,
    found: &[&Stated],
    year: &str,
    report: &mut Report<FigureRef>,
) {
    let Some(first) = found.first() else { return };
    if found.iter().any(|stated| stated.interval.meets(known.interval)) {
        report.hold(|| (vec![at], format!("{}：与{}相同", known.words, reference.name)));
        return;
    }
    if !is_near(first, known) {
        return;
    }
    let grows = if known.change { "增长" } else { "" };
    let (name, file, words) = (known.name, &reference.name, &first.words);
    let message = format!(
        "与往年不符：{year}“{name}{grows}”这里是{}，{file}{}写的是{words}；若是最终核实数可不改，否则请核实",
        known.words,
        reference.place(first)
    );
    let finding = report.add(at, message);
    finding.outside(reference, first, format!("{file}写的是{words}"));
    let digits = |words: &str| words.trim_end_matches(|ch: char| !ch.is_ascii_digit()).to_owned();
    let (before, own) = (digits(words), digits(&known.words));
    if words[before.len()..] == known.words[own.len()..] {
        let title = format!("改为“{before}”（请先核实哪个数有误）");
        finding.fix(Fix { title, applicability: Applicability::Unsafe, edits: vec![(at, before)] });
    }
}

/// A value, its growth, and the value of the year before in the earlier report.
fn grown(
    reference: &Arc<Reference>,
    own: FigureRef,
    value: &Known,
    at: FigureRef,
    change: &Known,
    before: &[&Stated],
    report: &mut Report<FigureRef>,
) {
    if change.real || !NOMINAL.contains(&value.name) {
        return;
    }
    let near = Decimal::from_int(TENTHS).over(Decimal::from_int(10)).unwrap_or(Decimal::ZERO);
    let claimed = Interval { low: change.interval.low - near, high: change.interval.high + near };
    let fits = |stated: &&&Stated| rate(value.interval, stated.interval).is_some_and(|rate| rate.meets(claimed));
    let Some(first) = before.first() else { return };
    if before.iter().any(|stated| fits(&stated)) {
        report.hold(|| (vec![own, at], format!("{}：与{}的{}相符", change.words, reference.name, first.words)));
        return;
    }
    let exact = value.value.over(first.value).and_then(|times| times.times(Decimal::HUNDRED));
    let Some(exact) = exact.map(|times| times - Decimal::HUNDRED) else { return };
    if (exact - change.value).abs() > Decimal::from_int(20) {
        return;
    }
    let (file, words) = (&reference.name, &first.words);
    let grows = if exact < Decimal::ZERO { "下降" } else { "增长" };
    let message = format!(
        "与往年不符：“{}”{}比{file}{}所写的{words}{grows}{:.1}%，这里的增减是{}；口径或核实数有变可不改，否则请核实",
        value.name,
        value.words,
        reference.place(first),
        exact.abs(),
        change.words,
    );
    report.add(at, message).related(own, "本年的数").outside(reference, first, format!("{file}写的是{words}"));
}

/// By how many percent the second interval grew to the first.
fn rate(now: Interval, before: Interval) -> Option<Interval> {
    Some(now.over(before)?.times(Decimal::HUNDRED)?.less(Decimal::HUNDRED))
}

/// Less than twice as much, and for rates less than three points apart: more is another thing.
fn is_near(stated: &Stated, known: &Known) -> bool {
    let (low, high) = (stated.value.min(known.value), stated.value.max(known.value));
    let points = !known.change || high - low < Decimal::from_int(3);
    points && low > Decimal::ZERO && high < low + low
}
