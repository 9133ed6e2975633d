//! The check sheet's years of what several years led to, and of what a clause, a heading or a comparison dates; and the
//! scopes that sections tell.

use super::figure_names::names;
use super::figures::{review, sheet};

/// The sheet of a sentence under 过去五年工作回顾 of a draft of 2026.
pub fn five_years(sentence: &str) -> Vec<String> {
    sheet(&format!(
        "——2026年1月12日在清溪县第十八届人民代表大会第一次会议上\n\n各位代表：\n\n一、过去五年工作回顾\n\n{sentence}\n"
    ))
}

/// The sheet of some paragraphs of a budget for 2026.
pub fn budget(paragraphs: &str) -> Vec<String> {
    sheet(&format!(
        "关于清溪市2025年预算执行情况和2026年预算草案的报告\n——2026年1月12日在清溪市第九届人民代表大会第五次会议上\n\n各位代表：\n\n\
         一、2025年预算执行情况\n\n{paragraphs}\n"
    ))
}

#[test]
fn a_level_that_five_years_led_to_is_of_the_last_and_a_sum_of_all() {
    assert_eq!(
        five_years(
            "地区生产总值突破620亿元，城镇化率达到61.5%。污水处理率97%，提案办结率100%。累计投资310亿元，新增就业4.2万人。\
             民用机场达到4个，接待游客超900万人次。"
        ),
        [
            "地区生产总值 2025年 约620亿元",
            "城镇化率 2025年 61.5%",
            "污水处理率 2025年 97%",
            "提案办结率 2021—2025年 100%",
            "累计投资 2021—2025年 310亿元",
            "新增就业 2021—2025年 4.2万人",
            "民用机场 2025年 4个",
            "接待游客 2021—2025年 约900万人次",
        ]
    );
}

#[test]
fn what_is_kept_through_the_years_is_of_them_all_and_what_is_shared_out_ends_with_them() {
    assert_eq!(
        five_years(
            "失业率始终控制在4%以内，粮食产量稳定在80万吨以上。城乡居民收入分别达到5.1万元和2.3万元。财政收入达到42亿元，占全市12%，\
             是2020年的1.6倍。新增公路210公里、达到1900公里。"
        ),
        [
            "失业率 2021—2025年 约4%",
            "粮食产量 2021—2025年 约80万吨",
            "城镇居民收入 2025年 5.1万元",
            "农村居民收入 2025年 2.3万元",
            "财政收入 2025年 42亿元",
            "财政收入占全市 2025年 12%",
            "财政收入是2020年的倍数 2025年 1.6倍",
            "新增公路 2021—2025年 210公里",
            "公路 2025年 1900公里",
        ]
    );
}

#[test]
fn all_three_of_a_structure_are_of_one_time() {
    assert_eq!(
        five_years("三次产业结构由12:45:43调整为9:41:50。"),
        [
            "三次产业结构（第一产业） 2020年 12",
            "三次产业结构（第二产业） 2020年 45",
            "三次产业结构（第三产业） 2020年 43",
            "三次产业结构（第一产业） 2025年 9",
            "三次产业结构（第二产业） 2025年 41",
            "三次产业结构（第三产业） 2025年 50",
        ]
    );
}

#[test]
fn a_time_behind_a_number_in_its_clause_and_one_ahead_are_read() {
    assert_eq!(
        five_years("6万吨甲醇项目将于今年竣工。用三年时间改造小区40个。应用三年行动计划新建泵站5座。"),
        [
            "甲醇项目将于今年竣工（规模） 2026年 6万吨",
            "用三年时间改造小区 2026—2028年 40个",
            "应用三年行动计划新建泵站 2021—2025年 5座",
        ]
    );
    assert_eq!(
        review("2024年与2020年相比，产值由30亿元增加到54亿元。到本世纪末，产值达到90亿元。"),
        ["产值 2020年 30亿元", "产值 2024年 54亿元", "产值 2000年 90亿元"]
    );
}

#[test]
fn spaces_of_typesetting_change_nothing() {
    let spaced = "主营业务收入超 100 亿元的园区要达到 7 个，超 500 亿元的 2 个。收入 48.7 亿元，增长 6.2% 。";
    let tight = "主营业务收入超100亿元的园区要达到7个，超500亿元的2个。收入48.7亿元，增长6.2%。";
    assert_eq!(review(spaced), review(tight));
    assert_eq!(names(tight), ["主营业务收入超100亿元的园区", "主营业务收入超500亿元的园区", "收入", "收入增长"]);
}

#[test]
fn the_bytes_of_a_figure_are_those_of_the_spaced_text() {
    let text = "各位代表：\n\n一、2025年工作回顾\n\n全县 收入 48.7 亿元，支出 51.2 亿元。\n";
    let rows = hegao::features::figures::figure_rows(&hegao::draft::Draft::new(text), &[]);
    let numbers: Vec<&str> = rows.iter().map(|row| &text[row.range.clone()]).collect();
    assert_eq!(numbers, ["48.7 亿元", "51.2 亿元"]);
}

#[test]
fn a_section_of_a_budget_tells_whose_its_figures_are() {
    assert_eq!(
        budget(
            "（一）市级一般公共预算执行情况\n\n教育支出24亿元，增长3.1%。全市农林水支出61亿元。\n\n\
             （二）青湖经济技术开发区预算执行情况\n\n一般公共预算收入完成3.8亿元。\n\n（三）全市债务情况\n\n债务还本支出7亿元。"
        ),
        [
            "市级教育支出 2025年 24亿元",
            "市级教育支出增长 2025年 3.1%",
            "全市农林水支出 2025年 61亿元",
            "青湖经济技术开发区一般公共预算收入 2025年 3.8亿元",
            "全市债务还本支出 2025年 7亿元",
        ]
    );
}

#[test]
fn uses_that_come_to_a_loan_are_its_parts() {
    assert_eq!(
        names("留用新增债券6000万元。主要用于青湖供热改造工程3500万元，南山学校建设项目2000万元，清欠账款500万元。"),
        [
            "留用新增债券",
            "留用新增债券其中青湖供热改造工程",
            "留用新增债券其中南山学校建设项目",
            "留用新增债券其中清欠账款",
        ]
    );
}

#[test]
fn money_is_told_with_what_it_was_won_with_or_given_for() {
    assert_eq!(
        names(
            "成功入选海绵城市建设示范市，获得中央奖补资金9亿元。投资3亿元，启动二环路建设。统筹资金2亿元，支持12件民生实事。"
        ),
        [
            "成功入选海绵城市建设示范市：获得中央奖补资金",
            "投资（启动二环路建设）",
            "统筹资金（支持12件民生实事）",
            "支持民生实事",
        ]
    );
}

#[test]
fn what_each_does_is_told_of_each_and_a_county_of_its_sentence() {
    assert_eq!(
        names("每个轻工园对接企业30家，签约项目12个，竣工项目5个。"),
        ["每个轻工园对接企业", "签约项目（每个轻工园）", "竣工项目（每个轻工园）"]
    );
    assert_eq!(
        names("湖滨县完成固定资产投资73亿元，增长9%；实现公共财政预算收入8亿元。"),
        ["湖滨县完成固定资产投资", "湖滨县完成固定资产投资增长", "湖滨县：公共财政预算收入"]
    );
}

#[test]
fn a_second_pair_of_city_and_country_and_rates_side_by_side_are_told_apart() {
    assert_eq!(
        names(
            "城乡低保标准分别提高7%和8%，特困人员补贴标准分别提高6%和5%。规上企业亩均税收和亩均增加值分别增长4%、9%。"
        ),
        [
            "城镇低保标准提高",
            "农村低保标准提高",
            "城镇特困人员补贴标准提高",
            "农村特困人员补贴标准提高",
            "规上企业亩均税收增长",
            "规上企业亩均增加值增长",
        ]
    );
    assert_eq!(
        names("公共数据平台数据共享满足率99%以上、有效利用率90%以上。"),
        ["公共数据平台数据共享满足率", "公共数据平台数据有效利用率"]
    );
}

#[test]
fn numbers_of_names_are_no_figures() {
    assert_eq!(names("实施0.1微克攻坚行动，落实省委30条措施，实现以下的十项任务。"), [""; 0]);
    assert_eq!(
        review("新增贷款4万多亿元，接待邮轮91艘次，城镇化率提高0.85—1个百分点。"),
        ["新增贷款 2025年 约4万亿元", "接待邮轮 2025年 91艘次", "城镇化率提高 2025年 0.85—1个百分点",]
    );
}

#[test]
fn the_first_words_of_a_paragraph_tell_whose_its_figures_are() {
    assert_eq!(
        budget(
            "（2）市本级收支情况。2025年市本级一般公共预算收入为16亿元。支出预算为35亿元，实际完成34亿元。\n\n\
             青湖经济技术开发区（山南新区）2025年预算执行情况：一般公共预算收入8.2亿元，加上级转移支付等6.4亿元。"
        ),
        [
            "市本级一般公共预算收入 2025年 16亿元",
            "市本级一般公共预算：支出预算 2025年 35亿元",
            "市本级一般公共预算支出：实际完成 2025年 34亿元",
            "青湖经济技术开发区一般公共预算收入 2025年 8.2亿元",
            "青湖经济技术开发区上级转移支付等 2025年 6.4亿元",
        ]
    );
}

#[test]
fn a_change_against_an_earlier_year_names_it_and_a_cut_is_a_change() {
    assert_eq!(
        review("2025年生态产品价值448亿元，比2015年增长13.8%。税收比2024年增长4%。"),
        ["生态产品价值 2025年 448亿元", "生态产品价值比2015年增长 2025年 13.8%", "税收增长 2025年 4%",]
    );
    let rows = hegao::features::figures::figure_rows(
        &hegao::draft::Draft::new("各位代表：\n\n一、2025年工作回顾\n\n压减一般性支出5%，完善提升20个服务网络。\n"),
        &[],
    );
    let relations: Vec<&str> = rows.iter().map(|row| row.relation.title()).collect();
    assert_eq!(relations, ["增减", "数值"]);
}

#[test]
fn what_is_not_counted_is_no_part_of_a_name() {
    assert_eq!(
        names(
            "交办的58件信访积案化解率达99.7%，5个风电基地、一批光伏项目加快建设，开工建设文化街区、改造完成68个老旧小区。"
        ),
        ["交办的信访积案", "交办的信访积案化解率", "风电基地", "改造完成老旧小区"]
    );
}

#[test]
fn the_years_of_a_plan_by_its_number_are_those_of_its_figures() {
    assert_eq!(
        review("第一个五年合计的投资为427亿元。2015年同2010年相比，收入由3亿元增加到9亿元；支出由4亿元增加到8亿元。"),
        [
            "第一个五年合计的投资 1953—1957年 427亿元",
            "收入 2010年 3亿元",
            "收入 2015年 9亿元",
            "支出 2010年 4亿元",
            "支出 2015年 8亿元",
        ]
    );
}

#[test]
fn what_a_clause_before_lists_is_shared_out_and_a_size_is_of_the_first_work() {
    assert_eq!(
        names(
            "做强做优粮食、畜牧加工和预制菜产业，产业规模分别达到3亿元、20亿元、4亿元。国电青山400兆瓦风电等重点项目快速推进。"
        ),
        ["粮食产业规模", "畜牧加工产业规模", "预制菜产业规模", "国电青山风电项目（规模）"]
    );
}

#[test]
fn a_run_of_years_inside_a_paragraph_is_of_its_own_sentence() {
    assert_eq!(
        five_years("全县经济较快发展。2023—2024年，争取资金7亿元。新建泵站4座。用两年时间改造管网60公里。"),
        ["争取资金 2023—2024年 7亿元", "新建泵站 2021—2025年 4座", "用两年时间改造管网 2026—2027年 60公里",]
    );
}

#[test]
fn what_is_raised_from_in_a_plan_is_of_the_year_before_and_elsewhere_of_no_told_year() {
    let plan = |sentence: &str| {
        sheet(&format!(
            "——2026年1月12日在清溪县第十七届人民代表大会第五次会议上\n\n各位代表：\n\n二、2026年工作安排\n\n{sentence}\n"
        ))
    };
    assert_eq!(
        plan("低保标准从400元提高到440元，起征点从月销售额3万元提高到10万元。"),
        [
            "低保标准 2025年 400元",
            "低保标准 2026年 440元",
            "起征点（月销售额） 2025年 3万元",
            "起征点（月销售额） 2026年 10万元"
        ]
    );
    assert_eq!(review("审批事项由31个减少到13个。"), ["审批事项（原）  31个", "审批事项 2025年 13个"]);
}

#[test]
fn a_heading_that_tells_of_a_congress_sets_the_years_since_then() {
    assert_eq!(
        sheet(
            "工作报告\n\n（2017年10月24日中国共产党第十九次全国代表大会通过）\n\n一、十八大以来的工作回顾\n\n召开会议26次。\n"
        ),
        ["召开会议 2012—2017年 26次"]
    );
}

#[test]
fn what_an_account_comes_to_in_a_plan_is_of_all_its_years() {
    assert_eq!(
        budget("“十四五”时期，全市一般公共预算收入总额达到467亿元，比“十三五”时期的412亿元增加55亿元。"),
        [
            "全市一般公共预算收入总额 2021—2025年 467亿元",
            "全市一般公共预算收入总额 2016—2020年 412亿元",
            "全市一般公共预算收入总额增加 2021—2025年 55亿元",
        ]
    );
}

#[test]
fn measures_that_are_told_apart_are_of_what_was_counted_or_named_before() {
    assert_eq!(
        names("95个省重点、146个市重点项目，分别完成投资125亿元、587亿元。肉蛋奶总产量分别达70万吨、33万吨、15万吨。"),
        ["省重点", "市重点项目", "省重点项目完成投资", "市重点项目完成投资", "肉总产量", "蛋总产量", "奶总产量"]
    );
    assert_eq!(
        names("扩大城镇职工养老保险、失地农民养老保险覆盖面，参保人数分别增加到610万和30万。"),
        ["城镇职工养老保险参保人数", "失地农民养老保险参保人数"]
    );
}

#[test]
fn a_budget_before_it_was_adjusted_is_of_the_same_year() {
    assert_eq!(
        budget("市本级一般公共预算收支总计由29.4亿元调整为30.7亿元、调增1.3亿元。"),
        [
            "市本级一般公共预算收支总计（原） 2025年 29.4亿元",
            "市本级一般公共预算收支总计 2025年 30.7亿元",
            "市本级一般公共预算收支总计调增 2025年 1.3亿元",
        ]
    );
}

#[test]
fn an_added_value_is_a_level_and_a_growth_of_five_years_is_of_them_all() {
    assert_eq!(
        five_years("服务业增加值达到229亿元，工业增加值近98亿元。2025年建成区面积达15平方公里，五年提高8.4个百分点。"),
        [
            "服务业增加值 2025年 229亿元",
            "工业增加值 2025年 约98亿元",
            "建成区面积 2025年 15平方公里",
            "建成区面积提高 2021—2025年 8.4个百分点",
        ]
    );
}
