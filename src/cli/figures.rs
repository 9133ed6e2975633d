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
use crate::features::figures::{CheckedBy, FigureRow, Summary, figure_rows, summary};
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
    /// Headings that each row stands under, outermost first.
    sections: Vec<String>,
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
        let addresses = Addresses::of(&draft);
        let sections = rows.iter().map(|row| addresses.at(row.range.start).sections.join(" › ")).collect();
        Sheet { path, rows, places, sections }
    }
}

/// Columns of the table.
const COLUMNS: [&str; 7] = ["序号", "位置", "指标", "年份", "数值", "单位", "核对"];
/// Columns whose cells stand at the right.
const RIGHT: [usize; 2] = [0, 4];

/// One line for each figure, columns aligned, under the headings of the draft, and a summary for each draft.
fn table(sheets: &[Sheet]) -> String {
    let mut out = String::new();
    for sheet in sheets {
        if sheets.len() > 1 {
            out.push_str(&format!("{}\n", plain(&sheet.path)));
        }
        let lines: Vec<[String; 7]> = std::iter::once(COLUMNS.map(str::to_owned))
            .chain(sheet.rows.iter().zip(&sheet.places).enumerate().map(|(index, (row, place))| {
                let indicator = short(&format!("{}{}", row.scope, row.indicator));
                let number = format!("{}{}", if row.rough { "约" } else { "" }, row.number);
                [(index + 1).to_string(), plain(place), indicator, year(row), number, plain(&row.unit), verdict(row)]
            }))
            .collect();
        let widths: Vec<usize> =
            (0..7).map(|column| lines.iter().map(|line| width(&line[column])).max().unwrap_or(0)).collect();
        let mut section = "";
        for (index, line) in lines.iter().enumerate() {
            let own = index.checked_sub(1).map_or("", |row| sheet.sections[row].as_str());
            if own != section {
                section = own;
                out.push_str(&format!("{}\n", plain(own)));
            }
            out.push_str(aligned(line, &widths).trim_end());
            out.push('\n');
        }
        out.push_str(&format!("{}\n", told(&sheet.rows)));
    }
    out
}

fn aligned(line: &[String; 7], widths: &[usize]) -> String {
    let cells = line.iter().zip(widths).enumerate().map(|(column, (cell, wide))| {
        let space = " ".repeat(wide - width(cell));
        if RIGHT.contains(&column) { format!("{space}{cell}") } else { format!("{cell}{space}") }
    });
    cells.collect::<Vec<_>>().join("  ")
}

/// How many figures there are and what was checked, then how many of them each rule checked.
fn told(rows: &[FigureRow]) -> String {
    let Summary { figures, right, wrong } = summary(rows);
    let unchecked = figures - right - wrong;
    let all = format!("共 {figures} 个数：{right} 个经算术核对相符，{wrong} 个不符，{unchecked} 个须对照来源核实");
    let mut rules: Vec<&str> = rows.iter().flat_map(|row| row.checks.iter().map(|check| check.rule)).collect();
    rules.sort_unstable();
    rules.dedup();
    let count = |rule: &str| rows.iter().filter(|row| row.checks.iter().any(|check| check.rule == rule)).count();
    let by_rule: Vec<String> = rules.iter().map(|rule| format!("{rule} {} 个", count(rule))).collect();
    if by_rule.is_empty() {
        all
    } else {
        format!("{all}\n按规则：{}（hegao rule 规则名 看说明）", by_rule.join("，"))
    }
}

fn year(row: &FigureRow) -> String {
    row.period.map_or(String::new(), |period| period.to_string())
}

/// 相符 or 不符 with each calculation and its rule; what does not fit first.
fn verdict(row: &FigureRow) -> String {
    let told = |check: &&CheckedBy| format!("{} {}（{}）", result(check.holds), plain(&check.shown), check.rule);
    checks(row).iter().map(told).collect::<Vec<_>>().join("；")
}

/// The calculations of a row, what does not fit first.
fn checks(row: &FigureRow) -> Vec<&CheckedBy> {
    let (right, wrong): (Vec<_>, Vec<_>) = row.checks.iter().partition(|check| check.holds);
    wrong.into_iter().chain(right).collect()
}

fn result(holds: bool) -> &'static str {
    if holds { "相符" } else { "不符" }
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
    let head = [
        "序号", "文件", "章节", "位置", "口径", "指标", "年份", "数值", "单位", "概数", "类别", "原文", "核对", "算式",
        "规则",
    ];
    writer.write_record(head).map_err(|error| failed(error.to_string()))?;
    for sheet in sheets {
        for (index, row) in sheet.rows.iter().enumerate() {
            let rough = if row.rough { "是" } else { "" };
            let (number, year, title) = ((index + 1).to_string(), year(row), row.relation.title());
            let checks = checks(row);
            let verdict = checks.first().map_or("", |check| result(check.holds));
            let joined = |words: Vec<&str>| words.join("；");
            let (shown, rules) = (
                joined(checks.iter().map(|check| check.shown.as_str()).collect()),
                joined(checks.iter().map(|check| check.rule).collect()),
            );
            let cells = [
                &number,
                &sheet.path,
                &sheet.sections[index],
                &sheet.places[index],
                row.scope,
                &row.indicator,
                &year,
                &row.number,
                &row.unit,
                rough,
                title,
                &row.words,
                verdict,
                &shown,
                &rules,
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
