//! Pairs of brackets of which one is full width and the other half.

use super::Span;

/// The half-width brackets of a text whose other half is full width: of （平潭) the last. Brackets of an ordinal, （二),
/// belong to the numbering and are left out.
pub fn of_two_widths(text: &str) -> Vec<Span> {
    let mut found = Vec::new();
    if memchr::memchr2(b'(', b')', text.as_bytes()).is_none() || !text.contains(['（', '）']) {
        return found;
    }
    let mut open = Vec::new();
    for (at, mark) in text.char_indices() {
        let own = Span::new(at, at + mark.len_utf8());
        match mark {
            '（' | '(' => open.push(own),
            '）' | ')' => {
                let Some(first) = open.pop() else { continue };
                let half = first.end - first.start == 1;
                let ordinal = text[first.end..at].chars().all(is_numeral);
                if half != mark.is_ascii() && !ordinal {
                    found.push(if half { first } else { own });
                }
            }
            _ => {}
        }
    }
    found
}

/// 1, ２, a, 三
pub fn is_numeral(ch: char) -> bool {
    ch.is_ascii_alphanumeric() || "一二三四五六七八九十０１２３４５６７８９".contains(ch)
}
