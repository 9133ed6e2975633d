//! What an editor paints and links: semantic tokens, code lenses, selection ranges, document links.

use serde_json::{Value, json};

use crate::client::{Client, URI, able, edit, span};

const TEXT: &str = "县政府工作报告\n一、2025年工作回顾\n全年办结12件，印发《工作要点》，推进“双减”。\n";

fn opened(text: &str) -> (Client, Value) {
    let (mut client, answer) = Client::start_with(able(), &[]);
    client.opened(text);
    (client, answer)
}

/// Tokens as line, column, length and type.
fn decoded(data: &Value, legend: &Value) -> Vec<(u64, u64, u64, String)> {
    let numbers: Vec<u64> = data.as_array().unwrap().iter().map(|number| number.as_u64().unwrap()).collect();
    let (mut line, mut column) = (0, 0);
    let mut all = Vec::new();
    for token in numbers.chunks(5) {
        column = if token[0] == 0 { column + token[1] } else { token[1] };
        line += token[0];
        let name = legend["tokenTypes"][token[3] as usize].as_str().unwrap().to_owned();
        all.push((line, column, token[2], name));
    }
    all
}

#[test]
fn headings_phrases_figures_titles_and_quotations_are_coloured() {
    let (mut client, answer) = opened(TEXT);
    let legend = answer["semanticTokensProvider"]["legend"].clone();
    let full = client.about("semanticTokens/full", json!({}));
    let token = |line, column, length, name: &str| (line, column, length, name.to_owned());
    let expected = [
        token(0, 0, 7, "namespace"),
        token(1, 0, 11, "class"),
        token(2, 4, 3, "number"),
        token(2, 10, 6, "type"),
        token(2, 19, 1, "string"),
        token(2, 20, 2, "keyword"),
        token(2, 22, 1, "string"),
    ];
    assert_eq!(decoded(&full["data"], &legend), expected);
    let part = client.about("semanticTokens/range", json!({ "range": span(1, 0, 1, 5) }));
    assert_eq!(decoded(&part["data"], &legend), expected[1..2]);
    client.finish();
}

#[test]
fn a_change_of_one_word_changes_few_tokens() {
    let (mut client, answer) = opened(TEXT);
    let legend = answer["semanticTokensProvider"]["legend"].clone();
    let full = client.about("semanticTokens/full", json!({}));
    client.change(URI, 2, json!([edit(span(2, 4, 2, 6), "八")]));
    client.pushed(URI, Some(2));
    let delta = client.about("semanticTokens/full/delta", json!({ "previousResultId": full["resultId"] }));
    let change = &delta["edits"][0];
    let (start, gone) = (change["start"].as_u64().unwrap() as usize, change["deleteCount"].as_u64().unwrap() as usize);
    assert!(start >= 10, "the headings are not told again: {delta}");
    // What the editor has then is what it would get anew.
    let mut numbers = full["data"].as_array().unwrap().clone();
    numbers.splice(start..start + gone, change["data"].as_array().unwrap().clone());
    let anew = client.about("semanticTokens/full", json!({}));
    assert_eq!(decoded(&Value::Array(numbers), &legend), decoded(&anew["data"], &legend));
    // A name that is not the last gets all.
    let all = client.about("semanticTokens/full/delta", json!({ "previousResultId": full["resultId"] }));
    assert_eq!(all["data"], anew["data"]);
    client.finish();
}

#[test]
fn parts_say_how_long_they_are_and_what_was_found_in_them() {
    let (mut client, _) = opened("一、甲\n（一）乙\n（三）丙\n二、丁\n全年平稳。\n");
    let lenses = client.about("codeLens", json!({}));
    let titles: Vec<&str> =
        lenses.as_array().unwrap().iter().map(|lens| lens["command"]["title"].as_str().unwrap()).collect();
    assert_eq!(titles, ["11字 · 念完不到1分钟 · 1处问题", "8字 · 念完不到1分钟 · 未发现问题"]);
    assert_eq!(lenses[1]["range"], span(3, 0, 3, 3));
    client.finish();
}

#[test]
fn a_selection_grows_from_the_character_to_the_draft() {
    let text = "政府工作报告\n一、回顾\n（一）抓项目\n全年投资增长，开工项目1200个，完工“双百”项目。总体平稳。\n二、安排\n乙\n";
    let (mut client, _) = opened(text);
    let mut grown = |line: u32, column: u32| -> Vec<String> {
        let position = json!({ "line": line, "character": column });
        let answer = client.about("selectionRange", json!({ "positions": [position] }));
        let mut ranges = Vec::new();
        let mut at = &answer[0];
        while at.is_object() {
            let (start, end) = (&at["range"]["start"], &at["range"]["end"]);
            ranges.push(words(text, start, end));
            at = &at["parent"];
        }
        ranges
    };
    let sentence = "全年投资增长，开工项目1200个，完工“双百”项目。";
    let paragraph = format!("{sentence}总体平稳。");
    let below = format!("（一）抓项目\n{paragraph}");
    let part = format!("一、回顾\n{below}");
    let outer = |inner: &[&str]| -> Vec<String> {
        let rest = [sentence, &paragraph, &below, &part, text.trim_end(), text];
        inner.iter().copied().chain(rest).map(str::to_owned).collect()
    };
    assert_eq!(grown(3, 10), outer(&["目", "项目", "开工项目1200个，"]));
    assert_eq!(grown(3, 12), outer(&["2", "1200个", "开工项目1200个，"]));
    assert_eq!(grown(3, 20), outer(&["双", "双百", "“双百”", "完工“双百”项目。"]));
    client.finish();
}

/// The words between two positions.
fn words(text: &str, start: &Value, end: &Value) -> String {
    let at = |place: &Value| {
        let (line, column) = (place["line"].as_u64().unwrap() as usize, place["character"].as_u64().unwrap() as usize);
        let before: usize = text.split_inclusive('\n').take(line).map(str::len).sum();
        before + text[before..].chars().take(column).map(char::len_utf8).sum::<usize>()
    };
    text[at(start)..at(end)].to_owned()
}

#[test]
fn appendices_parts_and_files_beside_the_draft_are_links() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::create_dir(folder.path().join("附件")).unwrap();
    std::fs::write(folder.path().join("附件/名单.xlsx"), "").unwrap();
    std::fs::write(folder.path().join("要点.docx"), "").unwrap();
    let uri = format!("file://{}/a.txt", folder.path().display());
    let (mut client, _) = Client::start_with(able(), &[]);
    client.open(&uri, "一、甲\n详见附件1、附件/名单.xlsx、没有.docx、要点.docx。\n二、乙，见第一部分\n附件1\n");
    client.pushed(&uri, Some(1));
    let links = client.request("textDocument/documentLink", json!({ "textDocument": { "uri": uri } }));
    let all: Vec<(Value, String)> = links
        .as_array()
        .unwrap()
        .iter()
        .map(|link| {
            let target = percent_encoding::percent_decode_str(link["target"].as_str().unwrap()).decode_utf8().unwrap();
            (link["range"].clone(), target.rsplit_once('/').unwrap().1.to_owned())
        })
        .collect();
    let link = |range: Value, name: &str| (range, name.to_owned());
    let expected = [
        link(span(1, 2, 1, 5), "a.txt#L4"),
        link(span(1, 6, 1, 16), "名单.xlsx"),
        link(span(1, 25, 1, 32), "要点.docx"),
        link(span(2, 5, 2, 9), "a.txt#L1"),
    ];
    assert_eq!(all, expected);
    assert_eq!(links[0]["tooltip"], "转到该处");
    client.finish();
}

#[test]
fn the_length_of_a_section_is_shown_once() {
    let text = "一、工作回顾\n安排见第二部分。\n二、工作安排\n（一）抓项目\n全年安排重点项目八项。\n";
    let labels = |able: Value, name: &str| -> Vec<String> {
        let client = json!({ "name": name });
        let introduction = json!({ "processId": null, "rootUri": null, "capabilities": able, "clientInfo": client });
        let (mut client, _) = Client::start_as(introduction, &[]);
        client.opened(text);
        let hints = client.about("inlayHint", json!({ "range": span(0, 0, 5, 0) }));
        client.finish();
        hints.as_array().unwrap().iter().map(|hint| hint["label"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(labels(able(), "Visual Studio Code"), ["17字"], "the lines above the parts tell theirs");
    assert_eq!(labels(able(), "Neovim"), ["14字", "23字", "17字"], "its users rarely have these lines");
    let mut bare = able();
    bare["textDocument"].as_object_mut().unwrap().remove("codeLens");
    assert_eq!(labels(bare, "Helix"), ["14字", "23字", "17字"]);
}

#[test]
fn a_whole_draft_may_be_asked_for_by_the_line_behind_its_last() {
    let (mut client, _) = opened("一、工作回顾\n（一）抓项目\n全年安排重点项目八项。");
    let whole = json!({ "range": span(0, 0, 3, 0) });
    let hints = client.about("inlayHint", whole.clone());
    assert_eq!(hints.as_array().map(Vec::len), Some(1));
    assert!(client.about("semanticTokens/range", whole)["data"].as_array().is_some_and(|data| !data.is_empty()));
    client.finish();
}

#[test]
fn numbers_in_names_are_no_figures() {
    let (mut client, answer) = opened("增强“四个意识”，贯彻党的二十大精神，办好12件实事，2025年三项制度全面落实。\n");
    let legend = answer["semanticTokensProvider"]["legend"].clone();
    let full = client.about("semanticTokens/full", json!({}));
    let all = decoded(&full["data"], &legend).into_iter();
    let numbers: Vec<(u64, u64, String)> = all
        .filter(|(.., name)| name == "number" || name == "event")
        .map(|(_, at, length, name)| (at, length, name))
        .collect();
    assert_eq!(numbers, [(21, 3, "number".into()), (27, 5, "event".into())]);
    client.finish();
}

#[test]
fn a_rate_that_is_not_stated_is_shown_behind_its_numbers_unless_turned_off() {
    let labels = |options: Value| -> Vec<(Value, String)> {
        let introduction =
            json!({ "processId": null, "rootUri": null, "capabilities": able(), "initializationOptions": options });
        let (mut client, _) = Client::start_as(introduction, &[]);
        client.opened("二、工作安排\n（一）抓项目\n经营主体由1.85万户增加到2.02万户。\n");
        let hints = client.about("inlayHint", json!({ "range": span(0, 0, 3, 0) }));
        client.finish();
        let one = |hint: &Value| (hint["position"].clone(), hint["label"].as_str().unwrap().to_owned());
        hints.as_array().unwrap().iter().map(one).collect()
    };
    let length = (json!({ "line": 1, "character": 6 }), "27字".to_owned());
    let rate = (json!({ "line": 2, "character": 20 }), "＝增长9.2%".to_owned());
    assert_eq!(labels(json!({})), [length.clone(), rate]);
    assert_eq!(labels(json!({ "features": { "figureHints": false } })), [length]);
}
