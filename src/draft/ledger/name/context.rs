//! What a bare measure is of: 扩大社会保险覆盖面，|参保人数|达到3万人.

use super::bare::{cut, has_no_subject, is_bare, is_vague, without_verb};
use super::clause::{Clause, Clauses};
use super::list::verb_of;
use crate::draft::ledger::Relation;
use crate::draft::ledger::indicator::bare_clause;
use crate::draft::ledger::words::{SPENT, SUPPORTS, VERBS};
use crate::lexicon::{PartOfSpeech, words};

/// Longest clause that is told as it is, in characters.
const LONGEST: usize = 22;

/// Bytes of a clause of a few words.
const SHORT_CLAUSE: usize = 15;

/// Ends of the names of those whose figures a sentence tells.
#[rustfmt::skip]
const BODIES: &[&str] = &[
    "新区", "开发区", "经开区", "高新区", "示范区", "自贸区", "合作区", "片区", "园区", "产业园", "产业城", "保税区", "集团", "公司", "博览会", "进博会", "论坛", "试点", "基地", "机场", "口岸",
    "街道", "轨道交通", 
];

/// Words that begin a clause that says how much or how, and not of what.
#[rustfmt::skip]
const NO_TOPIC: &[&str] = &[
    "连续", "创", "再创", "首次", "居", "位居", "位列", "稳居", "排名", "跃居", "同比", "面对", "按照", "根据", "围绕", "坚持", "确保", "随着", "通过", "为此", "较", "比", "是", "占", "高于", "质量的", "连同", "包括", "其中", "考虑到", "预计", "力争", "加上", 
];

/// Whether a clause says how, when or how much, and not of what.
fn is_aside(clause: &str) -> bool {
    const HOW: [&str; 7] = ["在", "为", "以", "将", "从", "由", "经"];
    let first = words(clause).first().map_or(0, |(range, _)| range.end);
    NO_TOPIC.iter().any(|word| clause.starts_with(word)) || HOW.contains(&&clause[..first])
}

/// The accounts of a budget.
const ACCOUNTS: [&str; 5] = ["公共预算", "基金预算", "经营预算", "保险基金", "政府性基金"];

/// Heads of what is told of an account in sentences that do not name it.
#[rustfmt::skip]
const ITEMS: &[&str] = &[
    "上年结", "上年滚", "上年专", "年末结", "年末滚", "累计结", "滚存结", "收支", "当年结", "当年收支", "本年结", "结转", "结余", "上解", "调出", "调入", "上级补助", "补助下级", "转移性收入", "区域间", "债务转贷", "地方政府",
    "还本", "债务还本", "安排预算稳定", "补充预算稳定", "按规定补充", "收入总", "支出总", "总收入", "总支出", "总计", "动用预算稳定", "返还性",
];

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
        let bare = is_bare(&own) && self.told.figures[index].relation != Relation::Part;
        let apart = || self.bracketed(index, &own);
        let told = self.inherited(index, &own).or_else(apart).or_else(|| self.account(index, &own));
        // 投入28亿元资金，解决…: what the money was for is told behind it.
        let spent = if bare && told.is_none() { self.behind(index, &own) } else { None };
        let around = || if spent.is_none() { self.around(index, &own, bare) } else { None };
        let of = told.or_else(around).filter(|of| !own.contains(of.as_str()));
        let own = spent.map_or_else(|| own.clone(), |spent| format!("{own}（{spent}）"));
        self.named.push(Named { own, of: of.unwrap_or_default() });
    }

    fn around(&self, index: usize, own: &str, bare: bool) -> Option<String> {
        let part = self.told.figures[index].relation == Relation::Part;
        match bare {
            true => self.before(index).or_else(|| self.sentence_before(index)).or_else(|| self.lead(index)),
            false if has_no_subject(own) || !part && is_vague(own) => self.topic(index),
            false => self.body(index, own),
        }
    }

    /// 收入28亿元（|不含开发区|36亿元）: of what stands before the bracket.
    fn bracketed(&self, index: usize, own: &str) -> Option<String> {
        let before = index.checked_sub(1)?;
        let gap = self.told.gap(index)?;
        let out = ["不含", "不包括", "扣除", "含", "加"].iter().any(|word| own.starts_with(word));
        (out && gap.starts_with(['（', '('])).then(|| self.named[before].own.clone())
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
        if told(own) || !ITEMS.iter().any(|item| own.starts_with(item)) || own.contains("其中") {
            return None;
        }
        (0..index).rev().find_map(|other| {
            let figure = &self.told.figures[other];
            let subject = figure.subject.as_str();
            let end = ACCOUNTS.iter().filter_map(|account| subject.find(account).map(|at| at + account.len())).max()?;
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
        let told = || self.earlier(index).filter(long).find_map(|clause| self.of_clause(clause));
        here().or_else(told).or_else(|| self.earlier(index).find_map(|clause| self.of_clause(clause)))
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
        (last.figures.is_empty() || no_subject && subject).then(|| self.of_clause(last)).flatten()
    }

    /// The clauses before that of a figure in its sentence, the nearest first.
    fn earlier(&self, index: usize) -> impl Iterator<Item = &Clause> {
        let at = self.told.at(index);
        let sentence = self.told.all()[at].sentence;
        self.told.all()[..at].iter().rev().take_while(move |clause| clause.sentence == sentence)
    }

    /// 总投资30亿元|的51个项目开工; 投入28亿元资金，|解决…: what the words behind tell.
    fn behind(&self, index: usize, own: &str) -> Option<String> {
        let figure = &self.told.figures[index];
        let at = self.told.at(index);
        let rest =
            &self.told.text[figure.quantity.span.end..self.told.all()[at].span.end.max(figure.quantity.span.end)];
        if let Some(owner) = rest.strip_prefix('的').filter(|owner| owner.chars().count() > 2) {
            return Some(cut(owner, LONGEST));
        }
        let next = self.told.all().get(at + 1)?;
        let goes_on = self.told.text[..next.span.start].ends_with(['，', ',']) && figure.quantity.unit.ends_with('元');
        let words = self.told.text[next.span.range()].trim();
        let purpose = ["解决", "保障", "落实", "改善", "办成", "推进", "助力", "惠及"];
        let spent = SPENT.iter().any(|word| own.starts_with(word)) || own.ends_with("投入") || own == "投资";
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
        let topic = words.chars().count() > 1 && !is_bare(&words) && !is_aside(&words);
        topic.then(|| cut(&words, LONGEST))
    }

    /// What a figure before is of, or is.
    fn of_figure(&self, other: usize) -> Option<String> {
        let (named, figure) = (self.named.get(other)?, &self.told.figures[other]);
        if figure.relation == Relation::Part {
            return None;
        }
        let own = if figure.relation == Relation::Level { &named.own } else { &figure.subject };
        let own = without_verb(own);
        if is_bare(own) || VERBS.contains(&own) {
            Some(named.of.clone()).filter(|of| !of.is_empty())
        } else {
            Some(own.to_owned())
        }
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
        let head = |clause: &Clause| {
            leading_body(&bare_clause(&self.told.text[clause.span.range()]), clause.figures.is_empty())
        };
        self.earlier(index).find_map(head)
    }
}

/// The body that a clause begins with, as its subject; `alone` says that no number follows it.
fn leading_body(head: &str, mut alone: bool) -> Option<String> {
    const LONGEST_NAME: usize = 14;
    // 建设蔬菜基地4万亩 tells of what was done, not of a body.
    if !verb_of(head).is_empty() || words(head).first().is_none_or(|(_, part)| *part == PartOfSpeech::Action) {
        return None;
    }
    let mut end = 0;
    for (range, part) in words(head) {
        let named = BODIES.iter().any(|body| head[..end].ends_with(body)) && head[..end].chars().count() > 2;
        let word = &head[range.clone()];
        if named
            && !matches!(part, PartOfSpeech::Noun | PartOfSpeech::Action)
            && !matches!(word, "的" | "和" | "、" | "及" | "内" | "等")
        {
            alone = true;
            break;
        }
        if part == PartOfSpeech::Verb || matches!(word, "的" | "和" | "在" | "、") {
            return None;
        }
        end = range.end;
    }
    let body = &head[..end];
    let length = body.chars().count();
    let named = BODIES.iter().any(|word| body.ends_with(word)) && (3..=LONGEST_NAME).contains(&length);
    (alone && named && !body.contains('等') && !is_bare(body)).then(|| body.to_owned())
}
