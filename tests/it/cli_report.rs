//! The two formats: JSON is a contract, text is for people.

use serde_json::Value;
use unicode_width::UnicodeWidthStr;

use crate::cli::{FAULTY, Folder};

fn keys(value: &Value) -> Vec<&str> {
    value.as_object().unwrap().keys().map(String::as_str).collect()
}

fn number(value: &Value) -> usize {
    usize::try_from(value.as_u64().unwrap()).unwrap()
}

/// Line and column of a byte, counted the slow and plain way: lines and columns from 1, columns in characters.
fn counted(text: &str, byte: usize) -> (usize, usize) {
    let before = text[..byte].replace("\r\n", "\n").replace('\r', "\n");
    let line = before.matches('\n').count() + 1;
    (line, before.rsplit('\n').next().unwrap().chars().count() + 1)
}

fn check_range(text: &str, range: &Value) -> String {
    assert_eq!(keys(range), ["end", "start"]);
    let ends = ["start", "end"].map(|end| {
        assert_eq!(keys(&range[end]), ["byte", "column", "line"]);
        let byte = number(&range[end]["byte"]);
        assert_eq!((number(&range[end]["line"]), number(&range[end]["column"])), counted(text, byte));
        byte
    });
    text[ends[0]..ends[1]].to_owned()
}

#[test]
fn json_has_the_agreed_shape_and_its_places_are_right() {
    for text in [
        FAULTY.to_owned(),
        "😀题\r\n一、𠮷\r\n中𠮷\r\n三、乙\r\n　三、丙\r\n末".to_owned(),
        "一、甲\r𠮷😀\r三、乙\r　三、丙".to_owned(),
        format!("一、甲\n{}三、乙\n　三、丙\n", "正文𠮷。\n".repeat(5000)),
    ] {
        let folder = Folder::with(&[("稿.txt", &text)]);
        // The byte order mark is no part of the text that is counted.
        folder.write("带.txt", format!("\u{FEFF}{text}"));
        let findings = folder.json(&["--select", "numbering/gap"]);
        assert_eq!(findings.len(), 2);
        for finding in &findings {
            assert_eq!(keys(finding), ["fix", "message", "path", "range", "related", "rule", "severity"]);
            assert_eq!((&finding["rule"], &finding["severity"]), (&"numbering/gap".into(), &"warning".into()));
            assert!(check_range(&text, &finding["range"]).starts_with('三'));
            let related = &finding["related"][0];
            assert_eq!(keys(related), ["message", "path", "range"]);
            assert_eq!(related["path"], finding["path"]);
            assert!(check_range(&text, &related["range"]).starts_with('一'));
            assert_eq!(keys(&finding["fix"]), ["applicability", "edits", "title"]);
            assert_eq!(finding["fix"]["applicability"], "safe");
            assert_eq!(mended(&text, &finding["fix"]["edits"]), text.replace("三、乙", "二、乙"));
        }
    }
}

/// The text after the edits of a fix, made by hand from the last to the first.
fn mended(text: &str, edits: &Value) -> String {
    let mut text = text.to_owned();
    for edit in edits.as_array().unwrap().iter().rev() {
        assert_eq!(keys(edit), ["end_byte", "start_byte", "text"]);
        let range = number(&edit["start_byte"])..number(&edit["end_byte"]);
        text.replace_range(range, edit["text"].as_str().unwrap());
    }
    text
}

#[test]
fn json_keys_come_in_the_agreed_order() {
    let folder = Folder::with(&[("a.txt", FAULTY)]);
    let out = folder.run(&["lint", "--format", "json"]).out;
    let names = ["path", "rule", "severity", "message", "range", "start", "line", "column", "byte", "end"];
    let names = names.iter().chain(&["related", "fix", "title", "applicability", "edits", "start_byte", "end_byte"]);
    let places: Vec<usize> = names.map(|name| out.find(&format!("\"{name}\":")).unwrap()).collect();
    assert!(places.is_sorted(), "{out}");
}

#[test]
fn json_is_one_valid_array_even_when_files_fail() {
    let folder = Folder::with(&[("1.txt", "\0\0"), ("2.txt", FAULTY), ("3.txt", "%PDF-"), ("4.txt", FAULTY)]);
    folder.write("0.txt", b"\xFF");
    let ran = folder.run(&["lint", "--format", "json", ".", "没有.txt"]);
    assert_eq!(ran.code, 2);
    assert_eq!(serde_json::from_str::<Vec<Value>>(&ran.out).unwrap().len(), 2);
    assert_eq!(ran.err.matches("错误：").count(), 4, "{}", ran.err);
    let nothing = folder.run(&["lint", "--format", "json", "0.txt"]);
    assert_eq!(nothing.out, "[]\n");
}

#[test]
fn marks_stand_under_their_places() {
    let folder = Folder::with(&[("a.txt", FAULTY)]);
    let out = folder.run(&["lint"]).out;
    let lines: Vec<&str> = out.lines().collect();
    for (label, mark) in [("一、", '-'), ("三、乙", '^')] {
        let line = lines.iter().position(|line| line.contains(label)).unwrap();
        let cells = |line: &str, at: char| line[..line.find(at).unwrap()].width();
        assert_eq!(cells(lines[line + 1], mark), cells(lines[line], label.chars().next().unwrap()), "{out}");
        assert!(lines[line + 1].matches(mark).count() >= 2, "a Han character is two cells wide: {out}");
    }
}

#[test]
fn text_says_where_what_why_and_what_to_write() {
    let folder = Folder::with(&[("稿.txt", &format!("标题\n{FAULTY}").replace('\n', "\r\n"))]);
    let out = folder.run(&["lint"]).out;
    for line in [
        "警告[numbering/gap]: 编号缺号：上一个同级编号是“一”，这里应为“二”",
        " --> 稿.txt:3:1",
        "2 | 一、甲",
        "3 | 三、乙",
        "  = 建议: 改为“二”（可用 --fix 自动改）",
        "共检查 1 份稿，发现 1 处警告；其中 1 处可用 --fix 自动修正",
    ] {
        assert!(out.lines().any(|shown| shown == line), "{line}\n{out}");
    }
}

#[test]
fn lines_far_apart_are_folded_and_one_between_is_shown() {
    let excerpt = |between: usize| {
        let folder = Folder::with(&[("稿.txt", &format!("一、甲\n{}三、乙\n", "正文。\n".repeat(between)))]);
        folder.run(&["lint"]).out
    };
    assert!(excerpt(1).contains("\n2 | 正文。\n3 | 三、乙\n"), "{}", excerpt(1));
    assert!(excerpt(30).contains("\n...\n32 | 三、乙\n"), "{}", excerpt(30));
    let far = excerpt(5000);
    assert!(far.contains("另见: 第 1 行第 1 字：上一个同级编号"), "{far}");
    assert!(far.contains("稿.txt:5002:1") && far.contains("\n5002 | 三、乙\n"), "{far}");
}

#[test]
fn a_long_paragraph_is_cut_around_its_place() {
    let folder = Folder::with(&[("稿.txt", &format!("一、{}\n三、{}\n", "甲".repeat(1400), "乙".repeat(1400)))]);
    let out = folder.run(&["lint"]).out;
    assert!(out.lines().all(|line| line.width() < 110), "{out}");
    assert!(out.contains("乙...\n") && out.contains("稿.txt:2:1"), "{out}");
}

#[test]
fn colours_are_used_only_when_asked_for_or_on_a_terminal() {
    let folder = Folder::with(&[("a.txt", FAULTY)]);
    let has_colour = |args: &[&str]| folder.run(args).out.contains('\u{1b}');
    assert!(has_colour(&["lint", "--color", "always"]));
    assert!(!has_colour(&["lint"]) && !has_colour(&["lint", "--color", "never"]));
    assert!(!has_colour(&["lint", "--color", "always", "--format", "json"]));
}

#[test]
fn nothing_from_a_draft_or_a_name_steers_the_terminal() {
    let folder = Folder::with(&[("a.txt", "一、甲\n三、\u{1b}[31m乙\u{7}\n"), ("b.txt", "一、甲\u{202e}\n三、乙\n")]);
    let out = folder.run(&["lint", "--color", "always"]).out;
    assert!(!out.contains("\u{1b}[31m乙") && !out.contains('\u{7}') && !out.contains('\u{202e}'), "{out:?}");
}
