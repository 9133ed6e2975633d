//! The clauses of a text, with the figures of each.

use std::ops::Range;

use crate::draft::ledger::Figure;
use crate::syntax::Span;

/// A stretch between two of ，；：。
#[derive(Debug, Clone)]
pub struct Clause {
    /// Bytes of the text, without the mark that ends it.
    pub span: Span,
    /// Which sentence it is of, from 0.
    pub sentence: usize,
    /// Indices of its figures.
    pub figures: Range<usize>,
}

/// The clauses of a text.
pub struct Clauses(Vec<Clause>);

impl Clauses {
    /// Cuts a text. Marks in brackets, in quotes of a title and between digits cut nothing.
    pub fn of(text: &str, figures: &[Figure]) -> Clauses {
        let mut cutter = Cutter { clauses: Vec::new(), figures, start: 0, sentence: 0 };
        let mut depth = 0usize;
        for (at, ch) in text.char_indices() {
            match ch {
                '（' | '(' | '《' | '〔' | '［' => depth += 1,
                '）' | ')' | '》' | '〕' | '］' => depth = depth.saturating_sub(1),
                '。' | '！' | '？' | '\n' => {
                    cutter.cut(at, ch);
                    cutter.sentence += 1;
                    depth = 0;
                }
                '，' | ',' | '；' | ';' | '：' | ':' if depth == 0 && !between_digits(text, at, ch) => {
                    cutter.cut(at, ch)
                }
                _ => {}
            }
        }
        cutter.cut(text.len(), ' ');
        Clauses(cutter.clauses)
    }

    /// The index of the clause that a byte stands in.
    pub fn at(&self, byte: usize) -> usize {
        self.0.partition_point(|clause| clause.span.end < byte).min(self.0.len().saturating_sub(1))
    }

    pub fn all(&self) -> &[Clause] {
        &self.0
    }
}

struct Cutter<'a> {
    clauses: Vec<Clause>,
    figures: &'a [Figure],
    start: usize,
    sentence: usize,
}

impl Cutter<'_> {
    fn cut(&mut self, end: usize, mark: char) {
        let first = self.clauses.last().map_or(0, |clause| clause.figures.end);
        let count = self.figures[first..].iter().take_while(|figure| figure.start() < end).count();
        let span = Span::new(self.start, end);
        self.clauses.push(Clause { span, sentence: self.sentence, figures: first..first + count });
        self.start = (end + mark.len_utf8()).max(end);
    }
}

/// 1,200 and 4：3.
fn between_digits(text: &str, at: usize, mark: char) -> bool {
    let before = text[..at].ends_with(|ch: char| ch.is_ascii_digit());
    matches!(mark, ',' | ':' | '：')
        && before
        && text[at + mark.len_utf8()..].starts_with(|ch: char| ch.is_ascii_digit())
}
