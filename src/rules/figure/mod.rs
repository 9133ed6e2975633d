//! Family `figure`: whether the numbers of a sentence fit one another. A written number stands for an interval, never
//! for a point (domain study §4.2), and rough numbers are not calculated with.

mod approximation;
mod breakdown;
mod budget;
mod chain;
mod doubling;
mod growth;
mod item_count;
mod part_exceeds_total;
mod range;
mod ratio;
mod restated;
mod sum;
mod unit;

pub use approximation::APPROXIMATION;
pub use budget::BUDGET;
pub use chain::CHAIN;
pub use growth::GROWTH;
pub use item_count::ITEM_COUNT;
pub use part_exceeds_total::PART_EXCEEDS_TOTAL;
pub use range::RANGE;
pub use ratio::RATIO;
pub use restated::RESTATED;
pub use sum::SUM;
pub use unit::UNIT;

use crate::draft::{Passage, Span};
use crate::rules::{Applicability, Fix};

/// A fix that writes a computed number; a person decides which number is wrong.
fn write(passage: &Passage<'_>, at: Span, number: String) -> Fix<Span> {
    let title = format!("改为“{number}”（请先核实哪个数有误）");
    Fix { title, applicability: Applicability::Unsafe, edits: vec![(passage.span(at), number)] }
}
