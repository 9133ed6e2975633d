//! Family `wording`: words that can only be slips of the hand, whatever they say.

mod repeated;

pub use repeated::REPEATED;
