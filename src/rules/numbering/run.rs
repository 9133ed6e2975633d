//! What the rules of this family share: the items of a run, their names in messages, and renumbering.

use std::ops::Range;

use crate::draft::structure::{ItemRef, Run, SectionKind};
use crate::draft::{Draft, Part, Place};
use crate::rules::{Applicability, Fix};
use crate::syntax::{Bracket, Fact, Item, Kind, Role, Style};

/// Longest run that a fix renumbers as a whole; longer ones are lists of another kind, and each of their findings
/// would carry edits for all of them.
const LONGEST: usize = 60;
/// Farthest a missing ordinal is looked for, in paragraphs or runs: longer than any draft, and it keeps a file of
/// many drafts from costing the square of its length.
const REACH: usize = 2000;
/// Fewest items of a glossary.
const GLOSSARY: usize = 4;
/// How many runs before a run are looked at for its likes.
pub const NEAR: usize = 20;

/// The item of a reference of the draft's structure.
pub fn item(draft: &Draft, at: ItemRef) -> &Item {
    match &draft.paragraphs()[at.paragraph].facts[at.fact] {
        Fact::Item(item) => item,
        other => unreachable!("the structure refers to an item, not to {other:?}"),
    }
}

/// Place of an item's ordinal.
pub fn place(at: ItemRef) -> Place {
    Place::of(at, Part::Whole)
}

/// An ordinal with another number as messages name it: 二, （二）, 2, 二是.
pub fn name(item: &Item, number: u32) -> String {
    let numeral = item.style.numeral(number, item.full_width).unwrap_or_else(|| number.to_string());
    match (item.style, item.bracket) {
        (Style::HanParen | Style::DigitParen, Bracket::Half) => format!("({numeral})"),
        (Style::HanParen | Style::DigitParen, _) => format!("（{numeral}）"),
        (Style::DigitHalfParen, _) => format!("{numeral}）"),
        (Style::Is, _) => format!("{numeral}{}", item.word),
        (Style::Nth | Style::Part | Style::Chapter | Style::Section | Style::Article, _) => {
            format!("第{numeral}{}", item.word)
        }
        _ => numeral,
    }
}

/// The numbers from `from` to below `to` as messages name them: “二”“三”, or the first and last of many.
pub fn names(item: &Item, from: u32, to: u32) -> String {
    let quoted = |number| format!("“{}”", name(item, number));
    match to - from {
        0..=3 => (from..to).map(quoted).collect(),
        _ => format!("{}至{}", quoted(from), quoted(to - 1)),
    }
}

/// The number of items that a sentence announces of a run, such as 五个方面, and its place.
pub fn declared(run: &Run) -> Option<(u32, Place)> {
    let (by, count) = run.declared?;
    Some((count, Place::of(by, Part::Whole)))
}

/// A fix that writes one number.
pub fn renumber_one(draft: &Draft, at: ItemRef, number: u32, applicability: Applicability) -> Option<Fix<Place>> {
    let item = item(draft, at);
    let numeral = item.style.numeral(number, item.full_width)?;
    let title = format!("改为“{}”", name(item, number));
    Some(Fix { title, applicability, edits: vec![(Place::of(at, Part::Numeral), numeral)] })
}

/// A fix that counts a run through from its first number, or from 1.
pub fn renumber_run(draft: &Draft, run: &Run) -> Option<Fix<Place>> {
    let first = if run.continues { *run.numbers.first()? } else { 1 };
    let mut edits = Vec::new();
    if run.items.len() > LONGEST {
        return None;
    }
    for (number, (at, now)) in (first..).zip(run.items.iter().zip(&run.numbers)) {
        if number != *now {
            let item = item(draft, *at);
            edits.push((Place::of(*at, Part::Numeral), item.style.numeral(number, item.full_width)?));
        }
    }
    let title = format!("本级 {} 个编号依次重编", run.items.len());
    (!edits.is_empty()).then_some(Fix { title, applicability: Applicability::Unsafe, edits })
}

/// Whether an ordinal of this style and number stands anywhere between two places, however doubtful: a line break
/// lost, a label inside a sentence. What is there is not missing.
///
/// Without `from`, it is looked for from the start of the draft. No more than [`REACH`] paragraphs before `to`, and a
/// bounded number of facts, are looked at; beyond that it is taken to be there.
pub fn is_hidden(draft: &Draft, style: Style, numbers: Range<u32>, from: Option<ItemRef>, to: ItemRef) -> bool {
    let first = from.map_or(0, |from| from.paragraph).max(to.paragraph.saturating_sub(REACH));
    let mut looked_at = 0;
    (first..=to.paragraph).any(|index| {
        let facts = &draft.paragraphs()[index].facts;
        let start = from.filter(|from| from.paragraph == index).map_or(0, |from| from.fact + 1);
        let end = if index == to.paragraph { to.fact.min(facts.len()) } else { facts.len() };
        looked_at += end.saturating_sub(start);
        if looked_at > 4 * REACH {
            return true; // Too much lies between to say that anything is missing.
        }
        facts[start.min(end)..end]
            .iter()
            .any(|fact| matches!(fact, Fact::Item(item) if numbers.contains(&item.number) && may_be(item, style)))
    })
}

/// Whether an item may be one of another style miswritten: （二） as 二、 inside a sentence, 第一 as 首先. At the head
/// of a paragraph it is what it is.
fn may_be(item: &Item, style: Style) -> bool {
    let families: [&[Style]; 2] =
        [&[Style::Han, Style::HanParen], &[Style::Digit, Style::DigitParen, Style::DigitHalfParen]];
    let told = !item.style.is_heading() && !style.is_heading();
    let alike = families.iter().any(|family| family.contains(&item.style) && family.contains(&style));
    item.style == style || told || (alike && item.role != Role::Head)
}

/// Whether a later run goes on from this one: something looked like the end of it and was not.
pub fn goes_on(draft: &Draft, index: usize) -> bool {
    let runs = &draft.structure().runs;
    let run = &runs[index];
    let next = run.numbers.last().map_or(0, |last| last + 1);
    let mut later = runs[index + 1..].iter().take(REACH);
    later.any(|other| other.continues && other.style == run.style && other.numbers.first() == Some(&next))
}

/// （一）（一）（三）: the second 一 began a run of its own, but the 三 behind it tells that it should be 二. Gives the
/// first 一 for the run that begins with the second.
pub fn repeated_first(draft: &Draft, index: usize) -> Option<ItemRef> {
    let runs = &draft.structure().runs;
    let run = &runs[index];
    let before = runs[..index].iter().rev().take(NEAR).find(|other| other.style == run.style)?;
    let repeated = run.numbers.starts_with(&[1, 3]) && before.numbers == [1] && before.parent == run.parent;
    let alike = repeated && item(draft, before.items[0]).opens_like(item(draft, run.items[0]));
    (repeated && !alike).then(|| before.items[0])
}

/// The runs of headings that are checked: of an appendix only the 1. 2. 3. of a glossary, and no ①②, which PDFs use
/// for footnotes.
pub fn of_headings(draft: &Draft) -> impl Iterator<Item = &Run> {
    indexed(draft).map(|(_, run)| run)
}

/// The same with their indices.
pub fn indexed(draft: &Draft) -> impl Iterator<Item = (usize, &Run)> {
    let checked = |run: &Run| {
        run.style.is_heading()
            && run.style != Style::Circled
            && (!run.appendix || (run.style == Style::Digit && run.items.len() >= GLOSSARY))
    };
    draft.structure().runs.iter().enumerate().filter(move |(_, run)| checked(run))
}

/// The place behind the last item of a run where nothing can belong to it any more: the next heading of a higher
/// level, part or appendix, or the end of the draft.
pub fn end_of(draft: &Draft, run: &Run) -> ItemRef {
    let last = run.items[run.items.len() - 1].paragraph;
    let end = (last + REACH).min(draft.paragraphs().len() - 1);
    ItemRef { paragraph: ended_by(draft, run).map_or(end, |paragraph| paragraph - 1), fact: usize::MAX }
}

/// Whether a run may still be written: the draft is cut off or ends behind it, and not with a call, as reports do.
pub fn is_open(draft: &Draft, run: &Run) -> bool {
    ended_by(draft, run).is_none() && !is_closed(draft)
}

/// Whether a draft is written to its end: the last words are a call, or an appendix follows.
pub fn is_closed(draft: &Draft) -> bool {
    let mut written = draft.paragraphs().iter().rev().filter(|paragraph| paragraph.kind != Kind::Blank);
    let call = written.next().is_some_and(|paragraph| paragraph.facts.last() == Some(&Fact::Call));
    call || draft.structure().sections.iter().any(|section| section.kind == SectionKind::Appendix)
}

/// The paragraph behind the last item of a run at which it is at an end.
fn ended_by(draft: &Draft, run: &Run) -> Option<usize> {
    let from = run.items[run.items.len() - 1].paragraph + 1;
    let ends = |paragraph: &crate::syntax::Paragraph| match paragraph.kind {
        Kind::Part | Kind::Appendix => true,
        Kind::Heading => {
            let head = paragraph.items().next();
            head.is_some_and(|head| head.role == Role::Head && (!run.style.is_heading() || head.style < run.style))
        }
        _ => false,
    };
    let behind = draft.paragraphs()[from..].iter().take(REACH).position(ends);
    behind.map(|offset| from + offset)
}
