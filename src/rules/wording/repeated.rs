//! 词语重复：同一串字（三个字以上）紧接着又写了一遍，多半是粘贴时多粘了一次。
//!
//! “一个节点一个节点抓”“一件事一件事办”这样的说法不报；隔着换行的不报（PDF 里的粗体字常被取成两遍）。
//!
//! 依据：GB/T 9704-2012 §7.3.3（正文）；行文不重复。
//!
//! ```应报
//! 提高产业质效提高产业质效，聚焦转型发展。
//! ```
//!
//! ```不报
//! 一个节点一个节点抓，一件事一件事办，实实在在为群众服务。
//! ```

use crate::config::Severity;
use crate::draft::{Passage, Span};
use crate::rules::{Applicability, Check, Fix, Report, Rule};
use crate::text::han::is_han;

/// 词语重复
pub static REPEATED: Rule = Rule {
    name: "wording/repeated",
    title: "词语重复",
    severity: Severity::Warning,
    source: include_str!("repeated.rs"),
    check: Check::Text(check),
};

/// Characters of the shortest and the longest string that is looked for.
const LENGTHS: std::ops::RangeInclusive<usize> = 3..=20;

fn check(passage: &Passage<'_>, report: &mut Report<Span>) {
    if !passage.is_prose() {
        return;
    }
    let text = passage.text();
    let chars: Vec<(usize, char)> = text.char_indices().collect();
    let end_of = |index: usize| chars.get(index).map_or(text.len(), |(at, _)| *at);
    let mut from = 0;
    while from < chars.len() {
        let Some(length) = twice(&chars[from..]) else {
            from += 1;
            continue;
        };
        let words = &text[chars[from].0..end_of(from + length)];
        let again = Span::new(end_of(from + length), end_of(from + 2 * length));
        let both = Span::new(chars[from].0, again.end);
        from += 2 * length;
        let place = passage.span(both);
        // Bold letters of a PDF are read twice, line by line.
        if place.range().len() != both.range().len() {
            continue;
        }
        let finding = report.add(place, format!("词语重复：“{words}”连写了两遍，请删去一遍"));
        let edits = vec![(passage.span(again), String::new())];
        finding
            .fix(Fix { title: format!("删去后一个“{words}”"), applicability: Applicability::Unsafe, edits });
    }
}

/// The length of the string at the start that stands there twice, if there is one.
fn twice(chars: &[(usize, char)]) -> Option<usize> {
    let first = chars[0].1;
    // 一件事一件事, 每一个…每一个….
    if !is_han(first) || "一每".contains(first) {
        return None;
    }
    LENGTHS.rev().find(|length| {
        let (one, rest) = (chars.get(..*length), chars.get(*length..2 * length));
        let same = |(one, other): (&(usize, char), &(usize, char))| one.1 == other.1 && is_han(one.1);
        match (one, rest) {
            (Some(one), Some(rest)) => rest[0].1 == first && one.iter().zip(rest).all(same) && differ(one),
            _ => false,
        }
    })
}

/// Whether the characters are not all the same, as those of a drawn line are.
fn differ(chars: &[(usize, char)]) -> bool {
    chars.iter().any(|(_, ch)| *ch != chars[0].1)
}
