//! Renaming a short name or slogan of the draft.

use tower_lsp::ls_types as lsp;

use super::Target;
use super::actions::workspace_edit;
use crate::features::slogans;
use crate::server::abilities::Abilities;
use crate::text::Edit;

/// The name at a position, if it can be renamed.
pub fn renamed_at(target: &Target<'_>, position: lsp::Position) -> Option<lsp::PrepareRenameResponse> {
    let named = slogans::at(target.linter, target.byte(position)?)?;
    let placeholder = target.text().slice(named.place.clone()).into_owned();
    Some(lsp::PrepareRenameResponse::RangeWithPlaceholder { range: target.range(&named.place), placeholder })
}

/// The edits that give the name at a position another, everywhere in the draft.
///
/// # Errors
/// Why the new name cannot be one.
pub fn rename(
    target: &Target<'_>,
    position: lsp::Position,
    name: &str,
    abilities: &Abilities,
) -> Result<Option<lsp::WorkspaceEdit>, String> {
    slogans::check_name(name)?;
    let Some(named) = target.byte(position).and_then(|byte| slogans::at(target.linter, byte)) else {
        return Ok(None);
    };
    let mut places = [named.definitions, named.mentions].concat();
    places.sort_by_key(|range| range.start);
    let edits: Vec<Edit> = places.into_iter().map(|range| Edit { range, text: name.to_owned() }).collect();
    Ok(workspace_edit(target, &edits, abilities))
}
