//! Rules about the marks that let findings pass (忽略标记). No mark lets these findings pass.

mod unknown;
mod unused;

pub use unknown::UNKNOWN;
pub use unused::UNUSED;
