//! `hegao.toml`, and nothing else that configures.
//!
//! This floor reads text that it is given; finding and opening the file is the work of the server and the command
//! line.

mod edit;
mod extend;
mod parse;
mod reference;
mod schema;
mod severity;

use std::sync::Arc;

use globset::{Glob, GlobSet, GlobSetBuilder};

pub use edit::turned_off;
pub use extend::load;
pub use parse::{ConfigError, parse, parse_bytes};
pub use reference::{Reference, Stated};
pub use schema::schema;
pub use severity::{Level, Severity};

use crate::lexicon::Lexicon;

/// Name of the configuration file, looked for from a draft's folder upwards.
pub const FILE_NAME: &str = "hegao.toml";

/// The names a configuration may use for rules: those of the rule table.
#[derive(Debug, Clone, Copy)]
pub struct KnownRules<'a> {
    /// Full names, `family/what-is-wrong`.
    pub names: &'a [&'a str],
}

impl KnownRules<'_> {
    /// Whether a selector is the name of a rule or of a family.
    pub fn contains(&self, selector: &str) -> bool {
        self.names.iter().any(|name| selects(selector, name))
    }

    /// All selectors: families first, then rules.
    pub fn selectors(&self) -> Vec<&str> {
        let mut all: Vec<&str> = self.names.iter().filter_map(|name| name.split('/').next()).collect();
        all.dedup();
        all.extend(self.names);
        all
    }

    /// The selector most like a mistyped one, when one is near enough to be meant.
    pub fn nearest(&self, wrong: &str) -> Option<String> {
        nearest(wrong, &self.selectors())
    }
}

/// A whole configuration file.
#[derive(Debug, Clone, Default)]
pub struct Config {
    levels: Vec<(String, Level)>,
    include: Option<GlobSet>,
    exclude: Option<GlobSet>,
    overrides: Vec<Override>,
    lexicon: Vec<String>,
    reference: Vec<String>,
    /// The configurations that this one is written over.
    extends: Vec<extend::Extended>,
}

#[derive(Debug, Clone)]
struct Override {
    files: GlobSet,
    levels: Vec<(String, Level)>,
    reference: Option<Vec<String>>,
}

/// What holds for one draft: the level of every rule.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Settings {
    /// Selector (rule or family) and level, later ones and longer ones winning.
    levels: Vec<(String, Level)>,
    select: Vec<String>,
    ignore: Vec<String>,
    /// The phrases, when the workspace has some of its own.
    lexicon: Option<Arc<Lexicon>>,
    /// Earlier reports that the draft is held against.
    references: Vec<Arc<Reference>>,
}

impl Config {
    /// Settings of a draft by its path relative to the folder of the configuration, with `/` between folders.
    pub fn settings_for(&self, path: &str) -> Settings {
        let mut levels = self.levels.clone();
        for over in self.overrides.iter().filter(|over| over.files.is_match(path)) {
            levels.extend(over.levels.iter().cloned());
        }
        Settings { levels, ..Settings::default() }
    }

    /// The workspace's own lexicon files, relative to the folder of the configuration.
    pub fn lexicon(&self) -> &[String] {
        &self.lexicon
    }

    /// Files of the earlier reports that a draft is held against, relative to the folder of the configuration; the draft
    /// by its path relative to it. Those of the last section of `overrides` that names some hold alone.
    pub fn reference_for(&self, path: &str) -> &[String] {
        let own = self.overrides.iter().rev().filter(|over| over.files.is_match(path));
        own.filter_map(|over| over.reference.as_deref()).next().unwrap_or(&self.reference)
    }

    /// All earlier reports that it names for any draft.
    pub fn references(&self) -> impl Iterator<Item = &String> {
        self.reference.iter().chain(self.overrides.iter().flat_map(|over| over.reference.iter().flatten()))
    }

    /// Whether a file met while walking a folder is one of the drafts (a file named by the user always is).
    /// Without `include`, `.txt`, `.md` and `.docx` files are; `~$报告.docx` is what Word leaves beside an open document.
    pub fn includes(&self, path: &str) -> bool {
        let lower = path.to_lowercase();
        let included = match &self.include {
            Some(set) => set.is_match(path),
            None => {
                let name = lower.rsplit('/').next().unwrap_or(&lower);
                [".txt", ".md", ".docx"].iter().any(|end| name.ends_with(end)) && !name.starts_with("~$")
            }
        };
        included && !self.exclude.as_ref().is_some_and(|set| set.is_match(path))
    }
}

impl Settings {
    /// The same settings, narrowed to rules or families (none named: all) and without some.
    pub fn narrowed(mut self, select: &[String], ignore: &[String]) -> Self {
        self.select = select.to_vec();
        self.ignore = ignore.to_vec();
        self
    }

    /// A text that is the same for equal settings alone; `None` where a text cannot tell them.
    pub fn key(&self) -> Option<String> {
        let mut rest = self.clone();
        (rest.levels, rest.select, rest.ignore) = Default::default();
        (rest == Settings::default()).then(|| format!("{:?}", (&self.levels, &self.select, &self.ignore)))
    }

    /// The same settings with phrases of the workspace's own.
    pub fn with_lexicon(mut self, lexicon: Arc<Lexicon>) -> Self {
        self.lexicon = Some(lexicon);
        self
    }

    /// The same settings with earlier reports to hold the draft against.
    pub fn with_references(mut self, references: Vec<Arc<Reference>>) -> Self {
        self.references = references;
        self
    }

    /// Earlier reports that the draft is held against.
    pub fn references(&self) -> &[Arc<Reference>] {
        &self.references
    }

    /// The phrases.
    pub fn lexicon(&self) -> &Arc<Lexicon> {
        self.lexicon.as_ref().unwrap_or_else(|| Lexicon::builtin())
    }

    /// Level of a rule: a rule's own name beats its family's, a later entry beats an earlier one.
    pub fn level(&self, rule: &str) -> Level {
        let picked = self.select.is_empty() || self.select.iter().any(|s| selects(s, rule));
        if !picked || self.ignore.iter().any(|s| selects(s, rule)) {
            return Level::Off;
        }
        let by = |whole: bool| self.levels.iter().rev().find(|(s, _)| selects(s, rule) && (s == rule) == whole);
        match by(true).or_else(|| by(false)) {
            Some((_, level)) => *level,
            // A rule asked for by its name on the command line runs even where the configuration is silent.
            None => Level::Default,
        }
    }
}

/// Whether a selector (`numbering`, `numbering/gap`) names a rule.
pub fn selects(selector: &str, rule: &str) -> bool {
    rule == selector || rule.split('/').next() == Some(selector)
}

/// The candidate most like a mistyped word, when one is near enough to be meant.
pub fn nearest(wrong: &str, candidates: &[&str]) -> Option<String> {
    let scored = candidates.iter().map(|c| (strsim::normalized_damerau_levenshtein(wrong, c), *c));
    let best = scored.max_by(|a, b| a.0.total_cmp(&b.0))?;
    (best.0 >= 0.5).then(|| best.1.to_owned())
}

fn glob_set(patterns: &[String]) -> Result<GlobSet, globset::Error> {
    let mut set = GlobSetBuilder::new();
    for pattern in patterns {
        set.add(Glob::new(pattern)?);
    }
    set.build()
}
