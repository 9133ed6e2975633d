//! What a figure is of, from the words around it.
//!
//! [`clause`] takes the words before a number, [`lead`] and [`trail`] take off what is no part of the indicator,
//! [`noun`] adds what stands behind the number, [`relation`] says how the number relates to it, and [`list`] shares the
//! numbers of a list out to its subjects.

mod clause;
mod lead;
mod list;
mod noun;
mod relation;
mod trail;

use super::Relation;
use super::words::PREDICATES;
use crate::syntax::sentence::around;
use crate::syntax::{Quantity, Span};
use crate::text::han::is_han;
use list::List;
use relation::Words;

/// The words of a figure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Read {
    pub subject: String,
    pub indicator: String,
    pub relation: Relation,
    pub scope: &'static str,
    /// The noun told behind the number.
    pub noun: String,
    /// It stands in brackets.
    inside: bool,
    end: usize,
}

/// The words of the figures of a text.
pub fn read(text: &str, figures: &[&Quantity]) -> Vec<Read> {
    let mut reads: Vec<Read> = Vec::with_capacity(figures.len());
    let mut list = List::default();
    for (index, figure) in figures.iter().enumerate() {
        let joined = index > 0 && list::is_joint(&text[figures[index - 1].span.end..figure.number.start]);
        let read = list.next(joined).unwrap_or_else(|| {
            let read = one(text, figure, &reads);
            list.share_out(text, &figures[index..], &read).unwrap_or(read)
        });
        reads.push(Read { end: figure.span.end, ..read });
    }
    reads
}

/// The figures told before one in its sentence.
#[derive(Clone, Copy, Default)]
struct Before<'a> {
    /// The nearest.
    nearest: Option<&'a Read>,
    /// The last one, unless it stands in brackets and this one does not.
    last: Option<&'a Read>,
    /// The last one that is no part of another.
    main: Option<&'a Read>,
}

impl<'a> Before<'a> {
    fn of(reads: &'a [Read], sentence: Span, inside: bool) -> Self {
        let own = || reads.iter().rev().take_while(|read| read.end > sentence.start);
        let seen = || own().filter(|read| inside || !read.inside);
        Before { nearest: own().next(), last: seen().next(), main: seen().find(|read| read.relation != Relation::Part) }
    }
}

fn one(text: &str, figure: &Quantity, reads: &[Read]) -> Read {
    let start = figure.number.start;
    let sentence = around(text, start);
    let from = reads.last().map_or(sentence.start, |read| read.end).max(sentence.start);
    let (inside, head) = clause::words(&text[sentence.start..start], from - sentence.start);
    let before = Before::of(reads, sentence, inside);
    let noun = noun::behind(text, figure);
    let listed = from > sentence.start && is_item(&text[from..start]);
    let head = match noun.is_empty() {
        true => behind_noun(&head, before.nearest),
        false => own_item(behind_noun(own_part(&head), before.nearest), listed),
    };
    let words = Words::of(head, figure);
    let mut read = words.read(figure, before, &noun);
    if read.scope.is_empty() {
        read.scope = before.last.map_or("", |before| before.scope);
    }
    if read.subject.is_empty() && read.indicator.is_empty() {
        read.indicator = elsewhere(text, figure, sentence);
        read.subject = read.indicator.clone();
    }
    Read { noun, inside, end: figure.span.end, ..read }
}

/// Whether what stands between two numbers is the rest of a list: 3个城市片区、|改造4个小区.
fn is_item(gap: &str) -> bool {
    gap.contains('、') && !gap.contains(['，', ','])
}

/// 3个城市片区和4个融合片区: what stands between is the noun of the number before.
fn own_part(head: &str) -> &str {
    if head.ends_with(['和', '与', '及', '、']) { "" } else { head }
}

fn own_item(head: &str, listed: bool) -> &str {
    head.rsplit_once('、').filter(|_| listed).map_or(head, |(_, last)| last)
}

/// 帮助12家|企业|获得贷款3亿元: without the noun of the number before and the verb behind it.
fn behind_noun<'a>(head: &'a str, nearest: Option<&Read>) -> &'a str {
    let noun = nearest.map_or("", |read| read.noun.as_str());
    let Some(rest) = head.strip_prefix(noun).filter(|_| !noun.is_empty()) else { return head };
    let verb = PREDICATES.iter().filter(|word| rest.starts_with(**word)).max_by_key(|word| word.len());
    verb.map_or(rest, |word| &rest[word.len()..])
}

/// The words of a number whose own clause has none: those of the clause before, or else those behind it.
fn elsewhere(text: &str, figure: &Quantity, sentence: Span) -> String {
    let head = &text[sentence.start..figure.number.start];
    let clause = clause::earlier(&head[..head.rfind(['，', ',', '：', ':']).unwrap_or(0)]);
    let rest = || text[figure.span.end..].chars().take(noun::LONGEST).take_while(|ch| is_han(*ch)).collect();
    if clause.is_empty() { rest() } else { clause }
}
