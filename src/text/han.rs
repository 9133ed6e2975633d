//! Classes of characters in Chinese text.

/// A Han character of the blocks that drafts use, 〇 included.
pub fn is_han(ch: char) -> bool {
    matches!(ch, '\u{3007}' | '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{323AF}')
}

/// Chinese and full-width punctuation.
pub fn is_punctuation(ch: char) -> bool {
    matches!(ch, '\u{3001}'..='\u{3003}' | '\u{3008}'..='\u{3011}' | '\u{3014}'..='\u{301F}'
        | '\u{FF01}'..='\u{FF0F}' | '\u{FF1A}'..='\u{FF20}' | '\u{FF3B}'..='\u{FF40}' | '\u{FF5B}'..='\u{FF65}'
        | '“' | '”' | '‘' | '’' | '…' | '—' | '·')
}

/// White space inside a line, the ideographic space included.
pub fn is_space(ch: char) -> bool {
    matches!(ch, ' ' | '\t' | '\u{3000}' | '\u{A0}' | '\u{2002}'..='\u{200A}' | '\u{200B}' | '\u{FEFF}')
}

/// A mark that ends a sentence.
pub fn ends_sentence(ch: char) -> bool {
    matches!(ch, '。' | '！' | '？' | '!' | '?' | '；' | ';' | '…')
}

/// Terminal cells of a character: two for the East Asian wide ones, else one. Good enough for lines of drafts; the
/// terminal output uses its own table.
pub fn cells(ch: char) -> usize {
    if is_han(ch)
        || is_punctuation(ch)
        || matches!(ch, '\u{3000}' | '\u{FF10}'..='\u{FF19}' | '\u{FF21}'..='\u{FF3A}' | '\u{FF41}'..='\u{FF5A}')
    {
        2
    } else {
        1
    }
}
