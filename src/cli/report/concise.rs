//! One line for each finding, `path:line:column: …`, as compilers and `grep` write it.

use annotate_snippets::normalize_untrusted_str;

use super::Checked;
use crate::rules::Finding;

/// The lines of one draft.
pub fn part(checked: &Checked<'_>) -> String {
    checked.findings.iter().map(|finding| line(checked, finding) + "\n").collect()
}

/// The line of a finding; columns count characters, and a document has sections instead of lines.
pub fn line(checked: &Checked<'_>, finding: &Finding) -> String {
    let (severity, rule) = (finding.severity.title(), finding.rule.name);
    // Paths and words come from outside: none may steer the terminal.
    let place = normalize_untrusted_str(&checked.place(finding.place.start));
    let message = normalize_untrusted_str(&finding.message);
    format!("{place}: {severity}[{rule}] {message}").replace('\n', " ")
}
