//! Words shown between those of the draft: how long each section is.

use std::ops::Range;

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

/// Finds one kind of hint in a range of bytes.
type Provider = fn(&Linter, &Range<usize>) -> Vec<Hint>;

const PROVIDERS: [Provider; 1] = [lengths];

/// The hints in a range of bytes, in the order of their places.
pub fn within(linter: &Linter, range: &Range<usize>) -> Vec<Hint> {
    let mut hints: Vec<Hint> = PROVIDERS.iter().flat_map(|provider| provider(linter, range)).collect();
    hints.retain(|hint| range.start <= hint.at && hint.at <= range.end);
    hints.sort_by_key(|hint| hint.at);
    hints
}

/// Characters of each part and of each section down to （一）.
fn lengths(linter: &Linter, range: &Range<usize>) -> Vec<Hint> {
    let extents = section::extents(linter.draft());
    let near = extents.into_iter().filter(|extent| extent.heading.start <= range.end);
    near.filter(|extent| range.start <= extent.heading.end && is_told(extent.section.kind)).map(length).collect()
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
