//! Numbers that a sentence leaves to its reader: the growth of 由A增加到B and of 由A%提高到B%, the share of 总数A，其中B, the rate of m件，办结n件
//! and of 完成A，为预算B. They are read as the rules of this family read them, and computed only where the sentence does not
//! state them.

use super::breakdown::{Breakdown, breakdowns};
use super::{budget, growth, ratio, result, sum, written};
use crate::draft::{Passage, Span};
use crate::syntax::sentence::{around, clause_start, has};
use crate::syntax::{Decimal, Interval, Quantity};
use crate::text::han::is_han;

/// A number that follows from others of its sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unstated {
    /// The last number that it follows from with its unit, in bytes of the paragraph.
    pub at: Span,
    /// What it is: ＝增长9.2%; ✓ where the numbers were found to add up.
    pub label: String,
    /// The arithmetic, and how far it can be relied on.
    pub shown: String,
}

/// What of a count is no part of it, but done meanwhile; 立案 is one of proposals only.
const NO_PARTS: [&str; 2] = ["开工", "竣工"];
/// Incomes, whose growth is told without that of prices.
const INCOMES: [&str; 2] = ["可支配收入", "纯收入"];
/// Words of what is set to the yuan.
const SET: [&str; 8] = ["标准", "补助", "补贴", "养老金", "津贴", "救助金", "工资", "票价"];
/// Least count whose growth is worth a rate.
const FEW: i64 = 10;

/// The numbers that a paragraph leaves out, in the order of their places.
pub fn unstated(passage: &Passage<'_>) -> Vec<Unstated> {
    if passage.quantities().len() < 2 {
        return Vec::new();
    }
    let mut found: Vec<Unstated> =
        breakdowns(passage).iter().filter_map(|found| of_breakdown(passage, found)).collect();
    let quantities: Vec<&Quantity> = passage.quantities().iter().filter(|found| found.unit != "年").collect();
    for two in quantities.windows(2) {
        let (first, second) = (two[0], two[1]);
        let exact = two.iter().all(|one| one.arabic && !one.rough) && first.unit == second.unit;
        if !exact || states_rate(passage, first, second) {
            continue;
        }
        if first.is_percent() {
            found.extend(points(passage, first, second));
        } else if first.adds_up() {
            let of_two = grown(passage, first, second).or_else(|| spent(passage, first, second));
            found.extend(of_two.or_else(|| done(passage, first, second)));
        }
    }
    found.sort_by_key(|unstated| unstated.at.start);
    found.dedup_by_key(|unstated| unstated.at.start);
    found
}

/// Whether the sentence of two numbers has a rate that may be theirs: right before them, or among the next two numbers.
fn states_rate(passage: &Passage<'_>, first: &Quantity, last: &Quantity) -> bool {
    let (text, quantities) = (passage.text(), passage.quantities());
    let (sentence, whole) = (around(text, last.number.start), around(text, first.number.start));
    let from = quantities.partition_point(|found| found.number.start < first.number.start);
    let next = quantities.partition_point(|found| found.number.start <= last.number.start);
    let before = quantities[..from].last().filter(|found| found.number.start >= whole.start);
    let behind = quantities[next..].iter().take(2).filter(|found| found.number.end <= sentence.end);
    let is_rate = |found: &Quantity| !found.adds_up() && !found.unit.is_empty() && found.unit != "年";
    let words = &text[last.span.end..sentence.end.max(last.span.end)];
    sentence != whole
        || before.into_iter().chain(behind).any(is_rate)
        || has(words, &["翻", "成以上", "成多", "过半", "半数"])
        || words.starts_with(['/', '／'])
}

/// 由A增加到B
fn grown(passage: &Passage<'_>, from: &Quantity, to: &Quantity) -> Option<Unstated> {
    let text = passage.text();
    let up = growth::rises(text, from, to)?;
    let (high, low) = if up { (to, from) } else { (from, to) };
    let subject = &text[around(text, from.number.start).start..from.number.start];
    let many = !from.is_count() || from.value >= Decimal::from_int(FEW);
    if high.value <= low.value || !many || has(subject, &INCOMES) || growth::goes_on(text, to) {
        return None;
    }
    let [more, less, base] =
        [high, low, from].map(|found| if is_set(text, found) { exact(found) } else { found.counted() });
    let gap = Interval { low: more.low - less.high, high: more.high - less.low };
    let percent = Percent::of(high.value - low.value, from.value, gap, base)?;
    let terms = written(passage, &[high, low, from]);
    let calculation = format!("（{}－{}）÷{}", terms[0], terms[1], terms[2]);
    let label = format!("＝{}{}", if up { "增长" } else { "下降" }, percent.words);
    Some(Unstated { at: passage.span(to.span), shown: percent.shown(&calculation), label })
}

/// Whether an amount of money was set, not measured: 低保标准由每人每月680元提高到710元.
fn is_set(text: &str, found: &Quantity) -> bool {
    let whole = found.unit == "元" && found.places == 0 && found.factor == Decimal::from_int(1);
    whole && has(&text[around(text, found.number.start).start..found.number.start], &SET)
}

fn exact(found: &Quantity) -> Interval {
    Interval { low: found.value, high: found.value }
}

/// 由A%提高到B%: by how many points.
fn points(passage: &Passage<'_>, from: &Quantity, to: &Quantity) -> Option<Unstated> {
    let text = passage.text();
    let up = growth::rises(text, from, to)?;
    let (high, low) = if up { (to, from) } else { (from, to) };
    if high.value <= low.value || growth::goes_on(text, to) {
        return None;
    }
    let words = |span: Span| &text[span.range()];
    let places = high.places.max(low.places) as usize;
    let change = format!("{:.places$}个百分点", high.value - low.value);
    let label = format!("＝{}{change}", if up { "提高" } else { "下降" });
    let shown = format!("{}－{}={change}", words(high.span), words(low.span));
    Some(Unstated { at: passage.span(to.span), label, shown })
}

/// 预算调整为A，实际完成B; 完成A，为预算B
fn spent(passage: &Passage<'_>, first: &Quantity, second: &Quantity) -> Option<Unstated> {
    let text = passage.text();
    let adjusted = budget::was_done(text, first, second, true);
    let (done, base) = if first.unit != "元" {
        return None;
    } else if budget::is_budget_of(text, first, second) {
        (first, second)
    } else if adjusted || budget::was_done(text, first, second, false) {
        (second, first)
    } else {
        return None;
    };
    let name = if adjusted { "调整预算" } else { "预算" };
    let percent = Percent::of(done.value, base.value, done.counted(), base.counted())?;
    let calculation = written(passage, &[done, base]).join("÷");
    let label = format!("＝{name}的{}", percent.words);
    Some(Unstated { at: passage.span(second.span), shown: percent.shown(&calculation), label })
}

/// m件，办结n件
fn done(passage: &Passage<'_>, whole: &Quantity, part: &Quantity) -> Option<Unstated> {
    let text = passage.text();
    let words = ratio::DONE.iter().filter(|word| !NO_PARTS.contains(word));
    let word = words.into_iter().find(|word| ratio::is_part(text, whole, part, &[word]))?;
    // 办结52件，办复48件: not a whole and its part; 建成82所，完成62所学校的治理: of another thing.
    let clause = &text[clause_start(text, whole.number.start)..whole.number.start];
    let filed = *word != "立案" || clause.contains("提案");
    let ends = !text[part.span.end..].starts_with(is_han);
    if !filed || !ends || has(clause, &ratio::DONE) || part.value == whole.value {
        return None;
    }
    let percent = Percent::of(part.value, whole.value, part.counted(), whole.counted())?;
    let calculation = written(passage, &[part, whole]).join("÷");
    let label = format!("＝{word}率{}", percent.words);
    Some(Unstated { at: passage.span(part.span), shown: percent.shown(&calculation), label })
}

/// 总数A，其中B: the share of B. Of several parts nobody knows whether they are apart, unless they make up the whole.
fn of_breakdown(passage: &Passage<'_>, found: &Breakdown<'_>) -> Option<Unstated> {
    let [part] = found.parts.as_slice() else {
        let shown = format!("{}，与总数相符", sum::agreement(passage, found)?);
        let at = passage.span(found.parts.last()?.quantity.span);
        return Some(Unstated { at, label: "✓".to_owned(), shown });
    };
    let (total, part) = (found.total, &part.quantity);
    if part.value >= total.value || states_rate(passage, total, part) {
        return None;
    }
    let percent = Percent::of(part.value, total.value, part.counted(), total.counted())?;
    let calculation = written(passage, &[part, total]).join("÷");
    let rest = result(total.value - part.value, total, &[total, part]);
    let unit =
        if rest.ends_with(total.unit) { String::new() } else { format!("{}{}", total.factor_word(), total.unit) };
    let shown = format!("{}；其余{rest}{unit}", percent.shown(&calculation));
    Some(Unstated { at: passage.span(part.span), label: format!("＝占{}", percent.words), shown })
}

/// A quotient as a percentage.
struct Percent {
    /// 9.2%
    words: String,
    /// What it may be if the two numbers were rounded.
    interval: Interval,
    places: usize,
}

impl Percent {
    /// A number as a percentage of another: with one place, with none where the numbers do not carry it, not at all
    /// where they do not even carry that.
    fn of(value: Decimal, whole: Decimal, values: Interval, wholes: Interval) -> Option<Self> {
        let exact = value.over(whole)?.times(Decimal::HUNDRED)?;
        let interval = values.over(wholes)?.times(Decimal::HUNDRED)?;
        let width = interval.high - interval.low;
        let places = if width <= Decimal::from_int(2) { 1 } else { 0 };
        let told = width <= Decimal::from_int(10) && width + width <= exact;
        let words = format!("{exact:.places$}%");
        let words = if exact == Decimal::HUNDRED { "100%".to_owned() } else { words };
        (told && exact > Decimal::ZERO).then_some(Percent { words, interval, places })
    }

    /// The arithmetic; and the percentages that are possible, where they are not all the same.
    fn shown(&self, calculation: &str) -> String {
        let places = self.places;
        let ends = [self.interval.low, self.interval.high].map(|end| format!("{end:.places$}%"));
        let rounded = format!("{calculation}={}（四舍五入）", self.words);
        if ends[0] == ends[1] {
            rounded
        } else {
            format!("{rounded}；按各数四舍五入计，在{}至{}之间", ends[0], ends[1])
        }
    }
}
