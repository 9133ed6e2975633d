//! The check sheet: every figure of a draft with its indicator, time, value and unit, and what was checked by arithmetic.

use std::ops::Range;
use std::sync::Arc;

use crate::config::Reference;
use crate::draft::ledger::{
    Figure, Note, Period, Place, Relation, Tight, Timeline, When, figures, leads, names, per, reached, scope,
};
use crate::draft::{Draft, Meeting, Passage, Span};
use crate::rules::{Verified, verify, verify_across};
use crate::syntax::Decimal;
use crate::syntax::sentence::{clause_start, near};
use crate::text::{Position, PositionEncoding};

/// Characters of a draft's own words before a number, and behind it.
const BEFORE: usize = 60;
const BEHIND: usize = 30;
/// Characters that are told of where a sentence began whose words do not all fit, and of the sentence before a short one.
const BEGINNING: usize = 24;
/// Characters before a number that may tell too little without the sentence before.
const SHORT: usize = 30;

/// A figure on the sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FigureRow {
    /// Bytes of the whole text: digits, 万 or 亿, and measure word.
    pub range: Range<usize>,
    /// Line and column from 0, the column in characters.
    pub position: Position,
    /// What the number is of; empty where the draft does not tell.
    pub indicator: String,
    pub relation: Relation,
    /// 全市, 市本级; empty where none is named.
    pub scope: &'static str,
    /// `None` where the draft does not tell.
    pub period: Option<Period>,
    /// The number as written; both of a range: 3—5.
    pub number: String,
    /// 亿元: 万 or 亿 and the measure word, as written, if only behind a later number of its list.
    pub unit: String,
    /// The number without 万 and 亿; both of a range.
    pub value: String,
    /// 约, 余, 以上.
    pub rough: bool,
    /// Its sentence, or the part around it of a long one.
    pub words: String,
    pub checks: Vec<CheckedBy>,
}

/// A calculation that a figure took part in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CheckedBy {
    /// The rule's name.
    pub rule: &'static str,
    pub shown: String,
    pub holds: bool,
}

/// How many figures a sheet has, and how many were checked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Summary {
    pub figures: usize,
    /// In a calculation that came out right.
    pub right: usize,
    /// In one that did not.
    pub wrong: usize,
}

/// The check sheet of a draft, held against earlier reports too.
pub fn figure_rows(draft: &Draft, references: &[Arc<Reference>]) -> Vec<FigureRow> {
    let meeting = Meeting::of(draft);
    let timeline = Timeline::of(draft, &meeting, &leads(draft, &meeting));
    let paragraphs = 0..draft.paragraphs().len();
    let mut rows: Vec<FigureRow> =
        paragraphs.flat_map(|paragraph| rows_of(draft, &meeting, &timeline, paragraph)).collect();
    for check in verify_across(draft, &draft.text().to_string(), &meeting, references) {
        for place in &check.places {
            let range = draft.range_of(*place);
            let first = rows.partition_point(|row| row.range.end <= range.start);
            for row in rows[first..].iter_mut().take_while(|row| row.range.start < range.end) {
                row.checks.push(CheckedBy { rule: check.rule.name, shown: check.shown.clone(), holds: check.holds });
            }
        }
    }
    rows
}

impl Summary {
    /// Counts those of another sheet too.
    pub fn add(&mut self, other: Summary) {
        self.figures += other.figures;
        self.right += other.right;
        self.wrong += other.wrong;
    }
}

/// The summary of a sheet.
pub fn summary(rows: &[FigureRow]) -> Summary {
    let wrong = |row: &&FigureRow| row.checks.iter().any(|check| !check.holds);
    let right = |row: &&FigureRow| !row.checks.is_empty() && row.checks.iter().all(|check| check.holds);
    Summary { figures: rows.len(), right: rows.iter().filter(right).count(), wrong: rows.iter().filter(wrong).count() }
}

/// Parts of the whole place that a name begins with: 市区生活污水处理率.
const IN_TOWN: [&str; 5] = ["市区", "城区", "主城区", "中心城区", "市中心城区"];

/// The rows of one paragraph.
pub fn rows_of(draft: &Draft, meeting: &Meeting, timeline: &Timeline, paragraph: usize) -> Vec<FigureRow> {
    let raw = draft.paragraph_text(paragraph);
    let passage = Passage::new(&draft.paragraphs()[paragraph], &raw, meeting);
    let found = figures(&passage);
    if found.is_empty() {
        return Vec::new();
    }
    let verified = verify(&passage);
    let start = draft.paragraph_range(paragraph).start;
    let tight = Tight::of(passage.text());
    let near: Vec<Figure> = found.iter().map(|figure| tight.figure(figure)).collect();
    let names = names(&tight.text, &near);
    let roughs = roughs(&tight.text, &near);
    // What a note explains is of the time of the paragraph that used it.
    let note = Note::of(draft, paragraph);
    let told_in = note.as_ref().map_or(Some(paragraph), |note| note.cited);
    let resolve = |when: When| match told_in {
        None if matches!(when, When::Section { .. }) => None,
        told_in => timeline.resolve(when, told_in.unwrap_or(paragraph)),
    };
    let periods = found.iter().map(|figure| resolve(figure.when)).collect();
    let mut periods = reached(&tight.text, &near, &names, periods, resolve(When::Section { part: "" }));
    // 服务业三百工程: which of five years it is of, nobody tells.
    for (period, figure) in periods.iter_mut().zip(&found).filter(|_| note.is_some()) {
        *period = period.filter(|years| !matches!(figure.when, When::Section { .. }) || years.first == years.last);
    }
    let (text, place) = (&*tight.text, Place::of(draft, meeting, paragraph));
    let row = |(((index, figure), indicator), rough): (((usize, &Figure), String), bool)| {
        let whole = found[index].quantity.span;
        let span = passage.span(whole);
        let range = start + span.start..start + span.end;
        let unit: String =
            text[figure.unit.range()].chars().filter(|ch| !"余多来几以上下内左右 ".contains(*ch)).collect();
        let (power, unit) = powers(figure, &unit);
        let (scope, indicator) = of_place(meeting, text, figure, scope(text, &near, index), indicator);
        let scope = if IN_TOWN.iter().any(|town| indicator.starts_with(town)) { "" } else { scope };
        let indicator = match &note {
            Some(note) => note.named(indicator),
            None => place.in_account(text, figure, indicator),
        };
        let (scope, indicator) =
            if scope.is_empty() { place.told(text, &near, index, indicator) } else { (scope, indicator) };
        let indicator = of_one_year(text, figure, periods[index], with_base(text, figure, periods[index], indicator));
        // 由31个减少到13个: no year is told, but that it was before.
        let before = figure.when == When::Before && periods[index].is_none() && !indicator.is_empty();
        // 预算由29亿元调整为30亿元: both are of the year.
        let adjusted = before && text[figure.quantity.span.end..].starts_with("调整为") && indicator.contains("预算");
        let period = if adjusted { timeline.resolve(When::Section { part: "" }, paragraph) } else { periods[index] };
        let indicator = if before { format!("{indicator}（原）") } else { indicator };
        FigureRow {
            position: draft.text().position_of(range.start, PositionEncoding::Utf32),
            range,
            period,
            number: format!("{}{power}", written(text, figure)),
            unit: format!(
                "{unit}{}{}",
                or_else(&text[figure.quantity.span.end..]),
                per(&text[figure.quantity.span.end..])
            ),
            value: value(text, figure),
            rough,
            words: excerpt(passage.text(), whole),
            checks: checks(&verified, passage.span(found[index].quantity.number)),
            indicator: indicator
                .strip_prefix(scope)
                .map(|rest| rest.strip_prefix("范围内").unwrap_or(rest))
                .filter(|rest| !rest.is_empty())
                .map_or(indicator.clone(), str::to_owned),
            relation: figure.relation,
            scope,
        }
    };
    near.iter().enumerate().zip(names).zip(roughs).map(row).collect()
}

/// 2019年生态产品价值|比2015年增长|13.8%: a change is told with what it is measured against, unless it is the year before
/// or the years before those it is told of.
fn with_base(text: &str, figure: &Figure, period: Option<Period>, name: String) -> String {
    let clause = &text[clause_start(text, figure.start())..figure.start()];
    let found = ["比", "较"].iter().find_map(|word| Some((*word, clause.split_once(word)?.1)));
    let Some((word, base)) = found.filter(|_| figure.relation == Relation::Change) else { return name };
    let year = base.get(..4).and_then(|digits| digits.parse::<i32>().ok());
    let rest = base.get(4..).and_then(|rest| rest.strip_prefix('年')).map(|rest| rest.trim_start_matches(['末', '底']));
    let (Some(year), Some(rest), Some(period)) = (year, rest, period) else { return name };
    let change = rest.trim_start_matches("分别").trim_end_matches(['了', '约', '近', '超', '过']);
    let known = ["增长", "提高", "增加", "下降", "减少", "降低", "上升"].contains(&change);
    match name.strip_suffix(change).filter(|_| known && year < period.first - 1 && !name.contains(&base[..4])) {
        Some(subject) if !subject.is_empty() => format!("{subject}{word}{year}年{change}"),
        _ => name,
    }
}

/// |五年|固定资产投资2.8万亿元，去年达到|8740亿元|: of that year alone.
fn of_one_year(text: &str, figure: &Figure, period: Option<Period>, name: String) -> String {
    let one = period.is_some_and(|period| period.first == period.last);
    let clause = &text[clause_start(text, figure.start())..figure.start()];
    let bare = name
        .strip_prefix("五年")
        .filter(|bare| one && !clause.contains("五年") && bare.chars().count() > 2 && !bare.starts_with(['计', '规']));
    bare.map_or(name.clone(), str::to_owned)
}

/// Of a county's report, 全国 is no scope but the head of a name: 全国|知名品牌示范区|4个.
fn of_place(
    meeting: &Meeting,
    text: &str,
    figure: &Figure,
    scope: &'static str,
    indicator: String,
) -> (&'static str, String) {
    const NATION: &str = "全国";
    if scope != NATION || meeting.session.is_none() {
        return (scope, indicator);
    }
    let sentence = near(text, figure.start());
    let near = text.get(sentence.start..figure.quantity.span.end).unwrap_or("");
    let head: String = indicator.chars().take(2).collect();
    let inside = near.contains(&format!("在{NATION}{head}"));
    let named = !indicator.starts_with(NATION) && !inside && near.contains(&format!("{NATION}{head}"));
    // 创建乡村2个、全国旅游名村3个: behind the verb of the list.
    let word = near.rfind(NATION).map(|at| near[at + NATION.len()..].chars().take(2).collect::<String>());
    let inner = word.filter(|word| !named && !inside && word.chars().count() == 2 && !word.starts_with(['的', '第']));
    let at = inner
        .and_then(|word| indicator.find(&word))
        .filter(|at| *at > 0 && !indicator.contains(NATION) && !indicator.contains("国家"));
    let indicator = match at {
        Some(at) => format!("{}{NATION}{}", &indicator[..at], &indicator[at..]),
        None if named => format!("{NATION}{indicator}"),
        None => indicator,
    };
    ("", indicator)
}

/// Which figures are rough: 分别接近1.4亿吨和|400万箱| says it of both.
fn roughs(text: &str, figures: &[Figure]) -> Vec<bool> {
    const EACH: [&str; 6] = ["分别接近", "分别超过", "分别突破", "分别超", "分别近", "分别约"];
    let mut roughs: Vec<bool> = Vec::with_capacity(figures.len());
    let mut each = false;
    for (index, figure) in figures.iter().enumerate() {
        let before = index.checked_sub(1).map_or(0, |before| figures[before].quantity.span.end);
        let gap = text.get(before..figure.start()).unwrap_or("");
        let joined = index > 0 && matches!(gap.trim(), "、" | "和" | "与" | "及");
        each = if joined { each } else { EACH.iter().any(|word| gap.trim_end().ends_with(word)) };
        roughs.push(figure.quantity.rough || each);
    }
    // 分别增长6.5%、7.5%|左右|
    for index in (1..figures.len()).rev() {
        let (last, own) = (&figures[index - 1], &figures[index]);
        let gap = text.get(last.quantity.span.end..own.start()).unwrap_or("").trim();
        let about = text[own.quantity.span.start..].starts_with(|ch: char| ch.is_ascii_digit())
            && (text[own.quantity.number.end..own.quantity.span.end].ends_with("左右")
                || text[own.quantity.span.end..].starts_with("左右"));
        if roughs[index] && about && matches!(gap, "、" | "和") {
            roughs[index - 1] = true;
        }
    }
    roughs
}

/// 八亿六千|万|元: the powers of ten that belong to a Chinese number, and its unit.
fn powers<'u>(figure: &Figure, unit: &'u str) -> (&'u str, &'u str) {
    let measure = unit.trim_start_matches(['万', '亿', '千', '百']);
    // 五万|千瓦|: 千 of the measure word.
    let kilo =
        unit[..unit.len() - measure.len()].ends_with('千') && measure.starts_with(['瓦', '米', '克', '伏', '升']);
    let measure = if kilo { &unit[unit.len() - measure.len() - '千'.len_utf8()..] } else { measure };
    if figure.quantity.arabic { ("", unit) } else { unit.split_at(unit.len() - measure.len()) }
}

/// 收支结余|-3亿元: money that is lacking. A dash elsewhere is none.
fn is_lacking(text: &str, figure: &Figure) -> bool {
    let head = text[..figure.start()].strip_suffix(['-', '－', '−']);
    let left = |head: &str| head.ends_with(['余', '润', '额', '差', '损']);
    figure.quantity.unit.ends_with('元') && figure.quantity.value > Decimal::ZERO && head.is_some_and(left)
}

/// The number as written, both of a range and with its sign.
fn written(text: &str, figure: &Figure) -> String {
    let number = figure.quantity.number;
    let start = figure.low.as_ref().map_or(number.start, |low| low.number.start);
    let sign = if figure.quantity.value < Decimal::ZERO || is_lacking(text, figure) { "-" } else { "" };
    format!("{sign}{}", &text[start..number.end])
}

/// The number without 万 and 亿, both of a range.
fn value(text: &str, figure: &Figure) -> String {
    let sign = if is_lacking(text, figure) { "-" } else { "" };
    let value = format!("{sign}{}", figure.quantity.value);
    figure.low.as_ref().map_or(value.clone(), |low| format!("{}—{value}", low.value))
}

fn checks(verified: &[Verified], number: Span) -> Vec<CheckedBy> {
    let touches = |place: &Span| place.start < number.end && number.start < place.end;
    let own = verified.iter().filter(|check| check.places.iter().any(touches));
    own.map(|check| CheckedBy { rule: check.rule.name, shown: check.shown.clone(), holds: check.holds }).collect()
}

/// 7.8万套|（间）|: another measure word of the same things.
fn or_else(behind: &str) -> &str {
    const MEASURES: &str = "间户套台辆处座条个家人次期名";
    let Some((inside, _)) = behind.strip_prefix('（').and_then(|rest| rest.split_once('）')) else { return "" };
    let mut chars = inside.chars();
    let one = chars.next().is_some_and(|ch| MEASURES.contains(ch)) && chars.next().is_none();
    if one { &behind[..'（'.len_utf8() + inside.len() + '）'.len_utf8()] } else { "" }
}

/// The words around a number: its sentence, or the part around it of a long one with the words it begins with. A number
/// that stands near the beginning of its sentence may be told of in the one before, whose first words are told too.
fn excerpt(text: &str, span: Span) -> String {
    let ends = |ch: char| matches!(ch, '。' | '！' | '？' | '\n');
    let (first, last) = (near(text, span.start).start, near(text, span.end).end);
    let (head, tail) = (&text[first..span.start], text[span.end..last].split(ends).next().unwrap_or(""));
    let own = head.rsplit(ends).next().unwrap_or(head);
    let earlier = head[..head.len() - own.len()].trim_end_matches(ends);
    let own = own.trim_start();
    let cut = own.char_indices().rev().nth(BEFORE - 1).map_or(0, |(at, _)| at);
    let opening = match earlier.rsplit(ends).next().unwrap_or("").trim_start() {
        _ if cut > 0 => beginning(&own[..cut]),
        "" => String::new(),
        sentence if own.chars().count() < SHORT => format!("{}。", beginning(sentence)),
        _ => String::new(),
    };
    let behind = tail.char_indices().nth(BEHIND).map_or(tail.len(), |(at, _)| at);
    let right = if behind < tail.len() { "…" } else { "" };
    format!("{opening}{}{}{}{right}", &own[cut..], &text[span.range()], &tail[..behind])
}

/// The first words of some, and a sign where others follow.
fn beginning(words: &str) -> String {
    match words.char_indices().nth(BEGINNING) {
        Some((end, _)) => format!("{}…", &words[..end]),
        None => words.to_owned(),
    }
}
