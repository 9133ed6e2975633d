//! 报：忽略标记管到的地方没有它要忽略的问题。问题改好之后标记该删去，不然以后再错也看不见。
//!
//! 关着的规则不算：没有查过，不知道有没有问题。
//!
//! ```应报
//! 一、工作回顾
//! // hegao: ignore numbering/gap
//! 二、工作安排
//! ```
//!
//! ```不报
//! 一、工作回顾
//! 三、工作安排 <!-- hegao: ignore numbering/gap -->
//! ```
//!
//! 依据：本工具的约定。

use crate::config::Severity;
use crate::draft::Place;
use crate::rules::suppressed::{Mark, Suppressed};
use crate::rules::{Applicability, Check, Fix, Report, Rule, known};
use crate::syntax::suppression::Reach;

/// 忽略标记无用
pub static UNUSED: Rule = Rule {
    name: "suppression/unused",
    title: "忽略标记无用",
    severity: Severity::Info,
    source: include_str!("unused.rs"),
    check: Check::Marks(check),
};

fn check(suppressed: &Suppressed, report: &mut Report<Place>) {
    let acts = |mark: &&Mark| matches!(mark.mark.reach, Reach::Line | Reach::Begin | Reach::File);
    for mark in suppressed.marks.iter().filter(acts) {
        let unused: Vec<&str> = unused(mark);
        if unused.is_empty() {
            continue;
        }
        let message = format!("忽略标记无用：它管到的地方没有 {} 的问题；请删去", unused.join("、"));
        let finding = report.add(mark.place(), message);
        // The end of a block would be left behind, and names that are of use stay.
        if mark.mark.reach != Reach::Begin && unused.len() == mark.mark.names.len() {
            let edits = vec![(Place::bytes(mark.paragraph, mark.line), String::new())];
            finding.fix(Fix { title: "删去这条标记".into(), applicability: Applicability::Safe, edits });
        }
    }
}

/// Names of rules that let nothing pass; a name that is wrong is reported as such.
fn unused(mark: &Mark) -> Vec<&str> {
    let names = mark.mark.names.iter().zip(&mark.used).filter(|(_, used)| !**used);
    names.map(|(name, _)| name.text.as_str()).filter(|name| known(|known| known.contains(name))).collect()
}
