//! The command line: `lint`, `outline`, `figures`, `rule`, `server`, and what shells need of it.
//!
//! | what | where |
//! |---|---|
//! | options and their help | `args`, and `usage` for wrong ones |
//! | which files, under which `hegao.toml` | `files`, `configs` |
//! | one draft: read, check, mend, render | `input`, `check`, `fix`, `report` |
//! | only what is new | `sieve`, `baseline`, `git` |
//! | nothing twice | `cache` |
//! | a configuration to begin with, and its schema | `init`, `schema` |
//! | all drafts: in parallel, shown in path order | `lint`, `ordered`, `output`, `progress`, `tally`, `statistics` |
//! | tables for Excel and WPS | `spreadsheet` |
//! | again after every change | `watch` |
//! | drafts piped through, one a line | `stream` |

mod args;
mod baseline;
mod cache;
mod check;
mod configs;
mod figures;
mod files;
mod fix;
mod git;
mod init;
mod input;
mod lint;
mod ordered;
mod outline;
mod output;
mod problem;
mod progress;
mod report;
mod rule;
mod schema;
mod shell;
mod sieve;
mod spreadsheet;
mod statistics;
mod stream;
mod tally;
mod terminal;
mod usage;
mod watch;

use std::process::ExitCode;

use clap::Parser;

use args::{Args, Command};

/// The exit codes, a contract with scripts.
mod exit {
    use std::process::ExitCode;

    /// Nothing at or above the threshold.
    pub const CLEAN: ExitCode = ExitCode::SUCCESS;
    /// Findings at or above the threshold.
    pub const FINDINGS: u8 = 1;
    /// A file, an option or the configuration was wrong, or a rule failed.
    pub const WRONG: u8 = 2;
}

/// Runs the program on the arguments of this process.
///
/// Exit codes: 0 nothing at or above the threshold, 1 findings, 2 something else was wrong.
pub fn run() -> ExitCode {
    let args = match Args::try_parse() {
        Ok(args) => args,
        Err(error) => return usage::explain(&error),
    };
    match &args.command {
        Command::Lint(lint) if lint.watch => watch::run(lint, args.color),
        Command::Lint(lint) => lint::run(lint, args.color),
        Command::Outline(outline) => outline::run(outline, args.color),
        Command::Figures(figures) => figures::run(figures, args.color),
        Command::Rule(rule) => rule::run(rule, args.color),
        Command::Init(init) => init::run(init),
        Command::Schema(_) => schema::run(),
        Command::Completions(args) => shell::completions(args),
        Command::Man(args) => shell::man(args),
        #[cfg(feature = "server")]
        Command::Server(_) => crate::server::run(),
    }
}

/// Keeps the standard message of a panic off the terminal: a panic is caught where it costs one draft or one rule, and
/// told there. `RUST_BACKTRACE` brings it back.
fn quiet_panics() {
    if std::env::var_os("RUST_BACKTRACE").is_none() {
        std::panic::set_hook(Box::new(|_| {}));
    }
}
