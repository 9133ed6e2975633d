//! What is shown of a draft's findings: the worst ones, with lines and columns.

use std::collections::HashMap;
use std::ops::Range;

use super::uri::file_uri;
use crate::config::Severity;
use crate::draft::{Dirty, Draft};
use crate::rules::{Finding, Linter, Outside, Place, Rule};
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
    /// The same in other files, by their URIs.
    pub outside: Vec<(String, Range<Position>, String)>,
}

/// The list last shown of one draft, and what it is called.
///
/// Lines and columns are counted once for each place and kept, relative to its paragraph, until that paragraph
/// changes: a keystroke in a long draft counts again only where it was typed, and moves the rest by whole lines (a
/// paragraph begins at the start of a line).
#[derive(Debug, Default)]
pub struct Shown {
    items: Vec<Item>,
    /// Counts the lists that differed from the one before.
    edition: u64,
    counted: HashMap<Place, Range<Position>>,
    /// Where the items stand, without the note; their lines may have moved since.
    places: Vec<Places>,
    /// Of the findings that the items show; `None` when they are of another text.
    revision: Option<u64>,
}

/// Places of an item and of what is related to it.
#[derive(Debug)]
struct Places {
    place: Place,
    related: Vec<Place>,
}

impl Shown {
    /// Forgets what was counted in paragraphs that have changed.
    pub fn edited(&mut self, dirty: &Dirty) {
        let moved = dirty.old.len() != dirty.new.len();
        self.counted
            .retain(|place, _| place.paragraph < dirty.old.start || (!moved && dirty.old.end <= place.paragraph));
    }

    /// Forgets all that was counted: the text is another.
    pub fn replaced(&mut self) {
        self.counted.clear();
        self.revision = None;
    }

    /// Brings the list up to date.
    pub fn update(&mut self, linter: Option<&Linter>, encoding: PositionEncoding) {
        let revision = linter.map(Linter::revision);
        let changed = match linter.filter(|_| revision == self.revision) {
            Some(linter) => self.move_items(linter.draft(), encoding),
            None => {
                let items = linter.map(|linter| self.list(linter, encoding)).unwrap_or_default();
                let before = std::mem::replace(&mut self.items, items);
                before != self.items
            }
        };
        self.revision = revision;
        self.edition += u64::from(changed);
    }

    /// In the order of their places.
    pub fn items(&self) -> &[Item] {
        &self.items
    }

    /// The same number means the same list.
    pub fn edition(&self) -> u64 {
        self.edition
    }

    fn list(&mut self, linter: &Linter, encoding: PositionEncoding) -> Vec<Item> {
        let (findings, hidden) = linter.worst(LIMIT);
        let related = |finding: &Finding<Place>| finding.related.iter().map(|related| related.place).collect();
        self.places =
            findings.iter().map(|finding| Places { place: finding.place, related: related(finding) }).collect();
        let mut at = |place: Place| self.place(place, linter.draft(), encoding);
        let mut items = Vec::with_capacity(findings.len() + 1);
        items.extend(note(hidden));
        items.extend(findings.into_iter().map(|finding| item(finding, &mut at, encoding)));
        items
    }

    /// Puts the items where their words stand now; whether one moved. The findings are those of the list.
    fn move_items(&mut self, draft: &Draft, encoding: PositionEncoding) -> bool {
        let mut items = std::mem::take(&mut self.items);
        let places = std::mem::take(&mut self.places);
        let mut moved = false;
        let mut put = |range: &mut Range<Position>, place| {
            let now = self.place(place, draft, encoding);
            moved |= *range != now;
            *range = now;
        };
        for (item, at) in items.iter_mut().filter(|item| item.rule.is_some()).zip(&places) {
            put(&mut item.range, at.place);
            item.related.iter_mut().zip(&at.related).for_each(|((range, _), place)| put(range, *place));
        }
        (self.items, self.places) = (items, places);
        moved
    }

    fn place(&mut self, place: Place, draft: &Draft, encoding: PositionEncoding) -> Range<Position> {
        let text = draft.text();
        let first = draft.start_line(place.paragraph);
        let counted = self.counted.entry(place).or_insert_with(|| {
            let range = draft.range_of(place);
            let below = |byte| {
                let position = text.position_of(byte, encoding);
                Position { line: position.line - first, ..position }
            };
            below(range.start)..below(range.end)
        });
        let down = |position: Position| Position { line: position.line + first, ..position };
        down(counted.start)..down(counted.end)
    }
}

/// A finding of the text as it is shown.
pub fn shown(finding: Finding, text: &Text, encoding: PositionEncoding) -> Item {
    item(finding, |place| text.position_of(place.start, encoding)..text.position_of(place.end, encoding), encoding)
}

fn item<P>(finding: Finding<P>, mut at: impl FnMut(P) -> Range<Position>, encoding: PositionEncoding) -> Item {
    Item {
        range: at(finding.place),
        severity: finding.severity,
        rule: Some(finding.rule),
        message: finding.message,
        related: finding.related.into_iter().map(|related| (at(related.place), related.message)).collect(),
        outside: finding.outside.into_iter().filter_map(|outside| elsewhere(outside, encoding)).collect(),
    }
}

/// The place in another file; the head of a document, which has no lines that an editor could show.
fn elsewhere(outside: Outside, encoding: PositionEncoding) -> Option<(String, Range<Position>, String)> {
    let reference = outside.reference;
    let place = |byte| match reference.document {
        true => Position::default(),
        false => reference.text.position_of(byte, encoding),
    };
    let range = place(outside.range.start)..place(outside.range.end);
    Some((file_uri(&reference.path)?, range, outside.message))
}

fn note(hidden: usize) -> Option<Item> {
    (hidden > 0).then(|| Item {
        range: Position::default()..Position::default(),
        severity: Severity::Info,
        rule: None,
        message: format!("另有 {hidden} 处未列出：编辑器里只列最要紧的 {LIMIT} 处，hegao lint 列出全部"),
        related: Vec::new(),
        outside: Vec::new(),
    })
}
