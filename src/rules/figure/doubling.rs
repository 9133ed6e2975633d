//! 由甲增加到乙，翻一番: whether the second number is the first one doubled as often as it says. Reports say 翻番 of anything
//! from twice to nearly four times, so only what lies outside is told.

use super::growth::{REAL, TO, begins};
use super::write;
use crate::draft::{Passage, Span};
use crate::rules::Report;
use crate::syntax::sentence::{around, has, strip};
use crate::syntax::{Decimal, Quantity, numeral};

/// How far below twice a number may stay that was said to double, in hundredths.
const NEARLY: i64 = 95;

/// Looks at two quantities that stand behind one another.
pub fn check(passage: &Passage<'_>, from: &Quantity, to: &Quantity, report: &mut Report<Span>) {
    let text = passage.text();
    let Some(behind) = text[to.span.end..].strip_prefix(['，', ',', '、']) else { return };
    let clause = &behind[..behind.find(['，', '。', '；', '、', ',', ';']).unwrap_or(behind.len())];
    let Some((head, tail)) = clause.split_once('翻') else { return };
    let Some((said, times)) = times(tail) else { return };
    let gap = text[from.span.end..to.number.start].trim();
    let plain = ["", "实现", "实现了", "已", "均", "净"].contains(&head) && TO.contains(&gap);
    let subject = &text[around(text, from.number.start).start..from.number.start];
    let same = from.unit == to.unit && from.adds_up() && from.arabic && to.arabic && !from.rough && !to.rough;
    if !plain || !same || !begins(text, from) || has(subject, &REAL) {
        return;
    }
    let power = |times: u32| Decimal::from_int(1 << times);
    let Some(rate) = to.cut().over(from.cut()) else { return };
    let least = power(times).times(Decimal::from_int(NEARLY)).and_then(|value| value.over(Decimal::HUNDRED));
    if least.is_none_or(|least| rate.high >= least) && rate.low < power(times + 1) {
        return;
    }
    let Some(exact) = to.value.over(from.value) else { return };
    let start = to.span.end + text[to.span.end..].find('翻').unwrap_or(0);
    let number = Span::new(start, start + '翻'.len_utf8() + said.len());
    let message = format!("增长不符：后数是前数的 {} 倍，“翻{said}”是 {} 倍", exact.round(2), power(times));
    let finding = report.add(passage.span(number), message);
    finding.related(passage.span(from.number), "原数").related(passage.span(to.number), "现数");
    let fit = (1..=4).find(|times| exact >= power(*times) && exact < power(times + 1));
    if let Some(fit) = fit {
        let number_of = if fit == 2 { "两".to_owned() } else { numeral::write(fit) };
        finding.fix(write(passage, number, format!("翻{number_of}番")));
    }
}

/// 了一番, 番: the words up to 番, and how often.
fn times(tail: &str) -> Option<(&str, u32)> {
    let said = &tail[..tail.find('番')? + '番'.len_utf8()];
    let number = strip(said, &["番"])?.trim_start_matches('了');
    let times = match number {
        "" | "一" => 1,
        "两" | "二" => 2,
        "三" => 3,
        _ => return None,
    };
    Some((said, times))
}
