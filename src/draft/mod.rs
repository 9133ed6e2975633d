//! STUB of the draft floor.
use crate::text::{BadPosition, Change, PositionEncoding, Text};
use std::ops::Range;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Span {
    pub start: usize,
    pub end: usize,
}
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Place {
    pub paragraph: usize,
    pub span: Span,
}
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paragraph {
    pub stub_label: Option<char>,
}
/// What an edit made new.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dirty {
    /// Paragraphs of the draft before the edit that were replaced.
    pub old: Range<usize>,
    /// Paragraphs of the draft after the edit that stand in their place, each parsed anew.
    pub new: Range<usize>,
    /// Whether the structure (what draft rules, outline and folding read) may have changed.
    pub structure: bool,
}
#[derive(Debug, Clone)]
pub struct Draft {
    text: Text,
    paragraphs: Vec<Paragraph>,
    starts: Vec<usize>,
}
impl Draft {
    pub fn new(text: &str) -> Self {
        let t = Text::new(text);
        let starts: Vec<usize> = (0..t.len_lines()).map(|l| t.byte_of_line(l)).collect();
        let paragraphs = (0..t.len_lines())
            .map(|l| Paragraph {
                stub_label: t
                    .slice(t.line_range(l))
                    .strip_suffix("、乙")
                    .or(t.slice(t.line_range(l)).split('、').next().filter(|s| s.len() == 3))
                    .and_then(|s| s.chars().next()),
            })
            .collect();
        Draft { text: t, paragraphs, starts }
    }
    pub fn apply(&mut self, changes: &[Change], encoding: PositionEncoding) -> Result<Dirty, BadPosition> {
        let mut text = self.text.clone();
        for change in changes {
            let edit = text.resolve(change, encoding)?;
            text.replace(&edit);
        }
        let old = self.paragraphs.len();
        *self = Draft::new(&text.to_string());
        Ok(Dirty { old: 0..old, new: 0..self.paragraphs.len(), structure: true })
    }
    pub fn text(&self) -> &Text {
        &self.text
    }
    pub fn paragraphs(&self) -> &[Paragraph] {
        &self.paragraphs
    }
    /// Bytes of the whole text.
    pub fn range_of(&self, place: Place) -> Range<usize> {
        let s = self.starts[place.paragraph];
        s + place.span.start..s + place.span.end
    }
}
