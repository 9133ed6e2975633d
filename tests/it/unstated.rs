//! Numbers that a draft leaves to its reader, shown behind those that they follow from.

use hegao::features::hints::{self, Wanted};
use hegao::rules::Linter;

/// The words before each hint that is no length, the hint, and what is told of it.
fn shown(text: &str) -> Vec<[String; 3]> {
    let linter = Linter::new(text, Default::default());
    let all = hints::within(&linter, &(0..text.len()), Wanted { lenses: true, figures: true });
    let numbers = all.into_iter().filter(|hint| !hint.label.ends_with('字'));
    let before = |at: usize| {
        let words: Vec<char> = text[..at].chars().rev().take(4).collect();
        words.into_iter().rev().collect::<String>()
    };
    numbers.map(|hint| [before(hint.at), hint.label, hint.tooltip]).collect()
}

fn labels(text: &str) -> Vec<String> {
    shown(text).into_iter().map(|[_, label, _]| label).collect()
}

#[test]
fn what_follows_from_two_numbers_is_shown_with_its_arithmetic() {
    let one = |text: &str| shown(text).concat();
    for (text, expected) in [
        (
            "经营主体由1.85万户增加到2.02万户。\n",
            ["02万户", "＝增长9.2%", "（2.02－1.85）÷1.85=9.2%（四舍五入）；按各数四舍五入计，在8.6%至9.8%之间"],
        ),
        ("规模以上企业由211家增加到239家。\n", ["239家", "＝增长13.3%", "（239－211）÷211=13.3%（四舍五入）"]),
        // An amount that was set is no rounded one.
        ("低保标准由每人每月680元提高到710元。\n", ["710元", "＝增长4.4%", "（710－680）÷680=4.4%（四舍五入）"]),
        ("信访件由240件下降到180件。\n", ["180件", "＝下降25.0%", "（240－180）÷240=25.0%（四舍五入）"]),
        ("城镇化率由58.7%提高到62%。\n", ["到62%", "＝提高3.3个百分点", "62%－58.7%=3.3个百分点"]),
        ("全年征集提案210件，其中委员提案180件。\n", ["180件", "＝占85.7%", "180÷210=85.7%（四舍五入）；其余30件"]),
        ("受理诉求5200件，办结5096件。\n", ["096件", "＝办结率98.0%", "5096÷5200=98.0%（四舍五入）"]),
        (
            "支出预算87.5亿元，执行中调整为89.1亿元，实际完成82.3亿元。\n",
            [".3亿元", "＝调整预算的92.4%", "82.3÷89.1=92.4%（四舍五入）；按各数四舍五入计，在92.3%至92.5%之间"],
        ),
        (
            "全县收入完成142.9亿元，为年初预算147.9亿元。\n",
            [".9亿元", "＝预算的96.6%", "142.9÷147.9=96.6%（四舍五入）；按各数四舍五入计，在96.6%至96.7%之间"],
        ),
        ("实施重点项目96个，其中续建41个、新开工38个、前期储备17个。\n", ["备17个", "✓", "41+38+17=96，与总数相符"]),
    ] {
        assert_eq!(one(text), expected.map(str::to_owned), "{text}");
    }
}

#[test]
fn nothing_is_shown_where_the_draft_states_it_or_it_is_not_certain() {
    for text in [
        "经营主体由1.85万户增加到2.02万户，增长9.2%。\n",
        "经营主体增长9.2%，由1.85万户增加到2.02万户。\n",
        "规模以上企业由211家增加到239家，净增28家。\n",
        "研发投入由10.2亿元增加到21.5亿元，翻了一番。\n",
        "城镇化率由58.7%提高到62%，提高3.3个百分点。\n",
        // Real growth, rough numbers, other units, averages, ranks, and counts too few for a rate.
        "地区生产总值由233亿元增加到421亿元。\n",
        "经营主体由近1.8万户增加到2.02万户。\n",
        "工业企业由211家增加到239家以上。\n",
        "年均收入由211元增加到239元。\n",
        "国家级平台由1个增加到3个。\n",
        "总投资由2亿元增加到3亿元。\n",
        "农村居民人均可支配收入由12110元增加到13250元。\n",
        "建成学校82所，完成62所小区配套学校的治理。\n",
        "处置线索2674件，立案1545件。\n",
        "全年征集提案210件，其中委员提案180件，占85.7%。\n",
        "规模以上工业企业比上年增加15家，其中超亿元企业13家。\n",
        "亿元以上项目336个，其中10亿元以上14个，建成投产117个。\n",
        "受理诉求5200件，办结5096件，办结率98%。\n",
        "开工项目52个，竣工38个。\n",
        "办结建议52件，办复48件。\n",
        "任务328项，未完成8项。\n",
        "全县收入完成142.9亿元，为年初预算147.9亿元的96.6%。\n",
    ] {
        assert_eq!(labels(text), [""; 0], "{text}");
    }
}

#[test]
fn only_the_paragraphs_of_a_range_are_read_and_they_can_be_turned_off() {
    let text = "规模以上企业由211家增加到239家。\n信访件由240件下降到180件。\n";
    let linter = Linter::new(text, Default::default());
    let second = text.find("信访").unwrap()..text.len();
    let labels = |figures: bool| -> Vec<String> {
        let found = hints::within(&linter, &second, Wanted { lenses: true, figures });
        found.into_iter().map(|hint| hint.label).collect()
    };
    assert_eq!(labels(true), ["＝下降25.0%"]);
    assert_eq!(labels(false), [""; 0]);
}
