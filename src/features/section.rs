//! Sections with their extents: where each begins and ends, and how long it is to read.

use std::borrow::Cow;
use std::ops::Range;

use super::whole::Whole;
use crate::draft::structure::{Section, SectionKind};
use crate::draft::{Draft, Place, Span};
use crate::syntax::{Fact, Role, characters};

/// Characters that are read out in a minute at a meeting, for estimates that say so.
pub const PER_MINUTE: usize = 200;

/// A section and what belongs to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Extent {
    pub section: Section,
    /// The heading itself, in bytes.
    pub heading: Range<usize>,
    /// From its heading to the last words under it, in bytes.
    pub range: Range<usize>,
    /// Characters without white space.
    pub characters: usize,
}

/// All sections, in the order of the text.
pub fn extents(whole: &Whole<'_>) -> Vec<Extent> {
    let slice = |range| Cow::Borrowed(whole.slice(range));
    extents_of(whole.draft, 0..whole.draft.structure().sections.len(), &slice)
}

/// The sections that begin in the paragraphs that a range of bytes touches.
pub fn extents_near(draft: &Draft, range: &Range<usize>) -> Vec<Extent> {
    let ends = draft.paragraph_at(range.start).zip(draft.paragraph_at(range.end));
    let sections = &draft.structure().sections;
    let near = ends.map_or(0..0, |(first, last)| {
        let from = sections.partition_point(|section| section.paragraph < first);
        from..sections.partition_point(|section| section.paragraph <= last)
    });
    extents_of(draft, near, &|range| draft.text().slice(range))
}

/// Reads the text of a range of bytes.
type Slice<'a> = &'a dyn Fn(Range<usize>) -> Cow<'a, str>;

fn extents_of(draft: &Draft, wanted: Range<usize>, slice: Slice<'_>) -> Vec<Extent> {
    let characters = Characters::of(draft);
    let sections = &draft.structure().sections;
    let ends = ends(sections);
    let extent = |index: usize| {
        let mut heading = heading(draft, &sections[index]);
        // Its sentence may run on into the next section: …：（一）…；（二）….
        if let Some(following) = sections.get(index + 1).map(|section| self::heading(draft, section).start) {
            heading.end = heading.end.min(following).max(heading.start);
        }
        let range = heading.start..end(draft, sections.get(ends[index])).max(heading.end);
        let characters = characters.between(draft, &range, slice);
        Extent { section: sections[index], heading, range, characters }
    };
    wanted.map(extent).collect()
}

/// Characters of the whole draft without white space.
pub fn total(draft: &Draft) -> usize {
    draft.paragraphs().iter().map(|paragraph| paragraph.characters).sum()
}

/// How long it takes to read so many characters out, in words: 约6分钟, 不到1分钟.
pub fn reading_time(characters: usize) -> String {
    match (characters + PER_MINUTE / 2) / PER_MINUTE {
        0 => "不到1分钟".into(),
        minutes if minutes < 60 => format!("约{minutes}分钟"),
        minutes if minutes % 60 == 0 => format!("约{}小时", minutes / 60),
        minutes => format!("约{}小时{}分钟", minutes / 60, minutes % 60),
    }
}

/// The index of the first section behind each that is not under it.
fn ends(sections: &[Section]) -> Vec<usize> {
    let mut ends = vec![sections.len(); sections.len()];
    let mut open: Vec<usize> = Vec::new();
    for (index, section) in sections.iter().enumerate() {
        while let Some(above) = open.pop_if(|above| sections[*above].depth >= section.depth) {
            ends[above] = index;
        }
        open.push(index);
    }
    ends
}

/// Bytes of the words that head a section, with their ordinal.
pub(super) fn heading(draft: &Draft, section: &Section) -> Range<usize> {
    let paragraph = &draft.paragraphs()[section.paragraph];
    let span = match section.fact.map(|fact| &paragraph.facts[fact]) {
        Some(Fact::Item(item)) => Span::new(item.span.start, item.title.end.max(item.span.end)),
        _ if paragraph.name.start < paragraph.name.end => paragraph.name,
        _ => paragraph.content,
    };
    draft.range_of(Place::bytes(section.paragraph, span))
}

/// The end of the text before a section, in bytes: the last words, not the blank lines behind them.
pub(super) fn end(draft: &Draft, before: Option<&Section>) -> usize {
    let paragraphs = draft.paragraphs();
    let last = match before {
        Some(section) => {
            let at = heading(draft, section).start;
            if is_inside(draft, section) || section.paragraph == 0 {
                return at;
            }
            section.paragraph - 1
        }
        None => paragraphs.len().saturating_sub(1),
    };
    let text = (0..=last).rev().find(|index| paragraphs[*index].content.end > 0);
    text.map_or(0, |index| draft.paragraph_range(index).start + paragraphs[index].content.end)
}

/// Whether a section begins behind text of its own paragraph, as in …：（一）….
pub(super) fn is_inside(draft: &Draft, section: &Section) -> bool {
    let fact = section.fact.map(|fact| &draft.paragraphs()[section.paragraph].facts[fact]);
    matches!((section.kind, fact), (SectionKind::Heading(_), Some(Fact::Item(item))) if item.role == Role::Inline)
}

/// Characters without white space before each paragraph.
struct Characters(Vec<usize>);

impl Characters {
    fn of(draft: &Draft) -> Self {
        let mut sum = 0;
        let mut before = vec![0];
        before.extend(draft.paragraphs().iter().map(|paragraph| {
            sum += paragraph.characters;
            sum
        }));
        Characters(before)
    }

    fn between(&self, draft: &Draft, range: &Range<usize>, slice: Slice<'_>) -> usize {
        let (Some(first), Some(last)) = (draft.paragraph_at(range.start), draft.paragraph_at(range.end)) else {
            return 0;
        };
        self.0[last] + before(draft, last, range.end, slice) - self.0[first] - before(draft, first, range.start, slice)
    }
}

/// Characters of a paragraph before a byte of the text, counted from the nearer end: sections begin and end where
/// paragraphs do.
fn before(draft: &Draft, index: usize, byte: usize, slice: Slice<'_>) -> usize {
    let Range { start, end } = draft.paragraph_range(index);
    let count = |range: Range<usize>| if range.is_empty() { 0 } else { characters(&slice(range)) };
    if byte - start <= end - byte {
        count(start..byte)
    } else {
        draft.paragraphs()[index].characters - count(byte..end)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reading_time_is_told_in_minutes_and_hours() {
        for (characters, words) in
            [(60, "不到1分钟"), (1300, "约7分钟"), (12_000, "约1小时"), (15_000, "约1小时15分钟")]
        {
            assert_eq!(reading_time(characters), words);
        }
    }
}
