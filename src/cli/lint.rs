//! `hegao lint`: all drafts in parallel, shown in path order.

use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;

use rayon::prelude::*;

use super::args::{Color, FailOn, Format, LintArgs};
use super::check::{Job, Mode, Outcome};
use super::configs::{Configs, Lookup, real_path};
use super::files::{self, Source};
use super::output::Output;
use super::problem::{Problem, say};
use super::progress::Progress;
use super::report::Frame;
use super::tally::Tally;
use super::{exit, quiet_panics};

/// Drafts whose reports are held in memory at once.
const BATCH: usize = 64;
/// Shown for standard input without a name.
const STDIN: &str = "<stdin>";

/// Checks what the arguments name.
pub fn run(args: &LintArgs, color: Color) -> ExitCode {
    quiet_panics();
    let lookup = match (&args.config, args.no_config) {
        (Some(file), _) => Lookup::Only(file.clone()),
        (None, true) => Lookup::Nothing,
        (None, false) => Lookup::Upwards,
    };
    let configs = Configs::new(lookup, &args.select, &args.ignore);
    let mut run = Run::new(args, color);
    let stdin = args.paths.iter().filter(|path| path.as_os_str() == "-").count();
    if stdin == 0 {
        run.files(args, configs);
    } else if args.paths.len() > 1 {
        run.problem(&Problem::new("-", "标准输入不能与其他路径同查；请分两次运行"));
    } else {
        run.stdin(args, configs);
    }
    run.finish(args.fail_on)
}

struct Run {
    job: Job,
    out: Output,
    frame: Frame,
    tally: Tally,
    wrong: bool,
}

impl Run {
    fn new(args: &LintArgs, color: Color) -> Self {
        let job = Job::new(args);
        let stdin = args.paths.iter().any(|path| path.as_os_str() == "-");
        let out = match (job.mode, job.format) {
            // Standard output carries the mended draft.
            (Mode::Fix, _) if stdin => Output::styled_error(color.choice()),
            (Mode::Report | Mode::Fix, Format::Text) => Output::styled(color.choice()),
            _ => Output::plain(),
        };
        Run { job, out, frame: Frame::new(job.format), tally: Tally::default(), wrong: false }
    }

    fn files(&mut self, args: &LintArgs, mut configs: Configs) {
        let listing = files::collect(&args.paths, &mut configs);
        let (unchecked, problems) = configs.finish();
        self.tally.failed += unchecked + listing.problems.len();
        listing.problems.iter().chain(&problems).for_each(|problem| self.problem(problem));
        for folder in &listing.empty {
            say(&format!("{}：没有找到稿件（.txt、.md、.docx，或 hegao.toml 中 include 所列）", folder.display()));
        }
        self.drafts(&listing.drafts);
    }

    fn drafts(&mut self, drafts: &[Source]) {
        let job = self.job;
        let progress = Progress::new(drafts.len());
        for batch in drafts.chunks(BATCH) {
            // With nobody reading on, only files that are to be mended are worth the work.
            if self.out.is_closed() && job.mode != Mode::Fix {
                break;
            }
            let check = |source| {
                let outcome = job.file(source);
                progress.advance();
                outcome
            };
            let outcomes: Vec<Outcome> = batch.par_iter().map(check).collect();
            progress.aside(|| outcomes.into_iter().for_each(|outcome| self.show(outcome)));
        }
        progress.finish();
    }

    fn stdin(&mut self, args: &LintArgs, mut configs: Configs) {
        let name = args.stdin_filename.as_deref();
        let settings = configs.settings(&real_path(name.unwrap_or(Path::new(STDIN))));
        let (unchecked, problems) = configs.finish();
        self.tally.failed += unchecked;
        problems.iter().for_each(|problem| self.problem(problem));
        let Ok(settings) = settings else { return };
        let shown = name.map_or(STDIN.into(), |name| name.display().to_string());
        let mut outcome = self.job.stdin(&shown, &Arc::new(settings));
        if let Some(mended) = outcome.mended.take() {
            let mut stdout = Output::plain();
            stdout.write(&mended);
            self.wrong |= !stdout.close();
        }
        self.show(outcome);
    }

    fn show(&mut self, outcome: Outcome) {
        if !outcome.rendered.is_empty() {
            self.out.write(self.frame.before_part().as_bytes());
            self.out.write(outcome.rendered.as_bytes());
        }
        outcome.problems.iter().for_each(|problem| self.problem(problem));
        self.tally.add(&outcome.tally);
    }

    fn problem(&mut self, problem: &Problem) {
        self.wrong = true;
        // What was found before it is shown before it.
        self.out.flush();
        say(&problem.to_string());
    }

    fn finish(mut self, fail_on: FailOn) -> ExitCode {
        let summary = self.tally.summary(self.job.unsafe_fixes);
        match (self.job.mode, self.job.format) {
            _ if self.tally.is_empty() => {}
            // Standard output is a patch or a document: nothing else may stand in it.
            (Mode::Diff, _) => say(&summary),
            (_, Format::Text) => self.out.write(format!("{summary}\n").as_bytes()),
            (_, Format::Json) => {}
        }
        if self.job.mode != Mode::Diff {
            self.out.write(self.frame.end().as_bytes());
        }
        let out = std::mem::replace(&mut self.out, Output::nowhere());
        self.wrong |= !out.close();
        let failed = fail_on.threshold().is_some_and(|threshold| self.tally.reaches(threshold));
        match (self.wrong, failed) {
            (true, _) => ExitCode::from(exit::WRONG),
            (false, true) => ExitCode::from(exit::FINDINGS),
            (false, false) => exit::CLEAN,
        }
    }
}
