//! Regular expressions and lists of words that texts are searched for.

use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};
use regex::Regex;

/// A pattern that is a constant and whose texts are only told from others. As [`regex`], and `.` is any character.
pub struct Form(regex::bytes::Regex);

impl Form {
    /// # Panics
    /// At what is no regular expression; the tests of each pattern compile it.
    pub fn new(pattern: &str) -> Self {
        // The first byte of a character and those behind it. All characters of Unicode, one by one, would take four times
        // as long to compile.
        const ANY: &str = r"(?-u:[^\x80-\xBF\n][\x80-\xBF]*)";
        let pattern: Vec<String> = written(pattern).split(r"\.").map(|part| part.replace('.', ANY)).collect();
        let pattern = pattern.join(r"\.");
        Form(regex::bytes::Regex::new(&pattern).expect("the patterns are constants that tests compile"))
    }

    pub fn is_match(&self, text: &str) -> bool {
        self.0.is_match(text.as_bytes())
    }
}

/// Some words that are constant, to be found in one pass. Where two begin at the same place, `kind` tells which counts;
/// with both kinds that there are here, the search skips ahead with vector instructions.
///
/// # Panics
/// At more words than a program holds.
pub fn words<const N: usize>(words: [&str; N], kind: MatchKind) -> AhoCorasick {
    // Nearly all places are passed over before the automaton is asked, so the one that is made soonest is best.
    let builder = AhoCorasick::builder().match_kind(kind).kind(Some(AhoCorasickKind::ContiguousNFA)).build(words);
    builder.expect("a few constant words make an automaton")
}

/// A pattern that is a constant. `\d` is a digit in ASCII or full width, and `\p{Han}` what
/// [`is_han`](crate::text::han::is_han) says: the digits and Han characters of Unicode would make a start half as long
/// again, and drafts have none of the others.
///
/// # Panics
/// At what is no regular expression; the tests of each pattern compile it.
pub fn regex(pattern: &str) -> Regex {
    Regex::new(&written(pattern)).expect("the patterns are constants that tests compile")
}

fn written(pattern: &str) -> String {
    const HAN: &str =
        r"[\x{3007}\x{2F00}-\x{2FD5}\x{3400}-\x{4DBF}\x{4E00}-\x{9FFF}\x{F900}-\x{FAFF}\x{20000}-\x{323AF}]";
    pattern.replace(r"\d", "[0-9０-９]").replace(r"\p{Han}", HAN)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::han::is_han;

    #[test]
    fn digits_and_han_characters_are_those_of_drafts() {
        let (digit, han) = (regex(r"^[\d零]$"), regex(r"^\p{Han}$"));
        assert!(["3", "３", "零"].iter().all(|text| digit.is_match(text)) && !digit.is_match("三"));
        let wrong = ('\0'..=char::MAX).find(|ch| han.is_match(ch.encode_utf8(&mut [0; 4])) != is_han(*ch));
        assert_eq!(wrong, None);
    }
}
