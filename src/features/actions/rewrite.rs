//! Rewrites of what is not wrong: offered by name where they can be made, and made only when they are chosen.

use std::ops::Range;

use super::{level, parts, sequence, shift};
use crate::draft::{Draft, ItemRef};
use crate::rules::numbering::run;
use crate::text::Edit;

/// One kind of rewrite.
pub struct Rewrite {
    /// In lower case with hyphens.
    pub name: &'static str,
    /// Its title where it can be made.
    title: fn(&Draft, &Range<usize>) -> Option<String>,
    /// Its edits, in the order of their places.
    make: fn(&Draft, &Range<usize>) -> Option<Vec<Edit>>,
}

/// All rewrites, in the order in which they are offered.
static REWRITES: [Rewrite; 10] = [
    Rewrite {
        name: "renumber",
        title: |draft, range| renumber(draft, range).map(|_| "重新编号本级".into()),
        make: renumber,
    },
    Rewrite {
        name: "promote",
        title: |draft, range| level::can_promote(draft, range).then(|| "标题升一级（连同下级）".into()),
        make: level::promote,
    },
    Rewrite {
        name: "demote",
        title: |draft, range| level::can_demote(draft, range).then(|| "标题降一级（连同下级）".into()),
        make: level::demote,
    },
    Rewrite {
        name: "move-up",
        title: |draft, range| shift::can_move(draft, range, false).then(|| "本节上移一位（编号随之调整）".into()),
        make: |draft, range| shift::moved(draft, range, false),
    },
    Rewrite {
        name: "move-down",
        title: |draft, range| shift::can_move(draft, range, true).then(|| "本节下移一位（编号随之调整）".into()),
        make: |draft, range| shift::moved(draft, range, true),
    },
    Rewrite {
        name: "to-headings",
        title: |draft, range| sequence::headings_name(draft, range).map(|name| format!("各条分段，改为标题“{name}……”")),
        make: sequence::to_headings,
    },
    Rewrite {
        name: "to-sequence",
        title: |draft, range| sequence::can_tell(draft, range).then(|| "本级标题改为“一是……二是……”".into()),
        make: sequence::to_sequence,
    },
    // One of the usual parts is there, so that at most three of four are missing.
    Rewrite {
        name: "add-part",
        title: |draft, range| part(draft, range, 0),
        make: |draft, range| parts::insert(draft, range, 0),
    },
    Rewrite {
        name: "add-part-2",
        title: |draft, range| part(draft, range, 1),
        make: |draft, range| parts::insert(draft, range, 1),
    },
    Rewrite {
        name: "add-part-3",
        title: |draft, range| part(draft, range, 2),
        make: |draft, range| parts::insert(draft, range, 2),
    },
];

fn part(draft: &Draft, range: &Range<usize>, nth: usize) -> Option<String> {
    parts::heading_of(draft, range, nth).map(|heading| format!("补上“{heading}”部分"))
}

/// The rewrites that can be made at a range of bytes, with their titles.
pub fn offered(draft: &Draft, range: &Range<usize>) -> Vec<(&'static Rewrite, String)> {
    let possible = |rewrite: &'static Rewrite| {
        let title = (rewrite.title)(draft, range)?;
        (rewrite.make)(draft, range).map(|_| (rewrite, title))
    };
    REWRITES.iter().filter_map(possible).collect()
}

/// The edits of the rewrite of that name; `None` where it cannot be made.
pub fn made(draft: &Draft, name: &str, range: &Range<usize>) -> Option<Vec<Edit>> {
    let rewrite = REWRITES.iter().find(|rewrite| rewrite.name == name)?;
    let mut edits = (rewrite.make)(draft, range)?;
    edits.sort_by_key(|edit| (edit.range.start, edit.range.end));
    Some(edits)
}

/// Counts the run through whose ordinal stands in the range, when that would change something.
fn renumber(draft: &Draft, range: &Range<usize>) -> Option<Vec<Edit>> {
    let (first, last) = (draft.paragraph_at(range.start)?, draft.paragraph_at(range.end)?);
    let touched = |at: &ItemRef| {
        let label = draft.range_of(run::place(*at));
        (first..=last).contains(&at.paragraph) && label.start <= range.end && range.start <= label.end
    };
    let run = draft.structure().runs.iter().find(|run| run.items.iter().any(touched))?;
    let fix = run::renumber_run(draft, run)?;
    let edits = fix.edits.into_iter().map(|(place, text)| Edit { range: draft.range_of(place), text });
    Some(edits.collect())
}
