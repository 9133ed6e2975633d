//! Numbers of notes: 〔3〕 behind what it explains, and again before the explanation.

use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, MatchKind};

use super::Span;
use super::pattern;

/// The brackets that notes are numbered in.
const BRACKETS: [(&str, &str); 4] = [("〔", "〕"), ("［", "］"), ("[", "]"), ("【", "】")];
/// Digits of the highest number of a note; more are a year.
const DIGITS: usize = 3;

/// A number of a note.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    pub number: u32,
    /// The mark that opens its brackets, of [ and ［ the half-width one: numbers in other brackets are other notes.
    pub bracket: char,
    /// With its brackets.
    pub span: Span,
}

/// The number of a note that a text begins with.
pub fn first(text: &str) -> Option<Note> {
    let opens = text.starts_with(['〔', '［', '[', '【']);
    opens.then(|| find_iter(text).next()).flatten().filter(|note| note.span.start == 0)
}

/// The numbers of notes of a text.
pub fn find(text: &str) -> Vec<Note> {
    find_iter(text).collect()
}

fn find_iter(text: &str) -> impl Iterator<Item = Note> + '_ {
    static OPENING: LazyLock<AhoCorasick> =
        LazyLock::new(|| pattern::words(BRACKETS.map(|pair| pair.0), MatchKind::LeftmostFirst));
    OPENING.find_iter(text).filter_map(|found| {
        let inside = &text[found.end()..];
        let digits = inside.bytes().take_while(u8::is_ascii_digit).count();
        let (open, close) = BRACKETS[found.pattern().as_usize()];
        let behind = inside[digits..].strip_prefix(close).filter(|_| (1..=DIGITS).contains(&digits))?;
        // 国发〔35〕号 is the number of a document, [1](…) a link.
        let document = behind.trim_start_matches(|ch: char| ch.is_ascii_digit()).starts_with('号');
        // “天问”〔35〕号 is a probe.
        if behind.starts_with('(') || (document && !text[..found.start()].ends_with('”')) {
            return None;
        }
        let number = inside[..digits].parse().ok().filter(|number| *number > 0)?;
        let bracket = if open == "［" { '[' } else { open.chars().next()? };
        let span = Span::new(found.start(), found.end() + digits + close.len());
        Some(Note { number, bracket, span })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_notes_are_told_from_those_of_documents() {
        let numbers = |text| find(text).iter().map(|note| note.number).collect::<Vec<_>>();
        assert_eq!(numbers("“天问”〔7〕号探测器"), [7]);
        assert_eq!(numbers("推进“一网通办”〔1〕和“三线一单”[12]、［3］"), [1, 12, 3]);
        assert_eq!(numbers("（国发〔2025〕3号）国发〔35〕8号，[1](https://a.example)，〔一〕，[]，[0]"), [0; 0]);
    }
}
