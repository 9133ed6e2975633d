//! Family `calendar`: whether years, anniversaries, plans and meetings agree with the calendar and with the draft's
//! own head. What the head does not say is not guessed.

mod anniversary;
mod congress;
mod date;
mod plan_period;
mod report_year;
mod session;
mod subject;
mod table;

pub use anniversary::ANNIVERSARY;
pub use congress::CONGRESS;
pub use date::DATE;
pub use plan_period::PLAN_PERIOD;
pub use report_year::REPORT_YEAR;
pub use session::SESSION;

use crate::draft::{Passage, Span};
use crate::rules::{Applicability, Fix};

/// A fix that writes what the calendar says; a person decides whether the year or the event is wrong.
fn write(passage: &Passage<'_>, at: Span, words: String) -> Fix<Span> {
    let title = format!("改为“{words}”");
    Fix { title, applicability: Applicability::Unsafe, edits: vec![(passage.span(at), words)] }
}
