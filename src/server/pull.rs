//! Diagnostics that the client asks for instead of being sent them (LSP 3.17, pull diagnostics).

use std::collections::{HashMap, HashSet};
use std::str::FromStr;

use tower_lsp::ls_types as lsp;
use tower_lsp::ls_types::Uri;

use super::abilities::Abilities;
use super::convert;
use super::draft::OpenDraft;
use super::uri::Key;
use super::workspace::Checked;

/// The diagnostics of one draft that a client asked for; an empty list for a draft that is not open.
pub fn document_report(
    draft: Option<&mut OpenDraft>,
    previous: Option<&str>,
    abilities: &Abilities,
) -> lsp::DocumentDiagnosticReport {
    match draft.map(|draft| report(draft, previous, abilities)) {
        None => lsp::RelatedFullDocumentDiagnosticReport::default().into(),
        Some(Ok(full)) => {
            lsp::RelatedFullDocumentDiagnosticReport { full_document_diagnostic_report: full, related_documents: None }
                .into()
        }
        Some(Err(unchanged)) => lsp::RelatedUnchangedDocumentDiagnosticReport {
            unchanged_document_diagnostic_report: unchanged,
            related_documents: None,
        }
        .into(),
    }
}

/// The diagnostics of all open drafts and of those `checked` that are not open, and an empty list for each that is
/// gone since the client last asked.
pub fn workspace_report(
    drafts: Vec<&mut OpenDraft>,
    checked: &[Checked],
    previous: &[lsp::PreviousResultId],
    abilities: &Abilities,
) -> lsp::WorkspaceDiagnosticReport {
    let known: HashMap<Key, &str> = previous.iter().map(|id| (Key::new(id.uri.as_str()), id.value.as_str())).collect();
    let open: HashSet<Key> = drafts.iter().map(|draft| Key::new(&draft.uri)).collect();
    let closed: Vec<(Key, &Checked)> = checked.iter().map(|one| (Key::new(&one.uri), one)).collect();
    let closed: Vec<(Key, &Checked)> = closed.into_iter().filter(|(key, _)| !open.contains(key)).collect();
    let there: HashSet<&Key> = open.iter().chain(closed.iter().map(|(key, _)| key)).collect();
    let gone = previous.iter().filter(|id| !there.contains(&Key::new(id.uri.as_str())));
    let mut items: Vec<lsp::WorkspaceDocumentDiagnosticReport> =
        gone.map(|id| item(&id.uri, None, Ok(lsp::FullDocumentDiagnosticReport::default()))).collect();
    for draft in drafts {
        let Ok(uri) = Uri::from_str(&draft.uri) else { continue };
        let previous = known.get(&Key::new(&draft.uri)).copied();
        let version = i64::from(draft.version);
        items.push(item(&uri, Some(version), report(draft, previous, abilities)));
    }
    for (key, checked) in closed {
        let Ok(uri) = Uri::from_str(&checked.uri) else { continue };
        items.push(item(&uri, None, unopened(checked, known.get(&key).copied(), abilities)));
    }
    lsp::WorkspaceDiagnosticReport { items }
}

/// Whether a report tells a client nothing that it does not know.
pub fn is_old(report: &lsp::WorkspaceDiagnosticReport) -> bool {
    report.items.iter().all(|item| matches!(item, lsp::WorkspaceDocumentDiagnosticReport::Unchanged(_)))
}

fn item(uri: &Uri, version: Option<i64>, report: Report) -> lsp::WorkspaceDocumentDiagnosticReport {
    let uri = uri.clone();
    match report {
        Ok(full_document_diagnostic_report) => {
            lsp::WorkspaceFullDocumentDiagnosticReport { uri, version, full_document_diagnostic_report }.into()
        }
        Err(unchanged_document_diagnostic_report) => {
            lsp::WorkspaceUnchangedDocumentDiagnosticReport { uri, version, unchanged_document_diagnostic_report }
                .into()
        }
    }
}

fn unopened(checked: &Checked, previous: Option<&str>, abilities: &Abilities) -> Report {
    let result_id = checked.result_id.clone();
    if previous == Some(&result_id) {
        return Err(lsp::UnchangedDocumentDiagnosticReport { result_id });
    }
    let items = convert::diagnostics(&checked.uri, &checked.items, abilities);
    Ok(lsp::FullDocumentDiagnosticReport { result_id: Some(result_id), items })
}

/// A list, or that it is the one before.
type Report = Result<lsp::FullDocumentDiagnosticReport, lsp::UnchangedDocumentDiagnosticReport>;

fn report(draft: &mut OpenDraft, previous: Option<&str>, abilities: &Abilities) -> Report {
    if let Some(previous) = previous.filter(|_| abilities.refresh && draft.held().is_some()) {
        // The client is asked to ask again when the user has finished the word.
        return Err(lsp::UnchangedDocumentDiagnosticReport { result_id: previous.to_owned() });
    }
    let uri = draft.uri.clone();
    let (items, result_id) = draft.shown();
    if previous == Some(result_id.as_str()) {
        return Err(lsp::UnchangedDocumentDiagnosticReport { result_id });
    }
    let items = convert::diagnostics(&uri, items, abilities);
    Ok(lsp::FullDocumentDiagnosticReport { result_id: Some(result_id), items })
}
