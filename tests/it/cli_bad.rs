//! Bad input: a clear message each, never a panic, and the other drafts are still checked.

use std::process::Stdio;

use crate::cli::{FAULTY, FIXED, Folder, Ran};

/// Runs over a folder that holds one sound draft as well, which must be reported whatever the other file is.
fn beside_a_sound_draft(name: &str, content: &[u8]) -> Ran {
    let folder = Folder::with(&[("正常.txt", FAULTY)]);
    folder.write(name, content);
    let ran = folder.run(&["lint"]);
    assert!(ran.out.contains("正常.txt:2:1"), "{ran:?}");
    assert!(!ran.err.contains("panicked") && !ran.err.contains("自身出错"), "{ran:?}");
    ran
}

#[test]
fn what_is_no_text_is_named_and_the_rest_is_checked() {
    let cases: [(&str, &[u8], &str); 5] = [
        ("稿.txt", b"\x01\x00\x00\x02\x00abc", "二进制"),
        ("稿.txt", b"PK\x03\x04....", ".docx"),
        ("稿.md", b"%PDF-1.7\n", "PDF"),
        ("稿.txt", b"\xE4\xB8\x80\n\xE4\xB8\x80\xE3\x80\x81\xFF\xE7\x94\xB2", "第 2 行"),
        ("稿.txt", b"\xFF\xFE\x00", "认不出"),
    ];
    for (name, content, expected) in cases {
        let ran = beside_a_sound_draft(name, content);
        assert_eq!(ran.code, 2);
        assert!(ran.err.starts_with(&format!("错误：{name}：")) && ran.err.contains(expected), "{ran:?}");
        assert!(ran.out.contains("共检查 1 份稿") && ran.out.contains("另有 1 份未能检查"), "{ran:?}");
    }
}

#[test]
fn an_empty_draft_has_no_findings() {
    let folder = Folder::with(&[("空.txt", ""), ("空行.txt", "\n\n　　\n")]);
    let ran = folder.run(&["lint"]);
    assert_eq!((ran.code, ran.out.as_str(), ran.err.as_str()), (0, "共检查 2 份稿，未发现问题\n", ""));
}

#[test]
fn a_line_of_ten_megabytes_is_cut_around_its_place() {
    let mut long = String::from("一、甲\n三、乙");
    long.push_str(&"正文".repeat(10 * 1024 * 1024 / 6));
    let ran = beside_a_sound_draft("长.txt", long.as_bytes());
    assert_eq!((ran.code, ran.err.as_str()), (1, ""));
    assert!(ran.out.len() < 20_000, "only a part of the line is shown: {} bytes", ran.out.len());
}

#[test]
fn fifty_thousand_brackets_are_only_text() {
    for bracket in ["（", "“", "（一）", "一是（", "("] {
        let ran = beside_a_sound_draft("括号.txt", bracket.repeat(50_000).as_bytes());
        assert_ne!(ran.code, 2, "{bracket}: {}", ran.err);
    }
}

#[test]
fn paths_that_lead_nowhere_are_named() {
    let folder = Folder::with(&[("a.txt", FAULTY)]);
    for (path, expected) in [("没有.txt", "没有这个文件"), ("没有/", "没有这个文件"), ("a.txt/b.txt", "是文件")]
    {
        let ran = folder.run(&["lint", path, "a.txt"]);
        assert_eq!(ran.code, 2);
        assert!(ran.err.starts_with(&format!("错误：{path}：")) && ran.err.contains(expected), "{ran:?}");
        assert!(ran.out.contains("a.txt:2:1"), "{ran:?}");
    }
}

#[test]
fn a_folder_without_drafts_is_told_and_is_no_mistake() {
    let folder = Folder::with(&[("x.rs", "")]);
    let ran = folder.run(&["lint"]);
    assert_eq!((ran.code, ran.out.as_str()), (0, ""));
    assert!(ran.err.contains("没有找到稿件"), "{ran:?}");
    assert_eq!(folder.run(&["lint", "--format", "json"]).out, "[]\n");
}

#[cfg(target_os = "linux")]
#[test]
fn a_file_that_cannot_be_read_is_named() {
    // Reading it fails for everybody, root included.
    let folder = Folder::with(&[("a.txt", FAULTY)]);
    for command in ["lint", "outline"] {
        let ran = folder.run(&[command, "/proc/self/mem"]);
        assert_eq!(ran.code, 2, "{command}");
        assert!(ran.err.starts_with("错误：/proc/self/mem：读不出来"), "{ran:?}");
    }
    let ran = folder.run(&["lint", "/proc/self/mem", "a.txt"]);
    assert!(ran.code == 2 && ran.out.contains("a.txt:2:1"), "{ran:?}");
}

#[cfg(unix)]
#[test]
fn links_in_folders_are_not_followed_so_a_loop_ends() {
    let folder = Folder::with(&[("a.txt", FAULTY)]);
    std::os::unix::fs::symlink(".", folder.path().join("回环")).unwrap();
    std::os::unix::fs::symlink("没有", folder.path().join("断.txt")).unwrap();
    assert_eq!(folder.found(&[]), ["a.txt"]);
    let broken = folder.run(&["lint", "断.txt"]);
    assert!(broken.code == 2 && broken.err.contains("断.txt"), "{broken:?}");
}

#[test]
fn wrong_options_are_explained_in_chinese_with_what_was_meant() {
    let folder = Folder::with(&[("a.txt", FAULTY)]);
    let cases: [(&[&str], &str); 13] = [
        (&["lint", "--fomat", "json"], "“--format”"),
        (&["lint", "--format", "xml"], "可用 text、"),
        (&["lint", "--select", "numbering/gop"], "“numbering/gap”"),
        (&["lint", "--ignore", "nmbering"], "“numbering”"),
        (&["lint", "--fail-on", "warn"], "warning"),
        (&["lint", "--fix", "--diff"], "不能与"),
        (&["lint", "--config", "x", "--no-config"], "不能与"),
        (&["lint", "--config"], "缺少"),
        (&["lint", "-", "a.txt"], "标准输入"),
        (&["lint", "--watch", "-"], "标准输入"),
        (&["lnt"], "“lint”"),
        (&["outline"], "缺少"),
        (&["rule", "a", "b"], "“b”"),
    ];
    for (args, expected) in cases {
        let ran = folder.run(args);
        assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{args:?}");
        assert!(ran.err.starts_with("错误：") && ran.err.contains(expected), "{args:?} {}", ran.err);
        assert_eq!(ran.err.lines().count(), 1, "{}", ran.err);
    }
}

#[test]
fn every_kind_of_wrong_configuration_is_told_with_its_place() {
    let cases: [(&[u8], &str); 4] = [
        (b"[rules]\nnumbering = \n", "hegao.toml:2:13：不是合法的 TOML"),
        (b"[rule]\n", "hegao.toml:1:2：不认识的配置项“rule”"),
        (b"x = 1\ny = 2\n", "hegao.toml:2:1：不认识的配置项“y”"),
        (b"\xFF\xFEx", "不是 UTF-8"),
    ];
    for (config, expected) in cases {
        let folder = Folder::with(&[("a.txt", FAULTY)]);
        folder.write("hegao.toml", config);
        let ran = folder.run(&["lint"]);
        assert_eq!(ran.code, 2);
        assert!(ran.err.contains(expected) && ran.err.contains("1 份稿未检查"), "{ran:?}");
        assert!(!ran.out.contains("未发现问题"), "never a silent clean result: {ran:?}");
        let stdin = folder.run_with(&["lint", "-"], FIXED.as_bytes());
        assert!(stdin.code == 2 && !stdin.out.contains("未发现问题"), "{stdin:?}");
    }
    let folder = Folder::with(&[("a.txt", FAULTY)]);
    let ran = folder.run(&["lint", "--config", "没有.toml"]);
    assert!(ran.code == 2 && ran.err.contains("没有.toml：没有这个文件"), "{ran:?}");
    std::fs::create_dir(folder.path().join("hegao.toml")).unwrap();
    let ran = folder.run(&["lint"]);
    assert!(ran.code == 2 && ran.err.contains("1 份稿未检查"), "{ran:?}");
}

#[test]
fn a_configuration_saved_with_a_byte_order_mark_is_read() {
    let folder = Folder::with(&[("a.txt", FAULTY), ("hegao.toml", "\u{FEFF}[rules]\nnumbering = \"off\"\n")]);
    assert_eq!(folder.run(&["lint"]).code, 0);
}

#[test]
fn a_reader_who_leaves_ends_the_program_quietly() {
    let folder = Folder::new();
    (0..300).for_each(|number| folder.write(&format!("{number}.txt"), FAULTY));
    for args in [&["lint"][..], &["lint", "--format", "json"], &["lint", "--diff"], &["rule"], &["--help"]] {
        let (reader, writer) = std::io::pipe().unwrap();
        drop(reader);
        let child = folder.command(args).stdout(writer).stderr(Stdio::piped()).spawn().unwrap();
        let output = child.wait_with_output().unwrap();
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.code().is_some_and(|code| code < 2), "{args:?} {:?} {said}", output.status);
        assert!(!said.contains("panicked") && !said.contains("没有写完"), "{args:?} {said}");
    }
}

#[test]
fn files_are_mended_even_when_nobody_reads_on() {
    let folder = Folder::new();
    (0..300).for_each(|number| folder.write(&format!("{number}.txt"), FAULTY));
    let (reader, writer) = std::io::pipe().unwrap();
    drop(reader);
    folder.command(&["lint", "--fix"]).stdout(writer).status().unwrap();
    assert!((0..300).all(|number| folder.read(&format!("{number}.txt")) == FIXED.as_bytes()));
}
