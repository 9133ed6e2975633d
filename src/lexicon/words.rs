//! How likely a stretch of Chinese is as ordinary words: the ground on which a near miss of a phrase is told from other
//! words that happen to look like it.
//!
//! The dictionary is that of jieba (MIT, `words.LICENSE`), its frequent words of up to four characters: word, frequency,
//! and in the place of a part of speech the cost, in fifths of a nat (−5 ln of its share of all words), with a letter for
//! the part of speech ([`PartOfSpeech`]). Its lines are sorted, so that words are looked for in the file as it is: a trie
//! of it, which every run of the program would make anew, takes longer than checking a hundred thousand characters. The
//! likeliest reading is found as jieba finds it.

use std::ops::Range;
use std::sync::LazyLock;

use crate::text::han::is_han;

const WORDS: &str = include_str!("words.txt");

/// Sum of all frequencies.
const TOTAL: f64 = 58_456_302.0;

/// Cost of a character that is in no dictionary.
const UNKNOWN: u32 = 95;

/// The first character that a word may begin with.
const FIRST: u32 = '一' as u32;

/// Bytes of a character of a word.
const CHAR: usize = 3;

/// Where the words of each first character begin, from [`FIRST`] on; and the end of the last.
static STARTS: LazyLock<Vec<u32>> = LazyLock::new(|| {
    let mut starts = Vec::new();
    let mut at = 0;
    while let Some(first) = WORDS[at..].chars().next() {
        starts.resize(starts.len().max((u32::from(first) - FIRST) as usize + 1), at as u32);
        at += memchr::memchr(b'\n', &WORDS.as_bytes()[at..]).map_or(WORDS.len() - at, |len| len + 1);
    }
    starts.push(at as u32);
    starts
});

/// A line of the dictionary.
#[derive(Clone, Copy)]
struct Line {
    /// Characters of the word.
    len: usize,
    frequency: f64,
    /// The cost, and the letter for the part of speech.
    tag: &'static str,
}

impl Line {
    fn read(line: &'static str) -> Option<Line> {
        let mut columns = line.split(' ');
        let (word, frequency, tag) = (columns.next()?, columns.next()?, columns.next()?);
        Some(Line { len: word.len() / CHAR, frequency: frequency.parse().ok()?, tag })
    }

    fn cost(self) -> u32 {
        self.tag.trim_end_matches(|ch: char| ch.is_ascii_lowercase()).parse().unwrap_or(UNKNOWN)
    }

    fn part(self) -> PartOfSpeech {
        match self.tag.as_bytes().last() {
            Some(b'n') => PartOfSpeech::Noun,
            Some(b's') => PartOfSpeech::Name,
            Some(b'v') => PartOfSpeech::Verb,
            Some(b'w') => PartOfSpeech::Action,
            Some(b'a') => PartOfSpeech::Modifier,
            _ => PartOfSpeech::Other,
        }
    }
}

/// The words that a text begins with, shortest first.
fn openings(text: &str) -> impl Iterator<Item = Line> {
    let first = text.chars().next().and_then(|first| u32::from(first).checked_sub(FIRST));
    let bounds = first.and_then(|first| STARTS.get(first as usize..first as usize + 2));
    let block = bounds.map_or("", |bounds| &WORDS[bounds[0] as usize..bounds[1] as usize]);
    let single = block.lines().next().filter(|line| line.as_bytes()[CHAR] == b' ');
    let pair = text.get(..2 * CHAR);
    let longer = pair.map_or("", |pair| &block[first_at_least(block, pair.as_bytes())..]).lines();
    let longer = longer.take_while(move |line| pair.is_some_and(|pair| line.starts_with(pair)));
    let said = move |line: &&str| line.split(' ').next().is_some_and(|word| text.starts_with(word));
    single.into_iter().chain(longer.filter(said)).filter_map(Line::read)
}

/// The start of the first of some sorted lines that is not less than a key.
fn first_at_least(lines: &str, key: &[u8]) -> usize {
    let bytes = lines.as_bytes();
    let (mut low, mut high) = (0, bytes.len());
    while low < high {
        let middle = low + (high - low) / 2;
        let start = memchr::memrchr(b'\n', &bytes[low..middle]).map_or(low, |at| low + at + 1);
        if &bytes[start..] < key {
            low = memchr::memchr(b'\n', &bytes[middle..]).map_or(bytes.len(), |len| middle + len + 1);
        } else {
            high = start;
        }
    }
    low
}

/// The likeliest way to read on from a character.
#[derive(Clone, Copy)]
struct Step {
    /// Logarithm of the probability of all that follows in the stretch.
    odds: f64,
    /// The character behind the word.
    end: usize,
    line: Option<Line>,
}

/// Calls with every word of the likeliest reading of a text: its characters, its bytes, and its line of the dictionary.
/// A number or a Latin word is one word, any other character that no word begins with one of its own.
fn read(text: &str, mut found: impl FnMut(Range<usize>, Range<usize>, Option<Line>)) {
    let chars: Vec<(usize, char)> = text.char_indices().collect();
    let total = TOTAL.ln();
    let mut steps = vec![Step { odds: 0.0, end: 0, line: None }; chars.len() + 1];
    for (index, (at, ch)) in chars.iter().enumerate().rev() {
        let unknown = |odds| Step { odds, end: index + 1, line: None };
        if !is_read_on(*ch) {
            steps[index] = unknown(0.0);
            continue;
        }
        let mut best: Option<Step> = None;
        for line in openings(&text[*at..]) {
            let end = index + line.len;
            let odds = line.frequency.ln() - total + steps[end].odds;
            // Of two that are as likely, the longer.
            if best.is_none_or(|best| odds >= best.odds) {
                best = Some(Step { odds, end, line: Some(line) });
            }
        }
        steps[index] = best.unwrap_or_else(|| unknown(0.0 - total + steps[index + 1].odds));
    }
    let mut start = 0;
    while let Some((at, ch)) = chars.get(start) {
        let Step { mut end, line, .. } = steps[start];
        if ch.is_ascii_alphanumeric() {
            let others = chars[end..].iter().take_while(|(_, ch)| ch.is_ascii_alphanumeric());
            end += others.count();
        }
        let behind = chars.get(end).map_or(text.len(), |(at, _)| *at);
        found(start..end, *at..behind, line);
        start = end;
    }
}

/// Whether a reading goes on over a character; any other ends the stretch that is weighed as a whole.
fn is_read_on(ch: char) -> bool {
    is_han(ch) || ch.is_ascii_alphanumeric() || "+#&._%-".contains(ch)
}

/// Cost of a stretch of characters in its likeliest reading as words, none of which goes over a gap before a character.
pub(super) fn cost(chars: &[char], gaps: &[bool]) -> u32 {
    let mut sum = 0;
    each_word(chars, gaps, |_, line| sum += line.map_or(UNKNOWN, Line::cost));
    sum
}

/// Whether each of some characters belongs to a word of two or more, in the likeliest reading of the stretch.
pub(super) fn in_words(chars: &[char], gaps: &[bool], asked: Range<usize>) -> bool {
    let mut alone = asked.is_empty();
    each_word(chars, gaps, |word, _| alone |= word.len() == 1 && asked.contains(&word.start));
    !alone
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
    let mut words = Vec::with_capacity(text.len() / CHAR);
    read(text, |_, bytes, line| words.push((bytes, line.map_or(PartOfSpeech::Other, Line::part))));
    words
}

/// The word at a byte of a stretch of Chinese without marks, in its likeliest reading.
pub fn word_at(text: &str, byte: usize) -> Range<usize> {
    let word = words(text).into_iter().find(|(word, _)| word.contains(&byte));
    word.map_or(byte..byte, |(word, _)| word)
}

/// Calls with every word of the likeliest reading, and where it stands among the characters.
fn each_word(chars: &[char], gaps: &[bool], mut found: impl FnMut(Range<usize>, Option<Line>)) {
    let mut start = 0;
    while start < chars.len() {
        let end = (start + 1..chars.len()).find(|at| gaps[*at]).unwrap_or(chars.len());
        let text: String = chars[start..end].iter().collect();
        read(&text, |word, _, line| found(start + word.start..start + word.end, line));
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
    fn the_dictionary_is_what_looking_in_it_relies_on() {
        let words: Vec<&str> = WORDS.lines().filter_map(|line| line.split(' ').next()).collect();
        assert!(words.is_sorted_by(|one, other| one < other));
        assert!(words.iter().all(|word| !word.is_empty() && word.chars().all(|ch| ('一'..='\u{9FFF}').contains(&ch))));
        let lines: Vec<Line> = WORDS.lines().filter_map(Line::read).collect();
        assert_eq!((lines.len(), lines.iter().map(|line| line.frequency).sum()), (words.len(), TOTAL));
        let found = |word: &&str| openings(word).last().is_some_and(|line| line.len == word.chars().count());
        assert!(words.iter().all(|word| found(&word)));
    }

    #[test]
    fn words_are_likelier_than_their_characters() {
        assert!(cost_in_all("社会发展") < cost_in_all("会社展发"));
        assert_eq!(cost_in_all("社会发展"), cost_in_all("社会") + cost_in_all("发展"));
        assert!(cost(&['社', '会'], &[false, true]) > cost_in_all("社会"));
        assert!(cost_in_all("龘") >= 90);
        assert_eq!(cost_in_all("增长2025"), cost_in_all("增长") + UNKNOWN);
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
