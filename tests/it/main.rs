//! All tests of the built thing in one binary: it links once.

mod corpus;
mod fixture;
mod incremental;
mod manual;
mod tidy;
mod whole;
