//! Lists that share their numbers out: 城镇、农村居民收入分别增长4.7%和6.3%.

use super::Read;
use crate::draft::ledger::Relation;
use crate::draft::ledger::select::Chosen;
use crate::draft::ledger::words::{LEVELS, MEASURES, TAILS, ending, without_per};

/// Characters before the first number among which 分别 stands.
const NEAR: usize = 24;
/// Numbers of a list that is looked at to its end.
const LONGEST: usize = 60;

/// What stands between two levels and their growths, where nothing says that each has its own.
const GROWN: [&str; 5] = ["，增长", "，同比增长", "，比上年增长", "，较上年增长", "，分别增长"];

/// The list that is being shared out.
#[derive(Default)]
pub struct List {
    /// The subjects of the last list, in their order.
    subjects: Vec<String>,
    /// Those that still wait for their numbers, last first.
    waiting: Vec<Read>,
}

/// Whether only a joint stands between two numbers.
pub fn is_joint(gap: &str) -> bool {
    const EACH: [&str; 8] = ["每月", "每年", "每人每月", "每人每年", "人均", "每亩", "每吨", "每天"];
    // 分别提高到2520元/月、2268元/月
    let gap = without_per(gap);
    // 分别提高到每月600元、|每年|7000元
    let gap = EACH.iter().find_map(|each| gap.strip_suffix(each)).unwrap_or(gap);
    let gap = ["以上", "以内", "左右", "以下"].iter().find_map(|word| gap.strip_prefix(word)).unwrap_or(gap);
    matches!(gap.trim(), "、" | "和" | "与" | "及" | "以及" | "、和")
}

impl List {
    /// The words of the next number; `joined` says that only a joint stands before it. A number apart ends the list.
    pub fn next(&mut self, joined: bool) -> Option<Read> {
        if !joined {
            self.waiting.clear();
        }
        self.waiting.pop()
    }

    /// Begins a list at the first of `figures`, which is read as of all subjects, and returns the words of the first.
    ///
    /// `reads` are those told before.
    pub fn share_out(&mut self, text: &str, figures: &[Chosen], read: &Read, reads: &[Read]) -> Option<Read> {
        let joined = |pair: &[Chosen]| is_joint(&text[pair[0].quantity.span.end..pair[1].start()]);
        let count = 1 + figures.windows(2).take(LONGEST).take_while(|pair| joined(pair)).count();
        if count < 2 || read.subject.is_empty() {
            return None;
        }
        let head = &text[..figures[0].start()];
        let near = head.char_indices().rev().nth(NEAR - 1).map_or(head, |(at, _)| &head[at..]);
        // 城镇居民收入2万元，农民收入1万元，|增长|9%和11%
        let last = reads.last().and_then(|last| text.get(last.end..figures[0].start())).unwrap_or("");
        let grown = count == 2 && read.relation == Relation::Change && GROWN.contains(&last.trim());
        let told = near.contains("分别") || !self.subjects.is_empty() || grown;
        if let Some(shares) = shares(read, count) {
            self.waiting.extend(shares.into_iter().rev());
            return self.waiting.pop();
        }
        let named = subjects(&read.subject, count);
        // 存款6992亿元、贷款6560亿元，分别增长18.3%和21.3%
        let points = figures[count - 1].quantity.unit.ends_with('点');
        let told_apart = || (near.contains("分别") || grown).then(|| last_told(read, reads, count, points)).flatten();
        // 外资79万美元、进出口总额19亿元，分别增长45%和93%: two that were told, and not 进口 and 出口.
        // 城乡低保标准分别提高7%和8%，特困人员补贴标准分别提高6%和7%
        let of_pair = || {
            let near = !last.contains('。') && near.contains("分别") && count == 2;
            let names = ["城镇", "农村"];
            let pair =
                self.subjects.len() == 2 && self.subjects.iter().zip(names).all(|(told, name)| told.starts_with(name));
            (near && pair && !read.subject.is_empty())
                .then(|| names.map(|name| format!("{name}{}", read.subject)).to_vec())
        };
        let of_counted = || near.contains("分别").then(|| counted(read, reads, count)).flatten();
        let of_clause = || told.then(|| listed_before(head, &read.subject, count)).flatten();
        let traded = read.subject.contains("进出口");
        let named = if named.len() == count && !traded {
            named
        } else {
            told_apart().or_else(of_pair).or_else(of_clause).or_else(of_counted).unwrap_or(named)
        };
        // 国内游客人次、总花费增长5.6%、7.5%: as many subjects as numbers, without 分别.
        let pair = count == 2 && read.subject.contains("城乡");
        let both = count == 2 && named.len() == 2 && named.iter().all(|name| is_measured(name));
        // 新增学前教育和义务教育学位4.4万个、6.2万个
        let unit = figures[0].quantity.unit;
        let alike = figures[..count].iter().all(|figure| figure.quantity.unit == unit && !unit.is_empty());
        let apart = alike && named.len() == count && count == 2;
        if !told && !pair && !both && !apart && (named.len() != count || !read.subject.contains('、')) {
            return None;
        }
        if self.subjects.len() != count || self.subjects.last().is_none_or(|last| *last != read.subject) {
            self.subjects = named;
        }
        if self.subjects.len() == count {
            let rest = read.indicator.strip_prefix(read.subject.as_str()).unwrap_or("");
            let own = |subject: &String| Read {
                indicator: format!("{subject}{rest}"),
                subject: subject.clone(),
                ..read.clone()
            };
            self.waiting.extend(self.subjects.iter().rev().map(own));
        }
        self.waiting.pop()
    }
}

/// 做强粮食、畜牧加工和预制菜产业，|产业规模|分别达到3亿元、20亿元、4亿元: what the clause before lists.
fn listed_before(head: &str, subject: &str, count: usize) -> Option<Vec<String>> {
    const MEASURED: [&str; 10] =
        ["参保人数", "产值", "总产值", "产业规模", "规模", "营收", "营业收入", "增加值", "主营业务收入", "销售收入"];
    const TAILS: [&str; 6] = ["保险", "产业集群", "产业链", "产业", "集群", "行业"];
    const DOING: [&str; 19] = [
        "进一步",
        "扩大",
        "要",
        "加快",
        "着力",
        "大力",
        "推动",
        "推进",
        "聚焦",
        "打造",
        "做强",
        "做优",
        "做大",
        "做精",
        "壮大",
        "培育",
        "发展",
        "提升",
        "力促",
    ];
    if !MEASURED.contains(&subject) {
        return None;
    }
    let sentence = head.rsplit(['。', '；', '\n']).next()?;
    let clause = sentence.rsplit('，').nth(1)?;
    // 黑山县|要锚定…: who does it is told before what is done.
    let mut list = DOING.iter().filter_map(|verb| clause.find(verb)).min().map_or(clause, |at| &clause[at..]);
    while let Some(rest) = DOING.iter().find_map(|verb| list.strip_prefix(verb)) {
        list = rest;
    }
    let list = list.strip_suffix("覆盖面").unwrap_or(list);
    let things = list.split_once('等').map_or(list, |(things, _)| things);
    let tail =
        TAILS.into_iter().find(|tail| things.ends_with(tail) || things.len() < list.len() && list.contains(tail))?;
    let items = split(things, count);
    let named = items.len() == count && items.iter().all(|item| item.chars().count() >= 2);
    let shared = if subject.starts_with(tail) { "" } else { tail };
    let name = |item: &str| format!("{}{shared}{subject}", item.strip_suffix(tail).unwrap_or(item));
    named.then(|| items.into_iter().map(name).collect())
}

/// 总产占全省、全国的14.9%和1.7%: a share of each.
fn shares(read: &Read, count: usize) -> Option<Vec<Read>> {
    let (thing, whole) = read.indicator.rsplit_once('占').filter(|_| read.relation == Relation::Share)?;
    let tail = if whole.ends_with("的比例") { "的比例" } else { "" };
    let wholes = split(whole.strip_suffix(tail).unwrap_or(whole), count);
    let own = |whole: &str| Read { indicator: format!("{thing}占{whole}{tail}"), ..read.clone() };
    (wholes.len() == count && !thing.contains('、')).then(|| wholes.into_iter().map(own).collect())
}

/// The subjects of so many numbers told right before, if a number is of the last of them; `points` says that it is one of
/// percentage points.
fn last_told(read: &Read, reads: &[Read], count: usize, points: bool) -> Option<Vec<String>> {
    let last = &reads[reads.len().checked_sub(count)?..];
    // 投资增长11%、零售额增长10%，分别高出计划1个、0.3个百分点: rates of either kind.
    let rate = |read: &Read| matches!(read.relation, Relation::Change | Relation::Share) && read.unit == "%";
    let level = |read: &Read| matches!(read.relation, Relation::Level | Relation::Part);
    let points = points && last.iter().all(rate);
    let told = points || last.iter().all(level);
    let tail = read.subject.strip_prefix(last.last()?.subject.as_str()).filter(|tail| tail.is_empty() || points)?;
    let apart = last.windows(2).all(|pair| pair[0].subject != pair[1].subject);
    (told && apart).then(|| last.iter().map(|read| format!("{}{tail}", read.subject)).collect())
}

/// 95个省重点、1469个市重点项目，分别|完成投资|125亿元、587亿元: those that were counted right before.
fn counted(read: &Read, reads: &[Read], count: usize) -> Option<Vec<String>> {
    let last = &reads[reads.len().checked_sub(count)?..];
    let noun = last.last()?.noun.as_str();
    let rest = read.subject.strip_prefix(noun).filter(|rest| !noun.is_empty() && !rest.is_empty())?;
    let own = |read: &Read| {
        let length = read.noun.chars().count();
        let alike = noun.chars().nth(length.checked_sub(1)?) == read.noun.chars().next_back();
        let tail: String = noun.chars().skip(length).collect();
        Some(format!("{}{}{rest}", read.noun, if alike { tail.as_str() } else { "" }))
    };
    last.iter().map(own).collect()
}

/// Things told by one word that are two: 城乡居民收入, 存贷款余额.
const PAIRS: [(&str, [&str; 2]); 11] = [
    ("国考省考断面", ["国考断面", "省考断面"]),
    ("国省考断面", ["国考断面", "省考断面"]),
    ("国控省控断面", ["国控断面", "省控断面"]),
    ("省市重点", ["省重点", "市重点"]),
    ("市县财政", ["市财政", "县财政"]),
    ("存、贷款", ["存款", "贷款"]),
    ("进、出口", ["进口", "出口"]),
    ("产销量", ["产量", "销量"]),
    ("城乡", ["城镇", "农村"]),
    ("存贷款", ["存款", "贷款"]),
    ("进出口", ["进口", "出口"]),
];

/// Levels told by one word: 省市县三级.
const LEVEL_LISTS: [(&str, &[&str]); 7] = [
    ("肉蛋奶", &["肉", "蛋", "奶"]),
    ("省市县三级", &["省级", "市级", "县级"]),
    ("市县乡三级", &["市级", "县级", "乡级"]),
    ("县乡村三级", &["县级", "乡级", "村级"]),
    ("市县两级", &["市级", "县级"]),
    ("市区两级", &["市级", "区级"]),
    ("省市两级", &["省级", "市级"]),
];

/// The subjects of a list: 北京市和中央单位分别投入资金 are two, each with what stands behind 分别.
fn subjects(words: &str, count: usize) -> Vec<String> {
    let levels = LEVEL_LISTS.iter().find(|(word, names)| names.len() == count && words.contains(word));
    if let Some((word, names)) = levels {
        return names.iter().map(|one| words.replacen(word, one, 1)).collect();
    }
    let pair = PAIRS
        .iter()
        .find(|(word, _)| count == 2 && words.contains(word) && !words.replacen(word, "", 1).contains('、'));
    // 对东盟和非洲进出口分别增长9%和8%: with each of them.
    let with = words.find('对').is_some_and(|at| words[at..].contains(['和', '与'])) && words.ends_with("进出口");
    let pair = pair.filter(|_| !with);
    if let Some((word, two)) = pair {
        return two.map(|one| words.replacen(word, one, 1)).to_vec();
    }
    if let Some((names, tail)) = words.split_once("分别") {
        let names = split(names, count);
        let last = names.last().copied().unwrap_or("");
        return names.iter().map(|name| format!("{}{tail}", with_tail(name, last, true))).collect();
    }
    // |对|农户和企业补贴, but 对外贸易
    let to = words.strip_prefix('对').filter(|rest| !rest.starts_with(['外', '口', '接', '标']));
    let (to, words) = to.map_or(("", words), |rest| ("对", rest));
    let subjects = split(words, count);
    // 社会融资规模及存贷款余额分别突破12万亿元和10万亿元、8万亿元
    if subjects.len() + 1 == count {
        let pair = |subject: &&str| PAIRS.iter().find(|(word, _)| subject.starts_with(word));
        if let Some((at, (word, two))) = subjects.iter().enumerate().find_map(|(at, own)| Some((at, pair(own)?))) {
            let both = two.map(|one| subjects[at].replacen(word, one, 1));
            let (first, rest) = (&subjects[..at], &subjects[at + 1..]);
            let own = |subject: &&str| (*subject).to_owned();
            return first.iter().map(own).chain(both).chain(rest.iter().map(own)).collect();
        }
    }
    let to = if subjects.len() == count { to } else { "" };
    let (per, subjects) = per_unit(subjects);
    let last = subjects.last().copied().unwrap_or("");
    // 重庆|对|东盟、“一带一路”国家进出口: each is with that one.
    const WHO: usize = 5;
    let with = subjects.first().and_then(|first| Some((first.find('对')? + '对'.len_utf8(), *first)));
    let with = with.filter(|(at, first)| {
        let (who, whom) = first.split_at(*at);
        let trade = ["进出口", "出口", "进口", "贸易"].iter().any(|trade| last.contains(trade));
        trade
            && (2..=WHO).contains(&who.chars().count())
            && !whom.starts_with(['外', '口', '接'])
            && !last.contains('对')
    });
    let with = with.filter(|_| subjects.len() == count).map_or("", |(at, first)| &first[..at]);
    // |县级以上示范|合作社、家庭农场分别发展到…
    let first = subjects.first().copied().unwrap_or("");
    let level = ["级以上示范", "级以上"].iter().find_map(|level| Some(first.find(level)? + level.len()));
    let others = subjects.iter().skip(1).all(|other| other.chars().count() > 2 && !other.contains('级'));
    let with = level.filter(|_| others && subjects.len() == count).map_or(with, |at| &first[..at]);
    let head = shared_head(&subjects);
    // 进口货值、入境游客、免税销售额: the first is measured by itself, so the last measure is its own alone.
    let others = subjects.split_last().map_or(&[] as &[&str], |(_, others)| others);
    let shares = others.len() < 2 || !others.iter().any(|other| is_measured(other));
    subjects
        .iter()
        .enumerate()
        .map(|(index, subject)| {
            let own = if index > 0 && !head.is_empty() {
                format!("{head}{subject}")
            } else {
                with_tail(subject, last, shares)
            };
            let own = if index > 0 { format!("{with}{own}") } else { own };
            format!("{to}{per}{own}")
        })
        .collect()
}

/// 单位国内生产总值|能耗和二氧化碳排放: what all are told by, and the subjects without it.
fn per_unit(mut subjects: Vec<&str>) -> (&'static str, Vec<&str>) {
    const PER: [&str; 9] = [
        "每千人",
        "每万人",
        "每千名老年人",
        "单位国内生产总值",
        "单位地区生产总值",
        "单位生产总值",
        "单位GDP",
        "万元地区生产总值",
        "万元国内生产总值",
    ];
    let first = subjects.first().copied().unwrap_or("");
    let Some(per) = PER.into_iter().find(|per| first.starts_with(per) && first.len() > per.len()) else {
        return ("", subjects);
    };
    if subjects.len() < 2
        || subjects[1..]
            .iter()
            .any(|subject| ["单位", "万元", "每", "人均"].iter().any(|other| subject.starts_with(other)))
    {
        return ("", subjects);
    }
    subjects[0] = &first[per.len()..];
    (per, subjects)
}

/// 入境游客 of 入境游客数量和花费: what the first of two measures is of.
fn shared_head<'a>(subjects: &[&'a str]) -> &'a str {
    const SHORT: usize = 2;
    let &[first, last] = subjects else { return "" };
    // 生产安全事故起数、死亡人数
    if let Some(head) = first.strip_suffix("起数").filter(|head| !head.is_empty() && last.starts_with("死亡")) {
        return head;
    }
    // 规上工业企业|亩均税收和|亩均增加值
    const EACH: [&str; 6] = ["亩均", "人均", "户均", "单位面积", "地均", "日均"];
    let each = EACH.iter().filter(|each| last.starts_with(**each)).find_map(|each| first.find(each));
    if let Some(at) = each.filter(|at| *at > 0) {
        return &first[..at];
    }
    let measures = ending(MEASURES, first).map(|word| &first[..first.len() - word.len()]);
    measures.filter(|rest| last.chars().count() <= SHORT && rest.chars().count() >= SHORT).unwrap_or("")
}

/// The items of a list of so many. 软件和信息服务业 is one of three, if 、 alone makes three.
fn split(words: &str, count: usize) -> Vec<&str> {
    // “保交楼”“保交房”交付率
    if let Some((first, second)) = words.split_once("”“").filter(|_| count == 2 && words.matches("”“").count() == 1)
    {
        let (first, second) = (first.len() + "”".len(), words.len() - second.len() - "“".len());
        if words.starts_with('“') && first == second {
            return vec![&words[..first], &words[second..]];
        }
    }
    let items: Vec<&str> = words.split('、').collect();
    // 能耗降幅不低于省下达目标、|外贸总额和利用外资|年均分别增长…: what has its own predicate shares nothing.
    let last = items.last().map_or(Vec::new(), |last| split_and(last));
    let told = |item: &&str| ["不低于", "不高于", "达到目标", "下达目标"].iter().any(|word| item.contains(word));
    if count > 1 && last.len() == count && items.len() > 1 && items[..items.len() - 1].iter().all(told) {
        return last;
    }
    if items.len() == count { items } else { items.into_iter().flat_map(split_and).collect() }
}

/// 城镇 of 城镇、农村居民人均可支配收入 is 城镇居民人均可支配收入.
fn with_tail(subject: &str, last: &str, shares: bool) -> String {
    // “保交楼”“保交房”|交付率|
    let quoted = last.strip_prefix('“').and_then(|last| last.split_once('”')).map(|(_, tail)| tail);
    if let Some(tail) = quoted.filter(|tail| subject.starts_with('“') && subject.ends_with('”') && !tail.is_empty())
    {
        return format!("{subject}{tail}");
    }
    // 中、高等职业教育
    let listed = last.split_once('等').filter(|(head, _)| !head.ends_with(['高', '中', '初', '平', '同']));
    if let Some((head, shared)) = listed.filter(|(_, shared)| shared.chars().count() >= 2) {
        let subject = if subject == last { head } else { subject };
        return format!("{subject}{shared}");
    }
    const RATES: [&str; 4] = ["增速", "增幅", "占比", "比重"];
    let rate =
        RATES.iter().find(|rate| last.ends_with(**rate) && last.len() > rate.len() && !subject.ends_with(**rate));
    if let Some(rate) = rate.filter(|_| is_measured(subject)) {
        return format!("{subject}{rate}");
    }
    // 接待游客和旅游总收入: people are counted, and have no income here.
    let people = subject.ends_with("游客") || subject.ends_with("旅客");
    let paid = ["收入", "花费", "消费"].iter().any(|measure| last.ends_with(measure));
    if subject == last || people && paid || is_measured(subject) || MEASURES.contains(&last) || !shares {
        return subject.to_owned();
    }
    // 中、高等职业教育
    if ["高", "中", "初"].contains(&subject) && last.chars().nth(1) == Some('等') {
        return format!("{subject}{}", last.char_indices().nth(1).map_or("", |(at, _)| &last[at..]));
    }
    // 国家 of 国家、省重点实验室
    let level =
        LEVELS.iter().find(|word| last.starts_with(**word)).filter(|_| LEVELS.iter().any(|own| subject.ends_with(own)));
    if let Some(word) = level {
        return format!("{subject}{}", &last[word.len()..]);
    }
    // 装备制造 of 装备制造、新材料领域协议投资: with the word that says what kind both are.
    const KINDS: [&str; 2] = ["领域", "行业"];
    let kind = KINDS.iter().filter_map(|kind| last.find(kind)).min().filter(|at| *at > 0);
    let kind = kind.map(|at| &last[at..]).filter(|kind| is_measured(kind) || kind.contains("投"));
    if let Some(kind) = kind.filter(|_| !KINDS.iter().any(|kind| subject.contains(kind))) {
        return format!("{subject}{kind}");
    }
    // 汽车、电子、冶金建材|产业增加值|, 刑事、治安|警情数|: with the word that says what they all are.
    const WHAT: [&str; 5] = ["产业", "案件", "警情", "作物", "行业"];
    let bare = &last[..last.len() - measure(last).len()];
    let bare = bare.strip_suffix('数').unwrap_or(bare);
    let what = WHAT.iter().find(|what| bare.ends_with(**what) && bare.len() > what.len());
    let named = ["业", "经济", "事件"].iter().any(|end| subject.ends_with(end));
    if let Some(what) = what.filter(|what| !named && !subject.contains(**what)) {
        return format!("{subject}{}", &last[bare.len() - what.len()..]);
    }
    // 机电产品 of 机电产品和高新技术产品出口额: what stands behind 产品.
    let end = subject.char_indices().rev().nth(1).map_or("", |(at, _)| &subject[at..]);
    if let Some((_, tail)) = last.split_once(end).filter(|(_, tail)| !end.is_empty() && tail.chars().count() >= 2) {
        return format!("{subject}{tail}");
    }
    let length = subject.chars().count();
    let tail = last.char_indices().nth(length).map_or("", |(at, _)| &last[at..]);
    if length <= 3 && TAILS.iter().any(|word| tail.starts_with(word)) {
        return format!("{subject}{tail}");
    }
    format!("{subject}{}", measure(last))
}

/// Whether a subject says what is measured of it: 事故宗数.
fn is_measured(subject: &str) -> bool {
    const OWN: [&str; 4] = ["资产", "负债", "利润", "利税"];
    MEASURES.end(subject)
        || subject.ends_with(['数', '率', '额', '值', '量'])
        || OWN.iter().any(|own| subject.ends_with(own))
}

/// The measures that a subject ends in: 增加值占比.
fn measure(subject: &str) -> &str {
    // 国内和海外|游客人次|, 货物、旅客|吞吐量|
    const WHOLE: [&str; 15] = [
        "管网",
        "管线",
        "学位",
        "投入",
        "使用量",
        "施用量",
        "消费量",
        "游客人次",
        "旅客人次",
        "吞吐量",
        "周转量",
        "发送量",
        "运输量",
        "住院报销比例",
        "报销比例",
    ];
    if let Some(whole) = WHOLE.iter().find(|word| subject.ends_with(**word) && subject.len() > word.len()) {
        return &subject[subject.len() - whole.len()..];
    }
    let mut rest = subject;
    while let Some(word) = ending(MEASURES, rest) {
        rest = &rest[..rest.len() - word.len()];
    }
    &subject[rest.len()..]
}

/// 城镇和农村居民收入 are two.
fn split_and(part: &str) -> Vec<&str> {
    let pieces: Vec<&str> = part.split(['和', '与', '及']).collect();
    if pieces.iter().all(|piece| piece.chars().count() >= 2) { pieces } else { vec![part] }
}
