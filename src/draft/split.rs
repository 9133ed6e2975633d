//! A stretch of lines cut into logical paragraphs.

use crate::syntax::line::{LineFacts, facts};
use crate::syntax::logical::lines;
use crate::syntax::{Layout, LayoutStats};

/// A line of a stretch.
#[derive(Debug, Clone, Copy)]
pub(super) struct Line {
    /// Bytes with the line break.
    len: usize,
    /// Whether it ends in a line break.
    broken: bool,
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

pub(super) fn lines_of(stretch: &str) -> Vec<Line> {
    let line = |(_, text, len): (usize, &str, usize)| Line { len, broken: len > text.len(), facts: facts(text) };
    lines(stretch).map(line).collect()
}

pub(super) fn stats_of(lines: &[Line]) -> LayoutStats {
    let mut stats = LayoutStats::default();
    lines.iter().for_each(|line| stats.add(&line.facts));
    stats
}

/// Cuts lines into paragraphs. The stretch begins where a paragraph does, behind the paragraph framed by `before`.
pub(super) fn split(lines: &[Line], layout: Layout, before: Frame) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    let mut frame = before;
    for line in lines {
        let begins = pieces.is_empty() || (!line.facts.blank && begins_paragraph(layout, &frame, &line.facts));
        if begins {
            frame = Frame { first: None, last: None, blanks: 0 };
            pieces.push(Piece { len: 0, breaks: 0, frame });
        }
        if line.facts.blank {
            frame.blanks += 1;
        } else {
            frame = Frame { first: frame.first.or(Some(line.facts)), last: Some(line.facts), blanks: 0 };
        }
        if let Some(piece) = pieces.last_mut() {
            piece.len += line.len;
            piece.breaks += usize::from(line.broken);
            piece.frame = frame;
        }
    }
    pieces
}

/// Whether a line that is not blank begins a paragraph behind the paragraph framed by `before`.
pub(super) fn begins_paragraph(layout: Layout, before: &Frame, line: &LineFacts) -> bool {
    before.last.is_none_or(|last| !layout.continues(&last, before.blanks, line))
}
