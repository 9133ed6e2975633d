//! What was found in drafts that have not changed since: a folder that can be deleted at any time.
//!
//! An entry counts only for the very text, the settings and the build of the program that it was made with; whatever is
//! damaged counts for nothing.

use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;
use std::{env, io};

use serde::{Deserialize, Serialize};

use super::configs::real_path;
use crate::config::{Settings, Severity};
use crate::rules::{self, Applicability, Finding, Fix, Related};

/// The findings of drafts by their paths.
#[derive(Debug)]
pub struct Cache {
    /// None where nothing is kept.
    folder: Option<PathBuf>,
}

/// What is kept of a draft: one file, written anew when the draft changes.
#[derive(Serialize, Deserialize)]
struct Entry {
    key: Key,
    findings: Vec<Kept>,
}

#[derive(Serialize, Deserialize, PartialEq, Eq)]
struct Key {
    /// Length of the text in bytes, and two hashes of it of different kinds.
    len: usize,
    hashes: [u64; 2],
    settings: String,
}

#[derive(Serialize, Deserialize)]
struct Kept {
    rule: String,
    severity: String,
    place: Range<usize>,
    message: String,
    source: Option<String>,
    related: Vec<(Range<usize>, String)>,
    fix: Option<KeptFix>,
    alternatives: Vec<KeptFix>,
}

#[derive(Serialize, Deserialize)]
struct KeptFix {
    title: String,
    safe: bool,
    edits: Vec<(Range<usize>, String)>,
}

impl Cache {
    /// The cache of this build; what other builds left is deleted.
    pub fn open() -> Self {
        Cache { folder: open().ok().flatten() }
    }

    /// Keeps nothing.
    pub fn none() -> Self {
        Cache { folder: None }
    }

    /// What was found in a draft when it had this text.
    pub fn find(&self, path: &Path, text: &str, settings: &Settings) -> Option<Vec<Finding>> {
        let entry: Entry = serde_json::from_slice(&fs::read(self.file(path)?).ok()?).ok()?;
        if entry.key != Key::of(text, settings)? {
            return None;
        }
        let findings: Option<Vec<Finding>> = entry.findings.into_iter().map(Kept::finding).collect();
        findings.filter(|findings| findings.iter().all(|finding| fits(finding, text)))
    }

    /// Keeps what was found. Where that fails, it is found again next time.
    pub fn keep(&self, path: &Path, text: &str, settings: &Settings, findings: &[Finding]) {
        let Some(file) = self.file(path) else { return };
        let Some(key) = Key::of(text, settings) else { return };
        let entry = Entry { key, findings: findings.iter().map(Kept::of).collect() };
        if let Ok(bytes) = serde_json::to_vec(&entry) {
            let _ = fs::write(file, bytes);
        }
    }

    fn file(&self, path: &Path) -> Option<PathBuf> {
        let folder = self.folder.as_ref()?;
        let name = fnv(real_path(path).to_string_lossy().as_bytes());
        Some(folder.join(format!("{name:016x}.json")))
    }
}

impl Key {
    /// `None` for settings that cannot be told from others.
    fn of(text: &str, settings: &Settings) -> Option<Self> {
        let mut hasher = DefaultHasher::new();
        text.hash(&mut hasher);
        Some(Key { len: text.len(), hashes: [hasher.finish(), fnv(text.as_bytes())], settings: settings.key()? })
    }
}

impl Kept {
    fn of(finding: &Finding) -> Self {
        let fix = |fix: &Fix| KeptFix {
            title: fix.title.clone(),
            safe: fix.applicability == Applicability::Safe,
            edits: fix.edits.clone(),
        };
        Kept {
            rule: finding.rule.name.into(),
            severity: finding.severity.name().into(),
            place: finding.place.clone(),
            message: finding.message.clone(),
            source: finding.source.clone(),
            related: finding.related.iter().map(|related| (related.place.clone(), related.message.clone())).collect(),
            fix: finding.fix.as_ref().map(fix),
            alternatives: finding.alternatives.iter().map(fix).collect(),
        }
    }

    fn finding(self) -> Option<Finding> {
        let applicability = |safe| if safe { Applicability::Safe } else { Applicability::Unsafe };
        let fix = |fix: KeptFix| Fix { title: fix.title, applicability: applicability(fix.safe), edits: fix.edits };
        let related = self.related.into_iter().map(|(place, message)| Related { place, message });
        Some(Finding {
            rule: rules::rule(&self.rule)?,
            severity: Severity::from_name(&self.severity)?,
            place: self.place,
            message: self.message,
            source: self.source,
            related: related.collect(),
            // Settings with earlier reports have no key, so that such findings are never kept.
            outside: Vec::new(),
            fix: self.fix.map(fix),
            alternatives: self.alternatives.into_iter().map(fix).collect(),
        })
    }
}

/// Whether all places of a finding are places of the text.
fn fits(finding: &Finding, text: &str) -> bool {
    let fixes = finding.fix.iter().chain(&finding.alternatives);
    let edits = fixes.flat_map(|fix| fix.edits.iter().map(|(place, _)| place));
    let places = finding.related.iter().map(|related| &related.place).chain(edits).chain([&finding.place]);
    places.into_iter().all(|place| text.get(place.clone()).is_some())
}

/// The folder of this build, made if need be.
fn open() -> io::Result<Option<PathBuf>> {
    let Some(user) = user_folder() else { return Ok(None) };
    let program = fs::metadata(env::current_exe()?)?;
    let made = program.modified()?.duration_since(UNIX_EPOCH).map_or(0, |time| time.as_nanos());
    let own = format!("{}-{made:x}-{:x}", env!("CARGO_PKG_VERSION"), program.len());
    let all = user.join("hegao").join("lint");
    let folder = all.join(&own);
    if !folder.is_dir() {
        for other in fs::read_dir(&all).into_iter().flatten().flatten() {
            let _ = fs::remove_dir_all(other.path());
        }
        fs::create_dir_all(&folder)?;
    }
    Ok(Some(folder))
}

/// The user's folder for files that can be made again.
fn user_folder() -> Option<PathBuf> {
    let folder = |name| env::var_os(name).map(PathBuf::from).filter(|path| path.is_absolute());
    folder("XDG_CACHE_HOME").or_else(|| Some(folder("HOME")?.join(".cache"))).or_else(|| folder("LOCALAPPDATA"))
}

/// FNV-1a of 64 bits.
fn fnv(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xCBF2_9CE4_8422_2325, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01B3))
}
