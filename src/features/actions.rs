//! Edits that an editor offers at a place.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::draft::Draft;
use crate::draft::structure::ItemRef;
use crate::rules::numbering::run;
use crate::rules::{Applicability, Finding, Linter};
use crate::text::Edit;

/// An edit offered at a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Action {
    pub title: String,
    pub kind: ActionKind,
    pub edits: Vec<Edit>,
    /// The finding that a quick fix mends.
    pub finding: Option<Finding>,
}

/// What an action is, as editors group them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ActionKind {
    /// Mends one finding.
    QuickFix,
    /// Rewrites text that is not wrong by itself, such as renumbering a run.
    Rewrite,
    /// All safe fixes of the draft.
    FixAll,
}

/// Actions for a range of bytes: the fixes of the findings that touch it, and renumbering the run of a heading or
/// item that it touches.
pub fn at(linter: &Linter, range: Range<usize>) -> Vec<Action> {
    let mut actions: Vec<Action> = Vec::new();
    for finding in linter.findings_at(range.clone()) {
        if let Some(fix) = &finding.fix {
            let title = fix.title.clone();
            actions.push(Action { title, kind: ActionKind::QuickFix, edits: finding.edits(), finding: Some(finding) });
        }
    }
    actions.extend(renumber(linter.draft(), &range));
    actions
}

/// 重新编号本级 for the run whose ordinal stands in the range, when that would change something.
fn renumber(draft: &Draft, range: &Range<usize>) -> Option<Action> {
    let (first, last) = (draft.paragraph_at(range.start)?, draft.paragraph_at(range.end)?);
    let touched = |at: &ItemRef| {
        let label = draft.range_of(run::place(*at));
        (first..=last).contains(&at.paragraph) && label.start <= range.end && range.start <= label.end
    };
    let run = draft.structure().runs.iter().find(|run| run.items.iter().any(touched))?;
    let fix = run::renumber_run(draft, run)?;
    let edits = fix.edits.into_iter().map(|(place, text)| Edit { range: draft.range_of(place), text });
    Some(Action {
        title: "重新编号本级".into(), kind: ActionKind::Rewrite, edits: edits.collect(), finding: None
    })
}

/// One action with all safe fixes that do not overlap; `None` when there is none.
pub fn fix_all(linter: &Linter) -> Option<Action> {
    let edits = fixes(&linter.findings(), Applicability::Safe);
    (!edits.is_empty()).then(|| Action {
        title: "修正全部可稳妥修正的问题".into(),
        kind: ActionKind::FixAll,
        edits,
        finding: None,
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
