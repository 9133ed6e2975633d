//! Where each list stands while a document is read from its start.

use std::collections::{HashMap, HashSet};

use super::numbering::{Definitions, Found, LEVELS};
use super::numeral::written;
use super::styles::Styles;

/// The numbers given so far.
#[derive(Debug, Default)]
pub struct Counters {
    definitions: Definitions,
    /// By shape: the last number of each level.
    last: HashMap<i64, [Option<u32>; LEVELS]>,
    /// Lists and levels that have begun where they, unlike their shape, start.
    begun: HashSet<(i64, usize)>,
}

/// What a paragraph says of its number: a list, and a level (from 0) of it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Numbered {
    /// 0 takes the number of the style away.
    pub list: Option<i64>,
    pub level: Option<usize>,
}

impl Counters {
    pub fn new(definitions: Definitions) -> Self {
        Counters { definitions, ..Counters::default() }
    }

    /// The label of the next paragraph, with a space behind it where a reader sees a gap; empty without one.
    pub fn label(&mut self, own: Numbered, style: Option<&str>, styles: &Styles) -> String {
        self.counted(own, style, styles).unwrap_or_default()
    }

    fn counted(&mut self, own: Numbered, style: Option<&str>, styles: &Styles) -> Option<String> {
        let (id, level) = match own.list {
            Some(id) => (id, own.level.unwrap_or(0)),
            None => {
                let (from, inherited) = styles.numbered(style)?;
                let list = self.definitions.list(inherited.list?)?;
                // Such a list names the styles of its levels; what the style itself says of the level is not asked.
                let named = style.into_iter().chain([from]).find_map(|style| list.level_of_style(style));
                (inherited.list?, own.level.or(named).or(inherited.level).unwrap_or(0))
            }
        };
        let list = self.definitions.list(id).filter(|_| id != 0)?;
        list.level(level)?;
        let numbers = self.last.entry(list.shape).or_default();
        count(&list, level, numbers, self.begun.insert((id, level)));
        Some(label(&list, level, numbers))
    }
}

/// Gives the next number of a level; `first` when the list has not come to that level before.
fn count(list: &Found<'_>, level: usize, numbers: &mut [Option<u32>; LEVELS], first: bool) {
    let start = |at: usize| list.start(at).or(list.level(at).map(|level| level.start)).unwrap_or(1);
    numbers[level] = match (numbers[level], list.start(level)) {
        (_, Some(start)) if first => Some(start),
        (Some(last), _) => Some(last.saturating_add(1)),
        (None, _) => Some(start(level)),
    };
    // A level above that was never used counts as begun.
    for (above, number) in numbers[..level].iter_mut().enumerate() {
        number.get_or_insert_with(|| start(above));
    }
    for (below, number) in numbers.iter_mut().enumerate().skip(level + 1) {
        // The level (from 1) whose numbers make it start again.
        let by = list.level(below).and_then(|level| level.restart).unwrap_or(below);
        if by != 0 && level < by {
            *number = None;
        }
    }
}

fn label(list: &Found<'_>, level: usize, numbers: &[Option<u32>; LEVELS]) -> String {
    let Some(own) = list.level(level) else { return String::new() };
    let mut label = String::new();
    let mut chars = own.text.chars().peekable();
    while let Some(ch) = chars.next() {
        let at = chars.peek().filter(|_| ch == '%').and_then(|digit| digit.to_digit(10)).filter(|at| *at > 0);
        match at {
            Some(at) => {
                chars.next();
                let at = at as usize - 1;
                let format = list.level(at).map_or("decimal", |level| &level.format);
                let number = numbers.get(at).copied().flatten().unwrap_or(1);
                label += &written(number, if own.legal { "decimal" } else { format });
            }
            // Bullets of symbol fonts have no meaning outside of them.
            None if ('\u{E000}'..='\u{F8FF}').contains(&ch) => label.push('•'),
            None => label.push(ch),
        }
    }
    if own.gap && !label.is_empty() {
        label.push(' ');
    }
    label
}
