//! 由2020年的168.4亿元提高到2025年的200.1亿元，年均增长3.5%: whether the yearly growth leads from the first number to the
//! second.

use super::growth::{TO, begins};
use super::{instead, write};
use crate::draft::{Passage, Span};
use crate::rules::Report;
use crate::syntax::sentence::{around, before, has};
use crate::syntax::{Decimal, Interval, Quantity};

/// Growth of these, or so calculated, does not follow from two numbers.
const REAL: [&str; 16] = [
    "生产总值",
    "GDP",
    "增加值",
    "产值",
    "经济总量",
    "可比",
    "口径",
    "扣除",
    "剔除",
    "实际",
    "零售",
    "固定资产投资",
    "国民收入",
    "国民生产",
    "年均",
    "分别",
];
const RATES: [&str; 6] = ["年均增长", "年均递增", "年均增幅", "年均增幅为", "年均提高", "年均增长率为"];
/// Years that may lie between, where they are not told.
const YEARS: std::ops::RangeInclusive<u32> = 2..=10;

/// Looks at three quantities that stand behind one another, years left out.
pub fn check(passage: &Passage<'_>, from: &Quantity, to: &Quantity, rate: &Quantity, report: &mut Report<Span>) {
    let text = passage.text();
    let sentence = around(text, rate.number.start);
    let points = from.is_percent() && rate.unit.ends_with('点');
    let fits = rate.is_percent() && from.adds_up() || points;
    if !fits || from.unit != to.unit || from.number.start < sentence.start {
        return;
    }
    let step = text[to.span.end..rate.number.start].trim_matches([' ', '，', ',', '、']);
    let gap = text[from.span.end..to.number.start].trim();
    let gap = gap.trim_end_matches(|ch: char| ch.is_ascii_digit() || matches!(ch, '年' | '的' | '底' | '末' | ' '));
    let subject = own_subject(passage, sentence.start, from);
    if !RATES.contains(&step) || !TO.contains(&gap) || !begins(text, from) || has(subject, &REAL) {
        return;
    }
    let told = year_of(text, from).zip(year_of(text, to)).map(|(first, last)| last - first);
    if points {
        return of_points(passage, [from, to, rate], told, report);
    }
    let Some(times) = to.cut().over(from.cut()) else { return };
    let one = Decimal::from_int(1);
    let factor = |value: Decimal| value.over(Decimal::HUNDRED).map(|share| one + share);
    let Some((low, high)) = factor(rate.cut().low).zip(factor(rate.cut().high)) else { return };
    let fits = |years: u32| {
        let grown = power(low, years).zip(power(high, years)).map(|(low, high)| Interval { low, high });
        grown.is_none_or(|grown| grown.meets(times))
    };
    let years = told.and_then(|years| u32::try_from(years).ok()).filter(|years| *years > 0);
    let holds = match years {
        Some(years) => fits(years),
        None => YEARS.into_iter().any(fits),
    };
    let terms = [from, to].map(|found| &text[found.span.range()]);
    let exact = years.and_then(|years| root(to.value.over(from.value)?, years));
    let exact = exact.and_then(|factor| (factor - one).times(Decimal::HUNDRED));
    let calculation = match years.zip(exact) {
        Some((years, exact)) => {
            format!("{years}年从{}到{}，年均{:.*}%", terms[0], terms[1], rate.places as usize, exact)
        }
        None => format!("从{}到{}，年均{}", terms[0], terms[1], &text[rate.span.range()]),
    };
    if holds {
        report.hold(|| ([from, to, rate].map(|found| passage.span(found.number)).to_vec(), calculation));
        return;
    }
    let said = &text[rate.span.range()];
    let message = match exact {
        Some(_) => format!("增长不符：{calculation}，与“{said}”不符"),
        None => format!("增长不符：从{}到{}，按2至10年算都不是年均{said}", terms[0], terms[1]),
    };
    let finding = report.add(passage.span(rate.number), message);
    finding.related(passage.span(from.number), "原数").related(passage.span(to.number), "现数");
    if let Some((years, exact)) = years.zip(exact) {
        let grown = factor(rate.value).and_then(|factor| power(factor, years));
        let then = grown.and_then(|grown| from.value.times(grown)).and_then(|value| instead(passage, to, value));
        let first = grown.and_then(|grown| to.value.over(grown)).and_then(|value| instead(passage, from, value));
        finding.alternatives(then.into_iter().chain(first));
        finding.fix(write(passage, rate.number, rate.written(exact)));
    }
}

/// The words before a number, from the last rate of its sentence on where they name another indicator: 年均增长3.5%，税收收入从….
fn own_subject<'a>(passage: &'a Passage<'_>, start: usize, from: &Quantity) -> &'a str {
    let (text, quantities) = (passage.text(), passage.quantities());
    let before = quantities.partition_point(|found| found.number.start < from.number.start);
    let rate = quantities[..before].iter().rev().take(2).find(|found| found.is_percent());
    let own = rate.map(|rate| &text[rate.span.end.max(start)..from.number.start]);
    let named = |own: &&str| own.chars().take_while(|ch| !matches!(ch, '由' | '从')).count() > 4;
    own.filter(named).unwrap_or(&text[start..from.number.start])
}

/// 由38.7%提高到46.5%，年均提高1.56个百分点
fn of_points(passage: &Passage<'_>, three: [&Quantity; 3], told: Option<i32>, report: &mut Report<Span>) {
    let [from, to, rate] = three;
    let gap = Interval { low: to.cut().low - from.cut().high, high: to.cut().high - from.cut().low };
    let share = |years: i32| {
        let by = |value: Decimal| value.over(Decimal::from_int(years.into()));
        by(gap.low).zip(by(gap.high)).map(|(low, high)| Interval { low, high })
    };
    let fits = |years: i32| share(years).is_none_or(|share| share.meets(rate.cut()));
    let told = told.filter(|years| *years > 0);
    let terms = [from, to, rate].map(|found| &passage.text()[found.span.range()]);
    let exact = told.and_then(|years| (to.value - from.value).over(Decimal::from_int(years.into())));
    let calculation = match told.zip(exact) {
        Some((years, exact)) => format!("（{}－{}）÷{years}={exact:.*}", terms[1], terms[0], rate.places as usize),
        None => format!("从{}到{}，年均{}", terms[0], terms[1], terms[2]),
    };
    if told.map_or_else(|| YEARS.into_iter().any(|years| fits(years as i32)), fits) {
        report.hold(|| (three.map(|found| passage.span(found.number)).to_vec(), calculation));
        return;
    }
    let message = match exact {
        Some(_) => format!("增长不符：{calculation}，与“{}”不符", terms[2]),
        None => format!("增长不符：从{}到{}，按2至10年算都不是年均{}", terms[0], terms[1], terms[2]),
    };
    let finding = report.add(passage.span(rate.number), message);
    finding.related(passage.span(from.number), "原数").related(passage.span(to.number), "现数");
    if let Some(exact) = exact {
        finding.fix(write(passage, rate.number, rate.written(exact)));
    }
}

/// The year right before a number: 2020年的.
fn year_of(text: &str, found: &Quantity) -> Option<i32> {
    let head = before(text, found.number.start);
    let head = head.strip_suffix('的').unwrap_or(head).trim_end();
    let head = head.strip_suffix(['底', '末']).unwrap_or(head).strip_suffix('年')?.trim_end();
    let digits = &head[head.trim_end_matches(|ch: char| ch.is_ascii_digit()).len()..];
    digits.parse().ok().filter(|_| digits.len() == 4)
}

fn power(value: Decimal, times: u32) -> Option<Decimal> {
    (0..times).try_fold(Decimal::from_int(1), |product, _| product.times(value))
}

/// The number that multiplied by itself so often gives a value, to seven places.
fn root(value: Decimal, times: u32) -> Option<Decimal> {
    let (mut low, mut high) = (Decimal::ZERO, value.max(Decimal::from_int(1)));
    for _ in 0..48 {
        let middle = (low + high).half();
        if power(middle, times)? < value { low = middle } else { high = middle }
    }
    Some(high)
}
