//! Regular expressions of this program.

use regex::Regex;

/// A pattern that is a constant. `\d` is a digit in ASCII or full width, and `\p{Han}` what
/// [`is_han`](crate::text::han::is_han) says: the digits and Han characters of Unicode would make a start half as long
/// again, and drafts have none of the others.
///
/// # Panics
/// At what is no regular expression; the tests of each pattern compile it.
pub fn regex(pattern: &str) -> Regex {
    const HAN: &str =
        r"[\x{3007}\x{2F00}-\x{2FD5}\x{3400}-\x{4DBF}\x{4E00}-\x{9FFF}\x{F900}-\x{FAFF}\x{20000}-\x{323AF}]";
    let pattern = pattern.replace(r"\d", "[0-9０-９]").replace(r"\p{Han}", HAN);
    Regex::new(&pattern).expect("the patterns are constants that tests compile")
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
