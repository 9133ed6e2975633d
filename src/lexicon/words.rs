//! How likely a stretch of Chinese is as ordinary words: the ground on which a near miss of a phrase is told from other
//! words that happen to look like it.
//!
//! The words and their frequencies are those of the dictionary of jieba (MIT, `words.LICENSE`), the frequent ones of up
//! to four characters. A library that segments would have to load its dictionary first and gives the words but not how
//! likely they are together. Here the text of the file is searched where it stands: nothing is loaded at start-up, and
//! only the few places that look like a phrase are ever asked about.

use std::collections::HashMap;
use std::sync::LazyLock;

/// One line for each first character: the rest of each word and its cost, in fifths of a nat (−5 ln of its frequency).
const WORDS: &str = include_str!("words.txt");

/// Cost of a character that is in no dictionary.
const UNKNOWN: u32 = 95;

/// Cost of a stretch of characters in its likeliest reading as words, none of which goes over a gap before a character.
pub(super) fn cost(chars: &[char], gaps: &[bool]) -> u32 {
    let mut best = vec![u32::MAX; chars.len() + 1];
    best[0] = 0;
    for start in 0..chars.len() {
        let limit = (start + 1..chars.len()).find(|at| gaps[*at]).unwrap_or(chars.len());
        each_word(&chars[start..limit], |len, cost| {
            best[start + len] = best[start + len].min(best[start] + cost);
        });
    }
    best[chars.len()]
}

/// Calls with the length and the cost of every word that a stretch begins with, its first character among them.
fn each_word(chars: &[char], mut found: impl FnMut(usize, u32)) {
    let line = LINES.get(&chars[0]).copied().unwrap_or_default();
    let mut single = UNKNOWN;
    for word in line.split(' ').filter(|word| word.len() >= 2) {
        let (rest, cost) = word.split_at(word.len() - 2);
        let cost = cost.parse().unwrap_or(UNKNOWN);
        if rest.is_empty() {
            single = cost;
        } else if rest.chars().eq(chars[1..].iter().copied().take(rest.len() / 3)) {
            found(rest.len() / 3 + 1, cost);
        }
    }
    found(1, single);
}

static LINES: LazyLock<HashMap<char, &str>> = LazyLock::new(|| {
    let split = |line: &'static str| {
        let first = line.chars().next()?;
        Some((first, &line[first.len_utf8()..]))
    };
    WORDS.lines().filter_map(split).collect()
});

#[cfg(test)]
mod tests {
    use super::*;

    fn cost_of(text: &str) -> u32 {
        let chars: Vec<char> = text.chars().collect();
        cost(&chars, &vec![false; chars.len()])
    }

    #[test]
    fn words_are_likelier_than_their_characters() {
        assert!(cost_of("社会发展") < cost_of("会社展发"));
        assert_eq!(cost_of("社会发展"), cost_of("社会") + cost_of("发展"));
        assert!(cost(&['社', '会'], &[false, true]) > cost_of("社会"));
        assert!(cost_of("龘") >= 90);
    }
}
