//! Documents of Word and WPS: read as LibreOffice reads them, with the findings of their plain text.
//!
//! The documents are made by `tests/docx/make.py`, and one by LibreOffice; the `.txt` beside each is LibreOffice's.

use std::fs;
use std::io::{Cursor, Write};
use std::path::PathBuf;
use std::sync::Arc;

use hegao::docx::{self, Document, DocxError, Spot};
use hegao::rules::Linter;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::cli::{FAULTY, Folder};

pub fn fixture(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/docx").join(name)
}

fn read(name: &str) -> Document {
    docx::read(Cursor::new(fs::read(fixture(&format!("{name}.docx"))).unwrap())).unwrap()
}

/// The lines that LibreOffice makes of a document; its text begins with a byte order mark.
fn oracle(name: &str) -> String {
    let text = fs::read_to_string(fixture(&format!("{name}.txt"))).unwrap();
    text.trim_start_matches('\u{FEFF}').to_owned()
}

/// Lines without white space and blank ones; LibreOffice indents lists, and gives each cell a line.
fn bare(text: &str) -> Vec<String> {
    let cells = |line: &str| match line.strip_prefix("| ") {
        Some(row) => row.trim_end_matches('|').split(" | ").map(str::to_owned).collect(),
        None => vec![line.to_owned()],
    };
    let lines = text.lines().flat_map(cells).map(|line| line.split_whitespace().collect::<String>());
    lines.filter(|line| !line.is_empty()).collect()
}

/// Rule and words of every finding.
fn findings(text: &str) -> Vec<(&'static str, String)> {
    let linter = Linter::new(text, Arc::default());
    let found = linter.findings().into_iter();
    found.map(|finding| (finding.rule.name, linter.draft().text().slice(finding.place).into_owned())).collect()
}

#[test]
fn automatic_numbers_are_those_that_a_reader_sees() {
    for name in ["three-levels", "styles"] {
        assert_eq!(bare(&read(name).text), bare(&oracle(name)), "{name}");
    }
}

#[test]
fn every_format_of_chinese_numbering_is_written_out() {
    // LibreOffice has no 一〇, no １, no ⑴ and no ⒈, and says something else instead.
    let foreign = |line: &&(String, String)| {
        let other = |ch: char| matches!(ch, '〇' | '０'..='９' | '⑴'..='⒛');
        let digital = matches!(line.0.chars().nth(1), Some('一' | '二')) && line.0.starts_with('一');
        !line.0.contains(other) && !digital
    };
    let pairs: Vec<_> = bare(&read("formats").text).into_iter().zip(bare(&oracle("formats"))).collect();
    let known: Vec<_> = pairs.iter().filter(foreign).collect();
    assert!(known.len() > 150 && pairs.len() == 182, "{} of {}", known.len(), pairs.len());
    for (own, other) in known {
        assert_eq!(own, other);
    }
    let own: Vec<String> = pairs.into_iter().map(|(own, _)| own).collect();
    for line in ["一〇、第10项工作", "一二、第12项工作", "１１．第11项工作", "⑶第3项工作", "⒊第3项工作"]
    {
        assert!(own.iter().any(|own| own == line), "{line}");
    }
}

#[test]
fn tracked_changes_are_read_as_accepted() {
    // LibreOffice shows hidden text in its export, and keeps deleted rows.
    let expected = oracle("tracked").replace("看不见的，", "").replace("删去的行\n1\n", "");
    assert_eq!(bare(&read("tracked").text), bare(&expected));
    // One that LibreOffice wrote itself; it puts the mark of a footnote into the text, and its words nowhere.
    let own = read("libreoffice");
    let lines: Vec<&str> = own.text.lines().filter(|line| !line.starts_with("办结率按")).collect();
    assert_eq!(bare(&lines.join("\n")), bare(&oracle("libreoffice").replace("百分之百1", "百分之百")));
}

#[test]
fn tables_boxes_notes_and_breaks_have_their_places() {
    let document = read("parts");
    let expected = [
        ("一、2025年工作回顾", Spot::Body),
        ("见下框。", Spot::Body),
        ("框里写着驰而不息，弛而不息。", Spot::TextBox(1)),
        ("| 一、指标 | 2024年 | 2025年 |", Spot::Row { table: 1, row: 1 }),
        ("| 二、地区生产总值 | 110亿元 | 120亿元 |", Spot::Row { table: 1, row: 2 }),
        ("| 三、为民办事 | 攻艰克难 一抓到底 |  |", Spot::Row { table: 1, row: 3 }),
        ("（一）框在表格里的标题", Spot::Row { table: 2, row: 1 }),
        ("框在表格里的一段话。", Spot::Row { table: 2, row: 1 }),
        ("软回车前", Spot::Body),
        ("软回车后分页后。", Spot::Body),
        ("第三部分-完。", Spot::Body),
        ("清溪县 <&𠮷", Spot::Body),
        ("控件里的一段话。", Spot::Body),
        ("二、2026年工作安排", Spot::Body),
    ];
    let lines = document.text.lines().enumerate().map(|(at, line)| (line, document.spots.at(at)));
    assert_eq!(lines.collect::<Vec<_>>(), expected);
    let notes = read("libreoffice");
    let last = notes.text.lines().count() - 1;
    assert_eq!(notes.spots.at(last), Spot::Footnote(1));
}

#[test]
fn a_document_has_the_findings_of_its_plain_text() {
    let plain = findings(&oracle("three-levels"));
    assert_eq!(findings(&read("three-levels").text), plain);
    for rule in ["numbering/gap", "numbering/cross-reference", "figure/approximation", "phrase/wrong"] {
        assert!(plain.iter().any(|(name, _)| *name == rule), "{rule} is planted");
    }
    let mut found = findings(&read("libreoffice").text);
    // The footnote, which the plain text does not have.
    found.retain(|(rule, _)| *rule != "figure/approximation");
    assert_eq!(found, findings(&oracle("libreoffice").replace("百分之百1", "百分之百")));
}

#[test]
fn findings_are_told_by_section_and_paragraph() {
    let folder = Folder::new();
    for name in ["three-levels", "libreoffice"] {
        folder.write(&format!("{name}.docx"), fs::read(fixture(&format!("{name}.docx"))).unwrap());
    }
    let found = folder.json(&["three-levels.docx", "libreoffice.docx"]);
    let place = |path: &str, rule: &str| -> Vec<&str> {
        let of = found.iter().filter(|found| found["path"] == path && found["rule"] == rule);
        of.map(|found| found["place"].as_str().unwrap()).collect()
    };
    assert_eq!(place("three-levels.docx", "phrase/wrong"), ["二、2026年重点工作 › （一）实施项目攻坚 › 第1段"]);
    assert_eq!(
        place("libreoffice.docx", "phrase/wrong"),
        [
            "一、2025年工作回顾 › （二）服务发展大局 › 1．深入调查研究 › 第1段",
            "一、2025年工作回顾 › （二）服务发展大局 › 1．深入调查研究 › 第3段（表格 1 第 2 行）"
        ]
    );
    assert_eq!(place("libreoffice.docx", "figure/approximation"), ["脚注 1"]);
    let shown = folder.run(&["lint", "three-levels.docx"]);
    assert!(shown.out.contains("three-levels.docx：二、2026年重点工作 › （一）实施项目攻坚 › 第1段"), "{}", shown.out);
    assert!(!shown.out.contains("--fix"), "nothing is promised that cannot be done: {}", shown.out);
}

#[test]
fn a_document_is_never_written() {
    let folder = Folder::with(&[("a.txt", FAULTY)]);
    let bytes = fs::read(fixture("three-levels.docx")).unwrap();
    folder.write("稿.docx", &bytes);
    let ran = folder.run(&["lint", "--fix", "--unsafe-fixes"]);
    assert!(ran.code == 2 && ran.err.contains("稿.docx：.docx 只查不改"), "{ran:?}");
    assert_eq!(folder.read("稿.docx"), bytes);
    assert_ne!(folder.read("a.txt"), FAULTY.as_bytes(), "the others are mended");
    let ran = folder.run_with(&["lint", "--fix", "-"], &bytes);
    assert!(ran.code == 2 && ran.out.is_empty() && ran.err.contains("标准输出是空的"), "{ran:?}");
}

#[test]
fn a_document_comes_from_standard_input_and_has_an_outline() {
    let folder = Folder::new();
    let bytes = fs::read(fixture("three-levels.docx")).unwrap();
    let ran = folder.run_with(&["lint", "-"], &bytes);
    assert!(ran.code == 1 && ran.out.contains("攻坚克难"), "{ran:?}");
    let ran = folder.run_with(&["outline", "-"], &bytes);
    assert!(ran.code == 0 && ran.out.contains("├─ （一）产业发展提质增效"), "{ran:?}");
}

/// A document of one part.
pub fn package(body: &str) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let relation = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="x/officeDocument" Target="word/document.xml"/></Relationships>"#;
    let document = format!(
        r#"<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>{body}</w:body></w:document>"#
    );
    for (path, content) in [("_rels/.rels", relation), ("word/document.xml", &document)] {
        archive.start_file(path, SimpleFileOptions::default()).unwrap();
        archive.write_all(content.as_bytes()).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

#[test]
fn what_is_no_sound_document_is_told_with_its_remedy() {
    let encrypted = fs::read(fixture("encrypted.docx")).unwrap();
    let sound = fs::read(fixture("three-levels.docx")).unwrap();
    let mut locked = package("<w:p/>");
    // The flag of a password, in the first local header and in the directory.
    locked[6] |= 1;
    let directory = memchr::memmem::find(&locked, b"PK\x01\x02").unwrap();
    locked[directory + 8] |= 1;
    let cases: [(&str, Vec<u8>, &str); 7] = [
        ("加密.docx", encrypted, "取消密码"),
        ("加密包.docx", locked, "取消密码"),
        ("断.docx", sound[..sound.len() / 2].to_vec(), "已损坏"),
        ("乱.docx", package("<w:p><w:r></w:p>"), "已损坏"),
        ("没写完.docx", package("</w:body></w:document><w:body><w:p>"), "已损坏"),
        ("旧.docx", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".repeat(100), "“另存为”选 .docx"),
        ("套.docx", package(&"<w:tbl><w:tr><w:tc>".repeat(100)), "层以上"),
    ];
    for (name, content, expected) in cases {
        let folder = Folder::with(&[("正常.txt", FAULTY)]);
        folder.write(name, content);
        let ran = folder.run(&["lint"]);
        assert!(ran.code == 2 && ran.out.contains("正常.txt:2:1"), "{ran:?}");
        assert!(ran.err.starts_with(&format!("错误：{name}：")) && ran.err.contains(expected), "{ran:?}");
        assert_eq!(ran.err.lines().count(), 1, "{ran:?}");
    }
}

#[test]
fn archives_of_other_kinds_are_named() {
    for (path, expected) in [("xl/workbook.xml", "表格"), ("ppt/presentation.xml", "演示文稿"), ("a.txt", "压缩包")]
    {
        let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
        archive.start_file(path, SimpleFileOptions::default()).unwrap();
        let bytes = archive.finish().unwrap().into_inner();
        let error = docx::read(Cursor::new(bytes)).unwrap_err();
        assert!(matches!(error, DocxError::NotADocument { kind } if kind.contains(expected)), "{error}");
    }
}

#[test]
fn what_blows_up_when_unpacked_is_given_up() {
    let bomb = |body: &str| docx::read(Cursor::new(package(body)));
    let letters = "一".repeat(2 << 20);
    assert_eq!(bomb(&format!("<w:p><w:r><w:t>{letters}</w:t></w:r></w:p>")), Err(DocxError::TooLarge), "one piece");
    let paragraph = format!("<w:p><w:r><w:t>{}</w:t></w:r></w:p>", "一".repeat(100_000));
    assert_eq!(bomb(&paragraph.repeat(120)), Err(DocxError::TooLarge), "many pieces");
    assert_eq!(bomb(&"<w:p/>".repeat(600_000)), Err(DocxError::TooLarge), "nothing, often");
    assert!(bomb(&"<w:p/>".repeat(60_000)).is_ok());
}

#[test]
fn damaged_bytes_are_an_error_or_a_text_but_never_a_fault() {
    let sound = fs::read(fixture("tracked.docx")).unwrap();
    let mut seed = 7u32;
    let mut next = |below: usize| {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (seed >> 8) as usize % below
    };
    for _ in 0..300 {
        let mut bytes = sound.clone();
        for _ in 0..1 + next(8) {
            let at = next(bytes.len());
            bytes[at] = next(256) as u8;
        }
        bytes.truncate(sound.len() - next(2) * next(sound.len()));
        let _ = docx::read(Cursor::new(bytes));
    }
    // Unpacked, so that the damage reaches the elements.
    let body = r#"<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>甲</w:t></w:r></w:p><w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>"#;
    for cut in (0..body.len()).filter(|at| body.is_char_boundary(*at)) {
        let _ = docx::read(Cursor::new(package(&body[..cut])));
        let _ = docx::read(Cursor::new(package(&body[cut..])));
    }
}
