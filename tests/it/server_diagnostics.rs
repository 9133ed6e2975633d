//! Diagnostics pushed and pulled, and the actions that mend them.

use serde_json::{Value, json};

use crate::client::{Client, URI, able, codes, edit, pulling, span};
use crate::server::{GAP, PINNED_GAP};

const OTHER: &str = "file:///t/other.txt";

#[test]
fn a_pushed_diagnostic_says_what_where_and_why() {
    let mut client = Client::start(able());
    let diagnostics = client.opened(GAP);
    assert_eq!(codes(&diagnostics), [("numbering/gap", 1, 0)]);
    let gap = &diagnostics[0];
    assert_eq!((&gap["severity"], &gap["source"]), (&json!(2), &json!("hegao")));
    let manual = gap["codeDescription"]["href"].as_str().unwrap().strip_prefix("file://").unwrap();
    let manual = percent_encoding::percent_decode_str(manual).decode_utf8().unwrap().into_owned();
    assert!(std::fs::read_to_string(manual).unwrap().contains("GB/T 9704"));
    assert_eq!(gap["data"], json!({ "rule": "numbering/gap" }));
    let related = &gap["relatedInformation"][0];
    assert_eq!((&related["location"]["uri"], &related["location"]["range"]["start"]["line"]), (&json!(URI), &json!(0)));
    client.finish();
}

#[test]
fn closing_a_draft_clears_its_diagnostics() {
    let mut client = Client::start(able());
    assert_eq!(client.opened(GAP).len(), 1);
    client.close(URI);
    assert!(client.pushed(URI, None).is_empty());
    client.finish();
}

#[test]
fn a_client_that_ignores_versions_gets_the_same_list_once() {
    let mut able = able();
    able["textDocument"]["publishDiagnostics"] = json!({});
    let mut client = Client::start(able);
    assert_eq!(client.opened(GAP).len(), 1);
    client.change(URI, 2, json!([edit(span(1, 3, 1, 3), "丁")]));
    // The answer comes after the change was taken; nothing was pushed for it.
    client.request("textDocument/foldingRange", json!({ "textDocument": { "uri": URI } }));
    client.change(URI, 3, json!([edit(span(0, 0, 0, 0), "\n")]));
    assert_eq!(codes(&client.pushed(URI, Some(3))), [("numbering/gap", 2, 0)]);
    client.finish();
}

#[test]
fn a_burst_never_pushes_an_old_version_after_a_newer_one() {
    let mut client = Client::start(able());
    assert_eq!(client.opened(GAP).len(), 1);
    for version in 2..=200 {
        client.change(URI, version, json!([edit(span(0, 3, 0, 3), "字")]));
    }
    let mut last = 1;
    while last < 200 {
        let list = client.next("textDocument/publishDiagnostics");
        let version = list["version"].as_i64().unwrap();
        assert!(version > last, "{version} after {last}");
        assert_eq!(list["diagnostics"].as_array().unwrap().len(), 1);
        last = version;
    }
    client.finish();
}

#[test]
fn the_worst_are_shown_and_the_rest_is_counted() {
    let mut client = Client::start(able());
    let diagnostics = client.opened(&format!("一、甲\n{}", "三、乙\n一、甲\n".repeat(310)));
    assert_eq!(diagnostics.len(), 301);
    let note = &diagnostics[0];
    assert_eq!((&note["range"], &note["severity"]), (&span(0, 0, 0, 0), &json!(3)));
    assert!(note["message"].as_str().unwrap().contains("另有 ") && note.get("code").is_none());
    client.finish();
}

fn pull(client: &mut Client, previous: Option<&Value>) -> Value {
    let mut params = json!({ "textDocument": { "uri": URI }, "identifier": "hegao" });
    if let Some(previous) = previous {
        params["previousResultId"] = previous.clone();
    }
    client.request("textDocument/diagnostic", params)
}

#[test]
fn a_client_that_pulls_is_never_pushed_to() {
    let (mut client, answer) = Client::start_with(pulling(), &[]);
    assert_eq!(answer["diagnosticProvider"]["workspaceDiagnostics"], true);
    client.open(URI, GAP);
    let full = pull(&mut client, None);
    assert_eq!((full["kind"].as_str(), full["items"].as_array().unwrap().len()), (Some("full"), 1));
    // Typing that moves nothing leaves the list what it was.
    client.change(URI, 2, json!([edit(span(1, 3, 1, 3), "丁")]));
    let same = pull(&mut client, Some(&full["resultId"]));
    assert_eq!((same["kind"].as_str(), &same["resultId"]), (Some("unchanged"), &full["resultId"]));
    client.change(URI, 3, json!([edit(span(1, 0, 1, 1), "二")]));
    let empty = pull(&mut client, Some(&full["resultId"]));
    assert_eq!((empty["kind"].as_str(), &empty["items"]), (Some("full"), &json!([])));
    assert_ne!(empty["resultId"], full["resultId"]);
    // A list of the same draft, opened again, is another list.
    client.close(URI);
    client.open(URI, GAP);
    assert_eq!(pull(&mut client, Some(&full["resultId"]))["kind"], "full");
    client.close(URI);
    assert_eq!(pull(&mut client, None)["items"], json!([]));
    client.finish();
}

#[test]
fn all_open_drafts_are_pulled_at_once() {
    let mut client = Client::start(pulling());
    client.open(URI, GAP);
    client.open(OTHER, "一、甲\n");
    let all = |client: &mut Client, previous: Value| {
        client.request("workspace/diagnostic", json!({ "previousResultIds": previous }))["items"].clone()
    };
    let first = all(&mut client, json!([]));
    let of = |item: &Value| (item["uri"].clone(), item["kind"].clone(), item["items"].as_array().map(Vec::len));
    assert_eq!(of(&first[0]), (json!(URI), json!("full"), Some(1)));
    assert_eq!(of(&first[1]), (json!(OTHER), json!("full"), Some(0)));
    assert_eq!(first[0]["version"], 1);
    let ids: Vec<_> = [0, 1].map(|at| json!({ "uri": first[at]["uri"], "value": first[at]["resultId"] })).into();
    client.change(OTHER, 2, json!([{ "text": GAP }]));
    let second = all(&mut client, json!(ids));
    assert_eq!(of(&second[0]), (json!(URI), json!("unchanged"), None));
    assert_eq!(of(&second[1]), (json!(OTHER), json!("full"), Some(1)));
    client.close(OTHER);
    let third = all(&mut client, json!(ids));
    assert_eq!(of(&third[0]), (json!(OTHER), json!("full"), Some(0)));
    assert_eq!(of(&third[1]), (json!(URI), json!("unchanged"), None));
    client.finish();
}

#[test]
fn a_quick_fix_mends_the_version_it_was_made_for() {
    let mut client = Client::start(able());
    let diagnostics = client.opened(PINNED_GAP);
    let actions = client.code_actions(json!({ "diagnostics": diagnostics, "only": ["quickfix"] }));
    // Behind it stand those that let the finding pass.
    let passes = |action: &Value| action["title"].as_str().unwrap().contains("不再报");
    assert!(!passes(&actions[0]) && actions[1..].iter().all(passes), "{actions:#?}");
    assert_eq!((&actions[0]["kind"], &actions[0]["isPreferred"]), (&json!("quickfix"), &json!(true)));
    assert_eq!(actions[0]["diagnostics"], json!([diagnostics[0]]));
    let changed = &actions[0]["edit"]["documentChanges"][0];
    assert_eq!(changed["textDocument"], json!({ "uri": URI, "version": 1 }));
    let edits = changed["edits"].as_array().unwrap();
    assert_eq!(edits[0]["range"]["start"], json!({ "line": 1, "character": 0 }));
    client.change(URI, 2, json!([edit(edits[0]["range"].clone(), edits[0]["newText"].as_str().unwrap())]));
    assert!(codes(&client.pushed(URI, Some(2))).iter().all(|(_, line, _)| *line != 1));
    client.finish();
}

#[test]
fn all_safe_fixes_are_one_action_at_any_place() {
    let mut client = Client::start(able());
    client.opened(PINNED_GAP);
    for only in ["source.fixAll.hegao", "source.fixAll", "source"] {
        let far = json!({
            "textDocument": { "uri": URI }, "range": span(0, 0, 0, 0), "context": { "diagnostics": [], "only": [only] },
        });
        let actions = client.request("textDocument/codeAction", far);
        assert_eq!(actions.as_array().unwrap().len(), 1, "{only}");
        assert_eq!(actions[0]["kind"], "source.fixAll.hegao");
        let new = &actions[0]["edit"]["documentChanges"][0]["edits"][0]["newText"];
        assert!(new.as_str().unwrap().starts_with('二'), "{new}");
    }
    assert!(client.code_actions(json!({ "diagnostics": [], "only": ["source.organizeImports"] })).is_empty());
    // Asked by a person, it is among the others; asked by the editor at each move of the cursor, it is not.
    let kinds = |actions: Vec<Value>| actions.iter().map(|action| action["kind"].clone()).collect::<Vec<_>>();
    let asked = kinds(client.code_actions(json!({ "diagnostics": [], "triggerKind": 1 })));
    assert!(asked.contains(&json!("source.fixAll.hegao")) && asked.contains(&json!("quickfix")), "{asked:?}");
    let moved = kinds(client.code_actions(json!({ "diagnostics": [], "triggerKind": 2 })));
    assert!(!moved.contains(&json!("source.fixAll.hegao")) && moved.contains(&json!("quickfix")), "{moved:?}");
    client.finish();
}

#[test]
fn edits_without_versions_for_a_client_that_takes_no_others() {
    let mut able = able();
    able["workspace"] = json!({});
    let mut client = Client::start(able);
    client.opened(PINNED_GAP);
    let actions = client.code_actions(json!({ "diagnostics": [], "only": ["quickfix"] }));
    let new = &actions[0]["edit"]["changes"][URI][0]["newText"];
    assert!(new.as_str().unwrap().starts_with('二'), "{new}");
    assert!(actions[0]["edit"].get("documentChanges").is_none());
    client.finish();
}
