//! 一是…二是… as headings, and back.

use std::ops::Range;

use super::tree::{children, run_of, section_at};
use crate::draft::structure::Run;
use crate::draft::{Draft, ItemRef, Part, Place};
use crate::features::labels::{Form, item};
use crate::syntax::{Ending, Role, Style};
use crate::text::Edit;
use crate::text::han::is_space;

/// The sequence whose ordinal the range touches, of at least two items that are not in doubt.
fn sequence<'a>(draft: &'a Draft, range: &Range<usize>) -> Option<&'a Run> {
    let paragraph = draft.paragraph_at(range.start)?;
    let touches = |at: &ItemRef| {
        let label = draft.range_of(Place::of(*at, Part::Whole));
        at.paragraph == paragraph && label.start <= range.end && range.start <= label.end
    };
    let sure = |at: &ItemRef| item(draft, *at).is_some_and(|item| item.role != Role::Doubtful);
    let mut runs = draft.structure().runs.iter().filter(|run| !run.style.is_heading() && run.items.len() > 1);
    runs.find(|run| run.items.iter().any(touches)).filter(|run| run.items.iter().all(sure))
}

/// The form that the headings would have: of the level below the heading that the sequence stands under, when that
/// has no headings yet.
fn form(draft: &Draft, run: &Run) -> Option<Form> {
    match run.parent {
        Some(parent) => {
            let style = item(draft, parent)?.style;
            children(draft, parent).is_empty().then(|| Form::below(draft, style)).flatten()
        }
        None => {
            let headed = |other: &&Run| other.style.is_heading() && other.part == run.part;
            (!draft.structure().runs.iter().any(|other| headed(&other))).then_some(Form::Standard(Style::Han))
        }
    }
}

/// The first two ordinals that the sequence would have as headings, if it can be made some.
pub fn headings_name(draft: &Draft, range: &Range<usize>) -> Option<String> {
    let form = form(draft, sequence(draft, range)?)?;
    Some(format!("{}{}", form.text(draft, 1)?, form.text(draft, 2)?))
}

/// Gives each item a paragraph of its own, with the ordinal of a heading.
pub fn to_headings(draft: &Draft, range: &Range<usize>) -> Option<Vec<Edit>> {
    let run = sequence(draft, range)?;
    let form = form(draft, run)?;
    let mut edits: Vec<Edit> = Vec::new();
    for (at, number) in run.items.iter().zip(&run.numbers) {
        let label = form.text(draft, *number)?;
        let span = draft.range_of(Place::of(*at, Part::Whole));
        let behind = edits.last().map_or(0, |edit| edit.range.end);
        edits.push(match item(draft, *at)?.role {
            Role::Head => Edit { range: span, text: label },
            _ => opened(draft, at.paragraph, behind..span.end, span.start, &label),
        });
    }
    Some(edits)
}

/// A line break and the ordinal, in the place of an ordinal inside a paragraph. The item before it ends as a
/// paragraph does. `free` reaches from the ordinal before it to its own end.
fn opened(draft: &Draft, paragraph: usize, free: Range<usize>, at: usize, label: &str) -> Edit {
    let from = free.start.max(draft.paragraph_range(paragraph).start);
    let before = draft.text().slice(from..at);
    let words = before.trim_end_matches(is_space);
    let mut start = from + words.len();
    let mut stop = "";
    if let Some(mark) = words.chars().next_back().filter(|ch| matches!(ch, '；' | '，' | ';' | ',')) {
        start -= mark.len_utf8();
        stop = "。";
    }
    let text = format!("{stop}{}{label}", line_break(draft, paragraph));
    Edit { range: start..free.end, text }
}

/// What stands between this paragraph and the next, with the indent of this one.
fn line_break(draft: &Draft, paragraph: usize) -> String {
    let range = draft.paragraph_range(paragraph);
    let content = draft.paragraphs()[paragraph].content;
    let raw = draft.text().slice(range.clone());
    let gap = &raw[content.end..];
    let lead = &raw[..content.start];
    let indent = &lead[lead.rfind(['\n', '\r']).map_or(0, |at| at + 1)..];
    let gap: String = gap.chars().filter(|ch| matches!(ch, '\n' | '\r')).collect();
    format!("{}{indent}", if gap.is_empty() { draft_break(draft) } else { gap })
}

/// The line break of the draft's first line.
fn draft_break(draft: &Draft) -> String {
    let text = draft.text();
    let found = text.slice(text.line_range(0).end..text.byte_of_line(1)).into_owned();
    if found.is_empty() { "\n".into() } else { found }
}

/// The headings of a level that can be told as a sequence: nothing is under them but text.
fn level<'a>(draft: &'a Draft, range: &Range<usize>) -> Option<&'a Run> {
    let section = &draft.structure().sections[section_at(draft, range)?];
    let (_, run, _) = run_of(draft, ItemRef { paragraph: section.paragraph, fact: section.fact? })?;
    let plain = |at: &ItemRef| {
        let head = item(draft, *at).is_some_and(|item| item.role == Role::Head);
        head && children(draft, *at).is_empty() && super::super::labels::signs(draft, at.paragraph).is_empty()
    };
    (run.items.len() > 1 && run.parent.is_some() && run.items.iter().all(plain)).then_some(run)
}

/// Whether the headings can be told as a sequence.
pub fn can_tell(draft: &Draft, range: &Range<usize>) -> bool {
    level(draft, range).is_some()
}

/// Writes 一是, 二是 for the ordinals of a level; a title on a line of its own is joined to its text.
pub fn to_sequence(draft: &Draft, range: &Range<usize>) -> Option<Vec<Edit>> {
    let run = level(draft, range)?;
    let mut edits = Vec::new();
    for (at, number) in run.items.iter().zip(1..) {
        let span = draft.range_of(Place::of(*at, Part::Whole));
        let own = item(draft, *at)?;
        let paragraph = draft.paragraph_range(at.paragraph).start;
        let title = (paragraph + own.title.start).max(span.end);
        let end = if draft.text().slice(span.end..title).trim().is_empty() { title } else { span.end };
        edits.push(Edit { range: span.start..end, text: Style::Is.standard(number)? });
        let next = draft.structure().sections.iter().any(|section| section.paragraph == at.paragraph + 1);
        let follows = draft.paragraphs().get(at.paragraph + 1).filter(|_| own.own_line && !next);
        if let Some(text) = follows.filter(|text| text.kind == crate::syntax::Kind::Body) {
            let end = paragraph + draft.paragraphs()[at.paragraph].content.end;
            let start = draft.paragraph_range(at.paragraph + 1).start + text.content.start;
            let stop = if own.ending == Ending::Word { "。" } else { "" };
            // A page number between the two stays where it is, and so do they.
            if draft.text().slice(end..start).trim().is_empty() {
                edits.push(Edit { range: end..start, text: stop.into() });
            }
        }
    }
    Some(edits)
}
