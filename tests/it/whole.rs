//! Whole drafts: the examples of this project.
