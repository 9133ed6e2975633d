//! Stock phrases: wording that is fixed to the character. The data is the lexicon; the rules read its mentions.

mod address;
mod incomplete;
mod inconsistent;
mod local_variant;
mod members;
mod near;
mod order;
mod quotes;
mod retired;
mod verb;
mod wrong;

pub use address::ADDRESS;
pub use incomplete::INCOMPLETE;
pub use inconsistent::INCONSISTENT;
pub use local_variant::LOCAL_VARIANT;
pub use members::MEMBERS;
pub use near::NEAR;
pub use order::ORDER;
pub use quotes::QUOTES;
pub use retired::RETIRED;
pub use verb::VERB;
pub use wrong::WRONG;

use super::{Applicability, Fix, MentionRef, Prose};
use crate::lexicon::{Entry, Mention};

/// Whether a draft is of the time of a wording, and of a kind for which it is fixed. Older drafts had another, and a
/// draft without a date is new.
fn in_force(prose: &Prose, entry: &Entry) -> bool {
    let genre = prose.meeting().genre.map(|genre| genre.name());
    let meant = entry.genres.is_empty() || entry.genres.iter().any(|name| Some(name.as_str()) == genre);
    meant && prose.meeting().month().is_none_or(|date| entry.since.is_none_or(|since| date >= since))
}

/// Writes `right` in the place of a mention; `None` where a line break cuts it, which the fix would take away.
fn rewrite(at: MentionRef, mention: &Mention, right: &str, applicability: Applicability) -> Option<Fix<MentionRef>> {
    (!mention.wrapped).then(|| Fix {
        title: format!("改为“{}”", plain(right)),
        applicability,
        edits: vec![(at, right.to_owned())],
    })
}

/// A wording inside “”, where its own quotation marks become ‘’.
fn plain(text: &str) -> String {
    text.replace('“', "‘").replace('”', "’")
}
