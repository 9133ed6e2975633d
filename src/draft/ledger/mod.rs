//! The ledger: the figures of a draft, each with its indicator, its time and its scope.
//!
//! It is read paragraph by paragraph ([`figures`]), each on its own, and what a paragraph leaves open (去年, or no year
//! at all) is resolved against the whole draft by a [`Timeline`]. Nothing here is kept: whoever needs figures on every
//! keystroke keeps them by paragraph.

mod indicator;
mod mark;
mod name;
mod note;
mod period;
mod piece;
mod place;
mod reached;
mod scope;
mod select;
mod tight;
mod timeline;
mod words;

pub use name::names;
pub use note::Note;
pub use period::{Period, When, leading};
pub use place::Place;
pub use reached::reached;
pub use scope::scope;
pub use select::{Chosen, figures as chosen};
pub use tight::Tight;
pub use timeline::{HEADING, Timeline, dated};
pub use words::per;

use super::{Draft, Meeting, Paragraph, Passage};
use crate::syntax::sentence::around;
use crate::syntax::{Kind, Quantity, Span};
use piece::{LONGEST, Piece, pieces};

/// A figure: a quantity that says something of the work reported on. Dates, ordinals and numbers in names are none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figure {
    /// Spans are bytes of the passage's text. Its unit may be written only behind a later number of its list.
    pub quantity: Quantity,
    /// Where 万 or 亿 and the measure word stand.
    pub unit: Span,
    /// The lower number of a range: 3 of 3—5家.
    pub low: Option<Quantity>,
    /// What is measured, without the words of change: 一般公共预算收入.
    pub subject: String,
    /// What the number is of: 一般公共预算收入增长.
    pub indicator: String,
    /// The noun behind the number: 政协提案 of 86件政协提案.
    pub noun: String,
    pub relation: Relation,
    /// 全市, 市本级 and the like; empty where none is named.
    pub scope: &'static str,
    /// Its time as far as its own paragraph tells.
    pub when: When,
}

impl Figure {
    /// First byte of its digits, those of a lower number included.
    pub fn start(&self) -> usize {
        self.low.as_ref().map_or(self.quantity.number.start, |low| low.number.start)
    }

    /// Whether it counts things: no rate and no money.
    fn counts_things(&self) -> bool {
        self.quantity.adds_up() && !self.quantity.unit.ends_with('元')
    }

    /// The same figure in a text that begins elsewhere.
    fn moved(&self, by: isize) -> Self {
        let low = self.low.as_ref().map(|low| low.moved(by));
        Figure { quantity: self.quantity.moved(by), unit: self.unit.moved(by), low, ..self.clone() }
    }
}

/// How a number relates to its subject.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Relation {
    /// Its value.
    Level,
    /// A value of a part, behind 其中 or 包括.
    Part,
    /// By how much it grew or fell.
    Change,
    /// Its share of something else.
    Share,
}

impl Relation {
    /// The word a reader sees.
    pub fn title(self) -> &'static str {
        match self {
            Relation::Level => "数值",
            Relation::Part => "分项",
            Relation::Change => "增减",
            Relation::Share => "比率",
        }
    }
}

/// The figures of a paragraph, in their order.
pub fn figures(passage: &Passage<'_>) -> Vec<Figure> {
    figures_in(passage, |_| true)
}

/// The figures of the sentences that are wanted, and perhaps of others. A figure is read from its own sentence alone,
/// but for the subjects of an earlier list that shares numbers out.
pub fn figures_in(passage: &Passage<'_>, wanted: impl Fn(Span) -> bool) -> Vec<Figure> {
    let head = matches!(passage.paragraph.kind, Kind::Title | Kind::Subtitle | Kind::Date | Kind::Speaker);
    if head || !passage.is_prose() {
        return Vec::new();
    }
    let text = passage.text();
    // 十件民生实事完成情况汇总表: the title of a table.
    let title = text.trim_end();
    let table = ["汇总表", "一览表", "情况表", "任务表", "件民生实事"].iter().any(|end| title.ends_with(end));
    if table && !title.contains(['，', '。', '；', '：', '、']) {
        return Vec::new();
    }
    // A cell of a chart tells nothing of its number.
    if !text.contains(crate::text::han::is_han) {
        return Vec::new();
    }
    let tight = Tight::of(text);
    if tight.is_whole() {
        return in_pieces(text, passage.quantities(), wanted);
    }
    let quantities: Vec<Quantity> = passage.quantities().iter().map(|quantity| tight.quantity(quantity)).collect();
    let found = in_pieces(&tight.text, &quantities, |sentence| wanted(tight.span_of_whole(sentence)));
    found.into_iter().map(|figure| tight.figure_of_whole(figure)).collect()
}

fn in_pieces(text: &str, quantities: &[Quantity], wanted: impl Fn(Span) -> bool) -> Vec<Figure> {
    if text.len() <= LONGEST {
        return in_piece(text, quantities, wanted);
    }
    let piece = |piece: Piece| {
        let by = piece.span.start as isize;
        let found = in_piece(&text[piece.span.range()], &piece.quantities, |sentence| wanted(sentence.moved(by)));
        found.into_iter().map(move |figure| figure.moved(by)).collect::<Vec<_>>()
    };
    pieces(text, quantities).into_iter().flat_map(piece).collect()
}

fn in_piece(text: &str, quantities: &[Quantity], wanted: impl Fn(Span) -> bool) -> Vec<Figure> {
    let mut chosen = select::figures(text, quantities);
    let mut last = (Span::default(), false);
    chosen.retain(|figure| {
        let at = figure.start();
        if !last.0.range().contains(&at) {
            let sentence = around(text, at);
            last = (sentence, wanted(sentence) || text[sentence.range()].contains("分别"));
        }
        last.1
    });
    if chosen.is_empty() {
        return Vec::new();
    }
    let whens = period::whens(text, quantities, &chosen);
    let read = indicator::read(text, &chosen);
    let all = chosen.into_iter().zip(whens).zip(read);
    all.map(|((chosen, when), read)| Figure {
        quantity: chosen.quantity,
        unit: chosen.unit,
        low: chosen.low,
        subject: read.subject,
        indicator: read.indicator,
        noun: read.noun,
        relation: read.relation,
        scope: read.scope,
        when,
    })
    .collect()
}

/// The times that the paragraphs of a draft begin with, for its [`Timeline`].
pub fn leads(draft: &Draft, meeting: &Meeting) -> Vec<(usize, When)> {
    let lead = |(index, paragraph): (usize, &Paragraph)| {
        let raw = draft.paragraph_text(index);
        lead_of(&Passage::new(paragraph, &raw, meeting)).map(|when| (index, when))
    };
    draft.paragraphs().iter().enumerate().filter_map(lead).collect()
}

/// The time that a paragraph begins with, if others behind it share it.
pub fn lead_of(passage: &Passage<'_>) -> Option<When> {
    let prose = matches!(passage.paragraph.kind, Kind::Body | Kind::Lead);
    prose.then(|| leading(passage.text(), passage.quantities())).flatten()
}
