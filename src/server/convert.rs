//! Between hegao's types and LSP's. No other file has both.

use std::collections::HashMap;
use std::ops::Range;
use std::str::FromStr;

use serde::Serialize;
use serde_json::value::RawValue;
use tower_lsp::ls_types as lsp;
use tower_lsp::ls_types::Uri;

use super::abilities::{Abilities, FoldAbilities};
use super::diagnostics::{self, Item};
use crate::config::Severity;
use crate::features::actions::{self, Action, ActionKind};
use crate::features::folding::{self, Fold};
use crate::features::outline::{self, Symbol, SymbolKind};
use crate::rules::{Applicability, Linter};
use crate::text::{Change, Edit, Position, PositionEncoding, Text};

/// Kind of the action that makes all safe fixes of a draft.
pub const FIX_ALL: lsp::CodeActionKind = lsp::CodeActionKind::new("source.fixAll.hegao");

/// A draft that a request is about.
pub struct Target<'a> {
    /// As the client wrote it.
    pub uri: &'a str,
    pub version: i32,
    pub linter: &'a Linter,
}

/// What the client can do.
pub fn abilities(client: &lsp::ClientCapabilities) -> Abilities {
    let text = client.text_document.clone().unwrap_or_default();
    let workspace = client.workspace.clone().unwrap_or_default();
    let push = text.publish_diagnostics.unwrap_or_default();
    let pull = text.diagnostic.clone();
    let seen = pull.clone().unwrap_or_default();
    let actions = text.code_action.unwrap_or_default();
    let folds = text.folding_range.unwrap_or_default();
    let yes = |flag: Option<bool>| flag == Some(true);
    let either = |pushed, pulled| yes(if pull.is_some() { pulled } else { pushed }) || yes(pushed);
    Abilities {
        encoding: encoding(client),
        pull: pull.is_some(),
        refresh: yes(workspace.diagnostics.and_then(|diagnostics| diagnostics.refresh_support)),
        diagnostic_versions: yes(push.version_support),
        related: either(push.related_information, seen.related_information),
        code_description: either(push.code_description_support, seen.code_description_support),
        diagnostic_data: either(push.data_support, seen.data_support),
        nested_symbols: yes(text.document_symbol.and_then(|symbol| symbol.hierarchical_document_symbol_support)),
        folds: FoldAbilities {
            limit: folds.range_limit.map(|limit| limit as usize),
            label: yes(folds.folding_range.and_then(|range| range.collapsed_text)),
        },
        action_literals: actions.code_action_literal_support.is_some(),
        preferred_actions: yes(actions.is_preferred_support),
        versioned_edits: yes(workspace.workspace_edit.and_then(|edit| edit.document_changes)),
        watched_files: yes(workspace.did_change_watched_files.and_then(|watch| watch.dynamic_registration)),
    }
}

/// The first of the client's encodings that is known here; UTF-16 for a client that names none.
fn encoding(client: &lsp::ClientCapabilities) -> PositionEncoding {
    let offered = client.general.as_ref().and_then(|general| general.position_encodings.as_deref());
    let known = [PositionEncoding::Utf8, PositionEncoding::Utf16, PositionEncoding::Utf32];
    let first =
        offered.unwrap_or_default().iter().find_map(|kind| known.into_iter().find(|e| encoding_kind(*e) == *kind));
    first.unwrap_or_default()
}

/// The protocol's word for an encoding.
pub fn encoding_kind(encoding: PositionEncoding) -> lsp::PositionEncodingKind {
    match encoding {
        PositionEncoding::Utf8 => lsp::PositionEncodingKind::UTF8,
        PositionEncoding::Utf16 => lsp::PositionEncodingKind::UTF16,
        PositionEncoding::Utf32 => lsp::PositionEncodingKind::UTF32,
    }
}

/// Changes of a draft.
pub fn changes(events: Vec<lsp::TextDocumentContentChangeEvent>) -> Vec<Change> {
    let place = |range: lsp::Range| place(range.start)..place(range.end);
    events.into_iter().map(|event| Change { range: event.range.map(place), text: event.text }).collect()
}

fn place(position: lsp::Position) -> Position {
    Position { line: position.line as usize, column: position.character as usize }
}

fn position(place: Position) -> lsp::Position {
    let number = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    lsp::Position::new(number(place.line), number(place.column))
}

fn range(places: &Range<Position>) -> lsp::Range {
    lsp::Range::new(position(places.start), position(places.end))
}

fn range_of(bytes: &Range<usize>, text: &Text, encoding: PositionEncoding) -> lsp::Range {
    range(&(text.position_of(bytes.start, encoding)..text.position_of(bytes.end, encoding)))
}

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
    let link = |name| Uri::from_str(&super::manuals::href(name)?).ok().map(|href| lsp::CodeDescription { href });
    let related = uri.filter(|_| abilities.related && !item.related.is_empty());
    lsp::Diagnostic {
        range: range(&item.range),
        severity: Some(severity(item.severity)),
        code: name.map(|name| lsp::NumberOrString::String(name.into())),
        code_description: name.filter(|_| abilities.code_description).and_then(link),
        source: Some("hegao".into()),
        message: item.message.clone(),
        related_information: related.map(|uri| item.related.iter().map(|other| related_place(uri, other)).collect()),
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

/// The outline, nested or flat as the client can show it.
pub fn symbols(target: &Target<'_>, abilities: &Abilities) -> Option<lsp::DocumentSymbolResponse> {
    let draft = target.linter.draft();
    let (symbols, text) = (outline::symbols(draft), draft.text());
    if abilities.nested_symbols {
        let nested = symbols.into_iter().map(|symbol| nested_symbol(symbol, text, abilities.encoding));
        return Some(lsp::DocumentSymbolResponse::Nested(nested.collect()));
    }
    let uri = Uri::from_str(target.uri).ok()?;
    let mut flat = Vec::new();
    for symbol in symbols {
        flatten(symbol, None, &mut flat, &|bytes| lsp::Location {
            uri: uri.clone(),
            range: range_of(bytes, text, abilities.encoding),
        });
    }
    Some(lsp::DocumentSymbolResponse::Flat(flat))
}

#[allow(deprecated, reason = "the struct has no constructor that leaves the deprecated field out")]
fn nested_symbol(symbol: Symbol, text: &Text, encoding: PositionEncoding) -> lsp::DocumentSymbol {
    let children = symbol.children.into_iter().map(|child| nested_symbol(child, text, encoding)).collect();
    lsp::DocumentSymbol {
        name: symbol.name,
        detail: Some(symbol.detail).filter(|detail| !detail.is_empty()),
        kind: symbol_kind(symbol.kind),
        tags: None,
        deprecated: None,
        range: range_of(&symbol.range, text, encoding),
        selection_range: range_of(&symbol.selection, text, encoding),
        children: Some(children),
    }
}

#[allow(deprecated, reason = "the struct has no constructor that leaves the deprecated field out")]
fn flatten(
    symbol: Symbol,
    container: Option<&str>,
    flat: &mut Vec<lsp::SymbolInformation>,
    location: &dyn Fn(&Range<usize>) -> lsp::Location,
) {
    flat.push(lsp::SymbolInformation {
        name: symbol.name.clone(),
        kind: symbol_kind(symbol.kind),
        tags: None,
        deprecated: None,
        location: location(&symbol.range),
        container_name: container.map(str::to_owned),
    });
    for child in symbol.children {
        flatten(child, Some(&symbol.name), flat, location);
    }
}

fn symbol_kind(kind: SymbolKind) -> lsp::SymbolKind {
    match kind {
        SymbolKind::Title => lsp::SymbolKind::FILE,
        SymbolKind::Part => lsp::SymbolKind::MODULE,
        SymbolKind::Heading(_) => lsp::SymbolKind::STRING,
        SymbolKind::Lead => lsp::SymbolKind::KEY,
    }
}

/// Folding ranges: whole lines, which every client can fold. Over the client's limit the outermost are kept.
pub fn folds(linter: &Linter, wanted: FoldAbilities) -> Vec<lsp::FoldingRange> {
    let folds = outermost(folding::folds(linter.draft()), wanted.limit);
    let line = |line: usize| u32::try_from(line).unwrap_or(u32::MAX);
    let fold = |fold: Fold| lsp::FoldingRange {
        start_line: line(fold.start_line),
        end_line: line(fold.end_line),
        kind: Some(lsp::FoldingRangeKind::Region),
        collapsed_text: wanted.label.then_some(fold.label),
        ..lsp::FoldingRange::default()
    };
    folds.into_iter().map(fold).collect()
}

fn outermost(folds: Vec<Fold>, limit: Option<usize>) -> Vec<Fold> {
    let Some(limit) = limit.filter(|limit| *limit < folds.len()) else { return folds };
    let mut open: Vec<usize> = Vec::new();
    let mut by_depth: Vec<(usize, usize, Fold)> = Vec::new();
    for (index, fold) in folds.into_iter().enumerate() {
        open.retain(|end| *end >= fold.end_line && *end > fold.start_line);
        by_depth.push((open.len(), index, fold.clone()));
        open.push(fold.end_line);
    }
    by_depth.sort_by_key(|(depth, index, _)| (*depth, *index));
    by_depth.truncate(limit);
    by_depth.sort_by_key(|(_, index, _)| *index);
    by_depth.into_iter().map(|(_, _, fold)| fold).collect()
}

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
        found = actions_at(linter, params.range, abilities.encoding);
    }
    if wanted(&FIX_ALL) {
        found.extend(actions::fix_all(linter));
    }
    let fixes = found.iter().filter(|action| action.kind == ActionKind::QuickFix).count();
    let wanted = found.into_iter().filter(|action| wanted(&action_kind(action.kind)));
    wanted.map(|action| code_action(action, fixes == 1, target, abilities).into()).collect()
}

/// A place that does not exist has no actions; the client's text has gone on since it asked.
fn actions_at(linter: &Linter, range: lsp::Range, encoding: PositionEncoding) -> Vec<Action> {
    let byte = |position| linter.draft().text().byte_of(place(position), encoding);
    match (byte(range.start), byte(range.end)) {
        (Ok(start), Ok(end)) if start <= end => actions::at(linter, start..end),
        _ => Vec::new(),
    }
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
    let text = target.linter.draft().text();
    let fix = action.finding.as_ref().and_then(|finding| finding.fix.as_ref());
    let safe = fix.is_some_and(|fix| fix.applicability == Applicability::Safe);
    let items: Vec<Item> =
        action.finding.into_iter().map(|finding| diagnostics::shown(finding, text, abilities.encoding)).collect();
    lsp::CodeAction {
        title: action.title,
        kind: Some(action_kind(action.kind)),
        diagnostics: (!items.is_empty()).then(|| diagnostics(target.uri, &items, abilities)),
        edit: workspace_edit(target, &action.edits, text, abilities),
        is_preferred: (abilities.preferred_actions && only_fix && safe).then_some(true),
        ..lsp::CodeAction::default()
    }
}

fn workspace_edit(
    target: &Target<'_>,
    edits: &[Edit],
    text: &Text,
    abilities: &Abilities,
) -> Option<lsp::WorkspaceEdit> {
    let uri = Uri::from_str(target.uri).ok()?;
    let edit = |edit: &Edit| lsp::TextEdit::new(range_of(&edit.range, text, abilities.encoding), edit.text.clone());
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
    fn a_limit_keeps_the_outermost_folds() {
        let fold = |start_line, end_line| Fold { start_line, end_line, label: String::new() };
        let folds = vec![fold(0, 9), fold(1, 4), fold(2, 3), fold(5, 9), fold(10, 12)];
        let kept = |limit| outermost(folds.clone(), limit).iter().map(|fold| fold.start_line).collect::<Vec<_>>();
        assert_eq!(kept(None), [0, 1, 2, 5, 10]);
        assert_eq!(kept(Some(3)), [0, 1, 10]);
        assert_eq!(kept(Some(2)), [0, 10]);
        assert_eq!(kept(Some(0)), [0; 0]);
    }

    #[test]
    fn a_kind_covers_those_under_it() {
        assert!(covers("source", "source.fixAll.hegao") && covers("", "quickfix") && covers("quickfix", "quickfix"));
        assert!(!covers("source.fix", "source.fixAll.hegao") && !covers("refactor.rewrite.x", "refactor.rewrite"));
    }
}
