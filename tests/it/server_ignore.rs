//! Quick fixes that let a finding pass: here, in the draft, and by turning its rule off.

use serde_json::{Value, json};
use tempfile::TempDir;

use crate::client::{Client, able, span};

const TEXT: &str = "一、甲\n三、乙\n";

/// The quick fixes at the second line's number, by title.
fn offered(client: &mut Client, uri: &str) -> Vec<Value> {
    let context = json!({ "diagnostics": [], "only": ["quickfix"] });
    let params = json!({ "textDocument": { "uri": uri }, "range": span(1, 0, 1, 0), "context": context });
    client.request("textDocument/codeAction", params).as_array().unwrap().clone()
}

fn titled<'a>(actions: &'a [Value], title: &str) -> &'a Value {
    let found = actions.iter().find(|action| action["title"].as_str().unwrap().starts_with(title));
    found.unwrap_or_else(|| panic!("{title}: {actions:?}"))
}

#[test]
fn a_finding_is_let_pass_here_in_the_draft_or_everywhere() {
    let folder = TempDir::new().unwrap();
    std::fs::write(folder.path().join("hegao.toml"), "[rules]\nphrase = \"hint\"\n").unwrap();
    let uri = |name: &str| format!("file://{}/{name}", folder.path().display());
    let mut client = Client::start(able());
    for (name, here, place) in [
        ("a.txt", "// hegao: ignore numbering/gap\n", span(1, 0, 1, 0)),
        ("a.md", " <!-- hegao: ignore numbering/gap -->", span(1, 3, 1, 3)),
    ] {
        client.open(&uri(name), TEXT);
        client.pushed(&uri(name), Some(1));
        let actions = offered(&mut client, &uri(name));
        let edits = &titled(&actions, "此处不再报")["edit"]["documentChanges"][0]["edits"];
        assert_eq!(*edits, json!([{ "range": place, "newText": here }]));
        assert!(titled(&actions, "本稿不再报")["edit"].to_string().contains("ignore-file"));
        let off = &titled(&actions, "在 hegao.toml 中关闭规则")["edit"]["documentChanges"][0];
        assert_eq!(off["textDocument"], json!({ "uri": uri("hegao.toml"), "version": null }));
        assert_eq!(off["edits"], json!([{ "range": span(2, 0, 2, 0), "newText": "\"numbering/gap\" = \"off\"\n" }]));
    }
    client.finish();
}

#[test]
fn a_configuration_is_made_only_where_the_editor_makes_files() {
    let folder = TempDir::new().unwrap();
    let uri = format!("file://{}/a.txt", folder.path().display());
    for makes in [true, false] {
        let mut able = able();
        able["workspace"]["workspaceEdit"]["resourceOperations"] = if makes { json!(["create"]) } else { json!([]) };
        let mut client = Client::start(able);
        client.open(&uri, TEXT);
        client.pushed(&uri, Some(1));
        let actions = offered(&mut client, &uri);
        let off = actions.iter().find(|action| action["title"].as_str().unwrap().contains("关闭规则"));
        assert_eq!(off.is_some(), makes);
        if let Some(off) = off {
            assert_eq!(off["edit"]["documentChanges"][0]["kind"], "create");
        }
        client.finish();
    }
}
