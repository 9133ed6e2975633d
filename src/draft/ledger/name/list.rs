//! What the items of a list share: the verb before the first, the measure of the first, the end of the last.

use super::account::is_item;
use super::bare::{is_bare, is_verb, known_verb};
use super::clause::Clauses;
use super::tail::{FRESH, is_total, plain};
use super::topic::has_predicate;
use crate::draft::ledger::words::{AGAINST, BEING, CHANGES, COMPARED, MEASURES, VERBS, ending};
use crate::draft::ledger::{Figure, Relation};
use crate::lexicon::{PartOfSpeech, words};
use crate::text::han::is_han;

/// Longest name of an item that has no measure of its own, in characters: 渭源 of 安定经济总量150亿元，渭源70亿元.
const SHORT: usize = 4;

/// Verbs that behind another one are part of a noun.
#[rustfmt::skip]
const OF_NOUNS: [&str; 46] = [
    "采煤", "换热", "排涝", "排水", "抽水", "变电", "输变电", "加油",
    "充电", "示范", "服务", "发电", "保障", "养老", "教育", "体育", "医疗", "运输", "储能", "供水", "供热", "供电", "供气", "停车", "监控", "监测", "救助",
    "合作", "创业", "创新", "研发", "旅游", "培训", "试点", "就业", "管理", "绿化", "通信", "种植", "养殖", "加工", "制造", "储备", "物流", "灌溉", "展示",
];

/// Last characters of measures.
const END: &str = "量率额数值度价";

/// Characters from the start of a clause in which the verb of a list stands.
const NEAR: usize = 12;

/// The figures of a text, those before one with their own words.
pub struct Items<'a> {
    pub told: &'a Clauses<'a>,
    pub owns: &'a [String],
}

impl Items<'_> {
    /// The words of the next figure with what its list tells only once.
    pub fn shared(&self, own: String) -> String {
        let index = self.owns.len();
        let own = self.pupils(index, &own).unwrap_or(own);
        let own = self.residents(index, &own).or_else(|| self.widened(index, &own)).unwrap_or(own);
        let own = self.also(index, &own).or_else(|| self.batch(index, &own)).unwrap_or(own);
        let own = self.part(index, &own).unwrap_or(own);
        let with_end = self.end(index, &own).or_else(|| self.level(index, &own)).unwrap_or(own);
        let with_end = self.many(index, &with_end).unwrap_or(with_end);
        let with_measure = self.measure(index, &with_end).unwrap_or(with_end);
        let own = self.verb(index, &with_measure).unwrap_or(with_measure);
        self.compared(index, &own).unwrap_or(own)
    }

    /// 补助标准提高到小学750元、|初中|1000元: of the same.
    fn pupils(&self, index: usize, own: &str) -> Option<String> {
        const WHOSE: [&str; 6] = ["小学", "初中", "高中", "城市", "城镇", "农村"];
        let last = self.owns.last().filter(|_| WHOSE.contains(&own) && self.told.before(index).is_some())?;
        let of = WHOSE.iter().find_map(|whose| last.strip_suffix(&format!("标准（{whose}）")))?;
        Some(format!("{of}标准（{own}）"))
    }

    /// 低收入者人均收入城镇增长7%、|农村增长|13%: of the same.
    fn residents(&self, index: usize, own: &str) -> Option<String> {
        const WHERE: [&str; 4] = ["城镇", "农村", "城市", "乡村"];
        let change = WHERE.iter().find_map(|place| own.strip_prefix(place)).filter(|rest| CHANGES.contains(rest))?;
        let last = self.owns.last()?.strip_suffix(change)?;
        let of = WHERE.iter().find_map(|place| last.strip_suffix(place)).filter(|of| !of.is_empty())?;
        self.told.before(index).map(|_| format!("{of}{own}"))
    }

    /// 新增学位9万个，其中|公办学位|6万个: new ones too.
    fn part(&self, index: usize, own: &str) -> Option<String> {
        let figure = &self.told.figures[index];
        let same = |other: &usize| {
            let other = &self.told.figures[*other];
            let added = other.relation == Relation::Change && other.quantity.adds_up() && !other.noun.is_empty();
            (other.relation == Relation::Level || added) && other.quantity.unit == figure.quantity.unit
        };
        let sentence = self.told.own(index).sentence;
        let near = (0..index).rev().take_while(|other| self.told.own(*other).sentence == sentence);
        let whole = near.into_iter().find(same).filter(|_| figure.relation == Relation::Part)?;
        let verb = known_verb(&self.owns[whole]);
        let again = own.contains(verb) || own.contains("建设") || !verb.starts_with(['新', '净']);
        let noun =
            !again && figure.quantity.adds_up() && !is_bare(own) && known_verb(own).is_empty() && !own.contains("其中");
        (noun && !figure.quantity.unit.ends_with('元')).then(|| format!("{verb}{own}"))
    }

    /// 推进首批|12项及第二批14项|重点改革|: the things are told once.
    fn batch(&self, index: usize, own: &str) -> Option<String> {
        let next = self.told.figures.get(index + 1).filter(|next| !next.noun.is_empty())?;
        let gap = self.told.gap(index + 1)?.trim();
        let second = gap.ends_with('批') && gap.starts_with(['及', '和', '、', '与']);
        let same = next.quantity.unit == self.told.figures[index].quantity.unit;
        (own.ends_with('批') && second && same).then(|| format!("{own}{}", next.noun))
    }

    /// 233项事项实现“省内通办”、|177项|实现“跨省通办”: the same things did so.
    fn also(&self, index: usize, own: &str) -> Option<String> {
        const DID: [&str; 6] = ["实现", "获", "入选", "纳入", "通过", "列入"];
        let before = self.told.before(index)?;
        let (last, figure) = (&self.told.figures[before], &self.told.figures[index]);
        let bare = self.told.gap(index)?.ends_with('、');
        let same = last.quantity.unit == figure.quantity.unit && last.quantity.adds_up() && !last.noun.is_empty();
        let did = DID.iter().any(|did| own.starts_with(did)) && self.owns[before].starts_with(last.noun.as_str());
        (bare && same && did).then(|| format!("{}{own}", last.noun))
    }

    /// 公路、铁路|通车里程|分别达到88公里、37公里，分别提高9%、2%: the words that the list told once belong to the change too.
    fn widened(&self, index: usize, own: &str) -> Option<String> {
        let sentence = self.told.own(index).sentence;
        let figures = &self.told.figures[..index];
        let near = figures.iter().enumerate().rev().take_while(|(other, _)| self.told.own(*other).sentence == sentence);
        let told = |figure: &Figure| matches!(figure.relation, Relation::Level | Relation::Share);
        let whole = near.filter(|(_, figure)| told(figure) && figure.subject.chars().count() > 2);
        let mut wider = whole.filter_map(|(other, figure)| {
            let rest = own.strip_prefix(figure.subject.as_str())?;
            // 电子、|机械、化工三大产业产值占比49%，提高3个百分点: with the first items of the list.
            let at = self.owns[other].find(figure.subject.as_str())?;
            if at > 0 && self.owns[other][..at].ends_with('、') && figure.noun.is_empty() {
                return Some(format!("{}{rest}", &self.owns[other][..at + figure.subject.len()]));
            }
            if figure.relation == Relation::Share {
                return None;
            }
            let longer = self.owns[other].strip_prefix(figure.subject.as_str()).filter(|more| !more.is_empty())?;
            let own_words = !longer.starts_with(['的', '为', '（', '是', '占']);
            let change = CHANGES.contains(&rest) && figure.noun.is_empty() && own_words;
            let part = rest.starts_with("其中") && longer.chars().count() <= SHORT && verb_of(longer).is_empty();
            (change || part).then(|| format!("{}{rest}", self.owns[other]))
        });
        wider.next()
    }

    /// 出台工业|20条|、服务业20条|等政策措施|: what all of them are.
    fn many(&self, index: usize, own: &str) -> Option<String> {
        const NOUN: usize = 10;
        let clause = self.told.own(index);
        let goes_on =
            |at: &usize| self.told.gap(*at).is_some_and(|gap| gap.contains(['、', '和']) && !gap.contains('，'));
        let last = (index + 1..clause.figures.end).take_while(goes_on).last().unwrap_or(index);
        let listed = last > index || self.told.before(index).is_some() && goes_on(&index);
        let unit = self.told.figures[index].quantity.unit;
        let same = self.told.figures[index..=last].iter().all(|figure| figure.quantity.unit == unit);
        let (behind, _) = plain(self.told.text.get(self.told.figures[last].quantity.span.end..clause.span.end)?);
        // 稳增长18条和稳经济35条|政策措施
        let shared = self.told.figures[last].noun.as_str();
        let shared = Some(shared).filter(|noun| unit == "条" && last > index && !noun.is_empty());
        let listed = listed || unit == "条" && behind.starts_with('等');
        let noun = behind.strip_prefix('等').or(shared).filter(|noun| (2..=NOUN).contains(&noun.chars().count()))?;
        let noun = ["系列", "一系列", "一批"].iter().find_map(|word| noun.strip_prefix(word)).unwrap_or(noun);
        let bare =
            self.told.figures[index].noun.is_empty() && !own.ends_with(noun) && matches!(unit, "条" | "项" | "个");
        (listed && same && bare).then(|| format!("{own}{noun}"))
    }

    /// 分别高于全国、全省|16.6、15.5个百分点: against which of them.
    fn compared(&self, index: usize, own: &str) -> Option<String> {
        // 高出全国、|全省|23.2和28.9个百分点
        const PLACES: [&str; 6] = ["全国", "全省", "全市", "全区", "全州", "全县"];
        let last = self.owns.last().filter(|_| PLACES.contains(&own) && self.told.is_joined(index));
        let other = last.and_then(|last| PLACES.iter().find_map(|place| last.strip_suffix(place)));
        if let Some(head) = other.filter(|head| COMPARED.iter().chain(&["高出"]).any(|word| head.ends_with(word))) {
            return Some(format!("{head}{own}"));
        }
        let (head, rest) = own.split_once("分别")?;
        let word = COMPARED.iter().find(|word| rest.starts_with(**word))?;
        let others: Vec<&str> = rest[word.len()..].split(['、', '和', '与']).collect();
        let place = (1..=index).rev().take_while(|at| self.told.is_joined(*at)).count();
        let other = others.get(place).filter(|_| others.len() > 1)?;
        Some(format!("{head}{word}{other}"))
    }

    /// 培养专业人才3000名、|高技能人才1万名: both are trained.
    fn verb(&self, index: usize, own: &str) -> Option<String> {
        let before = index.checked_sub(1)?;
        let head = self.told.head(index);
        if !head.is_empty() && is_total(head) {
            return None;
        }
        let (last, next) = (&self.told.figures[before], &self.told.figures[index]);
        let (gap, whole) = plain(self.told.gap(index)?);
        let bare = is_bare(own) && (next.quantity.unit.ends_with('元') || !own.starts_with("政府"));
        let rest = gap.strip_prefix(last.noun.as_str()).unwrap_or(&gap);
        let joint = rest.strip_prefix(['、', '和', '及', '与']).or_else(|| gap.rsplit_once('、').map(|(_, item)| item));
        // 解决了30万|农村人口的饮水安全和|5万无电人口的用电问题
        let joint = joint.or(Some("").filter(|_| gap.ends_with('和') && !gap.contains("分别")))?;
        let counted = |figure: &Figure| figure.quantity.adds_up() || !figure.quantity.factor_word().is_empty();
        let counts = counted(last) && counted(next) && next.relation == Relation::Level;
        if !whole || gap.contains(['，', ',', '；', '。', '：', ';', ':']) || !counts || bare || own.contains("其中")
        {
            return None;
        }
        // 接待游客5万人次、|实现旅游收入3亿元: a verb of its own.
        if !verb_of(joint).is_empty() || !known_verb(joint).is_empty() || VERBS.contains(&own) {
            return None;
        }
        // 用5年时间|改扩建|卫生院30所、卫生室100个
        let last_own = self.owns[before].split_once("年时间").map_or(self.owns[before].as_str(), |(_, own)| own);
        // “冬病夏治”|改造|供热管网96公里、换热站392个
        let last_own = without_how(without_means(last_own));
        let (whole, known) = (verb_of(last_own), known_verb(last_own));
        // 举办|演出活动20场: 演出 is what is held.
        let thing = whole.strip_prefix(known).filter(|thing| !known.is_empty() && !thing.is_empty());
        let thing = thing.is_some_and(|thing| known_verb(thing).is_empty());
        let verb = if whole.is_empty() || thing { known } else { whole };
        // 引进和培育|人才20名、团队5个
        let second = last_own[verb.len()..].strip_prefix(['和', '、']).map_or("", known_verb);
        let both = if second.is_empty() { verb.len() } else { verb.len() + '和'.len_utf8() + second.len() };
        let verb = if verb.is_empty() { verb } else { &last_own[..last_own.find(verb).map_or(0, |at| at + both)] };
        // 经开区|新引进|项目3个、世界500强企业7户
        let inner = FRESH.iter().chain(&["设置", "改造"]).filter(|_| verb.is_empty()).find_map(|word| {
            let at = last_own.find(word).filter(|at| at + word.len() < last_own.len())?;
            let body = last_own[..at].trim_end_matches("科学").ends_with(['区', '县', '市', '镇', '园', '校']);
            body.then(|| &last_own[at..at + word.len()])
        });
        let verb = inner.unwrap_or(verb).trim_start_matches("提前");
        // 接待游客3万人次、游客花费37亿元
        let other = next.quantity.unit.ends_with('元') && !last.quantity.unit.ends_with('元');
        if other && ["接待", "组织", "举办", "开展", "服务", "承接"].iter().any(|served| verb.ends_with(served))
        {
            return None;
        }
        // 新增发电装机42万千瓦、|总装机|达91万千瓦: all there is is not new.
        let all = own.starts_with('总') && !own.starts_with("总部") && FRESH.contains(&verb);
        if own.starts_with(verb) || is_item(own) || is_item(joint) || is_item(last_own) || all {
            return None;
        }
        let clause = self.told.own(before).span;
        let begins: String = self.told.text[clause.start..last.start().max(clause.start)].chars().take(NEAR).collect();
        // 实施|补充耕地建设5万亩
        let done = ["实施", "推进"].iter().find(|done| verb.strip_prefix(**done).is_some_and(|rest| !rest.is_empty()));
        let verb = done.filter(|done| !VERBS.contains(&&verb[done.len()..])).map_or(verb, |done| done);
        // 有序|修复|废弃矿山33处: 废弃 is a verb too.
        let verb = if begins.contains(verb) { verb } else { known_verb(without_adverb(last_own)) };
        if !begins.contains(verb) {
            return None;
        }
        // 新建改造A5个、B3个: a shorter verb was carried along.
        let bare =
            VERBS.iter().find(|word| !joint.starts_with(**word) && verb.starts_with(**word) && own.starts_with(**word));
        let own = bare.map_or(own, |word| &own[word.len()..]);
        let own = own.trim_start_matches('的');
        let thing = OF_NOUNS.iter().any(|word| own.starts_with(word) && own.len() > word.len());
        // 恢复和改善灌溉面积6万亩、|小型水库除险加固|36座; 建成工厂6个、|4万群众实现就业|: what they say is no object of it.
        const WORKS: [&str; 6] = ["加固", "救助", "治理", "改造", "整治", "修复"];
        const DOING: [&str; 12] =
            ["完成", "实施", "推进", "启动", "开展", "加快", "抓好", "做好", "支持", "开工", "新", "谋划"];
        let works = WORKS.iter().any(|work| own.ends_with(work)) && !DOING.iter().any(|doing| verb.contains(doing));
        let said = own.find("实现").is_some_and(|at| at > 0) || verb == "落地" && own.starts_with(['超', '亿']);
        if works || said {
            return None;
        }
        // 新增贷款8亿元、|企业上市|4家: what they did is not new.
        if FRESH.contains(&verb) && has_predicate(own) {
            return None;
        }
        // 新开线路5条、|优化|8条: what was done with others.
        let act =
            matches!(words(own).as_slice(), [(_, PartOfSpeech::Verb)]) && !["提案", "建议", "脱贫"].contains(&own);
        let act = act || verb == "新开" && ["优化", "调整", "加密"].contains(&own);
        let fits = !verb.is_empty() && !act && !own.contains(verb) && (thing || verb_of(own).is_empty());
        // 累计|建成工厂198个、园区10个
        let all = if last_own.starts_with("累计") && !verb.starts_with("累计") { "累计" } else { "" };
        (fits && !own.ends_with(['数', '率', '额', '量', '值']) && !own.ends_with("计划投资"))
            .then(|| format!("{all}{verb}{own}"))
    }

    /// 安定经济总量150亿元，|渭源70亿元: of the same measure.
    fn measure(&self, index: usize, own: &str) -> Option<String> {
        let figure = &self.told.figures[index];
        let names = own.split('、').all(|name| name.chars().count() <= SHORT) && own.chars().count() <= 3 * SHORT;
        let short = names && figure.noun.is_empty() && figure.relation == Relation::Level;
        let sentence = |index: usize| self.told.own(index).sentence;
        let before = index.checked_sub(1).filter(|before| short && sentence(*before) == sentence(index))?;
        let (last, told) = (&self.told.figures[before], self.owns[before].as_str());
        let alike = last.relation == Relation::Level || last.quantity.is_percent() && last.relation == Relation::Share;
        let same = last.quantity.unit == figure.quantity.unit && alike && last.noun.is_empty();
        // 压减炼钢|产能|200万吨、电解铝100万吨
        let listed = self.told.gap(index).is_some_and(|gap| gap.contains('、'));
        if same && listed && told.ends_with("产能") && !own.ends_with("产能") {
            return Some(format!("{own}产能"));
        }
        if !same
            || is_bare(own)
            || is_item(own)
            || MEASURES.iter().any(|word| own.ends_with(word))
            || own.ends_with("销量")
            || !verb_of(own).is_empty()
        {
            return None;
        }
        let told = told.split('（').next().unwrap_or(told);
        // 污水处理率市本级95%、|各县市|85%
        if let Some(at) = told.find('率').filter(|at| figure.quantity.is_percent() && told.len() > at + '率'.len_utf8())
        {
            return Some(format!("{own}{}", &told[..at + '率'.len_utf8()]));
        }
        let measure = if told.ends_with("经济总量") { "经济总量" } else { ending(MEASURES, told)? };
        let rest = words(told).into_iter().map(|(range, _)| range.end).find(|end| told[..*end].chars().count() >= 2)?;
        let spent = ["投入", "消费", "花费", "利税", "利润", "纳税", "缴税", "创税", "税收"]
            .iter()
            .any(|end| own.ends_with(end));
        if spent || told[rest.min(told.len())..].contains("完成") {
            return None;
        }
        if own.split('、').any(is_item) {
            return None;
        }
        let measure =
            if !told.contains('、') && rest <= told.len() - measure.len() && told[..rest].chars().count() <= SHORT {
                &told[rest..]
            } else {
                measure
            };
        // 政府债务余额97亿元（一般|债务|36亿元）: 债务 is not told twice.
        let told = ("债务".len()..measure.len()).rev().filter(|at| measure.is_char_boundary(*at));
        let twice = told.into_iter().find(|at| own.ends_with(&measure[..*at])).unwrap_or(0);
        Some(format!("{own}{}", &measure[twice..]))
    }

    /// 街道、乡镇|综合养老机构覆盖率|分别达到70%、25%: the end of the last is that of the first.
    fn end(&self, index: usize, own: &str) -> Option<String> {
        let figure = &self.told.figures[index];
        let clause = self.told.own(index);
        let first = self.told.figures[clause.figures.start.min(index)].start();
        let (head, _) = plain(&self.told.text[clause.span.start..first]);
        let shared = own.strip_prefix(figure.subject.as_str())?;
        let joined = index + 1 < clause.figures.end && self.told.is_joined(index + 1) || self.told.is_joined(index);
        let list = head.split("分别").next().filter(|list| list.len() < head.len() || joined)?;
        let measure = ending(MEASURES, &figure.subject);
        let item = measure.and_then(|word| figure.subject.strip_suffix(word)).unwrap_or(&figure.subject);
        let item = if item.is_empty() { figure.subject.as_str() } else { item };
        // 压减|生铁|、粗钢、煤炭产能
        let verb = known_verb(item);
        let item = item.strip_prefix(verb).filter(|rest| rest.chars().count() > 1).unwrap_or(item);
        let rest = &list[list.find(item)? + item.len()..];
        let last = rest.strip_prefix(['、', '和', '与', '及'])?.rsplit(['、', '和']).next()?;
        let last = measured(last);
        if measure.is_some_and(|measure| !last.ends_with(measure)) {
            return None;
        }
        // Words of about as many characters stand for those of this one: 乡镇 for 街道, 乡镇卫生院 for 村卫生室.
        let length = item.chars().count();
        let apart = |end: &usize| last[..*end].chars().count().abs_diff(length);
        // 高速公路、铁路|通车里程: they end alike.
        let alike =
            |end: &usize| *end < last.len() && last[..*end].ends_with(|ch| item.ends_with(ch) && !END.contains(ch));
        let ends = || words(last).into_iter().map(|(range, _)| range.end);
        let end = ends().filter(alike).min_by_key(apart).or_else(|| ends().min_by_key(apart))?;
        // 新落地项目、实际|利用|内资; 净资产、营业收入: each is told in full.
        let done = words(&last[..end]).iter().any(|(range, part)| is_verb(&last[range.clone()], *part));
        let done = done && known_verb(item).is_empty();
        let full = ["资产", "负债", "项目", "企业", "人口"].iter().any(|thing| item.ends_with(thing));
        if measure.is_none() && (done || full) {
            return None;
        }
        // 引进内资、利用外资: each is told in full.
        let ends_alike = last.ends_with(|ch| item.ends_with(ch) && !END.contains(ch));
        // 广州港|货物|、集装箱吞吐量
        let same_measure = measure.is_none() && last[end..].ends_with(['量', '额', '率']) && apart(&end) < 4;
        // 化肥、化学|农药|使用量: a thing of its own.
        // 教育、农业|农村|投入
        let farms = last[end..].starts_with("农村") && last[..end].ends_with("农业");
        let other = last[end..].starts_with("农药") || farms;
        let fits = (apart(&end) < 2 || alike(&end) || same_measure) && !other;
        let alike = fits && length < 6 && !ends_alike;
        let told = last[end..].chars().count() > measure.map_or(0, |word| word.chars().count());
        let cut = last[end..].starts_with(|ch: char| ch.is_ascii_digit() || ch == '.');
        let twice = cut || shared.contains(&last[end..]) || item.ends_with(&last[end..]);
        (alike && told && !twice && !last.contains('及')).then(|| {
            let verb = if figure.subject.starts_with(item) { "" } else { verb };
            format!("{verb}{item}{}{shared}", &last[end..])
        })
    }

    /// 智能工厂基础级100家、|先进级20家: of the same thing.
    fn level(&self, index: usize, own: &str) -> Option<String> {
        let figure = &self.told.figures[index];
        let bare = own.strip_prefix(verb_of(own)).unwrap_or(own);
        let counted = figure.quantity.adds_up() && figure.noun.is_empty();
        // 打造4个|千亿级|、一批百亿级产业
        let amount = bare.ends_with("亿级") && own.len() == verb_of(own).len() + bare.len();
        if let Some(things) = amount.then(|| self.things_of_level(index)).flatten() {
            return Some(format!("{own}{things}"));
        }
        if bare.ends_with(['级', '列']) && bare.chars().count() <= SHORT && counted {
            return self.of_level(index, own, bare);
        }
        let before = self.told.before(index)?;
        let told = self.owns[before].as_str();
        let own = own.strip_prefix(verb_of(told)).unwrap_or(own);
        let length = own.chars().count();
        let end = ['级', '型', '类'].into_iter().find(|end| own.ends_with(*end) && told.ends_with(*end))?;
        let at = told.char_indices().rev().nth(length.checked_sub(1)?)?.0;
        let whole = words(told).iter().any(|(range, _)| range.start == at);
        (length <= SHORT && length > end.len_utf8() / 3 && at > 0 && whole).then(|| format!("{}{own}", &told[..at]))
    }

    /// What stands behind the first level of a list that names it: 4个千亿级、一批百亿级|产业|和企业.
    fn things_of_level(&self, index: usize) -> Option<String> {
        let (start, end) = (self.told.figures[index].quantity.span.end, self.told.own(index).span.end);
        let (behind, _) = plain(self.told.text.get(start..end)?);
        let named = |rest: &&str| rest.starts_with(is_han) && !rest.starts_with(['和', '与', '及', '以']);
        let rest = behind.split("亿级").skip(1).find(named)?;
        let things = rest.split(['、', '和', '与', '及']).next()?;
        let han = things.chars().all(is_han) && (2..=6).contains(&things.chars().count());
        han.then(|| things.to_owned())
    }

    /// 新增国家级|技术中心|1家、省级14家; 实施省级40项、市级300项|重点项目|: what a level alone is of.
    fn of_level(&self, index: usize, own: &str, level: &str) -> Option<String> {
        if let Some(before) = self.told.before(index) {
            let told = self.owns[before].as_str();
            let thing = told.split_once('级').map(|(_, thing)| thing).filter(|thing| thing.chars().count() > 1)?;
            return Some(format!("{}{level}{thing}", verb_of(told)));
        }
        let next = self.told.figures.get(index + 1)?;
        let gap = self.told.gap(index + 1)?;
        let joined = gap.starts_with('、') && gap.ends_with(['级', '列']) && !next.noun.is_empty();
        joined.then(|| format!("{own}{}", next.noun))
    }
}

/// 医疗保险|年度限额|提高到: words without what is said of them.
fn measured(words: &str) -> &str {
    let against = words.rfind(['比', '较']).filter(|at| {
        let rest = &words[*at + '比'.len_utf8()..];
        rest.starts_with(|ch: char| ch.is_ascii_digit() || "上去“".contains(ch))
    });
    let mut rest = against.map_or(words, |at| &words[..at]);
    while let Some(word) = ending(BEING, rest).or_else(|| ending(CHANGES, rest)).or_else(|| ending(AGAINST, rest)) {
        if word.len() == rest.len() {
            break;
        }
        rest = &rest[..rest.len() - word.len()];
    }
    rest
}

/// Without a name in quotes that says how something was done: “冬病夏治”|改造管网.
fn without_how(own: &str) -> &str {
    let behind = own.strip_prefix('“').and_then(|name| name.split_once('”')).map(|(_, behind)| behind);
    behind.filter(|behind| !known_verb(behind).is_empty()).unwrap_or(own)
}

/// |依托服务站|打造中医馆: without what it was done by.
fn without_means(own: &str) -> &str {
    // |国家安排资金|改造和新建卫生院
    let paid = own.split_once("资金").filter(|(who, what)| {
        ["安排", "投入", "统筹"].iter().any(|verb| who.ends_with(verb)) && !known_verb(what).is_empty()
    });
    if let Some((_, what)) = paid {
        return what;
    }
    // |农村|推广沼气池3000口、热水器6000台
    let place =
        ["农村", "城镇", "全市", "全省", "全县", "全区", "中心城区"].iter().find_map(|place| own.strip_prefix(place));
    if let Some(what) = place.filter(|what| !known_verb(what).is_empty()) {
        return what;
    }
    let rest = ["依托", "围绕", "聚焦"].iter().find_map(|by| own.strip_prefix(by));
    let at = rest.and_then(|rest| VERBS.iter().filter_map(|verb| rest.find(verb)).min().map(|at| &rest[at..]));
    at.unwrap_or(own)
}

/// The verb that some words begin with, with its adverbs, if a noun follows: 高质量办理|人大代表建议.
pub fn verb_of(own: &str) -> &str {
    let own = without_adverb(own);
    let mut end = 0;
    for (range, part) in words(own) {
        let word = &own[range.clone()];
        // 建成|充电设施, 建设|示范村
        let verb = is_verb(word, part) && (range.start == 0 || !OF_NOUNS.contains(&word));
        if !verb && (part != PartOfSpeech::Modifier || end > 0) {
            break;
        }
        if verb {
            end = range.end;
        }
    }
    if end == own.len() { "" } else { &own[..end] }
}

/// Without a word that says how or when something was done, before its verb.
fn without_adverb(own: &str) -> &str {
    const HOW: [&str; 20] = [
        "年底前",
        "力争三年内",
        "三年内",
        "五年内",
        "重点",
        "科学",
        "成功",
        "积极",
        "着力",
        "三年",
        "五年",
        "四年",
        "累计",
        "全年",
        "年内",
        "高质量",
        "高标准",
        "高水平",
        "高效",
        "有序",
    ];
    HOW.iter().find_map(|word| own.strip_prefix(word)).unwrap_or(own)
}
