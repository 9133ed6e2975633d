//! “见第六部分”，而全稿没有第六部分。
//!
//! 部分按“一、二、三、”的大标题数，没有的按“第一部分”或无编号的部分标题数。稿子还没有写到结束语（“各位代表，让我们……！”）或附件的，
//! 只作提示。
//!
//! 依据：行文前后一致。
//!
//! ```应报
//! 一、工作回顾
//! 存在的问题见第四部分。
//! 二、工作安排
//! 全年重点工作如下。
//! 三、自身建设
//! 加强学习。
//! ```
//!
//! ```不报
//! 一、工作回顾
//! 具体安排见第二部分。
//! 二、工作安排
//! 全年重点工作如下。
//! ```

use super::run;
use crate::config::Severity;
use crate::draft::{Draft, ItemRef, Part, Place};
use crate::rules::{Check, Report, Rule};
use crate::syntax::{Fact, Style};

/// 前后参见
pub static CROSS_REFERENCE: Rule = Rule {
    name: "numbering/cross-reference",
    title: "前后参见",
    severity: Severity::Warning,
    source: include_str!("cross_reference.rs"),
    check: Check::Draft(check),
};

fn check(draft: &Draft, report: &mut Report<Place>) {
    let structure = draft.structure();
    let runs = structure.runs.iter().filter(|run| matches!(run.style, Style::Part | Style::Han));
    let numbered = runs.flat_map(|run| &run.numbers).copied().max().unwrap_or(0);
    let parts = numbered.max(structure.parts as u32);
    if parts == 0 || structure.cut_start || structure.cut_end {
        return;
    }
    for (paragraph, content) in draft.paragraphs().iter().enumerate() {
        for (fact, reference) in content.facts.iter().enumerate() {
            if let Fact::Reference { number, .. } = reference
                && *number > parts
            {
                let message = format!("前后参见：本稿只有 {parts} 个部分，没有第 {number} 部分");
                let finding = report.add(Place::of(ItemRef { paragraph, fact }, Part::Whole), message);
                if !run::is_closed(draft) {
                    finding.severity(Severity::Hint);
                }
            }
        }
    }
}
