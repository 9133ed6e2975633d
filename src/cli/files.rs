//! Which files are drafts: those named, and those met in folders.

use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use ignore::WalkBuilder;

use super::configs::{Configs, real_path};
use super::problem::Problem;
use crate::config::Settings;

/// A file to check.
#[derive(Debug)]
pub struct Source {
    pub path: PathBuf,
    pub settings: Arc<Settings>,
}

/// What the arguments stand for.
#[derive(Debug, Default)]
pub struct Listing {
    /// In path order, each file once.
    pub drafts: Vec<Source>,
    /// Paths that could not be followed.
    pub problems: Vec<Problem>,
    /// Folders without a single draft.
    pub empty: Vec<PathBuf>,
}

impl Source {
    /// The path as shown to the user.
    pub fn shown(&self) -> String {
        self.path.display().to_string()
    }
}

/// The drafts that the arguments stand for; without any, those of the current folder. A file that is named is always
/// checked; in folders, the configuration and `.gitignore` decide, hidden files are left out and links not followed.
pub fn collect(paths: &[PathBuf], configs: &mut Configs) -> Listing {
    let here = [PathBuf::from(".")];
    let mut listing = Listing::default();
    let mut found = Vec::new();
    for path in if paths.is_empty() { &here[..] } else { paths } {
        match fs::metadata(path) {
            Ok(meta) if meta.is_dir() => {
                let before = found.len();
                walk(path, configs, &mut found, &mut listing.problems);
                if found.len() == before {
                    listing.empty.push(path.clone());
                }
            }
            Ok(_) => found.push(path.clone()),
            Err(error) => listing.problems.push(Problem::unreadable(path.display().to_string(), &error)),
        }
    }
    found.sort();
    // Two names of one file must not be mended side by side; a walk through one folder meets each once.
    if paths.len() > 1 {
        let mut seen = HashSet::new();
        found.retain(|path| seen.insert(fs::canonicalize(path).unwrap_or_else(|_| path.clone())));
    }
    for path in found {
        // Drafts under a wrong configuration are counted by `Configs`.
        if let Ok(settings) = configs.settings(&real_path(&path)) {
            // Those of neighbours are nearly always the same, and there may be many.
            let same = listing.drafts.last().filter(|before: &&Source| *before.settings == settings);
            let settings = same.map_or_else(|| Arc::new(settings), |before| before.settings.clone());
            listing.drafts.push(Source { path, settings });
        }
    }
    listing
}

/// What is said of a folder without a draft.
pub fn nothing_in(folder: &Path) -> String {
    format!("{}：没有找到稿件（.txt、.md、.docx，或 hegao.toml 中 include 所列）", folder.display())
}

fn walk(root: &Path, configs: &mut Configs, found: &mut Vec<PathBuf>, problems: &mut Vec<Problem>) {
    configs.visit(&fs::canonicalize(root).unwrap_or_else(|_| root.to_owned()));
    // A .gitignore counts outside a repository too: the same folder gives the same drafts before `git init` and after.
    for entry in WalkBuilder::new(root).require_git(false).build() {
        match entry {
            Ok(entry) => {
                if let Some(error) = entry.error() {
                    problems.push(walk_problem(root, error));
                }
                let is_file = entry.file_type().is_some_and(|kind| kind.is_file());
                if is_file && configs.includes(&real_path(entry.path())) {
                    found.push(entry.path().strip_prefix(".").unwrap_or(entry.path()).to_owned());
                }
            }
            Err(error) => problems.push(walk_problem(root, &error)),
        }
    }
}

fn walk_problem(root: &Path, error: &ignore::Error) -> Problem {
    let place = place_of(error).unwrap_or(root).display().to_string();
    match error.io_error() {
        Some(error) => Problem::unreadable(place, error),
        None => Problem::new(place, format!("文件夹没有读全（{error}）；请检查其中的 .gitignore")),
    }
}

fn place_of(error: &ignore::Error) -> Option<&Path> {
    match error {
        ignore::Error::WithPath { path, .. } => Some(path),
        ignore::Error::WithDepth { err, .. } | ignore::Error::WithLineNumber { err, .. } => place_of(err),
        ignore::Error::Partial(errors) => errors.first().and_then(place_of),
        _ => None,
    }
}
