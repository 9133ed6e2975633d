//! The reports beside a draft, and which of them is that of the year before. The only room below the server and the command
//! line that opens files.
//!
//! They are looked for in the draft's own folder and, under a `hegao.toml`, in the folders beside it (2025/ beside 2026/).
//! Their heads tell whose they are ([`Kin`]); a folder with very many drafts is an archive and not looked at.

use std::collections::HashMap;
use std::fs;
use std::io::Cursor;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::SystemTime;

use crate::config::{Level, Reference, Settings};
use crate::draft::kin::Kin;
use crate::text::decode;
use crate::{docx, rules};

/// Most drafts of a folder, and of the folders beside it together.
const MANY: usize = 64;
const MANY_BESIDE: usize = 200;
/// Largest file that is looked at, in bytes.
const LARGEST: u64 = 8 << 20;
/// The rule that wants them.
const RULE: &str = "figure/cross-year";

/// Reports that were looked at, each read again only when its file is another.
#[derive(Debug, Default)]
pub struct Shelf {
    known: HashMap<PathBuf, Known>,
    /// The drafts of a folder, and of those beside it.
    folders: HashMap<PathBuf, Arc<[PathBuf]>>,
}

/// A file as it was when it was read.
#[derive(Debug)]
struct Known {
    stamp: Stamp,
    kin: Option<Kin>,
    report: Option<Arc<Reference>>,
}

type Stamp = (Option<SystemTime>, u64);

/// Where a draft lies, and what is known of files there.
pub struct Place<'a> {
    /// Its real path.
    pub draft: &'a Path,
    /// The folder of the configuration above it.
    pub root: Option<&'a Path>,
    /// Whether a file is a draft.
    pub is_draft: &'a dyn Fn(&Path) -> bool,
    /// A path as the user knows it.
    pub name: &'a dyn Fn(&Path) -> String,
}

impl Shelf {
    /// Files may have come and gone.
    pub fn refresh(&mut self) {
        self.folders.clear();
    }

    /// The reports that were found to be of a year before.
    pub fn reports(&self) -> impl Iterator<Item = PathBuf> + '_ {
        self.known.iter().filter(|(_, known)| known.report.is_some()).map(|(file, _)| file.clone())
    }

    /// Settings of a draft with the report of the year before, unless they name others or nothing asks for it.
    pub fn settings(&mut self, settings: Settings, place: &Place<'_>) -> Settings {
        if !settings.references().is_empty() || settings.level(RULE) == Level::Off {
            return settings;
        }
        let found = self.before(place);
        if found.is_some() { settings.with_references(found.into_iter().collect()) } else { settings }
    }

    /// The report of the year before.
    fn before(&mut self, place: &Place<'_>) -> Option<Arc<Reference>> {
        // A draft that lies alone, or in an archive, costs nothing more.
        let files = self.files(place).filter(|files| files.iter().any(|file| file != place.draft))?;
        let own = self.kin(place.draft)?;
        let others: Vec<(Kin, &PathBuf)> =
            files.iter().filter(|file| *file != place.draft).filter_map(|file| Some((self.kin(file)?, file))).collect();
        let found = own.before(others.iter().map(|(kin, file)| (kin, *file)))?;
        self.report(found, place)
    }

    /// The drafts among which it is looked for.
    fn files(&mut self, place: &Place<'_>) -> Option<Arc<[PathBuf]>> {
        let folder = place.draft.parent()?;
        if let Some(files) = self.folders.get(folder) {
            return Some(files.clone());
        }
        let (mut files, _) = listed(folder, place.is_draft);
        let over = folder.parent().filter(|over| place.root.is_some_and(|root| over.starts_with(root)));
        if files.len() > MANY {
            files.clear();
        } else if let Some(over) = over {
            let (_, folders) = listed(over, &|_| false);
            let beside = folders.iter().filter(|other| *other != folder).take(MANY);
            let beside: Vec<PathBuf> = beside.flat_map(|other| listed(other, place.is_draft).0).collect();
            files.extend(beside.into_iter().take(MANY_BESIDE + 1));
            if files.len() > MANY_BESIDE {
                files.clear();
            }
        }
        let files: Arc<[PathBuf]> = files.into();
        self.folders.insert(folder.to_owned(), files.clone());
        Some(files)
    }

    /// What the head of a file tells.
    fn kin(&mut self, file: &Path) -> Option<Kin> {
        let stamp = stamp(file)?;
        if let Some(known) = self.known.get(file).filter(|known| known.stamp == stamp) {
            return known.kin.clone();
        }
        let kin = read(file).ok().and_then(|(text, _)| Kin::of(&text));
        self.known.insert(file.to_owned(), Known { stamp, kin: kin.clone(), report: None });
        kin
    }

    fn report(&mut self, file: &Path, place: &Place<'_>) -> Option<Arc<Reference>> {
        let known = self.known.get_mut(file)?;
        if known.report.is_none() {
            let (text, document) = read(file).ok()?;
            let report = rules::reference((place.name)(file), file.to_owned(), &text, document);
            known.report = Some(Arc::new(report));
        }
        known.report.clone()
    }
}

/// The text of a report, and whether it comes from a document.
///
/// # Errors
/// Why it cannot be read.
pub fn text_of(bytes: &[u8]) -> Result<(String, bool), String> {
    if docx::is_archive(bytes) {
        return Ok((docx::read(Cursor::new(bytes)).map_err(|error| error.to_string())?.text, true));
    }
    Ok((decode(bytes).map_err(|error| error.to_string())?.text, false))
}

fn read(file: &Path) -> Result<(String, bool), String> {
    text_of(&fs::read(file).map_err(|error| error.to_string())?)
}

/// When a file was changed last, and its length; `None` for what is too large for a report.
fn stamp(file: &Path) -> Option<Stamp> {
    let meta = fs::metadata(file).ok().filter(|meta| meta.is_file() && meta.len() <= LARGEST)?;
    Some((meta.modified().ok(), meta.len()))
}

/// The drafts and the folders in a folder, hidden ones left out, in the order of their names.
fn listed(folder: &Path, is_draft: &dyn Fn(&Path) -> bool) -> (Vec<PathBuf>, Vec<PathBuf>) {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let seen = entries.filter(|entry| !entry.file_name().to_string_lossy().starts_with('.'));
    let mut all: Vec<(PathBuf, bool)> =
        seen.filter_map(|entry| Some((entry.path(), entry.file_type().ok()?.is_dir()))).collect();
    all.sort();
    let (folders, files): (Vec<_>, Vec<_>) = all.into_iter().partition(|(_, is_folder)| *is_folder);
    let paths = |all: Vec<(PathBuf, bool)>| all.into_iter().map(|(path, _)| path);
    (paths(files).filter(|file| is_draft(file)).collect(), paths(folders).collect())
}
