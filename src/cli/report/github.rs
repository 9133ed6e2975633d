//! Workflow commands of GitHub Actions. Of each kind only ten are shown on a change, so the ten worst are given as
//! commands and the rest as plain lines of the log; the page of the step gets a summary.

use annotate_snippets::normalize_untrusted_str;

use super::{Checked, Ending, concise, uri};
use crate::config::Severity;
use crate::rules::Finding;
use crate::text::PositionEncoding;

/// Annotations of a kind that GitHub shows for one step.
const SHOWN: usize = 10;

/// A finding, as it is shown if there is room and as it is told if not.
#[derive(Debug)]
pub struct Annotation {
    severity: Severity,
    command: String,
    line: String,
    row: String,
}

/// Annotations of all drafts so far that may be shown: at most ten of each kind.
#[derive(Debug, Default)]
pub struct Held([Vec<Annotation>; KINDS.len()]);

/// From the worst.
const KINDS: [&str; 3] = ["error", "warning", "notice"];

/// The findings of one draft.
pub fn annotations(checked: &Checked<'_>) -> Vec<Annotation> {
    checked.findings.iter().map(|finding| annotation(checked, finding)).collect()
}

fn annotation(checked: &Checked<'_>, finding: &Finding) -> Annotation {
    let path = uri::slashed(checked.path);
    let (line, column) = checked.point(finding.place.start, PositionEncoding::Utf16);
    let (end_line, end_column) = checked.point(finding.place.end, PositionEncoding::Utf16);
    // Columns are refused where the lines differ, and the last one is shown.
    let columns = match end_line == line {
        true => format!(",col={column},endColumn={}", end_column.saturating_sub(1).max(column)),
        false => String::new(),
    };
    let lines = match checked.pages {
        Some(_) => String::new(),
        None => format!(",line={line},endLine={end_line}{columns}"),
    };
    let title = format!("{}（{}）", finding.rule.title, finding.rule.name);
    let fix = finding.fix.as_ref().map(|fix| format!("；建议：{}", fix.title)).unwrap_or_default();
    let message = normalize_untrusted_str(&(checked.message(finding) + &fix));
    let (file, title) = (property(&path), property(&title));
    Annotation {
        severity: finding.severity,
        command: format!("::{} file={file}{lines},title={title}::{}\n", KINDS[kind(finding.severity)], data(&message)),
        line: concise::line(checked, finding) + "\n",
        row: format!(
            "| {} | {} | `{}` | {} |\n",
            finding.severity.title(),
            cell(&checked.line(finding.place.start).map_or(path.clone(), |line| format!("{path}:{line}"))),
            finding.rule.name,
            cell(&message)
        ),
    }
}

impl Held {
    /// Takes the annotations of a draft, and gives the lines of those for which there is no room.
    pub fn take(&mut self, annotations: Vec<Annotation>) -> String {
        let mut rest = String::new();
        for annotation in annotations {
            let held = &mut self.0[kind(annotation.severity)];
            let at = held.partition_point(|other| other.severity >= annotation.severity);
            held.insert(at, annotation);
            rest.extend((held.len() > SHOWN).then(|| held.pop()).flatten().map(|annotation| annotation.line));
        }
        rest
    }

    /// The commands, the worst first, and a line with the numbers.
    pub fn commands(&self, ending: &Ending<'_>) -> String {
        let commands: String = self.0.iter().flatten().map(|annotation| annotation.command.as_str()).collect();
        let problems = ending.problems.iter().map(|problem| format!("::error::{}\n", data(&problem.to_string())));
        commands + &problems.take(SHOWN).collect::<String>() + &ending.tally.summary(ending.unsafe_fixes) + "\n"
    }

    /// The summary of a step, in Markdown.
    pub fn summary(&self, ending: &Ending<'_>) -> String {
        let mut page = format!("### 核稿\n\n{}\n", ending.tally.summary(ending.unsafe_fixes));
        let rules = ending.tally.rules();
        if !rules.is_empty() {
            page += "\n| 规则 | 处数 |\n|---|---:|\n";
            page.extend(rules.iter().map(|(rule, count)| format!("| {} `{}` | {count} |\n", rule.title, rule.name)));
            page += "\n| 级别 | 位置 | 规则 | 问题 |\n|---|---|---|---|\n";
            page.extend(self.0.iter().flatten().map(|annotation| annotation.row.as_str()));
        }
        if !ending.problems.is_empty() {
            page += "\n";
            page.extend(
                ending.problems.iter().take(SHOWN).map(|problem| format!("* {}\n", cell(&problem.to_string()))),
            );
        }
        page + "\n"
    }
}

fn kind(severity: Severity) -> usize {
    match severity {
        Severity::Error => 0,
        Severity::Warning => 1,
        Severity::Info | Severity::Hint => 2,
    }
}

/// The text of a command.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// A value among the properties of a command.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

/// A cell of a Markdown table that shows the text as it is.
fn cell(text: &str) -> String {
    let mut out = String::new();
    for ch in text.chars() {
        match ch {
            '\n' | '\r' => out.push(' '),
            '<' => out.push_str("&lt;"),
            '&' => out.push_str("&amp;"),
            '|' | '`' | '*' | '_' | '[' | ']' | '\\' | '~' | '#' | '!' => out.extend(['\\', ch]),
            _ => out.push(ch),
        }
    }
    out
}
