//! The outline as symbols.

use std::collections::HashSet;
use std::ops::Range;
use std::str::FromStr;

use tower_lsp::ls_types as lsp;
use tower_lsp::ls_types::Uri;

use super::{Target, range};
use crate::features::outline::{self, Symbol, SymbolKind};
use crate::server::abilities::Abilities;
use crate::server::uri::Key;
use crate::server::workspace::Checked;

/// The outline, nested or flat as the client can show it.
pub fn symbols(target: &Target<'_>, abilities: &Abilities) -> Option<lsp::DocumentSymbolResponse> {
    let symbols = outline::symbols(target.draft());
    if abilities.nested_symbols {
        let nested = symbols.into_iter().map(|symbol| nested_symbol(symbol, target));
        return Some(lsp::DocumentSymbolResponse::Nested(nested.collect()));
    }
    let uri = target.uri()?;
    let mut flat = Vec::new();
    for symbol in symbols {
        let location = |bytes: &Range<usize>| lsp::Location { uri: uri.clone(), range: target.range(bytes) };
        flatten(symbol, None, &mut flat, &location);
    }
    Some(lsp::DocumentSymbolResponse::Flat(flat))
}

#[allow(deprecated, reason = "the struct has no constructor that leaves the deprecated field out")]
fn nested_symbol(symbol: Symbol, target: &Target<'_>) -> lsp::DocumentSymbol {
    let children = symbol.children.into_iter().map(|child| nested_symbol(child, target)).collect();
    lsp::DocumentSymbol {
        name: symbol.name,
        detail: Some(symbol.detail).filter(|detail| !detail.is_empty()),
        kind: symbol_kind(symbol.kind),
        tags: None,
        deprecated: None,
        range: target.range(&symbol.range),
        selection_range: target.range(&symbol.selection),
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

/// Symbols of the open drafts, and then of the others, whose names have the characters of a query in its order; at
/// most `limit`.
pub fn workspace_symbols<'a>(
    open: impl Iterator<Item = Target<'a>>,
    others: &[Checked],
    query: &str,
    limit: usize,
) -> lsp::WorkspaceSymbolResponse {
    let mut names = HashSet::new();
    let mut found = Vec::new();
    for target in open {
        names.insert(Key::new(target.uri));
        let Some(uri) = target.uri() else { continue };
        let symbols = outline::matching(target.draft(), query).into_iter();
        found.extend(symbols.take(limit).map(|symbol| {
            let range = target.range(&symbol.selection);
            workspace_symbol(&symbol, lsp::Location { uri: uri.clone(), range })
        }));
    }
    for other in others.iter().filter(|other| !names.contains(&Key::new(&other.uri))) {
        let Ok(uri) = Uri::from_str(&other.uri) else { continue };
        let symbols = other.symbols.iter().filter(|(symbol, _)| outline::matches(symbol, query)).take(limit);
        found.extend(
            symbols.map(|(symbol, place)| {
                workspace_symbol(symbol, lsp::Location { uri: uri.clone(), range: range(place) })
            }),
        );
    }
    found.truncate(limit);
    lsp::WorkspaceSymbolResponse::Nested(found)
}

fn workspace_symbol(symbol: &Symbol, location: lsp::Location) -> lsp::WorkspaceSymbol {
    lsp::WorkspaceSymbol {
        name: symbol.name.clone(),
        kind: symbol_kind(symbol.kind),
        tags: None,
        container_name: Some(symbol.detail.clone()),
        location: lsp::OneOf::Left(location),
        data: None,
    }
}
