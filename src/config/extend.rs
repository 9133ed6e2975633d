//! `extends`: a configuration written over others, such as the one that a unit shares.

use std::path::{Path, PathBuf};

use super::{Config, ConfigError, KnownRules, parse_bytes, selects};

/// Configurations over one another, at most.
const DEEPEST: usize = 8;

/// A configuration that another is written over, and where that says so: line and column from 1.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Extended {
    pub path: String,
    pub line: usize,
    pub column: usize,
}

/// Opens a file by its path, or says in Chinese why it cannot be read.
type Open<'a> = dyn FnMut(&Path) -> Result<Vec<u8>, String> + 'a;

/// Reads a configuration with all that it extends, whose paths start from the folder of the file that names them.
/// Patterns count from the folder of the outermost file, lexicon files and earlier reports from that of the file that names
/// them.
///
/// # Errors
/// The mistakes of the file; those of an extended one are told where it is named.
pub fn load(file: &Path, bytes: &[u8], rules: KnownRules<'_>, open: &mut Open<'_>) -> Result<Config, Vec<ConfigError>> {
    within(&mut vec![file.to_owned()], bytes, rules, open)
}

fn within(
    files: &mut Vec<PathBuf>,
    bytes: &[u8],
    rules: KnownRules<'_>,
    open: &mut Open<'_>,
) -> Result<Config, Vec<ConfigError>> {
    let own = parse_bytes(bytes, rules)?;
    let folder = files.last().and_then(|file| file.parent()).map(Path::to_owned).unwrap_or_default();
    let (mut base, mut errors) = (Config::default(), Vec::new());
    for named in &own.extends {
        let path = plain(&folder.join(&named.path));
        let wrong = |message: String| ConfigError { line: named.line, column: named.column, message };
        if files.contains(&path) || files.len() >= DEEPEST {
            errors.push(wrong(format!("extends 绕成了圈，或套了 {DEEPEST} 层以上：“{}”", named.path)));
            continue;
        }
        let bytes = match open(&path) {
            Ok(bytes) => bytes,
            Err(why) => {
                errors.push(wrong(format!("extends 所说的“{}”{why}", named.path)));
                continue;
            }
        };
        files.push(path);
        match within(files, &bytes, rules, open) {
            Ok(mut config) => {
                let folder = files.last().and_then(|file| file.parent()).unwrap_or(&folder);
                let own = config.overrides.iter_mut().flat_map(|over| over.reference.iter_mut().flatten());
                let named = config.lexicon.iter_mut().chain(&mut config.reference).chain(own);
                named.for_each(|file| *file = folder.join(&*file).to_string_lossy().into_owned());
                base = config.over(base);
            }
            Err(inner) => errors.extend(inner.iter().map(|error| wrong(format!("“{}”{error}", named.path)))),
        }
        files.pop();
    }
    if errors.is_empty() { Ok(own.over(base)) } else { Err(errors) }
}

/// The path without `.` and `..`, so that two ways to one file are known as one.
fn plain(path: &Path) -> PathBuf {
    let mut plain = PathBuf::new();
    for part in path.components() {
        match part {
            std::path::Component::CurDir => {}
            std::path::Component::ParentDir if plain.file_name().is_some() => drop(plain.pop()),
            part => plain.push(part),
        }
    }
    plain
}

impl Config {
    /// This configuration written over another. What it says of a family goes before what the other says of its rules.
    fn over(self, base: Config) -> Config {
        let mut levels = base.levels;
        levels.retain(|(name, _)| !self.levels.iter().any(|(own, _)| selects(own, name)));
        levels.extend(self.levels);
        let mut overrides = base.overrides;
        overrides.extend(self.overrides);
        let mut lexicon = base.lexicon;
        lexicon.extend(self.lexicon);
        Config {
            levels,
            include: self.include.or(base.include),
            exclude: self.exclude.or(base.exclude),
            overrides,
            lexicon,
            reference: if self.reference.is_empty() { base.reference } else { self.reference },
            extends: self.extends,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::{Level, Severity};

    const RULES: KnownRules<'_> = KnownRules { names: &["numbering/gap", "numbering/order", "phrase/wrong"] };

    fn loaded(files: &[(&str, &str)]) -> Result<Config, Vec<String>> {
        let mut open = |path: &Path| {
            let found = files.iter().find(|(name, _)| Path::new(name) == path);
            found.map(|(_, text)| text.as_bytes().to_vec()).ok_or_else(|| "不在".to_owned())
        };
        let (file, text) = files[0];
        let loaded = load(Path::new(file), text.as_bytes(), RULES, &mut open);
        loaded.map_err(|errors| errors.iter().map(ToString::to_string).collect())
    }

    #[test]
    fn what_is_written_here_goes_before_what_is_extended() {
        let own =
            "extends = [\"../共用/一.toml\", \"二.toml\"]\nexclude = [\"旧/**\"]\n[rules]\nnumbering = \"hint\"\n";
        let one = "extends = \"../三.toml\"\nexclude = [\"甲/**\"]\n[rules]\n\"numbering/gap\" = \"error\"\n";
        let two = "lexicon = [\"提法.toml\"]\n[rules]\n\"phrase/wrong\" = \"off\"\n";
        let three = "include = [\"**/*.text\"]\n[rules]\nphrase = \"error\"\n";
        let files =
            [("/县/局/hegao.toml", own), ("/县/共用/一.toml", one), ("/县/局/二.toml", two), ("/县/三.toml", three)];
        let config = loaded(&files).unwrap();
        let level = |rule| config.settings_for("a").level(rule);
        assert_eq!(level("numbering/gap"), Level::As(Severity::Hint));
        assert_eq!(level("phrase/wrong"), Level::Off);
        assert_eq!(config.lexicon(), [Path::new("/县/局").join("提法.toml").to_string_lossy()]);
        assert!(config.includes("甲/a.text") && !config.includes("旧/a.text") && !config.includes("a.txt"));
    }

    #[test]
    fn what_cannot_be_extended_is_told_where_it_is_named() {
        let errors = |files: &[(&str, &str)]| loaded(files).unwrap_err();
        assert_eq!(errors(&[("/a", "\nextends = \"b\"")]), ["第 2 行第 11 列：extends 所说的“b”不在"]);
        assert!(errors(&[("/a", "extends = \"./b\""), ("/b", "extends = \"x/../a\"")])[0].contains("绕成了圈"));
        let told = errors(&[("/a", "extends = \"b\""), ("/b", "x = 1")]);
        assert!(told[0].starts_with("第 1 行第 11 列：“b”第 1 行第 1 列：不认识的配置项“x”"), "{told:?}");
    }
}
