//! `hegao completions` and `hegao man`, from the definitions that the help is made of.

use std::process::ExitCode;

use clap::CommandFactory;
use clap_complete::generate;

use super::args::{Args, CompletionsArgs, ManArgs};
use super::exit;
use super::output::Output;
use super::problem::say;

/// What `clap_mangen` calls the sections of a page, and what they are called here.
const SECTIONS: [(&str, &str); 7] = [
    ("NAME", "名称"),
    ("SYNOPSIS", "用法"),
    ("DESCRIPTION", "说明"),
    ("OPTIONS", "选项"),
    ("SUBCOMMANDS", "命令"),
    ("EXTRA", "其他"),
    ("VERSION", "版本"),
];

/// Prints the completions of a shell.
pub fn completions(args: &CompletionsArgs) -> ExitCode {
    let mut script = Vec::new();
    generate(args.shell, &mut Args::command(), "hegao", &mut script);
    print(&script)
}

/// Prints the manual page of the program or of a command.
pub fn man(args: &ManArgs) -> ExitCode {
    let mut program = Args::command();
    program.build();
    let command = match args.command.as_deref() {
        None => program,
        Some(name) => match program.find_subcommand(name) {
            Some(command) => command.clone(),
            None => {
                say(&format!("错误：没有命令“{name}”；用法见 hegao --help"));
                return ExitCode::from(exit::WRONG);
            }
        },
    };
    let mut page = Vec::new();
    if clap_mangen::Man::new(command).render(&mut page).is_err() {
        return ExitCode::from(exit::WRONG);
    }
    let page = String::from_utf8_lossy(&page).into_owned();
    let heading = |line: &str| {
        let known = SECTIONS.iter().find(|(name, _)| line.strip_prefix(".SH ") == Some(name));
        known.map_or_else(|| format!("{line}\n"), |(_, title)| format!(".SH {title}\n"))
    };
    print(page.lines().map(heading).collect::<String>().as_bytes())
}

fn print(text: &[u8]) -> ExitCode {
    let mut out = Output::plain();
    out.write(text);
    if out.close() { exit::CLEAN } else { ExitCode::from(exit::WRONG) }
}
