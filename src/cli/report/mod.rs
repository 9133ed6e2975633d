//! How findings are shown: one file per format.

mod excerpt;
mod json;
mod text;
mod window;

use super::args::Format;
use crate::docx::{Spot, Spots};
use crate::features::address::Addresses;
use crate::rules::Finding;
use crate::text::{PositionEncoding, Text};

/// A draft that was checked, ready to be shown.
#[derive(Clone, Copy)]
pub struct Checked<'a> {
    /// Path as the user knows it.
    pub path: &'a str,
    pub text: &'a Text,
    pub findings: &'a [Finding],
    /// Whether the user asked for unsafe fixes as well.
    pub unsafe_fixes: bool,
    /// Places of a document of Word or WPS, whose reader sees no lines.
    pub pages: Option<&'a Pages<'a>>,
}

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
    /// Path and place of a byte: line and column from 1 in a file of text, section and paragraph in a document.
    pub fn place(&self, byte: usize) -> String {
        match self.pages {
            Some(pages) => format!("{}：{}", self.path, pages.place(self.text, byte)),
            None => {
                let position = self.text.position_of(byte, PositionEncoding::Utf32);
                format!("{}:{}:{}", self.path, position.line + 1, position.column + 1)
            }
        }
    }
}

/// The findings of one draft, a part of the whole report; text is coloured, for a stream that can take colours out.
pub fn part(format: Format, checked: &Checked<'_>) -> String {
    match format {
        Format::Text => text::part(checked),
        Format::Json => json::part(checked),
    }
}

/// What stands around the parts so that the whole is one valid document.
pub struct Frame {
    format: Format,
    first: bool,
}

impl Frame {
    pub fn new(format: Format) -> Self {
        Frame { format, first: true }
    }

    /// What stands before a part that is not empty.
    pub fn before_part(&mut self) -> &'static str {
        let first = std::mem::replace(&mut self.first, false);
        match (self.format, first) {
            (Format::Text, _) => "",
            (Format::Json, true) => "[\n",
            (Format::Json, false) => ",\n",
        }
    }

    /// What stands at the end.
    pub fn end(&self) -> &'static str {
        match (self.format, self.first) {
            (Format::Text, _) => "",
            (Format::Json, true) => "[]\n",
            (Format::Json, false) => "\n]\n",
        }
    }
}
