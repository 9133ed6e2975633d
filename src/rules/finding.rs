//! A finding: what is wrong, why here, and what to write. It is born with its fix.

use std::ops::Range;
use std::sync::Arc;

use super::Rule;
use crate::config::{Reference, Severity};

/// A finding of a rule. `P` is how its places are written: bytes of the whole text for those who show it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding<P = Range<usize>> {
    pub rule: &'static Rule,
    pub severity: Severity,
    pub place: P,
    /// A whole Chinese sentence without its final stop: what is wrong, and what should stand there.
    pub message: String,
    /// What it rests on where that is not what its rule rests on: the source of a stock phrase.
    pub source: Option<String>,
    pub related: Vec<Related<P>>,
    /// Places in other reports that explain it.
    pub outside: Vec<Outside>,
    pub fix: Option<Fix<P>>,
    /// What a person may write instead of the fix, such as another number of a calculation. Each is unsafe, and none
    /// is ever made unasked.
    pub alternatives: Vec<Fix<P>>,
}

/// Another place that explains a finding, such as the heading before it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Related<P = Range<usize>> {
    pub place: P,
    pub message: String,
}

/// A place in an earlier report that explains a finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outside {
    pub reference: Arc<Reference>,
    /// Bytes of that report.
    pub range: Range<usize>,
    pub message: String,
}

/// What to write instead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fix<P = Range<usize>> {
    /// What the fix does, as the title of an editor's command.
    pub title: String,
    pub applicability: Applicability,
    /// Replacements, in the order of their places; they never overlap.
    pub edits: Vec<(P, String)>,
}

/// Whether a fix may be made without a person looking.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Applicability {
    /// Only one reading exists.
    Safe,
    /// A person decides.
    Unsafe,
}

impl Applicability {
    /// The word used in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Applicability::Safe => "safe",
            Applicability::Unsafe => "unsafe",
        }
    }
}

impl<P> Finding<P> {
    /// What it rests on: 依据.
    pub fn basis(&self) -> String {
        self.source.clone().unwrap_or_else(|| self.rule.manual().basis)
    }

    /// The same finding with its places written another way.
    pub fn map<Q>(&self, mut place: impl FnMut(&P) -> Q) -> Finding<Q> {
        let mut finding = self.unfixed(&mut place);
        finding.fix = self.fix.as_ref().map(|fix| fix.map(&mut place));
        finding.alternatives = self.alternatives.iter().map(|fix| fix.map(&mut place)).collect();
        finding
    }

    /// The same, without its fixes.
    pub(super) fn unfixed<Q>(&self, mut place: impl FnMut(&P) -> Q) -> Finding<Q> {
        let related = self.related.iter();
        Finding {
            rule: self.rule,
            severity: self.severity,
            place: place(&self.place),
            message: self.message.clone(),
            source: self.source.clone(),
            related: related
                .map(|related| Related { place: place(&related.place), message: related.message.clone() })
                .collect(),
            outside: self.outside.clone(),
            fix: None,
            alternatives: Vec::new(),
        }
    }
}

impl<P> Fix<P> {
    fn map<Q>(&self, mut place: impl FnMut(&P) -> Q) -> Fix<Q> {
        let edits = self.edits.iter().map(|(at, text)| (place(at), text.clone()));
        Fix { title: self.title.clone(), applicability: self.applicability, edits: edits.collect() }
    }
}
