//! Stock phrases (提法) as dated, sourced data, and the one pass that finds them in a paragraph.
//!
//! The entries are in the TOML files beside this one. All their forms are made once, when the first draft
//! is checked.

mod alike;
mod bare;
mod entry;
mod mention;
mod month;
mod name;
mod near;
mod pattern;
mod scan;
mod slip;
mod words;

use std::sync::LazyLock;

pub use entry::{Class, Confidence, Entry, parse};
pub use mention::{Mention, NearMiss, Said};
pub use month::Month;
pub use name::{Name, names};
pub use pattern::{Form, FormKind};
pub use slip::Slip;
pub use words::load as load_dictionary;

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
    pub fn builtin() -> &'static Lexicon {
        static BUILTIN: LazyLock<Lexicon> = LazyLock::new(|| {
            let entries = FILES.iter().flat_map(|(_, text)| parse(text).unwrap_or_default());
            Lexicon::new(entries.collect())
        });
        &BUILTIN
    }

    /// A lexicon of entries. Of two entries with the same form, the first has it.
    pub fn new(entries: Vec<Entry>) -> Self {
        let (texts, patterns): (Vec<String>, Vec<Pattern>) = pattern::patterns(&entries).into_iter().unzip();
        Lexicon { near: Near::new(&entries), entries, patterns, scanner: Scanner::new(texts) }
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
