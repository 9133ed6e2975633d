//! Words behind a number that are told of the next one, or of what is not counted.

use super::bare::is_verb;
use super::clause::Clauses;
use crate::draft::ledger::Relation;
use crate::lexicon::words;

/// What a thing does to the next number.
const DONE: [&str; 12] =
    ["拉动", "带动", "撬动", "惠及", "覆盖", "平均增长", "同比增长", "增长", "下降", "完成", "实现", "达到"];

/// The name of a figure without them.
pub fn without(told: &Clauses<'_>, index: usize, name: String) -> String {
    let name = without_last(told, index, without_cost(told, index, without_next(told, index, name)));
    without_works(told, index, without_act(told, index, name))
}

/// 11个|重点城市|优良天数平均增长13%; 20亿元|补贴|拉动消费215亿元: the next number has a row of its own.
fn without_next(told: &Clauses<'_>, index: usize, name: String) -> String {
    const LEAST: usize = 3;
    let (figure, next) = (&told.figures[index], told.figures.get(index + 1));
    let number = next.and_then(|next| told.text.get(next.start()..next.quantity.span.end)).unwrap_or("");
    let Some(at) = name.find(number).filter(|at| !number.is_empty() && *at > 0) else { return name };
    let behind = told.text[figure.quantity.span.end..].trim_start_matches(['的', '多', '余']);
    // Only words that stand behind the number: those before it are of the number itself.
    let from = |end: usize| behind.starts_with(&name[..end]);
    let noun = figure.noun.as_str();
    // 40万|高校毕业生落实率|达到85%: the noun is told with what is measured of it.
    // 13个|市工业增长|超过20%
    let place =
        noun.starts_with(['市', '县', '区', '州', '镇', '村']) && !noun.contains('级') && told.head(index).is_empty();
    let things =
        noun.chars().count() > 1 && !place && !noun.ends_with(['率', '量', '值', '质', '度', '限', '数', '的']);
    // 十件|民生实事|支出5亿元
    let spent =
        ["支出", "投入"].iter().any(|spent| behind.strip_prefix(noun).is_some_and(|rest| rest.starts_with(spent)));
    let rate = spent || next.is_some_and(|next| next.quantity.is_percent());
    // |省|十件|民生实事|
    let before =
        name.split(noun).next().filter(|before| name.len() > before.len() && told.head(index).ends_with(before));
    if let Some(before) = before.filter(|_| figure.counts_things() && things && rate && behind.starts_with(noun)) {
        return format!("{before}{noun}");
    }
    let end = DONE.iter().filter_map(|verb| name[..at].find(verb)).min();
    let money = figure.quantity.unit.ends_with('元');
    let end = end.filter(|end| money && name[..*end].chars().count() >= LEAST && from(*end));
    end.map_or(name.clone(), |end| name[..end].to_owned())
}

/// 3个贫困县摘帽和剩余的3个|贫困村出列|; 总产量增产1454万吨，|达到|48401万吨: the number before has a row of its own.
fn without_last(told: &Clauses<'_>, index: usize, name: String) -> String {
    let Some(last) = index.checked_sub(1).map(|last| &told.figures[last]) else { return name };
    let number = &told.text[last.start()..last.quantity.span.end];
    let grown = name.strip_suffix(number).filter(|_| last.relation == Relation::Change && !last.subject.is_empty());
    if grown.is_some_and(|grown| grown.chars().count() <= 2) {
        return last.subject.clone();
    }
    let head = told.head(index);
    let both = last.counts_things() && told.figures[index].counts_things() && told.before(index).is_some();
    let item = head.split_once('和').filter(|(item, rest)| {
        both && item.starts_with(last.noun.as_str()) && !last.noun.is_empty() && rest.chars().count() <= 3
    });
    let rest = item.and_then(|(item, _)| name.strip_prefix(item)?.strip_prefix('和'));
    rest.filter(|rest| rest.chars().count() > 3).map_or(name.clone(), str::to_owned)
}

/// 总投资65亿元的湖滨电厂|2台|机组: what the works cost is told before, not of these.
fn without_cost(told: &Clauses<'_>, index: usize, name: String) -> String {
    const COSTS: [&str; 4] = ["计划总投资", "概算总投资", "总投资", "投资"];
    let figure = &told.figures[index];
    let clause = told.own(index).figures.start;
    let before = (clause..index).rev().find(|other| told.figures[*other].quantity.unit.ends_with('元'));
    let Some(cost) = before.filter(|_| !figure.quantity.unit.ends_with('元')) else { return name };
    let bound = told.text[told.figures[cost].quantity.span.end..].starts_with('的');
    let word = COSTS.iter().find(|word| told.head(cost).ends_with(**word)).filter(|_| bound);
    word.filter(|word| name.len() > word.len()).map_or(name.clone(), |word| name.replacen(word, "", 1))
}

/// 为3903名|青少年配戴近视镜|、522名青少年实施手术: an item with a verb of its own takes none of the next.
fn without_act(told: &Clauses<'_>, index: usize, name: String) -> String {
    const LEAST: usize = 6;
    // 10个示范平台、12个实验室|建设|: what all of them share is short.
    const SHARED: usize = 5;
    let figure = &told.figures[index];
    let listed = told.figures.get(index + 1).is_some_and(|next| {
        let gap = told.text.get(figure.quantity.span.end..next.start()).unwrap_or("");
        gap.ends_with('、') && !gap.contains(['，', '。', '；'])
    });
    let item = told.text[figure.quantity.span.end..].split('、').next().unwrap_or("");
    let end = name.find(item).filter(|_| listed && item.chars().count() >= LEAST).map(|at| at + item.len());
    let long = |end: &usize| name[*end..].chars().count() >= SHARED && !name[*end..].starts_with('（');
    let Some(end) = end.filter(|end| figure.counts_things() && long(end)) else { return name };
    let all = words(item);
    let act = all.iter().skip(1).rev().skip(1).any(|(range, part)| is_verb(&item[range.clone()], *part));
    if act { name[..end].to_owned() } else { name }
}

/// 推进甲、乙等14个|电网工程|、联网通道建设: the works behind have no number.
fn without_works(told: &Clauses<'_>, index: usize, name: String) -> String {
    const WORKS: [&str; 2] = ["工程", "项目"];
    let figure = &told.figures[index];
    let item = told.text[figure.quantity.span.end..].split(['、', '，', '。', '；']).next().unwrap_or("");
    let counted = told.head(index).ends_with('等') && figure.counts_things();
    let works = counted && WORKS.iter().any(|work| item.ends_with(work));
    let noun = WORKS.iter().find_map(|work| name.find(&format!("{work}、")).map(|at| at + work.len()));
    let end = noun.filter(|end| {
        works && name[..*end].ends_with(item.char_indices().rev().nth(3).map_or(item, |(at, _)| &item[at..]))
    });
    end.map_or(name.clone(), |end| name[..end].to_owned())
}
