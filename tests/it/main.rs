//! All tests of the built thing in one binary: it links once.

mod cli;
mod cli_bad;
mod cli_fix;
mod cli_report;
mod corpus;
mod fixture;
mod incremental;
mod manual;
mod tidy;
mod whole;
