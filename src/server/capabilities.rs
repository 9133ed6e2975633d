//! What the server says it can do.

use tower_lsp::ls_types::*;

use super::abilities::{Abilities, TokenAbilities};
use super::{commands, convert};

/// The answer to `initialize`, with nothing in it that this client has not said it can use.
pub fn answer(abilities: &Abilities) -> InitializeResult {
    InitializeResult {
        capabilities: ServerCapabilities {
            position_encoding: Some(convert::encoding_kind(abilities.encoding)),
            text_document_sync: Some(TextDocumentSyncCapability::Options(sync())),
            document_symbol_provider: abilities.outline.then_some(OneOf::Left(true)),
            folding_range_provider: abilities.folding.then_some(FoldingRangeProviderCapability::Simple(true)),
            code_action_provider: abilities.action_literals.then(|| actions(abilities.lazy_actions)),
            diagnostic_provider: abilities.pull.then(|| diagnostics(abilities.pulls_workspace)),
            hover_provider: abilities.hover.map(|_| HoverProviderCapability::Simple(true)),
            completion_provider: abilities.completion.then(completion),
            inlay_hint_provider: abilities.hints.then_some(OneOf::Left(true)),
            definition_provider: abilities.definition.then_some(OneOf::Left(true)),
            references_provider: abilities.references.then_some(OneOf::Left(true)),
            document_highlight_provider: abilities.highlights.then_some(OneOf::Left(true)),
            workspace_symbol_provider: abilities.workspace_symbols.then_some(OneOf::Left(true)),
            semantic_tokens_provider: abilities.tokens.map(tokens),
            code_lens_provider: abilities.lenses.then_some(CodeLensOptions { resolve_provider: None }),
            selection_range_provider: abilities.selections.then_some(SelectionRangeProviderCapability::Simple(true)),
            document_link_provider: abilities.links.then(links),
            rename_provider: abilities.rename.then(|| rename(abilities.prepares_rename)),
            document_on_type_formatting_provider: abilities.typing.then(typing),
            execute_command_provider: abilities.commands.then(|| commands(abilities)),
            workspace: abilities.workspace_folders.then(folders),
            ..ServerCapabilities::default()
        },
        server_info: Some(ServerInfo { name: "hegao".into(), version: Some(env!("CARGO_PKG_VERSION").into()) }),
        ..InitializeResult::default()
    }
}

/// Watches what decides over diagnostics: configurations, lexicons and drafts.
pub fn watched_files() -> Registration {
    let watchers = ["**/*.toml", "**/*.{txt,md,docx}"].map(|pattern| serde_json::json!({ "globPattern": pattern }));
    Registration {
        id: "hegao.files".into(),
        method: "workspace/didChangeWatchedFiles".into(),
        register_options: Some(serde_json::json!({ "watchers": watchers })),
    }
}

fn folders() -> WorkspaceServerCapabilities {
    WorkspaceServerCapabilities {
        workspace_folders: Some(WorkspaceFoldersServerCapabilities {
            supported: Some(true),
            change_notifications: Some(OneOf::Left(true)),
        }),
        ..WorkspaceServerCapabilities::default()
    }
}

fn sync() -> TextDocumentSyncOptions {
    TextDocumentSyncOptions {
        open_close: Some(true),
        change: Some(TextDocumentSyncKind::INCREMENTAL),
        save: Some(TextDocumentSyncSaveOptions::Supported(true)),
        ..TextDocumentSyncOptions::default()
    }
}

fn actions(lazy: bool) -> CodeActionProviderCapability {
    CodeActionProviderCapability::Options(CodeActionOptions {
        code_action_kinds: Some(vec![CodeActionKind::QUICKFIX, CodeActionKind::REFACTOR_REWRITE, convert::FIX_ALL]),
        resolve_provider: lazy.then_some(true),
        ..CodeActionOptions::default()
    })
}

fn completion() -> CompletionOptions {
    CompletionOptions {
        trigger_characters: Some(convert::TRIGGERS.map(String::from).to_vec()),
        ..CompletionOptions::default()
    }
}

fn tokens(wanted: TokenAbilities) -> SemanticTokensServerCapabilities {
    let full = SemanticTokensFullOptions::Delta { delta: wanted.delta.then_some(true) };
    SemanticTokensServerCapabilities::SemanticTokensOptions(SemanticTokensOptions {
        legend: convert::legend(),
        range: wanted.range.then_some(true),
        full: wanted.full.then_some(full),
        ..SemanticTokensOptions::default()
    })
}

fn rename(prepared: bool) -> OneOf<bool, RenameOptions> {
    if !prepared {
        return OneOf::Left(true);
    }
    OneOf::Right(RenameOptions { prepare_provider: Some(true), work_done_progress_options: Default::default() })
}

fn links() -> DocumentLinkOptions {
    DocumentLinkOptions { resolve_provider: None, work_done_progress_options: Default::default() }
}

fn typing() -> DocumentOnTypeFormattingOptions {
    DocumentOnTypeFormattingOptions {
        first_trigger_character: "\n".into(),
        more_trigger_character: Some(vec!["“".into()]),
    }
}

fn commands(abilities: &Abilities) -> ExecuteCommandOptions {
    ExecuteCommandOptions {
        commands: commands::names(abilities).map(str::to_owned).collect(),
        ..ExecuteCommandOptions::default()
    }
}

fn diagnostics(workspace_diagnostics: bool) -> DiagnosticServerCapabilities {
    DiagnosticServerCapabilities::Options(DiagnosticOptions {
        identifier: Some("hegao".into()),
        inter_file_dependencies: false,
        workspace_diagnostics,
        ..DiagnosticOptions::default()
    })
}
