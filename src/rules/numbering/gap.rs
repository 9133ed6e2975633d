//! 同级编号中间缺了号：（一）（二）之后直接是（四）。
//!
//! 多半是删改段落后忘了顺改编号，也可能是整段漏排。报之前先在两个编号之间的正文里找过缺的那个号
//! （抓取或排版常把换行丢掉，使标题接在上一段末尾），找得到就不报。无编号的部分标题、附件、名词解释之后
//! 从头编号是正常写法；附件里只查名词解释那样四条以上的“1.”“2.”。
//!
//! 依据：GB/T 9704-2012 §7.3.3（结构层次序数依次标注）。
//!
//! ```应报
//! 一、2025年工作回顾
//! 三、2026年重点任务
//! ```
//!
//! ```应报
//! （一）抓项目
//! （二）抓投资
//! （五）抓招商
//! ```
//!
//! ```不报
//! 一、2025年工作回顾
//! 全年经济稳中有进。二、2026年重点任务
//! 三、自身建设
//! ```
//!
//! ```不报
//! 2025年工作回顾
//! 一、稳增长
//! 二、促改革
//! 2026年工作安排
//! 一、扩内需
//! 二、惠民生
//! ```

use super::run;
use super::sequence::{Break, breaks};
use crate::config::Severity;
use crate::draft::structure::Run;
use crate::draft::{Draft, Place};
use crate::rules::{Applicability, Check, Report, Rule};

/// 编号缺号
pub static GAP: Rule = Rule {
    name: "numbering/gap",
    title: "编号缺号",
    severity: Severity::Warning,
    source: include_str!("gap.rs"),
    check: Check::Draft(check),
};

fn check(draft: &Draft, report: &mut Report<Place>) {
    for (index, run) in run::indexed(draft) {
        check_run(draft, index, run, report);
    }
}

fn check_run(draft: &Draft, index: usize, run: &Run, report: &mut Report<Place>) {
    for (nth, found) in breaks(&run.numbers).into_iter().enumerate().filter(|(_, found)| found.kind == Break::Gap) {
        let (before, at) = (run.items[found.index - 1], run.items[found.index]);
        let item = run::item(draft, at);
        if found.index == 1 && run::repeated_first(draft, index).is_some() {
            continue; // A duplicate 一.
        }
        if !found.pinned && run::is_hidden(draft, run.style, found.expected..item.number, Some(before), at) {
            continue;
        }
        let last = run::name(item, found.expected - 1);
        let expected = run::name(item, found.expected);
        let mut message = format!("编号缺号：上一个同级编号是“{last}”，这里应为“{expected}”");
        if !found.pinned {
            message.push_str(&format!("；若是漏了{}，请补上", run::names(item, found.expected, item.number)));
        }
        let declared = run::declared(run).filter(|(count, _)| run.numbers.last() == Some(count));
        let fix = if found.pinned {
            run::renumber_one(draft, at, found.expected, Applicability::Safe)
        } else if declared.is_some() {
            None
        } else {
            (nth == 0).then(|| run::renumber_run(draft, run)).flatten()
        };
        let finding = report.add(run::place(at), message);
        finding.related(run::place(before), "上一个同级编号");
        if let Some((_, place)) = declared {
            finding.related(place, "前面说的条数与最后一个编号相符，更像是漏了一条");
        }
        finding.fix = fix;
    }
}
