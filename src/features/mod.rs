//! What an editor shows beside findings, as plain structs in bytes of the text.

pub mod actions;
pub mod address;
pub mod folding;
pub mod outline;
