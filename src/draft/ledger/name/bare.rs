//! Whether words say by themselves what is meant.

use crate::draft::ledger::words::{KNOWN_RATES, VERBS};
use crate::lexicon::{PartOfSpeech, words};

/// Measures, which are always of something else.
#[rustfmt::skip]
const MEASURES: &[&str] = &[
    "资金", "投资", "总投资", "金额", "总金额", "面积", "总面积", "人次", "规模", "总规模", "产值", "总产值", "收入", "总收入", "利润", "净利润", "盈利", "净盈利", "利税", "支出",
    "总支出", "结余", "产量", "产销", "补贴", "总产量", "总产", "增加值", "强度", "用汇", "创汇", "产能", "比例", "比重", "占比", "里程", "总里程", "标准", "水平", "费用", "成本", "价值", "周期", "时间", "时限", "工作量", "实物", "营收", "合同", "意向",
    "协议", "注册", "资本", "合计", "总计", "净资产", "资产", "负债", "工商", "建筑", "缺口", "增量", "年度", "当年", "全年", "日均", "月均", "年均", "人均", "户均", "每人", "平均", "实际", "累计", "共计",
    "经济", "效益", "经济效益", "全国", "全省", "全市", "全区", "全州", "全县", "全球", "世界", "的", "市值", "估值", "总", "年", "全部", "主营", "主营业务", "业务收入", "政府", "按", "计", "一年", "回落", "季度", "一季度", "比", "同期", "业务", "营业", "滚存", "年末", "上年", "收支", "个", "名", "其", "各", "新", "再", "每年", "每天", "每月", "五年", "三年", "预算", "万", "亿",
];

/// What is done with whatever was told before.
#[rustfmt::skip]
const ACTS: &[&str] = &[
    "完成", "实现", "建成", "基本", "开工", "新开工", "开工建设", "建设", "竣工", "投产", "投入", "投入使用", "统筹", "安排", "拨付", "下达", "筹集", "落实", "受到", "增产", "减产", "签约",
    "落地", "到位", "采纳", "采用", "办结", "结案", "整改", "使用", "销售", "经营", "普及", "参保", "投用", "投运", "通车", "贯通", "运营", "交付", "结转", "相抵", "还本", "付息", "成交", "交易", "接待",
    "兑现", "发放", "用于", "满意", "答复", "办理", "处置", "发出", "收到", "启动", "推进", "退出", "吸纳", "容纳", "扩大", "需要", "下放", "改善", "增加", "增长", "下降", "提高", "降低", "减少", "缩短", "压减", "压缩", "新增", "净增", "规划", "达成",
    "节约", "节省", "出动", "组织", "审结", "执结", "受理", "提起", "移送", "起诉", "办事", "谈话", "函询", "调整", "领取", "养老金", "集中", "共", "占", "授权", "授信", "实到", "概算", "验收", "收看", "观看", "兑付", "审议", "参与", "持续", "高于", "低于", "提前", "报销", "扩招",
];

/// Verbs that the dictionary does not have as such.
#[rustfmt::skip]
const DONE: &[&str] = &[
    "垦造", "增加", "报备", "深化", "生产", "设置", "汇聚", "集聚", "聚集", "提质", "打掉", "破获", "发展", "救治", "免费救治", "免费培训", "招录", "举办", "安装", "修建", "栽植", "输转", "开发", "撬动", "拉动", "登记", "处分", "查处", "审查", "问责", "办复", "招引", "通航", "改扩建", "新改扩建", "新改建", "提质改造", "打通", "拉通", "在建", "续建", "推出", "开建", "新开建", "新创成", "新创建", "创成", "建成投产", "新开", "推广", "启动建设", "排查治理", "排查整治", "取消", "储备", "新引培", "引培", "新筹集", "筹集", "授予", "供应", "提标改造", "基本建成", "回迁安置",
];

/// Verbs for the dictionary that say what kind of thing is meant: 治理|退化|草原.
const STATES: [&str; 11] = ["退化", "废弃", "闲置", "破损", "废旧", "遗留", "停建", "停产", "停工", "缓建", "烂尾"];

/// What happens to things by whatever was told before.
#[rustfmt::skip]
const REACHES: &[&str] = &[
    "惠及", "涉及", "受益", "带动", "覆盖", "入驻", "辐射", "集聚", "吸引", "遍布", "受惠", "处理", "拆除", "帮助",
];

/// Things of any kind.
#[rustfmt::skip]
const THINGS: &[&str] = &[
    "企业", "项目", "群众", "人口", "人员", "农户", "用户", "居民", "村民", "职工", "学生", "单位", "商户", "农民", "就业", "市场主体", "经营主体", "家庭", "国家", "地区", "市", "县", "区", "乡镇", "村", "户", "人", "消费", "建筑物", "住房", "房屋",
    "干部", "党员",
];

/// Measures at the end of what another measure is of too: 国有企业|资产总额.
const TOTALS: &[&str] = &[
    "增加值",
    "出口",
    "进口",
    "出口额",
    "营业收入",
    "主营业务收入",
    "利润总额",
    "总额",
    "总量",
    "产量",
    "总产量",
    "总产值",
    "产值",
    "总收入",
    "余额",
    "规模",
    "面积",
    "数量",
    "总数",
    "金额",
    "总规模",
    "资产",
    "净资产",
];

/// Ends of what is counted of things: 企业数量, 群众满意率.
const COUNTS: [&str; 4] = ["率", "数量", "总数", "占比"];

/// Ends of words that measure: 加注量, 利润率.
const ENDS: [char; 6] = ['量', '额', '率', '数', '幅', '值'];

/// Words that end so and are measured.
const MEASURED: [&str; 13] = [
    "力量",
    "质量",
    "能量",
    "生产总值",
    "少数",
    "发电量",
    "用电量",
    "降水量",
    "吞吐量",
    "货运量",
    "客运量",
    "用水量",
    "周转量",
];

/// Things of one character.
const NAMES: &str = "镍铜铝锌铅钢铁煤电油棉粮糖盐纸茶牛羊猪奶鱼肉蛋果菜药布";

/// Enterprises of a kind, and not any.
const BUILDERS: &str = "建筑企业";

/// Whether some words name no thing: 完成投资, 惠及群众, 参保人数, 基本建成.
pub fn is_bare(text: &str) -> bool {
    if text == "人口" || text == "总人口" {
        return false;
    }
    if ["城市", "农村", "城镇", "乡村"].contains(&text) {
        return true;
    }
    // 盘活资金3亿元，|处置资产价值|7亿元; 立案22人，|组织处理|24人: each is of its own.
    if text.starts_with("处置资产") || ["组织调整", "组织处理"].contains(&text) {
        return false;
    }
    let short =
        text.ends_with('率') && text.chars().count() <= 4 && !KNOWN_RATES.iter().any(|rate| text.ends_with(rate));
    if short || text.contains("经济建设") {
        return short;
    }
    if text == BUILDERS || text.starts_with("新增") && text.ends_with("就业") {
        return false;
    }
    let (mut reaches, mut things, mut other, mut alone) =
        (COUNTS.iter().any(|end| text.ends_with(end)), false, false, 0);
    for (range, _) in words(text) {
        let word = &text[range];
        if word == "、" {
            continue;
        }
        if REACHES.contains(&word) {
            reaches = true;
        } else if THINGS.contains(&word) {
            things = true;
        } else if MEASURES.contains(&word) || ACTS.contains(&word) || is_measure(word) {
            other = true;
        } else if word.chars().count() > 1
            || alone > 0
            || word.chars().any(|ch| NAMES.contains(ch) || ch.is_ascii_alphanumeric())
        {
            // 钢, 糖: a name, as two characters in a row that are in no word.
            return false;
        } else {
            alone += 1;
            continue;
        }
        alone = 0;
    }
    reaches || !things || !other && text.chars().count() <= 4
}

/// Whether a word is a verb: many that the dictionary calls nouns are verbs of these drafts.
pub fn is_verb(word: &str, part: PartOfSpeech) -> bool {
    !STATES.contains(&word) && says_done(word, part)
}

fn says_done(word: &str, part: PartOfSpeech) -> bool {
    VERBS.contains(&word)
        || DONE.contains(&word)
        || is_act(word)
        || part == PartOfSpeech::Verb && word.chars().count() > 1
}

/// Whether the last word of a text is no verb: 重点集群, but not 投资.
pub fn ends_with_thing(text: &str) -> bool {
    words(text).last().is_some_and(|(range, part)| !is_verb(&text[range.clone()], *part))
}

/// The verb that words begin with, of those that these drafts use for what was done: 提质改造|盐碱地.
pub fn known_verb(text: &str) -> &str {
    let verbs = VERBS.iter().chain(DONE).filter(|verb| text.starts_with(**verb));
    let Some(verb) = verbs.max_by_key(|verb| verb.len()) else { return "" };
    // 生产安全事故, 生产能力
    let noun = ["安全", "性", "总", "经营", "力", "能力", "线"];
    if *verb == "生产" && noun.iter().any(|noun| text[verb.len()..].starts_with(noun)) {
        return "";
    }
    // 发展中国家, 服务站: the word goes on.
    let whole = words(text).iter().any(|(range, _)| range.end == verb.len());
    if whole { &text[..verb.len()] } else { "" }
}

/// At most so many characters, cut between words.
pub fn cut(text: &str, longest: usize) -> String {
    let Some((most, _)) = text.char_indices().nth(longest) else { return text.to_owned() };
    let end = words(text).into_iter().map(|(range, _)| range.end).take_while(|end| *end <= most).last().unwrap_or(most);
    format!("{}…", &text[..end])
}

/// Whether a word is what is done with whatever was told before.
pub fn is_act(word: &str) -> bool {
    ACTS.contains(&word) || REACHES.contains(&word)
}

fn is_measure(word: &str) -> bool {
    let known = KNOWN_RATES.contains(&word) || MEASURED.iter().any(|thing| word.ends_with(thing));
    !known && word.ends_with(ENDS) && word.chars().count() <= 3
}

/// Without what was done or measured, at the end: 保障性安居工程|新开工, 国有企业|资产总额.
pub fn without_verb(text: &str) -> &str {
    let mut end = text.len();
    let mut acted = false;
    for (range, _) in words(text).into_iter().rev() {
        let word = &text[range.clone()];
        let measured = TOTALS.contains(&word);
        if !(is_act(word) || word == "立案" || measured) || range.start == 0 {
            break;
        }
        (end, acted) = (range.start, !word.ends_with("资产"));
    }
    // 棚户区改造|新|开工, 住房|基本|建成
    let rest = &text[..end];
    // 线上|交易: too little is left.
    const LEAST: usize = 3;
    let little = acted && rest.chars().count() < LEAST && !THINGS.contains(&rest);
    if end < text.len() && little && text.chars().count() > LEAST {
        return text;
    }
    // 粮食|播种|面积
    let grown = ["播种", "种植"].iter().find_map(|grown| rest.strip_suffix(grown)).filter(|_| end < text.len());
    let rest = grown.filter(|thing| !thing.is_empty()).unwrap_or(rest);
    let how = ["新", "基本", "全部"].iter().find_map(|how| rest.strip_suffix(how)).filter(|_| end < text.len());
    how.filter(|rest| !rest.is_empty()).unwrap_or(rest)
}

/// Whether some words say little unless a clause tells what they are of: 新开工建设住房, 加注量增长.
pub fn is_vague(text: &str) -> bool {
    if text == BUILDERS {
        return false;
    }
    let words = words(text);
    let all = words.iter().all(|(range, _)| {
        let word = &text[range.clone()];
        ACTS.contains(&word) || THINGS.contains(&word) || MEASURES.contains(&word) || REACHES.contains(&word)
    });
    let measure =
        ["增长", "下降", "提高", "增加", "减少"].iter().find_map(|word| text.strip_suffix(word)).unwrap_or(text);
    all || measure.ends_with(['量', '额', '值', '数']) && measure.chars().count() <= 3
}

/// Whether a clause begins with what somebody told before it got or reached: 获国际级奖.
pub fn has_no_subject(text: &str) -> bool {
    !text.starts_with("获批")
        && ["获", "荣获", "入选", "入围", "斩获", "摘得", "遍布", "受到", "跻身"]
            .iter()
            .any(|word| text.starts_with(word))
}
