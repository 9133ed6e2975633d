//! What an editor shows beside findings, as plain structs in bytes of the text.

pub mod actions;
pub mod address;
pub mod completion;
pub mod figure_sheet;
pub mod figures;
pub mod folding;
pub mod hints;
pub mod hover;
pub mod indicators;
pub mod labels;
pub mod lenses;
pub mod links;
mod numbers;
pub mod outline;
mod phrase_completion;
pub mod phrases;
pub mod references;
pub mod section;
pub mod selection;
pub mod slogans;
pub mod tokens;
pub mod typing;
pub mod whole;
mod words;
