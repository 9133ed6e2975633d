//! One file or standard input as a draft: plain text in its encoding, or a document of Word or WPS.

use std::fs::File;
use std::io::{self, BufReader, Cursor, Read, Seek};
use std::path::Path;

use super::problem::Problem;
use crate::docx::{self, Spots};
use crate::text::{Decoded, FileEncoding, decode};

/// Longest draft in plain text, in bytes; a report of 30,000 characters has 90,000.
const LONGEST: u64 = 64 << 20;

/// A draft as it was read.
#[derive(Debug)]
pub struct Input {
    pub text: String,
    pub origin: Origin,
}

/// What a draft was read from.
#[derive(Debug)]
pub enum Origin {
    /// A file of text, which can be written back.
    Text { encoding: FileEncoding, bytes: Vec<u8> },
    /// A document, which is only read.
    Document(Spots),
}

impl Origin {
    /// The places of a document.
    pub fn spots(&self) -> Option<&Spots> {
        match self {
            Origin::Document(spots) => Some(spots),
            Origin::Text { .. } => None,
        }
    }
}

impl Input {
    /// Reads a file.
    ///
    /// # Errors
    /// What cannot be read or is no draft, said with its remedy.
    pub fn file(path: &Path) -> Result<Self, Problem> {
        let shown = path.display().to_string();
        let unreadable = |error: io::Error| Problem::unreadable(shown.clone(), &error);
        let mut file = File::open(path).map_err(unreadable)?;
        let meta = file.metadata().map_err(unreadable)?;
        if meta.is_file() {
            let mut head = Vec::new();
            file.by_ref().take(4).read_to_end(&mut head).map_err(unreadable)?;
            file.rewind().map_err(unreadable)?;
            if docx::is_archive(&head) {
                let most = docx::limits::FILE;
                return if meta.len() > most {
                    Err(too_large(&shown, most))
                } else {
                    document(&shown, BufReader::new(file))
                };
            }
        }
        Input::stream(&shown, file)
    }

    /// Reads standard input, which is shown under a name.
    ///
    /// # Errors
    /// As [`Input::file`].
    pub fn stdin(shown: &str) -> Result<Self, Problem> {
        Input::stream(shown, io::stdin().lock())
    }

    fn stream(shown: &str, from: impl Read) -> Result<Self, Problem> {
        let mut bytes = Vec::new();
        let read = from.take(LONGEST + 1).read_to_end(&mut bytes);
        read.map_err(|error| Problem::unreadable(shown, &error))?;
        if bytes.len() as u64 > LONGEST {
            return Err(too_large(shown, LONGEST));
        }
        Input::bytes(shown, bytes)
    }

    /// Reads what a file holds or held.
    ///
    /// # Errors
    /// As [`Input::file`].
    pub fn bytes(shown: &str, bytes: Vec<u8>) -> Result<Self, Problem> {
        if docx::is_archive(&bytes) {
            return document(shown, Cursor::new(bytes));
        }
        if docx::is_encrypted(&bytes) {
            return Err(Problem::new(shown, docx::DocxError::Encrypted.to_string()));
        }
        match decode(&bytes) {
            Ok(Decoded { text, encoding }) => Ok(Input { text, origin: Origin::Text { encoding, bytes } }),
            Err(error) => Err(Problem::new(shown, error.to_string())),
        }
    }
}

fn document(shown: &str, from: impl Read + Seek) -> Result<Input, Problem> {
    match docx::read(from) {
        Ok(document) => Ok(Input { text: document.text, origin: Origin::Document(document.spots) }),
        Err(error) => Err(Problem::new(shown, error.to_string())),
    }
}

fn too_large(shown: &str, most: u64) -> Problem {
    Problem::new(shown, format!("文件超过 {} MB，不像一份报告，没有读；请检查文件，或拆开再核", most >> 20))
}
