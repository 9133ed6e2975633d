//! 同一指标前后不一：前面说“办理政协提案96件”，后面说“去年86件政协提案”。
//!
//! 只比一年只有一个数的常用指标（地区生产总值、一般公共预算收入、政协提案等），指标、单位、年份都相同，两处都是确数，又不在
//! 同一段。带“约、超、突破、预计、累计、力争”的不比；差一倍以上的多半不是一回事，也不比；预算报告里同名指标分全市、市本级，一律不比。
//! 哪个数对由人核实。同名的数可能另有口径，所以只作提示。
//!
//! 依据：行文前后一致。
//!
//! ```应报
//! ——2026年1月12日在清溪县第十七届人民代表大会第五次会议上
//! 一、2025年工作回顾
//! 自觉接受监督，办理人大代表建议82件、政协提案96件。
//! 二、2026年工作安排
//! 总结去年86件政协提案办理经验，推动结果满意。
//! ```
//!
//! ```不报
//! ——2026年1月12日在清溪县第十七届人民代表大会第五次会议上
//! 一、2025年工作回顾
//! 地区生产总值168.5亿元。
//! 全县地区生产总值达到168亿元，累计完成固定资产投资320亿元。
//! 二、2026年工作安排
//! 地区生产总值达到177亿元。
//! ```

use std::collections::HashMap;

use crate::config::Severity;
use crate::rules::{Applicability, Check, FigureRef, Figures, Fix, Known, Report, Rule};
use crate::syntax::Decimal;

/// 前后不一
pub static RESTATED: Rule = Rule {
    name: "figure/restated",
    title: "前后不一",
    severity: Severity::Hint,
    source: include_str!("restated.rs"),
    check: Check::Figures(check),
};

fn check(figures: &Figures, report: &mut Report<FigureRef>) {
    let mut first: HashMap<(&str, &str, bool, i32, &str), FigureRef> = HashMap::new();
    for (at, known, period) in figures.all() {
        let Some(period) = period.filter(|period| period.first == period.last) else { continue };
        let key = (known.name, known.unit, known.change, period.first, period.part);
        let earlier = *first.entry(key).or_insert(at);
        if earlier.paragraph == at.paragraph {
            continue;
        }
        let other = figures.known(earlier);
        if known.interval.meets(other.interval) {
            report.hold(|| (vec![earlier, at], format!("{}：前后一致", known.words)));
        } else if is_near(known, other) {
            tell(earlier, other, at, known, &period.to_string(), report);
        }
    }
}

/// Less than twice as much, and for rates less than three points apart: more is another thing.
fn is_near(one: &Known, other: &Known) -> bool {
    let (low, high) = (one.value.min(other.value), one.value.max(other.value));
    let points = !one.change || high - low < Decimal::from_int(3);
    points && low > Decimal::ZERO && high < low + low
}

fn tell(earlier: FigureRef, other: &Known, at: FigureRef, known: &Known, year: &str, report: &mut Report<FigureRef>) {
    let grows = if known.change { "增长" } else { "" };
    let (name, first, second) = (known.name, &other.words, &known.words);
    let message = format!("前后不一：{year}“{name}{grows}”前面写的是{first}，这里是{second}，请核实");
    let finding = report.add(at, message);
    finding.related(earlier, format!("前面写的是{first}"));
    if let Some((digits, own)) = alike(first, second) {
        finding.alternatives([writing(earlier, own, "把前面的数")]);
        finding.fix(writing(at, digits, ""));
    }
}

/// The digits of two numbers with the same 万, 亿 and unit behind them.
fn alike<'a>(first: &'a str, second: &'a str) -> Option<(&'a str, &'a str)> {
    let digits = |words: &'a str| words.trim_end_matches(|ch: char| !ch.is_ascii_digit());
    let (one, two) = (digits(first), digits(second));
    (first[one.len()..] == second[two.len()..]).then_some((one, two))
}

fn writing(at: FigureRef, digits: &str, which: &str) -> Fix<FigureRef> {
    let title = format!("{which}改为“{digits}”（请先核实哪个数有误）");
    Fix { title, applicability: Applicability::Unsafe, edits: vec![(at, digits.to_owned())] }
}
