//! Which `hegao.toml` holds for a file.

use std::collections::{BTreeSet, HashMap};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::{env, fs};

use super::input::Input;
use super::problem::Problem;
use crate::config::{Config, FILE_NAME, Reference, Settings, load};
use crate::lexicon::{Lexicon, Mistake};
use crate::rules;
use crate::shelf::{Place, Shelf};
use crate::text::decode;

/// Where configuration comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Lookup {
    /// The nearest `hegao.toml` from the file's folder upwards.
    Upwards,
    /// This file, for all drafts.
    Only(PathBuf),
    /// None.
    Nothing,
}

/// Every configuration file met so far, each read once.
#[derive(Debug)]
pub struct Configs {
    lookup: Lookup,
    select: Vec<String>,
    ignore: Vec<String>,
    /// Folder (canonical) to its configuration, as an index of `found`.
    memo: HashMap<PathBuf, Option<usize>>,
    found: Vec<Found>,
    default: Config,
    shelf: Shelf,
    /// The files that were read or looked for, by their real paths.
    read: BTreeSet<PathBuf>,
    problems: Vec<Problem>,
}

#[derive(Debug)]
struct Found {
    /// As the user knows it.
    shown: String,
    /// Canonical; the patterns of the configuration are relative to it.
    folder: PathBuf,
    /// `None` for one that is wrong: it says nothing, so no draft under it is checked.
    config: Option<Config>,
    /// The phrases of its lexicon files and of the program, when it names some.
    lexicon: Option<Arc<Lexicon>>,
    /// The earlier reports that could be read, by the names that it has for them.
    references: HashMap<String, Arc<Reference>>,
    unchecked: usize,
}

/// The file lies under a configuration that is wrong.
#[derive(Debug)]
pub struct Broken;

impl Configs {
    pub fn new(lookup: Lookup, select: &[String], ignore: &[String]) -> Self {
        let (select, ignore) = (select.to_vec(), ignore.to_vec());
        let (memo, found, default, shelf, read, problems) = Default::default();
        Configs { lookup, select, ignore, memo, found, default, shelf, read, problems }
    }

    /// Settings of a file by its real path (see [`real_path`]).
    ///
    /// # Errors
    /// The configuration is wrong; the file counts as not checked.
    pub fn settings(&mut self, real: &Path) -> Result<Settings, Broken> {
        let Some(index) = self.of_folder(real.parent().unwrap_or(real)) else {
            let settings = self.default.settings_for("").narrowed(&self.select, &self.ignore);
            let is_draft = |file: &Path| self.default.includes(&file.to_string_lossy());
            let place = Place { draft: real, root: None, is_draft: &is_draft, name: &shown };
            return Ok(self.shelf.settings(settings, &place));
        };
        let found = &mut self.found[index];
        match &found.config {
            Some(config) => {
                let path = found.relative(real);
                let settings = config.settings_for(&path).narrowed(&self.select, &self.ignore);
                let settings = settings.with_references(found.references(config, &path, real));
                let settings = match &found.lexicon {
                    Some(lexicon) => settings.with_lexicon(lexicon.clone()),
                    None => settings,
                };
                let is_draft = |file: &Path| config.includes(&found.relative(file));
                let place = Place { draft: real, root: Some(&found.folder), is_draft: &is_draft, name: &shown };
                Ok(self.shelf.settings(settings, &place))
            }
            None => {
                found.unchecked += 1;
                Err(Broken)
            }
        }
    }

    /// Whether a file met in a folder is a draft. Under a configuration that is wrong, the default decides.
    pub fn includes(&mut self, real: &Path) -> bool {
        let found = self.of_folder(real.parent().unwrap_or(real)).map(|index| &self.found[index]);
        match found.and_then(|found| Some((found, found.config.as_ref()?))) {
            Some((found, config)) => config.includes(&found.relative(real)),
            None => self.default.includes(&real.to_string_lossy()),
        }
    }

    /// Reads the configuration of a folder (canonical) now, so that its mistakes are known even when no draft is met.
    pub fn visit(&mut self, folder: &Path) {
        self.of_folder(folder);
    }

    /// The files on which findings rest besides the drafts: configurations, lexicons and earlier reports, by their real
    /// paths. Those that are named and not there are among them.
    pub fn files(&self) -> Vec<PathBuf> {
        self.read.iter().cloned().chain(self.shelf.reports()).collect()
    }

    /// Number of files left unchecked, and everything that was wrong.
    pub fn finish(mut self) -> (usize, Vec<Problem>) {
        for found in self.found.iter().filter(|found| found.config.is_none() && found.unchecked > 0) {
            let message = format!("配置有误，它管的 {} 份稿未检查；改正后再核", found.unchecked);
            self.problems.push(Problem::new(found.shown.clone(), message));
        }
        (self.found.iter().map(|found| found.unchecked).sum(), self.problems)
    }

    fn of_folder(&mut self, folder: &Path) -> Option<usize> {
        if let Some(known) = self.memo.get(folder) {
            return *known;
        }
        let found = match self.lookup.clone() {
            Lookup::Nothing => None,
            Lookup::Only(_) if !self.found.is_empty() => Some(0),
            Lookup::Only(file) => Some(self.read(&file)),
            Lookup::Upwards => {
                let file = folder.join(FILE_NAME);
                if fs::symlink_metadata(&file).is_ok() {
                    Some(self.read(&file))
                } else {
                    folder.parent().and_then(|parent| self.of_folder(parent))
                }
            }
        };
        self.memo.insert(folder.to_owned(), found);
        found
    }

    fn read(&mut self, file: &Path) -> usize {
        let shown = shown(file);
        self.read.insert(real_path(file));
        let config = match fs::read(file) {
            Ok(bytes) => self.parse(file, &shown, &bytes),
            Err(error) => {
                self.problems.push(Problem::unreadable(shown.clone(), &error));
                None
            }
        };
        let folder = real_path(file).parent().map(Path::to_owned).unwrap_or_default();
        let files = config.as_ref().map(Config::lexicon).unwrap_or_default();
        let lexicon = (!files.is_empty()).then(|| self.lexicon(&folder, files));
        let named: Vec<String> = config.iter().flat_map(Config::references).cloned().collect();
        let references = self.references(&folder, named);
        self.found.push(Found { shown, folder, config, lexicon, references, unchecked: 0 });
        self.found.len() - 1
    }

    /// The phrases of lexicon files. One that is wrong is left out, and said.
    fn lexicon(&mut self, folder: &Path, files: &[String]) -> Arc<Lexicon> {
        let mut texts = Vec::new();
        for file in files {
            let path = folder.join(file);
            self.read.insert(real_path(&path));
            match fs::read(&path).map(|bytes| decode(&bytes)) {
                Ok(Ok(decoded)) => texts.push((shown(&path), decoded.text)),
                Ok(Err(error)) => self.problems.push(Problem::new(shown(&path), error.to_string())),
                Err(error) => self.problems.push(Problem::unreadable(shown(&path), &error)),
            }
        }
        let own = rules::own_lexicon(&texts);
        for ((name, _), mistakes) in texts.iter().zip(own.mistakes) {
            let place = |mistake: &Mistake| format!("{name}:{}:{}", mistake.line, mistake.column);
            let problems = mistakes.into_iter().map(|mistake| Problem::new(place(&mistake), mistake.message));
            self.problems.extend(problems);
        }
        own.lexicon
    }

    /// Earlier reports by the names that a configuration has for them. One that cannot be read is left out, and said.
    fn references(&mut self, folder: &Path, named: Vec<String>) -> HashMap<String, Arc<Reference>> {
        let mut read = HashMap::new();
        for name in named {
            let path = real_path(&folder.join(&name));
            self.read.insert(path.clone());
            if read.contains_key(&name) {
                continue;
            }
            match Input::file(&path) {
                Ok(input) => {
                    let document = input.origin.spots().is_some();
                    let reference = rules::reference(shown(&path), path, &input.text, document);
                    read.insert(name, Arc::new(reference));
                }
                Err(problem) => {
                    let message = format!("{}；这份往年的报告没有比", problem.message);
                    self.problems.push(Problem::new(shown(&path), message));
                }
            }
        }
        read
    }

    fn parse(&mut self, file: &Path, shown: &str, bytes: &[u8]) -> Option<Config> {
        let mut open = |path: &Path| {
            self.read.insert(real_path(path));
            fs::read(path).map_err(|error| Problem::unreadable("", &error).message)
        };
        match rules::known(|known| load(&real_path(file), bytes, known, &mut open)) {
            Ok(config) => Some(config),
            Err(errors) => {
                self.problems.extend(
                    errors
                        .into_iter()
                        .map(|error| Problem::new(format!("{shown}:{}:{}", error.line, error.column), error.message)),
                );
                None
            }
        }
    }
}

impl Found {
    /// The earlier reports that a draft is held against; never itself.
    fn references(&self, config: &Config, path: &str, real: &Path) -> Vec<Arc<Reference>> {
        let named = config.reference_for(path).iter().filter_map(|name| self.references.get(name));
        named.filter(|reference| reference.path != real).cloned().collect()
    }

    /// Path relative to the folder of the configuration, `/` between folders. A draft elsewhere (only `--config` has
    /// such) is taken relative to the current folder.
    fn relative(&self, real: &Path) -> String {
        let inside = real.strip_prefix(&self.folder).ok().map(Path::to_owned);
        let path = inside.or_else(|| from_here(real)).unwrap_or_else(|| real.to_owned());
        path.components().map(|part| part.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/")
    }
}

/// The path with its folder freed of links and `..`, for finding configuration; the file itself may be a link or not
/// exist, and so may its folder.
pub fn real_path(path: &Path) -> PathBuf {
    let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let Some((folder, name)) = path.parent().zip(path.file_name()) else { return path };
    match fs::canonicalize(folder) {
        Ok(folder) => folder.join(name),
        Err(_) => real_path(folder).join(name),
    }
}

/// A path as the user would write it: from the current folder where it lies below.
fn shown(path: &Path) -> String {
    from_here(path).unwrap_or_else(|| path.to_owned()).display().to_string()
}

fn from_here(path: &Path) -> Option<PathBuf> {
    let here = fs::canonicalize(env::current_dir().ok()?).ok()?;
    path.strip_prefix(here).ok().map(Path::to_owned)
}
