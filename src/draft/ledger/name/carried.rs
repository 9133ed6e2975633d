//! Words that a figure has in common with one before, which alone has them written: “三公”经费下降29%、|省级下降|25%.

use super::clause::Clauses;
use crate::draft::ledger::Relation;

/// The name of a figure with what it has in common with one before. `names` are those of the figures before.
pub fn with_common(told: &Clauses<'_>, index: usize, names: &[String], name: String) -> String {
    of_level(told, index, names, &name)
        .or_else(|| left(told, index, &name))
        .or_else(|| without_fresh_ratio(told, index, &name))
        .or_else(|| part_of_level(told, index, names, &name))
        .unwrap_or_else(|| apart(told, index, names, name))
}

/// 全省“三公”经费支出下降29%、|省级下降|25%: of the same spending.
fn of_level(told: &Clauses<'_>, index: usize, names: &[String], name: &str) -> Option<String> {
    const LEVELS: [&str; 6] = ["省本级", "市本级", "县本级", "省级", "市级", "县级"];
    const CHANGES: [&str; 4] = ["增长", "下降", "增加", "减少"];
    let last = told.before(index)?;
    let level = LEVELS.iter().find(|level| name.starts_with(**level))?;
    let change = CHANGES.iter().find(|change| &name[level.len()..] == **change)?;
    let subject = names[last].strip_suffix(change).filter(|subject| subject.chars().count() > 3)?;
    let bare = ["全省", "全市", "全县"].iter().find_map(|whole| subject.strip_prefix(whole)).unwrap_or(subject);
    (told.figures[last].relation == Relation::Change && !bare.contains('：')).then(|| format!("{level}{bare}{change}"))
}

/// 多项指标好于全国，|但仍有|9项|低于预期|: what the clause itself says of them.
fn left(told: &Clauses<'_>, index: usize, name: &str) -> Option<String> {
    const LEFT: [&str; 6] = ["但仍有", "但还有", "仍有", "还有", "但有", "尚有"];
    const LONGEST: usize = 12;
    let figure = &told.figures[index];
    let head = told.head(index);
    let alone = LEFT.contains(&head) && figure.noun.is_empty() && figure.counts_things();
    let behind = told.text.get(figure.quantity.span.end..told.own(index).span.end)?.trim();
    let behind = behind.split(['[', '［', '〔', '（']).next().unwrap_or(behind);
    let length = behind.chars().count();
    let other = !name.contains(behind) && (2..=LONGEST).contains(&length) && !behind.contains('、');
    (alone && other).then(|| format!("{}{behind}", head.trim_start_matches('但')))
}

/// 新增贷款投放200亿元以上、|贷存比|60%: a ratio is not added.
fn without_fresh_ratio(told: &Clauses<'_>, index: usize, name: &str) -> Option<String> {
    let rest = name.strip_prefix("新增")?;
    let ratio = rest.ends_with('比') && told.figures[index].quantity.is_percent();
    let own = told.head(index).ends_with(rest) && !told.head(index).contains("新增") && told.before(index).is_some();
    (ratio && own && rest.chars().count() > 2).then(|| rest.to_owned())
}

/// 安排|市本级|城建项目32个，其中|新建项目|23个: of the same level.
fn part_of_level(told: &Clauses<'_>, index: usize, names: &[String], name: &str) -> Option<String> {
    const LEVELS: [&str; 4] = ["市本级", "省本级", "县本级", "区本级"];
    let figure = &told.figures[index];
    let part = figure.relation == Relation::Part && figure.counts_things() && !name.contains('：');
    let sentence = told.own(index).sentence;
    let near = (0..index).rev().take_while(|other| told.own(*other).sentence == sentence);
    let whole = near.into_iter().filter(|other| told.figures[*other].quantity.unit == figure.quantity.unit).last()?;
    let level = LEVELS.iter().find(|level| names[whole].contains(**level) && !name.contains(**level))?;
    (part && told.figures[whole].quantity.value > figure.quantity.value).then(|| format!("{level}{name}"))
}

/// 城市和农村低保标准分别提高180元、300元，供养标准分别提高252元、|396元|: the second is that of the second before, and grew as well.
fn apart(told: &Clauses<'_>, index: usize, names: &[String], name: String) -> String {
    const GROWN: [&str; 4] = ["提高", "增加", "增长", "下降"];
    const PAIRS: [(&str, &str); 3] = [("城市", "农村"), ("城镇", "农村"), ("城区", "农村")];
    let clause = told.own(index);
    let (first, second) = (clause.figures.start, clause.figures.start + 1);
    let words = &told.text[clause.span.range()];
    let pair = clause.figures.len() == 2 && words.contains("分别") && told.is_joined(second);
    let subject = words.split("分别").next().unwrap_or("");
    if !pair || subject.contains(['、', '和', '与', '及']) {
        return name;
    }
    let grown = GROWN.iter().find(|grown| told.head(first).ends_with(**grown));
    let name = match grown.filter(|grown| index == second && !name.ends_with(**grown)) {
        Some(grown) if names[first].ends_with(*grown) && names[first].contains(&name) => format!("{name}{grown}"),
        _ => name,
    };
    let last = told.at(index).checked_sub(1).map(|at| &told.all()[at]);
    let last = last.filter(|last| last.sentence == clause.sentence && last.figures.len() == 2);
    let Some(last) = last else { return name };
    let begins = |(one, other): &&(&str, &str)| {
        names[last.figures.start].starts_with(*one) && names[last.figures.start + 1].starts_with(*other)
    };
    let Some((one, other)) = PAIRS.iter().find(begins) else { return name };
    let place = if index == first { one } else { other };
    let aided = ["标准", "救助", "低保", "补助", "养老金"].iter().any(|aid| name.contains(aid));
    let named = !aided
        || PAIRS.iter().any(|(one, other)| name.contains(*one) || name.contains(*other))
        || name.contains("城乡");
    if named { name } else { format!("{place}{name}") }
}
