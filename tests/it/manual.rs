//! The examples in the rules' manuals are run: what they say is reported is, and what they say is not is not.

use hegao::config::Settings;
use hegao::rules::{Linter, RULES};

#[test]
fn manuals_tell_the_truth() {
    for rule in RULES {
        let manual = rule.manual();
        assert!(!manual.reported.is_empty() && !manual.passed.is_empty(), "{} lacks examples", rule.name);
        assert!(manual.text.contains("依据："), "{} names no source", rule.name);
        for draft in &manual.reported {
            let names: Vec<_> = found(draft);
            assert_eq!(names, [rule.name], "应报 of {}:\n{draft}", rule.name);
        }
        for draft in &manual.passed {
            assert_eq!(found(draft), [""; 0], "不报 of {}:\n{draft}", rule.name);
        }
    }
}

/// The names of the rules that report, each once.
fn found(draft: &str) -> Vec<&'static str> {
    let mut names: Vec<_> =
        Linter::new(draft, Settings::default().into()).findings().iter().map(|finding| finding.rule.name).collect();
    names.dedup();
    names
}
