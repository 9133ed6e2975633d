//! Lines above the parts of a draft: how long each is and how many findings it has.

use std::ops::Range;

use super::section::{self, Extent};
use super::whole::Whole;
use crate::draft::structure::SectionKind;
use crate::rules::Linter;
use crate::syntax::Style;

/// A line above a heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lens {
    /// The heading, in bytes.
    pub range: Range<usize>,
    pub title: String,
}

/// A line for the whole draft and for each part.
pub fn lenses(linter: &Linter) -> Vec<Lens> {
    let draft = linter.draft();
    let mut findings: Vec<usize> = linter.places().map(|place| draft.range_of(place).start).collect();
    findings.sort_unstable();
    let count = |range: &Range<usize>| {
        findings.partition_point(|at| *at < range.end) - findings.partition_point(|at| *at < range.start)
    };
    let extents = section::extents(&Whole::of(draft));
    extents
        .iter()
        .filter(|extent| is_told(extent.section.kind))
        .map(|extent| lens(extent, count(&extent.range)))
        .collect()
}

/// Whether a section has a line above it.
pub(super) fn is_told(kind: SectionKind) -> bool {
    match kind {
        SectionKind::Title | SectionKind::Part | SectionKind::Appendix => true,
        SectionKind::Heading(style) => style <= Style::Han,
        SectionKind::Lead => false,
    }
}

fn lens(extent: &Extent, findings: usize) -> Lens {
    let (characters, time) = (extent.characters, section::reading_time(extent.characters));
    let findings = if findings == 0 { "未发现问题".to_owned() } else { format!("{findings}处问题") };
    Lens { range: extent.heading.clone(), title: format!("{characters}字 · 念完{time} · {findings}") }
}
