//! Where the words stand that say what a figure is of: in its sentence, or in the one before.

use super::account::is_item;
use super::bare::{cut, has_no_subject, is_bare, is_vague, is_verb, known_verb, without_verb};
use super::clause::Clause;
use super::context::{Context, SHORT_CLAUSE};
use super::list::verb_of;
use super::tail::{FRESH, SIZES, plain};
use super::topic::{BODIES, county, event, happens_there, has_predicate, is_aside, leading_body};
use crate::draft::ledger::Relation;
use crate::draft::ledger::indicator::{bare_clause, without_lead};
use crate::draft::ledger::words::{SPENT, SUPPORTS, VERBS};

/// Longest clause that is told as it is, in characters.
const LONGEST: usize = 22;

/// How many clauses of a sentence before its own may tell of a figure.
const FAR: usize = 60;

/// 加大|教育、医疗、文化等|转移支付规模: with the first item of a long list, for what is told of all stands behind it.
fn shortened(words: String) -> String {
    const END: usize = 14;
    let short = words.chars().count() <= LONGEST;
    let Some((list, things)) = words.rsplit_once('等').filter(|(list, _)| !short && list.contains('、')) else {
        return words;
    };
    let first = list.split('、').next().unwrap_or(list);
    let whole = (2..=END).contains(&things.chars().count()) && first.matches('“').count() == first.matches('”').count();
    if whole { format!("{first}等{things}") } else { words }
}

impl Context<'_> {
    pub fn around(&self, index: usize, own: &str, bare: bool) -> Option<String> {
        let part = self.told.figures[index].relation == Relation::Part;
        match bare {
            true if is_item(own) => None,
            true if own.starts_with("收入比") || own.starts_with("收入差距") => self.of_both(index),
            true => self
                .treated(index, own)
                .or_else(|| self.before(index))
                .map(|of| self.stock(index, of))
                .or_else(|| self.sentence_before(index))
                .or_else(|| self.lead(index)),
            false if is_item(own) => None,
            // 连续|4次|获评: whoever it is, no clause before says it.
            false if self.told.head(index).ends_with("连续") => None,
            false if has_no_subject(own) || !part && is_vague(own) => {
                self.granted(index, own).or_else(|| self.topic(index)).or_else(|| self.event(index, own))
            }
            false => self.body(index, own).or_else(|| self.event(index, own)).or_else(|| self.granted(index, own)),
        }
    }

    /// What the nearest words before a figure are about, in its sentence.
    fn before(&self, index: usize) -> Option<String> {
        let own = &self.told.own(index);
        let here = || (own.figures.start..index).rev().find_map(|other| self.of_figure(other));
        // 经济发展较快，|活力增强|，占比38%: a few words are no topic if there are others.
        let long = |clause: &&Clause| !clause.figures.is_empty() || clause.span.end - clause.span.start > SHORT_CLAUSE;
        // 补助标准达到200元，|参保人数|2亿: not of the standard.
        let counted = self.told.figures[index].subject.ends_with("人数");
        // 发展新材料产业，统筹布局，|产值增长8%: that of an industry.
        let measures = ["产值", "营业收入", "营收"];
        let of_industry = measures.iter().any(|measure| self.told.figures[index].subject.ends_with(measure));
        let industry = |clause: &&Clause| {
            let words = &self.told.text[clause.span.range()];
            ["产业", "集群", "制造", "工业", "园区", "基地"].iter().any(|word| words.contains(word))
        };
        if of_industry && here().is_none() {
            let nearest = self.earlier(index).filter(industry).find_map(|clause| self.of_clause(clause));
            if nearest.is_some() {
                return nearest;
            }
        }
        let standard = |of: &String| !(counted && of.ends_with("标准"));
        let told = || {
            self.earlier(index)
                .filter(long)
                .filter(|clause| !self.apart(index, clause))
                .find_map(|clause| self.of_clause(clause))
                .filter(standard)
        };
        here().or_else(told).or_else(|| {
            let near = self.earlier(index).filter(|clause| !self.apart(index, clause));
            near.filter_map(|clause| self.of_clause(clause)).next().filter(standard)
        })
    }

    /// 推进农村生活污水治理，|治理率|75%: what is treated.
    fn treated(&self, index: usize, own: &str) -> Option<String> {
        const LONGEST: usize = 12;
        let stem = own.strip_suffix('率').filter(|stem| stem.chars().count() == 2)?;
        let of = |clause: &Clause| {
            let words = plain(&self.told.text[clause.span.range()]).0;
            let thing = words.strip_suffix(stem).filter(|_| clause.figures.is_empty())?;
            let verb = ["推进", "开展", "加强", "推动", "抓好", "实施", "深化"];
            let end = verb.iter().filter_map(|verb| thing.rfind(verb).map(|at| at + verb.len())).max()?;
            let named = (2..=LONGEST).contains(&thing[end..].chars().count()) && !thing[end..].contains('、');
            named.then(|| thing[end..].to_owned())
        };
        self.earlier(index).find_map(of)
    }

    /// The clause right before, if it has no figures.
    fn topic(&self, index: usize) -> Option<String> {
        let first = self.told.own(index).figures.start == index;
        let last = self.earlier(index).next().filter(|_| first)?;
        // 友好城市增至43个，|遍布35个国家: a number of a subject, not of what was done.
        let subject = last.figures.clone().all(|figure| {
            let own = self.named[figure].own.as_str();
            self.told.figures[figure].noun.is_empty() && verb_of(own).is_empty()
        });
        let no_subject = has_no_subject(&self.told.figures[index].indicator);
        // 成功举办博览会，|获授予…|3个品牌: what was done is nobody.
        let somebody = |words: &String| verb_of(words).is_empty() && !has_predicate(words);
        let told = || self.of_clause(last).filter(|words| !last.figures.is_empty() || somebody(words));
        (last.figures.is_empty() || no_subject && subject).then(told).flatten()
    }

    /// Whether a semicolon ends a clause without figures before a figure: it tells of another thing.
    fn apart(&self, index: usize, clause: &Clause) -> bool {
        let between = self.told.text.get(clause.span.end..self.told.figures[index].start()).unwrap_or("");
        clause.figures.is_empty() && between.contains(['；', ';']) && !between.starts_with(['：', ':'])
    }

    /// The clauses before that of a figure in its sentence, the nearest first.
    pub fn earlier(&self, index: usize) -> impl Iterator<Item = &Clause> {
        let at = self.told.at(index);
        let sentence = self.told.all()[at].sentence;
        self.told.all()[..at].iter().rev().take(FAR).take_while(move |clause| clause.sentence == sentence)
    }

    /// 总投资30亿元|的51个项目开工; 投入28亿元资金，|解决…: what the words behind tell.
    pub fn behind(&self, index: usize, own: &str) -> Option<String> {
        let figure = &self.told.figures[index];
        let at = self.told.at(index);
        let rest =
            &self.told.text[figure.quantity.span.end..self.told.all()[at].span.end.max(figure.quantity.span.end)];
        if let Some(owner) = rest
            .strip_prefix('的')
            .filter(|owner| owner.chars().count() > 2 && !owner.contains(|ch: char| ch.is_ascii_digit()))
        {
            return Some(cut(owner, LONGEST));
        }
        // 安排832亿元，比上年增加167亿元，|支持卫生事业|
        let grown = |next: &&Clause| {
            let words = self.told.text[next.span.range()].trim();
            ["比上年", "较上年", "增加", "增长"].iter().any(|more| words.starts_with(more))
        };
        let more = self.told.all().get(at + 1).filter(grown).is_some();
        let next = self.told.all().get(at + 1 + usize::from(more))?;
        let goes_on = self.told.text[..next.span.start].ends_with(['，', ',']) && figure.quantity.unit.ends_with('元');
        let words = self.told.text[next.span.range()].trim();
        // 投入8亿元，|完成十件实事|
        let only = next.figures.len() == 1 && !own.ends_with("资金") && words.contains("完成");
        // 投资2亿元，|建设1个中央厨房|; 统筹资金6亿元，|支持15件实事|
        let alone = matches!(rest.trim(), "" | "以上" | "左右");
        let first = crate::lexicon::words(words).into_iter().next();
        let begins = first.is_some_and(|(range, part)| is_verb(&words[range], part));
        let act = alone
            && !words.starts_with("提出")
            && self.told.head(index).ends_with(own)
            && matches!(own, "投资" | "投入" | "总投资")
            && (begins || !known_verb(words).is_empty());
        const HOW: [&str; 8] = ["重点", "主要", "较好地", "有效", "切实", "着力", "积极", "全力"];
        let bare = HOW.iter().find_map(|how| words.strip_prefix(how)).unwrap_or(words);
        let supported = alone && own.ends_with("资金") && SUPPORTS.iter().any(|word| bare.starts_with(word));
        if !(next.figures.is_empty() || only || act || supported) {
            return None;
        }
        let purpose = [
            "完成",
            "全面完成",
            "解决",
            "保障",
            "落实",
            "改善",
            "办成",
            "推进",
            "助力",
            "惠及",
            "重点",
            "主要用于",
            "统筹用于",
            "专项用于",
        ];
        let own = ["累计", "全年", "共"].iter().find_map(|word| own.strip_prefix(word)).unwrap_or(own);
        let spent = SPENT.iter().any(|word| own.starts_with(word))
            || own.ends_with("投入")
            || own.ends_with("财政将安排")
            || own.ends_with("财政安排")
            || own == "投资";
        let given =
            ["筹措", "筹集", "安排", "投入", "拨付", "下达", "争取", "统筹", "整合", "盘活", "兑现", "发放", "落实"];
        let spent = spent || own.ends_with("资金") && given.iter().any(|verb| own.contains(verb));
        let fits = act || supported || SUPPORTS.iter().chain(&purpose).any(|word| words.starts_with(word));
        (goes_on && spent && fits).then(|| cut(words, LONGEST))
    }

    /// 经营主体稳中培优。|总量达1400万户; 食品产业，加快延伸链条。|产值增长15%: what the sentence before is about.
    fn sentence_before(&self, index: usize) -> Option<String> {
        const SHORT: usize = 12;
        const TOPIC: usize = 8;
        let sentence = self.told.own(index).sentence.checked_sub(1)?;
        let first = self.told.all().partition_point(|clause| clause.sentence < sentence);
        let clause = &self.told.all()[first];
        let alone = self.told.all().get(first + 1).is_none_or(|next| next.sentence > sentence);
        let words = bare_clause(&self.told.text[clause.span.range()]);
        let most = if alone { SHORT } else { TOPIC };
        let noun = alone || verb_of(&words).is_empty();
        let fits = clause.figures.is_empty() && noun && (2..=most).contains(&words.chars().count());
        (fits && !is_bare(&words) && !is_aside(&words) && !words.ends_with("情况")).then_some(words)
    }

    /// The short words that the paragraph begins with: 新农合：
    fn lead(&self, index: usize) -> Option<String> {
        const SHORT: usize = 14;
        let first = self.told.all().first().filter(|first| first.figures.is_empty() && self.told.at(index) > 0)?;
        let words = bare_clause(&self.told.text[first.span.range()]);
        let ends = self.told.text[first.span.end..].starts_with(['：', ':']);
        (ends && (2..=SHORT).contains(&words.chars().count()) && !is_bare(&words)).then_some(words)
    }

    pub fn of_clause(&self, clause: &Clause) -> Option<String> {
        if let Some(of) = clause.figures.clone().rev().find_map(|other| self.of_figure(other)) {
            return Some(of);
        }
        if !clause.figures.is_empty() {
            return None;
        }
        let words = bare_clause(&self.told.text[clause.span.range()]);
        // 启动园区建设，|新增企业|50户: another thing that was done.
        let head = without_lead(self.told.head(self.named.len()));
        let fresh = FRESH.iter().any(|verb| head.starts_with(verb));
        if fresh && !known_verb(&words).is_empty() {
            return None;
        }
        // 建立补贴制度，|覆盖范围不断扩大|，补贴资金增加到1923亿元: how far it goes is no subject.
        let reach = ["覆盖范围", "覆盖面", "补贴标准"].iter().any(|reach| words.starts_with(reach));
        let topic = words.chars().count() > 1 && !reach && !is_bare(&words) && !is_aside(&words);
        topic.then(|| cut(&shortened(words), LONGEST))
    }

    /// What a figure before is of, or is.
    fn of_figure(&self, other: usize) -> Option<String> {
        let (named, figure) = (self.named.get(other)?, &self.told.figures[other]);
        if figure.relation == Relation::Part {
            // 其中苹果种植面积6万亩，|产量|5万吨
            let size = ["亩", "公顷", "吨", "公斤", "斤"].iter().any(|unit| figure.quantity.unit.ends_with(unit));
            let own = named.own.trim_start_matches("其中");
            return Some(without_verb(own).to_owned()).filter(|own| size && !is_bare(own) && !own.contains("其中"));
        }
        // 甲产业园、乙集团年产|30万吨|挂面等项目，营业收入2亿元: of all of them.
        if SIZES.iter().any(|unit| figure.quantity.unit.ends_with(unit)) && named.own.ends_with("项目") {
            return None;
        }
        let counted = figure.subject.is_empty() && figure.quantity.adds_up();
        let own = if figure.relation == Relation::Level || counted { &named.own } else { &figure.subject };
        let added = ["新增", "净增", "增加"].iter().find_map(|word| own.strip_prefix(word));
        let own = added.filter(|_| counted).unwrap_or(own);
        let own = without_verb(own.strip_suffix("（累计）").unwrap_or(own));
        // 规模以上企业|完成工业|(增加值)
        let own = ["完成", "实现"]
            .iter()
            .filter_map(|word| own.rfind(word))
            .filter(|at| *at > 0)
            .min()
            .map_or(own, |at| &own[..at]);
        let plans = ["的年初预算", "的调整预算", "的预算", "年初预算", "年度预算", "调整预算"];
        let own = plans.iter().find_map(|plan| own.strip_suffix(plan)).unwrap_or(own);
        if own.contains(|ch: char| ch.is_ascii_digit()) && own.contains(['、', '，']) {
            return None;
        }
        if is_bare(own) || VERBS.contains(&own) {
            // 一般公共预算：|支出|预算调整为30亿元，完成29亿元: of that side.
            let side = ["支出", "收入"].iter().find(|side| named.own.starts_with(**side));
            let side =
                side.filter(|_| !named.of.contains("支出") && !named.of.contains("收入") && named.of.ends_with("预算"));
            Some(format!("{}{}", named.of, side.unwrap_or(&""))).filter(|of| !of.is_empty())
        } else {
            Some(own.to_owned())
        }
    }

    /// 城乡居民收入分别增长5%、7%，|收入比|2.5: of both.
    fn of_both(&self, index: usize) -> Option<String> {
        let sentence = self.told.own(index).sentence;
        let first = self.told.all().iter().find(|clause| clause.sentence == sentence)?.span.start;
        let both = self.told.text[first..self.told.figures[index].start()].contains("城乡");
        both.then(|| "城乡居民".to_owned())
    }

    /// What a stock is of: not 新增公路, but 公路; of a list, all that it tells.
    fn stock(&self, index: usize, of: String) -> String {
        const STOCKS: [&str; 5] = ["里程", "总数", "总量", "保有量", "拥有量"];
        let (own, head) = (&self.told.figures[index].subject, self.told.head(index));
        let stock = STOCKS.iter().any(|end| own.ends_with(end)) || head.starts_with("累计") || head.starts_with('总');
        if !stock || self.told.figures[index].quantity.unit.ends_with('元') {
            return of;
        }
        let apart = self.told.before(index).is_none();
        let clause = self.earlier(index).next().filter(|clause| apart && clause.figures.len() > 1);
        let list = clause.filter(|clause| {
            clause.figures.clone().skip(1).all(|other| {
                self.told.gap(other).is_some_and(|gap| gap.contains(['、', '和']) && !gap.contains("其中"))
            })
        });
        if let Some(list) = list {
            let (words, _) = plain(&self.told.text[list.span.range()]);
            return cut(&without_lead(&words), LONGEST);
        }
        let verb = verb_of(&of);
        if VERBS.contains(&verb) { of[verb.len()..].to_owned() } else { of }
    }

    /// 举办|进口博览会|，签约项目60个: at the event that the sentence tells of.
    fn event(&self, index: usize, own: &str) -> Option<String> {
        let held = |clause: &Clause| {
            let words = bare_clause(&self.told.text[clause.span.range()]);
            clause.figures.is_empty().then(|| event(&words)).flatten()
        };
        happens_there(own).then(|| self.earlier(index).find_map(held)).flatten()
    }

    /// 入选|海绵城市建设示范市|，获得中央奖补资金10亿元: what the money was won with.
    fn granted(&self, index: usize, own: &str) -> Option<String> {
        const WON: [&str; 7] = ["入选", "获批", "入围", "成功争取", "被列为", "被确定为", "被列入"];
        const LONGEST: usize = 30;
        let won = ["获得", "获", "争取"].iter().any(|verb| own.starts_with(verb));
        let money =
            self.told.figures[index].quantity.unit.ends_with('元') && (own.contains("资金") || own.contains("补助"));
        if !won || !money {
            return None;
        }
        let near = |clause: &&Clause| {
            let between = self.told.text.get(clause.span.end..self.told.figures[index].start());
            !between.unwrap_or("").contains(['；', ';'])
        };
        let of = |clause: &Clause| {
            let words = plain(&self.told.text[clause.span.range()]).0;
            let what = WON.iter().find_map(|verb| words.split_once(verb)).map(|(_, what)| what)?;
            let short = words.chars().count() <= LONGEST && !what.starts_with('的') && !what.is_empty();
            (clause.figures.is_empty() && short).then(|| without_lead(&words))
        };
        self.earlier(index).take_while(near).find_map(of)
    }

    /// 滇中新区|…，地区生产总值900亿元: the body that the sentence tells of.
    fn body(&self, index: usize, own: &str) -> Option<String> {
        let bare =
            ["五年", "三年", "四年", "累计", "全年"].iter().find_map(|word| own.strip_prefix(word)).unwrap_or(own);
        let done = VERBS.iter().any(|verb| bare.starts_with(verb)) || own.starts_with("地区生产总值");
        let other = BODIES.iter().any(|word| own.contains(word)) || !self.told.figures[index].scope.is_empty();
        let head = self.told.head(index);
        if !other && (done || head.starts_with("完成") || head.starts_with("实现")) {
            let of = |clause: &Clause| county(&plain(&self.told.text[clause.span.range()]).0);
            if let Some(county) = self.earlier(index).find_map(of) {
                return Some(county);
            }
        }
        if !done || other {
            return None;
        }
        const DID: [&str; 22] = [
            "被确定为",
            "被评为",
            "被列为",
            "获评",
            "创建",
            "通过",
            "建成",
            "投产",
            "投用",
            "启用",
            "开工",
            "揭牌",
            "获批",
            "落地",
            "成立",
            "开业",
            "挂牌",
            "入选",
            "开园",
            "封关",
            "设立",
            "投运",
        ];
        let head = |clause: &Clause| {
            let words = bare_clause(&self.told.text[clause.span.range()]);
            let body = leading_body(&words, clause.figures.is_empty())?;
            // 研发基地建成投产，…，新增3家: told of something else by then.
            // 湖东机场三期工程建成，…；开工建设25座工程
            let rest = &words[body.len()..];
            (!DID.iter().any(|did| rest.starts_with(did) || rest.ends_with(did))).then_some(body)
        };
        self.earlier(index).find_map(head)
    }
}
