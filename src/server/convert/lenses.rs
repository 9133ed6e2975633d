//! Code lenses.

use tower_lsp::ls_types as lsp;

use super::Target;
use crate::features::lenses;

/// The lines above the parts of a draft. Their command is empty: they tell something and do nothing.
pub fn lenses(target: &Target<'_>) -> Vec<lsp::CodeLens> {
    let lens = |lens: lenses::Lens| lsp::CodeLens {
        range: target.range(&lens.range),
        command: Some(lsp::Command { title: lens.title, command: String::new(), arguments: None }),
        data: None,
    };
    lenses::lenses(target.linter).into_iter().map(lens).collect()
}
