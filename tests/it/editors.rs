//! What the editors' own files promise: the frames of reports are drafts without findings, and every word that
//! the VS Code extension shows is Chinese.

use std::collections::BTreeMap;
use std::path::Path;

use hegao::config::Settings;
use hegao::rules::Linter;
use regex::{Captures, Regex};
use serde_json::{Value, json};

use super::client::{Client, able};

fn vscode(file: &str) -> Value {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("editors/vscode").join(file);
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

/// The text of a snippet when every field keeps its default.
fn expanded(snippet: &Value) -> String {
    let lines: Vec<&str> = snippet["body"].as_array().unwrap().iter().map(|line| line.as_str().unwrap()).collect();
    let (mut values, text) = (BTreeMap::new(), lines.join("\n"));
    let field = Regex::new(r"\$\{(\d+):([^}]*)\}").unwrap();
    for found in field.captures_iter(&text) {
        let new = values.insert(found[1].to_owned(), found[2].to_owned());
        assert_eq!(new, None, "field {} has two defaults", &found[1]);
    }
    let text = field.replace_all(&text, "$${$1}").replace("$0", "");
    let used = Regex::new(r"\$\{(\d+)\}").unwrap();
    used.replace_all(&text, |found: &Captures<'_>| values[&found[1]].clone()).into_owned()
}

#[test]
fn every_frame_of_a_report_is_a_draft_without_findings() {
    let snippets = vscode("snippets/hegao.json");
    assert_eq!(snippets.as_object().unwrap().len(), 6);
    for (name, snippet) in snippets.as_object().unwrap() {
        let text = expanded(snippet);
        assert!(!text.contains('$'), "{name}: {text}");
        let linter = Linter::new(&text, Settings::default().into());
        let findings: Vec<String> = linter.findings().into_iter().map(|finding| finding.message).collect();
        assert_eq!(findings, [""; 0], "{name}");
    }
}

/// Of everything under a value: what is shown to the user.
fn words<'a>(value: &'a Value, found: &mut Vec<&'a str>) {
    let shown = ["title", "displayName", "description", "markdownDescription", "category", "altText"];
    for (key, part) in value.as_object().into_iter().flatten() {
        found.extend(part.as_str().filter(|_| shown.contains(&key.as_str())));
        words(part, found);
    }
    value.as_array().into_iter().flatten().for_each(|part| words(part, found));
}

#[test]
fn the_vscode_extension_speaks_chinese_whatever_the_editor_speaks() {
    // Findings and messages are Chinese, so a command of another name is one that its user does not find.
    let manifest = vscode("package.json");
    let mut found = Vec::new();
    words(&manifest, &mut found);
    assert!(found.len() > 40, "{found:?}");
    let chinese = |text: &&&str| text.chars().any(|ch| ('\u{4e00}'..='\u{9fff}').contains(&ch));
    let foreign: Vec<_> = found.iter().filter(|text| !chinese(text)).collect();
    assert!(foreign.is_empty(), "{foreign:?}");
}

#[test]
fn the_vscode_extension_agrees_with_the_server_about_names() {
    let manifest = vscode("package.json");
    let settings = &manifest["contributes"]["configuration"]["properties"];
    let features = settings["hegao.features"]["properties"].as_object().unwrap();
    let off: serde_json::Map<String, Value> = features.keys().map(|name| (name.clone(), false.into())).collect();
    // A switch that the server did not know would bring a message, and an unread message fails.
    let introduction = |options: Value| json!({ "processId": null, "rootUri": null, "capabilities": able(), "initializationOptions": options });
    let (client, bare) = Client::start_as(introduction(json!({ "features": off })), &[]);
    client.finish();
    let left: Vec<&String> = bare.as_object().unwrap().keys().filter(|name| name.ends_with("Provider")).collect();
    assert!(
        left.iter().all(|name| ["executeCommandProvider", "diagnosticProvider"].contains(&name.as_str())),
        "{left:?}"
    );
    // The client registers the server's commands in VS Code under their own names, and refuses one that is taken.
    let (client, whole) = Client::start_as(introduction(json!({})), &[]);
    client.finish();
    let own = manifest["contributes"]["commands"].as_array().unwrap();
    for command in whole["executeCommandProvider"]["commands"].as_array().unwrap() {
        assert!(own.iter().all(|own| own["command"] != *command), "{command} is there twice");
    }
}
