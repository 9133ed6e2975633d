//! Pinyin that is being typed with an input method.
//!
//! Some editors (VS Code among them) put the letters of a composition into the text before they become characters:
//! 攻坚ke, and only then 攻坚克难. What is found in such a text is about to be wrong, so it is shown when the letters
//! have become characters, when the draft is saved, or when nothing has been typed for a while.

use std::time::Duration;

use crate::text::{Change, PositionEncoding, Text};

/// How long after the last keystroke letters are taken for what the user means.
pub const PAUSE: Duration = Duration::from_millis(1500);

/// Longest composition, in bytes.
const LONGEST: usize = 60;

/// Whether a change that has been made leaves letters of a composition before the cursor: small letters right behind
/// a character that is not ASCII, or at the start of a line.
pub fn is_composing(text: &Text, change: &Change, encoding: PositionEncoding) -> bool {
    let Some(range) = change.range.as_ref().filter(|_| change.text.bytes().all(is_letter)) else { return false };
    let Ok(start) = text.byte_of(range.start, encoding) else { return false };
    let end = start + change.text.len();
    let line = text.line_range(text.line_of_byte(start)).start;
    let from = end.saturating_sub(LONGEST).max(line);
    let before = text.slice(from..end);
    let letters = before.len() - before.trim_end_matches(|ch: char| u8::try_from(ch).is_ok_and(is_letter)).len();
    let at_border = match before[..before.len() - letters].chars().next_back() {
        Some(ch) => !ch.is_ascii(),
        None => from == line,
    };
    let typed = before[before.len() - letters..].bytes().any(|byte| byte.is_ascii_lowercase());
    typed && at_border
}

/// What input methods show of a composition: letters, and what parts its syllables.
fn is_letter(byte: u8) -> bool {
    byte.is_ascii_lowercase() || matches!(byte, b'\'' | b' ')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Position;

    /// Whether typing `typed` over nothing at the end of `before` composes.
    fn composes(before: &str, typed: &str) -> bool {
        let text = Text::new(&format!("{before}{typed}难"));
        let at = Text::new(before).position_of(before.len(), PositionEncoding::Utf16);
        let change = Change { range: Some(at..at), text: typed.into() };
        is_composing(&text, &change, PositionEncoding::Utf16)
    }

    #[test]
    fn letters_behind_a_character_are_a_composition() {
        assert!(
            composes("攻坚", "k") && composes("攻坚", "ke'nan") && composes("攻坚k", "e") && composes("回顾\n", "yi")
        );
        assert!(composes("攻坚ke", "")); // One letter was taken back.
    }

    #[test]
    fn characters_and_words_of_their_own_are_none() {
        for (before, typed) in
            [("攻坚", "克"), ("攻坚", "。"), ("GDP", "a"), ("攻坚", ""), ("增长5", "g"), ("攻坚", "K")]
        {
            assert!(!composes(before, typed), "{before}{typed}");
        }
        let whole = Change { range: None, text: "ke".into() };
        assert!(!is_composing(&Text::new("ke"), &whole, PositionEncoding::Utf16));
        assert!(!is_composing(
            &Text::new("ke"),
            &Change { range: Some(Position { line: 9, column: 0 }..Position { line: 9, column: 0 }), text: "k".into() },
            PositionEncoding::Utf16
        ));
    }
}
