//! Which findings the marks of a draft let pass, and which marks do so.

use std::ops::Range;

use super::Rule;
use crate::config::selects;
use crate::draft::{Draft, Place, Span};
use crate::syntax::suppression::{Name, Reach, Suppression, stripped};

/// The marks of a draft, with the text that each reaches.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Suppressed {
    /// In the order of the text.
    pub marks: Vec<Mark>,
}

/// A mark in its draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    pub paragraph: usize,
    pub mark: Suppression,
    /// Bytes of the text where findings pass; `None` where it reaches nothing.
    pub range: Option<Range<usize>>,
    /// For each of its names, whether a finding was let pass by it.
    pub used: Vec<bool>,
    /// A beginning without its end, or an end without its beginning.
    pub single: bool,
    /// The mark with the whole line that it stands alone on, in bytes of its paragraph.
    pub line: Span,
}

impl Suppressed {
    /// The marks of a draft.
    pub fn of(draft: &Draft) -> Self {
        let mut marks = Vec::new();
        for (paragraph, parsed) in draft.paragraphs().iter().enumerate() {
            marks.extend(parsed.suppressions.iter().map(|mark| Mark::new(draft, paragraph, mark)));
        }
        let mut suppressed = Suppressed { marks };
        suppressed.pair(draft.text().len_bytes());
        suppressed
    }

    /// Whether a finding of a rule at bytes of the text passes.
    pub fn hides(&self, rule: &Rule, place: &Range<usize>) -> bool {
        self.marks.iter().any(|mark| mark.hides(rule, place).next().is_some())
    }

    /// Takes names as used where nothing can be said of that, because none of their rules runs.
    pub fn excuse(&mut self, unchecked: impl Fn(&str) -> bool) {
        for mark in &mut self.marks {
            for (name, used) in mark.mark.names.iter().zip(&mut mark.used) {
                *used |= unchecked(&name.text);
            }
        }
    }

    /// Notes that there is a finding of a rule at bytes of the text.
    pub fn note(&mut self, rule: &Rule, place: &Range<usize>) {
        for mark in &mut self.marks {
            let by: Vec<usize> = mark.hides(rule, place).collect();
            by.into_iter().for_each(|name| mark.used[name] = true);
        }
    }

    /// Gives beginnings the text up to their ends. An end without names ends what began last.
    fn pair(&mut self, len: usize) {
        let mut open: Vec<usize> = Vec::new();
        for at in 0..self.marks.len() {
            match self.marks[at].mark.reach {
                Reach::Begin => open.push(at),
                Reach::End => match self.opened(&open, at) {
                    Some(index) => {
                        let begin = open.remove(index);
                        let end = self.marks[at].range.take().map_or(len, |range| range.end);
                        self.marks[begin].ends(end);
                    }
                    None => self.marks[at].single = true,
                },
                _ => {}
            }
        }
        for begin in open {
            self.marks[begin].ends(len);
            self.marks[begin].single = true;
        }
    }

    /// Which of the open beginnings an end ends: the last one with its names.
    fn opened(&self, open: &[usize], end: usize) -> Option<usize> {
        let texts = |mark: &Mark| mark.mark.names.iter().map(|name| name.text.clone()).collect::<Vec<_>>();
        let names = texts(&self.marks[end]);
        open.iter().rposition(|begin| names.is_empty() || texts(&self.marks[*begin]) == names)
    }
}

impl Mark {
    fn new(draft: &Draft, paragraph: usize, mark: &Suppression) -> Self {
        let text = draft.text();
        let start = draft.paragraph_range(paragraph).start;
        let own = start + mark.span.start..start + mark.span.end;
        let number = text.line_of_byte(own.start);
        let range = match mark.reach {
            Reach::Line if mark.alone => next_line(draft, number),
            Reach::Line => Some(text.line_range(number)),
            Reach::File => Some(0..text.len_bytes()),
            Reach::Begin | Reach::End => Some(own.clone()),
            Reach::Unknown => None,
        };
        let whole = text.byte_of_line(number)..text.byte_of_line(number + 1);
        let line = if mark.alone && stands_alone(mark, &own, &text.line_range(number), draft) { whole } else { own };
        Mark {
            paragraph,
            used: vec![false; mark.names.len()],
            mark: mark.clone(),
            range,
            single: false,
            line: Span::new(line.start - start, line.end - start),
        }
    }

    /// Where a finding about it stands.
    pub fn place(&self) -> Place {
        Place::bytes(self.paragraph, self.mark.span)
    }

    /// Where a finding about one of its names stands.
    pub fn place_of(&self, name: &Name) -> Place {
        Place::bytes(self.paragraph, name.span)
    }

    fn ends(&mut self, end: usize) {
        self.range = self.range.take().map(|range| range.start..end);
    }

    /// Its names by which a finding passes.
    fn hides<'a>(&'a self, rule: &'a Rule, place: &Range<usize>) -> impl Iterator<Item = usize> + 'a {
        let reached = self.mark.reach != Reach::End
            && self.range.as_ref().is_some_and(|range| place.start <= range.end && range.start <= place.end);
        let names =
            self.mark.names.iter().enumerate().filter(move |(_, name)| reached && selects(&name.text, rule.name));
        names.map(|(at, _)| at)
    }
}

/// The next line that has text besides marks.
fn next_line(draft: &Draft, number: usize) -> Option<Range<usize>> {
    let text = draft.text();
    let mut lines = (number + 1..text.len_lines()).map(|line| text.line_range(line));
    lines.find(|line| !stripped(&text.slice(line.clone())).trim().is_empty())
}

/// Whether no other mark shares its line either.
fn stands_alone(mark: &Suppression, own: &Range<usize>, line: &Range<usize>, draft: &Draft) -> bool {
    let blank = |range: Range<usize>| draft.text().slice(range).trim().is_empty();
    mark.alone && blank(line.start..own.start) && blank(own.end..line.end)
}
