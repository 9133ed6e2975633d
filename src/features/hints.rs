//! Words shown between those of the draft: how long each section is.

use std::ops::Range;

use super::lenses;
use super::section::{self, Extent};
use crate::draft::structure::SectionKind;
use crate::rules::Linter;
use crate::syntax::Style;

/// Something shown at a place that is not part of the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hint {
    /// The byte before which it is shown.
    pub at: usize,
    pub label: String,
    /// What it means, in a sentence.
    pub tooltip: String,
}

/// Which hints an editor has a use for.
#[derive(Debug, Clone, Copy)]
pub struct Wanted {
    /// Of the sections that have no line of their own above them ([`lenses`]), or of all.
    pub lenses: bool,
}

/// Finds one kind of hint in a range of bytes.
type Provider = fn(&Linter, &Range<usize>, Wanted) -> Vec<Hint>;

const PROVIDERS: [Provider; 1] = [lengths];

/// The hints in a range of bytes, in the order of their places.
pub fn within(linter: &Linter, range: &Range<usize>, wanted: Wanted) -> Vec<Hint> {
    let mut hints: Vec<Hint> = PROVIDERS.iter().flat_map(|provider| provider(linter, range, wanted)).collect();
    hints.retain(|hint| range.start <= hint.at && hint.at <= range.end);
    hints.sort_by_key(|hint| hint.at);
    hints
}

/// Characters of each part and of each section down to （一）, unless the line above it tells them.
fn lengths(linter: &Linter, range: &Range<usize>, wanted: Wanted) -> Vec<Hint> {
    let extents = section::extents(linter.draft());
    let near = extents.into_iter().filter(|extent| extent.heading.start <= range.end);
    let told = |kind| is_told(kind) && !(wanted.lenses && lenses::is_told(kind));
    near.filter(|extent| range.start <= extent.heading.end && told(extent.section.kind)).map(length).collect()
}

fn is_told(kind: SectionKind) -> bool {
    match kind {
        SectionKind::Part | SectionKind::Appendix => true,
        SectionKind::Heading(style) => style <= Style::HanParen,
        SectionKind::Title | SectionKind::Lead => false,
    }
}

fn length(extent: Extent) -> Hint {
    let time = section::reading_time(extent.characters);
    Hint {
        at: extent.heading.end,
        label: format!("{}字", extent.characters),
        tooltip: format!("连同下级内容共{}字，念完{time}（按每分钟{}字）", extent.characters, section::PER_MINUTE),
    }
}
