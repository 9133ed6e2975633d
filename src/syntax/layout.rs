//! How a draft's lines make its paragraphs: one line each, or the hard-wrapped lines of a PDF or a newspaper column.

use std::ops::{AddAssign, SubAssign};

use super::line::{LabelForm, LineFacts};

/// Lines narrower than this (in cells) say nothing about wrapping: headings, dates, names.
const TELLING: usize = 24;
/// Wider lines are no column of a page.
const WIDEST: usize = 128;
/// Cells of white space before a line that begins a paragraph.
const INDENT: usize = 4;
/// Indents that are told apart.
const INDENTS: usize = 24;

/// Counts over the lines of a draft. They are sums, so an edit takes its old lines out and puts its new ones in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LayoutStats {
    /// Lines that are not blank.
    text: usize,
    blank: usize,
    /// Lines of at least [`TELLING`] cells.
    telling: usize,
    /// Those of them that end in the middle of a sentence, by width in steps of 4 cells.
    open: [usize; WIDEST / 4],
    /// Telling lines that end otherwise, by width in the same steps.
    closed: [usize; WIDEST / 4],
    /// Lines that are not blank, by the cells before them.
    indents: [usize; INDENTS],
}

/// How to join lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Layout {
    /// Usual width in cells of lines that a wrap ended; `None` when each line is a paragraph.
    pub width: Option<usize>,
    /// A single blank line stands between any two lines and separates nothing.
    pub double_spaced: bool,
    /// Cells of white space before nearly all lines, the left margin of a page.
    pub margin: usize,
}

impl Default for LayoutStats {
    fn default() -> Self {
        LayoutStats {
            text: 0,
            blank: 0,
            telling: 0,
            open: [0; WIDEST / 4],
            closed: [0; WIDEST / 4],
            indents: [0; INDENTS],
        }
    }
}

impl LayoutStats {
    /// Counts a line, or so many blank ones.
    pub fn add(&mut self, line: &LineFacts, blanks: usize) {
        if line.blank {
            self.blank += blanks;
            return;
        }
        self.text += 1;
        self.indents[usize::from(line.indent).min(INDENTS - 1)] += 1;
        let cells = usize::from(line.cells);
        if cells >= TELLING {
            self.telling += 1;
            if cells < WIDEST {
                let counts = if line.closed { &mut self.closed } else { &mut self.open };
                counts[cells / 4] += 1;
            }
        }
    }

    /// The layout of these lines. In the 254 drafts that this was fitted on, hard-wrapped ones have at least 0.72 of
    /// their telling lines open, all others at most 0.43.
    pub fn layout(&self) -> Layout {
        let open: usize = self.open.iter().sum();
        let mut below = 0;
        let median = self.open.iter().position(|count| {
            below += count;
            below * 2 >= open
        });
        let wrapped = open * 10 >= self.telling * 6 || median.is_some_and(|step| self.is_column(open, step));
        if self.telling < 12 || !wrapped {
            return Layout::default();
        }
        let (width, double_spaced) = (median.map(|step| step * 4), self.blank * 10 > self.text * 6);
        Layout { width, double_spaced, margin: self.margin() }
    }

    /// Whether many lines are open and about as wide as the median, and hardly any line is wider: short paragraphs in a
    /// column. Of the drafts above, the hard-wrapped ones have at most 0.14 of their telling lines wider, all others at
    /// least 0.64.
    fn is_column(&self, open: usize, median: usize) -> bool {
        let end = (median + 4).min(WIDEST / 4);
        let alike: usize = self.open[median.saturating_sub(3)..end].iter().sum();
        let narrow: usize = self.open.iter().zip(&self.closed).take(end).map(|(open, closed)| open + closed).sum();
        let wider = self.telling - narrow;
        open * 10 >= self.telling * 4 && alike * 10 >= open * 6 && wider * 20 <= self.telling * 3
    }

    /// Where nearly all lines are indented, the least indent that many of them have: that of the lines which a wrap
    /// began. The first lines of paragraphs alone are fewer.
    fn margin(&self) -> usize {
        let indented: usize = self.indents[INDENT..].iter().sum();
        if indented * 10 < self.text * 9 {
            return 0;
        }
        (INDENT..INDENTS).find(|indent| self.indents[*indent] * 5 > self.text).unwrap_or(0)
    }
}

impl AddAssign<&LayoutStats> for LayoutStats {
    fn add_assign(&mut self, other: &LayoutStats) {
        self.text += other.text;
        self.blank += other.blank;
        self.telling += other.telling;
        self.open.iter_mut().zip(other.open).for_each(|(mine, its)| *mine += its);
        self.closed.iter_mut().zip(other.closed).for_each(|(mine, its)| *mine += its);
        self.indents.iter_mut().zip(other.indents).for_each(|(mine, its)| *mine += its);
    }
}

impl SubAssign<&LayoutStats> for LayoutStats {
    fn sub_assign(&mut self, other: &LayoutStats) {
        self.text -= other.text;
        self.blank -= other.blank;
        self.telling -= other.telling;
        self.open.iter_mut().zip(other.open).for_each(|(mine, its)| *mine -= its);
        self.closed.iter_mut().zip(other.closed).for_each(|(mine, its)| *mine -= its);
        self.indents.iter_mut().zip(other.indents).for_each(|(mine, its)| *mine -= its);
    }
}

impl Layout {
    /// Whether a line that is not blank belongs to the paragraph of the text line before it, with `blanks` blank
    /// lines between them.
    ///
    /// The answer depends on these two lines alone; that is what lets an edit parse only its surroundings.
    pub fn continues(&self, before: &LineFacts, blanks: usize, line: &LineFacts) -> bool {
        let apart = blanks > if self.double_spaced { 1 } else { 0 };
        if before.splits_label && line.label_rest && !apart {
            return true;
        }
        let Some(width) = self.width else { return false };
        if line.furniture || before.furniture {
            return line.furniture; // A page may end anywhere; what follows it is weighed against the line before it.
        }
        // Figures and half-width marks make wrapped lines shorter. A heading, whose indent of four cells is lost in
        // most PDFs, is broken only where it must be.
        let full = if before.label.is_some() { width.saturating_sub(8) } else { width * 4 / 5 };
        // Text that was wrapped by its characters has lines of half the width, where they are all figures.
        let counted = before.label.is_none() && !before.closed && usize::from(before.characters) * 20 >= width * 9;
        if apart || usize::from(before.cells) < full && !counted || before.heads || self.begins(line) {
            return false;
        }
        // What is left of a heading is short; a full line behind it is its text, unless the heading ends in it.
        let early = line.stop.is_some_and(|at| usize::from(at) <= width / 2);
        let text = before.stop.is_none() && usize::from(line.cells) >= width * 4 / 5 && !early;
        match line.label {
            None if before.label.is_some() && text => false,
            None => true,
            Some(LabelForm::Firm) => false,
            Some(LabelForm::Weak) => !before.closed && before.label.is_none(),
        }
    }

    /// Whether a line begins something whatever stands before it.
    fn begins(&self, line: &LineFacts) -> bool {
        line.heads || line.dash || line.note || usize::from(line.indent) >= self.margin + INDENT
    }

    /// Whether a line behind a page's number is the running head of the next page: without marks, much shorter than the
    /// line that the page ended in the middle of.
    pub fn heads_page(&self, before: &LineFacts, line: &LineFacts) -> bool {
        let Some(width) = self.width else { return false };
        let open = !before.closed && before.label.is_none() && usize::from(before.cells) >= width * 4 / 5;
        open && line.runs_over(before)
    }
}
