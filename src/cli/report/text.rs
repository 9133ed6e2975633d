//! The format for people: the line with its place marked, what is wrong, why, and what to write.

use std::ops::Range;

use annotate_snippets::renderer::{AnsiColor, DEFAULT_TERM_WIDTH, Effects, Style};
use annotate_snippets::{
    Annotation, AnnotationKind, Group, Level, Message, Renderer, Snippet, normalize_untrusted_str,
};

use super::Checked;
use super::window::Window;
use crate::config::Severity;
use crate::rules::{Applicability, Finding, Fix, Related};
use crate::text::PositionEncoding;

/// Related places further away than this many lines are named, not shown.
const NEAR: usize = 2000;

/// All findings of one draft, a blank line after each.
pub fn part(checked: &Checked<'_>) -> String {
    let renderer = Renderer::styled().term_width(DEFAULT_TERM_WIDTH * 4).line_num(GUTTER);
    checked.findings.iter().map(|finding| one(checked, finding, &renderer)).collect()
}

const GUTTER: Style = AnsiColor::BrightBlue.on_default().effects(Effects::BOLD);

fn one(checked: &Checked<'_>, finding: &Finding, renderer: &Renderer) -> String {
    let position = checked.text.position_of(finding.place.start, PositionEncoding::Utf32);
    let excerpt = Excerpt::new(checked, finding, position.line);
    let source = excerpt.source();
    let snippet = Snippet::source(source.as_str()).line_start(excerpt.first() + 1).annotations(excerpt.annotations());
    let title = level(finding.severity).primary_title(finding.message.as_str()).id(finding.rule.name);
    let mut group: Group<'_> = title.element(snippet);
    for related in &excerpt.elsewhere {
        group = group.element(note(checked, related));
    }
    if let Some(fix) = &finding.fix {
        group = group.element(advice(fix, checked.unsafe_fixes));
    }
    let rendered = renderer.render(&[group]);
    // The library would count columns in the cut line, so the place is written here, below the title.
    let gutter = (excerpt.last() + 1).to_string().len();
    let place = format!("{}:{}:{}", normalize_untrusted_str(checked.path), position.line + 1, position.column + 1);
    let (title, body) = rendered.split_once('\n').unwrap_or((&rendered, ""));
    format!("{title}\n{:gutter$}{GUTTER}-->{GUTTER:#} {place}\n{body}\n\n", "")
}

/// The lines around a finding that are shown, with what is marked in them.
struct Excerpt<'a> {
    /// Line (from 0) and what is shown of it, in order.
    lines: Vec<(usize, Window)>,
    /// Index in `lines`, bytes of that window, what is said there.
    marks: Vec<(usize, Range<usize>, Option<&'a str>)>,
    /// Related places that are not among the lines.
    elsewhere: Vec<&'a Related>,
}

impl<'a> Excerpt<'a> {
    fn new(checked: &Checked<'_>, finding: &'a Finding, line: usize) -> Self {
        let text = checked.text;
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

    fn first(&self) -> usize {
        self.lines.first().map_or(0, |(line, _)| *line)
    }

    fn last(&self) -> usize {
        self.lines.last().map_or(0, |(line, _)| *line)
    }

    /// The lines, with empty ones in place of those that are not shown, so that the library numbers them rightly and
    /// folds the rest.
    fn source(&self) -> String {
        let mut source = String::new();
        let mut at = self.first();
        for (line, window) in &self.lines {
            source.extend(std::iter::repeat_n('\n', line - at));
            source.push_str(&window.shown);
            at = *line;
        }
        source
    }

    fn annotations(&self) -> impl Iterator<Item = Annotation<'a>> + '_ {
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

fn note<'a>(checked: &Checked<'_>, related: &Related) -> Message<'a> {
    let position = checked.text.position_of(related.place.start, PositionEncoding::Utf32);
    let message = format!("第 {} 行第 {} 字：{}", position.line + 1, position.column + 1, related.message);
    Level::NOTE.with_name("另见").message(message)
}

fn advice<'a>(fix: &Fix, unsafe_fixes: bool) -> Message<'a> {
    let how = match (fix.applicability, unsafe_fixes) {
        (Applicability::Safe, _) => "（可用 --fix 自动改）",
        (Applicability::Unsafe, true) => "（可用 --fix --unsafe-fixes 自动改）",
        (Applicability::Unsafe, false) => "（须人工判断）",
    };
    Level::HELP.with_name("建议").message(format!("{}{how}", fix.title))
}

fn level(severity: Severity) -> Level<'static> {
    let level = match severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Info => Level::INFO,
        Severity::Hint => Level::HELP,
    };
    level.with_name(severity.title())
}
