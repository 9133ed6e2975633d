//! The clauses of a text, with the figures of each.

use std::ops::Range;

use crate::draft::ledger::Figure;
use crate::syntax::Span;
use crate::text::han::is_space;

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

/// A text with its clauses and figures.
pub struct Clauses<'a> {
    pub text: &'a str,
    pub figures: &'a [Figure],
    all: Vec<Clause>,
}

impl<'a> Clauses<'a> {
    /// Cuts a text. Marks in brackets, in quotes of a title and between digits cut nothing.
    pub fn of(text: &'a str, figures: &'a [Figure]) -> Self {
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
        Clauses { text, figures, all: cutter.clauses }
    }

    /// The index of the clause of a figure.
    pub fn at(&self, figure: usize) -> usize {
        let byte = self.figures[figure].start();
        self.all.partition_point(|clause| clause.span.end < byte).min(self.all.len().saturating_sub(1))
    }

    /// The clause of a figure.
    pub fn own(&self, figure: usize) -> &Clause {
        &self.all[self.at(figure)]
    }

    pub fn all(&self) -> &[Clause] {
        &self.all
    }

    /// The figure before one, if it stands in the same clause.
    pub fn before(&self, figure: usize) -> Option<usize> {
        figure.checked_sub(1).filter(|before| self.at(*before) == self.at(figure))
    }

    /// The words of the clause of a figure before it, and behind the figure before.
    pub fn head(&self, figure: usize) -> &'a str {
        let (start, clause) = (self.figures[figure].start(), self.own(figure).span.start);
        let before = figure.checked_sub(1).map_or(0, |before| self.figures[before].quantity.span.end);
        self.text[clause.max(before).min(start)..start].trim_matches(|ch| is_space(ch) || ch == '、')
    }

    /// What stands between the figure before one and this; `None` for the first of the text.
    pub fn gap(&self, figure: usize) -> Option<&'a str> {
        let before = &self.figures[figure.checked_sub(1)?];
        self.text.get(before.quantity.span.end..self.figures[figure].start())
    }

    /// Whether only a joint stands between the figure before one and this: 5.9%|、|6.9%.
    pub fn is_joined(&self, figure: usize) -> bool {
        self.gap(figure).is_some_and(|gap| matches!(gap.trim(), "、" | "和" | "与" | "及"))
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

/// 1,200, 1，200 and 4：3.
fn between_digits(text: &str, at: usize, mark: char) -> bool {
    let before = text[..at].ends_with(|ch: char| ch.is_ascii_digit());
    if mark == '，' {
        let digits = text[at + mark.len_utf8()..].chars().take_while(char::is_ascii_digit).count();
        return before && digits == 3;
    }
    matches!(mark, ',' | ':' | '：')
        && before
        && text[at + mark.len_utf8()..].starts_with(|ch: char| ch.is_ascii_digit())
}
