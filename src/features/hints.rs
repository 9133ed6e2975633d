//! Words shown between those of the draft: how long each section is, and numbers that it leaves to its reader.

use std::ops::Range;

use super::lenses;
use super::section::{self, Extent};
use crate::draft::structure::SectionKind;
use crate::draft::{Meeting, Passage};
use crate::rules::{Linter, figure};
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
    /// Numbers that follow from others.
    pub figures: bool,
}

/// Finds one kind of hint in a range of bytes.
type Provider = fn(&Linter, &Range<usize>, Wanted) -> Vec<Hint>;

const PROVIDERS: [Provider; 2] = [lengths, figures];

/// The hints in a range of bytes, in the order of their places.
pub fn within(linter: &Linter, range: &Range<usize>, wanted: Wanted) -> Vec<Hint> {
    let mut hints: Vec<Hint> = PROVIDERS.iter().flat_map(|provider| provider(linter, range, wanted)).collect();
    hints.retain(|hint| range.start <= hint.at && hint.at <= range.end);
    hints.sort_by_key(|hint| hint.at);
    hints
}

/// Characters of each part and of each section down to （一）, unless the line above it tells them.
fn lengths(linter: &Linter, range: &Range<usize>, wanted: Wanted) -> Vec<Hint> {
    let near = section::extents_near(linter.draft(), range).into_iter();
    let told = |kind| is_told(kind) && !(wanted.lenses && lenses::is_told(kind));
    near.filter(|extent| told(extent.section.kind)).map(length).collect()
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

/// Growth, shares and rates that follow from the numbers of a sentence and are not stated in it.
fn figures(linter: &Linter, range: &Range<usize>, wanted: Wanted) -> Vec<Hint> {
    let draft = linter.draft();
    let ends = draft.paragraph_at(range.start).zip(draft.paragraph_at(range.end)).filter(|_| wanted.figures);
    let Some((first, last)) = ends else { return Vec::new() };
    let meeting = Meeting::of(draft);
    let of_paragraph = |paragraph: usize| {
        let raw = draft.paragraph_text(paragraph);
        let passage = Passage::new(&draft.paragraphs()[paragraph], &raw, &meeting);
        let found = if passage.is_prose() { figure::unstated(&passage) } else { Vec::new() };
        let start = draft.paragraph_range(paragraph).start;
        found.into_iter().map(move |one| Hint { at: start + one.at.end, label: one.label, tooltip: one.shown })
    };
    (first..=last).flat_map(of_paragraph).collect()
}
