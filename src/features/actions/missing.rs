//! The ordinal that a run lacks.

use std::ops::Range;

use super::tree::{numbered, section_at};
use crate::draft::{Draft, ItemRef};
use crate::features::labels::{item, like};
use crate::rules::numbering::run::name;
use crate::syntax::Role;
use crate::text::Edit;

/// A heading before which numbers are missing: the heading whose like is to be written (the one before the gap, or the
/// first of a level that does not begin with 1), the heading itself and the first missing number.
fn gap(draft: &Draft, range: &Range<usize>) -> Option<(ItemRef, ItemRef, u32)> {
    let section = &draft.structure().sections[section_at(draft, range)?];
    let (at, run, index) = numbered(draft, section)?;
    let (before, expected) = match index.checked_sub(1) {
        Some(before) => (run.items[before], run.numbers[before] + 1),
        None => (at, 1),
    };
    let head = item(draft, at)?.role == Role::Head && (index > 0 || !run.continues);
    (head && expected < run.numbers[index]).then_some((before, at, expected))
}

/// The missing ordinal as messages name it.
pub fn missing(draft: &Draft, range: &Range<usize>) -> Option<String> {
    let (before, _, number) = gap(draft, range)?;
    Some(name(item(draft, before)?, number))
}

/// Writes a line with the missing ordinal before the heading.
pub fn insert(draft: &Draft, range: &Range<usize>) -> Option<Vec<Edit>> {
    let (before, at, number) = gap(draft, range)?;
    let start = draft.paragraph_range(at.paragraph).start;
    let end = start + draft.paragraphs()[at.paragraph].content.start;
    let lead = draft.text().slice(start..end).into_owned();
    let gap = line_break(draft, at.paragraph);
    let signs = super::super::labels::signs(draft, before.paragraph);
    let signs = if signs.is_empty() { String::new() } else { format!("{} ", draft.text().slice(signs)) };
    let text = format!("{lead}{signs}{}{gap}", like(draft, before, number)?);
    Some(vec![Edit { range: start..start, text }])
}

/// The line breaks that end the paragraph above, or those of the paragraph itself where there is none.
fn line_break(draft: &Draft, paragraph: usize) -> String {
    let raw = draft.text().slice(draft.paragraph_range(paragraph.saturating_sub(1)));
    let words = raw.trim_end_matches(['\n', '\r']).len();
    if words < raw.len() { raw[words..].to_owned() } else { "\n".to_owned() }
}
