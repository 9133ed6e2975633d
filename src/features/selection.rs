//! What to select around the cursor, step by step: 字, 词, 分句, 句, 段, 节, 部分, the whole draft.

use std::ops::Range;

use super::section;
use super::whole::Whole;
use crate::draft::Draft;
use crate::lexicon::word_at;
use crate::rules::Linter;
use crate::syntax::quantity;
use crate::text::han::is_han;

/// Characters on either side that are looked at to tell words apart.
const NEAR: usize = 30;

/// The ranges around a byte from the character to the whole draft, each holding the one before it.
pub fn around(linter: &Linter, byte: usize) -> Vec<Range<usize>> {
    let draft = linter.draft();
    let mut all = Vec::new();
    if let Some(paragraph) = draft.paragraph_at(byte) {
        let start = draft.paragraph_range(paragraph).start;
        let raw = draft.paragraph_text(paragraph);
        let content = draft.paragraphs()[paragraph].content.range();
        if content.contains(&(byte - start)) || byte - start == content.end {
            let inside = in_paragraph(&raw, content, byte - start);
            all.extend(inside.into_iter().map(|range| range.start + start..range.end + start));
        }
    }
    all.extend(sections(draft, byte));
    all.push(0..draft.text().len_bytes());
    let mut nested: Vec<Range<usize>> = Vec::new();
    for range in all {
        let holds =
            nested.last().is_none_or(|last| range.start <= last.start && last.end <= range.end && range != *last);
        if holds && range.start < range.end {
            nested.push(range);
        }
    }
    nested
}

/// The sections that hold a byte, innermost first.
fn sections(draft: &Draft, byte: usize) -> Vec<Range<usize>> {
    let mut all: Vec<Range<usize>> =
        section::extents(&Whole::of(draft)).into_iter().map(|extent| extent.range).collect();
    all.retain(|range| range.start <= byte && byte <= range.end);
    all.reverse();
    all
}

fn in_paragraph(raw: &str, content: Range<usize>, at: usize) -> Vec<Range<usize>> {
    let own = raw[at..content.end].chars().next();
    // At the end the last character is meant.
    let at = match own {
        Some(_) => at,
        None => raw[..at].char_indices().next_back().map_or(at, |(before, _)| before),
    };
    let length = raw[at..].chars().next().map_or(0, char::len_utf8);
    let mut all = vec![at..at + length, word(raw, &content, at)];
    all.extend(quoted(raw, &content, at));
    all.push(until(raw, &content, at, |ch| {
        matches!(ch, '，' | '、' | '；' | '：' | '。' | '！' | '？' | ',' | ';' | ':')
    }));
    all.push(until(raw, &content, at, |ch| matches!(ch, '。' | '！' | '？')));
    all.push(content);
    // The words of a figure or quotation may be more than a clause (3,000万元, “一带、一路”).
    all[1..].sort_by_key(|range| range.end - range.start);
    all
}

/// A figure with its unit, letters and digits that belong together, or a word of Chinese.
fn word(raw: &str, content: &Range<usize>, at: usize) -> Range<usize> {
    let line = until(raw, content, at, |ch| matches!(ch, '。' | '！' | '？' | '\n' | '\r'));
    let quantities = quantity::find(&raw[line.clone()]);
    let spans = quantities.iter().map(|quantity| line.start + quantity.span.start..line.start + quantity.span.end);
    if let Some(span) = spans.into_iter().find(|span| span.contains(&at)) {
        return span;
    }
    let chinese = raw[at..].starts_with(is_han);
    let alike = |ch: &char| if chinese { is_han(*ch) } else { ch.is_alphanumeric() && !is_han(*ch) };
    let before: usize = raw[line.start..at].chars().rev().take_while(alike).take(NEAR).map(char::len_utf8).sum();
    let behind: usize = raw[at..line.end].chars().take_while(alike).take(NEAR).map(char::len_utf8).sum();
    let (start, end) = (at - before, at + behind);
    if !chinese {
        return start..end;
    }
    let word = word_at(&raw[start..end], at - start);
    start + word.start..start + word.end
}

/// The words between the nearest marks around a byte, without and with the marks.
fn quoted(raw: &str, content: &Range<usize>, at: usize) -> Vec<Range<usize>> {
    let mut all = Vec::new();
    for (open, close) in [('“', '”'), ('《', '》'), ('（', '）')] {
        let Some(start) = raw[content.start..at].rfind([open, close]).map(|start| content.start + start) else {
            continue;
        };
        let end = raw[at..content.end].find([open, close]).map(|end| at + end);
        let Some(end) = end.filter(|end| raw[start..].starts_with(open) && raw[*end..].starts_with(close)) else {
            continue;
        };
        all.push(start + open.len_utf8()..end);
        all.push(start..end + close.len_utf8());
    }
    all
}

/// From behind the last character before a byte that ends something to the next, that one included unless it stands
/// at the byte.
fn until(raw: &str, content: &Range<usize>, at: usize, ends: impl Fn(char) -> bool) -> Range<usize> {
    let before = raw[content.start..at].char_indices().rev().find(|(_, ch)| ends(*ch));
    let start = before.map_or(content.start, |(offset, ch)| content.start + offset + ch.len_utf8());
    let behind = raw[at..content.end].char_indices().find(|(_, ch)| ends(*ch));
    start..behind.map_or(content.end, |(offset, ch)| at + offset + ch.len_utf8())
}
