//! Stock phrases in the editor: hover, completion, mentions, the own lexicon, fixes of the whole draft.

use std::fs;

use hegao::features::{actions, completion, hover, references};
use hegao::rules::Linter;
use serde_json::{Value, json};

use crate::client::{Client, able, codes, span};

fn linter(text: &str) -> Linter {
    Linter::new(text, Default::default())
}

const DRAFT: &str =
    "深刻领悟“两个确立”的决定性意义，坚决做到“两个维护”。\n做到两个维护，推动高质量发展，加快高质量发展。\n";

#[test]
fn hover_tells_wording_members_source_and_use_in_the_draft() {
    let linter = linter(DRAFT);
    let byte = DRAFT.find("个维护").unwrap();
    let told = hover::at(&linter, byte, true).unwrap();
    assert_eq!(&DRAFT[told.range], "两个维护");
    for words in
        ["**提法**　两个维护", "即：坚决维护习近平总书记党中央的核心", "2018年1月提出", "出处：", "本稿共 2 处"]
    {
        assert!(told.markdown.contains(words), "{words}: {}", told.markdown);
    }
    // A wording that no rule looks at is told too.
    let told = hover::at(&linter, DRAFT.find("高质量").unwrap(), true).unwrap();
    assert!(
        told.markdown.contains("**提法**　高质量发展") && told.markdown.contains("本稿共 2 处"),
        "{}",
        told.markdown
    );
}

#[test]
fn mentions_are_found_in_all_forms() {
    let text = "增强获得感、幸福感、安全感，提升幸福感、获得感、安全感。\n群众获得感幸福感安全感更强。\n";
    let named = references::at(&linter(text), 6).unwrap();
    let words: Vec<&str> = named.mentions.iter().map(|range| &text[range.clone()]).collect();
    assert_eq!(words, ["获得感、幸福感、安全感", "幸福感、获得感、安全感", "获得感幸福感安全感"]);
}

fn proposed(text: &str) -> Vec<(String, String, String)> {
    let all = completion::at(&linter(text), text.len());
    all.into_iter().map(|one| (text[one.edit.range.clone()].to_owned(), one.edit.text, one.filter)).collect()
}

#[test]
fn phrases_are_proposed_by_prefix_by_initials_and_behind_a_quotation_mark() {
    let has = |text: &str, typed: &str, written: &str, filter: &str| {
        let all = proposed(text);
        let wanted = (typed.to_owned(), written.to_owned(), filter.to_owned());
        assert!(all.contains(&wanted), "{wanted:?} is not in {all:?}");
    };
    has("推动高质量", "高质量", "高质量发展", "高质量发展");
    has("坚持稳中求进", "稳中求进", "稳中求进工作总基调", "稳中求进工作总基调");
    has("推动gzlfz", "gzlfz", "高质量发展", "gzlfz");
    has("拥护“", "", "两个确立", "两个确立");
    has("拥护两个确", "两个确", "“两个确立”", "两个确立");
    has("拥护“两个确", "两个确", "两个确立", "两个确立");
    assert_eq!(proposed("今天天气"), []);
    // What is written out is not proposed.
    assert!(proposed("推动高质量发展").iter().all(|(_, written, _)| written != "高质量发展"));
}

#[test]
fn one_fix_unifies_the_whole_draft() {
    let text = "对难事攻艰克难。\n对急事攻艰克难。\n";
    let linter = linter(text);
    let titles: Vec<String> = actions::fixes_at(&linter, 12..12).into_iter().map(|action| action.title).collect();
    assert_eq!(titles, ["改为“攻坚克难”", "全稿 2 处都改为“攻坚克难”"]);
    assert_eq!(actions::fixes_at(&linter, 12..12)[1].edits.len(), 2);
}

/// A client beside a lexicon of one phrase, and the name of a draft there. The folder goes when it is dropped.
fn with_own_lexicon() -> (tempfile::TempDir, Client, String) {
    let folder = tempfile::tempdir().unwrap();
    let own = "# 本县\n[[phrase]]\ncanonical = \"三区五园\"\nsource = \"鹿鸣县委全会\"\n";
    fs::write(folder.path().join("hegao.toml"), "lexicon = [\"own.toml\"]\n").unwrap();
    fs::write(folder.path().join("own.toml"), own).unwrap();
    let uri = format!("file://{}/a.txt", folder.path().display());
    (folder, Client::start(able()), uri)
}

#[test]
fn the_definition_of_an_own_phrase_is_its_entry() {
    let (_folder, mut client, uri) = with_own_lexicon();
    client.open(&uri, "建设“三区五园”。\n");
    assert!(client.pushed(&uri, Some(1)).is_empty());
    let position = json!({ "line": 0, "character": 4 });
    let params = json!({ "textDocument": { "uri": uri }, "position": position });
    let answer = client.request("textDocument/definition", params.clone());
    assert!(answer["uri"].as_str().unwrap().ends_with("/own.toml"), "{answer}");
    assert_eq!(answer["range"]["start"], json!({ "line": 1, "character": 0 }));
    let hover = client.request("textDocument/hover", params.clone());
    assert!(hover["contents"]["value"].as_str().unwrap().contains("鹿鸣县委全会"), "{hover}");
    assert_eq!(hover["range"], span(0, 3, 0, 7));
    let marks = client.request("textDocument/documentHighlight", params);
    assert_ne!(marks, Value::Null);
    client.finish();
}

#[test]
fn what_is_no_slip_can_be_put_into_the_own_lexicon() {
    let (_folder, mut client, uri) = with_own_lexicon();
    client.open(&uri, "建设三区五圆。\n");
    assert_eq!(codes(&client.pushed(&uri, Some(1))), [("phrase/near", 0, 2)]);
    let params = json!({ "textDocument": { "uri": uri }, "range": span(0, 3, 0, 3), "context": { "diagnostics": [] } });
    let actions = client.request("textDocument/codeAction", params);
    let learn = actions.as_array().unwrap().iter().find(|action| action["title"] == "“三区五圆”没有错，记入提法库");
    let edit = &learn.unwrap()["edit"]["documentChanges"][0];
    assert!(edit["textDocument"]["uri"].as_str().unwrap().ends_with("/own.toml"), "{edit}");
    assert_eq!(edit["edits"][0]["range"], span(1, 0, 1, 0));
    assert!(edit["edits"][0]["newText"].as_str().unwrap().starts_with("[[phrase]]\ncanonical = \"三区五圆\"\n"));
    client.finish();
}
