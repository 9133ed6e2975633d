//! Pure functions of one paragraph or one line: what a piece of text is, with spans relative to it.

pub mod block;
pub mod decimal;
pub mod enumeration;
mod invisible;
pub mod layout;
pub mod line;
pub mod logical;
pub mod note;
pub mod numeral;
pub mod ordinal;
mod paragraph;
pub mod pattern;
pub mod quantity;
pub mod sentence;
pub mod suppression;
pub mod width;

pub use block::Kind;
pub use decimal::{Decimal, Interval};
pub use enumeration::{Announcement, Reference};
pub use layout::{Layout, LayoutStats};
pub use ordinal::{Bracket, Label, Separator, Style};
pub use paragraph::{Ending, Fact, Item, Opening, Paragraph, Part, Role, Then, characters, parse};
pub use quantity::Quantity;
pub use suppression::Suppression;

/// Bytes of a paragraph, from its start.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct Span {
    /// First byte.
    pub start: usize,
    /// Byte after the last.
    pub end: usize,
}

impl Span {
    /// The span of a range.
    pub fn new(start: usize, end: usize) -> Self {
        Span { start, end }
    }

    /// The same span as a range, for slicing.
    pub fn range(self) -> std::ops::Range<usize> {
        self.start..self.end
    }

    /// The span as many bytes further on, or back.
    pub fn moved(self, by: isize) -> Self {
        Span { start: self.start.saturating_add_signed(by), end: self.end.saturating_add_signed(by) }
    }
}
