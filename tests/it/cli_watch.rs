//! `--watch`: what changes is checked again.

use std::io::{BufRead, BufReader};
use std::process::Stdio;

use crate::cli::{FAULTY, FIXED, Folder};

#[test]
fn a_draft_is_checked_again_when_it_changes() {
    let folder = Folder::with(&[("稿/a.txt", FAULTY)]);
    let mut child =
        folder.command(&["lint", "--watch", "稿"]).stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let mut summary = || lines.find_map(|line| line.ok().filter(|line| line.starts_with("共检查"))).unwrap();
    assert!(summary().contains("1 处警告"));
    folder.write("稿/a.txt", FIXED);
    // A file is written in steps, and one of them may be seen.
    while !summary().contains("未发现问题") {}
    folder.write("稿/hegao.toml", "[rules]\n\"phrase/wrong\" = \"hint\"\n");
    folder.write("稿/b.txt", "对难事攻艰克难。\n");
    while !summary().contains("共检查 2 份稿，发现 1 处提示") {}
    child.kill().unwrap();
    child.wait().unwrap();
}

#[test]
fn an_earlier_report_or_a_configuration_elsewhere_is_watched_too() {
    let config = "reference = [\"往年/去年.txt\"]\n";
    let last = |grain: &str| {
        format!(
            "——2025年1月12日在清溪县第十七届人民代表大会第四次会议上\n一、2024年工作回顾\n全县粮食产量{grain}万吨。\n"
        )
    };
    let own = "——2026年1月12日在清溪县第十七届人民代表大会第五次会议上\n一、2025年工作回顾\n2024年粮食产量21.6万吨。\n";
    let folder = Folder::with(&[("hegao.toml", config), ("稿/a.txt", own), ("往年/去年.txt", &last("20.1"))]);
    let mut child =
        folder.command(&["lint", "--watch", "稿"]).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let mut told = BufReader::new(child.stderr.take().unwrap()).lines();
    // It watches before it says so.
    let mut waits = || told.find(|line| line.as_ref().is_ok_and(|line| line.contains("有改动就再查一遍"))).unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let mut summary = || lines.find_map(|line| line.ok().filter(|line| line.starts_with("共检查"))).unwrap();
    assert!(summary().contains("1 处提示"));
    let _ = waits();
    folder.write("往年/去年.txt", last("21.6"));
    while !summary().contains("未发现问题") {}
    folder.write("hegao.toml", config.replace("去年", "前年"));
    folder.write("往年/前年.txt", last("20.1"));
    while !summary().contains("1 处提示") {}
    child.kill().unwrap();
    child.wait().unwrap();
}
