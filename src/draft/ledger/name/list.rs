//! What the items of a list share: the verb before the first, the measure of the first, the end of the last.

use super::bare::{is_act, is_bare};
use super::clause::Clauses;
use crate::draft::ledger::words::{MEASURES, VERBS};
use crate::draft::ledger::{Figure, Relation};
use crate::lexicon::{PartOfSpeech, words};
use crate::text::han::is_space;

/// Longest name of an item that has no measure of its own, in characters: 渭源 of 安定经济总量150亿元，渭源70亿元.
const SHORT: usize = 4;

/// Characters from the start of a clause in which the verb of a list stands.
const NEAR: usize = 12;

/// The figures of a text, those before one with their own words.
pub struct Items<'a> {
    pub text: &'a str,
    pub figures: &'a [Figure],
    pub clauses: &'a Clauses,
    pub owns: &'a [String],
}

impl Items<'_> {
    /// The words of the next figure with what its list tells only once.
    pub fn shared(&self, own: String) -> String {
        let index = self.owns.len();
        let with_end = self.end(index, &own).unwrap_or(own);
        let with_measure = self.measure(index, &with_end).unwrap_or(with_end);
        self.verb(index, &with_measure).unwrap_or(with_measure)
    }

    /// 培养专业人才3000名、|高技能人才1万名: both are trained.
    fn verb(&self, index: usize, own: &str) -> Option<String> {
        let before = index.checked_sub(1)?;
        let (last, next) = (&self.figures[before], &self.figures[index]);
        let gap = self.text.get(last.quantity.span.end..next.start())?;
        let gap: String = gap.chars().filter(|ch| !is_space(*ch)).collect();
        let rest = gap.strip_prefix(last.noun.as_str()).unwrap_or(&gap);
        let joint =
            rest.strip_prefix(['、', '和', '及', '与']).or_else(|| gap.rsplit_once('、').map(|(_, item)| item))?;
        let counts = last.quantity.adds_up() && next.quantity.adds_up() && next.relation == Relation::Level;
        if gap.contains(['，', ',', '；', '。', '：', '）', ')']) || !counts || is_bare(own) || own.contains("其中")
        {
            return None;
        }
        let verb = verb_of(&self.owns[before]);
        if own.starts_with(verb) {
            return None;
        }
        let clause = &self.clauses.all()[self.clauses.at(last.quantity.span.start)].span;
        let begins: String = self.text[clause.start..last.start().max(clause.start)].chars().take(NEAR).collect();
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
        let figure = &self.figures[index];
        let short = own.chars().count() <= SHORT && figure.noun.is_empty() && figure.relation == Relation::Level;
        let sentence =
            |index: usize| self.clauses.all()[self.clauses.at(self.figures[index].quantity.span.start)].sentence;
        let before = index.checked_sub(1).filter(|before| short && sentence(*before) == sentence(index))?;
        let (last, told) = (&self.figures[before], self.owns[before].as_str());
        let same =
            last.quantity.unit == figure.quantity.unit && last.relation == Relation::Level && last.noun.is_empty();
        if !same || is_bare(own) || MEASURES.iter().any(|word| own.ends_with(word)) || !verb_of(own).is_empty() {
            return None;
        }
        let measure = MEASURES.iter().filter(|word| told.ends_with(**word)).max_by_key(|word| word.len())?;
        let rest = words(told).into_iter().map(|(range, _)| range.end).find(|end| told[..*end].chars().count() >= 2)?;
        let measure = if rest <= told.len() - measure.len() && told[..rest].chars().count() <= SHORT {
            &told[rest..]
        } else {
            measure
        };
        Some(format!("{own}{measure}"))
    }

    /// 街道、乡镇|综合养老机构|覆盖率分别达到70%、25%: the end of the last is that of the first.
    fn end(&self, index: usize, own: &str) -> Option<String> {
        let figure = &self.figures[index];
        let clause = &self.clauses.all()[self.clauses.at(figure.quantity.span.start)];
        let head: String = self.text[clause.span.start..figure.start()].chars().filter(|ch| !is_space(*ch)).collect();
        if own.is_empty() || head.contains(own) || !head.contains("分别") && !head.contains('、') {
            return None;
        }
        let measure = MEASURES.iter().filter(|word| figure.subject.ends_with(**word)).max_by_key(|word| word.len())?;
        let item = figure.subject.strip_suffix(measure).filter(|item| !item.is_empty())?;
        let change = own.strip_prefix(figure.subject.as_str())?;
        let list = &head[head.find(item)? + item.len()..];
        let next = list.strip_prefix(['、', '和', '与', '及'])?;
        let last = next.split(['、', '和']).find(|last| last.contains(measure)).filter(|last| !last.contains('及'))?;
        let whole = &last[..last.find(measure)? + measure.len()];
        // 居民医保 and 基本公共卫生服务: only words of one kind have as many characters.
        if item.chars().count() > 3 {
            return None;
        }
        // The item of the last that stands for this one has as many characters and ends with a word.
        let length = item.chars().count();
        let end =
            words(whole).into_iter().map(|(range, _)| range.end).find(|end| whole[..*end].chars().count() == length)?;
        (whole.len() > end + measure.len()).then(|| format!("{item}{}{change}", &whole[end..]))
    }
}

/// The verb that some words begin with, with its adverbs, if a noun follows: 高质量办理|人大代表建议.
pub fn verb_of(own: &str) -> &str {
    const HOW: [&str; 10] = ["三年", "五年", "四年", "累计", "全年", "年内", "高质量", "高标准", "高水平", "高效"];
    let own = HOW.iter().find_map(|word| own.strip_prefix(word)).unwrap_or(own);
    let mut end = 0;
    for (range, part) in words(own) {
        let word = &own[range.clone()];
        let verb = part == PartOfSpeech::Verb && word.chars().count() > 1 || VERBS.contains(&word) || is_act(word);
        if !verb && part != PartOfSpeech::Modifier {
            break;
        }
        if verb {
            end = range.end;
        }
    }
    if end == own.len() { "" } else { &own[..end] }
}
