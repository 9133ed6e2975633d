//! What is shown of a draft's findings: the worst ones, with lines and columns.

use std::cmp::Reverse;
use std::ops::Range;

use crate::config::Severity;
use crate::rules::{Finding, Linter, Rule};
use crate::text::{Position, PositionEncoding, Text};

/// How many findings of one draft are shown at most. Editors slow down with thousands, and each change sends all.
pub const LIMIT: usize = 300;

/// A finding as it is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    pub range: Range<Position>,
    pub severity: Severity,
    /// None for the note that not all are shown.
    pub rule: Option<&'static Rule>,
    pub message: String,
    pub related: Vec<(Range<Position>, String)>,
}

/// The list last shown of one draft, and what it is called.
#[derive(Debug, Default)]
pub struct Shown {
    items: Vec<Item>,
    /// Counts the lists that differed from the one before.
    edition: u64,
}

impl Shown {
    /// Brings the list up to date.
    pub fn update(&mut self, linter: Option<&Linter>, encoding: PositionEncoding) {
        let items = linter.map(|linter| items(linter, encoding)).unwrap_or_default();
        if self.items != items {
            self.items = items;
            self.edition += 1;
        }
    }

    /// In the order of their places.
    pub fn items(&self) -> &[Item] {
        &self.items
    }

    /// The same number means the same list.
    pub fn edition(&self) -> u64 {
        self.edition
    }
}

fn items(linter: &Linter, encoding: PositionEncoding) -> Vec<Item> {
    let mut findings = linter.findings();
    let hidden = findings.len().saturating_sub(LIMIT);
    if hidden > 0 {
        findings.sort_by_key(|finding| Reverse(finding.severity));
        findings.truncate(LIMIT);
        findings.sort_by_key(|finding| (finding.place.start, finding.place.end));
    }
    let text = linter.draft().text();
    let shown = findings.into_iter().map(|finding| item(finding, text, encoding));
    note(hidden).into_iter().chain(shown).collect()
}

/// A finding with lines and columns.
pub fn item(finding: Finding, text: &Text, encoding: PositionEncoding) -> Item {
    let at = |place: &Range<usize>| text.position_of(place.start, encoding)..text.position_of(place.end, encoding);
    Item {
        range: at(&finding.place),
        severity: finding.severity,
        rule: Some(finding.rule),
        message: finding.message,
        related: finding.related.into_iter().map(|related| (at(&related.place), related.message)).collect(),
    }
}

fn note(hidden: usize) -> Option<Item> {
    (hidden > 0).then(|| Item {
        range: Position::default()..Position::default(),
        severity: Severity::Info,
        rule: None,
        message: format!("另有 {hidden} 处未列出：编辑器里只列最要紧的 {LIMIT} 处，hegao lint 列出全部"),
        related: Vec::new(),
    })
}
