//! `--statistics`: how often each rule has something to say.

use super::tally::Tally;
use super::terminal::width;

/// One line for each rule with findings, the most first.
pub fn table(tally: &Tally) -> String {
    let rules = tally.rules();
    let digits = rules.iter().map(|(_, count)| count.to_string().len()).max().unwrap_or(0);
    let names = rules.iter().map(|(rule, _)| rule.name.len()).max().unwrap_or(0);
    let titles = rules.iter().map(|(rule, _)| width(rule.title)).max().unwrap_or(0);
    let line = |(rule, count): &(&'static crate::rules::Rule, usize)| {
        let pad = " ".repeat(titles - width(rule.title));
        format!("{count:digits$}  {:names$}  {}{pad}  {}\n", rule.name, rule.title, rule.severity.title())
    };
    rules.iter().map(line).collect()
}
