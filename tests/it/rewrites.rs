//! Rewrites of headings: what each does, and that none loses a word or breaks the numbering.

use std::collections::BTreeMap;

use hegao::draft::Draft;
use hegao::features::actions::fixes_at;
use hegao::features::actions::rewrite::{made, offered};
use hegao::rules::Linter;
use hegao::text::{apply_edits, decode};
use proptest::prelude::*;

/// The text after a rewrite at the first place of some words.
fn after(text: &str, name: &str, words: &str) -> String {
    let at = text.find(words).unwrap();
    let draft = Draft::new(text);
    assert!(names(&draft, at).contains(&name), "{name} is not offered at {words}");
    apply_edits(text, &made(&draft, name, &(at..at)).expect("it can be made")).expect("the edits fit together")
}

fn names(draft: &Draft, at: usize) -> Vec<&'static str> {
    offered(draft, &(at..at)).into_iter().map(|(rewrite, _)| rewrite.name).collect()
}

#[test]
fn a_heading_goes_up_with_what_is_under_it() {
    let text = "一、甲\n（一）乙\n（二）丙\n1.丁\n2.戊\n（三）己\n二、庚\n见第二部分。\n";
    let expected = "一、甲\n（一）乙\n二、丙\n（一）丁\n（二）戊\n（三）己\n三、庚\n见第三部分。\n";
    assert_eq!(after(text, "promote", "（二）"), expected);
}

#[test]
fn a_heading_goes_down_with_what_is_under_it() {
    let text = "一、甲\n（一）乙\n二、丙\n（一）丁\n1.戊\n三、己\n见第三部分。\n";
    let expected = "一、甲\n（一）乙\n（二）丙\n1.丁\n（1）戊\n二、己\n见第二部分。\n";
    assert_eq!(after(text, "demote", "二、"), expected);
}

#[test]
fn levels_are_written_as_the_draft_writes_them() {
    let text = "## 一、甲\n### (一)乙\n乙文。\n## 二、丙\n丙文。\n";
    assert_eq!(after(text, "demote", "二、"), "## 一、甲\n### (一)乙\n乙文。\n### (二)丙\n丙文。\n");
    let text = "一、甲\n1、乙\n二、丙\n";
    assert_eq!(after(text, "demote", "二、"), "一、甲\n1、乙\n2、丙\n");
}

#[test]
fn a_section_moves_and_the_numbers_stay_in_their_order() {
    let text = "一、甲\n（一）乙\n乙文。\n\n二、丙\n丙文，见第一部分。\n各位代表！\n谢谢。";
    let expected = "一、丙\n丙文，见第二部分。\n\n二、甲\n（一）乙\n乙文。\n各位代表！\n谢谢。";
    assert_eq!(after(text, "move-up", "二、"), expected);
    assert_eq!(after(text, "move-down", "一、"), expected);
}

#[test]
fn a_last_section_without_a_line_break_moves_too() {
    assert_eq!(after("一、甲\n甲文。\n二、乙\n乙文。", "move-up", "二、"), "一、乙\n乙文。\n二、甲\n甲文。");
    assert_eq!(after("一、甲\r\n甲文。\r\n二、乙\r\n", "move-down", "一、"), "一、乙\r\n二、甲\r\n甲文。\r\n");
}

#[test]
fn a_sequence_becomes_headings_and_headings_a_sequence() {
    let text = "一、甲\n（一）抓三件事。一是扩大投资。全年开工项目八个；二是促进消费。三是稳住外贸。\n二、乙\n";
    let headings = "一、甲\n（一）抓三件事。\n1.扩大投资。全年开工项目八个。\n2.促进消费。\n3.稳住外贸。\n二、乙\n";
    assert_eq!(after(text, "to-headings", "一是"), headings);
    let told = "一、甲\n（一）抓三件事。\n一是扩大投资。全年开工项目八个。\n二是促进消费。\n三是稳住外贸。\n二、乙\n";
    assert_eq!(after(headings, "to-sequence", "2.促"), told);
}

#[test]
fn new_paragraphs_are_indented_and_parted_as_the_one_they_come_from() {
    let text = "一、甲\r\n\r\n　　抓两件事：一是扩投资；二是促消费。\r\n\r\n二、乙\r\n";
    let expected = "一、甲\r\n\r\n　　抓两件事：\r\n\r\n　　（一）扩投资。\r\n\r\n　　（二）促消费。\r\n\r\n二、乙\r\n";
    assert_eq!(after(text, "to-headings", "一是"), expected);
}

#[test]
fn a_title_on_its_own_line_is_joined_to_its_text() {
    let text = "一、甲\n（一）扩投资\n　　开工八个项目。\n（二）促消费\n　　发放消费券。\n";
    let expected = "一、甲\n一是扩投资。开工八个项目。\n二是促消费。发放消费券。\n";
    assert_eq!(after(text, "to-sequence", "（一）"), expected);
    // A page number between them is not lost.
    let text = "一、甲\n（一）扩投资\n- 3 -\n开工八个项目。\n（二）促消费\n发放消费券。\n";
    assert!(after(text, "to-sequence", "（一）").contains("\n- 3 -\n"));
}

#[test]
fn the_missing_ordinal_is_written_before_the_gap() {
    let mended = |text: &str| {
        let linter = Linter::new(text, Default::default());
        let found = fixes_at(&linter, linter.findings()[0].place.clone());
        let titles: Vec<&str> = found.iter().map(|action| action.title.as_str()).collect();
        assert_eq!(titles.len(), 2, "the number can be changed, or the line written: {titles:?}");
        assert!(titles[1].starts_with("在前面补一行"), "{titles:?}");
        apply_edits(text, &found[1].edits).unwrap()
    };
    assert_eq!(mended("　　（一）甲\n\n　　（三）丙\n"), "　　（一）甲\n\n　　（二）\n\n　　（三）丙\n");
    assert_eq!(mended("## 一、甲\n## 三、丙\n"), "## 一、甲\n## 二、\n## 三、丙\n");
    // A level that begins with 2 may have lost its 1 as well.
    assert_eq!(mended("一、甲\n　　（二）乙\n　　（三）丙\n"), "一、甲\n　　（一）\n　　（二）乙\n　　（三）丙\n");
    let title = "政府工作报告\n";
    assert_eq!(mended(&format!("{title}二、甲\n三、乙\n")), format!("{title}一、\n二、甲\n三、乙\n"));
}

#[test]
fn nothing_is_offered_where_it_makes_no_sense() {
    let text = "县政府工作报告\n一、甲\n甲文。\n（一）乙\n一是丙；二是丁。\n";
    let draft = Draft::new(text);
    let at = |words: &str| names(&draft, text.find(words).unwrap());
    assert_eq!(at("县政府"), [""; 0]);
    assert_eq!(at("甲文"), [""; 0]);
    assert_eq!(at("一、甲"), [""; 0]);
    assert_eq!(at("（一）"), ["promote"]);
    assert_eq!(at("一是"), ["to-headings"]);
}

/// A draft of headings in three levels, each with text of its own, numbered as it should be.
fn drafts() -> impl Strategy<Value = String> {
    let forms = prop_oneof![
        Just(["一、", "（一）", "1."]),
        Just(["一、", "(一)", "1．"]),
        Just(["# 一、", "## （一）", "### 1."])
    ];
    let own_line = any::<bool>();
    let tree = prop::collection::vec(prop::collection::vec(0usize..4, 0..4), 1..4);
    (forms, own_line, tree, any::<bool>())
        .prop_map(|(forms, own_line, tree, last_break)| written(forms, own_line, &tree, last_break))
}

fn written(forms: [&str; 3], own_line: bool, tree: &[Vec<usize>], last_break: bool) -> String {
    const HAN: [&str; 6] = ["一", "二", "三", "四", "五", "六"];
    const DIGITS: [&str; 6] = ["1", "2", "3", "4", "5", "6"];
    let (mut text, mut count) = (String::new(), 0);
    let mut head = |level: usize, index: usize| {
        let word = char::from_u32('\u{5800}' as u32 + count).unwrap();
        count += 1;
        let label = forms[level].replace('一', HAN[index]).replace('1', DIGITS[index]);
        let gap = if own_line { "\n" } else { "。" };
        text.push_str(&format!("{label}{word}抓落实{gap}{word}文没有编号。\n"));
    };
    for (one, parts) in tree.iter().enumerate() {
        head(0, one);
        for (two, items) in parts.iter().enumerate() {
            head(1, two);
            (0..*items).for_each(|three| head(2, three));
        }
    }
    if !last_break {
        text.pop();
    }
    text
}

/// How often each rule of numbering speaks. Which section is alone in its level may change, and is not counted.
fn faults(text: &str) -> BTreeMap<&'static str, usize> {
    let linter = Linter::new(text, Default::default());
    let mut counts = BTreeMap::new();
    for finding in linter.findings() {
        if finding.rule.family() == "numbering" && finding.rule.name != "numbering/lone-item" {
            *counts.entry(finding.rule.name).or_default() += 1;
        }
    }
    counts
}

/// The characters that are no ordinal, mark or white space, in their order or sorted.
fn prose(text: &str, sorted: bool) -> Vec<char> {
    let marks = "一二三四五六七八九十0123456789（）()、.．。；，# \n\r";
    let mut all: Vec<char> = text.chars().filter(|ch| !marks.contains(*ch)).collect();
    if sorted {
        all.sort_unstable();
    }
    all
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_rewrite_keeps_every_word_and_the_numbering(text in drafts(), place in any::<prop::sample::Index>()) {
        let draft = Draft::new(&text);
        let headings: Vec<usize> = draft.structure().sections.iter().map(|section| {
            draft.paragraph_range(section.paragraph).start
        }).collect();
        let mut at = headings[place.index(headings.len())];
        at += text[at..].bytes().take_while(|byte| matches!(byte, b'#' | b' ')).count();
        prop_assert!(faults(&text).is_empty(), "{:?}\n{}", faults(&text), text);
        for name in names(&draft, at) {
            let edits = made(&draft, name, &(at..at));
            prop_assert!(edits.is_some(), "{name} in\n{text}");
            let after = apply_edits(&text, &edits.unwrap()).expect("the edits fit together");
            if name == "to-sequence" {
                let told = prose(&after, false).into_iter().filter(|ch| *ch != '是').collect::<Vec<_>>();
                prop_assert_eq!(told, prose(&text, false));
                continue;
            }
            let moved = name.starts_with("move");
            prop_assert_eq!(prose(&after, moved), prose(&text, moved), "{}", name);
            prop_assert!(faults(&after).is_empty(), "{name}: {:?}\n{text}\n{after}", faults(&after));
        }
    }
}

#[test]
fn rewrites_of_published_reports_keep_every_word() {
    let Some(files) = super::corpus::reports("rewrites_of_published_reports_keep_every_word") else { return };
    // What an ordinal may be written with, and white space, which goes where lines are joined.
    let kept = |text: &str| {
        let ordinal = |ch: char| "一二三四五六七八九十零第部分是要首先其次再（）()、.．。；，;,#".contains(ch);
        let mut all: Vec<char> =
            text.chars().filter(|ch| !ordinal(*ch) && !ch.is_numeric() && !ch.is_whitespace()).collect();
        all.sort_unstable();
        all
    };
    for file in files.iter().step_by(20) {
        let text = decode(&std::fs::read(file).unwrap()).unwrap().text;
        let draft = Draft::new(&text);
        let sections = &draft.structure().sections;
        let before = kept(&text);
        for section in sections.iter().step_by(sections.len() / 10 + 1) {
            let at =
                draft.paragraph_range(section.paragraph).start + draft.paragraphs()[section.paragraph].content.start;
            for (rewrite, title) in offered(&draft, &(at..at)) {
                let after = apply_edits(&text, &made(&draft, rewrite.name, &(at..at)).unwrap()).unwrap();
                let mut expected = before.clone();
                if rewrite.name.starts_with("add-part") {
                    let heading = title.replace("补上“", "").replace("”部分", "");
                    expected.extend(kept(&format!("{heading}这一部分待补充")));
                    expected.sort_unstable();
                }
                assert!(kept(&after) == expected, "{} of {} at {at}", rewrite.name, file.display());
            }
        }
    }
}
