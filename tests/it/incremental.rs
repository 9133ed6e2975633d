//! Editing gives what parsing the final text gives, and parses only what the edit touched.

use hegao::config::Settings;
use hegao::draft::Draft;
use hegao::rules::Linter;
use hegao::text::{Change, Position, PositionEncoding};
use proptest::prelude::*;

/// Pieces that drafts are made of here: every kind of paragraph, every line end, characters beyond the BMP.
const PIECES: [&str; 50] = [
    "一、工作回顾\n",
    "——2026年1月20日在清溪县第十七届人民代表大会第五次会议上\n",
    "实施项目96个，其中续建41个、新开工38个、储备19个。\n",
    "今年是中国共产党成立106周年，",
    "二、2027年工作安排\n",
    "二、工作安排\r\n",
    "三、自身建设\r",
    "（一）抓项目。全年新开工项目大幅增加。\n",
    "（二）抓投资\n",
    "(三)抓招商\n",
    "1.抓服务\n",
    "2．抓落实\n",
    "3、抓安全\n",
    "一是稳增长，",
    "二是促改革；",
    "四是惠民生。\n",
    "\n",
    "\r\n",
    "\r",
    "　　",
    " ",
    "（",
    "三）改革\n",
    "各位委员：\n",
    "2025年工作回顾\n",
    "名词解释\n",
    "（上接第一版）\n",
    "今年重点做好以下三个方面工作：\n",
    "具体见第六部分。",
    "𠮷😀",
    "。",
    "：",
    "**强化政治建设。**",
    "# 工作报告\n",
    "——稳中有进。\n",
    "- 3 -\n",
    "坚持团结和民主两大主题聚焦全县改革发展大局在建言资政\n",
    "// hegao: ignore numbering/gap\n",
    "<!-- hegao: ignore numbering -->",
    "<!-- hegao: ignore-begin figure -->\n",
    "// hegao: ignore-end\r\n",
    "对难事攻艰克难，",
    "过去五年工作回顾\n",
    "2023年，",
    "2023年是极不平凡的一年，",
    "今年，我们实现地区生产总值120亿元、增长5%。\n",
    "地区生产总值达到100亿元，",
    "落实“四敢四争”行动，",
    "“四敢四挣”行动",
    "凝聚共识双向发力为高质量发展作出积极贡献五点五分之\n",
];

fn draft() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(PIECES.to_vec()), 0..60).prop_map(|pieces| pieces.concat())
}

/// Changes by fractions of the text that they meet.
fn changes() -> impl Strategy<Value = Vec<(f64, f64, String)>> {
    let text = prop::collection::vec(prop::sample::select(PIECES.to_vec()), 0..3).prop_map(|pieces| pieces.concat());
    prop::collection::vec((0.0..1.0, 0.0..0.2, text), 1..4)
}

/// The change in positions of `text`, and the text after it.
fn change(text: &str, at: f64, len: f64, new: &str, encoding: PositionEncoding) -> (Change, String) {
    let borders: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
    let pick = |part: f64| borders[((borders.len() as f64 * part) as usize).min(borders.len() - 1)];
    let rope = hegao::text::Text::new(text);
    let place = |byte| rope.position_of(byte, encoding);
    // The border inside \r\n is no position of its own; take the one that the positions lead to.
    let byte = |position: Position| rope.byte_of(position, encoding).unwrap();
    let (start, end) = (place(pick(at)), place(pick((at + len).min(1.0))));
    let (start, end) = (start.min(end), start.max(end));
    let after = [&text[..byte(start)], new, &text[byte(end)..]].concat();
    (Change { range: Some(start..end), text: new.into() }, after)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 600, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn edited_equals_new(text in draft(), steps in prop::collection::vec(changes(), 1..5), utf8 in any::<bool>()) {
        let encoding = if utf8 { PositionEncoding::Utf8 } else { PositionEncoding::Utf16 };
        let settings = std::sync::Arc::new(Settings::default());
        let mut linter = Linter::new(&text, settings.clone());
        let mut text = text;
        for step in steps {
            let mut message = Vec::new();
            for (at, len, new) in step {
                let (change, after) = change(&text, at, len, &new, encoding);
                message.push(change);
                text = after;
            }
            linter.apply(&message, encoding).unwrap();
            let fresh = Linter::new(&text, settings.clone());
            prop_assert_eq!(linter.draft(), fresh.draft());
            prop_assert_eq!(linter.findings(), fresh.findings());
        }
    }
}

/// A draft of many paragraphs, one of which is edited.
fn long_draft() -> String {
    (1..200)
        .map(|n| format!("（{n}）抓好各项工作。全年各项工作都有新的进展，成效明显。\n正文第{n}段，稳中有进。\n"))
        .collect()
}

fn insert(draft: &mut Draft, line: usize, column: usize, text: &str) -> hegao::draft::Dirty {
    let at = Position { line, column };
    draft.apply(&[Change { range: Some(at..at), text: text.into() }], PositionEncoding::Utf16).unwrap()
}

#[test]
fn typing_in_a_paragraph_parses_that_paragraph_alone() {
    let mut draft = Draft::new(&long_draft());
    let dirty = insert(&mut draft, 101, 3, "新");
    assert!(dirty.parsed <= 1, "{dirty:?}");
    assert!(!dirty.structure, "prose is no structure: {dirty:?}");
}

#[test]
fn typing_an_ordinal_changes_the_structure_and_parses_no_more() {
    let mut draft = Draft::new(&long_draft());
    let dirty = insert(&mut draft, 101, 0, "（五）");
    assert!(dirty.parsed <= 2, "{dirty:?}");
    assert!(dirty.structure);
}

#[test]
fn a_year_changed_in_a_heading_counts_for_the_figures_under_it() {
    let text = "——2026年1月12日在清溪县第十七届人民代表大会第五次会议上\n\
                一、关于全县各项事业发展2025年工作回顾\n自觉接受监督，办理人大代表建议82件、政协提案96件。\n\
                二、2026年工作安排\n总结去年86件政协提案办理经验，推动结果满意。\n";
    let mut linter = Linter::new(text, Settings::default().into());
    let names = |linter: &Linter| linter.findings().iter().map(|finding| finding.rule.name).collect::<Vec<_>>();
    assert_eq!(names(&linter), ["figure/restated"]);
    let year = Position { line: 1, column: 12 }..Position { line: 1, column: 16 };
    linter.apply(&[Change { range: Some(year), text: "2024".into() }], PositionEncoding::Utf16).unwrap();
    assert_eq!(names(&linter), [""; 0]);
}

#[test]
fn a_year_that_its_section_turns_to_counts_for_the_figures_behind_it() {
    let text = "——2026年1月20日在清溪县第十七届人民代表大会第五次会议上\n各位代表：\n过去五年工作回顾\n\
        2023年，全县上下殊为不易。\n地区生产总值达到100亿元。\n2023年地区生产总值达到120亿元。\n";
    let mut linter = Linter::new(text, Default::default());
    assert_eq!(linter.findings(), []);
    let place = |column| Position { line: 3, column };
    let change = Change { range: Some(place(5)..place(6)), text: "是".into() };
    linter.apply(&[change], PositionEncoding::Utf16).unwrap();
    let fresh = Linter::new(&linter.draft().text().to_string(), Default::default()).findings();
    assert_eq!(fresh.iter().map(|finding| finding.rule.name).collect::<Vec<_>>(), ["figure/restated"]);
    assert_eq!(linter.findings(), fresh);
}

#[test]
fn the_first_figures_of_a_draft_have_the_years_of_their_sections() {
    let text = "一、2025年工作回顾\n地区生产总值达到亿元。\n总的看，地区生产总值达到亿元。\n";
    let mut linter = Linter::new(text, Default::default());
    for (line, column, digits) in [(1, 8, "100"), (2, 12, "120")] {
        let place = Position { line, column };
        linter.apply(&[Change { range: Some(place..place), text: digits.into() }], PositionEncoding::Utf16).unwrap();
    }
    assert_eq!(linter.findings().iter().map(|finding| finding.rule.name).collect::<Vec<_>>(), ["figure/restated"]);
}

#[test]
fn a_refused_change_leaves_the_draft_as_it_was() {
    let mut draft = Draft::new("一、甲\n二、乙\n");
    let before = draft.clone();
    let at = |line, column| Position { line, column };
    let good = Change { range: Some(at(0, 0)..at(0, 1)), text: "三".into() };
    let bad = Change { range: Some(at(9, 0)..at(9, 0)), text: "丙".into() };
    assert!(draft.apply(&[good, bad], PositionEncoding::Utf16).is_err());
    assert_eq!(draft, before);
}

#[test]
fn a_lone_item_whose_text_is_cut_short_is_judged_as_in_a_new_draft() {
    let prose = "全年各项工作都有新的进展，成效明显，稳中有进。".repeat(4);
    let text = format!("一、工作回顾\n（一）抓项目\n{prose}\n二、工作安排\n（一）抓招商\n（二）抓服务\n");
    let settings = std::sync::Arc::new(Settings::default());
    let mut linter = Linter::new(&text, settings.clone());
    let (start, end) = (Position { line: 2, column: 3 }, Position { line: 2, column: prose.chars().count() });
    let change = Change { range: Some(start..end), text: String::new() };
    linter.apply(&[change], PositionEncoding::Utf16).unwrap();
    let fresh = Linter::new(&linter.draft().text().to_string(), settings);
    assert_eq!(linter.findings(), fresh.findings());
    assert!(linter.findings().iter().all(|finding| finding.severity != hegao::config::Severity::Warning));
}

/// Findings of the whole draft that quote a word or read an indent, after an edit that changes only that.
#[test]
fn what_a_finding_quotes_and_reads_of_its_neighbours_is_that_of_the_edited_draft() {
    let prose = format!("{}成效明显", "全年各项工作都有新的进展，稳中有进。".repeat(3));
    let unended = format!("　　{prose}。\n").repeat(20) + &format!("　　{prose}\n");
    let cases = [
        ("the last character", format!("{unended}　　今年再接再厉。\n"), "显\n", 0..1, "朗"),
        ("the indent behind", format!("{unended}　今年再接再厉。\n"), "　今年", 0..0, "　"),
        (
            "a measure word",
            "重点做好以下三个方面工作：\n（一）抓项目。\n（二）抓服务。\n".to_owned(),
            "个方面",
            1..3,
            "",
        ),
        ("brackets", "推行“一网通办”[1]，落实“三线一单”[2]，建设“雪亮工程”[4]。\n".to_owned(), "[4]", 0..3, "［4］"),
        ("a numeral", "重点做好以下三项工作：\n（一）抓项目。\n（二）抓服务。\n".to_owned(), "三项", 0..1, "3"),
    ];
    for (name, text, near, part, new) in cases {
        let byte = text.find(near).unwrap();
        let at = |characters: usize| {
            let offset: usize = near.chars().take(characters).map(char::len_utf8).sum();
            hegao::text::Text::new(&text).position_of(byte + offset, PositionEncoding::Utf16)
        };
        let mut linter = Linter::new(&text, Settings::default().into());
        let before = linter.findings();
        let change = Change { range: Some(at(part.start)..at(part.end)), text: new.into() };
        linter.apply(&[change], PositionEncoding::Utf16).unwrap();
        let fresh = Linter::new(&linter.draft().text().to_string(), Settings::default().into()).findings();
        assert_eq!(linter.findings(), fresh, "{name}");
        assert_ne!(before, fresh, "{name}");
    }
}
