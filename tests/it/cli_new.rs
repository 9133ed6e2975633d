//! Only what is new: against a baseline, against a revision, on changed lines.

use std::process::{Command, Stdio};

use crate::cli::{FAULTY, FIXED, Folder};

fn git(folder: &Folder, args: &[&str]) {
    let output = Command::new("git")
        .args(["-c", "user.name=甲", "-c", "user.email=a@b", "-c", "init.defaultBranch=main"])
        .args(args)
        .current_dir(folder.path())
        .stdin(Stdio::null())
        .output()
        .unwrap();
    assert!(output.status.success(), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
}

fn commit(folder: &Folder) {
    git(folder, &["add", "-A"]);
    git(folder, &["commit", "-qm", "稿"]);
}

#[test]
fn a_baseline_lets_pass_what_was_there_and_reports_what_is_new() {
    let folder = Folder::with(&[("稿/a.txt", FAULTY), ("稿/b.txt", "对难事攻艰克难。\n")]);
    let missing = folder.run(&["lint", "--baseline", "基线.json"]);
    assert!(missing.code == 2 && missing.err.contains("--write-baseline") && missing.out.is_empty(), "{missing:?}");
    let written = folder.run(&["lint", "--baseline", "基线.json", "--write-baseline"]);
    assert!(written.code == 0 && written.err.contains("记下 2 处"), "{written:?}");
    assert!(String::from_utf8(folder.read("基线.json")).unwrap().contains("\"稿/a.txt\""));
    let same = folder.run(&["lint", "--baseline", "基线.json"]);
    assert!(same.code == 0 && same.out.contains("未发现问题"), "{same:?}");
    // Text above, another number: the old one stays known, and only the new one is told, from any folder.
    folder.write("稿/a.txt", format!("　　前言一段。\n\n{FAULTY}　　对难事攻艰克难。\n"));
    let found = folder.json(&["--baseline", "基线.json"]);
    assert_eq!(found.iter().map(|found| &found["rule"]).collect::<Vec<_>>(), ["phrase/wrong"]);
    let mut inside = folder.command(&["lint", "--baseline", "../基线.json", "b.txt"]);
    assert_eq!(inside.current_dir(folder.path().join("稿")).status().unwrap().code(), Some(0));
    // Drafts that were not checked stay in it.
    folder.run(&["lint", "稿/a.txt", "--baseline", "基线.json", "--write-baseline"]);
    assert_eq!(folder.run(&["lint", "--baseline", "基线.json"]).code, 0);
}

#[test]
fn a_damaged_baseline_is_told_and_nothing_is_checked_against_it() {
    let folder = Folder::with(&[("a.txt", FAULTY), ("基线.json", "{ \"version\": 1, \"drafts\": ")]);
    for more in [&[][..], &["--write-baseline"]] {
        let ran = folder.run(&[&["lint", "--baseline", "基线.json"], more].concat());
        assert!(ran.code == 2 && ran.out.is_empty() && ran.err.contains("基线.json:1:"), "{ran:?}");
    }
    assert!(folder.read("基线.json").starts_with(b"{ \"version\""), "it is not overwritten");
    folder.write("基线.json", "{ \"version\": 9, \"drafts\": {} }");
    assert!(folder.run(&["lint", "--baseline", "基线.json"]).err.contains("另一版本"));
}

#[test]
fn findings_since_a_revision_are_those_that_it_did_not_have() {
    let long = format!("{FAULTY}{}", "　　坚持稳中求进，各项工作有力有序推进。\n".repeat(8));
    let folder = Folder::with(&[("甲/旧名.txt", &long), ("甲/b.txt", FAULTY), ("c.txt", FIXED)]);
    git(&folder, &["init", "-q"]);
    commit(&folder);
    let nothing = folder.run(&["lint", "--diff-base", "HEAD"]);
    assert!(nothing.code == 0 && nothing.err.contains("3 份稿都没有改动") && nothing.out.is_empty(), "{nothing:?}");
    git(&folder, &["mv", "甲/旧名.txt", "甲/新名.txt"]);
    folder.write("甲/新名.txt", format!("　　前言。\n{long}　　对难事攻艰克难。\n"));
    folder.write("新.txt", FAULTY);
    let told = |args: &[&str]| -> Vec<String> {
        let found = folder.json(args);
        found
            .iter()
            .map(|found| format!("{} {}", found["path"].as_str().unwrap(), found["rule"].as_str().unwrap()))
            .collect()
    };
    let expected = ["新.txt numbering/gap", "甲/新名.txt phrase/wrong"];
    assert_eq!(told(&["--diff-base", "HEAD"]), expected);
    commit(&folder);
    assert_eq!(told(&["--diff-base", "HEAD~1"]), expected, "renamed and committed");
    assert_eq!(told(&["--diff-base", "HEAD~1", "甲"]), expected[1..]);
}

#[test]
fn findings_on_changed_lines_are_those_that_touch_them() {
    let folder = Folder::with(&[("a.txt", "一、甲\n三、攻艰克难\n四、攻艰克难\n")]);
    git(&folder, &["init", "-q"]);
    commit(&folder);
    // Other line ends are no change; one line is.
    folder.write("a.txt", "一、甲\r\n三、攻艰克难\r\n四、大力攻艰克难\r\n");
    let lines: Vec<_> =
        folder.json(&["--changed-lines"]).iter().map(|found| found["range"]["start"]["line"].clone()).collect();
    assert_eq!(lines, [3]);
    commit(&folder);
    assert_eq!(folder.json(&["--changed-lines", "--diff-base", "HEAD~1"]).len(), 1);
}

#[test]
fn what_git_cannot_tell_is_said_in_chinese() {
    let folder = Folder::with(&[("a.txt", FAULTY)]);
    let run = |args: &[&str]| {
        let mut command = folder.command(&[&["lint"], args].concat());
        // The folder of temporary files may itself lie in a repository.
        command.env("GIT_CEILING_DIRECTORIES", folder.path().parent().unwrap());
        let output = command.output().unwrap();
        assert_eq!((output.status.code(), output.stdout.len()), (Some(2), 0));
        String::from_utf8(output.stderr).unwrap()
    };
    assert!(run(&["--diff-base", "HEAD"]).contains("不在 git 仓库里"));
    git(&folder, &["init", "-q"]);
    commit(&folder);
    assert!(run(&["--diff-base", "没有"]).contains("没有版本“没有”"));
    assert!(run(&["--diff-base", "--help"]).contains("缺少"));
    let mut without = folder.command(&["lint", "--changed-lines"]);
    let output = without.env("PATH", "").output().unwrap();
    assert!(String::from_utf8_lossy(&output.stderr).contains("没有找到 git"), "{output:?}");
    assert!(run(&["--baseline", "a", "--fix"]).contains("不能与"));
}
