//! What a figure is called on the check sheet, which goes to people who have not read the draft.

use super::figures::review;

/// The names of the figures of a paragraph, without their times and values.
fn names(text: &str) -> Vec<String> {
    review(text).iter().filter_map(|row| row.rsplitn(3, ' ').nth(2).map(str::to_owned)).collect()
}

#[test]
fn things_that_are_counted_are_told_with_what_they_did() {
    assert_eq!(
        names("12个旗县均开通了5G基站，30项技术取得突破，红星等5户企业入选省级名单，推动18个指标提升到前列。"),
        ["旗县均开通了5G基站", "技术取得突破", "红星等企业入选省级名单", "推动指标提升到前列"]
    );
    assert_eq!(
        names("为60万名学生进行视力筛查，帮助4万人成功就业，8所高校14个学科入选名单，25个项目获21亿元支持。"),
        [
            "为学生进行视力筛查",
            "帮助成功就业",
            "高校14个学科入选名单",
            "高校学科入选名单",
            "项目获21亿元支持",
            "项目获支持",
        ]
    );
}

#[test]
fn the_items_of_a_list_share_what_is_told_once() {
    assert_eq!(
        names("培育1个国家级、4个省级龙头企业，办理人大建议80件、政协提案90件，新建改造公路5公里、管网7公里。"),
        ["培育国家级龙头企业", "培育省级龙头企业", "办理人大建议", "办理政协提案", "新建改造公路", "新建改造管网"]
    );
    assert_eq!(
        names("街道、乡镇综合养老机构覆盖率分别达到70%、25%，省市县三级材料分别精简50%、57%和56%。"),
        ["街道综合养老机构覆盖率", "乡镇综合养老机构覆盖率", "省级材料精简", "市级材料精简", "县级材料精简",]
    );
    assert_eq!(
        names("单位国内生产总值能耗和二氧化碳排放分别降低13%、18%，城镇居民收入和农村居民收入实际增长8%和9%。"),
        [
            "单位国内生产总值能耗降低",
            "单位国内生产总值二氧化碳排放降低",
            "城镇居民收入实际增长",
            "农村居民收入实际增长",
        ]
    );
}

#[test]
fn a_bare_measure_is_told_with_what_it_is_of() {
    assert_eq!(
        names("扩大社会保险覆盖范围，参保人数达到140万人，增长3%。粮食生产再获丰收，增产5万吨。"),
        ["扩大社会保险覆盖范围：参保人数", "扩大社会保险覆盖范围：参保人数增长", "粮食生产：增产"]
    );
    assert_eq!(
        names("新开工保障房30万套，基本建成29万套。经营主体稳中向好。总量达14万户。投入28亿元资金，解决饮水困难。"),
        ["新开工保障房", "新开工保障房：基本建成", "经营主体稳中向好：总量", "投入资金（解决饮水困难）"]
    );
}

#[test]
fn what_stands_alone_is_told_alone() {
    assert_eq!(
        names("粮食产量50万吨，居民收入增长5%，新增就业3万人，失业率4%。京广铁路改造完成，新增高速公路20公里。"),
        ["粮食产量", "居民收入增长", "新增就业", "失业率", "新增高速公路"]
    );
}

#[test]
fn an_account_is_told_with_its_items() {
    assert_eq!(
        names("全市一般公共预算收入完成90亿元。加上级补助收入30亿元，上年结余5亿元，上解支出8亿元。"),
        [
            "全市一般公共预算收入",
            "全市一般公共预算：上级补助收入",
            "全市一般公共预算：上年结余",
            "全市一般公共预算：上解支出",
        ]
    );
}

#[test]
fn a_yearly_rate_a_multiple_and_a_part_of_a_ratio_say_what_they_are() {
    assert_eq!(
        names("人均收入年均增长9%，固定资产投资42亿元，是2016年的3.2倍，三次产业比例为9：41：50。"),
        [
            "人均收入年均增长",
            "固定资产投资",
            "固定资产投资是2016年的倍数",
            "三次产业比例（第一产业）",
            "三次产业比例（第二产业）",
            "三次产业比例（第三产业）",
        ]
    );
}
