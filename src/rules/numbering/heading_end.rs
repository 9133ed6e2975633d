//! 独立成行的标题末尾多了句号，而同级的其他标题都没有。
//!
//! 标题末尾通常不用句号。报告里（一）独立成行而整组都带句号的写法很多，所以只在同一组里写法不一、
//! 带句号的是少数时才报。标题与正文同在一段的（“（一）标题。正文……”）不在此列。
//!
//! 依据：GB/T 15834-2011 B.4（标题末尾的标点）。
//!
//! ```应报
//! （一）抓项目促投资
//! 全年新开工项目大幅增加。
//! （二）抓招商强链条。
//! 全年签约项目大幅增加。
//! （三）抓服务优环境
//! 全年办件时间大幅缩短。
//! （四）抓安全保稳定
//! 全年安全生产形势平稳。
//! ```
//!
//! ```不报
//! （一）抓项目促投资。
//! 全年新开工项目大幅增加。
//! （二）抓招商强链条。
//! 全年签约项目大幅增加。
//! ```

use super::run;
use crate::config::Severity;
use crate::draft::structure::ItemRef;
use crate::draft::{Draft, Part, Place};
use crate::rules::{Applicability, Check, Fix, Report, Rule};
use crate::syntax::{Ending, Kind, Role};

/// 标题末尾句号
pub static HEADING_END: Rule = Rule {
    name: "numbering/heading-end",
    title: "标题末尾句号",
    severity: Severity::Warning,
    source: include_str!("heading_end.rs"),
    check: Check::Draft(check),
};

fn check(draft: &Draft, report: &mut Report<Place>) {
    for run in run::of_headings(draft) {
        let heading = |at: &&ItemRef| {
            let item = run::item(draft, **at);
            item.role == Role::Head && item.own_line && item.brief && item.ending != Ending::Mark
        };
        let all: Vec<ItemRef> = run.items.iter().filter(heading).copied().collect();
        let (stopped, plain): (Vec<ItemRef>, Vec<ItemRef>) =
            all.iter().partition(|at| run::item(draft, **at).ending == Ending::Stop);
        // Where some headings share their paragraph with text, a lone sentence is text as well.
        if plain.len() < 3 || stopped.len() * 3 > plain.len() || all.len() < run.items.len() {
            continue;
        }
        for at in stopped.into_iter().filter(|at| has_text(draft, *at)) {
            let message = format!("标题末尾句号：同级 {} 个标题都没有句号，这里也不用", plain.len());
            let place = Place::of(at, Part::Stop);
            let fix = Fix {
                title: "去掉句号".into(),
                applicability: Applicability::Safe,
                edits: vec![(place, String::new())],
            };
            report.add(place, message).related(run::place(plain[0]), "没有句号的同级标题").fix(fix);
        }
    }
}

/// Whether text stands under a heading. Where none does yet, its sentence may be the first of a paragraph.
fn has_text(draft: &Draft, at: ItemRef) -> bool {
    let mut behind = draft.paragraphs()[at.paragraph + 1..].iter();
    let next = behind.find(|paragraph| !matches!(paragraph.kind, Kind::Blank | Kind::Furniture));
    next.is_some_and(|next| !matches!(next.kind, Kind::Heading | Kind::Part | Kind::Appendix))
}
