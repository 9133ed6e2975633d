//! The words around a figure that say how it relates to its indicator, and are no part of the indicator.

use std::ops::Deref;

/// WordList that texts are searched for at their start and end. Nearly no text begins or ends with the first or last
/// character of one, which is seen at one look.
pub struct WordList {
    words: &'static [&'static str],
    firsts: Chars,
    lasts: Chars,
}

/// A bit for the last twelve bits of each of some characters.
type Chars = [u64; 64];

impl WordList {
    /// WordList, each of one Han character or more.
    pub const fn new(words: &'static [&'static str]) -> Self {
        let (mut firsts, mut lasts) = ([0; 64], [0; 64]);
        let mut at = 0;
        while at < words.len() {
            let word = words[at].as_bytes();
            firsts[(word[1] & 0x3F) as usize] |= 1 << (word[2] & 0x3F);
            lasts[(word[word.len() - 2] & 0x3F) as usize] |= 1 << (word[word.len() - 1] & 0x3F);
            at += 1;
        }
        WordList { words, firsts, lasts }
    }

    /// Those that a text begins with.
    pub fn at_start(&self, text: &str) -> impl Iterator<Item = &'static str> {
        let begins = matches!(text.as_bytes(), [_, second, third, ..] if has(&self.firsts, *second, *third));
        let words = if begins { self.words } else { &[] };
        words.iter().copied().filter(move |word| word.as_bytes()[2] == text.as_bytes()[2] && text.starts_with(word))
    }

    /// Those that it ends in.
    pub fn at_end(&self, text: &str) -> impl Iterator<Item = &'static str> {
        let ends = matches!(text.as_bytes(), [.., second, third] if has(&self.lasts, *second, *third));
        let words = if ends { self.words } else { &[] };
        words
            .iter()
            .copied()
            .filter(move |word| word.as_bytes().last() == text.as_bytes().last() && text.ends_with(word))
    }

    /// Whether a text begins with one of them.
    pub fn begin(&self, text: &str) -> bool {
        self.at_start(text).next().is_some()
    }

    /// Whether it ends in one.
    pub fn end(&self, text: &str) -> bool {
        self.at_end(text).next().is_some()
    }
}

fn has(chars: &Chars, second: u8, third: u8) -> bool {
    chars[usize::from(second & 0x3F)] >> (third & 0x3F) & 1 == 1
}

impl Deref for WordList {
    type Target = [&'static str];

    fn deref(&self) -> &Self::Target {
        self.words
    }
}

/// The longest of some words that a text ends in; of two as long, the later.
pub fn ending(words: &WordList, text: &str) -> Option<&'static str> {
    words.at_end(text).max_by_key(|word| word.len())
}

/// The longest of some words that a text begins with.
pub fn beginning(words: &WordList, text: &str) -> Option<&'static str> {
    words.at_start(text).max_by_key(|word| word.len())
}

/// Whether words end in a verb whose 及 or 与 joins nothing: 惠及, 参与.
pub fn ends_in_reach(words: &str) -> bool {
    ["惠及", "涉及", "普及", "波及", "参与"].iter().any(|verb| words.ends_with(verb))
}

/// What an amount is paid or measured for, behind its unit.
#[rustfmt::skip]
const PER: [&str; 24] = [
    "人·年", "人·月", "平方米", "立方米", "千瓦时", "小时", "公斤", "公里", "月", "日", "年", "天", "人", "亩", "头", "吨", "户", "斤", "升", "次", "床",
    "生", "只", "度",
];

/// The end of a unit that is told behind it: 800元|/亩|.
pub fn per(text: &str) -> &str {
    &text[..text.len() - without_per(text).len()]
}

/// Without the end of a unit that is told behind it: 800元|/亩|提高到.
pub fn without_per(text: &str) -> &str {
    let Some(rest) = text.strip_prefix(['/', '／']) else { return text };
    PER.iter().find_map(|per| rest.strip_prefix(per)).unwrap_or(text)
}

/// WordList before an indicator. Longer ones stand before those that they begin with.
#[rustfmt::skip]
pub const LEADING: &WordList = &WordList::new(&[ "这一年", "就", "而", "但是", "但", "继", "至少", "至今", "据不完全统计", "据初步统计", "据统计", "据初步测算", "初步核算", "把", "本年内", "特别是", "尤其是", "不折不扣", "前四年", "前三年", "我们将", "我们", "五年间", "仅", "在全省率先实现", "在全国率先实现", "在全省率先", "在全国率先", "率先实现", "去年底", "去年末", "今年底", "上年末", "本年末", "年度", "五年年均", "五年平均", "主要支出项目是", "主要是", "相继",
    "台阶", "全面", "仍", "以上", "左右", "以内", "以下", "有望", "其中", "包括", "包含", "含", "截至目前", "目前", "累计", "全年", "当年", "年内", "年末", "年底", "年底前", "年末前", "一年来",
    "先后", "已经", "已", "同时", "并且", "并", "且", "还", "共计", "总计", "合计", "共", "力争", "确保",
    "预计", "以及", "及", "和", "与", "的", "将", "分别", "各", "再", "又", "也", "则", "另", "另有", "截至",
    "截止", "初步", "到", "至", "今年", "去年", "上年", "本年", "明年", "上半年", "一季度", "前三季度", "努力",
    "计划", "拟", "在", "每年", "年均", "全部", "实现", "持续", "加上", "另外", "五年来", "四年来", "三年来", "两年来",
    "十年来", "近五年", "近三年", "近两年", "近年来", "过去五年", "过去一年", "这五年", "五年累计", "五年共", "今后五年", "未来五年",
]);

/// WordList between an indicator and its value.
#[rustfmt::skip]
pub const BEING: &WordList = &WordList::new(&[ "始终", "仍", "仍将", "仍然", "位居", "现有", "还有", "仍有", "的调控目标定为", "调控目标定为", "先后", "首破", "首超", "达到或接近", "达到或超过", "动态保持在", "总体保持在", "长期保持在", "稳在", "必须", "减为", "削减至", "削减到", "削减为", "精简为", "调减为", "调减到", "调减至", "调增为", "调增到", "调增至", "相应", "优化整合至", "优化整合为", "重组整合至", "重组整合为", "整合至", "整合到", "精简至", "归并为", "整合为", "合并为", "优化为", "调整优化为", "优化调整为", "优化到", "演进为", "转变为", "回落到", "回落至", "收窄到", "收窄至", "继续保持在", "继续稳定在", "继续控制在", "趋近于", "趋近", "双双", "长达", "从人均", "由人均", "从不到", "由不到", "不到", "控制在年度目标", "控制在目标", "目标定为", "的调控目标", "调控目标", "五年累计", "五年共", "五年来累计", "已经", "全年平均", "的就", "就", "按当年价格计算",
    "有望", "争取", "要", "力求",
    "达到", "达", "为", "是", "至", "到", "完成", "实现", "有", "约", "近", "超过", "超", "突破", "逾", "接近",
    "预计", "不少于", "不低于", "不高于", "不超过", "至少", "高于", "低于", "不足", "仅", "只", "分别", "各",
    "均", "都", "保持在", "稳定在", "控制在", "维持在", "稳定保持在", "持续保持在", "持续稳定在", "合计",
    "总计", "共计", "累计", "共", "计", "即", "了", "将", "已", "也", "首次", "成功", "再次", "一举", "连续", "稳步", "历史性", "历史性地",
    "增加到", "增加至", "增长到", "增长至", "增至", "增到", "提高到", "提高至", "提升到", "提升至", "提升为",
    "上升到", "上升至", "升至", "升到", "上升为", "下降到", "下降至", "下降为", "降至", "降到", "降为",
    "降低到", "降低至", "减少到", "减少至", "减至", "扩大到", "扩大至", "发展到", "压缩到", "压缩至", "压减至",
    "压减到", "缩短至", "缩短到", "缩减至", "缩小到", "缩小至", "由", "从", "由原来的", "从原来的", "调整为",
    "调整到", "跃升至", "跃升到", "攀升至", "回升至", "回升到", "恢复到", "扩展到", "拓展到", "拓展至", "扩至",
    "迈上", "跨上", "跨越", "跨过", "站上", "迈过", "多达", "高达", "力争", "确保", "预期", "目标",
    "大约", "大概", "左右", "预期目标", "可达", "居", "基本", "在", "于", "初步", "全部", "年均", "拟", "按",
    "平均", "一度", "由上年的", "由去年的", "从上年的", "从去年的", "上年的", "去年的", "为上年的", "是上年的",
    "为去年的", "是去年的", "等", "净", "最高", "以", "实现翻番",
]);

/// WordList that say how much came on top of an earlier value, or was taken from it.
#[rustfmt::skip]
pub const CHANGES: &WordList = &WordList::new(&[
    "增长率", "增长", "增加", "净增加", "净增长", "净增", "下降", "减少", "降低", "提高", "上升", "提升",
    "增支", "增收", "减支", "减收", "超收", "短收", "上调", "下调", "调增", "调减", "增产", "减产", "精简", "压降",
    "回落", "压减", "压缩", "缩短", "缩减", "缩小", "扩大", "增幅", "降幅", "增速", "上涨", "下跌", "收窄",
    "递增", "翻", "高", "快", "低", "多", "少", "增", "减", "降", "升", "新增", "削减", "高出", "加快", "回升",
    "跌",
]);

/// WordList that say against what a change is measured, between the indicator and the change.
#[rustfmt::skip]
pub const AGAINST: &WordList = &WordList::new(&[ "按",
    "同比", "环比", "确保", "年均", "分别", "确保", "实际", "名义", "约", "均", "累计", "平均", "每年", "逆势", "再", "又",
    "大幅", "总体", "总体上", "预计", "按可比价格计算", "按可比价计算", "按可比口径", "按可比价", "可比",
    "同口径", "按同口径", "自然", "也", "都", "继续", "有望", "持续", "力争", "预期", "仅", "同步", "比预算",
    "剔除价格因素", "恢复性", "增速", "为", "，", "合计", "已", "快速", "稳步", "速度", "比上年", "较上年",
    "比去年",
]);

/// Subjects that say little without what stands before them.
#[rustfmt::skip]
pub const GENERIC: &WordList = &WordList::new(&[ "总收入", "综合收入", "通车总里程", "改制面", "在建", "推出", "开建", "合同资金", "协议资金", "总产", "产量", "实现产值", "综合利用率", "新开工", "新竣工", "新竣工达产", "竣工投产", "新投产", "达产", "用户", "计划总投资", "年度计划投资", "年度投资", "协议总投资", "协议投资", "合同投资", "建成面积", "注册资本", "年度完成投资", "全年完成投资",
    "总投资额", "总额度", "新开工", "完成处置", "投资", "总投资", "完成投资", "计划投资", "到位资金", "惠及", "受益", "覆盖", "涉及", "金额", "总额",
    "面积", "总面积", "总量", "占比", "比重", "比例", "占", "拨付", "资金", "增速", "完成率", "办结率",
    "办复率", "满意率", "合格率", "达标率", "投资额", "总产值", "产值", "产量", "带动", "惠及群众", "受益群众",
    "总数", "总规模", "规模", "数量", "总里程", "里程", "用于", "引资", "合同金额", "签约金额", "余额", "开工",
    "立项", "竣工", "投产", "落地", "开工建设", "建成", "完工", "签约", "总产", "完成", "总里程", "引进资金",
    "实际到位资金", "支出", "收入", "结余", "审减金额", "相应安排", "支出相应安排", "价值", "还本", "付息", "立案", "年收入", "日均", "月均", "利润", "净利润", "注册资金", "可支配收入", "受益人口",
]);

/// Verbs that end the words behind a number that is told before its noun: 12家企业|获得…
#[rustfmt::skip]
pub const PREDICATES: &WordList = &WordList::new(&[ "没有实现", "没有完成", "未能实现", "未能完成", "未能如期", "涉及", "惠及", "探索", "配备", "将", "大台阶", "大关", "台阶", "关口", "居全", "在国际", "在全国", "在全省",
    "实现", "完成", "达到", "获得", "获评", "获批", "获", "入选", "建成", "全部",
    "增长", "下降", "进入", "得到", "纳入", "通过", "落地", "签约", "列入", "取得", "提高", "增加", "减少",
    "被", "均", "已", "超过", "投入", "参加", "荣获", "跻身", "成功", "正式", "如期", "顺利", "基本", "实施",
    "占", "分别", "升至", "降至", "位居", "比上年", "比去年", "同比", "累计", "其中", "共计", "共有",
    "，", "提前", "脱贫", "有效", "建立", "全面", "基本", "逐步", "陆续", "即将", "率先",
    "相继", "加快", "扎实", "稳步", "有序", "并", "得以", "不同程度", "各", "围绕", "大幅", "摘帽", "全覆盖", "一体落实",
    "明显", "稳居", "位列", "排名", "落户", "设立", "因缺", "投用", "投运", "开展", "提供", "进行", "实行", "复制推广",
    "在全", "加上", "减去", "的基础上", "联系带动", "带动", "进展", "价格大幅", "价格平均",
]);

/// What is measured, at the end of a list's last subject, when it is meant of all: 甲、乙村覆盖率.
#[rustfmt::skip]
pub const MEASURES: &WordList = &WordList::new(&[ "限额", "进出口", "资产负债率", "播面", "播种面积", "种植面积", "人均财政补助标准", "财政补助标准", "人次", "税收", "营业收入", "主营业务收入", "销售收入", "覆盖面", "增速", "涨幅", "增幅",
    "营收", "起数", "天数", "支出", "结余", "合同额", "成交额", "生产总值", "出口", "进口", "销售额", "覆盖率", "普及率", "合格率", "优良率", "达标率", "处理率", "利用率", "满意率", "入学率", "参保率", "率",
    "可支配收入", "收入", "增加值", "占比", "比重", "能力", "水平", "标准", "数量", "比例", "浓度", "强度", "指数", "价格", "销售额", "贷款", "存款", "产值", "面积", "产量", "总额", "投资", "余额", "人数",
    "总量",
]);

/// WordList that end in a word of [`BEING`] and are part of an indicator.
#[rustfmt::skip]
pub const WHOLE: &WordList = &WordList::new(&[ "下达",
    "节约", "签约", "履约", "预约", "公约", "赶超", "附近", "发达", "到达", "作为", "行为", "认为", "转为",
    "国有", "所有", "享有", "拥有", "持有", "存在", "现在", "所在", "潜在", "用于", "由于", "属于", "安居",
    "民居", "村居", "宜居", "旅居", "平等", "高等", "初等", "中等", "得到", "干净", "洁净", "服从", "自由", "理由",
    "公共", "中共", "设计", "统计", "审计", "会计", "人均", "户均", "亩均", "日均", "场均", "班均", "次均",
    "镇均", "单位平均", "主要", "需要", "月平均", "年平均", "日平均", "目的", "新居", "定居", "首位", "直达", "抵达", "传达", "内在", "自然", "指标", "商标",
    "投标", "中标", "机构改革", "对标", "收入总计", "支出总计", "收入合计", "支出合计", "收支总计",
]);

/// WordList that begin with a word of [`LEADING`] and are part of an indicator.
#[rustfmt::skip]
pub const OTHERS: &WordList = &WordList::new(&[ "含氟", "含硫", "含量", "含税", "含油", "含磷", "含绿", "含金", "继续", "继承", "继电", "继教", "继任", "再次", "当年收", "当年支", "上年滚", "仅用", "加上级", "加上解", "及时", "并网", "并轨", "并购", "并联",
    "把握", "把关", "把脉", "把好", "把守", "各地", "各项", "各级", "各乡", "共同", "共产", "共青", "加上年", "还本", "各县", "各市", "各区", "上年结", "年末结", "年末滚", "当年结", "累计结", "各类", "持续力", "共建", "共享", "公共", "将军", "还清", "还款", "到位", "到账", "到户", "在建",
    "在校", "在围", "在孵", "在研", "在营", "在线", "在岗", "在册", "在园", "在库", "与会", "和谐", "和美", "再生", "再贷", "另类", "各类", "再就业",
    "再融资", "和田", "和平", "和静", "和硕", "和布", "和顺", "和县", "和龙", "就业", "就医", "就学", "就近", "就地", "就诊", "就读", "就餐", "而且", "全面小康", "全面两孩", "年度计划投", "年度投", "计划投", "计划总", "在深", "在穗", "在杭", "在甬", "在汉", "在京", "在沪", "在津", "在渝", "在川", "在蓉", "在黔", "在陕", "在鄂", "在湘", "在赣", "在皖", "在苏",
    "在浙", "在杭", "在闽", "在粤", "在穗", "在桂", "在琼", "在滇", "在甘", "在青", "在宁", "在豫", "在鲁", "在晋", "在冀", "在辽", "在吉", "在蒙", "在疆",
]);

/// Names of scopes at the head of an indicator, longest first.
#[rustfmt::skip]
pub const SCOPES: &WordList = &WordList::new(&[
    "全国一般公共预算", "全市规模以上", "市本级", "省本级", "县本级", "区本级", "州本级", "盟本级", "自治区本级", "本级", "全市",
    "全省", "全县", "全区", "全州", "全盟", "全旗", "全国", "全自治区", "全镇", "全乡", "全社会", "我市", "我省", "我县",
    "我区", "我州", "我国", "市直", "中央本级", "县级", "区级",
]);

/// WordList that say by how much a value differs from another one.
pub const COMPARED: &[&str] = &["高于", "低于", "快于", "好于", "多于", "少于"];

/// WordList with a joint in them that are one thing.
pub const ALONE: &[&str] = &["研发与", "研究与", "科研与"];

/// What was done, at the head of an indicator, that a list tells once for all its items: 新增甲30家、乙12家.
#[rustfmt::skip]
pub const VERBS: &WordList = &WordList::new(&[ "新入选", "新创", "新获评", "新评定", "新挂牌", "新投用", "新注册", "新登记", "新签", "引育", "新认证",
    "新增", "净增", "新建", "新改建", "新改扩建", "新建改建", "改建", "扩建", "改扩建", "改造", "改造提升", "提标改造", "提质改造", "升级改造", "新改造", "建成", "新建成",
    "培育", "新培育", "引进", "新引进", "发放", "新认定", "认定", "获批", "新获批", "创建", "新创建", "成功创建", "整治", "治理", "淘汰", "关闭", "关停",
    "拆除", "取缔", "盘活", "清理", "修复", "打造", "组建", "新组建", "签约", "新签约", "化解", "压减", "压降", "削减", "减少", "查处", "审结", "受理",
    "办结", "立案", "起诉", "培训", "救助", "资助", "购置", "配备", "更新", "更新改造", "施划", "铺设", "新种植", "新植", "争取", "减免", "发行", "转贷",
    "新发展", "推出", "出台", "制定", "修订", "编制", "选派", "招聘", "新投放", "投放", "新开通", "开通", "新开工", "开工", "新投产", "竣工", "收回", "提请审议",
    "退出", "关闭退出", "新入库", "入库", "申报", "谋划", "策划", "推广", "帮扶", "建设", "规划建设", "开工建设", "改善", "新设", "新设立", "设立", "维修", "加固",
]);

/// WordList at the head of a number's words that end what a list shares.
#[rustfmt::skip]
pub const NO_ITEM: &WordList = &WordList::new(&[ "处分", "再", "垦造", "增加", "报备", "资助", "救助", "申报",
    "释放", "惠及", "受益", "带动", "覆盖", "涉及", "总", "共", "完成", "实现", "达", "占", "同比", "增长", "居", "实施", "开展", "举办", "投入", "投资", "吸引",
    "支持", "帮助", "使", "让", "其中", "安排", "落实", "兑现", "节约", "解决", "服务", "接待", "参与", "组织", "推动", "推进", "促进", "处理", "调解",
    "提高", "提升", "下降", "年", "容纳", "供应", "新认证", "涵盖", "由", "从", "有", "为", "到位", "合同", "交易", "成交", "销售", "产值", "面积", "金额",
]);

/// What else a part may end in when it says by itself what it is.
pub const ALONE_ENOUGH: &[&str] = &["支出", "资金", "债券", "债务", "税", "税收", "费", "补助", "转移支付", "产业"];

/// What a short name of a list shares with the last one: 城镇、农村|居民收入.
#[rustfmt::skip]
pub const TAILS: &[&str] = &[
    "居民", "流域", "货运", "客运", "地区", "医疗", "养老", "保险", "人均", "低保", "特困", "周转", "装机", "建设", "用水", "用电", "污水", "垃圾", "户厕",
    "卫生", "普及", "覆盖", "电装机", "村", "常住", "户籍", "固定", "一般", "政府", "公共", "学校", "教育", "就业", "最低", "社会", "企业", "项目", "道路",
    "绿化", "产业", "投资", "贸易", "经济", "增加值", "产值", "收入", "支出", "消费", "参保",
];

/// Levels that name the same thing of another authority, longest first.
pub const LEVELS: &[&str] = &["国家级", "国家", "省部级", "省级", "自治区级", "市级", "县级", "区级", "省", "市", "县"];

/// Totals of the accounts that a sentence tells.
pub const TOTALS: &WordList = &WordList::new(&[
    "当年收支结余",
    "上年滚存结余",
    "收入总来源",
    "结转下年",
    "年终结转",
    "上年结余",
    "上年结转",
    "年末结余",
    "滚存结余",
    "年末滚存结余",
    "累计结余",
    "当年结余",
    "本年收支结余",
    "收支结余",
    "收入总计",
    "支出总计",
    "收入合计",
    "支出合计",
    "总收入",
    "总支出",
    "收支总计",
    "收入总量",
    "支出总量",
]);

/// What is told of a thing by a number before 的: 总投资15亿元的产业园.
pub const ATTRIBUTES: &[&str] =
    &["总投资", "投资", "目标规模", "总规模", "规模", "时速", "年产", "总面积", "面积", "投资额", "总额"];

/// What people did who are counted without a noun: 3万人受益.
pub const RECEIVED: &[&str] = &["受益", "参与", "获益", "参加", "受惠"];

/// WordList that begin what is measured of a noun before it: 断面|优良率.
#[rustfmt::skip]
pub const RATES: &WordList = &WordList::new(&[
    "优良", "达标", "合格", "覆盖", "普及", "化解", "使用", "综合", "处理", "满意", "利用", "水质", "优质", "完好", "入学", "参保", "就业率", "办结率", "通过率",
    "占比",
]);

/// WordList before a number whose noun alone says little: 使|37家|农业企业直接受益.
pub const PREPOSITIONS: &[&str] = &["对", "为", "在", "向", "给", "把", "使", "让", "与", "从", "由", "以"];

/// WordList at the end of a whole that grew by what a list tells: 新增公园35个、|公园总数|达1100个.
pub const WHOLES: &WordList =
    &WordList::new(&["总数", "总量", "总里程", "总面积", "总数量", "保有量", "总规模", "总额", "覆盖率", "占比"]);

/// Short rates that are of no other subject.
pub const KNOWN_RATES: &[&str] = &[
    "赤字率",
    "失业率",
    "城镇化率",
    "化率",
    "死亡率",
    "出生率",
    "增长率",
    "贫困率",
    "利率",
    "税率",
    "汇率",
    "生育率",
    "林率",
    "破案率",
    "林覆盖率",
    "绿化率",
    "自给率",
    "就业率",
];

/// Verbs of money without what it is for: 统筹安排|54亿元，落实社保政策.
pub const SPENT: &WordList = &WordList::new(&[
    "统筹资金",
    "安排资金",
    "筹集资金",
    "投入资金",
    "拨付资金",
    "落实",
    "落实资金",
    "投入",
    "安排",
    "统筹",
    "统筹安排",
    "拨付",
    "筹集",
    "筹措",
    "下达",
    "预算安排",
    "整合",
]);

/// What a receiver does with things that were sent before: 报送信息211篇，全国政协|采用|3篇.
pub const TAKEN: &[&str] = &["采用", "采纳", "录用", "转办", "获批示"];

/// Heads of a part that do not say what it is a part of: 市对区转移支付.
pub const BARE_PARTS: &[&str] = &["地方财力", "中央专项", "市对区", "市级留用", "市县级", "市本级", "区级"];

/// Verbs behind a noun that was counted, whose object another number counts: 12家企业|获得|贷款3亿元.
#[rustfmt::skip]
pub const OBJECTS: &WordList = &WordList::new(&[
    "实现", "完成", "达到", "获得", "获评", "获批", "获", "得到", "取得", "参加", "荣获", "投入", "入选", "纳入", "列入",
]);

/// Verbs that stand between an amount and what it was spent on: 投入2亿元|支持|30家医院.
pub const SUPPORTS: &[&str] =
    &["支持", "建设", "实施", "用于", "推动", "推进", "新建", "改造", "奖励", "补助", "资助", "扶持"];
