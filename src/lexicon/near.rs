//! Where a text nearly says a phrase: one character replaced, dropped, added, or two neighbours swapped.
//!
//! One edit leaves one half of a phrase as it is, so halves are looked for, and the rest is compared at each. The edit
//! alone says little: 河长制 is not 河湖长制 with a slip. So the place is weighed: how likely its words and those around
//! it are as they stand, against the phrase and a slip ([`words`](super::words)). Forms that are right though they look
//! like a phrase are in its entry as `alike`.

use std::ops::Range;

use super::bare::{Bare, is_quote};
use super::entry::Entry;
use super::scan::Scanner;
use super::slip::{Slip, interchangeable, slips};
use super::words;
use super::{Class, Confidence};
use crate::syntax::Span;
use crate::text::han::is_han;

/// Han characters that a phrase must have: of shorter ones, one edit leaves too little.
const SHORTEST: usize = 4;
/// Slips are numbered in one byte.
const LONGEST: usize = 250;
/// Characters on each side that are weighed with the place.
const AROUND: usize = 6;

/// In fifths of a nat, as the costs of words are: a phrase where one may stand, a slip of a usual kind, a character
/// dropped, and one that is any of a thousand.
const PHRASE: i32 = 45;
const USUAL: i32 = 30;
const DROPPED: i32 = 40;
const UNUSUAL: i32 = 80;
/// What a slip must win by. Found on published reports and on slips planted in them: 19 of 20 win, and most of what
/// looks like a phrase by chance does not.
const MARGIN: i32 = -15;

/// A place that is nearly a phrase.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct NearPlace {
    pub entry: u32,
    pub slip: Slip,
    /// A slip of a usual kind, whose characters do not read as words.
    pub sure: bool,
    pub span: Span,
    odds: i32,
}

/// Wordings, ready to be compared.
pub(super) struct Near {
    targets: Vec<Target>,
    /// By the index of their strings in the scanner.
    pieces: Vec<Piece>,
    scanner: Scanner,
}

/// A wording as its Han characters.
struct Target {
    entry: u32,
    chars: Vec<char>,
    /// Characters before which 、 or ， may stand.
    gaps: Vec<bool>,
    /// It is written in quotation marks.
    quoted: bool,
    /// It says the entry, and not only something like it.
    own: bool,
    /// A common word, of which only slips of a usual kind are looked at.
    common: bool,
}

/// A string that is looked for.
#[derive(Clone, Copy)]
struct Piece {
    target: u32,
    part: Part,
    /// Of a half: the next two characters of the wording, the nearer first.
    beside: [char; 2],
}

impl Piece {
    /// Whether one of the two characters beside it is one of those that the wording has there. Where none is, which is
    /// nearly everywhere, no slip has made the rest of the wording into what stands there.
    fn may_go_on(&self, bare: &Bare<'_>, at: &Range<usize>) -> bool {
        let char_at = |index: Option<usize>| index.and_then(|index| bare.chars.get(index));
        let there = match self.part {
            Part::Whole | Part::Crossed => return true,
            Part::Left => [char_at(Some(at.end)), char_at(Some(at.end + 1))],
            Part::Right => [char_at(at.start.checked_sub(1)), char_at(at.start.checked_sub(2))],
        };
        there.into_iter().flatten().any(|there| self.beside.contains(there))
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    /// Nothing but the wording itself: what it stands in is no slip of another.
    Whole,
    Left,
    Right,
    /// The whole with the two characters in the middle swapped, which no half survives.
    Crossed,
}

/// A place that may be a slip, in characters of the bare text.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Try {
    target: u32,
    slip: Slip,
    start: usize,
    end: usize,
}

impl Near {
    /// Looks for near misses of the wordings. The dictionary they are weighed with is loaded with the first of them.
    pub fn new(entries: &[Entry]) -> Self {
        let mut near = Near { targets: Vec::new(), pieces: Vec::new(), scanner: Scanner::new::<String>(&[]) };
        let mut texts = Vec::new();
        for (entry, index) in entries.iter().zip(0u32..) {
            near.add(index, entry, &entry.canonical, entry.class != Class::B, &mut texts);
            for right in entry.accepted.iter().chain(&entry.rivals).chain(&entry.alike) {
                near.add(index, entry, right, false, &mut texts);
            }
        }
        near.scanner = Scanner::new(&texts);
        near
    }

    fn add(&mut self, entry: u32, data: &Entry, written: &str, wanted: bool, texts: &mut Vec<String>) {
        let bare = Bare::new(written);
        let gaps = bare.gaps(0..bare.chars.len());
        let chars = bare.chars;
        let number = self.targets.len() as u32;
        let mut piece = |part, chars: &[char], beside| {
            texts.push(chars.iter().collect());
            self.pieces.push(Piece { target: number, part, beside });
        };
        if wanted && (SHORTEST..LONGEST).contains(&chars.len()) && chars.iter().all(|ch| is_han(*ch)) {
            let middle = chars.len() / 2;
            piece(Part::Left, &chars[..middle], [chars[middle], chars[middle + 1]]);
            piece(Part::Right, &chars[middle..], [chars[middle - 1], chars[middle - 2]]);
            let mut crossed = chars.clone();
            crossed.swap(middle - 1, middle);
            if crossed != chars {
                piece(Part::Crossed, &crossed, Default::default());
            }
        } else {
            piece(Part::Whole, &chars, Default::default());
        }
        let quoted = data.quotes || written.contains(is_quote);
        let own = data.canonical == written || data.rivals.iter().any(|rival| rival == written);
        let common = data.confidence == Confidence::L;
        self.targets.push(Target { entry, chars, gaps, quoted, own, common });
    }

    /// The places of the right wordings of a text, and their entries.
    pub fn exact(&self, text: &str) -> Vec<(u32, Span)> {
        let bare = Bare::new(text);
        let mut found = Vec::new();
        self.scanner.each(&bare.chars, |range, index| {
            let piece = self.pieces[index as usize];
            let target = &self.targets[piece.target as usize];
            let start = range.start;
            let at = start..start + target.chars.len();
            let whole = match piece.part {
                Part::Whole => range.end == at.end,
                Part::Left => bare.chars.get(at.clone()).is_some_and(|chars| chars == target.chars),
                Part::Right | Part::Crossed => false,
            };
            let marked = |index: usize| !bare.gap(start + index) || target.gaps[index];
            if whole && target.own && (1..target.chars.len()).all(marked) {
                found.push((target.entry, bare.span(at)));
            }
        });
        found
    }

    /// The places of a text that are nearly a phrase, none of them in another; `others` are the places of forms.
    pub fn find(&self, text: &str, others: &[Span]) -> Vec<NearPlace> {
        let bare = Bare::new(text);
        let (mut rights, mut tries) = (others.to_vec(), Vec::new());
        self.scanner.each(&bare.chars, |range, index| {
            let piece = self.pieces[index as usize];
            if piece.may_go_on(&bare, &range) {
                self.compare(&bare, piece, range, &mut rights, &mut tries);
            }
        });
        let target = |one: &Try| &self.targets[one.target as usize];
        tries.retain(|one| one.stands_alone(target(one), &bare) && !one.is_in(&bare, &rights));
        let places = tries.iter().map(|one| self.weigh(&bare, one));
        let mut places: Vec<NearPlace> = places.filter(|place| place.odds >= MARGIN).collect();
        // The likeliest slip of each place.
        places.sort_by_key(|place| (-place.odds, place.span));
        let mut found: Vec<NearPlace> = Vec::new();
        for place in places {
            if found.iter().all(|other| place.span.end <= other.span.start || other.span.end <= place.span.start) {
                found.push(place);
            }
        }
        found
    }

    /// Compares what is around a piece with the rest of its target.
    fn compare(&self, bare: &Bare<'_>, piece: Piece, at: Range<usize>, rights: &mut Vec<Span>, tries: &mut Vec<Try>) {
        let target = &self.targets[piece.target as usize];
        let middle = target.chars.len() / 2;
        let mut add = |slip: Slip, range: Range<usize>| {
            let one = Try { target: piece.target, slip, start: range.start, end: range.end };
            let told = !target.common || slip.is_usual(&target.chars);
            if told && slip.is_odd(&target.chars) && one.fits(target, bare) && !tries.contains(&one) {
                tries.push(one);
            }
        };
        match piece.part {
            Part::Whole => rights.push(bare.span(at)),
            Part::Crossed => add(Slip::Swapped { at: middle as u8 - 1 }, at),
            Part::Left => {
                let rest = &target.chars[middle..];
                for (slip, used) in slips(rest.len(), |n| rest[n], |n| bare.chars.get(at.end + n).copied()) {
                    match slip {
                        Some(slip) => add(slip.moved(middle), at.start..at.end + used),
                        None => rights.push(bare.span(at.start..at.end + used)),
                    }
                }
            }
            Part::Right => {
                let rest = &target.chars[..middle];
                let back = |n: usize| at.start.checked_sub(n + 1).map(|index| bare.chars[index]);
                for (slip, used) in slips(middle, |n| rest[middle - 1 - n], back) {
                    // No slip: the whole is found by its left half.
                    if let Some(slip) = slip {
                        add(slip.mirrored(middle), at.start - used..at.end);
                    }
                }
            }
        }
    }

    fn weigh(&self, bare: &Bare<'_>, one: &Try) -> NearPlace {
        let han = |at: &usize| is_han(bare.chars[*at]);
        let before = (0..one.start).rev().take(AROUND).take_while(han).last().unwrap_or(one.start);
        let behind = (one.end..bare.chars.len()).take(AROUND).take_while(han).last().map_or(one.end, |last| last + 1);
        let cost = |range: Range<usize>| words::cost(&bare.chars[range.clone()], &bare.gaps(range)) as i32;
        let target = &self.targets[one.target as usize];
        let usual = one.slip.is_usual(&target.chars);
        let slip = match one.slip {
            _ if usual => USUAL,
            Slip::Dropped { .. } => DROPPED,
            _ => UNUSUAL,
        };
        let meant = cost(before..one.start) + PHRASE + slip + cost(one.end..behind);
        let odds = cost(before..behind) - meant;
        // 循序前进, 深入展开: what reads as words may be meant.
        let changed = one.changed(bare);
        let range = before..behind;
        let reads = || {
            let changed = changed.start - before..changed.end - before;
            words::in_words(&bare.chars[range.clone()], &bare.gaps(range.clone()), changed)
        };
        let sure = usual && !reads();
        NearPlace { entry: target.entry, slip: one.slip, sure, span: bare.span(one.start..one.end), odds }
    }
}

impl Try {
    /// The characters that the slip wrote, of the bare text; both where one was typed twice, none where one was dropped.
    fn changed(&self, bare: &Bare<'_>) -> Range<usize> {
        let from = |at: u8| self.start + usize::from(at);
        match self.slip {
            Slip::Replaced { at, .. } => from(at)..from(at) + 1,
            Slip::Swapped { at } => from(at)..from(at) + 2,
            Slip::Dropped { at } => from(at)..from(at),
            Slip::Added { at, ch } => {
                let twice = |at: usize| (self.start..self.end).contains(&at) && bare.chars[at] == ch;
                let before = from(at) - usize::from(from(at) > self.start && twice(from(at) - 1));
                before..from(at) + 1 + usize::from(twice(from(at) + 1))
            }
        }
    }

    /// Marks stand between its characters only where the target has them.
    fn fits(&self, target: &Target, bare: &Bare<'_>) -> bool {
        (1..self.end - self.start).filter(|index| bare.gap(self.start + index)).all(|index| {
            // The mark before a character that was dropped now stands before the next.
            let sources = [self.slip.source(index), self.slip.source(index - 1).map(|before| before + 1)];
            sources.iter().flatten().any(|at| target.gaps.get(*at) == Some(&true))
        })
    }

    /// Whether what is around it lets it be a slip: no quotation mark cuts it, and where its first or last character is
    /// missing, there is something else than the end of the text, another number, or another level of government.
    fn stands_alone(&self, target: &Target, bare: &Bare<'_>) -> bool {
        let cut = bare.text[bare.span(self.start..self.end).range()].contains(is_quote);
        let beside = |neighbour: Option<&char>, missing: char| {
            neighbour.is_some_and(|neighbour| !interchangeable(*neighbour, missing))
        };
        let whole = match self.slip {
            Slip::Dropped { at: 0 } => beside(bare.chars[..self.start].last(), target.chars[0]),
            Slip::Dropped { at } if usize::from(at) + 1 == target.chars.len() => {
                beside(bare.chars.get(self.end), target.chars[usize::from(at)])
            }
            _ => true,
        };
        whole && (target.quoted || !cut)
    }

    /// Whether its changed characters, or all others, are in a place that is something else.
    fn is_in(&self, bare: &Bare<'_>, rights: &[Span]) -> bool {
        let last = self.end - self.start - 1;
        let (from, to) = match self.slip {
            Slip::Replaced { at, .. } | Slip::Added { at, .. } => (at, at),
            Slip::Swapped { at } => (at, at + 1),
            Slip::Dropped { at } => (at.saturating_sub(1), at),
        };
        let changed = usize::from(from).min(last)..usize::from(to).min(last) + 1;
        let others = match changed.start {
            _ if changed.len() > 1 || last == 0 => 0..last + 1,
            0 => 1..last + 1,
            at if at == last => 0..last,
            _ => 0..last + 1,
        };
        [changed, others].into_iter().any(|part| {
            let part = bare.span(self.start + part.start..self.start + part.end);
            rights.iter().any(|right| right.start <= part.start && part.end <= right.end)
        })
    }
}
