//! The part of a line that is shown. A paragraph is one line of up to thousands of characters, and a broken file one of
//! millions, so the cost depends on what is shown and never on the line.

use std::ops::Range;

use super::super::terminal::width;
use crate::text::Text;
use crate::text::han::cells;

/// Terminal cells that a line is cut to.
const CELLS: usize = 88;
/// Stands where a line was cut. Dots of ASCII, because terminals disagree on how wide “…” is.
const CUT: &str = "...";

/// A piece of one line, ready to be shown.
pub struct Window {
    /// The piece, with marks where it was cut.
    pub shown: String,
    /// Bytes of the text that it shows.
    bytes: Range<usize>,
    /// Where places that it can mark end: with its bytes, or behind the line break after them.
    end: usize,
    /// Bytes of the mark before it.
    lead: usize,
}

impl Window {
    /// A window on a line (its bytes without the line break) around a place in it.
    pub fn new(text: &Text, line: Range<usize>, place: Range<usize>) -> Self {
        let start = place.start.clamp(line.start, line.end);
        let end = place.end.clamp(start, line.end);
        // A character takes up to four bytes and at least one cell is counted for it.
        let before = text.slice(start.saturating_sub(CELLS * 4).max(line.start)..start);
        let after = text.slice(start..(start + CELLS * 4).min(line.end));
        let place_cells = width(&text.slice(start..end.min(start + CELLS * 4)));
        let (before_cells, after_cells) = (width(&before).min(CELLS), width(&after).min(CELLS));
        let wanted = (place_cells + CELLS / 6).clamp(CELLS / 2, CELLS * 5 / 6);
        let ahead = after_cells.min(wanted.max(CELLS - before_cells));
        let from = start - tail(&before, CELLS - ahead);
        let to = start + head(&after, ahead);
        let lead = if from > line.start { CUT } else { "" };
        let rest = if to < line.end { CUT } else { "" };
        let shown = format!("{lead}{}{rest}", text.slice(from..to));
        // A place may be the line break itself, of two bytes at most.
        let end = if to == line.end { to + 2 } else { to };
        Window { shown, bytes: from..to, end, lead: lead.len() }
    }

    /// Where a place of the text stands in `shown`; `None` when nothing of it is shown. A place that goes on outside
    /// is cut with the line.
    pub fn locate(&self, place: &Range<usize>) -> Option<Range<usize>> {
        if place.end < self.bytes.start || place.start > self.end {
            return None;
        }
        let start = place.start.clamp(self.bytes.start, self.bytes.end);
        let end = place.end.clamp(start, self.bytes.end);
        let shift = |byte: usize| byte - self.bytes.start + self.lead;
        Some(shift(start)..shift(end))
    }
}

/// Bytes at the head of a text that fit into a number of cells.
fn head(text: &str, cells: usize) -> usize {
    fitting(text.chars(), cells)
}

/// Bytes at the tail of a text that fit into a number of cells.
fn tail(text: &str, cells: usize) -> usize {
    fitting(text.chars().rev(), cells)
}

fn fitting(chars: impl Iterator<Item = char>, room: usize) -> usize {
    let (mut used, mut bytes) = (0, 0);
    for ch in chars {
        used += cells(ch);
        if used > room {
            break;
        }
        bytes += ch.len_utf8();
    }
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    fn window(text: &str, place: Range<usize>) -> Window {
        let text = Text::new(text);
        Window::new(&text, 0..text.len_bytes(), place)
    }

    #[test]
    fn a_short_line_is_shown_whole() {
        let window = window("一、甲", 0..3);
        assert_eq!((window.shown.as_str(), window.locate(&(0..3))), ("一、甲", Some(0..3)));
    }

    #[test]
    fn a_long_line_is_cut_on_both_sides_and_the_place_stays_inside() {
        let line = format!("{}错𠮷{}", "甲".repeat(700), "乙".repeat(700));
        let window = window(&line, 2100..2107);
        assert!(window.shown.starts_with("...甲") && window.shown.ends_with("乙..."));
        assert_eq!(&window.shown[window.locate(&(2100..2107)).unwrap()], "错𠮷");
        assert!(width(&window.shown) <= CELLS + 2 * CUT.len());
        assert_eq!(window.locate(&(0..3)), None);
    }

    #[test]
    fn a_place_at_an_end_of_a_long_line_uses_the_whole_room() {
        let line = "甲".repeat(700);
        let (first, last) = (window(&line, 0..3), window(&line, 2097..2100));
        assert_eq!(width(&first.shown), CELLS + CUT.len());
        assert_eq!(width(&last.shown), CELLS + CUT.len());
        assert!(last.shown.ends_with('甲') && first.shown.starts_with('甲'));
    }

    #[test]
    fn a_place_longer_than_the_room_is_marked_as_far_as_it_is_shown() {
        let window = window(&"甲".repeat(700), 300..2100);
        let marked = window.locate(&(300..2100)).unwrap();
        assert!(window.shown[marked].chars().all(|ch| ch == '甲'));
    }
}
