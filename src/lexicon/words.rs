//! How likely a stretch of Chinese is as ordinary words: the ground on which a near miss of a phrase is told from other
//! words that happen to look like it.
//!
//! The dictionary is that of jieba (MIT, `words.LICENSE`), its frequent words of up to four characters: word, frequency,
//! and in the place of a part of speech the cost, in fifths of a nat (−5 ln of its share of all words). It is loaded when
//! the first place is asked about that looks like a phrase, or ahead of that by [`load`].

use std::collections::HashMap;
use std::hash::BuildHasherDefault;
use std::ops::Range;
use std::sync::LazyLock;

use super::scan::Mixed;

const WORDS: &str = include_str!("words.txt");
/// Characters of the longest word.
const LONGEST: usize = 4;
/// Cost of a character that is in no dictionary.
const UNKNOWN: u32 = 95;

static DICTIONARY: LazyLock<Dictionary> = LazyLock::new(|| Dictionary::of(WORDS));

/// Words by their [`key`].
struct Dictionary {
    words: HashMap<u64, Word, BuildHasherDefault<Mixed>>,
    /// Logarithm of the sum of all frequencies.
    total: f64,
}

#[derive(Clone, Copy)]
struct Word {
    frequency: u32,
    cost: u32,
}

/// The word that is likeliest at a place, with what follows it.
#[derive(Clone, Copy)]
struct Step {
    /// Logarithm of the likelihood.
    likely: f64,
    end: usize,
    cost: u32,
}

/// A word with one character more, 16 bits for each; `None` where the character is in no word.
fn key(word: u64, ch: char) -> Option<u64> {
    ('\u{4E00}'..='\u{9FFF}').contains(&ch).then(|| word << 16 | u64::from(ch))
}

impl Dictionary {
    /// Reads the lines of a dictionary: word, frequency, cost. All its bytes are read once, because this is waited for.
    fn of(text: &str) -> Self {
        let mut words = HashMap::with_capacity_and_hasher(text.len() / 12, BuildHasherDefault::default());
        let (mut total, mut word) = (0, 0);
        let (mut column, mut numbers) = (0, [0u32; 2]);
        for byte in text.bytes() {
            match byte {
                b'\n' => {
                    let [frequency, cost] = std::mem::take(&mut numbers);
                    total += u64::from(frequency);
                    words.insert(word, Word { frequency, cost });
                    (word, column) = (0, 0);
                }
                b' ' => column += 1,
                b'0'..=b'9' => {
                    let number: &mut u32 = &mut numbers[column.clamp(1, 2) - 1];
                    *number = *number * 10 + u32::from(byte - b'0');
                }
                // The first of the three bytes of a character has four bits of it, the others six.
                0xE0.. => word = word << 4 | u64::from(byte & 0x0F),
                _ => word = word << 6 | u64::from(byte & 0x3F),
            }
        }
        Dictionary { words, total: (total as f64).ln() }
    }

    /// The likeliest reading of characters as words, by the first of each; the longest of those that are as likely.
    fn read(&self, chars: &[char]) -> Vec<Step> {
        let end = Step { likely: 0.0, end: chars.len(), cost: 0 };
        let mut steps = vec![end; chars.len() + 1];
        for start in (0..chars.len()).rev() {
            let mut best: Option<Step> = None;
            let mut word = Some(0);
            for end in start + 1..=chars.len().min(start + LONGEST) {
                word = word.and_then(|word| key(word, chars[end - 1]));
                let Some(known) = word.and_then(|word| self.words.get(&word)) else { continue };
                let likely = f64::from(known.frequency).ln() - self.total + steps[end].likely;
                if best.is_none_or(|best| likely >= best.likely) {
                    best = Some(Step { likely, end, cost: known.cost });
                }
            }
            let unknown = Step { likely: steps[start + 1].likely - self.total, end: start + 1, cost: UNKNOWN };
            steps[start] = best.unwrap_or(unknown);
        }
        steps
    }
}

/// Loads the dictionary, which takes a few milliseconds, before it is needed.
pub fn load() {
    LazyLock::force(&DICTIONARY);
}

/// Cost of a stretch of characters in its likeliest reading as words, none of which goes over a gap before a character.
pub(super) fn cost(chars: &[char], gaps: &[bool]) -> u32 {
    let mut sum = 0;
    each_word(chars, gaps, |_, cost| sum += cost);
    sum
}

/// Whether each of some characters belongs to a word of two or more, in the likeliest reading of the stretch.
pub(super) fn in_words(chars: &[char], gaps: &[bool], asked: Range<usize>) -> bool {
    let mut alone = asked.is_empty();
    each_word(chars, gaps, |word, _| alone |= word.len() == 1 && asked.contains(&word.start));
    !alone
}

/// The word at a byte of a stretch of Chinese without marks, in its likeliest reading.
pub fn word_at(text: &str, byte: usize) -> Range<usize> {
    let (starts, chars): (Vec<usize>, Vec<char>) = text.char_indices().unzip();
    let start = |at: usize| starts.get(at).copied().unwrap_or(text.len());
    let mut found = byte..byte;
    each_word(&chars, &vec![false; chars.len()], |word, _| {
        let bytes = start(word.start)..start(word.end);
        if bytes.contains(&byte) {
            found = bytes;
        }
    });
    found
}

/// Calls with every word of the likeliest reading, as its place among the characters, and its cost.
fn each_word(chars: &[char], gaps: &[bool], mut found: impl FnMut(Range<usize>, u32)) {
    let mut first = 0;
    while first < chars.len() {
        let last = (first + 1..chars.len()).find(|at| gaps[*at]).unwrap_or(chars.len());
        let steps = DICTIONARY.read(&chars[first..last]);
        let mut at = 0;
        while at < last - first {
            let Step { end, cost, .. } = steps[at];
            found(first + at..first + end, cost);
            at = end;
        }
        first = last;
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

    fn cost_of(text: &str) -> u32 {
        let (chars, gaps) = chars(text);
        cost(&chars, &gaps)
    }

    #[test]
    fn words_are_likelier_than_their_characters() {
        assert!(cost_of("社会发展") < cost_of("会社展发"));
        assert_eq!(cost_of("社会发展"), cost_of("社会") + cost_of("发展"));
        assert!(cost(&['社', '会'], &[false, true]) > cost_of("社会"));
        assert!(cost_of("龘") >= 90);
    }

    #[test]
    fn every_line_of_the_dictionary_is_read() {
        // Without words everything is unlikely, and a slip likelier: a wrong dictionary must not go unseen.
        assert!(WORDS.ends_with('\n'));
        assert_eq!(DICTIONARY.words.len(), WORDS.lines().count());
        for line in WORDS.lines() {
            let columns: Vec<&str> = line.split(' ').collect();
            let known = DICTIONARY.words[&columns[0].chars().try_fold(0, key).unwrap()];
            let numbers = [known.frequency.to_string(), known.cost.to_string()];
            assert_eq!(columns[1..], numbers, "{line}");
        }
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
