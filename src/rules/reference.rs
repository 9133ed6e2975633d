//! Reads an earlier report for the figures that a draft may tell again.

use std::path::PathBuf;

use super::Figures;
use crate::config::{Reference, Stated};
use crate::draft::{Draft, Meeting};
use crate::text::Text;

/// Longest heading that is told, in characters.
const HEADING: usize = 24;

/// An earlier report by its name, its path and its text; whether it comes from a document.
pub fn reference(name: String, path: PathBuf, text: &str, document: bool) -> Reference {
    let draft = Draft::new(text);
    let meeting = Meeting::of(&draft);
    let figures = Figures::new(&draft, text, &meeting);
    let review = figures.review();
    let stated = figures.all().filter_map(|(at, known, period)| {
        let period = period.filter(|period| period.first == period.last && Some(period.last) <= review)?;
        Some(Stated {
            name: known.name,
            unit: known.unit,
            change: known.change,
            year: period.first,
            part: period.part,
            value: known.value,
            interval: known.interval,
            words: known.words.clone(),
            range: draft.range_of(figures.place(at)),
            section: section(&draft, at.paragraph),
        })
    });
    let figures = stated.collect();
    Reference { name, path, text: Text::new(text), document, review, figures }
}

/// The last heading before a paragraph.
fn section(draft: &Draft, paragraph: usize) -> String {
    let sections = &draft.structure().sections;
    let before = sections.partition_point(|section| section.paragraph <= paragraph);
    let Some(section) = before.checked_sub(1).map(|last| &sections[last]) else { return String::new() };
    let heading: String = draft.paragraph_text(section.paragraph).split_whitespace().collect();
    let first = heading.find(['。', '；', '，']).map_or(heading.as_str(), |end| &heading[..end]);
    first.chars().take(HEADING).collect()
}
