//! Ordinals to be written: in the form of those that the draft has.

use crate::draft::{Draft, ItemRef, Part, Place};
use crate::syntax::{Fact, Item, Style};

/// An item of the draft.
pub fn item(draft: &Draft, at: ItemRef) -> Option<&Item> {
    match draft.paragraphs().get(at.paragraph)?.facts.get(at.fact)? {
        Fact::Item(item) => Some(item),
        _ => None,
    }
}

/// An ordinal of the draft with another number: its own brackets, mark and width.
pub fn like(draft: &Draft, at: ItemRef, number: u32) -> Option<String> {
    let item = item(draft, at)?;
    let words = draft.words(Place::of(at, Part::Whole));
    let numeral = item.numeral.start - item.span.start..item.numeral.end - item.span.start;
    let (before, behind) = (words.get(..numeral.start)?, words.get(numeral.end..)?);
    Some(format!("{before}{}{behind}", item.style.numeral(number, item.full_width)?))
}

/// The style of what stands under a heading of a style (GB/T 9704-2012 §7.3.3), unless it is the last.
pub fn below(style: Style) -> Option<Style> {
    match style {
        Style::Part | Style::Chapter | Style::Section | Style::Article => Some(Style::Han),
        Style::Han => Some(Style::HanParen),
        Style::HanParen => Some(Style::Digit),
        Style::Digit => Some(Style::DigitParen),
        _ => None,
    }
}
