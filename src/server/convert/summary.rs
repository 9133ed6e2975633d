//! A draft in a few numbers, for a status bar.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::Target;
use crate::config::Severity;
use crate::features::figures::figure_rows;
use crate::features::{figure_sheet, section};

/// Characters, reading time and findings by severity.
pub fn summary(target: &Target<'_>) -> Value {
    let characters = section::total(target.draft());
    let mut findings = BTreeMap::from(Severity::ALL.map(|severity| (severity.name(), 0)));
    for finding in target.linter.placed() {
        *findings.entry(finding.severity.name()).or_default() += 1;
    }
    json!({
        "characters": characters,
        "readingTime": section::reading_time(characters),
        "charactersPerMinute": section::PER_MINUTE,
        "findings": findings,
    })
}

/// The check sheet of its figures.
pub fn figure_sheet(uri: &str, target: &Target<'_>) -> Value {
    let rows = figure_rows(target.draft(), target.linter.settings().references());
    let place = |position: crate::text::Position| format!("{}:{}", position.line + 1, position.column + 1);
    let places: Vec<String> = rows.iter().map(|row| place(row.position)).collect();
    serde_json::to_value(figure_sheet::sheet(uri, &rows, &places)).unwrap_or_default()
}
