//! Report formats: each is read by something that was not written here, and its places are followed back to the text.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::cli::{FAULTY, Folder};

/// Places behind characters that count two in UTF-16 and four in UTF-8, in every kind of line.
const WIDE: &str = "😀𠮷县工作报告\r\n一、𠮷\r\n　　😀对𠮷事攻艰克难，弛而不息。\r\n三、乙\r\n";

const FORMATS: [&str; 12] =
    ["text", "concise", "json", "jsonl", "sarif", "github", "gitlab", "junit", "checkstyle", "rdjson", "html", "csv"];

fn report(folder: &Folder, format: &str) -> String {
    let ran = folder.run(&["lint", "--format", format]);
    assert_eq!((ran.code, ran.err.as_str()), (1, ""), "{format}");
    ran.out
}

fn number(value: &Value) -> usize {
    usize::try_from(value.as_u64().unwrap()).unwrap()
}

/// What a range of lines and columns from 1 holds, when `length` says how much of a column a character takes.
fn cut(text: &str, start: (usize, usize), end: (usize, usize), length: fn(char) -> usize) -> String {
    let byte = |(line, column): (usize, usize)| {
        let start: usize = text.split_inclusive('\n').take(line - 1).map(str::len).sum();
        let mut units = 1;
        start
            + text[start..]
                .chars()
                .take_while(|ch| {
                    let before = units < column;
                    units += length(*ch);
                    before
                })
                .map(char::len_utf8)
                .sum::<usize>()
    };
    text[byte(start)..byte(end)].to_owned()
}

#[test]
fn every_format_tells_the_same_findings() {
    let folder = Folder::with(&[("a.txt", FAULTY), ("b/c.txt", WIDE), ("好.txt", "一切都好。\n")]);
    let expected: Vec<(String, String)> = serde_json::from_str::<Vec<Value>>(&report(&folder, "json"))
        .unwrap()
        .iter()
        .map(|finding| (finding["path"].as_str().unwrap().into(), finding["rule"].as_str().unwrap().into()))
        .collect();
    assert_eq!(expected.len(), 4);
    let rules: BTreeSet<&str> = expected.iter().map(|(_, rule)| rule.as_str()).collect();
    for format in FORMATS {
        let out = report(&folder, format);
        for rule in &rules {
            let title = hegao::rules::rule(rule).unwrap().title;
            let counted = out.matches(*rule).count() > 0 || (format == "html" && out.contains(title));
            assert!(counted, "{format} has no {rule}");
        }
        assert_eq!(report(&folder, format), out, "{format}: the same bytes each time");
    }
}

#[test]
fn sarif_follows_its_schema_and_its_regions_are_utf16() {
    // One pattern of the published schema has a bracket too many, which only JavaScript takes for a plain one.
    let schema = include_str!("../schemas/sarif-2.1.0.json").replace("{2}]?$", "{2}$");
    let schema: Value = serde_json::from_str(&schema).unwrap();
    let schema = jsonschema::validator_for(&schema).unwrap();
    let folder = Folder::with(&[("一 稿.txt", WIDE), ("空.txt", "")]);
    folder.write("坏.txt", "\0");
    let ran = folder.run(&["lint", "--format", "sarif"]);
    let log: Value = serde_json::from_str(&ran.out).unwrap();
    let errors: Vec<String> = schema.iter_errors(&log).map(|error| error.to_string()).collect();
    assert!(errors.is_empty(), "{errors:?}");
    let run = &log["runs"][0];
    assert_eq!(run["columnKind"], "utf16CodeUnits");
    assert_eq!(run["invocations"][0]["executionSuccessful"], false);
    assert!(
        run["invocations"][0]["toolExecutionNotifications"][0]["message"]["text"].as_str().unwrap().contains("坏.txt")
    );
    let results = run["results"].as_array().unwrap();
    assert_eq!(results.len(), 3);
    for result in results {
        let place = &result["locations"][0]["physicalLocation"];
        assert_eq!(place["artifactLocation"]["uri"], "%E4%B8%80%20%E7%A8%BF.txt");
        let region = &place["region"];
        assert_eq!(words(region), region["snippet"]["text"].as_str().unwrap());
        let rule = &run["tool"]["driver"]["rules"][number(&result["ruleIndex"])];
        assert_eq!(rule["id"], result["ruleId"]);
        assert!(rule["help"]["markdown"].as_str().unwrap().contains("应报"));
    }
    let fix = &results[0]["fixes"][0]["artifactChanges"][0]["replacements"][0];
    assert_eq!(
        (words(&fix["deletedRegion"]), fix["insertedContent"]["text"].as_str()),
        ("攻艰克难".into(), Some("攻坚克难"))
    );
    assert_eq!(words(&results[2]["relatedLocations"][0]["physicalLocation"]["region"]), "一、");
}

fn words(region: &Value) -> String {
    let at = |name: &str| number(&region[name]);
    let (start, end) = ((at("startLine"), at("startColumn")), (at("endLine"), at("endColumn")));
    cut(WIDE, start, end, char::len_utf16)
}

#[test]
fn fingerprints_survive_lines_above_and_renumbering() {
    let prints = |text: &str| -> Vec<String> {
        let folder = Folder::with(&[("稿.txt", text)]);
        let log: Value = serde_json::from_str(&report(&folder, "sarif")).unwrap();
        let results = log["runs"][0]["results"].as_array().unwrap();
        let print = |result: &Value| result["partialFingerprints"]["hegao/v1"].as_str().unwrap().to_owned();
        results.iter().map(print).collect()
    };
    let before = prints(WIDE);
    assert_eq!(before.iter().collect::<BTreeSet<_>>().len(), 3);
    assert_eq!(prints(&WIDE.replace("一、", "　　新加的一段话。\r\n\r\n一、")), before);
    assert_eq!(prints(&WIDE.replace("三、", "四、")), before);
}

#[test]
fn gitlab_issues_have_all_keys_and_never_the_same_fingerprint() {
    let folder = Folder::with(&[("a.txt", FAULTY), ("b.txt", FAULTY), ("c/a.txt", WIDE)]);
    let issues: Vec<Value> = serde_json::from_str(&report(&folder, "gitlab")).unwrap();
    let prints: BTreeSet<&str> = issues.iter().map(|issue| issue["fingerprint"].as_str().unwrap()).collect();
    assert_eq!((issues.len(), prints.len()), (5, 5));
    assert_eq!(issues[0]["location"], serde_json::json!({ "path": "a.txt", "lines": { "begin": 2, "end": 2 } }));
    assert!(issues.iter().all(|issue| issue["description"].is_string() && issue["check_name"].is_string()));
    let severities: BTreeSet<&str> = issues.iter().map(|issue| issue["severity"].as_str().unwrap()).collect();
    assert_eq!(severities, BTreeSet::from(["critical", "major"]));
}

#[test]
fn junit_has_a_suite_for_each_draft() {
    let folder = Folder::with(&[("<&\"'>.txt", FAULTY), ("好.txt", "一切都好。\n")]);
    folder.write("坏.txt", "\0");
    folder.write("附/hegao.toml", "[rules]\nnumbering = \"hint\"\n");
    folder.write("附/a.txt", FAULTY);
    let out = folder.run(&["lint", "--format", "junit"]).out;
    let read = quick_junit::Report::deserialize_from_str(&out).unwrap();
    let suites: Vec<_> =
        read.test_suites.iter().map(|suite| (suite.name.as_str(), suite.tests, suite.failures, suite.errors)).collect();
    assert_eq!(suites, [("<&\"'>.txt", 1, 1, 0), ("坏.txt", 1, 0, 1), ("好.txt", 1, 0, 0), ("附/a.txt", 1, 0, 0)]);
    assert!(out.contains("skipped=\"1\""), "a hint fails nothing: {out}");
    let missing = folder.run(&["lint", "--format", "junit", "没有.txt"]).out;
    assert!(quick_junit::Report::deserialize_from_str(&missing).unwrap().test_suites[0].errors == 1, "{missing}");
}

#[test]
fn checkstyle_is_xml_that_survives_hostile_names() {
    let folder = Folder::with(&[("a&\"<.txt", FAULTY), ("b.txt", "一、甲\u{1}\n三、<乙\u{FFFE}>\n")]);
    let out = report(&folder, "checkstyle");
    let read: Vec<_> = quick_xml_attributes(&out);
    assert!(
        read.contains(&("name".into(), "a&\"<.txt".into())) && read.contains(&("line".into(), "2".into())),
        "{read:?}"
    );
    assert!(!out.contains('\u{1}') && !out.contains('\u{FFFE}'));
}

/// Names and values of all attributes.
fn quick_xml_attributes(xml: &str) -> Vec<(String, String)> {
    let mut reader = quick_xml::Reader::from_str(xml);
    let mut found = Vec::new();
    loop {
        match reader.read_event().unwrap() {
            quick_xml::events::Event::Eof => return found,
            quick_xml::events::Event::Start(tag) | quick_xml::events::Event::Empty(tag) => {
                for attribute in tag.attributes() {
                    let attribute = attribute.unwrap();
                    let value = quick_xml::escape::unescape(&attribute.value).unwrap().into_owned();
                    found.push((attribute.key.as_ref().to_owned(), value));
                }
            }
            _ => {}
        }
    }
}

#[test]
fn rdjson_counts_bytes_and_its_suggestions_fit() {
    let folder = Folder::with(&[("稿.txt", WIDE)]);
    let out: Value = serde_json::from_str(&report(&folder, "rdjson")).unwrap();
    let first = &out["diagnostics"][0];
    assert_eq!((&first["severity"], &first["code"]["value"]), (&"ERROR".into(), &"phrase/wrong".into()));
    let cut = |range: &Value| {
        let end = |end: &str| (number(&range[end]["line"]), number(&range[end]["column"]));
        cut(WIDE, end("start"), end("end"), char::len_utf8)
    };
    assert_eq!(cut(&first["location"]["range"]), "攻艰克难");
    assert_eq!(
        (cut(&first["suggestions"][0]["range"]).as_str(), first["suggestions"][0]["text"].as_str()),
        ("攻艰克难", Some("攻坚克难"))
    );
    assert_eq!(cut(&out["diagnostics"][2]["related_locations"][0]["location"]["range"]), "一、");
}

#[test]
fn github_shows_the_ten_worst_of_each_kind_and_a_summary() {
    let folder = Folder::with(&[("a,b:100%.txt", &format!("{}{FAULTY}", "定下来的事攻艰克难。\n".repeat(13)))]);
    folder.write("b/hegao.toml", "[rules]\nnumbering = \"hint\"\n");
    folder.write("b/b.txt", format!("{FAULTY}　　今年增长4.5-5%。\n"));
    let mut command = folder.command(&["lint", "--format", "github"]);
    let page = folder.path().join("summary.md");
    std::fs::write(&page, "before\n").unwrap();
    let out = String::from_utf8(command.env("GITHUB_STEP_SUMMARY", &page).output().unwrap().stdout).unwrap();
    let commands: Vec<&str> = out.lines().filter(|line| line.starts_with("::")).collect();
    assert_eq!(commands.iter().filter(|line| line.starts_with("::error ")).count(), 10);
    assert_eq!(commands[10].split("::").nth(1).unwrap().split(' ').next(), Some("warning"));
    assert!(commands[11].starts_with("::notice ") && commands[11].contains("figure/range"), "the worse first: {out}");
    assert!(commands[12].contains("numbering/gap"));
    assert_eq!(
        commands[0].split_once("::提法有误").unwrap().0,
        "::error file=a%2Cb%3A100%25.txt,line=1,endLine=1,col=6,endColumn=9,title=提法有误（phrase/wrong）"
    );
    assert_eq!(out.lines().filter(|line| line.starts_with("a,b:100%.txt:")).count(), 3, "the rest is told as lines");
    assert!(commands[11].ends_with("改为“4.5%25—5%25”") || commands[11].contains("%25"), "{}", commands[11]);
    let page = std::fs::read_to_string(&page).unwrap();
    assert!(page.starts_with("before\n### 核稿\n") && page.contains("| 提法有误 `phrase/wrong` | 13 |"), "{page}");
    assert!(page.contains("| 警告 | a,b:100%.txt:15 | `numbering/gap` |"), "{page}");
}

#[test]
fn csv_is_read_by_excel_and_runs_no_formula() {
    let folder = Folder::with(&[("=1+1.txt", "各位代表：\n一、甲\n　　“对”,事攻艰克难。\n三、乙\n")]);
    let out = report(&folder, "csv");
    assert!(out.starts_with('\u{FEFF}') && out.matches("\r\n").count() == 4, "{out}");
    let mut reader = csv::Reader::from_reader(out.trim_start_matches('\u{FEFF}').as_bytes());
    let mut rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    // The comma between Han characters is told too.
    rows.retain(|row| !row.iter().any(|cell| cell.starts_with("punctuation/")));
    let row: Vec<&str> = rows[0].iter().take(8).collect();
    assert_eq!(row, ["'=1+1.txt", "2", "一、甲", "", "第1段", "3", "8", "“对”,事【攻艰克难】。"]);
    assert_eq!(rows[1].get(4), Some("标题"));
    assert!(rows[1].get(12).unwrap().starts_with("GB/T 9704"));
}

#[test]
fn the_checklist_is_one_page_in_which_nothing_of_a_draft_is_markup() {
    let folder =
        Folder::with(&[("<script>.txt", "一、甲<img src=x>\n　　“&amp;”攻艰克难\u{202e}<b>。\n三、乙<img src=y>\n")]);
    let out = report(&folder, "html");
    assert!(
        !out.contains("<img") && !out.contains("<script") && !out.contains("<b>") && !out.contains('\u{202e}'),
        "{out}"
    );
    assert!(out.contains("&lt;script&gt;.txt") && out.contains("&amp;amp;") && out.contains("<mark>攻艰克难</mark>"));
    assert!(!out.contains("http://") && !out.contains("https://") && !out.contains("url("), "it needs nothing else");
    assert_eq!(out.matches("type=\"checkbox\"").count(), 4);
    assert!(out.contains("依据：") && out.ends_with("</html>\n"));
}

#[test]
fn a_document_is_told_by_section_and_paragraph_and_offers_no_replacement() {
    let folder = Folder::new();
    folder.write("稿.docx", include_bytes!("../docx/parts.docx"));
    let place = "一、2025年工作回顾 › 第2段（文本框 1）";
    for format in FORMATS {
        let out = report(&folder, format);
        let told = match format {
            "html" => out.contains("第2段<span class=\"line\">（文本框 1）") && !out.contains("（第"),
            "csv" => out.contains(",一、2025年工作回顾,,第2段（文本框 1）,,,"),
            _ => out.contains(place),
        };
        assert!(told, "{format}: {out}");
        assert!(
            !out.contains("line=") && !out.contains("deletedRegion") && !out.contains("\"suggestions\":[{"),
            "{out}"
        );
    }
}

#[test]
fn a_report_without_findings_is_whole_as_well() {
    let folder = Folder::with(&[("好.txt", "一切都好。\n")]);
    for args in [&["lint"][..], &["lint", "空的"]] {
        std::fs::create_dir_all(folder.path().join("空的")).unwrap();
        let out = |format: &str| folder.run(&[args, &["--format", format]].concat()).out;
        for format in ["json", "sarif", "gitlab", "rdjson"] {
            assert!(serde_json::from_str::<Value>(&out(format)).is_ok(), "{format}: {}", out(format));
        }
        assert!(quick_junit::Report::deserialize_from_str(&out("junit")).is_ok());
        assert!(quick_xml_attributes(&out("checkstyle")) == [("version".into(), "4.3".into())]);
        assert_eq!(out("csv").lines().count(), 1);
        assert!(out("html").ends_with("</html>\n"));
        assert_eq!(out("jsonl"), "");
    }
}

#[test]
fn statistics_count_rules_and_list_nothing() {
    let folder = Folder::with(&[("a.txt", FAULTY), ("b.txt", WIDE)]);
    let ran = folder.run(&["lint", "--statistics"]);
    assert_eq!(ran.code, 1);
    let lines: Vec<Vec<&str>> = ran.out.lines().map(|line| line.split_whitespace().collect()).collect();
    let (gap, wrong) = (["2", "numbering/gap", "编号缺号", "警告"], ["2", "phrase/wrong", "提法有误", "错误"]);
    assert_eq!((&lines[0][..], &lines[1][..], lines.len()), (&gap[..], &wrong[..], 3), "{}", ran.out);
}

#[test]
fn an_output_file_is_replaced_whole_or_not_at_all() {
    let folder = Folder::with(&[("a.txt", FAULTY), ("清单.html", "旧的")]);
    let ran = folder.run(&["lint", "--format", "html", "--output", "清单.html"]);
    assert_eq!((ran.code, ran.out.as_str()), (1, ""));
    assert!(ran.err.starts_with("共检查 1 份稿"), "{}", ran.err);
    assert!(String::from_utf8(folder.read("清单.html")).unwrap().contains("编号缺号"));
    let text = folder.run(&["lint", "--color", "always", "-o", "新.out"]);
    assert!(text.code == 1 && !folder.read("新.out").contains(&0x1b));
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 3, "no temporary file is left behind");
    for (place, said) in [("没有/清单.html", "没有这个文件夹"), (".", "这是文件夹")] {
        let ran = folder.run(&["lint", "-o", place]);
        assert!(ran.code == 2 && ran.err.contains(said) && ran.out.is_empty(), "{ran:?}");
    }
}

#[cfg(unix)]
#[test]
fn an_output_file_can_be_read_by_others_and_keeps_its_permissions() {
    use std::os::unix::fs::PermissionsExt;
    let folder = Folder::with(&[("a.txt", FAULTY), ("plain", ""), ("旧", "")]);
    std::fs::set_permissions(folder.path().join("旧"), PermissionsExt::from_mode(0o640)).unwrap();
    let mode = |name: &str| std::fs::metadata(folder.path().join(name)).unwrap().permissions().mode() & 0o777;
    for name in ["新", "旧"] {
        folder.run(&["lint", "-o", name]);
    }
    assert_eq!((mode("新"), mode("旧")), (mode("plain"), 0o640));
    std::os::unix::fs::symlink("旧", folder.path().join("链")).unwrap();
    folder.run(&["lint", "--format", "csv", "-o", "链"]);
    assert!(folder.path().join("链").is_symlink() && folder.read("旧").starts_with("\u{FEFF}".as_bytes()));
    assert_eq!(folder.run(&["lint", "-o", "/dev/null"]).code, 1);
}

#[test]
fn a_stock_phrase_rests_on_its_own_source() {
    let folder = Folder::with(&[("稿.txt", "贯彻国家总体安全观，一、甲。\n")]);
    let source = "《中国共产党章程（2022年修改）》";
    for format in ["csv", "html", "sarif"] {
        let out = folder.run(&["lint", "--format", format, "--select", "phrase"]).out;
        assert!(out.contains(source), "{format}: {out}");
    }
    // What the cache keeps is told the same.
    let again = folder.run(&["lint", "--format", "csv", "--select", "phrase"]).out;
    assert!(again.contains(source), "{again}");
}
