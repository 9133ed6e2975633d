//! The JSON formats: one object for each finding, in an array or each on a line. Its shape is a contract.

use std::ops::Range;

use serde::Serialize;

use super::Checked;
use crate::rules::{Finding, Fix};
use crate::text::{PositionEncoding, Text};

/// One finding.
#[derive(Serialize)]
pub struct Entry<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    path: Option<&'a str>,
    rule: &'a str,
    severity: &'a str,
    message: &'a str,
    range: Span,
    /// Section and paragraph, for documents: their lines exist only in the text that was read from them.
    #[serde(skip_serializing_if = "Option::is_none")]
    place: Option<String>,
    related: Vec<RelatedEntry<'a>>,
    fix: Option<FixEntry<'a>>,
    /// Other fixes that a person may choose.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    alternatives: Vec<FixEntry<'a>>,
}

impl Entry<'_> {
    /// The same finding, of a draft that is no file.
    pub fn without_path(mut self) -> Self {
        let own = self.related.iter_mut().filter(|related| related.path == self.path);
        own.for_each(|related| related.path = None);
        self.path = None;
        self
    }
}

#[derive(Serialize)]
struct RelatedEntry<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    path: Option<&'a str>,
    message: &'a str,
    range: Span,
}

#[derive(Serialize)]
struct FixEntry<'a> {
    title: &'a str,
    applicability: &'a str,
    edits: Vec<EditEntry<'a>>,
}

/// Bytes from 0 in the text decoded to UTF-8, without a byte order mark.
#[derive(Serialize)]
struct EditEntry<'a> {
    start_byte: usize,
    end_byte: usize,
    text: &'a str,
}

#[derive(Serialize)]
struct Span {
    start: Point,
    end: Point,
}

/// Line and column from 1, the column in Unicode characters; byte from 0.
#[derive(Serialize)]
struct Point {
    line: usize,
    column: usize,
    byte: usize,
}

/// The objects of one draft with something between them.
pub fn part(checked: &Checked<'_>, between: &str) -> String {
    let entries = entries(checked);
    // Strings and numbers always have a JSON form.
    entries.filter_map(|entry| serde_json::to_string(&entry).ok()).collect::<Vec<_>>().join(between)
}

/// The objects of one draft, each on a line of its own.
pub fn lines(checked: &Checked<'_>) -> String {
    let lines = part(checked, "\n");
    if lines.is_empty() { lines } else { lines + "\n" }
}

/// The findings of one draft.
pub fn entries<'a>(checked: &Checked<'a>) -> impl Iterator<Item = Entry<'a>> {
    checked.findings.iter().map(|finding| entry(checked, finding))
}

fn entry<'a>(checked: &Checked<'a>, finding: &'a Finding) -> Entry<'a> {
    let related = finding.related.iter().map(|related| RelatedEntry {
        path: Some(checked.path),
        message: &related.message,
        range: span(checked.text(), &related.place),
    });
    let outside = finding.outside.iter().map(|outside| RelatedEntry {
        path: Some(&outside.reference.name),
        message: &outside.message,
        range: span(&outside.reference.text, &outside.range),
    });
    Entry {
        path: Some(checked.path),
        rule: finding.rule.name,
        severity: finding.severity.name(),
        message: &finding.message,
        range: span(checked.text(), &finding.place),
        place: checked.pages.map(|pages| pages.place(checked.text(), finding.place.start)),
        related: related.chain(outside).collect(),
        fix: finding.fix.as_ref().map(fix),
        alternatives: finding.alternatives.iter().map(fix).collect(),
    }
}

fn fix(fix: &Fix) -> FixEntry<'_> {
    let edits = fix.edits.iter();
    FixEntry {
        title: &fix.title,
        applicability: fix.applicability.name(),
        edits: edits.map(|(range, text)| EditEntry { start_byte: range.start, end_byte: range.end, text }).collect(),
    }
}

fn span(text: &Text, range: &Range<usize>) -> Span {
    Span { start: point(text, range.start), end: point(text, range.end) }
}

fn point(text: &Text, byte: usize) -> Point {
    let position = text.position_of(byte, PositionEncoding::Utf32);
    Point { line: position.line + 1, column: position.column + 1, byte }
}
