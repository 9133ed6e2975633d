//! The names that a text quotes: “1245”工程, “四敢四争”行动, 《清溪文史》.

use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, MatchKind};
use pinyin::ToPinyin;

use super::slip::{Slip, slips};
use crate::syntax::Span;
use crate::syntax::pattern;

/// Characters of a name that is looked at. In shorter ones another character makes another name.
const SIZES: std::ops::RangeInclusive<usize> = 4..=24;

/// A name in quotation marks or in 《》.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Name {
    pub text: Box<str>,
    /// Without the marks.
    pub span: Span,
    /// Equal for names of the same characters, of the same sound, and of the same characters but for doubled ones.
    pub keys: [u64; 3],
}

/// The names of a text, in their order. One that holds marks of any kind is a sentence.
pub fn names(text: &str) -> Vec<Name> {
    static OPENINGS: LazyLock<AhoCorasick> =
        LazyLock::new(|| pattern::words(["“", "‘", "《"], MatchKind::LeftmostFirst));
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(open) = OPENINGS.find(&text[at..]) {
        let start = at + open.end();
        let ends = |ch: char| !ch.is_alphanumeric() && ch != '+';
        let end = text[start..].find(ends).map_or(text.len(), |len| start + len);
        if text[end..].starts_with(['”', '’', '》']) {
            found.extend(name(text, Span::new(start, end)));
        }
        // What ends one may begin another.
        at = end;
    }
    found
}

fn name(text: &str, span: Span) -> Option<Name> {
    let words = &text[span.range()];
    let chars: Vec<char> = words.chars().collect();
    if !SIZES.contains(&chars.len()) {
        return None;
    }
    let mut sorted = chars.clone();
    sorted.sort_unstable();
    let mut single = chars.clone();
    single.dedup();
    let sound = chars.iter().flat_map(|ch| ch.to_pinyin().map_or(vec![*ch], |pinyin| pinyin.plain().chars().collect()));
    let keys = [hash(sorted.into_iter()), hash(sound), hash(single.into_iter())];
    Some(Name { text: words.into(), span, keys })
}

impl Name {
    /// Whether this is the other with one slip that hands and input methods make.
    pub fn is_slip_of(&self, other: &Name) -> bool {
        let [have, want]: [Vec<char>; 2] = [self, other].map(|name| name.text.chars().collect());
        let found = slips(want.len(), |n| want[n], |n| have.get(n).copied());
        let whole = found.iter().filter(|(_, used)| *used == have.len());
        whole
            .filter_map(|(slip, _)| *slip)
            .any(|slip| slip.is_usual(&want) && slip.is_odd(&want) && !matches!(slip, Slip::Dropped { .. }))
    }
}

/// FNV-1a; the names of a draft are no attack on it, and what is equal is compared again.
fn hash(chars: impl Iterator<Item = char>) -> u64 {
    chars.fold(0xCBF2_9CE4_8422_2325, |hash, ch| (hash ^ u64::from(ch)).wrapping_mul(0x0100_0000_01B3))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_quoted_words_without_marks() {
        let texts = |text| names(text).iter().map(|name| name.text.to_string()).collect::<Vec<_>>();
        assert_eq!(texts("实施“1245”工程，办好《清溪文史》，“好，很好”。"), ["1245", "清溪文史"]);
        assert_eq!(texts("“‘四敢四争’行动”“短”"), ["四敢四争"]);
    }

    #[test]
    fn a_slip_is_of_sound_or_order() {
        let name = |text: &str| names(&format!("“{text}”")).remove(0);
        assert!(name("1254").is_slip_of(&name("1245")));
        assert!(name("四敢四挣").is_slip_of(&name("四敢四争")));
        assert!(name("三个个代表").is_slip_of(&name("三个代表")));
        assert!(!name("五敢五争").is_slip_of(&name("四敢四争")));
        assert!(!name("一企一策").is_slip_of(&name("一业一策")));
    }
}
