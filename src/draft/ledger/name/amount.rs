//! What a number is of that is told by another one: a rate per year, a multiple, a part of a ratio, a budget.

use super::clause::Clauses;
use crate::draft::ledger::{Figure, Relation};
use crate::text::han::is_space;

/// Units that energy and emissions are told by.
const PER: [&str; 5] = ["单位国内生产总值", "单位地区生产总值", "单位生产总值", "单位GDP", "万元地区生产总值"];

/// The words of a figure with what its number means.
pub fn with_amount(told: &Clauses<'_>, index: usize, own: String) -> String {
    let (text, figures) = (told.text, told.figures);
    let figure = &figures[index];
    let own = per_unit(text, figure, own);
    let own = ratio(text, figures, index, own);
    let own = multiple(text, figure, own);
    let own = budget(own);
    rate(text, figure, own)
}

/// 收入|年均|增长9%: a yearly rate is no growth over years, one in real terms no other, one expected none yet.
fn rate(text: &str, figure: &Figure, own: String) -> String {
    const RATES: [&str; 5] = ["年均", "实际", "每年", "预期", "可比"];
    // 产量年均达到87亿公斤
    let level = text[..figure.start()].trim_end_matches(['达', '到', '为', '约', '近', '超', '过']);
    if figure.relation == Relation::Level && level.ends_with("年均") && !own.contains("年均") {
        return format!("{own}（年均）");
    }
    // 两大产业产值均达220亿元
    let each = figure.relation == Relation::Level && level.trim_end_matches(['突', '破']).ends_with('均');
    let word = level.trim_end_matches(['突', '破']).strip_suffix('均').unwrap_or("");
    if each && !word.ends_with(['年', '人', '平', '户', '月', '日', '亩', '次']) && !own.contains('均') {
        return format!("{own}（均）");
    }
    if figure.relation != Relation::Change || figure.quantity.adds_up() {
        return own;
    }
    let head = text[..figure.start()].trim_end_matches(['约', '为', '达', '超', '过', '近', '分', '别', '均']);
    let change = own.char_indices().rev().nth(1).map_or(own.as_str(), |(at, _)| &own[at..]);
    let Some(head) = head.strip_suffix(change) else { return own };
    let head = head.trim_end().trim_end_matches("分别");
    let rate = RATES.iter().find(|rate| head.ends_with(**rate) && !own.contains(**rate));
    rate.map_or(own.clone(), |rate| format!("{}{rate}{change}", &own[..own.len() - change.len()]))
}

/// 单位生产总值用水下降3%、|用电|下降2%.
fn per_unit(text: &str, figure: &Figure, own: String) -> String {
    let clause = crate::syntax::sentence::clause_start(text, figure.start());
    let head = text[clause..figure.start()].trim_start_matches(is_space);
    let per = PER.iter().find(|per| head.starts_with(**per) && !own.contains("单位") && head.contains('、'));
    per.filter(|_| figure.relation == Relation::Change).map_or(own.clone(), |per| format!("{per}{own}"))
}

/// 三次产业比例9.6：40.6：|49.8|: that of the third.
fn ratio(text: &str, figures: &[Figure], index: usize, own: String) -> String {
    const SECTORS: [&str; 3] = ["第一产业", "第二产业", "第三产业"];
    let colon = |left: &[Figure]| matches!(text[left[0].quantity.span.end..left[1].start()].trim(), ":" | "∶" | "：");
    let first = (0..index).rev().take_while(|at| colon(&figures[*at..*at + 2])).last().unwrap_or(index);
    let count = 1 + figures[first..].windows(2).take_while(|pair| colon(pair)).count();
    if count != SECTORS.len() || !own.contains("产业") {
        return own;
    }
    format!("{own}（{}）", SECTORS[index - first])
}

/// 是2006年的|3.2倍.
fn multiple(text: &str, figure: &Figure, own: String) -> String {
    let head = &text[..figure.start()];
    let from = ["是", "为", "相当于", "达到", "达"].iter().filter_map(|word| head.rfind(word)).max();
    let base = from.map_or("", |at| &head[at..]);
    let told =
        own.strip_suffix("的比例").filter(|_| figure.quantity.unit == "倍" && base.ends_with('的') && base.len() < 60);
    told.map_or(own.clone(), |told| format!("{told}{base}倍数"))
}

/// 收入为年初预算|108亿元|的95%: the amount is that of the budget.
fn budget(own: String) -> String {
    const BASES: [&str; 8] =
        ["为年初预算", "为预算", "为调整预算", "为调整后预算", "为变动预算", "为年度计划", "为全年计划", "为年计划"];
    let base = BASES.iter().find(|base| own.ends_with(**base));
    base.map_or(own.clone(), |base| own.replacen(base, &base.replacen('为', "的", 1), 1))
}

/// 年均增长5.9%、|6.9%: a rate of a list is told once.
pub fn like_last(told: &Clauses<'_>, index: usize, last: Option<&String>, own: String) -> String {
    let Some(last) = last else { return own };
    let joined = told.is_joined(index) && told.figures[index].relation == Relation::Change;
    let change = own.char_indices().rev().nth(1).map_or(own.as_str(), |(at, _)| &own[at..]);
    let rate = ["年均", "实际"].iter().find(|rate| last.ends_with(&format!("{rate}{change}")) && !own.contains(**rate));
    match rate.filter(|_| joined) {
        Some(rate) => format!("{}{rate}{change}", &own[..own.len() - change.len()]),
        None => own,
    }
}
