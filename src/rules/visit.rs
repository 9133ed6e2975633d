//! One visit of a paragraph: whatever rules want of its words is made from the same passage.

use super::figures::Tally;
use super::finding::Finding;
use super::linter::{Fault, Report, guarded, levelled};
use super::prose::Gist;
use super::{Check, Rule};
use crate::config::Level;
use crate::draft::{Meeting, Paragraph, Passage, Span};
use crate::lexicon::Lexicon;

/// The findings of paragraph rules in one paragraph.
pub(super) type Local = Box<[Finding<Span>]>;

/// What is looked for in every paragraph.
pub(super) struct Visitor<'a> {
    /// The rules that are not off.
    pub active: &'a [(&'static Rule, Level)],
    pub meeting: &'a Meeting,
    /// The phrases, where a rule wants them.
    pub lexicon: Option<&'a Lexicon>,
    /// Whether a rule wants the figures of well-known indicators.
    pub figures: bool,
}

/// What is kept of one paragraph.
pub(super) struct Visit {
    pub local: Local,
    pub faults: Vec<Fault>,
    pub gist: Gist,
    pub tally: Tally,
}

impl Visitor<'_> {
    /// Reads a paragraph, given with its line breaks.
    pub fn visit(&self, paragraph: &Paragraph, raw: &str) -> Visit {
        let passage = Passage::new(paragraph, raw, self.meeting);
        let (local, faults) = self.check(&passage);
        let gist = self.lexicon.map_or_else(Gist::default, |lexicon| Gist::of(lexicon, &passage));
        let tally = if self.figures { Tally::of(&passage) } else { Tally::default() };
        Visit { local, faults, gist, tally }
    }

    fn check(&self, passage: &Passage<'_>) -> (Local, Vec<Fault>) {
        let (mut found, mut faults) = (Vec::new(), Vec::new());
        for (rule, level) in self.active {
            let outcome = match &rule.check {
                Check::Both(check, _) => guarded(rule, |report: &mut Report<Span>| check(passage.paragraph, report)),
                Check::Text(check) if passage.is_prose() => guarded(rule, |report| check(passage, report)),
                _ => continue,
            };
            match outcome {
                Ok(findings) => found.extend(levelled(findings, *level)),
                Err(message) => faults.push(Fault { rule, message }),
            }
        }
        (found.into_boxed_slice(), faults)
    }
}
