//! What is shown while an input method writes its letters into the draft.

use std::time::{Duration, Instant};

use serde_json::json;

use crate::client::{Client, URI, able, codes, edit, pulling, span};

/// No more than the server waits for a word to be finished. On a machine that was busy for as long, letters are
/// rightly taken for what is meant, and the tests say nothing.
const PAUSE: Duration = Duration::from_secs(1);

/// Taking its first character makes the second line a fault.
const TEXT: &str = "一、甲\n二、乙\n";

#[test]
fn letters_of_a_composition_bring_no_findings_and_its_characters_do() {
    let mut client = Client::start(able());
    assert!(client.opened(TEXT).is_empty());
    // Over the 二 the user types 三: the letters break the numbering, and then the character does.
    let begun = Instant::now();
    client.change(URI, 2, json!([edit(span(1, 0, 1, 1), "s")]));
    client.change(URI, 3, json!([edit(span(1, 0, 1, 1), "san")]));
    client.request("textDocument/foldingRange", json!({ "textDocument": { "uri": URI } }));
    client.change(URI, 4, json!([edit(span(1, 0, 1, 3), "三")]));
    let mut list = client.next("textDocument/publishDiagnostics");
    while list["version"] != 4 {
        assert!(begun.elapsed() >= PAUSE, "shown while the word was being typed: {list}");
        list = client.next("textDocument/publishDiagnostics");
    }
    assert_eq!(codes(list["diagnostics"].as_array().unwrap()), [("numbering/gap", 1, 0)]);
    client.finish();
}

#[test]
fn letters_that_stay_are_taken_for_what_is_meant() {
    let mut client = Client::start(able());
    assert_eq!(client.opened("一、甲\n三、乙\n").len(), 1);
    client.change(URI, 2, json!([edit(span(0, 3, 0, 3), "abc")]));
    assert_eq!(client.pushed(URI, Some(2)).len(), 1);
    // A save does not wait.
    client.change(URI, 3, json!([edit(span(0, 6, 0, 6), "d")]));
    client.notify("textDocument/didSave", json!({ "textDocument": { "uri": URI } }));
    assert_eq!(client.pushed(URI, Some(3)).len(), 1);
    client.finish();
}

#[test]
fn a_client_that_asks_is_told_that_nothing_changed_and_to_ask_again_later() {
    let mut client = Client::start(pulling());
    client.open(URI, TEXT);
    let pull = |client: &mut Client, previous: &serde_json::Value| {
        let params = json!({ "textDocument": { "uri": URI }, "previousResultId": previous });
        client.request("textDocument/diagnostic", params)
    };
    let first = pull(&mut client, &json!(null));
    let begun = Instant::now();
    client.change(URI, 2, json!([edit(span(1, 0, 1, 1), "san")]));
    let during = pull(&mut client, &first["resultId"]);
    let same = (&during["kind"], &during["resultId"]) == (&json!("unchanged"), &first["resultId"]);
    assert!(same || begun.elapsed() >= PAUSE, "{during}");
    let asked = client.next("workspace/diagnostic/refresh");
    client.send(&json!({ "jsonrpc": "2.0", "id": asked["id"], "result": null }));
    client.change(URI, 3, json!([edit(span(1, 0, 1, 3), "三")]));
    assert_eq!(pull(&mut client, &first["resultId"])["items"].as_array().unwrap().len(), 1);
    client.finish();
}
