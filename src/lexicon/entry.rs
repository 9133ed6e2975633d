//! One stock phrase as data: its wording, its known miswritings, its life and its source.

use serde::Deserialize;

use super::{Month, Origin};

/// A stock phrase. In TOML the keys are those of the fields, with `-` for `_`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Entry {
    /// The official wording, with its quotation marks and 、.
    pub canonical: String,
    #[serde(default)]
    pub class: Class,
    #[serde(default)]
    pub confidence: Confidence,
    /// Where the wording stands: document, or how many published reports write it.
    pub source: String,
    /// First month of the wording. Its miswritings are not looked for in older drafts.
    pub since: Option<Month>,
    /// Last month of the wording, or of the campaign that it names.
    pub until: Option<Month>,
    /// What is written after `until`; without it the wording stays right when one looks back.
    pub replaced_by: Option<String>,
    /// What the wording stands for, in its fixed order.
    #[serde(default)]
    pub members: Vec<String>,
    /// The members (without them: the parts of the wording between 、) are looked for in another order.
    #[serde(default)]
    pub ordered: bool,
    /// A list of the members that lacks one is reported.
    #[serde(default)]
    pub whole: bool,
    /// Miswritings, `错` or `错→对` where the right form is not the whole wording.
    #[serde(default)]
    pub wrong: Vec<String>,
    /// The same words in another order, written like `wrong`.
    #[serde(default)]
    pub order: Vec<String>,
    /// Forms that are common and not the official one; a hint.
    #[serde(default)]
    pub soft: Vec<String>,
    /// Forms that are as good as the wording, so long as a draft keeps to one of them.
    #[serde(default)]
    pub rivals: Vec<String>,
    /// Forms that hold a miswriting and are right.
    #[serde(default)]
    pub accepted: Vec<String>,
    /// Other words that differ from the wording by a character: 河长制 of 河湖长制.
    #[serde(default)]
    pub alike: Vec<String>,
    /// What may not stand before a miswriting, because the words are others then: 学 before 习总书记.
    #[serde(default)]
    pub not_after: Vec<String>,
    /// What may not stand behind one.
    #[serde(default)]
    pub not_before: Vec<String>,
    /// One of these must stand behind a miswriting, which is right elsewhere; none named: anything may.
    #[serde(default)]
    pub only_before: Vec<String>,
    /// Verbs of the wording, the official one first.
    #[serde(default)]
    pub verbs: Vec<String>,
    /// Verbs that belong to another wording.
    #[serde(default)]
    pub wrong_verbs: Vec<String>,
    /// Verbs that are common and not the official one; a hint.
    #[serde(default)]
    pub soft_verbs: Vec<String>,
    /// It is written in quotation marks, though its wording here has none.
    #[serde(default)]
    pub quotes: bool,
    /// Kinds of reports for which `rivals` are looked at; none named: all.
    #[serde(default)]
    pub genres: Vec<String>,
    /// Kinds of reports in which `replaced-by` is written instead.
    #[serde(default)]
    pub foreign: Vec<String>,
    /// Sentences in which this entry must report.
    #[serde(default)]
    pub must_flag: Vec<String>,
    /// Sentences in which no rule may report.
    #[serde(default)]
    pub must_pass: Vec<String>,
    /// Where it stands, for entries of a workspace's own file.
    #[serde(skip)]
    pub origin: Option<Origin>,
}

/// What kind of mistake a miswriting is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Class {
    /// Wrong wherever it stands.
    #[default]
    A,
    /// Wrong by date, or beside another form in the same draft.
    B,
    /// Order of members, or verbs.
    C,
}

/// How well the wording is attested.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
pub enum Confidence {
    /// In an authoritative document, or in at least three recent published reports.
    H,
    /// Common knowledge, or few hits.
    #[default]
    M,
    /// A common word rather than a fixed wording: only slips of a usual kind are told, and none of its words is hinted at.
    L,
}

impl Entry {
    /// Whether rules look at the right wording too.
    pub fn is_watched(&self) -> bool {
        self.quotes || self.replaced_by.is_some() || !self.rivals.is_empty()
    }

    /// The parts whose order is fixed: the members, or what stands between the 、 of the wording.
    pub fn parts(&self) -> Vec<&str> {
        if self.members.is_empty() {
            self.canonical.split(['、', '，']).collect()
        } else {
            self.members.iter().map(String::as_str).collect()
        }
    }
}

/// A miswriting and what to write: the two sides of `→`, or the wording where there is none.
pub(super) fn sides<'a>(variant: &'a str, canonical: &'a str) -> (&'a str, &'a str) {
    variant.split_once('→').unwrap_or((variant, canonical))
}
