//! Where findings are: in lines and columns of a file of text, in sections and paragraphs of a document.

use super::Checked;
use crate::docx::{Spot, Spots};
use crate::features::address::Addresses;
use crate::rules::Finding;
use crate::text::{PositionEncoding, Text};

/// Places of a document, as its reader would tell them.
pub struct Pages<'a> {
    pub addresses: Addresses<'a>,
    pub spots: &'a Spots,
}

impl Pages<'_> {
    /// The place of a byte of the text: 一、工作回顾 › （二）抓投资 › 第3段.
    pub fn place(&self, text: &Text, byte: usize) -> String {
        let address = self.addresses.at(byte);
        match self.spots.at(text.line_of_byte(byte)) {
            Spot::Body => address.to_string(),
            spot @ (Spot::Footnote(_) | Spot::Endnote(_)) => spot.to_string(),
            spot => format!("{address}（{spot}）"),
        }
    }
}

impl Checked<'_> {
    pub fn text(&self) -> &Text {
        self.draft.text()
    }

    /// Line and column of a byte, both from 1.
    pub fn point(&self, byte: usize, columns: PositionEncoding) -> (usize, usize) {
        let position = self.text().position_of(byte, columns);
        (position.line + 1, position.column + 1)
    }

    /// Path and place of a byte: line and column (in characters) from 1 in a file of text, section and paragraph in a
    /// document.
    pub fn place(&self, byte: usize) -> String {
        match self.pages {
            Some(pages) => format!("{}：{}", self.path, pages.place(self.text(), byte)),
            None => {
                let (line, column) = self.point(byte, PositionEncoding::Utf32);
                format!("{}:{line}:{column}", self.path)
            }
        }
    }

    /// The place within the draft, for people: 第3行, or the section and paragraph of a document.
    pub fn place_within(&self, byte: usize) -> String {
        match self.pages {
            Some(pages) => pages.place(self.text(), byte),
            None => format!("第{}行", self.text().line_of_byte(byte) + 1),
        }
    }

    /// The message of a finding, with its place where the format has no room for that of a document.
    pub fn message(&self, finding: &Finding) -> String {
        match self.pages {
            Some(pages) => format!("{}：{}", pages.place(self.text(), finding.place.start), finding.message),
            None => finding.message.clone(),
        }
    }

    /// Line from 1; `None` in a document, which has no lines that its reader could count.
    pub fn line(&self, byte: usize) -> Option<usize> {
        self.pages.is_none().then(|| self.text().line_of_byte(byte) + 1)
    }

    /// The part of a document that a byte stands in when it is not the body: a table, a note, a text box.
    pub fn aside(&self, byte: usize) -> Option<Spot> {
        let spot = self.pages?.spots.at(self.text().line_of_byte(byte));
        (spot != Spot::Body).then_some(spot)
    }
}
