//! The check sheet for a terminal.

use super::{Sheet, checks, result, titled, year};
use crate::cli::terminal::width;
use crate::features::figures::{CheckedBy, FigureRow, Summary, summary};
use crate::text::han::cells;

/// Cells after which an indicator is cut.
const INDICATOR: usize = 40;
/// Columns.
const COLUMNS: [&str; 7] = ["序号", "位置", "指标", "年份", "数值", "单位", "核对"];
/// Columns whose cells stand at the right.
const RIGHT: [usize; 2] = [0, 4];

/// One line for each figure, columns aligned, under the headings of the draft, and a summary.
pub fn part(sheet: &Sheet, named: bool) -> String {
    let mut out = if named { format!("{}\n", plain(&sheet.path)) } else { String::new() };
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
    out
}

fn aligned(line: &[String; 7], widths: &[usize]) -> String {
    let cells = line.iter().zip(widths).enumerate().map(|(column, (cell, wide))| {
        let space = " ".repeat(wide - width(cell));
        if RIGHT.contains(&column) { format!("{space}{cell}") } else { format!("{cell}{space}") }
    });
    cells.collect::<Vec<_>>().join("  ")
}

/// How many figures there are and what was checked.
pub fn counted(counts: Summary) -> String {
    let Summary { figures, right, wrong } = counts;
    let left = figures - right - wrong;
    format!("共 {figures} 个数：{right} 个经算术核对相符，{wrong} 个所在的算式不符，{left} 个须对照来源核实")
}

/// The counts, then how many of the figures each rule checked.
fn told(rows: &[FigureRow]) -> String {
    let all = counted(summary(rows));
    let mut rules: Vec<&str> = rows.iter().flat_map(|row| row.checks.iter().map(|check| check.rule)).collect();
    rules.sort_unstable();
    rules.dedup();
    let count = |rule: &str| rows.iter().filter(|row| row.checks.iter().any(|check| check.rule == rule)).count();
    let by_rule: Vec<String> = rules.iter().map(|rule| format!("{}{} 个", titled(rule), count(rule))).collect();
    if by_rule.is_empty() {
        all
    } else {
        format!("{all}\n按规则：{}；hegao rule 规则名 看说明", by_rule.join("，"))
    }
}

/// 相符 or 不符 with each calculation and its rule; what does not fit first.
fn verdict(row: &FigureRow) -> String {
    let told = |check: &&CheckedBy| format!("{} {}（{}）", result(check.holds), plain(&check.shown), check.rule);
    checks(row).iter().map(told).collect::<Vec<_>>().join("；")
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
