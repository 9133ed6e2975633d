//! Definition, references and highlights: where else a draft names what the cursor is on.

use std::ops::Range;
use std::path::Path;
use std::str::FromStr;

use tower_lsp::ls_types as lsp;

use super::Target;
use crate::features::phrases;
use crate::features::references::{self, Named};
use crate::lexicon::Origin;
use crate::server::uri::file_uri;

/// Where what is named at a position is set down.
pub fn definition(target: &Target<'_>, position: lsp::Position, links: bool) -> Option<lsp::GotoDefinitionResponse> {
    let byte = target.byte(position)?;
    let own = phrases::origin(target.linter, byte).and_then(|(_, origin)| in_lexicon(&origin));
    if let Some(location) = own {
        return Some(lsp::GotoDefinitionResponse::Scalar(location));
    }
    let Named { place, definitions, .. } = references::at(target.linter, byte)?;
    let uri = target.uri()?;
    if links {
        let link = |found: &Range<usize>| lsp::LocationLink {
            origin_selection_range: Some(target.range(&place)),
            target_uri: uri.clone(),
            target_range: target.range(found),
            target_selection_range: target.range(found),
        };
        return Some(lsp::GotoDefinitionResponse::Link(definitions.iter().map(link).collect()));
    }
    Some(lsp::GotoDefinitionResponse::Array(locations(target, &definitions)?))
}

/// The entry of a phrase in the workspace's own lexicon.
fn in_lexicon(origin: &Origin) -> Option<lsp::Location> {
    let uri = lsp::Uri::from_str(&file_uri(Path::new(&*origin.file))?).ok()?;
    let start = lsp::Position { line: u32::try_from(origin.line).ok()?, character: 0 };
    Some(lsp::Location { uri, range: lsp::Range { start, end: start } })
}

/// All places that name what is named at a position.
pub fn references(
    target: &Target<'_>,
    position: lsp::Position,
    context: lsp::ReferenceContext,
) -> Option<Vec<lsp::Location>> {
    let named = references::at(target.linter, target.byte(position)?)?;
    let mut all = named.mentions;
    if context.include_declaration {
        all.extend(named.definitions);
        all.sort_by_key(|range| range.start);
    }
    locations(target, &all)
}

/// The same places in the text that is shown.
pub fn highlights(target: &Target<'_>, position: lsp::Position) -> Option<Vec<lsp::DocumentHighlight>> {
    let all = references::alike(target.linter, target.byte(position)?);
    let mark =
        |range| lsp::DocumentHighlight { range: target.range(range), kind: Some(lsp::DocumentHighlightKind::TEXT) };
    (!all.is_empty()).then(|| all.iter().map(mark).collect())
}

fn locations(target: &Target<'_>, ranges: &[Range<usize>]) -> Option<Vec<lsp::Location>> {
    let uri = target.uri()?;
    Some(ranges.iter().map(|range| lsp::Location { uri: uri.clone(), range: target.range(range) }).collect())
}
