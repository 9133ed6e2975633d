//! How findings are shown: one file per format.

mod checkstyle;
mod concise;
mod csv;
mod excerpt;
mod github;
mod gitlab;
mod html;
pub mod json;
mod junit;
mod place;
mod quote;
mod rdjson;
mod sarif;
mod text;
mod uri;
mod window;
mod xml;

use super::args::Format;
use super::problem::Problem;
use super::tally::Tally;
use crate::draft::Draft;
use crate::rules::Finding;

pub use place::Pages;

/// A draft that was checked, ready to be shown.
#[derive(Clone, Copy)]
pub struct Checked<'a> {
    /// Path as the user knows it.
    pub path: &'a str,
    pub draft: &'a Draft,
    pub findings: &'a [Finding],
    /// Whether the user asked for unsafe fixes as well.
    pub unsafe_fixes: bool,
    /// Places of a document of Word or WPS, whose reader sees no lines.
    pub pages: Option<&'a Pages<'a>>,
}

/// The findings of one draft, a part of the whole report.
#[derive(Debug, Default)]
pub struct Part {
    /// For [`Format::Text`] it is coloured, for a stream that can take colours out.
    pub text: String,
    /// What may have to wait for what other drafts have.
    pub annotations: Vec<github::Annotation>,
}

/// What is known when all drafts are done.
pub struct Ending<'a> {
    pub tally: &'a Tally,
    pub problems: &'a [Problem],
    pub unsafe_fixes: bool,
}

/// The part of one draft.
pub fn part(format: Format, checked: &Checked<'_>) -> Part {
    let text = match format {
        Format::Text => text::part(checked),
        Format::Concise => concise::part(checked),
        Format::Json => json::part(checked, ",\n"),
        Format::Jsonl => json::lines(checked),
        Format::Sarif => sarif::part(checked),
        Format::Github => return Part { text: String::new(), annotations: github::annotations(checked) },
        Format::Gitlab => gitlab::part(checked),
        Format::Junit => junit::part(checked),
        Format::Checkstyle => checkstyle::part(checked),
        Format::Rdjson => rdjson::part(checked),
        Format::Html => html::part(checked),
        Format::Csv => csv::part(checked),
    };
    Part { text, annotations: Vec::new() }
}

/// The part of a draft that could not be checked, in formats that have one for it.
pub fn failure(format: Format, problem: &Problem) -> Part {
    match format {
        Format::Junit => Part { text: junit::failure(problem), annotations: Vec::new() },
        _ => Part::default(),
    }
}

/// What stands around the parts so that the whole is one valid document.
pub struct Frame {
    format: Format,
    first: bool,
    held: github::Held,
}

impl Frame {
    pub fn new(format: Format) -> Self {
        Frame { format, first: true, held: github::Held::default() }
    }

    /// A part with what stands before it; empty for an empty part.
    pub fn around(&mut self, part: Part) -> String {
        let text = if self.format == Format::Github { self.held.take(part.annotations) } else { part.text };
        if text.is_empty() {
            return text;
        }
        let before = if std::mem::replace(&mut self.first, false) { self.head() } else { self.between().into() };
        before + &text
    }

    /// What stands at the end.
    pub fn end(&mut self, ending: &Ending<'_>) -> String {
        let tail = match self.format {
            Format::Text | Format::Concise if ending.tally.is_empty() => String::new(),
            Format::Text | Format::Concise => ending.tally.summary(ending.unsafe_fixes) + "\n",
            Format::Json | Format::Gitlab if self.first => "]\n".into(),
            Format::Json | Format::Gitlab => "\n]\n".into(),
            Format::Jsonl | Format::Csv => String::new(),
            Format::Sarif => sarif::tail(ending.problems),
            Format::Github => self.held.commands(ending),
            Format::Junit => junit::TAIL.into(),
            Format::Checkstyle => checkstyle::TAIL.into(),
            Format::Rdjson => rdjson::TAIL.into(),
            Format::Html => html::tail(ending),
        };
        if self.first { self.head() + &tail } else { tail }
    }

    /// What a step of a workflow shows on its page, for [`Format::Github`].
    pub fn step_summary(&self, ending: &Ending<'_>) -> Option<String> {
        (self.format == Format::Github).then(|| self.held.summary(ending))
    }

    /// What stands before the first part, or before the end of a report without parts.
    fn head(&self) -> String {
        match self.format {
            Format::Text | Format::Concise | Format::Jsonl | Format::Github => String::new(),
            Format::Json | Format::Gitlab if self.first => "[".into(),
            Format::Json | Format::Gitlab => "[\n".into(),
            Format::Sarif => sarif::head(),
            Format::Junit => junit::HEAD.into(),
            Format::Checkstyle => checkstyle::HEAD.into(),
            Format::Rdjson => rdjson::HEAD.into(),
            Format::Html => html::head(),
            Format::Csv => csv::head(),
        }
    }

    fn between(&self) -> &'static str {
        match self.format {
            Format::Json | Format::Gitlab | Format::Sarif | Format::Rdjson => ",\n",
            _ => "",
        }
    }
}
