//! The accounts of a budget as its paragraphs tell them: 全市一般公共预算收入完成230.58亿元, 增长2%, 为调整预算的98.6%. Each is kept with
//! the place whose account it is, so that what was done in one year and what is planned for the next can be compared
//! however far apart they stand.

use crate::draft::ledger::{self, When};
use crate::draft::{Passage, Span};
use crate::syntax::sentence::{around, before, clause_start, has, strip, without_brackets};
use crate::syntax::{Decimal, Interval, Quantity};
use crate::text::han::{is_han, is_space};

/// A number of an account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Account {
    pub of: Of,
    pub entry: Entry,
    pub value: Decimal,
    /// What the number may stand for, digits cut off or rounded up.
    pub interval: Interval,
    pub(super) when: When,
    /// Digits as written, in bytes of the paragraph.
    pub number: Span,
    /// Digits, 万 or 亿, and measure word as written.
    pub words: String,
    /// Digits behind its decimal point.
    pub places: u32,
    /// What its last digit counts.
    pub step: Decimal,
}

/// Whose account it is, and which side of it.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Of {
    /// 全市, 市级, 高新区; empty where the paragraph does not tell.
    pub place: String,
    /// 一般公共预算, 政府性基金预算.
    pub fund: &'static str,
    pub side: Side,
}

/// Income or expense.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Side {
    Income,
    Expense,
}

/// What a number tells of its account.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Entry {
    Value(Stage),
    /// By how many percent the value before it grew (below zero: fell), against what, and against that of which year,
    /// where it is told.
    Growth(Against, Option<i32>),
    /// How many percent the value before it is of the budget.
    Share(Stage),
    /// 当年收支结余: what the income is more than the expense, below zero where it is less.
    Left,
    /// 收入总计, 支出总计; whether the paragraph tells behind it of something that is left, or that the two balance, which
    /// the rule of sums looks at.
    Total {
        settled: bool,
    },
}

/// Which of the values of one year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// 年初预算
    Budget,
    /// 调整预算, 变动预算
    Adjusted,
    /// What was done, or is planned for a year to come.
    Actual,
}

/// What a growth is said to be against.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Against {
    /// 比上年执行数, 比上年预算
    Stage(Stage),
    /// 增长2%
    Unsaid,
    /// 同口径, 可比: not to be had from two numbers, whatever it is against.
    Real(Option<Stage>),
}

/// Funds by the words that they go by; a longer one stands before those that it ends in.
const FUNDS: [(&str, &str); 9] = [
    ("一般公共预算", "一般公共预算"),
    ("政府性基金预算", "政府性基金预算"),
    ("政府性基金", "政府性基金预算"),
    ("国有资本经营预算", "国有资本经营预算"),
    ("国有资本经营", "国有资本经营预算"),
    ("社会保险基金预算", "社会保险基金预算"),
    ("社会保险基金", "社会保险基金预算"),
    ("社保基金预算", "社会保险基金预算"),
    ("社保基金", "社会保险基金预算"),
];
/// Words between an account and its number. A longer one stands before those that it ends in.
const VERBS: [&str; 29] = [
    "预计执行",
    "预计完成",
    "实际完成",
    "实际执行",
    "累计完成",
    "完成",
    "执行数",
    "执行",
    "实现",
    "决算数",
    "拟安排",
    "安排",
    "预期",
    "预计",
    "调整预算数",
    "调整预算",
    "变动预算数",
    "变动预算",
    "年初预算数",
    "年初预算",
    "预算数",
    "预算",
    "调整为",
    "调整到",
    "合计",
    "达到",
    "为",
    "达",
    "是",
];
/// Words right before what is left of one year's income, and before what is lacking.
const LEFT: [&str; 8] = [
    "当期结余",
    "年度收支结余",
    "当年收支结余",
    "本年收支结余",
    "本年度收支结余",
    "当期收支结余",
    "当年结余",
    "本年结余",
];
const LACKING: [&str; 3] = ["当年收支缺口", "本年收支缺口", "当年收支赤字"];
/// Words right before a total.
const TOTALS: [(&str, Side); 9] = [
    ("收入总来源", Side::Income),
    ("收入总计", Side::Income),
    ("收入总量", Side::Income),
    ("收入合计", Side::Income),
    ("总收入", Side::Income),
    ("支出总计", Side::Expense),
    ("支出总量", Side::Expense),
    ("支出合计", Side::Expense),
    ("总支出", Side::Expense),
];
/// Words with which a growth is not that of two numbers.
const REAL: [&str; 9] = ["可比", "口径", "剔除", "扣除", "还原", "不含", "不考虑", "因素后", "自然"];
const UP: [&str; 3] = ["增长", "增加", "上升"];
const DOWN: [&str; 3] = ["下降", "减少", "降低"];
/// Longest name of a place, in characters.
const PLACE: usize = 12;
/// Longest words between a value and its growth, in characters.
const GAP: usize = 30;

/// A number of an account in a paragraph.
pub(super) struct Found {
    pub of: Of,
    pub entry: Entry,
    /// It is below zero, or by how much something fell.
    pub falls: bool,
    /// Spans are bytes of the passage's text.
    pub quantity: Quantity,
    when: When,
}

/// The accounts of a paragraph, in their order.
pub(super) fn accounts(passage: &Passage<'_>) -> Box<[Account]> {
    let account = |found: Found| {
        let (value, interval) = signed(&found.quantity, found.falls);
        Account {
            of: found.of,
            entry: found.entry,
            value,
            interval,
            when: found.when,
            number: passage.span(found.quantity.number),
            words: passage.text()[found.quantity.span.range()].to_owned(),
            places: found.quantity.places,
            step: found.quantity.step,
        }
    };
    read(passage).into_iter().map(account).collect()
}

/// The same with their quantities.
pub(super) fn read(passage: &Passage<'_>) -> Vec<Found> {
    let text = passage.text();
    let mut found: Vec<Found> = Vec::new();
    if !FUNDS.iter().any(|(word, _)| text.contains(word)) {
        return found;
    }
    // The account told last, and whether the last sum of money was its own.
    let mut open: Option<(Quantity, Of)> = None;
    let mut own = false;
    for figure in ledger::figures(passage) {
        let (quantity, when) = (figure.quantity, figure.when);
        let mut keep = |of: &Of, entry: Entry, falls: bool| {
            found.push(Found { of: of.clone(), entry, falls, quantity: quantity.clone(), when });
        };
        let exact = !quantity.rough || quantity.is_expected(text);
        if quantity.unit == "元" && quantity.arabic {
            let told = account(text, &quantity, open.as_ref());
            own = told.is_some();
            if let Some((of, stage)) = told {
                if exact {
                    keep(&of, Entry::Value(stage), false);
                }
                open = Some((quantity, of));
            } else if let Some((_, of)) = open.as_ref().filter(|_| exact) {
                if let Some(falls) = left(text, &quantity) {
                    keep(of, Entry::Left, falls);
                } else if let Some(side) = total(text, &quantity) {
                    let settled =
                        has(&text[quantity.span.end..], &["结余", "结转", "缺口", "赤字", "相抵", "滚存", "平衡"]);
                    keep(&Of { side, ..of.clone() }, Entry::Total { settled }, false);
                }
            }
        } else if let Some((value, of)) = open.as_ref().filter(|_| own && quantity.is_percent() && exact) {
            if let Some((against, year, falls)) = growth(text, value, &quantity) {
                keep(of, Entry::Growth(against, year), falls);
            } else if let Some(stage) = share(text, value, &quantity) {
                keep(of, Entry::Share(stage), false);
            }
        }
    }
    found
}

/// Whether a sum of money is what is left of a year's income (`Some(false)`) or what it lacks.
fn left(text: &str, quantity: &Quantity) -> Option<bool> {
    let head = before(text, quantity.number.start);
    let bare = head.strip_suffix(['-', '－', '−']);
    let words = bare.unwrap_or(head);
    let words = strip(words, &["为", "达"]).unwrap_or(words);
    let lacking = strip(words, &LACKING).is_some();
    (lacking || strip(words, &LEFT).is_some()).then_some(lacking || bare.is_some())
}

/// Of which side a sum of money is the total.
fn total(text: &str, quantity: &Quantity) -> Option<Side> {
    let head = before(text, quantity.number.start);
    let words = strip(head, &["为", "达"]).unwrap_or(head);
    TOTALS.iter().find(|(word, _)| words.ends_with(word)).map(|(_, side)| *side)
}

/// What a number is and may stand for, below zero where it fell.
fn signed(quantity: &Quantity, falls: bool) -> (Decimal, Interval) {
    let cut = quantity.cut();
    if !falls {
        return (quantity.value, cut);
    }
    let minus = |value: Decimal| Decimal::ZERO - value;
    (minus(quantity.value), Interval { low: minus(cut.high), high: minus(cut.low) })
}

/// The account that the words before a sum of money name; 预算支出 and 支出 are of the fund and the place told before, and
/// 实际完成 is of the account of its sentence.
fn account(text: &str, quantity: &Quantity, open: Option<&(Quantity, Of)>) -> Option<(Of, Stage)> {
    let clause = text[clause_start(text, quantity.number.start)..quantity.number.start].trim_matches(is_space);
    // 完成年初预算45.2亿元的115.4%; 比上年执行数103.9亿元增加4.5亿元: none of this year.
    if text[quantity.span.end..].trim_start_matches(is_space).starts_with('的')
        || has(clause, &["比", "较", "其中", "累计", "增收", "减收"])
    {
        return None;
    }
    let name = without_verbs(clause);
    let verbs = &clause[name.len()..];
    let stage = if has(verbs, &["调整", "变动"]) {
        Stage::Adjusted
    } else if verbs.contains("预算") && !has(verbs, &["安排", "完成", "执行"]) || clause.contains("批准") {
        Stage::Budget
    } else {
        Stage::Actual
    };
    let last = open.map(|(_, of)| of);
    if name.is_empty() && has(verbs, &["完成", "执行", "调整", "变动"]) {
        let near = |(found, _): &&(Quantity, Of)| around(text, quantity.number.start).start <= found.number.start;
        return Some((open.filter(near)?.1.clone(), stage));
    }
    let (side, head) = match name.strip_suffix("收入") {
        Some(head) => (Side::Income, head),
        None => (Side::Expense, name.strip_suffix("支出")?),
    };
    // 社会保险基金总收入
    let head =
        head.strip_suffix('总').filter(|head| head.ends_with("保险基金") || head.ends_with("社保基金")).unwrap_or(head);
    if let Some((word, fund)) = FUNDS.iter().find(|(word, _)| head.ends_with(word)) {
        let place = place(&head[..head.len() - word.len()])?;
        let carried = last.filter(|last| place.is_empty() && last.fund == *fund).map(|last| last.place.clone());
        return Some((Of { place: carried.unwrap_or(place), fund, side }, stage));
    }
    let bare = matches!(head, "" | "预算" | "全年" | "当年");
    let last = last.filter(|last| bare && last.side != side)?;
    Some((Of { side, ..last.clone() }, stage))
}

fn without_verbs(clause: &str) -> &str {
    let mut name = clause;
    // 一般公共预算 is the name of a fund.
    while let Some(rest) = strip(name, &VERBS).filter(|rest| !rest.ends_with("一般公共")) {
        name = rest;
    }
    name
}

/// 2026年全市地方 → 全市
fn place(head: &str) -> Option<String> {
    let own = head.rsplit(['年', '的', '、', '“']).next().unwrap_or(head).trim_matches(is_space);
    let own = strip(own, &["地方", "地方级"]).unwrap_or(own);
    let own = ["安排", "预计", "汇总"].iter().find_map(|verb| own.strip_prefix(verb)).unwrap_or(own);
    let own =
        own.replace("市本级", "市级").replace("县本级", "县级").replace("区本级", "区级").replace("省本级", "省级");
    (own.chars().all(is_han) && own.chars().count() <= PLACE).then_some(own)
}

/// 比2025年执行数增长2%: what the growth right behind a value is against, that of which year, and whether it fell.
fn growth(text: &str, value: &Quantity, rate: &Quantity) -> Option<(Against, Option<i32>, bool)> {
    let gap = text.get(value.span.end..rate.number.start)?;
    let sentence = around(text, rate.number.start);
    let plain = without_brackets(gap).replace(' ', "");
    let falls = DOWN.iter().any(|word| plain.ends_with(word));
    let ends = falls || UP.iter().any(|word| plain.ends_with(word));
    let words = plain.trim_start_matches(['，', ',']);
    let brief = words.chars().count() <= GAP && !words.contains(['，', ',', '、', '。', '；', ';']);
    if !ends || !brief || sentence.start > value.number.start {
        return None;
    }
    // 比上年执行数103.9亿元增长4.4%: against a number that stands here.
    let years = words.split(|ch: char| !ch.is_ascii_digit()).filter(|digits| !digits.is_empty());
    let years: Vec<&str> = years.collect();
    if years.len() > 1 || years.iter().any(|digits| digits.len() != 4) {
        return None;
    }
    let year = years.first().and_then(|digits| digits.parse().ok());
    let tail: String = text[rate.span.end..sentence.end.max(rate.span.end)].chars().take(12).collect();
    let real = has(&text[sentence.start..rate.number.start], &REAL) || has(&tail, &REAL);
    let stage = if has(words, &["调整", "变动"]) {
        Some(Stage::Adjusted)
    } else if has(words, &["执行", "完成", "决算", "实际", "实绩"]) {
        Some(Stage::Actual)
    } else {
        words.contains("预算").then_some(Stage::Budget)
    };
    let plain = stage.map_or(Against::Unsaid, Against::Stage);
    Some((if real { Against::Real(stage) } else { plain }, year, falls))
}

/// 为调整预算的98.6%: of which budget the share right behind a value is.
fn share(text: &str, value: &Quantity, rate: &Quantity) -> Option<Stage> {
    let gap = without_brackets(text.get(value.span.end..rate.number.start)?).replace(' ', "");
    let words = gap.trim_start_matches(['，', ',']).strip_suffix('的')?;
    let of = ["为", "完成", "占", "是"].iter().find_map(|verb| words.strip_prefix(verb))?;
    let of = of.strip_suffix('数').unwrap_or(of);
    match of {
        "预算" | "年初预算" | "年度预算" => Some(Stage::Budget),
        "调整预算" | "调整后预算" | "变动预算" => Some(Stage::Adjusted),
        _ => None,
    }
}
