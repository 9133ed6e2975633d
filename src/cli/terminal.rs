//! What a terminal makes of text.

use crate::text::han::cells;

/// Cells that a text takes.
pub fn width(text: &str) -> usize {
    text.chars().map(cells).sum()
}
