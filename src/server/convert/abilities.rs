//! What the client can do, from the capabilities it sends.

use tower_lsp::ls_types as lsp;

use super::encoding_kind;
use crate::server::abilities::{Abilities, FoldAbilities, Markup, TokenAbilities};
use crate::text::PositionEncoding;

/// The clients that show the messages of findings in their hovers, by the head of the name they give.
const SHOWING: [&str; 3] = ["Visual Studio Code", "Sublime Text LSP", "Zed"];

/// The client that takes code lenses and shows them only when its user asks for them.
const LENSES_ON_DEMAND: &str = "Neovim";

/// What the client can do, by its name where its capabilities do not tell.
pub fn abilities(client: &lsp::ClientCapabilities, info: Option<&lsp::ClientInfo>) -> Abilities {
    let named = |head: &str| info.is_some_and(|info| info.name.starts_with(head));
    let text = client.text_document.clone().unwrap_or_default();
    let workspace = client.workspace.clone().unwrap_or_default();
    let edits = workspace.workspace_edit.unwrap_or_default();
    let push = text.publish_diagnostics.unwrap_or_default();
    let pull = text.diagnostic.clone();
    let seen = pull.clone().unwrap_or_default();
    let actions = text.code_action.unwrap_or_default();
    let folds = text.folding_range.clone().unwrap_or_default();
    let window = client.window.clone().unwrap_or_default();
    let yes = |flag: Option<bool>| flag == Some(true);
    let either = |pushed, pulled| yes(if pull.is_some() { pulled } else { pushed }) || yes(pushed);
    Abilities {
        encoding: encoding(client),
        pull: pull.is_some(),
        pulls_workspace: pull.is_some(),
        refresh: yes(workspace.diagnostics.and_then(|diagnostics| diagnostics.refresh_support)),
        diagnostic_versions: yes(push.version_support),
        related: either(push.related_information, seen.related_information),
        code_description: either(push.code_description_support, seen.code_description_support),
        diagnostic_data: either(push.data_support, seen.data_support),
        nested_symbols: yes(text
            .document_symbol
            .as_ref()
            .and_then(|symbol| symbol.hierarchical_document_symbol_support)),
        folding: text.folding_range.is_some(),
        folds: FoldAbilities {
            limit: folds.range_limit.map(|limit| limit as usize),
            label: yes(folds.folding_range.and_then(|range| range.collapsed_text)),
        },
        action_literals: actions.code_action_literal_support.is_some(),
        lazy_actions: yes(actions.data_support)
            && actions.resolve_support.is_some_and(|resolve| resolve.properties.iter().any(|name| name == "edit")),
        preferred_actions: yes(actions.is_preferred_support),
        versioned_edits: yes(edits.document_changes),
        new_files: edits.resource_operations.is_some_and(|all| all.contains(&lsp::ResourceOperationKind::Create)),
        hover_messages: !SHOWING.into_iter().any(named),
        hover: text.hover.map(|hover| markup(hover.content_format.as_deref())),
        completion: text.completion.is_some(),
        hints: text.inlay_hint.is_some(),
        figure_hints: true,
        definition: text.definition.is_some(),
        definition_links: yes(text.definition.and_then(|definition| definition.link_support)),
        references: text.references.is_some(),
        highlights: text.document_highlight.is_some(),
        outline: text.document_symbol.is_some(),
        tokens: text.semantic_tokens.map(tokens),
        lenses: text.code_lens.is_some(),
        lenses_on_demand: named(LENSES_ON_DEMAND),
        selections: text.selection_range.is_some(),
        link_tooltips: yes(text.document_link.as_ref().and_then(|link| link.tooltip_support)),
        links: text.document_link.is_some(),
        prepares_rename: yes(text.rename.as_ref().and_then(|rename| rename.prepare_support)),
        rename: text.rename.is_some(),
        typing: text.on_type_formatting.is_some(),
        workspace_symbols: workspace.symbol.is_some(),
        progress: yes(window.work_done_progress),
        show_document: window.show_document.is_some_and(|show| show.support),
        workspace_folders: yes(workspace.workspace_folders),
        commands: workspace.execute_command.is_some(),
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

/// Markdown where the client takes it.
fn markup(offered: Option<&[lsp::MarkupKind]>) -> Markup {
    match offered {
        Some(kinds) if kinds.contains(&lsp::MarkupKind::Markdown) => Markup::Markdown,
        _ => Markup::Plain,
    }
}

fn tokens(client: lsp::SemanticTokensClientCapabilities) -> TokenAbilities {
    let (full, delta) = match client.requests.full {
        Some(lsp::SemanticTokensFullOptions::Bool(full)) => (full, false),
        Some(lsp::SemanticTokensFullOptions::Delta { delta }) => (true, delta == Some(true)),
        None => (false, false),
    };
    TokenAbilities { full, delta, range: client.requests.range == Some(true) }
}

/// Turns off what the initialization options turn off: `{"features": {"codeLens": false}}`. Gives the names in them
/// that mean nothing here.
pub fn switched_off(abilities: &mut Abilities, options: Option<&lsp::LSPAny>) -> Vec<String> {
    let features = options.and_then(|options| options["features"].as_object());
    let mut unknown = Vec::new();
    for (name, on) in features.into_iter().flatten() {
        let known = Abilities::SWITCHES.contains(&name.as_str());
        if !known || (on == &serde_json::Value::Bool(false) && !abilities.turn_off(name)) {
            unknown.push(name.clone());
        }
    }
    unknown
}
