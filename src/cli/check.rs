//! One draft: read, checked, mended when asked, rendered.

use std::io::Read;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::sync::Arc;
use std::{fs, io};

use similar::TextDiff;

use super::args::{Format, LintArgs};
use super::files::Source;
use super::fix::{self, Mended};
use super::problem::Problem;
use super::report::{self, Checked};
use super::tally::Tally;
use crate::config::Settings;
use crate::rules::{Applicability, Linter};
use crate::text::{Decoded, FileEncoding, decode, encode};

/// What is to be done with every draft.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Job {
    pub format: Format,
    pub mode: Mode,
    /// Whether the user asked for unsafe fixes as well.
    pub unsafe_fixes: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    Report,
    Fix,
    Diff,
}

/// What came of a draft.
#[derive(Debug, Default)]
pub struct Outcome {
    /// Its part of the report, or its diff.
    pub rendered: String,
    /// The mended draft, when it came from standard input.
    pub mended: Option<Vec<u8>>,
    pub problems: Vec<Problem>,
    pub tally: Tally,
}

impl Job {
    pub fn new(args: &LintArgs) -> Self {
        let mode = match (args.fix, args.diff) {
            (true, _) => Mode::Fix,
            (_, true) => Mode::Diff,
            _ => Mode::Report,
        };
        Job { format: args.format, mode, unsafe_fixes: args.unsafe_fixes }
    }

    /// Checks a file.
    pub fn file(&self, source: &Source) -> Outcome {
        let shown = source.shown();
        match fs::read(&source.path) {
            Ok(bytes) => guarded(&shown, || self.bytes(&shown, &bytes, &source.settings, Some(&source.path))),
            Err(error) => Outcome::failed(Problem::unreadable(shown, &error)),
        }
    }

    /// Checks standard input, which is shown under a name.
    pub fn stdin(&self, shown: &str, settings: &Arc<Settings>) -> Outcome {
        let mut bytes = Vec::new();
        match io::stdin().lock().read_to_end(&mut bytes) {
            Ok(_) => guarded(shown, || self.bytes(shown, &bytes, settings, None)),
            Err(error) => Outcome::failed(Problem::unreadable(shown, &error)),
        }
    }

    fn bytes(&self, shown: &str, bytes: &[u8], settings: &Arc<Settings>, path: Option<&Path>) -> Outcome {
        let Decoded { text, encoding } = match decode(bytes) {
            Ok(decoded) => decoded,
            Err(error) => return Outcome::failed(Problem::new(shown, error.to_string())),
        };
        let linter = Linter::new(&text, settings.clone());
        let up_to = if self.unsafe_fixes { Applicability::Unsafe } else { Applicability::Safe };
        let mended = match self.mode {
            Mode::Report => return self.outcome(shown, &linter),
            Mode::Fix | Mode::Diff => fix::mend(&text, &linter, settings, up_to),
        };
        if self.mode == Mode::Diff {
            let diff = |mended: Mended| {
                TextDiff::from_lines(&text, &mended.text).unified_diff().header(shown, shown).to_string()
            };
            return Outcome { rendered: mended.map(diff).unwrap_or_default(), ..self.outcome(shown, &linter) };
        }
        let Some(mended) = mended else {
            let unchanged = path.is_none().then(|| bytes.to_vec());
            return Outcome { mended: unchanged, ..self.outcome(shown, &linter) };
        };
        match written(&mended.text, encoding, bytes, path) {
            Ok(new) => {
                let mut outcome = self.outcome(shown, &mended.linter);
                outcome.tally.fixed = mended.fixed;
                outcome.mended = path.is_none().then_some(new);
                outcome
            }
            // The file is as it was, and so is what was found in it.
            Err(message) => {
                let mut outcome = self.outcome(shown, &linter);
                outcome.problems.push(Problem::new(shown, message));
                outcome
            }
        }
    }

    fn outcome(&self, shown: &str, linter: &Linter) -> Outcome {
        let findings = linter.findings();
        let checked =
            Checked { path: shown, text: linter.draft().text(), findings: &findings, unsafe_fixes: self.unsafe_fixes };
        let problems = linter.faults().iter().map(|fault| {
            let message = format!(
                "规则 {} 运行出错，缺它的结果，其他规则照常（{}）；请把稿件和这行字报给开发者",
                fault.rule.name, fault.message
            );
            Problem::new(shown, message)
        });
        Outcome {
            rendered: report::part(self.format, &checked),
            mended: None,
            problems: problems.collect(),
            tally: Tally::of(&findings),
        }
    }
}

impl Outcome {
    fn failed(problem: Problem) -> Self {
        Outcome { problems: vec![problem], tally: Tally::failure(), ..Outcome::default() }
    }
}

/// A fault of ours in one draft must not cost the others.
fn guarded(shown: &str, run: impl FnOnce() -> Outcome) -> Outcome {
    catch_unwind(AssertUnwindSafe(run)).unwrap_or_else(|panic| {
        let text = panic.downcast_ref::<String>().map(String::as_str);
        let text = text.or_else(|| panic.downcast_ref::<&str>().copied()).unwrap_or_default();
        let message = format!("核稿自身出错，这份稿没有查完（{text}）；请把稿件和这行字报给开发者");
        Outcome::failed(Problem::new(shown, message))
    })
}

/// Encodes a mended draft as its file was, and writes it there if there is a file.
fn written(text: &str, encoding: FileEncoding, old: &[u8], path: Option<&Path>) -> Result<Vec<u8>, String> {
    let new = encode(text, encoding).map_err(|error| error.to_string())?;
    if let Some(path) = path {
        fix::replace(path, old, &new).map_err(|error| error.to_string())?;
    }
    Ok(new)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Severity;
    use crate::rules::{Check, Rule};

    const JOB: Job = Job { format: Format::Text, mode: Mode::Report, unsafe_fixes: false };

    static FAULTY: Rule = Rule {
        name: "test/faulty",
        title: "会出错的规则",
        severity: Severity::Hint,
        source: "",
        check: Check::Draft(|_, _| panic!("规则里的错")),
    };

    static EXTRA: &[&Rule] = &[&FAULTY];

    #[test]
    fn a_rule_that_fails_is_named_and_the_others_hold() {
        let linter = Linter::with_rules("一、甲\n三、乙\n", Arc::default(), EXTRA);
        let outcome = JOB.outcome("稿.txt", &linter);
        let said: Vec<String> = outcome.problems.iter().map(ToString::to_string).collect();
        assert!(matches!(&said[..], [one] if one.contains("test/faulty") && one.contains("规则里的错")), "{said:?}");
        assert!(outcome.rendered.contains("numbering/gap"), "{}", outcome.rendered);
    }

    #[test]
    fn a_fault_of_ours_costs_one_draft() {
        let outcome = guarded("稿.txt", || panic!("我们的错"));
        assert!(outcome.problems[0].message.contains("我们的错"));
        assert_eq!((outcome.tally.checked, outcome.tally.failed), (0, 1));
    }

    #[test]
    fn a_file_that_vanishes_before_it_is_read_is_named() {
        let outcome = JOB.file(&Source { path: "没有/稿.txt".into(), settings: Arc::default() });
        assert_eq!(outcome.problems[0].to_string(), "错误：没有/稿.txt：没有这个文件；请检查路径");
        assert_eq!(outcome.tally.failed, 1);
    }
}
