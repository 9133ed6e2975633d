//! The drafts of the workspace that are not open: found, read and checked on a thread of their own, and again only
//! when their file or their configuration is another.

use std::collections::BTreeMap;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::SystemTime;

use ignore::WalkBuilder;
use tokio::sync::{oneshot, watch};

use super::diagnostics::{Item, Shown};
use super::draft::guarded;
use super::outgoing::Outgoing;
use super::progress::Progress;
use super::uri::file_uri;
use crate::config::Settings;
use crate::features::indicators::{self, Entry};
use crate::features::outline::{self, Symbol};
use crate::rules::Linter;
use crate::text::{Position, PositionEncoding, decode};

/// How many drafts are checked at most, and how many files are looked at to find them: somebody may open the whole disk.
const MANY: usize = 5000;
const FILES: usize = 100_000;

/// Files whose configuration is asked for at a time, so that no request waits for long behind them.
const AT_ONCE: usize = 32;

/// The folders of the workspace and what is known of the drafts in them.
pub struct Workspace {
    folders: Mutex<Vec<PathBuf>>,
    scan: Arc<Mutex<Scan>>,
    /// A file may have changed since the last scan.
    stale: Arc<AtomicBool>,
    /// The user wants drafts without a `hegao.toml` above them checked too.
    everything: AtomicBool,
    /// Counts what may have changed a diagnostic of the workspace.
    news: watch::Sender<u64>,
}

/// A draft of the workspace as it was when its file was last read.
#[derive(Debug, Clone)]
pub struct Checked {
    pub uri: String,
    /// Another when the list is another.
    pub result_id: String,
    pub items: Arc<[Item]>,
    /// Its headings, with their places.
    pub symbols: Placed<Symbol>,
    /// Its indicators, once somebody has searched for one.
    pub indicators: Option<Placed<Entry>>,
}

/// Things with their places.
type Placed<T> = Arc<[(T, Range<Position>)]>;

/// Settings of files, in their order; none for those that are not to be checked.
type Lookup = Box<dyn Fn(Vec<PathBuf>, bool) -> Vec<Option<Arc<Settings>>> + Send>;

/// What a scan needs.
pub struct Job {
    pub encoding: PositionEncoding,
    pub lookup: Lookup,
    pub progress: Progress,
    pub out: Outgoing,
    /// Scan even when nothing has told of a change.
    pub always: bool,
    /// Indicators are searched for.
    pub indicators: bool,
}

impl Default for Workspace {
    fn default() -> Self {
        let (folders, scan, everything) = Default::default();
        Workspace { folders, scan, stale: Arc::new(AtomicBool::new(true)), everything, news: watch::Sender::new(0) }
    }
}

impl Workspace {
    /// Takes folders out and in.
    pub fn change_folders(&self, removed: &[PathBuf], added: Vec<PathBuf>) {
        let mut folders = lock(&self.folders);
        folders.retain(|folder| !removed.contains(folder));
        folders.extend(added);
        drop(folders);
        self.files_changed();
    }

    /// Checks drafts without a `hegao.toml` above them too, from now on.
    pub fn take_everything(&self) {
        self.everything.store(true, Ordering::Relaxed);
        self.files_changed();
    }

    /// A file of the workspace may have changed.
    pub fn files_changed(&self) {
        self.stale.store(true, Ordering::Relaxed);
        self.tell();
    }

    /// Something may have changed a diagnostic.
    pub fn tell(&self) {
        self.news.send_modify(|count| *count += 1);
    }

    /// Told of each change.
    pub fn news(&self) -> watch::Receiver<u64> {
        self.news.subscribe()
    }

    /// Starts to look for drafts and to check them; the answer comes when all are. Nobody waiting for it any more
    /// ends the work.
    pub fn check(&self, job: Job) -> oneshot::Receiver<Vec<Checked>> {
        let (answer, answered) = oneshot::channel();
        let folders = lock(&self.folders).clone();
        let everything = self.everything.load(Ordering::Relaxed);
        let (scan, stale) = (self.scan.clone(), self.stale.clone());
        super::spawn("workspace", move || {
            let mut scan = lock(&scan);
            let lacks = job.indicators && scan.files.values().any(|known| known.checked.indicators.is_none());
            if stale.swap(false, Ordering::Relaxed) || job.always || lacks {
                let done = scan.run(&folders, everything, &job, || answer.is_closed());
                // What was left out must be looked at the next time.
                stale.fetch_or(!done, Ordering::Relaxed);
            }
            let _ = answer.send(scan.files.values().map(|known| known.checked.clone()).collect());
        });
        answered
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[derive(Default)]
struct Scan {
    files: BTreeMap<PathBuf, Known>,
    /// Counts the lists made.
    edition: u64,
    /// The user has been told that not all can be checked.
    told: bool,
}

struct Known {
    stamp: Stamp,
    settings: Arc<Settings>,
    checked: Checked,
}

/// Tells one state of a file from another.
type Stamp = (Option<SystemTime>, u64);

impl Scan {
    /// Brings all files up to date; whether it was not cut short.
    fn run(&mut self, folders: &[PathBuf], everything: bool, job: &Job, given_up: impl Fn() -> bool) -> bool {
        let paths = drafts_in(folders);
        let mut files = BTreeMap::new();
        for (count, part) in paths.chunks(AT_ONCE).enumerate() {
            job.progress.report(count * AT_ONCE, paths.len());
            let settings = (job.lookup)(part.to_vec(), everything);
            for (path, settings) in part.iter().zip(settings) {
                if given_up() || job.progress.is_cancelled() {
                    files.append(&mut self.files);
                    self.files = files;
                    return false;
                }
                let Some(settings) = settings.filter(|_| files.len() < MANY) else { continue };
                files.extend(self.known(path, settings, job).map(|known| (path.clone(), known)));
            }
        }
        if (files.len() == MANY || paths.len() == FILES) && !std::mem::replace(&mut self.told, true) {
            job.out.log(&format!(
                "工作区太大：只看了 {} 个文件，核对了其中 {} 份稿；全部请用 hegao lint 核对",
                paths.len(),
                files.len()
            ));
        }
        self.files = files;
        true
    }

    fn known(&mut self, path: &Path, settings: Arc<Settings>, job: &Job) -> Option<Known> {
        let encoding = job.encoding;
        let meta = std::fs::metadata(path).ok()?;
        let stamp = (meta.modified().ok(), meta.len());
        let before = self.files.remove(path);
        let before = before.filter(|known| known.stamp == stamp && known.settings == settings);
        let whole = |known: &Known| known.checked.indicators.is_some() || !job.indicators;
        if before.as_ref().is_some_and(whole) {
            return before;
        }
        let text = decode(&std::fs::read(path).ok()?).ok()?.text;
        let linter = guarded(|| Linter::new(&text, settings.clone())).ok()?;
        let mut shown = Shown::default();
        shown.update(Some(&linter), encoding);
        let position = |byte| linter.draft().text().position_of(byte, encoding);
        let place = |range: &Range<usize>| position(range.start)..position(range.end);
        let symbols = outline::matching(linter.draft(), "").into_iter();
        let symbols = symbols.map(|symbol| {
            let place = place(&symbol.selection);
            (symbol, place)
        });
        let listed = || {
            let entries = guarded(|| indicators::entries(linter.draft())).unwrap_or_default().into_iter();
            let placed = entries.map(|entry| {
                let place = place(&entry.range);
                (entry, place)
            });
            placed.collect()
        };
        let indicators = job.indicators.then(listed);
        if let Some(known) = before {
            return Some(Known { checked: Checked { indicators, ..known.checked }, ..known });
        }
        self.edition += 1;
        let checked = Checked {
            uri: file_uri(path)?,
            result_id: format!("w{}", self.edition),
            items: shown.items().into(),
            symbols: symbols.collect(),
            indicators,
        };
        Some(Known { stamp, settings, checked })
    }
}

/// Files that may be drafts, in path order: `.gitignore` is respected, hidden files are left out and links not
/// followed, as on the command line.
fn drafts_in(folders: &[PathBuf]) -> Vec<PathBuf> {
    let Some((first, rest)) = folders.split_first() else { return Vec::new() };
    let mut walk = WalkBuilder::new(first);
    rest.iter().for_each(|folder| {
        walk.add(folder);
    });
    let entries = walk.require_git(false).build().flatten();
    let files = entries.filter(|entry| entry.file_type().is_some_and(|kind| kind.is_file()));
    let mut paths: Vec<PathBuf> = files.take(FILES).map(ignore::DirEntry::into_path).collect();
    paths.sort();
    paths.dedup();
    paths
}
