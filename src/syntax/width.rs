//! Half-width marks where full-width ones belong: one bracket of a pair, and , : ; ! between Han characters.

use super::Span;
use crate::text::han::is_han;

/// The half-width marks of a text that should be full width.
pub fn half(text: &str) -> Vec<Span> {
    let mut found = marks(text);
    found.extend(brackets(text));
    found.sort_unstable();
    found
}

/// The mark as it should be.
pub fn full(mark: &str) -> &'static str {
    match mark {
        "(" => "（",
        ")" => "）",
        "," => "，",
        ":" => "：",
        ";" => "；",
        _ => "！",
    }
}

/// Marks of prose that are half width, with words on both sides. A ? may be a character that an encoding lacked.
fn marks(text: &str) -> Vec<Span> {
    let bytes = text.as_bytes();
    let places = memchr::memchr3_iter(b',', b':', b';', bytes).chain(memchr::memchr_iter(b'!', bytes));
    let between = |at: &usize| {
        let behind = text[at + 1..].chars().next();
        let word = |ch: char, marks: &str| is_han(ch) || marks.contains(ch);
        text[..*at].chars().next_back().is_some_and(|ch| word(ch, "”’）》〉】"))
            && behind.is_none_or(|ch| word(ch, "“‘（《〈【"))
    };
    places.filter(between).map(|at| Span::new(at, at + 1)).collect()
}

/// Half-width brackets whose other half is full width: of （平潭) the last. Brackets of an ordinal, （二), belong to the
/// numbering and are left out.
fn brackets(text: &str) -> Vec<Span> {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn half_width_marks_are_those_between_words() {
        let found = |text: &str| half(text).iter().map(|span| text[span.range()].to_owned()).collect::<String>();
        assert_eq!(found("各位代表:"), ":");
        assert_eq!(found("稳增长,促改革;惠民生!（平潭)园区"), ",;!)");
        assert_eq!(found("1,000万元、8:30、比例3:4，CPI:2%，https://甲.example，黄河?云小镇（二)"), "");
    }
}
