//! Reading `hegao.toml`, with every mistake named by its line and, where one is near, the word that was meant.

use globset::GlobSet;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::extend::Extended;
use super::{Config, KnownRules, Level, Override, glob_set, nearest};

/// What is wrong in a configuration file. Lines and columns count from 1, columns in characters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConfigError {
    pub line: usize,
    pub column: usize,
    /// A whole Chinese sentence: what is wrong and what to write.
    pub message: String,
}

impl std::fmt::Display for ConfigError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "第 {} 行第 {} 列：{}", self.line, self.column, self.message)
    }
}

impl std::error::Error for ConfigError {}

pub(super) const KEYS: [&str; 7] = ["rules", "include", "exclude", "overrides", "extends", "lexicon", "reference"];
const OVERRIDE_KEYS: [&str; 3] = ["files", "rules", "reference"];

/// Reads the bytes of a configuration file, which TOML wants in UTF-8.
///
/// # Errors
/// As [`parse`], and other encodings.
pub fn parse_bytes(bytes: &[u8], rules: KnownRules<'_>) -> Result<Config, Vec<ConfigError>> {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    match std::str::from_utf8(bytes) {
        Ok(text) => parse(text, rules),
        Err(error) => {
            let line = bytes[..error.valid_up_to()].iter().filter(|byte| **byte == b'\n').count() + 1;
            let message = "配置文件不是 UTF-8 编码；请另存为 UTF-8".into();
            Err(vec![ConfigError { line, column: 1, message }])
        }
    }
}

/// Reads a configuration.
///
/// # Errors
/// All mistakes of the file, in its order; a file with a mistake configures nothing.
pub fn parse(text: &str, rules: KnownRules<'_>) -> Result<Config, Vec<ConfigError>> {
    let mut reader = Reader { text, rules, errors: Vec::new() };
    let config = match DeTable::parse(text) {
        Ok(table) => reader.config(table.get_ref()),
        Err(error) => {
            let at = error.span().map_or(0, |span| span.start);
            reader.fail(at, format!("不是合法的 TOML：{}", error.message().lines().next().unwrap_or_default()));
            Config::default()
        }
    };
    reader.errors.sort_by_key(|error| (error.line, error.column));
    if reader.errors.is_empty() { Ok(config) } else { Err(reader.errors) }
}

struct Reader<'a> {
    text: &'a str,
    rules: KnownRules<'a>,
    errors: Vec<ConfigError>,
}

type Value<'a> = Spanned<DeValue<'a>>;

impl Reader<'_> {
    fn config(&mut self, table: &DeTable<'_>) -> Config {
        let mut config = Config::default();
        for (key, value) in table {
            match key.get_ref().as_ref() {
                "rules" => config.levels = self.levels(value),
                "include" => config.include = self.globs(value),
                "exclude" => config.exclude = self.globs(value),
                "overrides" => config.overrides = self.overrides(value),
                "extends" => config.extends = self.extends(value),
                "lexicon" => config.lexicon = self.files("lexicon", "本县提法.toml", value),
                "reference" => config.reference = self.files("reference", "去年的报告.docx", value),
                other => self.unknown_key(key.span().start, other, &KEYS),
            }
        }
        config
    }

    fn levels(&mut self, value: &Value<'_>) -> Vec<(String, Level)> {
        let DeValue::Table(table) = value.get_ref() else {
            self.fail(value.span().start, "“rules”应是一张表，如 [rules] 下写 \"numbering/gap\" = \"warning\"".into());
            return Vec::new();
        };
        let mut levels = Vec::new();
        for (key, value) in table {
            let name = key.get_ref().as_ref();
            if !self.rules.contains(name) {
                let meant = match self.rules.nearest(name) {
                    Some(near) => format!("；是不是想写“{near}”"),
                    None => "；hegao rule 可列出全部规则".into(),
                };
                self.fail(key.span().start, format!("没有名为“{name}”的规则或规则族{meant}"));
                continue;
            }
            match value.get_ref() {
                DeValue::String(word) => match Level::from_name(word) {
                    Some(level) => levels.push((name.to_owned(), level)),
                    None => {
                        let meant = nearest(word, &Level::NAMES).map(|near| format!("；是不是想写“{near}”"));
                        let message = format!(
                            "“{name}”的级别不能是“{word}”，可用 {}{}",
                            Level::NAMES.join("、"),
                            meant.unwrap_or_default()
                        );
                        self.fail(value.span().start, message);
                    }
                },
                _ => {
                    self.fail(value.span().start, format!("“{name}”的级别应是加引号的词：{}", Level::NAMES.join("、")))
                }
            }
        }
        levels
    }

    fn overrides(&mut self, value: &Value<'_>) -> Vec<Override> {
        let DeValue::Array(array) = value.get_ref() else {
            self.fail(value.span().start, "“overrides”应写成 [[overrides]]，可有多段".into());
            return Vec::new();
        };
        let mut overrides = Vec::new();
        for value in array {
            let DeValue::Table(table) = value.get_ref() else {
                self.fail(value.span().start, "“overrides”的每一段应是表：files = […] 和 [overrides.rules]".into());
                continue;
            };
            let (mut files, mut levels, mut reference) = (None, Vec::new(), None);
            for (key, value) in table {
                match key.get_ref().as_ref() {
                    "files" => files = self.globs(value),
                    "rules" => levels = self.levels(value),
                    "reference" => reference = Some(self.files("reference", "去年的报告.docx", value)),
                    other => self.unknown_key(key.span().start, other, &OVERRIDE_KEYS),
                }
            }
            match files {
                Some(files) => overrides.push(Override { files, levels, reference }),
                None if self.errors.is_empty() => {
                    self.fail(value.span().start, "这段 overrides 缺少 files = [\"路径模式\"]".into());
                }
                None => {}
            }
        }
        overrides
    }

    fn globs(&mut self, value: &Value<'_>) -> Option<GlobSet> {
        let DeValue::Array(array) = value.get_ref() else {
            self.fail(value.span().start, "这里应是路径模式的列表，如 [\"附件/**\"]".into());
            return None;
        };
        let mut patterns = Vec::new();
        for value in array {
            match value.get_ref() {
                DeValue::String(pattern) => match glob_set(&[pattern.to_string()]) {
                    Ok(_) => patterns.push(pattern.to_string()),
                    Err(_) => self.fail(value.span().start, format!("“{pattern}”不是合法的路径模式")),
                },
                _ => self.fail(value.span().start, "路径模式应是加引号的文字".into()),
            }
        }
        glob_set(&patterns).ok()
    }

    fn extends(&mut self, value: &Value<'_>) -> Vec<Extended> {
        let values = match value.get_ref() {
            DeValue::Array(array) => array.iter().collect(),
            _ => vec![value],
        };
        let mut found = Vec::new();
        for value in values {
            let (line, column) = self.place(value.span().start);
            match value.get_ref() {
                DeValue::String(path) => found.push(Extended { path: path.to_string(), line, column }),
                _ => self.fail(value.span().start, "“extends”应是配置文件的路径，如 \"../共用/hegao.toml\"".into()),
            }
        }
        found
    }

    /// The names of files under a key, one of which could be `example`.
    fn files(&mut self, key: &str, example: &str, value: &Value<'_>) -> Vec<String> {
        let files = match value.get_ref() {
            DeValue::Array(array) => array.iter().map(|file| file.get_ref().as_str().map(str::to_owned)).collect(),
            _ => None,
        };
        files.unwrap_or_else(|| {
            self.fail(value.span().start, format!("“{key}”应是文件名的列表，如 [\"{example}\"]"));
            Vec::new()
        })
    }

    fn unknown_key(&mut self, at: usize, key: &str, known: &[&str]) {
        let meant = match nearest(key, known) {
            Some(near) => format!("；是不是想写“{near}”"),
            None => format!("；可用的有 {}", known.join("、")),
        };
        self.fail(at, format!("不认识的配置项“{key}”{meant}"));
    }

    /// Line and column of a byte.
    fn place(&self, at: usize) -> (usize, usize) {
        let before = self.text.get(..at).unwrap_or(self.text);
        let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
        (before.matches('\n').count() + 1, column)
    }

    fn fail(&mut self, at: usize, message: String) {
        let (line, column) = self.place(at);
        self.errors.push(ConfigError { line, column, message });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Severity;

    const RULES: KnownRules<'_> = KnownRules { names: &["numbering/gap", "numbering/order", "phrase/wrong"] };

    fn errors(text: &str) -> Vec<String> {
        parse(text, RULES).unwrap_err().iter().map(ToString::to_string).collect()
    }

    #[test]
    fn a_rule_beats_its_family_and_an_override_beats_both() {
        let text = "[rules]\n\"numbering/gap\" = \"error\"\nnumbering = \"hint\"\n\n[[overrides]]\nfiles = [\"附件/**\"]\nrules = { \"numbering/gap\" = \"off\" }\n";
        let config = parse(text, RULES).unwrap();
        let level = |path, rule| config.settings_for(path).level(rule);
        assert_eq!(level("a.txt", "numbering/gap"), Level::As(Severity::Error));
        assert_eq!(level("a.txt", "numbering/order"), Level::As(Severity::Hint));
        assert_eq!(level("a.txt", "phrase/wrong"), Level::Default);
        assert_eq!(level("附件/b.txt", "numbering/gap"), Level::Off);
    }

    #[test]
    fn drafts_are_text_and_markdown_unless_told_otherwise() {
        let default = Config::default();
        assert!(default.includes("a/报告.TXT") && default.includes("b.md") && !default.includes("c.rs"));
        assert!(default.includes("a/报告.docx") && !default.includes("a/~$报告.docx"));
        let config = parse("include = [\"报告/*.text\"]\nexclude = [\"**/旧*\"]", RULES).unwrap();
        assert!(config.includes("报告/新.text") && !config.includes("报告/旧.text") && !config.includes("a.txt"));
    }

    #[test]
    fn mistakes_are_named_with_line_and_remedy() {
        assert_eq!(errors("\n[rule]\n"), ["第 2 行第 2 列：不认识的配置项“rule”；是不是想写“rules”"]);
        assert_eq!(
            errors("[rules]\n\"numbering/gop\" = \"off\"\n"),
            ["第 2 行第 1 列：没有名为“numbering/gop”的规则或规则族；是不是想写“numbering/gap”"]
        );
        assert!(errors("[rules]\nnumbering = \"warn\"")[0].ends_with("是不是想写“warning”"));
        assert!(errors("[rules]\nnumbering = \n")[0].starts_with("第 2 行第 13 列：不是合法的 TOML"));
        assert!(errors("[[overrides]]\nrules = {}")[0].contains("缺少 files"));
        assert!(errors("exclude = [\"a[\"]")[0].contains("路径模式"));
    }

    #[test]
    fn every_mistake_is_reported_at_once() {
        assert_eq!(errors("x = 1\ny = 2\n").len(), 2);
    }
}
