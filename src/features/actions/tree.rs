//! Headings as the tree that actions rearrange.

use std::ops::Range;

use crate::draft::structure::{Run, Section};
use crate::draft::{Draft, ItemRef, Part, Place};
use crate::features::labels::{self, Form, item};
use crate::features::section::heading;
use crate::syntax::numeral::write;
use crate::syntax::{Fact, Kind, Role, Style};
use crate::text::Edit;

/// Index of the section at the head of a paragraph whose heading the range touches.
pub fn section_at(draft: &Draft, range: &Range<usize>) -> Option<usize> {
    let sections = &draft.structure().sections;
    let paragraph = draft.paragraph_at(range.start)?;
    let first = sections.partition_point(|section| section.paragraph < paragraph);
    let own = sections[first..].iter().take_while(|section| section.paragraph == paragraph);
    let touched = |section: &&Section| {
        let heading = heading(draft, section);
        heading.start <= range.end && range.start <= heading.end && is_head(draft, section)
    };
    own.clone().position(|section| touched(&section)).map(|offset| first + offset)
}

/// Whether a section begins its paragraph, so that it can be cut out by whole paragraphs.
pub fn is_head(draft: &Draft, section: &Section) -> bool {
    match section.fact.map(|fact| &draft.paragraphs()[section.paragraph].facts[fact]) {
        Some(Fact::Item(item)) => item.role == Role::Head,
        _ => true,
    }
}

/// The ordinal of a section, with its run and its index there.
pub fn numbered<'a>(draft: &'a Draft, section: &Section) -> Option<(ItemRef, &'a Run, usize)> {
    run_of(draft, ItemRef { paragraph: section.paragraph, fact: section.fact? })
}

/// The run of an ordinal, and its index there.
pub fn run_of(draft: &Draft, at: ItemRef) -> Option<(ItemRef, &Run, usize)> {
    let mut runs = draft.structure().runs.iter();
    runs.find_map(|run| run.items.binary_search(&at).ok().map(|index| (at, run, index)))
}

/// Headings right under another, in the order of the text.
pub fn children(draft: &Draft, at: ItemRef) -> Vec<ItemRef> {
    let under = |run: &&Run| run.style.is_heading() && run.parent == Some(at);
    let mut all: Vec<ItemRef> =
        draft.structure().runs.iter().filter(under).flat_map(|run| run.items.iter().copied()).collect();
    all.sort_unstable();
    all
}

/// An ordinal written anew, with the number signs of Markdown that go with its level.
pub fn relabel(draft: &Draft, at: ItemRef, form: Form, number: u32) -> Option<Vec<Edit>> {
    let mut edits = vec![Edit { range: draft.range_of(Place::of(at, Part::Whole)), text: form.text(draft, number)? }];
    let signs = labels::signs(draft, at.paragraph);
    let head = item(draft, at)?.role == Role::Head;
    if let Some(count) = form.signs(draft).filter(|_| head && !signs.is_empty()) {
        edits.push(Edit { range: signs, text: "#".repeat(count) });
    }
    Some(edits)
}

/// Another number for an ordinal that stays what it is.
pub fn renumber(draft: &Draft, at: ItemRef, number: u32) -> Option<Edit> {
    let item = item(draft, at)?;
    let text = item.style.numeral(number, item.full_width)?;
    Some(Edit { range: draft.range_of(Place::of(at, Part::Numeral)), text })
}

/// The references to numbered parts written anew, when the parts of a run are counted anew. Nothing where the draft
/// counts its parts more than once, because it cannot be told which are meant.
pub fn refer(draft: &Draft, run: &Run, renumbered: impl Fn(u32) -> u32) -> Vec<Edit> {
    let counts = |other: &&Run| matches!(other.style, Style::Part | Style::Han) && !other.appendix;
    if !counts(&run) || draft.structure().runs.iter().filter(counts).count() > 1 {
        return Vec::new();
    }
    let mut edits = Vec::new();
    for (paragraph, content) in draft.paragraphs().iter().enumerate() {
        for (fact, reference) in content.facts.iter().enumerate() {
            let Fact::Reference { number, .. } = reference else { continue };
            let place = Place::of(ItemRef { paragraph, fact }, Part::Whole);
            if renumbered(*number) != *number {
                let text = format!("第{}部分", write(renumbered(*number)));
                edits.push(Edit { range: draft.range_of(place), text });
            }
        }
    }
    edits
}

/// The paragraphs of a section with all that is under it. What the speaker says to the meeting behind the last
/// section (各位代表！…) belongs to none.
pub fn paragraphs(draft: &Draft, index: usize) -> Range<usize> {
    let sections = &draft.structure().sections;
    let own = &sections[index];
    let next = sections[index + 1..].iter().find(|section| section.depth <= own.depth);
    let end = next.map_or(draft.paragraphs().len(), |section| section.paragraph);
    let inside = own.paragraph + 1..end;
    let said = inside.clone().find(|index| draft.paragraphs()[*index].kind == Kind::Salutation);
    own.paragraph..said.filter(|_| next.is_none()).unwrap_or(end)
}
