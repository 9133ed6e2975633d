//! Sentences of a text, and the words right before a place.

use super::Span;
use crate::text::han::{is_space, non_han, non_han_back};

/// The part of a text around a byte that ends in 。！？； or the text's ends.
pub fn around(text: &str, at: usize) -> Span {
    let ends = |(_, ch): &(usize, char)| is_end(*ch);
    let start = non_han_back(&text[..at]).find(ends).map_or(0, |(found, ch)| found + ch.len_utf8());
    let end = non_han(&text[at..]).find(ends).map_or(text.len(), |(found, _)| at + found);
    Span::new(start, end)
}

/// First byte of the clause that a byte stands in.
pub fn clause_start(text: &str, at: usize) -> usize {
    let begins = |(_, ch): &(usize, char)| is_end(*ch) || matches!(*ch, '，' | ',' | '：' | ':' | '（' | '(');
    non_han_back(&text[..at]).find(begins).map_or(0, |(found, ch)| found + ch.len_utf8())
}

fn is_end(ch: char) -> bool {
    matches!(ch, '。' | '！' | '？' | '；' | ';' | '!' | '?')
}

/// The text before a byte without white space at its end.
pub fn before(text: &str, at: usize) -> &str {
    text[..at].trim_end_matches(is_space)
}

/// Whether one of the words stands in a text.
pub fn has(text: &str, words: &[&str]) -> bool {
    words.iter().any(|word| text.contains(word))
}

/// The text without one of the words at its end.
pub fn strip<'a>(text: &'a str, words: &[&str]) -> Option<&'a str> {
    words.iter().find_map(|word| text.strip_suffix(word))
}

/// Words in brackets as spaces, byte for byte.
pub fn without_brackets(text: &str) -> String {
    let mut depth = 0usize;
    let mut plain = String::with_capacity(text.len());
    for ch in text.chars() {
        let opens = matches!(ch, '（' | '(');
        depth += usize::from(opens);
        if depth > 0 {
            plain.extend(std::iter::repeat_n(' ', ch.len_utf8()));
        } else {
            plain.push(ch);
        }
        if matches!(ch, '）' | ')') {
            depth = depth.saturating_sub(1);
        }
    }
    plain
}
