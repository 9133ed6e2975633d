//! Rules about the marks that let findings pass (忽略标记). No mark lets these findings pass.

mod unknown;
mod unused;

/// The name of the family.
pub const FAMILY: &str = "suppression";

pub use unknown::UNKNOWN;
pub use unused::UNUSED;
