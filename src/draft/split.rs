//! A stretch of lines cut into logical paragraphs.

use std::ops::Range;

use super::parallel::in_parts;
use crate::syntax::line::{LineFacts, facts};
use crate::syntax::logical::lines;
use crate::syntax::{Layout, LayoutStats};

/// A line of a stretch, or several blank ones.
#[derive(Debug, Clone, Copy)]
pub(super) struct Line {
    /// Bytes with line breaks.
    len: usize,
    breaks: usize,
    /// How many lines, where they are blank; those with a mark that lets findings pass do not count.
    blanks: usize,
    facts: LineFacts,
}

/// The lines at the borders of a paragraph: all that its neighbours need to know of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Frame {
    /// Its first line; `None` for blank lines at the start of a draft, which are a paragraph without text.
    pub first: Option<LineFacts>,
    /// Its last line with text.
    pub last: Option<LineFacts>,
    /// Blank lines behind that.
    pub blanks: usize,
    /// A page ends behind it: furniture stands there, and blank lines around furniture part nothing.
    pub paged: bool,
}

/// A paragraph cut out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Piece {
    /// Bytes with all line breaks and the blank lines behind.
    pub len: usize,
    /// Line breaks in it.
    pub breaks: usize,
    pub frame: Frame,
}

/// Parts that a large stretch is read in.
const PARTS: usize = 16;

pub(super) fn lines_of(stretch: &str) -> Vec<Line> {
    let mut borders = vec![0];
    // What is typed is short, and one part.
    let parts = if stretch.len() < 1 << 16 { 1 } else { PARTS };
    for part in 1..parts {
        // Behind a line feed, so that no line and no \r\n is cut in two.
        let from = stretch.len() / parts * part;
        let border = memchr::memchr(b'\n', &stretch.as_bytes()[from..]).map(|at| from + at + 1);
        borders.extend(border.filter(|border| borders.last() < Some(border)));
    }
    borders.push(stretch.len());
    let read =
        |part: Range<usize>| part.flat_map(|part| lines_in(&stretch[borders[part]..borders[part + 1]])).collect();
    in_parts(borders.len() - 1, stretch.len(), read)
}

fn lines_in(stretch: &str) -> Vec<Line> {
    let mut out: Vec<Line> = Vec::new();
    for (_, text, len) in lines(stretch) {
        let facts = facts(text);
        let breaks = usize::from(len > text.len());
        let blanks = usize::from(facts.blank && !facts.marked);
        match out.last_mut().filter(|last| last.facts.blank && facts.blank) {
            Some(last) => {
                last.len += len;
                last.breaks += breaks;
                last.blanks += blanks;
            }
            None => out.push(Line { len, breaks, blanks, facts }),
        }
    }
    out
}

pub(super) fn stats_of(lines: &[Line]) -> LayoutStats {
    let mut stats = LayoutStats::default();
    lines.iter().for_each(|line| stats.add(&line.facts, line.blanks));
    stats
}

/// Cuts lines into paragraphs. The stretch begins where a paragraph does, behind the paragraph framed by `before`.
pub(super) fn split(lines: &[Line], layout: Layout, before: Frame) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    let mut frame = before;
    for line in lines {
        let begins = pieces.is_empty() || (!line.facts.blank && begins_paragraph(layout, &frame, &line.facts));
        if begins {
            frame = Frame::default();
            pieces.push(Piece { len: 0, breaks: 0, frame });
        }
        if line.facts.blank {
            frame.blanks += line.blanks;
        } else if (line.facts.furniture || heads_page(layout, &frame, &line.facts)) && frame.last.is_some() {
            frame.paged = true;
        } else {
            let first = frame.first.or(Some(line.facts));
            frame = Frame { first, last: Some(line.facts), blanks: 0, paged: false };
        }
        if let Some(piece) = pieces.last_mut() {
            piece.len += line.len;
            piece.breaks += line.breaks;
            piece.frame = frame;
        }
    }
    pieces
}

/// Whether a line that is not blank begins a paragraph behind the paragraph framed by `before`.
pub(super) fn begins_paragraph(layout: Layout, before: &Frame, line: &LineFacts) -> bool {
    let blanks = if before.paged { 0 } else { before.blanks };
    !heads_page(layout, before, line) && before.last.is_none_or(|last| !layout.continues(&last, blanks, line))
}

/// Whether a line is the running head of the page behind the paragraph framed by `before`.
fn heads_page(layout: Layout, before: &Frame, line: &LineFacts) -> bool {
    before.paged && before.last.is_some_and(|last| layout.heads_page(&last, line))
}
