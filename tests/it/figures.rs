//! The ledger: what each figure of a draft is of, when, and what was checked.

use hegao::config::Settings;
use hegao::draft::Draft;
use hegao::features::actions;
use hegao::features::figures::{FigureRow, figure_rows, summary};
use hegao::rules::Linter;

/// Scope, indicator, time, and number with unit of each figure.
fn sheet(text: &str) -> Vec<String> {
    figure_rows(&Draft::new(text)).iter().map(line).collect()
}

fn line(row: &FigureRow) -> String {
    let period = row.period.map_or(String::new(), |period| period.to_string());
    let rough = if row.rough { "约" } else { "" };
    format!("{}{} {period} {rough}{}{}", row.scope, row.indicator, row.number, row.unit)
}

/// The sheet of a sentence under 2025年工作回顾 of a draft of 2026.
fn review(sentence: &str) -> Vec<String> {
    sheet(&format!(
        "——2026年1月12日在清溪县第十七届人民代表大会第五次会议上\n\n各位代表：\n\n一、2025年工作回顾\n\n{sentence}\n"
    ))
}

#[test]
fn a_change_is_of_the_indicator_before_it() {
    assert_eq!(
        review("全县一般公共预算收入完成14.2亿元，比上年增长5.1%，其中税收收入9.8亿元，占比69%。"),
        [
            "全县一般公共预算收入 2025年 14.2亿元",
            "全县一般公共预算收入增长 2025年 5.1%",
            "全县税收收入 2025年 9.8亿元",
            "全县税收收入占比 2025年 69%",
        ]
    );
}

#[test]
fn a_list_of_subjects_shares_out_its_numbers() {
    assert_eq!(
        review("城镇、农村居民人均可支配收入分别增长4.7%和6.3%。"),
        ["城镇居民人均可支配收入增长 2025年 4.7%", "农村居民人均可支配收入增长 2025年 6.3%"]
    );
}

#[test]
fn a_number_before_its_noun_is_of_that_noun() {
    assert_eq!(
        review("帮助12家企业获得贷款3亿元，举办招聘活动36场，建成3个游园和4个停车场。"),
        [
            "帮助企业 2025年 12家",
            "贷款 2025年 3亿元",
            "举办招聘活动 2025年 36场",
            "建成游园 2025年 3个",
            "停车场 2025年 4个",
        ]
    );
}

#[test]
fn years_are_told_by_the_sentence_and_then_by_the_section() {
    let text = "——2026年1月12日在清溪县第十七届人民代表大会第五次会议上\n\n各位代表：\n\n一、2025年工作回顾\n\n\
        经营主体由2020年的4.1万户增加到5.2万户。五年来，累计新增学位1200个。上半年，接待游客30万人次。\n\n\
        二、2026年工作安排\n\n新增就业3000人，今年上半年建成泵站2座，到2030年粮食总产量达到21万吨。\n";
    assert_eq!(
        sheet(text),
        [
            "经营主体 2020年 4.1万户",
            "经营主体 2025年 5.2万户",
            "新增学位 2021—2025年 1200个",
            "接待游客 2025年上半年 30万人次",
            "新增就业 2026年 3000人",
            "建成泵站 2026年上半年 2座",
            "粮食总产量 2030年 21万吨",
        ]
    );
}

#[test]
fn a_draft_without_a_date_leaves_the_year_open() {
    assert_eq!(sheet("去年新增就业3000人。\n"), ["新增就业  3000人"]);
}

#[test]
fn dates_names_and_thresholds_are_no_figures() {
    assert_eq!(
        review(
            "1月12日，世界500强企业、5G基站、12345热线、“3·15”和第3名，15分钟生活圈，65岁以上老人，亿元以上项目14个。"
        ),
        ["亿元以上项目 2025年 14个"]
    );
}

#[test]
fn what_arithmetic_checked_stands_beside_each_number() {
    let text = "实施重点项目96个，其中续建41个、新开工38个、前期储备17个。受理诉求5200件，办结5096件，办结率95.6%。完成营造林3万亩。\n";
    let rows = figure_rows(&Draft::new(text));
    let verdicts: Vec<Option<bool>> = rows.iter().map(|row| row.checks.first().map(|check| check.holds)).collect();
    let (right, wrong) = (Some(true), Some(false));
    assert_eq!(verdicts, [right, right, right, right, wrong, wrong, wrong, None]);
    assert_eq!(rows[0].checks[0].shown, "41+38+17=96");
    let summary = summary(&rows);
    assert_eq!((summary.figures, summary.right, summary.wrong), (8, 4, 3));
}

#[test]
fn every_number_of_a_calculation_that_may_be_wrong_is_offered() {
    let offered = |text: &str| -> Vec<String> {
        let linter = Linter::new(text, Settings::default().into());
        let titles = actions::fixes_at(&linter, 0..text.len()).into_iter().map(|action| action.title);
        titles.filter_map(|title| title.strip_suffix("（请先核实哪个数有误）").map(str::to_owned)).collect()
    };
    assert_eq!(
        offered("年末政府债务余额21.6亿元，其中：一般债务0.4亿元，专项债务20.8亿元。\n"),
        ["改为“21.2”", "把“0.4亿元”的数改为“0.8”", "把“20.8亿元”的数改为“21.2”"]
    );
    assert_eq!(
        offered("受理诉求5200件，办结5096件，办结率95%。\n"),
        ["改为“98”", "把“5096件”的数改为“4940”", "把“5200件”的数改为“5364”"]
    );
    assert_eq!(
        offered("规模以上企业由211家增加到239家，净增38家。\n"),
        ["改为“28”", "把“239家”的数改为“249”", "把“211家”的数改为“201”"]
    );
}

#[test]
fn a_number_of_a_wrapped_paragraph_is_found_where_it_stands() {
    let text = "　　全年完成固定资产投资\n620.5亿元。\n";
    let rows = figure_rows(&Draft::new(text));
    assert_eq!(&text[rows[0].range.clone()], "620.5亿元");
    assert_eq!((rows[0].position.line, rows[0].position.column), (1, 0));
}
