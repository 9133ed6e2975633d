//! How likely a stretch of Chinese is as ordinary words: the ground on which a near miss of a phrase is told from other
//! words that happen to look like it.
//!
//! The dictionary is that of jieba (MIT, `words.LICENSE`), its frequent words of up to four characters: word, frequency,
//! and in the place of a part of speech the cost, in fifths of a nat (−5 ln of its share of all words), with a letter for
//! the part of speech ([`PartOfSpeech`]). It is loaded when the first place is asked about that looks like a phrase, or ahead of
//! that by [`load`].

use std::ops::Range;
use std::sync::LazyLock;

use jieba_rs::{Jieba, Tag};

const WORDS: &[u8] = include_bytes!("words.txt");

/// Cost of a character that is in no dictionary.
const UNKNOWN: u32 = 95;

static JIEBA: LazyLock<Jieba> = LazyLock::new(|| {
    // Without words everything is unlikely, and a slip likelier: a wrong dictionary must not go unseen.
    Jieba::with_dict(&mut &*WORDS).expect("the dictionary that is compiled in has three columns")
});

/// Loads the dictionary, which takes some tens of milliseconds, before it is needed.
pub fn load() {
    LazyLock::force(&JIEBA);
}

/// Cost of a stretch of characters in its likeliest reading as words, none of which goes over a gap before a character.
pub(super) fn cost(chars: &[char], gaps: &[bool]) -> u32 {
    let mut sum = 0;
    each_word(chars, gaps, |_, tag| sum += cost_of(tag.tag));
    sum
}

/// Whether each of some characters belongs to a word of two or more, in the likeliest reading of the stretch.
pub(super) fn in_words(chars: &[char], gaps: &[bool], asked: Range<usize>) -> bool {
    let mut alone = asked.is_empty();
    each_word(chars, gaps, |word, _| alone |= word.len() == 1 && asked.contains(&word.start));
    !alone
}

/// The cost before the letter of a tag.
fn cost_of(tag: &str) -> u32 {
    tag.trim_end_matches(|ch: char| ch.is_ascii_lowercase()).parse().unwrap_or(UNKNOWN)
}

/// A part of speech, as far as the dictionary tells: many of its nouns are verbs too.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PartOfSpeech {
    Noun,
    /// 海口: the name of a place.
    Name,
    Verb,
    /// 建设: a verb that is often a noun.
    Action,
    /// 基本, 全面: an adjective or adverb.
    Modifier,
    /// A particle, a numeral, or a word that the dictionary lacks.
    Other,
}

/// A word of a stretch of text: its bytes and its part of speech.
pub type Word = (Range<usize>, PartOfSpeech);

/// The words of a stretch of text in their likeliest reading.
pub fn words(text: &str) -> Vec<Word> {
    let starts: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
    let part = |tag: &str| match tag.as_bytes().last() {
        Some(b'n') => PartOfSpeech::Noun,
        Some(b's') => PartOfSpeech::Name,
        Some(b'v') => PartOfSpeech::Verb,
        Some(b'w') => PartOfSpeech::Action,
        Some(b'a') => PartOfSpeech::Modifier,
        _ => PartOfSpeech::Other,
    };
    JIEBA.tag(text, false).into_iter().map(|tag| (starts[tag.start]..starts[tag.end], part(tag.tag))).collect()
}

/// The word at a byte of a stretch of Chinese without marks, in its likeliest reading.
pub fn word_at(text: &str, byte: usize) -> Range<usize> {
    let starts: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
    let words = JIEBA.tag(text, false).into_iter().map(|tag| starts[tag.start]..starts[tag.end]);
    words.into_iter().find(|word| word.contains(&byte)).unwrap_or(byte..byte)
}

/// Calls with every word of the likeliest reading, and where it stands among the characters.
fn each_word(chars: &[char], gaps: &[bool], mut found: impl FnMut(Range<usize>, &Tag<'_>)) {
    let mut start = 0;
    while start < chars.len() {
        let end = (start + 1..chars.len()).find(|at| gaps[*at]).unwrap_or(chars.len());
        let text: String = chars[start..end].iter().collect();
        for tag in JIEBA.tag(&text, false) {
            found(start + tag.start..start + tag.end, &tag);
        }
        start = end;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chars(text: &str) -> (Vec<char>, Vec<bool>) {
        let chars: Vec<char> = text.chars().collect();
        let gaps = vec![false; chars.len()];
        (chars, gaps)
    }

    fn cost_in_all(text: &str) -> u32 {
        let (chars, gaps) = chars(text);
        cost(&chars, &gaps)
    }

    #[test]
    fn words_are_likelier_than_their_characters() {
        assert!(cost_in_all("社会发展") < cost_in_all("会社展发"));
        assert_eq!(cost_in_all("社会发展"), cost_in_all("社会") + cost_in_all("发展"));
        assert!(cost(&['社', '会'], &[false, true]) > cost_in_all("社会"));
        assert!(cost_in_all("龘") >= 90);
    }

    #[test]
    fn a_word_is_found_by_any_of_its_bytes() {
        let text = "开工项目";
        assert_eq!((word_at(text, 3), word_at(text, 6)), (0..6, 6..12));
    }

    #[test]
    fn a_character_in_a_word_is_told_from_one_alone() {
        let is_in = |text: &str, at: usize| {
            let (chars, gaps) = chars(text);
            in_words(&chars, &gaps, at..at + 1)
        };
        assert!(is_in("深入展开调查", 2));
        assert!(is_in("势不可当", 3));
        assert!(!is_in("持续优化营商环镜", 7));
    }
}
