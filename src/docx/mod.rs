//! Drafts in .docx, as Word and WPS write them (ECMA-376, Office Open XML).
//!
//! The text is what a reader sees on paper: numbers of automatic numbering are written out, tracked changes are
//! accepted, hidden text, comments, headers, footers and the table of contents are left out. A paragraph is a line; a
//! row of a table is a line with `|` between its cells; text of a box follows the paragraph that it is anchored in;
//! footnotes and endnotes stand behind the body. Nothing is ever written back.
//!
//! Nothing here opens files: a document is anything that can be read and sought in. What is held in memory is bounded
//! by [`limits`], whatever the archive claims.
//!
//! | what | where |
//! |---|---|
//! | parts of the archive | `package` |
//! | elements of a part, those that do not count left out | `xml` |
//! | body, notes | `body`, its paragraphs in `paragraph` |
//! | automatic numbers | `numbering` (what is defined), `counters` (where each list stands), `numeral` |
//! | styles | `styles` |

mod body;
mod counters;
mod error;
mod numbering;
mod numeral;
mod package;
mod paragraph;
mod styles;
mod xml;

use std::io::{Read, Seek};

pub use error::DocxError;

/// What is read at most, in bytes; a report of 30,000 characters has 90 KB of text in 2 MB of XML.
pub mod limits {
    /// Text of a draft.
    pub const TEXT: usize = 32 << 20;
    /// One part of the archive, unpacked.
    pub const PART: u64 = 256 << 20;
    /// One piece of text or one element with its attributes.
    pub const EVENT: usize = 4 << 20;
    /// The file itself, pictures included.
    pub const FILE: u64 = 512 << 20;
    /// Lists, and styles.
    pub const DEFINITIONS: usize = 20_000;
    /// Tables and text boxes inside one another.
    pub const DEPTH: usize = 40;
}

/// A document as a draft.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Document {
    /// One line for each paragraph or row.
    pub text: String,
    pub spots: Spots,
}

/// Where the lines of a document come from.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Spots {
    /// Line (from 0) and place of those lines that are not paragraphs of the body, ascending.
    others: Vec<(usize, Spot)>,
}

/// Where in a document a line comes from. Numbers count from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Spot {
    /// A paragraph of the body.
    Body,
    /// A row of a table; tables of one cell a row are frames around paragraphs.
    Row {
        table: usize,
        row: usize,
    },
    TextBox(usize),
    Footnote(usize),
    Endnote(usize),
}

/// A line of the draft with its place; a line break inside a paragraph makes two lines of it.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Line {
    text: String,
    spot: Spot,
}

impl Document {
    fn of(lines: Vec<Line>) -> Self {
        let mut document = Document::default();
        let mut number = 0;
        for line in lines {
            for part in line.text.split('\n') {
                if line.spot != Spot::Body {
                    document.spots.others.push((number, line.spot));
                }
                document.text.push_str(part);
                document.text.push('\n');
                number += 1;
            }
        }
        document
    }
}

impl Spots {
    /// Where a line (from 0) of the text comes from.
    pub fn at(&self, line: usize) -> Spot {
        let at = self.others.binary_search_by_key(&line, |(line, _)| *line);
        at.map_or(Spot::Body, |at| self.others[at].1)
    }
}

impl std::fmt::Display for Spot {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Spot::Body => f.write_str("正文"),
            Spot::Row { table, row } => write!(f, "表格 {table} 第 {row} 行"),
            Spot::TextBox(number) => write!(f, "文本框 {number}"),
            Spot::Footnote(number) => write!(f, "脚注 {number}"),
            Spot::Endnote(number) => write!(f, "尾注 {number}"),
        }
    }
}

/// Whether the first bytes of a file are those of an archive, which a .docx is.
pub fn is_archive(head: &[u8]) -> bool {
    head.starts_with(b"PK\x03\x04") || head.starts_with(b"PK\x05\x06")
}

/// Whether the bytes are an encrypted document: the older container around a stream called EncryptedPackage
/// (MS-OFFCRYPTO 2.3).
pub fn is_encrypted(bytes: &[u8]) -> bool {
    let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    bytes.starts_with(b"\xD0\xCF\x11\xE0") && memchr::memmem::find(bytes, &name).is_some()
}

/// Reads a document.
///
/// # Errors
/// What is encrypted, damaged, of another kind or beyond the [`limits`].
pub fn read(document: impl Read + Seek) -> Result<Document, DocxError> {
    let mut package = package::Package::open(document)?;
    let styles = package.styles()?;
    let definitions = package.numbering()?;
    let mut lists = counters::Counters::new(definitions);
    let mut lines = Vec::new();
    let notes = package.body(&styles, &mut lists, &mut lines)?;
    package.notes(&notes, &styles, &mut lists, &mut lines)?;
    Ok(Document::of(lines))
}
