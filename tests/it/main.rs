//! All tests of the built thing in one binary: it links once.

mod cli;
mod cli_bad;
mod cli_fix;
mod cli_report;
mod client;
mod corpus;
mod docx;
mod editors;
mod fixture;
mod incremental;
mod lexicon;
mod manual;
mod planted_numbering;
mod planted_phrases;
mod rewrites;
mod server;
mod server_actions;
mod server_config;
mod server_diagnostics;
mod server_features;
mod server_marks;
mod server_traps;
mod server_typing;
mod tidy;
mod whole;
