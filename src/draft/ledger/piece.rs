//! Pieces of a paragraph that is longer than paragraphs are.
//!
//! The words and the time of a figure are looked for in all that stands before it, which is paid for with the square of
//! a paragraph's length. One of a million characters, such as a table in one line, is read piece by piece.

use crate::syntax::{Quantity, Span};

/// Bytes of a paragraph that is read as one: the longest of 254 published reports has 6,700.
pub const LONGEST: usize = 12_000;

/// A piece of a text, with the quantities in it placed from its first byte.
pub struct Piece {
    pub span: Span,
    pub quantities: Vec<Quantity>,
}

/// Cuts a text into pieces, behind full stops where there are any, and never through a quantity.
pub fn pieces(text: &str, quantities: &[Quantity]) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let (mut start, mut first) = (0, 0);
    while start < text.len() {
        let end = end_of(text, start, quantities);
        let last = quantities.partition_point(|quantity| quantity.span.end <= end);
        let own = quantities[first.min(last)..last].iter().filter(|quantity| quantity.span.start >= start);
        let quantities = own.map(|quantity| quantity.moved(-(start as isize))).collect();
        pieces.push(Piece { span: Span::new(start, end), quantities });
        (start, first) = (end, last);
    }
    pieces
}

fn end_of(text: &str, start: usize, quantities: &[Quantity]) -> usize {
    if text.len() - start <= LONGEST {
        return text.len();
    }
    let mut last = start + LONGEST;
    while !text.is_char_boundary(last) {
        last -= 1;
    }
    let behind =
        |marks: &[char]| text[start..last].rmatch_indices(marks).next().map(|(at, mark)| start + at + mark.len());
    let end = behind(&['。', '！', '\n']).or_else(|| behind(&['，', ','])).unwrap_or(last);
    let cut = quantities.iter().find(|quantity| quantity.span.end > end);
    cut.map(|cut| cut.span.start).filter(|before| (start + 1..end).contains(before)).unwrap_or(end)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::syntax::quantity;

    fn cut(text: &str) -> Vec<(&str, usize)> {
        let cut = pieces(text, &quantity::find(text));
        cut.iter().map(|piece| (&text[piece.span.range()], piece.quantities.len())).collect()
    }

    #[test]
    fn a_paragraph_as_long_as_they_are_is_one_piece() {
        assert_eq!(cut("新增就业5万人。建成道路8公里。"), [("新增就业5万人。建成道路8公里。", 2)]);
    }

    #[test]
    fn a_long_one_is_cut_behind_full_stops_and_keeps_every_quantity() {
        let text = "新增就业5万人。建成道路8公里。".repeat(2_000);
        let cut = cut(&text);
        assert!(cut.len() > 1 && cut.iter().all(|(words, _)| words.ends_with('。') && words.len() <= LONGEST));
        assert_eq!(cut.iter().map(|(words, _)| *words).collect::<String>(), text);
        assert_eq!(cut.iter().map(|(_, count)| count).sum::<usize>(), 4_000);
    }

    #[test]
    fn without_full_stops_no_quantity_is_cut_through() {
        for text in ["1,234,567元、".repeat(3_000), "新增12345人".repeat(3_000)] {
            let cut = cut(&text);
            assert_eq!(cut.iter().map(|(words, _)| *words).collect::<String>(), text);
            assert_eq!(cut.iter().map(|(_, count)| count).sum::<usize>(), 3_000);
        }
    }
}
