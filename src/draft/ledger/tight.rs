//! A text without the spaces that typesetting puts around numbers: 收入 48.7 亿元. Words are looked for without them.

use std::borrow::Cow;

use super::Figure;
use crate::syntax::{Quantity, Span};
use crate::text::han::is_space;

/// Most spaces side by side that are none between words. More are those of a table.
const MOST: usize = 2;

/// A text without some of its spaces.
pub struct Tight<'t> {
    pub text: Cow<'t, str>,
    /// Where spaces were left out, in bytes of this text, and how many bytes up to there, in the order of the text.
    cuts: Vec<(usize, usize)>,
}

impl<'t> Tight<'t> {
    /// The same text where it has no such spaces.
    pub fn of(text: &'t str) -> Self {
        let mut tight = String::new();
        let (mut cuts, mut kept, mut cut) = (Vec::new(), 0, 0);
        let mut at = 0;
        while let Some(found) = text[at..].find([' ', '\u{A0}', '\u{3000}']).map(|found| at + found) {
            let rest = text[found..].trim_start_matches(is_space);
            let spaces = &text[found..text.len() - rest.len()];
            at = found + spaces.len();
            let before = text[..found].chars().next_back();
            if before.zip(rest.chars().next()).is_some_and(|(before, behind)| is_cut(before, spaces, behind)) {
                tight.push_str(&text[kept..found]);
                (kept, cut) = (at, cut + spaces.len());
                cuts.push((tight.len(), cut));
            }
        }
        if cuts.is_empty() {
            return Tight { text: Cow::Borrowed(text), cuts };
        }
        tight.push_str(&text[kept..]);
        Tight { text: Cow::Owned(tight), cuts }
    }

    /// Whether it has all its spaces.
    pub fn is_whole(&self) -> bool {
        self.cuts.is_empty()
    }

    /// A quantity of the whole text.
    pub fn quantity(&self, quantity: &Quantity) -> Quantity {
        Quantity { number: self.span(quantity.number), span: self.span(quantity.span), ..quantity.clone() }
    }

    /// A figure of the whole text.
    pub fn figure(&self, figure: &Figure) -> Figure {
        let low = figure.low.as_ref().map(|low| self.quantity(low));
        Figure { quantity: self.quantity(&figure.quantity), unit: self.span(figure.unit), low, ..figure.clone() }
    }

    /// A figure of this text in the whole one.
    pub fn figure_of_whole(&self, figure: Figure) -> Figure {
        let whole = |quantity: &Quantity| {
            let (number, span) = (self.span_of_whole(quantity.number), self.span_of_whole(quantity.span));
            Quantity { number, span, ..quantity.clone() }
        };
        let low = figure.low.as_ref().map(whole);
        Figure { quantity: whole(&figure.quantity), unit: self.span_of_whole(figure.unit), low, ..figure }
    }

    /// A span of this text in the whole one.
    pub fn span_of_whole(&self, span: Span) -> Span {
        let cut = |found: usize| found.checked_sub(1).map_or(0, |last| self.cuts[last].1);
        let start = span.start + cut(self.cuts.partition_point(|(at, _)| *at <= span.start));
        // What stands before spaces ends before them.
        let end = span.end + cut(self.cuts.partition_point(|(at, _)| *at < span.end));
        Span::new(start, end.max(start))
    }

    fn span(&self, span: Span) -> Span {
        Span::new(self.byte(span.start), self.byte(span.end))
    }

    /// The byte here of one of the whole text.
    fn byte(&self, byte: usize) -> usize {
        let found = self.cuts.partition_point(|(at, cut)| at + cut <= byte);
        let cut = found.checked_sub(1).map_or(0, |last| self.cuts[last].1);
        // Inside of spaces: where they were.
        self.cuts.get(found).map_or(byte - cut, |(at, _)| (byte - cut).min(*at))
    }
}

/// Whether spaces stand between words only for the eye.
fn is_cut(before: char, spaces: &str, behind: char) -> bool {
    let latin = |ch: char| ch.is_ascii_alphanumeric();
    spaces.chars().count() <= MOST
        && !spaces.contains(['\n', '\t'])
        && !(latin(before) && latin(behind))
        && before != '\n'
        && behind != '\n'
}
