//! A text without what may vary in a phrase.

use crate::syntax::Span;

/// A text without quotation marks and the marks between members.
pub(super) struct Bare {
    pub text: String,
    pub chars: Vec<char>,
    /// Whether 、 or ， stands before each character.
    pub gaps: Vec<bool>,
    /// First byte of each character in `text`, and its length.
    starts: Vec<usize>,
    /// First byte of each character in the text itself.
    at: Vec<usize>,
}

impl Bare {
    pub fn new(text: &str) -> Self {
        let (mut bare, mut starts, mut at) = (String::with_capacity(text.len()), Vec::new(), Vec::new());
        let (mut chars, mut gaps) = (Vec::new(), Vec::new());
        let mut gap = false;
        for (byte, ch) in text.char_indices() {
            match ch {
                _ if is_quote(ch) => {}
                '、' | '，' | ',' => gap = true,
                _ => {
                    starts.push(bare.len());
                    bare.push(ch);
                    chars.push(ch);
                    at.push(byte);
                    gaps.push(std::mem::take(&mut gap));
                }
            }
        }
        starts.push(bare.len());
        Bare { text: bare, chars, gaps, starts, at }
    }

    /// The number of the character that begins at a byte of the bare text.
    pub fn index(&self, byte: usize) -> usize {
        self.starts.partition_point(|start| *start < byte)
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
