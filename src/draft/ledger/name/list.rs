//! What the items of a list share: the verb before the first, the measure of the first, the end of the last.

use super::bare::{is_bare, is_verb};
use super::clause::Clauses;
use super::tail::plain;
use crate::draft::ledger::Relation;
use crate::draft::ledger::words::{COMPARED, MEASURES, VERBS, ending};
use crate::lexicon::{PartOfSpeech, words};
use crate::text::han::is_space;

/// Longest name of an item that has no measure of its own, in characters: 渭源 of 安定经济总量150亿元，渭源70亿元.
const SHORT: usize = 4;

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
        let with_end = self.end(index, &own).or_else(|| self.level(index, &own)).unwrap_or(own);
        let with_measure = self.measure(index, &with_end).unwrap_or(with_end);
        let own = self.verb(index, &with_measure).unwrap_or(with_measure);
        self.compared(index, &own).unwrap_or(own)
    }

    /// 分别高于全国、全省|16.6、15.5个百分点: against which of them.
    fn compared(&self, index: usize, own: &str) -> Option<String> {
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
        let (last, next) = (&self.told.figures[before], &self.told.figures[index]);
        let (gap, whole) = plain(self.told.gap(index)?);
        let rest = gap.strip_prefix(last.noun.as_str()).unwrap_or(&gap);
        let joint =
            rest.strip_prefix(['、', '和', '及', '与']).or_else(|| gap.rsplit_once('、').map(|(_, item)| item))?;
        let counts = last.quantity.adds_up() && next.quantity.adds_up() && next.relation == Relation::Level;
        if !whole || gap.contains(['，', ',', '；', '。', '：']) || !counts || is_bare(own) || own.contains("其中")
        {
            return None;
        }
        // 接待游客5万人次、|实现旅游收入3亿元: a verb of its own.
        if !verb_of(joint).is_empty() || VERBS.contains(&own) {
            return None;
        }
        let verb = verb_of(&self.owns[before]);
        if own.starts_with(verb) {
            return None;
        }
        let clause = self.told.own(before).span;
        let begins: String = self.told.text[clause.start..last.start().max(clause.start)].chars().take(NEAR).collect();
        if !begins.contains(verb) {
            return None;
        }
        // 新建改造A5个、B3个: a shorter verb was carried along.
        let bare =
            VERBS.iter().find(|word| !joint.starts_with(**word) && verb.starts_with(**word) && own.starts_with(**word));
        let own = bare.map_or(own, |word| &own[word.len()..]);
        let own = own.trim_start_matches('的');
        let fits = !verb.is_empty() && !own.starts_with(verb) && verb_of(own).is_empty();
        (fits && !own.ends_with(['数', '率', '额', '量'])).then(|| format!("{verb}{own}"))
    }

    /// 安定经济总量150亿元，|渭源70亿元: of the same measure.
    fn measure(&self, index: usize, own: &str) -> Option<String> {
        let figure = &self.told.figures[index];
        let short = own.chars().count() <= SHORT && figure.noun.is_empty() && figure.relation == Relation::Level;
        let sentence = |index: usize| self.told.own(index).sentence;
        let before = index.checked_sub(1).filter(|before| short && sentence(*before) == sentence(index))?;
        let (last, told) = (&self.told.figures[before], self.owns[before].as_str());
        let same =
            last.quantity.unit == figure.quantity.unit && last.relation == Relation::Level && last.noun.is_empty();
        if !same || is_bare(own) || MEASURES.iter().any(|word| own.ends_with(word)) || !verb_of(own).is_empty() {
            return None;
        }
        let measure = ending(MEASURES, told)?;
        let rest = words(told).into_iter().map(|(range, _)| range.end).find(|end| told[..*end].chars().count() >= 2)?;
        let measure = if rest <= told.len() - measure.len() && told[..rest].chars().count() <= SHORT {
            &told[rest..]
        } else {
            measure
        };
        Some(format!("{own}{measure}"))
    }

    /// 街道、乡镇|综合养老机构覆盖率|分别达到70%、25%: the end of the last is that of the first.
    fn end(&self, index: usize, own: &str) -> Option<String> {
        let figure = &self.told.figures[index];
        let clause = self.told.own(index);
        let first = self.told.figures[clause.figures.start.min(index)].start();
        let head: String = self.told.text[clause.span.start..first].chars().filter(|ch| !is_space(*ch)).collect();
        let shared = own.strip_prefix(figure.subject.as_str())?;
        let list = head.split("分别").next().filter(|list| list.len() < head.len())?;
        let measure = ending(MEASURES, &figure.subject);
        let item = measure.and_then(|word| figure.subject.strip_suffix(word)).unwrap_or(&figure.subject);
        let item = if item.is_empty() { figure.subject.as_str() } else { item };
        let rest = &list[list.find(item)? + item.len()..];
        let last = rest.strip_prefix(['、', '和', '与', '及'])?.rsplit(['、', '和']).next()?;
        // Words of about as many characters stand for those of this one: 乡镇 for 街道, 乡镇卫生院 for 村卫生室.
        let length = item.chars().count();
        let apart = |end: &usize| last[..*end].chars().count().abs_diff(length);
        let end = words(last).into_iter().map(|(range, _)| range.end).min_by_key(apart)?;
        let alike = apart(&end) < 2 && length < 6;
        let told = last[end..].chars().count() > measure.map_or(0, |word| word.chars().count());
        (alike && told && !last.contains('及')).then(|| format!("{item}{}{shared}", &last[end..]))
    }

    /// 智能工厂基础级100家、|先进级20家: of the same thing.
    fn level(&self, index: usize, own: &str) -> Option<String> {
        let before = self.told.before(index)?;
        let told = self.owns[before].as_str();
        let own = own.strip_prefix(verb_of(told)).unwrap_or(own);
        let length = own.chars().count();
        let end = ['级', '型', '类'].into_iter().find(|end| own.ends_with(*end) && told.ends_with(*end))?;
        let at = told.char_indices().rev().nth(length.checked_sub(1)?)?.0;
        let whole = words(told).iter().any(|(range, _)| range.start == at);
        (length <= SHORT && length > end.len_utf8() / 3 && at > 0 && whole).then(|| format!("{}{own}", &told[..at]))
    }
}

/// The verb that some words begin with, with its adverbs, if a noun follows: 高质量办理|人大代表建议.
pub fn verb_of(own: &str) -> &str {
    const HOW: [&str; 10] = ["三年", "五年", "四年", "累计", "全年", "年内", "高质量", "高标准", "高水平", "高效"];
    let own = HOW.iter().find_map(|word| own.strip_prefix(word)).unwrap_or(own);
    let mut end = 0;
    for (range, part) in words(own) {
        let word = &own[range.clone()];
        let verb = is_verb(word, part);
        if !verb && (part != PartOfSpeech::Modifier || end > 0) {
            break;
        }
        if verb {
            end = range.end;
        }
    }
    if end == own.len() { "" } else { &own[..end] }
}
