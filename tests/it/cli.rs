//! The built program: exit codes, which files it takes, which configuration holds.

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use tempfile::TempDir;

/// A draft with one warning at its second line, and a safe fix for it: the label after it leaves one reading.
pub const FAULTY: &str = "一、甲\n三、乙\n　　三、丙\n";
/// The same after the fix.
pub const FIXED: &str = "一、甲\n二、乙\n　　三、丙\n";

/// A folder of drafts, in which the program is run.
pub struct Folder(TempDir);

impl Folder {
    pub fn new() -> Self {
        Folder(TempDir::new().unwrap())
    }

    pub fn with(files: &[(&str, &str)]) -> Self {
        let folder = Folder::new();
        files.iter().for_each(|(name, text)| folder.write(name, text));
        folder
    }

    pub fn write(&self, name: &str, content: impl AsRef<[u8]>) {
        let path = self.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, content).unwrap();
    }

    pub fn read(&self, name: &str) -> Vec<u8> {
        fs::read(self.path().join(name)).unwrap()
    }

    pub fn path(&self) -> &Path {
        self.0.path()
    }

    pub fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_hegao"));
        command.args(args).current_dir(self.path()).stdin(Stdio::null());
        command.env_remove("RUST_BACKTRACE").env_remove("CLICOLOR_FORCE");
        command.env("XDG_CACHE_HOME", env!("CARGO_TARGET_TMPDIR"));
        command
    }

    pub fn run(&self, args: &[&str]) -> Ran {
        Ran::of(self.command(args).output().unwrap())
    }

    pub fn run_with(&self, args: &[&str], input: &[u8]) -> Ran {
        let mut command = self.command(args);
        let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        // A program that ends before it has read everything breaks the pipe; its exit code tells.
        let _ = child.stdin.take().unwrap().write_all(input);
        Ran::of(child.wait_with_output().unwrap())
    }

    /// The findings as JSON, after checking that nothing else was said.
    pub fn json(&self, args: &[&str]) -> Vec<serde_json::Value> {
        let ran = self.run(&[&["lint", "--format", "json"], args].concat());
        assert_eq!(ran.err, "");
        serde_json::from_str(&ran.out).unwrap()
    }

    /// Paths with findings, in the order they were shown.
    pub fn found(&self, args: &[&str]) -> Vec<String> {
        self.json(args).iter().map(|finding| finding["path"].as_str().unwrap().replace('\\', "/")).collect()
    }
}

/// What a run of the program left.
#[derive(Debug)]
pub struct Ran {
    pub code: i32,
    pub out: String,
    pub err: String,
    pub out_bytes: Vec<u8>,
}

impl Ran {
    fn of(output: Output) -> Self {
        Ran {
            code: output.status.code().expect("the program was not killed"),
            out: String::from_utf8_lossy(&output.stdout).into_owned(),
            err: String::from_utf8_lossy(&output.stderr).into_owned(),
            out_bytes: output.stdout,
        }
    }
}

#[test]
fn exit_codes_follow_the_threshold() {
    let folder = Folder::with(&[("坏.txt", FAULTY), ("好.txt", FIXED)]);
    let code = |args: &[&str]| folder.run(&[&["lint"], args].concat()).code;
    assert_eq!(code(&["好.txt"]), 0);
    assert_eq!(code(&["坏.txt"]), 1);
    for (threshold, expected) in [("error", 0), ("warning", 1), ("info", 1), ("hint", 1), ("never", 0)] {
        assert_eq!(code(&["--fail-on", threshold, "坏.txt"]), expected, "{threshold}");
    }
    assert_eq!(code(&["坏.txt", "没有.txt"]), 2, "a missing file outweighs findings");
}

#[test]
fn a_folder_gives_its_text_and_markdown_in_path_order() {
    let names = ["b.txt", "a/z.md", "a.txt", "a/b/c.txt", "c.rs", ".隐藏.txt", ".git/x.txt"];
    let folder = Folder::new();
    names.iter().for_each(|name| folder.write(name, FAULTY));
    for args in [&[][..], &["."], &["b.txt", "."], &["a", "./b.txt", "a.txt", "a/b"]] {
        let found: Vec<String> =
            folder.found(args).iter().map(|path| path.trim_start_matches("./").to_owned()).collect();
        assert_eq!(found.len(), 4, "{args:?}: each file once");
        assert!(["a/b/c.txt", "a/z.md", "a.txt", "b.txt"].iter().all(|path| found.contains(&path.to_string())));
    }
    assert_eq!(folder.found(&[]), ["a/b/c.txt", "a/z.md", "a.txt", "b.txt"]);
}

#[test]
fn the_order_does_not_depend_on_which_draft_is_ready_first() {
    let folder = Folder::new();
    // The first draft takes longest, and there are more drafts than are held at once.
    folder.write("000.txt", format!("{}{FAULTY}", "正文\n".repeat(20_000)));
    (1..150).for_each(|number| folder.write(&format!("{number:03}.txt"), FAULTY));
    let expected: Vec<String> = (0..150).map(|number| format!("{number:03}.txt")).collect();
    assert_eq!(folder.found(&[]), expected);
}

#[test]
fn gitignore_is_respected_but_a_named_file_is_always_checked() {
    let folder = Folder::with(&[(".gitignore", "旧*\n"), ("旧稿.txt", FAULTY), ("新稿.txt", FAULTY)]);
    assert_eq!(folder.found(&[]), ["新稿.txt"]);
    assert_eq!(folder.found(&["旧稿.txt"]), ["旧稿.txt"]);
    folder.write("报告.wps文本", FAULTY);
    assert_eq!(folder.found(&["报告.wps文本"]), ["报告.wps文本"]);
}

#[test]
fn standard_input_is_checked_under_the_name_it_is_given() {
    let folder = Folder::with(&[("附件/hegao.toml", "[rules]\nnumbering = \"off\"\n")]);
    let ran = folder.run_with(&["lint", "-"], FAULTY.as_bytes());
    assert_eq!(ran.code, 1);
    assert!(ran.out.contains("<stdin>:2:1"), "{}", ran.out);
    let ran = folder.run_with(&["lint", "-", "--stdin-filename", "稿.txt"], FAULTY.as_bytes());
    assert!(ran.out.contains("稿.txt:2:1"), "{}", ran.out);
    let ran = folder.run_with(&["lint", "-", "--stdin-filename", "附件/稿.txt"], FAULTY.as_bytes());
    assert_eq!((ran.code, ran.out.contains("未发现问题")), (0, true), "the configuration of that folder holds");
}

#[test]
fn select_and_ignore_narrow_what_is_looked_for() {
    let folder = Folder::with(&[("a.txt", FAULTY)]);
    let found = |args: &[&str]| folder.found(args).len();
    assert_eq!(found(&["--select", "numbering"]), 1);
    assert_eq!(found(&["--select", "numbering/gap"]), 1);
    assert_eq!(found(&["--ignore", "numbering"]), 0);
    assert_eq!(found(&["--select", "numbering", "--ignore", "numbering/gap"]), 0);
    assert_eq!(found(&["--ignore", "numbering/gap,numbering"]), 0);
}

#[test]
fn the_nearest_configuration_holds_with_its_overrides() {
    let config = "exclude = [\"旧/**\"]\n[rules]\n\"numbering/gap\" = \"error\"\n\n\
                  [[overrides]]\nfiles = [\"附件/**\"]\nrules = { numbering = \"off\", \"numbering/gap\" = \"off\" }\n";
    let folder = Folder::with(&[
        ("hegao.toml", config),
        ("a.txt", FAULTY),
        ("附件/b.txt", FAULTY),
        ("旧/c.txt", FAULTY),
        ("自管/hegao.toml", "[rules]\nnumbering = \"hint\"\n"),
        ("自管/d.txt", FAULTY),
    ]);
    let severities = |args: &[&str]| -> Vec<(String, String)> {
        let text = |value: &serde_json::Value| value.as_str().unwrap().to_owned();
        folder.json(args).iter().map(|finding| (text(&finding["path"]), text(&finding["severity"]))).collect()
    };
    let pair = |path: &str, severity: &str| (path.to_owned(), severity.to_owned());
    assert_eq!(severities(&[]), [pair("a.txt", "error"), pair("自管/d.txt", "hint")]);
    assert_eq!(severities(&["旧/c.txt"]), [pair("旧/c.txt", "error")], "a named file is never excluded");
    assert_eq!(severities(&["--no-config"]).len(), 4);
    let all = severities(&["--config", "自管/hegao.toml"]);
    assert!(all.len() == 4 && all.iter().all(|(_, severity)| severity == "hint"), "{all:?}");
}

#[test]
fn a_wrong_configuration_stops_only_its_own_drafts_and_says_so() {
    let folder = Folder::with(&[
        ("好/a.txt", FAULTY),
        ("坏/hegao.toml", "[rules]\n\"numbering/gop\" = \"off\"\n"),
        ("坏/b.txt", FAULTY),
        ("坏/里/c.txt", FAULTY),
    ]);
    let ran = folder.run(&["lint"]);
    assert_eq!(ran.code, 2);
    assert!(ran.out.contains("a.txt:2:1") && !ran.out.contains("b.txt") && !ran.out.contains("c.txt"), "{}", ran.out);
    assert!(ran.err.contains("hegao.toml:2:1：") && ran.err.contains("是不是想写“numbering/gap”"), "{}", ran.err);
    assert_eq!(ran.err.matches("是不是想写").count(), 1, "each mistake is told once");
    assert!(ran.err.contains("2 份稿未检查") && ran.out.contains("另有 2 份未能检查"), "{ran:?}");
}

#[test]
fn rule_lists_and_explains() {
    let folder = Folder::new();
    let ran = folder.run(&["rule"]);
    assert!(ran.code == 0 && ran.out.contains("numbering/gap") && ran.out.contains("编号缺号"), "{ran:?}");
    assert_eq!(folder.run(&["rule", "numbering"]).out.lines().next(), ran.out.lines().next());
    let manual = folder.run(&["rule", "numbering/gap"]);
    assert!(manual.code == 0 && manual.out.contains("应报") && manual.out.contains("不报"), "{manual:?}");
    let wrong = folder.run(&["rule", "numbering/gep"]);
    assert!(wrong.code == 2 && wrong.err.contains("是不是想写“numbering/gap”"), "{wrong:?}");
}

#[test]
fn help_is_chinese_and_version_is_told() {
    let folder = Folder::new();
    for args in [&["--help"][..], &["lint", "--help"], &["outline", "-h"], &["rule", "-h"]] {
        let ran = folder.run(args);
        assert!(ran.code == 0 && ran.out.contains("用法：hegao") && !ran.out.contains("Usage"), "{ran:?}");
        assert!(!ran.out.contains("[default") && !ran.out.contains("possible values"), "{ran:?}");
    }
    assert_eq!(folder.run(&["--version"]).out.trim(), concat!("hegao ", env!("CARGO_PKG_VERSION")));
    assert_eq!(folder.run(&[]).code, 2);
}
