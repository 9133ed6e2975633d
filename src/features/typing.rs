//! Help while typing: the next ordinal behind an item, and the second of two quotation marks.

use super::labels::{item, like};
use crate::draft::{Draft, ItemRef};
use crate::rules::Linter;
use crate::syntax::ordinal::label_at;
use crate::syntax::{Fact, Role};
use crate::text::Edit;
use crate::text::han::{ends_sentence, is_space};

/// What to write after the character that was typed before a byte.
pub fn typed(linter: &Linter, byte: usize, character: &str) -> Vec<Edit> {
    match character {
        "\n" => line_begun(linter.draft(), byte),
        "“" => quote_opened(linter.draft(), byte),
        _ => None,
    }
    .unwrap_or_default()
}

/// A line begun below an item, such as （一）… or 一是…: the next ordinal. Only behind a whole sentence, because below
/// a bare heading comes its text; and where the item was nothing but its ordinal, that is taken away instead.
fn line_begun(draft: &Draft, byte: usize) -> Option<Vec<Edit>> {
    let text = draft.text();
    let line = text.line_of_byte(byte);
    let own = text.line_range(line);
    let above = text.line_range(line.checked_sub(1)?);
    let rest = text.slice(byte..own.end);
    if !rest.trim_matches(is_space).is_empty() {
        return None;
    }
    let words = text.slice(above.clone());
    let words = words.trim_end_matches(is_space);
    let indent = words.len() - words.trim_start_matches(is_space).len();
    if label_at(words, indent).is_some_and(|label| label.span.end == words.len()) {
        return Some(vec![Edit { range: above.start + indent..byte, text: String::new() }]);
    }
    let at = item_of_line(draft, above.start, above.end)?;
    let ends = words.chars().next_back().is_some_and(ends_sentence);
    let next = like(draft, at, item(draft, at)?.number + 1)?;
    ends.then(|| vec![Edit { range: byte..byte, text: next }])
}

/// The ordinal at the head of the paragraph whose last line this is.
fn item_of_line(draft: &Draft, start: usize, end: usize) -> Option<ItemRef> {
    let paragraph = draft.paragraph_at(start)?;
    let content = draft.paragraphs()[paragraph].content;
    let last = draft.paragraph_range(paragraph).start + content.end;
    let head = draft.paragraphs()[paragraph].facts.iter().position(|fact| matches!(fact, Fact::Item(_)))?;
    let at = ItemRef { paragraph, fact: head };
    (item(draft, at)?.role == Role::Head && last <= end).then_some(at)
}

/// “ alone in its paragraph gets its ”.
fn quote_opened(draft: &Draft, byte: usize) -> Option<Vec<Edit>> {
    let paragraph = draft.paragraph_text(draft.paragraph_at(byte)?);
    let count = |mark: char| paragraph.matches(mark).count();
    (count('“') == count('”') + 1).then(|| vec![Edit { range: byte..byte, text: "”".into() }])
}
