//! Outline symbols of a draft.

use std::ops::Range;

use crate::draft::Draft;

/// One entry of the outline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Symbol {
    /// Never empty.
    pub name: String,
    /// Characters of the section, such as “1234字”.
    pub detail: String,
    pub kind: SymbolKind,
    /// The whole section with what is under it, in bytes.
    pub range: Range<usize>,
    /// The heading itself, in bytes, inside `range`.
    pub selection: Range<usize>,
    pub children: Vec<Symbol>,
}

/// What an entry is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SymbolKind {
    Title,
    /// A part without a number, such as 2025年工作回顾, or an appendix.
    Part,
    /// A numbered heading; its level from 1 for 一、.
    Heading(u8),
    /// A lead sentence at the head of a paragraph.
    Lead,
}

/// The outline, outermost entries first, in the order of the text.
pub fn symbols(draft: &Draft) -> Vec<Symbol> {
    let _ = draft;
    Vec::new()
}
