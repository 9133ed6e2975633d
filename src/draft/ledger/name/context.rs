//! What a bare measure is of: 扩大社会保险覆盖面，|参保人数|达到3万人.

use super::account::{ACCOUNTS, is_item};
use super::bare::{cut, ends_with_thing, has_no_subject, is_bare, is_vague, is_verb, known_verb, without_verb};
use super::clause::{Clause, Clauses};
use super::fit::{fitting, left_out, other_rate};
use super::list::verb_of;
use super::tail::{FRESH, plain, without_fresh};
use super::topic::{BODIES, event, happens_there, has_predicate, is_aside, leading_body};
use crate::draft::ledger::Relation;
use crate::draft::ledger::indicator::{bare_clause, without_lead};
use crate::draft::ledger::words::{MEASURES, SPENT, SUPPORTS, VERBS};
use crate::lexicon::words;
use crate::text::han::is_han;

/// Longest clause that is told as it is, in characters.
const LONGEST: usize = 22;

/// Longest name of a body, in characters.
const PLACE: usize = 14;

/// How many clauses of a sentence before its own may tell of a figure.
const FAR: usize = 60;

/// Bytes of a clause of a few words.
const SHORT_CLAUSE: usize = 15;

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

/// The names of figures, given their own words.
pub fn named(told: &Clauses<'_>, owns: Vec<String>) -> Vec<String> {
    let mut context = Context { told, named: Vec::with_capacity(owns.len()) };
    for own in owns {
        context.push(own);
    }
    let name = |named: Named| if named.of.is_empty() { named.own } else { format!("{}：{}", named.of, named.own) };
    context.named.into_iter().map(name).collect()
}

/// The figures of a text with what each is of.
struct Context<'a> {
    told: &'a Clauses<'a>,
    named: Vec<Named>,
}

struct Named {
    own: String,
    /// What it is of; empty where its own words say it.
    of: String,
}

impl<'a> Context<'a> {
    /// Adds the next figure by its own words.
    pub fn push(&mut self, own: String) {
        let index = self.named.len();
        let own = self.own_words(index, self.total(index).unwrap_or(own));
        // 医务人员97万名、540万名|党员干部|: each is counted alone.
        let next = self.told.gap(index).is_some_and(|gap| gap.contains(['、', '和']) && !gap.contains('，'));
        let counted = next && !self.told.figures[index].noun.is_empty() && self.told.head(index).is_empty();
        let bare = is_bare(&own) && self.told.figures[index].relation != Relation::Part && !counted;
        let apart = || self.bracketed(index, &own);
        let told = self
            .part(index)
            .or_else(|| self.inherited(index, &own))
            .or_else(apart)
            .or_else(|| self.account(index, &own))
            .or_else(|| self.whole(index, &own))
            .or_else(|| self.measured_whole(index));
        // 投入28亿元资金，解决…: what the money was for is told behind it.
        let money = own.ends_with("资金") && !verb_of(&own).is_empty() && own.chars().count() <= SHORT_CLAUSE;
        let spent = if (bare || money) && told.is_none() { self.behind(index, &own) } else { None };
        let around = || if spent.is_none() { self.around(index, &own, bare) } else { None };
        let of = told.or_else(around).and_then(|of| fitting(of, &own, bare));
        // 核减率达25%，|年节省成本|5000万元
        let money = self.told.figures[index].quantity.unit.ends_with('元');
        let of = of.filter(|of| !(money && of.ends_with('率')));
        // 出台了促进发展30条、…：累计帮助企业: words cut short are of no help where others are enough.
        let of = of.filter(|of| bare || !of.ends_with('…'));
        let of = self.placed(index, &own, of);
        let own = if self.part(index).is_some() { plain(self.told.head(index)).0 } else { own };
        let whole = |of: &str| {
            self.with_another(index, of, &own).or_else(|| left_out(of, &own)).or_else(|| other_rate(of, &own))
        };
        let own = match of.as_deref().and_then(whole) {
            Some(whole) => return self.named.push(Named { own: whole, of: String::new() }),
            None => own,
        };
        let own = if of.is_none() { self.same_things(index, &own).unwrap_or(own) } else { own };
        let own = spent.map_or_else(|| own.clone(), |spent| format!("{own}（{spent}）"));
        self.named.push(Named { own, of: of.unwrap_or_default() });
    }

    /// 关停企业30家，|整治提升|50家: of the same things.
    fn same_things(&self, index: usize, own: &str) -> Option<String> {
        let last = index.checked_sub(1)?;
        let (before, figure) = (&self.told.figures[last], &self.told.figures[index]);
        let next = self.told.own(last).sentence == self.told.own(index).sentence;
        let same = next && figure.counts_things() && before.quantity.unit == figure.quantity.unit;
        let all = words(own);
        let acts = all.iter().all(|(range, part)| is_verb(&own[range.clone()], *part));
        if !same || !acts || all.is_empty() || !figure.noun.is_empty() || !self.named[last].of.is_empty() {
            return None;
        }
        let told = self.named[last].own.as_str();
        let things = told.strip_prefix(known_verb(told)).filter(|things| things.len() < told.len())?;
        let whole = things.chars().count() > 2 || words(things).len() == 1;
        let named =
            whole && things.chars().count() > 1 && things.chars().all(|ch| is_han(ch) || matches!(ch, '“' | '”'));
        let named = named && ends_with_thing(things);
        named.then(|| format!("{own}{things}"))
    }

    /// The words of a figure without those that are of an item before it, or of nothing.
    fn own_words(&self, index: usize, own: String) -> String {
        // 实际完成4亿元，|增长|5%: no growth in real terms.
        let own =
            own.strip_prefix("实际").filter(|rest| *rest == "增长" || *rest == "下降").map_or(own.clone(), |rest| {
                if self.told.head(index).contains("实际") { own.clone() } else { rest.to_owned() }
            });
        // 支出预算调整为5亿元，|实际完成|4亿元
        let done = own == "实际" && self.told.head(index).ends_with("完成");
        let own = if done { "实际完成".to_owned() } else { own };
        let own = self.part_before(index, &own).unwrap_or(own);
        // 地方收入加上|上划中央收入
        let added = own.rsplit_once("加上").map(|(_, added)| added).filter(|added| added.chars().count() > 2);
        let own = added.filter(|added| !added.contains("后总")).map_or(own.clone(), str::to_owned);
        // 加上转移性收入后|总收入
        let own = own.find("后总").map_or(own.clone(), |at| own[at + '后'.len_utf8()..].to_owned());
        // 新增省级工厂19家，|累计|112家
        let level = own.strip_suffix("（累计）").filter(|level| ["省级", "国家级", "市级", "县级"].contains(level));
        let last =
            self.named.last().filter(|last| level.is_some_and(|level| last.own.contains(level)) && last.of.is_empty());
        let own = last.map_or(own, |last| format!("{}（累计）", without_fresh(&last.own).unwrap_or(&last.own)));
        if self.told.head(index).ends_with('各') { format!("{own}（各）") } else { own }
    }

    /// 安排支出549亿元，其中省级140亿元，|增长|27%: that of the part.
    fn part_before(&self, index: usize, own: &str) -> Option<String> {
        let (last, named) = (&self.told.figures[index.checked_sub(1)?], self.named.last()?);
        let subject = last.subject.as_str();
        let change =
            own.strip_prefix(subject).filter(|_| subject.ends_with("级") && last.relation == Relation::Part)?;
        let whole = named.own.ends_with(subject) && named.own.len() > subject.len() && named.of.is_empty();
        let same = self.told.own(index).sentence == self.told.own(index - 1).sentence;
        (whole && same && matches!(change, "增长" | "下降" | "增加" | "减少")).then(|| format!("{}{change}", named.own))
    }

    /// 湖滨新区一般公共预算收入8亿元；|一般公共预算支出|7亿元: of the same body as long as no other is named.
    fn placed(&self, index: usize, own: &str, of: Option<String>) -> Option<String> {
        const FUNDS: [&str; 4] = ["一般公共预算", "政府性基金", "国有资本经营预算", "社会保险基金"];
        let words = of.as_deref().unwrap_or(own);
        let begins =
            FUNDS.iter().any(|fund| words.starts_with(fund) || words.starts_with("地方") && words.contains(fund));
        if !begins || !self.told.figures[index].scope.is_empty() {
            return of;
        }
        let body = |other: usize| {
            let figure = &self.told.figures[other];
            let subject = figure.subject.as_str();
            let at = FUNDS.iter().filter_map(|fund| subject.find(fund)).min()?;
            // 全市 names another body.
            let place = if figure.scope.is_empty() { &subject[..at] } else { "全市" };
            (!place.is_empty()).then_some(place)
        };
        let found = (0..index).rev().find_map(|other| body(other).map(|place| (other, place)));
        let Some((other, place)) = found else { return of };
        let (end, start) = (self.told.figures[other].quantity.span.end, self.told.figures[index].start());
        if self.told.text.get(end..start).is_none_or(|between| BODIES.iter().any(|body| between.contains(body))) {
            return of;
        }
        let named = BODIES.iter().any(|end| place.ends_with(end)) && place.chars().count() <= PLACE;
        match of {
            Some(of) if named => Some(format!("{place}{of}")),
            None if named => Some(place.to_owned()),
            of => of,
        }
    }

    /// 其中工业项目97个，|完成投资|112亿元: of the part that the words before are of, not of the whole.
    fn part(&self, index: usize) -> Option<String> {
        let figure = &self.told.figures[index];
        let (head, _) = plain(self.told.head(index));
        if figure.relation != Relation::Level
            || !figure.quantity.unit.ends_with('元')
            || !is_bare(&head)
            || head.is_empty()
        {
            return None;
        }
        let before = |other: &usize| {
            let other = &self.told.figures[*other];
            !other.quantity.unit.ends_with('元') && other.quantity.adds_up()
        };
        let sentence = self.told.own(index).sentence;
        let part = (0..index).rev().take_while(|other| self.told.own(*other).sentence == sentence).find(before)?;
        let clause = &self.told.own(part).span;
        let opens = self.told.text[..clause.start].trim_end().ends_with(['；', '。', ';'])
            && self.told.text[clause.range()].trim_start().starts_with("其中")
            || self.told.text[..clause.start].trim_end().ends_with("。其中，");
        let own = self.named[part].own.trim_start_matches("其中");
        let own = own.rsplit_once("其中").map_or(own, |(_, part)| part);
        opens.then(|| own.to_owned())
    }

    /// 加上年结转等30亿元，|收入共计|90亿元: all of the account, not of what was added.
    fn total(&self, index: usize) -> Option<String> {
        const TOTALS: [&str; 8] =
            ["收入共计", "支出共计", "收入合计", "支出合计", "收入总计", "支出总计", "收支总计", "收入总量"];
        let head = self.told.head(index).trim_end_matches(['为', '达']);
        let known = ACCOUNTS.iter().any(|account| self.told.figures[index].subject.contains(account));
        (TOTALS.contains(&head) && !known).then(|| head.to_owned())
    }

    /// 其中，市本级|支出|25亿元: a part of what was told before.
    fn whole(&self, index: usize, own: &str) -> Option<String> {
        let figure = &self.told.figures[index];
        if figure.relation != Relation::Part || !is_bare(own) || own.contains("其中") {
            return None;
        }
        let whole = |other: &usize| {
            let other = &self.told.figures[*other];
            other.relation == Relation::Level && other.quantity.unit == figure.quantity.unit
        };
        // Of another sentence only where its own begins with 其中.
        let sentence = self.told.own(index).sentence;
        let near = |other: &usize| self.told.own(*other).sentence + 1 >= sentence;
        let whole = (0..index).rev().take_while(near).find(whole)?;
        Some(self.named[whole].own.clone()).filter(|of| !is_bare(of))
    }

    /// 使用外资总量25亿美元，其中|制造业增长|18%: what grew is the foreign capital used by it.
    fn measured_whole(&self, index: usize) -> Option<String> {
        let figure = &self.told.figures[index];
        let measured = |subject: &str| MEASURES.end(subject) || subject.ends_with(['量', '额', '值', '率']);
        let first = self.told.own(index).figures.start;
        let clause = self.told.text.get(self.told.own(index).span.range())?.trim_start();
        let joined = (first + 1..=index).all(|other| self.told.is_joined(other));
        let part = clause.starts_with("其中") && joined && figure.relation == Relation::Change;
        if !part || figure.quantity.adds_up() || figure.subject.is_empty() || measured(&figure.subject) {
            return None;
        }
        let sentence = self.told.own(index).sentence;
        let whole = (0..first).rev().take_while(|other| self.told.own(*other).sentence == sentence);
        let whole = whole.map(|other| &self.told.figures[other]).find(|other| measured(&other.subject))?;
        (whole.relation != Relation::Part && whole.subject.chars().count() > 2).then(|| whole.subject.clone())
    }

    fn around(&self, index: usize, own: &str, bare: bool) -> Option<String> {
        let part = self.told.figures[index].relation == Relation::Part;
        match bare {
            true if is_item(own) => None,
            true if own.starts_with("收入比") || own.starts_with("收入差距") => self.of_both(index),
            true => self
                .before(index)
                .map(|of| self.stock(index, of))
                .or_else(|| self.sentence_before(index))
                .or_else(|| self.lead(index)),
            false if is_item(own) => None,
            // 连续|4次|获评: whoever it is, no clause before says it.
            false if self.told.head(index).ends_with("连续") => None,
            false if has_no_subject(own) || !part && is_vague(own) => {
                self.topic(index).or_else(|| self.event(index, own))
            }
            false => self.body(index, own).or_else(|| self.event(index, own)),
        }
    }

    /// 收入28亿元（|不含开发区|36亿元）: of what stands before the bracket.
    fn bracketed(&self, index: usize, own: &str) -> Option<String> {
        let before = index.checked_sub(1)?;
        let gap = self.told.gap(index)?;
        let out = ["不含", "不包括", "扣除", "含", "加"].iter().any(|word| own.starts_with(word));
        let unit = self.told.figures[index].quantity.unit;
        let level = |other: &usize| {
            let other = &self.told.figures[*other];
            other.relation == Relation::Level && other.quantity.unit == unit
        };
        // 收入172亿元，增长3%（|加湖东|210亿元）
        let sentence = self.told.own(index).sentence;
        let near = (0..index).rev().take_while(|other| self.told.own(*other).sentence == sentence);
        let of = near.into_iter().find(level).unwrap_or(before);
        let opens = gap.starts_with(['（', '(']);
        let inside = gap.rfind(['（', '(']).is_some_and(|open| !gap[open..].contains(['）', ')', '，', '、']));
        (out && (opens || inside)).then(|| self.named[of].own.clone())
    }

    /// 收入172亿元（|加湖东|210亿元）: with that of another place.
    fn with_another(&self, index: usize, of: &str, own: &str) -> Option<String> {
        let place =
            own.strip_prefix('加').filter(|place| (2..=4).contains(&place.chars().count()) && !is_item(place))?;
        let inside = self.told.gap(index).is_some_and(|gap| gap.contains(['（', '(']));
        let level = self.told.figures[index].relation == Relation::Level;
        (inside && level && !place.starts_with('上')).then(|| format!("{of}（{own}）"))
    }

    /// 参保人数8万人，|（参保人数）增长5%: of what the figure is of whose words it has.
    fn inherited(&self, index: usize, own: &str) -> Option<String> {
        let sentence = self.told.own(index).sentence;
        let same = |other: &usize| self.told.own(*other).sentence == sentence;
        let mut others = (0..index).rev().take_while(same);
        let heir = |other: &usize| {
            let subject = &self.told.figures[*other].subject;
            let part = self.told.figures[index].relation == Relation::Part && own.ends_with(subject.as_str());
            let same = own.starts_with(subject.as_str()) || part;
            subject.chars().count() > 1 && same && !self.named[*other].of.is_empty()
        };
        others.find(heir).map(|other| self.named[other].of.clone())
    }

    /// 加上年结转3亿元: of the account told before.
    fn account(&self, index: usize, own: &str) -> Option<String> {
        let told = |words: &str| ACCOUNTS.iter().any(|account| words.contains(account));
        if told(own) || !is_item(own) || own.contains("其中") {
            return None;
        }
        // 其中养老保险基金收入22亿元。|本年收支结余|3亿元: of all the funds.
        let sentence = self.told.own(index).sentence;
        let funds = |subject: &str| subject.contains("社会保险基金") || subject.contains("社保基金");
        let all = self.told.figures[..index].iter().any(|figure| funds(&figure.subject));
        let part = |other: usize| {
            let subject = self.told.figures[other].subject.as_str();
            let one = subject.contains("保险基金") && !funds(subject);
            one && all && self.told.own(other).sentence < sentence
        };
        (0..index).rev().filter(|other| !part(*other)).find_map(|other| {
            let figure = &self.told.figures[other];
            let subject = figure.subject.as_str();
            let ends = || ACCOUNTS.iter().filter_map(|account| subject.find(account).map(|at| at + account.len()));
            // 国有资本经营预算|调入一般公共预算
            // 加上调出至一般公共预算等29亿元后，|支出总计|57亿元: another account.
            let first = ends().min().filter(|end| !subject[..*end].contains("调出"))?;
            let end = if subject[first..].starts_with('调') { first } else { ends().max()? };
            let own = self.told.figures[index].scope;
            let scope = if own == figure.scope { "" } else { figure.scope };
            Some(format!("{scope}{}", &subject[..end]))
        })
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
    fn earlier(&self, index: usize) -> impl Iterator<Item = &Clause> {
        let at = self.told.at(index);
        let sentence = self.told.all()[at].sentence;
        self.told.all()[..at].iter().rev().take(FAR).take_while(move |clause| clause.sentence == sentence)
    }

    /// 总投资30亿元|的51个项目开工; 投入28亿元资金，|解决…: what the words behind tell.
    fn behind(&self, index: usize, own: &str) -> Option<String> {
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
        let next = self.told.all().get(at + 1)?;
        let goes_on = self.told.text[..next.span.start].ends_with(['，', ',']) && figure.quantity.unit.ends_with('元');
        let words = self.told.text[next.span.range()].trim();
        if !next.figures.is_empty() {
            return None;
        }
        let purpose = [
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
        let spent = SPENT.iter().any(|word| own.starts_with(word)) || own.ends_with("投入") || own == "投资";
        let given =
            ["筹措", "筹集", "安排", "投入", "拨付", "下达", "争取", "统筹", "整合", "盘活", "兑现", "发放", "落实"];
        let spent = spent || own.ends_with("资金") && given.iter().any(|verb| own.contains(verb));
        let fits = SUPPORTS.iter().chain(&purpose).any(|word| words.starts_with(word));
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
        (fits && !is_bare(&words) && !is_aside(&words)).then_some(words)
    }

    /// The short words that the paragraph begins with: 新农合：
    fn lead(&self, index: usize) -> Option<String> {
        const SHORT: usize = 14;
        let first = self.told.all().first().filter(|first| first.figures.is_empty() && self.told.at(index) > 0)?;
        let words = bare_clause(&self.told.text[first.span.range()]);
        let ends = self.told.text[first.span.end..].starts_with(['：', ':']);
        (ends && (2..=SHORT).contains(&words.chars().count()) && !is_bare(&words)).then_some(words)
    }

    fn of_clause(&self, clause: &Clause) -> Option<String> {
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
        let topic = words.chars().count() > 1 && !is_bare(&words) && !is_aside(&words);
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
            Some(named.of.clone()).filter(|of| !of.is_empty())
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

    /// 滇中新区|…，地区生产总值900亿元: the body that the sentence tells of.
    fn body(&self, index: usize, own: &str) -> Option<String> {
        let bare =
            ["五年", "三年", "四年", "累计", "全年"].iter().find_map(|word| own.strip_prefix(word)).unwrap_or(own);
        let done = VERBS.iter().any(|verb| bare.starts_with(verb)) || own.starts_with("地区生产总值");
        let other = BODIES.iter().any(|word| own.contains(word)) || !self.told.figures[index].scope.is_empty();
        if !done || other {
            return None;
        }
        const DID: [&str; 14] = [
            "创建", "通过", "建成", "投产", "投用", "启用", "开工", "揭牌", "获批", "落地", "成立", "开业", "挂牌",
            "入选",
        ];
        let head = |clause: &Clause| {
            let words = bare_clause(&self.told.text[clause.span.range()]);
            let body = leading_body(&words, clause.figures.is_empty())?;
            // 研发基地建成投产，…，新增3家: told of something else by then.
            (!DID.iter().any(|did| words[body.len()..].starts_with(did))).then_some(body)
        };
        self.earlier(index).find_map(head)
    }
}
