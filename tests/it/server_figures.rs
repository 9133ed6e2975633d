//! Figures in the editor: what a number was read as, and the check sheet as a command answers it.

use serde_json::{Value, json};

use std::fs;

use crate::client::{Client, URI, able, span};

const DRAFT: &str = "——2026年1月12日在清溪县第十七届人民代表大会第五次会议上\n\n一、2025年工作回顾\n\n\
    实施重点项目96个，其中续建41个、新开工38个、前期储备17个。\n\n粮食产量21.6万吨，增长2%。\n\n粮食产量21.6万吨。\n";

#[test]
fn hover_on_a_number_tells_how_it_was_read_and_checked() {
    let mut client = Client::start(able());
    client.opened(DRAFT);
    let text = |hover: Value| hover["contents"]["value"].as_str().unwrap_or_default().to_owned();
    let total = text(client.at("hover", 4, 7));
    assert!(total.contains("实施重点项目") && total.contains("核对相符：41+38+17=96"), "{total}");
    let grain = text(client.at("hover", 6, 6));
    let others = "同一指标还见于：第7行 增长2%（2025年）；第9行 21.6万吨（2025年），与这里一致";
    assert!(grain.contains("年份：2025年") && grain.contains(others), "{grain}");
    client.finish();
}

const REVENUE: &str = "——2026年1月12日在清溪县第十七届人民代表大会第五次会议上\n\n一、2025年工作回顾\n\n\
    一般公共预算收入完成14.2亿元，增长5.1%；县本级一般公共预算收入6.3亿元。\n\n二、2026年工作安排\n\n\
    一般公共预算收入达到14.9亿元，粮食产量21.6万吨。\n";

#[test]
fn an_indicator_is_found_from_its_name_or_its_number_wherever_it_has_a_value() {
    let mut client = Client::start(able());
    client.opened(REVENUE);
    let ranges = |answer: Value| -> Vec<Value> {
        answer.as_array().unwrap().iter().map(|found| found["range"].clone()).collect()
    };
    // Name and number stand together; what it grew by has no name of its own; the county's own budget is another.
    let all = [span(4, 0, 4, 16), span(4, 19, 4, 23), span(8, 0, 8, 16)];
    for (line, column) in [(4, 3), (4, 11), (8, 12)] {
        assert_eq!(ranges(client.at("references", line, column)), all, "{line}:{column}");
        assert_eq!(ranges(client.at("documentHighlight", line, column)), all, "{line}:{column}");
    }
    let told = client.at("hover", 8, 3)["contents"]["value"].as_str().unwrap().to_owned();
    let places = "第5行 14.2亿元（2025年）；第5行 增长5.1%（2025年）；第9行 14.9亿元（2026年）";
    assert!(told.contains(&format!("**一般公共预算收入**\n\n本稿各处：{places}")), "{told}");
    assert_eq!(client.at("references", 4, 35), Value::Null, "told once");
    client.finish();
}

#[test]
fn an_indicator_is_found_by_name_in_all_drafts_with_its_value_and_year() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("hegao.toml"), "").unwrap();
    fs::write(
        folder.path().join("去年.txt"),
        REVENUE.replace("2025", "2024").replace("2026", "2025").replace("14.2", "13.5"),
    )
    .unwrap();
    let root = format!("file://{}", folder.path().display());
    let mut capabilities = able();
    capabilities["workspace"]["workspaceFolders"] = json!(true);
    let folders = json!([{ "uri": root, "name": "稿件" }]);
    let introduction =
        json!({ "processId": null, "rootUri": null, "capabilities": capabilities, "workspaceFolders": folders });
    let (mut client, _) = Client::start_as(introduction, &[]);
    client.opened(REVENUE);
    let mut found = |query: &str| -> Vec<(String, bool, Value)> {
        let symbols = client.request("workspace/symbol", json!({ "query": query }));
        let one = |symbol: &Value| {
            let open = symbol["location"]["uri"] == URI;
            (symbol["name"].as_str().unwrap().to_owned(), open, symbol["location"]["range"].clone())
        };
        symbols.as_array().unwrap().iter().map(one).collect()
    };
    let values = |all: Vec<(String, bool, Value)>| -> Vec<String> { all.into_iter().map(|(name, ..)| name).collect() };
    let of_year = found("一般公共预算收入 14.2");
    assert_eq!(of_year, [("一般公共预算收入 14.2亿元（2025年）".to_owned(), true, span(4, 10, 4, 16))]);
    assert_eq!(
        values(found("县本级一般")),
        ["县本级一般公共预算收入 6.3亿元（2025年）", "县本级一般公共预算收入 6.3亿元（2024年）"]
    );
    let closed = found("收入13.5");
    assert_eq!((closed.len(), closed[0].1, &closed[0].2), (1, false, &span(4, 10, 4, 16)));
    assert_eq!(values(found("回顾")), ["一、2025年工作回顾", "一、2024年工作回顾"], "headings come first");
    client.finish();
}

#[test]
fn a_command_answers_with_the_check_sheet() {
    let mut client = Client::start(able());
    client.opened(DRAFT);
    let sheet = client.command("hegao.figures", json!([URI]));
    assert_eq!(sheet["summary"], json!({ "figures": 7, "right": 6, "wrong": 0 }));
    assert_eq!((&sheet["figures"][0]["place"], &sheet["figures"][0]["number"]), (&json!("5:7"), &json!("96")));
    assert_eq!(client.command("hegao.figures", json!(["file:///t/closed.txt"])), Value::Null);
    client.finish();
}

#[test]
fn every_number_that_may_be_wrong_can_be_put_right_and_none_is_unasked() {
    let mut client = Client::start(able());
    client.open(URI, "实施重点项目96个，其中续建41个、新开工38个、前期储备19个。\n");
    let list = client.pushed(URI, Some(1));
    assert_eq!(list[0]["code"], "figure/sum");
    let mut actions = |context: Value| -> Vec<Value> {
        let params = json!({ "textDocument": { "uri": URI }, "range": span(0, 7, 0, 7), "context": context });
        client.request("textDocument/codeAction", params).as_array().unwrap().clone()
    };
    let all = actions(json!({ "diagnostics": [], "only": ["quickfix"] }));
    let numbers: Vec<(Value, Value)> = all
        .iter()
        .filter(|action| action["title"].as_str().unwrap().contains("请先核实哪个数有误"))
        .map(|action| {
            let edit = &action["edit"]["documentChanges"][0]["edits"];
            assert_eq!(edit.as_array().unwrap().len(), 1);
            assert_eq!(action["diagnostics"][0]["code"], "figure/sum");
            assert!(action.get("isPreferred").is_none(), "{action}");
            (edit[0]["range"]["start"]["character"].clone(), edit[0]["newText"].clone())
        })
        .collect();
    // The total, then each part with what is left for it.
    let expected = [(6, "98"), (14, "39"), (21, "36"), (29, "17")];
    assert_eq!(numbers, expected.map(|(column, number)| (json!(column), json!(number))));
    assert_eq!(actions(json!({ "diagnostics": [], "only": ["source.fixAll"] })), [] as [Value; 0]);
    client.finish();
}
