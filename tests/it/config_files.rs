//! Configuration: what `init` writes, what the schema says of it, and one written over another.

use serde_json::{Value, json};

use crate::cli::{FAULTY, Folder};

fn schema() -> Value {
    let ran = Folder::new().run(&["schema"]);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    serde_json::from_str(&ran.out).unwrap()
}

fn value(config: &str) -> Value {
    serde_json::to_value(toml::from_str::<toml::Table>(config).unwrap()).unwrap()
}

#[test]
fn the_schema_takes_what_the_program_takes_and_refuses_what_it_refuses() {
    let schema = schema();
    assert!(jsonschema::meta::is_valid(&schema));
    let validator = jsonschema::validator_for(&schema).unwrap();
    let readme = include_str!("../../README.zh-CN.md");
    let blocks = readme.split("```toml\n").skip(1).map(|rest| rest.split("```").next().unwrap().to_owned());
    let mut good: Vec<String> = blocks.filter(|block| block.contains("[rules]")).collect();
    assert!(!good.is_empty(), "the README shows a configuration");
    good.push(include_str!("../../examples/hegao.toml").to_owned());
    good.extend(
        ["", "extends = \"a.toml\"", "extends = [\"a\", \"b\"]", "include = []", "reference = [\"a.txt\"]"]
            .map(str::to_owned),
    );
    let bad = [
        "x = 1",
        "[rules]\n\"numbering/gop\" = \"off\"",
        "[rules]\nnumbering = \"warn\"",
        "include = \"a\"",
        "extends = 1",
        "reference = 1",
        "[[overrides]]\nfiles = []\nreference = \"a.txt\"",
        "[[overrides]]\nrules = {}",
        "[[overrides]]\nfiles = []\nrule = {}",
    ];
    let folder = Folder::with(&[("a.txt", "正文。\n"), ("a.toml", ""), ("a", ""), ("b", "")]);
    let taken = |config: &str| {
        folder.write("hegao.toml", config);
        folder.run(&["lint", "a.txt"]).code == 0
    };
    for config in &good {
        assert!(validator.is_valid(&value(config)) && taken(config), "{config}");
    }
    for config in bad {
        assert!(!validator.is_valid(&value(config)) && !taken(config), "{config}");
    }
}

#[test]
fn every_rule_and_family_is_completed_with_its_title() {
    let schema = schema();
    let rules = &schema["properties"]["rules"]["properties"];
    for rule in hegao::rules::RULES {
        assert_eq!(rules[rule.name]["description"], json!(rule.title));
        assert!(rules[rule.family()]["enum"].as_array().unwrap().contains(&json!("off")));
    }
}

#[test]
fn init_writes_a_commented_configuration_once() {
    let folder = Folder::with(&[("稿/a.txt", FAULTY), ("稿/b.txt", "一、攻艰克难\n三、乙\n")]);
    let ran = folder.run(&["init", "稿"]);
    assert!(ran.code == 0 && ran.err.contains("看过 2 份稿"), "{ran:?}");
    let text = String::from_utf8(folder.read("稿/hegao.toml")).unwrap();
    assert!(text.contains("# \"numbering/gap\" = \"default\"   # 编号缺号：2 份稿 2 处\n"), "{text}");
    let before = folder.found(&["--no-config"]);
    assert_eq!(folder.found(&[]), before, "as written it changes nothing");
    // What is offered can be used: each comment that is a setting, on its own.
    for line in text.lines().filter_map(|line| line.strip_prefix("# \"")) {
        folder.write("稿/hegao.toml", format!("[rules]\n\"{line}\n"));
        assert_eq!(folder.found(&[]), before, "{line}");
    }
    folder.write("稿/hegao.toml", "# 我的\n");
    let again = folder.run(&["init", "稿"]);
    assert!(again.code == 2 && again.err.contains("没有改动它"), "{again:?}");
    assert_eq!(folder.read("稿/hegao.toml"), "# 我的\n".as_bytes());
    assert!(folder.run(&["init", "没有"]).err.contains("没有这个文件夹"));
}

#[test]
fn a_unit_shares_a_configuration() {
    let folder = Folder::with(&[
        ("共用/县.toml", "[rules]\nnumbering = \"hint\"\nphrase = \"off\"\n"),
        ("局/hegao.toml", "extends = \"../共用/县.toml\"\n[rules]\n\"numbering/gap\" = \"error\"\n"),
        ("局/a.txt", FAULTY),
        ("局/b.txt", "对难事攻艰克难。\n"),
    ]);
    let found = folder.json(&["局"]);
    assert_eq!(found.len(), 1);
    assert_eq!(found[0]["severity"], "error");
    folder.write("共用/县.toml", "[rules]\nnumberin = \"hint\"\n");
    let ran = folder.run(&["lint", "局"]);
    assert!(ran.code == 2 && ran.err.contains("hegao.toml:1:11：“../共用/县.toml”第 2 行第 1 列"), "{ran:?}");
    std::fs::remove_file(folder.path().join("共用/县.toml")).unwrap();
    assert!(folder.run(&["lint", "局"]).err.contains("没有这个文件"));
}
