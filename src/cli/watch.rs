//! `hegao lint --watch`: checks again whenever a draft or a configuration changes.

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::mpsc::channel;
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
    let told = move |event: notify::Result<Event>| {
        if event.as_ref().map_or(true, matters) {
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
    let _watcher = match watcher {
        Ok(watcher) => watcher,
        Err(error) => {
            say(&Problem::new("--watch", format!("盯不住这些文件（{error}）；请检查路径")).to_string());
            return ExitCode::from(exit::WRONG);
        }
    };
    loop {
        lint::run(args, color);
        say("有改动就再查一遍；按 Ctrl+C 结束");
        if changes.recv().is_err() {
            return ExitCode::from(exit::WRONG);
        }
        while changes.recv_timeout(QUIET).is_ok() {}
    }
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
