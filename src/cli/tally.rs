//! Counts over all drafts, and the line that sums them up.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use crate::config::Severity;
use crate::rules::{Applicability, Finding, RULES, Rule};

/// What was found, counted.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tally {
    /// Drafts that were checked.
    pub checked: usize,
    /// Drafts that could not be.
    pub failed: usize,
    /// Findings made good by `--fix`.
    pub fixed: usize,
    by_severity: [usize; Severity::ALL.len()],
    by_rule: BTreeMap<&'static str, usize>,
    safe: usize,
    on_request: usize,
}

impl Tally {
    /// Counts the findings of one draft; `writable` when its fixes can be written.
    pub fn of(findings: &[Finding], writable: bool) -> Self {
        let mut tally = Tally { checked: 1, ..Tally::default() };
        for finding in findings {
            tally.by_severity[finding.severity as usize] += 1;
            *tally.by_rule.entry(finding.rule.name).or_default() += 1;
            match finding.fix.as_ref().filter(|_| writable).map(|fix| fix.applicability) {
                Some(Applicability::Safe) => tally.safe += 1,
                Some(Applicability::Unsafe) => tally.on_request += 1,
                None => {}
            }
        }
        tally
    }

    /// One draft that could not be checked.
    pub fn failure() -> Self {
        Tally { failed: 1, ..Tally::default() }
    }

    /// Adds the counts of other drafts.
    pub fn add(&mut self, other: &Tally) {
        self.checked += other.checked;
        self.failed += other.failed;
        self.fixed += other.fixed;
        self.safe += other.safe;
        self.on_request += other.on_request;
        for (mine, theirs) in self.by_severity.iter_mut().zip(other.by_severity) {
            *mine += theirs;
        }
        for (rule, count) in &other.by_rule {
            *self.by_rule.entry(rule).or_default() += count;
        }
    }

    /// Findings of each rule that has any, the most first.
    pub fn rules(&self) -> Vec<(&'static Rule, usize)> {
        let count = |rule: &&'static Rule| Some((*rule, *self.by_rule.get(rule.name)?));
        let mut rules: Vec<_> = RULES.iter().filter_map(count).collect();
        rules.sort_by_key(|(_, count)| Reverse(*count));
        rules
    }

    /// Whether something was found at a severity or above it.
    pub fn reaches(&self, threshold: Severity) -> bool {
        self.by_severity[threshold as usize..].iter().any(|count| *count > 0)
    }

    /// Whether there was nothing to check.
    pub fn is_empty(&self) -> bool {
        self.checked + self.failed == 0
    }

    /// Findings of each severity, the worst first; empty without findings.
    pub fn counts(&self) -> String {
        let counts = Severity::ALL.into_iter().rev().filter_map(|severity| {
            let count = self.by_severity[severity as usize];
            (count > 0).then(|| format!("{count} 处{}", severity.title()))
        });
        counts.collect::<Vec<_>>().join("、")
    }

    /// The summary; `unsafe_fixes` when the user asked for those as well.
    pub fn summary(&self, unsafe_fixes: bool) -> String {
        let mut line = self.told();
        let (fixable, option) = match unsafe_fixes {
            true => (self.safe + self.on_request, "--fix --unsafe-fixes"),
            false => (self.safe, "--fix"),
        };
        // After fixing, what is left could not be fixed in this run.
        if fixable > 0 && self.fixed == 0 {
            line += &format!("；其中 {fixable} 处可用 {option} 自动修正");
        }
        if self.failed > 0 {
            line += &format!("；另有 {} 份未能检查", self.failed);
        }
        line
    }

    /// What was checked and found, without what can be done about it.
    pub fn told(&self) -> String {
        let counts = self.counts();
        let mut line = format!("共检查 {} 份稿", self.checked);
        if self.fixed > 0 {
            line += &format!("，已修正 {} 处", self.fixed);
        }
        line += &match (counts.is_empty(), self.fixed) {
            // “No findings” would be a lie.
            _ if self.checked == 0 => String::new(),
            (true, 0) => "，未发现问题".to_owned(),
            (true, _) => "，没有余下的问题".to_owned(),
            (false, 0) => format!("，发现 {counts}"),
            (false, _) => format!("，余下 {counts}"),
        };
        line
    }
}
