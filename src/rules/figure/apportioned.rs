//! 已解决246件、列入计划62件、留作参考20件，分别占75%、18.9%和6.1%: parts that are the whole, as their shares tell, each against
//! its share. The finding is one of `figure/ratio`, as those of [`super::share`] are.

use super::share::{MayChange, Told, judge, share_of};
use super::written;
use crate::draft::{Passage, Span};
use crate::rules::Report;
use crate::syntax::sentence::{around, clause_start};
use crate::syntax::{Decimal, Quantity};

/// Looks for shares that are told of several parts at once.
pub fn check(passage: &Passage<'_>, report: &mut Report<Span>) {
    let (text, quantities) = (passage.text(), passage.quantities());
    for (at, _) in text.match_indices("分别") {
        let first = quantities.partition_point(|found| found.number.start < at);
        let Some(rate) = quantities.get(first).filter(|found| found.is_percent()) else { continue };
        let clause = &text[clause_start(text, at)..rate.number.start];
        let told = ["分别占", "占比分别为", "占比分别达", "占比分别达到", "占比分别是", "占总数的比重分别为"];
        if !told.iter().any(|words| clause.ends_with(words)) {
            continue;
        }
        let joined = |two: &[Quantity]| {
            two[1].is_percent()
                && matches!(text[two[0].span.end..two[1].number.start].trim(), "、" | "和" | "与" | "及")
        };
        let count = 1 + quantities[first..].windows(2).take_while(|two| joined(two)).count();
        let Some(parts) = first.checked_sub(count).map(|from| &quantities[from..first]) else { continue };
        let rates = &quantities[first..first + count];
        let unit = parts[0].unit;
        let exact = parts.iter().all(|part| part.unit == unit && part.adds_up()) && count > 1;
        let plain = parts.iter().chain(rates).all(|found| found.arabic && !found.rough);
        let near = around(text, parts[0].number.start).start == around(text, at).start;
        if exact && plain && near {
            each(passage, parts, rates, report);
        }
    }
}

/// Compares each of several parts with its share, where the shares tell that the parts are the whole: they make up a
/// hundred, or all but one of them fit.
fn each(passage: &Passage<'_>, parts: &[Quantity], rates: &[Quantity], report: &mut Report<Span>) {
    let whole: Decimal = parts.iter().map(|part| part.value).sum();
    let step = parts.iter().map(|part| part.step).max().unwrap_or(parts[0].step);
    let base = |part: &Quantity| Quantity { value: whole, step, ..part.clone() };
    let all: Decimal = rates.iter().map(|rate| rate.value).sum();
    let slack: Decimal = rates.iter().map(|rate| rate.step).sum();
    let fits = |(part, rate): &(&Quantity, &Quantity)| {
        share_of(part, &base(part)).is_some_and(|share| share.meets(rate.cut()))
    };
    let pairs = || parts.iter().zip(rates);
    let most = parts.len() > 2 && pairs().filter(fits).count() + 1 >= parts.len();
    if (all - Decimal::HUNDRED).abs() > slack && !most {
        return;
    }
    let sum = written(passage, &parts.iter().collect::<Vec<_>>()).join("+");
    for (part, rate) in pairs() {
        let (said, own) = (format!("“{}”", &passage.text()[rate.span.range()]), written(passage, &[part]).join(""));
        let terms = Some(format!("{own}÷（{sum}）"));
        let told = Told { said, part: "部分", base: "其中一项", terms, may_change: MayChange::Neither };
        judge(passage, [part, &base(part), rate], told, report);
    }
}
