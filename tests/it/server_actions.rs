//! Rewrites of headings as code actions, with their edits at once or when they are chosen.

use serde_json::{Value, json};

use crate::client::{Client, URI, able, edit, span};

const TEXT: &str = "一、甲\n（一）乙\n（二）丙\n";

fn lazy() -> Value {
    let mut able = able();
    able["textDocument"]["codeAction"]["dataSupport"] = json!(true);
    able["textDocument"]["codeAction"]["resolveSupport"] = json!({ "properties": ["edit"] });
    able
}

/// The rewrites offered at the heading of the third line.
fn rewrites(client: &mut Client, only: &str) -> Vec<Value> {
    let context = json!({ "diagnostics": [], "only": [only] });
    let params = json!({ "textDocument": { "uri": URI }, "range": span(2, 1, 2, 1), "context": context });
    client.request("textDocument/codeAction", params).as_array().unwrap().clone()
}

#[test]
fn rewrites_are_offered_by_kind_and_made_when_they_are_chosen() {
    let (mut client, answer) = Client::start_with(lazy(), &[]);
    assert_eq!(answer["codeActionProvider"]["resolveProvider"], true);
    client.opened(TEXT);
    let offered = rewrites(&mut client, "refactor");
    let kinds: Vec<&str> = offered.iter().map(|action| action["kind"].as_str().unwrap()).collect();
    let expected = ["promote", "demote", "move-up", "to-sequence"].map(|name| format!("refactor.rewrite.{name}"));
    assert_eq!(kinds, expected);
    assert!(offered.iter().all(|action| action.get("edit").is_none()));
    let promote = rewrites(&mut client, "refactor.rewrite.promote").remove(0);
    let made = client.request("codeAction/resolve", promote.clone());
    let change = &made["edit"]["documentChanges"][0];
    assert_eq!(change["textDocument"], json!({ "uri": URI, "version": 1 }));
    assert_eq!(change["edits"], json!([{ "range": span(2, 0, 2, 3), "newText": "二、" }]));
    // An action of another text is not made.
    client.change(URI, 2, json!([edit(span(0, 0, 0, 0), "前言\n")]));
    client.pushed(URI, Some(2));
    let id = client.ask("codeAction/resolve", promote);
    let refused = client.answer(id);
    assert_eq!(refused["error"]["code"], -32801, "{refused}");
    client.finish();
}

#[test]
fn a_level_is_counted_through_by_one_action_and_not_by_two() {
    let (mut client, _) = Client::start_with(able(), &[]);
    client.opened("一、甲\n（一）乙\n（三）丙\n");
    let context = json!({ "diagnostics": [] });
    let params = json!({ "textDocument": { "uri": URI }, "range": span(2, 1, 2, 1), "context": context });
    let offered = client.request("textDocument/codeAction", params);
    let edits = |action: &Value| action["edit"]["documentChanges"][0]["edits"].clone();
    let second = json!([{ "range": span(2, 1, 2, 2), "newText": "二" }]);
    let same = offered.as_array().unwrap().iter().filter(|action| edits(action) == second);
    assert_eq!(same.map(|action| action["kind"].as_str().unwrap()).collect::<Vec<_>>(), ["quickfix"]);
    // A key that is bound to the rewrite still finds it.
    assert_eq!(edits(&rewrites(&mut client, "refactor.rewrite.renumber")[0]), second);
    client.finish();
}

#[test]
fn a_client_that_does_not_come_back_gets_the_edits_at_once() {
    let (mut client, answer) = Client::start_with(able(), &[]);
    assert!(answer["codeActionProvider"].get("resolveProvider").is_none());
    client.opened(TEXT);
    let up = rewrites(&mut client, "refactor.rewrite.move-up").remove(0);
    let edits = &up["edit"]["documentChanges"][0]["edits"];
    assert_eq!(*edits, json!([{ "range": span(1, 0, 3, 0), "newText": "（一）丙\n（二）乙\n" }]));
    client.finish();
}
