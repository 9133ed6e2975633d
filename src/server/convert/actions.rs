//! Code actions and the edits they make.

use std::collections::{HashMap, HashSet};
use std::ops::Range;
use std::path::Path;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use tower_lsp::ls_types as lsp;

use super::diagnostics::diagnostics;
use super::{Target, range_of};
use crate::config::{FILE_NAME, turned_off};
use crate::features::actions::{self, Action, ActionKind, Comment, Elsewhere, rewrite};
use crate::rules::Applicability;
use crate::server::abilities::Abilities;
use crate::server::diagnostics::{self as shown, Item};
use crate::server::settings::ConfigFile;
use crate::server::uri::file_uri;
use crate::text::{Edit, Text};

/// Kind of the action that makes all safe fixes of a draft.
pub const FIX_ALL: lsp::CodeActionKind = lsp::CodeActionKind::new("source.fixAll.hegao");

/// What is needed to make a rewrite that was offered without its edits.
#[derive(Serialize, Deserialize)]
struct Later {
    uri: String,
    version: i32,
    rewrite: String,
    /// Bytes of that version.
    range: Range<usize>,
}

/// The actions of a range, of the kinds that the client wants. A place that does not exist has none; the client's text
/// has gone on since it asked.
pub fn code_actions(
    target: &Target<'_>,
    params: &lsp::CodeActionParams,
    config: Option<&ConfigFile>,
    abilities: &Abilities,
) -> lsp::CodeActionResponse {
    let context = &params.context;
    let wanted = |kind: &lsp::CodeActionKind| match &context.only {
        Some(only) => only.iter().any(|only| covers(only.as_str(), kind.as_str())),
        // An editor asks on its own at every move of the cursor; all fixes of the draft are not looked for then.
        None => *kind != FIX_ALL || context.trigger_kind != Some(lsp::CodeActionTriggerKind::AUTOMATIC),
    };
    let range = target.bytes(params.range);
    let mut found = Vec::new();
    if let Some(range) = range.clone().filter(|_| wanted(&lsp::CodeActionKind::QUICKFIX)) {
        found = actions::fixes_at(target.linter, range);
    }
    let only_fix = found.len() == 1;
    // A fix that counts the level through leaves nothing for the rewrite that does the same.
    let fixes: Vec<Vec<Edit>> = found.iter().map(|action| action.edits.clone()).collect();
    if let Some(range) = range.clone().filter(|_| wanted(&lsp::CodeActionKind::QUICKFIX)) {
        found.extend(actions::ignore_at(target.linter, range, comment(target.uri)));
    }
    if wanted(&FIX_ALL) {
        found.extend(actions::fix_all(target.linter));
    }
    let mut all: Vec<lsp::CodeAction> =
        found.into_iter().map(|action| code_action(action, only_fix, target, abilities)).collect();
    if let Some((range, config)) = range.clone().zip(config).filter(|_| wanted(&lsp::CodeActionKind::QUICKFIX)) {
        all.extend(silenced(target, range, config, abilities));
    }
    if let Some(range) = range {
        let rewrites = rewrite::offered(target.draft(), &range).into_iter();
        let same = |name| rewrite::made(target.draft(), name, &range).is_some_and(|edits| fixes.contains(&edits));
        let rewrites = rewrites.filter(|(rewrite, _)| fixes.is_empty() || !same(rewrite.name));
        let offered = rewrites.map(|(rewrite, title)| (rewrite_kind(rewrite.name), rewrite.name, title));
        let offered = offered.filter(|(kind, ..)| wanted(kind));
        all.extend(offered.filter_map(|(kind, name, title)| {
            let action = lsp::CodeAction { title, kind: Some(kind), ..lsp::CodeAction::default() };
            rewriting(action, name, &range, target, abilities)
        }));
    }
    all.into_iter().map(Into::into).collect()
}

/// How a draft of that name writes what does not count as text.
fn comment(uri: &str) -> Comment {
    let name = uri.to_ascii_lowercase();
    if name.ends_with(".md") || name.ends_with(".markdown") { Comment::Markdown } else { Comment::Plain }
}

/// For each rule with a finding in a range: the edit of the configuration that turns it off.
fn silenced<'a>(
    target: &'a Target<'_>,
    range: Range<usize>,
    config: &'a ConfigFile,
    abilities: &'a Abilities,
) -> impl Iterator<Item = lsp::CodeAction> + 'a {
    let mut rules: Vec<_> = target.linter.findings_at(range).into_iter().map(|finding| finding.rule).collect();
    let mut seen = HashSet::new();
    rules.retain(|rule| seen.insert(rule.name));
    rules.into_iter().filter_map(move |rule| {
        Some(lsp::CodeAction {
            title: format!("在 {FILE_NAME} 中关闭规则：{}（{}）", rule.title, rule.name),
            kind: Some(lsp::CodeActionKind::QUICKFIX),
            edit: Some(turning_off(rule.name, config, abilities)?),
            ..lsp::CodeAction::default()
        })
    })
}

fn turning_off(rule: &str, config: &ConfigFile, abilities: &Abilities) -> Option<lsp::WorkspaceEdit> {
    let uri = lsp::Uri::from_str(&config.uri).ok()?;
    let text = config.text.clone().unwrap_or_default();
    let edit = turned_off(&text, rule)?;
    let range = range_of(&edit.range, &Text::new(&text), abilities.encoding);
    let edit = lsp::TextEdit::new(range, edit.text);
    if config.text.is_some() && !abilities.versioned_edits {
        let changes = Some(HashMap::from([(uri, vec![edit])]));
        return Some(lsp::WorkspaceEdit { changes, ..Default::default() });
    }
    let of_text = lsp::TextDocumentEdit {
        text_document: lsp::OptionalVersionedTextDocumentIdentifier { uri: uri.clone(), version: None },
        edits: vec![lsp::OneOf::Left(edit)],
    };
    let changes = if config.text.is_some() {
        lsp::DocumentChanges::Edits(vec![of_text])
    } else if abilities.versioned_edits && abilities.new_files {
        let options = Some(lsp::CreateFileOptions { overwrite: None, ignore_if_exists: Some(true) });
        let create = lsp::CreateFile { uri, options, annotation_id: None };
        lsp::DocumentChanges::Operations(vec![
            lsp::DocumentChangeOperation::Op(lsp::ResourceOp::Create(create)),
            lsp::DocumentChangeOperation::Edit(of_text),
        ])
    } else {
        return None;
    };
    Some(lsp::WorkspaceEdit { document_changes: Some(changes), ..lsp::WorkspaceEdit::default() })
}

/// The rewrite with its edits, or with what is needed to make them when the client asks for them.
fn rewriting(
    mut action: lsp::CodeAction,
    name: &str,
    range: &Range<usize>,
    target: &Target<'_>,
    abilities: &Abilities,
) -> Option<lsp::CodeAction> {
    if abilities.lazy_actions {
        let (uri, version) = (target.uri.to_owned(), target.version);
        let later = Later { uri, version, rewrite: name.to_owned(), range: range.clone() };
        action.data = serde_json::to_value(later).ok();
    } else {
        action.edit = Some(workspace_edit(target, &rewrite::made(target.draft(), name, range)?, abilities)?);
    }
    Some(action)
}

/// The draft that a rewrite is for.
pub fn rewritten_draft(action: &lsp::CodeAction) -> Option<String> {
    Some(serde_json::from_value::<Later>(action.data.clone()?).ok()?.uri)
}

/// The rewrite with its edits; `None` when the draft has changed since it was offered.
pub fn resolved(action: lsp::CodeAction, target: &Target<'_>, abilities: &Abilities) -> Option<lsp::CodeAction> {
    let later = serde_json::from_value::<Later>(action.data.clone()?).ok()?;
    if later.version != target.version {
        return None;
    }
    let edits = rewrite::made(target.draft(), &later.rewrite, &later.range)?;
    Some(lsp::CodeAction { edit: workspace_edit(target, &edits, abilities), data: None, ..action })
}

/// A kind for each rewrite, so that a key can be bound to it: `refactor.rewrite.promote`.
fn rewrite_kind(name: &str) -> lsp::CodeActionKind {
    lsp::CodeActionKind::from(format!("{}.{name}", lsp::CodeActionKind::REFACTOR_REWRITE.as_str()))
}

/// Whether a kind that was asked for means another, as `source` means `source.fixAll.hegao`.
fn covers(asked: &str, kind: &str) -> bool {
    kind.strip_prefix(asked).is_some_and(|rest| asked.is_empty() || rest.is_empty() || rest.starts_with('.'))
}

fn action_kind(kind: ActionKind) -> lsp::CodeActionKind {
    match kind {
        ActionKind::QuickFix => lsp::CodeActionKind::QUICKFIX,
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
        edit: match &action.elsewhere {
            Some(elsewhere) => elsewhere_edit(elsewhere, abilities),
            None => workspace_edit(target, &action.edits, abilities),
        },
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

/// Lines put into another file, of whatever version it is.
fn elsewhere_edit(elsewhere: &Elsewhere, abilities: &Abilities) -> Option<lsp::WorkspaceEdit> {
    let uri = lsp::Uri::from_str(&file_uri(Path::new(&*elsewhere.origin.file))?).ok()?;
    let place = lsp::Position { line: u32::try_from(elsewhere.origin.line).ok()?, character: 0 };
    let edit = lsp::TextEdit::new(lsp::Range { start: place, end: place }, elsewhere.text.clone());
    if !abilities.versioned_edits {
        return Some(lsp::WorkspaceEdit { changes: Some(HashMap::from([(uri, vec![edit])])), ..Default::default() });
    }
    let text_document = lsp::OptionalVersionedTextDocumentIdentifier { uri, version: None };
    let edit = lsp::TextDocumentEdit { text_document, edits: vec![lsp::OneOf::Left(edit)] };
    let document_changes = Some(lsp::DocumentChanges::Edits(vec![edit]));
    Some(lsp::WorkspaceEdit { document_changes, ..lsp::WorkspaceEdit::default() })
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
