//! Diagnostics that the client asks for instead of being sent them (LSP 3.17, pull diagnostics).

use std::str::FromStr;

use tower_lsp::ls_types as lsp;
use tower_lsp::ls_types::Uri;

use super::abilities::Abilities;
use super::convert;
use super::draft::OpenDraft;
use super::uri::Key;

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

/// The diagnostics of all open drafts, and an empty list for each that has been closed since the client last asked.
pub fn workspace_report(
    drafts: Vec<&mut OpenDraft>,
    previous: &[lsp::PreviousResultId],
    abilities: &Abilities,
) -> lsp::WorkspaceDiagnosticReport {
    let same = |a: &str, b: &Uri| Key::new(a) == Key::new(b.as_str());
    let closed = previous.iter().filter(|id| !drafts.iter().any(|draft| same(&draft.uri, &id.uri)));
    let empty = |id: &lsp::PreviousResultId| lsp::WorkspaceFullDocumentDiagnosticReport {
        uri: id.uri.clone(),
        version: None,
        full_document_diagnostic_report: lsp::FullDocumentDiagnosticReport::default(),
    };
    let mut items: Vec<lsp::WorkspaceDocumentDiagnosticReport> = closed.map(|id| empty(id).into()).collect();
    for draft in drafts {
        let Ok(uri) = Uri::from_str(&draft.uri) else { continue };
        let version = Some(i64::from(draft.version));
        let id = previous.iter().find(|id| same(&draft.uri, &id.uri)).map(|id| id.value.as_str());
        items.push(match report(draft, id, abilities) {
            Ok(full_document_diagnostic_report) => {
                lsp::WorkspaceFullDocumentDiagnosticReport { uri, version, full_document_diagnostic_report }.into()
            }
            Err(unchanged_document_diagnostic_report) => {
                lsp::WorkspaceUnchangedDocumentDiagnosticReport { uri, version, unchanged_document_diagnostic_report }
                    .into()
            }
        });
    }
    lsp::WorkspaceDiagnosticReport { items }
}

fn report(
    draft: &mut OpenDraft,
    previous: Option<&str>,
    abilities: &Abilities,
) -> Result<lsp::FullDocumentDiagnosticReport, lsp::UnchangedDocumentDiagnosticReport> {
    let uri = draft.uri.clone();
    let (items, result_id) = draft.shown();
    if previous == Some(result_id.as_str()) {
        return Err(lsp::UnchangedDocumentDiagnosticReport { result_id });
    }
    let items = convert::diagnostics(&uri, items, abilities);
    Ok(lsp::FullDocumentDiagnosticReport { result_id: Some(result_id), items })
}
