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
