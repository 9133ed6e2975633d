//! Code actions and the edits they make.

use std::collections::HashMap;

use tower_lsp::ls_types as lsp;

use super::Target;
use super::diagnostics::diagnostics;
use crate::features::actions::{self, Action, ActionKind};
use crate::rules::Applicability;
use crate::server::abilities::Abilities;
use crate::server::diagnostics::{self as shown, Item};
use crate::text::Edit;

/// Kind of the action that makes all safe fixes of a draft.
pub const FIX_ALL: lsp::CodeActionKind = lsp::CodeActionKind::new("source.fixAll.hegao");

/// The actions of a range, of the kinds that the client wants.
pub fn code_actions(
    target: &Target<'_>,
    params: &lsp::CodeActionParams,
    abilities: &Abilities,
) -> lsp::CodeActionResponse {
    let linter = target.linter;
    let context = &params.context;
    let wanted = |kind: &lsp::CodeActionKind| match &context.only {
        Some(only) => only.iter().any(|only| covers(only.as_str(), kind.as_str())),
        // An editor asks on its own at every move of the cursor; all fixes of the draft are not looked for then.
        None => *kind != FIX_ALL || context.trigger_kind != Some(lsp::CodeActionTriggerKind::AUTOMATIC),
    };
    let mut found = Vec::new();
    if wanted(&lsp::CodeActionKind::QUICKFIX) || wanted(&lsp::CodeActionKind::REFACTOR_REWRITE) {
        // A place that does not exist has no actions; the client's text has gone on since it asked.
        found = target.bytes(params.range).map_or_else(Vec::new, |range| actions::at(linter, range));
    }
    if wanted(&FIX_ALL) {
        found.extend(actions::fix_all(linter));
    }
    let fixes = found.iter().filter(|action| action.kind == ActionKind::QuickFix).count();
    let wanted = found.into_iter().filter(|action| wanted(&action_kind(action.kind)));
    wanted.map(|action| code_action(action, fixes == 1, target, abilities).into()).collect()
}

/// Whether a kind that was asked for means another, as `source` means `source.fixAll.hegao`.
fn covers(asked: &str, kind: &str) -> bool {
    kind.strip_prefix(asked).is_some_and(|rest| asked.is_empty() || rest.is_empty() || rest.starts_with('.'))
}

fn action_kind(kind: ActionKind) -> lsp::CodeActionKind {
    match kind {
        ActionKind::QuickFix => lsp::CodeActionKind::QUICKFIX,
        ActionKind::Rewrite => lsp::CodeActionKind::REFACTOR_REWRITE,
        ActionKind::FixAll => FIX_ALL,
    }
}

fn code_action(action: Action, only_fix: bool, target: &Target<'_>, abilities: &Abilities) -> lsp::CodeAction {
    let fix = action.finding.as_ref().and_then(|finding| finding.fix.as_ref());
    let safe = fix.is_some_and(|fix| fix.applicability == Applicability::Safe);
    let items: Vec<Item> =
        action.finding.into_iter().map(|finding| shown::shown(finding, target.text(), target.encoding)).collect();
    lsp::CodeAction {
        title: action.title,
        kind: Some(action_kind(action.kind)),
        diagnostics: (!items.is_empty()).then(|| diagnostics(target.uri, &items, abilities)),
        edit: workspace_edit(target, &action.edits, abilities),
        is_preferred: (abilities.preferred_actions && only_fix && safe).then_some(true),
        ..lsp::CodeAction::default()
    }
}

/// Edits of one draft, of the version they were made for where the client looks at it.
pub fn workspace_edit(target: &Target<'_>, edits: &[Edit], abilities: &Abilities) -> Option<lsp::WorkspaceEdit> {
    let uri = target.uri()?;
    let edit = |edit: &Edit| lsp::TextEdit::new(target.range(&edit.range), edit.text.clone());
    let edits = edits.iter().map(edit);
    if !abilities.versioned_edits {
        return Some(lsp::WorkspaceEdit {
            changes: Some(HashMap::from([(uri, edits.collect())])),
            ..Default::default()
        });
    }
    let edit = lsp::TextDocumentEdit {
        text_document: lsp::OptionalVersionedTextDocumentIdentifier { uri, version: Some(target.version) },
        edits: edits.map(lsp::OneOf::Left).collect(),
    };
    Some(lsp::WorkspaceEdit {
        document_changes: Some(lsp::DocumentChanges::Edits(vec![edit])),
        ..lsp::WorkspaceEdit::default()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_kind_covers_those_under_it() {
        assert!(covers("source", "source.fixAll.hegao") && covers("", "quickfix") && covers("quickfix", "quickfix"));
        assert!(!covers("source.fix", "source.fixAll.hegao") && !covers("refactor.rewrite.x", "refactor.rewrite"));
    }
}
