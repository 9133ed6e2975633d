//! What is told of each of several: 每个园区对接企业30家，|签约项目|12个.

use super::bare::is_verb;
use super::clause::Clauses;
use crate::lexicon::words;

/// The name of a figure with the things that it is told of each of, where a clause before says 每个.
pub fn with_each(told: &Clauses<'_>, index: usize, name: String) -> String {
    const EACH: [&str; 7] = ["每个", "每家", "每县", "每村", "每镇", "每乡", "每所"];
    /// Characters of the things.
    const THINGS: std::ops::RangeInclusive<usize> = 3..=12;
    let at = told.at(index);
    let own = &told.all()[at];
    let text = |at: usize| told.text[told.all()[at].span.range()].trim();
    if name.contains('每') || name.contains('：') {
        return name;
    }
    let near = (0..at).rev().take_while(|at| {
        let clause = &told.all()[*at];
        let between = told.text.get(clause.span.end..own.span.start).unwrap_or("");
        if between.contains(['；', ';']) {
            return false;
        }
        clause.sentence == own.sentence && !clause.figures.is_empty()
    });
    let Some(first) = near.into_iter().find(|at| EACH.iter().any(|each| text(*at).starts_with(each))) else {
        return name;
    };
    if !begins_with_verb(text(at)) {
        return name;
    }
    let clause = text(first);
    let things = words(clause).into_iter().find(|(range, part)| is_verb(&clause[range.clone()], *part));
    let things = things.map_or("", |(range, _)| &clause[..range.start]);
    const HOW: [&str; 7] = ["至少", "都要", "要", "均", "都", "各", "高标准"];
    let things = HOW.iter().find_map(|how| things.strip_suffix(how)).unwrap_or(things);
    if THINGS.contains(&things.chars().count()) { format!("{name}（{things}）") } else { name }
}

fn begins_with_verb(clause: &str) -> bool {
    words(clause).into_iter().next().is_some_and(|(range, part)| is_verb(&clause[range], part))
}
