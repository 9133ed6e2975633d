//! 其中委员提案180件，占85.7%; 民生支出20.2亿元，占一般公共预算支出27.5亿元的73.5%: whether a share is that of its part in its whole.
//! The whole is the number that the share names, the one told of that name before, or the one that 其中 divides; where none
//! can be known for sure, two shares of the same thing still have to fit one another.

use super::{apportioned, instead, write, written};
use crate::config::Severity;
use crate::draft::{Passage, Span};
use crate::rules::{Finding, Report};
use crate::syntax::sentence::{around, clause_start, has, strip, without_brackets};
use crate::syntax::{Decimal, Interval, Quantity};
use crate::text::han::{is_han, is_space};

/// Words between a part and the number that it is a share of, with the number's name: 占全市支出的.
const OF: [&str; 6] = ["占", "为", "是", "完成", "达到", "相当于"];
/// Words between a name and its number.
const VERBS: [&str; 12] = ["完成", "实现", "达到", "达", "为", "预计", "安排", "累计", "共", "总计", "合计", "总额"];
/// Words that stand for the whole that was just told.
const WHOLES: [&str; 9] = ["", "总数", "总量", "总额", "总件数", "总人数", "全部", "合计", "比"];
/// Words before a name that say of what place or time it is.
const SCOPES: [&str; 12] =
    ["全市", "全县", "全区", "全省", "全州", "全镇", "我市", "我县", "当年", "全年", "年度", "同期"];
/// Words of a clause whose number came on top of another.
const CHANGES: [&str; 13] =
    ["增加", "减少", "净增", "增长", "提高", "下降", "比", "较", "增收", "减收", "增支", "减支", "新增"];
/// What may be fulfilled, and has a name of more than these words: 年度计划投资.
const PLANS: [&str; 5] = ["计划", "目标", "任务", "目标任务", "计划数"];
/// Words of a clause that say of which level or place its number is.
const LEVELS: [&str; 10] = ["市本级", "县本级", "区本级", "省本级", "市级", "县级", "区级", "省级", "开发区", "高新区"];
/// Sentences back in which a whole is looked for.
const BACK: usize = 3;

/// A share with its part.
struct Share<'a> {
    part: &'a Quantity,
    rate: &'a Quantity,
    /// What it is a share of, as it says: 总数, 一般公共预算支出; empty for 占85.7%.
    of: &'a str,
}

/// Looks at the shares of a paragraph.
pub fn check(passage: &Passage<'_>, report: &mut Report<Span>) {
    if passage.quantities().len() < 3 || !has(passage.text(), &["占", "计划", "目标", "任务"]) {
        return;
    }
    apportioned::check(passage, report);
    let mut last: Option<Share<'_>> = None;
    for (index, rate) in passage.quantities().iter().enumerate().filter(|(_, found)| found.is_percent()) {
        if let Some((part, base)) = stated(passage, index) {
            compare(passage, part, base, rate, report);
            continue;
        }
        let Some(share) = share(passage, index) else { continue };
        match base(passage, &share) {
            // 民生支出31.2亿元，占80.8%，教育支出8.6亿元，占27.6%: perhaps of the part before.
            Some(_) if last.as_ref().is_some_and(|last| fits(share.part, last.part, rate)) => {}
            Some(base) => compare(passage, share.part, base, rate, report),
            None => {
                if let Some(before) = last.take().filter(|before| beside(passage, before, &share)) {
                    both(passage, &before, &share, report);
                }
            }
        }
        last = Some(share);
    }
}

/// 已完成投资62亿元，占年度计划80亿元的77.5%: a part and its whole, both told.
fn stated<'a>(passage: &'a Passage<'_>, index: usize) -> Option<(&'a Quantity, &'a Quantity)> {
    let (text, quantities) = (passage.text(), passage.quantities());
    let [part, base, rate] = quantities.get(index.checked_sub(2)?..=index)? else { return None };
    let exact = [part, base, rate].iter().all(|found| found.arabic && !found.rough);
    let gap = text[part.span.end..base.number.start].trim_matches(|ch| is_space(ch) || "，,、（(".contains(ch));
    let name = OF.iter().find_map(|word| gap.strip_prefix(word)).filter(|name| name.chars().all(is_han))?;
    let of = text[base.span.end..rate.number.start].trim() == "的";
    // 为预算的: the rule of budgets tells.
    let budget = part.unit == "元" && super::budget::is_budget_of(text, part, base);
    (exact && of && part.unit == base.unit && part.adds_up() && !budget && !has(name, &["年均", "每"]))
        .then_some((part, base))
}

/// 委员提案180件，占85.7%: a part and what it says to be a share of.
fn share<'a>(passage: &'a Passage<'_>, index: usize) -> Option<Share<'a>> {
    let (text, quantities) = (passage.text(), passage.quantities());
    let rate = &quantities[index];
    let sentence = around(text, rate.number.start);
    let lead = |at: usize| {
        let from = quantities[at.checked_sub(1)?].span.end.max(sentence.start);
        Some(text.get(from..quantities[at].number.start)?.trim_matches(|ch| is_space(ch) || "，,、（(".contains(ch)))
    };
    let lead_of = lead(index)?;
    // 完成年度计划的77.5%
    let planned = |of: &&str| PLANS.iter().any(|plan| of.trim_end_matches('的').ends_with(plan));
    let done = ["完成", "为"].iter().find_map(|word| lead_of.strip_prefix(word)).filter(planned);
    // 税收收入89亿元，下降4.9%，税收占比64%
    let bare = strip(lead_of, &["为", "达到", "达", "是"]).unwrap_or(lead_of);
    let named = bare.strip_suffix("占比").filter(|name| !name.is_empty() && name.chars().all(is_han));
    let of = lead_of.strip_prefix('占').or(done).or(named.map(|_| "")).filter(|of| of.chars().all(is_han))?;
    let of = strip(of, &["达到", "达", "为", "到"]).unwrap_or(of);
    let of = strip(of, &["的比重", "的比例", "比重", "比例", "份额", "的"]).unwrap_or(of);
    // 税收收入131.3亿元，增长6.1%，占…: its own growth stands between.
    let mut at = index - 1;
    while quantities[at].is_percent() {
        let grows = lead(at).is_some_and(|lead| has(lead, &["增长", "下降", "增幅", "降幅"]) && !lead.contains('占'));
        at = at.checked_sub(1).filter(|_| grows)?;
    }
    let part = &quantities[at];
    let own = named.is_none_or(|name| {
        let label = label(text, part);
        label.contains(name.strip_suffix("收入").unwrap_or(name))
    });
    let exact = own && [part, rate].iter().all(|found| found.arabic && !found.rough);
    let within = part.number.start >= sentence.start && part.adds_up();
    let changed = has(&text[clause_start(text, part.number.start)..part.number.start], &CHANGES[..12]);
    (exact && within && !changed).then_some(Share { part, rate, of })
}

/// The whole of a share.
fn base<'a>(passage: &'a Passage<'_>, share: &Share<'_>) -> Option<&'a Quantity> {
    // 占全省的27.2% names no number.
    let of = SCOPES.iter().find_map(|scope| share.of.strip_prefix(scope)).filter(|of| !of.is_empty());
    let of = of.unwrap_or(share.of);
    if WHOLES.contains(&of) {
        return divided(passage, share);
    }
    named(passage, share, of).or_else(|| {
        let whole = divided(passage, share)?;
        let last = |words: &str| words.chars().rev().take(2).collect::<String>();
        let clause = without_verbs(label(passage.text(), whole));
        (last(clause) == last(of)).then_some(whole)
    })
}

/// The last number before a part that is told of a name.
fn named<'a>(passage: &'a Passage<'_>, share: &Share<'_>, name: &str) -> Option<&'a Quantity> {
    let text = passage.text();
    let from = sentences_back(text, share.part.number.start);
    let mut before = earlier(passage, share.part.unit, share.part.number.start, from);
    // 年度计划投资80亿元，已完成62亿元，占年度计划的77.5%
    let planned = PLANS.iter().any(|plan| name.ends_with(plan));
    let told = |clause: &str| without_verbs(clause).ends_with(name) || planned && clause.contains(name);
    let found = before.rfind(|found| told(label(text, found)))?;
    (is_base(text, found) && is_alike(passage, found, share.part)).then_some(found)
}

/// Whether a whole and a part that was told later are of one place and time: 全市…100亿元。市本级…20亿元 are not.
fn is_alike(passage: &Passage<'_>, whole: &Quantity, part: &Quantity) -> bool {
    let text = passage.text();
    let years = earlier(passage, "年", part.number.start, whole.span.end);
    let level = |found: &Quantity| LEVELS.iter().find(|word| label(text, found).contains(**word));
    let between = text.get(whole.span.end..part.number.start).unwrap_or("");
    years.count() == 0
        && (level(part).is_none() || level(part) == level(whole))
        && !has(between, &["上年", "去年", "“十"])
}

/// The number that 其中 before a part divides.
fn divided<'a>(passage: &'a Passage<'_>, share: &Share<'_>) -> Option<&'a Quantity> {
    let text = passage.text();
    let at = share.part.number.start;
    let from = sentences_back(text, at);
    let marker = ["其中", "包括"].iter().filter_map(|word| text[from..at].rfind(word)).max()? + from;
    // What it divides ends where the next sentence begins, unless its parts stand in several.
    let found = whole_before(passage, marker, share.part.unit).filter(|_| !text[marker..at].contains(['。', '！']))?;
    // 贷款128亿元，占全市的36.5%，其中制造业46亿元，占38%: perhaps of another whole as well.
    let alone = !has(&text[found.span.end..marker], &["占全", "占我", "占省", "占市", "占国"]);
    alone.then_some(found)
}

/// The number of a unit that a 其中 divides: of its own sentence, or of the one before where it begins one.
pub(super) fn whole_before<'a>(passage: &'a Passage<'_>, marker: usize, unit: &'static str) -> Option<&'a Quantity> {
    let text = passage.text();
    let mut from = around(text, marker).start;
    let mut words = text[from..marker].trim_matches(is_space).trim_end_matches("主要");
    // 支出411亿元。按资金来源分，包括…。按支出类型分，包括…
    for _ in 0..BACK {
        if !words.is_empty() && !words.starts_with('按') {
            break;
        }
        let end = from;
        from = around(text, text[..end].char_indices().next_back()?.0).start;
        words = text[from..end].trim_matches(is_space).trim_end_matches("主要");
    }
    let quantities = passage.quantities();
    let marked = quantities.get(quantities.partition_point(|found| found.number.start <= marker))?;
    let plain = without_brackets(&text[from..marker.max(from)]);
    // 28.7亿元（不含开发区36.4亿元），其中…: what stands in brackets is not divided.
    let aside = |found: &Quantity| plain.as_bytes().get(found.number.start - from) == Some(&b' ');
    let mut before = earlier(passage, unit, marked.number.start, from);
    let found = before.rfind(|found| !has(label(text, found), &CHANGES) && !is_budget(text, found) && !aside(found))?;
    is_base(text, found).then_some(found)
}

/// The numbers of a unit between two bytes.
fn earlier<'a>(
    passage: &'a Passage<'_>,
    unit: &'static str,
    upto: usize,
    from: usize,
) -> impl DoubleEndedIterator<Item = &'a Quantity> {
    let quantities = passage.quantities();
    let first = quantities.partition_point(|found| found.span.start < from);
    let last = quantities.partition_point(|found| found.span.end <= upto).max(first);
    quantities[first..last].iter().filter(move |found| found.unit == unit)
}

fn is_base(text: &str, found: &Quantity) -> bool {
    found.arabic && !found.rough && !has(label(text, found), &CHANGES)
}

/// 为预算5.2亿元的98%
fn is_budget(text: &str, found: &Quantity) -> bool {
    text[found.span.end..].starts_with('的')
}

/// The words of its clause before a number.
fn label<'a>(text: &'a str, found: &Quantity) -> &'a str {
    &text[clause_start(text, found.number.start)..found.number.start]
}

fn without_verbs(label: &str) -> &str {
    let mut bare = label.trim_matches(is_space);
    while let Some(rest) = VERBS.iter().find_map(|verb| bare.strip_suffix(verb)) {
        bare = rest;
    }
    bare
}

fn sentences_back(text: &str, at: usize) -> usize {
    (0..BACK).fold(at, |start, _| {
        let last = text[..start].char_indices().next_back().map_or(0, |(last, _)| last);
        around(text, last).start
    })
}

fn compare(passage: &Passage<'_>, part: &Quantity, base: &Quantity, rate: &Quantity, report: &mut Report<Span>) {
    let said = format!("“{}”", &passage.text()[rate.span.range()]);
    let shared = base.number.start < part.number.start;
    let may_change = if shared { MayChange::Part } else { MayChange::Both };
    let told = Told { said, part: "部分", base: "总数", terms: None, may_change };
    judge(passage, [part, base, rate], told, report);
}

/// How a share is told.
pub(super) struct Told<'a> {
    /// The share as its draft says it.
    pub said: String,
    /// What the part and its whole are called.
    pub part: &'a str,
    pub base: &'a str,
    /// The two numbers as they are divided, where they do not stand in the draft so.
    pub terms: Option<String>,
    pub may_change: MayChange,
}

/// Which numbers besides the share may be offered to be changed.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum MayChange {
    Both,
    /// Other parts are shares of the same whole.
    Part,
    Neither,
}

/// Compares a part, its whole and the share.
/// Gives what was found.
pub(super) fn judge<'r>(
    passage: &Passage<'_>,
    three: [&Quantity; 3],
    told: Told<'_>,
    report: &'r mut Report<Span>,
) -> Option<&'r mut Finding<Span>> {
    let [part, base, rate] = three;
    let exact = part.value.over(base.value).and_then(|share| share.times(Decimal::HUNDRED));
    let (share, exact) = share_of(part, base).zip(exact)?;
    let terms = told.terms.unwrap_or_else(|| written(passage, &[part, base]).join("÷"));
    let calculation = format!("{terms}={exact:.*}%", rate.places as usize);
    if share.meets(rate.cut()) {
        report.hold(|| (three.map(|found| passage.span(found.number)).to_vec(), calculation));
        return None;
    }
    let finding = report.add(passage.span(rate.number), format!("比率不符：{calculation}，与{}不符", told.said));
    finding.related(passage.span(base.number), told.base).related(passage.span(part.number), told.part);
    // A count that comes nearest to the share may still not have it.
    let has_it = |part: &Quantity, base: &Quantity| share_of(part, base).is_some_and(|share| share.meets(rate.cut()));
    let of = base.value.times(rate.value).and_then(|value| value.over(Decimal::HUNDRED));
    let of = of.filter(|value| told.may_change != MayChange::Neither && has_it(&rewritten(part, *value), base));
    let from = part.value.times(Decimal::HUNDRED).and_then(|value| value.over(rate.value));
    let from = from.filter(|value| told.may_change == MayChange::Both && has_it(part, &rewritten(base, *value)));
    let part = of.and_then(|value| instead(passage, part, value));
    let base = from.and_then(|value| instead(passage, base, value));
    finding.alternatives(part.into_iter().chain(base));
    finding.fix(write(passage, rate.number, rate.written(exact)));
    Some(finding)
}

/// Whether a share is that of a part in a number of its unit.
fn fits(part: &Quantity, whole: &Quantity, rate: &Quantity) -> bool {
    part.unit == whole.unit && share_of(part, whole).is_some_and(|share| share.meets(rate.cut()))
}

/// A part as a percentage of its whole.
pub(super) fn share_of(part: &Quantity, base: &Quantity) -> Option<Interval> {
    part.counted().over(base.counted())?.times(Decimal::HUNDRED)
}

/// A quantity with another value, as far as its digits can tell it.
fn rewritten(found: &Quantity, value: Decimal) -> Quantity {
    let digits = value.over(found.factor).unwrap_or(value).round(found.places);
    Quantity { value: digits.times(found.factor).unwrap_or(value), ..found.clone() }
}

/// Whether two shares stand side by side and are of the same whole.
fn beside(passage: &Passage<'_>, one: &Share<'_>, other: &Share<'_>) -> bool {
    let between = &passage.text()[one.rate.span.end..other.part.number.start];
    let brief = between.chars().count() <= 24 && !has(between, &["。", "其中", "包括"]);
    let sums =
        |of: &str| ["收入", "支出", "财力", "资金", "总数", "总额", "总量"].iter().any(|word| of.ends_with(word));
    let whole = WHOLES.contains(&one.of) || sums(one.of);
    // 占支出的82%，…占支出的90%: more than a hundred, so of two things.
    let room = one.of.is_empty()
        || one.of == "比"
        || one.rate.value + other.rate.value <= Decimal::HUNDRED + one.rate.step + other.rate.step;
    one.part.unit == other.part.unit && one.of == other.of && whole && room && brief
}

/// Two shares of one whole: it comes out the same from both.
fn both(passage: &Passage<'_>, one: &Share<'_>, other: &Share<'_>, report: &mut Report<Span>) {
    let whole = |share: &Share<'_>| -> Option<(Interval, Decimal)> {
        let interval = share.part.counted().over(share.rate.cut())?.times(Decimal::HUNDRED)?;
        Some((interval, share.part.value.over(share.rate.value)?.times(Decimal::HUNDRED)?))
    };
    let Some((first, second)) = whole(one).zip(whole(other)) else { return };
    let words = |found: &Quantity| &passage.text()[found.span.range()];
    let places = [one.part, one.rate, other.part, other.rate];
    if first.0.meets(second.0) {
        let shown =
            || format!("{}÷{}与{}÷{}相符", words(places[0]), words(places[1]), words(places[2]), words(places[3]));
        report.hold(|| (places.map(|found| passage.span(found.number)).to_vec(), shown()));
        return;
    }
    let unit = |share: &Share<'_>, value: Decimal| {
        let shown = value.over(share.part.factor).unwrap_or(value).round(share.part.places);
        format!("{shown}{}{}", share.part.factor_word(), share.part.unit)
    };
    let message = format!(
        "比率不符：按“{}占{}”总数是{}，按“{}占{}”总数是{}，请核实",
        words(places[0]),
        words(places[1]),
        unit(one, first.1),
        words(places[2]),
        words(places[3]),
        unit(other, second.1)
    );
    let finding = report.add(passage.span(other.rate.number), message);
    for place in &places[..3] {
        finding.related(passage.span(place.number), "一起核对的数");
    }
    // Unless they are the whole together, each may be a share of something else.
    let rest = (Decimal::HUNDRED - one.rate.value - other.rate.value).abs();
    if rest > one.rate.step.max(other.rate.step) {
        finding.severity(Severity::Hint);
    }
}
