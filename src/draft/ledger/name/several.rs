//! What is told of several things that the clauses before count, of all of them or of each: 办理建议40件、提案80件，|满意率|100%.

use super::bare::ends_with_thing;
use super::clause::Clauses;
use super::tail::without_fresh;
use crate::lexicon::words;

/// Rates of suggestions and proposals that were answered.
const RATES: [&str; 7] = ["满意率", "办结率", "办复率", "答复率", "见面率", "面商率", "回复率"];

/// The rate of all that the clause before counts, or of each where they are told apart. `owns` are the words of the
/// figures before.
pub fn of_all(told: &Clauses<'_>, index: usize, owns: &[String], own: String) -> String {
    at_once(told, index, owns, &own)
        .or_else(|| replies(told, index, owns, &own))
        .or_else(|| lengths(told, index, owns, &own))
        .or_else(|| rates(told, index, owns, &own))
        .unwrap_or(own)
}

/// 公共数据平台数据共享满足率99%、|有效利用率|90%: of what the rate before is of.
fn rates(told: &Clauses<'_>, index: usize, owns: &[String], own: &str) -> Option<String> {
    const HOW: [&str; 8] = ["有效", "完工", "开工", "及时", "按时", "准确", "优良", "综合"];
    let last = told.before(index).filter(|_| own.ends_with('率') && HOW.iter().any(|how| own.starts_with(how)))?;
    let (before, gap) = (owns.get(last)?, told.gap(index)?);
    let joined = gap.trim_start_matches(['以', '上', '左', '右', '内']).starts_with(['、', '和']);
    let percent = |index: usize| told.figures[index].quantity.is_percent();
    let length = own.chars().count();
    let ends = |at: &usize| before[*at..].chars().count() == length;
    let all: Vec<usize> = words(before).into_iter().map(|(range, _)| range.start).collect();
    let as_many = all.len().checked_sub(words(own).len()).and_then(|at| all.get(at)).copied();
    let thing = |at: &usize| before[..*at].chars().count() > 2 && ends_with_thing(&before[..*at]);
    let at = all.iter().copied().find(ends).filter(thing).or(as_many.filter(thing))?;
    (joined && before.ends_with('率') && percent(last) && percent(index)).then(|| format!("{}{own}", &before[..at]))
}

/// 新增高速公路13公里、一级公路26公里，|总里程|分别达42公里和31公里: each is of its own.
fn lengths(told: &Clauses<'_>, index: usize, owns: &[String], own: &str) -> Option<String> {
    let measure = ["总里程", "总量", "总数", "保有量"].into_iter().find(|measure| own.ends_with(measure))?;
    // 占投资总量: of both, and a share of all.
    if own.contains('占') || told.figures[index].quantity.is_percent() {
        return None;
    }
    let at = told.at(index);
    let (clause, last) = (&told.all()[at], &told.all()[at.checked_sub(1)?]);
    let same =
        last.sentence == clause.sentence && last.figures.len() == clause.figures.len() && clause.figures.len() > 1;
    let apart = told.text[clause.span.range()].contains("分别");
    let thing = owns.get(last.figures.start + (index - clause.figures.start)).filter(|_| same && apart)?;
    let thing = without_fresh(thing).unwrap_or(thing);
    let thing = ["新增", "新建"].iter().find_map(|added| thing.strip_suffix(added)).unwrap_or(thing);
    Some(format!("{thing}{measure}"))
}

/// 27件建议和34件提案办理率、|满意率|均达100%: of both, and both rates where one number tells them.
fn at_once(told: &Clauses<'_>, index: usize, owns: &[String], own: &str) -> Option<String> {
    let clause = told.own(index);
    let items: Vec<usize> = clause.figures.clone().take_while(|other| *other < index).collect();
    let counted = items.len() > 1 && items.iter().all(|other| told.figures[*other].quantity.unit == "件");
    let (_, rates) = told.head(index).split_once("提案")?;
    let rates =
        ["均达到", "均达", "均为", "都达", "达到", "达", "为"].iter().find_map(|word| rates.strip_suffix(word))?;
    let known = |rate: &str| RATES.iter().chain(&["办理率"]).any(|known| rate.ends_with(known));
    let all = rates.split(['、', '和']).all(|rate| rate.chars().count() <= 8 && known(rate));
    let of = own.ends_with('率') || own.is_empty();
    // The last is told with the rates.
    let name = |own: &str| item(&own.split_once("提案").map_or(own.to_owned(), |(whose, _)| format!("{whose}提案")));
    let items: Vec<String> = items.iter().map(|other| name(&owns[*other])).collect();
    (counted && all && of && told.figures[index].quantity.is_percent()).then(|| format!("{}{rates}", items.join("、")))
}

fn replies(told: &Clauses<'_>, index: usize, owns: &[String], own: &str) -> Option<String> {
    let at = RATES.iter().filter_map(|rate| own.find(rate)).min().filter(|_| own.ends_with('率'))?;
    let how = ["按时", "按期", "及时", "满意和基本", "基本"].iter().find(|how| own[..at].ends_with(**how));
    let rate = &own[at - how.map_or(0, |how| how.len())..];
    let at = told.at(index);
    let clause = &told.all()[at.checked_sub(1)?];
    let counted = |other: usize| told.figures[other].quantity.unit == "件";
    // 办理建议40件，提案80件，|办复率|100%
    let before = at.checked_sub(2).map(|at| &told.all()[at]).filter(|before| before.sentence == clause.sentence);
    let before = before.filter(|before| before.figures.len() == 1 && clause.figures.len() == 1);
    if let Some(before) = before.filter(|before| counted(before.figures.start) && counted(clause.figures.start)) {
        let items = [before.figures.start, clause.figures.start].map(|other| item(&owns[other]));
        let same = clause.sentence == told.own(index).sentence
            && items[1].contains("提案")
            && ["建议", "议案"].iter().any(|of| items[0].contains(of));
        return same.then(|| format!("{}{rate}", items.join("、")));
    }
    let (first, count) = (clause.figures.start, clause.figures.len());
    let joined = |other: usize| told.gap(other).is_some_and(|gap| gap.contains(['、', '和', '与', '及']));
    let list = count > 1 && clause.figures.clone().all(counted) && (first + 1..clause.figures.end).all(joined);
    if !list || clause.sentence != told.own(index).sentence {
        return None;
    }
    let rates = &told.all()[at].figures;
    let apart = rates.len() == count && told.text[told.all()[at].span.range()].contains("分别");
    let items: Vec<String> = match apart {
        true => vec![item(&owns[first + (index - rates.start)])],
        false => clause.figures.clone().map(|other| item(&owns[other])).collect(),
    };
    Some(format!("{}{rate}", items.join("、")))
}

/// 办理|人大代表建议|: what was answered.
fn item(own: &str) -> String {
    let done = ["办理", "办复", "答复", "办结"].iter().find_map(|verb| own.find(verb).map(|at| at + verb.len()));
    let own = done.map_or(own, |at| own[at..].trim_start_matches('了'));
    ["答复", "办复"].iter().find_map(|verb| own.strip_prefix(verb)).unwrap_or(own).to_owned()
}
