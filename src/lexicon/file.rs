//! Reading a lexicon file, with every mistake named by its place and what to write.

use std::collections::HashMap;
use std::sync::Arc;

use serde::Deserialize;
use toml::Spanned;

use super::entry::{Entry, sides};

/// What is wrong in a lexicon file. Lines and columns count from 1, columns in characters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mistake {
    pub line: usize,
    pub column: usize,
    /// A whole Chinese sentence: what is wrong and what to write.
    pub message: String,
}

impl std::fmt::Display for Mistake {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "第 {} 行第 {} 列：{}", self.line, self.column, self.message)
    }
}

/// Where an entry of a workspace's own file stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Origin {
    /// The file as the configuration names it, or its path.
    pub file: Arc<str>,
    /// From 0.
    pub line: usize,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    phrase: Vec<Spanned<Entry>>,
}

/// The entries of a lexicon file.
///
/// # Errors
/// All that is wrong in it, as far as that is seen without running its examples. A file that is no TOML, or has an
/// entry that cannot be read, has one mistake.
pub fn parse(text: &str) -> Result<Vec<Entry>, Vec<Mistake>> {
    let file: File = toml::from_str(text).map_err(|error| {
        let at = error.span().map_or(0, |span| span.start);
        vec![Mistake::at(text, at, in_chinese(error.message()))]
    })?;
    let mut mistakes = Vec::new();
    let mut seen: HashMap<&str, ()> = HashMap::new();
    for entry in &file.phrase {
        let mut fail = |message: String| mistakes.push(Mistake::at(text, entry.span().start, message));
        let data = entry.get_ref();
        let name = data.canonical.as_str();
        if name.chars().count() < 2 {
            fail("“canonical”应是两个字以上的提法".into());
        } else if seen.insert(name, ()).is_some() {
            fail(format!("“{name}”写了两条；请合并为一条"));
        }
        if data.source.trim().is_empty() {
            fail(format!("“{name}”缺少出处；请在“source”里写明文件或会议"));
        }
        for variant in data.wrong.iter().chain(&data.order).chain(&data.soft).chain(&data.rivals) {
            let (written, right) = sides(variant, name);
            if written == right || written.chars().count() < 2 {
                fail(format!("“{name}”的错误写法“{written}”不成立；应是两个字以上、与正确写法不同的文字"));
            }
        }
    }
    let entries = file.phrase.into_iter().map(Spanned::into_inner).collect();
    if mistakes.is_empty() { Ok(entries) } else { Err(mistakes) }
}

/// The entries of a workspace's own file, which know where they stand.
///
/// # Errors
/// As [`parse`].
pub fn parse_named(name: &str, text: &str) -> Result<Vec<Entry>, Vec<Mistake>> {
    let mut entries = parse(text)?;
    let file: Arc<str> = name.into();
    let lines = text.lines().enumerate().filter(|(_, line)| line.trim_start().starts_with("[[phrase]]"));
    for (entry, (line, _)) in entries.iter_mut().zip(lines) {
        entry.origin = Some(Origin { file: file.clone(), line });
    }
    Ok(entries)
}

impl Mistake {
    /// A mistake at a byte of a file.
    pub fn at(text: &str, byte: usize, message: String) -> Self {
        let before = text.get(..byte).unwrap_or(text);
        let line = before.matches('\n').count() + 1;
        let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
        Mistake { line, column, message }
    }
}

/// What the TOML reader says, in the words of its user.
fn in_chinese(message: &str) -> String {
    let first = message.lines().next().unwrap_or_default();
    let named = |prefix: &str| first.strip_prefix(prefix)?.split('`').next();
    if let Some(key) = named("unknown field `") {
        // The rest of the message quotes the keys that there are.
        let keys = first.split('`').skip(3).step_by(2);
        let near = keys.max_by(|a, b| strsim::jaro_winkler(a, key).total_cmp(&strsim::jaro_winkler(b, key)));
        return format!("不认识的项“{key}”；是不是想写“{}”", near.unwrap_or("wrong"));
    }
    if let Some(key) = named("missing field `") {
        return format!("缺少“{key}”；每条都要有 canonical（提法）和 source（出处）");
    }
    if let Some(word) = named("unknown variant `") {
        return format!("不能写“{word}”；class 用 \"a\"、\"b\"、\"c\"，confidence 用 \"H\"、\"M\"、\"L\"");
    }
    format!("不是合法的提法库：{first}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mistakes(text: &str) -> Vec<String> {
        parse(text).unwrap_err().iter().map(ToString::to_string).collect()
    }

    #[test]
    fn an_entry_needs_only_its_wording_and_its_source() {
        let entries =
            parse_named("本县.toml", "# 说明\n[[phrase]]\ncanonical = \"“156”战略举措\"\nsource = \"县委全会\"\n");
        let origin = entries.unwrap()[0].origin.clone().unwrap();
        assert_eq!((&*origin.file, origin.line), ("本县.toml", 1));
    }

    #[test]
    fn mistakes_are_named_with_their_place_and_a_remedy() {
        let text = "[[phrase]]\ncanonical = \"三区联动\"\nsuorce = \"县委\"\n";
        assert!(
            mistakes(text)[0].starts_with("第 3 行第 1 列：不认识的项“suorce”；是不是想写“source”"),
            "{:?}",
            mistakes(text)
        );
        assert!(mistakes("[[phrase]]\ncanonical = \"三区联动\"\n")[0].contains("缺少“source”"));
        assert!(mistakes("[[phrase]\n")[0].contains("不是合法的提法库"));
        assert!(mistakes("[[phrase]]\ncanonical = \"三区联动\"\nsource = \"\"\nwrong = [\"三区联动\"]\n").len() == 2);
        let twice = "[[phrase]]\ncanonical = \"三区联动\"\nsource = \"甲\"\n".repeat(2);
        assert_eq!(mistakes(&twice), ["第 4 行第 1 列：“三区联动”写了两条；请合并为一条"]);
    }
}
