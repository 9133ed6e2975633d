//! What the words under the cursor stand for, and where else the draft names it.

use std::ops::Range;

use super::indicators;
use super::phrases;
use super::section::{self, Extent};
use super::slogans;
use super::whole::Whole;
use crate::draft::structure::SectionKind;
use crate::draft::{Draft, ItemRef, Part, Place};
use crate::rules::Linter;
use crate::syntax::numeral::{is_numeral, read};
use crate::syntax::{Fact, Item, Kind, Role, Style};

/// A thing that several places of a draft name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    /// The words asked about, in bytes like all places here.
    pub place: Range<usize>,
    /// Where the draft sets it down: the heading of a part that is referred to. Often one, sometimes none.
    pub definitions: Vec<Range<usize>>,
    /// The places that name it, without its definitions, in the order of the text.
    pub mentions: Vec<Range<usize>>,
}

/// Each knows one kind of thing.
const PROVIDERS: [fn(&Linter, usize) -> Option<Named>; 5] = [part, appendix, indicators::at, phrases::at, slogans::at];

/// The thing that the words at a byte stand for.
pub fn at(linter: &Linter, byte: usize) -> Option<Named> {
    PROVIDERS.iter().find_map(|provider| provider(linter, byte))
}

/// Places to be marked with the one under the cursor: those of the same thing, or the other ordinals of a run.
pub fn alike(linter: &Linter, byte: usize) -> Vec<Range<usize>> {
    match at(linter, byte) {
        Some(named) => {
            let mut all = [named.definitions, named.mentions].concat();
            all.sort_by_key(|range| range.start);
            all
        }
        None => run(linter.draft(), byte),
    }
}

/// The ordinals of the run that one at the byte belongs to.
fn run(draft: &Draft, byte: usize) -> Vec<Range<usize>> {
    let Some(paragraph) = draft.paragraph_at(byte) else { return Vec::new() };
    let label = |at: &ItemRef| draft.range_of(Place::of(*at, Part::Whole));
    let here = |at: &ItemRef| at.paragraph == paragraph && label(at).contains(&byte);
    let run = draft.structure().runs.iter().find(|run| run.items.iter().any(here));
    run.map_or_else(Vec::new, |run| run.items.iter().map(label).collect())
}

/// A part: 见第三部分, and the heading 三、.
fn part(linter: &Linter, byte: usize) -> Option<Named> {
    let draft = linter.draft();
    let reference = reference_at(draft, byte);
    let near = section::extents_near(draft, &(byte..byte));
    let heading = near.iter().find(|extent| touches(&extent.heading, byte));
    if reference.is_none() && heading.is_none() {
        return None;
    }
    let extents = section::extents(&Whole::of(draft));
    let (number, place) = match &reference {
        Some(found) => found.clone(),
        None => (number_of(draft, &extents, heading?)?, heading?.heading.clone()),
    };
    let definitions = parts(draft, &extents, number);
    if !definitions.is_empty() && reference.is_none() && !definitions.contains(&place) {
        return None; // A heading that nobody means by 第三部分.
    }
    let mentions = references(draft).filter(|(own, _)| *own == number).map(|(_, range)| range).collect();
    Some(Named { place, definitions, mentions })
}

fn references(draft: &Draft) -> impl Iterator<Item = (u32, Range<usize>)> + '_ {
    draft.paragraphs().iter().enumerate().flat_map(move |(paragraph, content)| {
        content.facts.iter().enumerate().filter_map(move |(fact, reference)| match reference {
            Fact::Reference { number, .. } => {
                Some((*number, draft.range_of(Place::of(ItemRef { paragraph, fact }, Part::Whole))))
            }
            _ => None,
        })
    })
}

fn reference_at(draft: &Draft, byte: usize) -> Option<(u32, Range<usize>)> {
    let paragraph = draft.paragraph_at(byte)?;
    let facts = draft.paragraphs()[paragraph].facts.iter().enumerate();
    let numbers = facts.filter_map(|(fact, reference)| match reference {
        Fact::Reference { number, .. } => Some((*number, Place::of(ItemRef { paragraph, fact }, Part::Whole))),
        _ => None,
    });
    numbers.map(|(number, place)| (number, draft.range_of(place))).find(|(_, range)| touches(range, byte))
}

/// The headings of the part of a number: 第三部分, else 三、, else the third heading without a number. A draft whose
/// parts each count their own 一、二、三、 has several.
fn parts(draft: &Draft, extents: &[Extent], number: u32) -> Vec<Range<usize>> {
    let of_style = |style: Style| -> Vec<Range<usize>> {
        let is =
            |extent: &&Extent| item(draft, extent).is_some_and(|item| (item.style, item.number) == (style, number));
        extents.iter().filter(is).map(|extent| extent.heading.clone()).collect()
    };
    let unnumbered = || {
        let mut parts = extents.iter().filter(|extent| extent.section.kind == SectionKind::Part);
        parts.nth(number.saturating_sub(1) as usize).map(|extent| extent.heading.clone()).into_iter().collect()
    };
    let found = [of_style(Style::Part), of_style(Style::Han)].into_iter().find(|found| !found.is_empty());
    found.unwrap_or_else(unnumbered)
}

/// The number by which a heading would be referred to.
fn number_of(draft: &Draft, extents: &[Extent], heading: &Extent) -> Option<u32> {
    match item(draft, heading) {
        Some(item) => matches!(item.style, Style::Part | Style::Han).then_some(item.number),
        None => {
            let parts = extents.iter().filter(|extent| extent.section.kind == SectionKind::Part);
            let index = parts.into_iter().position(|extent| extent == heading)?;
            u32::try_from(index + 1).ok()
        }
    }
}

fn item<'a>(draft: &'a Draft, extent: &Extent) -> Option<&'a Item> {
    match &draft.paragraphs()[extent.section.paragraph].facts[extent.section.fact?] {
        Fact::Item(item) if item.role == Role::Head => Some(item),
        _ => None,
    }
}

/// An appendix: 附件2 anywhere, and the line that it begins with.
fn appendix(linter: &Linter, byte: usize) -> Option<Named> {
    let draft = linter.draft();
    let line = draft.text().line_range(draft.text().line_of_byte(byte));
    let words = draft.text().slice(line.clone());
    let own = appendices(&words).into_iter().find(|(_, range)| touches(&shifted(range, line.start), byte))?;
    let place = shifted(&own.1, line.start);
    let text = draft.text().to_string();
    let all = appendices(&text).into_iter().filter(|(name, _)| *name == own.0).map(|(_, range)| range);
    let (definitions, mentions): (Vec<_>, Vec<_>) = all.partition(|range| heads_appendix(draft, range));
    Some(Named { place, definitions, mentions })
}

/// Whether the words stand at the head of an appendix.
fn heads_appendix(draft: &Draft, words: &Range<usize>) -> bool {
    let paragraph = draft.paragraph_at(words.start).map(|index| (index, &draft.paragraphs()[index]));
    paragraph.is_some_and(|(index, paragraph)| {
        paragraph.kind == Kind::Appendix && draft.paragraph_range(index).start + paragraph.content.start <= words.start
    })
}

/// References to a numbered part that can only mean one: the words, and its heading.
pub(super) fn part_links(draft: &Draft) -> Vec<(Range<usize>, Range<usize>)> {
    let extents = section::extents(&Whole::of(draft));
    let linked = references(draft).filter_map(|(number, words)| match parts(draft, &extents, number).as_slice() {
        [only] => Some((words, only.clone())),
        _ => None,
    });
    linked.collect()
}

/// The same for appendices.
pub(super) fn appendix_links(draft: &Draft) -> Vec<(Range<usize>, Range<usize>)> {
    let text = draft.text().to_string();
    let (heads, words): (Vec<_>, Vec<_>) =
        appendices(&text).into_iter().partition(|(_, range)| heads_appendix(draft, range));
    let goal = |name: &str| {
        let mut own = heads.iter().filter(|(head, _)| head == name).map(|(_, range)| range);
        own.next().filter(|_| own.next().is_none()).cloned()
    };
    words.into_iter().filter_map(|(name, range)| Some((range, goal(&name)?))).collect()
}

/// 附件2, 附件二, and 附件 without a number, with what tells one from another.
fn appendices(text: &str) -> Vec<(String, Range<usize>)> {
    let starts = memchr::memmem::find_iter(text.as_bytes(), "附件");
    let found = starts.map(|start| {
        let behind = start + "附件".len();
        let digits: String = text[behind..].chars().take_while(|ch| is_digit(*ch)).take(4).collect();
        let name = read(&digits).map_or_else(|| digits.clone(), |number| number.to_string());
        (name, start..behind + digits.len())
    });
    found.collect()
}

fn is_digit(ch: char) -> bool {
    ch.is_ascii_digit() || is_numeral(ch)
}

fn shifted(range: &Range<usize>, by: usize) -> Range<usize> {
    range.start + by..range.end + by
}

/// Whether a cursor before or behind any of the words means them.
pub(super) fn touches(range: &Range<usize>, byte: usize) -> bool {
    range.start <= byte && byte <= range.end
}
