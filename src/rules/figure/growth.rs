//! 增长率与前后两个数不符：“经营主体由1.85万户增加到2.02万户，增长12.6%”，应为9.2%。
//!
//! 查依次相连的几种写法：“由甲增加到乙，增长百分之几（净增多少、提高几个百分点、年均增长百分之几）”；“乙，比上年增加多少，增长百分之
//! 几”，中间可以隔着“为预算的百分之几”，“比年初增加”与“同比增长”不放在一起算；“乙，比上年甲增长百分之几”。生产总值、增加值、产值和按
//! 可比价格、同口径、实际计算的增长率不能由两个数直接算，一律不查。“增长1.4倍”与“是原来的1.4倍”两种算法有一种相符就不报。“翻一番”是两倍，到四倍之前都不报。年均增长率按写出的年份算，没写年份的，
//! 二至十年都不符才报。
//!
//! 依据：增长率等于增量除以原数；GB/T 8170-2008（数值修约）。
//!
//! ```应报
//! 经营主体由1.85万户增加到2.02万户，增长12.6%。
//! ```
//!
//! ```应报
//! 规模以上企业由211家增加到239家，净增38家。
//! ```
//!
//! ```应报
//! 研发投入由10.2亿元增加到21.5亿元，翻了两番。
//! ```
//!
//! ```应报
//! 一般公共预算收入完成142.9亿元，比上年增加6.5亿元，增长5.8%。
//! ```
//!
//! ```应报
//! 全市税收收入由2020年的104.5亿元提高到2025年的125.1亿元，年均增长4.7%。
//! ```
//!
//! ```不报
//! 地区生产总值由2333亿元增加到4213亿元，增长60.2%；高新技术企业由211家增加到520家，增长1.4倍。
//! ```

use super::{doubling, increase, instead, result, write, written, yearly};
use crate::config::Severity;
use crate::draft::{Passage, Span};
use crate::rules::{Check, Fix, Report, Rule};
use crate::syntax::sentence::{around, before, has, strip};
use crate::syntax::{Decimal, Interval, Quantity};

/// 增长不符
pub static GROWTH: Rule = Rule {
    name: "figure/growth",
    title: "增长不符",
    severity: Severity::Warning,
    source: include_str!("growth.rs"),
    check: Check::Text(check),
};

/// Rates of these, or so calculated, do not follow from two numbers.
pub(super) const REAL: [&str; 21] = [
    "生产总值",
    "GDP",
    "增加值",
    "总产值",
    "产值",
    "经济总量",
    "可比",
    "同口径",
    "口径",
    "扣除",
    "剔除",
    "实际",
    "年均",
    "平均",
    "每年",
    "零售",
    "固定资产投资",
    "国民收入",
    "翻",
    "连续",
    "分别",
];
pub(super) const TO: [&str; 22] = [
    "增加到",
    "增加至",
    "增长到",
    "增长至",
    "提高到",
    "提高至",
    "提升到",
    "提升至",
    "上升到",
    "上升至",
    "扩大到",
    "发展到",
    "增至",
    "升至",
    "增到",
    "提升为",
    "达到",
    "扩大至",
    "调整为",
    "调整到",
    "调整至",
    "变动为",
];
#[rustfmt::skip]
const DOWN: [&str; 21] = [
    "减少到", "减少至", "下降到", "下降至", "降低到", "降低至", "降到", "降至", "减至", "缩短至", "缩短到", "压减到", "压减至",
    "压缩到", "压缩至", "精简到", "精简至", "精简为", "减为", "缩减到", "缩减至",
];
#[rustfmt::skip]
const MORE: [&str; 18] = [
    "增长", "增长了", "增幅", "增幅达", "净增", "净增加", "增加", "增加了", "提高", "提高了", "增幅为", "增长率为", "调增",
    "提升", "提升了", "上升", "上升了", "扩大",
];
#[rustfmt::skip]
const LESS: [&str; 15] = [
    "下降", "下降了", "减少", "减少了", "降低", "降低了", "降幅", "降幅达", "压减", "压缩", "压缩了", "精简", "精简了", "缩短",
    "缩减",
];

fn check(passage: &Passage<'_>, report: &mut Report<Span>) {
    if passage.quantities().len() < 2 {
        return;
    }
    // 由2020年的41.9万户增加到2025年的81.2万户
    let quantities: Vec<&Quantity> = passage.quantities().iter().filter(|found| found.unit != "年").collect();
    for two in quantities.windows(2) {
        doubling::check(passage, two[0], two[1], report);
    }
    for three in quantities.windows(3) {
        let &[from, to, change] = three else { continue };
        if three.iter().any(|found| !found.arabic || found.rough) {
            continue;
        }
        let points = from.is_percent() && to.is_percent() && change.unit.ends_with('点');
        if points || from.unit == to.unit && from.adds_up() {
            one(passage, from, to, change, report);
        }
        increase::check(passage, from, to, change, report);
        yearly::check(passage, from, to, change, report);
    }
    for four in quantities.windows(4) {
        if four.iter().all(|found| found.arabic && !found.rough) {
            increase::fulfilled(passage, [four[0], four[1], four[2], four[3]], report);
        }
    }
}

fn one(passage: &Passage<'_>, from: &Quantity, to: &Quantity, change: &Quantity, report: &mut Report<Span>) {
    let text = passage.text();
    let Some(up) = rises(text, from, to) else { return };
    let step = text[to.span.end..change.number.start].trim_matches([' ', '，', ',', '、']);
    let words: &[&str] = if up { &MORE } else { &LESS };
    let sentence = around(text, change.number.start);
    let tail = &text[change.span.end..sentence.end.max(change.span.end)];
    let near: String = tail.chars().take(6).collect();
    if !words.contains(&step) || has(&near, &["以上", "左右", "可比", "年均"]) {
        return;
    }
    if let Some((holds, computed, shown)) = compare(passage, from, to, change, up) {
        if holds {
            let places = || [from, to, change].map(|found| passage.span(found.number)).to_vec();
            report.hold(|| (places(), shown));
            return;
        }
        let message = format!("增长不符：{shown}，与“{}”不符", &text[change.span.range()]);
        let finding = report.add(passage.span(change.number), message);
        finding.related(passage.span(from.number), "原数").related(passage.span(to.number), "现数");
        finding.alternatives(others(passage, from, to, change, up));
        finding.fix(write(passage, change.number, computed));
    }
}

/// The first and the second number as they would have to be for the change to be right.
fn others(passage: &Passage<'_>, from: &Quantity, to: &Quantity, change: &Quantity, up: bool) -> Vec<Fix<Span>> {
    let one = Decimal::from_int(1);
    let rate = if change.is_percent() { change.value.over(Decimal::HUNDRED).unwrap_or(one) } else { change.value };
    let factor = if up { one + rate } else { one - rate };
    let (first, second) = match (change.unit == from.unit || from.is_percent(), up) {
        (true, true) => (Some(to.value - change.value), Some(from.value + change.value)),
        (true, false) => (Some(to.value + change.value), Some(from.value - change.value)),
        (false, _) => (to.value.over(factor), from.value.times(factor)),
    };
    let second = second.and_then(|value| instead(passage, to, value));
    second.into_iter().chain(first.and_then(|value| instead(passage, from, value))).collect()
}

/// Whether a number is said to have grown to the next or to have fallen to it, 由A增加到B; `None` where it is not, or
/// where the rate does not follow from the two.
pub(super) fn rises(text: &str, from: &Quantity, to: &Quantity) -> Option<bool> {
    let gap = text[from.span.end..to.number.start].trim();
    let gap = gap.trim_end_matches(|ch: char| ch.is_ascii_digit() || matches!(ch, '年' | '的' | '底' | '末' | ' '));
    let up = TO.contains(&gap);
    let subject = &text[around(text, to.number.start).start.min(from.number.start)..from.number.start];
    ((up || DOWN.contains(&gap)) && !has(subject, &REAL) && begins(text, from)).then_some(up)
}

/// Whether the words behind a number say by how much it grew or fell.
pub(super) fn goes_on(text: &str, to: &Quantity) -> bool {
    let behind = text[to.span.end..].trim_start_matches([' ', '，', ',', '、']);
    MORE.iter().chain(&LESS).any(|word| behind.starts_with(word))
}

/// Whether 由 or 从 stands before the number.
pub(super) fn begins(text: &str, from: &Quantity) -> bool {
    let head = before(text, from.number.start);
    // 由每人每月680元
    let head = strip(head, &["每人每月", "每人每年", "每月", "每年", "人均"]).unwrap_or(head);
    strip(head, &["由", "从", "由原来的", "从原来的", "年的"]).is_some()
}

/// Whether the change fits, the number that would, and the calculation.
fn compare(
    passage: &Passage<'_>,
    from: &Quantity,
    to: &Quantity,
    change: &Quantity,
    up: bool,
) -> Option<(bool, String, String)> {
    let (low, high) = if up { (from, to) } else { (to, from) };
    let difference = Interval { low: spread(high).low - spread(low).high, high: spread(high).high - spread(low).low };
    let exact = high.value - low.value;
    let terms = written(passage, &[high, low, from]);
    let (more, less, base) = (&terms[0], &terms[1], &terms[2]);
    if change.unit == from.unit || from.is_percent() {
        let shown = format!("{more}－{less}={}", result(exact, to, &[from, to]));
        return Some((difference.meets(change.cut()), change.written(exact), shown));
    }
    let hundred = match change.unit {
        "%" | "％" => Decimal::HUNDRED,
        "倍" => Decimal::from_int(1),
        _ => return None,
    };
    let rate = difference.over(spread(from))?.times(hundred)?;
    let also = hundred == Decimal::from_int(1) && spread(to).over(spread(from))?.meets(change.cut());
    let exact = exact.over(from.value)?.times(hundred)?;
    let (places, unit) = (change.places as usize, change.unit);
    let shown = format!("（{more}－{less}）÷{base}={exact:.places$}{unit}");
    Some((rate.meets(change.cut()) || also, change.written(exact), shown))
}

/// What a number may stand for: itself, if it is a count, else more or less.
fn spread(found: &Quantity) -> Interval {
    if found.is_count() { found.counted() } else { found.cut() }
}
