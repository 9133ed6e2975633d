//! What the rules of figures and of the calendar calculated in a paragraph: right or wrong, and with which numbers.

use std::panic::{AssertUnwindSafe, catch_unwind};

use super::{Check, RULES, Report, Rule};
use crate::draft::{Passage, Span};

/// A calculation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verified {
    pub rule: &'static Rule,
    /// The numbers that took part, in bytes of the paragraph.
    pub places: Vec<Span>,
    /// The calculation, or what is wrong with it.
    pub shown: String,
    pub holds: bool,
}

/// The calculations of a paragraph.
pub fn verify(passage: &Passage<'_>) -> Vec<Verified> {
    let rules = RULES.iter().filter(|rule| matches!(rule.family(), "figure" | "calendar"));
    rules.flat_map(|rule| of_rule(rule, passage)).collect()
}

fn of_rule(rule: &'static Rule, passage: &Passage<'_>) -> Vec<Verified> {
    let Check::Text(check) = rule.check else { return Vec::new() };
    let run = || {
        let mut report = Report::of(rule, true);
        check(passage, &mut report);
        report.into_parts()
    };
    // A rule that fails has checked nothing; the linter tells of the fault.
    let (findings, held) = catch_unwind(AssertUnwindSafe(run)).unwrap_or_default();
    let held = held.into_iter().map(|held| Verified { rule, places: held.places, shown: held.shown, holds: true });
    let wrong = findings.into_iter().map(|finding| {
        let related = finding.related.iter().map(|related| related.place);
        let places = std::iter::once(finding.place).chain(related).collect();
        Verified { rule, places, shown: finding.message, holds: false }
    });
    held.chain(wrong).collect()
}
