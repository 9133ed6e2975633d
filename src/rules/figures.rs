//! What rules that compare the figures of a whole draft read: the figures of well-known indicators, by paragraph, or those
//! of the accounts of a budget.
//!
//! Only indicators that have one value in a year are kept (the gross product, the year's revenue, proposals handled):
//! of 1,277 pairs of equal words in the published reports, 1,142 differ and are right, because 新建学校12所 may stand
//! for another dozen each time.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::{Arc, LazyLock};

use aho_corasick::{AhoCorasick, MatchKind};

use super::accounts::{Account, accounts};
use crate::config::Reference;
use crate::draft::genre::Genre;
use crate::draft::ledger::{self, Figure, Period, Relation, Timeline, When};
use crate::draft::{Dirty, Draft, Meeting, Passage, Place};
use crate::syntax::pattern;
use crate::syntax::sentence::{around, clause_start, has};
use crate::syntax::{Decimal, Interval, Kind, Quantity, Span};

/// Indicators with one value a year, for a whole place or office. A longer one stands before those that it ends in.
const NAMES: [&str; 62] = [
    "地区生产总值",
    "生产总值",
    "一般公共预算收入",
    "一般公共预算支出",
    "财政总收入",
    "社会消费品零售总额",
    "全社会固定资产投资",
    "固定资产投资",
    "外贸进出口总额",
    "货物进出口总额",
    "进出口总额",
    "实际利用外资",
    "实际使用外资",
    "常住人口城镇化率",
    "户籍人口城镇化率",
    "城镇化率",
    "森林覆盖率",
    "粮食总产量",
    "粮食产量",
    "城镇新增就业",
    "全体居民人均可支配收入",
    "城镇居民人均可支配收入",
    "农村居民人均可支配收入",
    "居民人均可支配收入",
    "农民人均可支配收入",
    "农民人均纯收入",
    "城镇登记失业率",
    "城镇调查失业率",
    "空气质量优良天数比例",
    "空气质量优良天数比率",
    "空气质量优良率",
    "接待游客",
    "旅游总收入",
    "旅游综合收入",
    "常住人口",
    "户籍人口",
    "规模以上工业增加值",
    "规上工业增加值",
    "规模以上工业总产值",
    "第一产业增加值",
    "第二产业增加值",
    "第三产业增加值",
    "服务业增加值",
    "政协提案",
    "人大代表建议",
    "人大代表议案建议",
    "人大建议",
    "社情民意信息",
    "提案",
    "全社会用电量",
    "工业用电量",
    "税收收入",
    "人均地区生产总值",
    "人均生产总值",
    "政府债务余额",
    "民生支出",
    "高速公路通车里程",
    "铁路营运里程",
    "建成区面积",
    "人均预期寿命",
    "经营主体",
    "市场主体",
];
/// Units of what is no figure.
const DATES: [&str; 3] = ["年", "月", "日"];
/// Sections at the head of a draft whose words may tell the year of one without a date.
const FIRST: usize = 3;
/// Characters of a paragraph among which it says that it turns to another year.
const OPENING: usize = 40;
/// Words before an indicator that say what was done, not what it is.
const VERBS: [&str; 14] =
    ["完成", "实现", "办理", "办复", "办结", "收到", "提交", "报送", "预计", "全年", "地方", "共", "年末", "征集"];
/// Words in the clause of a number that make it another indicator than its name.
const OTHER: [&str; 14] =
    ["累计", "连续", "台阶", "力争", "平均", "年均", "每", "相比", "园区", "开发区", "目标", "突破", "其中", "预计"];

/// Words in the sentence of a growth that make it another than that of the two numbers.
const REAL: [&str; 10] = ["分别", "可比", "口径", "扣除", "剔除", "实际", "年均", "不变价", "价格因素", "名义"];

/// The figures of well-known indicators in a draft.
#[derive(Default)]
pub struct Figures {
    /// One entry for each paragraph, where they are wanted.
    tallies: Vec<Tally>,
    /// Empty while there is no figure.
    timeline: Timeline,
    dated: bool,
    /// Earlier reports that the figures are held against.
    references: Vec<Arc<Reference>>,
}

/// What is kept of one paragraph.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Tally {
    known: Box<[Known]>,
    /// Those of the accounts, in a budget, which has nothing known.
    accounts: Box<[Account]>,
    /// What it tells of times; nothing in most paragraphs.
    times: Option<Box<Times>>,
}

/// What a paragraph tells of the years that the figures around it are of.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Times {
    /// The time that it begins with.
    lead: Option<When>,
    /// What it says, where it is a heading that may tell a time.
    heading: Option<Box<str>>,
    /// Hash of its first characters, where it begins with a time: they tell whether its section turns to that.
    opening: u64,
}

/// A figure of a well-known indicator. Only exact ones are kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Known {
    pub name: &'static str,
    pub unit: &'static str,
    /// It is by how much the indicator grew (or, below zero, fell).
    pub change: bool,
    /// It is said to be calculated at comparable prices or for the same things.
    pub real: bool,
    pub value: Decimal,
    /// What the number may stand for.
    pub interval: Interval,
    when: When,
    /// Digits as written, in bytes of the paragraph.
    pub number: Span,
    /// Digits, 万 or 亿, and measure word as written.
    pub words: String,
}

/// A figure in its draft.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct FigureRef {
    pub paragraph: usize,
    pub figure: usize,
}

/// What an edit changed.
pub(super) enum Change {
    None,
    /// The figures are the same and stand elsewhere in their paragraphs.
    Places,
    Figures,
}

impl Figures {
    /// Reads a draft, given with its whole text.
    pub(super) fn read(draft: &Draft, text: &str, meeting: &Meeting) -> Self {
        let passage =
            |index: usize| Passage::new(&draft.paragraphs()[index], &text[draft.paragraph_range(index)], meeting);
        let tally = |index| Tally::of(&passage(index));
        Figures::new((0..draft.paragraphs().len()).map(tally).collect(), draft, meeting)
    }

    /// The figures of a draft, given those of each of its paragraphs.
    pub(super) fn new(tallies: Vec<Tally>, draft: &Draft, meeting: &Meeting) -> Self {
        let mut figures = Figures { tallies, ..Figures::default() };
        figures.date(draft, meeting);
        figures
    }

    /// With earlier reports to be held against.
    pub(super) fn beside(mut self, references: &[Arc<Reference>]) -> Self {
        self.references = references.to_vec();
        self
    }

    /// Earlier reports that the figures are held against.
    pub fn references(&self) -> &[Arc<Reference>] {
        &self.references
    }

    /// The last year reported on.
    pub fn review(&self) -> Option<i32> {
        self.timeline.review()
    }

    /// Takes those of the paragraphs that an edit made new.
    pub(super) fn apply(&mut self, draft: &Draft, dirty: &Dirty, meeting: &Meeting, fresh: Vec<Tally>) -> Change {
        let old = &self.tallies[dirty.old.clone()];
        let bare = |known: &Known| Known { number: Span::default(), ..known.clone() };
        let unplaced = |account: &Account| Account { number: Span::default(), ..account.clone() };
        let says = |old: &Tally, new: &Tally| {
            old.known.iter().map(bare).eq(new.known.iter().map(bare))
                && old.accounts.iter().map(unplaced).eq(new.accounts.iter().map(unplaced))
        };
        let pairs = || old.iter().zip(&fresh);
        let alike = old.len() == fresh.len();
        let timed = alike && !dirty.sections && pairs().all(|(old, new)| old.times == new.times);
        // Where the head of the draft tells no year, its first sections may.
        let undated = meeting.review.or(meeting.plan).or(meeting.year()).is_none();
        let mut first = draft.structure().sections.iter().take(FIRST);
        let timed = timed && !(undated && first.any(|section| dirty.new.contains(&section.paragraph)));
        let said = alike && pairs().all(|(old, new)| says(old, new));
        let same = said && pairs().all(|(old, new)| old.known == new.known && old.accounts == new.accounts);
        let first = !self.dated && fresh.iter().any(Tally::has_figures);
        self.tallies.splice(dirty.old.clone(), fresh);
        if !timed || first {
            self.date(draft, meeting);
        }
        match (said && timed, same) {
            (true, true) => Change::None,
            (true, false) => Change::Places,
            (false, _) => Change::Figures,
        }
    }

    /// Reads the years of the draft's sections, if any figure needs them.
    fn date(&mut self, draft: &Draft, meeting: &Meeting) {
        self.dated = self.tallies.iter().any(Tally::has_figures);
        let leads = self.tallies.iter().enumerate();
        let leads: Vec<(usize, When)> =
            leads.filter_map(|(index, tally)| Some((index, tally.times.as_ref()?.lead?))).collect();
        self.timeline = if self.dated { self.timeline(draft, meeting, &leads) } else { Timeline::default() };
    }

    fn timeline(&self, draft: &Draft, meeting: &Meeting, leads: &[(usize, When)]) -> Timeline {
        Timeline::with(draft, meeting, leads, |paragraph| self.tallies[paragraph].times.as_ref()?.heading.as_deref())
    }

    /// The figures with their years, in the order of the text.
    pub fn all(&self) -> impl Iterator<Item = (FigureRef, &Known, Option<Period>)> {
        self.tallies.iter().enumerate().flat_map(move |(paragraph, tally)| {
            tally.known.iter().enumerate().map(move |(figure, known)| {
                (FigureRef { paragraph, figure }, known, self.timeline.resolve(known.when, paragraph))
            })
        })
    }

    /// The figure of a place.
    pub fn known(&self, at: FigureRef) -> &Known {
        &self.tallies[at.paragraph].known[at.figure]
    }

    /// The numbers of a budget's accounts with their years, in the order of the text.
    pub fn accounts(&self) -> impl Iterator<Item = (FigureRef, &Account, Option<Period>)> {
        self.tallies.iter().enumerate().flat_map(move |(paragraph, tally)| {
            tally.accounts.iter().enumerate().map(move |(figure, account)| {
                (FigureRef { paragraph, figure }, account, self.timeline.resolve(account.when, paragraph))
            })
        })
    }

    pub(super) fn place(&self, at: FigureRef) -> Place {
        let tally = &self.tallies[at.paragraph];
        let account = tally.accounts.get(at.figure).map(|account| account.number);
        Place::bytes(at.paragraph, account.unwrap_or_else(|| self.known(at).number))
    }
}

impl Tally {
    fn has_figures(&self) -> bool {
        !self.known.is_empty() || !self.accounts.is_empty()
    }

    /// What is kept of a paragraph.
    pub(super) fn of(passage: &Passage<'_>) -> Tally {
        static FIND: LazyLock<AhoCorasick> = LazyLock::new(|| pattern::words(NAMES, MatchKind::LeftmostFirst));
        let tally = Tally { times: times(passage), ..Tally::default() };
        // Only exact numbers in digits are kept.
        let told = |quantity: &Quantity| quantity.arabic && !quantity.rough && !DATES.contains(&quantity.unit);
        if !passage.is_prose() || !passage.quantities().iter().any(told) {
            return tally;
        }
        // Budget reports name each indicator once for the whole place, its own level and each district.
        if passage.meeting.genre == Some(Genre::Budget) {
            return Tally { accounts: accounts(passage), ..tally };
        }
        let text = passage.text();
        let names: Vec<usize> = FIND.find_iter(text).map(|name| name.start()).collect();
        if names.is_empty() {
            return tally;
        }
        let figures = ledger::figures_in(passage, |sentence| {
            let next = names.partition_point(|name| *name < sentence.start);
            names.get(next).is_some_and(|name| *name < sentence.end)
        });
        Tally { known: figures.iter().filter_map(|figure| known(passage, figure)).collect(), ..tally }
    }
}

fn times(passage: &Passage<'_>) -> Option<Box<Times>> {
    let lead = ledger::lead_of(passage);
    let short = passage.paragraph.characters <= ledger::HEADING;
    let heading = (short && passage.paragraph.kind != Kind::Body).then(|| ledger::dated(passage.text())).flatten();
    let opening = lead.map_or(0, |_| opening(passage.text()));
    (lead.is_some() || heading.is_some()).then(|| Box::new(Times { lead, heading, opening }))
}

fn opening(text: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    text.chars().take(OPENING).for_each(|ch| ch.hash(&mut hasher));
    hasher.finish()
}

fn known(passage: &Passage<'_>, figure: &Figure) -> Option<Known> {
    let (text, quantity) = (passage.text(), &figure.quantity);
    let change = match figure.relation {
        Relation::Level => false,
        Relation::Change if quantity.is_percent() => true,
        Relation::Change | Relation::Part | Relation::Share => return None,
    };
    let clause = &text[clause_start(text, quantity.number.start)..quantity.number.start];
    let behind = &text[quantity.span.end..];
    let other =
        OTHER.iter().any(|word| clause.contains(word)) || behind.starts_with("台阶") || behind.starts_with('的');
    let exact = quantity.arabic && !quantity.rough && !quantity.unit.is_empty();
    let name = name_of(figure, change).filter(|_| exact && !other)?;
    let falls = ["下降", "减少", "降低"].iter().any(|word| figure.indicator.ends_with(word));
    let (value, interval) = (quantity.value, quantity.counted());
    let minus = |value: Decimal| Decimal::ZERO - value;
    let fallen = change && falls;
    let interval = if fallen { Interval { low: minus(interval.high), high: minus(interval.low) } } else { interval };
    Some(Known {
        name,
        unit: if quantity.unit == "％" { "%" } else { quantity.unit },
        change,
        real: change && has(&text[around(text, quantity.number.start).start..quantity.number.start], &REAL),
        value: if fallen { minus(value) } else { value },
        interval,
        when: figure.when,
        number: passage.span(quantity.number),
        words: text[quantity.span.range()].to_owned(),
    })
}

/// The indicator of a figure: told before the number, or as a noun behind it (86件政协提案).
fn name_of(figure: &Figure, change: bool) -> Option<&'static str> {
    let mut subject = figure.subject.as_str();
    while let Some(rest) =
        VERBS.iter().find_map(|verb| subject.strip_prefix(verb)).filter(|_| !NAMES.contains(&subject))
    {
        subject = rest;
    }
    let told = NAMES.iter().find(|name| **name == subject);
    let counted = matches!(figure.quantity.unit, "件" | "条") && !change;
    let behind = || NAMES.iter().find(|name| counted && figure.noun.starts_with(**name));
    told.or_else(behind).copied()
}
