//! Mending a draft, and writing it so that nothing can be lost.

use std::collections::HashSet;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::Path;
use std::sync::Arc;

use crate::config::Settings;
use crate::features::actions;
use crate::rules::{Applicability, Finding, Linter};
use crate::text::{Edit, apply_edits};

/// Rounds of fixing. A fix may make room for the next one; rules that undo each other must not run forever.
const ROUNDS: usize = 20;

/// A draft after its fixes.
pub struct Mended {
    pub text: String,
    /// Findings made good.
    pub fixed: usize,
    /// The mended draft, checked again.
    pub linter: Linter,
}

/// Applies fixes up to an applicability, again and again until none is left; `None` when there is none at all.
pub fn mend(text: &str, linter: &Linter, settings: &Arc<Settings>, up_to: Applicability) -> Option<Mended> {
    let mut mended: Option<Mended> = None;
    for _ in 0..ROUNDS {
        let (now, linter) = mended.as_ref().map_or((text, linter), |mended| (&mended.text, &mended.linter));
        let findings = linter.findings();
        let edits = actions::fixes(&findings, up_to);
        let Some(text) = apply_edits(now, &edits).filter(|text| text != now) else { break };
        let made: HashSet<(usize, usize, &str)> = edits.iter().map(key).collect();
        let is_made =
            |finding: &&Finding| finding.fix.is_some() && finding.edits().iter().all(|edit| made.contains(&key(edit)));
        let fixed = mended.as_ref().map_or(0, |mended| mended.fixed) + findings.iter().filter(is_made).count();
        mended = Some(Mended { linter: Linter::new(&text, settings.clone()), text, fixed });
    }
    mended
}

fn key(edit: &Edit) -> (usize, usize, &str) {
    (edit.range.start, edit.range.end, &edit.text)
}

/// Why a file was left as it was.
#[derive(Debug)]
pub enum WriteError {
    /// Somebody else has written it since it was read.
    Changed,
    /// It is marked read-only.
    ReadOnly,
    /// It is a pipe or a device.
    NotAFile,
    Io(io::Error),
}

impl std::fmt::Display for WriteError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            WriteError::Changed => f.write_str("检查期间文件被别的程序改过，没有写入；请重新运行"),
            WriteError::ReadOnly => f.write_str("文件是只读的，没有写入；请先取消只读"),
            WriteError::NotAFile => f.write_str("这不是普通文件，没有写入；请用标准输入（-）"),
            WriteError::Io(error) => write!(f, "写不进去（{error}），文件未改动；请检查权限和磁盘空间"),
        }
    }
}

impl From<io::Error> for WriteError {
    fn from(error: io::Error) -> Self {
        WriteError::Io(error)
    }
}

/// Puts `new` in place of `old`, all or nothing: a reader sees the old file or the new one, never a half. A link
/// stays a link, and the file keeps its permissions.
///
/// # Errors
/// The file is left as it was: it no longer holds `old`, is read-only, or cannot be written.
pub fn replace(path: &Path, old: &[u8], new: &[u8]) -> Result<(), WriteError> {
    let target = fs::canonicalize(path)?;
    let meta = fs::metadata(&target)?;
    if !meta.is_file() {
        return Err(WriteError::NotAFile);
    }
    if meta.permissions().readonly() {
        return Err(WriteError::ReadOnly);
    }
    let folder = target.parent().unwrap_or(Path::new("."));
    let mut draft = tempfile::Builder::new().prefix(".hegao-").tempfile_in(folder)?;
    draft.write_all(new)?;
    draft.as_file().set_permissions(meta.permissions())?;
    draft.as_file().sync_all()?;
    if fs::read(&target)? != old {
        return Err(WriteError::Changed);
    }
    draft.persist(&target).map_err(|error| error.error)?;
    // The new name is durable once its folder is; where folders cannot be opened, the file is still whole.
    if let Ok(folder) = File::open(folder) {
        let _ = folder.sync_all();
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_changed_meanwhile_keeps_the_change() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("稿.txt");
        fs::write(&path, "别人刚写的").unwrap();
        assert!(matches!(replace(&path, "读到的".as_bytes(), b"x"), Err(WriteError::Changed)));
        assert_eq!(fs::read_to_string(&path).unwrap(), "别人刚写的");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "no temporary file is left behind");
    }

    #[test]
    fn a_file_that_vanished_is_not_made_again() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("稿.txt");
        assert!(matches!(replace(&path, b"", b"x"), Err(WriteError::Io(_))));
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
    }
}
