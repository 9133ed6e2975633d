//! The draft's own names: short names (以下简称“…”) and what it puts in quotation marks.

use std::ops::Range;

use super::references::Named;
use crate::draft::Draft;
use crate::rules::Linter;

/// Longest name, in characters.
const LONGEST: usize = 24;

/// The name at a byte: one in quotation marks, or one that the draft has set down as a short name.
pub fn at(linter: &Linter, byte: usize) -> Option<Named> {
    let draft = linter.draft();
    let text = draft.text().to_string();
    let (place, name) = quoted_at(&text, draft, byte).or_else(|| short_at(&text, draft, byte))?;
    let mut definitions: Vec<Range<usize>> = set_down(&text).filter(|range| text[range.clone()] == name).collect();
    let mut all = mentions(&text, &name, !definitions.is_empty());
    if definitions.is_empty() {
        definitions.extend(all.first().cloned());
    }
    all.retain(|range| !definitions.contains(range));
    Some(Named { place, definitions, mentions: all })
}

/// What a new name must be; else why it cannot be one.
///
/// # Errors
/// A sentence that tells the user.
pub fn check_name(name: &str) -> Result<(), String> {
    if name.trim().is_empty() {
        return Err("名称不能为空".into());
    }
    match name.chars().find(|ch| matches!(ch, '\n' | '\r' | '“' | '”' | '。')) {
        Some('\n' | '\r') => Err("名称里不能换行".into()),
        Some(mark) => Err(format!("名称里不能有“{mark}”；引号不用写，会照原样保留")),
        None => Ok(()),
    }
}

/// The words between “ and ” around a byte, without the marks.
fn quoted_at(text: &str, draft: &Draft, byte: usize) -> Option<(Range<usize>, String)> {
    let paragraph = draft.paragraph_range(draft.paragraph_at(byte)?);
    let start = text[paragraph.start..byte].rfind(['“', '”']).map(|at| paragraph.start + at)?;
    let end = text[byte..paragraph.end].find(['“', '”']).map(|at| byte + at)?;
    let inner = start + '“'.len_utf8()..end;
    let fits = text[start..].starts_with('“') && text[end..].starts_with('”') && is_name(&text[inner.clone()]);
    fits.then(|| (inner.clone(), text[inner].to_owned()))
}

/// The short name that stands at a byte.
fn short_at(text: &str, draft: &Draft, byte: usize) -> Option<(Range<usize>, String)> {
    let line = draft.text().line_range(draft.text().line_of_byte(byte));
    let names = set_down(text).map(|range| text[range].to_owned());
    let here = |name: String| {
        let mut found =
            text[line.clone()].match_indices(&name).map(|(at, _)| line.start + at).map(|at| at..at + name.len());
        found.find(|range| range.start <= byte && byte <= range.end).map(|range| (range, name.clone()))
    };
    names.into_iter().find_map(here)
}

/// The names behind 以下简称, 简称为 and the like, in quotation marks or up to the bracket's end.
fn set_down(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    text.match_indices("简称").filter_map(|(at, word)| {
        let rest = &text[at + word.len()..];
        let skipped = rest.len() - rest.trim_start_matches(['为', '：', ':', '“']).len();
        let start = at + word.len() + skipped;
        let end = start + text[start..].find(['”', '）', ')', '，', '。', '\n'])?;
        is_name(&text[start..end]).then_some(start..end)
    })
}

fn is_name(words: &str) -> bool {
    let count = words.chars().count();
    (2..=LONGEST).contains(&count) && !words.contains(['。', '，', '；', '\n', '\r', '“', '”'])
}

/// All places of a name: in quotation marks, and without them when it is one that means nothing else. A place
/// inside a longer name in quotation marks is not one.
fn mentions(text: &str, name: &str, bare_too: bool) -> Vec<Range<usize>> {
    let quoted = |range: &Range<usize>| text[..range.start].ends_with('“') && text[range.end..].starts_with('”');
    let inside = |range: &Range<usize>| {
        let line = text[..range.start].rfind('\n').map_or(0, |at| at + 1);
        let open = text[line..range.start].rfind(['“', '”']);
        open.is_some_and(|at| text[line + at..].starts_with('“'))
    };
    let bare_too = bare_too || name.chars().count() > 3;
    let all = text.match_indices(name).map(|(at, _)| at..at + name.len());
    all.filter(|range| quoted(range) || (bare_too && !inside(range))).collect()
}
