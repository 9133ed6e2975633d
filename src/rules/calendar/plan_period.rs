//! 五年规划的年份不对：“2026年是‘十五五’规划收官之年”，2026年是开局之年。
//!
//! 查“某年是‘十X五’规划的开局（起步、收官）之年、第N年、最后一年”；“今年”按副标题或日期行的年份算，没有就不查。
//! “十五大”“十五届”不是规划；“承上启下之年”写法不一，不查。
//!
//! 依据：历次国民经济和社会发展五年规划（计划）纲要；3,114 份公开报告里这种写法 1,364 处，按会议日期核对无一真错。
//!
//! ```应报
//! 2026年是“十五五”规划收官之年。
//! ```
//!
//! ```应报
//! 2023年是“十四五”规划实施的第二年。
//! ```
//!
//! ```不报
//! 2025年是“十四五”规划收官之年，2026年是“十五五”规划开局之年。
//! ```

use std::sync::LazyLock;

use memchr::memmem::Finder;
use regex::Regex;

use super::subject::year_before;
use super::table::PLANS;
use super::write;
use crate::config::Severity;
use crate::draft::{Passage, Span};
use crate::rules::{Check, Report, Rule};
use crate::syntax::numeral;

/// 规划年份
pub static PLAN_PERIOD: Rule = Rule {
    name: "calendar/plan-period",
    title: "规划年份",
    severity: Severity::Warning,
    source: include_str!("plan_period.rs"),
    check: Check::Text(check),
};

fn check(passage: &Passage<'_>, report: &mut Report<Span>) {
    static WORD: LazyLock<Finder<'static>> = LazyLock::new(|| Finder::new("五”"));
    static PHASE: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(
            r"[“‘](九五|十五|十[一二三四五]五)[”’](?:规划|计划|时期|发展|建设|实施|目标|任务|纲要|全面|圆满|胜利|五年)*的?(?:(开局|起步|收官)(?:起步|开局)?之?年|第([一二三四五])年|(最后)一年)",
        )
        .expect("the pattern is a constant that the tests compile")
    });
    let text = passage.text();
    if WORD.find(text.as_bytes()).is_none() {
        return;
    }
    for found in PHASE.captures_iter(text) {
        let (Some(all), Some(phase)) = (found.get(0), found.get(2).or(found.get(3)).or(found.get(4))) else { continue };
        let Some((plan, first)) = PLANS.iter().find(|(name, _)| *name == &found[1]) else { continue };
        let Some(year) = year_before(passage, all.start()) else { continue };
        let said = match phase.as_str() {
            "开局" | "起步" => 1,
            "收官" | "最后" => 5,
            nth => numeral::read(nth).map_or(0, |nth| nth as i32),
        };
        let right = year - first + 1;
        if said == right {
            let place = passage.span(Span::new(phase.start(), phase.end()));
            report.hold(|| (vec![place], format!("{year}年是“{plan}”第{said}年")));
            continue;
        }
        let own = (1..=5).contains(&right).then(|| format!("{year}年是第{}年", numeral::write(right as u32)));
        let own = own.unwrap_or_else(|| format!("{year}年不在其中"));
        let nth = if found.get(3).is_some() { "第" } else { "" };
        let words = &text[phase.start()..all.end()];
        let message = format!("规划年份：“{plan}”时期是{first}—{}年，{own}，不是{nth}{words}", first + 4);
        let finding = report.add(passage.span(Span::new(all.start(), all.end())), message);
        let word = match (phase.as_str(), right) {
            ("收官", 1) => "开局".to_owned(),
            ("开局" | "起步", 5) => "收官".to_owned(),
            ("一" | "二" | "三" | "四" | "五", 1..=5) => numeral::write(right as u32),
            _ => continue,
        };
        finding.fix(write(passage, Span::new(phase.start(), phase.end()), word));
    }
}
