//! On-type formatting.

use tower_lsp::ls_types as lsp;

use super::Target;
use crate::features::typing;

/// What is written after a character was typed.
pub fn typed(target: &Target<'_>, position: lsp::Position, character: &str) -> Option<Vec<lsp::TextEdit>> {
    let edits = typing::typed(target.linter, target.byte(position)?, character);
    Some(edits.into_iter().map(|edit| lsp::TextEdit::new(target.range(&edit.range), edit.text)).collect())
}
