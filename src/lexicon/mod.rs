//! Stock phrases (提法) as dated, sourced data, and the one pass that finds them in a paragraph.
//!
//! The entries are in the TOML files beside this one. All their forms are made once, when the first draft
//! is checked.

mod alike;
mod bare;
mod entry;
mod file;
mod mention;
mod month;
mod name;
mod near;
mod pattern;
mod scan;
mod slip;
mod words;

use std::sync::{Arc, LazyLock};

pub use entry::{Class, Confidence, Entry};
pub use file::{Mistake, Origin, parse, parse_named};
pub use mention::{Mention, NearMiss, Said};
pub use month::Month;
pub use name::{Name, names};
pub use pattern::{Form, FormKind};
pub use slip::Slip;
pub use words::{PartOfSpeech, Word, load as load_dictionary, word_at, words};

use near::Near;
use pattern::Pattern;
use scan::Scanner;

/// The files that are part of the program: name and text.
pub const FILES: [(&str, &str); 5] = [
    ("idioms.toml", include_str!("idioms.toml")),
    ("institutions.toml", include_str!("institutions.toml")),
    ("party.toml", include_str!("party.toml")),
    ("policy.toml", include_str!("policy.toml")),
    ("united_front.toml", include_str!("united_front.toml")),
];

/// Stock phrases, ready to be looked for.
pub struct Lexicon {
    entries: Vec<Entry>,
    patterns: Vec<Pattern>,
    scanner: Scanner,
    near: Near,
}

impl Lexicon {
    /// The phrases that are part of the program.
    pub fn builtin() -> &'static Arc<Lexicon> {
        static BUILTIN: LazyLock<Arc<Lexicon>> = LazyLock::new(|| {
            let entries = FILES.iter().flat_map(|(_, text)| parse(text).unwrap_or_default());
            Lexicon::new(entries.collect()).into()
        });
        &BUILTIN
    }

    /// A lexicon of entries. Of two entries with the same form, the first has it.
    pub fn new(entries: Vec<Entry>) -> Self {
        let (texts, patterns): (Vec<String>, Vec<Pattern>) = pattern::patterns(&entries).into_iter().unzip();
        Lexicon { near: Near::new(&entries), entries, patterns, scanner: Scanner::new(&texts) }
    }

    /// This lexicon with entries of one's own before it, which take the place of those of the same wording.
    pub fn with(self: &Arc<Self>, own: Vec<Entry>) -> Arc<Self> {
        if own.is_empty() {
            return self.clone();
        }
        let other = |entry: &&Entry| own.iter().all(|own| own.canonical != entry.canonical);
        let others: Vec<Entry> = self.entries.iter().filter(other).cloned().collect();
        Lexicon::new(own.into_iter().chain(others).collect()).into()
    }

    /// The entries.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// How many strings are looked for.
    pub fn patterns(&self) -> usize {
        self.patterns.len()
    }

    /// The entry that a mention is of.
    pub fn entry_of(&self, mention: &Mention) -> &Entry {
        &self.entries[mention.entry as usize]
    }

    /// The form that a mention has, unless it is a list of members.
    pub fn form_of(&self, mention: &Mention) -> Option<&Form> {
        match mention.said {
            Said::Form(pattern) => self.patterns[pattern as usize].form.as_ref(),
            _ => None,
        }
    }
}

/// The same entries make the same lexicon.
impl PartialEq for Lexicon {
    fn eq(&self, other: &Self) -> bool {
        self.entries == other.entries
    }
}

impl Eq for Lexicon {}

impl std::fmt::Debug for Lexicon {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Lexicon({} entries)", self.entries.len())
    }
}
