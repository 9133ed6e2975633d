//! Family `numbering`: 一、（一）1.（1）and 一是…二是….

mod gap;

pub use gap::GAP;
