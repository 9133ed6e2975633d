//! The handlers. Each sends one message to the owner of the drafts before it waits for anything, and touches no draft.

use std::path::PathBuf;
use std::str::FromStr;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::sync::mpsc::Sender;
use std::sync::{Arc, OnceLock};
use std::time::Duration;

use tokio::sync::oneshot;
use tower_lsp::jsonrpc::{Error, ErrorCode, Result};
use tower_lsp::ls_types::*;
use tower_lsp::{Client, LanguageServer};

use super::abilities::{Abilities, Markup};
use super::beside::Beside;
use super::convert::Target;
use super::large::{self, Large};
use super::opening::{Openings, Ticket};
use super::outgoing::Outgoing;
use super::owner::{Message, Owner};
use super::progress::{Cancelled, Progress};
use super::settings::ConfigFile;
use super::uri::file_path;
use super::workspace::{Checked, Job, Workspace};
use super::{capabilities, commands, convert, parent, pull};

/// How long the client may take to answer a request of the server.
pub const PATIENCE: Duration = Duration::from_secs(60);

/// How long work waits for the client to take a token for its progress.
const SOON: Duration = Duration::from_secs(5);

/// How many symbols of the workspace are given at most.
const SYMBOLS: usize = 500;

/// The language server as the framework sees it.
pub struct Backend {
    client: Client,
    owner: Sender<Message>,
    abilities: OnceLock<Arc<Abilities>>,
    /// Set by `shutdown`: from then on the end is a good one.
    finished: Arc<AtomicBool>,
    workspace: Workspace,
    cancelled: Cancelled,
    out: Outgoing,
    openings: Openings,
    large: Large,
}

impl Backend {
    /// A server whose drafts `owner` holds.
    pub fn new(
        client: Client,
        owner: Sender<Message>,
        finished: Arc<AtomicBool>,
        out: Outgoing,
        openings: Openings,
        large: Large,
    ) -> Self {
        let (abilities, workspace, cancelled) = Default::default();
        Backend { client, owner, abilities, finished, workspace, cancelled, out, openings, large }
    }

    fn abilities(&self) -> Arc<Abilities> {
        self.abilities.get().cloned().unwrap_or_default()
    }

    fn tell(&self, message: Message) {
        // The owner ends only with the process.
        let _ = self.owner.send(message);
    }

    /// A change of a draft that no one can read; see `filter`.
    pub async fn unreadable(&self, params: OptionalVersionedTextDocumentIdentifier) {
        self.tell(Message::Unreadable { uri: params.uri.to_string(), version: params.version });
    }

    /// A draft is opened; see `opening`.
    pub async fn opening(&self, ticket: Ticket) {
        if let Some(draft) = self.openings.take(ticket) {
            self.open(draft);
        }
    }

    fn open(&self, draft: TextDocumentItem) {
        let TextDocumentItem { uri, version, text, .. } = draft;
        self.tell(Message::Open { uri: uri.to_string(), version, text });
        self.workspace.tell();
    }

    /// Has `work` done in its turn. When the client has cancelled by then, nobody listens and nothing is done.
    async fn ask<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Owner, &Abilities) -> T + Send + 'static,
    ) -> Result<T> {
        let (answer, answered) = oneshot::channel();
        let abilities = self.abilities();
        self.tell(Message::Ask(Box::new(move |owner| {
            if !answer.is_closed() {
                let _ = answer.send(work(owner, &abilities));
            }
        })));
        answered.await.map_err(|_| Error::internal_error())
    }

    /// The user has cancelled the work of a token.
    pub async fn cancel_progress(&self, params: WorkDoneProgressCancelParams) {
        if let Ok(token) = serde_json::to_value(params.token) {
            self.cancelled.cancel(&token);
        }
    }

    /// The drafts of the workspace as their files are now, or were when the client last told of a change; with how far
    /// it has come where there is a token.
    async fn checked(&self, token: Option<ProgressToken>, always: bool, indicators: bool) -> Vec<Checked> {
        let abilities = self.abilities();
        let token = token.and_then(|token| serde_json::to_value(token).ok());
        let owner = self.owner.clone();
        let lookup = move |files: Vec<PathBuf>, everything| {
            let (answer, answered) = std::sync::mpsc::channel();
            let work = move |owner: &mut Owner| {
                let _ = answer.send(owner.workspace_settings(&files, everything));
            };
            let _ = owner.send(Message::Ask(Box::new(work)));
            answered.recv().unwrap_or_default()
        };
        let job = Job {
            encoding: abilities.encoding,
            lookup: Box::new(lookup),
            out: self.out.clone(),
            progress: Progress::begin(&self.out, token, "核对工作区的稿件", &self.cancelled),
            always,
            indicators,
        };
        self.workspace.check(job).await.unwrap_or_default()
    }

    /// Checks all drafts of the workspace and shows what was found.
    async fn check_workspace(&self, token: Option<ProgressToken>) -> Result<LSPAny> {
        let abilities = self.abilities();
        self.workspace.take_everything();
        let token = match token {
            None if abilities.progress => self.created_token().await,
            token => token,
        };
        let checked = self.checked(token, true, false).await;
        let overview = convert::overview(&checked);
        if !abilities.pull {
            self.ask(move |owner, abilities| owner.show_unopened(&checked, abilities)).await?;
        } else if abilities.refresh {
            self.refresh();
        }
        Ok(overview)
    }

    /// A token for progress that the client has taken; none from a client that does not answer in time.
    async fn created_token(&self) -> Option<ProgressToken> {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let token = ProgressToken::String(format!("hegao/{}", COUNT.fetch_add(1, Ordering::Relaxed)));
        let created = tokio::time::timeout(SOON, self.client.create_work_done_progress(token.clone()));
        created.await.is_ok_and(|answer| answer.is_ok()).then_some(token)
    }

    /// Asks the client to ask again for all diagnostics.
    fn refresh(&self) {
        let client = self.client.clone();
        tokio::spawn(async move { tokio::time::timeout(PATIENCE, client.workspace_diagnostic_refresh()).await });
    }

    /// Opens the manual of a rule in the editor.
    fn show_rule(&self, arguments: &[LSPAny]) -> Result<LSPAny> {
        let href = commands::manual(arguments).map_err(Error::invalid_params)?;
        let uri = Uri::from_str(&href).map_err(|_| Error::internal_error())?;
        let params = ShowDocumentParams { uri, external: Some(false), take_focus: Some(true), selection: None };
        let client = self.client.clone();
        tokio::spawn(async move { tokio::time::timeout(PATIENCE, client.show_document(params)).await });
        Ok(LSPAny::String(href))
    }

    /// The same about one draft; nothing for one that is not open or of which nothing can be said.
    async fn about<T: Send + 'static>(
        &self,
        uri: Uri,
        work: impl FnOnce(&Target<'_>, &Abilities) -> Option<T> + Send + 'static,
    ) -> Result<Option<T>> {
        self.ask(move |owner, abilities| work(&owner.draft(uri.as_str())?.target()?, abilities)).await
    }

    /// The same where there may be thousands of entries.
    async fn about_all<T: large::Answer>(
        &self,
        uri: Uri,
        work: impl FnOnce(&Target<'_>, &Abilities) -> Option<T> + Send + 'static,
    ) -> Result<Option<T>> {
        let all = |target: &Target<'_>, abilities: &Abilities| Some(large::json(&work(target, abilities)?));
        Ok(self.about(uri, all).await?.map(|answer| self.large.keep(answer)))
    }

    /// The same about a place in a draft.
    async fn at<T: Send + 'static>(
        &self,
        place: TextDocumentPositionParams,
        work: impl FnOnce(&Target<'_>, Position, &Abilities) -> Option<T> + Send + 'static,
    ) -> Result<Option<T>> {
        let position = place.position;
        self.about(place.text_document.uri, move |target, abilities| work(target, position, abilities)).await
    }
}

impl LanguageServer for Backend {
    async fn initialize(&self, params: InitializeParams) -> Result<InitializeResult> {
        let mut abilities = convert::abilities(&params.capabilities, params.client_info.as_ref());
        let unknown = convert::switched_off(&mut abilities, params.initialization_options.as_ref());
        let abilities = Arc::new(abilities);
        self.tell(Message::Begin { abilities: abilities.clone(), unknown });
        #[allow(deprecated, reason = "older clients name their folder by root_uri alone")]
        let root = params.root_uri;
        let folders = params.workspace_folders.unwrap_or_default().into_iter().map(|folder| folder.uri);
        let folders: Vec<Uri> = folders.collect();
        let folders = if folders.is_empty() { root.into_iter().collect() } else { folders };
        self.workspace.change_folders(&[], paths(folders));
        if let Some(process) = params.process_id {
            let finished = self.finished.clone();
            parent::watch(process, move || super::end(finished.load(Ordering::Relaxed)));
        }
        let answer = capabilities::answer(&abilities);
        let _ = self.abilities.set(abilities);
        Ok(answer)
    }

    async fn initialized(&self, _: InitializedParams) {
        if self.abilities.get().is_some_and(|abilities| abilities.watched_files) {
            // Never awaited here: while the client's answer stands behind other messages, those would not be read.
            let client = self.client.clone();
            tokio::spawn(async move {
                let asked = client.register_capability(vec![capabilities::watched_files()]);
                if let Ok(Err(error)) = tokio::time::timeout(PATIENCE, asked).await {
                    super::log(&format!("client/registerCapability: {error}"));
                }
            });
        }
    }

    async fn shutdown(&self) -> Result<()> {
        self.finished.store(true, Ordering::Relaxed);
        self.workspace.tell();
        Ok(())
    }

    async fn did_open(&self, params: DidOpenTextDocumentParams) {
        self.open(params.text_document);
    }

    async fn did_change(&self, params: DidChangeTextDocumentParams) {
        let VersionedTextDocumentIdentifier { uri, version } = params.text_document;
        let changes = convert::changes(params.content_changes);
        self.tell(Message::Change { uri: uri.to_string(), version, changes });
        self.workspace.tell();
    }

    async fn did_save(&self, params: DidSaveTextDocumentParams) {
        self.tell(Message::Saved { uri: params.text_document.uri.to_string() });
        self.workspace.files_changed();
    }

    async fn did_close(&self, params: DidCloseTextDocumentParams) {
        self.tell(Message::Close { uri: params.text_document.uri.to_string() });
        self.workspace.files_changed();
    }

    async fn did_change_watched_files(&self, _: DidChangeWatchedFilesParams) {
        self.tell(Message::Reconfigure);
        self.workspace.files_changed();
    }

    async fn did_change_workspace_folders(&self, params: DidChangeWorkspaceFoldersParams) {
        let named = |folders: Vec<WorkspaceFolder>| paths(folders.into_iter().map(|folder| folder.uri).collect());
        self.workspace.change_folders(&named(params.event.removed), named(params.event.added));
    }

    async fn document_symbol(&self, params: DocumentSymbolParams) -> Result<Option<DocumentSymbolResponse>> {
        self.about_all(params.text_document.uri, convert::symbols).await
    }

    async fn folding_range(&self, params: FoldingRangeParams) -> Result<Option<Vec<FoldingRange>>> {
        let uri = params.text_document.uri;
        self.about_all(uri, |target, abilities| Some(convert::folds(target.linter, abilities.folds))).await
    }

    async fn hover(&self, params: HoverParams) -> Result<Option<Hover>> {
        let work = |target: &Target<'_>, position, abilities: &Abilities| {
            convert::hover(target, position, abilities.hover.unwrap_or(Markup::Plain), abilities.hover_messages)
        };
        self.at(params.text_document_position_params, work).await
    }

    async fn completion(&self, params: CompletionParams) -> Result<Option<CompletionResponse>> {
        self.at(params.text_document_position, |target, position, _| convert::completion(target, position)).await
    }

    async fn goto_definition(&self, params: GotoDefinitionParams) -> Result<Option<GotoDefinitionResponse>> {
        let work = |target: &Target<'_>, position, abilities: &Abilities| {
            convert::definition(target, position, abilities.definition_links)
        };
        self.at(params.text_document_position_params, work).await
    }

    async fn references(&self, params: ReferenceParams) -> Result<Option<Vec<Location>>> {
        let context = params.context;
        let work = move |target: &Target<'_>, position, _: &Abilities| convert::references(target, position, context);
        self.at(params.text_document_position, work).await
    }

    async fn document_highlight(&self, params: DocumentHighlightParams) -> Result<Option<Vec<DocumentHighlight>>> {
        self.at(params.text_document_position_params, |target, position, _| convert::highlights(target, position)).await
    }

    async fn inlay_hint(&self, params: InlayHintParams) -> Result<Option<Vec<InlayHint>>> {
        self.about(params.text_document.uri, move |target, abilities| convert::hints(target, params.range, abilities))
            .await
    }

    async fn semantic_tokens_full(&self, params: SemanticTokensParams) -> Result<Option<SemanticTokensResult>> {
        self.ask(move |owner, _| {
            let draft = owner.draft(params.text_document.uri.as_str())?;
            let tokens = convert::tokens(&draft.target()?)?;
            Some(draft.coloured.full(draft.serial, tokens).into())
        })
        .await
    }

    async fn semantic_tokens_full_delta(
        &self,
        params: SemanticTokensDeltaParams,
    ) -> Result<Option<SemanticTokensFullDeltaResult>> {
        self.ask(move |owner, _| {
            let draft = owner.draft(params.text_document.uri.as_str())?;
            let tokens = convert::tokens(&draft.target()?)?;
            Some(draft.coloured.since(draft.serial, &params.previous_result_id, tokens))
        })
        .await
    }

    async fn semantic_tokens_range(
        &self,
        params: SemanticTokensRangeParams,
    ) -> Result<Option<SemanticTokensRangeResult>> {
        self.about(params.text_document.uri, move |target, _| convert::tokens_within(target, params.range)).await
    }

    async fn code_lens(&self, params: CodeLensParams) -> Result<Option<Vec<CodeLens>>> {
        self.about_all(params.text_document.uri, |target, _| Some(convert::lenses(target))).await
    }

    async fn selection_range(&self, params: SelectionRangeParams) -> Result<Option<Vec<SelectionRange>>> {
        self.about(params.text_document.uri, move |target, _| convert::selections(target, &params.positions)).await
    }

    async fn document_link(&self, params: DocumentLinkParams) -> Result<Option<Vec<DocumentLink>>> {
        let work = |target: &Target<'_>, abilities: &Abilities| {
            Some(convert::links(target, &Beside::of(target.uri), abilities.link_tooltips))
        };
        self.about(params.text_document.uri, work).await
    }

    async fn prepare_rename(&self, params: TextDocumentPositionParams) -> Result<Option<PrepareRenameResponse>> {
        self.at(params, |target, position, _| convert::renamed_at(target, position)).await
    }

    async fn rename(&self, params: RenameParams) -> Result<Option<WorkspaceEdit>> {
        let name = params.new_name;
        let work = move |target: &Target<'_>, position, abilities: &Abilities| {
            Some(convert::rename(target, position, &name, abilities))
        };
        let edit = self.at(params.text_document_position, work).await?;
        edit.transpose().map(Option::flatten).map_err(Error::invalid_params)
    }

    async fn on_type_formatting(&self, params: DocumentOnTypeFormattingParams) -> Result<Option<Vec<TextEdit>>> {
        let typed = params.ch;
        let work = move |target: &Target<'_>, position, _: &Abilities| convert::typed(target, position, &typed);
        self.at(params.text_document_position, work).await
    }

    async fn symbol(&self, params: WorkspaceSymbolParams) -> Result<Option<WorkspaceSymbolResponse>> {
        let (token, always) = (params.work_done_progress_params.work_done_token, !self.abilities().watched_files);
        let others = self.checked(token, always, convert::may_be_indicator(&params.query)).await;
        self.ask(move |owner, _| {
            let drafts = owner.drafts();
            let targets = drafts.iter().filter_map(|draft| draft.target());
            Some(convert::workspace_symbols(targets, &others, &params.query, SYMBOLS))
        })
        .await
    }

    async fn execute_command(&self, params: ExecuteCommandParams) -> Result<Option<LSPAny>> {
        match params.command.as_str() {
            commands::CHECK_WORKSPACE => {
                return self.check_workspace(params.work_done_progress_params.work_done_token).await.map(Some);
            }
            commands::SHOW_RULE => return self.show_rule(&params.arguments).map(Some),
            _ => {}
        }
        let command = commands::command(&params.command)
            .ok_or_else(|| Error::invalid_params(format!("没有命令“{}”", params.command)))?;
        let answer = self.ask(move |owner, _| (command.run)(owner, &params.arguments)).await?;
        answer.map(Some).map_err(Error::invalid_params)
    }

    async fn code_action(&self, params: CodeActionParams) -> Result<Option<CodeActionResponse>> {
        self.ask(move |owner, abilities| {
            let draft = owner.draft(params.text_document.uri.as_str())?;
            let config = file_path(&draft.uri).and_then(|path| ConfigFile::of(&path));
            let actions = |target| convert::code_actions(&target, &params, config.as_ref(), abilities);
            Some(draft.target().map_or_else(Vec::new, actions))
        })
        .await
    }

    async fn code_action_resolve(&self, action: CodeAction) -> Result<CodeAction> {
        let Some(uri) = convert::rewritten_draft(&action) else { return Ok(action) };
        let work = move |owner: &mut Owner, abilities: &Abilities| {
            convert::resolved(action, &owner.draft(&uri)?.target()?, abilities)
        };
        let changed =
            || Error {
                code: ErrorCode::ContentModified, message: "稿件已改动，请重新选择".into(), data: None
            };
        self.ask(work).await?.ok_or_else(changed)
    }

    async fn diagnostic(&self, params: DocumentDiagnosticParams) -> Result<DocumentDiagnosticReportResult> {
        let (uri, previous) = (params.text_document.uri, params.previous_result_id);
        let ask = self.ask(move |owner, abilities| {
            pull::document_report(owner.draft(uri.as_str()), previous.as_deref(), abilities)
        });
        Ok(DocumentDiagnosticReportResult::Report(ask.await?))
    }

    /// Answers when there is something that the client does not know yet, as the protocol wants it; a client asks
    /// again as soon as it has the answer.
    async fn workspace_diagnostic(&self, params: WorkspaceDiagnosticParams) -> Result<WorkspaceDiagnosticReportResult> {
        let mut news = self.workspace.news();
        let mut token = params.work_done_progress_params.work_done_token;
        let mut always = !self.abilities().watched_files;
        loop {
            news.mark_unchanged();
            let previous = params.previous_result_ids.clone();
            let checked = self.checked(token.take(), std::mem::take(&mut always), false).await;
            let work = move |owner: &mut Owner, abilities: &Abilities| {
                pull::workspace_report(owner.drafts(), &checked, &previous, abilities)
            };
            let report = self.ask(work).await?;
            let waits = !params.previous_result_ids.is_empty() && pull::is_old(&report);
            if !waits || self.finished.load(Ordering::Relaxed) || news.changed().await.is_err() {
                return Ok(WorkspaceDiagnosticReportResult::Report(report));
            }
        }
    }
}

/// The paths of folders that have one.
fn paths(folders: Vec<Uri>) -> Vec<PathBuf> {
    folders.iter().filter_map(|uri| file_path(uri.as_str())).collect()
}
