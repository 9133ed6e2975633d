//! Parts on the check sheet: each with the whole that it is told of, or that it makes up with those beside it.

use super::figure_names::names;
use super::figures::review;

#[test]
fn a_part_is_told_with_its_whole_and_so_are_its_growth_and_its_share() {
    assert_eq!(
        names("全县一般公共预算收入完成14亿元，增长3%。其中：税收收入完成9亿元，增长4%；非税收入完成5亿元，下降1%。"),
        [
            "全县一般公共预算收入",
            "全县一般公共预算收入增长",
            "全县一般公共预算收入其中税收收入",
            "全县一般公共预算收入其中税收收入增长",
            "一般公共预算收入其中非税收入",
            "一般公共预算收入其中非税收入下降",
        ]
    );
}

#[test]
fn amounts_that_come_to_another_are_its_parts_without_another_word() {
    assert_eq!(
        names("教育支出48亿元，其中：地方财力安排的支出30亿元，包括县本级21亿元，完成预算的97%；县对乡转移支付9亿元。"),
        [
            "教育支出",
            "教育支出其中地方财力安排的支出",
            "县本级教育支出其中地方财力安排的支出",
            "教育支出其中地方财力安排的支出完成预算的比例",
            "教育支出其中地方财力安排的支出其中县对乡转移支付",
        ]
    );
    assert_eq!(
        names("新增债券52亿元（一般债券12亿元、专项债券40亿元）。"),
        ["新增债券", "新增债券其中一般债券", "新增债券其中专项债券"]
    );
}

#[test]
fn what_does_not_come_to_the_whole_and_what_is_of_the_other_side_stay_alone() {
    assert_eq!(
        names("全县政府性基金预算收入30亿元，支出总量为28亿元。其中，土地出让收入17亿元，为预算的98%。")[2],
        "全县土地出让收入"
    );
    // 增长 behind the bracket is that of the whole.
    assert_eq!(
        names("政府债务余额197亿元（一般债务136亿元，专项债务61亿元），增长6%。")[2..],
        ["政府债务余额其中专项债务余额", "政府债务余额增长"]
    );
}

#[test]
fn a_value_before_is_marked_where_its_year_is_not_told() {
    assert_eq!(
        review("开发区管理机构由31个减少到13个，行政许可事项由上年的90项压减到70项。"),
        [
            "开发区管理机构（原）  31个",
            "开发区管理机构 2025年 13个",
            "行政许可事项 2024年 90项",
            "行政许可事项 2025年 70项",
        ]
    );
}

#[test]
fn what_is_left_out_of_a_growth_and_the_base_of_its_prices_are_no_time_and_no_subject() {
    assert_eq!(
        review("一般公共预算收入171亿元，剔除特殊因素后增长3%。扶贫标准为2300元（2010年不变价），比上年提高8%。"),
        [
            "一般公共预算收入 2025年 171亿元",
            "一般公共预算收入（剔除特殊因素后）增长 2025年 3%",
            "扶贫标准 2025年 2300元",
            "扶贫标准提高 2025年 8%",
        ]
    );
}

#[test]
fn acts_are_of_the_things_told_before_and_what_an_event_brought_is_of_it() {
    assert_eq!(
        names(
            "关停企业30家，整治提升52家。成功举办清溪茶业博览会，吸引8个省参展，签约项目60个。170个重建项目已完成169个。"
        ),
        [
            "关停企业",
            "整治提升企业",
            "清溪茶业博览会：吸引省参展",
            "清溪茶业博览会：签约项目",
            "重建项目",
            "重建项目已完成",
        ]
    );
}

#[test]
fn what_is_done_with_uncounted_things_is_none_of_the_counted_ones() {
    assert_eq!(
        names("医保服务下沉至所有乡镇和120个村卫生所，解决了6万农村人口的饮水安全和2万无电人口的用电问题。"),
        ["医保服务下沉至村卫生所", "解决农村人口的饮水安全", "解决无电人口的用电问题"]
    );
    assert_eq!(
        names("新增床位460张，千人均床位5.5张，化肥、化学农药使用量分别下降6%、7%，接待了来自9个国家的使节。"),
        ["新增床位", "千人均床位", "化肥使用量下降", "化学农药使用量下降", "接待使节来自的国家"]
    );
}

#[test]
fn a_level_is_no_more_than_it_is_and_a_minus_sign_stays() {
    assert_eq!(
        review("全程网办率提至90%，试验区扩容至7个。出口额预期增长10%，完成-15.3%。"),
        ["全程网办率 2025年 90%", "试验区扩容至 2025年 7个", "出口额预期增长 2025年 10%", "出口额完成 2025年 -15.3%"]
    );
    assert_eq!(
        review("城乡居民收入分别增长6%、7%左右，农户年收入低于1000元的7万贫困人口全部脱贫，开展1%人口抽样调查。"),
        [
            "城镇居民收入增长 2025年 约6%",
            "农村居民收入增长 2025年 约7%",
            "农户年收入低于1000元贫困人口全部脱贫 2025年 7万",
        ]
    );
}

#[test]
fn a_long_list_of_purposes_keeps_what_they_are_and_a_shared_end_stays_with_each() {
    assert_eq!(
        names("安排58亿元，聚焦人工智能、先进材料等重点领域实施148个专项。解决24个临电小区和10个合表小区用电问题。")
            [..3],
        ["安排聚焦人工智能等重点领域", "聚焦人工智能、先进材料等重点领域实施专项", "解决临电小区用电问题"]
    );
    assert_eq!(
        names(
            "压减炼钢产能200万吨、炼铁100万吨，技术合同成交额是“十三五”末的近3倍，新增地铁43公里、总里程达到879公里。"
        ),
        ["压减炼钢产能", "压减炼铁产能", "技术合同成交额是“十三五”末的倍数", "新增地铁", "地铁总里程"]
    );
    assert_eq!(
        names("清溪对东盟、“一带一路”国家进出口分别增长12%、13%，财政收入年均增长7%（按可比口径）。"),
        ["清溪对东盟国家进出口增长", "清溪对“一带一路”国家进出口增长", "财政收入年均增长（按可比口径）"]
    );
}
