//! 括号一半全角一半半角：“闽台（平潭)园区”。
//!
//! 汉字稿里的括号都用全角。多是输入法切换不及时、从别处粘贴来的，印出来宽窄不一。一份稿往往有很多处，只在第一处说一次，一并改正。
//! 编号的括号（“（二)”）归编号的规则管。
//!
//! 依据：GB/T 15834-2011 §5.2（标点符号占一个字的位置）。
//!
//! ```应报
//! 全县各乡(镇）和闽台（平潭)园区协同发展。
//! ```
//!
//! ```不报
//! 全县各乡（镇）和闽台（平潭）园区协同发展，增长率（CPI）按(1+r)计算。
//! ```

use crate::config::Severity;
use crate::draft::{Draft, ItemRef, Part, Place};
use crate::rules::{Applicability, Check, Fix, Report, Rule};
use crate::syntax::Fact;

/// 括号宽窄
pub static WIDTH: Rule = Rule {
    name: "punctuation/width",
    title: "括号宽窄",
    severity: Severity::Info,
    source: include_str!("width.rs"),
    check: Check::Draft(check),
};

fn check(draft: &Draft, report: &mut Report<Place>) {
    let facts = draft.paragraphs().iter().enumerate().flat_map(|(paragraph, content)| {
        let half = content.facts.iter().enumerate().filter(|(_, fact)| matches!(fact, Fact::HalfBracket { .. }));
        half.map(move |(fact, _)| Place::of(ItemRef { paragraph, fact }, Part::Whole))
    });
    let places: Vec<Place> = facts.collect();
    let Some(&first) = places.first() else { return };
    let all = if places.len() > 1 { format!("；本稿共 {} 处", places.len()) } else { String::new() };
    let message = format!("括号宽窄：这对括号一个是全角，一个是半角，应当都用全角{all}");
    let full = |place: &Place| if draft.words(*place) == "(" { "（" } else { "）" };
    let title = match places.len() {
        1 => format!("改为「{}」", full(&first)),
        count => format!("{count} 处都改为全角"),
    };
    let edits = places.iter().map(|place| (*place, full(place).to_owned())).collect();
    let finding = report.add(first, message);
    places[1..].iter().for_each(|place| {
        finding.related(*place, "同样的一处");
    });
    finding.fix(Fix { title, applicability: Applicability::Safe, edits });
}
