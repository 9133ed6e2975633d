//! Which findings are reported: all, or only those that are new.

use std::collections::HashSet;
use std::path::Path;
use std::sync::Arc;

use similar::{ChangeTag, TextDiff};

use super::args::LintArgs;
use super::baseline::Baseline;
use super::git::Revision;
use super::input::Input;
use super::problem::Problem;
use crate::config::Settings;
use crate::draft::Draft;
use crate::rules::{Finding, Linter, fingerprints};

/// What findings are compared with.
#[derive(Debug, Default)]
pub struct Sieve {
    baseline: Option<Baseline>,
    since: Option<Since>,
}

/// Findings since a revision.
#[derive(Debug)]
struct Since {
    revision: Revision,
    /// Those on lines that changed, instead of those that were not there.
    by_lines: bool,
}

impl Sieve {
    /// As the options say.
    ///
    /// # Errors
    /// What they name cannot be used; nothing should be checked then.
    pub fn new(args: &LintArgs) -> Result<Self, Problem> {
        let baseline = args.baseline.as_ref().map(|path| Baseline::open(path, args.write_baseline)).transpose()?;
        let name = args.diff_base.as_deref().or(args.changed_lines.then_some("HEAD"));
        let since = name.map(|name| {
            let revision = Revision::find(name).map_err(|why| {
                Problem::new(if args.diff_base.is_some() { "--diff-base" } else { "--changed-lines" }, why)
            })?;
            Ok(Since { revision, by_lines: args.changed_lines })
        });
        Ok(Sieve { baseline, since: since.transpose()? })
    }

    /// Whether nothing in a file can be new.
    pub fn passes_over(&self, path: &Path) -> bool {
        self.since.as_ref().is_some_and(|since| since.revision.is_unchanged(path))
    }

    /// The findings of a draft that are to be reported.
    ///
    /// # Errors
    /// The draft cannot be compared.
    pub fn sifted(
        &self,
        path: &str,
        draft: &Draft,
        settings: &Arc<Settings>,
        mut findings: Vec<Finding>,
    ) -> Result<Vec<Finding>, Problem> {
        if let Some(since) = &self.since {
            findings = since.new_ones(path, draft, settings, findings)?;
        }
        if let Some(baseline) = &self.baseline {
            findings = baseline.new_ones(path, draft, findings);
        }
        Ok(findings)
    }

    /// Writes the baseline if that was asked for; the number of its findings.
    ///
    /// # Errors
    /// The baseline is as it was.
    pub fn write(&self) -> Result<Option<usize>, Problem> {
        self.baseline.as_ref().map_or(Ok(None), Baseline::write)
    }
}

impl Since {
    fn new_ones(
        &self,
        path: &str,
        draft: &Draft,
        settings: &Arc<Settings>,
        findings: Vec<Finding>,
    ) -> Result<Vec<Finding>, Problem> {
        let before = self.revision.before(Path::new(path)).map_err(|why| Problem::new(path, why))?;
        let Some(before) = before else { return Ok(findings) };
        // What was no draft then has no findings that could be old.
        let Ok(before) = Input::bytes(path, before) else { return Ok(findings) };
        if self.by_lines {
            let changed = changed_lines(&before.text, &draft.text().to_string());
            let text = draft.text();
            let touches = |finding: &Finding| {
                let end = finding.place.end.saturating_sub(1).max(finding.place.start);
                (text.line_of_byte(finding.place.start)..=text.line_of_byte(end)).any(|line| changed.contains(&line))
            };
            return Ok(findings.into_iter().filter(touches).collect());
        }
        let old = Linter::new(&before.text, settings.clone());
        let known: HashSet<_> = fingerprints(old.draft(), &old.findings()).into_iter().collect();
        let prints = fingerprints(draft, &findings);
        let new = findings.into_iter().zip(prints).filter(|(_, print)| !known.contains(print));
        Ok(new.map(|(finding, _)| finding).collect())
    }
}

/// Lines (from 0) of a text that the one before it did not have, line ends aside.
fn changed_lines(before: &str, now: &str) -> HashSet<usize> {
    let lines = |text: &str| text.lines().map(str::to_owned).collect::<Vec<_>>();
    let (before, now) = (lines(before), lines(now));
    let (before, now): (Vec<&str>, Vec<&str>) =
        (before.iter().map(String::as_str).collect(), now.iter().map(String::as_str).collect());
    let diff = TextDiff::from_slices(&before, &now);
    let inserted = diff.iter_all_changes().filter(|change| change.tag() == ChangeTag::Insert);
    inserted.filter_map(|change| change.new_index()).collect()
}
