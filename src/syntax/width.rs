//! Half-width marks where full-width ones belong: one bracket of a pair, and , : ; ! " beside Han characters.

use super::Span;
use crate::text::han::is_han;

/// A half-width mark, and the full-width one that belongs there.
pub type Half = (Span, &'static str);

/// The half-width marks of a text that should be full width.
pub fn half(text: &str) -> Vec<Half> {
    let mut found = marks(text);
    found.extend(brackets(text).into_iter().map(|span| (span, full(&text[span.range()]))));
    found.extend(quotes(text));
    found.sort_unstable();
    found
}

fn full(mark: &str) -> &'static str {
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
fn marks(text: &str) -> Vec<Half> {
    let bytes = text.as_bytes();
    let places = memchr::memchr3_iter(b',', b':', b';', bytes).chain(memchr::memchr_iter(b'!', bytes));
    let between = |at: &usize| {
        let behind = text[at + 1..].chars().next();
        let word = |ch: char, marks: &str| is_han(ch) || marks.contains(ch);
        text[..*at].chars().next_back().is_some_and(|ch| word(ch, "”’）》〉】"))
            && behind.is_none_or(|ch| word(ch, "“‘（《〈【"))
    };
    places.filter(between).map(|at| (Span::new(at, at + 1), full(&text[at..=at]))).collect()
}

/// Straight quotation marks around Han characters, when they make pairs.
fn quotes(text: &str) -> Vec<Half> {
    let places: Vec<usize> = memchr::memchr_iter(b'"', text.as_bytes()).collect();
    let han = |pair: &[usize]| {
        let inside = &text[pair[0] + 1..pair[1]];
        // title="工作报告" is markup.
        let markup = text[..pair[0]].ends_with(|ch: char| ch == '=' || ch.is_ascii_alphanumeric());
        inside.starts_with(is_han) && inside.ends_with(is_han) && !markup
    };
    let pairs = || places.chunks_exact(2);
    if !places.len().is_multiple_of(2) || !pairs().all(han) {
        return Vec::new();
    }
    pairs().flat_map(|pair| [(pair[0], "“"), (pair[1], "”")]).map(|(at, full)| (Span::new(at, at + 1), full)).collect()
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
        let found = |text: &str| half(text).iter().map(|(span, _)| &text[span.range()]).collect::<String>();
        assert_eq!(found("各位代表:"), ":");
        assert_eq!(found("稳增长,促改革;惠民生!（平潭)园区"), ",;!)");
        let quoted = half("推进\"放管服\"改革");
        assert_eq!(quoted.iter().map(|(_, full)| *full).collect::<String>(), "“”");
        assert_eq!(found("说\"ok\"，高5\"的屏，\"放管服"), "");
        assert_eq!(found("<a title=\"工作报告\">"), "");
        assert_eq!(found("1,000万元、8:30、比例3:4，CPI:2%，https://甲.example，黄河?云小镇（二)"), "");
    }
}
