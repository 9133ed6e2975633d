//! 汉字之间的标点用了半角：“稳增长,促改革”“各位代表:”，括号一半全角一半半角：“闽台（平潭)园区”。
//!
//! 汉字稿里的标点都占一个字的位置。半角的多是输入法切换不及时、从网页粘贴来的，印出来宽窄不一。一份稿往往有很多处，只在第一处说
//! 一次，一并改正。只查前后都是汉字的逗号、冒号、分号、叹号，括住汉字的直引号，和两半宽窄不一的括号；数字、外文旁边的不查，编号后面的归编号的规则管。
//!
//! 依据：GB/T 15834-2011 §5.1（标点符号的位置和书写形式：句号、逗号、冒号等占一个字的位置）。
//!
//! ```应报
//! 全力稳增长,促改革，惠民生。
//! ```
//!
//! ```应报
//! 全县各乡(镇）和闽台（平潭)园区协同发展。
//! ```
//!
//! ```不报
//! 全县各乡（镇）和闽台（平潭）园区协同发展：三产比例为9.5:51.1:39.4，投资1,200万元，增长率（CPI）按(1+r)计算。
//! ```

use crate::config::Severity;
use crate::draft::{Draft, ItemRef, Part, Place};
use crate::rules::{Applicability, Check, Fix, Report, Rule};
use crate::syntax::Fact;

/// 标点宽窄
pub static WIDTH: Rule = Rule {
    name: "punctuation/width",
    title: "标点宽窄",
    severity: Severity::Info,
    source: include_str!("width.rs"),
    check: Check::Draft(check),
};

/// Other places that are shown, and most that are mended at once: a draft that writes all its marks so has thousands.
const SHOWN: usize = 20;
const MENDED: usize = 2000;

fn check(draft: &Draft, report: &mut Report<Place>) {
    let marks = draft.paragraphs().iter().enumerate().flat_map(|(paragraph, content)| {
        content.facts.iter().enumerate().filter_map(move |(fact, content)| match content {
            Fact::HalfWidth { full, .. } => Some((Place::of(ItemRef { paragraph, fact }, Part::Whole), *full)),
            _ => None,
        })
    });
    let marks: Vec<(Place, &str)> = marks.collect();
    let Some(&(first, right)) = marks.first() else { return };
    let all = if marks.len() > 1 { format!("；本稿共有 {} 处半角标点", marks.len()) } else { String::new() };
    let message = format!("标点宽窄：这里是半角的「{}」，应当用全角的「{right}」{all}", draft.words(first));
    let title = match marks.len() {
        1 => format!("改为「{right}」"),
        count => format!("{count} 处都改为全角"),
    };
    let finding = report.add(first, message);
    marks.iter().skip(1).take(SHOWN).for_each(|(place, _)| {
        finding.related(*place, "同样的一处");
    });
    if marks.len() <= MENDED {
        let edits = marks.iter().map(|(place, full)| (*place, (*full).to_owned())).collect();
        finding.fix(Fix { title, applicability: Applicability::Safe, edits });
    }
}
