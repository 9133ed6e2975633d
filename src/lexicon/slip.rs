//! One edit that makes a phrase into something else.

use super::alike::{look_alike, sound_alike};
use super::bare::{Bare, is_mark};
use crate::text::han::is_han;

/// What one edit did to a phrase. Numbers count the Han characters of the phrase from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Slip {
    Replaced {
        at: u8,
        by: char,
    },
    Dropped {
        at: u8,
    },
    /// Before the character of that number.
    Added {
        at: u8,
        ch: char,
    },
    /// With the one behind it.
    Swapped {
        at: u8,
    },
}

/// Characters that stand for one another without being slips.
const SETS: [&str; 2] = ["〇一二两三四五六七八九十百千万兆亿双多各每", "国省市州盟县区旗乡镇村街疆藏港企校院军政税"];

/// Characters that writers put between the parts of a phrase.
const FUNCTION: &str = "和与及并的地得之";

/// Characters that join what stands before them to what stands behind.
const JOINING: &str = "和与及并";

/// Whether a writer may well mean the other character: another number, another level of government.
pub(super) fn interchangeable(one: char, other: char) -> bool {
    let digit = |ch: char| if ch.is_ascii_digit() { '一' } else { ch };
    SETS.iter().any(|set| set.contains(digit(one)) && set.contains(digit(other)))
}

impl Slip {
    /// Whether it cannot be meant: not another number, not a function word put in.
    pub(super) fn is_odd(self, phrase: &[char]) -> bool {
        match self {
            Slip::Replaced { at, by } => !interchangeable(phrase[usize::from(at)], by),
            Slip::Added { ch, .. } => !FUNCTION.contains(ch),
            Slip::Dropped { .. } | Slip::Swapped { .. } => true,
        }
    }

    /// Whether it is one that hands, input methods and scans make: a character of the same sound or shape, one typed
    /// twice, two in the wrong order.
    pub(super) fn is_usual(self, phrase: &[char]) -> bool {
        match self {
            // 和湖长制, 防范和解决: a word between others, not a character of the phrase.
            Slip::Replaced { by, .. } if JOINING.contains(by) => false,
            Slip::Replaced { at, by } => {
                let was = phrase[usize::from(at)];
                sound_alike(was, by) || look_alike(was, by)
            }
            Slip::Added { at, ch } => {
                let at = usize::from(at);
                phrase.get(at) == Some(&ch) || (at > 0 && phrase[at - 1] == ch)
            }
            Slip::Dropped { .. } => false,
            Slip::Swapped { .. } => true,
        }
    }

    /// The same slip where numbers count from `by`.
    pub(super) fn moved(self, by: usize) -> Self {
        let by = by as u8;
        match self {
            Slip::Replaced { at, by: ch } => Slip::Replaced { at: at + by, by: ch },
            Slip::Dropped { at } => Slip::Dropped { at: at + by },
            Slip::Added { at, ch } => Slip::Added { at: at + by, ch },
            Slip::Swapped { at } => Slip::Swapped { at: at + by },
        }
    }

    /// The same slip where numbers count back from the character before `middle`.
    pub(super) fn mirrored(self, middle: usize) -> Self {
        let middle = middle as u8;
        match self {
            Slip::Replaced { at, by } => Slip::Replaced { at: middle - 1 - at, by },
            Slip::Dropped { at } => Slip::Dropped { at: middle - 1 - at },
            Slip::Added { at, ch } => Slip::Added { at: middle - at, ch },
            Slip::Swapped { at } => Slip::Swapped { at: middle - 2 - at },
        }
    }

    /// The character of the phrase that a character of the text stands for, both by number; `None` for one added.
    pub(super) fn source(self, index: usize) -> Option<usize> {
        match self {
            Slip::Replaced { .. } | Slip::Swapped { .. } => Some(index),
            Slip::Dropped { at } => Some(index + usize::from(index >= usize::from(at))),
            Slip::Added { at, .. } if index == usize::from(at) => None,
            Slip::Added { at, .. } => Some(index - usize::from(index > usize::from(at))),
        }
    }
}

impl Slip {
    /// What is written without the slip, its marks as they are.
    pub(super) fn undone(self, written: &str, canonical: &str) -> String {
        let phrase = Bare::new(canonical);
        let missing = |index: usize, behind: bool| match self {
            Slip::Dropped { at } if usize::from(at) == index && behind != phrase.gap(index) => {
                Some(phrase.chars[index])
            }
            _ => None,
        };
        let mut out = String::with_capacity(written.len() + 3);
        let mut index = 0;
        for ch in written.chars() {
            if is_mark(ch) {
                out.push(ch);
                continue;
            }
            // What is missing stands on the same side of a mark as in the phrase.
            out.extend(missing(index, index == 0));
            match self {
                Slip::Added { at, .. } if index == usize::from(at) => {}
                Slip::Replaced { .. } | Slip::Swapped { .. } => out.push(phrase.chars[index]),
                Slip::Dropped { .. } | Slip::Added { .. } => out.push(ch),
            }
            index += 1;
            if index < phrase.chars.len() {
                out.extend(missing(index, true));
            }
        }
        out
    }
}

/// The slips that make `len` characters that are wanted into those that are there, each with how many of these it
/// takes; `None` for no slip at all.
pub(super) fn slips(
    len: usize,
    want: impl Fn(usize) -> char,
    have: impl Fn(usize) -> Option<char>,
) -> Vec<(Option<Slip>, usize)> {
    let same = |count: usize, from: usize, there: usize| (0..count).all(|n| have(there + n) == Some(want(from + n)));
    let at = (0..len).take_while(|n| have(*n) == Some(want(*n))).count();
    if at == len {
        return vec![(None, len)];
    }
    let (left, number) = (len - at, at as u8);
    // Nearly everything leaves here: the next character that is wanted is not there, and the one that is there does
    // not stand before this one.
    let (next, after) = (have(at), have(at + 1));
    if left >= 2 && after != Some(want(at)) && [next, after].iter().all(|there| *there != Some(want(at + 1))) {
        return Vec::new();
    }
    let crossed = left >= 2 && have(at) == Some(want(at + 1)) && have(at + 1) == Some(want(at));
    if crossed && same(left - 2, at + 2, at + 2) {
        return vec![(Some(Slip::Swapped { at: number }), len)];
    }
    let mut found = Vec::new();
    if same(left - 1, at + 1, at) {
        found.push((Some(Slip::Dropped { at: number }), len - 1));
    }
    if let Some(ch) = have(at).filter(|ch| is_han(*ch)) {
        if same(left - 1, at + 1, at + 1) {
            found.push((Some(Slip::Replaced { at: number, by: ch }), len));
        }
        if same(left, at, at + 1) {
            found.push((Some(Slip::Added { at: number, ch }), len + 1));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(want: &str, have: &str) -> Vec<(Option<Slip>, usize)> {
        let (want, have): (Vec<char>, Vec<char>) = (want.chars().collect(), have.chars().collect());
        slips(want.len(), |n| want[n], |n| have.get(n).copied())
    }

    #[test]
    fn one_edit_is_told_from_another() {
        assert_eq!(found("攻坚克难", "攻坚克难。"), [(None, 4)]);
        assert_eq!(found("攻坚克难", "攻艰克难。"), [(Some(Slip::Replaced { at: 1, by: '艰' }), 4)]);
        assert_eq!(found("攻坚克难", "攻坚难。"), [(Some(Slip::Dropped { at: 2 }), 3)]);
        assert_eq!(found("攻坚克难", "攻坚坚克难"), [(Some(Slip::Added { at: 2, ch: '坚' }), 5)]);
        assert_eq!(found("攻坚克难", "攻克坚难"), [(Some(Slip::Swapped { at: 1 }), 4)]);
        assert_eq!(found("攻坚克难", "攻关夺隘"), []);
        // The last one is another, or is gone and a next word begins.
        assert_eq!(found("攻坚克难", "攻坚克服").len(), 2);
    }

    #[test]
    fn a_slip_is_undone_between_the_marks_of_the_text() {
        let right = |slip: Slip, written| slip.undone(written, "商以求同、协以成事");
        assert_eq!(right(Slip::Replaced { at: 4, by: '胁' }, "商以求同，胁以成事"), "商以求同，协以成事");
        assert_eq!(right(Slip::Dropped { at: 7 }, "商以求同、协以成"), "商以求同、协以成事");
        assert_eq!(right(Slip::Dropped { at: 3 }, "“商以求”、协以成事"), "“商以求同”、协以成事");
        assert_eq!(right(Slip::Dropped { at: 4 }, "商以求同、以成事"), "商以求同、协以成事");
        assert_eq!(right(Slip::Dropped { at: 0 }, "以求同、协以成事"), "商以求同、协以成事");
        assert_eq!(right(Slip::Added { at: 1, ch: '商' }, "商商以求同协以成事"), "商以求同协以成事");
        assert_eq!(right(Slip::Swapped { at: 6 }, "商以求同、协以事成"), "商以求同、协以成事");
    }

    #[test]
    fn usual_slips_are_of_sound_and_shape() {
        let phrase: Vec<char> = "攻坚克难".chars().collect();
        assert!(Slip::Replaced { at: 1, by: '艰' }.is_usual(&phrase));
        assert!(Slip::Replaced { at: 1, by: '竖' }.is_usual(&phrase));
        assert!(Slip::Added { at: 2, ch: '坚' }.is_usual(&phrase));
        assert!(!Slip::Replaced { at: 1, by: '关' }.is_usual(&phrase));
        assert!(!Slip::Replaced { at: 0, by: '三' }.is_odd(&['两', '个', '维', '护']));
    }
}
