//! The integration tests, one binary.

mod cli;
mod cli_bad;
mod cli_fix;
mod cli_report;
