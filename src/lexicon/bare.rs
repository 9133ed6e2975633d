//! A text without what may vary in a phrase.

use std::ops::Range;

use crate::syntax::Span;
use crate::text::han::{char_at, is_han};

/// A text without quotation marks and the marks between members.
pub(super) struct Bare<'a> {
    pub text: &'a str,
    pub chars: Vec<char>,
    /// Characters that do not stand three bytes behind the one before: number, and first byte in the text.
    jumps: Vec<(u32, u32)>,
}

impl<'a> Bare<'a> {
    pub fn new(text: &'a str) -> Self {
        // Nearly all characters of a draft take three bytes.
        let (mut chars, mut jumps) = (Vec::with_capacity(text.len() / 3 + 16), Vec::new());
        // Where a character stands that is no jump.
        let (mut at, mut next) = (0, usize::MAX);
        while let Some((ch, len)) = char_at(text, at) {
            if !is_han(ch) && is_mark(ch) {
                at += len;
                continue;
            }
            if at != next {
                jumps.push((chars.len() as u32, at as u32));
            }
            chars.push(ch);
            at += len;
            next = if len == 3 { at } else { usize::MAX };
        }
        Bare { text, chars, jumps }
    }

    /// First byte of a character in the text.
    fn at(&self, index: usize) -> usize {
        let (number, byte) = self.jumps[self.jumps.partition_point(|(number, _)| *number as usize <= index) - 1];
        byte as usize + 3 * (index - number as usize)
    }

    /// The bytes of the text that some of its characters take; they are not none.
    pub fn span(&self, chars: Range<usize>) -> Span {
        Span::new(self.at(chars.start), self.end(chars.end))
    }

    /// Whether 、 or ， stands right before a character.
    pub fn gap(&self, index: usize) -> bool {
        index < self.chars.len() && self.text[self.end(index)..self.at(index)].contains(is_separator)
    }

    /// The same for some of its characters.
    pub fn gaps(&self, chars: Range<usize>) -> Vec<bool> {
        chars.map(|index| self.gap(index)).collect()
    }

    /// The byte behind the character before one.
    fn end(&self, index: usize) -> usize {
        index.checked_sub(1).map_or(0, |last| self.at(last) + self.chars[last].len_utf8())
    }
}

pub(super) fn is_quote(ch: char) -> bool {
    matches!(ch, '“' | '”' | '‘' | '’' | '"')
}

/// What a text is bare of.
pub(super) fn is_mark(ch: char) -> bool {
    is_quote(ch) || is_separator(ch)
}

fn is_separator(ch: char) -> bool {
    matches!(ch, '、' | '，' | ',')
}
