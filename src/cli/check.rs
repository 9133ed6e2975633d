//! One draft: read, checked, mended when asked, rendered.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::sync::Arc;

use similar::TextDiff;

use super::args::{Format, LintArgs, StdinFormat};
use super::cache::Cache;
use super::files::Source;
use super::fix::{self, Mended};
use super::input::{Input, Origin};
use super::problem::Problem;
use super::report::{self, Checked, Pages, Part};
use super::sieve::Sieve;
use super::tally::Tally;
use crate::config::Settings;
use crate::docx::Spots;
use crate::draft::Draft;
use crate::features::actions;
use crate::features::address::Addresses;
use crate::rules::{Applicability, Fault, Finding, Linter};
use crate::text::{FileEncoding, encode};

/// What is to be done with every draft.
#[derive(Debug)]
pub struct Job {
    pub format: Format,
    pub mode: Mode,
    /// Whether the user asked for unsafe fixes as well.
    pub unsafe_fixes: bool,
    pub sieve: Sieve,
    pub cache: Cache,
}

/// A draft with what was found in it.
struct Found<'a> {
    draft: &'a Draft,
    settings: &'a Arc<Settings>,
    findings: Vec<Finding>,
    faults: &'a [Fault],
}

impl<'a> Found<'a> {
    fn of(linter: &'a Linter) -> Self {
        let (draft, settings) = (linter.draft(), linter.settings());
        Found { draft, settings, findings: linter.findings(), faults: linter.faults() }
    }
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
    /// Its part of the report.
    pub part: Part,
    /// What fixing it would change.
    pub diff: String,
    /// The mended draft, when it came from standard input.
    pub mended: Option<Vec<u8>>,
    pub problems: Vec<Problem>,
    pub tally: Tally,
}

impl Job {
    /// As the options say.
    ///
    /// # Errors
    /// What findings are to be compared with cannot be used.
    pub fn new(args: &LintArgs) -> Result<Self, Problem> {
        let mode = match (args.fix, args.diff) {
            (true, _) => Mode::Fix,
            (_, true) => Mode::Diff,
            _ => Mode::Report,
        };
        // Answers to lines stand alone, without head or summary.
        let format = if args.stdin_format == Some(StdinFormat::Jsonl) { Format::Jsonl } else { args.format };
        let cache = if args.no_cache { Cache::none() } else { Cache::open() };
        Ok(Job { format, mode, unsafe_fixes: args.unsafe_fixes, sieve: Sieve::new(args)?, cache })
    }

    /// Checks a file.
    pub fn file(&self, source: &Source) -> Outcome {
        let shown = source.shown();
        guarded(&shown, || self.input(&shown, Input::file(&source.path), &source.settings, Some(&source.path)))
    }

    /// Checks standard input, which is shown under a name.
    pub fn stdin(&self, shown: &str, settings: &Arc<Settings>) -> Outcome {
        guarded(shown, || self.input(shown, Input::stdin(shown), settings, None))
    }

    fn input(
        &self,
        shown: &str,
        input: Result<Input, Problem>,
        settings: &Arc<Settings>,
        path: Option<&Path>,
    ) -> Outcome {
        let Input { text, origin } = match input {
            Ok(input) => input,
            Err(problem) => return Outcome::failed(problem),
        };
        let known = path.filter(|_| self.mode == Mode::Report).and_then(|path| self.cache.find(path, &text, settings));
        if let Some(findings) = known {
            let (draft, spots) = (Draft::new(&text), origin.spots());
            return self.outcome(shown, Found { draft: &draft, settings, findings, faults: &[] }, spots);
        }
        let linter = Linter::new(&text, settings.clone());
        let found = Found::of(&linter);
        if let Some(path) = path.filter(|_| found.faults.is_empty()) {
            self.cache.keep(path, &text, settings, &found.findings);
        }
        match (&origin, self.mode) {
            (Origin::Document(spots), _) => self.document(shown, &linter, spots, path),
            (_, Mode::Report) => self.outcome(shown, found, None),
            (Origin::Text { encoding, bytes }, _) => {
                let mended = fix::mend(&text, &linter, settings, self.up_to());
                let file = Written { path, encoding: *encoding, bytes };
                self.mended(shown, &text, &linter, mended, &file)
            }
        }
    }

    /// A document, which is never written.
    fn document(&self, shown: &str, linter: &Linter, spots: &Spots, path: Option<&Path>) -> Outcome {
        let mut outcome = self.outcome(shown, Found::of(linter), Some(spots));
        let fixes = || !actions::fixes(&linter.findings(), self.up_to()).is_empty();
        let message = match (self.mode, path) {
            // Whoever reads standard output waits for the document.
            (Mode::Fix, None) => ".docx 只查不改，标准输出是空的；请按结果在 Word 或 WPS 中修改",
            (Mode::Fix | Mode::Diff, _) if fixes() => ".docx 只查不改；请按结果在 Word 或 WPS 中修改",
            _ => return outcome,
        };
        outcome.problems.push(Problem::new(shown, message));
        outcome
    }

    fn up_to(&self) -> Applicability {
        if self.unsafe_fixes { Applicability::Unsafe } else { Applicability::Safe }
    }

    fn mended(&self, shown: &str, text: &str, linter: &Linter, mended: Option<Mended>, file: &Written<'_>) -> Outcome {
        if self.mode == Mode::Diff {
            let diff = |mended: Mended| {
                TextDiff::from_lines(text, &mended.text).unified_diff().header(shown, shown).to_string()
            };
            return Outcome {
                diff: mended.map(diff).unwrap_or_default(),
                ..self.outcome(shown, Found::of(linter), None)
            };
        }
        let to_stdout = file.path.is_none();
        let Some(mended) = mended else {
            let unchanged = to_stdout.then(|| file.bytes.to_vec());
            return Outcome { mended: unchanged, ..self.outcome(shown, Found::of(linter), None) };
        };
        match file.write(&mended.text) {
            Ok(new) => {
                let mut outcome = self.outcome(shown, Found::of(&mended.linter), None);
                outcome.tally.fixed = mended.fixed;
                outcome.mended = to_stdout.then_some(new);
                outcome
            }
            // The file is as it was, and so is what was found in it.
            Err(message) => {
                let mut outcome = self.outcome(shown, Found::of(linter), None);
                outcome.problems.push(Problem::new(shown, message));
                outcome
            }
        }
    }

    fn outcome(&self, shown: &str, found: Found<'_>, spots: Option<&Spots>) -> Outcome {
        let Found { draft, settings, findings, faults } = found;
        let findings = match self.sieve.sifted(shown, draft, settings, findings) {
            Ok(findings) => findings,
            Err(problem) => return Outcome::failed(problem),
        };
        let pages = spots.map(|spots| Pages { addresses: Addresses::of(draft), spots });
        let checked =
            Checked { path: shown, draft, findings: &findings, unsafe_fixes: self.unsafe_fixes, pages: pages.as_ref() };
        let problems = faults.iter().map(|fault| Problem::new(shown, told(fault)));
        Outcome {
            part: if self.mode == Mode::Diff { Part::default() } else { report::part(self.format, &checked) },
            problems: problems.collect(),
            tally: Tally::of(&findings, spots.is_none()),
            ..Outcome::default()
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
    caught(run).unwrap_or_else(|message| Outcome::failed(Problem::new(shown, message)))
}

/// What `run` gives.
///
/// # Errors
/// It panicked, told for the user.
pub fn caught<T>(run: impl FnOnce() -> T) -> Result<T, String> {
    catch_unwind(AssertUnwindSafe(run)).map_err(|panic| {
        let text = panic.downcast_ref::<String>().map(String::as_str);
        let text = text.or_else(|| panic.downcast_ref::<&str>().copied()).unwrap_or_default();
        format!("核稿自身出错，这份稿没有查完（{text}）；请把稿件和这行字报给开发者")
    })
}

/// What is said of a rule that failed.
pub fn told(fault: &Fault) -> String {
    let (rule, message) = (fault.rule.name, &fault.message);
    format!("规则 {rule} 运行出错，缺它的结果，其他规则照常（{message}）；请把稿件和这行字报给开发者")
}

/// The file that a draft of text came from; standard input has no path.
struct Written<'a> {
    path: Option<&'a Path>,
    encoding: FileEncoding,
    bytes: &'a [u8],
}

impl Written<'_> {
    /// Encodes a mended draft as its file was, and writes it there if there is a file.
    fn write(&self, text: &str) -> Result<Vec<u8>, String> {
        let new = encode(text, self.encoding).map_err(|error| error.to_string())?;
        if let Some(path) = self.path {
            fix::replace(path, self.bytes, &new).map_err(|error| error.to_string())?;
        }
        Ok(new)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Severity;
    use crate::rules::{Check, Rule};

    fn job() -> Job {
        let (sieve, cache) = (Sieve::default(), Cache::none());
        Job { format: Format::Text, mode: Mode::Report, unsafe_fixes: false, sieve, cache }
    }

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
        let outcome = job().outcome("稿.txt", Found::of(&linter), None);
        let said: Vec<String> = outcome.problems.iter().map(ToString::to_string).collect();
        assert!(matches!(&said[..], [one] if one.contains("test/faulty") && one.contains("规则里的错")), "{said:?}");
        assert!(outcome.part.text.contains("numbering/gap"), "{}", outcome.part.text);
    }

    #[test]
    fn a_fault_of_ours_costs_one_draft() {
        let outcome = guarded("稿.txt", || panic!("我们的错"));
        assert!(outcome.problems[0].message.contains("我们的错"));
        assert_eq!((outcome.tally.checked, outcome.tally.failed), (0, 1));
    }

    #[test]
    fn a_file_that_vanishes_before_it_is_read_is_named() {
        let outcome = job().file(&Source { path: "没有/稿.txt".into(), settings: Arc::default() });
        assert_eq!(outcome.problems[0].to_string(), "错误：没有/稿.txt：没有这个文件；请检查路径");
        assert_eq!(outcome.tally.failed, 1);
    }
}
