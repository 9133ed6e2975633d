//! The only place that knows bytes, characters, UTF-16 and lines.
//!
//! Everything above this floor speaks in byte offsets of the decoded UTF-8 text; positions in lines and
//! columns exist only at the edges (the editor, the terminal) and are made and read here.

mod decode;
pub mod han;
mod position;

use std::borrow::Cow;
use std::ops::Range;

pub use decode::{DecodeError, Decoded, FileEncoding, decode, encode};
pub use position::{BadPosition, Position, PositionEncoding};

use ropey::Rope;

/// A change that an editor asks for: the text of `range` becomes `text`; without a range, the whole text does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// Start and end, in lines and columns of the text as it is when this change's turn comes.
    pub range: Option<Range<Position>>,
    /// What stands there afterwards.
    pub text: String,
}

/// One replacement in bytes of the text before it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    /// Bytes that are replaced, from 0.
    pub range: Range<usize>,
    /// What stands there afterwards.
    pub text: String,
}

/// A draft's text: a rope in which only `\n`, `\r\n` and `\r` end a line.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Text {
    rope: Rope,
}

impl Text {
    /// The rope of a text. A byte order mark is not removed here; see [`decode`].
    pub fn new(text: &str) -> Self {
        Text { rope: Rope::from_str(text) }
    }

    /// Length in bytes of UTF-8.
    pub fn len_bytes(&self) -> usize {
        self.rope.len_bytes()
    }

    /// Number of lines; a text that ends in a line break has an empty last line, and an empty text has one line.
    pub fn len_lines(&self) -> usize {
        self.rope.len_lines()
    }

    /// The text of a range of bytes. Ends that lie inside a character or past the end are moved to the start of
    /// that character or to the end of the text.
    pub fn slice(&self, range: Range<usize>) -> Cow<'_, str> {
        // Most of what is asked for stands in one piece of the rope.
        let (piece, first, ..) = self.rope.chunk_at_byte(range.start.min(self.len_bytes()));
        let within = range.start.saturating_sub(first)..range.end.saturating_sub(first);
        if let Some(text) = piece.get(within) {
            return Cow::Borrowed(text);
        }
        if let Some(slice) = self.rope.get_byte_slice(range.clone()) {
            return slice.into();
        }
        let start = self.floor_char(range.start);
        let end = self.floor_char(range.end).max(start);
        self.rope.byte_slice(start..end).into()
    }

    /// Line (from 0) that holds the byte.
    pub fn line_of_byte(&self, byte: usize) -> usize {
        self.rope.byte_to_line(byte.min(self.len_bytes()))
    }

    /// First byte of a line (from 0); the end of the text for a line past the last.
    pub fn byte_of_line(&self, line: usize) -> usize {
        if line >= self.len_lines() { self.len_bytes() } else { self.rope.line_to_byte(line) }
    }

    /// The bytes of a line without its line break.
    pub fn line_range(&self, line: usize) -> Range<usize> {
        let start = self.byte_of_line(line);
        let mut end = self.byte_of_line(line + 1);
        if line + 1 < self.len_lines() {
            end -= 1;
            let both = end > start && (self.rope.byte(end), self.rope.byte(end - 1)) == (b'\n', b'\r');
            end -= usize::from(both);
        }
        start..end
    }

    /// Replaces the bytes of each edit in turn, each against the text that the one before it left.
    ///
    /// The caller has checked the ranges (they come from [`Text::resolve`] or from a finding of this text).
    pub(crate) fn replace(&mut self, edit: &Edit) {
        let start = self.rope.byte_to_char(edit.range.start);
        let end = self.rope.byte_to_char(edit.range.end);
        self.rope.remove(start..end);
        self.rope.insert(start, &edit.text);
    }

    /// The change in bytes of this text, or why it cannot be applied. Nothing is changed.
    pub fn resolve(&self, change: &Change, encoding: PositionEncoding) -> Result<Edit, BadPosition> {
        let range = match &change.range {
            None => 0..self.len_bytes(),
            Some(range) => {
                if range.start > range.end {
                    return Err(BadPosition::Inverted { start: range.start, end: range.end });
                }
                let start = self.byte_of(range.start, encoding)?;
                // Most changes are of what is typed, and replace nothing.
                start..if range.end == range.start { start } else { self.byte_of(range.end, encoding)? }
            }
        };
        Ok(Edit { range, text: change.text.clone() })
    }

    fn floor_char(&self, byte: usize) -> usize {
        self.rope.char_to_byte(self.rope.byte_to_char(byte.min(self.len_bytes())))
    }
}

impl std::fmt::Display for Text {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.rope.chunks().try_for_each(|chunk| f.write_str(chunk))
    }
}

/// `text` with `edits` made, which are in bytes of `text` as it stands and must not overlap.
///
/// Edits are applied all or not at all: `None` when two overlap or one lies outside the text or inside a character.
pub fn apply_edits(text: &str, edits: &[Edit]) -> Option<String> {
    let mut edits: Vec<&Edit> = edits.iter().collect();
    edits.sort_by_key(|edit| (edit.range.start, edit.range.end));
    let mut out = String::with_capacity(text.len() + 64);
    let mut done = 0;
    for edit in edits {
        out.push_str(text.get(done..edit.range.start)?);
        text.get(edit.range.clone())?;
        out.push_str(&edit.text);
        done = edit.range.end;
    }
    out.push_str(text.get(done..)?);
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_lf_crlf_and_cr_end_a_line() {
        // Another crate that turned on ropey's default features would change this for the whole build.
        let text = Text::new("a\u{2028}b\u{b}c\u{c}d\u{85}e\r\nf\rg\nh");
        assert_eq!(text.len_lines(), 4);
    }

    #[test]
    fn a_line_range_leaves_its_line_break_out() {
        let text = Text::new("一\r\n二\n三\r四");
        let lines: Vec<_> = (0..4).map(|line| text.slice(text.line_range(line)).into_owned()).collect();
        assert_eq!(lines, ["一", "二", "三", "四"]);
    }

    #[test]
    fn edits_are_applied_all_or_not_at_all() {
        let edit = |range, text: &str| Edit { range, text: text.into() };
        assert_eq!(apply_edits("一二三", &[edit(6..9, "C"), edit(0..3, "A")]).as_deref(), Some("A二C"));
        assert_eq!(apply_edits("一二三", &[edit(0..6, "A"), edit(3..9, "C")]), None);
        assert_eq!(apply_edits("一二三", &[edit(1..3, "A")]), None);
        assert_eq!(apply_edits("一二三", &[edit(9..12, "A")]), None);
    }
}
