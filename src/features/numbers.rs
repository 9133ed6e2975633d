//! What is told of a number under the cursor: how it was read, and what it was checked against.

use super::figures::{CheckedBy, FigureRow, figure_rows, rows_of};
use super::hover::Hover;
use crate::draft::Meeting;
use crate::draft::ledger::{Timeline, leads};
use crate::rules::Linter;

/// Bytes of the longest draft that is searched for other mentions of an indicator.
const SEARCHED: usize = 1 << 20;
/// Most other mentions that are told.
const MENTIONS: usize = 5;

/// The figure at a byte.
pub fn hover(linter: &Linter, byte: usize) -> Option<Hover> {
    let draft = linter.draft();
    let paragraph = draft.paragraph_at(byte)?;
    let meeting = Meeting::of(draft);
    let timeline = Timeline::of(draft, &meeting, &leads(draft, &meeting));
    let rows = rows_of(draft, &meeting, &timeline, paragraph);
    let row = rows.into_iter().find(|row| row.range.start <= byte && byte <= row.range.end)?;
    let mut lines = vec![format!("**{}{}**", row.scope, row.indicator), format!("读作：{}", value(&row))];
    lines.extend(row.period.map(|period| format!("年份：{period}")));
    // What is wrong here is told as a finding.
    let told = |check: &CheckedBy| linter.findings_at(byte..byte).iter().any(|found| found.message == check.shown);
    for check in row.checks.iter().filter(|check| check.holds || !told(check)) {
        lines.push(format!("{}：{}", if check.holds { "核对相符" } else { "核对不符" }, check.shown));
    }
    if draft.text().len_bytes() <= SEARCHED {
        lines.extend(mentions(&figure_rows(draft), &row));
    }
    Some(Hover { range: row.range, markdown: lines.join("\n\n") })
}

fn value(row: &FigureRow) -> String {
    let rough = if row.rough { "（约数）" } else { "" };
    format!("{} {}{rough}，{}", row.number, row.unit, row.relation.title())
}

/// The other figures of the same indicator.
fn mentions(rows: &[FigureRow], row: &FigureRow) -> Option<String> {
    let same = |other: &&FigureRow| other.indicator == row.indicator && other.range != row.range;
    let told = rows.iter().filter(same).take(MENTIONS).map(|other| {
        let period = other.period.map_or(String::new(), |period| format!("（{period}）"));
        format!("第{}行 {}{}{period}", other.position.line + 1, other.number, other.unit)
    });
    let told: Vec<String> = told.collect();
    (!told.is_empty() && !row.indicator.is_empty()).then(|| format!("同一指标还见于：{}", told.join("；")))
}
