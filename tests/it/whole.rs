//! Whole drafts: the examples of this project, and outline and folds of the published reports where present.

use std::path::Path;

use hegao::config::Settings;
use hegao::draft::Draft;
use hegao::features::folding::{Fold, folds};
use hegao::features::outline::{Symbol, symbols};
use hegao::rules::Linter;
use hegao::text::{PositionEncoding, decode};

fn example(name: &str) -> String {
    std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("examples").join(name)).unwrap()
}

fn findings(name: &str) -> Vec<(usize, &'static str)> {
    let linter = Linter::new(&example(name), Settings::default().into());
    let line = |byte| linter.draft().text().position_of(byte, PositionEncoding::Utf8).line + 1;
    linter.findings().iter().map(|finding| (line(finding.place.start), finding.rule.name)).collect()
}

#[test]
fn the_clean_examples_are_clean() {
    for name in ["政协工作报告.md", "政府工作报告.txt"] {
        assert_eq!(findings(name), [], "{name}");
    }
}

/// The faults of numbering, stock phrases, figures, dates and marks that were planted in the example (rows 1–34, 36–44 and 46
/// of its list).
#[test]
fn the_faulty_example_shows_its_planted_faults() {
    let planted = [
        (11, "calendar/date"),
        (11, "phrase/inconsistent"),
        (11, "phrase/verb"),
        (11, "calendar/session"),
        (12, "figure/ratio"),
        (14, "figure/sum"),
        (15, "numbering/heading-end"),
        (16, "phrase/wrong"),
        (16, "punctuation/width"),
        (16, "figure/item-count"),
        (17, "numbering/gap"),
        (18, "punctuation/unpaired"),
        (18, "figure/growth"),
        (18, "figure/ratio"),
        (18, "punctuation/doubled"),
        (20, "phrase/wrong"),
        (20, "phrase/wrong"),
        (21, "phrase/wrong"),
        (23, "numbering/cross-reference"),
        (25, "numbering/gap"),
        (27, "numbering/lone-item"),
        (28, "phrase/order"),
        (29, "numbering/declared-parts"),
        (31, "numbering/separator"),
        (36, "calendar/plan-period"),
        (36, "calendar/anniversary"),
        (36, "calendar/congress"),
        (37, "figure/range"),
        (39, "calendar/date"),
        (39, "numbering/inline-sequence"),
        (42, "numbering/duplicate"),
        (44, "numbering/mixed-style"),
        (46, "numbering/separator"),
        (49, "phrase/wrong"),
        (49, "phrase/order"),
        (50, "numbering/order"),
        (53, "phrase/wrong"),
        (55, "numbering/separator"),
        (57, "numbering/level-skip"),
        (58, "phrase/wrong"),
        (58, "figure/restated"),
        (60, "phrase/wrong"),
        (62, "phrase/order"),
        (63, "phrase/wrong"),
        (63, "phrase/wrong"),
    ];
    assert_eq!(findings("问题稿.txt"), planted);
}

#[test]
fn safe_fixes_converge_and_change_nothing_else() {
    for name in ["政协工作报告.md", "政府工作报告.txt", "问题稿.txt"] {
        let text = example(name);
        let fixed = super::fixture::fix_all(&text, hegao::rules::Applicability::Safe);
        assert_eq!(super::fixture::fix_all(&fixed, hegao::rules::Applicability::Safe), fixed, "{name}");
        let changed = text.lines().zip(fixed.lines()).filter(|(before, after)| before != after).count();
        assert_eq!(text.lines().count(), fixed.lines().count(), "{name}");
        assert!(changed <= 20, "{name}: {changed} lines changed");
    }
}

#[test]
fn the_outline_of_a_markdown_report() {
    let text = "# 政协清溪县委员会常务委员会工作报告\n\n## ——在政协第十一届清溪县委员会第五次会议上\n\n各位委员：\n\n我代表常务委员会，向大会报告工作，请予审议。\n\n## 2025年工作回顾\n\n### 一、坚定政治方向\n\n**强化政治建设。**始终把政治建设摆在首位。\n\n**强化理论武装。**坚持学习党的创新理论。\n\n### 二、服务中心大局\n\n全年开展协商活动。\n\n## 2026年工作部署\n\n### 一、持续凝心铸魂\n\n（一）学深悟透。坚持学习。\n\n（二）知行合一。坚持落实。\n\n名词解释\n\n1.协商议政：指围绕中心建言。\n";
    let shown = show(&symbols(&Draft::new(text)), 0);
    let expected = "\
政协清溪县委员会常务委员会工作报告
  2025年工作回顾
    一、坚定政治方向
      强化政治建设
      强化理论武装
    二、服务中心大局
  2026年工作部署
    一、持续凝心铸魂
      （一）学深悟透
      （二）知行合一
  名词解释
    1.协商议政：指围绕中心建言
";
    assert_eq!(shown, expected);
}

fn show(symbols: &[Symbol], depth: usize) -> String {
    let line =
        |symbol: &Symbol| format!("{}{}\n{}", "  ".repeat(depth), symbol.name, show(&symbol.children, depth + 1));
    symbols.iter().map(line).collect()
}

#[test]
fn folds_hide_sections_and_the_front_matter() {
    let text = "政府工作报告\n——2026年1月20日在会议上\n各位代表：\n我代表市人民政府，向大会报告工作，请予审议。\n\n一、工作回顾\n全年稳中有进。\n（一）抓项目\n开工一批。\n\n（二）抓投资\n投产一批。\n二、工作安排\n全年再上台阶。\n";
    let lines: Vec<_> = folds(&Draft::new(text)).iter().map(|fold| (fold.start_line, fold.end_line)).collect();
    assert_eq!(lines, [(0, 3), (5, 11), (7, 8), (10, 11), (12, 13)]);
}

#[test]
fn outlines_and_folds_nest() {
    let mut drafts: Vec<String> = ["政协工作报告.md", "政府工作报告.txt", "问题稿.txt"].map(example).into();
    let reports = super::corpus::reports("outlines_and_folds_nest, but for the examples").unwrap_or_default();
    drafts.extend(reports.iter().map(|file| decode(&std::fs::read(file).unwrap()).unwrap().text));
    for text in drafts {
        let draft = Draft::new(&text);
        check_symbols(&symbols(&draft), 0..text.len(), &text);
        check_folds(&folds(&draft));
    }
}

fn check_symbols(symbols: &[Symbol], around: std::ops::Range<usize>, text: &str) {
    let mut behind = around.start;
    for symbol in symbols {
        assert!(!symbol.name.trim().is_empty());
        assert!(symbol.range.start >= behind && symbol.range.end <= around.end, "{symbol:?} outside {around:?}");
        assert!(symbol.range.start <= symbol.selection.start && symbol.selection.end <= symbol.range.end, "{symbol:?}");
        assert!(text.is_char_boundary(symbol.range.start) && text.is_char_boundary(symbol.range.end));
        check_symbols(&symbol.children, symbol.range.clone(), text);
        behind = symbol.range.end;
    }
}

fn check_folds(folds: &[Fold]) {
    let mut open: Vec<&Fold> = Vec::new();
    for fold in folds {
        assert!(fold.start_line < fold.end_line, "{fold:?}");
        while open.last().is_some_and(|outer| outer.end_line < fold.start_line) {
            open.pop();
        }
        assert!(open.last().is_none_or(|outer| fold.end_line <= outer.end_line), "{fold:?} crosses {:?}", open.last());
        open.push(fold);
    }
}

/// The draft as a PDF gives it: lines of 28 characters, indents lost, a page number every 20 lines.
fn hard_wrapped(text: &str, double_spaced: bool) -> String {
    let mut out = String::new();
    let mut lines = 0;
    for paragraph in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        // The first line of a paragraph begins behind an indent of two characters.
        let mut room = 26;
        let mut rest: Vec<char> = paragraph.chars().collect();
        while !rest.is_empty() {
            let line: String = rest.drain(..room.min(rest.len())).collect();
            room = 28;
            out.push_str(line.trim());
            out.push_str(if double_spaced { "\n\n" } else { "\n" });
            lines += 1;
            if lines % 20 == 0 {
                out.push_str(&format!("- {} -\n{}", lines / 20, if double_spaced { "\n" } else { "" }));
            }
        }
    }
    out
}

#[test]
fn a_hard_wrapped_draft_has_the_outline_and_the_findings_of_the_plain_one() {
    let numbered = |text: &str| {
        let mut names = Vec::new();
        collect(&symbols(&Draft::new(text)), &mut names);
        names
    };
    for name in ["政府工作报告.txt", "问题稿.txt"] {
        let plain = example(name);
        for double_spaced in [false, true] {
            let wrapped = hard_wrapped(&plain, double_spaced);
            assert_eq!(numbered(&wrapped), numbered(&plain), "{name} double-spaced: {double_spaced}");
            assert_eq!(messages(&wrapped), messages(&plain), "{name} double-spaced: {double_spaced}");
        }
    }
}

/// Names of titles, parts and numbered headings without the appendix, whose entries are sentences.
fn collect(symbols: &[Symbol], names: &mut Vec<String>) {
    use hegao::features::outline::SymbolKind;
    for symbol in symbols.iter().take_while(|symbol| !symbol.name.contains("名词解释")) {
        if symbol.kind != SymbolKind::Lead {
            names.push(symbol.name.clone());
        }
        collect(&symbol.children, names);
    }
}

fn messages(text: &str) -> Vec<String> {
    let findings = Linter::new(text, Settings::default().into()).findings();
    findings.into_iter().filter(|f| f.rule.family() == "numbering").map(|f| f.message).collect()
}
