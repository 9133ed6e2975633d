//! Renaming, help while typing, and turning things off.

use serde_json::{Value, json};

use crate::client::{Client, URI, able, edit, pulling, span};

fn opened(text: &str) -> Client {
    let mut client = Client::start(able());
    client.opened(text);
    client
}

#[test]
fn a_short_name_is_renamed_everywhere_and_a_longer_one_is_left() {
    let text =
        "“千村示范行动”（以下简称“千村行动”）已启动。\n千村行动进展顺利，“千村行动”见效，“千村行动计划”另行安排。\n";
    let mut client = opened(text);
    let asked = client.at("prepareRename", 1, 2);
    assert_eq!((&asked["placeholder"], &asked["range"]), (&json!("千村行动"), &span(1, 0, 1, 4)));
    let position = json!({ "line": 1, "character": 2 });
    let renamed = client.about("rename", json!({ "position": position, "newName": "百村行动" }));
    let edits = renamed["documentChanges"][0]["edits"].as_array().unwrap().clone();
    let ranges: Vec<&Value> = edits.iter().map(|edit| &edit["range"]).collect();
    assert_eq!(ranges, [&span(0, 14, 0, 18), &span(1, 0, 1, 4), &span(1, 10, 1, 14)]);
    // The same places are its references and its highlights.
    assert_eq!(client.at("references", 1, 2).as_array().unwrap().len(), 3);
    assert_eq!(client.at("definition", 1, 2)[0]["targetRange"], span(0, 14, 0, 18));
    client.finish();
}

#[test]
fn a_name_that_cannot_be_one_is_refused_and_prose_has_none() {
    let mut client = opened("推进“双减”工作。\n");
    assert_eq!(client.at("prepareRename", 0, 7), Value::Null);
    for (name, reason) in [("", "名称不能为空"), ("双\n减", "不能换行"), ("双“减", "不能有“")] {
        let position = json!({ "line": 0, "character": 4 });
        let params = json!({ "textDocument": { "uri": URI }, "position": position, "newName": name });
        let id = client.ask("textDocument/rename", params);
        let answer = client.answer(id);
        assert!(answer["error"]["message"].as_str().unwrap().contains(reason), "{answer}");
    }
    client.finish();
}

/// What is written after a character was typed at the end of the text.
fn typed(text: &str, character: &str) -> Vec<(Value, String)> {
    let mut client = opened(text);
    let line = text.matches('\n').count();
    let column = text.rsplit('\n').next().unwrap().chars().count();
    let more = json!({
        "position": { "line": line, "character": column }, "ch": character,
        "options": { "tabSize": 4, "insertSpaces": true },
    });
    let edits = client.about("onTypeFormatting", more);
    client.finish();
    let edit = |edit: &Value| (edit["range"].clone(), edit["newText"].as_str().unwrap().to_owned());
    edits.as_array().unwrap().iter().map(edit).collect()
}

#[test]
fn a_line_behind_an_item_begins_with_the_next_ordinal() {
    for (text, next) in [
        ("（一）抓项目。全年开工八个。\n", "（二）"),
        ("一、甲\n　　(九)抓项目。全年开工八个。\n　　", "(十)"),
        ("重点抓两件事：\n一是扩投资；\n", "二是"),
        ("1.抓项目。全年开工八个。\n", "2."),
    ] {
        let written = typed(text, "\n");
        assert_eq!(written.len(), 1, "{text}");
        assert_eq!(written[0].1, next, "{text}");
        assert_eq!(written[0].0["start"], written[0].0["end"]);
    }
    // Below a heading comes its text, and prose has no ordinals.
    for text in ["一、2025年工作回顾\n", "全年平稳。\n", "\n"] {
        assert!(typed(text, "\n").is_empty(), "{text}");
    }
}

#[test]
fn a_second_line_break_takes_the_ordinal_away() {
    assert_eq!(typed("（一）抓项目。全年开工。\n（二）\n", "\n"), [(span(1, 0, 2, 0), String::new())]);
}

#[test]
fn a_quotation_is_closed_once() {
    assert_eq!(typed("推进“", "“"), [(span(0, 3, 0, 3), "”".to_owned())]);
    let mut client = opened("推进“双减”，“”");
    let more = json!({
        "position": { "line": 0, "character": 8 }, "ch": "“", "options": { "tabSize": 4, "insertSpaces": true },
    });
    assert_eq!(client.about("onTypeFormatting", more), json!([]));
    client.finish();
}

#[test]
fn what_is_turned_off_is_not_offered_and_a_wrong_name_is_told() {
    let features = json!({ "codeLens": false, "hover": false, "inlayHints": true, "codeLenses": false });
    let introduction = json!({
        "processId": null, "rootUri": null, "capabilities": able(), "initializationOptions": { "features": features },
    });
    let (mut client, answer) = Client::start_as(introduction, &[]);
    assert!(answer.get("codeLensProvider").is_none() && answer.get("hoverProvider").is_none());
    assert_eq!(answer["inlayHintProvider"], true);
    client.logged("没有“codeLenses”这一项");
    // Typing still brings findings.
    assert_eq!(client.opened("一、甲\n三、乙\n").len(), 1);
    client.change(URI, 2, json!([edit(span(1, 0, 1, 1), "二")]));
    assert!(client.pushed(URI, Some(2)).is_empty());
    client.finish();
}

#[test]
fn drafts_that_are_not_open_can_be_left_alone() {
    let introduction = json!({
        "processId": null, "rootUri": null, "capabilities": pulling(),
        "initializationOptions": { "features": { "workspaceDiagnostics": false } },
    });
    let (client, answer) = Client::start_as(introduction, &[]);
    assert_eq!(answer["diagnosticProvider"]["workspaceDiagnostics"], false);
    client.finish();
}
