//! The words of one paragraph, as rules of wording and figures read them.

use std::cell::OnceCell;

use super::{Meeting, Span};
use crate::syntax::logical::Logical;
use crate::syntax::{Kind, Paragraph, Quantity, quantity};

/// A paragraph with its logical text, its quantities, and what the draft's head says of the whole. Spans of its text
/// and quantities lead back to the paragraph by [`Passage::span`].
pub struct Passage<'a> {
    pub paragraph: &'a Paragraph,
    pub meeting: &'a Meeting,
    raw: &'a str,
    logical: OnceCell<Logical<'a>>,
    quantities: OnceCell<Vec<Quantity>>,
}

impl<'a> Passage<'a> {
    /// A paragraph, given with its line breaks.
    pub fn new(paragraph: &'a Paragraph, raw: &'a str, meeting: &'a Meeting) -> Self {
        Passage { paragraph, meeting, raw, logical: OnceCell::new(), quantities: OnceCell::new() }
    }

    /// Whether it has words of the draft, unlike blank lines and page numbers.
    pub fn is_prose(&self) -> bool {
        !matches!(self.paragraph.kind, Kind::Blank | Kind::Furniture)
    }

    /// Its text in one line, without furniture.
    pub fn text(&self) -> &str {
        &self.logical().text
    }

    /// Its quantities, spans in [`Passage::text`].
    pub fn quantities(&self) -> &[Quantity] {
        self.quantities.get_or_init(|| quantity::find(self.text()))
    }

    /// Bytes of the paragraph that a span of [`Passage::text`] comes from.
    pub fn span(&self, span: Span) -> Span {
        self.logical().to_paragraph(span)
    }

    fn logical(&self) -> &Logical<'a> {
        self.logical.get_or_init(|| Logical::new(self.raw))
    }
}
