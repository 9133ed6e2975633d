//! Faults on purpose, for the tests of two promises: a rule that fails costs only its own findings, and a fault
//! elsewhere loses no text. Without `HEGAO_FAULT` in the environment there are none.

use std::sync::LazyLock;

use crate::config::Severity;
use crate::draft::Draft;
use crate::rules::{Check, Place, Report, Rule};

static WANTED: LazyLock<String> = LazyLock::new(|| std::env::var("HEGAO_FAULT").unwrap_or_default());

/// A text with this word in it meets the fault.
const WORD: &str = "〇出错〇";

static FAILING: Rule = Rule {
    name: "test/fault",
    title: "供测试的故障",
    severity: Severity::Info,
    source: "//! 供测试的故障。",
    check: Check::Draft(check),
};

static FAILING_RULES: [&Rule; 1] = [&FAILING];

fn check(draft: &Draft, _: &mut Report<Place>) {
    assert!(!draft.text().to_string().contains(WORD), "供测试的故障");
}

/// The rule that fails (`HEGAO_FAULT=panic`).
pub fn rules() -> &'static [&'static Rule] {
    if *WANTED == "panic" { &FAILING_RULES } else { &[] }
}

/// Fails where a changed text is about to be checked (`HEGAO_FAULT=core`).
pub fn strike(text: &str) {
    assert!(*WANTED != "core" || !text.contains(WORD), "供测试的故障");
}
