//! What kept a file from being checked or written, said on standard error.

use std::fmt;
use std::io::{self, Write};

use annotate_snippets::normalize_untrusted_str;

/// Something wrong with a file, an option or the configuration; never a fault of the draft's wording.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// Path as the user knows it, or with line and column from 1: `a/hegao.toml:3:1`.
    pub place: String,
    /// A Chinese sentence without its final stop: what is wrong, and the remedy.
    pub message: String,
}

impl Problem {
    /// A problem at a place.
    pub fn new(place: impl Into<String>, message: impl Into<String>) -> Self {
        Problem { place: place.into(), message: message.into() }
    }

    /// A file that could not be read.
    pub fn unreadable(place: impl Into<String>, error: &io::Error) -> Self {
        let message = match error.kind() {
            io::ErrorKind::NotFound => "没有这个文件；请检查路径".into(),
            io::ErrorKind::PermissionDenied => "没有读取权限；请检查文件和文件夹的权限".into(),
            io::ErrorKind::NotADirectory => "路径中间有一段是文件，不是文件夹；请检查路径".into(),
            io::ErrorKind::IsADirectory => "这是文件夹，不是文件；请写出其中的稿件".into(),
            _ => format!("读不出来（{error}）；请检查文件是否完好"),
        };
        Problem::new(place, message)
    }
}

impl Problem {
    /// A file that results could not be written to.
    pub fn unwritable(place: impl Into<String>, error: &io::Error) -> Self {
        let message = match error.kind() {
            io::ErrorKind::NotFound => "没有这个文件夹；请先建好，或改写到别处".into(),
            io::ErrorKind::PermissionDenied => "没有写入权限；请检查文件夹的权限，或改写到别处".into(),
            io::ErrorKind::IsADirectory => "这是文件夹；请写明文件名".into(),
            _ => format!("写不进去（{error}）；请检查权限和磁盘空间"),
        };
        Problem::new(place, message)
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Names of files come from outside: none may steer the terminal.
        write!(f, "错误：{}：{}", normalize_untrusted_str(&self.place), normalize_untrusted_str(&self.message))
    }
}

/// Writes a line to standard error; `eprintln!` would panic when nobody reads it.
pub fn say(line: &str) {
    let _ = writeln!(io::stderr().lock(), "{line}");
}
