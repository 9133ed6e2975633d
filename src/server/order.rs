//! Changes that arrive in another order than they were made.
//!
//! Helix hands each change to a task of its own, and the tasks overtake each other when characters come in one go, as
//! they do from an input method. Applied as they arrive, 平安鹿鸣 becomes 平鸣安鹿 here and nowhere else. The versions
//! tell the order, so the last changes are kept for a while and made again, in that order, when one comes late.

use std::collections::VecDeque;

use crate::text::{BadPosition, Change, PositionEncoding, Text};

/// Messages that may overtake another.
const LONGEST: usize = 64;

/// The last changes of one draft.
pub struct Order {
    encoding: PositionEncoding,
    /// The text before the changes that are kept; `None` when it is not known.
    base: Option<Text>,
    /// By version.
    changes: VecDeque<(i32, Vec<Change>)>,
}

impl Order {
    /// Of a draft that has just been opened.
    pub fn new(text: Text, encoding: PositionEncoding) -> Self {
        Order { encoding, base: Some(text), changes: VecDeque::new() }
    }

    /// Takes note of the changes of a version, and gives the whole text when others have overtaken them.
    pub fn note(&mut self, version: i32, changes: &[Change]) -> Option<String> {
        let at = self.changes.partition_point(|(before, _)| *before <= version);
        let late = at < self.changes.len();
        self.changes.insert(at, (version, changes.to_vec()));
        if late {
            return self.again().map(|text| text.to_string());
        }
        if changes.iter().any(|change| change.range.is_none()) {
            // Nothing before it matters.
            self.changes.drain(..at);
            self.base = Some(Text::default());
        }
        if self.changes.len() > LONGEST {
            let oldest = self.changes.pop_front().map(|(_, changes)| changes).unwrap_or_default();
            self.base = self.base.take().and_then(|base| replayed(base, &oldest, self.encoding).ok());
        }
        None
    }

    /// The text when all changes are made in their order; those before a whole new text do not count.
    fn again(&self) -> Option<Text> {
        let all: Vec<&Change> = self.changes.iter().flat_map(|(_, changes)| changes).collect();
        let first = all.iter().rposition(|change| change.range.is_none()).unwrap_or(0);
        replayed(self.base.clone()?, all[first..].iter().copied(), self.encoding).ok()
    }

    /// A change was lost: only a whole new text tells what stands there.
    pub fn forget(&mut self) {
        self.base = None;
        self.changes.clear();
    }
}

/// The text with the changes made, one after another.
pub fn replayed<'a>(
    mut text: Text,
    changes: impl IntoIterator<Item = &'a Change>,
    encoding: PositionEncoding,
) -> Result<Text, BadPosition> {
    for change in changes {
        let edit = text.resolve(change, encoding)?;
        text.replace(&edit);
    }
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Position;

    fn typed(column: usize, text: &str) -> Vec<Change> {
        let at = Position { line: 0, column };
        vec![Change { range: Some(at..at), text: text.into() }]
    }

    fn whole(text: &str) -> Vec<Change> {
        vec![Change { range: None, text: text.into() }]
    }

    #[test]
    fn a_change_that_comes_late_is_made_before_those_that_overtook_it() {
        let mut order = Order::new(Text::new("甲\n"), PositionEncoding::Utf16);
        assert_eq!(order.note(2, &typed(1, "乙")), None);
        assert_eq!(order.note(5, &typed(4, "戊")), None);
        // Where one is still missing, the rest may not fit yet.
        order.note(3, &typed(2, "丙"));
        assert_eq!(order.note(4, &typed(3, "丁")).as_deref(), Some("甲乙丙丁戊\n"));
        assert_eq!(order.note(6, &typed(5, "己")), None);
    }

    #[test]
    fn a_change_long_made_is_part_of_what_later_ones_are_made_on() {
        let mut order = Order::new(Text::new(""), PositionEncoding::Utf16);
        for version in 0..100 {
            assert_eq!(order.note(version, &typed(0, "一")), None);
        }
        order.note(102, &typed(101, "三"));
        assert_eq!(order.note(101, &typed(100, "二")), Some("一".repeat(100) + "二三"));
    }

    #[test]
    fn a_whole_text_ends_what_came_before_and_a_loss() {
        let mut order = Order::new(Text::new("甲"), PositionEncoding::Utf16);
        order.forget();
        assert_eq!(order.note(1, &typed(9, "乙")), None);
        assert_eq!(order.note(0, &typed(1, "丙")), None);
        assert_eq!(order.note(5, &whole("一")), None);
        assert_eq!(order.note(4, &typed(1, "丁")).as_deref(), Some("一"));
        assert_eq!(order.note(6, &typed(1, "二")), None);
    }
}
