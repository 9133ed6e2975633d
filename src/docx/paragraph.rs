//! One paragraph: its words, and what its properties say.

use std::io::Read;

use super::DocxError;
use super::counters::Numbered;
use super::xml::{Element, Pull, Token};

/// What the properties of a paragraph say.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Properties {
    pub style: Option<String>,
    pub numbered: Numbered,
    /// Its end was deleted: with the change accepted, the next paragraph goes on here.
    pub joined: bool,
}

/// Reads the properties that were opened last, to their end.
pub fn properties<R: Read>(pull: &mut Pull<R>) -> Result<Properties, DocxError> {
    let mut found = Properties::default();
    loop {
        match pull.inside()? {
            Token::Open(element) => match element.name.as_str() {
                "w:pStyle" => found.style = element.val().map(str::to_owned),
                "w:numId" => found.numbered.list = element.number(),
                "w:ilvl" => found.numbered.level = element.number().and_then(|level| usize::try_from(level).ok()),
                "w:del" | "w:moveFrom" => found.joined = true,
                _ => {}
            },
            Token::Close(name) if name == "w:pPr" => return Ok(found),
            _ => {}
        }
    }
}

/// Whether the properties of a run, which were opened last, hide it.
pub fn hides<R: Read>(pull: &mut Pull<R>) -> Result<bool, DocxError> {
    let mut hidden = false;
    loop {
        match pull.inside()? {
            Token::Open(element) if element.name == "w:vanish" => hidden = element.is_on(),
            Token::Close(name) if name == "w:rPr" => return Ok(hidden),
            _ => {}
        }
    }
}

/// What an element without words of its own looks like on paper.
pub fn look(element: &Element) -> Option<char> {
    match element.name.as_str() {
        "w:tab" | "w:ptab" => Some('\t'),
        "w:cr" => Some('\n'),
        // A page or a column may end inside a sentence.
        "w:br" if matches!(element.get("type"), None | Some("textWrapping")) => Some('\n'),
        "w:noBreakHyphen" => Some('-'),
        "w:sym" => {
            let code = element.get("char").and_then(|code| u32::from_str_radix(code, 16).ok())?;
            // What symbol fonts show at their own code points cannot be known.
            char::from_u32(code).filter(|ch| !('\u{E000}'..='\u{F8FF}').contains(ch) && !ch.is_control())
        }
        _ => None,
    }
}
