//! `hegao schema`: the JSON Schema of `hegao.toml`.

use std::process::ExitCode;

use super::exit;
use super::output::Output;
use crate::config::schema;
use crate::rules;

/// Prints the schema.
pub fn run() -> ExitCode {
    let title = |name: &str| rules::rule(name).map_or("", |rule| rule.title);
    let mut out = Output::plain();
    out.write(format!("{:#}\n", rules::known(|known| schema(known, title))).as_bytes());
    if out.close() { exit::CLEAN } else { ExitCode::from(exit::WRONG) }
}
