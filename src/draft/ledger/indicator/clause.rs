//! The words of the clause that a number stands in.

use super::lead::Lead;
use crate::text::han::is_space;

/// Longest indicator, in characters.
const LONGEST: usize = 30;

/// The words of the clause before a number, brackets left out, and whether it stands in brackets.
pub fn words(sentence: &str, from: usize) -> (bool, String) {
    let mut depth = 0i32;
    for ch in sentence.chars() {
        match ch {
            '（' | '(' => depth += 1,
            '）' | ')' => depth = (depth - 1).max(0),
            _ => {}
        }
    }
    let mut words = String::new();
    let mut open = 0i32;
    for ch in sentence.get(from..).unwrap_or("").chars() {
        match ch {
            '（' | '(' => {
                open += 1;
                if depth > 0 {
                    words.clear();
                }
            }
            '）' | ')' => {
                if open == 0 {
                    words.clear();
                }
                open = (open - 1).max(0);
            }
            '，' | ',' | '：' | ':' | '—' if open == 0 || depth > 0 => words.clear(),
            _ if open > 0 && depth == 0 => {}
            _ if is_space(ch) => {}
            _ => words.push(ch),
        }
    }
    (depth > 0, words)
}

/// The last words before a clause that has none of its own.
pub fn earlier(text: &str) -> String {
    let text = text.trim_end_matches(|ch: char| is_space(ch) || "，,：:、—（(".contains(ch));
    let start = text
        .rfind(['，', ',', '：', ':', '）', '—'])
        .map_or(0, |at| at + text[at..].chars().next().map_or(0, char::len_utf8));
    shorten(&Lead::of(&text[start..]).rest)
}

/// At most [`LONGEST`] characters, the last ones.
pub fn shorten(words: &str) -> String {
    let count = words.chars().count();
    if count <= LONGEST {
        return words.to_owned();
    }
    let skip = words.char_indices().nth(count - LONGEST).map_or(0, |(at, _)| at);
    let tail = &words[skip..];
    tail.split_once('、').filter(|(_, rest)| rest.chars().count() > 6).map_or(tail, |(_, rest)| rest).to_owned()
}
