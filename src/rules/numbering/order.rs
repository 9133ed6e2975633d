//! 同级编号倒号：（四）排到了（三）前面。
//!
//! 多半是调整了段落次序而没有改编号。从“一”重新编起的不算倒号。
//!
//! 依据：GB/T 9704-2012 §7.3.3（结构层次序数依次标注）。
//!
//! ```应报
//! （一）抓项目
//! （二）抓投资
//! （四）抓招商
//! （三）抓服务
//! ```
//!
//! ```不报
//! 一、主要任务
//! （一）抓项目
//! （二）抓投资
//! 为此，要建立三项机制：
//! （一）领导机制
//! （二）督办机制
//! （三）考核机制
//! ```

use super::run;
use super::sequence::{Break, breaks};
use crate::config::Severity;
use crate::draft::{Draft, Place};
use crate::rules::{Applicability, Check, Report, Rule};

/// 编号倒号
pub static ORDER: Rule = Rule {
    name: "numbering/order",
    title: "编号倒号",
    severity: Severity::Warning,
    source: include_str!("order.rs"),
    check: Check::Draft(check),
};

fn check(draft: &Draft, report: &mut Report<Place>) {
    for run in run::of_headings(draft) {
        for (nth, found) in breaks(&run.numbers).into_iter().enumerate().filter(|(_, found)| found.kind == Break::Order)
        {
            let (before, at) = (run.items[found.index - 1], run.items[found.index]);
            let item = run::item(draft, at);
            if run::is_hidden(draft, run.style, 1..item.number, Some(before), at) {
                continue; // Another run began in a sentence between the two.
            }
            let (own, last) = (run::name(item, item.number), run::name(item, run.numbers[found.index - 1]));
            let fix = if found.pinned {
                run::renumber_one(draft, at, found.expected, Applicability::Safe)
            } else {
                (nth == 0).then(|| run::renumber_run(draft, run)).flatten()
            };
            let message = format!("编号倒号：“{own}”排在同级的“{last}”之后，请调整次序或重新编号");
            let finding = report.add(run::place(at), message);
            finding.related(run::place(before), "它前面的同级编号");
            finding.fix = fix;
        }
    }
}
