//! hegao (核稿): checks drafts of Chinese official work reports while they are typed, and in pipelines.
//!
//! # The spine
//!
//! ```text
//! bytes → text (rope, positions) → syntax (blocks of a draft) → draft (outline)
//!       → rules (findings with their fixes) → features (plain editor structs) → docx → shelf → server | cli
//! ```
//!
//! Each floor uses only the floors before it. Everything below `shelf` is a pure library and holds no LSP
//! type, no argument parsing, no file or network access, no async code and no global state;
//! `cargo check --lib --no-default-features` builds that core alone, and `tests/it/tidy.rs` refuses an upward
//! `use crate::…`. The editor and the command line call the same functions with the same configuration, so they can
//! never disagree.
//!
//! # Where things are
//!
//! | what | where |
//! |---|---|
//! | lines, columns, UTF-16, encodings of files | [`text`] |
//! | 一、（一）1. read and written, paragraphs and their kinds, quantities | [`syntax`] |
//! | stock phrases as data, and where a paragraph mentions them | [`lexicon`] |
//! | a draft kept up to date under edits, its outline, its meeting, date and genre | [`draft`] |
//! | `hegao.toml` | [`config`] |
//! | rules, one file each, and the linter that keeps their findings | [`rules`] |
//! | what an editor shows beside findings: outline, folding, actions, hover, completion, hints, references | [`features`] |
//! | documents of Word and WPS, read as drafts | [`docx`] |
//! | the reports beside a draft, and which of them is that of the year before | [`shelf`] |

pub mod config;
#[cfg(feature = "docx")]
pub mod docx;
pub mod draft;
pub mod features;
pub mod lexicon;
pub mod rules;
pub mod syntax;
pub mod text;

#[cfg(feature = "cli")]
pub mod cli;
#[cfg(feature = "server")]
pub mod server;
#[cfg(feature = "docx")]
pub mod shelf;
