//! Figures in the editor: what a number was read as, and the check sheet as a command answers it.

use serde_json::{Value, json};

use crate::client::{Client, URI, able};

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
    assert!(grain.contains("年份：2025年") && grain.contains("同一指标还见于：第9行 21.6万吨"), "{grain}");
    client.finish();
}

#[test]
fn a_command_answers_with_the_check_sheet() {
    let mut client = Client::start(able());
    client.opened(DRAFT);
    let sheet = client.command("hegao.figures", json!([URI]));
    assert_eq!(sheet["summary"], json!({ "figures": 7, "right": 4, "wrong": 0 }));
    assert_eq!((&sheet["figures"][0]["place"], &sheet["figures"][0]["number"]), (&json!("5:7"), &json!("96")));
    assert_eq!(client.command("hegao.figures", json!(["file:///t/closed.txt"])), Value::Null);
    client.finish();
}
