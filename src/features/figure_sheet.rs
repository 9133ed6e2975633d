//! A check sheet as JSON, the same for the command line and for editors. Its shape is a contract.

use serde::Serialize;

use super::figures::{FigureRow, Summary, summary};

/// The figures of one draft.
#[derive(Serialize)]
pub struct Sheet<'a> {
    path: &'a str,
    summary: SummaryEntry,
    figures: Vec<Entry<'a>>,
}

#[derive(Serialize)]
struct SummaryEntry {
    figures: usize,
    right: usize,
    wrong: usize,
}

/// A figure; line and column from 1, bytes from 0 in the text decoded to UTF-8.
#[derive(Serialize)]
struct Entry<'a> {
    /// As the reader of the draft would tell it.
    place: &'a str,
    line: usize,
    column: usize,
    start_byte: usize,
    end_byte: usize,
    scope: &'a str,
    indicator: &'a str,
    relation: &'a str,
    period: String,
    first_year: Option<i32>,
    last_year: Option<i32>,
    number: &'a str,
    unit: &'a str,
    value: &'a str,
    rough: bool,
    words: &'a str,
    checks: Vec<CheckEntry<'a>>,
}

#[derive(Serialize)]
struct CheckEntry<'a> {
    rule: &'a str,
    holds: bool,
    shown: &'a str,
}

/// The sheet of a draft; `places` are those of the rows, as the reader of the draft would tell them.
pub fn sheet<'a>(path: &'a str, rows: &'a [FigureRow], places: &'a [String]) -> Sheet<'a> {
    let Summary { figures, right, wrong } = summary(rows);
    let figures_of = rows.iter().zip(places).map(|(row, place)| entry(row, place)).collect();
    Sheet { path, summary: SummaryEntry { figures, right, wrong }, figures: figures_of }
}

fn entry<'a>(row: &'a FigureRow, place: &'a str) -> Entry<'a> {
    let checks = row.checks.iter();
    Entry {
        place,
        line: row.position.line + 1,
        column: row.position.column + 1,
        start_byte: row.range.start,
        end_byte: row.range.end,
        scope: row.scope,
        indicator: &row.indicator,
        relation: row.relation.title(),
        period: row.period.map_or(String::new(), |period| period.to_string()),
        first_year: row.period.map(|period| period.first),
        last_year: row.period.map(|period| period.last),
        number: &row.number,
        unit: &row.unit,
        value: &row.value,
        rough: row.rough,
        words: &row.words,
        checks: checks.map(|check| CheckEntry { rule: check.rule, holds: check.holds, shown: &check.shown }).collect(),
    }
}
