//! What lists are defined in a document (ECMA-376 part 1, 17.9).

use std::collections::HashMap;
use std::io::Read;

use super::xml::{Element, Pull, Token};
use super::{DocxError, limits};

/// Levels of a list.
pub const LEVELS: usize = 9;

/// All lists of a document.
#[derive(Debug, Default)]
pub struct Definitions {
    /// By `w:numId`.
    lists: HashMap<i64, List>,
    /// By `w:abstractNumId`.
    shapes: HashMap<i64, Shape>,
}

/// A list: a shape, and where it departs from it.
#[derive(Debug, Default)]
struct List {
    shape: i64,
    starts: [Option<u32>; LEVELS],
    levels: [Option<Level>; LEVELS],
}

/// What several lists have in common; they also share their counting.
#[derive(Debug, Default)]
struct Shape {
    levels: [Option<Level>; LEVELS],
    /// The numbering style that this shape is.
    is_style: Option<String>,
    /// The numbering style that says what this shape is.
    by_style: Option<String>,
}

/// One level of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Level {
    pub start: u32,
    /// A word of ST_NumberFormat.
    pub format: String,
    /// The label, `%1` standing for the number of the first level.
    pub text: String,
    /// Whether a tab or a space stands behind the label.
    pub gap: bool,
    /// All numbers in figures.
    pub legal: bool,
    /// The level (from 1) whose number makes this one start again; 0 for none, the one above unless said.
    pub restart: Option<usize>,
    /// The paragraph style that stands for this level.
    style: Option<String>,
}

impl Default for Level {
    fn default() -> Self {
        let (format, text) = ("decimal".into(), String::new());
        Level { start: 0, format, text, gap: true, legal: false, restart: None, style: None }
    }
}

/// A list at hand: which counting it takes part in, and its levels.
#[derive(Debug, Clone, Copy)]
pub struct Found<'a> {
    /// Lists with the same one count on from one another.
    pub shape: i64,
    list: &'a List,
    levels: &'a [Option<Level>; LEVELS],
}

impl Definitions {
    /// Reads the numbering part.
    pub fn read(part: impl Read) -> Result<Self, DocxError> {
        let mut definitions = Definitions::default();
        let mut pull = Pull::new(part);
        while let Some(token) = pull.next()? {
            let Token::Open(element) = token else { continue };
            if definitions.shapes.len().max(definitions.lists.len()) > limits::DEFINITIONS {
                return Err(DocxError::TooLarge);
            }
            let id = |name| element.get(name).and_then(|id| id.trim().parse::<i64>().ok());
            match element.name.as_str() {
                "w:abstractNum" => {
                    let shape = shape(&mut pull)?;
                    definitions.shapes.extend(id("abstractNumId").map(|id| (id, shape)));
                }
                "w:num" => {
                    let list = list(&mut pull)?;
                    definitions.lists.extend(id("numId").map(|id| (id, list)));
                }
                _ => {}
            }
        }
        Ok(definitions)
    }

    /// The list of a number; `None` when nothing defines it.
    pub fn list(&self, id: i64) -> Option<Found<'_>> {
        let list = self.lists.get(&id)?;
        let (mut key, mut shape) = (list.shape, self.shapes.get(&list.shape)?);
        if let Some(style) = &shape.by_style {
            let mut all = self.shapes.iter();
            let found = all.find(|(_, shape)| shape.is_style.as_ref() == Some(style));
            (key, shape) = found.map_or((key, shape), |(key, shape)| (*key, shape));
        }
        Some(Found { shape: key, list, levels: &shape.levels })
    }
}

impl<'a> Found<'a> {
    /// A level, from 0.
    pub fn level(&self, level: usize) -> Option<&'a Level> {
        let own = self.list.levels.get(level)?.as_ref();
        own.or(self.levels.get(level)?.as_ref())
    }

    /// Where this list, unlike its shape, starts to count.
    pub fn start(&self, level: usize) -> Option<u32> {
        self.list.starts.get(level).copied().flatten()
    }

    /// The level that a paragraph style stands for.
    pub fn level_of_style(&self, style: &str) -> Option<usize> {
        (0..LEVELS).find(|at| self.level(*at).is_some_and(|level| level.style.as_deref() == Some(style)))
    }
}

fn shape<R: Read>(pull: &mut Pull<R>) -> Result<Shape, DocxError> {
    let mut shape = Shape::default();
    loop {
        match pull.inside()? {
            Token::Open(element) => match element.name.as_str() {
                "w:lvl" => {
                    let at = index(&element);
                    let level = level(pull)?;
                    if let Some(slot) = shape.levels.get_mut(at) {
                        *slot = Some(level);
                    }
                }
                "w:styleLink" => shape.is_style = element.val().map(str::to_owned),
                "w:numStyleLink" => shape.by_style = element.val().map(str::to_owned),
                _ => {}
            },
            Token::Close(name) if name == "w:abstractNum" => return Ok(shape),
            _ => {}
        }
    }
}

fn list<R: Read>(pull: &mut Pull<R>) -> Result<List, DocxError> {
    let mut list = List::default();
    let mut at = 0;
    loop {
        match pull.inside()? {
            Token::Open(element) => match element.name.as_str() {
                "w:abstractNumId" => list.shape = element.number().unwrap_or(-1),
                "w:lvlOverride" => at = index(&element),
                "w:startOverride" => {
                    if let Some(slot) = list.starts.get_mut(at) {
                        *slot = count(&element);
                    }
                }
                "w:lvl" => {
                    let level = level(pull)?;
                    if let Some(slot) = list.levels.get_mut(at) {
                        *slot = Some(level);
                    }
                }
                _ => {}
            },
            Token::Close(name) if name == "w:num" => return Ok(list),
            _ => {}
        }
    }
}

fn level<R: Read>(pull: &mut Pull<R>) -> Result<Level, DocxError> {
    let mut level = Level::default();
    loop {
        match pull.inside()? {
            Token::Open(element) => match element.name.as_str() {
                "w:start" => level.start = count(&element).unwrap_or(0),
                "w:numFmt" => level.format = element.val().unwrap_or("decimal").to_owned(),
                "w:lvlText" => level.text = element.val().unwrap_or_default().to_owned(),
                "w:suff" => level.gap = element.val() != Some("nothing"),
                "w:isLgl" => level.legal = element.is_on(),
                "w:lvlRestart" => level.restart = count(&element).map(|above| above as usize),
                "w:pStyle" => level.style = element.val().map(str::to_owned),
                _ => {}
            },
            Token::Close(name) if name == "w:lvl" => return Ok(level),
            _ => {}
        }
    }
}

fn index(element: &Element) -> usize {
    element.get("ilvl").and_then(|level| level.trim().parse().ok()).unwrap_or(0)
}

fn count(element: &Element) -> Option<u32> {
    element.number().and_then(|number| u32::try_from(number).ok())
}
