//! Family `numbering`: 一、（一）1.（1） and 一是…二是…, on the runs of ordinals that the draft's structure gives.

mod cross_reference;
mod declared_parts;
mod duplicate;
mod gap;
mod heading_end;
mod inline_sequence;
mod level_skip;
mod lone_item;
mod mixed_style;
mod notes;
mod order;
pub mod run;
mod separator;
mod sequence;
mod start;

pub use cross_reference::CROSS_REFERENCE;
pub use declared_parts::DECLARED_PARTS;
pub use duplicate::DUPLICATE;
pub use gap::GAP;
pub use heading_end::HEADING_END;
pub use inline_sequence::INLINE_SEQUENCE;
pub use level_skip::LEVEL_SKIP;
pub use lone_item::LONE_ITEM;
pub use mixed_style::MIXED_STYLE;
pub use notes::NOTES;
pub use order::ORDER;
pub use separator::SEPARATOR;
pub use start::START;
