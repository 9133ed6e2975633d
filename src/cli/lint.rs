//! `hegao lint`: all drafts in parallel, shown in path order.

use std::io::Write as _;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;
use std::{env, fs};

use super::args::{Color, FailOn, Format, LintArgs, StdinFormat};
use super::check::{Job, Mode, Outcome};
use super::configs::{Configs, Lookup, real_path};
use super::files::{self, Source};
use super::ordered::in_order;
use super::output::Output;
use super::problem::{Problem, say};
use super::progress::Progress;
use super::report::{Ending, Frame, failure};
use super::tally::Tally;
use super::{exit, quiet_panics, statistics, stream};
use crate::config::Settings;

/// Shown for standard input without a name.
const STDIN: &str = "<stdin>";
/// Problems that a report repeats; all are told on standard error.
const REPEATED: usize = 1000;

/// Checks what the arguments name.
pub fn run(args: &LintArgs, color: Color) -> ExitCode {
    check(args, color).0
}

/// Checks what the arguments name, and tells on which files the findings rest besides the drafts.
pub fn check(args: &LintArgs, color: Color) -> (ExitCode, Vec<PathBuf>) {
    quiet_panics();
    let lookup = match (&args.config, args.no_config) {
        (Some(file), _) => Lookup::Only(file.clone()),
        (None, true) => Lookup::Nothing,
        (None, false) => Lookup::Upwards,
    };
    let configs = Configs::new(lookup, &args.select, &args.ignore);
    let Some(mut run) = Run::new(args, color) else { return (ExitCode::from(exit::WRONG), Vec::new()) };
    let jsonl = args.stdin_format == Some(StdinFormat::Jsonl);
    if args.stdin_format.is_some() && args.paths.iter().any(|path| path.as_os_str() != "-") {
        run.problem(Problem::new("--stdin-format", "只用于标准输入，不能与路径同用；去掉其中一个"));
    } else if jsonl {
        run.stream(args, configs);
    } else if !run.reads_stdin {
        run.files(args, configs);
    } else if args.paths.len() > 1 {
        run.problem(Problem::new("-", "标准输入不能与其他路径同查；请分两次运行"));
    } else {
        run.stdin(args, configs);
    }
    let rests_on = std::mem::take(&mut run.rests_on);
    (run.finish(args.fail_on), rests_on)
}

struct Run {
    job: Arc<Job>,
    reads_stdin: bool,
    out: Output,
    frame: Frame,
    tally: Tally,
    statistics: bool,
    /// The first of them, for the report.
    problems: Vec<Problem>,
    /// Files besides the drafts that decide what is found.
    rests_on: Vec<PathBuf>,
    wrong: bool,
}

impl Run {
    /// `None` when the results cannot be written where they should be, or what they are to be compared with cannot be
    /// used, which has been told.
    fn new(args: &LintArgs, color: Color) -> Option<Self> {
        let job = match Job::new(args) {
            Ok(job) => Arc::new(job),
            Err(problem) => {
                say(&problem.to_string());
                return None;
            }
        };
        let reads_stdin = args.stdin_format.is_some() || args.paths.iter().any(|path| path.as_os_str() == "-");
        let out = match (job.mode, job.format, &args.output) {
            (_, _, Some(file)) => match Output::file(file) {
                Ok(out) => out,
                Err(error) => {
                    say(&Problem::unwritable(file.display().to_string(), &error).to_string());
                    return None;
                }
            },
            // Standard output carries the mended draft.
            (Mode::Fix, ..) if reads_stdin => Output::styled_error(color.choice()),
            (Mode::Report | Mode::Fix, Format::Text, _) => Output::styled(color.choice()),
            _ => Output::plain(),
        };
        let (frame, tally, statistics) = (Frame::new(job.format), Tally::default(), args.statistics);
        let (problems, rests_on) = Default::default();
        Some(Run { job, reads_stdin, out, frame, tally, statistics, problems, rests_on, wrong: false })
    }

    fn files(&mut self, args: &LintArgs, mut configs: Configs) {
        let listing = files::collect(&args.paths, &mut configs);
        self.rests_on = configs.files();
        let (unchecked, problems) = configs.finish();
        self.tally.failed += unchecked + listing.problems.len();
        listing.problems.into_iter().chain(problems).for_each(|problem| self.failure(problem));
        for folder in &listing.empty {
            say(&files::nothing_in(folder));
        }
        let all = listing.drafts.len();
        let drafts: Vec<Source> =
            listing.drafts.into_iter().filter(|draft| !self.job.sieve.passes_over(&draft.path)).collect();
        if drafts.is_empty() && all > 0 {
            say(&format!("{all} 份稿都没有改动，不必查"));
        }
        self.drafts(drafts);
    }

    fn drafts(&mut self, drafts: Vec<Source>) {
        let job = self.job.clone();
        let progress = Progress::new(drafts.len());
        let check = |source: Source| {
            let outcome = job.file(&source);
            progress.advance();
            outcome
        };
        in_order(drafts.into_iter(), check, |outcome| {
            progress.aside(|| self.show(outcome));
            // With nobody reading on, only files that are to be mended are worth the work.
            if self.out.is_closed() && job.mode != Mode::Fix {
                ControlFlow::Break(())
            } else {
                ControlFlow::Continue(())
            }
        });
        progress.finish();
    }

    /// The settings of standard input; `None` when its configuration is wrong, which has been told.
    fn settings(&mut self, args: &LintArgs, mut configs: Configs) -> Option<Arc<Settings>> {
        let name = args.stdin_filename.as_deref().unwrap_or(Path::new(STDIN));
        let settings = configs.settings(&real_path(name));
        let (unchecked, problems) = configs.finish();
        self.tally.failed += unchecked;
        problems.into_iter().for_each(|problem| self.failure(problem));
        settings.ok().map(Arc::new)
    }

    fn stream(&mut self, args: &LintArgs, configs: Configs) {
        let Some(settings) = self.settings(args, configs) else { return };
        let (tally, whole) = stream::answer_all(&settings, &mut self.out);
        self.tally.add(&tally);
        self.wrong |= !whole;
    }

    fn stdin(&mut self, args: &LintArgs, configs: Configs) {
        let Some(settings) = self.settings(args, configs) else { return };
        let shown = args.stdin_filename.as_ref().map_or(STDIN.into(), |name| name.display().to_string());
        let mut outcome = self.job.stdin(&shown, &settings);
        if let Some(mended) = outcome.mended.take() {
            let mut stdout = Output::plain();
            stdout.write(&mended);
            self.wrong |= !stdout.close();
        }
        self.show(outcome);
    }

    fn show(&mut self, outcome: Outcome) {
        self.out.write(outcome.diff.as_bytes());
        if !self.statistics && self.job.mode != Mode::Diff {
            self.out.write(self.frame.around(outcome.part).as_bytes());
        }
        for problem in outcome.problems {
            // A rule that failed did not cost the draft.
            if outcome.tally.failed > 0 { self.failure(problem) } else { self.problem(problem) }
        }
        self.tally.add(&outcome.tally);
    }

    /// Something that kept a draft from being checked.
    fn failure(&mut self, problem: Problem) {
        if !self.statistics && self.job.mode != Mode::Diff {
            let part = self.frame.around(failure(self.job.format, &problem));
            self.out.write(part.as_bytes());
        }
        self.problem(problem);
    }

    fn problem(&mut self, problem: Problem) {
        self.wrong = true;
        // What was found before it is shown before it.
        self.out.flush();
        say(&problem.to_string());
        if self.problems.len() < REPEATED {
            self.problems.push(problem);
        }
    }

    fn write_baseline(&mut self) {
        match self.job.sieve.write() {
            Ok(None) => {}
            Ok(Some(count)) => say(&format!("基线已记下 {count} 处问题；以后加 --baseline 只报新的")),
            Err(problem) => self.problem(problem),
        }
    }

    fn finish(mut self, fail_on: FailOn) -> ExitCode {
        let ending = Ending { tally: &self.tally, problems: &self.problems, unsafe_fixes: self.job.unsafe_fixes };
        let summary = self.tally.summary(self.job.unsafe_fixes);
        if self.job.mode == Mode::Diff {
            // Standard output is a patch: nothing else may stand in it.
            (!self.tally.is_empty()).then(|| say(&summary));
        } else {
            if self.statistics {
                self.out.write(statistics::table(&self.tally).as_bytes());
            }
            self.out.write(self.frame.end(&ending).as_bytes());
        }
        if let Some(summary) = self.frame.step_summary(&ending) {
            self.wrong |= !append_summary(&summary);
        }
        self.write_baseline();
        let to_file = self.out.is_file();
        let out = std::mem::replace(&mut self.out, Output::nowhere());
        self.wrong |= !out.close();
        if to_file && !self.tally.is_empty() {
            say(&summary);
        }
        let failed = fail_on.threshold().is_some_and(|threshold| self.tally.reaches(threshold));
        match (self.wrong, failed) {
            (true, _) => ExitCode::from(exit::WRONG),
            (false, true) => ExitCode::from(exit::FINDINGS),
            (false, false) => exit::CLEAN,
        }
    }
}

/// Adds to the page of the step where GitHub asks for it; `false` when that failed, which has been told.
fn append_summary(summary: &str) -> bool {
    let Some(path) = env::var_os("GITHUB_STEP_SUMMARY").filter(|path| !path.is_empty()) else { return true };
    let file = fs::OpenOptions::new().append(true).create(true).open(&path);
    match file.and_then(|mut file| file.write_all(summary.as_bytes())) {
        Ok(()) => true,
        Err(error) => {
            say(&Problem::unwritable(Path::new(&path).display().to_string(), &error).to_string());
            false
        }
    }
}
