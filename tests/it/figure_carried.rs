//! The check sheet: words that a figure has in common with one before, what was measured of the things counted, and what
//! five years began with.

use super::figure_names::names;
use super::figures::review;

#[test]
fn cities_are_counted_and_what_was_measured_in_them_is_a_row_of_its_own() {
    assert_eq!(
        names("12个市州政府所在城市可吸入颗粒物浓度均值为76微克/立方米、下降7%。"),
        ["市州政府所在城市", "市州政府所在城市可吸入颗粒物浓度均值", "市州政府所在城市可吸入颗粒物浓度均值下降"]
    );
    assert_eq!(
        names("12个设区城市空气质量平均达标天数增加23天。36个片区县新增药材种植面积60万亩。"),
        ["设区城市", "设区城市空气质量平均达标天数增加", "片区县", "片区县新增药材种植面积",]
    );
    // Nothing is measured: this is what all of them did.
    assert_eq!(names("12个设区城市空气质量全部达到国家标准。"), ["设区城市空气质量全部达到国家标准"]);
}

#[test]
fn one_rate_of_suggestions_and_proposals_is_of_both() {
    assert_eq!(
        names("27件人大建议和34件政协提案办理率、满意率均达100%。"),
        ["人大建议", "政协提案", "人大建议、政协提案办理率、满意率"]
    );
}

#[test]
fn a_second_list_is_of_the_same_places_as_the_first_and_grew_as_well() {
    assert_eq!(
        names("城市和农村低保标准分别提高18元、30元，救助供养标准分别提高25元、39元。"),
        ["城市低保标准提高", "农村低保标准提高", "城市救助供养标准提高", "农村救助供养标准提高"]
    );
    // Deposits and loans are of no town and no village.
    assert_eq!(
        names("城镇、农村居民收入分别增长5%、6%；存款余额、贷款余额分别增长7%、13%。"),
        ["城镇居民收入增长", "农村居民收入增长", "存款余额增长", "贷款余额增长",]
    );
}

#[test]
fn the_level_of_a_change_is_told_with_what_changed() {
    assert_eq!(names("“三公”经费支出下降29%、省级下降25%。"), ["“三公”经费支出下降", "省级“三公”经费支出下降"]);
    assert_eq!(
        names("安排市本级城建项目32个、年度计划投资12亿元，其中污水治理等新建项目23个。"),
        ["安排市本级城建项目", "安排市本级城建项目年度计划投资", "市本级污水治理等新建项目"]
    );
}

#[test]
fn what_is_left_is_not_what_went_well_and_what_was_reached_is_not_the_growth() {
    assert_eq!(names("多项指标好于全国，但仍有9项低于预期。"), ["仍有低于预期"]);
    assert_eq!(
        names("粮食总产量在上年大幅度增长的基础上，又增产14万吨，达到484万吨。"),
        ["粮食总产量增产", "粮食总产量"]
    );
    assert_eq!(
        names("国内游客41万人次，总收入2.9亿元。新增贷款投放20亿元以上、贷存比60%以上。"),
        ["国内游客", "旅游总收入", "新增贷款投放", "贷存比"]
    );
}

#[test]
fn a_size_told_for_the_first_of_two_works_is_of_the_same_kind_of_works() {
    assert_eq!(
        names("抓好青湖公司30兆瓦时、松江公司40兆瓦时储能电站项目。推动7万吨锂电项目一期达产。"),
        ["抓好青湖公司储能电站项目（规模）", "抓好松江公司储能电站项目（规模）", "推动锂电项目（规模）"]
    );
}

#[test]
fn bounds_and_specifications_are_no_figures() {
    assert_eq!(
        names("淘汰10-35蒸吨燃煤锅炉4台。抓好投资过10亿元的“三个一批”项目。新增2户产值上50亿元企业。"),
        ["淘汰10-35蒸吨燃煤锅炉", "新增产值上50亿元企业"]
    );
    assert_eq!(
        review("安装栅栏6.8万延长米，食用菌、山野菜规模稳定在2亿段、28万亩。"),
        ["安装栅栏 2025年 6.8万延长米", "食用菌规模 2025年 2亿段", "山野菜规模 2025年 28万亩",]
    );
}

#[test]
fn what_five_years_began_with_is_of_the_year_before_them() {
    assert_eq!(
        review("五年累计建设医院78个，床位数由1.98张增加到2.9张。“十四五”期间，覆盖率由60%提高到66%。"),
        [
            "建设医院 2021—2025年 78个",
            "床位数 2020年 1.98张",
            "床位数 2025年 2.9张",
            "覆盖率 2020年 60%",
            "覆盖率 2025年 66%",
        ]
    );
    assert_eq!(
        review("人均收入由2020年的3266元增加到2025年的5789元。人均面积由25平方米增加到32平方米。"),
        ["人均收入 2020年 3266元", "人均收入 2025年 5789元", "人均面积 2020年 25平方米", "人均面积 2025年 32平方米",]
    );
    // What a year began with may be older than the year before.
    assert_eq!(review("床位数由1.98张增加到2.9张。"), ["床位数（原）  1.98张", "床位数 2025年 2.9张"]);
}

#[test]
fn a_year_that_was_built_on_is_not_that_of_what_is_built() {
    assert_eq!(
        review("在巩固去年工作的基础上，再选定38个村。权力事项保留145项。"),
        ["选定村 2025年 38个", "权力事项保留 2025年 145项"]
    );
}

#[test]
fn a_look_back_on_the_term_leads_all_that_follows() {
    assert_eq!(
        review(
            "新建学校12所。\n\n过去一年的工作，为本届政府划上句号。回望本届政府的奋斗路，我们交出答卷。\n\n\
             新建医院30所，床位数由2张增加到3张。"
        ),
        ["新建学校 2025年 12所", "新建医院 2021—2025年 30所", "床位数 2020年 2张", "床位数 2025年 3张",]
    );
    // What the years taught is no report of them.
    assert_eq!(review("回顾过去五年，我们深刻体会到，必须坚持发展。\n\n新建学校12所。"), ["新建学校 2025年 12所"]);
}

#[test]
fn parks_that_did_well_are_told_with_what_they_share() {
    assert_eq!(
        names("“五好”园区创建六项工作成效明显，规模工业增加值占比达72%，税收占比达50%。"),
        ["“五好”园区：规模工业增加值占比", "“五好”园区：税收占比"]
    );
}
