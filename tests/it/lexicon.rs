//! The stock phrases that are part of the program: every entry says what it reports and what it does not.

use std::collections::HashMap;
use std::fmt::Write as _;
use std::path::Path;

use hegao::config::Settings;
use hegao::lexicon::{Entry, FILES, Lexicon, parse};
use hegao::rules::Linter;

/// The keys of an entry in their order.
const KEYS: [&str; 27] = [
    "canonical",
    "class",
    "confidence",
    "source",
    "since",
    "until",
    "replaced-by",
    "members",
    "ordered",
    "whole",
    "wrong",
    "order",
    "soft",
    "rivals",
    "accepted",
    "alike",
    "not-after",
    "not-before",
    "only-before",
    "verbs",
    "wrong-verbs",
    "soft-verbs",
    "quotes",
    "genres",
    "foreign",
    "must-flag",
    "must-pass",
];

/// The findings of stock phrases in a draft of an entry's own genre: places and messages.
fn found(entry: &Entry, sentence: &str) -> Vec<(usize, String)> {
    let cppcc = entry.genres.iter().any(|genre| genre == "政协");
    let head = if cppcc { "各位委员：\n" } else { "" };
    let linter = Linter::new(&format!("{head}{sentence}\n"), Settings::default().into());
    let findings = linter.findings().into_iter().filter(|finding| finding.rule.family() == "phrase");
    findings.map(|finding| (finding.place.start - head.len(), finding.message)).collect()
}

fn entries() -> &'static [Entry] {
    Lexicon::builtin().entries()
}

#[test]
fn files_are_in_their_normal_form() {
    for (name, text) in FILES {
        let normal = normal(text);
        if normal != text && std::env::var_os("UPDATE").is_some() {
            let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/lexicon").join(name);
            std::fs::write(path, normal).unwrap();
        } else {
            assert!(normal == text, "{name} is not in its normal form (UPDATE=1 rewrites it)");
        }
    }
}

fn normal(text: &str) -> String {
    let file: toml::Table = toml::from_str(text).unwrap();
    let mut entries: Vec<&toml::Table> =
        file["phrase"].as_array().unwrap().iter().map(|entry| entry.as_table().unwrap()).collect();
    entries.sort_by_key(|entry| entry["canonical"].as_str().unwrap());
    let show = |entry: &&toml::Table| {
        let mut out = String::from("[[phrase]]\n");
        for key in KEYS {
            if let Some(value) = entry.get(key) {
                let _ = writeln!(out, "{key} = {}", written(value));
            }
        }
        out
    };
    entries.iter().map(show).collect::<Vec<_>>().join("\n")
}

fn written(value: &toml::Value) -> String {
    match value {
        toml::Value::String(text) => format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\"")),
        toml::Value::Array(list) => format!("[{}]", list.iter().map(written).collect::<Vec<_>>().join(", ")),
        other => other.to_string(),
    }
}

#[test]
fn every_file_is_read_whole() {
    let count: usize =
        FILES.iter().map(|(name, text)| parse(text).unwrap_or_else(|e| panic!("{name}: {e:?}")).len()).sum();
    assert_eq!(count, entries().len());
    assert!(count >= 400, "{count} entries");
}

#[test]
fn every_entry_has_a_source_and_is_the_only_one() {
    let mut seen = HashMap::new();
    for entry in entries() {
        assert!(!entry.source.trim().is_empty(), "{}", entry.canonical);
        assert_eq!(seen.insert(&entry.canonical, ()), None, "{} stands twice", entry.canonical);
    }
    for entry in entries() {
        for variant in entry.wrong.iter().chain(&entry.order).chain(&entry.soft) {
            let written = variant.split('→').next().unwrap();
            assert!(!seen.contains_key(&written.to_owned()), "{written} is right elsewhere");
        }
    }
}

#[test]
fn every_miswriting_is_reported_and_every_wording_is_not() {
    for entry in entries() {
        for variant in entry.wrong.iter().chain(&entry.order).chain(&entry.soft) {
            let written = variant.split('→').next().unwrap();
            let behind = entry.only_before.first().map_or("", String::as_str);
            let sentence = format!("要{written}{behind}。");
            let found = found(entry, &sentence);
            assert!(
                found.iter().any(|(at, _)| *at == 3),
                "{written} of {} is not reported: {found:?}",
                entry.canonical
            );
        }
        if entry.foreign.is_empty() {
            assert_eq!(found(entry, &format!("要{}。", entry.canonical)), [], "{}", entry.canonical);
        }
        for accepted in &entry.accepted {
            assert_eq!(found(entry, &format!("要{accepted}。")), [], "{accepted}");
        }
    }
}

#[test]
fn entries_keep_what_they_promise() {
    for entry in entries() {
        for sentence in &entry.must_flag {
            assert!(!found(entry, sentence).is_empty(), "{} must flag: {sentence}", entry.canonical);
        }
        for sentence in &entry.must_pass {
            assert_eq!(found(entry, sentence), [], "{} must pass: {sentence}", entry.canonical);
        }
    }
}
