//! `hegao.toml` while drafts are open.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};

use crate::client::{Client, able, codes, pulling};
use crate::server::GAP;

const OFF: &str = "[rules]\n\"numbering/gap\" = \"off\"\n";
const ERROR: &str = "[rules]\nnumbering = \"error\"\n";

fn uri(path: &Path) -> String {
    format!("file://{}", path.display())
}

fn watched(client: &mut Client, file: &Path) {
    let event = json!({ "uri": uri(file), "type": 2 });
    client.notify("workspace/didChangeWatchedFiles", json!({ "changes": [event] }));
}

fn severities(list: &[Value]) -> Vec<&Value> {
    list.iter().map(|one| &one["severity"]).collect()
}

#[test]
fn a_configuration_above_the_draft_holds_and_is_read_again_when_it_changes() {
    let folder = tempfile::tempdir().unwrap();
    let config = folder.path().join("hegao.toml");
    fs::create_dir(folder.path().join("稿件")).unwrap();
    let draft = uri(&folder.path().join("稿件/a.txt")).replace("稿件", "%E7%A8%BF%E4%BB%B6");
    fs::write(&config, OFF).unwrap();
    let mut client = Client::start(able());
    client.open(&draft, GAP);
    assert!(client.pushed(&draft, Some(1)).is_empty());
    fs::write(&config, ERROR).unwrap();
    watched(&mut client, &config);
    assert_eq!(severities(&client.pushed(&draft, Some(1))), [&json!(1)]);
    // An override names files by their place below the configuration.
    fs::write(&config, "[[overrides]]\nfiles = [\"稿件/*.txt\"]\nrules = { numbering = \"hint\" }\n").unwrap();
    client.notify("textDocument/didSave", json!({ "textDocument": { "uri": uri(&config) } }));
    assert_eq!(severities(&client.pushed(&draft, Some(1))), [&json!(4)]);
    fs::remove_file(&config).unwrap();
    watched(&mut client, &config);
    assert_eq!(severities(&client.pushed(&draft, Some(1))), [&json!(2)]);
    client.finish();
}

#[test]
fn a_broken_configuration_is_named_by_line_and_the_last_good_one_stays() {
    let folder = tempfile::tempdir().unwrap();
    let config = folder.path().join("hegao.toml");
    let draft = uri(&folder.path().join("a.txt"));
    fs::write(&config, "[rules]\nnumbering = \"eror\"\n").unwrap();
    let mut client = Client::start(able());
    client.open(&draft, GAP);
    client.warned("第 2 行", "第 2 行");
    assert_eq!(severities(&client.pushed(&draft, Some(1))), [&json!(2)]);
    fs::write(&config, ERROR).unwrap();
    watched(&mut client, &config);
    assert_eq!(severities(&client.pushed(&draft, Some(1))), [&json!(1)]);
    fs::write(&config, "[rules\n").unwrap();
    watched(&mut client, &config);
    client.warned("hegao.toml：第 1 行", "沿用改动前的配置");
    // Said once, not at every save; and what held still holds.
    watched(&mut client, &config);
    client.change(&draft, 2, json!([{ "text": format!("\n{GAP}") }]));
    let list = client.pushed(&draft, Some(2));
    assert_eq!((codes(&list), severities(&list)), (vec![("numbering/gap", 2, 0)], vec![&json!(1)]));
    client.finish();
}

#[test]
fn a_client_that_pulls_is_asked_to_ask_again() {
    let folder = tempfile::tempdir().unwrap();
    let config = folder.path().join("hegao.toml");
    let draft = uri(&folder.path().join("a.txt"));
    let mut client = Client::start(pulling());
    client.open(&draft, GAP);
    let pull = |client: &mut Client| {
        let report = client.request("textDocument/diagnostic", json!({ "textDocument": { "uri": draft } }));
        report["items"].as_array().unwrap().len()
    };
    assert_eq!(pull(&mut client), 1);
    fs::write(&config, OFF).unwrap();
    watched(&mut client, &config);
    let asked = client.next("workspace/diagnostic/refresh");
    client.send(&json!({ "jsonrpc": "2.0", "id": asked["id"], "result": null }));
    assert_eq!(pull(&mut client), 0);
    // Nothing changed, nothing asked.
    watched(&mut client, &config);
    assert_eq!(pull(&mut client), 0);
    client.finish();
}

#[test]
fn a_client_that_can_watch_is_asked_to() {
    let mut able = able();
    able["workspace"]["didChangeWatchedFiles"] = json!({ "dynamicRegistration": true });
    let mut client = Client::start(able);
    let asked = client.next("client/registerCapability");
    let registration = &asked["params"]["registrations"][0];
    assert_eq!(registration["method"], "workspace/didChangeWatchedFiles");
    assert_eq!(registration["registerOptions"]["watchers"][0]["globPattern"], "**/*.toml");
    client.send(&json!({ "jsonrpc": "2.0", "id": asked["id"], "result": null }));
    client.finish();
}

#[test]
fn a_draft_without_a_file_has_the_default_configuration() {
    let mut client = Client::start(able());
    client.open("untitled:Untitled-1", GAP);
    assert_eq!(client.pushed("untitled:Untitled-1", Some(1)).len(), 1);
    client.finish();
}
