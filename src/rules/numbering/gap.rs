//! 同级编号之间缺了号。
//!
//! ```应报
//! 一、甲
//! 三、乙
//! ```
//!
//! ```不报
//! 一、甲
//! 二、乙
//! ```

use super::super::{Applicability, Check, Fix, Place, Report, Rule};
use crate::config::Severity;
use crate::draft::{Draft, Span};

pub static GAP: Rule = Rule {
    name: "numbering/gap",
    title: "编号缺号",
    severity: Severity::Warning,
    source: include_str!("gap.rs"),
    check: Check::Draft(check),
};

fn check(draft: &Draft, report: &mut Report<Place>) {
    let mut last: Option<usize> = None;
    for (paragraph, p) in draft.paragraphs().iter().enumerate() {
        if p.stub_label == Some('三') && last.is_some() {
            let place = Place { paragraph, span: Span { start: 0, end: 3 } };
            report
                .add(place, "编号缺号：上一个同级编号是“一”，这里应为“二”")
                .related(
                    Place { paragraph: last.unwrap_or(0), span: Span { start: 0, end: 3 } },
                    "上一个同级编号在这里",
                )
                .fix(Fix {
                    title: "改为“二”".into(),
                    applicability: Applicability::Safe,
                    edits: vec![(place, "二".into())],
                });
        }
        if p.stub_label == Some('一') {
            last = Some(paragraph);
        }
    }
}
