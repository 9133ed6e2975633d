//! Figures held against last year's report, which `reference` in hegao.toml names.

use std::fs;

use serde_json::json;

use crate::cli::Folder;
use crate::client::{Client, able, codes};
use crate::docx::package;

const CONFIG: &str = "reference = [\"往年/去年.txt\"]\n";
const LAST: &str = "——2025年1月12日在清溪县第十七届人民代表大会第四次会议上\n\n各位代表：\n\n一、2024年工作回顾\n\n\
    全县粮食产量20.1万吨，外贸进出口总额3.2亿元。\n\n二、2025年工作安排\n\n外贸进出口总额3.3亿元。\n";
const HEAD: &str = "——2026年1月12日在清溪县第十七届人民代表大会第五次会议上\n\n各位代表：\n\n一、2025年工作回顾\n\n";

fn draft(words: &str) -> String {
    format!("{HEAD}{words}\n")
}

fn folder(words: &str) -> Folder {
    let folder = Folder::with(&[("hegao.toml", CONFIG), ("a.txt", &draft(words))]);
    fs::create_dir(folder.path().join("往年")).unwrap();
    folder.write("往年/去年.txt", LAST);
    folder
}

#[test]
fn a_value_of_last_year_is_held_against_last_years_report() {
    let folder = folder("2024年粮食产量21.6万吨，2025年再获丰收。");
    let ran = folder.run(&["lint", "a.txt"]);
    let expected = "2024年“粮食产量”这里是21.6万吨，往年/去年.txt第7行“一、2024年工作回顾”写的是20.1万吨";
    assert!(ran.out.contains(expected) && ran.out.contains("figure/cross-year"), "{ran:?}");
    assert!(ran.out.contains("另见: 往年/去年.txt写的是20.1万吨"), "{ran:?}");
    // A hint of what may have been revised does not fail a pipeline.
    assert_eq!(ran.code, 0);
    let found: serde_json::Value =
        serde_json::from_str(&folder.run(&["lint", "--format", "json", "a.txt"]).out).unwrap();
    let related = &found[0]["related"][0];
    assert_eq!((&related["path"], &related["range"]["start"]["line"]), (&json!("往年/去年.txt"), &json!(7)));
    folder.write("a.txt", draft("2024年粮食产量20.1万吨，2025年再获丰收。"));
    assert_eq!(folder.run(&["lint", "--format", "json", "a.txt"]).out, "[]\n");
}

#[test]
fn a_growth_is_held_against_last_years_value() {
    let found = |words: &str| folder(words).run(&["lint", "a.txt"]).out;
    assert!(found("外贸进出口总额3.4亿元，增长12.5%。").contains(
        "“外贸进出口总额”3.4亿元比往年/去年.txt第7行“一、2024年工作回顾”所写的3.2亿元增长6.3%，这里的增减是12.5%"
    ));
    for right in [
        "外贸进出口总额3.4亿元，增长6.3%。",
        "外贸进出口总额3.1亿元，下降3.1%。",
        "外贸进出口总额3.4亿元，按可比口径增长12.5%。",
        "外贸进出口总额约3.4亿元，增长12.5%。",
        "粮食产量20.9万吨。",
        // The target that last year's report had for this year.
        "外贸进出口总额3.6亿元，比上年增长12.5%。",
    ] {
        assert!(!found(right).contains("figure/cross-year"), "{right}");
    }
}

#[test]
fn a_reference_may_be_for_some_drafts_only_and_is_not_held_against_itself() {
    let folder = folder("2024年粮食产量21.6万吨，2025年再获丰收。");
    folder.write("hegao.toml", "[[overrides]]\nfiles = [\"b*\"]\nreference = [\"往年/去年.txt\"]\n");
    folder.write("b.txt", fs::read_to_string(folder.path().join("a.txt")).unwrap());
    let ran = folder.run(&["lint", "--format", "jsonl"]);
    assert!(ran.out.lines().count() == 1 && ran.out.contains("\"path\":\"b.txt\""), "{ran:?}");
}

#[test]
fn a_document_is_named_without_lines() {
    let folder = folder("2024年粮食产量21.6万吨，2025年再获丰收。");
    folder.write("hegao.toml", "reference = [\"去年.docx\"]\n");
    let lines = LAST.lines().filter(|line| !line.is_empty());
    let body: String = lines.map(|line| format!("<w:p><w:r><w:t>{line}</w:t></w:r></w:p>")).collect();
    fs::write(folder.path().join("去年.docx"), package(&body)).unwrap();
    let ran = folder.run(&["lint", "a.txt"]);
    assert!(ran.out.contains("去年.docx“一、2024年工作回顾”写的是20.1万吨"), "{ran:?}");
}

#[test]
fn a_reference_that_cannot_be_read_is_told_and_the_draft_is_checked() {
    let folder = folder("2024年粮食产量21.6万吨，攻艰克难。");
    folder.write("hegao.toml", "reference = [\"往年/前年.txt\", \"往年/去年.txt\"]\n");
    let ran = folder.run(&["lint", "a.txt"]);
    assert!(ran.err.contains("往年/前年.txt：没有这个文件；请检查路径；这份往年的报告没有比"), "{ran:?}");
    assert!(ran.out.contains("figure/cross-year") && ran.out.contains("攻坚克难"), "{ran:?}");
    assert_eq!(ran.code, 2);
}

#[test]
fn what_was_found_is_not_kept_where_a_reference_decides() {
    let folder = folder("2024年粮食产量21.6万吨，2025年再获丰收。");
    let lint = || {
        let mut command = folder.command(&["lint", "--format", "json", "a.txt"]);
        let output = command.env("XDG_CACHE_HOME", folder.path().join("缓存")).output().unwrap();
        String::from_utf8(output.stdout).unwrap()
    };
    assert!(lint().contains("figure/cross-year"));
    folder.write("往年/去年.txt", LAST.replace("20.1", "21.6"));
    assert_eq!(lint(), "[]\n");
}

#[test]
fn the_editor_goes_to_the_other_report_and_reads_it_again_when_it_changes() {
    let folder = folder("2024年粮食产量21.6万吨，2025年再获丰收。");
    let uri = |name: &str| format!("file://{}", folder.path().canonicalize().unwrap().join(name).display());
    let mut client = Client::start(able());
    let (draft, last) = (uri("a.txt"), uri("往年/去年.txt"));
    client.open(&draft, &fs::read_to_string(folder.path().join("a.txt")).unwrap());
    let list = client.pushed(&draft, Some(1));
    assert_eq!(codes(&list), [("figure/cross-year", 6, 9)]);
    let place = &list[0]["relatedInformation"][0]["location"];
    assert_eq!(
        place["range"],
        json!({ "start": { "line": 6, "character": 6 }, "end": { "line": 6, "character": 10 } })
    );
    assert!(place["uri"].as_str().unwrap().ends_with("%E5%8E%BB%E5%B9%B4.txt"), "{place}");
    let changed = |client: &mut Client, file: &str| {
        let event = json!({ "uri": file, "type": 2 });
        client.notify("workspace/didChangeWatchedFiles", json!({ "changes": [event] }));
    };
    folder.write("往年/去年.txt", LAST.replace("20.1", "21.6"));
    changed(&mut client, &last);
    assert!(client.pushed(&draft, Some(1)).is_empty());
    fs::remove_file(folder.path().join("往年/去年.txt")).unwrap();
    changed(&mut client, &last);
    client.warned("去年.txt", "这份往年的报告没有比");
    assert!(client.pushed(&draft, Some(1)).is_empty());
    folder.write("往年/去年.txt", LAST);
    changed(&mut client, &last);
    assert_eq!(client.pushed(&draft, Some(1)).len(), 1);
    client.finish();
}

/// A report of a year: the same place and office, the session and the year before it.
fn report(place: &str, session: &str, year: i32, words: &str) -> String {
    let review = year - 1;
    format!(
        "政府工作报告\n\n——{year}年1月12日在{place}第十七届人民代表大会第{session}次会议上\n\n县长　程望川\n\n各位代表：\n\n\
        现在，我代表县人民政府向大会报告工作，请予审议。\n\n一、{review}年工作回顾\n\n{words}\n"
    )
}

fn earlier() -> String {
    report("清溪县", "四", 2025, "全县粮食产量20.1万吨。")
}

fn later() -> String {
    report("清溪县", "五", 2026, "2024年粮食产量21.6万吨，2025年再获丰收。")
}

#[test]
fn last_years_report_is_found_beside_the_draft_by_its_head() {
    let folder = Folder::with(&[("今年.txt", &later()), ("甲.txt", &earlier())]);
    let ran = folder.run(&["lint", "今年.txt"]);
    assert!(ran.out.contains("甲.txt第13行“一、2024年工作回顾”写的是20.1万吨"), "{ran:?}");
    // A second draft of it leaves open which is meant; a report of another place or year, and one named so, are none.
    folder.write("乙.txt", earlier());
    assert!(!folder.run(&["lint", "今年.txt"]).out.contains("figure/cross-year"));
    for other in [
        earlier().replace("清溪县第", "鹿鸣县第"),
        report("清溪县", "三", 2024, "2024年粮食产量20.1万吨。"),
        earlier().replace("政府工作报告", "人大常委会工作报告"),
        "2025年报告\n\n全县粮食产量20.1万吨。\n".to_owned(),
    ] {
        let folder = Folder::with(&[("今年.txt", &later()), ("清溪县政府工作报告2025.txt", &other)]);
        assert!(!folder.run(&["lint", "今年.txt"]).out.contains("figure/cross-year"), "{other}");
    }
}

#[test]
fn last_years_report_may_lie_in_a_folder_beside_under_a_configuration() {
    let folder = Folder::with(&[("2026/报告.txt", &later()), ("2025/报告.txt", &earlier())]);
    let found = || folder.run(&["lint", "--statistics", "2026"]).out.contains("figure/cross-year");
    assert!(!found());
    folder.write("hegao.toml", "");
    assert!(found());
    folder.write("hegao.toml", "[rules]\n\"figure/cross-year\" = \"off\"\n");
    assert!(!found());
    // What the configuration names is meant alone.
    folder.write("hegao.toml", "reference = [\"别的.txt\"]\n");
    folder.write("别的.txt", report("清溪县", "四", 2025, "全县粮食产量21.6万吨。"));
    assert!(!found());
}

#[test]
fn the_editor_finds_last_years_report_beside_the_draft() {
    let folder = Folder::with(&[("a.txt", &later()), ("b.txt", &earlier())]);
    let uri = |name: &str| format!("file://{}", folder.path().canonicalize().unwrap().join(name).display());
    let mut client = Client::start(able());
    let draft = uri("a.txt");
    client.open(&draft, &later());
    let list = client.pushed(&draft, Some(1));
    assert_eq!(codes(&list), [("figure/cross-year", 12, 9)]);
    assert!(list[0]["message"].as_str().unwrap().contains("b.txt第13行"), "{list:?}");
    folder.write("b.txt", earlier().replace("20.1万吨", "21.60万吨"));
    let event = json!({ "uri": uri("b.txt"), "type": 2 });
    client.notify("workspace/didChangeWatchedFiles", json!({ "changes": [event] }));
    assert!(client.pushed(&draft, Some(1)).is_empty());
    client.finish();
}
