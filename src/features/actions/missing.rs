//! The ordinal that a run lacks.

use std::ops::Range;

use super::tree::{numbered, section_at};
use crate::draft::{Draft, ItemRef};
use crate::features::labels::{item, like};
use crate::rules::numbering::run::name;
use crate::syntax::Role;
use crate::text::Edit;

/// A heading before which exactly the numbers of a gap are missing: the heading before the gap, the heading behind it
/// and the first missing number.
fn gap(draft: &Draft, range: &Range<usize>) -> Option<(ItemRef, ItemRef, u32)> {
    let section = &draft.structure().sections[section_at(draft, range)?];
    let (at, run, index) = numbered(draft, section)?;
    let before = index.checked_sub(1)?;
    let expected = run.numbers[before] + 1;
    let head = item(draft, at)?.role == Role::Head;
    (head && expected < run.numbers[index]).then_some((run.items[before], at, expected))
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
    let above = draft.paragraph_range(at.paragraph - 1);
    let raw = draft.text().slice(above.clone());
    let gap: String = raw.chars().rev().take_while(|ch| matches!(ch, '\n' | '\r')).collect();
    let gap: String = gap.chars().rev().collect();
    let signs = super::super::labels::signs(draft, before.paragraph);
    let signs = if signs.is_empty() { String::new() } else { format!("{} ", draft.text().slice(signs)) };
    let text = format!("{lead}{signs}{}{gap}", like(draft, before, number)?);
    Some(vec![Edit { range: start..start, text }])
}
