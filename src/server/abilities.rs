//! What the client can do, as plain facts read once from `initialize`.

use crate::text::PositionEncoding;

/// Facts about the client; everything absent means “no”.
#[derive(Debug, Clone, Default)]
pub struct Abilities {
    /// What columns count, as negotiated.
    pub encoding: PositionEncoding,
    /// It asks for diagnostics itself, so none are pushed.
    pub pull: bool,
    /// It may ask for diagnostics of drafts that are not open.
    pub pulls_workspace: bool,
    /// It can be told to ask again for all diagnostics.
    pub refresh: bool,
    /// It looks at the version of pushed diagnostics.
    pub diagnostic_versions: bool,
    pub related: bool,
    pub code_description: bool,
    pub diagnostic_data: bool,
    pub nested_symbols: bool,
    pub folding: bool,
    pub folds: FoldAbilities,
    /// It takes code actions with an edit in them, not only commands.
    pub action_literals: bool,
    pub preferred_actions: bool,
    /// It asks for the edit of an action when the user has chosen it.
    pub lazy_actions: bool,
    /// It takes edits that name the version of the draft they were made for.
    pub versioned_edits: bool,
    /// It makes files when an edit asks for it.
    pub new_files: bool,
    /// It can watch files for the server.
    pub watched_files: bool,
    pub hover: Option<Markup>,
    /// A hover must tell the messages of the findings there: it does not show them beside it by itself.
    pub hover_messages: bool,
    pub completion: bool,
    pub hints: bool,
    /// Hints tell numbers that follow from others of the draft.
    pub figure_hints: bool,
    pub definition: bool,
    /// It can show where words lead and which they are, as a link.
    pub definition_links: bool,
    pub references: bool,
    pub highlights: bool,
    pub workspace_symbols: bool,
    pub outline: bool,
    pub tokens: Option<TokenAbilities>,
    pub lenses: bool,
    /// It shows code lenses only when its user asks for them.
    pub lenses_on_demand: bool,
    pub selections: bool,
    pub links: bool,
    pub link_tooltips: bool,
    pub rename: bool,
    /// It asks whether a name can be renamed before it asks for another.
    pub prepares_rename: bool,
    pub typing: bool,
    pub commands: bool,
    /// It can show how far work has come that the server began by itself.
    pub progress: bool,
    /// It can open a file for the server.
    pub show_document: bool,
    pub workspace_folders: bool,
}

/// What the client may ask of semantic tokens.
#[derive(Debug, Clone, Copy, Default)]
pub struct TokenAbilities {
    pub full: bool,
    pub delta: bool,
    pub range: bool,
}

/// How text that explains is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Markup {
    Plain,
    Markdown,
}

/// What the client wants of folding ranges.
#[derive(Debug, Clone, Copy, Default)]
pub struct FoldAbilities {
    /// How many it wants at most.
    pub limit: Option<usize>,
    /// It shows a text in place of what is folded away.
    pub label: bool,
}

impl Abilities {
    /// Names of what can be turned off by the client's initialization options.
    pub const SWITCHES: [&str; 17] = [
        "outline",
        "folding",
        "hover",
        "hoverMessages",
        "completion",
        "inlayHints",
        "figureHints",
        "codeLens",
        "semanticTokens",
        "documentLinks",
        "navigation",
        "rename",
        "codeActions",
        "selectionRanges",
        "workspaceSymbols",
        "workspaceDiagnostics",
        "typing",
    ];

    /// Turns something off; `false` when it is none of [`Abilities::SWITCHES`].
    pub fn turn_off(&mut self, name: &str) -> bool {
        match name {
            "outline" => self.outline = false,
            "folding" => self.folding = false,
            "hover" => self.hover = None,
            "hoverMessages" => self.hover_messages = false,
            "completion" => self.completion = false,
            "inlayHints" => self.hints = false,
            "figureHints" => self.figure_hints = false,
            "codeLens" => self.lenses = false,
            "semanticTokens" => self.tokens = None,
            "documentLinks" => self.links = false,
            "navigation" => (self.definition, self.references, self.highlights) = (false, false, false),
            "rename" => self.rename = false,
            "codeActions" => self.action_literals = false,
            "selectionRanges" => self.selections = false,
            "workspaceSymbols" => self.workspace_symbols = false,
            "workspaceDiagnostics" => self.pulls_workspace = false,
            "typing" => self.typing = false,
            _ => return false,
        }
        true
    }
}
