//! What has ended or silenced servers on this framework before: each trap once, against the built binary.

use std::process::{Command, Stdio};

use serde_json::{Value, json};

use crate::client::{Client, URI, able, changing, codes, edit, framed, notification, span};
use crate::server::GAP;

#[test]
fn half_of_a_surrogate_pair_does_not_end_the_server() {
    // VS Code sends the halves of an emoji one after the other; serde_json refuses the first.
    let mut client = Client::start(able());
    assert!(client.opened("一、甲\n\n").is_empty());
    let half = |version, column, escape: &str| {
        let place = span(1, column, 1, column).to_string();
        let body = format!(
            r#"{{"jsonrpc":"2.0","method":"textDocument/didChange","params":{{"textDocument":{{"uri":"{URI}","version":{version}}},"contentChanges":[{{"range":{place},"text":"{escape}"}}]}}}}"#
        );
        framed(body.as_bytes())
    };
    client.raw(&half(2, 0, "\\ud83d"));
    assert!(client.pushed(URI, Some(2)).is_empty());
    client.raw(&half(3, 1, "\\ude00"));
    assert!(client.pushed(URI, Some(3)).is_empty());
    // Each half counts one column, so the text can still be changed at the right place.
    client.change(URI, 4, json!([edit(span(1, 0, 1, 2), "三、乙")]));
    assert_eq!(codes(&client.pushed(URI, Some(4))), [("numbering/gap", 1, 0)]);
    client.finish();
}

#[test]
fn a_rule_that_fails_is_named_once_and_costs_only_its_own_findings() {
    let (mut client, _) = Client::start_with(able(), &[("HEGAO_FAULT", "panic")]);
    let text = format!("{GAP}〇出错〇\n");
    let diagnostics = client.opened(&text);
    assert_eq!(codes(&diagnostics)[0], ("numbering/gap", 1, 0));
    client.warned("规则 test/fault（供测试的故障）出错，已跳过；其他规则照常", "draft.txt：供测试的故障");
    client.change(URI, 2, json!([edit(span(0, 0, 0, 0), "\n")]));
    assert_eq!(codes(&client.pushed(URI, Some(2)))[0], ("numbering/gap", 2, 0));
    client.open("file:///t/other.txt", &text);
    assert_eq!(client.pushed("file:///t/other.txt", Some(1)).len(), diagnostics.len());
    client.finish();
}

#[test]
fn a_fault_outside_the_rules_loses_no_text() {
    let (mut client, _) = Client::start_with(able(), &[("HEGAO_FAULT", "core")]);
    assert_eq!(client.opened(GAP).len(), 1);
    client.change(URI, 2, json!([edit(span(0, 0, 0, 0), "〇出错〇\n")]));
    assert!(client.pushed(URI, Some(2)).is_empty());
    client.warned("文字没有丢失", "供测试的故障");
    // Logged for the change, and for the whole text that was tried after it.
    client.logged("供测试的故障");
    client.change(URI, 3, json!([edit(span(0, 0, 1, 0), "\n")]));
    assert_eq!(codes(&client.pushed(URI, Some(3))), [("numbering/gap", 2, 0)]);
    client.finish();
}

#[test]
fn a_question_to_the_client_holds_up_nothing() {
    let mut able = able();
    able["workspace"]["didChangeWatchedFiles"] = json!({ "dynamicRegistration": true });
    let mut client = Client::start(able);
    client.open(URI, GAP);
    let asked: Vec<_> =
        (0..300).map(|_| client.ask("textDocument/foldingRange", json!({ "textDocument": { "uri": URI } }))).collect();
    for id in asked {
        assert!(client.answer(id).get("error").is_none());
    }
    assert_eq!(client.pushed(URI, Some(1)).len(), 1);
    // It was asked, and has not been answered.
    client.next("client/registerCapability");
    client.finish();
}

#[test]
fn ten_thousand_changes_in_one_write_are_made_in_their_order() {
    let mut client = Client::start(able());
    assert_eq!(client.opened(GAP).len(), 1);
    // Each puts a line before one that only the change before it has moved there; out of order it would be refused.
    let mut bytes = Vec::new();
    for line in 1..=10_000 {
        let params = changing(URI, line + 1, json!([edit(span(line as u32, 0, line as u32, 0), "正文。\n")]));
        bytes.extend(framed(notification("textDocument/didChange", &params).to_string().as_bytes()));
    }
    client.raw(&bytes);
    let mut version = 1;
    let mut list = Value::Null;
    while version < 10_001 {
        list = client.next("textDocument/publishDiagnostics");
        assert!(list["version"].as_i64().unwrap() > version);
        version = list["version"].as_i64().unwrap();
    }
    assert_eq!(codes(list["diagnostics"].as_array().unwrap()), [("numbering/gap", 10_001, 0)]);
    client.finish();
}

#[test]
fn a_name_that_is_not_encoded_is_still_a_name() {
    let mut client = Client::start(able());
    let raw = "file:///t/工作 报告[1].txt";
    let encoded = "file:///t/%E5%B7%A5%E4%BD%9C%20%E6%8A%A5%E5%91%8A%5B1%5D.txt";
    client.open(raw, GAP);
    assert_eq!(client.pushed(encoded, Some(1)).len(), 1);
    // Another spelling of the same name is the same draft.
    client.change(&encoded.to_lowercase(), 2, json!([edit(span(1, 0, 1, 1), "二")]));
    assert!(client.pushed(encoded, Some(2)).is_empty());
    client.close(raw);
    assert!(client.pushed(encoded, None).is_empty());
    client.finish();
}

#[test]
fn a_long_computation_holds_up_neither_a_cancel_nor_a_question() {
    let mut client = Client::start(able());
    client.open(URI, &"我们要坚持人民至上，把各项工作落到实处。\n".repeat(100_000));
    let cancelled = client.ask("textDocument/documentSymbol", json!({ "textDocument": { "uri": URI } }));
    client.notify("$/cancelRequest", json!({ "id": cancelled }));
    let unknown = client.ask("perf/ping", json!({}));
    // Both come while the draft is still being read: its diagnostics follow.
    let mut answers =
        [client.next_of_all(), client.next_of_all()].map(|one| (one["id"].as_i64(), one["error"]["code"].as_i64()));
    answers.sort_unstable();
    assert_eq!(answers, [(Some(cancelled), Some(-32800)), (Some(unknown), Some(-32601))]);
    client.pushed(URI, Some(1));
    client.finish();
}

#[test]
fn many_waiting_requests_can_all_be_cancelled() {
    let mut client = Client::start(able());
    client.open(URI, &"我们要坚持人民至上，把各项工作落到实处。\n".repeat(20_000));
    let asked: Vec<_> = (0..500)
        .map(|_| client.ask("textDocument/documentSymbol", json!({ "textDocument": { "uri": URI } })))
        .collect();
    asked.iter().for_each(|id| client.notify("$/cancelRequest", json!({ "id": id })));
    for id in asked {
        client.answer(id);
    }
    client.pushed(URI, Some(1));
    client.finish();
}

#[test]
fn frames_that_are_no_messages_are_passed_over() {
    let mut client = Client::start(able());
    for body in ["", "{", "[]", "null", "{\"jsonrpc\":\"2.0\",\"id\":{}}", "{\"jsonrpc\":\"1.0\",\"method\":\"exit\"}"]
    {
        client.raw(&framed(body.as_bytes()));
    }
    client.raw(&framed(b"\xff\xfe\x00"));
    client.raw(&framed("[".repeat(50_000).as_bytes()));
    client.raw(b"noise without a header\r\n\r\nContent-Length: many\r\n\r\n");
    client.raw(b"content-length: 33\r\nContent-Type: application/json\r\nX: y\r\n\r\n{\"jsonrpc\":\"2.0\",\"method\":\"$/no\"}");
    assert_eq!(client.opened(GAP).len(), 1);
    client.finish();
}

#[test]
fn a_frame_over_the_limit_is_skipped_with_a_message() {
    let mut client = Client::start(able());
    let length = (512 << 20) + 1;
    client.raw(format!("Content-Length: {length}\r\n\r\n").as_bytes());
    let megabyte = vec![b' '; 1 << 20];
    (0..512).for_each(|_| client.raw(&megabyte));
    client.raw(b" ");
    assert!(client.next("window/showMessage")["message"].as_str().unwrap().contains("512 MB"));
    assert_eq!(client.opened(GAP).len(), 1);
    client.finish();
}

#[test]
fn parameters_may_be_null_or_missing() {
    let mut client = Client::spawn(&[]);
    client.send(&json!({ "jsonrpc": "2.0", "id": "一", "method": "initialize", "params": {
        "processId": null, "rootUri": null, "capabilities": {}, "workspaceFolders": null, "initializationOptions": null,
    } }));
    assert_eq!(client.next_of_all()["id"], "一");
    client.notify("initialized", json!({}));
    client.send(&json!({ "jsonrpc": "2.0", "id": 7, "method": "shutdown" }));
    assert_eq!(client.answer(7)["result"], Value::Null);
    client.send(&json!({ "jsonrpc": "2.0", "method": "exit" }));
    assert_eq!(client.ended(), Some(0));
}

#[test]
fn exit_without_shutdown_is_a_failure_even_while_the_input_stays_open() {
    let mut client = Client::start(able());
    client.opened(GAP);
    client.notify("exit", Value::Null);
    assert_eq!(client.ended(), Some(1));
}

#[test]
fn the_end_of_the_input_is_the_end() {
    let mut client = Client::start(able());
    client.opened(GAP);
    client.close_input();
    assert_eq!(client.ended(), Some(1));

    let mut client = Client::start(able());
    client.request("shutdown", Value::Null);
    client.close_input();
    assert_eq!(client.ended(), Some(0));
}

#[test]
fn the_end_of_the_input_within_a_frame_is_the_end_too() {
    let mut client = Client::start(able());
    client.raw(b"Content-Length: 1000\r\n\r\n{");
    client.close_input();
    assert_eq!(client.ended(), Some(1));
}

#[test]
#[cfg(unix)]
fn the_server_does_not_outlive_its_editor() {
    let mut editor = Command::new("cat").stdin(Stdio::piped()).stdout(Stdio::null()).spawn().unwrap();
    let mut client = Client::spawn(&[]);
    client.request("initialize", json!({ "processId": editor.id(), "rootUri": null, "capabilities": {} }));
    client.notify("initialized", json!({}));
    drop(editor.stdin.take());
    editor.wait().unwrap();
    // Its input is still open.
    assert_eq!(client.ended(), Some(1));
}

#[test]
#[cfg(unix)]
fn an_editor_that_cannot_be_seen_is_not_waited_for() {
    // The number of a process on another machine: here it has already ended.
    let mut other = Command::new("true").spawn().unwrap();
    other.wait().unwrap();
    let mut client = Client::spawn(&[]);
    client.request("initialize", json!({ "processId": other.id(), "rootUri": null, "capabilities": {} }));
    client.notify("initialized", json!({}));
    assert_eq!(client.opened(GAP).len(), 1);
    client.finish();
}
