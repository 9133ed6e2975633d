//! `hegao figures`: the three formats of the check sheet.

use super::cli::Folder;

const DRAFT: &str = "——2026年1月12日在清溪县第十七届人民代表大会第五次会议上\n\n一、2025年工作回顾\n\n\
    实施重点项目96个，其中续建41个、新开工38个、前期储备17个。完成“一窗通办”改革，接待群众约500人。\n";

#[test]
fn the_table_tells_what_was_checked_and_what_is_left() {
    let ran = Folder::with(&[("稿.txt", DRAFT)]).run(&["figures", "稿.txt"]);
    assert_eq!(ran.code, 0);
    assert!(ran.out.contains("实施重点项目") && ran.out.contains("相符 41+38+17=96"), "{}", ran.out);
    let end = "共 5 个数：4 个经算术核对相符，0 个所在的算式不符，1 个须对照来源核实\n按规则：分项之和（figure/sum）4 个；hegao rule 规则名 看说明\n";
    assert!(ran.out.ends_with(end), "{}", ran.out);
}

#[test]
fn the_table_stands_under_the_headings_of_the_draft_and_its_numbers_line_up() {
    let ran = Folder::with(&[("稿.txt", DRAFT)]).run(&["figures", "稿.txt"]);
    let lines: Vec<&str> = ran.out.lines().collect();
    assert_eq!(lines[1], "一、2025年工作回顾");
    let cells = |text: &str| text.chars().map(hegao::text::han::cells).sum::<usize>();
    let end = |line: &str, word: &str| cells(line.split(word).next().unwrap()) + word.len();
    assert_eq!(end(lines[2], "96"), end(lines[3], "41"));
    assert!(lines[6].contains("约500"), "{}", lines[6]);
}

#[test]
fn the_csv_opens_in_a_spreadsheet_program() {
    let ran = Folder::with(&[("稿.txt", DRAFT)]).run(&["figures", "稿.txt", "--format", "csv"]);
    let text = ran.out.strip_prefix('\u{feff}').expect("a byte order mark tells the encoding");
    let mut lines = text.split("\r\n");
    assert_eq!(lines.next(), Some("序号,文件,章节,位置,口径,指标,年份,数值,单位,概数,类别,原文,核对,算式,规则"));
    let first = lines.next().unwrap();
    assert!(first.starts_with("1,稿.txt,一、2025年工作回顾,第5行第7字,,实施重点项目,2025年,96,个,,数值,"), "{first}");
    assert!(first.ends_with(",相符,41+38+17=96,分项之和（figure/sum）"), "{first}");
    assert_eq!(text.split("\r\n").filter(|line| !line.is_empty()).count(), 6);
}

#[test]
fn a_cell_that_begins_like_a_formula_stays_text() {
    let folder = Folder::with(&[("=稿.txt", "接待群众500人。\n")]);
    let ran = folder.run(&["figures", "=稿.txt", "--format", "csv"]);
    assert!(ran.out.contains(",'=稿.txt,"), "{}", ran.out);
}

#[test]
fn spreadsheet_programs_take_no_cell_for_a_date_a_time_or_words() {
    let text = "一、2025年工作回顾\n进出口总额增长-2.6%，贷款１２，３４５．６万元，每户补助3-5万元。\n";
    let ran = Folder::with(&[("稿.txt", text)]).run(&["figures", "稿.txt", "--format", "csv"]);
    let mut rows = csv::Reader::from_reader(ran.out.strip_prefix('\u{feff}').unwrap().as_bytes());
    let rows: Vec<csv::StringRecord> = rows.records().map(Result::unwrap).collect();
    let column = |at: usize| rows.iter().map(|row| row[at].to_owned()).collect::<Vec<_>>();
    assert_eq!(column(3), ["第2行第9字", "第2行第16字", "第2行第33字"]);
    assert_eq!(column(7), ["-2.6", "12345.6", "3—5"]);
}

#[test]
fn a_folder_is_walked_as_lint_walks_it() {
    let folder = Folder::with(&[
        ("报告/稿.txt", DRAFT),
        ("报告/.gitignore", "旧稿\n"),
        ("报告/旧稿/稿.txt", DRAFT),
        ("报告/说明.rs", DRAFT),
    ]);
    folder.write("报告/另一稿.md", "接待群众500人。\n");
    let table = folder.run(&["figures", "报告"]);
    assert_eq!(table.code, 0, "{}", table.err);
    let named: Vec<&str> = table.out.lines().filter(|line| line.starts_with("报告")).collect();
    assert_eq!(named.len(), 2, "{}", table.out);
    assert!(named[0].ends_with("另一稿.md") && named[1].ends_with("稿.txt"), "{named:?}");
    let end = "\n2 份稿，共 6 个数：4 个经算术核对相符，0 个所在的算式不符，2 个须对照来源核实\n";
    assert!(table.out.ends_with(end), "{}", table.out);
    let json: serde_json::Value =
        serde_json::from_str(&folder.run(&["figures", "--format", "json"]).out).expect("the current folder");
    assert_eq!(json.as_array().unwrap().len(), 2);
    let csv = folder.run(&["figures", "报告", "--format", "csv"]);
    assert_eq!(csv.out.matches('\u{feff}').count(), 1, "one table for all");
    assert_eq!(csv.out.lines().filter(|line| line.contains(",报告")).count(), 6, "{}", csv.out);
}

#[test]
fn a_folder_without_drafts_is_told() {
    let ran = Folder::with(&[("空/说明.rs", "接待群众500人。")]).run(&["figures", "空", "--format", "json"]);
    assert!(ran.err.contains("空：没有找到稿件"), "{}", ran.err);
    assert_eq!((ran.code, ran.out.as_str()), (0, "[]\n"));
}

#[test]
fn the_json_has_places_values_and_checks() {
    let ran = Folder::with(&[("稿.txt", DRAFT)]).run(&["figures", "稿.txt", "--format", "json"]);
    let sheets: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    let first = &sheets[0]["figures"][0];
    let (start, end) = (first["start_byte"].as_u64().unwrap() as usize, first["end_byte"].as_u64().unwrap() as usize);
    assert_eq!(&DRAFT[start..end], "96个");
    assert_eq!((first["value"].as_str(), first["first_year"].as_i64()), (Some("96"), Some(2025)));
    assert_eq!(first["checks"][0]["holds"], true);
    assert_eq!(sheets[0]["summary"]["figures"], 5);
}

#[test]
fn a_missing_draft_is_named_and_the_others_are_shown() {
    let ran = Folder::with(&[("稿.txt", DRAFT)]).run(&["figures", "没有.txt", "稿.txt"]);
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("没有.txt：没有这个文件") && ran.out.contains("共 5 个数"), "{}{}", ran.err, ran.out);
}
