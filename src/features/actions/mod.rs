//! Edits that an editor offers at a place.

mod ignore;
mod level;
mod missing;
pub mod rewrite;
mod sequence;
mod shift;
mod tree;

use std::collections::BTreeMap;
use std::ops::Range;

pub use ignore::{Comment, ignore_at};

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
    /// All safe fixes of the draft.
    FixAll,
}

/// The fixes of the findings that touch a range of bytes.
pub fn fixes_at(linter: &Linter, range: Range<usize>) -> Vec<Action> {
    let findings = linter.findings_at(range).into_iter();
    let fixed = findings.filter_map(|finding| {
        let title = finding.fix.as_ref()?.title.clone();
        Some(Action { title, kind: ActionKind::QuickFix, edits: finding.edits(), finding: Some(finding) })
    });
    fixed.collect()
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
