//! The JSON Schema of `hegao.toml`, with which editors complete it and check it.

use serde_json::{Map, Value, json};

use super::{KnownRules, Level};

/// The schema (draft 7, which the TOML extensions of editors read). `title` gives the Chinese title of a rule.
pub fn schema(rules: KnownRules<'_>, title: impl Fn(&str) -> &'static str) -> Value {
    json!({
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "hegao.toml",
        "description": "核稿（hegao）的配置",
        "type": "object",
        "additionalProperties": false,
        "properties": {
            "extends": {
                "description": "先读这些配置，本文件写的优先；路径从本文件所在文件夹算起",
                "type": ["string", "array"],
                "items": { "type": "string" },
            },
            "lexicon": {
                "description": "本地的提法库；路径从本文件所在文件夹算起",
                "type": "array",
                "items": { "type": "string" },
                "examples": [["本县提法.toml"]],
            },
            "reference": reference(),
            "rules": levels(rules, title),
            "include": globs("哪些文件是稿件；不写则为 .txt、.md、.docx"),
            "exclude": globs("哪些文件不查"),
            "overrides": {
                "description": "某些稿件另有规定",
                "type": "array",
                "items": {
                    "type": "object",
                    "additionalProperties": false,
                    "required": ["files"],
                    "properties": {
                        "files": globs("哪些稿件"),
                        "rules": { "$ref": "#/properties/rules" },
                        "reference": reference(),
                    },
                },
            },
        },
    })
}

fn reference() -> Value {
    json!({
        "description": "往年的报告（.txt、.md、.docx），稿件里的数同它比；路径从本文件所在文件夹算起",
        "type": "array",
        "items": { "type": "string" },
        "examples": [["去年的报告.docx"]],
    })
}

fn globs(description: &str) -> Value {
    json!({ "description": description, "type": "array", "items": { "type": "string" }, "examples": [["旧稿/**"]] })
}

fn levels(rules: KnownRules<'_>, title: impl Fn(&str) -> &'static str) -> Value {
    let level = |description: &str| json!({ "description": description, "enum": Level::NAMES });
    let mut properties = Map::new();
    for name in rules.names {
        let family = name.split('/').next().unwrap_or(name);
        properties.entry(family).or_insert_with(|| level(&format!("{family} 一族的规则")));
        properties.insert((*name).to_owned(), level(title(name)));
    }
    json!({
        "description": "规则或规则族的级别：off 不查；hint、info、warning、error 按此级别报；default 按规则自己的级别",
        "type": "object",
        "additionalProperties": false,
        "properties": properties,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::parse::KEYS;

    #[test]
    fn the_schema_has_every_key_that_is_read() {
        let schema = schema(KnownRules { names: &["numbering/gap"] }, |_| "");
        let mut known: Vec<&str> = schema["properties"].as_object().unwrap().keys().map(String::as_str).collect();
        let mut read = KEYS.to_vec();
        known.sort_unstable();
        read.sort_unstable();
        assert_eq!(known, read);
    }
}
