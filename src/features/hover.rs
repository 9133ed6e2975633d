//! What is told of the place under the cursor.

use std::ops::Range;

use super::section::{self, Extent, PER_MINUTE, reading_time};
use super::words::level_name;
use super::{numbers, phrases};
use crate::rules::{Finding, Linter};

/// What is told, and of which words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hover {
    /// Bytes of the text.
    pub range: Range<usize>,
    /// In Chinese.
    pub markdown: String,
}

/// Each tells one kind of thing, the most urgent first.
const PROVIDERS: [fn(&Linter, usize) -> Option<Hover>; 3] = [phrases::hover, numbers::hover, heading];

/// All that can be told of the words at a byte; the range is that of the fewest words. Most editors show the messages
/// of findings beside it; for those that do not, they are `messages` here.
pub fn at(linter: &Linter, byte: usize, messages: bool) -> Option<Hover> {
    let others = PROVIDERS.iter().filter_map(|provider| provider(linter, byte));
    let told: Vec<Hover> = finding(linter, byte, messages).into_iter().chain(others).collect();
    let range = told.iter().map(|hover| hover.range.clone()).min_by_key(|range| range.end - range.start)?;
    let markdown = told.into_iter().map(|hover| hover.markdown).collect::<Vec<_>>().join("\n\n---\n\n");
    Some(Hover { range, markdown })
}

/// The findings at the place, and the manual of each rule once.
fn finding(linter: &Linter, byte: usize, messages: bool) -> Option<Hover> {
    let findings = linter.findings_at(byte..byte);
    let range = findings.iter().map(|found| found.place.clone()).min_by_key(|range| range.end - range.start)?;
    let mut parts: Vec<String> = findings.iter().filter(|_| messages).map(told).collect();
    let mut rules = Vec::new();
    for rule in findings.iter().map(|finding| finding.rule) {
        if !rules.contains(&rule) {
            rules.push(rule);
            parts.extend((!messages).then(|| format!("**{}**（`{}`）", rule.title, rule.name)));
            parts.push(rule.manual().page());
        }
    }
    Some(Hover { range, markdown: parts.join("\n\n") })
}

fn told(finding: &Finding) -> String {
    let severity = finding.severity.title();
    let fix = finding.fix.as_ref().map(|fix| format!("\n\n可以：{}", fix.title));
    let (title, name, message) = (finding.rule.title, finding.rule.name, &finding.message);
    format!("**{title}**（{severity}，`{name}`）\n\n{message}{}", fix.unwrap_or_default())
}

/// Length, share and reading time of the section whose heading stands here.
fn heading(linter: &Linter, byte: usize) -> Option<Hover> {
    let draft = linter.draft();
    let extents = section::extents_near(draft, &(byte..byte));
    let index = extents.partition_point(|extent| extent.heading.start <= byte).checked_sub(1)?;
    let extent = extents.get(index).filter(|extent| byte <= extent.heading.end)?;
    Some(Hover { range: extent.heading.clone(), markdown: length(extent, section::total(draft)) })
}

fn length(extent: &Extent, total: usize) -> String {
    let (name, own) = (level_name(extent.section.kind), extent.characters);
    // In tenths of a percent, rounded to the nearest.
    let share = (own * 1000 + total / 2) / total.max(1);
    let time = reading_time(own);
    format!(
        "**{name}**　{own}字，占全稿（{total}字）的{}.{}%；念完{time}（按每分钟{PER_MINUTE}字）",
        share / 10,
        share % 10
    )
}
