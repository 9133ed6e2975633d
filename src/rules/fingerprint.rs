//! What a finding is known by when the draft around it changes: a baseline and the services that show findings must
//! know it again after lines were inserted above it, sections were renumbered or paragraphs were wrapped anew.

use std::collections::HashMap;
use std::fmt;
use std::ops::Range;

use super::Finding;
use crate::draft::{Draft, Part};
use crate::syntax::Fact;

/// Characters of its clause on either side of a finding that are part of its fingerprint.
const REACH: usize = 24;

/// The name of a finding within its draft, 16 hexadecimal digits when shown. It is made of the rule, the words and the
/// clause around them, ordinals and white space left out, and of how many findings before it are alike in all that;
/// never of a line or a number of a section. Equal on every machine.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Fingerprint(u64);

impl Fingerprint {
    /// The fingerprint of the same finding among those of many drafts.
    pub fn within(self, path: &str) -> Self {
        Fingerprint(hash(&[&self.0.to_le_bytes(), path.as_bytes()]))
    }
}

impl fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:016x}", self.0)
    }
}

/// The fingerprint of each finding of a draft. No two are equal.
pub fn fingerprints(draft: &Draft, findings: &[Finding]) -> Vec<Fingerprint> {
    let mut seen: HashMap<u64, u32> = HashMap::new();
    let each = findings.iter().map(|finding| {
        let [before, words, after] = surroundings(draft, &finding.place);
        let alike = hash(&[finding.rule.name, &before, &words, &after].map(str::as_bytes));
        let count = seen.entry(alike).or_default();
        *count += 1;
        Fingerprint(hash(&[&alike.to_le_bytes(), &count.to_le_bytes()]))
    });
    each.collect()
}

/// The words of a place and what stands before and behind them in their clause, all without ordinals and layout.
fn surroundings(draft: &Draft, place: &Range<usize>) -> [String; 3] {
    let Some(paragraph) = draft.paragraph_at(place.start) else { return Default::default() };
    let all = draft.paragraph_range(paragraph);
    // A character takes up to four bytes, and some of those near are layout.
    let room = REACH * 8;
    let bare = |range: Range<usize>| bare(draft, paragraph, range);
    let before = bare(place.start.saturating_sub(room).max(all.start)..place.start);
    let after = bare(place.end.min(all.end)..(place.end + room).min(all.end));
    let before = before.rsplit(ends_clause).next().unwrap_or_default();
    let after = after.split(ends_clause).next().unwrap_or_default();
    let skipped = before.chars().count().saturating_sub(REACH);
    let before = before.chars().skip(skipped).collect();
    [before, bare(place.start..place.end.min(all.end)), after.chars().take(REACH).collect()]
}

/// The text of bytes of a paragraph without its ordinals, references to numbered parts, white space and Markdown marks.
fn bare(draft: &Draft, paragraph: usize, range: Range<usize>) -> String {
    let start = draft.paragraph_range(paragraph).start;
    let facts = draft.paragraphs()[paragraph].facts.iter();
    let numbers =
        facts.filter(|fact| matches!(fact, Fact::Item(_) | Fact::Reference { .. })).map(|fact| fact.part(Part::Whole));
    let mut text = String::new();
    let mut at = range.start;
    for span in numbers.skip_while(|span| start + span.end <= range.start) {
        if start + span.start >= range.end {
            break;
        }
        text.push_str(&draft.text().slice(at..(start + span.start).max(at)));
        at = (start + span.end).clamp(at, range.end);
    }
    text.push_str(&draft.text().slice(at..range.end.max(at)));
    text.retain(|ch| !ch.is_whitespace() && !matches!(ch, '*' | '#' | '>' | '\u{FEFF}'));
    text
}

fn ends_clause(ch: char) -> bool {
    matches!(ch, '。' | '；' | '！' | '？' | '，' | '：' | ',' | ';' | ':')
}

/// FNV-1a of 64 bits, each part followed by a byte that no UTF-8 holds. The standard library's hash may change.
fn hash(parts: &[&[u8]]) -> u64 {
    let bytes = parts.iter().flat_map(|part| part.iter().chain(&[0xFF]));
    bytes.fold(0xCBF2_9CE4_8422_2325, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01B3))
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;
    use std::sync::Arc;

    use super::*;
    use crate::rules::Linter;

    const DRAFT: &str = "\
一、工作回顾
　　（一）抓项目。全年开工项目40个，对定下来的事项攻艰克难，一抓到底。
　　（三）抓投资，弛而不息纠治“四风”，具体举措见第六部分。
三、工作安排
　　全县经营主体由1.85万户增加到2.02万户，增长12.6%，对难事攻艰克难。对难事攻艰克难。
";

    fn all(text: &str) -> Vec<(&'static str, Fingerprint)> {
        let linter = Linter::new(text, Arc::default());
        let findings = linter.findings();
        let names = findings.iter().map(|finding| finding.rule.name);
        names.zip(fingerprints(linter.draft(), &findings)).collect()
    }

    #[test]
    fn findings_of_a_draft_all_differ() {
        let found = all(DRAFT);
        assert!(found.len() >= 7, "{found:?}");
        assert_eq!(found.iter().collect::<HashSet<_>>().len(), found.len(), "{found:?}");
    }

    #[test]
    fn they_stay_when_the_draft_around_them_changes() {
        let before = all(DRAFT);
        for (from, to) in [
            // A title and prose above.
            ("一、工作回顾\n", "　　新加的一段话，讲的是别的事。\n\n一、工作回顾\n"),
            // Everything is renumbered by one, the gaps stay.
            ("（三）抓投资", "（四）抓投资"),
            ("见第六部分", "见第七部分"),
            // Other clauses of the same sentence and line.
            ("全年开工项目40个", "全年新开工重点项目41个"),
            // Other indents, line ends and marks.
            ("\n　　", "\r\n"),
            ("（一）抓项目", "**（一）抓项目**"),
        ] {
            let text = DRAFT.replace(from, to);
            assert_ne!(text, DRAFT);
            assert_eq!(all(&text), before, "{text}");
        }
    }

    #[test]
    fn they_stay_when_lines_are_wrapped() {
        let filler =
            "　　坚持稳中求进工作总基调，完整准确全面贯彻新发展理念，加快构建新发展格局，着力推动高质量发展。\n";
        let text = format!("{DRAFT}{}", filler.repeat(20));
        let wrap = |line: &str| line.chars().collect::<Vec<_>>().chunks(33).map(String::from_iter).collect::<Vec<_>>();
        let wrapped = text.lines().flat_map(wrap).collect::<Vec<_>>().join("\n");
        assert_eq!(all(&wrapped), all(&text));
    }

    #[test]
    fn another_fault_is_another_one() {
        let before = all(DRAFT);
        let new = all(&DRAFT.replace("全年开工", "在项目建设上攻艰克难，全年开工"));
        assert_eq!(new.len(), before.len() + 1);
        assert_eq!(new.iter().filter(|found| !before.contains(found)).count(), 1);
        let one = before[0].1;
        assert!(one.within("甲.txt") != one.within("乙.txt") && one.to_string().len() == 16);
    }
}
