//! Diagnostics, pushed and asked for.

use std::ops::Range;
use std::str::FromStr;

use serde::Serialize;
use serde_json::value::RawValue;
use tower_lsp::ls_types as lsp;
use tower_lsp::ls_types::Uri;

use super::range;
use crate::config::Severity;
use crate::server::abilities::Abilities;
use crate::server::diagnostics::Item;
use crate::server::manuals;
use crate::text::Position;

/// Parameters of `textDocument/publishDiagnostics`.
#[derive(Serialize)]
pub struct Published<'a> {
    uri: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    version: Option<i32>,
    diagnostics: &'a RawValue,
}

/// What is pushed of a draft, with the list as [`diagnostics_json`] gave it.
pub fn published<'a>(uri: &'a str, version: Option<i32>, diagnostics: &'a RawValue) -> Published<'a> {
    Published { uri, version, diagnostics }
}

/// The list of a draft's diagnostics, in JSON.
pub fn diagnostics_json(uri: &str, items: &[Item], abilities: &Abilities) -> Box<RawValue> {
    let list = diagnostics(uri, items, abilities);
    serde_json::value::to_raw_value(&list).unwrap_or_else(|_| RawValue::NULL.to_owned())
}

/// The list of a draft's diagnostics.
pub fn diagnostics(uri: &str, items: &[Item], abilities: &Abilities) -> Vec<lsp::Diagnostic> {
    let uri = Uri::from_str(uri).ok();
    items.iter().map(|item| diagnostic(item, uri.as_ref(), abilities)).collect()
}

fn diagnostic(item: &Item, uri: Option<&Uri>, abilities: &Abilities) -> lsp::Diagnostic {
    let name = item.rule.map(|rule| rule.name);
    let link = |name| Uri::from_str(&manuals::href(name)?).ok().map(|href| lsp::CodeDescription { href });
    let outside = item.outside.iter().filter_map(|(uri, range, message)| {
        Some(related_place(&Uri::from_str(uri).ok()?, &(range.clone(), message.clone())))
    });
    let related = uri.filter(|_| abilities.related && !(item.related.is_empty() && item.outside.is_empty()));
    lsp::Diagnostic {
        range: range(&item.range),
        severity: Some(severity(item.severity)),
        code: name.map(|name| lsp::NumberOrString::String(name.into())),
        code_description: name.filter(|_| abilities.code_description).and_then(link),
        source: Some("hegao".into()),
        message: item.message.clone(),
        related_information: related
            .map(|uri| item.related.iter().map(|other| related_place(uri, other)).chain(outside).collect()),
        tags: None,
        data: name.filter(|_| abilities.diagnostic_data).map(|name| serde_json::json!({ "rule": name })),
    }
}

fn related_place(uri: &Uri, (place, message): &(Range<Position>, String)) -> lsp::DiagnosticRelatedInformation {
    let location = lsp::Location { uri: uri.clone(), range: range(place) };
    lsp::DiagnosticRelatedInformation { location, message: message.clone() }
}

fn severity(severity: Severity) -> lsp::DiagnosticSeverity {
    match severity {
        Severity::Hint => lsp::DiagnosticSeverity::HINT,
        Severity::Info => lsp::DiagnosticSeverity::INFORMATION,
        Severity::Warning => lsp::DiagnosticSeverity::WARNING,
        Severity::Error => lsp::DiagnosticSeverity::ERROR,
    }
}
