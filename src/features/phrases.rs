//! Stock phrases of a draft: what one stands for, and all its mentions in all its forms.
//!
//! Rules look only for what may be wrong. Here everything is looked for, when somebody asks.

use std::collections::BTreeMap;
use std::ops::Range;

use super::hover::Hover;
use super::references::Named;
use crate::lexicon::{Entry, Origin};
use crate::rules::Linter;
use crate::syntax::logical::Logical;

/// The phrase at a byte and all its mentions. The draft itself does not set it down.
pub fn at(linter: &Linter, byte: usize) -> Option<Named> {
    let (entry, place) = here(linter, byte)?;
    let mentions = mentions(linter, entry).into_iter().map(|(range, _)| range).collect();
    Some(Named { place, definitions: Vec::new(), mentions })
}

/// Where the workspace's own lexicon has the phrase at a byte, with its words here.
pub fn origin(linter: &Linter, byte: usize) -> Option<(Range<usize>, Origin)> {
    let (entry, place) = here(linter, byte)?;
    Some((place, linter.lexicon().entries()[entry as usize].origin.clone()?))
}

/// The wording of the phrase at a byte, what it stands for, where it comes from, and how this draft writes it.
pub fn hover(linter: &Linter, byte: usize) -> Option<Hover> {
    let (index, range) = here(linter, byte)?;
    let entry = &linter.lexicon().entries()[index as usize];
    let mut parts = vec![format!("**提法**　{}", entry.canonical)];
    if !entry.members.is_empty() {
        parts.push(format!("即：{}", entry.members.join("；")));
    }
    parts.extend(life(entry));
    parts.push(format!("出处：{}", entry.source));
    let mut forms: BTreeMap<String, usize> = BTreeMap::new();
    let all = mentions(linter, index);
    all.iter().for_each(|(_, words)| *forms.entry(words.clone()).or_default() += 1);
    let said: Vec<String> = forms.iter().map(|(words, times)| format!("“{words}”{times}处")).collect();
    parts.push(format!("本稿共 {} 处：{}", all.len(), said.join("，")));
    Some(Hover { range, markdown: parts.join("\n\n") })
}

fn life(entry: &Entry) -> Option<String> {
    let since = entry.since.map(|since| format!("{since}提出"));
    let until = entry.until.map(|until| match &entry.replaced_by {
        Some(new) => format!("{until}以后为“{new}”"),
        None => format!("用到{until}"),
    });
    let both: Vec<String> = since.into_iter().chain(until).collect();
    (!both.is_empty()).then(|| both.join("，"))
}

/// Index of the entry that the words at a byte are a form of, and these words.
fn here(linter: &Linter, byte: usize) -> Option<(u32, Range<usize>)> {
    let paragraph = linter.draft().paragraph_at(byte)?;
    let all = in_paragraph(linter, paragraph).into_iter();
    let touched = all.filter(|(_, range, _)| range.start <= byte && byte <= range.end);
    // The longest, where one is in another.
    touched.max_by_key(|(_, range, _)| range.len()).map(|(entry, range, _)| (entry, range))
}

/// All mentions of an entry, with the words as the reader sees them.
fn mentions(linter: &Linter, wanted: u32) -> Vec<(Range<usize>, String)> {
    let all = (0..linter.draft().paragraphs().len()).flat_map(|paragraph| in_paragraph(linter, paragraph));
    all.filter(|(entry, ..)| *entry == wanted).map(|(_, range, words)| (range, words)).collect()
}

/// The mentions of a paragraph: entry, bytes of the text, words.
fn in_paragraph(linter: &Linter, paragraph: usize) -> Vec<(u32, Range<usize>, String)> {
    let draft = linter.draft();
    let raw = draft.paragraph_text(paragraph);
    let logical = Logical::new(&raw);
    let start = draft.paragraph_range(paragraph).start;
    let found = linter.lexicon().all_mentions(&logical.text).into_iter();
    let placed = found.map(|(entry, span)| {
        let bytes = logical.to_paragraph(span);
        (entry, start + bytes.start..start + bytes.end, logical.text[span.range()].to_owned())
    });
    placed.collect()
}
