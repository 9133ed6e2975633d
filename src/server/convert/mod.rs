//! Between hegao's types and LSP's, one file for each feature. No other file has both.

mod abilities;
mod actions;
mod completion;
mod diagnostics;
mod folds;
mod hints;
mod hover;
mod lenses;
mod links;
mod references;
mod rename;
mod selection;
mod summary;
mod symbols;
mod tokens;
mod typing;
mod workspace;

use std::ops::Range;
use std::str::FromStr;

use tower_lsp::ls_types as lsp;
use tower_lsp::ls_types::Uri;

use crate::draft::Draft;
use crate::rules::Linter;
use crate::text::{Change, Position, PositionEncoding, Text};

pub use abilities::{abilities, switched_off};
pub use actions::{FIX_ALL, code_actions, resolved, rewritten_draft};
pub use completion::{TRIGGERS, completion};
pub use diagnostics::{diagnostics, diagnostics_json, published};
pub use folds::folds;
pub use hints::hints;
pub use hover::hover;
pub use lenses::lenses;
pub use links::links;
pub use references::{definition, highlights, references};
pub use rename::{rename, renamed_at};
pub use selection::selections;
pub use summary::{figure_sheet, summary};
pub use symbols::{may_be_indicator, symbols, workspace_symbols};
pub use tokens::{legend, tokens, tokens_delta, tokens_within};
pub use typing::typed;
pub use workspace::{overview, unopened_json};

/// A draft that a request is about.
#[derive(Clone, Copy)]
pub struct Target<'a> {
    /// As the client wrote it.
    pub uri: &'a str,
    pub version: i32,
    pub encoding: PositionEncoding,
    pub linter: &'a Linter,
}

impl Target<'_> {
    fn draft(&self) -> &Draft {
        self.linter.draft()
    }

    fn text(&self) -> &Text {
        self.draft().text()
    }

    fn uri(&self) -> Option<Uri> {
        Uri::from_str(self.uri).ok()
    }

    fn range(&self, bytes: &Range<usize>) -> lsp::Range {
        range_of(bytes, self.text(), self.encoding)
    }

    /// The byte of a position; `None` where there is no such place, because the client's text has gone on since.
    fn byte(&self, position: lsp::Position) -> Option<usize> {
        self.text().byte_of(place(position), self.encoding).ok()
    }

    /// The bytes of a range that is only read, under the same condition; an end behind the last line is the end of the
    /// text, because a client asks for a whole draft that way (Neovim, where the last line has no line break).
    fn bytes(&self, range: lsp::Range) -> Option<Range<usize>> {
        let text = self.text();
        let behind = range.end.line as usize >= text.len_lines();
        let end = if behind { text.len_bytes() } else { self.byte(range.end)? };
        let start = self.byte(range.start)?;
        (start <= end).then_some(start..end)
    }
}

/// The protocol's word for an encoding.
pub fn encoding_kind(encoding: PositionEncoding) -> lsp::PositionEncodingKind {
    match encoding {
        PositionEncoding::Utf8 => lsp::PositionEncodingKind::UTF8,
        PositionEncoding::Utf16 => lsp::PositionEncodingKind::UTF16,
        PositionEncoding::Utf32 => lsp::PositionEncodingKind::UTF32,
    }
}

/// Changes of a draft.
pub fn changes(events: Vec<lsp::TextDocumentContentChangeEvent>) -> Vec<Change> {
    let place = |range: lsp::Range| place(range.start)..place(range.end);
    events.into_iter().map(|event| Change { range: event.range.map(place), text: event.text }).collect()
}

fn place(position: lsp::Position) -> Position {
    Position { line: position.line as usize, column: position.character as usize }
}

fn position(place: Position) -> lsp::Position {
    let number = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    lsp::Position::new(number(place.line), number(place.column))
}

fn range(places: &Range<Position>) -> lsp::Range {
    lsp::Range::new(position(places.start), position(places.end))
}

fn range_of(bytes: &Range<usize>, text: &Text, encoding: PositionEncoding) -> lsp::Range {
    range(&(text.position_of(bytes.start, encoding)..text.position_of(bytes.end, encoding)))
}
