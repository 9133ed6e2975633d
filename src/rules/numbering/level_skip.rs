//! 层次越级：“一、”下面直接用“1.”，而同一份稿的其他部分在“一、”下用“（一）”。
//!
//! 国标允许从任一层次起用，所以只在同一份稿写法不一时提示。
//!
//! 依据：GB/T 9704-2012 §7.3.3；GB/T 15834-2011 B.3.8。
//!
//! ```应报
//! 一、工作回顾
//! （一）抓项目
//! （二）抓投资
//! 二、存在问题
//! （一）项目不多
//! （二）投资不足
//! 三、工作安排
//! 1.抓招商
//! 2.抓服务
//! ```
//!
//! ```不报
//! 一、工作回顾
//! 1.抓项目
//! 2.抓投资
//! 二、工作安排
//! 1.抓招商
//! 2.抓服务
//! ```

use std::collections::HashSet;

use super::run;
use crate::config::Severity;
use crate::draft::{Draft, Place};
use crate::rules::{Check, Report, Rule};
use crate::syntax::{Role, Style};

/// 层次越级
pub static LEVEL_SKIP: Rule = Rule {
    name: "numbering/level-skip",
    title: "层次越级",
    severity: Severity::Hint,
    source: include_str!("level_skip.rs"),
    check: Check::Draft(check),
};

fn check(draft: &Draft, report: &mut Report<Place>) {
    let under_han = |style| {
        let runs = draft.structure().runs.iter().filter(move |run| run.style == style && !run.appendix);
        runs.filter(|run| {
            let head = run.items.first().is_some_and(|at| run::item(draft, *at).role == Role::Head);
            head && run.parent.is_some_and(|parent| run::item(draft, parent).style == Style::Han)
        })
    };
    let regular: Vec<_> = under_han(Style::HanParen).collect();
    let skipping: Vec<_> = under_han(Style::Digit).filter(|run| run.items.len() > 1).collect();
    if regular.len() < 2 || skipping.len() >= regular.len() {
        return;
    }
    // （一） may come first under the same heading and 1. 2. behind it.
    let parents: HashSet<_> = regular.iter().map(|run| run.parent).collect();
    for run in skipping {
        if parents.contains(&run.parent) {
            continue;
        }
        let message = "层次越级：“一、”下面直接用了“1.”，本稿其他部分在这一层用“（一）”";
        let finding = report.add(run::place(run.items[0]), message);
        finding.related(run::place(regular[0].items[0]), "其他部分的写法");
    }
}
