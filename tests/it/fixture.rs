//! Fixtures: drafts with the places of their findings marked inline, and what is expected on `//` lines.
//!
//! ```text
//! //- title of the case
//! 一、2025年工作回顾
//! ⟦三⟧、2026年重点任务
//! //^ numbering/gap 警告 message 💡
//! //=>
//! the draft after all fixes
//! ```
//!
//! A `//^` line belongs to the marks in their order; 💡 stands for a safe fix, 🔧 for one that a person decides. With
//! `UPDATE=1` the expectations are rewritten, to be read before they are committed.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use hegao::config::{Level, Settings};
use hegao::features::actions;
use hegao::rules::{Applicability, Finding, Linter};
use hegao::text::{Change, Position, PositionEncoding, apply_edits};

struct Case {
    title: String,
    draft: String,
    /// Marked ranges, in bytes of the draft, and what is expected of them.
    marks: Vec<(std::ops::Range<usize>, String)>,
    fixed: Option<String>,
}

#[test]
fn fixtures() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures");
    let mut files = Vec::new();
    collect(&root, &mut files);
    assert!(!files.is_empty(), "no fixture in {}", root.display());
    let mut wrong = String::new();
    for file in files {
        let text = std::fs::read_to_string(&file).unwrap();
        let cases = parse(&text);
        let actual: String = cases.iter().map(render_actual).collect();
        if actual != text {
            if std::env::var_os("UPDATE").is_some() {
                std::fs::write(&file, &actual).unwrap();
            } else {
                let _ = writeln!(wrong, "{}\n--- expected\n{text}\n--- actual\n{actual}", file.display());
            }
        }
        cases.iter().for_each(|case| check_invariants(&file, case));
    }
    assert!(wrong.is_empty(), "fixtures differ (UPDATE=1 rewrites them):\n{wrong}");
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    let mut entries: Vec<PathBuf> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    entries.sort();
    for entry in entries {
        if entry.is_dir() { collect(&entry, files) } else { files.push(entry) }
    }
}

fn parse(text: &str) -> Vec<Case> {
    let mut cases: Vec<Case> = Vec::new();
    let mut in_fixed = false;
    let mut expectations = Vec::new();
    for line in text.split_inclusive('\n') {
        if let Some(title) = line.strip_prefix("//- ") {
            cases.push(Case { title: title.trim_end().into(), draft: String::new(), marks: Vec::new(), fixed: None });
            (in_fixed, expectations) = (false, Vec::new());
            continue;
        }
        let case = cases.last_mut().expect("a fixture begins with //- title");
        if let Some(expected) = line.strip_prefix("//^ ") {
            expectations.push(expected.trim_end().to_owned());
            let at = expectations.len() - 1;
            if let Some(mark) = case.marks.get_mut(at) {
                mark.1 = expected.trim_end().into();
            }
        } else if line.trim_end() == "//=>" {
            in_fixed = true;
            case.fixed = Some(String::new());
        } else if in_fixed {
            case.fixed.as_mut().unwrap().push_str(line);
        } else {
            unmark(line, case);
        }
    }
    cases
}

fn unmark(line: &str, case: &mut Case) {
    let mut start = None;
    for ch in line.chars() {
        match ch {
            '⟦' => start = Some(case.draft.len()),
            '⟧' => case.marks.push((start.take().expect("⟧ without ⟦")..case.draft.len(), String::new())),
            ch => case.draft.push(ch),
        }
    }
}

/// Hints are part of what fixtures show; nothing is off.
fn lint(draft: &str) -> Linter {
    let settings = Settings::default();
    assert_eq!(settings.level("numbering/gap"), Level::Default);
    Linter::new(draft, settings.into())
}

fn render_actual(case: &Case) -> String {
    let linter = lint(&case.draft);
    let findings = linter.findings();
    let mut out = format!("//- {}\n", case.title);
    // Where two findings stand at one place, the mark is written once.
    let mut places: Vec<_> = findings.iter().map(|finding| finding.place.clone()).collect();
    places.dedup();
    let mut marked = String::new();
    let mut at = 0;
    for place in &places {
        marked.push_str(&case.draft[at..place.start]);
        let _ = write!(marked, "⟦{}⟧", &case.draft[place.clone()]);
        at = place.end;
    }
    marked.push_str(&case.draft[at..]);
    out.push_str(&marked);
    findings.iter().for_each(|finding| {
        let _ = writeln!(out, "//^ {}", describe(finding));
    });
    let fixed = fix_all(&case.draft, Applicability::Unsafe);
    if fixed != case.draft {
        let _ = write!(out, "//=>\n{fixed}");
    }
    out
}

fn describe(finding: &Finding) -> String {
    let fix = match finding.fix.as_ref().map(|fix| fix.applicability) {
        None => "",
        Some(Applicability::Safe) => " 💡",
        Some(Applicability::Unsafe) => " 🔧",
    };
    format!("{} {} {}{fix}", finding.rule.name, finding.severity.title(), finding.message)
}

/// The draft after fixing until nothing is left to fix; fails when that does not end.
pub fn fix_all(draft: &str, up_to: Applicability) -> String {
    let mut text = draft.to_owned();
    for _ in 0..20 {
        let edits = actions::fixes(&lint(&text).findings(), up_to);
        if edits.is_empty() {
            return text;
        }
        text = apply_edits(&text, &edits).expect("the edits of fixes fit the text");
    }
    panic!("fixes do not converge:\n{draft}\n---\n{text}");
}

fn check_invariants(file: &Path, case: &Case) {
    let name = format!("{}: {}", file.display(), case.title);
    let linter = lint(&case.draft);
    let text = linter.draft().text();
    for finding in linter.findings() {
        for byte in [finding.place.start, finding.place.end] {
            let position = text.position_of(byte, PositionEncoding::Utf16);
            assert_eq!(text.byte_of(position, PositionEncoding::Utf16), Ok(byte), "{name}");
        }
        for fix in &finding.alternatives {
            assert_eq!(fix.applicability, Applicability::Unsafe, "{name}");
            let chosen = apply_edits(&case.draft, &fix.to_edits()).expect("the edits of an alternative fit the text");
            let left = lint(&chosen).findings().iter().filter(|other| other.rule == finding.rule).count();
            let before = linter.findings().iter().filter(|other| other.rule == finding.rule).count();
            assert!(left < before, "{name}: {} mends nothing", fix.title);
        }
    }
    assert_eq!(typed(&case.draft).findings(), linter.findings(), "typed character by character: {name}");
}

/// The draft as typed at the end of the text, one character a change.
fn typed(draft: &str) -> Linter {
    let mut linter = lint("");
    for ch in draft.chars() {
        let end = linter.draft().text().position_of(usize::MAX, PositionEncoding::Utf16);
        let end = Position { line: end.line, column: end.column };
        let change = Change { range: Some(end..end), text: ch.to_string() };
        linter.apply(&[change], PositionEncoding::Utf16).unwrap();
    }
    linter
}
