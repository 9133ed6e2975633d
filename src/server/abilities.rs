//! What the client can do, as plain facts read once from `initialize`.

use crate::text::PositionEncoding;

/// Facts about the client; everything absent means “no”.
#[derive(Debug, Clone, Default)]
pub struct Abilities {
    /// What columns count, as negotiated.
    pub encoding: PositionEncoding,
    /// It asks for diagnostics itself, so none are pushed.
    pub pull: bool,
    /// It can be told to ask again for all diagnostics.
    pub refresh: bool,
    /// It looks at the version of pushed diagnostics.
    pub diagnostic_versions: bool,
    pub related: bool,
    pub code_description: bool,
    pub diagnostic_data: bool,
    pub nested_symbols: bool,
    pub folds: FoldAbilities,
    /// It takes code actions with an edit in them, not only commands.
    pub action_literals: bool,
    pub preferred_actions: bool,
    /// It asks for the edit of an action when the user has chosen it.
    pub lazy_actions: bool,
    /// It takes edits that name the version of the draft they were made for.
    pub versioned_edits: bool,
    /// It can watch files for the server.
    pub watched_files: bool,
    pub hover: Option<Markup>,
    pub completion: bool,
    pub hints: bool,
    pub definition: bool,
    /// It can show where words lead and which they are, as a link.
    pub definition_links: bool,
    pub references: bool,
    pub highlights: bool,
    pub workspace_symbols: bool,
    pub commands: bool,
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
