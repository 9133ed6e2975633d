//! Lines and columns, in the code units an editor counts.

use super::Text;

/// What a column counts (LSP 3.17, `PositionEncodingKind`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum PositionEncoding {
    /// Bytes.
    Utf8,
    /// UTF-16 code units, the default of the protocol: 𠮷 and emoji count two.
    #[default]
    Utf16,
    /// Unicode scalar values, “characters” to a reader of the command line.
    Utf32,
}

impl PositionEncoding {
    /// Length of a text in these code units.
    pub fn len(self, text: &str) -> usize {
        match self {
            PositionEncoding::Utf8 => text.len(),
            // One for each character, and another for those of four bytes.
            PositionEncoding::Utf16 => {
                text.chars().count() + text.as_bytes().iter().filter(|byte| **byte >= 0xF0).count()
            }
            PositionEncoding::Utf32 => text.chars().count(),
        }
    }
}

/// A place between two characters: line and column, both from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Position {
    /// Line, from 0.
    pub line: usize,
    /// Code units from the start of the line, in the encoding at hand.
    pub column: usize,
}

/// Why a position or range of an editor cannot be a place of this text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BadPosition {
    /// The line does not exist.
    LinePastEnd { line: usize, lines: usize },
    /// The column points inside a character (half of a surrogate pair, a byte inside 核).
    InsideCharacter { position: Position },
    /// The range ends before it starts.
    Inverted { start: Position, end: Position },
}

impl std::fmt::Display for BadPosition {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            BadPosition::LinePastEnd { line, lines } => {
                write!(f, "第 {} 行不存在（全文 {lines} 行）", line + 1)
            }
            BadPosition::InsideCharacter { position } => {
                write!(f, "第 {} 行第 {} 个码元落在一个字的中间", position.line + 1, position.column)
            }
            BadPosition::Inverted { start, end } => {
                write!(f, "范围首尾颠倒（{}:{} 在 {}:{} 之后）", start.line + 1, start.column, end.line + 1, end.column)
            }
        }
    }
}

impl std::error::Error for BadPosition {}

impl Text {
    /// Byte offset of a position. A column past the end of its line means the end of that line, before its line
    /// break (LSP 3.17, `Position`).
    ///
    /// # Errors
    /// A line that does not exist, and a column inside a character.
    pub fn byte_of(&self, position: Position, encoding: PositionEncoding) -> Result<usize, BadPosition> {
        let lines = self.len_lines();
        if position.line >= lines {
            return Err(BadPosition::LinePastEnd { line: position.line, lines });
        }
        let line = self.line_range(position.line);
        let inside = |_| BadPosition::InsideCharacter { position };
        match encoding {
            PositionEncoding::Utf8 => {
                let byte = line.start.saturating_add(position.column).min(line.end);
                if self.floor_char(byte) == byte { Ok(byte) } else { Err(inside(())) }
            }
            PositionEncoding::Utf16 => {
                let rope = &self.rope;
                let end = rope.char_to_utf16_cu(rope.byte_to_char(line.end));
                let start = rope.char_to_utf16_cu(rope.byte_to_char(line.start));
                let unit = start.saturating_add(position.column).min(end);
                let char = rope.utf16_cu_to_char(unit);
                if rope.char_to_utf16_cu(char) == unit { Ok(rope.char_to_byte(char)) } else { Err(inside(())) }
            }
            PositionEncoding::Utf32 => {
                let start = self.rope.byte_to_char(line.start);
                let end = self.rope.byte_to_char(line.end);
                Ok(self.rope.char_to_byte(start.saturating_add(position.column).min(end)))
            }
        }
    }

    /// Position of a byte offset; offsets past the end mean the end, offsets inside a character its start.
    pub fn position_of(&self, byte: usize, encoding: PositionEncoding) -> Position {
        let byte = byte.min(self.len_bytes());
        let (chunk, first, _, first_line) = self.rope.chunk_at_byte(byte);
        let at = (0..=byte - first).rev().find(|at| chunk.is_char_boundary(*at)).unwrap_or(0);
        // Between \r and \n no line has ended yet.
        let (before, split) = (&chunk[..at], chunk[..at].ends_with('\r') && chunk[at..].starts_with('\n'));
        let whole = if split { &before[..at - 1] } else { before };
        let line = first_line + breaks(whole);
        let column = match memchr::memrchr2(b'\n', b'\r', whole.as_bytes()) {
            Some(end) => encoding.len(&before[end + 1..]),
            None => {
                let start = self.rope.line_to_byte(line);
                self.units_at(first, encoding) - self.units_at(start, encoding) + encoding.len(before)
            }
        };
        Position { line, column }
    }

    /// Code units before a byte.
    fn units_at(&self, byte: usize, encoding: PositionEncoding) -> usize {
        match encoding {
            PositionEncoding::Utf8 => byte,
            PositionEncoding::Utf16 => self.rope.char_to_utf16_cu(self.rope.byte_to_char(byte)),
            PositionEncoding::Utf32 => self.rope.byte_to_char(byte),
        }
    }
}

impl Position {
    /// The position behind a text that begins at the start of a line, told from there. `split` tells that a line feed
    /// follows, so that a carriage return at its end ends no line yet.
    pub fn behind(text: &str, split: bool, encoding: PositionEncoding) -> Position {
        // Most paragraphs are one line.
        if memchr::memchr2(b'\n', b'\r', text.as_bytes()).is_none() {
            return Position { line: 0, column: encoding.len(text) };
        }
        let whole = if split { text.strip_suffix('\r').unwrap_or(text) } else { text };
        let start = memchr::memrchr2(b'\n', b'\r', whole.as_bytes()).map_or(0, |end| end + 1);
        Position { line: breaks(&text[..start]), column: encoding.len(&text[start..]) }
    }
}

/// Line breaks in a text: \n, \r\n and \r.
fn breaks(text: &str) -> usize {
    let bytes = text.as_bytes();
    let alone = |at: &usize| bytes.get(at + 1) != Some(&b'\n');
    memchr::memchr_iter(b'\n', bytes).count() + memchr::memchr_iter(b'\r', bytes).filter(alone).count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use PositionEncoding::{Utf8, Utf16, Utf32};

    const SAMPLE: &str = "一、𠮷祥\r\n😀（二）abc\r末行";

    #[test]
    fn every_character_border_survives_the_round_trip() {
        let text = Text::new(SAMPLE);
        for encoding in [Utf8, Utf16, Utf32] {
            for (byte, ch) in SAMPLE.char_indices() {
                if ch == '\n' {
                    continue; // The border between \r and \n is the end of the line, which is before \r.
                }
                let position = text.position_of(byte, encoding);
                assert_eq!(text.byte_of(position, encoding), Ok(byte), "{encoding:?} {byte}");
            }
        }
    }

    #[test]
    fn columns_count_the_code_units_of_the_encoding() {
        let text = Text::new(SAMPLE);
        let byte = SAMPLE.find('祥').unwrap();
        let column = |encoding| text.position_of(byte, encoding).column;
        assert_eq!((column(Utf8), column(Utf16), column(Utf32)), (10, 4, 3));
    }

    #[test]
    fn positions_are_counted_over_the_pieces_of_a_long_text() {
        // Pieces of a rope end anywhere but inside \r\n.
        let text: String = (0..900).map(|n| format!("{}{n}𠮷\r\n{n}核\r末{n}\n", "行".repeat(n % 400))).collect();
        let rope = Text::new(&text);
        for encoding in [Utf8, Utf16, Utf32] {
            let (mut line, mut start, mut before) = (0, 0, ' ');
            for (at, ch) in text.char_indices() {
                if before == '\n' || (before == '\r' && ch != '\n') {
                    (line, start) = (line + 1, at);
                }
                before = ch;
                if at % 7 < 2 || matches!(ch, '\r' | '\n') {
                    let column = encoding.len(&text[start..at]);
                    assert_eq!(rope.position_of(at, encoding), Position { line, column }, "{at}");
                }
            }
            assert_eq!(rope.position_of(text.len() + 9, encoding), Position { line: line + 1, column: 0 });
        }
        assert_eq!(rope.position_of(3, Utf8), Position { line: 0, column: 1 });
    }

    #[test]
    fn a_column_past_the_line_is_the_end_of_the_line() {
        let text = Text::new(SAMPLE);
        for encoding in [Utf8, Utf16, Utf32] {
            let byte = text.byte_of(Position { line: 0, column: usize::MAX }, encoding);
            assert_eq!(byte, Ok(SAMPLE.find('\r').unwrap()));
        }
    }

    #[test]
    fn impossible_places_are_refused() {
        let text = Text::new(SAMPLE);
        let at = |line, column| Position { line, column };
        assert!(matches!(text.byte_of(at(3, 0), Utf16), Err(BadPosition::LinePastEnd { line: 3, lines: 3 })));
        assert!(matches!(text.byte_of(at(0, 3), Utf16), Err(BadPosition::InsideCharacter { .. })));
        assert!(matches!(text.byte_of(at(0, 1), Utf8), Err(BadPosition::InsideCharacter { .. })));
        let change = super::super::Change { range: Some(at(1, 2)..at(0, 0)), text: String::new() };
        assert!(matches!(text.resolve(&change, Utf16), Err(BadPosition::Inverted { .. })));
    }
}
