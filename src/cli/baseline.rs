//! Findings that were there before and are let pass: a file of fingerprints, kept beside the drafts.

use std::collections::{BTreeMap, HashSet};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use serde::{Deserialize, Serialize};

use super::configs::real_path;
use super::fix::{WriteError, replace};
use super::problem::Problem;
use crate::draft::Draft;
use crate::rules::{Finding, Fingerprint, fingerprints};

/// Version of the form of the file.
const VERSION: u32 = 1;

/// A baseline, and what this run found.
#[derive(Debug)]
pub struct Baseline {
    path: PathBuf,
    /// As it was read.
    bytes: Vec<u8>,
    known: BTreeMap<String, Vec<Entry>>,
    /// Set when it is to be written anew: what was found in each draft.
    found: Option<Mutex<BTreeMap<String, Vec<Entry>>>>,
}

/// The file.
#[derive(Serialize, Deserialize)]
struct Content {
    version: u32,
    /// By the path of the draft from the folder of the file, `/` between folders.
    drafts: BTreeMap<String, Vec<Entry>>,
}

/// A finding of a draft. Rule and message are for people who read the file.
#[derive(Debug, Clone, Serialize, Deserialize, PartialEq, Eq)]
struct Entry {
    fingerprint: String,
    rule: String,
    message: String,
}

impl Baseline {
    /// Reads a baseline; one that is to be written need not be there.
    ///
    /// # Errors
    /// It cannot be read, or is none.
    pub fn open(path: &Path, write: bool) -> Result<Self, Problem> {
        let shown = path.display().to_string();
        let bytes = match fs::read(path) {
            Err(error) if write && error.kind() == io::ErrorKind::NotFound => Vec::new(),
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                return Err(Problem::new(shown, "没有这个基线文件；第一次请加 --write-baseline 生成"));
            }
            read => read.map_err(|error| Problem::unreadable(shown.clone(), &error))?,
        };
        let known = if bytes.is_empty() { BTreeMap::new() } else { drafts(&shown, &bytes)? };
        let found = write.then(Mutex::default);
        Ok(Baseline { path: path.to_owned(), bytes, known, found })
    }

    /// The findings of a draft that are not in the baseline. While one is written, none is.
    pub fn new_ones(&self, path: &str, draft: &Draft, findings: Vec<Finding>) -> Vec<Finding> {
        let prints = fingerprints(draft, &findings);
        let key = self.key(path);
        if let Some(found) = &self.found {
            let entries = findings.iter().zip(&prints).map(|(finding, print)| Entry::of(finding, *print)).collect();
            found.lock().unwrap_or_else(|poisoned| poisoned.into_inner()).insert(key, entries);
            return Vec::new();
        }
        let known: HashSet<&str> =
            self.known.get(&key).into_iter().flatten().map(|entry| entry.fingerprint.as_str()).collect();
        let new = findings.into_iter().zip(prints).filter(|(_, print)| !known.contains(print.to_string().as_str()));
        new.map(|(finding, _)| finding).collect()
    }

    /// Writes the baseline if that was asked for; drafts that were not checked keep what it said of them. Gives the
    /// number of its findings.
    ///
    /// # Errors
    /// The file is as it was.
    pub fn write(&self) -> Result<Option<usize>, Problem> {
        let Some(found) = &self.found else { return Ok(None) };
        let mut drafts = self.known.clone();
        drafts.append(&mut found.lock().unwrap_or_else(|poisoned| poisoned.into_inner()));
        drafts.retain(|_, entries| !entries.is_empty());
        let count = drafts.values().map(Vec::len).sum();
        let shown = self.path.display().to_string();
        let wrong = |error: WriteError| Problem::new(shown.clone(), error.to_string());
        let text = serde_json::to_string_pretty(&Content { version: VERSION, drafts });
        let text = text.map_err(|error| wrong(io::Error::from(error).into()))? + "\n";
        if self.bytes.is_empty() && !self.path.exists() {
            fs::write(&self.path, text).map_err(|error| wrong(error.into()))?;
        } else {
            replace(&self.path, &self.bytes, text.as_bytes()).map_err(wrong)?;
        }
        Ok(Some(count))
    }

    /// The path of a draft from the folder of the baseline.
    fn key(&self, path: &str) -> String {
        let (file, draft) = (real_path(&self.path), real_path(Path::new(path)));
        let folder = file.parent().unwrap_or(&file);
        let up = folder.ancestors().take_while(|above| !draft.starts_with(above)).count();
        let common = folder.ancestors().nth(up).unwrap_or(folder);
        let down = draft.strip_prefix(common).unwrap_or(&draft);
        let parts = down.components().map(|part| part.as_os_str().to_string_lossy().into_owned());
        std::iter::repeat_n("..".to_owned(), up).chain(parts).collect::<Vec<_>>().join("/")
    }
}

impl Entry {
    fn of(finding: &Finding, print: Fingerprint) -> Self {
        Entry { fingerprint: print.to_string(), rule: finding.rule.name.into(), message: finding.message.clone() }
    }
}

fn drafts(shown: &str, bytes: &[u8]) -> Result<BTreeMap<String, Vec<Entry>>, Problem> {
    let content: Content = serde_json::from_slice(bytes).map_err(|error| {
        let place = format!("{shown}:{}:{}", error.line(), error.column());
        Problem::new(place, "不是基线文件，或已损坏；请恢复它，或删去后用 --write-baseline 重新生成")
    })?;
    if content.version != VERSION {
        let message = format!("是另一版本（{}）的基线文件；请用 --write-baseline 重新生成", content.version);
        return Err(Problem::new(shown, message));
    }
    Ok(content.drafts)
}
