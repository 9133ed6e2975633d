//! Family `figure`: whether the numbers of a sentence fit one another. A written number stands for an interval, never
//! for a point (domain study §4.2), and rough numbers are not calculated with.

mod account;
mod addition;
mod all_done;
mod apportioned;
mod approximation;
mod balance;
mod breakdown;
mod budget;
mod chain;
mod cross_year;
mod distributive;
mod doubling;
mod growth;
mod increase;
mod item_count;
mod itemised;
mod part_exceeds_total;
mod partition;
mod range;
mod ratio;
mod remainder;
mod restated;
mod share;
mod sum;
mod total;
mod unit;
mod unstated;
mod yearly;

pub use account::ACCOUNT;
pub use approximation::APPROXIMATION;
pub use budget::BUDGET;
pub use chain::CHAIN;
pub use cross_year::CROSS_YEAR;
pub use distributive::DISTRIBUTIVE;
pub use growth::GROWTH;
pub use item_count::ITEM_COUNT;
pub use part_exceeds_total::PART_EXCEEDS_TOTAL;
pub use range::RANGE;
pub use ratio::RATIO;
pub use restated::RESTATED;
pub use sum::SUM;
pub use unit::UNIT;
pub use unstated::{Unstated, unstated};

use crate::draft::{Passage, Span};
use crate::rules::{Applicability, Fix};
use crate::syntax::{Decimal, Quantity};

/// A fix that writes a computed number; a person decides which number is wrong.
fn write(passage: &Passage<'_>, at: Span, number: String) -> Fix<Span> {
    let title = format!("改为“{number}”（请先核实哪个数有误）");
    Fix { title, applicability: Applicability::Unsafe, edits: vec![(passage.span(at), number)] }
}

/// A fix that writes another number of the calculation: a value as that number would be written. None where it cannot
/// be, or already is.
fn instead(passage: &Passage<'_>, at: &Quantity, value: Decimal) -> Option<Fix<Span>> {
    let (words, number) = (&passage.text()[at.span.range()], at.written(value));
    let changes = value > Decimal::ZERO && number != at.written(at.value) && number != "0";
    let title = format!("把“{words}”的数改为“{number}”（请先核实哪个数有误）");
    changes.then(|| Fix { title, applicability: Applicability::Unsafe, edits: vec![(passage.span(at.number), number)] })
}

/// The numbers of a calculation as their draft writes them: the digits alone where all count in the same 万 or 亿, else
/// each with its unit.
fn written(passage: &Passage<'_>, all: &[&Quantity]) -> Vec<String> {
    let same = all.windows(2).all(|two| two[0].factor == two[1].factor);
    let one = |one: &&Quantity| {
        let (digits, whole) = (&passage.text()[one.number.range()], &passage.text()[one.span.range()]);
        match same {
            true => digits.to_owned(),
            // The unit of 一般0.4、专项20.8亿元 stands with the next number.
            false if digits == whole => format!("{digits}{}{}", one.factor_word(), one.unit),
            false => whole.to_owned(),
        }
    };
    all.iter().map(one).collect()
}

/// What comes out of a calculation, in the 万 or 亿 of a number and with the places of the finest one.
fn result(value: Decimal, like: &Quantity, all: &[&Quantity]) -> String {
    let value = value.over(like.factor).unwrap_or(value);
    if all.iter().any(|one| one.factor != like.factor) {
        return format!("{value}{}{}", like.factor_word(), like.unit);
    }
    let places = all.iter().map(|one| one.places).max().unwrap_or(0);
    format!("{value:.*}", places as usize)
}
