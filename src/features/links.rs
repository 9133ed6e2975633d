//! Words that lead to another place: appendices of the draft, and files beside it.

use std::ops::Range;

use aho_corasick::{AhoCorasick, MatchKind};

use super::references;
use crate::rules::Linter;

/// References to other parts of the draft that have exactly one goal: the words, and the heading that they mean.
pub fn inside(linter: &Linter) -> Vec<(Range<usize>, Range<usize>)> {
    let mut links = references::appendix_links(linter.draft());
    links.extend(references::part_links(linter.draft()));
    links.sort_by_key(|(words, _)| words.start);
    links
}

/// Where a draft names files: the words, and the index of the name. Of two names at a place the longer counts.
pub fn files(linter: &Linter, names: &[String]) -> Vec<(Range<usize>, usize)> {
    let builder = AhoCorasick::builder().match_kind(MatchKind::LeftmostLongest).build(names);
    let Ok(automaton) = builder else { return Vec::new() };
    let text = linter.draft().text().to_string();
    automaton.find_iter(&text).map(|found| (found.range(), found.pattern().as_usize())).collect()
}
