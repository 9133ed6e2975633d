//! Finds thousands of strings in one pass.
//!
//! Most places of a text are passed over by one look at a bitmap of the strings' first two characters. On published
//! reports this takes as long as an automaton would, and needs no dependency.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};
use std::ops::Range;

/// Bits of the bitmap, as a power of two: 32 KiB, at most a tenth set with ten thousand entries.
const BITS: u32 = 18;

/// Strings to look for.
pub(super) struct Scanner {
    texts: Vec<String>,
    /// The first two characters of all strings.
    openings: Vec<u64>,
    /// Indices of the strings by the [`key`] of their first three characters, or of all two.
    by_key: HashMap<u64, Vec<u32>, BuildHasherDefault<Mixed>>,
}

/// Characters that are 21 bits each, in one number.
fn key(first: char, second: char, third: Option<char>) -> u64 {
    u64::from(first) << 42 | u64::from(second) << 21 | third.map_or(0, u64::from)
}

/// Hashes one number; the keys are no one's to choose, so that it need not resist an attack.
#[derive(Default)]
pub(super) struct Mixed(u64);

impl Hasher for Mixed {
    fn write(&mut self, bytes: &[u8]) {
        bytes.iter().for_each(|byte| self.write_u64(u64::from(*byte)));
    }

    fn write_u64(&mut self, number: u64) {
        let mixed = (self.0 ^ number).wrapping_mul(0x9E37_79B9_7F4A_7C15);
        self.0 = mixed ^ (mixed >> 32);
    }

    fn finish(&self) -> u64 {
        self.0
    }
}

impl Scanner {
    /// Looks for strings of at least two characters; shorter ones are never found.
    pub fn new(texts: Vec<String>) -> Self {
        let mut scanner = Scanner { openings: vec![0; 1 << (BITS - 6)], by_key: HashMap::default(), texts: Vec::new() };
        for (text, index) in texts.iter().zip(0u32..) {
            let mut chars = text.chars();
            let (Some(first), Some(second)) = (chars.next(), chars.next()) else { continue };
            let bit = bit(first, second);
            scanner.openings[bit / 64] |= 1 << (bit % 64);
            scanner.by_key.entry(key(first, second, chars.next())).or_default().push(index);
        }
        scanner.texts = texts;
        scanner
    }

    /// Calls with every occurrence, by the numbers of its characters, and the string's index. Occurrences may overlap.
    pub fn each(&self, chars: &[char], mut found: impl FnMut(Range<usize>, u32)) {
        for (start, pair) in chars.windows(2).enumerate() {
            if !self.may_open(pair[0], pair[1]) {
                continue;
            }
            for index in self.opened_by(pair[0], pair[1], chars.get(start + 2).copied()) {
                let mut rest = chars[start..].iter();
                if self.texts[index as usize].chars().all(|wanted| rest.next() == Some(&wanted)) {
                    found(start..chars.len() - rest.len(), index);
                }
            }
        }
    }

    fn may_open(&self, first: char, second: char) -> bool {
        let bit = bit(first, second);
        self.openings[bit / 64] >> (bit % 64) & 1 == 1
    }

    /// The strings that begin with these characters, or are the first two.
    fn opened_by(&self, first: char, second: char, third: Option<char>) -> impl Iterator<Item = u32> {
        let short = self.by_key.get(&key(first, second, None));
        let long = third.and_then(|third| self.by_key.get(&key(first, second, Some(third))));
        short.into_iter().chain(long).flatten().copied()
    }
}

fn bit(first: char, second: char) -> usize {
    let mixed = (u32::from(first) ^ u32::from(second).rotate_left(16)).wrapping_mul(0x9E37_79B1);
    (mixed >> (32 - BITS)) as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_occurrences_are_found() {
        let scanner = Scanner::new(["布署", "布署会议", "署会", "一", "\"三农\""].map(String::from).to_vec());
        let chars = |text: &str| text.chars().collect::<Vec<char>>();
        let mut found = Vec::new();
        scanner.each(&chars("布署会议，布署，\"三农\"布"), |at, index| found.push((at, index)));
        assert_eq!(found, [(0..2, 0), (0..4, 1), (1..3, 2), (5..7, 0), (8..12, 4)]);
        scanner.each(&chars("布"), |_, _| panic!("nothing is there"));
    }
}
