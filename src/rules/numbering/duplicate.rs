//! 同级编号重号：两个标题都是（二）。
//!
//! 多半是插入一节后忘了顺改后面的编号。两个标题文字完全相同的不报（那是整段重复，不是编号的错）。
//!
//! 依据：GB/T 9704-2012 §7.3.3（结构层次序数依次标注）。
//!
//! ```应报
//! （一）抓项目
//! （二）抓投资
//! （二）抓招商
//! （四）抓服务
//! ```
//!
//! ```不报
//! 一、工作回顾
//! （一）抓项目
//! （二）抓投资
//! 二、工作安排
//! （一）抓招商
//! （二）抓服务
//! ```

use super::run;
use super::sequence::{Break, breaks};
use crate::config::Severity;
use crate::draft::{Draft, Place};
use crate::rules::{Applicability, Check, Report, Rule};

/// 编号重号
pub static DUPLICATE: Rule = Rule {
    name: "numbering/duplicate",
    title: "编号重号",
    severity: Severity::Warning,
    source: include_str!("duplicate.rs"),
    check: Check::Draft(check),
};

fn check(draft: &Draft, report: &mut Report<Place>) {
    for (index, run) in run::indexed(draft) {
        repeated_first(draft, index, report);
        for (nth, found) in
            breaks(&run.numbers).into_iter().enumerate().filter(|(_, found)| found.kind == Break::Duplicate)
        {
            let (before, at) = (run.items[found.index - 1], run.items[found.index]);
            let item = run::item(draft, at);
            if item.opens_like(run::item(draft, before)) {
                continue;
            }
            let (own, expected) = (run::name(item, item.number), run::name(item, found.expected));
            let fix = if found.pinned {
                run::renumber_one(draft, at, found.expected, Applicability::Safe)
            } else {
                (nth == 0).then(|| run::renumber_run(draft, run)).flatten()
            };
            let message = format!("编号重号：上一个同级编号已是“{own}”，这里应为“{expected}”");
            let finding = report.add(run::place(at), message);
            finding.related(run::place(before), "已用过这个编号");
            finding.fix = fix;
        }
    }
}

/// （一）（一）（三）
fn repeated_first(draft: &Draft, index: usize, report: &mut Report<Place>) {
    let Some(before) = run::repeated_first(draft, index) else { return };
    let at = draft.structure().runs[index].items[0];
    let item = run::item(draft, at);
    let (own, expected) = (run::name(item, 1), run::name(item, 2));
    let message = format!("编号重号：上一个同级编号已是“{own}”，这里应为“{expected}”");
    let finding = report.add(run::place(at), message);
    finding.related(run::place(before), "已用过这个编号");
    finding.fix = run::renumber_one(draft, at, 2, Applicability::Safe);
}
