//! What is told of a number under the cursor: how it was read, what it was checked against, and where else its
//! indicator has a value.

use super::figures::{CheckedBy, FigureRow, rows_of};
use super::hover::Hover;
use super::indicators::{self, Mention};
use crate::draft::ledger::{Period, Relation, Timeline};
use crate::draft::{Draft, Meeting};
use crate::rules::Linter;

/// Most other mentions that are told.
const MENTIONS: usize = 6;

/// The figure at a byte.
pub fn hover(linter: &Linter, byte: usize) -> Option<Hover> {
    let draft = linter.draft();
    let paragraph = draft.paragraph_at(byte)?;
    let meeting = Meeting::of(draft);
    let own = indicators::here(draft, &meeting, byte).filter(|own| own.range.start <= byte && byte <= own.range.end)?;
    let timeline = indicators::timeline(draft, &meeting);
    let rows = rows_of(draft, &meeting, &timeline.clone().unwrap_or_default(), paragraph);
    let row = rows.into_iter().find(|row| row.range == own.range)?;
    let mut lines = vec![format!("**{}{}**", row.scope, row.indicator), format!("读作：{}", value(&row))];
    let period = period(timeline.as_ref(), &own);
    lines.extend(period.map(|period| format!("年份：{period}")));
    // What is wrong here is told as a finding.
    let told = |check: &CheckedBy| linter.findings_at(byte..byte).iter().any(|found| found.message == check.shown);
    for check in row.checks.iter().filter(|check| check.holds || !told(check)) {
        lines.push(format!("{}：{}", if check.holds { "核对相符" } else { "核对不符" }, check.shown));
    }
    lines.extend(mentions(draft, &meeting, timeline.as_ref(), &own));
    Some(Hover { range: row.range, markdown: lines.join("\n\n") })
}

fn value(row: &FigureRow) -> String {
    let rough = if row.rough { "（约数）" } else { "" };
    format!("{} {}{rough}，{}", row.number, row.unit, row.relation.title())
}

/// The other figures of the same indicator: line, value, year, and whether it is the value here.
fn mentions(draft: &Draft, meeting: &Meeting, timeline: Option<&Timeline>, own: &Mention) -> Option<String> {
    let others = indicators::mentions(draft, meeting, &own.figure).into_iter();
    let others: Vec<Mention> = others.filter(|other| other.range != own.range).collect();
    let told = others.iter().take(MENTIONS).map(|other| {
        let line = draft.text().line_of_byte(other.range.start) + 1;
        let agrees = if agree(timeline, own, other) { "，与这里一致" } else { "" };
        format!("第{line}行 {}{agrees}", other.value(period(timeline, other)))
    });
    let told: Vec<String> = told.collect();
    let more = if others.len() > MENTIONS { format!("等{}处", others.len()) } else { String::new() };
    (!told.is_empty()).then(|| format!("同一指标还见于：{}{more}", told.join("；")))
}

fn period(timeline: Option<&Timeline>, mention: &Mention) -> Option<Period> {
    timeline.and_then(|timeline| timeline.resolve(mention.figure.when, mention.paragraph))
}

/// Whether two values of an indicator are of the same year and can be one.
fn agree(timeline: Option<&Timeline>, one: &Mention, other: &Mention) -> bool {
    let (first, second) = (&one.figure, &other.figure);
    let levels = [first, second].iter().all(|figure| figure.relation != Relation::Share && !figure.quantity.rough);
    let same = first.relation == second.relation && first.quantity.unit == second.quantity.unit;
    let year = period(timeline, one);
    levels
        && same
        && year.is_some()
        && year == period(timeline, other)
        && first.indicator == second.indicator
        && first.quantity.counted().meets(second.quantity.counted())
}
