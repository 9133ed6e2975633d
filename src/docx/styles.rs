//! Paragraph styles, as far as they number paragraphs (ECMA-376 part 1, 17.7).

use std::collections::HashMap;
use std::io::Read;

use super::counters::Numbered;
use super::xml::{Pull, Token};
use super::{DocxError, limits};

/// Styles on which a style is based, at most; a loop of them ends here.
const LONGEST: usize = 32;

/// The paragraph styles of a document.
#[derive(Debug, Default)]
pub struct Styles {
    by_id: HashMap<String, Style>,
    /// The style of paragraphs that name none.
    default: Option<String>,
}

#[derive(Debug, Default)]
struct Style {
    based_on: Option<String>,
    numbered: Numbered,
    /// A line of the table of contents.
    contents: bool,
}

impl Styles {
    /// Reads the part of styles.
    pub fn read(part: impl Read) -> Result<Self, DocxError> {
        let mut styles = Styles::default();
        let mut pull = Pull::new(part);
        while let Some(token) = pull.next()? {
            let Token::Open(element) = token else { continue };
            if styles.by_id.len() > limits::DEFINITIONS {
                return Err(DocxError::TooLarge);
            }
            if element.name != "w:style" {
                continue;
            }
            let Some(id) = element.get("styleId") else { continue };
            if element.get("type") == Some("paragraph") && matches!(element.get("default"), Some("1" | "true" | "on")) {
                styles.default = Some(id.to_owned());
            }
            let style = style(&mut pull)?;
            styles.by_id.insert(id.to_owned(), style);
        }
        Ok(styles)
    }

    /// The list that a style puts its paragraphs in, with the style that says so: it or one that it is based on.
    pub fn numbered<'a>(&'a self, style: Option<&'a str>) -> Option<(&'a str, Numbered)> {
        let mut id = style.or(self.default.as_deref());
        let mut level = None;
        for _ in 0..LONGEST {
            let (name, style) = id.and_then(|id| Some((id, self.by_id.get(id)?)))?;
            level = level.or(style.numbered.level);
            if style.numbered.list.is_some() {
                return Some((name, Numbered { list: style.numbered.list, level }));
            }
            id = style.based_on.as_deref();
        }
        None
    }

    /// Whether paragraphs of a style are lines of the table of contents, which says again what the headings say.
    pub fn is_contents(&self, style: Option<&str>) -> bool {
        style.and_then(|id| self.by_id.get(id)).is_some_and(|style| style.contents)
    }
}

fn style<R: Read>(pull: &mut Pull<R>) -> Result<Style, DocxError> {
    let mut style = Style::default();
    loop {
        match pull.inside()? {
            Token::Open(element) => match element.name.as_str() {
                "w:name" => style.contents = element.val().is_some_and(|name| name.to_lowercase().starts_with("toc ")),
                "w:basedOn" => style.based_on = element.val().map(str::to_owned),
                "w:numId" => style.numbered.list = element.number(),
                "w:ilvl" => style.numbered.level = element.number().and_then(|level| usize::try_from(level).ok()),
                _ => {}
            },
            Token::Close(name) if name == "w:style" => return Ok(style),
            _ => {}
        }
    }
}
