//! The lines that are shown of a finding: its own, and those of its related places.

use std::ops::Range;

use annotate_snippets::{Annotation, AnnotationKind};

use super::Checked;
use super::window::Window;
use crate::rules::{Finding, Related};

/// Related places further away than this many lines are named, not shown.
const NEAR: usize = 2000;

/// The lines around a finding that are shown, with what is marked in them.
pub struct Excerpt<'a> {
    /// Line (from 0) and what is shown of it, in order.
    lines: Vec<(usize, Window)>,
    /// Index in `lines`, bytes of that window, what is said there.
    marks: Vec<(usize, Range<usize>, Option<&'a str>)>,
    /// Related places that are not among the lines.
    pub elsewhere: Vec<&'a Related>,
}

impl<'a> Excerpt<'a> {
    /// The line of a finding (from 0) and those of its related places.
    pub fn new(checked: &Checked<'_>, finding: &'a Finding, line: usize) -> Self {
        let text = checked.text();
        let cut = |line: usize, place: &Range<usize>| Window::new(text, text.line_range(line), place.clone());
        let mut lines = vec![(line, cut(line, &finding.place))];
        for related in &finding.related {
            let at = text.line_of_byte(related.place.start);
            if at.abs_diff(line) <= NEAR && lines.iter().all(|(known, _)| *known != at) {
                lines.push((at, cut(at, &related.place)));
            }
        }
        lines.sort_by_key(|(line, _)| *line);
        // One line between two others is shown too; it takes no more room than dots would.
        for index in (1..lines.len()).rev() {
            let (before, after) = (lines[index - 1].0, lines[index].0);
            if after - before == 2 {
                let start = text.byte_of_line(before + 1);
                lines.insert(index, (before + 1, cut(before + 1, &(start..start))));
            }
        }
        let mut excerpt = Excerpt { lines, marks: Vec::new(), elsewhere: Vec::new() };
        excerpt.mark(line, &finding.place, None);
        for related in &finding.related {
            if !excerpt.mark(text.line_of_byte(related.place.start), &related.place, Some(&related.message)) {
                excerpt.elsewhere.push(related);
            }
        }
        excerpt
    }

    /// Marks a place if it is shown.
    fn mark(&mut self, line: usize, place: &Range<usize>, label: Option<&'a str>) -> bool {
        let Ok(index) = self.lines.binary_search_by_key(&line, |(line, _)| *line) else { return false };
        let Some(range) = self.lines[index].1.locate(place) else { return false };
        self.marks.push((index, range, label));
        true
    }

    /// First line shown, from 0.
    pub fn first(&self) -> usize {
        self.lines.first().map_or(0, |(line, _)| *line)
    }

    /// Last line shown, from 0.
    pub fn last(&self) -> usize {
        self.lines.last().map_or(0, |(line, _)| *line)
    }

    /// The lines, with empty ones in place of those that are not shown, so that the library numbers them rightly and
    /// folds the rest.
    pub fn source(&self) -> String {
        let mut source = String::new();
        let mut at = self.first();
        for (line, window) in &self.lines {
            source.extend(std::iter::repeat_n('\n', line - at));
            source.push_str(&window.shown);
            at = *line;
        }
        source
    }

    /// What is marked, in bytes of [`Excerpt::source`].
    pub fn annotations(&self) -> impl Iterator<Item = Annotation<'a>> + '_ {
        let starts: Vec<usize> = self
            .lines
            .iter()
            .scan((0, self.first()), |(byte, at), (line, window)| {
                let start = *byte + (line - *at);
                (*byte, *at) = (start + window.shown.len(), *line);
                Some(start)
            })
            .collect();
        self.marks.iter().map(move |(index, range, label)| {
            let kind = if label.is_none() { AnnotationKind::Primary } else { AnnotationKind::Context };
            kind.span(starts[*index] + range.start..starts[*index] + range.end).label(*label)
        })
    }
}
