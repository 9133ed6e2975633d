//! A text without what may vary in a phrase.

use std::ops::Range;

use crate::syntax::Span;

/// A text as its characters.
pub(super) struct Chars {
    pub chars: Vec<char>,
    /// First byte of each.
    at: Vec<usize>,
}

impl Chars {
    pub fn of(text: &str) -> Self {
        // Nearly all characters of a draft take three bytes.
        let most = text.len() / 3 + 16;
        let (mut chars, mut at) = (Vec::with_capacity(most), Vec::with_capacity(most));
        for (byte, ch) in text.char_indices() {
            chars.push(ch);
            at.push(byte);
        }
        Chars { chars, at }
    }

    /// The bytes that some of its characters take; they are not none.
    pub fn span(&self, chars: Range<usize>) -> Span {
        span(&self.chars, &self.at, chars)
    }
}

/// A text without quotation marks and the marks between members.
pub(super) struct Bare {
    pub chars: Vec<char>,
    /// Whether 、 or ， stands before each character.
    pub gaps: Vec<bool>,
    /// First byte of each character in the text itself.
    at: Vec<usize>,
}

impl Bare {
    pub fn new(text: &str) -> Self {
        Bare::of(&Chars::of(text))
    }

    pub fn of(text: &Chars) -> Self {
        let count = text.chars.len();
        let (mut chars, mut gaps, mut at) =
            (Vec::with_capacity(count), Vec::with_capacity(count), Vec::with_capacity(count));
        let mut gap = false;
        for (ch, byte) in text.chars.iter().zip(&text.at) {
            match *ch {
                ch if is_quote(ch) => {}
                '、' | '，' | ',' => gap = true,
                ch => {
                    chars.push(ch);
                    at.push(*byte);
                    gaps.push(std::mem::take(&mut gap));
                }
            }
        }
        Bare { chars, gaps, at }
    }

    /// The bytes of the text itself that some of its characters take; they are not none.
    pub fn span(&self, chars: Range<usize>) -> Span {
        span(&self.chars, &self.at, chars)
    }
}

fn span(chars: &[char], at: &[usize], range: Range<usize>) -> Span {
    let last = range.end - 1;
    Span::new(at[range.start], at[last] + chars[last].len_utf8())
}

pub(super) fn is_quote(ch: char) -> bool {
    matches!(ch, '“' | '”' | '‘' | '’' | '"')
}
