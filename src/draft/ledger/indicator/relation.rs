//! How a number relates to the words before it: its value, a part, a change, a share.

use super::clause::shorten;
use super::lead::Lead;
use super::trail::{against, behind_year, from_year, trail, until_year};
use super::{Before, Read};
use crate::draft::ledger::Relation;
use crate::draft::ledger::words::{AGAINST, BEING, CHANGES, COMPARED, GENERIC, MEASURES};
use crate::syntax::Quantity;

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
}

impl Words {
    /// Takes the words before a number apart.
    pub fn of(words: &str, figure: &Quantity) -> Words {
        let of = figure.is_percent() && words.ends_with('的');
        let Lead { rest: bare, scope, part } = Lead::of(words);
        let core = trail(behind_year(&until_year(&bare)), BEING, of);
        let core = trail(&until_year(&core), BEING, of);
        let being = bare != core && !bare.is_empty();
        let core = from_year(&core).to_owned();
        match change_at_end(&core, !figure.adds_up()) {
            Some(change) => Words { core: changed(&core[..core.len() - change.len()]), change, scope, part, of, being },
            None => Words { core, change: "", scope, part, of, being },
        }
    }

    /// What the number is of, with the noun behind it.
    pub fn read(&self, figure: &Quantity, before: Before<'_>, noun: &str) -> Read {
        self.change(figure, before, noun)
            .or_else(|| self.comparison(before))
            .or_else(|| self.share(figure, before))
            .or_else(|| self.nothing(figure, before, noun))
            .or_else(|| self.generic(figure, before, noun))
            .unwrap_or_else(|| self.value(figure, noun))
    }

    /// 增长5%, 净增12家
    fn change(&self, figure: &Quantity, before: Before<'_>, noun: &str) -> Option<Read> {
        if self.change.is_empty() {
            return None;
        }
        let noun = if figure.adds_up() { noun } else { "" };
        let subject = match before.last {
            _ if !self.core.is_empty() || !noun.is_empty() => shorten(&self.core),
            // 税收占比达50%，提高6.5个百分点
            Some(read) if read.relation == Relation::Share && figure.unit.ends_with('点') => read.indicator.clone(),
            _ => inherited(before),
        };
        let indicator = format!("{subject}{}{noun}", self.change);
        Some(self.made(subject, indicator, Relation::Change))
    }

    /// 高于全省平均2个百分点
    fn comparison(&self, before: Before<'_>) -> Option<Read> {
        COMPARED.iter().any(|word| self.core.starts_with(word)).then(|| {
            let subject = inherited(before);
            let indicator = format!("{subject}{}", self.core);
            self.made(subject, indicator, Relation::Change)
        })
    }

    /// 占财政收入的70%, 为预算的96%
    fn share(&self, figure: &Quantity, before: Before<'_>) -> Option<Read> {
        let share = is_share(figure);
        if let Some(base) = self.base().filter(|_| share || self.core.contains("预算")) {
            let own = trail(&self.core[..self.core.len() - base.len()], BEING, false);
            let subject = if own.is_empty() { inherited(before) } else { shorten(&own) };
            let ratio =
                if share && base.contains("预算") && !base.ends_with(['重', '例']) { "的比例" } else { "" };
            let indicator = format!("{subject}{base}{ratio}");
            return Some(self.made(subject, indicator, if share { Relation::Share } else { self.level() }));
        }
        (self.core.is_empty() && self.of).then(|| {
            let base = before.last.map_or("", |read| read.indicator.as_str());
            self.made(inherited(before), format!("{base}的比例"), Relation::Share)
        })
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

    /// 总投资12亿元: of what stands before it.
    fn generic(&self, figure: &Quantity, before: Before<'_>, noun: &str) -> Option<Read> {
        let core = self.core.as_str();
        let whole = if figure.adds_up() { before.main.or(before.last) } else { before.last };
        let read = whole.filter(|read| !read.subject.ends_with(core))?;
        if !GENERIC.contains(&core) || !noun.is_empty() {
            return None;
        }
        let subject = ["新增", "净增"].iter().find_map(|word| read.subject.strip_prefix(word)).unwrap_or(&read.subject);
        let subject = GENERIC.iter().find_map(|word| subject.strip_suffix(word)).unwrap_or(subject);
        let subject = MEASURES.iter().find_map(|word| subject.strip_suffix(word)).unwrap_or(subject);
        let subject = format!("{subject}{core}");
        Some(self.made(subject.clone(), subject, if is_share(figure) { Relation::Share } else { self.level() }))
    }

    fn value(&self, figure: &Quantity, noun: &str) -> Read {
        let subject = shorten(&format!("{}{noun}", self.core));
        let share = is_share(figure) && self.core.contains('率');
        self.made(subject.clone(), subject, if share { Relation::Share } else { self.level() })
    }

    fn level(&self) -> Relation {
        if self.part { Relation::Part } else { Relation::Level }
    }

    fn made(&self, subject: String, indicator: String, relation: Relation) -> Read {
        Read { subject, indicator, relation, scope: self.scope, noun: String::new(), inside: false, end: 0 }
    }

    /// 占一般公共预算收入, 为预算: what a share is a share of, with its verb.
    fn base(&self) -> Option<&str> {
        let core = self.core.as_str();
        let at = core
            .rfind('占')
            .filter(|at| !["占地", "占用", "占道", "占补"].iter().any(|word| core[*at..].starts_with(word)));
        let budget = || {
            let verb = ["为", "完成", "是", "相当于"].iter().find(|verb| core.starts_with(**verb))?;
            core[verb.len()..].contains("预算").then_some(0)
        };
        at.or_else(budget).map(|at| &core[at..])
    }
}

/// The word of change that words end in. Things that can be counted are no change by one short word alone: 多.
fn change_at_end(core: &str, rate: bool) -> Option<&'static str> {
    let change = CHANGES.iter().filter(|word| core.ends_with(**word)).max_by_key(|word| word.len())?;
    (rate || core.len() > change.len() || change.len() > '增'.len_utf8()).then_some(*change)
}

/// What changed: the words before the change without what it is measured against.
fn changed(core: &str) -> String {
    let rest = trail(core, AGAINST, false);
    let rest = trail(against(&rest), AGAINST, false);
    trail(&rest, &["完成", "实现", "，"], false)
}

fn inherited(before: Before<'_>) -> String {
    before.last.map_or(String::new(), |read| read.subject.clone())
}

fn is_share(figure: &Quantity) -> bool {
    figure.is_percent() || figure.unit == "成"
}
