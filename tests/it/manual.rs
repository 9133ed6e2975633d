//! The examples in the rules' manuals are run: what they say is reported is, and what they say is not is not.

use std::sync::Arc;

use hegao::config::Settings;
use hegao::rules::{Linter, RULES, reference};

#[test]
fn manuals_tell_the_truth() {
    for rule in RULES {
        let manual = rule.manual();
        assert!(!manual.reported.is_empty() && !manual.passed.is_empty(), "{} lacks examples", rule.name);
        assert!(manual.text.contains("依据："), "{} names no source", rule.name);
        for draft in &manual.reported {
            assert_eq!(found(draft, &manual.earlier), [rule.name], "应报 of {}:\n{draft}", rule.name);
        }
        for draft in &manual.passed {
            assert_eq!(found(draft, &manual.earlier), [""; 0], "不报 of {}:\n{draft}", rule.name);
        }
    }
}

/// The names of the rules that report, each once.
fn found(draft: &str, earlier: &[String]) -> Vec<&'static str> {
    let read = |text: &String| Arc::new(reference("去年的报告.txt".into(), "去年的报告.txt".into(), text, false));
    let settings = Settings::default().with_references(earlier.iter().map(read).collect());
    let linter = Linter::new(draft, settings.into());
    let mut names: Vec<_> = linter.findings().iter().map(|finding| finding.rule.name).collect();
    names.dedup();
    names
}
