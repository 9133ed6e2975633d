//! Sentences of a text, and the words right before a place.

use super::Span;
use crate::text::han::{is_space, non_han, non_han_back};

/// How far a sentence goes on, in bytes before and behind a place: the longest of 254 published reports has 663 characters.
/// What goes on for longer is no sentence (a table in one line, a text without marks), and each of its numbers would be
/// paid for with all of it.
const REACH: usize = 3 * 1_000;

/// The part of a text that may be of the sentence of a byte.
pub fn near(text: &str, at: usize) -> Span {
    Span::new(boundary(text, at.saturating_sub(REACH)), boundary(text, at + REACH))
}

/// The part of a text around a byte that ends in 。！？；, the text's ends or some thousand characters.
pub fn around(text: &str, at: usize) -> Span {
    let ends = |(_, ch): &(usize, char)| is_end(*ch);
    let Span { start: first, end: last } = near(text, at);
    let start = non_han_back(&text[first..at]).find(ends).map_or(first, |(found, ch)| first + found + ch.len_utf8());
    let end = non_han(&text[at..last]).find(ends).map_or(last, |(found, _)| at + found);
    Span::new(start, end)
}

/// First byte of the clause that a byte stands in, at most some thousand characters before it.
pub fn clause_start(text: &str, at: usize) -> usize {
    let begins = |(_, ch): &(usize, char)| is_end(*ch) || matches!(*ch, '，' | ',' | '：' | ':' | '（' | '(');
    let first = near(text, at).start;
    non_han_back(&text[first..at]).find(begins).map_or(first, |(found, ch)| first + found + ch.len_utf8())
}

/// The first byte of a character at or behind a byte, or the text's end.
fn boundary(text: &str, byte: usize) -> usize {
    (byte..text.len()).find(|at| text.is_char_boundary(*at)).unwrap_or(text.len())
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
