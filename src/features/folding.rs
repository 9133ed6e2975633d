//! Folding ranges of a draft: its sections, and the front matter before the first of them.

use super::section::{end, heading};
use super::whole::Whole;
use crate::draft::Draft;
use crate::draft::structure::SectionKind;

/// Lines that fold away under their first, both from 0 and inclusive.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fold {
    pub start_line: usize,
    pub end_line: usize,
    /// The first line's words, for clients that show text on a closed fold.
    pub label: String,
}

/// Longest label, in characters.
const LONGEST: usize = 40;

/// All folds, in the order of their first lines, outer before inner.
pub fn folds(draft: &Draft) -> Vec<Fold> {
    let whole = Whole::of(draft);
    let mut folds: Vec<Fold> = front_matter(&whole).into_iter().collect();
    // Sections that still run, outermost first: index of the fold, and depth.
    let mut open: Vec<(usize, usize)> = Vec::new();
    for section in draft.structure().sections.iter().filter(|section| section.kind != SectionKind::Title) {
        let start = heading(draft, section).start;
        let start_line = whole.line_of(start);
        if open.last().is_some_and(|(_, depth)| *depth >= section.depth) {
            // A heading inside a paragraph keeps its line to itself.
            let last = whole.line_of(end(draft, Some(section))).min(start_line.saturating_sub(1));
            close(&mut folds, &mut open, section.depth, last);
        }
        open.push((folds.len(), section.depth));
        let label = label(&whole, start);
        folds.push(Fold { start_line, end_line: start_line, label });
    }
    close(&mut folds, &mut open, 0, whole.line_of(end(draft, None)));
    folds.retain(|fold| fold.end_line > fold.start_line);
    // A heading inside a paragraph shares its line with the section around it, which folds it away.
    folds.sort_by_key(|fold| (fold.start_line, usize::MAX - fold.end_line));
    folds.dedup_by_key(|fold| fold.start_line);
    folds
}

/// Ends the folds of the open sections from a depth on.
fn close(folds: &mut [Fold], open: &mut Vec<(usize, usize)>, depth: usize, last_line: usize) {
    while let Some((index, _)) = open.pop_if(|(_, own)| *own >= depth) {
        folds[index].end_line = last_line;
    }
}

fn label(whole: &Whole<'_>, byte: usize) -> String {
    whole.line_around(byte).trim().chars().take(LONGEST).collect()
}

/// Title, subtitle, date, speaker and opening, where a section follows them.
fn front_matter(whole: &Whole<'_>) -> Option<Fold> {
    let draft = whole.draft;
    let first = draft.structure().sections.iter().find(|section| section.kind != SectionKind::Title)?;
    let start = draft.paragraphs().iter().position(|paragraph| paragraph.content.end > 0)?;
    let start = draft.paragraph_range(start).start + draft.paragraphs()[start].content.start;
    let (start_line, end_line) = (whole.line_of(start), whole.line_of(end(draft, Some(first))));
    let label = label(whole, start);
    (end_line > start_line && end_line < whole.line_of(heading(draft, first).start)).then_some(Fold {
        start_line,
        end_line,
        label,
    })
}
