//! Inlay hints.

use tower_lsp::ls_types as lsp;

use super::Target;
use crate::features::hints::{self, Hint, Wanted};
use crate::server::abilities::Abilities;

/// The hints in a range.
pub fn hints(target: &Target<'_>, range: lsp::Range, abilities: &Abilities) -> Option<Vec<lsp::InlayHint>> {
    let wanted = Wanted { lenses: abilities.lenses && !abilities.lenses_on_demand, figures: abilities.figure_hints };
    let hints = hints::within(target.linter, &target.bytes(range)?, wanted);
    Some(hints.into_iter().map(|hint| shown(hint, target)).collect())
}

fn shown(hint: Hint, target: &Target<'_>) -> lsp::InlayHint {
    lsp::InlayHint {
        position: target.range(&(hint.at..hint.at)).start,
        label: lsp::InlayHintLabel::String(hint.label),
        kind: None,
        text_edits: None,
        tooltip: Some(lsp::InlayHintTooltip::String(hint.tooltip)),
        padding_left: Some(true),
        padding_right: Some(true),
        data: None,
    }
}
