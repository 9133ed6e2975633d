//! What no reader sees: zero-width characters and soft hyphens that web pages and PDFs leave in a text, and the spaces
//! and line breaks of HTML. They are no part of a draft's words, wherever they stand.

use std::borrow::Cow;
use std::sync::LazyLock;

use aho_corasick::AhoCorasick;

/// Zero-width space, joiners and direction marks, byte order mark, soft hyphen, and marks of HTML.
const MARKS: [&str; 15] = [
    "\u{200B}", "\u{200C}", "\u{200D}", "\u{200E}", "\u{200F}", "\u{2060}", "\u{FEFF}", "\u{AD}", "&nbsp;", "&emsp;",
    "&ensp;", "<br>", "<br/>", "<br />", "&#8203;",
];

/// A text without them: the pieces that are left, with their first bytes; `None` for a text that has none.
pub fn pieces(text: &str) -> Option<Vec<(usize, &str)>> {
    static FINDER: LazyLock<AhoCorasick> =
        LazyLock::new(|| AhoCorasick::new(MARKS).expect("a few constant marks make an automaton"));
    let mut marks = FINDER.find_iter(text).peekable();
    marks.peek()?;
    let (mut at, mut pieces) = (0, Vec::new());
    for mark in marks {
        pieces.push((at, &text[at..mark.start()]));
        at = mark.end();
    }
    pieces.push((at, &text[at..]));
    pieces.retain(|(_, piece)| !piece.is_empty());
    Some(pieces)
}

/// A text without them.
pub fn stripped(text: &str) -> Cow<'_, str> {
    match pieces(text) {
        None => Cow::Borrowed(text),
        Some(pieces) => Cow::Owned(pieces.into_iter().map(|(_, piece)| piece).collect()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_left_leads_back() {
        let text = "\u{FEFF}一\u{200B}是&nbsp;抓项目<br>";
        assert_eq!(stripped(text), "一是抓项目");
        for (start, piece) in pieces(text).unwrap() {
            assert_eq!(&text[start..start + piece.len()], piece);
        }
        assert_eq!(pieces("一是抓项目"), None);
    }
}
