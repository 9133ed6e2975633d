//! 一组编号不是从“一”开始。
//!
//! 前面的编号可能被删掉了，也可能上一段丢了换行。稿件注明（上接第几版）的不报；接着前面某组同类编号往下编的
//! （有的报告各部分连续编号）不报；正文里找得到“一”的不报。
//!
//! 依据：GB/T 9704-2012 §7.3.3（结构层次序数依次标注）。
//!
//! ```应报
//! 一、2025年工作回顾
//! （二）抓投资
//! （三）抓招商
//! ```
//!
//! ```不报
//! （上接第一版）
//! 三、2026年重点任务
//! 四、自身建设
//! ```
//!
//! ```不报
//! 2025年工作回顾
//! 一、稳增长
//! 二、促改革
//! 2026年工作安排
//! 三、扩内需
//! 四、惠民生
//! ```

use super::run;
use crate::config::Severity;
use crate::draft::structure::Run;
use crate::draft::{Draft, ItemRef, Place};
use crate::rules::{Applicability, Check, Report, Rule};
use crate::syntax::Role;

/// 编号不从头
pub static START: Rule = Rule {
    name: "numbering/start",
    title: "编号不从头",
    severity: Severity::Warning,
    source: include_str!("start.rs"),
    check: Check::Draft(check),
};

fn check(draft: &Draft, report: &mut Report<Place>) {
    for run in run::of_headings(draft).filter(|run| !run.continues) {
        let Some((&at, &number)) = run.items.first().zip(run.numbers.first()) else { continue };
        let item = run::item(draft, at);
        if number == 1 || item.role != Role::Head {
            continue;
        }
        let from = run.parent.unwrap_or(ItemRef { paragraph: run.part, fact: 0 });
        if run::is_hidden(draft, run.style, 1..number, Some(from), at) || alone(run) {
            continue;
        }
        let (own, first) = (run::name(item, number), run::name(item, 1));
        let missing = run::names(item, 1, number);
        let message = format!("编号不从头：这一组从“{own}”开始，前面没有{missing}；应从“{first}”编起，若是漏了请补上");
        let fix = match run.items.len() {
            1 => run::renumber_one(draft, at, 1, Applicability::Unsafe),
            _ => run::renumber_run(draft, run),
        };
        let finding = report.add(run::place(at), message);
        if let Some(parent) = run.parent {
            finding.related(run::place(parent), "它所在的上一级标题");
        }
        finding.fix = fix;
    }
}

/// A single high number is a number of something else: a list entry, a quoted heading.
fn alone(run: &Run) -> bool {
    run.items.len() == 1 && run.numbers.first().is_some_and(|number| *number > 3)
}
