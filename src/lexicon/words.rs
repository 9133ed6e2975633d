//! How likely a stretch of Chinese is as ordinary words: the ground on which a near miss of a phrase is told from other
//! words that happen to look like it.
//!
//! The dictionary is that of jieba (MIT, `words.LICENSE`), its frequent words of up to four characters: word, frequency,
//! and in the place of a part of speech the cost, in fifths of a nat (−5 ln of its share of all words), with a letter for
//! the part of speech ([`PartOfSpeech`]). Its lines are sorted, so that words are looked for in the file as it is: a trie
//! of it, which every run of the program would make anew, takes longer than checking a hundred thousand characters. The
//! likeliest reading is found as jieba finds it.

use std::iter;
use std::ops::Range;
use std::sync::atomic::{AtomicU32, Ordering};

use memchr::{memchr, memrchr};

use crate::text::han::is_han;

const WORDS: &str = include_str!("words.txt");

/// Sum of all frequencies.
const TOTAL: f64 = 58_456_302.0;

/// Cost of a character that is in no dictionary.
const UNKNOWN: u32 = 95;

/// The first and the last character that a word may have.
const FIRST: u32 = 0x4E00;
const LAST: u32 = 0x9FFF;

/// Bytes of a character of a word.
const CHAR: usize = 3;

/// Characters of the longest word.
const LONGEST: usize = 4;

/// Where the words of each first character begin, from [`FIRST`] on, and one more; 0 where it was not looked for yet.
static STARTS: [AtomicU32; (LAST - FIRST + 2) as usize] = [const { AtomicU32::new(0) }; _];

/// Where the words of a first character begin, or would.
fn start_of(first: u32) -> Option<usize> {
    let start = STARTS.get(first.checked_sub(FIRST)? as usize)?;
    let known = start.load(Ordering::Relaxed) as usize;
    if known > 0 {
        return Some(known - 1);
    }
    let at = first_at_least(WORDS, char::from_u32(first)?.encode_utf8(&mut [0; CHAR]).as_bytes());
    // Whoever looks for it at the same time finds the same.
    start.store(at as u32 + 1, Ordering::Relaxed);
    Some(at)
}

/// A line of the dictionary.
#[derive(Clone, Copy)]
struct Line {
    /// Characters of the word.
    len: usize,
    frequency: &'static str,
    /// The cost, and the letter for the part of speech.
    tag: &'static str,
}

impl Line {
    /// The first of some lines, and the others.
    fn first(lines: &'static str) -> Option<(Line, &'static str)> {
        let (line, others) = lines.split_at(memchr(b'\n', lines.as_bytes())? + 1);
        let len = (1..=LONGEST).find(|len| line.as_bytes().get(len * CHAR) == Some(&b' '))?;
        let (frequency, tag) = line[len * CHAR + 1..].trim_end().split_once(' ')?;
        Some((Line { len, frequency, tag }, others))
    }

    /// Logarithm of its share of all words.
    fn odds(self) -> f64 {
        let frequency: u32 = self.frequency.parse().unwrap_or(1);
        f64::from(frequency).ln() - TOTAL.ln()
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
    let first = text.chars().next().map_or(0, u32::from);
    let block = start_of(first).zip(start_of(first + 1)).map_or("", |(start, end)| &WORDS[start..end]);
    let single = Line::first(block).map(|(line, _)| line).filter(|line| line.len == 1);
    let pair = text.get(..2 * CHAR).unwrap_or("-");
    let mut lines = &block[first_at_least(block, pair.as_bytes())..];
    let longer = iter::from_fn(move || {
        while lines.starts_with(pair) {
            let word = lines;
            let (line, others) = Line::first(lines)?;
            lines = others;
            if text.starts_with(&word[..line.len * CHAR]) {
                return Some(line);
            }
        }
        None
    });
    single.into_iter().chain(longer)
}

/// The start of the first of some sorted lines that is not less than a key.
fn first_at_least(lines: &str, key: &[u8]) -> usize {
    let bytes = lines.as_bytes();
    let (mut low, mut high) = (0, bytes.len());
    while low < high {
        let middle = low + (high - low) / 2;
        let start = memrchr(b'\n', &bytes[low..middle]).map_or(low, |at| low + at + 1);
        if &bytes[start..] < key {
            low = memchr(b'\n', &bytes[middle..]).map_or(bytes.len(), |len| middle + len + 1);
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
            let odds = line.odds() + steps[end].odds;
            // Of two that are as likely, the longer.
            if best.is_none_or(|best| odds >= best.odds) {
                best = Some(Step { odds, end, line: Some(line) });
            }
        }
        steps[index] = best.unwrap_or_else(|| unknown(0.0 - TOTAL.ln() + steps[index + 1].odds));
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
        let lines = || iter::successors(Line::first(WORDS), |(_, others)| Line::first(others)).map(|(line, _)| line);
        let total: f64 = lines().map(|line| line.frequency.parse::<f64>().unwrap()).sum();
        assert_eq!((lines().count(), total), (words.len(), TOTAL));
        let found = |word: &&str| openings(word).last().is_some_and(|line| line.len == word.chars().count());
        assert!(words.iter().all(found));
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
