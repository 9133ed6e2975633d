//! Marks that let findings pass: `<!-- hegao: ignore 规则 -->`, and `// hegao: ignore 规则` to the end of a line.
//!
//! A mark is no part of the draft's text: wherever the words of a line or a paragraph are read, it is left out.

use std::borrow::Cow;
use std::sync::LazyLock;

use memchr::memmem::Finder;

use super::Span;
use super::logical::lines;
use crate::text::han::is_space;

/// A mark in a paragraph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suppression {
    pub reach: Reach,
    /// The whole mark, in bytes of the paragraph.
    pub span: Span,
    /// The rules and families that it names.
    pub names: Vec<Name>,
    /// Nothing else stands on its line.
    pub alone: bool,
}

/// A word of a mark that should name a rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Name {
    pub text: String,
    /// Bytes of the paragraph.
    pub span: Span,
}

/// How far a mark reaches.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reach {
    /// `ignore`: its own line, or the next one with text when it stands alone.
    Line,
    /// `ignore-begin`: up to `ignore-end`.
    Begin,
    End,
    /// `ignore-file`: the whole draft.
    File,
    /// Any other word: the mark does nothing, and is reported.
    Unknown,
}

impl Reach {
    /// The word of a mark.
    pub fn word(self) -> &'static str {
        match self {
            Reach::Line => "ignore",
            Reach::Begin => "ignore-begin",
            Reach::End => "ignore-end",
            Reach::File => "ignore-file",
            Reach::Unknown => "",
        }
    }

    /// Words that a mark can have.
    pub const WORDS: [&'static str; 4] = ["ignore", "ignore-begin", "ignore-end", "ignore-file"];

    fn of(word: &str) -> Self {
        let known = [Reach::Line, Reach::Begin, Reach::End, Reach::File];
        known.into_iter().find(|reach| reach.word() == word).unwrap_or(Reach::Unknown)
    }
}

/// The marks of a paragraph, given with its line breaks.
pub fn find(paragraph: &str) -> Vec<Suppression> {
    let mut found = Vec::new();
    if !may_have(paragraph) {
        return found;
    }
    for (start, line, _) in lines(paragraph) {
        let marks = marks(line);
        let alone = without(line, &marks).chars().all(is_space);
        found.extend(marks.into_iter().map(|mark| mark.read(line, start, alone)));
    }
    found
}

/// A line without its marks: the pieces that are left, with their first bytes; `None` for a line that has none.
pub fn pieces(line: &str) -> Option<Vec<(usize, &str)>> {
    let marks = if may_have(line) { marks(line) } else { Vec::new() };
    (!marks.is_empty()).then(|| {
        let mut at = 0;
        let mut pieces = Vec::new();
        for mark in &marks {
            pieces.push((at, &line[at..mark.span.start]));
            at = mark.span.end;
        }
        pieces.push((at, &line[at..]));
        pieces
    })
}

/// A line without its marks.
pub fn stripped(line: &str) -> Cow<'_, str> {
    match pieces(line) {
        None => Cow::Borrowed(line),
        Some(pieces) => Cow::Owned(pieces.into_iter().map(|(_, piece)| piece).collect()),
    }
}

/// The marks of a text of several lines.
pub fn spans(text: &str) -> Vec<Span> {
    if !may_have(text) {
        return Vec::new();
    }
    let in_line = |(start, line, _): (usize, &str, usize)| {
        marks(line).into_iter().map(move |mark| Span::new(start + mark.span.start, start + mark.span.end))
    };
    lines(text).flat_map(in_line).collect()
}

/// Most text is passed over with this.
fn may_have(text: &str) -> bool {
    static NAME: LazyLock<Finder<'static>> = LazyLock::new(|| Finder::new("hegao"));
    NAME.find(text.as_bytes()).is_some()
}

/// A mark in a line, and what is between its signs.
struct Mark {
    span: Span,
    /// Behind `hegao:`.
    inside: Span,
}

fn marks(line: &str) -> Vec<Mark> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(mark) = next_mark(line, at) {
        at = mark.span.end;
        found.push(mark);
    }
    found
}

fn next_mark(line: &str, mut from: usize) -> Option<Mark> {
    while let Some(at) = line[from..].find(['<', '/']).map(|at| from + at) {
        let rest = &line[at..];
        let (opening, closing) = if rest.starts_with("<!--") { (4, Some("-->")) } else { (2, None) };
        let opens = closing.is_some() || rest.starts_with("//");
        if let Some(inside) = opens.then(|| behind_name(rest, opening)).flatten() {
            let end = match closing {
                Some(sign) => rest[inside..].find(sign).map(|end| (inside + end, inside + end + sign.len())),
                None => Some((rest.len(), rest.len())),
            };
            // A comment that is not closed in its line is text.
            if let Some((inner, outer)) = end {
                let span = |start: usize, end: usize| Span::new(at + start, at + end);
                return Some(Mark { span: span(0, outer), inside: span(inside, inner) });
            }
        }
        from = at + 1;
    }
    None
}

/// First byte behind `hegao:`, whose colon may be full-width.
fn behind_name(text: &str, opening: usize) -> Option<usize> {
    let rest = &text[opening..];
    let name = rest.trim_start_matches(is_space).strip_prefix("hegao")?.trim_start_matches(is_space);
    let inside = name.strip_prefix(':').or_else(|| name.strip_prefix('：'))?;
    Some(text.len() - inside.len())
}

fn without(line: &str, marks: &[Mark]) -> String {
    let mut rest = line.to_owned();
    marks.iter().rev().for_each(|mark| rest.replace_range(mark.span.range(), ""));
    rest
}

impl Mark {
    fn read(self, line: &str, start: usize, alone: bool) -> Suppression {
        let inside = &line[self.inside.range()];
        let mut words = words(inside).map(|span| {
            let text = inside[span.range()].to_owned();
            let first = start + self.inside.start;
            Name { text, span: Span::new(first + span.start, first + span.end) }
        });
        let reach = words.next().map_or(Reach::Unknown, |word| Reach::of(&word.text));
        let span = Span::new(start + self.span.start, start + self.span.end);
        Suppression { reach, span, names: words.collect(), alone }
    }
}

fn words(text: &str) -> impl Iterator<Item = Span> + '_ {
    let parts = |ch: char| is_space(ch) || matches!(ch, ',' | '，' | '、');
    text.split(parts).filter(|word| !word.is_empty()).map(|word| {
        let start = word.as_ptr() as usize - text.as_ptr() as usize;
        Span::new(start, start + word.len())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(paragraph: &str) -> Vec<(&str, Reach, Vec<String>, bool)> {
        let each = find(paragraph).into_iter().map(|mark| {
            let names = mark.names.iter().map(|name| {
                assert_eq!(&paragraph[name.span.range()], name.text);
                name.text.clone()
            });
            (&paragraph[mark.span.range()], mark.reach, names.collect(), mark.alone)
        });
        each.collect()
    }

    #[test]
    fn marks_of_both_kinds_are_read() {
        let names = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
        let text = "正文。<!-- hegao: ignore numbering/gap，phrase -->\n　　// hegao：ignore-begin figure\n<!--hegao:ignore-file a--> <!-- hegao: ignore-end -->";
        assert_eq!(
            told(text),
            [
                (
                    "<!-- hegao: ignore numbering/gap，phrase -->",
                    Reach::Line,
                    names(&["numbering/gap", "phrase"]),
                    false
                ),
                ("// hegao：ignore-begin figure", Reach::Begin, names(&["figure"]), true),
                ("<!--hegao:ignore-file a-->", Reach::File, names(&["a"]), true),
                ("<!-- hegao: ignore-end -->", Reach::End, names(&[]), true),
            ]
        );
        assert_eq!(told("// hegao: 关闭")[0].1, Reach::Unknown);
    }

    #[test]
    fn other_comments_are_text() {
        for text in [
            "<!-- 说明 hegao -->",
            "http://hegao.example",
            "// hegao ignore",
            "<!-- hegao: ignore a",
            "hegao: ignore a",
        ] {
            assert_eq!(told(text), [], "{text}");
            assert_eq!(stripped(text), text);
        }
    }

    #[test]
    fn what_is_left_of_a_line_leads_back() {
        let line = "甲<!-- hegao: ignore a -->乙 // hegao: ignore b";
        assert_eq!(stripped(line), "甲乙 ");
        for (start, piece) in pieces(line).unwrap() {
            assert_eq!(&line[start..start + piece.len()], piece);
        }
    }
}
