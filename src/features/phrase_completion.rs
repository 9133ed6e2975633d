//! Stock phrases proposed while they are typed: by their first characters, by pinyin initials, behind “.

use pinyin::ToPinyin;

use super::completion::{Proposal, ProposalKind, Typing};
use crate::lexicon::Entry;
use crate::text::Edit;

/// Proposals at most; more are found by typing on.
const MOST: usize = 30;
/// Typed characters that are compared.
const LONGEST: usize = 12;

/// The phrases that what is typed begins.
pub fn proposals(typing: &Typing<'_>) -> Vec<Proposal> {
    let entries = typing.linter.lexicon().entries();
    let letters = trailing(typing.before, |ch| ch.is_ascii_lowercase());
    if letters.len() >= 2 {
        let begun = entries.iter().filter(|entry| initials(entry).starts_with(letters));
        return begun.take(MOST).map(|entry| propose(typing, entry, letters, initials(entry))).collect();
    }
    if typing.before.ends_with(['“', '‘']) {
        let quoted = entries.iter().filter(|entry| is_quoted(entry));
        return quoted.take(MOST).map(|entry| propose(typing, entry, "", plain(entry).to_owned())).collect();
    }
    let mut found: Vec<(&Entry, &str)> =
        entries.iter().filter_map(|entry| Some((entry, begun(typing.before, plain(entry))?))).collect();
    // The more is typed of it, the likelier it is meant.
    found.sort_by_key(|(_, typed)| std::cmp::Reverse(typed.len()));
    found.truncate(MOST);
    found.into_iter().map(|(entry, typed)| propose(typing, entry, typed, plain(entry).to_owned())).collect()
}

/// The end of what is typed with which a phrase begins: two characters at least, and not all of it.
fn begun<'a>(before: &'a str, phrase: &str) -> Option<&'a str> {
    let starts = before.char_indices().rev().take(LONGEST).skip(1).map(|(at, _)| &before[at..]);
    starts.filter(|typed| phrase.starts_with(typed) && phrase.len() > typed.len()).last()
}

fn propose(typing: &Typing<'_>, entry: &Entry, typed: &str, filter: String) -> Proposal {
    let start = typing.byte - typed.len();
    let open = typing.before[..typing.before.len() - typed.len()].ends_with(['“', '‘']);
    let canonical = entry.canonical.as_str();
    let text = match (open, is_quoted(entry)) {
        (true, _) => unquoted(typing, canonical),
        (false, true) if !canonical.contains('“') => format!("“{canonical}”"),
        (false, _) => canonical.to_owned(),
    };
    let detail = if entry.members.is_empty() { entry.source.clone() } else { entry.members.join("；") };
    let edit = Edit { range: start..typing.byte, text };
    Proposal { label: canonical.to_owned(), detail, kind: ProposalKind::Phrase, edit, filter }
}

/// A wording behind an opening quotation mark, and before a closing one that the editor has put there.
fn unquoted(typing: &Typing<'_>, canonical: &str) -> String {
    let draft = typing.linter.draft().text();
    let line = draft.line_range(draft.line_of_byte(typing.byte));
    let closed = draft.slice(typing.byte..line.end).starts_with(['”', '’']);
    let text = canonical.strip_prefix('“').unwrap_or(canonical);
    let text = if closed { text.strip_suffix('”').unwrap_or(text) } else { text };
    text.to_owned()
}

fn is_quoted(entry: &Entry) -> bool {
    entry.quotes || entry.canonical.starts_with('“')
}

/// A wording from its first character that is no mark.
fn plain(entry: &Entry) -> &str {
    entry.canonical.trim_start_matches(['“', '《'])
}

/// The initials of a wording's characters in pinyin: zdxm for 重大项目.
fn initials(entry: &Entry) -> String {
    entry.canonical.chars().filter_map(|ch| ch.to_pinyin()).map(|pinyin| pinyin.first_letter()).collect()
}

fn trailing(text: &str, is: impl Fn(char) -> bool) -> &str {
    &text[text.trim_end_matches(is).len()..]
}
