//! What may be written at the cursor.

use super::labels;
use super::phrase_completion;
use crate::draft::Draft;
use crate::draft::structure::{Structure, Waiting};
use crate::rules::Linter;
use crate::syntax::{Fact, Item, Style};
use crate::text::Edit;
use crate::text::han::is_space;

/// Something that may be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposal {
    pub label: String,
    /// A few words behind the label.
    pub detail: String,
    pub kind: ProposalKind,
    /// What accepting it does; the range ends at the cursor, or behind a bracket that the editor has closed by itself.
    pub edit: Edit,
    /// What the typed words are compared with; begins with them.
    pub filter: String,
}

/// What a proposal is, for its sign in the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ProposalKind {
    Ordinal,
    Phrase,
}

/// The words around the cursor.
pub struct Typing<'a> {
    pub linter: &'a Linter,
    /// The cursor, in bytes of the text.
    pub byte: usize,
    /// The line up to the cursor.
    pub before: &'a str,
}

/// Each proposes one kind of words.
const PROVIDERS: [fn(&Typing<'_>) -> Vec<Proposal>; 2] = [ordinals, phrase_completion::proposals];

/// The proposals at a byte, the likeliest first.
pub fn at(linter: &Linter, byte: usize) -> Vec<Proposal> {
    let text = linter.draft().text();
    let line = text.line_range(text.line_of_byte(byte));
    let before = text.slice(line.start..byte);
    let typing = Typing { linter, byte, before: &before };
    PROVIDERS.iter().flat_map(|provider| provider(&typing)).collect()
}

/// The next ordinal of each open run: at the start of a line all of them, behind a mark 二是 of a sequence that has
/// begun.
fn ordinals(typing: &Typing<'_>) -> Vec<Proposal> {
    let draft = typing.linter.draft();
    let typed = typing.before.trim_start_matches(is_space);
    let at_start = typed.chars().count() <= LONGEST;
    let inside = typed.rfind(['；', '。', '：']).map(|at| &typed[at + '；'.len_utf8()..]);
    let (typed, wanted): (&str, fn(Style) -> bool) = match inside {
        Some(rest) if rest.chars().count() <= 1 => (rest, |style| !style.is_heading()),
        None if at_start => (typed, |_| true),
        _ => return Vec::new(),
    };
    let mut labels: Vec<(String, String)> = Vec::new();
    for waiting in waiting(draft, typing.byte - typed.len()).iter().rev().filter(|waiting| wanted(waiting.style)) {
        labels.extend(next(draft, waiting));
    }
    if inside.is_none() {
        labels.extend(first(draft, typing.byte - typed.len()));
    }
    let fits = labels.into_iter().filter(|(label, _)| label.starts_with(typed) && label != typed);
    let propose = |(label, detail): (String, String)| Proposal {
        edit: Edit { range: typing.byte - typed.len()..typing.byte + closed(typing, &label), text: label.clone() },
        filter: label.clone(),
        kind: ProposalKind::Ordinal,
        label,
        detail,
    };
    fits.map(propose).collect()
}

/// Bytes of the bracket behind the cursor that the ordinal brings itself: editors close the （ that was typed.
fn closed(typing: &Typing<'_>, label: &str) -> usize {
    let text = typing.linter.draft().text();
    let after = text.slice(typing.byte..text.line_range(text.line_of_byte(typing.byte)).end).chars().next();
    after.filter(|after| matches!(after, '）' | ')') && label.ends_with(*after)).map_or(0, char::len_utf8)
}

/// Characters that an ordinal being typed may have.
const LONGEST: usize = 4;

/// The open ordinals before a byte at which a line or clause begins.
fn waiting(draft: &Draft, byte: usize) -> Vec<Waiting> {
    let paragraphs = draft.paragraphs();
    let Some(index) = draft.paragraph_at(byte) else { return Vec::new() };
    let start = draft.paragraph_range(index).start;
    let mut last = paragraphs[index].clone();
    // Of the paragraph that is being written, what stands before the cursor.
    last.facts.retain(|fact| matches!(fact, Fact::Item(item) if start + item.span.end <= byte));
    Structure::waiting(paragraphs[..index].iter().chain([&last]))
}

fn next(draft: &Draft, waiting: &Waiting) -> Option<(String, String)> {
    let label = labels::like(draft, waiting.item, waiting.number + 1)?;
    let before = labels::item(draft, waiting.item)?;
    Some((label, format!("接“{}”", title(draft, waiting, before))))
}

/// 一、 where no heading is open, and the first ordinal below the innermost open one.
fn first(draft: &Draft, byte: usize) -> Option<(String, String)> {
    let open = waiting(draft, byte);
    let innermost = open.iter().rev().find(|waiting| waiting.style.is_heading());
    let style = match innermost {
        None => Style::Han,
        Some(waiting) => labels::below(waiting.style)?,
    };
    Some((style.standard(1)?, "下一层的第一个".into()))
}

fn title(draft: &Draft, waiting: &Waiting, item: &Item) -> String {
    let start = draft.paragraph_range(waiting.item.paragraph).start;
    let words = draft.text().slice(start + item.span.start..start + item.title.end);
    words.chars().filter(|ch| !ch.is_control()).take(16).collect()
}
