//! How findings are shown: one file per format.

mod excerpt;
mod json;
mod text;
mod window;

use super::args::Format;
use crate::rules::Finding;
use crate::text::Text;

/// A draft that was checked, ready to be shown.
#[derive(Clone, Copy)]
pub struct Checked<'a> {
    /// Path as the user knows it.
    pub path: &'a str,
    pub text: &'a Text,
    pub findings: &'a [Finding],
    /// Whether the user asked for unsafe fixes as well.
    pub unsafe_fixes: bool,
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
