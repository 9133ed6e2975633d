//! Drafts piped through a line at a time, as a cluster engine does.

use std::io::{BufRead, BufReader, Write};
use std::process::Stdio;

use serde_json::{Value, json};

use crate::cli::{FAULTY, FIXED, Folder, Ran};

const ARGS: [&str; 3] = ["lint", "--stdin-format", "jsonl"];

fn ask(folder: &Folder, args: &[&str], lines: &[String]) -> Ran {
    folder.run_with(&[&ARGS, args].concat(), (lines.join("\n") + "\n").as_bytes())
}

fn answers(ran: &Ran) -> Vec<Value> {
    ran.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[test]
fn every_line_gets_its_answer_in_its_order_and_the_same_findings_as_a_file() {
    let folder = Folder::new();
    // The first takes longest, and there are more than may wait for it.
    let text = |number: usize| match number {
        0 => format!("{}{FAULTY}", "正文\n".repeat(20_000)),
        number if number % 3 == 0 => FIXED.to_owned(),
        number => format!("县工作报告{number}\r\n{FAULTY}"),
    };
    let lines: Vec<String> =
        (0..150).map(|id| json!({ "id": id, "text": text(id), "year": 2026 }).to_string()).collect();
    let ran = ask(&folder, &[], &lines);
    assert_eq!((ran.code, ran.err.as_str()), (1, ""));
    let answers = answers(&ran);
    assert_eq!(answers.len(), 150);
    for (number, answer) in answers.iter().enumerate() {
        assert_eq!(answer["id"], number);
        folder.write("稿.txt", text(number));
        let mut direct = if number % 29 == 0 { folder.json(&[]) } else { continue };
        for finding in &mut direct {
            finding.as_object_mut().unwrap().remove("path");
            finding["related"].as_array_mut().unwrap().iter_mut().for_each(|related| {
                related.as_object_mut().unwrap().remove("path");
            });
        }
        assert_eq!(answer["findings"], Value::Array(direct));
    }
}

#[test]
fn a_bad_line_is_an_error_line_and_not_the_end() {
    let folder = Folder::new();
    let good = |id: Value| json!({ "id": id, "text": FAULTY }).to_string();
    let lines = [
        good(json!("甲")),
        "not json".into(),
        String::new(),
        json!({ "id": 7 }).to_string(),
        "{\"id\": 8, \"text\": \"\\ud800\"}".into(),
        "[1]".into(),
        good(json!("任何")).replace("\"任何\"", "{\"任何\": [1, 2.50]}"),
    ];
    let mut input = (lines.join("\n") + "\n").into_bytes();
    input.extend(b"{\"text\": \"\xff\"}\n");
    input.extend(json!({ "text": FIXED }).to_string().as_bytes());
    let ran = folder.run_with(&ARGS, &input);
    assert_eq!((ran.code, ran.err.as_str()), (2, ""));
    let answers = answers(&ran);
    let lines: Vec<Option<u64>> = answers.iter().map(|answer| answer["line"].as_u64()).collect();
    assert_eq!(lines, [None, Some(2), Some(4), Some(5), Some(6), None, Some(8), None]);
    assert!(answers.iter().all(|answer| answer["error"].is_string() != answer["findings"].is_array()));
    assert!(ran.out.contains("{\"任何\": [1, 2.50]}"), "an id comes back as it was written");
    assert_eq!(answers[7], json!({ "id": null, "findings": [] }));
}

#[test]
fn each_answer_comes_before_the_next_question() {
    let folder = Folder::new();
    let mut command = folder.command(&ARGS);
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    let (mut to, mut from) = (child.stdin.take().unwrap(), BufReader::new(child.stdout.take().unwrap()));
    for id in 0..3 {
        writeln!(to, "{}", json!({ "id": id, "text": FAULTY })).unwrap();
        let mut answer = String::new();
        from.read_line(&mut answer).unwrap();
        assert_eq!(serde_json::from_str::<Value>(&answer).unwrap()["id"], id);
    }
    drop(to);
    assert_eq!(child.wait().unwrap().code(), Some(1));
}

#[test]
fn configuration_and_threshold_hold_for_lines() {
    let folder = Folder::with(&[("hegao.toml", "[rules]\n\"numbering/gap\" = \"hint\"\n")]);
    let line = [json!({ "id": 1, "text": FAULTY }).to_string()];
    let ran = ask(&folder, &[], &line);
    assert_eq!((ran.code, answers(&ran)[0]["findings"][0]["severity"].as_str()), (0, Some("hint")));
    let ran = ask(&folder, &["--no-config", "--fail-on", "never"], &line);
    assert_eq!((ran.code, answers(&ran)[0]["findings"][0]["severity"].as_str()), (0, Some("warning")));
    assert_eq!(ask(&folder, &["--ignore", "numbering", "-"], &line).out, "{\"id\":1,\"findings\":[]}\n");
    let wrong = ask(&folder, &["a.txt"], &line);
    assert!(wrong.code == 2 && wrong.err.contains("只用于标准输入"), "{wrong:?}");
}

#[test]
fn completions_and_manual_pages_name_the_options() {
    let folder = Folder::new();
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let ran = folder.run(&["completions", shell]);
        assert!(ran.code == 0 && ran.out.contains("stdin-format") && ran.out.contains("completions"), "{shell}");
    }
    let page = folder.run(&["man", "lint"]).out;
    assert!(page.contains(".SH 选项") && page.contains("\\-\\-fail\\-on") && !page.contains(".SH NAME"), "{page}");
    assert!(folder.run(&["man"]).out.contains(".SH 命令"));
    assert_eq!(folder.run(&["man", "lnt"]).code, 2);
}
