//! How a number relates to the words before it: its value, a part, a change, a share.

use std::borrow::Cow;

use super::lead::Lead;
use super::noun::Noun;
use super::trail::{against, behind_year, each, from_year, trail, until_year, without_round, without_run};
use super::{Before, Read};
use crate::draft::ledger::Relation;
use crate::draft::ledger::words::{
    AGAINST, ATTRIBUTES, BEING, CHANGES, COMPARED, GENERIC, KNOWN_RATES, MEASURES, PREPOSITIONS, RECEIVED, SPENT,
    TAKEN, TOTALS, WordList, ending,
};
use crate::syntax::numeral::is_numeral;
use crate::syntax::{Decimal, Quantity};

/// Longest rate that says nothing without what stands before it, in characters: 参保率.
const SHORT_RATE: usize = 4;

/// The words before a number, taken apart.
pub struct Words {
    core: String,
    /// The change told behind the core: 增长.
    change: &'static str,
    scope: &'static str,
    part: bool,
    /// It ended in 的: 为预算的96%.
    of: bool,
    /// A word of being stood before the number: 达, 为.
    being: bool,
    /// It ended in 在: 国家先后在|58个|城市进行试点.
    at: bool,
}

impl Words {
    /// Takes the words before a number apart.
    pub fn of(words: &str, figure: &Quantity, noun: &Noun) -> Words {
        // 降到去年的1.5% is no share of last year's.
        let level = ["去年的", "上年的", "今年的"]
            .iter()
            .any(|word| words.strip_suffix(word).is_some_and(|to| to.ends_with(['到', '至'])));
        // 是“十三五”末的近|3倍|
        let rated = figure.unit == "倍" || figure.is_percent();
        let bare = Some(words.trim_end_matches(['近', '约'])).filter(|words| rated && words.ends_with('的'));
        let words = bare.unwrap_or(words);
        let of = !figure.adds_up() && words.ends_with('的') && !level;
        let at = words.ends_with('在');
        let Lead { rest: bare, scope, part } = Lead::of(&without_price_base(words));
        // 收入总量减去|当年支出
        let bare = without_number(&bare);
        let bare = bare.rsplit_once("减去").map_or(bare, |(_, taken)| taken).to_owned();
        // 乌翠区等|7个|基地建设: the noun behind the number goes on with the list.
        if bare.ends_with('等') && !noun.name.is_empty() {
            return Words { core: bare, change: "", scope, part, of, being: false, at };
        }
        let core = trail(behind_year(&until_year(each(&bare))), BEING, of);
        let core = trail(&until_year(each(&core)), BEING, of);
        let being = bare != core && !bare.is_empty();
        let core = without_run(from_year(&core));
        // 产值超亿元|10户|: what the amount bounds is counted.
        let bounds = figure.adds_up() && !figure.unit.ends_with('元');
        let core = if bounds { core } else { without_round(core) }.to_owned();
        // 稳增长18条 is no change.
        let change = change_at_end(&core, !figure.adds_up());
        if let Some(change) = change.filter(|change| figure.unit != "条" || *change != "增长") {
            return Words {
                core: changed(&core[..core.len() - change.len()], change),
                change,
                scope,
                part,
                of,
                being,
                at,
            };
        }
        // 比“十三五”时期的465亿元: the same at another time.
        let earlier = core.starts_with(['比', '较']) && (against(&core).is_empty() || core.chars().count() == 1);
        let core = if earlier { String::new() } else { core };
        Words { core, change: "", scope, part, of, being: being || earlier, at }
    }

    /// What the number is of, with the noun behind it. `topic` is what the clause before is about.
    pub fn read(&self, figure: &Quantity, before: Before<'_>, noun: &Noun, topic: &str) -> Read {
        let name = noun.name.as_str();
        self.change(figure, before, name)
            .or_else(|| self.comparison(before))
            .or_else(|| self.share(figure, before))
            .or_else(|| self.topic(figure, before, name, topic))
            .or_else(|| self.nothing(figure, before, name))
            .or_else(|| self.total(before, name))
            .or_else(|| self.generic(figure, before, name))
            .unwrap_or_else(|| self.value(figure, noun))
    }

    /// 增长5%, 净增12家
    fn change(&self, figure: &Quantity, before: Before<'_>, noun: &str) -> Option<Read> {
        if self.change.is_empty() {
            return None;
        }
        // 提高21万|低收入人口脱贫质量|: they are counted.
        let counted = figure.unit.is_empty() && !figure.factor_word().is_empty() && !noun.starts_with(['亿', '万']);
        let noun = if figure.adds_up() || counted { noun } else { "" };
        let subject = match before.last {
            _ if !noun.is_empty() => self.core.clone(),
            // 营业收入增长8%、利润增长7.5%
            Some(read) if GENERIC.contains(&self.core.as_str()) && !read.subject.is_empty() => {
                // 南江集团下线整车增长86%、|产值|增长22%: of all of it.
                let body = read.subject.find("集团").map(|at| &read.subject[..at + "集团".len()]);
                joined(body.unwrap_or(&read.subject), &self.core)
            }
            // 周期15个月，|两年|减少3个月
            Some(read) if ["两年", "三年", "四年", "五年"].contains(&self.core.as_str()) => {
                read.subject.clone()
            }
            _ if !self.core.is_empty() => self.core.clone(),
            // 税收占比达50%，提高6.5个百分点
            Some(read) if read.relation == Relation::Share && figure.unit.ends_with('点') => read.indicator.clone(),
            // 优良天数比例达86%，增加|13天|
            Some(read) if figure.unit == "天" => ["比例", "比率", "率"]
                .iter()
                .find_map(|word| read.subject.strip_suffix(word))
                .unwrap_or(&read.subject)
                .to_owned(),
            _ => inherited(before),
        };
        let indicator = format!("{subject}{}{noun}", self.change);
        Some(self.made(subject, indicator, Relation::Change))
    }

    /// 高于全省平均2个百分点
    fn comparison(&self, before: Before<'_>) -> Option<Read> {
        // 完成投资292亿元，超年计划54亿元
        const BEYOND: [&str; 6] = ["超年计划", "超年度计划", "超年度目标", "超计划", "超目标", "超预期目标"];
        COMPARED.iter().chain(&BEYOND).any(|word| self.core.starts_with(word)).then(|| {
            let subject = inherited(before);
            let indicator = format!("{subject}{}", self.core);
            self.made(subject, indicator, Relation::Change)
        })
    }

    /// 占财政收入的70%, 为预算的96%
    fn share(&self, figure: &Quantity, before: Before<'_>) -> Option<Read> {
        let share = is_share(figure) || figure.unit == "倍" && self.of;
        if let Some(base) = self.base().filter(|_| share || has_plan(&self.core)) {
            let own = trail(&self.core[..self.core.len() - base.len()], BEING, false);
            let subject = if own.is_empty() { inherited(before) } else { own };
            let told = base.contains("预算") || !base.starts_with('占');
            let ratio = if is_share(figure) && told && !base.ends_with(['重', '例']) { "的比例" } else { "" };
            let indicator = format!("{subject}{base}{ratio}");
            return Some(self.made(subject, indicator, if share { Relation::Share } else { self.level() }));
        }
        // 年收入低于1000元|的70.6万|农村人口: those are counted.
        let counted = !share && !figure.factor_word().is_empty();
        (self.core.is_empty() && self.of && !counted).then(|| {
            let base = before.last.map_or("", |read| read.indicator.as_str());
            let of = if base.ends_with('率') { "" } else { "的比例" };
            self.made(inherited(before), format!("{base}{of}"), Relation::Share)
        })
    }

    /// 进出口总值创历史新高，达到5379亿元; 装配式建筑取得突破，建成面积82万平方米
    fn topic(&self, figure: &Quantity, before: Before<'_>, noun: &str, topic: &str) -> Option<Read> {
        let core = self.core.as_str();
        let bare = core.is_empty() && self.being;
        let generic = before.last.is_none() && (GENERIC.contains(&core) || is_short_rate(core, figure));
        if !noun.is_empty() || topic.chars().count() <= 2 || !bare && !generic {
            return None;
        }
        let subject = if bare { topic.to_owned() } else { joined(topic, core) };
        Some(self.made(subject.clone(), subject, self.level()))
    }

    /// No words of its own: it is of what the number before is of.
    fn nothing(&self, figure: &Quantity, before: Before<'_>, noun: &str) -> Option<Read> {
        if !self.core.is_empty() || !noun.is_empty() {
            return None;
        }
        let level = self.level();
        let relation = before.last.map_or(level, |read| read.relation);
        let indicator = before.last.map_or(String::new(), |read| match relation {
            Relation::Change if self.being => read.subject.clone(),
            Relation::Change | Relation::Share if !figure.adds_up() => read.indicator.clone(),
            _ => read.subject.clone(),
        });
        let relation = if figure.adds_up() || self.being { level } else { relation };
        Some(self.made(inherited(before), indicator, relation))
    }

    /// 收入总计162万元: of the account that its paragraph told last.
    fn total(&self, before: Before<'_>, noun: &str) -> Option<Read> {
        const ACCOUNTS: [&str; 4] = ["预算收入", "预算支出", "基金收入", "基金支出"];
        let core = self.core.as_str();
        let whole = core.ends_with('计') || core.ends_with('量') || core.ends_with("来源") || core.starts_with('总');
        let told = if whole { before.told } else { before.all.get(..1).unwrap_or_default() };
        let side = ['入', '出'].into_iter().find(|side| core.contains(*side) && whole);
        let fits = |read: &&Read| {
            ACCOUNTS.iter().any(|word| read.subject.ends_with(word))
                && side.is_none_or(|side| read.subject.ends_with(side))
        };
        let account = told.iter().rev().find(fits).filter(|_| TOTALS.contains(&core) && noun.is_empty())?;
        let subject = joined(&account.subject, core);
        let scope = if self.scope.is_empty() { account.scope } else { self.scope };
        Some(Read { scope, ..self.made(subject.clone(), subject, Relation::Level) })
    }

    /// 总投资12亿元, 参保率99%, 3万人受益: of what stands before it.
    fn generic(&self, figure: &Quantity, before: Before<'_>, noun: &str) -> Option<Read> {
        let received = self.core.is_empty() && RECEIVED.contains(&noun);
        let core = if received { noun } else { self.core.as_str() };
        let main = figure.adds_up() && !before.adjacent;
        let whole = if main { before.main.or(before.last) } else { before.last };
        let read = whole.filter(|read| !read.subject.is_empty() && !read.subject.ends_with(core))?;
        let taken = TAKEN.iter().any(|word| core.ends_with(word)) && read.unit == figure.unit;
        let parts = self.part || before.nearest.is_some_and(|nearest| nearest.relation == Relation::Part);
        if taken && noun.is_empty() && !parts {
            return Some(self.made(core.to_owned(), format!("{}{core}", read.subject), self.level()));
        }
        // 其中续建132个、|新开工104个: one more part of the same whole.
        let part = before.nearest.is_some_and(|last| last.relation == Relation::Part && last.unit == figure.unit);
        if part && before.adjacent && figure.adds_up() {
            return None;
        }
        // 送审金额11亿元，|审减金额|1亿元
        let cut = core.starts_with("审减") && read.subject.starts_with("送审");
        let told = GENERIC.contains(&core) || is_short_rate(core, figure) && !names(&read.subject, core);
        let told = told && !cut;
        if !received && (!told || !noun.is_empty()) {
            return None;
        }
        let subject = joined(&read.subject, core);
        Some(self.made(subject.clone(), subject, if is_share(figure) { Relation::Share } else { self.level() }))
    }

    fn value(&self, figure: &Quantity, noun: &Noun) -> Read {
        let attribute = ATTRIBUTES.iter().find(|word| self.core.ends_with(**word)).filter(|_| noun.owned);
        let subject = match attribute {
            // 总投资15亿元的产业园: 产业园总投资.
            Some(word) if !noun.name.is_empty() => {
                format!("{}{}{word}", &self.core[..self.core.len() - word.len()], noun.name)
            }
            _ if figure.unit.ends_with('元') && noun.is_purpose() && is_spent(&self.core) => {
                format!("{}{}", self.core, noun.purpose)
            }
            _ if self.core.is_empty() && noun.short && !noun.clause.is_empty() => noun.clause.clone(),
            _ if (PREPOSITIONS.contains(&self.core.as_str()) || self.at && noun.short) && !noun.clause.is_empty() => {
                format!("{}{}", self.core, noun.clause)
            }
            _ if is_share(figure) && self.core.contains('率') => self.core.clone(),
            _ => format!("{}{}", self.core, noun.name),
        };
        let share = is_share(figure) && self.core.contains('率');
        self.made(subject.clone(), subject, if share { Relation::Share } else { self.level() })
    }

    fn level(&self) -> Relation {
        if self.part { Relation::Part } else { Relation::Level }
    }

    fn made(&self, subject: String, indicator: String, relation: Relation) -> Read {
        let (noun, scope, value) = (String::new(), self.scope, Decimal::ZERO);
        Read { subject, indicator, relation, scope, noun, verb: "", inside: false, end: 0, value, unit: "" }
    }

    /// 占一般公共预算收入, 为预算: what a share is a share of, with its verb.
    fn base(&self) -> Option<&str> {
        let core = self.core.as_str();
        let at = core.rfind('占').filter(|at| !is_land(&core[*at..]));
        let budget = || {
            let verb = ["为", "完成", "是", "相当于"].iter().find(|verb| core.starts_with(**verb))?;
            // 完成政府性基金预算收入 is what was taken in.
            let base = &core[verb.len()..];
            let base = if base.ends_with(['入', '出']) && *verb == "完成" { "" } else { base };
            (has_plan(base) || self.of && *verb != "完成" && !base.is_empty()).then_some(0)
        };
        at.or_else(budget).map(|at| &core[at..])
    }
}

/// 年初预算, 年度计划: what was to be done, that a share is told of.
fn has_plan(words: &str) -> bool {
    ["预算", "年度计划", "全年计划", "年计划", "年度任务", "年度目标"].iter().any(|plan| words.contains(plan))
}

/// Without the lower number of a range in words: 生产安排|九千万至.
fn without_number(words: &str) -> &str {
    let Some(range) = words.strip_suffix(['至', '到']) else { return words };
    let rest = range.trim_end_matches(|ch| is_numeral(ch) || matches!(ch, '万' | '亿' | '千' | '百'));
    let count = range[rest.len()..].chars().count();
    if count > 1 && range.ends_with(['万', '亿', '千', '百', '十']) { rest } else { words }
}

/// The word of change that words end in. Things that can be counted are no change by one short word alone: 多.
fn change_at_end(core: &str, rate: bool) -> Option<&'static str> {
    // 审定9亿元，|审减|1亿元: what was done with it.
    let change = ending(CHANGES, core).filter(|_| !core.ends_with("核减") && !core.ends_with("审减"))?;
    // 加快5座水库建设 is what was done.
    // 完善|提升|20个服务网络
    const MENDED: &WordList =
        &WordList::new(&["完善", "改造", "整治", "优化", "巩固", "培训", "修缮", "更新", "品质", "打造"]);
    let mended = core.strip_suffix(change).is_some_and(|core| MENDED.end(core)) && matches!(change, "提升" | "提高");
    const RAISED: [&str; 6] = ["加快", "提升", "持续提升", "全面提升", "着力提升", "提质提升"];
    let done = !rate && (RAISED.contains(&core) || mended);
    (rate || core.len() > change.len() || change.len() > '增'.len_utf8()).then_some(change).filter(|_| !done)
}

/// What changed: the words before the change without what it is measured against. 增速比全国|高 says nothing without it.
fn changed(core: &str, change: &str) -> String {
    const ABOUT: &WordList = &WordList::new(&["分别", "约", "平均"]);
    const DONE: &WordList = &WordList::new(&["完成", "实现", "，", "即"]);
    if matches!(change, "高" | "低" | "快" | "慢") && core.contains(['比', '较']) {
        return trail(core, ABOUT, false);
    }
    let rest = trail(core, AGAINST, false);
    let rest = trail(against(&rest), AGAINST, false);
    without_round(&trail(&rest, DONE, false)).to_owned()
}

fn inherited(before: Before<'_>) -> String {
    before.last.map_or(String::new(), |read| read.subject.clone())
}

/// 能耗|按2000年不变价计算|由1.9吨下降到1.8吨: without the year of the prices.
fn without_price_base(words: &str) -> Cow<'_, str> {
    const BASES: [&str; 4] = ["年不变价格计算", "年不变价计算", "年可比价格计算", "年可比价计算"];
    let found = BASES.iter().find_map(|base| Some((words.find(base)?, base.len())));
    let Some((at, length)) = found else { return Cow::Borrowed(words) };
    let year = words[..at].trim_end_matches(|ch: char| ch.is_ascii_digit());
    match year.strip_suffix('按').filter(|before| !before.is_empty() && year.len() < at) {
        Some(before) => Cow::Owned(format!("{before}{}", &words[at + length..])),
        None => Cow::Borrowed(words),
    }
}

fn is_share(figure: &Quantity) -> bool {
    figure.is_percent() || figure.unit == "成"
}

/// 统筹安排, 累计投入
fn is_spent(core: &str) -> bool {
    SPENT.end(core) && core.chars().count() <= 8
}

/// 占地, 占用: no share.
fn is_land(words: &str) -> bool {
    let land = words.starts_with("占地") && !words.starts_with("占地区") && !words.starts_with("占地方");
    land || ["占用", "占道", "占补"].iter().any(|word| words.starts_with(word))
}

/// 参保率, which is of the people told before; 城镇化率 is of no other.
fn is_short_rate(core: &str, figure: &Quantity) -> bool {
    let short = core.chars().count() <= SHORT_RATE && (core.ends_with('率') || core.ends_with("比例"));
    figure.is_percent() && short && !KNOWN_RATES.iter().any(|word| core.ends_with(word))
}

/// 核减不合理金额 and 核减率: what is measured is in the subject, though not at its end.
fn names(subject: &str, measure: &str) -> bool {
    let head: String = measure.chars().take(2).collect();
    let bare = MEASURES.at_end(subject).next().map_or(subject, |word| &subject[..subject.len() - word.len()]);
    measure.starts_with("平均") || bare.contains(&head) && !bare.ends_with(&head)
}

/// What was done in the end with what was begun.
const ENDED: [&str; 7] = ["竣工", "完工", "建成", "投产", "完成", "竣工投产", "基本建成"];

/// What is measured of a subject: 重点项目 of 新增重点项目总投资 with 占比. 参合 of 参合人数 and 参合率 is told once.
fn joined(subject: &str, measure: &str) -> String {
    // 日均办事17万件，网办率58%: of those who are served.
    let subject = if measure.ends_with('率') && ["日均", "月均", "年均"].iter().any(|word| subject.starts_with(word))
    {
        ""
    } else {
        subject
    };
    // 新增企业3家，|注册资本|5亿元: that of the new ones.
    let theirs = ["投资", "资本", "资金"].iter().any(|word| measure.contains(word));
    let all = ["新增", "净增"].iter().find_map(|word| subject.strip_prefix(word)).filter(|_| !theirs);
    let subject = all.unwrap_or(subject);
    // 国有企业资产总额增长60%，|利润|增长2倍: of the enterprises.
    let owner = subject
        .strip_suffix("资产总额")
        .filter(|_| ["利润", "税收", "利税"].iter().any(|own| measure.starts_with(own)));
    if let Some(owner) = owner {
        return format!("{owner}{measure}");
    }
    // 综合指数提高11点，|利润|增长39%: no profit of an index.
    if subject.ends_with("综合指数") {
        return measure.to_owned();
    }
    // 全面启动危房改造5600户，|竣工|3171户
    const BEGUN: [&str; 7] = ["全面启动", "启动", "大力实施", "实施", "全力推进", "加快推进", "推进"];
    let begun = BEGUN.iter().find_map(|word| subject.strip_prefix(word)).filter(|rest| rest.chars().count() > 1);
    let subject = begun.filter(|_| ENDED.contains(&measure) || measure.ends_with("投资")).unwrap_or(subject);
    // 增加安排3000万元，|总量|达到1亿元
    let more = subject.split_once("增加安排").filter(|_| measure == "总量");
    let all = more.map(|(head, rest)| format!("{head}安排{rest}"));
    let subject = all.as_deref().unwrap_or(subject);
    // 轨道交通新通车49公里，总里程313公里: of all lines.
    let fresh = ["新通车", "新增", "新建", "新开通", "新改建"];
    let all = measure.starts_with('总').then(|| fresh.iter().find_map(|word| subject.strip_suffix(word))).flatten();
    let subject = all.unwrap_or(subject);
    if ["总量", "总数", "规模", "总规模", "占比", "比重", "比例"].contains(&measure) {
        return format!("{subject}{measure}");
    }
    // 履约率80%、开工率70%: a short rate goes as a whole.
    let short = subject.char_indices().rev().nth(2).map(|(at, _)| &subject[..at]);
    let long = ["绿化覆盖率", "森林覆盖率", "开复工率", "开工率", "履约率", "竣工率", "投产率"]
        .iter()
        .find_map(|rate| subject.strip_suffix(rate));
    let both = subject.ends_with('率') && measure.ends_with('率');
    let short = short.filter(|_| both);
    let subject = long.or(short).filter(|rest| rest.chars().count() > 1).unwrap_or(subject);
    let measures = || GENERIC.at_end(subject).chain(MEASURES.at_end(subject));
    let bare = |word: &'static str| subject.strip_suffix(word).filter(|rest| rest.chars().count() != 1);
    let subject = measures().filter_map(bare).min_by_key(|rest| rest.len()).unwrap_or(subject);
    // 办复率99%、满意率98%: a short rate goes as a whole.
    let rate = subject.char_indices().rev().nth(2).map(|(at, _)| &subject[..at]);
    let subject = rate.filter(|rest| subject.ends_with('率') && !rest.is_empty()).unwrap_or(subject);
    let subject = MEASURES.at_end(subject).next().map_or(subject, |word| &subject[..subject.len() - word.len()]);
    let head: String = measure.chars().take(2).collect();
    let subject =
        if measure.chars().count() > 2 { subject.strip_suffix(head.as_str()).unwrap_or(subject) } else { subject };
    // 债券还本付息13亿元（|还本|8亿元）
    if subject.ends_with(measure) {
        return subject.to_owned();
    }
    // 住房基本|建成|470万套、|新开工|740万套
    let subject = ["基本", "全部", "全面"].iter().find_map(|how| subject.strip_suffix(how)).unwrap_or(subject);
    format!("{subject}{measure}")
}
