//! How loud a finding is.

/// Severity of a finding, least first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    Hint,
    Info,
    Warning,
    Error,
}

/// What a configuration says of a rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Level {
    /// Nothing: each finding keeps the severity its rule gave it.
    Default,
    /// The rule does not run.
    Off,
    /// Every finding of the rule has this severity.
    As(Severity),
}

impl Severity {
    /// All severities, least first.
    pub const ALL: [Severity; 4] = [Severity::Hint, Severity::Info, Severity::Warning, Severity::Error];

    /// The word used in `hegao.toml`, on the command line and in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Severity::Hint => "hint",
            Severity::Info => "info",
            Severity::Warning => "warning",
            Severity::Error => "error",
        }
    }

    /// The word a reader sees.
    pub fn title(self) -> &'static str {
        match self {
            Severity::Hint => "提示",
            Severity::Info => "参考",
            Severity::Warning => "警告",
            Severity::Error => "错误",
        }
    }

    /// The severity of a word of [`Severity::name`].
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|severity| severity.name() == name)
    }
}

impl Level {
    /// Words a configuration may use for a level.
    pub const NAMES: [&'static str; 6] = ["default", "off", "hint", "info", "warning", "error"];

    /// The level of such a word.
    pub fn from_name(name: &str) -> Option<Self> {
        match name {
            "default" => Some(Level::Default),
            "off" => Some(Level::Off),
            _ => Severity::from_name(name).map(Level::As),
        }
    }

    /// The severity of a finding whose rule gave it `own`; `None` when the rule is off.
    pub fn apply(self, own: Severity) -> Option<Severity> {
        match self {
            Level::Default => Some(own),
            Level::Off => None,
            Level::As(severity) => Some(severity),
        }
    }
}
