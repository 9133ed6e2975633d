//! A text without what may vary in a phrase.

use std::ops::Range;

use crate::syntax::Span;

/// A text without quotation marks and the marks between members.
pub(super) struct Bare<'a> {
    pub text: &'a str,
    pub chars: Vec<char>,
    /// First byte of each character in the text.
    at: Vec<u32>,
}

impl<'a> Bare<'a> {
    pub fn new(text: &'a str) -> Self {
        // Nearly all characters of a draft take three bytes.
        let most = text.len() / 3 + 16;
        let (mut chars, mut at) = (Vec::with_capacity(most), Vec::with_capacity(most));
        for (byte, ch) in text.char_indices() {
            if !is_mark(ch) {
                chars.push(ch);
                at.push(byte as u32);
            }
        }
        Bare { text, chars, at }
    }

    /// The bytes of the text that some of its characters take; they are not none.
    pub fn span(&self, chars: Range<usize>) -> Span {
        Span::new(self.at[chars.start] as usize, self.end(chars.end))
    }

    /// Whether 、 or ， stands right before a character.
    pub fn gap(&self, index: usize) -> bool {
        self.at.get(index).is_some_and(|at| self.text[self.end(index)..*at as usize].contains(is_separator))
    }

    /// The same for some of its characters.
    pub fn gaps(&self, chars: Range<usize>) -> Vec<bool> {
        chars.map(|index| self.gap(index)).collect()
    }

    /// The byte behind the character before one.
    fn end(&self, index: usize) -> usize {
        index.checked_sub(1).map_or(0, |last| self.at[last] as usize + self.chars[last].len_utf8())
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
