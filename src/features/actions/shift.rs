//! A section before or behind its neighbour, with its number.

use std::ops::Range;

use super::tree::{is_head, numbered, paragraphs, refer, renumber, section_at};
use crate::draft::Draft;
use crate::draft::structure::SectionKind;
use crate::text::{Edit, apply_edits};

/// The two sections that change places, by index: the one of the range and the one before or behind it.
fn pair(draft: &Draft, range: &Range<usize>, down: bool) -> Option<(usize, usize)> {
    let sections = &draft.structure().sections;
    let own = section_at(draft, range)?;
    let depth = sections[own].depth;
    let other = if down {
        let behind = sections[own + 1..].iter().position(|section| section.depth <= depth)?;
        own + 1 + behind
    } else {
        sections[..own].iter().rposition(|section| section.depth <= depth)?
    };
    let like = |index: usize| (sections[index].depth, std::mem::discriminant(&sections[index].kind));
    let moves = like(own) == like(other) && sections[own].kind != SectionKind::Title;
    (moves && is_head(draft, &sections[other])).then_some((own.min(other), own.max(other)))
}

/// Whether it has such a neighbour.
pub fn can_move(draft: &Draft, range: &Range<usize>, down: bool) -> bool {
    pair(draft, range, down).is_some()
}

/// Changes places with the neighbour. The numbers stay where they are, and so do the blank lines between.
pub fn moved(draft: &Draft, range: &Range<usize>, down: bool) -> Option<Vec<Edit>> {
    let (first, second) = pair(draft, range, down)?;
    let sections = &draft.structure().sections;
    let (upper, lower) = (paragraphs(draft, first), paragraphs(draft, second));
    let start = draft.paragraph_range(upper.start).start;
    let middle = draft.paragraph_range(lower.start).start;
    let end = draft.paragraph_range(lower.end - 1).end;
    if upper.end != lower.start {
        return None;
    }
    let mut edits = Vec::new();
    if let (Some((one, run, place)), Some((two, other, behind))) =
        (numbered(draft, &sections[first]), numbered(draft, &sections[second]))
    {
        if !std::ptr::eq(run, other) {
            return None;
        }
        let (low, high) = (run.numbers[place], run.numbers[behind]);
        edits.extend([renumber(draft, one, high)?, renumber(draft, two, low)?]);
        let swapped = |part| if part == low { high } else { low };
        edits.extend(refer(draft, run, |part| if part == low || part == high { swapped(part) } else { part }));
    }
    let (inside, mut outside): (Vec<Edit>, Vec<Edit>) =
        edits.into_iter().partition(|edit| start <= edit.range.start && edit.range.end <= end);
    let written = |range: Range<usize>| {
        let own = inside.iter().filter(|edit| range.start <= edit.range.start && edit.range.end <= range.end);
        let own: Vec<Edit> = own
            .map(|edit| Edit {
                range: edit.range.start - range.start..edit.range.end - range.start,
                text: edit.text.clone(),
            })
            .collect();
        apply_edits(&draft.text().slice(range), &own)
    };
    let (upper, lower) = (written(start..middle)?, written(middle..end)?);
    let (one, gap) = upper.split_at(upper.trim_end().len());
    let (two, tail) = lower.split_at(lower.trim_end().len());
    outside.push(Edit { range: start..end, text: format!("{two}{gap}{one}{tail}") });
    outside.sort_by_key(|edit| edit.range.start);
    Some(outside)
}
