//! Classes of characters in Chinese text.

use std::ops::RangeInclusive;

/// A Han character of the blocks that drafts use, 〇 included, and ⼀⼈⼤⼯, radicals that some PDFs give for 一人大工.
pub fn is_han(ch: char) -> bool {
    // Nearly all are of the first block.
    ('\u{4E00}'..='\u{9FFF}').contains(&ch)
        || matches!(ch, '\u{3007}' | '\u{2F00}'..='\u{2FD5}' | '\u{3400}'..='\u{4DBF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{323AF}')
}

/// The character at a byte where one begins, and its length; `None` at the end. Nearly all characters of a draft take
/// three bytes, which are read without looking at them one by one.
#[inline(always)]
pub fn char_at(text: &str, at: usize) -> Option<(char, usize)> {
    if let Some(&[first @ 0xE0..=0xEF, second, third]) = text.as_bytes().get(at..at + 3) {
        let low = u32::from(second & 0x3F) << 6 | u32::from(third & 0x3F);
        if let Some(ch) = char::from_u32(u32::from(first & 0x0F) << 12 | low) {
            return Some((ch, 3));
        }
    }
    text[at..].chars().next().map(|ch| (ch, ch.len_utf8()))
}

/// The first bytes of U+4000 to U+9FFF: nearly every character of a draft has one, and none of its marks.
const HAN_LEADS: RangeInclusive<u8> = 0xE4..=0xE9;

/// The characters of a text outside U+4000 to U+9FFF, marks among them, each with its first byte. Passes over the others
/// without looking at them.
pub fn non_han(text: &str) -> impl Iterator<Item = (usize, char)> {
    let mut at = 0;
    std::iter::from_fn(move || {
        while HAN_LEADS.contains(text.as_bytes().get(at)?) {
            at += 3;
        }
        let (start, ch) = (at, text[at..].chars().next()?);
        at += ch.len_utf8();
        Some((start, ch))
    })
}

/// The same from the end of the text.
pub fn non_han_back(text: &str) -> impl Iterator<Item = (usize, char)> {
    let mut end = text.len();
    std::iter::from_fn(move || {
        while end >= 3 && HAN_LEADS.contains(&text.as_bytes()[end - 3]) {
            end -= 3;
        }
        let ch = text[..end].chars().next_back()?;
        end -= ch.len_utf8();
        Some((end, ch))
    })
}

/// Chinese and full-width punctuation.
pub fn is_punctuation(ch: char) -> bool {
    matches!(ch, '\u{3001}'..='\u{3003}' | '\u{3008}'..='\u{3011}' | '\u{3014}'..='\u{301F}'
        | '\u{FF01}'..='\u{FF0F}' | '\u{FF1A}'..='\u{FF20}' | '\u{FF3B}'..='\u{FF40}' | '\u{FF5B}'..='\u{FF65}'
        | '“' | '”' | '‘' | '’' | '…' | '—' | '·')
}

/// White space inside a line, the ideographic space included.
pub fn is_space(ch: char) -> bool {
    matches!(ch, ' ' | '\t' | '\u{3000}' | '\u{A0}' | '\u{2002}'..='\u{200A}' | '\u{200B}' | '\u{FEFF}')
}

/// A mark that ends a sentence.
pub fn ends_sentence(ch: char) -> bool {
    matches!(ch, '。' | '！' | '？' | '!' | '?' | '；' | ';' | '…')
}

/// Terminal cells of a character: two for the East Asian wide ones, else one. Good enough for lines of drafts; the
/// terminal output uses its own table.
pub fn cells(ch: char) -> usize {
    if is_han(ch)
        || is_punctuation(ch)
        || matches!(ch, '\u{3000}' | '\u{FF10}'..='\u{FF19}' | '\u{FF21}'..='\u{FF3A}' | '\u{FF41}'..='\u{FF5A}')
    {
        2
    } else {
        1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_han_character_is_found_from_both_ends() {
        let text = "一、𠮷祥（2件），é䷀㐀。";
        let found: Vec<_> = non_han(text).collect();
        let expected: Vec<_> = text.char_indices().filter(|(_, ch)| !('\u{4000}'..='\u{9FFF}').contains(ch)).collect();
        assert_eq!(found, expected);
        let mut back: Vec<_> = non_han_back(text).collect();
        back.reverse();
        assert_eq!(back, expected);
    }
}
