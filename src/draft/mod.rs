//! One draft as a whole: its text, its paragraphs, and the structure that rules, outline and folding read.
//!
//! The vector of paragraphs is the cache: an edit cuts and parses only the paragraphs around it, and every other
//! paragraph keeps its parsed value, whose spans are relative to it. `Draft::apply` always gives what
//! `Draft::new` of the final text gives.

pub mod genre;
pub mod kin;
pub mod ledger;
pub mod meeting;
pub mod parallel;
mod passage;
mod split;
pub mod structure;

use std::borrow::Cow;
use std::ops::Range;

use crate::syntax::{Layout, LayoutStats, parse};
use crate::text::{BadPosition, Change, Edit, PositionEncoding, Text};

pub use crate::syntax::{Paragraph, Part, Span};
pub use meeting::Meeting;
pub use passage::Passage;
pub use structure::{ItemRef, Structure};

use parallel::{both, in_parts};
use split::{Frame, Piece, begins_paragraph, lines_of, split, stats_of};

/// A place of a draft that stays right when prose is typed, above it or before it in its paragraph.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Place {
    /// Index of the paragraph.
    pub paragraph: usize,
    pub anchor: Anchor,
}

/// What of a paragraph a place is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Anchor {
    /// A part of a fact, wherever it stands. Findings of draft rules are kept while the structure stays the same,
    /// so they may hold no bytes.
    Fact(usize, Part),
    /// Bytes, for findings that are made again whenever their paragraph is parsed.
    Bytes(Span),
}

impl Place {
    /// A part of a fact.
    pub fn of(at: ItemRef, part: Part) -> Self {
        Place { paragraph: at.paragraph, anchor: Anchor::Fact(at.fact, part) }
    }

    /// Bytes of a paragraph.
    pub fn bytes(paragraph: usize, span: Span) -> Self {
        Place { paragraph, anchor: Anchor::Bytes(span) }
    }
}

/// What an edit made new.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dirty {
    /// Paragraphs of the draft before the edit that were replaced.
    pub old: Range<usize>,
    /// Paragraphs of the draft after the edit that stand in their place.
    pub new: Range<usize>,
    /// How many paragraphs were parsed.
    pub parsed: usize,
    /// Whether the structure (what draft rules, outline and folding read) changed.
    pub structure: bool,
    /// Whether the sections changed.
    pub sections: bool,
}

/// A draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    text: Text,
    paragraphs: Vec<Paragraph>,
    frames: Vec<Frame>,
    /// First byte of each paragraph, and the end of the text.
    start_byte: Vec<usize>,
    /// First line of each paragraph, from 0, and the number of line breaks.
    start_line: Vec<usize>,
    stats: LayoutStats,
    layout: Layout,
    structure: Structure,
    /// Number of marks that let findings pass.
    marks: usize,
}

impl Draft {
    /// Parses a draft.
    pub fn new(text: &str) -> Self {
        let lines = lines_of(text);
        let stats = stats_of(&lines);
        let mut draft = Draft {
            text: Text::default(),
            paragraphs: Vec::new(),
            frames: Vec::new(),
            start_byte: vec![0],
            start_line: vec![0],
            layout: stats.layout(),
            stats,
            structure: Structure::default(),
            marks: 0,
        };
        let pieces = split(&lines, draft.layout, Frame::default());
        let (rope, ()) = both(text.len(), || Text::new(text), || draft.put(0..0, &pieces, text));
        draft.text = rope;
        draft.structure = Structure::of(&draft.paragraphs);
        draft
    }

    /// Applies an editor's changes in their order, each against the text that the one before it left; all or none.
    ///
    /// # Errors
    /// The first change whose place does not exist. The draft is then as it was.
    pub fn apply(&mut self, changes: &[Change], encoding: PositionEncoding) -> Result<Dirty, BadPosition> {
        let mut texts = vec![self.text.clone()];
        let mut edits = Vec::with_capacity(changes.len());
        for change in changes {
            let mut text = texts[texts.len() - 1].clone();
            let edit = text.resolve(change, encoding)?;
            text.replace(&edit);
            texts.push(text);
            edits.push(edit);
        }
        let mut dirty: Option<Dirty> = None;
        for (edit, text) in edits.iter().zip(texts.into_iter().skip(1)) {
            let next = self.edit(edit, text);
            dirty = Some(match dirty {
                None => next,
                Some(dirty) => dirty.then(next),
            });
        }
        let none = Dirty { old: 0..0, new: 0..0, parsed: 0, structure: false, sections: false };
        let mut dirty = dirty.unwrap_or(none);
        if dirty.structure {
            let structure = Structure::of(&self.paragraphs);
            dirty.sections |= structure.sections != self.structure.sections;
            self.structure = structure;
        }
        Ok(dirty)
    }

    /// The text.
    pub fn text(&self) -> &Text {
        &self.text
    }

    /// The paragraphs, which cover the whole text without gaps.
    pub fn paragraphs(&self) -> &[Paragraph] {
        &self.paragraphs
    }

    /// The structure: sections and runs of ordinals.
    pub fn structure(&self) -> &Structure {
        &self.structure
    }

    /// Whether a mark that lets findings pass stands in it.
    pub fn has_marks(&self) -> bool {
        self.marks > 0
    }

    /// Bytes of a paragraph, its line breaks and the blank lines behind it included.
    pub fn paragraph_range(&self, paragraph: usize) -> Range<usize> {
        self.start_byte[paragraph]..self.start_byte[paragraph + 1]
    }

    /// Line (from 0) on which a paragraph begins.
    pub fn start_line(&self, paragraph: usize) -> usize {
        self.start_line[paragraph]
    }

    /// Index of the paragraph that holds a byte; the last one for the end of the text.
    pub fn paragraph_at(&self, byte: usize) -> Option<usize> {
        let last = self.paragraphs.len().checked_sub(1)?;
        Some((self.start_byte.partition_point(|start| *start <= byte).max(1) - 1).min(last))
    }

    /// Bytes of the whole text.
    pub fn range_of(&self, place: Place) -> Range<usize> {
        let start = self.start_byte[place.paragraph];
        let span = self.span_of(place);
        start + span.start..start + span.end
    }

    /// Bytes of its paragraph.
    pub fn span_of(&self, place: Place) -> Span {
        match place.anchor {
            Anchor::Bytes(span) => span,
            Anchor::Fact(fact, part) => self.paragraphs[place.paragraph].facts[fact].part(part),
        }
    }

    /// The words at a place.
    pub fn words(&self, place: Place) -> String {
        self.text.slice(self.range_of(place)).into_owned()
    }

    /// The text of a paragraph, with its line breaks.
    pub fn paragraph_text(&self, paragraph: usize) -> Cow<'_, str> {
        self.text.slice(self.paragraph_range(paragraph))
    }

    /// Makes one edit, which gives `text`, except for the structure.
    fn edit(&mut self, edit: &Edit, text: Text) -> Dirty {
        let count = self.paragraphs.len();
        let mut stats = self.stats.clone();
        let (old, stretch, pieces) = match self.region(edit) {
            None => {
                let all = text.to_string();
                let lines = lines_of(&all);
                stats = stats_of(&lines);
                (0..count, all, split(&lines, self.layout, Frame::default()))
            }
            Some(mut region) => loop {
                let bytes = self.start_byte[region.start]..self.start_byte[region.end];
                let end = bytes.end - edit.range.len() + edit.text.len();
                let stretch = text.slice(bytes.start..end).into_owned();
                let lines = lines_of(&stretch);
                let before = region.start.checked_sub(1).map_or(Frame::default(), |index| self.frames[index]);
                let pieces = split(&lines, self.layout, before);
                let last = pieces.last().map_or(before, |piece| piece.frame);
                let next = self.frames.get(region.end).and_then(|frame| frame.first);
                if next.is_some_and(|first| !begins_paragraph(self.layout, &last, &first))
                    || (next.is_some() && !ends_in_break(&stretch))
                {
                    // The paragraph behind belongs to the last one now.
                    region.end = (region.end + (region.end - region.start)).min(count);
                    continue;
                }
                stats -= &stats_of(&lines_of(&self.text.slice(bytes)));
                stats += &stats_of(&lines);
                break (region, stretch, pieces);
            },
        };
        self.text = text;
        self.stats = stats;
        let layout = self.stats.layout();
        if layout != self.layout {
            self.layout = layout;
            return self.replace_all();
        }
        let kept = usize::from(self.is_kept(edit, &old, &pieces));
        let (old, pieces) = (old.start + kept..old.end, &pieces[kept..]);
        let stretch = &stretch[stretch.len() - pieces.iter().map(|piece| piece.len).sum::<usize>()..];
        let new = old.start..old.start + pieces.len();
        let before: Vec<Paragraph> = self.paragraphs[old.clone()].to_vec();
        self.put(old.clone(), pieces, stretch);
        let after = &self.paragraphs[new.clone()];
        let same = before.len() == after.len() && before.iter().zip(after).all(|(a, b)| a.same_structure(b));
        Dirty { old, parsed: new.len(), new, structure: !same, sections: false }
    }

    /// The paragraphs that an edit may change: those it touches and the one before. `None` for an empty draft.
    fn region(&self, edit: &Edit) -> Option<Range<usize>> {
        let mut first = self.paragraph_at(edit.range.start)?;
        if self.start_byte[first] == edit.range.start {
            first = first.saturating_sub(1); // The line break before it may become part of a \r\n.
        }
        let last = self.paragraph_at(edit.range.end)?;
        Some(first.saturating_sub(1)..last + 1)
    }

    /// Whether the paragraph before an edit, which might have gone on into it, is what it was.
    fn is_kept(&self, edit: &Edit, old: &Range<usize>, pieces: &[Piece]) -> bool {
        let [first, _, ..] = pieces else { return false };
        let range = || self.paragraph_range(old.start);
        old.len() > 1
            && first.frame == self.frames[old.start]
            && first.len == range().len()
            && range().end <= edit.range.start
    }

    fn replace_all(&mut self) -> Dirty {
        let text = self.text.to_string();
        let pieces = split(&lines_of(&text), self.layout, Frame::default());
        let old = 0..self.paragraphs.len();
        self.put(old.clone(), &pieces, &text);
        Dirty { old, new: 0..pieces.len(), parsed: pieces.len(), structure: true, sections: true }
    }

    /// Puts pieces of `stretch` in the place of paragraphs, and moves what is behind.
    fn put(&mut self, old: Range<usize>, pieces: &[Piece], stretch: &str) {
        let (mut byte, mut line) = (self.start_byte[old.start], self.start_line[old.start]);
        let (old_byte, old_line) = (self.start_byte[old.end], self.start_line[old.end]);
        let (mut bytes, mut lines) = (Vec::with_capacity(pieces.len()), Vec::with_capacity(pieces.len()));
        for piece in pieces {
            bytes.push(byte);
            lines.push(line);
            byte += piece.len;
            line += piece.breaks;
        }
        let parsed = parse_all(pieces, &bytes, stretch);
        self.marks = self.marks + marks(&parsed) - marks(&self.paragraphs[old.clone()]);
        self.paragraphs.splice(old.clone(), parsed);
        self.frames.splice(old.clone(), pieces.iter().map(|piece| piece.frame));
        self.start_byte.splice(old.clone(), bytes);
        self.start_line.splice(old.clone(), lines);
        let behind = old.start + pieces.len();
        shift(&mut self.start_byte[behind..], old_byte, byte);
        shift(&mut self.start_line[behind..], old_line, line);
    }
}

fn marks(paragraphs: &[Paragraph]) -> usize {
    paragraphs.iter().map(|paragraph| paragraph.suppressions.len()).sum()
}

/// The paragraphs of a stretch, given where each begins.
fn parse_all(pieces: &[Piece], starts: &[usize], stretch: &str) -> Vec<Paragraph> {
    in_parts(pieces.len(), stretch.len(), |part| {
        let first = starts.first().copied().unwrap_or(0);
        let words = |index: usize| {
            let start = starts[index] - first;
            &stretch[start..start + pieces[index].len]
        };
        part.map(|index| parse(words(index))).collect()
    })
}

impl Dirty {
    /// This edit and then another, whose `old` counts paragraphs as this one left them.
    fn then(self, next: Dirty) -> Dirty {
        let start = self.new.start.min(next.old.start);
        let end = self.new.end.max(next.old.end);
        let old = self.old.start - (self.new.start - start)..self.old.end + (end - self.new.end);
        let grown = end + next.new.len() - next.old.len();
        Dirty {
            old,
            new: start..grown,
            parsed: self.parsed + next.parsed,
            structure: self.structure || next.structure,
            sections: self.sections || next.sections,
        }
    }
}

fn ends_in_break(text: &str) -> bool {
    text.ends_with(['\n', '\r'])
}

fn shift(starts: &mut [usize], from: usize, to: usize) {
    if from != to {
        starts.iter_mut().for_each(|start| *start = *start + to - from);
    }
}
