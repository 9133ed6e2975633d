//! “分别”前后数目不等：“甲、乙、丙三项分别增长5%、6%”，三个对象只有两个数。
//!
//! 只查“分别”前面紧接着的顿号并列与后面的一串数字：并列须在一个分句之内，各项不带数字、括号和“等”；并列里的“和”“与”可算可不算，
//! 数得上就不报。“城乡”“存贷款”一类一个词说两样的不查。
//!
//! 依据：“分别”表示各项与各数依次对应（GB/T 15834-2011 顿号用于并列；《现代汉语八百词》“分别”条）。
//!
//! ```应报
//! 工业投资、民间投资、技改投资分别增长8.2%、6.5%。
//! ```
//!
//! ```应报
//! 学前教育、义务教育、高中教育、职业教育投入分别达到3.2亿元、8.6亿元和2.1亿元。
//! ```
//!
//! ```不报
//! 工业投资、民间投资和技改投资分别增长8.2%、6.5%和4.1%，城乡居民人均可支配收入分别增长4.7%、6.3%。
//! ```
//!
//! ```不报
//! 旅游、商贸、物流等产业增加值分别增长5%和6%，规上工业总产值和增加值分别突破350亿元、70亿元。
//! ```

use crate::config::Severity;
use crate::draft::{Passage, Span};
use crate::rules::{Check, Report, Rule};
use crate::syntax::Quantity;
use crate::syntax::sentence::{clause_start, has};
use crate::text::han::is_han;

/// 分别对应
pub static DISTRIBUTIVE: Rule = Rule {
    name: "figure/distributive",
    title: "分别对应",
    severity: Severity::Warning,
    source: include_str!("distributive.rs"),
    check: Check::Text(check),
};

/// Words that say two or more things in one.
const SEVERAL: [&str; 24] = [
    "城乡",
    "存贷",
    "产销",
    "收支",
    "进出口",
    "供需",
    "男女",
    "干支",
    "人财物",
    "产供销",
    "省市",
    "市县",
    "县乡",
    "镇村",
    "大中小",
    "中小",
    "各",
    "两",
    "三",
    "四",
    "五",
    "等",
    "均",
    "每",
];
/// Longest item of a list but the first, in characters.
const ITEM: usize = 16;
/// Longest words between 分别 and the first number, in characters.
const VERB: usize = 8;

fn check(passage: &Passage<'_>, report: &mut Report<Span>) {
    let text = passage.text();
    let quantities = passage.quantities();
    if quantities.len() < 2 || !text.contains("分别") {
        return;
    }
    for (at, word) in text.match_indices("分别") {
        let first = quantities.partition_point(|found| found.number.start < at);
        let numbers = run(text, &quantities[first..]);
        let Some(start) = numbers.first().map(|found| found.number.start) else { continue };
        let verb = &text[at + word.len()..start];
        let plain = verb.chars().count() <= VERB && verb.chars().all(is_han) && !has(verb, &["每", "由", "从", "占"]);
        if plain && numbers.len() > 1 {
            one(passage, at, numbers, report);
        }
    }
}

/// The quantities that 、 or 和 joins, of whatever units: 7000万吨、10亿立方米.
fn run<'a>(text: &str, quantities: &'a [Quantity]) -> &'a [Quantity] {
    let joined = |two: &&[Quantity]| {
        let gap = &text[two[0].span.end..two[1].number.start];
        let gap = ["以上", "以下", "左右", "以内"].iter().find_map(|word| gap.strip_prefix(word)).unwrap_or(gap);
        matches!(gap.trim(), "、" | "和" | "与" | "及" | "以及" | "、和")
    };
    let count = quantities.windows(2).take_while(joined).count();
    quantities.get(..count + 1).unwrap_or(&[])
}

fn one(passage: &Passage<'_>, at: usize, numbers: &[Quantity], report: &mut Report<Span>) {
    let text = passage.text();
    let start = clause_start(text, at);
    let list = &text[start..at];
    let items: Vec<&str> = list.split('、').collect();
    let brief = items.iter().skip(1).all(|item| (1..=ITEM).contains(&item.chars().count()));
    if items.len() < 2 || !brief || !list.chars().all(|ch| is_han(ch) || ch == '、') || has(list, &SEVERAL) {
        return;
    }
    let joints = list.matches(['和', '与', '及']).count();
    let (least, most, count) = (items.len(), items.len() + joints, numbers.len());
    let places = || Span::new(numbers[0].number.start, numbers[count - 1].span.end);
    if (least..=most).contains(&count) {
        // That they are as many says nothing of the numbers themselves.
        if least == most {
            report.pass(|| passage.span(places()));
        }
        return;
    }
    // The last number may still be typed, and more behind it.
    if count < least && text[numbers[count - 1].span.end..].trim_matches([' ', '、', '.']).is_empty() {
        return;
    }
    let said = if least == most { least.to_string() } else { format!("{least}至{most}") };
    let words = &text[places().range()];
    let left = if count < least { "漏了哪个数" } else { "漏了哪一项" };
    let message = format!("分别对应：“分别”前面列了{said}项，后面“{words}”是{count}个数，请核实{left}");
    report.add(passage.span(places()), message).related(passage.span(Span::new(start, at)), "前面的各项");
}
