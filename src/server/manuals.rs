//! The rules' manuals as files, so that the link of a diagnostic opens without a network.

use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use crate::rules::RULES;

/// The `file:` URI of a rule's manual; `None` where there is no folder to write it to.
pub fn href(rule: &str) -> Option<String> {
    static FOLDER: LazyLock<Option<PathBuf>> = LazyLock::new(|| {
        let folder = cache()?.join("hegao").join(env!("CARGO_PKG_VERSION"));
        RULES.iter().try_for_each(|rule| write(&folder, rule.name, &page(rule))).ok()?;
        Some(folder)
    });
    super::uri::file_uri(&file(FOLDER.as_deref()?, rule))
}

/// A manual with its title.
pub fn page(rule: &crate::rules::Rule) -> String {
    format!("# {}（{}）\n\n{}\n", rule.title, rule.name, rule.manual().page())
}

fn file(folder: &Path, rule: &str) -> PathBuf {
    folder.join(format!("{rule}.md"))
}

/// Writes a manual, unless it stands there already.
fn write(folder: &Path, rule: &str, page: &str) -> std::io::Result<()> {
    let path = file(folder, rule);
    if std::fs::read(&path).is_ok_and(|there| there == page.as_bytes()) {
        return Ok(());
    }
    std::fs::create_dir_all(path.parent().unwrap_or(folder))?;
    std::fs::write(path, page)
}

/// The user's folder for files that can be made again.
fn cache() -> Option<PathBuf> {
    let folder = |name| std::env::var_os(name).map(PathBuf::from).filter(|path| path.is_absolute());
    folder("XDG_CACHE_HOME").or_else(|| Some(folder("HOME")?.join(".cache"))).or_else(|| folder("LOCALAPPDATA"))
}
