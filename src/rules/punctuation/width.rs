//! 汉字之间的标点用了半角：“稳增长,促改革”“各位代表:”，括号一半全角一半半角：“闽台（平潭)园区”。
//!
//! 汉字稿里的标点都占一个字的位置。半角的多是输入法切换不及时、从网页粘贴来的，印出来宽窄不一。一份稿往往有很多处，只在第一处说
//! 一次，一并改正。只查前后都是汉字的逗号、冒号、分号、叹号和两半宽窄不一的括号；数字、外文旁边的不查，编号后面的归编号的规则管。
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
use crate::syntax::{Fact, width};

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
    let facts = draft.paragraphs().iter().enumerate().flat_map(|(paragraph, content)| {
        let half = content.facts.iter().enumerate().filter(|(_, fact)| matches!(fact, Fact::HalfWidth { .. }));
        half.map(move |(fact, _)| Place::of(ItemRef { paragraph, fact }, Part::Whole))
    });
    let places: Vec<Place> = facts.collect();
    let Some(&first) = places.first() else { return };
    let words = draft.words(first);
    let all =
        if places.len() > 1 { format!("；本稿共有 {} 处半角标点", places.len()) } else { String::new() };
    let message = format!("标点宽窄：这里是半角的「{words}」，应当用全角的「{}」{all}", width::full(&words));
    let title = match places.len() {
        1 => format!("改为「{}」", width::full(&words)),
        count => format!("{count} 处都改为全角"),
    };
    let edits = places.iter().map(|place| (*place, width::full(&draft.words(*place)).to_owned()));
    let fix = Fix { title, applicability: Applicability::Safe, edits: edits.take(MENDED).collect() };
    let finding = report.add(first, message);
    places.iter().skip(1).take(SHOWN).for_each(|place| {
        finding.related(*place, "同样的一处");
    });
    if places.len() <= MENDED {
        finding.fix(fix);
    }
}
