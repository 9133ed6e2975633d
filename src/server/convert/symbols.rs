//! The outline as symbols.

use std::ops::Range;

use tower_lsp::ls_types as lsp;

use super::Target;
use crate::features::outline::{self, Symbol, SymbolKind};
use crate::server::abilities::Abilities;

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

/// Symbols of all drafts whose names have the characters of a query, in its order; at most `limit`.
pub fn workspace_symbols<'a>(
    targets: impl Iterator<Item = Target<'a>>,
    query: &str,
    limit: usize,
) -> lsp::WorkspaceSymbolResponse {
    let found = targets.flat_map(|target| {
        let named = outline::matching(target.draft(), query);
        let uri = target.uri();
        let place = move |symbol: Symbol| {
            let location = lsp::Location { uri: uri.clone()?, range: target.range(&symbol.selection) };
            Some(workspace_symbol(symbol, location))
        };
        named.into_iter().filter_map(place)
    });
    lsp::WorkspaceSymbolResponse::Nested(found.take(limit).collect())
}

fn workspace_symbol(symbol: Symbol, location: lsp::Location) -> lsp::WorkspaceSymbol {
    lsp::WorkspaceSymbol {
        name: symbol.name,
        kind: symbol_kind(symbol.kind),
        tags: None,
        container_name: Some(symbol.detail),
        location: lsp::OneOf::Left(location),
        data: None,
    }
}
