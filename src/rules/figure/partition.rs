//! Parts that by their names are the whole, however much is said between: 收入完成22.1亿元，增长2%。其中：税收收入13.9亿元，增长
//! 6.5%；非税收入8.2亿元. Each is known by the words of its own clause, so that nothing else can be taken for it.

use super::addition;
use crate::draft::{Passage, Span};
use crate::rules::Report;
use crate::syntax::sentence::{before, clause_start, has};
use crate::syntax::{Decimal, Quantity};
use crate::text::han::is_space;

/// A whole and what it falls into.
struct Whole {
    /// What the clause of the whole ends with.
    names: &'static [&'static str],
    /// What the clause of each part is.
    parts: &'static [&'static [&'static str]],
}

const WHOLES: [Whole; 4] = [
    Whole {
        names: &["一般公共预算收入", "公共财政预算收入", "公共财政收入", "地方财政收入", "一般预算收入"],
        parts: &[&["税收收入", "各项税收", "税收"], &["非税收入", "非税"]],
    },
    Whole {
        names: &["地区生产总值", "生产总值", "GDP"],
        parts: &[
            &["第一产业增加值", "第一产业", "一产增加值"],
            &["第二产业增加值", "第二产业", "二产增加值"],
            &["第三产业增加值", "第三产业", "三产增加值"],
        ],
    },
    Whole {
        names: &["债券", "债券资金"], parts: &[&["一般债券", "一般债"], &["专项债券", "专项债"]]
    },
    Whole { names: &["债务余额", "债务限额"], parts: &[&["一般债务"], &["专项债务"]] },
];
/// Words between a name and its number.
const VERBS: [&str; 16] = [
    "完成", "实现", "达到", "达", "为", "预计", "预算", "安排", "累计", "执行", "余额", "限额", "约", "共", "合计",
    "总计",
];
/// Words before the name of a part.
const HEADS: [&str; 4] = ["其中", "：", ":", "一是"];
/// Words of a clause whose number is none of the whole or of a part.
const OTHER: [&str; 12] = ["比", "较", "增加", "减少", "增长", "下降", "增收", "减收", "占", "高于", "低于", "预算的"];

/// Numbers behind a whole among which its parts are looked for.
const NEAR: usize = 40;

/// Looks at the wholes of a paragraph but those that were looked at already.
pub fn check(passage: &Passage<'_>, done: &[Span], report: &mut Report<Span>) {
    let (text, quantities) = (passage.text(), passage.quantities());
    if quantities.len() < 3 {
        return;
    }
    let told = |whole: &&Whole| whole.parts.iter().all(|part| has(text, part));
    for whole in WHOLES.iter().filter(told) {
        for (index, total) in quantities.iter().enumerate() {
            let exact = total.arabic && !total.rough && total.adds_up() && !done.contains(&total.number);
            let parts = (exact && is_whole(label(passage, index), whole)).then(|| parts(passage, whole, index));
            if let Some(parts) = parts.flatten() {
                addition::compare(passage, total, &parts, ["各部分", "总数"], report);
            }
        }
    }
}

/// The parts behind a whole, in the order of their names. `None` where one is missing, or a number stands before them
/// that they may be parts of.
fn parts<'a>(passage: &'a Passage<'_>, whole: &Whole, total: usize) -> Option<Vec<&'a Quantity>> {
    let (text, quantities) = (passage.text(), passage.quantities());
    let of = &quantities[total];
    let limit = label(passage, total).contains("限额");
    let mut found: Vec<Option<&Quantity>> = vec![None; whole.parts.len()];
    let behind = quantities.iter().enumerate().skip(total + 1).take(NEAR);
    for (index, quantity) in behind.filter(|(_, found)| found.unit == of.unit) {
        let label = label(passage, index);
        let part = whole.parts.iter().position(|names| is_part(label, names));
        match part {
            // 债务限额…，债务余额…: each has parts of its own.
            Some(_) if label.contains(if limit { "余额" } else { "限额" }) => return None,
            Some(part) if found[part].is_none() => found[part] = Some(quantity),
            Some(_) => return None,
            None if is_named(label, whole.names) => return None,
            // 为预算5.2亿元的98%
            None if text[quantity.span.end..].starts_with('的') || has(label, &OTHER) => {}
            None if found.iter().all(Option::is_none) => return None,
            None => {}
        }
        if found.iter().all(Option::is_some) {
            break;
        }
    }
    let all: Vec<&Quantity> = found.into_iter().collect::<Option<_>>()?;
    let exact = all.iter().all(|part| part.arabic && !part.rough);
    // The parts may be of another year than the whole.
    let compared = |found: &Quantity| before(text, found.number.start).ends_with(['比', '较']);
    let is_year = |found: &&Quantity| found.unit == "年" && found.value > Decimal::from_int(1900);
    let years = quantities[total + 1..].iter().find(|found| is_year(found) && !compared(found));
    let last = all.iter().map(|part| part.number.start).max()?;
    // A sentence of the whole, another of its rank, and one of each part.
    let near = text[of.span.end..last].matches('。').count() <= all.len() + 1;
    (exact && near && years.is_none_or(|year| year.number.start > last)).then_some(all)
}

/// The words of its clause before a number, behind the number before.
fn label<'a>(passage: &'a Passage<'_>, index: usize) -> &'a str {
    let (text, quantities) = (passage.text(), passage.quantities());
    let at = quantities[index].number.start;
    let before = index.checked_sub(1).map_or(0, |before| quantities[before].span.end);
    text[clause_start(text, at).max(before)..at].trim_matches(|ch| is_space(ch) || "、—和及".contains(ch))
}

/// Whether a clause tells of the whole, not of a part.
fn is_whole(label: &str, whole: &Whole) -> bool {
    is_named(label, whole.names) && !whole.parts.iter().any(|part| has(label, part))
}

/// Whether a clause ends with one of the names, verbs behind it left out.
fn is_named(label: &str, names: &[&str]) -> bool {
    let mut bare = label;
    let ends = |label: &str| names.iter().any(|name| label.ends_with(name));
    // 余额 may be the end of a name or stand behind one.
    while !ends(bare) {
        let Some(rest) = VERBS.iter().find_map(|verb| bare.strip_suffix(verb)) else { return false };
        bare = rest;
    }
    !has(label, &OTHER)
}

/// Whether a clause is one of the names, verbs behind it left out.
fn is_part(label: &str, names: &[&str]) -> bool {
    let bare = without_verbs(label);
    let own = HEADS.iter().fold(bare, |words, head| words.trim_start_matches(head));
    names.contains(&own.trim_matches(is_space))
}

fn without_verbs(label: &str) -> &str {
    let mut bare = label;
    while let Some(rest) = VERBS.iter().find_map(|verb| bare.strip_suffix(verb)) {
        bare = rest;
    }
    bare
}
