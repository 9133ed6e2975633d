//! Names of drafts: comparing them, opening their files, and repairing those that are not quite URIs.

use std::path::{Path, PathBuf};

use percent_encoding::{AsciiSet, CONTROLS, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

/// A draft's URI in a form in which two spellings of one name are equal: Neovim writes `%e4`, Emacs `%E4`, and a drive
/// letter comes in both cases.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Key(String);

impl Key {
    /// The key of a URI.
    pub fn new(uri: &str) -> Self {
        let mut key = percent_decode_str(uri).decode_utf8().map_or_else(|_| uri.to_owned(), Into::into);
        if let Some(drive) = key.strip_prefix("file:///").filter(|path| is_drive(path)) {
            let lower = drive[..1].to_ascii_lowercase();
            key.replace_range(8..9, &lower);
        }
        Key(key)
    }
}

/// The path of a `file:` URI; `None` for drafts that have no file, such as `untitled:`.
pub fn file_path(uri: &str) -> Option<PathBuf> {
    let rest = uri.strip_prefix("file://")?;
    let (host, path) = rest.split_at(rest.find('/')?);
    let path: Vec<u8> = percent_decode_str(path).collect();
    if cfg!(windows) {
        let path = String::from_utf8(path).ok()?;
        return Some(match path.strip_prefix('/').filter(|path| is_drive(path)) {
            Some(local) => PathBuf::from(local),
            None => PathBuf::from(format!("//{host}{path}")),
        });
    }
    #[cfg(unix)]
    return Some(PathBuf::from(<std::ffi::OsString as std::os::unix::ffi::OsStringExt>::from_vec(path)));
    #[cfg(not(unix))]
    return String::from_utf8(path).ok().map(PathBuf::from);
}

/// What a path in a URI may hold unescaped.
const ESCAPED: &AsciiSet =
    &NON_ALPHANUMERIC.remove(b'/').remove(b'-').remove(b'.').remove(b'_').remove(b'~').remove(b':');

/// The `file:` URI of a path; `None` for one that is no text.
pub fn file_uri(path: &Path) -> Option<String> {
    let path = path.to_str()?.replace('\\', "/");
    let slash = if path.starts_with('/') { "" } else { "/" };
    Some(format!("file://{slash}{}", utf8_percent_encode(&path, ESCAPED)))
}

fn is_drive(path: &str) -> bool {
    matches!(path.as_bytes(), [letter, b':', ..] if letter.is_ascii_alphabetic())
}

/// Characters that RFC 3986 allows nowhere in a path; clients that leave them as they are do exist.
const FORBIDDEN: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'<')
    .add(b'>')
    .add(b'[')
    .add(b'\\')
    .add(b']')
    .add(b'^')
    .add(b'`')
    .add(b'{')
    .add(b'|')
    .add(b'}');

/// Whether a URI has characters that no URI may have.
pub fn needs_encoding(uri: &[u8]) -> bool {
    uri.iter().any(|byte| !byte.is_ascii_graphic() || b"\"<>[\\]^`{|}".contains(byte))
}

/// The URI with those characters percent-encoded.
pub fn encoded(uri: &str) -> String {
    utf8_percent_encode(uri, FORBIDDEN).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_name_are_equal() {
        assert_eq!(Key::new("file:///t/%e4%b8%ad.txt"), Key::new("file:///t/%E4%B8%AD.txt"));
        assert_eq!(Key::new("file:///C%3A/a.txt"), Key::new("file:///c:/a.txt"));
        assert_ne!(Key::new("file:///t/A.txt"), Key::new("file:///t/a.txt"));
    }

    #[test]
    fn only_files_have_a_path() {
        assert_eq!(file_path("untitled:Untitled-1"), None);
        if cfg!(unix) {
            assert_eq!(file_path("file:///t/a%20%E4%B8%AD.txt"), Some(PathBuf::from("/t/a 中.txt")));
        }
    }

    #[test]
    fn a_name_that_is_no_uri_is_made_one() {
        assert!(needs_encoding("file:///t/a b中[1].txt".as_bytes()) && !needs_encoding(b"file:///t/a%20b.txt"));
        assert_eq!(encoded("file:///t/a b中[1].txt"), "file:///t/a%20b%E4%B8%AD%5B1%5D.txt");
    }
}
