//! The text of a paragraph as its reader sees it: one line, whatever the layout of the file.

use std::borrow::Cow;

use super::Span;
use super::invisible;
use super::line::{self, LineFacts};
use super::suppression;
use crate::text::han::is_space;

/// A paragraph's text without line breaks, indents and furniture, and the way back to its bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Logical<'a> {
    pub text: Cow<'a, str>,
    /// (offset in `text`, offset in the paragraph), ascending.
    map: Vec<(usize, usize)>,
}

impl<'a> Logical<'a> {
    /// The text of a paragraph, given with its line breaks.
    pub fn new(raw: &'a str) -> Self {
        let mut pieces = pieces(raw);
        if pieces.len() > 1 {
            pieces = without_furniture(pieces);
        }
        let pieces = visible(pieces);
        match pieces.as_slice() {
            [] => Logical { text: Cow::Borrowed(""), map: vec![(0, 0)] },
            [(start, text)] => Logical { text: Cow::Borrowed(text), map: vec![(0, *start)] },
            _ => {
                let mut text = String::with_capacity(raw.len());
                let mut map = Vec::with_capacity(pieces.len());
                for (start, piece) in pieces {
                    map.push((text.len(), start));
                    text.push_str(piece);
                }
                Logical { text: Cow::Owned(text), map }
            }
        }
    }

    /// The bytes of the paragraph that a span of [`Logical::text`] comes from, line breaks between included.
    pub fn to_paragraph(&self, span: Span) -> Span {
        // The end of a span belongs to its last byte, not to what follows a line break.
        let end = if span.end > span.start { self.offset(span.end - 1) + 1 } else { self.offset(span.start) };
        Span { start: self.offset(span.start), end }
    }

    fn offset(&self, at: usize) -> usize {
        let index = self.map.partition_point(|(logical, _)| *logical <= at).max(1) - 1;
        let (logical, raw) = self.map[index];
        raw + (at - logical)
    }
}

/// The lines of a text that are not blank, without indents, ends, line breaks and marks that let findings pass, each
/// with its first byte.
fn pieces(raw: &str) -> Vec<(usize, &str)> {
    let mut out = Vec::new();
    for (start, line, _) in lines(raw) {
        match suppression::pieces(line) {
            None => out.extend(trimmed(start, line)),
            Some(rest) => out.extend(rest.into_iter().filter_map(|(at, piece)| trimmed(start + at, piece))),
        }
    }
    out
}

/// The lines of a wrapped paragraph without page numbers and running heads, which are no part of it; a paragraph of
/// nothing else stays as it is.
fn without_furniture(lines: Vec<(usize, &str)>) -> Vec<(usize, &str)> {
    let facts: Vec<LineFacts> = lines.iter().map(|(_, line)| line::facts(line)).collect();
    if facts.iter().all(|facts| facts.furniture) {
        return lines;
    }
    let (mut last, mut paged) = (None::<LineFacts>, false);
    let mut kept = Vec::with_capacity(lines.len());
    for (at, line) in lines.into_iter().enumerate() {
        let runs_over = |last: LineFacts| !last.closed && last.label.is_none() && facts[at].runs_over(&last);
        let goes_on = facts[at + 1..].iter().any(|facts| !facts.furniture);
        if facts[at].furniture {
            paged = true;
        } else if !(paged && goes_on && last.is_some_and(runs_over)) {
            (last, paged) = (Some(facts[at]), false);
            kept.push(line);
        }
    }
    kept
}

/// Pieces without what no reader sees.
fn visible(pieces: Vec<(usize, &str)>) -> Vec<(usize, &str)> {
    if !pieces.iter().any(|(_, piece)| invisible::pieces(piece).is_some()) {
        return pieces;
    }
    let mut out = Vec::with_capacity(pieces.len());
    for (start, piece) in pieces {
        let parts = invisible::pieces(piece).unwrap_or_else(|| vec![(0, piece)]);
        // Behind the &nbsp; of an indent may stand its other half.
        let mut parts = parts.into_iter().map(|(at, part)| (start + at, part));
        out.extend(parts.by_ref().find_map(|(at, part)| trimmed(at, part)));
        out.extend(parts);
    }
    out
}

fn trimmed(start: usize, line: &str) -> Option<(usize, &str)> {
    let text = line.trim_start_matches(|ch| is_space(ch) || ch == '\u{C}');
    let start = start + line.len() - text.len();
    let text = text.trim_end_matches(|ch| is_space(ch) || ch == '\u{C}');
    (!text.is_empty()).then_some((start, text))
}

/// The lines of a text: first byte, text without its line break, bytes with it. `\n`, `\r\n` and `\r` end a line.
pub fn lines(text: &str) -> impl Iterator<Item = (usize, &str, usize)> {
    let mut start = 0;
    std::iter::from_fn(move || {
        let rest = text.get(start..).filter(|rest| !rest.is_empty())?;
        let at = memchr::memchr2(b'\n', b'\r', rest.as_bytes());
        let (line, len) = match at {
            None => (rest, rest.len()),
            Some(at) if rest[at..].starts_with("\r\n") => (&rest[..at], at + 2),
            Some(at) => (&rest[..at], at + 1),
        };
        let item = (start, line, len);
        start += len;
        Some(item)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wrapped_lines_are_one_text_and_lead_back() {
        let raw = "　　坚持团结和\r\n\r\n民主两大\n- 3 -\n主题。\n";
        let logical = Logical::new(raw);
        assert_eq!(logical.text, "坚持团结和民主两大主题。");
        let at = logical.text.find("和民").unwrap();
        let span = logical.to_paragraph(Span::new(at, at + 6));
        assert_eq!(&raw[span.range()], "和\r\n\r\n民");
        let end = logical.to_paragraph(Span::new(0, "坚持团结和".len()));
        assert_eq!(&raw[end.range()], "坚持团结和");
    }

    #[test]
    fn the_three_line_ends() {
        let parts: Vec<_> = lines("a\r\nb\rc\n\nd").collect();
        assert_eq!(parts, [(0, "a", 3), (3, "b", 2), (5, "c", 2), (7, "", 1), (8, "d", 1)]);
    }
}
