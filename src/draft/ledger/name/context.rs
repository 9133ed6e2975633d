//! What a bare measure is of: 扩大社会保险覆盖面，|参保人数|达到3万人.

use super::account::{ACCOUNTS, is_item};
use super::bare::{ends_with_thing, is_bare, is_verb, known_verb};
use super::clause::{Clause, Clauses};
use super::fit::{fitting, left_out, other_rate};
use super::list::verb_of;
use super::tail::{plain, without_fresh};
use super::topic::BODIES;
use crate::draft::ledger::words::{CHANGES, MEASURES};
use crate::draft::ledger::{Relation, per};
use crate::lexicon::words;
use crate::text::han::is_han;

/// Longest name of a body, in characters.
const PLACE: usize = 14;

/// Bytes of a clause of a few words.
pub const SHORT_CLAUSE: usize = 15;

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
pub struct Context<'a> {
    pub told: &'a Clauses<'a>,
    /// Those told so far.
    pub named: Vec<Named>,
}

/// A figure's own words.
pub struct Named {
    pub own: String,
    /// What it is of; empty where its own words say it.
    pub of: String,
}

impl Context<'_> {
    /// Adds the next figure by its own words.
    pub fn push(&mut self, own: String) {
        let index = self.named.len();
        let own = self.own_words(index, self.total(index).unwrap_or(own));
        // 医务人员97万名、540万名|党员干部|: each is counted alone.
        let next = self.told.gap(index).is_some_and(|gap| gap.contains(['、', '和']) && !gap.contains('，'));
        let counted = next && !self.told.figures[index].noun.is_empty() && self.told.head(index).is_empty();
        let act = self.acts_on_last(index, &own);
        // 非公有制经济，|增加值占全省生产总值|42%
        let share = ["增加值占", "总产占", "产值占", "产量占"].iter().any(|part| own.starts_with(part));
        let bare = (is_bare(&own) || act || share || own == "利息支出")
            && self.told.figures[index].relation != Relation::Part
            && !counted;
        let apart = || self.bracketed(index, &own);
        let told = self
            .part(index)
            .or_else(|| self.inherited(index, &own))
            .or_else(apart)
            .or_else(|| self.account(index, &own))
            .or_else(|| self.whole(index, &own))
            .or_else(|| self.measured_whole(index));
        // 投入28亿元资金，解决…: what the money was for is told behind it.
        let verb = own.ends_with("资金") && !verb_of(&own).is_empty()
            || own.ends_with("财政安排")
            || own.ends_with("财政将安排");
        let money = verb && own.chars().count() <= SHORT_CLAUSE;
        let spent = if (bare || money) && told.is_none() { self.behind(index, &own) } else { None };
        let around = || if spent.is_none() { self.around(index, &own, bare) } else { None };
        let of = told.or_else(around).and_then(|of| fitting(of, &own, bare));
        // 核减率达25%，|年节省成本|5000万元
        let money = self.told.figures[index].quantity.unit.ends_with('元');
        let of = of.filter(|of| !(money && of.ends_with('率') || of.starts_with("经济总量")));
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
        let own = self.standard(index, &own).unwrap_or(own);
        let own = if of.is_none() { self.same_things(index, &own).unwrap_or(own) } else { own };
        let own = spent.map_or_else(|| own.clone(), |spent| format!("{own}（{spent}）"));
        self.named.push(Named { own, of: of.unwrap_or_default() });
    }

    /// 提高保额标准，|水稻|由800元/亩提高至1000元/亩: what is raised.
    fn standard(&self, index: usize, own: &str) -> Option<String> {
        const SHORT: usize = 5;
        const LONGEST: usize = 8;
        let figure = &self.told.figures[index];
        let short = (2..=SHORT).contains(&own.chars().count()) && figure.quantity.unit.ends_with('元');
        let per = !per(&self.told.text[figure.quantity.span.end..]).is_empty();
        if !short || !per || is_bare(own) || own.ends_with(['准', '价', '额', '费']) {
            return None;
        }
        let raised = |clause: &Clause| {
            let words = plain(&self.told.text[clause.span.range()]).0;
            let verb = ["提高", "上调", "调整"].iter().find(|verb| words.starts_with(**verb))?;
            let standard = words[verb.len()..].to_owned();
            let named = standard.ends_with("标准") && standard.chars().count() <= LONGEST;
            (clause.figures.is_empty() && named).then_some(standard)
        };
        let standard = self.earlier(index).find_map(raised)?;
        Some(format!("{own}{standard}"))
    }

    /// 清理许可事项，|取消|30项; 快速路新开工48公里、|续建|65公里: whether it is done with what stands right before.
    fn acts_on_last(&self, index: usize, own: &str) -> bool {
        if own.is_empty() || known_verb(own) != own || self.same_things(index, own).is_some() {
            return false;
        }
        let same = |last: usize| self.told.figures[last].quantity.unit == self.told.figures[index].quantity.unit;
        match self.told.before(index) {
            Some(last) => same(last),
            None => self.earlier(index).next().is_some_and(|clause| clause.figures.is_empty()),
        }
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
        // 收入171亿元（加湖东209亿元，|增长|3%）
        let last = index.checked_sub(1).map_or("", |last| self.named[last].own.as_str());
        let change = own.strip_prefix('加').and_then(|other| {
            let (at, _) = other.char_indices().rev().nth(1)?;
            let place = last.ends_with(&format!("（加{}）", &other[..at])) && at > 0;
            (place && CHANGES.contains(&&other[at..])).then(|| format!("{last}{}", &other[at..]))
        });
        let own = change.unwrap_or(own);
        // 新增就业139万人、|超额完成国家下达的|110万人|任务|: how large that is.
        let task = own.strip_prefix("超额完成").filter(|task| task.ends_with("任务") && task.len() > "任务".len());
        let last = index.checked_sub(1).filter(|last| {
            let unit = self.told.figures[*last].quantity.unit;
            unit == self.told.figures[index].quantity.unit
                && self.told.own(*last).sentence == self.told.own(index).sentence
        });
        let own = match (task, last) {
            (Some(task), Some(last)) => format!("{}{task}", self.named[last].own),
            _ => own,
        };
        // 地方收入加上|上划中央收入
        let added = own.rsplit_once("加上").map(|(_, added)| added).filter(|added| added.chars().count() > 2);
        let own = added.filter(|added| !added.contains("后总")).map_or(own.clone(), str::to_owned);
        // 预算收入|加|转移性收入20亿元
        let own = own.rsplit_once("收入加").map_or(own.clone(), |(before, added)| {
            let item = added.chars().count() > 2 && added.contains("收入");
            if item { added.to_owned() } else { format!("{before}收入加{added}") }
        });
        // 加上转移性收入后|总收入
        let own = own.find("后总").map_or(own.clone(), |at| own[at + '后'.len_utf8()..].to_owned());
        // 新增省级工厂19家，|累计|112家
        let level = own.strip_suffix("（累计）").filter(|level| ["省级", "国家级", "市级", "县级"].contains(level));
        let last =
            self.named.last().filter(|last| level.is_some_and(|level| last.own.contains(level)) && last.of.is_empty());
        let own = last.map_or(own, |last| format!("{}（累计）", without_fresh(&last.own).unwrap_or(&last.own)));
        // 新增设备、机械、创意3条|产业链|，累计8条: not of those three kinds.
        let things = index.checked_sub(1).map_or("", |last| self.told.figures[last].noun.as_str());
        let listed = own.strip_suffix(&format!("{things}（累计）")).is_some_and(|list| list.contains('、'));
        let own = if listed && things.chars().count() > 3 { format!("{things}（累计）") } else { own };
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
        // 专项债务还本支出30亿元，|利息支出|7亿元: of what is paid back right before.
        let repaid = index.checked_sub(1).is_some_and(|last| self.named[last].own.contains("还本"));
        if repaid && own == "利息支出" {
            return None;
        }
        // 清理审批事项，取消30项；对收费进行清理，|取消|36项: of others.
        if !own.is_empty() && known_verb(own) == own && self.told.before(index).is_none() {
            return None;
        }
        let sentence = self.told.own(index).sentence;
        let same = |other: &usize| self.told.own(*other).sentence == sentence;
        // 编制项目目标25个，涉及资金3亿元；编制部门目标，|涉及资金|4亿元: of what stands right before.
        let figure = &self.told.figures[index];
        let before = self.earlier(index).next().filter(|clause| clause.figures.is_empty());
        let first = self.told.own(index).figures.start == index && figure.relation == Relation::Level;
        let other = before
            .filter(|_| first && own.starts_with("涉及") && is_bare(own))
            .and_then(|clause| self.of_clause(clause));
        if other.is_some() {
            return other;
        }
        let mut others = (0..index).rev().take_while(same);
        let heir = |other: &usize| {
            let subject = &self.told.figures[*other].subject;
            let part = self.told.figures[index].relation == Relation::Part && own.ends_with(subject.as_str());
            let same = own.starts_with(subject.as_str()) || part;
            subject.chars().count() > 1 && same && !self.named[*other].of.is_empty()
        };
        let heir = others.find(heir)?;
        // 大鹏新区…，|清溪合作区|…，政府性基金收支总计4亿元: of another one by then.
        let between = self.told.text.get(self.told.figures[heir].quantity.span.end..self.told.figures[index].start());
        let body = |words: &str| BODIES.iter().any(|body| words.contains(body));
        let other = body(&self.named[heir].of) && between.is_some_and(body);
        (!other).then(|| self.named[heir].of.clone())
    }

    /// 加上年结转3亿元: of the account told before.
    fn account(&self, index: usize, own: &str) -> Option<String> {
        let told = |words: &str| ACCOUNTS.iter().any(|account| words.contains(account));
        // 调出到一般公共预算: the other account is where it goes.
        let told = |words: &str| told(words) && !words.starts_with("调出");
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
        let item = |other: usize| self.told.figures[other].subject.starts_with("其他");
        (0..index).rev().filter(|other| !part(*other) && !item(*other)).find_map(|other| {
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
}
