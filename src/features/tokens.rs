//! Words to be coloured by what they are: headings, stock phrases, figures, dates, quotations, titles of documents.

use std::ops::Range;

use super::outline::{SymbolKind, kind};
use super::section::heading;
use crate::draft::{Span, ledger};
use crate::rules::Linter;
use crate::syntax::logical::Logical;
use crate::syntax::{Kind, Quantity, quantity};

/// Words of one kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    /// Bytes of the text.
    pub range: Range<usize>,
    pub kind: TokenKind,
}

/// What words are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TokenKind {
    /// “…” with its marks.
    Quote,
    /// A stock phrase of the lexicon.
    Phrase,
    Figure,
    Date,
    /// 《…》 with its marks.
    Document,
    /// The words that head a section.
    Heading(SymbolKind),
}

/// What stands in one paragraph, in bytes of its logical text; what comes later covers what comes before.
type Found = Vec<(Span, TokenKind)>;

/// Finds one kind in the logical text of a paragraph.
type Provider = fn(&Linter, &str) -> Found;

const PROVIDERS: [Provider; 4] = [quotes, figures, phrases, documents];

/// The tokens of the paragraphs that a range of bytes touches, in their order; none overlap, and none holds a line
/// break.
pub fn within(linter: &Linter, range: &Range<usize>) -> Vec<Token> {
    let draft = linter.draft();
    let (Some(first), Some(last)) = (draft.paragraph_at(range.start), draft.paragraph_at(range.end)) else {
        return Vec::new();
    };
    let sections = &draft.structure().sections;
    let from = sections.partition_point(|section| section.paragraph < first);
    let mut headings = sections[from..].iter().peekable();
    let mut tokens = Vec::new();
    for paragraph in first..=last {
        let mut found = Vec::new();
        while let Some(section) = headings.next_if(|section| section.paragraph == paragraph) {
            found.push((heading(draft, section), TokenKind::Heading(kind(section.kind))));
        }
        tokens.extend(of_paragraph(linter, paragraph, found));
    }
    tokens
}

fn of_paragraph(linter: &Linter, paragraph: usize, headings: Vec<(Range<usize>, TokenKind)>) -> Vec<Token> {
    let draft = linter.draft();
    let start = draft.paragraph_range(paragraph).start;
    let raw = draft.paragraph_text(paragraph);
    let mut painted: Vec<Option<TokenKind>> = vec![None; raw.len()];
    if !matches!(draft.paragraphs()[paragraph].kind, Kind::Blank | Kind::Furniture) {
        let logical = Logical::new(&raw);
        for (span, kind) in PROVIDERS.iter().flat_map(|provider| provider(linter, &logical.text)) {
            painted[logical.to_paragraph(span).range()].fill(Some(kind));
        }
    }
    for (range, kind) in headings {
        painted[range.start - start..range.end - start].fill(Some(kind));
    }
    for (at, _) in raw.match_indices(['\n', '\r']) {
        painted[at] = None;
    }
    let mut tokens = Vec::new();
    let mut at = 0;
    for run in painted.chunk_by(|one, two| one == two) {
        if let Some(kind) = run[0] {
            tokens.push(Token { range: start + at..start + at + run.len(), kind });
        }
        at += run.len();
    }
    tokens
}

fn quotes(_: &Linter, text: &str) -> Found {
    pairs(text, '“', '”').map(|span| (span, TokenKind::Quote)).collect()
}

fn phrases(linter: &Linter, text: &str) -> Found {
    linter.lexicon().all_mentions(text).into_iter().map(|(_, span)| (span, TokenKind::Phrase)).collect()
}

fn documents(_: &Linter, text: &str) -> Found {
    pairs(text, '《', '》').map(|span| (span, TokenKind::Document)).collect()
}

/// What stands between two marks, with them; the inner of two openings counts.
fn pairs(text: &str, open: char, close: char) -> impl Iterator<Item = Span> {
    let mut opened = None;
    let marks = text.char_indices().filter(move |(_, ch)| *ch == open || *ch == close);
    marks.filter_map(move |(at, ch)| {
        if ch == open {
            opened = Some(at);
            return None;
        }
        opened.take().map(|start| Span::new(start, at + ch.len_utf8()))
    })
}

fn figures(_: &Linter, text: &str) -> Found {
    let quantities = quantity::find(text);
    let before = |index: usize| index.checked_sub(1).map(|index| &quantities[index]);
    let dates = quantities.iter().enumerate().filter(|(index, quantity)| is_date(text, quantity, before(*index)));
    let dates = dates.map(|(_, quantity)| (quantity.span, TokenKind::Date));
    // 四个 of “四个意识” and 二十 of 二十大 are parts of names.
    let figures = ledger::chosen(text, &quantities).into_iter().map(|figure| (figure.quantity.span, TokenKind::Figure));
    dates.chain(figures).collect()
}

/// A year of four digits, and a month or day right behind a date or by itself: 2025年, 1月20日, 11月.
fn is_date(text: &str, quantity: &Quantity, before: Option<&Quantity>) -> bool {
    let digits = text[quantity.number.range()].chars().count();
    let behind = before.is_some_and(|before| before.span.end == quantity.span.start);
    match quantity.unit {
        "年" => digits == 4,
        "月" => digits <= 2,
        "日" => behind && before.is_some_and(|before| before.unit == "月"),
        _ => false,
    }
}
