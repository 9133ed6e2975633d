//! The drafts of a workspace that are not open.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};
use tempfile::TempDir;

use crate::client::{Client, able, codes, pulling};
use crate::server::GAP;

fn uri(path: &Path) -> String {
    format!("file://{}", path.display())
}

/// A folder with a configuration, a draft with one fault in a folder in it, and a file that is left out.
fn folder(config: &str) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("hegao.toml"), config).unwrap();
    fs::create_dir(folder.path().join("sub")).unwrap();
    fs::write(folder.path().join("sub/a.txt"), GAP).unwrap();
    fs::write(folder.path().join(".gitignore"), "old.txt\n").unwrap();
    fs::write(folder.path().join("old.txt"), GAP).unwrap();
    folder
}

fn start(mut capabilities: Value, folders: &[&TempDir]) -> (Client, Value) {
    capabilities["workspace"]["workspaceFolders"] = json!(true);
    let named = |folder: &&TempDir| json!({ "uri": uri(folder.path()), "name": "稿件" });
    let folders: Vec<Value> = folders.iter().map(named).collect();
    let introduction =
        json!({ "processId": null, "rootUri": null, "capabilities": capabilities, "workspaceFolders": folders });
    Client::start_as(introduction, &[])
}

fn all(client: &mut Client, previous: Value) -> Vec<Value> {
    let report = client.request("workspace/diagnostic", json!({ "previousResultIds": previous }));
    report["items"].as_array().unwrap().clone()
}

fn ids(items: &[Value]) -> Value {
    items.iter().map(|item| json!({ "uri": item["uri"], "value": item["resultId"] })).collect()
}

fn found(item: &Value) -> Vec<(&str, u64, u64)> {
    codes(item["items"].as_array().unwrap())
}

#[test]
fn drafts_that_are_not_open_are_checked_each_with_its_own_configuration() {
    let (one, two) = (folder(""), folder("[rules]\n\"numbering/gap\" = \"off\"\n"));
    let (mut client, answer) = start(pulling(), &[&one, &two]);
    assert_eq!(answer["workspace"]["workspaceFolders"]["changeNotifications"], true);
    let mut items = all(&mut client, json!([]));
    assert_eq!(items.len(), 2, "{items:#?}");
    items.sort_by_key(|item| item["items"].as_array().unwrap().len());
    assert_eq!((&items[0]["uri"], found(&items[0])), (&json!(uri(&two.path().join("sub/a.txt"))), vec![]));
    assert_eq!(found(&items[1]), [("numbering/gap", 1, 0)]);
    // One that is open counts as the editor has it.
    let open = items[1]["uri"].as_str().unwrap().to_owned();
    client.open(&open, "一、甲\n");
    let after = all(&mut client, ids(&items));
    let own = after.iter().find(|item| item["uri"] == open.as_str()).unwrap();
    assert_eq!((&own["version"], &own["items"]), (&json!(1), &json!([])));
    client.finish();
}

#[test]
fn an_answer_waits_until_there_is_something_to_tell() {
    let folder = folder("");
    let (mut client, _) = start(pulling(), &[&folder]);
    let first = all(&mut client, json!([]));
    let waiting = client.ask("workspace/diagnostic", json!({ "previousResultIds": ids(&first) }));
    // Another request is answered meanwhile, and a change of a file ends the waiting.
    client.command("hegao.rule", json!(["numbering/gap"]));
    let draft = folder.path().join("sub/a.txt");
    fs::write(&draft, "一、甲\n二、乙\n三、丙\n").unwrap();
    client.notify("workspace/didChangeWatchedFiles", json!({ "changes": [{ "uri": uri(&draft), "type": 2 }] }));
    let answer = client.answer(waiting);
    assert_eq!(answer["result"]["items"][0]["items"], json!([]), "{answer}");
    // A draft that is gone is cleared.
    let now = answer["result"]["items"].as_array().unwrap().clone();
    fs::remove_file(&draft).unwrap();
    client.notify("workspace/didChangeWatchedFiles", json!({ "changes": [{ "uri": uri(&draft), "type": 3 }] }));
    assert_eq!(all(&mut client, ids(&now))[0]["items"], json!([]));
    // The end does not wait.
    let waiting = client.ask("workspace/diagnostic", json!({ "previousResultIds": [] }));
    client.answer(waiting);
    client.finish();
}

#[test]
fn a_waiting_answer_does_not_keep_the_server() {
    let folder = folder("");
    let (mut client, _) = start(pulling(), &[&folder]);
    let first = all(&mut client, json!([]));
    let waiting = client.ask("workspace/diagnostic", json!({ "previousResultIds": ids(&first) }));
    assert_eq!(client.request("shutdown", Value::Null), Value::Null);
    client.answer(waiting);
    client.notify("exit", Value::Null);
    assert_eq!(client.ended(), Some(0));
}

#[test]
fn folders_come_and_go() {
    let (one, two) = (folder(""), folder(""));
    let (mut client, _) = start(pulling(), &[&one]);
    let first = all(&mut client, json!([]));
    let named = |folder: &TempDir| json!([{ "uri": uri(folder.path()), "name": "稿件" }]);
    let event = json!({ "event": { "removed": named(&one), "added": named(&two) } });
    client.notify("workspace/didChangeWorkspaceFolders", event);
    let second = all(&mut client, ids(&first));
    let of = |item: &Value| (item["uri"].as_str().unwrap().to_owned(), item["items"].as_array().unwrap().len());
    let gone = (uri(&one.path().join("sub/a.txt")), 0);
    let come = (uri(&two.path().join("sub/a.txt")), 1);
    assert_eq!(second.iter().map(of).collect::<Vec<_>>(), [gone, come]);
    client.finish();
}

#[test]
fn the_whole_workspace_is_checked_on_command_with_its_progress() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("a.txt"), GAP).unwrap();
    let mut able = able();
    able["window"] = json!({ "workDoneProgress": true });
    let (mut client, _) = start(able, &[&folder]);
    let id = client.ask("workspace/executeCommand", json!({ "command": "hegao.checkWorkspace", "arguments": [] }));
    let created = client.next("window/workDoneProgress/create");
    client.send(&json!({ "jsonrpc": "2.0", "id": created["id"], "result": null }));
    let kinds: Vec<Value> = (0..3).map(|_| client.next("$/progress")["value"]["kind"].clone()).collect();
    assert_eq!(kinds, ["begin", "report", "end"]);
    // Without a hegao.toml too, because the user asked.
    let list = client.pushed(&uri(&folder.path().join("a.txt")), None);
    assert_eq!(codes(&list), [("numbering/gap", 1, 0)]);
    let answer = client.answer(id);
    assert_eq!(answer["result"]["drafts"], 1);
    assert_eq!(answer["result"]["findings"]["warning"], 1);
    client.finish();
}

#[test]
fn work_that_is_cancelled_ends_and_is_done_the_next_time() {
    let folder = folder("");
    for number in 0..200 {
        fs::write(folder.path().join(format!("{number}.txt")), GAP).unwrap();
    }
    let (mut client, _) = start(pulling(), &[&folder]);
    client.notify("window/workDoneProgress/cancel", json!({ "token": "mine" }));
    let cut = client.request("workspace/diagnostic", json!({ "previousResultIds": [], "workDoneToken": "mine" }));
    assert_eq!(cut["items"], json!([]));
    let kinds: Vec<Value> = (0..3).map(|_| client.next("$/progress")["value"]["kind"].clone()).collect();
    assert_eq!(kinds, ["begin", "report", "end"]);
    assert_eq!(all(&mut client, json!([])).len(), 201);
    client.finish();
}

#[test]
fn headings_of_drafts_that_are_not_open_are_found_too() {
    let folder = folder("");
    let (mut client, _) = start(able(), &[&folder]);
    let symbols = client.request("workspace/symbol", json!({ "query": "乙" }));
    assert_eq!(symbols[0]["location"]["uri"], uri(&folder.path().join("sub/a.txt")));
    assert_eq!(symbols[0]["location"]["range"]["start"]["line"], 1);
    client.finish();
}

#[test]
fn the_manual_of_a_rule_is_opened_in_the_editor() {
    let mut able = able();
    able["window"] = json!({ "showDocument": { "support": true } });
    let (mut client, answer) = Client::start_with(able, &[]);
    let commands = answer["executeCommandProvider"]["commands"].as_array().unwrap().clone();
    assert!(commands.contains(&json!("hegao.showRule")), "{commands:?}");
    let href = client.command("hegao.showRule", json!(["numbering/gap"]));
    let asked = client.next("window/showDocument");
    assert_eq!(asked["params"]["uri"], href);
    client.send(&json!({ "jsonrpc": "2.0", "id": asked["id"], "result": { "success": true } }));
    client.finish();
}
