//! 编号后面的标点不对：一，  （一）、  一是，  1、  第一、
//!
//! 国标的写法：“一、”后用顿号，“1.”后用下脚点，带括号的编号后不用任何点号，“第一”“首先”后用逗号，
//! “一是”后不用标点。“1、”“第一、”在公开的报告里相当常见，整组只作一次提示；其余几种是确定的错误。
//!
//! 依据：GB/T 15834-2011 B.3.1（第一，首先，）、B.3.2（一、）、B.3.3（1.）、B.3.4（（一）后不用点号）、B.3.7（一是）。
//!
//! ```应报
//! 一，2025年工作回顾
//! 二、2026年重点任务
//! ```
//!
//! ```应报
//! （一）、抓项目
//! （二）抓投资
//! ```
//!
//! ```应报
//! 1、抓项目
//! 2、抓投资
//! ```
//!
//! ```不报
//! 第一、二、三产业协调发展。
//! 第一产业、第二产业稳步增长。
//! ```

use super::run;
use crate::config::Severity;
use crate::draft::structure::ItemRef;
use crate::draft::{Draft, Part, Place, Span};
use crate::rules::{Applicability, Check, Fix, Report, Rule};
use crate::syntax::{Paragraph, Role, Separator, Style};

/// 编号后标点
pub static SEPARATOR: Rule = Rule {
    name: "numbering/separator",
    title: "编号后标点",
    severity: Severity::Warning,
    source: include_str!("separator.rs"),
    check: Check::Both(in_paragraph, in_draft),
};

/// Marks that are wrong wherever they stand.
fn in_paragraph(paragraph: &Paragraph, report: &mut Report<Span>) {
    for item in paragraph.items().filter(|item| item.role != Role::Doubtful) {
        let (wanted, clause) = match (item.style, item.separator) {
            (Style::Han, Separator::Dot | Separator::FullDot | Separator::Pause) if item.role == Role::Head => {
                ("、", "B.3.2")
            }
            (Style::HanParen | Style::DigitParen, Separator::Comma | Separator::Dot | Separator::FullDot) => {
                ("", "B.3.4")
            }
            (Style::Is, Separator::Pause | Separator::Comma) => ("", "B.3.7"),
            _ => continue,
        };
        let name = run::name(item, item.number);
        let message = match wanted {
            "" if item.style == Style::Is => {
                format!("编号后标点：“{name}”后面直接写内容，不用标点（GB/T 15834 {clause}）")
            }
            "" => format!("编号后标点：“{name}”带括号，后面不用顿号或点（GB/T 15834 {clause}）"),
            mark => format!("编号后标点：“{name}”后面应用顿号“{mark}”（GB/T 15834 {clause}）"),
        };
        let title =
            if wanted.is_empty() { "去掉编号后的标点".to_owned() } else { format!("改用“{wanted}”") };
        let fix = Fix { title, applicability: Applicability::Safe, edits: vec![(item.mark, wanted.to_owned())] };
        report.add(item.span, message).fix(fix);
    }
}

/// 1、 and 第一、 : a habit of whole drafts, told once. Where a draft writes 1. as well, that is for mixed-style.
fn in_draft(draft: &Draft, report: &mut Report<Place>) {
    for (style, shown, mark, clause) in [(Style::Digit, "1.", ".", "B.3.3"), (Style::Nth, "第一，", "，", "B.3.1")]
    {
        let runs =
            draft.structure().runs.iter().filter(|run| run.style == style && !run.appendix && run.items.len() > 1);
        let items: Vec<ItemRef> = runs.flat_map(|run| &run.items).copied().collect();
        let wrong = |at: &ItemRef| run::item(draft, *at).separator == Separator::Comma;
        let Some(&first) = items.first().filter(|_| items.iter().all(wrong)) else { continue };
        let message =
            format!("编号后标点：按国标应写“{shown}”，本稿 {} 处都写成了顿号（GB/T 15834 {clause}）", items.len());
        let edits = items.iter().map(|at| {
            let place = Place::of(*at, Part::Mark);
            (place, mark.to_owned())
        });
        let title = format!("全稿改用“{mark}”");
        let fix = Fix { title, applicability: Applicability::Unsafe, edits: edits.collect() };
        report.add(run::place(first), message).severity(Severity::Info).fix(fix);
    }
}
