//! Where a text mentions stock phrases.

use super::near::NearPlace;
use super::pattern::{FormKind, Pair};
use super::{Lexicon, Slip, entry::Entry};
use crate::syntax::Span;

/// A stock phrase in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mention {
    /// Index of the entry.
    pub entry: u32,
    pub said: Said,
    /// It stands in quotation marks.
    pub quoted: bool,
    /// It is explained here: 双减：…, 双减 指….
    pub explained: bool,
    /// It stands in the title of a document, 《…》.
    pub titled: bool,
    /// A line break of the file cuts it.
    pub wrapped: bool,
    pub span: Span,
}

/// How it is said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Said {
    /// In a form of the lexicon: index of the pattern.
    Form(u32),
    /// As a list of its members, all or nearly all, in another order: index of each and where it stands.
    Misordered(Box<[(u8, Span)]>),
    /// As a list of its members that lacks one.
    Incomplete(Box<[(u8, Span)]>),
    /// Nearly in its wording.
    Near(Box<NearMiss>),
}

/// A phrase with a slip in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NearMiss {
    pub slip: Slip,
    /// The slip is of a kind that hands, input methods and scans make, and does not read as words; others may be meant.
    pub sure: bool,
    pub written: Box<str>,
    /// The same without the slip, with the marks that the text has.
    pub right: Box<str>,
}

impl Mention {
    /// The same thing said, wherever it stands.
    pub fn same(&self, other: &Mention) -> bool {
        let items = |said: &Said| match said {
            Said::Form(pattern) => (*pattern, Vec::new(), None),
            Said::Misordered(items) => (0, items.iter().map(|(item, _)| *item).collect(), None),
            Said::Incomplete(items) => (1, items.iter().map(|(item, _)| *item).collect(), None),
            Said::Near(near) => (2, Vec::new(), Some(near.clone())),
        };
        let around =
            |mention: &Mention| (mention.entry, mention.quoted, mention.explained, mention.titled, mention.wrapped);
        around(self) == around(other) && items(&self.said) == items(&other.said)
    }
}

impl Lexicon {
    /// The phrases in a text that rules look at, in the order of their places. Of phrases that overlap, the first and
    /// longest counts; a right wording that no rule looks at only hides what is in it.
    pub fn mentions(&self, text: &str) -> Vec<Mention> {
        let mut forms: Vec<(Span, u32)> = Vec::new();
        let mut links: Vec<(usize, Pair)> = Vec::new();
        self.scanner.each_in(text, |range, index| {
            let (pattern, span) = (&self.patterns[index as usize], Span::new(range.start, range.end));
            if pattern.form.is_some() {
                forms.push((span, index));
            }
            links.extend(pattern.pairs.iter().map(|pair| (span.start, *pair)));
        });
        let others: Vec<Span> = forms.iter().map(|(span, _)| *span).collect();
        let mut found = self.said(text, forms);
        let places = self.near.find(text, &others).into_iter();
        found.extend(places.filter(|place| self.may_stand(text, place)).map(|place| self.near_miss(text, place)));
        for (entry, items) in runs(links) {
            found.extend(self.list(text, entry, items));
        }
        found.sort_by_key(|mention| mention.span);
        found
    }

    /// All places of a text that say a phrase, rightly or not, with its entry: those that rules look at and the others.
    pub fn all_mentions(&self, text: &str) -> Vec<(u32, Span)> {
        let watched = self.mentions(text).into_iter().map(|mention| (mention.entry, mention.span));
        let mut found: Vec<(u32, Span)> = watched.collect();
        for (entry, span) in self.near.exact(text) {
            let known = |(other, at): &(u32, Span)| *other == entry && at.start < span.end && span.start < at.end;
            if !found.iter().any(known) {
                found.push((entry, span));
            }
        }
        found.sort_by_key(|(_, span)| *span);
        found
    }

    fn said(&self, text: &str, mut hits: Vec<(Span, u32)>) -> Vec<Mention> {
        hits.sort_by_key(|(span, _)| (span.start, std::cmp::Reverse(span.end)));
        let mut found: Vec<Mention> = Vec::new();
        let mut behind = 0;
        for (span, pattern) in hits {
            let Some(form) = self.patterns[pattern as usize].form.as_ref().filter(|_| span.start >= behind) else {
                continue;
            };
            let entry = &self.entries[form.entry as usize];
            if !fits(entry, form.kind, &text[..span.start], &text[span.end..]) {
                continue;
            }
            behind = span.end;
            let right = matches!(form.kind, FormKind::Canonical | FormKind::Accepted);
            if right && (form.kind == FormKind::Accepted || !entry.is_watched()) {
                continue;
            }
            found.push(mention(text, form.entry, Said::Form(pattern), span));
        }
        found
    }

    /// Whether the words around a near miss leave it one: 坚持不解决 has nothing to do with 坚持不懈.
    fn may_stand(&self, text: &str, place: &NearPlace) -> bool {
        let entry = &self.entries[place.entry as usize];
        fits(entry, FormKind::Wrong, &text[..place.span.start], &text[place.span.end..])
    }

    fn near_miss(&self, text: &str, place: NearPlace) -> Mention {
        let NearPlace { entry, slip, sure, span, .. } = place;
        let written = &text[span.range()];
        let right = slip.undone(written, &self.entries[entry as usize].canonical).into();
        let near = NearMiss { slip, sure, written: written.into(), right };
        mention(text, entry, Said::Near(near.into()), span)
    }

    /// A run of members as a mention, when it is in another order or lacks one.
    fn list(&self, text: &str, entry: u32, items: Vec<(u8, Span)>) -> Option<Mention> {
        let data = &self.entries[entry as usize];
        let count = data.parts().len();
        let span = Span::new(items[0].1.start, items[items.len() - 1].1.end);
        let mut numbers: Vec<u8> = items.iter().map(|(item, _)| *item).collect();
        let ascending = numbers.is_sorted();
        numbers.sort_unstable();
        numbers.dedup();
        // Between other members it is a list of the writer's own.
        let alone =
            !text[..span.start].ends_with(['、', '和']) && !text[span.end..].starts_with(['、', '和', '及', '以']);
        let fits = fits(data, FormKind::Order, &text[..span.start], &text[span.end..]);
        if numbers.len() != items.len() || !alone || !fits {
            return None;
        }
        let enough = items.len() == count || (count >= 5 && items.len() + 1 == count);
        let said = if data.ordered && !ascending && enough {
            Said::Misordered(items.into())
        } else if data.whole && ascending && count >= 3 && items.len() + 1 == count && numbers[0] == 0 {
            Said::Incomplete(items.into())
        } else {
            return None;
        };
        Some(mention(text, entry, said, span))
    }
}

fn mention(text: &str, entry: u32, said: Said, span: Span) -> Mention {
    let (before, behind) = (&text[..span.start], &text[span.end..]);
    let near = before.char_indices().rev().nth(40).map_or(0, |(at, _)| at);
    let mark = before[near..].rfind(['“', '”', '‘', '’']);
    let open = mark.is_some_and(|at| before[near + at..].starts_with(['“', '‘']));
    let quoted = open || (before.ends_with('"') && behind.starts_with('"'));
    let explained = ["：", ":", "、", " ", "　", "指", "即"].iter().any(|mark| behind.starts_with(mark));
    let open = before[near..].rfind(['《', '》']);
    let titled = open.is_some_and(|at| before[near + at..].starts_with('《'));
    Mention { entry, said, quoted, explained, titled, wrapped: false, span }
}

/// Whether the words around a form leave it what it seems to be.
fn fits(entry: &Entry, kind: FormKind, before: &str, behind: &str) -> bool {
    match kind {
        FormKind::Accepted => true,
        // 农业部 is looked for because another name replaced it, and is not in 农业部门.
        FormKind::Canonical if entry.replaced_by.is_none() => true,
        // 增强“两个维护”的政治自觉 is another thing to strengthen.
        FormKind::Verb | FormKind::SoftVerb => !behind.starts_with('的'),
        _ => {
            !entry.not_after.iter().any(|guard| before.ends_with(guard.as_str()))
                && !entry.not_before.iter().any(|guard| behind.starts_with(guard.as_str()))
                && (entry.only_before.is_empty()
                    || entry.only_before.iter().any(|guard| behind.starts_with(guard.as_str())))
        }
    }
}

/// The runs of neighbouring members, of at least two.
fn runs(mut links: Vec<(usize, Pair)>) -> Vec<(u32, Vec<(u8, Span)>)> {
    links.sort_by_key(|(start, pair)| (pair.entry, *start, pair.step));
    let mut found: Vec<(u32, Vec<(u8, Span)>)> = Vec::new();
    for (start, pair) in links {
        let next = start + usize::from(pair.step);
        let second = (pair.second, Span::new(next, next + usize::from(pair.len)));
        match found.last_mut() {
            Some((entry, items)) if *entry == pair.entry && items.last().is_some_and(|last| last.1.start == start) => {
                items.push(second);
            }
            // A run that was extended holds this place already.
            Some((entry, items)) if *entry == pair.entry && items.iter().any(|item| item.1.start >= start) => {}
            _ => {
                let first = Span::new(start, next - usize::from(pair.between));
                found.push((pair.entry, vec![(pair.first, first), second]));
            }
        }
    }
    found
}
