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

/// The figure at a byte, or the indicator named there that has several.
pub fn hover(linter: &Linter, byte: usize) -> Option<Hover> {
    let draft = linter.draft();
    let meeting = Meeting::of(draft);
    let own = indicators::here(draft, &meeting, byte)?;
    let timeline = indicators::timeline(draft, &meeting);
    let others = indicators::mentions(draft, &meeting, &own.figure);
    if own.range.start <= byte && byte <= own.range.end {
        return number(linter, byte, &own, timeline.as_ref(), &others);
    }
    let range = own.name.clone().filter(|_| others.len() > 1)?;
    let all: Vec<&Mention> = others.iter().collect();
    let told = told(draft, timeline.as_ref(), &all, |_| "");
    Some(Hover { range, markdown: format!("**{}**\n\n本稿各处：{told}", own.figure.subject) })
}

/// How a number was read, what it was checked against, and the other figures of its indicator.
fn number(linter: &Linter, byte: usize, own: &Mention, timeline: Option<&Timeline>, all: &[Mention]) -> Option<Hover> {
    let draft = linter.draft();
    let rows = rows_of(draft, &Meeting::of(draft), &timeline.cloned().unwrap_or_default(), own.paragraph);
    let row = rows.into_iter().find(|row| row.range == own.range)?;
    let mut lines = vec![format!("**{}{}**", row.scope, row.indicator), format!("读作：{}", value(&row))];
    lines.extend(period(timeline, own).map(|period| format!("年份：{period}")));
    // What is wrong here is told as a finding.
    let is_told = |check: &CheckedBy| linter.findings_at(byte..byte).iter().any(|found| found.message == check.shown);
    for check in row.checks.iter().filter(|check| check.holds || !is_told(check)) {
        lines.push(format!("{}：{}", if check.holds { "核对相符" } else { "核对不符" }, check.shown));
    }
    let others: Vec<&Mention> = all.iter().filter(|other| other.range != own.range).collect();
    if !others.is_empty() {
        let agrees = |other: &Mention| if agree(timeline, own, other) { "，与这里一致" } else { "" };
        lines.push(format!("同一指标还见于：{}", told(draft, timeline, &others, agrees)));
    }
    Some(Hover { range: row.range, markdown: lines.join("\n\n") })
}

fn value(row: &FigureRow) -> String {
    let rough = if row.rough { "（约数）" } else { "" };
    format!("{} {}{rough}，{}", row.number, row.unit, row.relation.title())
}

/// Figures of an indicator: line, value, year, and what else is to be said of each.
fn told(
    draft: &Draft,
    timeline: Option<&Timeline>,
    all: &[&Mention],
    more: impl Fn(&Mention) -> &'static str,
) -> String {
    let one = |other: &&Mention| {
        let line = draft.text().line_of_byte(other.range.start) + 1;
        format!("第{line}行 {}{}", other.value(period(timeline, other)), more(other))
    };
    let some: Vec<String> = all.iter().take(MENTIONS).map(one).collect();
    let rest = if all.len() > MENTIONS { format!("等{}处", all.len()) } else { String::new() };
    format!("{}{rest}", some.join("；"))
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
