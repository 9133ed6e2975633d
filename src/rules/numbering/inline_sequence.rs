//! “一是……二是……三是……”缺号、重号、倒号或不从“一”开始，段内和跨段都查。
//!
//! 这类条目常常一条一段，所以按整节而不是按段来数；“统一是”“第一是”之类不是编号。“第一，……第二，……”同此。
//!
//! 依据：GB/T 15834-2011 B.3.1、B.3.7（序次语）。
//!
//! ```应报
//! 我们做了以下工作：一是抓项目，二是抓投资，四是抓招商。
//! ```
//!
//! ```应报
//! 一是抓项目。新开工项目大幅增加。
//! 二是抓投资。固定资产投资稳步增长。
//! 二是抓招商。签约项目大幅增加。
//! ```
//!
//! ```不报
//! 一是抓项目。新开工项目大幅增加。
//! 二是抓投资。其中，一是扩大工业投资，二是扩大民间投资。
//! 三是抓招商。签约项目大幅增加。
//! ```

use super::run;
use super::sequence::{Anomaly, Break, breaks};
use crate::config::Severity;
use crate::draft::structure::Run;
use crate::draft::{Draft, Place};
use crate::rules::{Applicability, Check, Report, Rule};

/// 条目序号
pub static INLINE_SEQUENCE: Rule = Rule {
    name: "numbering/inline-sequence",
    title: "条目序号",
    severity: Severity::Warning,
    source: include_str!("inline_sequence.rs"),
    check: Check::Draft(check),
};

fn check(draft: &Draft, report: &mut Report<Place>) {
    for run in draft.structure().runs.iter().filter(|run| !run.style.is_heading() && !run.appendix) {
        let found = breaks(&run.numbers);
        for (nth, anomaly) in found.iter().enumerate() {
            broken(draft, run, anomaly, nth == 0, report);
        }
        started_late(draft, run, report);
    }
}

fn broken(draft: &Draft, run: &Run, found: &Anomaly, first: bool, report: &mut Report<Place>) {
    let (before, at) = (run.items[found.index - 1], run.items[found.index]);
    let item = run::item(draft, at);
    let (own, last) = (run::name(item, item.number), run::name(item, run.numbers[found.index - 1]));
    let expected = run::name(item, found.expected);
    let message = match found.kind {
        Break::Gap => {
            if !found.pinned && run::is_hidden(draft, run.style, found.expected..item.number, Some(before), at) {
                return;
            }
            format!("条目序号：“{last}”之后是“{own}”，这里应为“{expected}”；若是漏了一条，请补上")
        }
        Break::Duplicate if item.opens_like(run::item(draft, before)) => return,
        Break::Duplicate => format!("条目序号：前面已有“{last}”，这里应为“{expected}”"),
        Break::Order if run::is_hidden(draft, run.style, 1..item.number, Some(before), at) => return,
        Break::Order => format!("条目序号：“{own}”排在“{last}”之后，请调整次序或改号"),
    };
    let fix = if found.pinned {
        run::renumber_one(draft, at, found.expected, Applicability::Safe)
    } else {
        first.then(|| run::renumber_run(draft, run)).flatten()
    };
    let finding = report.add(run::place(at), message);
    finding.related(run::place(before), "上一条");
    finding.fix = fix;
}

fn started_late(draft: &Draft, run: &Run, report: &mut Report<Place>) {
    let Some((&at, &number)) = run.items.first().zip(run.numbers.first()) else { return };
    if number == 1 || run.continues || (draft.structure().cut_start && run.parent.is_none()) {
        return;
    }
    if run::is_hidden(draft, run.style, 1..number, run.parent, at) {
        return;
    }
    let item = run::item(draft, at);
    let (own, missing) = (run::name(item, number), run::names(item, 1, number));
    let message = format!("条目序号：这里是“{own}”，前面没有{missing}");
    let finding = report.add(run::place(at), message);
    finding.fix = run::renumber_run(draft, run);
}
