//! Finds thousands of strings in one pass.
//!
//! Most places of a text are passed over by one look at a bitmap of the strings' first two characters, and the bit's
//! rank among all that are set leads straight to the strings. On published reports this takes less than an automaton
//! would, and needs no dependency.

use std::ops::Range;

use crate::text::han::char_at;

/// Bits of the bitmap, as a power of two: 32 KiB, at most a tenth set with ten thousand entries.
const BITS: u32 = 18;

/// Strings to look for.
pub(super) struct Scanner {
    /// The first two characters of all strings.
    openings: Vec<u64>,
    /// Bits set before each number of [`Scanner::openings`].
    ranks: Vec<u32>,
    /// For each bit that is set: the classes of the third characters of its strings; all, if one has only two.
    thirds: Vec<u64>,
    /// For each bit that is set: where its strings begin in [`Scanner::strings`]; and the end of the last.
    starts: Vec<u32>,
    /// Those of one bit in the order of their third characters.
    strings: Vec<Wanted>,
    /// The characters of all strings, one behind the other.
    chars: Vec<char>,
}

/// A string that is looked for.
struct Wanted {
    /// Its third character, or [`NONE`].
    third: u32,
    index: u32,
    /// Where it stands in [`Scanner::chars`].
    start: u32,
    len: u32,
}

/// The third character of a string of two.
const NONE: u32 = 0;

/// What stands behind the second character at the end of a text: the third of no string.
const END: u32 = u32::MAX;

impl Scanner {
    /// Looks for strings of at least two characters; shorter ones are never found.
    pub fn new<T: AsRef<str>>(texts: &[T]) -> Self {
        let (mut chars, mut found) = (Vec::new(), Vec::new());
        for (text, index) in texts.iter().zip(0u32..) {
            let start = chars.len();
            chars.extend(text.as_ref().chars());
            let [first, second, rest @ ..] = &chars[start..] else { continue };
            let third = rest.first().map_or(NONE, |third| u32::from(*third));
            let wanted = Wanted { third, index, start: start as u32, len: rest.len() as u32 + 2 };
            found.push((bit(*first, *second), wanted));
        }
        found.sort_by_key(|(bit, wanted)| (*bit, wanted.third, wanted.index));
        let mut scanner = Scanner {
            openings: vec![0; 1 << (BITS - 6)],
            ranks: Vec::with_capacity(1 << (BITS - 6)),
            thirds: Vec::new(),
            starts: Vec::new(),
            strings: Vec::with_capacity(found.len()),
            chars,
        };
        for (bit, wanted) in found {
            if scanner.openings[bit / 64] >> (bit % 64) & 1 == 0 {
                scanner.openings[bit / 64] |= 1 << (bit % 64);
                scanner.starts.push(scanner.strings.len() as u32);
                scanner.thirds.push(0);
            }
            if let Some(thirds) = scanner.thirds.last_mut() {
                *thirds |= if wanted.third == NONE { u64::MAX } else { class(wanted.third) };
            }
            scanner.strings.push(wanted);
        }
        scanner.starts.push(scanner.strings.len() as u32);
        let counts = scanner.openings.iter().scan(0, |sum, bits| {
            let before = *sum;
            *sum += bits.count_ones();
            Some(before)
        });
        scanner.ranks.extend(counts);
        scanner
    }

    /// Calls with every occurrence, by the numbers of its characters, and the string's index. Occurrences may overlap.
    pub fn each(&self, chars: &[char], mut found: impl FnMut(Range<usize>, u32)) {
        for (start, pair) in chars.windows(2).enumerate() {
            let bit = bit(pair[0], pair[1]);
            if self.openings[bit / 64] >> (bit % 64) & 1 == 0 {
                continue;
            }
            for wanted in self.opened_by(bit, chars.get(start + 2).map_or(END, |third| u32::from(*third))) {
                let end = start + wanted.len as usize;
                if chars.get(start..end) == Some(self.chars_of(wanted)) {
                    found(start..end, wanted.index);
                }
            }
        }
    }

    /// The same in a text as it is written; places are bytes.
    pub fn each_in(&self, text: &str, mut found: impl FnMut(Range<usize>, u32)) {
        let Some((mut first, mut at)) = char_at(text, 0) else { return };
        let mut start = 0;
        while let Some((second, len)) = char_at(text, at) {
            let bit = bit(first, second);
            if self.openings[bit / 64] >> (bit % 64) & 1 == 1 {
                for wanted in self.opened_by(bit, char_at(text, at + len).map_or(END, |(third, _)| u32::from(third))) {
                    let mut rest = text[start..].chars();
                    if self.chars_of(wanted).iter().all(|wanted| rest.next() == Some(*wanted)) {
                        found(start..text.len() - rest.as_str().len(), wanted.index);
                    }
                }
            }
            (start, first) = (at, second);
            at += len;
        }
    }

    /// The strings whose first two characters have a bit, which is set: those of two, and those with this third.
    #[inline]
    fn opened_by(&self, bit: usize, third: u32) -> impl Iterator<Item = &Wanted> {
        let before = self.openings[bit / 64] & ((1 << (bit % 64)) - 1);
        let rank = (self.ranks[bit / 64] + before.count_ones()) as usize;
        let strings = match self.thirds[rank] & class(third) {
            0 => &[],
            _ => &self.strings[self.starts[rank] as usize..self.starts[rank + 1] as usize],
        };
        let short = strings.iter().take_while(|wanted| wanted.third == NONE);
        let long = &strings[strings.partition_point(|wanted| wanted.third < third)..];
        short.chain(long.iter().take_while(move |wanted| wanted.third == third))
    }

    fn chars_of(&self, wanted: &Wanted) -> &[char] {
        &self.chars[wanted.start as usize..][..wanted.len as usize]
    }
}

#[inline]
fn bit(first: char, second: char) -> usize {
    let mixed = (u32::from(first) ^ u32::from(second).rotate_left(16)).wrapping_mul(0x9E37_79B1);
    (mixed >> (32 - BITS)) as usize
}

/// One bit of 64 for a third character.
#[inline]
fn class(third: u32) -> u64 {
    1 << (third.wrapping_mul(0x9E37_79B1) >> 26)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_occurrences_are_found() {
        let scanner = Scanner::new(&["布署", "布署会议", "署会", "一", "\"三农\"", "布署"]);
        let text = "布署会议，布署，\"三农\"布";
        let (mut found, mut written) = (Vec::new(), Vec::new());
        let chars: Vec<char> = text.chars().collect();
        scanner.each(&chars, |at, index| found.push((at, index)));
        assert_eq!(found, [(0..2, 0), (0..2, 5), (0..4, 1), (1..3, 2), (5..7, 0), (5..7, 5), (8..12, 4)]);
        scanner.each_in(text, |at, index| written.push((text[..at.start].chars().count(), &text[at], index)));
        let words = |(at, index): &(Range<usize>, u32)| (at.start, chars[at.clone()].iter().collect(), *index);
        let words: Vec<(usize, String, u32)> = found.iter().map(words).collect();
        assert!(words.iter().map(|(at, words, index)| (*at, words.as_str(), *index)).eq(written));
        scanner.each(&['布'], |_, _| panic!("nothing is there"));
        scanner.each_in("布", |_, _| panic!("nothing is there"));
    }
}
