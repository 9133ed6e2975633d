//! The indicators of a draft: where the one under the cursor has another value, and all of them by name.

use std::ops::Range;

use super::references::{Named, touches};
use crate::draft::ledger::{Figure, Period, Relation, Timeline, figures, leads};
use crate::draft::{Draft, Meeting, Passage, Span};
use crate::rules::Linter;
use crate::syntax::logical::Logical;
use crate::syntax::sentence::around;

/// Bytes of the longest draft the years of whose figures are told: for them its every paragraph is read.
const DATED: usize = 1 << 18;
/// Characters at the head of a name, and at its end, that a paragraph must have in which it stands: between the two
/// there may be a number (新建12所卫生院) or the names of others (城镇和农村居民收入).
const ENDS: usize = 2;
/// Bytes of the longest draft whose indicators are listed: every character of a query asks for the list again.
const LISTED: usize = 1 << 20;
/// Characters between the name of an indicator and its number that are shown as one mention.
const APART: usize = 12;

/// A figure of an indicator, in its draft.
#[derive(Debug, Clone)]
pub struct Mention {
    pub figure: Figure,
    pub paragraph: usize,
    /// Digits, 万 or 亿, and measure word: as written, and in bytes of the text.
    pub words: String,
    pub range: Range<usize>,
    /// The name of the indicator before it in its sentence, where it stands there as one.
    pub name: Option<Range<usize>>,
}

/// An indicator with a value, for a list to search in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// 一般公共预算收入 142.9亿元（2025年）
    pub name: String,
    /// The sentence.
    pub words: String,
    /// Digits, 万 or 亿, and measure word, in bytes of the text.
    pub range: Range<usize>,
}

/// The indicator whose name or number stands at a byte, with all its figures.
pub fn at(linter: &Linter, byte: usize) -> Option<Named> {
    let draft = linter.draft();
    let here = here(draft, &Meeting::of(draft), byte)?;
    let place =
        [here.name.clone(), Some(here.range.clone())].into_iter().flatten().find(|range| touches(range, byte))?;
    let all = mentions(draft, &Meeting::of(draft), &here.figure);
    let mentions: Vec<Range<usize>> = all.iter().map(|mention| mention.whole(draft)).collect();
    (mentions.len() > 1).then_some(Named { place, definitions: Vec::new(), mentions })
}

/// The figure at a byte, or of the indicator named there.
pub fn here(draft: &Draft, meeting: &Meeting, byte: usize) -> Option<Mention> {
    let own = in_paragraph(draft, meeting, draft.paragraph_at(byte)?);
    let number = own.iter().find(|mention| touches(&mention.range, byte));
    let named = || own.iter().find(|mention| mention.name.as_ref().is_some_and(|name| touches(name, byte)));
    number.or_else(named).cloned()
}

/// All figures of an indicator, in the order of the text.
pub fn mentions(draft: &Draft, meeting: &Meeting, figure: &Figure) -> Vec<Mention> {
    if figure.subject.is_empty() {
        return Vec::new();
    }
    let text = draft.text().to_string();
    let name = &figure.subject;
    let head = name.char_indices().nth(ENDS).map_or(name.len(), |(at, _)| at);
    let tail = name.char_indices().nth_back(ENDS - 1).map_or(0, |(at, _)| at);
    let has_ends = |words: &str| words.contains(&name[..head]) && words.contains(&name[tail..]);
    let may_have = |paragraph: &usize| {
        let words = &text[draft.paragraph_range(*paragraph)];
        has_ends(words) || (words.trim_end().contains(['\n', '\r']) && has_ends(&Logical::new(words).text))
    };
    let near = (0..draft.paragraphs().len()).filter(may_have);
    let all = near.flat_map(|paragraph| in_paragraph(draft, meeting, paragraph));
    all.filter(|other| is_same(&other.figure, figure)).collect()
}

/// The figures of a draft by name, value and year; none of one that is no single draft but many in a file.
pub fn entries(draft: &Draft) -> Vec<Entry> {
    if draft.text().len_bytes() > LISTED {
        return Vec::new();
    }
    let meeting = Meeting::of(draft);
    let timeline = Timeline::of(draft, &meeting, &leads(draft, &meeting));
    let all = (0..draft.paragraphs().len()).flat_map(|paragraph| in_paragraph(draft, &meeting, paragraph));
    let entry = |mention: Mention| {
        let period = timeline.resolve(mention.figure.when, mention.paragraph);
        let period = period.map_or(String::new(), |period| format!("（{period}）"));
        let (scope, indicator) = (mention.figure.scope, &mention.figure.indicator);
        let name = format!("{scope}{indicator} {}{period}", mention.words);
        let raw = draft.paragraph_text(mention.paragraph);
        let start = draft.paragraph_range(mention.paragraph).start;
        let sentence = around(&raw, mention.range.start - start);
        let words = Logical::new(&raw[sentence.range()]).text.trim().to_owned();
        (!indicator.is_empty()).then_some(Entry { name, words, range: mention.range })
    };
    all.filter_map(entry).collect()
}

/// Whether the name of an entry has the words of a query, white space left out.
pub fn matches(entry: &Entry, query: &str) -> bool {
    let wanted: String = query.split_whitespace().collect();
    entry.name.replace(' ', "").contains(&wanted)
}

/// The years of figures, where the draft is no longer than drafts are.
pub fn timeline(draft: &Draft, meeting: &Meeting) -> Option<Timeline> {
    let short = draft.text().len_bytes() <= DATED;
    short.then(|| Timeline::of(draft, meeting, &leads(draft, meeting)))
}

impl Mention {
    /// 增长5.1%（2025年）
    pub fn value(&self, period: Option<Period>) -> String {
        let change = self.figure.indicator.strip_prefix(&self.figure.subject).unwrap_or_default();
        let change = if self.figure.relation == Relation::Level { "" } else { change };
        let period = period.map_or(String::new(), |period| format!("（{period}）"));
        format!("{change}{}{period}", self.words)
    }

    /// Name and number where they stand together, else the number.
    fn whole(&self, draft: &Draft) -> Range<usize> {
        let start = self.name.as_ref().filter(|name| {
            let between = draft.text().slice(name.end..self.range.start);
            between.chars().count() <= APART && !between.chars().any(|ch| ch.is_ascii_digit())
        });
        start.map_or(self.range.start, |name| name.start)..self.range.end
    }
}

/// The same thing of the same place: 全市 is what is meant without a word, 市本级 is another.
fn is_same(one: &Figure, other: &Figure) -> bool {
    let own = |figure: &Figure| if figure.scope.ends_with("本级") { figure.scope } else { "" };
    one.subject == other.subject && own(one) == own(other)
}

fn in_paragraph(draft: &Draft, meeting: &Meeting, paragraph: usize) -> Vec<Mention> {
    let raw = draft.paragraph_text(paragraph);
    let passage = Passage::new(&draft.paragraphs()[paragraph], &raw, meeting);
    let start = draft.paragraph_range(paragraph).start;
    let text = passage.text();
    let placed = |span: Span| {
        let span = passage.span(span);
        start + span.start..start + span.end
    };
    let mention = |figure: Figure| {
        let quantity = &figure.quantity;
        let sentence = around(text, quantity.number.start);
        let head = &text[sentence.start..quantity.number.start];
        let name = head.rfind(&figure.subject).filter(|_| !figure.subject.is_empty()).map(|at| sentence.start + at);
        let name = name.map(|at| placed(Span::new(at, at + figure.subject.len())));
        let (words, range) = (text[quantity.span.range()].to_owned(), placed(quantity.span));
        Mention { figure, paragraph, words, range, name }
    };
    figures(&passage).into_iter().map(mention).collect()
}
