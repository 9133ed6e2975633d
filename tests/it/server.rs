//! Negotiation, text synchronisation, symbols and folds.

use serde_json::{Value, json};

use crate::client::{Client, URI, able, codes, edit, pulling, span};

pub const GAP: &str = "一、甲\n三、乙\n";
/// The same with only one way to mend it: the numeral after the wrong one is right.
pub const PINNED_GAP: &str = "一、甲\n三、乙\n三、丙\n";

fn encoded(offered: &[&str]) -> (Client, Value) {
    let mut able = able();
    able["general"]["positionEncodings"] = json!(offered);
    Client::start_with(able, &[])
}

#[test]
fn the_first_known_encoding_is_taken_and_utf_16_without_one() {
    for (offered, taken) in [
        (&["utf-8", "utf-16", "utf-32"][..], "utf-8"),
        (&["utf-8", "utf-32", "utf-16"], "utf-8"),
        (&["utf-16"], "utf-16"),
        (&["utf-7", "utf-32"], "utf-32"),
        (&[], "utf-16"),
    ] {
        let (client, answer) = encoded(offered);
        assert_eq!(answer["positionEncoding"], taken);
        client.finish();
    }
}

#[test]
fn a_client_that_says_nothing_of_itself_is_served() {
    let (mut client, answer) = Client::start_with(json!({}), &[]);
    assert_eq!(answer["positionEncoding"], "utf-16");
    assert_eq!(answer["textDocumentSync"]["change"], 2);
    assert!(answer.get("codeActionProvider").is_none() && answer.get("diagnosticProvider").is_none());
    let diagnostics = client.opened(GAP);
    assert_eq!(codes(&diagnostics), [("numbering/gap", 1, 0)]);
    for field in ["relatedInformation", "codeDescription", "data"] {
        assert!(diagnostics[0].get(field).is_none());
    }
    client.finish();
}

#[test]
fn columns_count_the_units_that_were_negotiated() {
    // 𠮷 before the numeral is one character, two UTF-16 units, four bytes; taking it away makes the gap.
    let end = |encoding: &str, width| {
        let (mut client, _) = encoded(&[encoding]);
        assert!(client.opened("一、𠮷甲\r\n𠮷三、乙\r\n").is_empty());
        client.change(URI, 2, json!([edit(span(1, 0, 1, width), "")]));
        let diagnostics = client.pushed(URI, Some(2));
        assert_eq!(codes(&diagnostics), [("numbering/gap", 1, 0)], "{encoding}");
        client.finish();
        diagnostics[0]["range"]["end"]["character"].as_u64().unwrap()
    };
    let (bytes, units, characters) = (end("utf-8", 4), end("utf-16", 2), end("utf-32", 1));
    assert!(units > 0 && (bytes, characters) == (3 * units, units));
}

#[test]
fn changes_of_one_message_are_made_one_after_another() {
    let mut client = Client::start(able());
    assert!(client.opened("一、甲\n").is_empty());
    let changes = json!([
        edit(span(1, 0, 1, 0), "三"),
        edit(span(1, 1, 1, 1), "、乙\r\n"),
        edit(span(0, 0, 0, 0), "𠮷\r"),
        edit(span(0, 0, 0, 2), ""),
    ]);
    client.change(URI, 2, changes);
    assert_eq!(codes(&client.pushed(URI, Some(2))), [("numbering/gap", 2, 0)]);
    // A whole text among ranges.
    client.change(
        URI,
        3,
        json!([edit(span(0, 0, 0, 0), "x"), { "text": "一、甲\n" }, edit(span(1, 0, 1, 0), "三、乙")]),
    );
    assert_eq!(codes(&client.pushed(URI, Some(3))), [("numbering/gap", 1, 0)]);
    client.finish();
}

#[test]
fn a_column_past_the_line_is_its_end() {
    let mut client = Client::start(able());
    assert!(client.opened("一、甲\r\n\r\n三、乙\r\n").len() == 1);
    // The line break after it stays, and so the line below moves.
    client.change(URI, 2, json!([edit(span(0, 99, 0, 99), "\n"), edit(span(2, 99, 2, 99), "丙")]));
    assert_eq!(codes(&client.pushed(URI, Some(2))), [("numbering/gap", 3, 0)]);
    client.finish();
}

#[test]
fn a_change_of_a_place_that_is_not_there_stops_the_draft_until_the_texts_agree_again() {
    let mut client = Client::start(able());
    assert_eq!(client.opened(GAP).len(), 1);
    client.change(URI, 2, json!([edit(span(7, 0, 7, 1), "二")]));
    client.warned("不同步", "第 8 行不存在（全文 3 行）");
    assert!(client.pushed(URI, Some(2)).is_empty());
    // Nothing is said about a text that may not be the user's.
    client.change(URI, 3, json!([edit(span(1, 0, 1, 0), "x")]));
    assert!(client.pushed(URI, Some(3)).is_empty());
    assert!(client.code_actions(json!({ "diagnostics": [] })).is_empty());
    // A whole text ends it, and so does opening the draft again.
    client.change(URI, 4, json!([{ "text": GAP }]));
    assert_eq!(client.pushed(URI, Some(4)).len(), 1);
    client.change(URI, 5, json!([edit(span(1, 9, 0, 0), "")]));
    client.warned("不同步", "首尾颠倒");
    assert!(client.pushed(URI, Some(5)).is_empty());
    client.close(URI);
    assert!(client.pushed(URI, None).is_empty());
    assert_eq!(client.opened(GAP).len(), 1);
    client.finish();
}

#[test]
fn a_change_that_cannot_be_read_stops_the_draft_too() {
    let mut client = Client::start(able());
    assert_eq!(client.opened(GAP).len(), 1);
    let place = json!({ "line": 0, "character": -1 });
    client.change(URI, 2, json!([{ "range": { "start": place, "end": place }, "text": "甲" }]));
    client.warned("不同步", "读不懂");
    assert!(client.pushed(URI, Some(2)).is_empty());
    client.change(URI, 3, json!([{ "text": GAP }]));
    assert_eq!(client.pushed(URI, Some(3)).len(), 1);
    client.finish();
}

#[test]
fn messages_about_drafts_that_are_not_open_do_no_harm() {
    let mut client = Client::start(able());
    client.change(URI, 2, json!([{ "text": GAP }]));
    client.close(URI);
    client.logged("没有打开的稿件收到了改动");
    client.logged("没有打开的稿件被关闭");
    assert_eq!(client.request("textDocument/foldingRange", json!({ "textDocument": { "uri": URI } })), Value::Null);
    assert_eq!(client.opened("一、甲\n").len(), 0);
    // Opened a second time: the newer text holds.
    assert_eq!(client.opened(GAP).len(), 1);
    client.logged("重复打开");
    client.finish();
}

const OUTLINE: &str = "一、甲\n（一）乙。\n正文\n二、丙\n";

fn symbols(client: &mut Client) -> Vec<Value> {
    let symbols = client.request("textDocument/documentSymbol", json!({ "textDocument": { "uri": URI } }));
    symbols.as_array().unwrap().clone()
}

#[test]
fn symbols_are_nested() {
    let mut client = Client::start(able());
    client.opened(OUTLINE);
    let symbols = symbols(&mut client);
    let name = |symbol: &Value| symbol["name"].as_str().unwrap().to_owned();
    assert_eq!(symbols.len(), 2, "{symbols:#?}");
    assert!(name(&symbols[0]).contains('甲') && name(&symbols[1]).contains('丙'));
    assert!(name(&symbols[0]["children"][0]).contains('乙'));
    assert_eq!(symbols[0]["range"]["start"], json!({ "line": 0, "character": 0 }));
    assert_eq!(symbols[0]["selectionRange"], span(0, 0, 0, 3));
    client.finish();
}

#[test]
fn symbols_are_flat_for_a_client_that_cannot_nest_them() {
    let mut able = able();
    able["textDocument"]["documentSymbol"] = json!({});
    let mut client = Client::start(able);
    client.opened(OUTLINE);
    let symbols = symbols(&mut client);
    assert_eq!(symbols.len(), 3, "{symbols:#?}");
    assert_eq!(symbols[1]["location"]["uri"], URI);
    assert_eq!(symbols[1]["containerName"], symbols[0]["name"]);
    assert!(symbols[0].get("children").is_none());
    client.finish();
}

#[test]
fn folds_keep_to_the_limit_of_the_client() {
    let lines = |folds: &Value| -> Vec<_> {
        let fold = |fold: &Value| (fold["startLine"].as_u64().unwrap(), fold["endLine"].as_u64().unwrap());
        folds.as_array().unwrap().iter().map(fold).collect()
    };
    for (limit, expected) in [(None, &[(0, 2), (1, 2)][..]), (Some(1), &[(0, 2)])] {
        let mut able = able();
        if let Some(limit) = limit {
            able["textDocument"]["foldingRange"]["rangeLimit"] = json!(limit);
        }
        let mut client = Client::start(able);
        client.opened(OUTLINE);
        let folds = client.request("textDocument/foldingRange", json!({ "textDocument": { "uri": URI } }));
        assert_eq!(lines(&folds), expected);
        assert_eq!(folds[0]["kind"], "region");
        assert!(folds[0]["collapsedText"].as_str().unwrap().contains('甲'));
        client.finish();
    }
}

#[test]
fn changes_that_overtake_each_other_are_made_in_the_order_of_their_versions() {
    let mut client = Client::start(pulling());
    client.open(URI, "一、\n");
    for (version, column, letter) in [(2, 2, "平"), (5, 5, "鸣"), (3, 3, "安"), (4, 4, "鹿")] {
        client.change(URI, version, json!([edit(span(0, column, 0, column), letter)]));
    }
    let symbols = client.about("documentSymbol", json!({}));
    assert_eq!(symbols[0]["name"], "一、平安鹿鸣");
    client.finish();
}
