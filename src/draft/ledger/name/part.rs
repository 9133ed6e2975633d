//! What a part is of: 一般公共预算收入9亿元，其中|税收收入|6亿元.

use super::clause::{Clause, Clauses};
use super::list::verb_of;
use super::tail::plain;
use super::topic::is_division;
use crate::draft::ledger::{Figure, Relation};
use crate::syntax::Decimal;

/// Longest name of a whole that its parts are told with, and of both, in characters.
const WHOLE: usize = 26;
const BOTH: usize = 44;
/// Most figures that a whole and its parts are.
const PARTS: usize = 16;
/// Ends of what is planned, and no whole of what was done.
const PLANNED: [&str; 9] = ["预算", "预算数", "年初预算", "调整预算", "代编数", "计划", "限额", "目标", "执行数"];

/// The name of a part with what it is a part of. `names` are those of the figures before.
pub fn with_whole(told: &Clauses<'_>, index: usize, names: &[String], name: String) -> String {
    let figure = &told.figures[index];
    if name.is_empty() || name.contains("其中") || name.contains('：') {
        return name;
    }
    if let Some(whole) = divided(told, index).map(|whole| names[whole].as_str()).filter(|whole| is_short(whole, &name))
    {
        // 按级次划分，|市本级|12亿元
        return if is_division(&name) { whole.to_owned() } else { format!("{whole}：{name}") };
    }
    let whole = match figure.relation {
        Relation::Change | Relation::Share => {
            let of =
                of_part(told, index, names).filter(|(whole, part)| name.starts_with(part) && !name.contains(whole));
            return of.map_or(name.clone(), |(whole, _)| format!("{whole}其中{name}"));
        }
        Relation::Part if figure.quantity.unit.ends_with('元') => summed(told, index).max(whole(told, index, &name)),
        Relation::Level if figure.quantity.adds_up() => summed(told, index),
        _ => None,
    };
    // 收入预算总计|19亿元，其中，市级收入18亿元: a total has parts, planned or not.
    let total = whole.is_some_and(|whole| {
        let head = told.head(whole);
        head.contains("总计") || head.contains("合计")
    });
    let fits = |whole: &&str| is_same(whole, &name) || fits(whole, &name, total);
    match whole.map(|whole| names[whole].as_str()).filter(fits) {
        // 支出46亿元，包括市本级30亿元: the same, of another scope.
        Some(whole) if is_same(whole, &name) => whole.to_owned(),
        Some(whole) => {
            let name = ["主要用于", "用于"].iter().find_map(|word| name.strip_prefix(word)).unwrap_or(&name);
            format!("{whole}其中{name}")
        }
        None => name,
    }
}

/// 部门财政拨款支出932亿元，…。按支出类型分，|基本支出|131亿元: what is parted so, in its sentence or the one before.
fn divided(told: &Clauses<'_>, index: usize) -> Option<usize> {
    let own = told.own(index).sentence;
    let mut before = told.all()[..told.at(index)].iter().rev().take_while(|clause| clause.sentence == own);
    let words = |clause: &Clause| plain(&told.text[clause.span.range()]).0;
    let by = before.find(|clause| clause.figures.is_empty() && is_division(&words(clause)))?;
    let unit = told.figures[index].quantity.unit;
    let same = |other: &usize| {
        let other = &told.figures[*other];
        other.relation == Relation::Level && other.quantity.unit == unit && unit.ends_with('元')
    };
    let near = (0..by.figures.start).rev().take_while(|other| told.own(*other).sentence + 1 >= own);
    // The first of the sentence is the whole: …，其中上年结转6亿元。
    let near: Vec<usize> = near.filter(same).collect();
    let sentence = told.own(*near.first()?).sentence;
    let whole = near.into_iter().take_while(|other| told.own(*other).sentence == sentence).last()?;
    // 余额82亿元。按类型分，一般债务57亿元。按级次分，|市级|30亿元: of that which was parted first.
    Some(divided(told, whole).unwrap_or(whole))
}

/// Whether a whole is told shortly enough to stand before its part.
fn is_short(whole: &str, name: &str) -> bool {
    const LONGEST: usize = 16;
    let end = |words: &str| words.chars().rev().take(2).collect::<String>();
    // 债务余额82亿元。按类型分，|一般债务余额|57亿元
    let alike = ["额余", "券债"].contains(&end(whole).as_str()) && end(whole) == end(name);
    !alike
        && !whole.contains(['：', '、'])
        && !whole.contains("其中")
        && !name.contains(whole)
        && whole.chars().count() <= LONGEST
}

/// 教育支出其中|财力安排的支出|: whether the whole is a part told so itself.
fn is_same(whole: &str, part: &str) -> bool {
    whole.rsplit_once("其中").is_some_and(|(_, last)| last == part)
}

/// Whether a whole can be told with its part.
fn fits(whole: &str, part: &str, total: bool) -> bool {
    let planned = !total && PLANNED.iter().any(|end| whole.ends_with(end)) && !part.ends_with("预算");
    // 支出总量26亿元。其中，|土地出让收入|7亿元: of what was told before that.
    let on = |words: &str, side: &str, other: &str| words.contains(side) && !words.contains(other);
    let other =
        on(whole, "支出", "收入") && on(part, "收入", "支出") || on(whole, "收入", "支出") && on(part, "支出", "收入");
    // 工业增加值2800亿元。其中高新区|主营业务收入|800亿元; 每生每年标准2500元: no part of it.
    const MEASURES: [&str; 5] = ["主营业务收入", "营业收入", "增加值", "产值", "利润"];
    let measured = MEASURES.iter().any(|measure| part.ends_with(measure) && !whole.contains(measure))
        && !(part.ends_with("增加值") && whole.ends_with("生产总值"));
    let each = ["标准", "人均", "（每"].iter().any(|each| part.contains(each) && !whole.contains(each));
    if measured || each {
        return false;
    }
    let length = |words: &str| words.chars().count();
    let short = (2..=WHOLE).contains(&length(whole)) && length(whole) + length(part) <= BOTH;
    short && !planned && !other && !whole.contains(['：', '…', '（']) && !part.contains(whole)
}

/// 其中税收收入6亿元，|增长|5%: the whole and the part that it tells of.
fn of_part<'n>(told: &Clauses<'_>, index: usize, names: &'n [String]) -> Option<(&'n str, &'n str)> {
    const NEAR: usize = 4;
    let sentence = told.own(index).sentence;
    let near = (0..index).rev().take(NEAR).take_while(|other| told.own(*other).sentence == sentence);
    let amount = |other: &usize| {
        matches!(told.figures[*other].relation, Relation::Part | Relation::Level)
            && told.figures[*other].quantity.unit.ends_with('元')
    };
    let part = near.into_iter().find(amount)?;
    // 余额70亿元（一般50亿元，专项20亿元），|增加|6亿元: of the whole.
    let between = told.text.get(told.figures[part].quantity.span.end..told.figures[index].start()).unwrap_or("");
    if depth(between) < 0 {
        return None;
    }
    names[part].rsplit_once("其中").filter(|(whole, part)| !whole.is_empty() && part.chars().count() > 1)
}

/// The amount before that a part is of: one at least as large, in its sentence, or in the one before where 其中 begins it.
fn whole(told: &Clauses<'_>, index: usize, name: &str) -> Option<usize> {
    let figure = &told.figures[index];
    // 其中县级8亿元，|改造老旧小区投入|3亿元: something else was done by then, whatever the amount.
    let next = !told.gap(index).unwrap_or("").contains("其中");
    let begins = told.text[told.own(index).span.range()].trim_start();
    if next && !begins.starts_with("其中") && !verb_of(name).is_empty() {
        return None;
    }
    let level = |other: &usize| {
        let other = &told.figures[*other];
        other.relation == Relation::Level && other.quantity.unit.ends_with('元')
    };
    let whole = (first(told, index)..index).rev().find(level)?;
    // 债券21亿元（其中转贷1亿元）、|其他债券|5亿元: what a bracket told of is over, and what it goes on to tell is not.
    let between = told.text.get(told.figures[whole].quantity.span.end..told.figures[index].start()).unwrap_or("");
    let (outside, closed) = plain(between);
    let marked = |words: &str| ["其中", "包括", "含"].iter().any(|word| words.contains(word));
    let inside = depth(between) > 0;
    if closed && !marked(&outside) && !(inside && marked(between)) {
        return None;
    }
    (told.figures[whole].quantity.value >= figure.quantity.value).then_some(whole)
}

/// The first figure of the sentence of one, or of the one before where 其中 begins it.
fn first(told: &Clauses<'_>, index: usize) -> usize {
    let sentence = told.own(index).sentence;
    let all = told.all();
    let first = all.partition_point(|clause| clause.sentence < sentence);
    let begins = told.text[all[first].span.range()].trim_start();
    let goes_on = ["其中", "主要用于", "主要包括", "主要安排", "具体安排"].iter().any(|word| begins.starts_with(word));
    let near = (0..index).rev().take_while(|other| told.own(*other).sentence + usize::from(goes_on) >= sentence);
    near.last().unwrap_or(index)
}

/// 支出5亿元，其中|甲|2亿元、|乙|3亿元; 债券5亿元（|一般|2亿元、|专项|3亿元）: the amount that this one makes up with those
/// beside it.
fn summed(told: &Clauses<'_>, index: usize) -> Option<usize> {
    let from = first(told, index).max(index.saturating_sub(PARTS));
    (from..index).rev().filter(|whole| is_like(&told.figures[*whole], &told.figures[index])).find(|whole| {
        let between = told.text.get(told.figures[*whole].quantity.span.end..told.figures[index].start());
        let between = between.unwrap_or("").trim_start();
        let parts = ["其中", "包括", "主要用于", "主要安排", "具体安排"].iter().any(|word| between.contains(word))
            || between.contains("用于") && !between.contains('；');
        between.starts_with(['（', '(']) && makes_up(told, *whole, index, 1)
            || parts && makes_up(told, *whole, index, 0)
    })
}

/// How many brackets are open behind some words; less than none where one was closed that they do not open.
fn depth(words: &str) -> isize {
    words.matches(['（', '(']).count() as isize - words.matches(['）', ')']).count() as isize
}

/// Whether a figure is an amount in the unit of another.
fn is_like(figure: &Figure, other: &Figure) -> bool {
    matches!(figure.relation, Relation::Level | Relation::Part) && figure.quantity.unit == other.quantity.unit
}

/// Whether the amounts behind one, that of `index` among them, come to as much: those inside of so many brackets.
fn makes_up(told: &Clauses<'_>, whole: usize, index: usize, brackets: isize) -> bool {
    let sentence = told.own(index).sentence;
    let total = &told.figures[whole].quantity;
    let (mut sum, mut terms) = (Decimal::ZERO, 0i64);
    for other in whole + 1..told.figures.len().min(whole + 1 + PARTS) {
        let figure = &told.figures[other];
        let behind = told.text.get(total.span.end..figure.start()).unwrap_or("");
        let depth = depth(behind);
        let apart = depth < brackets || depth > brackets && other == index;
        if apart || told.own(other).sentence > sentence || sum > total.value + total.step {
            return false;
        }
        if depth > brackets || !is_like(figure, &told.figures[index]) {
            continue;
        }
        (sum, terms) = (sum + figure.quantity.value, terms + 1);
        let step = if figure.quantity.step > total.step { figure.quantity.step } else { total.step };
        let most = step.times(Decimal::from_int(terms)).map_or(step, Decimal::half);
        if terms > 1 && other >= index && (sum - total.value).abs() <= most {
            return true;
        }
    }
    false
}
