//! The usual part that a report lacks, put in from its head.

use hegao::draft::Draft;
use hegao::features::actions::rewrite::{made, offered};
use hegao::rules::Linter;
use hegao::text::apply_edits;
use proptest::prelude::*;

/// The parts that can be put in, with the text after each.
fn added(text: &str) -> Vec<(String, String)> {
    let draft = Draft::new(text);
    let found = offered(&draft, &(0..0)).into_iter().filter(|(rewrite, _)| rewrite.name.starts_with("add-part"));
    let one = |(rewrite, title): (&hegao::features::actions::rewrite::Rewrite, String)| {
        let edits = made(&draft, rewrite.name, &(0..0)).expect("it can be made");
        (title, apply_edits(text, &edits).expect("the edits fit together"))
    };
    found.map(one).collect()
}

fn titles(text: &str) -> Vec<String> {
    added(text).into_iter().map(|(title, _)| title).collect()
}

const HEAD: &str = "政府工作报告\n\n——2026年1月12日在鹿鸣县第十七届人民代表大会第五次会议上\n\n各位代表：\n\n";

#[test]
fn a_missing_part_is_put_where_it_belongs_and_what_follows_is_counted_anew() {
    let text = format!(
        "{HEAD}　　一、2025年工作回顾\n\n　　开工八个项目，安排见第二部分。\n\n　　二、全面加强政府自身建设\n\n　　勤政。\n\n　　各位代表！\n\n　　谢谢。\n"
    );
    let all = added(&text);
    let expected = format!(
        "{HEAD}　　一、2025年工作回顾\n\n　　开工八个项目，安排见第三部分。\n\n　　二、2026年重点工作\n\n　　（这一部分待补充）\n\n　　三、全面加强政府自身建设\n\n　　勤政。\n\n　　各位代表！\n\n　　谢谢。\n"
    );
    let of: Vec<&str> = all.iter().map(|(title, _)| title.as_str()).collect();
    assert_eq!(of, ["补上“2026年总体要求和主要目标”部分", "补上“2026年重点工作”部分"]);
    assert_eq!(all[1].1, expected);
}

#[test]
fn a_last_part_stands_before_the_closing_words() {
    let text =
        format!("{HEAD}一、2025年工作回顾\n甲文。\n二、2026年工作安排\n总体要求是：稳中求进。\n各位代表！\n谢谢。");
    let expected = text.replace("各位代表！", "三、加强政府自身建设\n（这一部分待补充）\n各位代表！");
    assert_eq!(added(&text), [("补上“加强政府自身建设”部分".to_owned(), expected)]);
    let bare = text.replace("各位代表！\n谢谢。", "重在落实。");
    assert_eq!(added(&bare)[0].1, format!("{bare}\n三、加强政府自身建设\n（这一部分待补充）"));
}

#[test]
fn a_report_with_parts_of_no_number_gets_one_of_no_number() {
    let head = "政协清溪县委员会常务委员会工作报告\n\n各位委员：\n\n";
    let text = format!("{head}2025年工作回顾\n\n一、凝聚共识\n\n甲文。\n\n二、服务大局\n\n乙文。\n");
    let expected = format!("{text}2026年工作安排\n\n（这一部分待补充）\n\n");
    assert_eq!(added(&text), [("补上“2026年工作安排”部分".to_owned(), expected)]);
}

#[test]
fn nothing_is_put_in_where_it_is_not_wanted() {
    let whole = format!(
        "{HEAD}一、2025年工作回顾\n甲文。\n二、2026年工作安排\n总体要求是：稳。\n（一）抓项目。\n（二）加强政府自身建设。\n"
    );
    assert_eq!(titles(&whole), [""; 0], "all is there, at whatever depth");
    // Whose parts are others; with their number told; of no kind of report; and away from the head.
    for text in [
        format!("{HEAD}一、坚持项目为王\n甲文。\n二、坚持民生为本\n乙文。\n"),
        format!(
            "{HEAD}重点报告以下三个方面工作：\n一、2025年工作回顾\n甲文。\n二、2026年工作安排\n总体要求是：稳。\n三、惠民生\n乙文。\n"
        ),
        "一、2025年工作回顾\n甲文。\n".to_owned(),
    ] {
        assert_eq!(titles(&text), [""; 0], "{text}");
    }
    let text = format!("{HEAD}一、2025年工作回顾\n甲文。\n");
    let at = text.find("甲文").unwrap();
    let names = offered(&Draft::new(&text), &(at..at)).into_iter().map(|(rewrite, _)| rewrite.name);
    assert!(!names.collect::<Vec<_>>().contains(&"add-part"));
}

/// The rules of numbering that speak, with how often.
fn faults(text: &str) -> Vec<&'static str> {
    let linter = Linter::new(text, Default::default());
    let names = linter.findings().into_iter().map(|finding| finding.rule.name);
    names.filter(|name| name.starts_with("numbering/") || name.starts_with("calendar/")).collect()
}

/// The words of a text without ordinals and white space.
fn prose(text: &str) -> String {
    let plain = text.replace("部分", "");
    plain.chars().filter(|ch| !"一二三四五六、第 　\n\r#".contains(*ch)).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_part_that_is_put_in_loses_no_word_and_brings_no_finding(
        there in prop::collection::vec(any::<bool>(), 4),
        form in prop_oneof![Just(("", "一、", "\n")), Just(("　　", "一、", "\r\n\r\n")), Just(("## ", "一、", "\n\n")), Just(("", "第一部分 ", "\n"))],
        subs in 0usize..3,
        close in any::<bool>(),
    ) {
        const PARTS: [&str; 4] = ["2025年工作回顾", "2026年总体要求和主要目标", "2026年重点工作", "加强政府自身建设"];
        let (indent, ordinal, gap) = form;
        let mut text = HEAD.replace("\n\n", gap);
        let mut count = 0;
        for (part, _) in PARTS.iter().zip(&there).filter(|(_, there)| **there) {
            let number = ["一", "二", "三", "四"][count];
            count += 1;
            text.push_str(&format!("{indent}{}{part}{gap}", ordinal.replace('一', number)));
            for sub in 0..subs {
                text.push_str(&format!("（{}）抓落实。见第二部分。{gap}", ["一", "二"][sub]));
            }
            text.push_str(&format!("正文没有编号。{gap}"));
        }
        if close {
            text.push_str(&format!("各位代表！{gap}谢谢。"));
        }
        let before = faults(&text);
        let all = added(&text);
        let lacking = there.iter().filter(|there| !**there).count();
        prop_assert_eq!(all.len(), if count == 0 { 0 } else { lacking }, "{}", text);
        for (title, after) in all {
            let heading = title.replace("补上“", "").replace("”部分", "");
            let new = prose(&format!("{heading}（这一部分待补充）"));
            prop_assert_eq!(prose(&after).replacen(&new, "", 1), prose(&text), "{}", after);
            let left = titles(&after);
            prop_assert_eq!(left.len() + 1, lacking, "it is there now: {:?}\n{}", left, after);
            let lone = |all: &[&str]| all.iter().filter(|name| **name != "numbering/lone-item" && **name != "numbering/cross-reference").count();
            prop_assert!(lone(&faults(&after)) <= lone(&before), "{:?}\n{}", faults(&after), after);
        }
    }
}
