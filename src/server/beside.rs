//! The files beside a draft, whose names it may hold.

use std::path::Path;

use super::uri::{file_path, file_uri};

/// How many files are looked at; a folder with more is no folder of drafts.
const MANY: usize = 2000;

/// The files of a draft's folder and of the folders in it.
pub struct Beside {
    /// As they may stand in the draft: 名单.xlsx, 附件/名单.xlsx.
    pub names: Vec<String>,
    uris: Vec<String>,
}

impl Beside {
    /// Those beside a draft; none for one without a file.
    pub fn of(draft: &str) -> Beside {
        let mut found = Beside { names: Vec::new(), uris: Vec::new() };
        if let Some(folder) = file_path(draft).as_deref().and_then(Path::parent) {
            found.read(folder, "", 1);
        }
        found
    }

    /// The URI of a name.
    pub fn uri(&self, index: usize) -> String {
        self.uris[index].clone()
    }

    fn read(&mut self, folder: &Path, before: &str, deeper: usize) {
        let Ok(entries) = std::fs::read_dir(folder) else { return };
        for entry in entries.flatten().take(MANY) {
            let Some(name) = entry.file_name().to_str().map(|name| format!("{before}{name}")) else { continue };
            let is_folder = entry.file_type().is_ok_and(|kind| kind.is_dir());
            if is_folder && deeper > 0 && !name.starts_with('.') {
                self.read(&entry.path(), &format!("{name}/"), deeper - 1);
            } else if let Some(uri) = file_uri(&entry.path()).filter(|_| !is_folder && is_telling(&name)) {
                self.uris.push(uri);
                self.names.push(name);
            }
        }
    }
}

/// Whether a draft that has these words means the file: 名单.xlsx, and not 1.5.
fn is_telling(name: &str) -> bool {
    name.rsplit_once('.').is_some_and(|(stem, extension)| {
        let known = (2..=5).contains(&extension.len()) && extension.bytes().all(|byte| byte.is_ascii_alphanumeric());
        known && extension.starts_with(|ch: char| ch.is_ascii_alphabetic()) && stem.chars().count() > 1
    })
}
