//! Outline symbols of a draft, from the same sections that the rules read.

use std::iter::Peekable;
use std::ops::Range;
use std::vec::IntoIter;

use super::section::{self, Extent};
use super::whole::Whole;
use crate::draft::Draft;
use crate::draft::structure::{Section, SectionKind};
use crate::syntax::Style;
use crate::syntax::logical::Logical;

/// Longest name of a symbol, in characters; the rest is cut off.
const LONGEST: usize = 60;

/// One entry of the outline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Symbol {
    /// Never empty.
    pub name: String,
    /// Characters of the section without white space, such as “1234字”.
    pub detail: String,
    pub kind: SymbolKind,
    /// The whole section with what is under it, in bytes.
    pub range: Range<usize>,
    /// The heading itself, in bytes, at the start of `range`.
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
    symbols_of(&Whole::of(draft))
}

/// The same of a draft whose text is at hand.
pub fn symbols_of(whole: &Whole<'_>) -> Vec<Symbol> {
    children(whole, &mut section::extents(whole).into_iter().peekable(), None)
}

/// The entries, without their tree, whose names have all characters of a query in its order.
pub fn matching(draft: &Draft, query: &str) -> Vec<Symbol> {
    let whole = Whole::of(draft);
    let all = section::extents(&whole).into_iter().map(|extent| symbol(&whole, extent, Vec::new()));
    all.filter(|symbol| matches(symbol, query)).collect()
}

/// Whether the name of an entry has them.
pub fn matches(symbol: &Symbol, query: &str) -> bool {
    let mut wanted = query.chars().filter(|ch| !ch.is_whitespace()).flat_map(char::to_lowercase);
    let mut name = symbol.name.chars().flat_map(char::to_lowercase);
    wanted.all(|ch| name.any(|own| own == ch))
}

/// The symbols up to the next that is not deeper than `above`.
fn children(whole: &Whole<'_>, extents: &mut Peekable<IntoIter<Extent>>, above: Option<usize>) -> Vec<Symbol> {
    let mut found = Vec::new();
    while let Some(extent) = extents.next_if(|extent| above.is_none_or(|depth| extent.section.depth > depth)) {
        let below = children(whole, extents, Some(extent.section.depth));
        found.push(symbol(whole, extent, below));
    }
    found
}

fn symbol(whole: &Whole<'_>, extent: Extent, children: Vec<Symbol>) -> Symbol {
    Symbol {
        name: named(whole.slice(extent.heading.clone()), &extent.section),
        detail: format!("{}字", extent.characters),
        kind: kind(extent.section.kind),
        range: extent.range,
        selection: extent.heading,
        children,
    }
}

/// The words of a heading on one line, cut when they are very long; never empty.
pub(super) fn name(draft: &Draft, section: &Section, selection: &Range<usize>) -> String {
    named(&draft.text().slice(selection.clone()), section)
}

fn named(raw: &str, section: &Section) -> String {
    let logical = Logical::new(raw);
    let text = logical.text.trim();
    let name = match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    };
    match (name.is_empty(), section.kind) {
        (false, _) => name,
        (true, SectionKind::Appendix) => "附件".into(),
        (true, _) => "（无标题）".into(),
    }
}

/// What a section is to a reader.
pub fn kind(kind: SectionKind) -> SymbolKind {
    match kind {
        SectionKind::Title => SymbolKind::Title,
        SectionKind::Part | SectionKind::Appendix => SymbolKind::Part,
        SectionKind::Lead => SymbolKind::Lead,
        SectionKind::Heading(style) => SymbolKind::Heading(match style {
            Style::Part | Style::Chapter | Style::Section | Style::Article | Style::Han => 1,
            Style::HanParen => 2,
            Style::Digit => 3,
            Style::DigitParen | Style::DigitHalfParen => 4,
            Style::Circled | Style::Nth | Style::Is | Style::First => 5,
        }),
    }
}
