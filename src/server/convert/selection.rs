//! Selection ranges.

use tower_lsp::ls_types as lsp;

use super::Target;
use crate::features::selection;

/// The ranges around each position; `None` when one is not there.
pub fn selections(target: &Target<'_>, positions: &[lsp::Position]) -> Option<Vec<lsp::SelectionRange>> {
    positions.iter().map(|position| selection(target, *position)).collect()
}

fn selection(target: &Target<'_>, position: lsp::Position) -> Option<lsp::SelectionRange> {
    let around = selection::around(target.linter, target.byte(position)?);
    let none = lsp::SelectionRange { range: lsp::Range::new(position, position), parent: None };
    let nested = around.iter().rev().fold(None, |parent, bytes| {
        Some(lsp::SelectionRange { range: target.range(bytes), parent: parent.map(Box::new) })
    });
    Some(nested.unwrap_or(none))
}
