//! The drafts of the workspace: what was found in all of them, and lists for those that are not open.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::diagnostics::diagnostics_json;
use crate::config::Severity;
use crate::server::abilities::Abilities;
use crate::server::workspace::Checked;

/// How many drafts were checked, and how many findings of each severity are shown in them.
pub fn overview(checked: &[Checked]) -> Value {
    let mut findings = BTreeMap::from(Severity::ALL.map(|severity| (severity.name(), 0)));
    let items = checked.iter().flat_map(|one| one.items.iter()).filter(|item| item.rule.is_some());
    items.for_each(|item| *findings.entry(item.severity.name()).or_default() += 1);
    json!({ "drafts": checked.len(), "findings": findings })
}

/// The list of a draft that is not open, in JSON.
pub fn unopened_json(checked: &Checked, abilities: &Abilities) -> Box<serde_json::value::RawValue> {
    diagnostics_json(&checked.uri, &checked.items, abilities)
}
