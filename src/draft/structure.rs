//! The structure of a draft: its sections and its runs of ordinals, built from the facts of its paragraphs.
//!
//! It is the one source for the numbering rules, the outline and the folds. It holds indices, not spans, so that it
//! stays right while prose is typed.

use crate::syntax::{Fact, Item, Kind, Opening, Paragraph, Role, Style, Then};

/// An ordinal: paragraph and fact in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ItemRef {
    pub paragraph: usize,
    pub fact: usize,
}

/// Ordinals of one style that count on from one another: the 一、二、三、 of a part, the （一）（二） under 一、, a
/// sequence 一是…二是….
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    pub style: Style,
    pub items: Vec<ItemRef>,
    /// Number of each item.
    pub numbers: Vec<u32>,
    /// The heading that the run stands under.
    pub parent: Option<ItemRef>,
    /// Paragraph of the part heading or appendix that it stands under; 0 without one.
    pub part: usize,
    /// It goes on from a run that another heading had ended, or from the draft's part that is not here.
    pub continues: bool,
    /// It stands in an appendix, where numbering has its own ways.
    pub appendix: bool,
    /// The sentence right before it that announces how many items it has: that fact, and the number.
    pub declared: Option<(ItemRef, u32)>,
}

/// A section of the outline. Its end is the next section of the same or a lower depth.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Section {
    pub kind: SectionKind,
    /// How deep it stands, from 0 for the title.
    pub depth: usize,
    pub paragraph: usize,
    /// The fact that is its ordinal.
    pub fact: Option<usize>,
}

/// What opens a section.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SectionKind {
    Title,
    Part,
    Appendix,
    Heading(Style),
    Lead,
}

/// Sections and runs of a draft.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Structure {
    /// In the order of the text.
    pub sections: Vec<Section>,
    /// In the order of their first items.
    pub runs: Vec<Run>,
    /// Parts without a number.
    pub parts: usize,
    /// The draft is cut at its start (（上接…）) or its end (（下转…）).
    pub cut_start: bool,
    pub cut_end: bool,
    /// Another report follows the first: another title, and 现在，我代表… behind it.
    pub several: bool,
    /// Nothing of what a report begins with is in it: it may be a piece of one.
    pub piece: bool,
}

/// Paragraphs between the title of a report and its opening.
const FRONT: usize = 12;

impl Structure {
    /// Builds the structure of a draft's paragraphs.
    pub fn of(paragraphs: &[Paragraph]) -> Self {
        let mut builder = Builder::default();
        for (index, paragraph) in paragraphs.iter().enumerate() {
            builder.paragraph(index, paragraph);
        }
        builder.structure.piece = !builder.headed;
        builder.structure
    }

    /// The ordinals that one behind these paragraphs may follow: of headings, outermost first, then of sequences.
    pub fn waiting<'a>(paragraphs: impl Iterator<Item = &'a Paragraph>) -> Vec<Waiting> {
        let mut builder = Builder::default();
        paragraphs.enumerate().for_each(|(index, paragraph)| builder.paragraph(index, paragraph));
        let open = builder.headings.iter().chain(&builder.sequences);
        open.map(|open| Waiting { item: open.item, style: open.style, number: open.last }).collect()
    }
}

/// An ordinal that the next one may follow.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Waiting {
    pub item: ItemRef,
    pub style: Style,
    pub number: u32,
}

/// A run that may still go on.
#[derive(Debug, Clone, Copy)]
struct Open {
    run: usize,
    style: Style,
    last: u32,
    depth: usize,
    item: ItemRef,
    /// How the title of its first item begins.
    first: Opening,
}

#[derive(Default)]
struct Builder {
    structure: Structure,
    /// Open runs of headings, outermost first.
    headings: Vec<Open>,
    /// Open sequences 一是…, 第一，….
    sequences: Vec<Open>,
    /// The last number of each style whose run was ended.
    closed: Vec<(Style, u32)>,
    /// Paragraph of the last part heading.
    part: usize,
    /// Depth under which headings without parent stand: 1 under an unnumbered part, else 0.
    base: usize,
    titled: bool,
    /// Front matter ends with the salutation or the first section.
    begun: bool,
    /// Something that a draft begins with has been seen. Without it, what comes first may be a piece of a report.
    headed: bool,
    /// A salutation, or the words behind it, has been seen.
    addressed: bool,
    /// Paragraph of the last title behind that.
    retitled: Option<usize>,
    appendix: bool,
    /// An announcement that the next paragraph, or the next fact, must take up.
    announced: Option<(ItemRef, u32, Then)>,
}

impl Builder {
    fn paragraph(&mut self, index: usize, paragraph: &Paragraph) {
        self.headed |= matches!(paragraph.kind, Kind::Title | Kind::Subtitle | Kind::Date | Kind::Opening | Kind::Part);
        match paragraph.kind {
            Kind::Blank | Kind::Furniture => {
                for fact in &paragraph.facts {
                    self.structure.cut_start |= *fact == Fact::CutStart;
                    self.structure.cut_end |= *fact == Fact::CutEnd;
                }
                return;
            }
            Kind::Title if !self.begun && !self.titled => {
                self.titled = true;
                self.section(SectionKind::Title, 0, index, None);
            }
            Kind::Title | Kind::Subtitle if self.addressed => self.retitled = Some(index),
            Kind::Salutation => self.address(),
            Kind::Opening => self.open(index),
            Kind::Part => self.part(SectionKind::Part, index),
            Kind::Appendix => {
                self.appendix = true;
                self.part(SectionKind::Appendix, index);
            }
            Kind::Lead => {
                let depth = self.headings.last().map_or(self.base + self.top(), |open| open.depth + 1);
                self.section(SectionKind::Lead, depth, index, None);
            }
            _ => {}
        }
        self.facts(index, paragraph);
    }

    fn open(&mut self, index: usize) {
        if self.retitled.take().is_some_and(|title| index - title <= FRONT) {
            self.structure.several = true;
            self.end_headings(0);
            self.end_sequences();
            self.closed.clear();
        }
        self.address();
    }

    fn address(&mut self) {
        (self.begun, self.addressed, self.appendix) = (true, true, false);
    }

    /// Whether what comes before the first ordinal of a style may stand in a part of the draft that is not here.
    fn is_cut(&self, style: Style) -> bool {
        let new = || self.closed.iter().all(|(closed, _)| *closed != style);
        self.structure.cut_start || (!self.headed && new())
    }

    /// Depth of what stands directly under the title.
    fn top(&self) -> usize {
        usize::from(self.titled)
    }

    fn part(&mut self, kind: SectionKind, index: usize) {
        self.begun = true;
        self.end_headings(0);
        self.end_sequences();
        self.base = 1;
        self.part = index;
        self.structure.parts += usize::from(kind == SectionKind::Part);
        self.section(kind, self.top(), index, None);
    }

    fn section(&mut self, kind: SectionKind, depth: usize, paragraph: usize, fact: Option<usize>) {
        self.structure.sections.push(Section { kind, depth, paragraph, fact });
    }

    fn facts(&mut self, index: usize, paragraph: &Paragraph) {
        for (fact, content) in paragraph.facts.iter().enumerate() {
            let at = ItemRef { paragraph: index, fact };
            match content {
                Fact::Item(item) => {
                    let run = self.item(at, item);
                    self.answer(at, item, run);
                }
                Fact::Announcement { count, then, .. } => self.announced = Some((at, *count, *then)),
                Fact::Reference { .. }
                | Fact::Note { .. }
                | Fact::HalfWidth { .. }
                | Fact::Unended { .. }
                | Fact::Address { .. }
                | Fact::CutStart
                | Fact::CutEnd
                | Fact::Call => {}
            }
        }
        // An announcement is answered by the very next paragraph or not at all.
        if self.announced.is_some_and(|(by, ..)| by.paragraph != index) {
            self.announced = None;
        }
    }

    /// Takes an ordinal into its run; the run's index if it was taken.
    fn item(&mut self, at: ItemRef, item: &Item) -> Option<usize> {
        if item.style.is_heading() { self.heading(at, item) } else { self.sequence(at, item) }
    }

    fn answer(&mut self, at: ItemRef, item: &Item, run: Option<usize>) {
        let Some((by, count, then)) = self.announced else { return };
        let right_behind = match then {
            Then::Item => by.paragraph == at.paragraph && by.fact + 1 == at.fact,
            Then::Paragraph => by.paragraph != at.paragraph && at.fact == 0 && item.role == Role::Head,
            Then::Text => false,
        };
        if let Some(run) = run.filter(|_| right_behind && item.number == 1) {
            self.structure.runs[run].declared = Some((by, count));
        }
        self.announced = None;
    }

    fn heading(&mut self, at: ItemRef, item: &Item) -> Option<usize> {
        let next = |open: &Open| open.style == item.style && open.last + 1 == item.number;
        let found = self.headings.iter().rposition(next);
        let own = self.headings.iter().rposition(|open| open.style == item.style);
        if item.role == Role::Doubtful && found.is_none_or(|depth| !self.expects(depth, item)) {
            return None;
        }
        let run = if let Some(depth) = found {
            self.end_headings(depth + 1);
            self.go_on(depth, at, item)
        } else if item.number == 1 {
            self.begin(at, item, own, false)
        } else if item.role != Role::Head {
            return None; // A doubtful number inside a sentence begins and breaks nothing.
        } else if let Some(depth) = own {
            self.end_headings(depth + 1);
            self.go_on(depth, at, item)
        } else {
            let continues = self.closed.contains(&(item.style, item.number - 1));
            self.begin(at, item, None, continues)
        };
        if item.role == Role::Head {
            self.begun = true;
            self.end_sequences();
        }
        let depth = self.headings.last().map_or(0, |open| open.depth);
        // Inside a sentence only （一） and 一、 are headings that lost their line break; ① and 1. list things.
        if item.role == Role::Head || (item.role == Role::Inline && matches!(item.style, Style::Han | Style::HanParen))
        {
            self.section(SectionKind::Heading(item.style), depth, at.paragraph, Some(at.fact));
        }
        Some(run)
    }

    /// 5.5 is the ordinal 5. only where a run of 1. 2. 3. 4. waits for it.
    fn expects(&self, depth: usize, item: &Item) -> bool {
        item.style == Style::Digit && depth + 1 == self.headings.len()
    }

    fn go_on(&mut self, depth: usize, at: ItemRef, item: &Item) -> usize {
        let open = &mut self.headings[depth];
        open.last = item.number;
        open.item = at;
        let run = &mut self.structure.runs[open.run];
        run.items.push(at);
        run.numbers.push(item.number);
        open.run
    }

    fn begin(&mut self, at: ItemRef, item: &Item, own: Option<usize>, continues: bool) -> usize {
        // A table of contents ends where its first heading stands again.
        let contents = own.filter(|index| item.opens_with(&self.headings[*index].first));
        contents.into_iter().for_each(|index| self.end_headings(index));
        let depth = match own.filter(|_| contents.is_none()) {
            // It may be a list inside its likes, so the outer run stays open below it.
            Some(index) => {
                self.end_headings(index + 1);
                if self.headings.iter().filter(|open| open.style == item.style).count() > 1 {
                    self.headings.remove(index);
                }
                self.headings.iter().rev().find(|open| open.style == item.style).map(|open| open.depth)
            }
            None => {
                let higher =
                    self.headings.iter().rposition(|open| open.style < item.style).map_or(0, |index| index + 1);
                self.end_headings(higher);
                None
            }
        };
        let cut = item.number != 1 && self.headings.is_empty() && self.is_cut(item.style);
        let depth = depth.unwrap_or_else(|| self.headings.last().map_or(self.base + self.top(), |open| open.depth + 1));
        let parent = self.headings.iter().rev().find(|open| open.depth < depth).map(|open| open.item);
        let run = self.run(at, item, parent, continues || cut);
        self.headings.push(Open { run, style: item.style, last: item.number, depth, item: at, first: item.opening });
        run
    }

    fn run(&mut self, at: ItemRef, item: &Item, parent: Option<ItemRef>, continues: bool) -> usize {
        self.structure.runs.push(Run {
            style: item.style,
            items: vec![at],
            numbers: vec![item.number],
            parent,
            part: self.part,
            continues,
            appendix: self.appendix,
            declared: None,
        });
        self.structure.runs.len() - 1
    }

    fn end_headings(&mut self, from: usize) {
        for open in self.headings.drain(from..) {
            remember(&mut self.closed, open);
        }
    }

    fn end_sequences(&mut self) {
        for open in self.sequences.drain(..) {
            remember(&mut self.closed, open);
        }
    }

    fn sequence(&mut self, at: ItemRef, item: &Item) -> Option<usize> {
        if item.role == Role::Doubtful {
            return None;
        }
        let next = |open: &Open| open.style == item.style && open.last + 1 == item.number;
        let own = |open: &Open| open.style == item.style;
        let found = self.sequences.iter().rposition(next);
        let found = found.or_else(|| (item.number != 1).then(|| self.sequences.iter().rposition(own)).flatten());
        if let Some(index) = found {
            self.sequences.truncate(index + 1);
            let open = &mut self.sequences[index];
            open.last = item.number;
            open.item = at;
            let run = &mut self.structure.runs[open.run];
            run.items.push(at);
            run.numbers.push(item.number);
            return Some(open.run);
        }
        if self.sequences.len() > 3 {
            self.sequences.remove(0);
        }
        let parent = self.headings.last().map(|open| open.item);
        let cut = self.headings.is_empty() && !self.headed && self.is_cut(item.style);
        let continues = item.number != 1 && (cut || self.closed.contains(&(item.style, item.number - 1)));
        let run = self.run(at, item, parent, continues);
        self.sequences.push(Open {
            run,
            style: item.style,
            last: item.number,
            depth: 0,
            item: at,
            first: item.opening,
        });
        Some(run)
    }
}

/// Keeps the last number of an ended run, so that a later run may go on from it.
fn remember(closed: &mut Vec<(Style, u32)>, open: Open) {
    match closed.iter_mut().find(|(style, _)| *style == open.style) {
        Some((_, last)) => *last = open.last,
        None => closed.push((open.style, open.last)),
    }
}
