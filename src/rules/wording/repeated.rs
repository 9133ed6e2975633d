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
use crate::text::han::{char_at, is_han};

/// 词语重复
pub static REPEATED: Rule = Rule {
    name: "wording/repeated",
    title: "词语重复",
    severity: Severity::Warning,
    source: include_str!("repeated.rs"),
    check: Check::Text(check),
};

/// Bytes of the shortest and the longest string that is looked for: 3 and 20 Han characters.
const LENGTHS: std::ops::RangeInclusive<usize> = 9..=60;

/// Places of a paragraph in which a hand errs so; more are a PDF whose bold letters were read twice.
const PLACES: usize = 4;
/// Copies in a row that a hand still makes; more are filling.
const COPIES: usize = 3;

fn check(passage: &Passage<'_>, report: &mut Report<Span>) {
    if !passage.is_prose() {
        return;
    }
    let text = passage.text();
    // Where each pair of characters stood last, from 1; pairs that share a number overwrite one another.
    let mut last = [0u32; 512];
    let (mut from, mut found) = (0, Vec::new());
    // The character before, where it is a Han character.
    let (mut at, mut first) = (0, None);
    let mut next = 0;
    while let Some((second, len)) = char_at(text, next) {
        let behind = next;
        next += len;
        let han = is_han(second);
        let (at, first) = (std::mem::replace(&mut at, behind), std::mem::replace(&mut first, han.then_some(second)));
        let Some(ch) = first.filter(|_| han) else { continue };
        let number = (u32::from(ch) ^ u32::from(second).rotate_left(16)).wrapping_mul(0x9E37_79B1) >> 23;
        let before = std::mem::replace(&mut last[number as usize], at as u32 + 1) as usize;
        // Nearly no two characters stood together so lately.
        let Some(start) = before.checked_sub(1).filter(|start| LENGTHS.contains(&(at - start))) else { continue };
        if start < from || at < from || counts_off(&text[..start], ch) || !twice(text, start, at) {
            continue;
        }
        let words = &text[start..at];
        // A heading that has lost its line break: （一）扩大投资扩大投资规模，….
        let title = passage.span(Span::new(start, at)).start;
        if passage.paragraph.items().any(|item| item.title.start == title) {
            continue;
        }
        from = text.len() - text[at..].trim_start_matches(words).len();
        if (from - start) / (at - start) <= COPIES {
            found.push((start, at));
        }
    }
    if found.len() <= PLACES {
        found.into_iter().for_each(|(start, at)| tell(passage, start, at, report));
    }
}

/// 一件事一件事, 每一项每一项.
fn counts_off(before: &str, first: char) -> bool {
    let counts = |ch: char| matches!(ch, '一' | '每');
    counts(first) || before.ends_with(counts)
}

/// Whether what stands between two bytes stands there again.
fn twice(text: &str, start: usize, at: usize) -> bool {
    let words = &text[start..at];
    text[at..].starts_with(words) && words.chars().all(is_han)
}

fn tell(passage: &Passage<'_>, start: usize, at: usize, report: &mut Report<Span>) {
    let words = &passage.text()[start..at];
    let again = Span::new(at, at + words.len());
    let both = Span::new(start, again.end);
    let place = passage.span(both);
    // Bold letters of a PDF are read twice, line by line.
    if place.range().len() != both.range().len() {
        return;
    }
    let finding = report.add(place, format!("词语重复：“{words}”连写了两遍，请删去一遍"));
    let edits = vec![(passage.span(again), String::new())];
    finding.fix(Fix { title: format!("删去后一个“{words}”"), applicability: Applicability::Unsafe, edits });
}
