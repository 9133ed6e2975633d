//! Paths as the URIs that report formats want.

use std::path::Path;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

/// What a path in a URI may hold unescaped (RFC 3986, unreserved characters) and the slash.
const ESCAPED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'/').remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// The path with `/` between its folders and without `./` at its head.
pub fn slashed(path: &str) -> String {
    let path = if cfg!(windows) { path.replace('\\', "/") } else { path.to_owned() };
    path.strip_prefix("./").map(str::to_owned).unwrap_or(path)
}

/// A relative reference for a relative path, and a `file:` URI for an absolute one.
pub fn of(path: &str) -> String {
    let path_slashed = slashed(path);
    let escaped = utf8_percent_encode(&path_slashed, ESCAPED).to_string();
    match (Path::new(path).is_absolute(), escaped.starts_with('/')) {
        (false, _) => escaped,
        (true, true) => format!("file://{escaped}"),
        (true, false) => format!("file:///{escaped}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_become_uris() {
        assert_eq!(of("./报告 一/甲:乙.txt"), "%E6%8A%A5%E5%91%8A%20%E4%B8%80/%E7%94%B2%3A%E4%B9%99.txt");
        assert_eq!(of("../a%b.md"), "../a%25b.md");
        #[cfg(unix)]
        assert_eq!(of("/a/b.txt"), "file:///a/b.txt");
    }
}
