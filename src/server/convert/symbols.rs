//! The outline as symbols.

use std::cell::Cell;
use std::collections::HashSet;
use std::ops::Range;
use std::str::FromStr;

use tower_lsp::ls_types as lsp;
use tower_lsp::ls_types::Uri;

use super::{Target, position, range};
use crate::features::indicators::{self, Entry};
use crate::features::outline::{self, Symbol, SymbolKind};
use crate::features::whole::Whole;
use crate::server::abilities::Abilities;
use crate::server::uri::Key;
use crate::server::workspace::Checked;
use crate::text::PositionEncoding;

/// Lines and columns of a draft's sections.
struct Places<'a> {
    whole: &'a Whole<'a>,
    encoding: PositionEncoding,
    /// The last end that was asked for: what a heading has under it ends where the last section under it does.
    end: Cell<Option<(usize, lsp::Position)>>,
}

impl Places<'_> {
    fn at(&self, byte: usize) -> lsp::Position {
        position(self.whole.position_of(byte, self.encoding))
    }

    fn end(&self, byte: usize) -> lsp::Position {
        let (_, end) = self.end.get().filter(|(last, _)| *last == byte).unwrap_or_else(|| (byte, self.at(byte)));
        self.end.set(Some((byte, end)));
        end
    }
}

/// The outline, nested or flat as the client can show it.
pub fn symbols(target: &Target<'_>, abilities: &Abilities) -> Option<lsp::DocumentSymbolResponse> {
    let whole = Whole::of(target.draft());
    let places = Places { whole: &whole, encoding: target.encoding, end: Cell::default() };
    let symbols = outline::symbols_of(&whole);
    if abilities.nested_symbols {
        let nested = symbols.into_iter().map(|symbol| nested_symbol(symbol, &places));
        return Some(lsp::DocumentSymbolResponse::Nested(nested.collect()));
    }
    let uri = target.uri()?;
    let mut flat = Vec::new();
    for symbol in symbols {
        let location = |bytes: &Range<usize>| lsp::Location {
            uri: uri.clone(),
            range: lsp::Range::new(places.at(bytes.start), places.end(bytes.end)),
        };
        flatten(symbol, None, &mut flat, &location);
    }
    Some(lsp::DocumentSymbolResponse::Flat(flat))
}

#[allow(deprecated, reason = "the struct has no constructor that leaves the deprecated field out")]
fn nested_symbol(symbol: Symbol, places: &Places<'_>) -> lsp::DocumentSymbol {
    let children = symbol.children.into_iter().map(|child| nested_symbol(child, places)).collect();
    // A section begins with its heading.
    let [start, heading] = [symbol.range.start, symbol.selection.end].map(|byte| places.at(byte));
    let end = places.end(symbol.range.end);
    lsp::DocumentSymbol {
        name: symbol.name,
        detail: Some(symbol.detail).filter(|detail| !detail.is_empty()),
        kind: symbol_kind(symbol.kind),
        tags: None,
        deprecated: None,
        range: lsp::Range::new(start, end),
        selection_range: lsp::Range::new(start, heading),
        children: Some(children),
    }
}

#[allow(deprecated, reason = "the struct has no constructor that leaves the deprecated field out")]
fn flatten(
    symbol: Symbol,
    container: Option<&str>,
    flat: &mut Vec<lsp::SymbolInformation>,
    location: &dyn Fn(&Range<usize>) -> lsp::Location,
) {
    flat.push(lsp::SymbolInformation {
        name: symbol.name.clone(),
        kind: symbol_kind(symbol.kind),
        tags: None,
        deprecated: None,
        location: location(&symbol.range),
        container_name: container.map(str::to_owned),
    });
    for child in symbol.children {
        flatten(child, Some(&symbol.name), flat, location);
    }
}

fn symbol_kind(kind: SymbolKind) -> lsp::SymbolKind {
    match kind {
        SymbolKind::Title => lsp::SymbolKind::FILE,
        SymbolKind::Part => lsp::SymbolKind::MODULE,
        SymbolKind::Heading(_) => lsp::SymbolKind::STRING,
        SymbolKind::Lead => lsp::SymbolKind::KEY,
    }
}

/// Headings of the open drafts and then of the others whose names have the characters of a query in its order; then
/// indicators whose names with value and year have its words. At most `limit`.
pub fn workspace_symbols<'a>(
    open: impl Iterator<Item = Target<'a>>,
    others: &[Checked],
    query: &str,
    limit: usize,
) -> lsp::WorkspaceSymbolResponse {
    let open: Vec<Target<'a>> = open.collect();
    let names: HashSet<Key> = open.iter().map(|target| Key::new(target.uri)).collect();
    let closed: Vec<(&Checked, Uri)> = others
        .iter()
        .filter(|other| !names.contains(&Key::new(&other.uri)))
        .filter_map(|other| Some((other, Uri::from_str(&other.uri).ok()?)))
        .collect();
    let mut found = headings(&open, &closed, query, limit);
    if may_be_indicator(query) && found.len() < limit {
        found.extend(values(&open, &closed, query, limit));
    }
    found.truncate(limit);
    lsp::WorkspaceSymbolResponse::Nested(found)
}

/// Whether a query may be for an indicator: one character would find hundreds.
pub fn may_be_indicator(query: &str) -> bool {
    query.chars().filter(|ch| !ch.is_whitespace()).count() > 1
}

type Closed<'a> = (&'a Checked, Uri);

fn headings(open: &[Target<'_>], closed: &[Closed<'_>], query: &str, limit: usize) -> Vec<lsp::WorkspaceSymbol> {
    let of_open = open.iter().filter_map(|target| Some((target, target.uri()?))).flat_map(|(target, uri)| {
        let symbols = outline::matching(target.draft(), query).into_iter().take(limit);
        symbols.map(move |symbol| heading(&symbol, location(&uri, target.range(&symbol.selection))))
    });
    let of_closed = closed.iter().flat_map(|(draft, uri)| {
        let symbols = draft.symbols.iter().filter(|(symbol, _)| outline::matches(symbol, query)).take(limit);
        symbols.map(|(symbol, place)| heading(symbol, location(uri, range(place))))
    });
    of_open.chain(of_closed).collect()
}

fn values(open: &[Target<'_>], closed: &[Closed<'_>], query: &str, limit: usize) -> Vec<lsp::WorkspaceSymbol> {
    let of_open = open.iter().filter_map(|target| Some((target, target.uri()?))).flat_map(|(target, uri)| {
        let entries = indicators::entries(target.draft()).into_iter();
        let entries = entries.filter(|entry| indicators::matches(entry, query)).take(limit);
        entries.map(move |entry| value(&entry, location(&uri, target.range(&entry.range))))
    });
    let of_closed = closed.iter().flat_map(|(draft, uri)| {
        let entries = draft.indicators.iter().flat_map(|entries| entries.iter());
        let entries = entries.filter(|(entry, _)| indicators::matches(entry, query)).take(limit);
        entries.map(|(entry, place)| value(entry, location(uri, range(place))))
    });
    of_open.chain(of_closed).collect()
}

fn location(uri: &Uri, range: lsp::Range) -> lsp::Location {
    lsp::Location { uri: uri.clone(), range }
}

fn heading(symbol: &Symbol, location: lsp::Location) -> lsp::WorkspaceSymbol {
    workspace_symbol(symbol.name.clone(), symbol_kind(symbol.kind), symbol.detail.clone(), location)
}

fn value(entry: &Entry, location: lsp::Location) -> lsp::WorkspaceSymbol {
    workspace_symbol(entry.name.clone(), lsp::SymbolKind::NUMBER, entry.words.clone(), location)
}

fn workspace_symbol(
    name: String,
    kind: lsp::SymbolKind,
    container: String,
    location: lsp::Location,
) -> lsp::WorkspaceSymbol {
    let (container_name, location) = (Some(container), lsp::OneOf::Left(location));
    lsp::WorkspaceSymbol { name, kind, tags: None, container_name, location, data: None }
}
