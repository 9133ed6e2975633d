//! Edits that an editor offers at a place.

mod ignore;
mod level;
mod missing;
mod parts;
pub mod rewrite;
mod sequence;
mod shift;
mod tree;

use std::collections::BTreeMap;
use std::ops::Range;

pub use ignore::{Comment, ignore_at};

use crate::lexicon::Origin;
use crate::rules::{Applicability, Finding, Linter};
use crate::text::Edit;

/// An edit offered at a place.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Action {
    pub title: String,
    pub kind: ActionKind,
    pub edits: Vec<Edit>,
    /// What is written into another file instead.
    pub elsewhere: Option<Elsewhere>,
    /// The finding that a quick fix mends.
    pub finding: Option<Finding>,
}

/// Whole lines put into another file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Elsewhere {
    /// In whose place they begin.
    pub origin: Origin,
    pub text: String,
}

/// What an action is, as editors group them.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum ActionKind {
    /// Mends one finding.
    #[default]
    QuickFix,
    /// All safe fixes of the draft.
    FixAll,
}

/// The fixes of the findings that touch a range of bytes.
pub fn fixes_at(linter: &Linter, range: Range<usize>) -> Vec<Action> {
    let findings = linter.findings_at(range);
    let unified = findings.iter().filter_map(|finding| unified(linter, finding)).collect::<Vec<_>>();
    let learned = findings.iter().filter_map(|finding| learned(linter, finding)).collect::<Vec<_>>();
    let inserted = findings.iter().filter_map(|finding| inserted(linter, finding)).collect::<Vec<_>>();
    let fixed = findings.iter().flat_map(|finding| {
        let fixes = finding.fix.iter().chain(&finding.alternatives);
        fixes.map(|fix| Action {
            title: fix.title.clone(),
            edits: fix.to_edits(),
            finding: Some(finding.clone()),
            ..Action::default()
        })
    });
    fixed.chain(inserted).chain(unified).chain(learned).collect()
}

/// A line with the first missing ordinal, where the item was lost and not its number wrong.
fn inserted(linter: &Linter, finding: &Finding) -> Option<Action> {
    let draft = linter.draft();
    let sure = finding.fix.as_ref().is_some_and(|fix| fix.applicability == Applicability::Safe);
    let wanted = matches!(finding.rule.name, "numbering/gap" | "numbering/start") && !sure;
    let name = missing::missing(draft, &finding.place).filter(|_| wanted)?;
    let edits = missing::insert(draft, &finding.place)?;
    let title = format!("在前面补一行“{name}”");
    Some(Action { title, edits, finding: Some(finding.clone()), ..Action::default() })
}

/// The fix of a stock phrase made in the whole draft, where it is written so in several places.
fn unified(linter: &Linter, finding: &Finding) -> Option<Action> {
    let title = &finding.fix.as_ref().filter(|_| finding.rule.family() == "phrase")?.title;
    let same = |other: &Finding| {
        other.rule == finding.rule
            && other.message == finding.message
            && other.fix.as_ref().is_some_and(|fix| fix.title == *title)
    };
    let all: Vec<Finding> = linter.findings().into_iter().filter(same).collect();
    let edits = fixes(&all, Applicability::Unsafe);
    let title = format!("全稿 {} 处都{title}", all.len());
    (all.len() > 1).then(|| Action { title, edits, ..Action::default() })
}

/// What looks like a slip in a phrase, put into the workspace's own lexicon as right; offered where there is one.
fn learned(linter: &Linter, finding: &Finding) -> Option<Action> {
    let origin = linter.lexicon().entries().iter().find_map(|entry| entry.origin.clone())?;
    let words = linter.draft().text().slice(finding.place.clone());
    if finding.rule.name != "phrase/near" || words.contains(['\n', '\r', '"', '\\']) {
        return None;
    }
    let text = format!("[[phrase]]\ncanonical = \"{words}\"\nsource = \"（请写明出处）\"\n\n");
    let title = format!("“{words}”没有错，记入提法库");
    Some(Action { title, elsewhere: Some(Elsewhere { origin, text }), ..Action::default() })
}

/// One action with all safe fixes that do not overlap; `None` when there is none.
pub fn fix_all(linter: &Linter) -> Option<Action> {
    let edits = fixes(&linter.findings(), Applicability::Safe);
    (!edits.is_empty()).then(|| Action {
        title: "修正全部可稳妥修正的问题".into(),
        kind: ActionKind::FixAll,
        edits,
        ..Action::default()
    })
}

/// The edits of all fixes up to an applicability, leaving out each fix that overlaps one before it.
pub fn fixes(findings: &[Finding], up_to: Applicability) -> Vec<Edit> {
    // Accepted edits by their first byte; they never overlap.
    let mut edits: BTreeMap<usize, Edit> = BTreeMap::new();
    for finding in findings {
        let Some(fix) = &finding.fix else { continue };
        if fix.applicability == Applicability::Unsafe && up_to == Applicability::Safe {
            continue;
        }
        if fix.edits.iter().all(|(range, _)| is_free(&edits, range)) {
            edits.extend(finding.edits().into_iter().map(|edit| (edit.range.start, edit)));
        }
    }
    edits.into_values().collect()
}

fn is_free(edits: &BTreeMap<usize, Edit>, range: &Range<usize>) -> bool {
    let before = edits.range(..=range.start).next_back().is_some_and(|(_, edit)| edit.range.end > range.start);
    let inside = edits.range(range.start..range.end.max(range.start + 1)).next().is_some();
    !before && !inside
}
