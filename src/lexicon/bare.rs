//! A text without what may vary in a phrase.

use crate::syntax::Span;

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
        // Nearly all characters of a draft take three bytes.
        let most = text.len() / 3 + 16;
        let (mut chars, mut gaps, mut at) =
            (Vec::with_capacity(most), Vec::with_capacity(most), Vec::with_capacity(most));
        let mut gap = false;
        for (byte, ch) in text.char_indices() {
            match ch {
                _ if is_quote(ch) => {}
                '、' | '，' | ',' => gap = true,
                _ => {
                    chars.push(ch);
                    at.push(byte);
                    gaps.push(std::mem::take(&mut gap));
                }
            }
        }
        Bare { chars, gaps, at }
    }

    /// The bytes of the text itself that some of its characters take; they are not none.
    pub fn span(&self, chars: std::ops::Range<usize>) -> Span {
        let last = chars.end - 1;
        Span::new(self.at[chars.start], self.at[last] + self.chars[last].len_utf8())
    }
}

pub(super) fn is_quote(ch: char) -> bool {
    matches!(ch, '“' | '”' | '‘' | '’' | '"')
}
