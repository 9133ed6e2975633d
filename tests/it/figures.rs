//! The ledger: what each figure of a draft is of, when, and what was checked.

use hegao::config::Settings;
use hegao::draft::Draft;
use hegao::features::actions;
use hegao::features::figures::{FigureRow, figure_rows, summary};
use hegao::rules::Linter;

/// Scope, indicator, time, and number with unit of each figure.
pub fn sheet(text: &str) -> Vec<String> {
    figure_rows(&Draft::new(text), &[]).iter().map(line).collect()
}

fn line(row: &FigureRow) -> String {
    let period = row.period.map_or(String::new(), |period| period.to_string());
    let rough = if row.rough { "约" } else { "" };
    format!("{}{} {period} {rough}{}{}", row.scope, row.indicator, row.number, row.unit)
}

/// The sheet of a sentence under 2025年工作回顾 of a draft of 2026.
pub fn review(sentence: &str) -> Vec<String> {
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
            "全县一般公共预算收入其中税收收入 2025年 9.8亿元",
            "全县一般公共预算收入其中税收收入占比 2025年 69%",
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
            "帮助企业获得贷款3亿元 2025年 12家",
            "帮助企业获得贷款 2025年 3亿元",
            "举办招聘活动 2025年 36场",
            "建成游园 2025年 3个",
            "建成停车场 2025年 4个",
        ]
    );
}

#[test]
fn what_was_done_is_told_once_for_a_list() {
    assert_eq!(
        review("新增中小企业350户、高新技术企业80户以上、瞪羚企业7户，新增公园3个、全市公园总数达90个。"),
        [
            "新增中小企业 2025年 350户",
            "新增高新技术企业 2025年 约80户",
            "新增瞪羚企业 2025年 7户",
            "新增公园 2025年 3个",
            "全市公园总数 2025年 90个",
        ]
    );
}

#[test]
fn a_part_is_told_with_its_whole() {
    assert_eq!(
        review("报送社情民意信息86篇，其中，市政协采用31篇，省政协采用4篇。实施搬迁1200人，其中低保对象310人。"),
        [
            "报送社情民意信息 2025年 86篇",
            "报送社情民意信息其中市政协采用 2025年 31篇",
            "报送社情民意信息其中省政协采用 2025年 4篇",
            "实施搬迁 2025年 1200人",
            "实施搬迁其中低保对象 2025年 310人",
        ]
    );
}

#[test]
fn a_short_noun_is_told_with_what_it_did() {
    assert_eq!(
        review("3户企业获评市级绿色工厂，5个乡镇、12个村获评卫生村镇，惠及2.1万户居民，使37家农户直接受益。"),
        [
            "企业获评市级绿色工厂 2025年 3户",
            "乡镇获评卫生村镇 2025年 5个",
            "村获评卫生村镇 2025年 12个",
            "村获评卫生村镇：惠及居民 2025年 2.1万户",
            "使农户直接受益 2025年 37家",
        ]
    );
}

#[test]
fn what_a_noun_measures_is_of_the_next_number() {
    assert_eq!(
        review("8个国考断面优良率达95%，6个镇街可支配收入280万元，建成12座县（市、区）水厂。"),
        [
            "国考断面 2025年 8个",
            "国考断面优良率 2025年 95%",
            "镇街 2025年 6个",
            "镇街可支配收入 2025年 280万元",
            "建成县（市、区）水厂 2025年 12座",
        ]
    );
}

#[test]
fn a_number_before_of_is_an_attribute() {
    assert_eq!(
        review("总投资15亿元的光伏产业园开工，税收过500万元的企业达9家，投资5亿元以上的项目12个。"),
        ["光伏产业园总投资 2025年 15亿元", "税收过500万元的企业 2025年 9家", "投资5亿元以上的项目 2025年 12个"]
    );
}

#[test]
fn a_range_is_one_figure_with_both_numbers() {
    let rows = figure_rows(&Draft::new("力争新增上市企业3—5家，培育1-2个立县产业。\n"), &[]);
    assert_eq!(rows.iter().map(line).collect::<Vec<_>>(), ["新增上市企业  3—5家", "培育立县产业  1-2个"]);
    assert_eq!(rows[0].value, "3—5");
}

#[test]
fn a_number_is_read_with_the_unit_and_the_sign_it_is_meant_with() {
    let rows = figure_rows(&Draft::new("社会消费品零售总额增长-2.6%，一般债务0.4、专项债务20.8亿元。\n"), &[]);
    let told: Vec<String> =
        rows.iter().map(|row| format!("{} {}{} {}", row.indicator, row.number, row.unit, row.value)).collect();
    assert_eq!(
        told,
        ["社会消费品零售总额增长 -2.6% -2.6", "一般债务 0.4亿元 40000000", "专项债务 20.8亿元 2080000000"]
    );
}

#[test]
fn numbers_told_apart_belong_to_the_subjects_before_them() {
    assert_eq!(
        review(
            "存款余额692亿元、贷款余额560亿元，分别增长8.3%和9.1%。铁路、公路货运量增长5.6%、7.5%。\
             国家、省级重点实验室分别达2家和11家。规上企业营业收入增长8%、利润增长7.2%。"
        ),
        [
            "存款余额 2025年 692亿元",
            "贷款余额 2025年 560亿元",
            "存款余额增长 2025年 8.3%",
            "贷款余额增长 2025年 9.1%",
            "铁路货运量增长 2025年 5.6%",
            "公路货运量增长 2025年 7.5%",
            "国家重点实验室 2025年 2家",
            "省级重点实验室 2025年 11家",
            "规上企业营业收入增长 2025年 8%",
            "规上企业利润增长 2025年 7.2%",
        ]
    );
}

#[test]
fn an_account_keeps_what_it_adds_up() {
    assert_eq!(
        review(
            "政府性基金预算收入16亿元，加上级补助收入3亿元、上年结余2亿元，收入总计21亿元。\
             社会保险基金收入7.1亿元、支出6.5亿元，年末滚存结余42亿元。新增债券（3.2亿元）、上年结转（1.4亿元）。"
        ),
        [
            "政府性基金预算收入 2025年 16亿元",
            "政府性基金预算：上级补助收入 2025年 3亿元",
            "政府性基金预算上年结余 2025年 2亿元",
            "政府性基金预算收入总计 2025年 21亿元",
            "社会保险基金收入 2025年 7.1亿元",
            "社会保险基金支出 2025年 6.5亿元",
            "社会保险基金年末滚存结余 2025年 42亿元",
            "新增债券 2025年 3.2亿元",
            "社会保险基金：上年结转 2025年 1.4亿元",
        ]
    );
}

#[test]
fn an_earlier_value_and_what_it_is_a_share_of_keep_the_subject() {
    assert_eq!(
        review(
            "第三产业增加值230亿元，占地区生产总值的比重提高到50.3%。税收收入46.7亿元，比上年的46.5亿元增加0.2亿元。"
        ),
        [
            "第三产业增加值 2025年 230亿元",
            "第三产业增加值占地区生产总值的比重 2025年 50.3%",
            "税收收入 2025年 46.7亿元",
            "税收收入 2024年 46.5亿元",
            "税收收入增加 2025年 0.2亿元",
        ]
    );
}

#[test]
fn a_part_with_a_heading_of_five_years_and_one_tells_which_it_means() {
    let text = "——2026年1月12日在清溪县第十七届人民代表大会第五次会议上\n\n各位代表：\n\n\
        一、“十四五”时期和2025年工作回顾\n\n这五年，我们铺底子、强弱项。\n\n新建学校12所。2023年全县接待游客8万人次。\n\n\
        建成泵站9座。\n\n各位代表！刚刚过去的2025年，是爬坡过坎的一年。\n\n（一）经济稳中有进。\n\n新增企业66户。\n";
    assert_eq!(
        sheet(text),
        [
            "新建学校 2021—2025年 12所",
            "全县接待游客 2023年 8万人次",
            "建成泵站 2021—2025年 9座",
            "新增企业 2025年 66户",
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
            "累计新增学位 2021—2025年 1200个",
            "接待游客 2025年上半年 30万人次",
            "新增就业 2026年 3000人",
            "建成泵站 2026年上半年 2座",
            "粮食总产量 2030年 21万吨",
        ]
    );
}

#[test]
fn a_heading_about_a_plan_means_all_of_its_years() {
    let rows = sheet(
        "——2021年1月12日在清溪县第十七届人民代表大会第一次会议上\n\n各位代表：\n\n一、2020年和“十三五”工作回顾\n\n\
         新建学校12所。\n\n这是民生改善最快的五年。新建公园30个。\n\n二、“十四五”主要目标任务\n\n新建公路90公里。\n\n\
         三、2021年工作安排\n\n（一）落实“十四五”财政体制\n\n新建泵站3座。\n",
    );
    assert_eq!(
        rows,
        ["新建学校 2020年 12所", "新建公园 2016—2020年 30个", "新建公路 2021—2025年 90公里", "新建泵站 2021年 3座"]
    );
}

#[test]
fn spans_and_bases_of_comparison_are_told_as_what_they_are() {
    let rows = |text: &str| {
        review(text).iter().map(|row| row.split_whitespace().nth(1).unwrap_or("").to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(
        rows("从2019年2月到2023年7月底，受处分的党员67人。2022年和2023年，办结案件74件。"),
        ["2019—2023年", "2022—2023年"]
    );
    assert_eq!(
        rows("2023—2025年，追加资金分别下降16%、8%、6%。2025年同2020年相比，产值由3亿元增加到9亿元。"),
        ["2023年", "2024年", "2025年", "2020年", "2025年"]
    );
    assert_eq!(rows("梳理2024年项目29个、“十五五”期间项目27个。优良率达到70%。"), ["2024年", "2026—2030年", "2025年"]);
}

#[test]
fn thresholds_titles_and_chapters_are_no_figures() {
    assert_eq!(
        review(
            "年产值超10亿元的企业20家，超50亿元的5家。出台《提高效能十五条措施》。重点做好以下12个方面工作。收支结余-3亿元。"
        ),
        ["年产值超10亿元的企业 2025年 20家", "年产值超50亿元的企业 2025年 5家", "收支结余 2025年 -3亿元"]
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
            "1月12日，世界500强企业、5G基站、12345热线、“3·15”和第3名，15分钟生活圈，65岁以上老人，亿元以上项目14个，“招商十条”，省委十项规定，10时09:20发布。"
        ),
        ["亿元以上项目 2025年 14个"]
    );
}

#[test]
fn what_arithmetic_checked_stands_beside_each_number() {
    let text = "实施重点项目96个，其中续建41个、新开工38个、前期储备17个。受理诉求5200件，办结5096件，办结率95.6%。完成营造林3万亩。\n";
    let rows = figure_rows(&Draft::new(text), &[]);
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
    let rows = figure_rows(&Draft::new(text), &[]);
    assert_eq!(&text[rows[0].range.clone()], "620.5亿元");
    assert_eq!((rows[0].position.line, rows[0].position.column), (1, 0));
}

/// A draft of long paragraphs full of figures, with one that does not add up.
fn long_draft() -> String {
    let mut text = String::from("——2026年1月12日在清溪县第十七届人民代表大会第五次会议上\n\n一、2025年工作回顾\n\n");
    for (index, place) in ["城东", "城西", "河口", "石桥", "柳林", "南山"].iter().enumerate() {
        let more = index * 7;
        text += &format!(
            "{place}片区发展提速。规模以上企业由{}家增加到{}家，净增{}家；完成固定资产投资{}.5亿元，增长{}.2%，其中工业投资{}.4亿元。\
             新建学校{}所、幼儿园{}所，新增学位{}个，{place}泵站等{}个项目建成投用，城镇、农村居民人均可支配收入分别增长{}.7%和6.3%。\
             受理诉求{}件，办结{}件，办结率达到98.5%，帮助{}家企业获得贷款{}.3亿元，发放创业补贴1{}万元，培训职工{}人次。\n\n",
            211 + more,
            239 + more,
            if index == 4 { 38 } else { 28 },
            30 + more,
            3 + index,
            12 + more,
            2 + index,
            4 + index,
            1200 + more,
            5 + index,
            4 + index,
            200 * (index + 1),
            197 * (index + 1),
            12 + more,
            2 + index,
            20 + more,
            340 + more,
        );
    }
    text
}

/// Each line cut after so many characters, as in a newspaper column.
fn wrapped(text: &str, width: usize) -> String {
    let lines = text.lines().map(|line| {
        let chars: Vec<char> = line.chars().collect();
        chars.chunks(width).map(|chunk| chunk.iter().collect::<String>()).collect::<Vec<_>>().join("\n")
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// What a sheet says, without where the figures stand.
fn told(text: &str) -> Vec<String> {
    let rows = figure_rows(&Draft::new(text), &[]);
    rows.iter().map(|row| format!("{} {} {:?}", line(row), row.value, row.checks)).collect()
}

#[test]
fn the_sheet_of_a_draft_is_the_same_however_its_lines_are_wrapped() {
    let text = long_draft();
    let plain = told(&text);
    assert_eq!(plain.len(), 6 * 19);
    assert!(plain.iter().any(|row| row.contains("holds: false")));
    for width in 24..=48 {
        assert_eq!(told(&wrapped(&text, width)), plain, "wrapped at {width} characters");
    }
}

/// Of the figures of published reports, at least 990 in a thousand are told alike when the lines are cut after 35
/// characters. The rest stand in glossaries, whose entries begin like headings.
#[test]
fn published_reports_are_read_alike_when_they_are_wrapped() {
    let test = "published_reports_are_read_alike_when_they_are_wrapped";
    let Some(mut paths) = super::corpus::reports(test) else { return };
    paths.retain(|path| path.file_name().is_some_and(|name| name.to_string_lossy().starts_with("gov-")));
    let (mut alike, mut all) = (0, 0);
    for path in paths.iter().step_by(12) {
        let text = std::fs::read_to_string(path).unwrap();
        let (plain, mut cut) = (told(&text), told(&wrapped(&text, 35)));
        all += plain.len();
        alike += plain
            .iter()
            .filter(|row| cut.iter().position(|other| other == *row).map(|at| cut.remove(at)).is_some())
            .count();
    }
    assert!(all > 2000 && alike * 1000 >= all * 990, "{alike} of {all}");
}

#[test]
fn a_line_of_thousands_of_numbers_has_a_row_for_each() {
    for (item, count) in [("园区2家、", 300), ("出台稳增长5条，", 700), ("1,234万元、", 300)] {
        let rows = review(&item.repeat(count));
        assert_eq!(rows.len(), count, "{item}");
    }
}
