//! The body and the notes of a document, as lines.

use std::io::Read;

use super::counters::Counters;
use super::paragraph::{self, Properties};
use super::styles::Styles;
use super::xml::{Pull, Token};
use super::{DocxError, Line, Spot, limits};

/// Notes in the order in which the body refers to them.
#[derive(Debug, Default)]
pub struct Notes {
    pub footnotes: Vec<String>,
    pub endnotes: Vec<String>,
}

/// What a line, a cell or a note takes in memory besides its text, in bytes: a part of nothing but empty ones is no
/// smaller than one of text.
const LINE: usize = 64;

/// Reads the blocks of one part.
pub struct Body<'a, R> {
    pull: Pull<R>,
    styles: &'a Styles,
    lists: &'a mut Counters,
    notes: Notes,
    tables: usize,
    boxes: usize,
    /// Bytes that may still be taken.
    left: usize,
    depth: usize,
}

impl<'a, R: Read> Body<'a, R> {
    pub fn new(part: R, styles: &'a Styles, lists: &'a mut Counters) -> Self {
        let (notes, tables, boxes, depth) = (Notes::default(), 0, 0, 0);
        Body { pull: Pull::new(part), styles, lists, notes, tables, boxes, left: limits::TEXT, depth }
    }

    /// The lines of the body, and the notes that it refers to.
    pub fn document(mut self, out: &mut Vec<Line>) -> Result<Notes, DocxError> {
        loop {
            match self.pull.next()? {
                Some(Token::Open(element)) if element.name == "w:body" => break,
                Some(_) => {}
                None => return Err(DocxError::damaged("没有正文")),
            }
        }
        self.blocks("w:body", Spot::Body, out)?;
        // Read to its end, the part shows whether it is whole and its checksum right.
        while self.pull.next()?.is_some() {}
        Ok(self.notes)
    }

    /// The notes of a part by their numbers.
    pub fn all_notes(
        mut self,
        element: &str,
        spot: fn(usize) -> Spot,
        order: &[String],
        out: &mut Vec<Line>,
    ) -> Result<(), DocxError> {
        let mut found: Vec<(usize, Vec<Line>)> = Vec::new();
        while let Some(token) = self.pull.next()? {
            let Token::Open(note) = token else { continue };
            let number = note.get("id").and_then(|id| order.iter().position(|known| known == id));
            if let Some(number) = number.filter(|_| note.name == element) {
                let mut lines = Vec::new();
                self.blocks(element, spot(number + 1), &mut lines)?;
                found.push((number, lines));
            }
        }
        found.sort_by_key(|(number, _)| *number);
        for line in found.into_iter().flat_map(|(_, lines)| lines) {
            // A tab or a space stands between the mark of a note, which is no word of it, and its text.
            let text = line.text.trim().to_owned();
            out.extend((!text.is_empty()).then_some(Line { text, ..line }));
        }
        Ok(())
    }

    /// The paragraphs and tables up to the end of an element that was opened last.
    fn blocks(&mut self, end: &str, spot: Spot, out: &mut Vec<Line>) -> Result<(), DocxError> {
        self.depth += 1;
        if self.depth > limits::DEPTH {
            return Err(DocxError::TooDeep);
        }
        // Words of a paragraph whose end was deleted.
        let mut carried = String::new();
        loop {
            match self.pull.inside()? {
                Token::Open(element) => match element.name.as_str() {
                    "w:p" => self.paragraph(spot, &mut carried, out)?,
                    "w:tbl" => self.table(spot, out)?,
                    "w:sectPr" | "w:del" | "w:moveFrom" => self.pull.skip()?,
                    _ => {}
                },
                Token::Close(name) if name == end => break,
                _ => {}
            }
        }
        if !carried.is_empty() {
            out.push(Line { text: carried, spot });
        }
        self.depth -= 1;
        Ok(())
    }

    fn paragraph(&mut self, spot: Spot, carried: &mut String, out: &mut Vec<Line>) -> Result<(), DocxError> {
        let mut properties = Properties::default();
        let (mut words, mut hidden, mut boxed) = (String::new(), false, Vec::new());
        loop {
            match self.pull.inside()? {
                Token::Open(element) => match element.name.as_str() {
                    "w:pPr" => properties = paragraph::properties(&mut self.pull)?,
                    "w:rPr" => hidden = paragraph::hides(&mut self.pull)?,
                    "w:r" => hidden = false,
                    "w:t" | "m:t" => {
                        let text = self.pull.text(&element)?;
                        if !hidden {
                            self.spend(text.len())?;
                            words += &text;
                        }
                    }
                    // Deleted, or no part of the line: the sound above a word, the command of a field.
                    "w:del" | "w:moveFrom" | "w:rt" | "w:instrText" | "w:delText" => self.pull.skip()?,
                    "w:txbxContent" => {
                        self.boxes += 1;
                        let spot = Spot::TextBox(self.boxes);
                        self.blocks("w:txbxContent", spot, &mut boxed)?;
                    }
                    "w:footnoteReference" | "w:endnoteReference" => {
                        self.spend(LINE)?;
                        let id = element.get("id").map(str::to_owned);
                        let foot = element.name == "w:footnoteReference";
                        if foot { self.notes.footnotes.extend(id) } else { self.notes.endnotes.extend(id) }
                    }
                    _ => words.extend(paragraph::look(&element).filter(|_| !hidden)),
                },
                Token::Close(name) if name == "w:p" => break,
                _ => {}
            }
        }
        self.spend(LINE)?;
        carried.push_str(&words);
        if !properties.joined && !self.styles.is_contents(properties.style.as_deref()) {
            let label = self.lists.label(properties.numbered, properties.style.as_deref(), self.styles);
            out.push(Line { text: label + carried, spot });
        }
        if !properties.joined {
            carried.clear();
        }
        out.append(&mut boxed);
        Ok(())
    }

    /// A table: a line for each row; tables of one cell a row are frames, and their paragraphs stand for themselves.
    fn table(&mut self, spot: Spot, out: &mut Vec<Line>) -> Result<(), DocxError> {
        let outer = matches!(spot, Spot::Body);
        self.tables += usize::from(outer);
        let number = self.tables;
        let at = |row: usize| if outer { Spot::Row { table: number, row } } else { spot };
        let mut rows: Vec<Vec<Vec<Line>>> = Vec::new();
        loop {
            match self.pull.inside()? {
                Token::Open(element) if element.name == "w:tr" => {
                    let spot = at(rows.len() + 1);
                    rows.extend(self.row(spot)?);
                }
                Token::Close(name) if name == "w:tbl" => break,
                _ => {}
            }
        }
        if rows.iter().all(|cells| cells.len() < 2) {
            out.extend(rows.into_iter().flatten().flatten());
            return Ok(());
        }
        for (row, cells) in rows.into_iter().enumerate() {
            if cells.iter().flatten().any(|line| !line.text.trim().is_empty()) {
                let cells: Vec<String> = cells.iter().map(|lines| cell(lines)).collect();
                out.push(Line { text: format!("| {} |", cells.join(" | ")), spot: at(row + 1) });
            }
        }
        Ok(())
    }

    /// The cells of a row; `None` for one that was deleted.
    fn row(&mut self, spot: Spot) -> Result<Option<Vec<Vec<Line>>>, DocxError> {
        let (mut cells, mut deleted) = (Vec::new(), false);
        loop {
            match self.pull.inside()? {
                Token::Open(element) => match element.name.as_str() {
                    "w:tc" => {
                        let mut lines = Vec::new();
                        self.spend(LINE)?;
                        self.blocks("w:tc", spot, &mut lines)?;
                        cells.push(lines);
                    }
                    "w:del" => deleted = true,
                    _ => {}
                },
                Token::Close(name) if name == "w:tr" => return Ok((!deleted).then_some(cells)),
                _ => {}
            }
        }
    }

    fn spend(&mut self, bytes: usize) -> Result<(), DocxError> {
        self.left = self.left.checked_sub(bytes).ok_or(DocxError::TooLarge)?;
        Ok(())
    }
}

fn cell(lines: &[Line]) -> String {
    let words = lines.iter().map(|line| line.text.trim()).filter(|text| !text.is_empty());
    words.collect::<Vec<_>>().join(" ").replace('\n', " ")
}
