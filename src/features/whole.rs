//! A draft with its text in one piece.

use std::fmt::Write;
use std::ops::Range;

use crate::draft::Draft;
use crate::text::{Position, PositionEncoding};

/// A draft with its text in one piece, for what looks at thousands of its places: each look into the pieces of a long
/// text takes longer than what is done there.
pub struct Whole<'a> {
    pub draft: &'a Draft,
    pub text: String,
}

impl<'a> Whole<'a> {
    /// Copies the text.
    pub fn of(draft: &'a Draft) -> Self {
        let mut text = String::with_capacity(draft.text().len_bytes());
        // A text that is in memory is written without errors.
        let _ = write!(text, "{}", draft.text());
        Whole { draft, text }
    }

    /// The text of a range of bytes.
    pub fn slice(&self, range: Range<usize>) -> &str {
        &self.text[range]
    }

    /// Line and column of a byte.
    pub fn position_of(&self, byte: usize, encoding: PositionEncoding) -> Position {
        let Some(paragraph) = self.draft.paragraph_at(byte) else { return Position::default() };
        // A paragraph begins at the start of a line.
        let start = self.draft.paragraph_range(paragraph).start;
        let split = self.text[byte..].starts_with('\n');
        let below = Position::behind(&self.text[start..byte], split, encoding);
        Position { line: self.draft.start_line(paragraph) + below.line, ..below }
    }

    /// Line of a byte.
    pub fn line_of(&self, byte: usize) -> usize {
        self.position_of(byte, PositionEncoding::Utf8).line
    }

    /// The line that a byte stands in, without its line break.
    pub fn line_around(&self, byte: usize) -> &str {
        let bytes = self.text.as_bytes();
        let start = memchr::memrchr2(b'\n', b'\r', &bytes[..byte]).map_or(0, |at| at + 1);
        let end = memchr::memchr2(b'\n', b'\r', &bytes[byte..]).map_or(bytes.len(), |len| byte + len);
        &self.text[start..end]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_those_of_the_text() {
        let text = "政府工作报告\r\n\r\n各位代表：\r\n　　一、总体𠮷情况\r全年增长。\n\n\n二、任务";
        let draft = Draft::new(text);
        let whole = Whole::of(&draft);
        assert_eq!(whole.text, text);
        for encoding in [PositionEncoding::Utf8, PositionEncoding::Utf16, PositionEncoding::Utf32] {
            for byte in text.char_indices().map(|(at, _)| at).chain([text.len()]) {
                let position = draft.text().position_of(byte, encoding);
                assert_eq!(whole.position_of(byte, encoding), position, "{byte}");
            }
        }
        for byte in text.char_indices().filter(|(_, ch)| !matches!(ch, '\r' | '\n')).map(|(at, _)| at) {
            let line = draft.text().line_range(draft.text().line_of_byte(byte));
            assert_eq!(whole.line_around(byte), &text[line]);
        }
        assert_eq!(Whole::of(&Draft::new("")).position_of(0, PositionEncoding::Utf16), Position::default());
    }
}
