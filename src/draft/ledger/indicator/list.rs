//! Lists that share their numbers out: 城镇、农村居民收入分别增长4.7%和6.3%.

use super::Read;
use crate::draft::ledger::words::MEASURES;
use crate::syntax::Quantity;
use crate::text::han::is_han;

/// Characters before the first number among which 分别 stands.
const NEAR: usize = 15;

/// The list that is being shared out.
#[derive(Default)]
pub struct List {
    /// The subjects of the last list, in their order.
    subjects: Vec<String>,
    /// Those that still wait for their numbers, last first.
    waiting: Vec<Read>,
}

/// Whether only a joint stands between two numbers.
pub fn is_joint(gap: &str) -> bool {
    // 分别提高到2520元/月、2268元/月
    let gap = ["/月", "/日", "/年", "/人", "/吨"].iter().find_map(|word| gap.strip_prefix(word)).unwrap_or(gap);
    matches!(gap.trim(), "、" | "和" | "与" | "及" | "以及" | "、和")
}

impl List {
    /// The words of the next number; `joined` says that only a joint stands before it. A number apart ends the list.
    pub fn next(&mut self, joined: bool) -> Option<Read> {
        if !joined {
            self.waiting.clear();
        }
        self.waiting.pop()
    }

    /// Begins a list at the first of `figures`, which is read as of all subjects, and returns the words of the first.
    pub fn share_out(&mut self, text: &str, figures: &[&Quantity], read: &Read) -> Option<Read> {
        let joined = |pair: &[&Quantity]| is_joint(&text[pair[0].span.end..pair[1].number.start]);
        let count = 1 + figures.windows(2).take_while(|pair| joined(pair)).count();
        let head = &text[..figures[0].number.start];
        let near = head.char_indices().rev().nth(NEAR - 1).map_or(head, |(at, _)| &head[at..]);
        if count < 2 || !near.contains("分别") || read.subject.is_empty() {
            return None;
        }
        self.name(&read.subject, count);
        if self.subjects.len() == count {
            let rest = read.indicator.strip_prefix(read.subject.as_str()).unwrap_or("");
            let own = |subject: &String| Read {
                indicator: format!("{subject}{rest}"),
                subject: subject.clone(),
                ..read.clone()
            };
            self.waiting.extend(self.subjects.iter().rev().map(own));
        }
        self.waiting.pop()
    }

    /// Names the subjects of a list; those of the last one stay when a second row of numbers is told of them.
    fn name(&mut self, subject: &str, count: usize) {
        if count == 2 && subject.contains("城乡") {
            self.subjects = ["城镇", "农村"].map(|place| subject.replacen("城乡", place, 1)).to_vec();
        } else if self.subjects.len() != count || self.subjects.last().is_none_or(|last| last != subject) {
            let subjects: Vec<&str> = subject.split('、').flat_map(split_and).collect();
            let last = subjects.last().copied().unwrap_or("");
            self.subjects = subjects.iter().map(|subject| with_tail(subject, last)).collect();
        }
    }
}

/// 城镇 of 城镇、农村居民人均可支配收入 is 城镇居民人均可支配收入.
fn with_tail(subject: &str, last: &str) -> String {
    let len = subject.chars().count();
    let shared = last.split_once('等').map(|(_, shared)| shared.to_owned());
    let tail = shared.unwrap_or_else(|| last.chars().skip(len).collect());
    let whole = subject.chars().all(is_han) && len <= 3 || last.contains('等');
    if whole && tail.chars().count() >= 2 {
        return format!("{subject}{tail}");
    }
    let measure = MEASURES.iter().find(|word| last.ends_with(**word));
    let own = MEASURES.iter().any(|word| subject.ends_with(word));
    format!("{subject}{}", measure.filter(|_| !own).unwrap_or(&""))
}

/// 城镇和农村居民收入 are two.
fn split_and(part: &str) -> Vec<&str> {
    let pieces: Vec<&str> = part.split(['和', '与', '及']).collect();
    if pieces.iter().all(|piece| piece.chars().count() >= 2) { pieces } else { vec![part] }
}
