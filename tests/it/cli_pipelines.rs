//! Where the command line runs: the very commands of the hooks, the action and the snippets, run here.

use std::path::Path;
use std::process::{Command, Output};

use serde_yaml_ng::Value;

use crate::cli::{FAULTY, FIXED, Folder};

fn yaml(file: &str) -> Value {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(file);
    serde_yaml_ng::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

/// A shell in the folder, with the built program on its path.
fn shell(folder: &Folder, script: &str) -> Command {
    let program = Path::new(env!("CARGO_BIN_EXE_hegao")).parent().unwrap();
    let path = std::env::var("PATH").unwrap_or_default();
    let mut command = Command::new("bash");
    // As GitHub starts it.
    command.args(["--noprofile", "--norc", "-eo", "pipefail", "-c", script]).current_dir(folder.path());
    command.env("PATH", format!("{}:{path}", program.display())).env_remove("RUST_BACKTRACE");
    command
}

fn out(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

#[test]
fn the_hooks_of_pre_commit_check_and_mend_the_files_they_are_given() {
    let hooks = yaml(".pre-commit-hooks.yaml");
    let entry = |id: &str| {
        let hook = hooks.as_sequence().unwrap().iter().find(|hook| hook["id"] == id).unwrap();
        assert!(
            hook["language"] == "rust" && regex::Regex::new(hook["files"].as_str().unwrap()).unwrap().is_match("a.md")
        );
        hook["entry"].as_str().unwrap().to_owned()
    };
    let folder = Folder::with(&[("稿 一.txt", FAULTY), ("b.md", FIXED)]);
    let run = |id: &str| shell(&folder, &format!("{} '稿 一.txt' b.md", entry(id))).output().unwrap();
    let checked = run("hegao");
    assert_eq!(checked.status.code(), Some(1));
    assert!(out(&checked).starts_with("稿 一.txt:2:1: 警告[numbering/gap]"), "{}", out(&checked));
    assert_eq!(run("hegao-fix").status.code(), Some(0));
    assert_eq!(folder.read("稿 一.txt"), FIXED.as_bytes());
    assert_eq!(run("hegao").status.code(), Some(0));
}

/// Runs the steps of the action that are scripts; (exit code, standard output) of each.
fn action(folder: &Folder, inputs: &[(&str, &str)]) -> Vec<(i32, String)> {
    let action = yaml("action.yml");
    let input = |name: &str| {
        let given = inputs.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).to_owned());
        given.unwrap_or_else(|| action["inputs"][name]["default"].as_str().unwrap().to_owned())
    };
    let mut done = Vec::new();
    for step in action["runs"]["steps"].as_sequence().unwrap() {
        let Some(script) = step["run"].as_str() else { continue };
        assert!(!script.contains("${{"), "what a user wrote comes in by the environment, never as a script");
        let asked = step["if"].as_str().is_none_or(|wanted| {
            assert_eq!(wanted, "${{ !cancelled() && inputs.sarif == 'true' }}");
            input("sarif") == "true"
        });
        if !asked {
            continue;
        }
        let mut command = shell(folder, script);
        command.env("GITHUB_STEP_SUMMARY", folder.path().join("summary"));
        for (name, value) in step["env"].as_mapping().into_iter().flatten() {
            let name_of_input = value.as_str().unwrap().trim_start_matches("${{ inputs.").trim_end_matches(" }}");
            command.env(name.as_str().unwrap(), input(name_of_input));
        }
        let output = command.output().unwrap();
        done.push((output.status.code().unwrap(), out(&output)));
    }
    done
}

#[test]
fn the_action_annotates_sums_up_and_fails_when_it_should() {
    let folder = Folder::with(&[("报告 甲/a.txt", FAULTY), ("-乙.txt", FIXED)]);
    let steps = action(&folder, &[]);
    assert_eq!(steps.iter().map(|(code, _)| *code).collect::<Vec<_>>(), [0, 1]);
    assert!(steps[1].1.starts_with("::warning file=报告 甲/a.txt,line=2,"), "{}", steps[1].1);
    assert!(String::from_utf8(folder.read("summary")).unwrap().contains("编号缺号"));
    let two = action(&folder, &[("paths", "报告 甲\n\n-乙.txt\n"), ("sarif", "true"), ("fail-on", "error")]);
    assert_eq!(two.iter().map(|(code, _)| *code).collect::<Vec<_>>(), [0, 0, 0]);
    let log: serde_json::Value = serde_json::from_slice(&folder.read("hegao.sarif")).unwrap();
    assert_eq!(log["runs"][0]["results"].as_array().unwrap().len(), 1);
    let steps = yaml("action.yml");
    let upload = steps["runs"]["steps"].as_sequence().unwrap().last().unwrap();
    assert_eq!(upload["with"]["sarif_file"], "hegao.sarif");
}

#[test]
fn the_job_of_gitlab_writes_what_it_hands_in() {
    let folder = Folder::with(&[("a.txt", FAULTY)]);
    let job = &yaml("docs/gitlab-ci.yml")["hegao"];
    let codes: Vec<_> = job["script"]
        .as_sequence()
        .unwrap()
        .iter()
        .map(|line| shell(&folder, line.as_str().unwrap()).output().unwrap().status.code())
        .collect();
    assert_eq!(codes, [Some(0), Some(0), Some(1)], "the last line fails the job");
    let reports = job["artifacts"]["reports"].as_mapping().unwrap().values();
    for file in reports.chain(job["artifacts"]["paths"].as_sequence().unwrap()) {
        assert!(String::from_utf8(folder.read(file.as_str().unwrap())).unwrap().contains("编号缺号"), "{file:?}");
    }
}

#[test]
fn the_examples_of_the_page_on_pipelines_are_true() {
    let page = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/pipelines.md")).unwrap();
    let folder = Folder::with(&[("a.txt", FAULTY)]);
    let command = page.lines().find(|line| line.contains("| reviewdog")).unwrap();
    let alone = shell(&folder, command.split('|').next().unwrap()).output().unwrap();
    assert_eq!(alone.status.code(), Some(0));
    assert!(out(&alone).contains("\"diagnostics\""));
    for named in ["gitlab-ci.yml", "../examples/spark", "../action.yml", "../.pre-commit-hooks.yaml"] {
        assert!(page.contains(named.trim_start_matches("../")), "{named}");
        assert!(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs").join(named).exists(), "{named}");
    }
}

/// The static build, where its target is installed.
#[test]
#[cfg(target_os = "linux")]
fn a_static_build_runs_and_finds_the_same() {
    let target = format!("{}-unknown-linux-musl", std::env::consts::ARCH);
    let sysroot = Command::new("rustc").args(["--print", "sysroot"]).output();
    let sysroot = sysroot.map(|found| String::from_utf8_lossy(&found.stdout).trim().to_owned()).unwrap_or_default();
    if !Path::new(&sysroot).join("lib/rustlib").join(&target).is_dir() {
        return crate::corpus::lacking("a_static_build_runs_and_finds_the_same", &format!("the target {target}"));
    }
    let manifest = Path::new(env!("CARGO_MANIFEST_DIR"));
    let build = Command::new(env!("CARGO"))
        .args(["build", "--locked", "--target", &target, "--target-dir"])
        .arg(manifest.join("target/static"))
        .current_dir(manifest)
        .output()
        .unwrap();
    assert!(build.status.success(), "{}", String::from_utf8_lossy(&build.stderr));
    let program = manifest.join("target/static").join(&target).join("debug/hegao");
    let bytes = std::fs::read(&program).unwrap();
    assert!(memchr::memmem::find(&bytes, b"/ld-linux").is_none(), "nothing is loaded at run time");
    let folder = Folder::with(&[("a.txt", FAULTY)]);
    let ran = Command::new(program).args(["lint", "--format", "json"]).current_dir(folder.path()).output().unwrap();
    assert_eq!(out(&ran), folder.run(&["lint", "--format", "json"]).out);
}
