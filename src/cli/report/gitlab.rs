//! Code Quality of GitLab (the part of the Code Climate format that it reads).

use serde_json::json;

use super::{Checked, uri};
use crate::config::Severity;
use crate::rules::fingerprints;

/// The issues of one draft, a comma between them.
pub fn part(checked: &Checked<'_>) -> String {
    let path = uri::slashed(checked.path);
    let issues = checked.findings.iter().zip(fingerprints(checked.draft, checked.findings)).map(|(finding, print)| {
        // A line is asked for, and a document has none.
        let lines = [finding.place.start, finding.place.end].map(|byte| checked.line(byte).unwrap_or(1));
        json!({
            "description": checked.message(finding),
            "check_name": finding.rule.name,
            // It must be the only one of all drafts.
            "fingerprint": print.within(&path).to_string(),
            "severity": severity(finding.severity),
            "location": { "path": path, "lines": { "begin": lines[0], "end": lines[1] } },
        })
        .to_string()
    });
    issues.collect::<Vec<_>>().join(",\n")
}

fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "critical",
        Severity::Warning => "major",
        Severity::Info => "minor",
        Severity::Hint => "info",
    }
}
