//! The time of what several years led to: a level told of them is that of their last year, a sum that of them all.

use super::words::VERBS as VERBS_DONE;
use super::{Figure, Period, Relation, When};
use crate::syntax::numeral;
use crate::syntax::sentence::{clause_start, has, near};

/// Words before a level that something came to.
#[rustfmt::skip]
const VERBS: [&str; 52] = [
    "稳定在", "合并为", "整合为", "达到", "达", "突破", "超过", "超", "接近", "跃上", "增加到", "增加至", "提高到", "提高至", "提升到", "提升至", "上升到", "上升至", "扩大到", "扩大至",
    "拓展到", "增长到", "增长至", "下降到", "下降至", "降到", "降至", "增至", "升至", "发展到", "发展至", "拓展至", "扩展到", "扩展至", "壮大到", "壮大至",
    "回升到", "回升至", "攀升到", "攀升至", "跃升到", "跃升至", "减少到", "减少至", "缩短到", "缩短至", "压缩到", "压缩至", "缩小到", "缩小至", "不少于", "不低于",
];
/// Those among them that tell where a change ended, whatever it was of.
#[rustfmt::skip]
const ENDS: [&str; 6] = [
    "到", "至", "调整为", "优化为", "合并为", "整合为",
];
/// What is kept or told of all the years.
#[rustfmt::skip]
const KEPT: [&str; 19] = [
    "保持", "稳定在", "控制在", "始终", "连续", "先后", "一直", "年均", "平均", "每年", "年年", "累计", "总共", "共计", "合计", "五年共", "总投资", "期间",
    "逐年",
];
/// What is added up over the years.
#[rustfmt::skip]
const SUMS: [&str; 71] = [
    "班列", "新增", "新建", "新设", "新开", "新认定", "净增", "增加", "减少", "引进", "引入", "培训", "培育", "发放", "接待", "人次", "惠及", "受益", "转移",
    "就业", "脱贫", "完成", "改造", "实施", "开展", "办理", "审结", "受理", "查处", "立案", "投入", "投资", "落实", "争取", "安排", "下达", "拨付",
    "签约", "招商", "利用外资", "实际利用", "到位", "投放", "发行", "减税", "减负", "降费", "化解", "处置", "整治", "清理", "救助", "资助", "补助", "补贴",
    "支持", "帮扶", "治理", "修复", "清偿", "淘汰", "压减", "压缩", "退出", "关闭", "拆除", "清退", "开行", "挂牌出让", "注册", "落地",
];
/// Rates of what was done over the years.
#[rustfmt::skip]
const DONE: [&str; 23] = [
    "办结", "办复", "答复", "满意", "反馈", "采纳", "立案", "化解", "调解", "破案", "执行", "完成", "审结", "结案", "息诉", "审减", "消除率", "回访",
    "见面", "面商", "兑现", "民生支出", "民生类支出",
];
/// Ends of names of what there is at a time, or in a year.
#[rustfmt::skip]
const STOCKS: [&str; 28] = [
    "规模", "总量", "总值", "GDP", "保有量", "里程", "总数", "余额", "人口", "总规模", "总额", "总产值", "营业收入", "增加值", "能源装机", "装机容量", "装机规模",
    "建成区面积", "总装机", "水平", "密度", "指数", "寿命", "库容", "总资产", "产能", "可支配收入", "纯收入",
];
/// Ends of names of bodies and things that are counted as there are.
#[rustfmt::skip]
const STANDING: [&str; 16] = [
    "企业", "平台", "产品", "商标", "标志", "品牌", "基地", "园区", "机构", "景区", "实验室", "主体", "党组织", "医院", "中心", "示范区",
];
/// What was done with them, among words that are no verbs at the head of a clause.
#[rustfmt::skip]
const MADE: [&str; 17] = [
    "提升", "提质", "发展", "创成", "核准", "升格", "认定", "上市", "建成", "设立", "获", "入选", "评", "挂牌", "培养", "打造", "共建",
];
/// The same, if it is told among others: a sum of five years has the same name.
#[rustfmt::skip]
const YEARLY: [&str; 8] = [
    "收入", "产值", "营收", "交易额", "销售额", "产量", "支出", "税收",
];
/// Ends of names of rates.
#[rustfmt::skip]
const RATES: [&str; 7] = [
    "率", "比重", "占比", "比例", "强度", "水平", "浓度",
];

/// The times of a paragraph's figures, given as they are told: levels at the last of several years, what they add up at all of
/// them. `section` are the years of its section.
pub fn reached(
    text: &str,
    figures: &[Figure],
    names: &[String],
    mut periods: Vec<Option<Period>>,
    section: Option<Period>,
) -> Vec<Option<Period>> {
    let mut last: Option<(usize, bool)> = None;
    for (index, figure) in figures.iter().enumerate() {
        let Some(period) = periods[index] else { continue };
        let place = Place { text, figure, name: &names[index] };
        let before = index.checked_sub(1).and_then(|before| {
            let ended = last.is_some_and(|last| last == (before, true));
            Some((text.get(figures[before].quantity.span.end..figure.start())?, ended))
        });
        // 全部达产后预计新增产值|1000亿元|: nobody tells when that is.
        if place.clause().contains("达产后") && figure.when != When::Years(period) {
            periods[index] = None;
        } else if place.is_of_year_before(period) {
            periods[index] = Some(Period { first: period.first - 1, last: period.last - 1, part: "" });
        } else if let Some(years) = section.filter(|years| place.is_added_up(period, *years)) {
            periods[index] = Some(years);
        } else if let Some(years) = place.like_the_rate(before_of(figures, &periods, index)) {
            periods[index] = Some(years);
        } else if let Some(years) = place.run_of_years(period) {
            periods[index] = Some(years);
        } else if let Some(years) = between(figures, &periods, index) {
            periods[index] = Some(years);
        } else if place.is_yearly() || place.is_reached(before) {
            last = Some((index, figure.relation != Relation::Change));
            periods[index] = Some(Period { first: period.last, ..period });
        }
    }
    periods
}

/// 由2020年的1510亿元增至2024年的2453亿元、|年均增长|12.9%: of the years between those two.
fn between(figures: &[Figure], periods: &[Option<Period>], index: usize) -> Option<Period> {
    let (from, to) = (index.checked_sub(2)?, index.checked_sub(1)?);
    let one = |at: usize| {
        periods[at].filter(|period| period.first == period.last && figures[at].when == When::Years(*period))
    };
    let (first, last) = (one(from)?, one(to)?);
    let same = figures[from].quantity.unit == figures[to].quantity.unit && figures[index].when == When::Average;
    (same && first.first < last.last).then(|| Period { first: first.first + 1, ..last })
}

/// The figure before one, with its time.
fn before_of<'f>(figures: &'f [Figure], periods: &[Option<Period>], index: usize) -> Option<(&'f Figure, Period)> {
    let before = index.checked_sub(1)?;
    Some((&figures[before], periods[before]?))
}

/// A figure in its text.
struct Place<'t> {
    text: &'t str,
    figure: &'t Figure,
    name: &'t str,
}

impl Place<'_> {
    /// The sentence up to the number.
    fn head(&self) -> &str {
        &self.text[near(self.text, self.figure.start()).start..self.figure.start()]
    }

    /// The clause up to the number.
    fn clause(&self) -> &str {
        &self.text[clause_start(self.text, self.figure.start())..self.figure.start()]
    }

    /// 比上年执行数|8亿元|增长3%
    fn is_of_year_before(&self, period: Period) -> bool {
        let last = ["上年执行数", "上年决算数", "上年完成数", "上年预算数", "去年执行数", "上年预算执行数"];
        let told = last.iter().any(|word| self.head().ends_with(word));
        told && period.first == period.last && self.figure.quantity.adds_up()
    }

    /// 到2030年，…新增造林|3万亩|: a sum of the years up to then.
    fn is_added_up(&self, period: Period, section: Period) -> bool {
        let until = period.first == period.last && period.last == section.last && section.first < section.last;
        let sum = ["新增", "累计", "新建", "净增"].iter().any(|word| self.name.starts_with(word));
        until && sum && self.head().contains(&format!("到{}年", period.last))
    }

    /// 年均增长8.4%，|高于全国平均水平|1.3个百分点: of the same years.
    fn like_the_rate(&self, before: Option<(&Figure, Period)>) -> Option<Period> {
        let (rate, period) = before.filter(|(before, _)| before.when == When::Average)?;
        let gap = self.text.get(rate.quantity.span.end..self.figure.start())?;
        let points = self.figure.quantity.unit.ends_with('点') && self.name.contains("年均");
        (points && !gap.contains(['。', '；'])).then_some(period)
    }

    /// 连续五年保持在|1万亿元|以上: of so many years.
    fn run_of_years(&self, period: Period) -> Option<Period> {
        const HELD: [&str; 8] = ["保持在", "稳定在", "超", "超过", "突破", "保持", "控制在", "增长"];
        let (_, told) = self.clause().rsplit_once("连续")?;
        let (count, rest) = told.split_once('年')?;
        let years = count.parse().ok().or_else(|| i32::try_from(numeral::read(count)?).ok())?;
        let held = HELD.iter().any(|word| rest.trim_end_matches(['均', '都']) == *word);
        // Of 3 in a section of five, or of 18.
        (held && (2..=40).contains(&years)).then(|| Period { first: period.last - years + 1, ..period })
    }

    /// 信访总量比上年下降|19%|: of the last year, in a section of several.
    fn is_yearly(&self) -> bool {
        let near = self.head().rsplit(['，', '。', '；']).next().unwrap_or("");
        self.figure.relation == Relation::Change && has(near, &["比上年", "较上年", "比去年", "较去年"])
    }

    /// Whether it is what the years led to. `before` are the words between the number before and this one, and whether
    /// that one is.
    fn is_reached(&self, before: Option<(&str, bool)>) -> bool {
        let figure = self.figure;
        if matches!(figure.when, When::Average | When::Before | When::BeforePast(_)) {
            return false;
        }
        let head = self.head();
        let bare = head.trim_end_matches(['了', '约', '近', '已', '均', '都', '将', '的', ' ']);
        let bare = bare.strip_suffix("分别").unwrap_or(bare);
        let verb = VERBS.iter().filter(|verb| bare.ends_with(**verb)).max_by_key(|verb| verb.len());
        let at_end = ENDS.iter().any(|end| bare.ends_with(end)) && verb.is_none_or(|verb| *verb != "达到");
        // 人口自然增长率降至|8‰|: where it ended.
        if figure.relation == Relation::Change {
            return at_end && verb.is_some() && !has(self.clause(), &KEPT);
        }
        // 目前，财政自给率不到|10%|: what is so now.
        let sentence = head.rsplit(['。', '；', '！', '\n']).next().unwrap_or("");
        let left =
            ["还有", "仍有", "尚有"].iter().any(|left| self.clause().contains(left)) && !sentence.contains("除了");
        if left && figure.relation != Relation::Change
            || has(sentence, &["目前", "现在", "截至", "当前"])
            || ["现有", "已有"].iter().any(|word| self.clause().starts_with(word))
        {
            return true;
        }
        // 收入超过220亿元，年均增长11%
        let behind = self.text[figure.quantity.span.end..].trim_start_matches(['左', '右', '以', '上', '，', '、']);
        let mut clauses = behind.split(['，', '、', '。', '；']);
        let grew = |clause: Option<&str>| clause.is_some_and(|clause| clause.starts_with("增长"));
        let yearly = |clause: &str| clause.starts_with("年均增长") || clause.starts_with("年均递增");
        // 固定资产投资8500亿元，增长11.7%，年均增长10%
        // 收入完成140亿元，剔除一次性因素，“十三五”期间年均增长9%
        let over = |clause: &str| yearly(clause) || clause.contains("期间年均增长");
        let grew = |clause: Option<&str>| grew(clause) || clause.is_some_and(|clause| clause.starts_with("剔除"));
        // 支出累计1800亿元，是“十三五”时期的|1.21倍|，年均增长3%: both are sums.
        let times = figure.quantity.unit == "倍" && self.name.contains("时期");
        if !times && (yearly(behind) || grew(clauses.next()) && clauses.next().is_some_and(over)) {
            return !has(self.name, &["投入", "累计"]);
        }
        // 新增3家、累计|5家
        let added = gap_before(before).is_some_and(|gap| matches!(gap, "、累计" | "，累计" | "，总数达" | "、总数达"));
        if added && has(self.name, &["累计", "总数"]) {
            return true;
        }
        // 参保率稳定在95%: what a rate has come to.
        let steady = figure.quantity.is_percent() && bare.ends_with("稳定在");
        let clause = if steady { self.clause().replace("稳定在", "") } else { self.clause().to_owned() };
        // 年均增长65%、|总量突破|2500亿元: what it came to by then.
        let total = gap_before(before).filter(|gap| gap.starts_with('、') && verb.is_some());
        let total = total.filter(|gap| has(gap, &["总量", "总额", "总规模", "总数"]));
        let clause = total.map_or(clause, str::to_owned);
        if has(&clause, &KEPT) || has(self.name, &KEPT) {
            return false;
        }
        let ended = before.is_some_and(|(_, ended)| ended);
        let gap = before.map_or("", |(gap, _)| gap).trim();
        // 分别达到359家|和1300家|, 调整为9:|40|:51
        if ended && matches!(gap, "、" | "和" | "与" | "及" | ":" | "：" | "∶") {
            return true;
        }
        // 装机由1269万千瓦增加到1512万千瓦，其中|新能源装机|587万千瓦
        let part = gap.strip_prefix('，').is_some_and(|gap| gap.starts_with("其中"));
        if ended && part && figure.relation == Relation::Part && !has(&self.name.replace("增加值", ""), &SUMS) {
            return true;
        }
        // 7个县收入超|5亿元|: how far they have come.
        if ended && figure.quantity.unit.ends_with('元') && gap.ends_with(['超', '过']) && !gap.contains(['，', '、'])
        {
            return true;
        }
        // 处置95万人次、占|46%|: a share of a sum.
        let built = ["建成", "共建成", "累计建成"].iter().any(|built| self.name.starts_with(built));
        if !ended && figure.relation == Relation::Share && matches!(gap, "、占" | "，占" | "占") {
            return built;
        }
        // 共建成生态村5300个，占自然村总数的|22%|: they are there.
        if !ended
            && figure.relation == Relation::Share
            && built
            && gap.trim_start_matches(['，', '、']).starts_with('占')
        {
            return true;
        }
        // 权力事项|保留|1457项
        if figure.counts_things() && bare.ends_with("保留") {
            return true;
        }
        // 98%|的|行政村建成
        let of_things = self.text[figure.quantity.span.end..].trim_start_matches(['以', '上']).starts_with('的');
        if of_things && figure.quantity.is_percent() && figure.relation != Relation::Change && !has(self.name, &DONE) {
            return true;
        }
        // 百强企业达12家、|世界500强|39家
        if ended && gap.starts_with('、') && figure.counts_things() && !gap.contains('，') && !acts(gap) {
            return true;
        }
        if at_end && verb.is_some() || (at_end || verb.is_some()) && self.is_ratio() {
            return true;
        }
        // 生产总值超过1500亿元，是“十二五”末的|1.5倍|
        if figure.quantity.unit == "倍" {
            return ended && (bare.ends_with('年') || bare.ends_with('末') || bare.ends_with("年前"));
        }
        // 高铁超过2万公里，占世界|60%|
        if ended && figure.relation == Relation::Share && !gap.contains(['。', '；']) && gap.contains('占') {
            return true;
        }
        if matches!(figure.quantity.unit, "%" | "％") {
            let plain = self.name.split('（').next().unwrap_or("");
            let rate = RATES.iter().any(|end| plain.ends_with(end)) || verb.is_some();
            return rate && !has(self.name, &DONE);
        }
        // 新建平台47个、|达到|195个: what was done is told of the number before.
        let own = if verb.is_some() && gap.starts_with('、') { gap } else { self.clause() };
        self.is_stock(own, verb.is_some(), ended)
    }

    /// 三次产业结构调整为|9|:40:51
    fn is_ratio(&self) -> bool {
        let behind = self.text[self.figure.quantity.span.end..].trim_start();
        self.figure.quantity.unit.is_empty() && behind.starts_with([':', '：', '∶'])
    }

    /// |规模工业企业|1220家；: bodies that there are, told without any verb.
    fn is_standing(&self, plain: &str) -> bool {
        // 高新区：|入驻企业|
        let plain = plain.rsplit('：').next().unwrap_or(plain);
        if plain.starts_with("拥有") {
            return true;
        }
        let things = STANDING.iter().any(|end| plain.ends_with(end)) && self.head().ends_with(plain);
        let clause = self.clause().trim_start_matches(['、', '，']);
        things
            && !plain.starts_with('新')
            && !has(plain, &MADE)
            && !VERBS_DONE.begin(clause)
            && !VERBS_DONE.begin(plain)
    }

    /// 1220家，|比2015年增加274家|; 176家，|是“十二五”末的6.7倍|: what there is by now is measured against an earlier year.
    fn is_measured(&self) -> bool {
        let behind = self.text[self.figure.quantity.span.end..].trim_start_matches(['左', '右', '以', '上']);
        let Some(next) = behind.strip_prefix(['，', '、']) else { return false };
        let base = ["比", "较", "是", "为"].iter().find_map(|word| next.strip_prefix(word)).unwrap_or("");
        let year = base.find('年').is_some_and(|at| at == 4 && base[..at].bytes().all(|byte| byte.is_ascii_digit()));
        year || base.starts_with('“') && base.split(['，', '。']).next().unwrap_or("").contains("末")
    }

    /// Whether an amount or a count is one of a time, and no sum of the years.
    fn is_stock(&self, own: &str, verb: bool, ended: bool) -> bool {
        let plain = self.name.split('（').next().unwrap_or("");
        let plain = ["翻番", "翻一番"].iter().find_map(|word| plain.strip_suffix(word)).unwrap_or(plain);
        // |年|接待游客超过900万人次
        let of_year = verb && plain.starts_with('年') && !plain.starts_with("年度") && !plain.starts_with("年内");
        // 第三产业增加值: nothing is added.
        let added = |words: &str| has(&words.replace("增加值", ""), &SUMS);
        if !of_year && (added(self.name) || added(own)) {
            return false;
        }
        // 辐射全国75个城市, 80多种产品产能全国第一
        let spread = ["辐射", "通达", "覆盖"].iter().any(|verb| plain.starts_with(verb)) || plain.contains("教育覆盖");
        let ranked = plain.ends_with("全国第一") || plain.contains("进入") && has(plain, &["排名", "前"]);
        // |4100多万|福建人民: how many there are.
        let people = self.figure.quantity.unit.is_empty() && plain.ends_with("人民");
        if self.figure.counts_things() && (spread || ranked) || people {
            return true;
        }
        if self.is_measured() || self.figure.counts_things() && self.is_standing(plain) {
            return true;
        }
        // |8个|产业规模超千亿元
        if self.figure.counts_things() && is_beyond(self.name) {
            return true;
        }
        let stock = of_year
            || has(plain, &["人均", "每千人", "每万人", "每百"])
            || STOCKS.iter().any(|end| plain.ends_with(end));
        let sentence = self.head().rsplit(['。', '；', '\n']).next().unwrap_or("");
        let account = ["财政", "预算", "民生", "税"].iter().any(|word| plain.contains(word));
        let told = has(sentence, &["时期", "期间", "五年"]) || plain.ends_with("总额");
        // 五年累计利用外资25亿美元，实现进出口总额|106亿美元|
        let both = sentence.contains("五年累计") && !verb;
        let summed = account && told && has(plain, &["收入", "支出"]) || both;
        let yearly = YEARLY.iter().any(|end| plain.ends_with(end));
        match self.figure.counts_things() {
            true => stock || verb,
            // “十四五”时期，一般公共预算收入总额达到467亿元: of all its years.
            false if summed => false,
            false => stock || yearly && (verb || ended),
        }
    }
}

/// The words between a number and the one before.
fn gap_before(before: Option<(&str, bool)>) -> Option<&str> {
    before.map(|(gap, _)| gap.trim())
}

/// 、|建成|幸福院: what was done by then is told of the years.
fn acts(gap: &str) -> bool {
    has(gap, &SUMS) || VERBS_DONE.begin(gap.trim_start_matches('、'))
}

/// 产业规模超|千亿元, 突破|1万亿元
fn is_beyond(name: &str) -> bool {
    let amount = |rest: &str| rest.starts_with(|ch: char| ch.is_ascii_digit() || "千百万两十".contains(ch));
    ["超过", "突破", "超"].iter().any(|word| name.split(word).skip(1).any(amount))
}
