//! The check sheet for Excel and WPS, with no cell that they would take for a date or a time.

use super::{Sheet, checks, result, titled, year};
use crate::cli::spreadsheet;
use crate::features::figures::FigureRow;
use crate::syntax::numeral;

const COLUMNS: [&str; 15] = [
    "序号", "文件", "章节", "位置", "口径", "指标", "年份", "数值", "单位", "概数", "类别", "原文", "核对", "算式",
    "规则",
];

/// The byte order mark and the names of the columns.
pub fn head() -> String {
    spreadsheet::head(COLUMNS)
}

/// The rows of one draft.
pub fn part(sheet: &Sheet) -> String {
    spreadsheet::rows(sheet.rows.iter().enumerate().map(|(index, row)| {
        let checks = checks(row);
        [
            (index + 1).to_string(),
            sheet.path.clone(),
            sheet.sections[index].clone(),
            place(sheet, index),
            row.scope.to_owned(),
            row.indicator.clone(),
            year(row),
            number(row),
            row.unit.clone(),
            if row.rough { "是" } else { "" }.to_owned(),
            row.relation.title().to_owned(),
            row.words.clone(),
            checks.first().map_or("", |check| result(check.holds)).to_owned(),
            checks.iter().map(|check| check.shown.as_str()).collect::<Vec<_>>().join("；"),
            checks.iter().map(|check| titled(check.rule)).collect::<Vec<_>>().join("；"),
        ]
    }))
}

/// 第5行第7字: 5:7 would become a time of day.
fn place(sheet: &Sheet, index: usize) -> String {
    match sheet.rows[index].position {
        _ if sheet.is_document => sheet.places[index].clone(),
        at => format!("第{}行第{}字", at.line + 1, at.column + 1),
    }
}

/// The digits as a number that can be summed: half-width, without separators; both of a range with —, because 3-5
/// would become the fifth of March.
fn number(row: &FigureRow) -> String {
    let digit = |ch: char| match ch {
        '．' => '.',
        _ => numeral::arabic_digit(ch).and_then(|digit| char::from_digit(digit, 10)).unwrap_or(ch),
    };
    let plain: String = row.number.chars().map(digit).filter(|ch| !matches!(ch, ',' | '，' | ' ')).collect();
    let (sign, rest) = plain.split_at(plain.len() - plain.trim_start_matches('-').len());
    format!("{sign}{}", rest.replace(['-', '－', '–', '~', '～'], "—"))
}
