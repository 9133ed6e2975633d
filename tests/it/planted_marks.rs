//! Slips of the keyboard planted in published reports, where the folder is present: a mark that has lost its other half, a
//! mark typed twice, words pasted twice.

use hegao::config::Settings;
use hegao::rules::Linter;
use hegao::text::{decode, han};

/// Paragraphs between two that are tried; the same on every run.
const STEP: usize = 7;

#[test]
fn planted_marks_are_found() {
    let Some(files) = super::corpus::reports("planted_marks_are_found") else { return };
    let texts = files.iter().map(|file| decode(&std::fs::read(file).unwrap()).unwrap().text);
    // Paragraphs of one line that are whole, and sound as they are.
    let whole = |line: &&str| line.ends_with('。') && line.chars().count() > 60 && line.starts_with(han::is_han);
    let lines: Vec<String> =
        texts.flat_map(|text| text.lines().filter(whole).map(str::to_owned).collect::<Vec<_>>()).collect();
    let sound = |line: &&String| !found(line, "punctuation/unpaired");
    let lines: Vec<&String> = lines.iter().step_by(STEP).filter(sound).collect();
    for (name, rule, plant) in [
        ("no closing quotation mark", "punctuation/unpaired", unclosed as fn(&str) -> Option<String>),
        ("an opening mark for a closing one", "punctuation/unpaired", turned),
        ("a stop typed twice", "punctuation/doubled", doubled),
        ("words pasted twice", "wording/repeated", repeated),
    ] {
        let planted: Vec<String> = lines.iter().filter_map(|line| plant(line)).collect();
        let missed: Vec<&String> = planted.iter().filter(|line| !found(line, rule)).collect();
        println!("{name}: {} planted, {} missed", planted.len(), missed.len());
        assert!(planted.len() > 200, "{name}: {}", planted.len());
        assert!(missed.len() * 20 <= planted.len(), "{name}: {} of {} missed", missed.len(), planted.len());
    }
}

fn found(line: &str, rule: &str) -> bool {
    Linter::new(line, Settings::default().into()).findings().iter().any(|finding| finding.rule.name == rule)
}

/// Where a closing quotation mark stands with words behind it.
fn closing(line: &str) -> Option<usize> {
    let at = line.find('”')?;
    (line[at..].chars().count() > 5).then_some(at)
}

fn unclosed(line: &str) -> Option<String> {
    let at = closing(line)?;
    Some([&line[..at], &line[at + '”'.len_utf8()..]].concat())
}

fn turned(line: &str) -> Option<String> {
    let at = closing(line)?;
    Some([&line[..at], "“", &line[at + '”'.len_utf8()..]].concat())
}

fn doubled(line: &str) -> Option<String> {
    let at = line.find(['，', '、'])?;
    let end = at + '，'.len_utf8();
    Some([&line[..end], &line[at..]].concat())
}

/// A clause of four to eight Han characters, twice.
fn repeated(line: &str) -> Option<String> {
    let clause = |part: &&str| (4..=8).contains(&part.chars().count()) && part.chars().all(han::is_han);
    let words = line.split(['，', '。', '；', '、']).find(clause).filter(|words| !words.starts_with(['一', '每']))?;
    let at = line.find(words)? + words.len();
    Some([&line[..at], words, &line[at..]].concat())
}
