//! SARIF 2.1.0 (OASIS, 27 March 2020), as code scanning services and editors read it.

use std::ops::Range;

use serde_json::{Value, json};

use super::{Checked, uri};
use crate::cli::problem::Problem;
use crate::config::Severity;
use crate::rules::{Finding, Fix, RULES, Rule, fingerprints};
use crate::text::PositionEncoding;

/// What columns count, here and in `columnKind`: 𠮷 and emoji count two.
const COLUMNS: PositionEncoding = PositionEncoding::Utf16;

/// Everything before the first result.
pub fn head() -> String {
    let rules: Vec<Value> = RULES.iter().map(|rule| descriptor(rule, env!("CARGO_PKG_REPOSITORY"))).collect();
    let mut driver = json!({
        "name": "hegao",
        "fullName": "核稿 hegao",
        "semanticVersion": env!("CARGO_PKG_VERSION"),
        "language": "zh-CN",
        "rules": rules,
    });
    if let Some(home) = page(env!("CARGO_PKG_REPOSITORY"), "") {
        driver["informationUri"] = home.into();
    }
    format!(
        "{{\"$schema\":\"https://json.schemastore.org/sarif-2.1.0.json\",\"version\":\"2.1.0\",\"runs\":[{{\
         \"tool\":{{\"driver\":{driver}}},\"columnKind\":\"utf16CodeUnits\",\"results\":[\n"
    )
}

/// The results of one draft, a comma between them.
pub fn part(checked: &Checked<'_>) -> String {
    let results = checked.findings.iter().zip(fingerprints(checked.draft, checked.findings));
    results
        .map(|(finding, print)| result(checked, finding, &print.to_string()).to_string())
        .collect::<Vec<_>>()
        .join(",\n")
}

/// Everything behind the last result: what could not be checked.
pub fn tail(problems: &[Problem]) -> String {
    let notes = problems.iter().map(|problem| json!({ "level": "error", "message": { "text": problem.to_string() } }));
    let invocation = json!({
        "executionSuccessful": problems.is_empty(),
        "toolExecutionNotifications": notes.collect::<Vec<_>>(),
    });
    format!("\n],\"invocations\":[{invocation}]}}]}}\n")
}

fn descriptor(rule: &Rule, home: &str) -> Value {
    let manual = rule.manual();
    let mut descriptor = json!({
        "id": rule.name,
        "name": rule.title,
        "shortDescription": { "text": rule.title },
        "fullDescription": { "text": manual.text.lines().next().unwrap_or(rule.title) },
        "help": { "text": manual.text, "markdown": manual.page() },
        "defaultConfiguration": { "level": level(rule.severity) },
        "properties": { "tags": [rule.family()] },
    });
    if let Some(page) = page(home, &format!("/blob/main/src/rules/{}.rs", rule.name.replace('-', "_"))) {
        descriptor["helpUri"] = page.into();
    }
    descriptor
}

/// A page of the project; none while it has no public address (`repository` in Cargo.toml).
fn page(home: &str, path: &str) -> Option<String> {
    (!home.is_empty()).then(|| format!("{home}{path}"))
}

fn result(checked: &Checked<'_>, finding: &Finding, fingerprint: &str) -> Value {
    let mut result = json!({
        "ruleId": finding.rule.name,
        "level": level(finding.severity),
        "message": { "text": finding.message },
        "locations": [{ "physicalLocation": location(checked, &finding.place) }],
        // The second name is the one that GitHub reads.
        "partialFingerprints": { "hegao/v1": fingerprint, "primaryLocationLineHash": fingerprint },
    });
    if let Some(index) = RULES.iter().position(|rule| *rule == finding.rule) {
        result["ruleIndex"] = index.into();
    }
    if let Some(pages) = checked.pages {
        let place = pages.place(checked.text(), finding.place.start);
        result["locations"][0]["logicalLocations"] = json!([{ "fullyQualifiedName": place }]);
    }
    if let Some(source) = &finding.source {
        result["properties"] = json!({ "source": source });
    }
    let related = finding.related.iter().enumerate().map(|(index, related)| {
        let message = json!({ "text": related.message });
        json!({ "id": index, "physicalLocation": location(checked, &related.place), "message": message })
    });
    let outside = finding.outside.iter().enumerate().map(|(index, outside)| {
        let mut place = json!({ "artifactLocation": { "uri": uri::of(&outside.reference.name) } });
        if !outside.reference.document {
            let point = |byte| outside.reference.text.position_of(byte, COLUMNS);
            let (start, end) = (point(outside.range.start), point(outside.range.end));
            place["region"] = json!({
                "startLine": start.line + 1, "startColumn": start.column + 1,
                "endLine": end.line + 1, "endColumn": end.column + 1,
            });
        }
        let message = json!({ "text": outside.message });
        json!({ "id": finding.related.len() + index, "physicalLocation": place, "message": message })
    });
    let related: Vec<Value> = related.chain(outside).collect();
    if !related.is_empty() {
        result["relatedLocations"] = related.into();
    }
    // A document is never written, and has no lines or columns.
    let fixes: Vec<Value> =
        finding.fix.iter().chain(&finding.alternatives).map(|offered| fix(checked, offered)).collect();
    if checked.pages.is_none() && !fixes.is_empty() {
        result["fixes"] = fixes.into();
    }
    result
}

fn fix(checked: &Checked<'_>, fix: &Fix) -> Value {
    let replacements = fix
        .edits
        .iter()
        .map(|(range, text)| json!({ "deletedRegion": region(checked, range), "insertedContent": { "text": text } }));
    let change = json!({
        "artifactLocation": { "uri": uri::of(checked.path) },
        "replacements": replacements.collect::<Vec<_>>(),
    });
    json!({ "description": { "text": fix.title }, "artifactChanges": [change] })
}

fn location(checked: &Checked<'_>, place: &Range<usize>) -> Value {
    let mut location = json!({ "artifactLocation": { "uri": uri::of(checked.path) } });
    if checked.pages.is_none() {
        location["region"] = region(checked, place);
        location["region"]["snippet"] = json!({ "text": checked.text().slice(place.clone()) });
    }
    location
}

fn region(checked: &Checked<'_>, place: &Range<usize>) -> Value {
    let (start, end) = (checked.point(place.start, COLUMNS), checked.point(place.end, COLUMNS));
    json!({ "startLine": start.0, "startColumn": start.1, "endLine": end.0, "endColumn": end.1 })
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info | Severity::Hint => "note",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_project_with_an_address_links_its_rules() {
        let descriptor = descriptor(RULES[0], "https://example.org/hegao");
        let link = format!("https://example.org/hegao/blob/main/src/rules/{}.rs", RULES[0].name.replace('-', "_"));
        assert_eq!(descriptor["helpUri"], link);
        let file = link.strip_prefix("https://example.org/hegao/blob/main/").unwrap();
        assert!(std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(file).is_file());
    }
}
