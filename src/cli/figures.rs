//! `hegao figures`: the check sheet of the figures of drafts.

use std::process::ExitCode;

use super::args::{Color, FiguresArgs, FiguresFormat};
use super::exit;
use super::input::{Input, Origin};
use super::output::Output;
use super::problem::{Problem, say};
use super::report::Pages;
use super::terminal::width;
use crate::draft::Draft;
use crate::features::address::Addresses;
use crate::features::figure_sheet;
use crate::features::figures::{FigureRow, Summary, figure_rows, summary};
use crate::text::han::cells;

/// Cells after which an indicator is cut in the table.
const INDICATOR: usize = 40;
/// What spreadsheet programs need at the start of a file to read it as UTF-8.
const BYTE_ORDER_MARK: &[u8] = b"\xEF\xBB\xBF";

/// The sheet of one draft.
struct Sheet {
    path: String,
    rows: Vec<FigureRow>,
    /// Place of each row: line and column from 1 in a file of text, section and paragraph in a document.
    places: Vec<String>,
}

/// Shows the figures of drafts.
pub fn run(args: &FiguresArgs, color: Color) -> ExitCode {
    let mut sheets = Vec::new();
    let mut failed = false;
    for file in &args.files {
        let shown = file.display().to_string();
        let input = if shown == "-" { Input::stdin(&shown) } else { Input::file(file) };
        match input {
            Ok(input) => sheets.push(Sheet::of(shown, &input)),
            Err(problem) => {
                say(&problem.to_string());
                failed = true;
            }
        }
    }
    let (mut out, rendered) = match args.format {
        FiguresFormat::Table => (Output::styled(color.choice()), Ok(table(&sheets).into_bytes())),
        FiguresFormat::Csv => (Output::plain(), csv(&sheets)),
        FiguresFormat::Json => (Output::plain(), json(&sheets)),
    };
    match rendered {
        Ok(bytes) => out.write(&bytes),
        Err(problem) => {
            say(&problem.to_string());
            failed = true;
        }
    }
    if out.close() && !failed { exit::CLEAN } else { ExitCode::from(exit::WRONG) }
}

impl Sheet {
    fn of(path: String, input: &Input) -> Self {
        let draft = Draft::new(&input.text);
        let rows = figure_rows(&draft);
        let pages = match &input.origin {
            Origin::Document(spots) => Some(Pages { addresses: Addresses::of(&draft), spots }),
            Origin::Text { .. } => None,
        };
        let place = |row: &FigureRow| match &pages {
            Some(pages) => pages.place(draft.text(), row.range.start),
            None => format!("{}:{}", row.position.line + 1, row.position.column + 1),
        };
        let places = rows.iter().map(place).collect();
        Sheet { path, rows, places }
    }
}

/// One line for each figure, columns aligned, and a summary for each draft.
fn table(sheets: &[Sheet]) -> String {
    let mut out = String::new();
    for sheet in sheets {
        if sheets.len() > 1 {
            out.push_str(&format!("{}\n", plain(&sheet.path)));
        }
        let head = ["序号", "位置", "指标", "年份", "数值", "单位", "核对"].map(str::to_owned);
        let lines: Vec<[String; 7]> = std::iter::once(head)
            .chain(sheet.rows.iter().enumerate().map(|(index, row)| {
                let indicator = short(&format!("{}{}", row.scope, row.indicator));
                let rough = if row.rough { "（约数）" } else { "" };
                let number = format!("{}{rough}", row.number);
                let place = plain(&sheet.places[index]);
                let unit = plain(&row.unit);
                [(index + 1).to_string(), place, indicator, year(row), number, unit, verdict(row)]
            }))
            .collect();
        let widths: Vec<usize> =
            (0..7).map(|column| lines.iter().map(|line| width(&line[column])).max().unwrap_or(0)).collect();
        for line in &lines {
            let cells =
                line.iter().zip(&widths).map(|(cell, wide)| format!("{cell}{}", " ".repeat(wide - width(cell))));
            out.push_str(cells.collect::<Vec<_>>().join("  ").trim_end());
            out.push('\n');
        }
        out.push_str(&format!("{}\n", told(summary(&sheet.rows))));
    }
    out
}

fn told(summary: Summary) -> String {
    let Summary { figures, right, wrong } = summary;
    let unchecked = figures - right - wrong;
    format!("共 {figures} 个数：{right} 个经算术核对相符，{wrong} 个不符，{unchecked} 个须对照来源核实")
}

fn year(row: &FigureRow) -> String {
    row.period.map_or(String::new(), |period| period.to_string())
}

/// 相符 or 不符, and the calculations.
fn verdict(row: &FigureRow) -> String {
    let wrong = row.checks.iter().filter(|check| !check.holds).map(|check| format!("不符 {}", plain(&check.shown)));
    let right = row.checks.iter().filter(|check| check.holds).map(|check| format!("相符 {}", plain(&check.shown)));
    wrong.chain(right).collect::<Vec<_>>().join("；")
}

/// Without characters that steer the terminal.
fn plain(text: &str) -> String {
    text.chars().map(|ch| if ch.is_control() { ' ' } else { ch }).collect()
}

fn short(text: &str) -> String {
    let (mut used, mut short) = (0, String::new());
    for ch in plain(text).chars() {
        used += cells(ch);
        if used > INDICATOR {
            return short + "…";
        }
        short.push(ch);
    }
    short
}

/// A sheet for spreadsheet programs: UTF-8 with a byte order mark, lines ending in CR LF.
fn csv(sheets: &[Sheet]) -> Result<Vec<u8>, Problem> {
    let failed = |error: String| Problem::new("CSV", format!("写不出来（{error}）"));
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(BYTE_ORDER_MARK.to_vec());
    let head = ["序号", "文件", "位置", "口径", "指标", "年份", "数值", "单位", "概数", "类别", "原文", "核对"];
    writer.write_record(head).map_err(|error| failed(error.to_string()))?;
    for sheet in sheets {
        for (index, row) in sheet.rows.iter().enumerate() {
            let rough = if row.rough { "是" } else { "" };
            let (number, year, verdict) = ((index + 1).to_string(), year(row), verdict(row));
            let title = row.relation.title();
            let cells = [
                &number,
                &sheet.path,
                &sheet.places[index],
                row.scope,
                &row.indicator,
                &year,
                &row.number,
                &row.unit,
                rough,
                title,
                &row.words,
                &verdict,
            ];
            writer.write_record(cells.map(inert)).map_err(|error| failed(error.to_string()))?;
        }
    }
    writer.into_inner().map_err(|error| failed(error.to_string()))
}

/// A cell that a spreadsheet program takes for text: one that begins like a formula would be calculated.
fn inert(cell: &str) -> String {
    if cell.starts_with(['=', '+', '-', '@', '\t']) { format!("'{cell}") } else { cell.to_owned() }
}

fn json(sheets: &[Sheet]) -> Result<Vec<u8>, Problem> {
    let entries: Vec<figure_sheet::Sheet<'_>> =
        sheets.iter().map(|sheet| figure_sheet::sheet(&sheet.path, &sheet.rows, &sheet.places)).collect();
    let mut bytes = serde_json::to_vec_pretty(&entries).map_err(|error| Problem::new("JSON", error.to_string()))?;
    bytes.push(b'\n');
    Ok(bytes)
}
