//! Ordinals to be written: in the form of those that the draft has.

use std::ops::Range;

use crate::draft::structure::Run;
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

/// How an ordinal is to be written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// As another of the draft.
    Like(ItemRef),
    /// As the standard has it.
    Standard(Style),
}

impl Form {
    /// The form of what stands under headings of a style: as elsewhere in the draft, else the next in
    /// GB/T 9704-2012 §7.3.3. `None` under the last.
    pub fn below(draft: &Draft, style: Style) -> Option<Form> {
        let parent = |run: &Run| Some(item(draft, run.parent?)?.style);
        let mut runs = draft.structure().runs.iter().filter(|run| run.style.is_heading() && !run.appendix);
        let found =
            runs.find(|run| run.style > style && parent(run) == Some(style)).map(|run| Form::Like(run.items[0]));
        found.or_else(|| below(style).map(Form::Standard))
    }

    /// The style that it is of.
    pub fn style(self, draft: &Draft) -> Option<Style> {
        match self {
            Form::Like(at) => item(draft, at).map(|item| item.style),
            Form::Standard(style) => Some(style),
        }
    }

    /// The ordinal of a number.
    pub fn text(self, draft: &Draft, number: u32) -> Option<String> {
        match self {
            Form::Like(at) => like(draft, at, number),
            Form::Standard(style) => style.standard(number),
        }
    }

    /// Number signs of Markdown before it, where it is like a heading that has them.
    pub fn signs(self, draft: &Draft) -> Option<usize> {
        match self {
            Form::Like(at) => Some(signs(draft, at.paragraph).len()).filter(|count| *count > 0),
            Form::Standard(_) => None,
        }
    }
}

/// The number signs of a Markdown heading at the start of a paragraph, in bytes of the text; empty without them.
pub fn signs(draft: &Draft, paragraph: usize) -> Range<usize> {
    let start = draft.paragraph_range(paragraph).start + draft.paragraphs()[paragraph].content.start;
    let words = draft.text().slice(start..start + 8);
    let count = words.bytes().take_while(|byte| *byte == b'#').count();
    start..start + count
}

/// The next style of GB/T 9704-2012 §7.3.3, unless it is the last.
pub fn below(style: Style) -> Option<Style> {
    match style {
        Style::Part | Style::Chapter | Style::Section | Style::Article => Some(Style::Han),
        Style::Han => Some(Style::HanParen),
        Style::HanParen => Some(Style::Digit),
        Style::Digit => Some(Style::DigitParen),
        _ => None,
    }
}
