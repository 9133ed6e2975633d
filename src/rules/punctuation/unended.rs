//! 段末缺标点：正文一段写到最后一个字就完了，没有句号。
//!
//! 多是改稿时删句、搬段落下的。只查已有句号的长段（四十字以上），末字是汉字，下一段另起（首行缩进、标题、“一是”之类）；稿中这样的
//! 段多于二十分之一的不报，那是硬换行或分页断开的稿。正在写的最后一段不报。
//!
//! 依据：GB/T 15834-2011 §4.1（句号用于句子末尾）。
//!
//! ```应报
//! （一）抓项目。全年实施重点项目96个，完成投资42.6亿元。新建产业园区2个，引进企业31家，带动就业岗位三千多个，园区承载能力进一步增强
//! （二）抓服务。全年办结事项3万件。
//! ```
//!
//! ```不报
//! （一）抓项目。全年实施重点项目96个，完成投资42.6亿元。新建产业园区2个，引进企业31家，带动就业岗位三千多个，园区承载能力进一步增强。
//! （二）抓服务。全年办结事项3万件
//! ```

use crate::config::Severity;
use crate::draft::{Draft, ItemRef, Part, Place};
use crate::rules::{Applicability, Check, Fix, Report, Rule};
use crate::syntax::{Fact, Kind, Paragraph, Role, Style};

/// 段末缺标点
pub static UNENDED: Rule = Rule {
    name: "punctuation/unended",
    title: "段末缺标点",
    severity: Severity::Info,
    source: include_str!("unended.rs"),
    check: Check::Draft(check),
};

/// Characters of a paragraph of prose.
const LONG: usize = 40;
/// One paragraph in so many may lack its mark; where more do, lines are broken.
const FEW: usize = 20;

fn check(draft: &Draft, report: &mut Report<Place>) {
    let paragraphs = draft.paragraphs();
    let unended: Vec<(ItemRef, char)> = (0..paragraphs.len())
        .filter_map(|paragraph| {
            let mut facts = paragraphs[paragraph].facts.iter().enumerate();
            facts.find_map(|(fact, content)| match content {
                Fact::Unended { last, .. } => Some((ItemRef { paragraph, fact }, *last)),
                _ => None,
            })
        })
        .collect();
    if unended.is_empty() || unended.len() > 1 && unended.len() * FEW > long(paragraphs) {
        return;
    }
    for (at, last) in unended.into_iter().filter(|(at, _)| next_begins(&paragraphs[at.paragraph + 1..])) {
        let place = Place::of(at, Part::Whole);
        let message = "段末缺标点：这一段末尾没有句号，请核对是否写完";
        report.add(place, message).fix(Fix {
            title: "补上句号".into(),
            applicability: Applicability::Unsafe,
            edits: vec![(place, format!("{last}。"))],
        });
    }
}

/// How many paragraphs are long.
fn long(paragraphs: &[Paragraph]) -> usize {
    paragraphs.iter().filter(|paragraph| paragraph.characters >= LONG).count()
}

/// Whether what follows is a paragraph of its own and no piece of the one before.
fn next_begins(behind: &[Paragraph]) -> bool {
    let Some(next) = behind.iter().find(|next| !matches!(next.kind, Kind::Blank | Kind::Furniture)) else {
        return false;
    };
    // A page may break a sentence before a footnote's ②.
    let ordinal = next.items().next().filter(|item| item.role == Role::Head);
    let item = ordinal.is_some_and(|item| item.style != Style::Circled);
    let heading = matches!(next.kind, Kind::Heading | Kind::Part) && ordinal.is_none_or(|_| item);
    item || heading || next.is_indented()
}
