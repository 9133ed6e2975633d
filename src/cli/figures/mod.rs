//! `hegao figures`: the check sheet of the figures of drafts.

mod csv;
mod table;

use std::ops::ControlFlow;
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

use super::args::{Color, FiguresArgs, FiguresFormat};
use super::configs::{Configs, Lookup};
use super::exit;
use super::files::{self, Source};
use super::input::{Input, Origin};
use super::ordered::in_order;
use super::output::Output;
use super::problem::{Problem, say};
use super::progress::Progress;
use super::report::Pages;
use crate::config::Reference;
use crate::draft::Draft;
use crate::features::address::Addresses;
use crate::features::figure_sheet;
use crate::features::figures::{CheckedBy, FigureRow, Summary, figure_rows, summary};
use crate::rules;

/// The sheet of one draft.
struct Sheet {
    path: String,
    rows: Vec<FigureRow>,
    /// Place of each row: line and column from 1 in a file of text, section and paragraph in a document.
    places: Vec<String>,
    /// It is a document, whose rows have no lines.
    is_document: bool,
    /// Headings that each row stands under, outermost first.
    sections: Vec<String>,
}

/// Shows the figures of drafts.
pub fn run(args: &FiguresArgs, color: Color) -> ExitCode {
    let (stdin, paths): (Vec<PathBuf>, Vec<PathBuf>) = args.paths.iter().cloned().partition(|path| is_stdin(path));
    let (drafts, mut failed) = if stdin.is_empty() || !paths.is_empty() { listed(&paths) } else { Default::default() };
    let mut printer = Printer::new(args.format, color, stdin.len() + drafts.len());
    let told = |sheet: Result<Sheet, Problem>, printer: &mut Printer| match sheet {
        Ok(sheet) => printer.sheet(&sheet),
        Err(problem) => {
            say(&problem.to_string());
            true
        }
    };
    for _ in stdin.iter().take(1) {
        failed |= told(Input::stdin("-").map(|input| Sheet::of("-".into(), &input, &[])), &mut printer);
    }
    let progress = Progress::new(drafts.len());
    let work = |source: Source| {
        let input = Input::file(&source.path);
        let sheet = input.map(|input| Sheet::of(source.shown(), &input, source.settings.references()));
        progress.advance();
        sheet
    };
    in_order(drafts.into_iter(), work, |sheet| {
        failed |= progress.aside(|| told(sheet, &mut printer));
        if printer.out.is_closed() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    });
    progress.finish();
    if printer.end() && !failed { exit::CLEAN } else { ExitCode::from(exit::WRONG) }
}

fn is_stdin(path: &std::path::Path) -> bool {
    path.as_os_str() == "-"
}

/// The drafts that paths stand for, as `hegao lint` finds them; and whether something was wrong, which has been told.
fn listed(paths: &[PathBuf]) -> (Vec<Source>, bool) {
    let mut configs = Configs::new(Lookup::Upwards, &[], &[]);
    let listing = files::collect(paths, &mut configs);
    let (_, problems) = configs.finish();
    let problems: Vec<Problem> = listing.problems.into_iter().chain(problems).collect();
    problems.iter().for_each(|problem| say(&problem.to_string()));
    listing.empty.iter().for_each(|folder| say(&files::nothing_in(folder)));
    (listing.drafts, !problems.is_empty())
}

/// Writes one sheet after another.
struct Printer {
    out: Output,
    format: FiguresFormat,
    /// Sheets that may come.
    several: bool,
    written: usize,
    all: Summary,
}

impl Printer {
    fn new(format: FiguresFormat, color: Color, sheets: usize) -> Self {
        let mut out = match format {
            FiguresFormat::Table => Output::styled(color.choice()),
            FiguresFormat::Csv | FiguresFormat::Json => Output::plain(),
        };
        if format == FiguresFormat::Csv {
            out.write(csv::head().as_bytes());
        }
        Printer { out, format, several: sheets > 1, written: 0, all: Summary::default() }
    }

    /// Writes a sheet; `true` where it could not be written.
    fn sheet(&mut self, sheet: &Sheet) -> bool {
        let part = match self.format {
            FiguresFormat::Table => Ok(table::part(sheet, self.several)),
            FiguresFormat::Csv => Ok(csv::part(sheet)),
            FiguresFormat::Json => json(sheet),
        };
        match part {
            Ok(part) => {
                if self.format == FiguresFormat::Json {
                    self.out.write(if self.written == 0 { b"[\n" } else { b",\n" });
                }
                self.out.write(part.as_bytes());
                self.written += 1;
                self.all.add(summary(&sheet.rows));
                false
            }
            Err(problem) => {
                say(&problem.to_string());
                true
            }
        }
    }

    /// Ends the output; `false` when it could not be written.
    fn end(mut self) -> bool {
        match self.format {
            FiguresFormat::Table if self.written > 1 => {
                self.out.write(format!("\n{} 份稿，{}\n", self.written, table::counted(self.all)).as_bytes());
            }
            FiguresFormat::Json => self.out.write(if self.written == 0 { b"[]\n" } else { b"\n]\n" }),
            FiguresFormat::Table | FiguresFormat::Csv => {}
        }
        self.out.close()
    }
}

fn json(sheet: &Sheet) -> Result<String, Problem> {
    let entry = figure_sheet::sheet(&sheet.path, &sheet.rows, &sheet.places);
    serde_json::to_string_pretty(&entry).map_err(|error| Problem::new("JSON", error.to_string()))
}

impl Sheet {
    fn of(path: String, input: &Input, references: &[Arc<Reference>]) -> Self {
        let draft = Draft::new(&input.text);
        let rows = figure_rows(&draft, references);
        let pages = match &input.origin {
            Origin::Document(spots) => Some(Pages { addresses: Addresses::of(&draft), spots }),
            Origin::Text { .. } => None,
        };
        let place = |row: &FigureRow| match &pages {
            Some(pages) => pages.place(draft.text(), row.range.start),
            None => format!("{}:{}", row.position.line + 1, row.position.column + 1),
        };
        let places = rows.iter().map(place).collect();
        let addresses = Addresses::of(&draft);
        let sections = rows.iter().map(|row| addresses.at(row.range.start).sections.join(" › ")).collect();
        Sheet { path, rows, places, is_document: pages.is_some(), sections }
    }
}

/// The calculations of a row, what does not fit first.
fn checks(row: &FigureRow) -> Vec<&CheckedBy> {
    let (right, wrong): (Vec<_>, Vec<_>) = row.checks.iter().partition(|check| check.holds);
    wrong.into_iter().chain(right).collect()
}

fn result(holds: bool) -> &'static str {
    if holds { "相符" } else { "不符" }
}

/// 分项之和（figure/sum）: what a reader of the sheet calls a rule, and what `hegao rule` does.
fn titled(rule: &str) -> String {
    rules::rule(rule).map_or_else(|| rule.to_owned(), |one| format!("{}（{rule}）", one.title))
}

fn year(row: &FigureRow) -> String {
    row.period.map_or(String::new(), |period| period.to_string())
}
