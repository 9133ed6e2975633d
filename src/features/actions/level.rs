//! A heading one level up or down, with all that is under it.

use std::ops::Range;

use super::tree::{children, numbered, refer, relabel, renumber, section_at};
use crate::draft::structure::Run;
use crate::draft::{Draft, ItemRef};
use crate::features::labels::{Form, item};
use crate::syntax::Role;
use crate::text::Edit;

/// A numbered heading at the head of its paragraph, with its run and its index there.
fn heading<'a>(draft: &'a Draft, range: &Range<usize>) -> Option<(ItemRef, &'a Run, usize)> {
    let section = &draft.structure().sections[section_at(draft, range)?];
    let (at, run, index) = numbered(draft, section)?;
    let alone = |at: &ItemRef| item(draft, *at).is_some_and(|item| item.role == Role::Head);
    run.items.iter().all(alone).then_some((at, run, index))
}

/// Whether the heading stands under another.
pub fn can_promote(draft: &Draft, range: &Range<usize>) -> bool {
    heading(draft, range).is_some_and(|(_, run, _)| run.parent.is_some())
}

/// Makes the heading one of those that it stood under. Its followers stand under it from now on.
pub fn promote(draft: &Draft, range: &Range<usize>) -> Option<Vec<Edit>> {
    let (at, run, index) = heading(draft, range)?;
    let parent = run.parent?;
    let (_, above, place) = super::tree::run_of(draft, parent)?;
    let number = above.numbers[place] + 1;
    let mut edits = relabel(draft, at, Form::Like(parent), number)?;
    let own = children(draft, at);
    for (count, child) in (1..).zip(&own) {
        edits.extend(relabel(draft, *child, Form::Like(at), count)?);
        raise(draft, *child, &mut edits)?;
    }
    for (count, later) in (own.len() as u32 + 1..).zip(&run.items[index + 1..]) {
        edits.push(renumber(draft, *later, count)?);
    }
    for (later, now) in above.items.iter().zip(&above.numbers).skip(place + 1) {
        edits.push(renumber(draft, *later, now + 1)?);
    }
    edits.extend(refer(draft, above, |part| if part >= number { part + 1 } else { part }));
    Some(edits)
}

/// What is under a heading takes its form.
fn raise(draft: &Draft, at: ItemRef, edits: &mut Vec<Edit>) -> Option<()> {
    for child in children(draft, at) {
        edits.extend(relabel(draft, child, Form::Like(at), item(draft, child)?.number)?);
        raise(draft, child, edits)?;
    }
    Some(())
}

/// Whether a heading of the same run stands before it.
pub fn can_demote(draft: &Draft, range: &Range<usize>) -> bool {
    heading(draft, range).is_some_and(|(_, run, index)| index > 0 && Form::below(draft, run.style).is_some())
}

/// Puts the heading under the one before it.
pub fn demote(draft: &Draft, range: &Range<usize>) -> Option<Vec<Edit>> {
    let (at, run, index) = heading(draft, range)?;
    let before = *run.items.get(index.checked_sub(1)?)?;
    let last = children(draft, before).last().copied();
    let form = last.map_or_else(|| Form::below(draft, run.style), |child| Some(Form::Like(child)))?;
    let number = last.and_then(|child| item(draft, child)).map_or(0, |item| item.number) + 1;
    let mut edits = relabel(draft, at, form, number)?;
    lower(draft, at, form, &mut edits)?;
    for (later, now) in run.items.iter().zip(&run.numbers).skip(index + 1) {
        edits.push(renumber(draft, *later, now.saturating_sub(1).max(1))?);
    }
    let own = run.numbers[index];
    edits.extend(refer(draft, run, |part| if part > own { part - 1 } else { part }));
    Some(edits)
}

/// What is under a heading takes the form of what is below the heading's new one.
fn lower(draft: &Draft, at: ItemRef, form: Form, edits: &mut Vec<Edit>) -> Option<()> {
    let own = children(draft, at);
    if own.is_empty() {
        return Some(());
    }
    let below = Form::below(draft, form.style(draft)?)?;
    for child in own {
        edits.extend(relabel(draft, child, below, item(draft, child)?.number)?);
        lower(draft, child, below, edits)?;
    }
    Some(())
}
