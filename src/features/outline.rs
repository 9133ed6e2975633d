//! Outline symbols of a draft, from the same sections that the rules read.

use std::ops::Range;

use crate::draft::structure::{Section, SectionKind};
use crate::draft::{Draft, Place, Span};
use crate::syntax::logical::Logical;
use crate::syntax::{Fact, Role, Style, characters};

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
    let characters = Characters::of(draft);
    let sections = &draft.structure().sections;
    let mut next = 0;
    children(draft, sections, &characters, &mut next, None)
}

/// The symbols from `next` on that are deeper than `above`.
fn children(
    draft: &Draft,
    sections: &[Section],
    characters: &Characters,
    next: &mut usize,
    above: Option<usize>,
) -> Vec<Symbol> {
    let mut found = Vec::new();
    while let Some(section) = sections.get(*next).filter(|section| above.is_none_or(|depth| section.depth > depth)) {
        let first = *next;
        *next += 1;
        let below = children(draft, sections, characters, next, Some(section.depth));
        let mut selection = heading(draft, section);
        // Its sentence may run on into the next section: …：（一）…；（二）….
        if let Some(following) = sections.get(first + 1).map(|section| heading(draft, section).start) {
            selection.end = selection.end.min(following).max(selection.start);
        }
        let range = selection.start..end(draft, sections.get(*next)).max(selection.end);
        found.push(Symbol {
            name: name(draft, &sections[first], &selection),
            detail: format!("{}字", characters.between(draft, &range)),
            kind: kind(section.kind),
            range,
            selection,
            children: below,
        });
    }
    found
}

/// Bytes of the words that head a section, with their ordinal.
pub(super) fn heading(draft: &Draft, section: &Section) -> Range<usize> {
    let paragraph = &draft.paragraphs()[section.paragraph];
    let span = match section.fact.map(|fact| &paragraph.facts[fact]) {
        Some(Fact::Item(item)) => Span::new(item.span.start, item.title.end.max(item.span.end)),
        _ if paragraph.name.start < paragraph.name.end => paragraph.name,
        _ => paragraph.content,
    };
    draft.range_of(Place::bytes(section.paragraph, span))
}

/// The end of the text before a section, in bytes: the last words, not the blank lines behind them.
pub(super) fn end(draft: &Draft, before: Option<&Section>) -> usize {
    let paragraphs = draft.paragraphs();
    let last = match before {
        Some(section) => {
            let at = heading(draft, section).start;
            // Behind text of its own paragraph, as in …：（一）….
            let fact = section.fact.map(|fact| &paragraphs[section.paragraph].facts[fact]);
            let inside = matches!(fact, Some(Fact::Item(item)) if item.role == Role::Inline);
            if inside || section.paragraph == 0 {
                return at;
            }
            section.paragraph - 1
        }
        None => paragraphs.len().saturating_sub(1),
    };
    let text = (0..=last).rev().find(|index| paragraphs[*index].content.end > 0);
    text.map_or(0, |index| draft.paragraph_range(index).start + paragraphs[index].content.end)
}

/// The name of a section whose heading is `selection`; never empty.
pub(super) fn name(draft: &Draft, section: &Section, selection: &Range<usize>) -> String {
    let raw = draft.text().slice(selection.clone());
    let text = Logical::new(&raw).text.trim().to_owned();
    let mut name: String = text.chars().take(LONGEST).collect();
    if text.chars().count() > LONGEST {
        name.push('…');
    }
    match (name.is_empty(), section.kind) {
        (false, _) => name,
        (true, SectionKind::Appendix) => "附件".into(),
        (true, _) => "（无标题）".into(),
    }
}

fn kind(kind: SectionKind) -> SymbolKind {
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

/// Characters without white space before each paragraph.
struct Characters(Vec<usize>);

impl Characters {
    fn of(draft: &Draft) -> Self {
        let mut sum = 0;
        let mut before = vec![0];
        before.extend(draft.paragraphs().iter().map(|paragraph| {
            sum += paragraph.characters;
            sum
        }));
        Characters(before)
    }

    fn between(&self, draft: &Draft, range: &Range<usize>) -> usize {
        let (Some(first), Some(last)) = (draft.paragraph_at(range.start), draft.paragraph_at(range.end)) else {
            return 0;
        };
        let count = |range: Range<usize>| characters(&draft.text().slice(range));
        let head = draft.paragraph_range(first).start..range.start;
        let tail = draft.paragraph_range(last).start..range.end;
        self.0[last] + count(tail) - self.0[first] - count(head)
    }
}
