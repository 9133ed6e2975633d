//! What an editor is told beside diagnostics: hover, completion, hints, references, symbols, commands.

use serde_json::{Value, json};

use crate::client::{Client, URI, able, span};
use crate::server::GAP;

/// Two parts that refer to one another, the second of 24 characters.
const PARTS: &str = "一、工作回顾\n安排见第二部分。\n二、工作安排\n（一）抓项目\n全年安排重点项目八项。\n";

fn opened(text: &str) -> Client {
    let mut client = Client::start(able());
    client.opened(text);
    client
}

fn labels(proposals: &Value) -> Vec<&str> {
    proposals["items"].as_array().unwrap().iter().map(|item| item["label"].as_str().unwrap()).collect()
}

#[test]
fn nothing_is_offered_to_a_client_that_does_not_ask_for_it() {
    let (client, answer) = Client::start_with(json!({}), &[]);
    let offered: Vec<&String> = answer.as_object().unwrap().keys().collect();
    assert_eq!(offered, ["positionEncoding", "textDocumentSync"]);
    client.finish();
}

#[test]
fn a_draft_that_is_not_open_has_nothing_and_is_no_error() {
    let mut client = Client::start(able());
    for method in ["hover", "completion", "definition", "references", "documentHighlight"] {
        assert_eq!(client.at(method, 0, 0), Value::Null, "{method}");
    }
    client.opened(GAP);
    for method in ["hover", "completion", "definition", "references", "documentHighlight"] {
        assert_eq!(client.at(method, 9, 9), Value::Null, "{method} past the end");
    }
    client.finish();
}

#[test]
fn hover_on_a_finding_explains_it_with_the_manual_of_its_rule() {
    let mut client = opened(GAP);
    let hover = client.at("hover", 1, 0);
    assert_eq!(hover["contents"]["kind"], "markdown");
    let words = hover["contents"]["value"].as_str().unwrap();
    assert!(words.contains("**编号缺号**（警告，`numbering/gap`）") && words.contains("这里应为“二”"), "{words}");
    assert!(words.contains("GB/T 9704") && words.contains("不报：\n\n```text\n"), "{words}");
    assert_eq!(hover["range"]["start"], json!({ "line": 1, "character": 0 }));
    client.finish();
}

#[test]
fn a_client_that_shows_the_message_itself_is_not_told_it_again() {
    let words = |extra: Value| {
        let mut introduction = json!({ "processId": null, "rootUri": null, "capabilities": able() });
        introduction.as_object_mut().unwrap().extend(extra.as_object().unwrap().clone());
        let (mut client, _) = Client::start_as(introduction, &[]);
        client.opened(GAP);
        let hover = client.at("hover", 1, 0);
        client.finish();
        hover["contents"]["value"].as_str().unwrap().to_owned()
    };
    let message = "这里应为“二”";
    assert!(words(json!({ "clientInfo": { "name": "Neovim", "version": "0.11.4" } })).contains(message));
    for showing in [
        json!({ "clientInfo": { "name": "Visual Studio Code" } }),
        json!({ "clientInfo": { "name": "Sublime Text LSP", "version": "2.0.0" } }),
        json!({ "clientInfo": { "name": "code-server" }, "initializationOptions": { "features": { "hoverMessages": false } } }),
    ] {
        let words = words(showing);
        assert!(words.starts_with("**编号缺号**（`numbering/gap`）") && words.contains("GB/T 9704"), "{words}");
        assert!(!words.contains(message), "{words}");
    }
}

#[test]
fn hover_is_plain_for_a_client_that_shows_no_markdown() {
    let mut able = able();
    able["textDocument"]["hover"] = json!({});
    let mut client = Client::start(able);
    client.opened(GAP);
    let hover = client.at("hover", 1, 0);
    assert_eq!(hover["contents"]["kind"], "plaintext");
    assert!(hover["contents"]["value"].as_str().unwrap().starts_with("编号缺号（警告，numbering/gap）"));
    client.finish();
}

#[test]
fn hover_on_a_heading_tells_length_share_and_reading_time() {
    let mut client = opened(PARTS);
    let hover = client.at("hover", 2, 3);
    let words = hover["contents"]["value"].as_str().unwrap();
    assert!(words.contains("23字，占全稿（37字）的62.2%") && words.contains("不到1分钟（按每分钟200字）"), "{words}");
    assert_eq!(hover["range"], span(2, 0, 2, 6));
    assert_eq!(client.at("hover", 4, 3), Value::Null);
    client.finish();
}

#[test]
fn a_line_may_go_on_with_the_next_ordinal_of_each_level() {
    let mut client = opened("一、回顾\n（一）抓项目\n加快建设。\n\n");
    let proposals = client.at("completion", 3, 0);
    assert_eq!(labels(&proposals), ["（二）", "二、", "1."]);
    let first = &proposals["items"][0];
    assert_eq!((&first["textEdit"]["range"], &first["filterText"]), (&span(3, 0, 3, 0), &json!("（二）")));
    assert_eq!(first["detail"], "接“（一）抓项目”");
    // What is typed already is replaced, and only what begins with it is proposed.
    client.change(URI, 2, json!([{ "range": span(3, 0, 3, 0), "text": "（" }]));
    client.pushed(URI, Some(2));
    let proposals = client.at("completion", 3, 1);
    assert_eq!(labels(&proposals), ["（二）"]);
    assert_eq!(proposals["items"][0]["textEdit"]["range"], span(3, 0, 3, 1));
    // The bracket with which the editor has closed the first is replaced, too.
    client.change(URI, 3, json!([{ "range": span(3, 1, 3, 1), "text": "）" }]));
    client.pushed(URI, Some(3));
    assert_eq!(client.at("completion", 3, 1)["items"][0]["textEdit"]["range"], span(3, 0, 3, 2));
    client.finish();
}

#[test]
fn a_sequence_goes_on_behind_a_mark_and_nothing_else_is_proposed_there() {
    let mut client = opened("主要抓三件事。一是扩投资；\n全年平稳。\n");
    assert_eq!(labels(&client.at("completion", 0, 13)), ["二是"]);
    assert_eq!(labels(&client.at("completion", 0, 10)), Vec::<&str>::new());
    client.finish();
}

#[test]
fn sections_are_shown_with_their_characters_in_the_range_asked_for() {
    let mut able = able();
    able["textDocument"].as_object_mut().unwrap().remove("codeLens");
    let mut client = Client::start(able);
    client.opened(PARTS);
    let mut hints = |range: Value| -> Vec<(Value, String)> {
        let params = json!({ "textDocument": { "uri": URI }, "range": range });
        let hints = client.request("textDocument/inlayHint", params);
        let all = hints.as_array().unwrap().iter();
        all.map(|hint| (hint["position"].clone(), hint["label"].as_str().unwrap().to_owned())).collect()
    };
    let at = |line: u32, column: u32| json!({ "line": line, "character": column });
    let all = hints(span(0, 0, 5, 0));
    assert_eq!(all, [(at(0, 6), "14字".to_owned()), (at(2, 6), "23字".to_owned()), (at(3, 6), "17字".to_owned())]);
    assert_eq!(hints(span(3, 0, 4, 0)), all[2..]);
    client.finish();
}

#[test]
fn a_reference_leads_to_its_part_and_the_part_to_its_references() {
    let mut client = opened(PARTS);
    let there = client.at("definition", 1, 5);
    assert_eq!((&there[0]["targetUri"], &there[0]["targetRange"]), (&json!(URI), &span(2, 0, 2, 6)));
    assert_eq!(there[0]["originSelectionRange"], span(1, 3, 1, 7));
    let all = client.at("references", 2, 1);
    assert_eq!((&all[0]["range"], &all[1]["range"]), (&span(1, 3, 1, 7), &span(2, 0, 2, 6)));
    let marks = client.at("documentHighlight", 1, 3);
    assert_eq!((&marks[0]["range"], &marks[1]["range"]), (&span(1, 3, 1, 7), &span(2, 0, 2, 6)));
    client.finish();
}

#[test]
fn an_appendix_is_found_by_its_number_however_it_is_written() {
    let mut client = opened("一、回顾\n各项指标见附件2，名单见附件一。\n附件1\n名单\n附件2\n指标\n");
    let there = client.at("definition", 1, 7);
    assert_eq!(there[0]["targetRange"], span(4, 0, 4, 3));
    assert_eq!(client.at("definition", 1, 14)[0]["targetRange"], span(2, 0, 2, 3));
    client.finish();
}

#[test]
fn a_client_without_links_gets_places() {
    let mut able = able();
    able["textDocument"]["definition"] = json!({});
    let mut client = Client::start(able);
    client.opened(PARTS);
    assert_eq!(client.at("definition", 1, 5), json!([{ "uri": URI, "range": span(2, 0, 2, 6) }]));
    client.finish();
}

#[test]
fn the_ordinals_of_a_run_are_marked_together() {
    let mut client = opened("一、甲\n（一）乙\n（二）丙\n");
    let marks = client.at("documentHighlight", 2, 1);
    let ranges: Vec<&Value> = marks.as_array().unwrap().iter().map(|mark| &mark["range"]).collect();
    assert_eq!(ranges, [&span(1, 0, 1, 3), &span(2, 0, 2, 3)]);
    client.finish();
}

#[test]
fn headings_of_all_drafts_are_found_by_their_characters() {
    let mut client = opened(PARTS);
    client.open("file:///t/other.txt", "一、项目建设\n甲\n二、其他\n乙\n");
    client.pushed("file:///t/other.txt", Some(1));
    let mut found = |query: &str| -> Vec<(String, String)> {
        let symbols = client.request("workspace/symbol", json!({ "query": query }));
        let text = |value: &Value| value.as_str().unwrap().to_owned();
        let all = symbols.as_array().unwrap().iter();
        all.map(|symbol| (text(&symbol["name"]), text(&symbol["location"]["uri"]))).collect()
    };
    let names: Vec<String> = found("项目").into_iter().map(|(name, _)| name).collect();
    assert_eq!(names, ["（一）抓项目", "一、项目建设"]);
    assert_eq!(found("工安"), [("二、工作安排".to_owned(), URI.to_owned())]);
    assert_eq!(found("").len(), 5);
    client.finish();
}

#[test]
fn a_command_gives_the_manual_of_a_rule() {
    let mut client = opened(GAP);
    let manual = client.command("hegao.rule", json!(["numbering/gap"]));
    assert_eq!(manual["title"], "编号缺号");
    assert!(manual["markdown"].as_str().unwrap().starts_with("# 编号缺号") && manual["uri"].is_string());
    for (name, arguments, message) in [
        ("hegao.rule", json!(["x"]), "没有规则“x”"),
        ("hegao.rule", json!([]), "缺少参数"),
        ("hegao.x", json!([]), "没有命令"),
    ] {
        let id = client.ask("workspace/executeCommand", json!({ "command": name, "arguments": arguments }));
        let answer = client.answer(id);
        assert!(answer["error"]["message"].as_str().unwrap().contains(message), "{answer}");
    }
    client.finish();
}

#[test]
fn a_command_sums_a_draft_up() {
    let mut client = opened(GAP);
    let summary = client.command("hegao.summary", json!([URI]));
    assert_eq!((&summary["characters"], &summary["readingTime"]), (&json!(6), &json!("不到1分钟")));
    assert_eq!(summary["findings"], json!({ "error": 0, "warning": 1, "info": 0, "hint": 0 }));
    assert_eq!(client.command("hegao.summary", json!(["file:///t/closed.txt"])), Value::Null);
    client.finish();
}
