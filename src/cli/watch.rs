//! `hegao lint --watch`: checks again whenever a draft changes, or a file on which findings rest: a configuration, a lexicon, an
//! earlier report, wherever it lies.

use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::mpsc::channel;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use notify::event::ModifyKind;
use notify::{Event, EventKind, RecursiveMode, Watcher};

use super::args::{Color, LintArgs};
use super::problem::{Problem, say};
use super::{exit, lint};

/// A program that saves a file makes several changes; after so long without another one it is done.
const QUIET: Duration = Duration::from_millis(100);

/// Checks, waits for a change, and checks again; ends only when it is stopped or cannot watch.
pub fn run(args: &LintArgs, color: Color) -> ExitCode {
    if args.paths.iter().any(|path| path.as_os_str() == "-") {
        say(&Problem::new("-", "标准输入没有改动可等；请写文件或文件夹").to_string());
        return ExitCode::from(exit::WRONG);
    }
    let (sender, changes) = channel();
    let outside: Arc<Mutex<Outside>> = Arc::default();
    let seen = outside.clone();
    let told = move |event: notify::Result<Event>| {
        let news = |event: &Event| matters(event) && lock(&seen).concerns(event);
        if event.as_ref().map_or(true, news) {
            // Nobody listens any more when the program ends.
            let _ = sender.send(());
        }
    };
    let here = [PathBuf::from(".")];
    let paths = if args.paths.is_empty() { &here[..] } else { &args.paths };
    let watcher = notify::recommended_watcher(told).and_then(|mut watcher| {
        paths.iter().try_for_each(|path| watch(&mut watcher, path))?;
        Ok(watcher)
    });
    let mut watcher = match watcher {
        Ok(watcher) => watcher,
        Err(error) => {
            say(&Problem::new("--watch", format!("盯不住这些文件（{error}）；请检查路径")).to_string());
            return ExitCode::from(exit::WRONG);
        }
    };
    loop {
        let (_, rests_on) = lint::check(args, color);
        for folder in lock(&outside).take(rests_on, paths) {
            // A folder that is not there yet cannot be watched; what it lacks was told by the check.
            let _ = watcher.watch(&folder, RecursiveMode::NonRecursive);
        }
        say("有改动就再查一遍；按 Ctrl+C 结束");
        if changes.recv().is_err() {
            return ExitCode::from(exit::WRONG);
        }
        while changes.recv_timeout(QUIET).is_ok() {}
    }
}

/// Files on which findings rest and that lie elsewhere than the drafts.
#[derive(Default)]
struct Outside {
    files: HashSet<PathBuf>,
    folders: HashSet<PathBuf>,
}

impl Outside {
    /// Takes the files of a check, and gives the folders that are to be watched for them from now on.
    fn take(&mut self, files: Vec<PathBuf>, paths: &[PathBuf]) -> Vec<PathBuf> {
        let roots: Vec<PathBuf> = paths.iter().filter_map(|path| path.canonicalize().ok()).collect();
        let elsewhere = |file: &PathBuf| {
            let watched =
                |root: &PathBuf| if root.is_dir() { file.starts_with(root) } else { file.parent() == root.parent() };
            !roots.iter().any(watched)
        };
        self.files = files.into_iter().filter(elsewhere).collect();
        let folders: HashSet<PathBuf> = self.files.iter().filter_map(|file| Some(file.parent()?.to_owned())).collect();
        let fresh = folders.difference(&self.folders).cloned().collect();
        self.folders.extend(folders);
        fresh
    }

    /// Whether an event in one of those folders is about one of the files; any other event is about drafts.
    fn concerns(&self, event: &Event) -> bool {
        let other = |path: &PathBuf| {
            path.parent().is_some_and(|folder| self.folders.contains(folder)) && !self.files.contains(path)
        };
        event.paths.is_empty() || !event.paths.iter().all(other)
    }
}

fn lock(outside: &Mutex<Outside>) -> std::sync::MutexGuard<'_, Outside> {
    outside.lock().unwrap_or_else(PoisonError::into_inner)
}

/// A folder with all that is under it; of a file its folder, because editors put a new file in the place of the old.
fn watch(watcher: &mut impl Watcher, path: &Path) -> notify::Result<()> {
    if path.is_dir() {
        return watcher.watch(path, RecursiveMode::Recursive);
    }
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    watcher.watch(folder, RecursiveMode::NonRecursive)
}

/// Whether something was written. That a file was read, as a check does, is no change, and neither is what git notes.
fn matters(event: &Event) -> bool {
    let written = match event.kind {
        EventKind::Access(_) | EventKind::Modify(ModifyKind::Metadata(_)) => false,
        EventKind::Create(_) | EventKind::Modify(_) | EventKind::Remove(_) | EventKind::Any | EventKind::Other => true,
    };
    written && !event.paths.iter().all(|path| path.components().any(|part| part.as_os_str() == ".git"))
}
