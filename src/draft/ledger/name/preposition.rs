//! With whom, for whom and where something was done: the word before a number goes or stays with what stands behind it.

use super::bare::{is_verb, known_verb};
use super::clause::Clauses;
use super::tail::plain;
use crate::draft::ledger::words::ends_in_reach;
use crate::lexicon::{PartOfSpeech, words};

/// What is given to people.
const GIVEN: [&str; 6] = ["发放", "补发", "减免", "兑现", "追回", "讨回"];

/// |为|4.2万人发放低保: to nobody that has a name; 与39个|国家缔结友城|: with them; 涉案的|120人|严肃处理: those people.
pub fn with_preposition(told: &Clauses<'_>, index: usize, own: String) -> String {
    let figure = &told.figures[index];
    let (head, clause) = (plain(told.head(index)).0, told.own(index).span);
    let behind = told.text.get(figure.quantity.span.end..clause.end).unwrap_or("").trim_start();
    let people = matches!(figure.quantity.unit, "人" | "名" | "户");
    let done = |rest: &str| {
        let first = words(rest).first().map(|(range, part)| (rest[range.clone()].to_owned(), *part));
        first.is_some_and(|(word, part)| part == PartOfSpeech::Modifier || is_verb(&word, part))
    };
    let bare = own.strip_prefix('为').filter(|rest| people && head.ends_with('为') && behind.starts_with(*rest));
    let bare = bare.filter(|rest| GIVEN.iter().any(|verb| rest.starts_with(verb)));
    if let Some(rest) = bare {
        return rest.to_owned();
    }
    if let Some(rest) = own
        .strip_prefix(&head)
        .filter(|_| people && figure.quantity.unit != "户" && head.ends_with('的') && head.chars().count() > 2)
    {
        return if done(rest) { format!("{head}人员{rest}") } else { own };
    }
    // |用|30亿元|建设住宅
    let spent = own
        .strip_prefix('用')
        .filter(|rest| figure.quantity.unit.ends_with('元') && head.ends_with('用') && done(rest));
    if let Some(rest) = spent {
        return format!("用于{rest}");
    }
    // |争取|42亿元投建公路
    if head == "争取" && figure.quantity.unit.ends_with('元') && done(&own) && !own.starts_with("争取") {
        return format!("争取{own}");
    }
    // 南湖广场、文化公园和|813家|各类场馆: the others are not counted.
    let reach = ends_in_reach(&head);
    let joined = head.ends_with(['和', '与', '及']) && !reach;
    let others = joined && head.contains('、') && !head.contains('等') && figure.counts_things();
    if let Some(rest) = own.strip_prefix(&head).filter(|rest| others && rest.chars().count() > 2) {
        return format!("{}{rest}", known_verb(&head));
    }
    // 建设甲试点和首批|4个|基地
    let newly = ["首批", "一批", "新一批"].iter().find(|newly| {
        let rest = head.strip_suffix(**newly).unwrap_or("");
        rest.ends_with(['和', '与', '及']) && !ends_in_reach(rest) && figure.counts_things()
    });
    if let Some((newly, at)) = newly.and_then(|newly| Some((newly, own.find(newly)?))).filter(|(_, at)| *at > 0) {
        return format!("{}{newly}{}", known_verb(&own[..at]), &own[at + newly.len()..]);
    }
    // 改造一批棚户区和|102个|老旧小区
    let some = joined && ["一批", "一些", "若干"].iter().any(|some| head.contains(some)) && figure.counts_things();
    if some && known_verb(&own).is_empty() && !own.is_empty() && !own.starts_with("一批") {
        return format!("{}{own}", known_verb(&head));
    }
    let with = ["与", "在", "向"].iter().find(|word| head.ends_with(**word));
    let noun = figure.noun.as_str();
    // 业务|在|100多个国家和地区展开
    let ends = words(noun).last().is_some_and(|(range, part)| is_verb(&noun[range.clone()], *part));
    if let Some(at) = own.find(noun).filter(|at| ends && *at > 0 && head.ends_with('在') && own.ends_with(noun)) {
        return if own[..at].ends_with('在') { own } else { format!("{}在{noun}", &own[..at]) };
    }
    match with.zip(own.find(noun).filter(|_| !noun.is_empty() && own.len() > noun.len())) {
        Some((word, at)) if !own[..at].ends_with(word) && own[at..].len() > noun.len() => {
            format!("{}{word}{}", &own[..at], &own[at..])
        }
        _ => own,
    }
}
