//! Reviewdog Diagnostic Format, which puts findings on a change under review with suggestions to take over.

use std::ops::Range;

use serde_json::{Value, json};

use super::{Checked, uri};
use crate::config::Severity;
use crate::rules::Finding;
use crate::text::PositionEncoding;

pub const HEAD: &str = "{\"source\":{\"name\":\"hegao\"},\"diagnostics\":[\n";
pub const TAIL: &str = "\n]}\n";

/// The diagnostics of one draft, a comma between them.
pub fn part(checked: &Checked<'_>) -> String {
    checked.findings.iter().map(|finding| diagnostic(checked, finding).to_string()).collect::<Vec<_>>().join(",\n")
}

fn diagnostic(checked: &Checked<'_>, finding: &Finding) -> Value {
    let path = uri::slashed(checked.path);
    let related = finding
        .related
        .iter()
        .map(|related| json!({ "message": related.message, "location": location(checked, &path, &related.place) }));
    // One suggestion is one replacement, so a fix of several cannot be taken over.
    let fix = finding.fix.iter().filter(|fix| fix.edits.len() == 1 && checked.pages.is_none());
    let suggestions = fix.flat_map(|fix| &fix.edits);
    json!({
        "message": checked.message(finding),
        "location": location(checked, &path, &finding.place),
        "severity": severity(finding.severity),
        "code": { "value": finding.rule.name },
        "suggestions": suggestions
            .map(|(place, text)| json!({ "range": range(checked, place), "text": text }))
            .collect::<Vec<_>>(),
        "related_locations": related.collect::<Vec<_>>(),
    })
}

/// The place of a document is its whole file.
fn location(checked: &Checked<'_>, path: &str, place: &Range<usize>) -> Value {
    match checked.pages {
        Some(_) => json!({ "path": path }),
        None => json!({ "path": path, "range": range(checked, place) }),
    }
}

/// Columns count bytes of UTF-8, says the format.
fn range(checked: &Checked<'_>, place: &Range<usize>) -> Value {
    let [start, end] = [place.start, place.end].map(|byte| {
        let (line, column) = checked.point(byte, PositionEncoding::Utf8);
        json!({ "line": line, "column": column })
    });
    json!({ "start": start, "end": end })
}

fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "ERROR",
        Severity::Warning => "WARNING",
        Severity::Info | Severity::Hint => "INFO",
    }
}
