//! What the rules of figures and of the calendar calculated in a paragraph: right or wrong, and with which numbers.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

use super::{Check, Figures, RULES, Report, Rule};
use crate::config::Reference;
use crate::draft::{Draft, Meeting, Passage, Place, Span};

/// A calculation. `P` is how its places are written: bytes of the paragraph for those of one paragraph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verified<P = Span> {
    pub rule: &'static Rule,
    /// The numbers that took part.
    pub places: Vec<P>,
    /// The calculation, or what is wrong with it.
    pub shown: String,
    pub holds: bool,
}

/// The calculations of a paragraph.
pub fn verify(passage: &Passage<'_>) -> Vec<Verified> {
    let mut judged = judged(passage);
    judged.retain(|one| !one.shown.is_empty());
    judged
}

/// The same with what the rules looked at without calculating: a range that is written as it should be.
pub fn judged(passage: &Passage<'_>) -> Vec<Verified> {
    let rules = RULES.iter().filter(|rule| matches!(rule.family(), "figure" | "calendar"));
    rules.flat_map(|rule| of_rule(rule, passage)).collect()
}

/// The comparisons of a draft's figures with one another and with those of earlier reports. The draft is given with its
/// text.
pub fn verify_across(
    draft: &Draft,
    text: &str,
    meeting: &Meeting,
    references: &[Arc<Reference>],
) -> Vec<Verified<Place>> {
    let figures = Figures::new(draft, text, meeting).beside(references);
    let checks = RULES.iter().filter_map(|rule| match rule.check {
        Check::Figures(check) => Some((*rule, check)),
        _ => None,
    });
    let across = checks.flat_map(|(rule, check)| run(rule, |report| check(&figures, report)));
    let placed = across.map(|one| Verified {
        rule: one.rule,
        places: one.places.into_iter().map(|at| figures.place(at)).collect(),
        shown: one.shown,
        holds: one.holds,
    });
    placed.collect()
}

fn of_rule(rule: &'static Rule, passage: &Passage<'_>) -> Vec<Verified> {
    let Check::Text(check) = rule.check else { return Vec::new() };
    run(rule, |report| check(passage, report))
}

fn run<P>(rule: &'static Rule, check: impl FnOnce(&mut Report<P>)) -> Vec<Verified<P>> {
    let run = || {
        let mut report = Report::of(rule, true);
        check(&mut report);
        report.into_parts()
    };
    // A rule that fails has checked nothing; the linter tells of the fault.
    let (findings, held) = catch_unwind(AssertUnwindSafe(run)).unwrap_or_else(|_| (Vec::new(), Vec::new()));
    let held = held.into_iter().map(|held| Verified { rule, places: held.places, shown: held.shown, holds: true });
    let wrong = findings.into_iter().map(|finding| {
        let related = finding.related.into_iter().map(|related| related.place);
        let places = std::iter::once(finding.place).chain(related).collect();
        Verified { rule, places, shown: finding.message, holds: false }
    });
    held.chain(wrong).collect()
}
