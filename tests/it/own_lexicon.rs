//! A workspace's own phrases: found like those of the program, held to their own examples, and read again when they
//! change.

use std::fs;

use serde_json::json;

use crate::cli::Folder;
use crate::client::{Client, able, codes};

const CONFIG: &str = "lexicon = [\"本县提法.toml\"]\n";
const OWN: &str = r#"[[phrase]]
canonical = "“三区五园”发展格局"
source = "鹿鸣县委十四届五次全会"
wrong = ["“三区四园”发展格局"]
must-flag = ["构建“三区四园”发展格局。"]
must-pass = ["构建“三区五园”发展格局。"]
"#;
const DRAFT: &str = "加快构建“三区四园”发展格局，攻艰克难。\n";

#[test]
fn own_phrases_are_found_beside_those_of_the_program() {
    let folder = Folder::with(&[("hegao.toml", CONFIG), ("本县提法.toml", OWN), ("a.txt", DRAFT)]);
    let ran = folder.run(&["lint"]);
    assert!(ran.out.contains("应为“‘三区五园’发展格局”") && ran.out.contains("应为“攻坚克难”"), "{ran:?}");
    assert_eq!((ran.code, ran.err.as_str()), (1, ""));
}

#[test]
fn an_own_entry_takes_the_place_of_one_of_the_program() {
    let own = "[[phrase]]\ncanonical = \"攻坚克难\"\nsource = \"本县\"\n";
    let folder = Folder::with(&[("hegao.toml", CONFIG), ("本县提法.toml", own), ("a.txt", "攻艰克难。\n")]);
    let ran = folder.run(&["lint"]);
    // The built-in list of its miswritings is gone; that one character differs is still seen.
    assert!(ran.out.contains("phrase/near") && !ran.out.contains("phrase/wrong"), "{ran:?}");
}

#[test]
fn a_broken_lexicon_is_named_by_place_and_the_rest_is_checked() {
    let cases = [
        (OWN.replace("source", "suorce"), "本县提法.toml:3:1：不认识的项“suorce”；是不是想写“source”"),
        (OWN.replace("构建“三区四园”", "构建“三区六园”"), "must-flag 例句没有报"),
        (OWN.replace("构建“三区五园”", "攻艰克难，构建“三区五园”"), "must-pass 例句报了"),
        ("[[phrase]\n".into(), "本县提法.toml:1:"),
    ];
    for (own, expected) in cases {
        let folder = Folder::with(&[("hegao.toml", CONFIG), ("本县提法.toml", &own), ("a.txt", DRAFT)]);
        let ran = folder.run(&["lint"]);
        assert!(ran.err.contains(expected), "{expected}: {ran:?}");
        assert!(ran.out.contains("攻坚克难") && !ran.out.contains("三区五园”"), "{ran:?}");
        assert_eq!(ran.code, 2);
    }
    let folder = Folder::with(&[("hegao.toml", CONFIG), ("a.txt", DRAFT)]);
    let ran = folder.run(&["lint"]);
    assert!(ran.err.contains("本县提法.toml：没有这个文件") && ran.out.contains("攻坚克难"), "{ran:?}");
}

#[test]
fn the_editor_reads_a_lexicon_again_when_it_changes() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name);
    let uri = |name: &str| format!("file://{}", path(name).display());
    fs::write(path("hegao.toml"), CONFIG).unwrap();
    fs::write(path("本县提法.toml"), OWN).unwrap();
    let mut client = Client::start(able());
    let draft = uri("a.txt");
    client.open(&draft, "加快构建“三区四园”发展格局。\n");
    assert_eq!(codes(&client.pushed(&draft, Some(1))), [("phrase/wrong", 0, 4)]);
    let changed = |client: &mut Client| {
        let event = json!({ "uri": uri("hegao.toml"), "type": 2 });
        client.notify("workspace/didChangeWatchedFiles", json!({ "changes": [event] }));
    };
    fs::write(path("本县提法.toml"), "[[phrase]]\ncanonical = 1\n").unwrap();
    changed(&mut client);
    client.warned("第 2 行第 13 列", "内置的照常");
    assert!(client.pushed(&draft, Some(1)).is_empty());
    fs::write(path("本县提法.toml"), OWN).unwrap();
    changed(&mut client);
    assert_eq!(client.pushed(&draft, Some(1)).len(), 1);
    client.finish();
}
