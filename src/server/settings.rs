//! Finds and reads `hegao.toml` for open drafts.

use std::collections::HashMap;
use std::io::ErrorKind;
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;

use super::uri::file_uri;
use super::voice::Voice;
use crate::config::{self, Config, FILE_NAME, Reference, Settings};
use crate::lexicon::Lexicon;
use crate::rules;
use crate::shelf::{self, Place, Shelf};
use crate::text::decode;

/// The configuration files met so far. Each is read again whenever it is asked for, which costs less than knowing
/// whether it must be, and parsed again only when its bytes are others.
#[derive(Default)]
pub struct Configs {
    files: HashMap<PathBuf, Known>,
    shelf: Shelf,
}

/// The configuration file of a draft, for an edit that is offered to it.
pub struct ConfigFile {
    pub uri: String,
    /// `None` where there is no such file yet.
    pub text: Option<String>,
}

impl ConfigFile {
    /// The nearest one from the draft's folder upwards, or the one that could be made in its folder.
    pub fn of(draft: &Path) -> Option<Self> {
        let own = draft.parent()?;
        let there = own.ancestors().map(|folder| folder.join(FILE_NAME)).find(|file| file.exists());
        let text = there.as_ref().map(std::fs::read_to_string).transpose().ok()?;
        let uri = file_uri(&there.unwrap_or_else(|| own.join(FILE_NAME)))?;
        Some(ConfigFile { uri, text })
    }
}

#[derive(Default)]
struct Known {
    bytes: Vec<u8>,
    /// The files that it extends, as they were read.
    bases: Files,
    /// What the file said when it was last without mistakes.
    good: Option<Config>,
    /// Its lexicon files as last read, and the phrases of those without mistakes with those of the program.
    lexicon: Option<(Files, Arc<Lexicon>)>,
    /// The earlier reports that it names, with their files as last read; none for those that cannot be read.
    references: HashMap<String, Earlier>,
}

/// A file as it was last read, and the report in it.
type Earlier = (Option<Vec<u8>>, Option<Arc<Reference>>);

/// Files by their paths, with what is in them; none for those that cannot be read.
type Files = Vec<(PathBuf, Option<Vec<u8>>)>;

impl Configs {
    /// Settings of a draft by the nearest configuration from its folder upwards; the default without one.
    pub fn settings_for(&mut self, draft: &Path, voice: &mut Voice) -> Arc<Settings> {
        self.shelf.refresh();
        match draft.parent().and_then(|folder| self.nearest(folder, voice)) {
            Some(folder) => self.settings_under(&folder, draft),
            None => self.settings_alone(draft),
        }
    }

    /// Settings of the files that are drafts by the configuration above them. Without one they are none, unless
    /// `everything` is wanted.
    pub fn drafts(&mut self, files: &[PathBuf], everything: bool, voice: &mut Voice) -> Vec<Option<Arc<Settings>>> {
        self.shelf.refresh();
        // Files come folder by folder, and those of one have the same configuration.
        let mut last: Option<(&Path, Option<PathBuf>)> = None;
        let mut settings = Vec::with_capacity(files.len());
        for file in files {
            let own = file.parent().unwrap_or(file);
            if last.as_ref().is_none_or(|(folder, _)| *folder != own) {
                last = Some((own, self.nearest(own, voice)));
            }
            let above = last.as_ref().and_then(|(_, above)| above.as_deref());
            settings.push(match above {
                Some(folder) => self.includes(folder, file).then(|| self.settings_under(folder, file)),
                None => {
                    (everything && Config::default().includes(&with_slashes(file))).then(|| self.settings_alone(file))
                }
            });
        }
        settings
    }

    /// The nearest folder with a configuration, which has been read; the folder itself or one above it.
    fn nearest(&mut self, folder: &Path, voice: &mut Voice) -> Option<PathBuf> {
        for folder in folder.ancestors() {
            let file = folder.join(FILE_NAME);
            match std::fs::read(&file) {
                Ok(bytes) => {
                    self.config(&file, bytes, voice);
                    self.lexicon(&file, voice);
                    self.references(&file, voice);
                    return Some(folder.to_owned());
                }
                Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => {}
                Err(error) => {
                    voice.warn_once(&format!("{}：读不了（{error}）；按没有这份配置处理", file.display()));
                }
            }
        }
        None
    }

    /// What the configuration of a folder says of a draft under it.
    fn settings_under(&mut self, folder: &Path, draft: &Path) -> Arc<Settings> {
        let path = draft.strip_prefix(folder).unwrap_or(draft);
        let Some(known) = self.files.get(&folder.join(FILE_NAME)) else { return Arc::default() };
        let path = with_slashes(path);
        let settings = known.good.as_ref().map(|config| config.settings_for(&path)).unwrap_or_default();
        let settings = settings.with_references(known.references_for(&path, draft));
        let settings = match &known.lexicon {
            Some((_, lexicon)) => settings.with_lexicon(lexicon.clone()),
            None => settings,
        };
        let fallback = Config::default();
        let config = known.good.as_ref().unwrap_or(&fallback);
        let relative = |file: &Path| with_slashes(file.strip_prefix(folder).unwrap_or(file));
        let (is_draft, name) = (|file: &Path| config.includes(&relative(file)), |file: &Path| relative(file));
        let place = Place { draft, root: Some(folder), is_draft: &is_draft, name: &name };
        Arc::new(self.shelf.settings(settings, &place))
    }

    /// Settings of a draft without a configuration above it.
    fn settings_alone(&mut self, draft: &Path) -> Arc<Settings> {
        let is_draft = |file: &Path| Config::default().includes(&with_slashes(file));
        let name = |file: &Path| file.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let place = Place { draft, root: None, is_draft: &is_draft, name: &name };
        Arc::new(self.shelf.settings(Settings::default(), &place))
    }

    fn includes(&self, folder: &Path, file: &Path) -> bool {
        let path = with_slashes(file.strip_prefix(folder).unwrap_or(file));
        self.good(folder).map_or_else(|| Config::default().includes(&path), |config| config.includes(&path))
    }

    fn good(&self, folder: &Path) -> Option<&Config> {
        self.files.get(&folder.join(FILE_NAME))?.good.as_ref()
    }

    /// Reads a configuration, unless its bytes are those known.
    fn config(&mut self, file: &Path, bytes: Vec<u8>, voice: &mut Voice) {
        let known = self.files.entry(file.to_owned()).or_default();
        let changed =
            known.bytes != bytes || known.bases.iter().any(|(path, bytes)| std::fs::read(path).ok() != *bytes);
        if known.good.is_none() || changed {
            known.bases.clear();
            match parsed(file, &bytes, &mut known.bases) {
                Ok(config) => known.good = Some(config),
                Err(mistakes) if changed => {
                    let until = if known.good.is_some() { "沿用改动前的配置" } else { "暂按默认配置" };
                    voice.warn(&format!("{}：{mistakes}；{until}", file.display()));
                }
                Err(_) => {}
            }
            known.bytes = bytes;
        }
    }
}

impl Configs {
    /// Reads the lexicon files that a configuration names, unless they are as they were.
    fn lexicon(&mut self, file: &Path, voice: &mut Voice) {
        let Some(known) = self.files.get_mut(file) else { return };
        let names = known.good.as_ref().map(Config::lexicon).unwrap_or_default();
        let folder = file.parent().unwrap_or(file);
        let read = |name: &String| (folder.join(name), std::fs::read(folder.join(name)).ok());
        let files: Files = names.iter().map(read).collect();
        if known.lexicon.as_ref().is_some_and(|(before, _)| *before == files) {
            return;
        }
        let mut texts = Vec::new();
        for (path, bytes) in &files {
            match bytes.as_ref().map(|bytes| decode(bytes)) {
                Some(Ok(decoded)) => texts.push((path.display().to_string(), decoded.text)),
                Some(Err(error)) => voice.warn(&format!("{}：{error}；这份提法库没有用上", path.display())),
                None => voice.warn(&format!("{}：读不了；这份提法库没有用上，请检查路径", path.display())),
            }
        }
        let own = rules::own_lexicon(&texts);
        for ((name, _), mistakes) in texts.iter().zip(&own.mistakes).filter(|(_, mistakes)| !mistakes.is_empty()) {
            let lines: Vec<String> = mistakes.iter().map(ToString::to_string).collect();
            voice.warn(&format!("{name}：{}；这份提法库没有用上，内置的照常", lines.join("；")));
        }
        known.lexicon = (!files.is_empty()).then_some((files, own.lexicon));
    }
}

impl Known {
    /// The earlier reports that a draft is held against; never itself.
    fn references_for(&self, path: &str, draft: &Path) -> Vec<Arc<Reference>> {
        let named = self.good.as_ref().map_or(&[][..], |config| config.reference_for(path));
        if named.is_empty() {
            return Vec::new();
        }
        let own = draft.canonicalize().unwrap_or_else(|_| draft.to_owned());
        let read = named.iter().filter_map(|name| self.references.get(name)?.1.as_ref());
        read.filter(|reference| reference.path != own).cloned().collect()
    }
}

impl Configs {
    /// Reads the earlier reports that a configuration names, unless they are as they were.
    fn references(&mut self, file: &Path, voice: &mut Voice) {
        let Some(known) = self.files.get_mut(file) else { return };
        let names: Vec<String> = known.good.iter().flat_map(Config::references).cloned().collect();
        let mut before = std::mem::take(&mut known.references);
        for name in names {
            let path = file.parent().unwrap_or(file).join(&name);
            let path = path.canonicalize().unwrap_or(path);
            let bytes = std::fs::read(&path).ok();
            let same = before.remove(&name).filter(|(old, _)| *old == bytes);
            let now = same.unwrap_or_else(|| {
                let read = earlier(&name, &path, bytes.as_deref());
                let told = read.map_err(|why| voice.warn(&format!("{}：{why}；这份往年的报告没有比", path.display())));
                (bytes, told.ok().map(Arc::new))
            });
            known.references.insert(name, now);
        }
    }
}

/// The earlier report in a file, or why there is none.
fn earlier(name: &str, path: &Path, bytes: Option<&[u8]>) -> Result<Reference, String> {
    let (text, document) = shelf::text_of(bytes.ok_or("读不了，请检查路径")?)?;
    Ok(rules::reference(name.to_owned(), path.to_owned(), &text, document))
}

fn parsed(file: &Path, bytes: &[u8], bases: &mut Files) -> Result<Config, String> {
    let mut open = |path: &Path| {
        let read = std::fs::read(path);
        bases.push((path.to_owned(), read.as_ref().ok().cloned()));
        read.map_err(|error| format!("读不了（{error}）"))
    };
    rules::known(|known| config::load(file, bytes, known, &mut open)).map_err(|errors| {
        let lines: Vec<String> = errors.iter().map(ToString::to_string).collect();
        lines.join("；")
    })
}

fn with_slashes(path: &Path) -> String {
    let parts = path.components().filter(|part| matches!(part, Component::Normal(_)));
    parts.map(|part| part.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/")
}
