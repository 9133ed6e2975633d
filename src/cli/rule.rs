//! `hegao rule`: the rules, and the manual of each.

use std::process::ExitCode;

use super::args::{Color, RuleArgs, unknown_rule};
use super::exit;
use super::output::Output;
use super::problem::say;
use super::terminal::width;
use crate::config::selects;
use crate::rules::{self, RULES, Rule};

/// Lists the rules, those of a family, or shows one rule's manual.
pub fn run(args: &RuleArgs, color: Color) -> ExitCode {
    let text = match args.name.as_deref() {
        None => list(RULES),
        Some(name) => match rules::rule(name) {
            Some(rule) => manual(rule),
            None => {
                let family: Vec<&Rule> = RULES.iter().copied().filter(|rule| selects(name, rule.name)).collect();
                if family.is_empty() {
                    say(&format!("错误：{}", unknown_rule(name)));
                    return ExitCode::from(exit::WRONG);
                }
                list(&family)
            }
        },
    };
    let mut out = Output::styled(color.choice());
    out.write(text.as_bytes());
    if out.close() { exit::CLEAN } else { ExitCode::from(exit::WRONG) }
}

fn list(rules: &[&Rule]) -> String {
    let names = rules.iter().map(|rule| rule.name.len()).max().unwrap_or(0);
    let titles = rules.iter().map(|rule| width(rule.title)).max().unwrap_or(0);
    let line = |rule: &&Rule| {
        let pad = " ".repeat(titles - width(rule.title));
        format!("{:names$}  {}{pad}  {}\n", rule.name, rule.title, rule.severity.title())
    };
    rules.iter().map(line).collect()
}

fn manual(rule: &Rule) -> String {
    format!("{} {}（{}）\n\n{}\n", rule.name, rule.title, rule.severity.title(), rule.manual().text.trim())
}
