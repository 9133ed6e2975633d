//! 完成142.9亿元，比上年增加6.5亿元，增长4.8%; 520万元，比上年515万元增长1%: whether the growth is that of the value and what
//! it came from.

use super::growth::REAL;
use super::{instead, write, written};
use crate::draft::{Passage, Span};
use crate::rules::Report;
use crate::syntax::sentence::{around, clause_start, has, strip};
use crate::syntax::{Decimal, Interval, Quantity};

/// Against what a value is held.
const AGAINST: [&str; 16] = [
    "比上年同期",
    "较上年同期",
    "比去年同期",
    "较去年同期",
    "比上年实际",
    "比上年",
    "较上年",
    "比去年",
    "较去年",
    "比年初",
    "较年初",
    "比上年末",
    "较上年末",
    "同比",
    "上年同期",
    "",
];
const MORE: [&str; 7] = ["增加", "增收", "增支", "增加了", "净增加", "净增", "多收"];
const LESS: [&str; 5] = ["减少", "减收", "减支", "减少了", "短收"];
const UP: [&str; 6] = ["增长", "增幅", "增幅为", "增幅达", "上升", "增长了"];
const DOWN: [&str; 5] = ["下降", "降幅", "降幅为", "减少", "降低"];
/// What the number right behind 比上年 is.
const BASES: [&str; 8] = ["执行数", "决算数", "预算数", "完成数", "实绩", "同期", "的", ""];

/// Looks at three quantities that stand behind one another: a value, its increase or its base, and the growth.
pub fn check(passage: &Passage<'_>, value: &Quantity, other: &Quantity, rate: &Quantity, report: &mut Report<Span>) {
    // 28583万元，增长10.85%，增收2798万元
    if other.is_percent() && rate.unit == value.unit && value.adds_up() {
        return turned(passage, value, other, rate, report);
    }
    if value.unit != other.unit || !value.adds_up() || !rate.is_percent() {
        return;
    }
    let text = passage.text();
    let sentence = around(text, value.number.start);
    let tail: String = text[rate.span.end..].chars().take(8).collect();
    let subject = &text[sentence.start..value.number.start];
    if rate.number.start > sentence.end || has(subject, &REAL) || has(&tail, &["可比", "口径", "左右", "以上"])
    {
        return;
    }
    let clean = |words: &'static [char]| move |gap: &str| gap.trim_matches(words).replace(' ', "");
    let clean = clean(&[' ', '，', ',', '、', '（', '(']);
    let first = clean(&text[value.span.end..other.number.start]);
    let second = clean(&text[other.span.end..rate.number.start]);
    if is_of_two(&first, &second) {
        return;
    }
    let second = second.trim_start_matches("同比").trim_start_matches('的');
    let up = UP.contains(&second);
    if !up && !DOWN.contains(&second) {
        return;
    }
    let first = bare(&without_term(&first));
    let verb = strip(&first, if up { &MORE } else { &LESS });
    let clause = &text[clause_start(text, value.number.start)..value.number.start];
    if verb == Some("") && has(clause, &["比", "较", "同期"]) {
        of_both(passage, [value, other, rate], report);
    } else if verb.is_some_and(|against| AGAINST.contains(&against)) {
        of_increase(passage, [value, other, rate], up, report);
    } else if is_base(&first) && text[other.span.end..rate.number.start].chars().count() <= 4 {
        of_base(passage, [value, other, rate], up, report);
    }
}

/// 较“十三五”时期增加358亿元: against the five years before as against the year before.
fn without_term(words: &str) -> String {
    let plan = words.find('“').zip(words.find('”')).filter(|(open, close)| open < close);
    let Some((open, close)) = plan.filter(|(_, close)| words[..*close].ends_with('五')) else {
        return words.to_owned();
    };
    let rest = &words[close + '”'.len_utf8()..];
    let rest = ["时期", "期间"].iter().find_map(|word| rest.strip_prefix(word)).unwrap_or(rest);
    format!("{}上年{rest}", &words[..open])
}

/// 完成107.6亿元，占年度预算的105.9%，比上年增收6.9亿元，增长6.8%: its share of the budget stands between.
pub fn fulfilled(passage: &Passage<'_>, four: [&Quantity; 4], report: &mut Report<Span>) {
    let text = passage.text();
    let [value, share, more, rate] = four;
    let sums = value.unit == more.unit && value.adds_up() && share.is_percent() && rate.is_percent();
    let sentence = around(text, value.number.start);
    if !sums || rate.number.start > sentence.end {
        return;
    }
    let clean = |gap: &str| gap.trim_matches([' ', '，', ',', '、', '（', '(']).replace(' ', "");
    let of = clean(&text[value.span.end..share.number.start]);
    let of_plan = ["预算的", "预算数的", "计划的", "任务的", "目标的"].iter().any(|word| of.ends_with(word))
        && ["占", "为", "完成", "是"].iter().any(|verb| of.starts_with(verb));
    let tail: String = text[rate.span.end..].chars().take(8).collect();
    let real = has(&text[sentence.start..rate.number.start], &REAL) || has(&tail, &["可比", "口径", "左右", "以上"]);
    if !of_plan || real {
        return;
    }
    let first = bare(&without_term(&clean(&text[share.span.end..more.number.start])));
    let second = clean(&text[more.span.end..rate.number.start]);
    if is_of_two(&first, &second) {
        return;
    }
    let second = second.trim_start_matches("同比");
    let up = UP.contains(&second);
    let against = strip(&first, if up { &MORE } else { &LESS });
    if (up || DOWN.contains(&second)) && against.is_some_and(|against| AGAINST.contains(&against)) {
        of_increase(passage, [value, more, rate], up, report);
    }
}

/// 比年初增加126亿元，同比增长12.3%: an increase and a growth that are against two times.
fn is_of_two(increase: &str, growth: &str) -> bool {
    let start = |words: &str| has(words, &["年初", "年末", "年底"]);
    let before = |words: &str| has(words, &["同比", "同期"]) || has(words, &["上年", "去年"]) && !start(words);
    start(increase) && before(growth) || start(growth) && before(increase)
}

/// 比2024年执行数增加, 较上年支出增加 → 比上年增加
fn bare(words: &str) -> String {
    let year = words.find('年').filter(|year| words[..*year].ends_with(|ch: char| ch.is_ascii_digit()));
    let words = year.map_or_else(
        || words.to_owned(),
        |year| {
            let head = words[..year].trim_end_matches(|ch: char| ch.is_ascii_digit());
            format!("{head}上{}", &words[year..])
        },
    );
    let of = ["年执行数", "年决算数", "年完成数", "年预算数", "年实际", "年支出", "年收入", "年预算", "年决算"];
    match of.iter().find_map(|of| words.split_once(of)) {
        // 比上年执行数136.4亿元增长: what it is against stands here.
        Some((head, verb)) if !verb.is_empty() => format!("{head}年{verb}"),
        _ => words,
    }
}

/// A value, its growth, and then how much more it is than before.
fn turned(passage: &Passage<'_>, value: &Quantity, rate: &Quantity, more: &Quantity, report: &mut Report<Span>) {
    let text = passage.text();
    let sentence = around(text, value.number.start);
    let subject = &text[sentence.start..value.number.start];
    let tail: String = text[more.span.end..].chars().take(8).collect();
    if more.number.start > sentence.end || has(subject, &REAL) || has(&tail, &["可比", "口径", "左右", "以上"])
    {
        return;
    }
    let clean = |gap: &str| gap.trim_matches([' ', '，', ',', '、', '（', '(']).replace(' ', "");
    let first = clean(&text[value.span.end..rate.number.start]);
    let second = clean(&text[rate.span.end..more.number.start]);
    if is_of_two(&second, &first) {
        return;
    }
    let against = |words: &str| AGAINST.contains(&words);
    let up = strip(&first, &UP).is_some_and(against);
    let grows = up || strip(&first, &DOWN).is_some_and(against);
    if grows && strip(&second, if up { &MORE } else { &LESS }).is_some_and(against) {
        of_increase(passage, [value, more, rate], up, report);
    }
}

/// 比上年执行数, 较上年
fn is_base(words: &str) -> bool {
    let rest = ["比", "较"].iter().find_map(|word| words.strip_prefix(word));
    let rest = rest.and_then(|rest| ["上年", "去年"].iter().find_map(|word| rest.strip_prefix(word)));
    rest.is_some_and(|rest| BASES.contains(&rest))
}

/// A value, how much more it is than before, and the growth.
fn of_increase(passage: &Passage<'_>, three: [&Quantity; 3], up: bool, report: &mut Report<Span>) {
    let [value, more, rate] = three;
    let (now, change) = (value.cut(), more.cut());
    let before = match up {
        true => Interval { low: now.low - change.high, high: now.high - change.low },
        false => Interval { low: now.low + change.low, high: now.high + change.high },
    };
    let base = if up { value.value - more.value } else { value.value + more.value };
    let exact = more.value.over(base).and_then(|share| share.times(Decimal::HUNDRED));
    let found = change.over(before).and_then(|share| share.times(Decimal::HUNDRED));
    let (Some(exact), Some(found)) = (exact, found) else { return };
    let terms = written(passage, &[more, value, more]);
    let sign = if up { '－' } else { '+' };
    let calculation = format!("{}÷（{}{sign}{}）={exact:.*}%", terms[0], terms[1], terms[2], rate.places as usize);
    let share = rate.value.over(Decimal::HUNDRED).unwrap_or(Decimal::ZERO);
    let one = Decimal::from_int(1);
    let whole = if up { one + share } else { one - share };
    let other = value.value.times(share).and_then(|change| change.over(whole)).map(|change| (more, change));
    let (holds, first, second) = (found.meets(rate.cut()), "本年数", "增减数");
    tell(passage, Outcome { three, holds, exact, calculation, first, second, other }, report);
}

/// The value of the year before, how much more there is now, and the growth: 比上年136.4亿元增加6.5亿元，增长4.8%.
fn of_both(passage: &Passage<'_>, three: [&Quantity; 3], report: &mut Report<Span>) {
    let [base, more, rate] = three;
    let found = more.cut().over(base.cut()).and_then(|share| share.times(Decimal::HUNDRED));
    let exact = more.value.over(base.value).and_then(|share| share.times(Decimal::HUNDRED));
    let (Some(exact), Some(found)) = (exact, found) else { return };
    let calculation = format!("{}={exact:.*}%", written(passage, &[more, base]).join("÷"), rate.places as usize);
    let other = base.value.times(rate.value).and_then(|value| value.over(Decimal::HUNDRED)).map(|value| (more, value));
    let (holds, first, second) = (found.meets(rate.cut()), "上年数", "增减数");
    tell(passage, Outcome { three, holds, exact, calculation, first, second, other }, report);
}

/// A value, the one of the year before, and the growth.
fn of_base(passage: &Passage<'_>, three: [&Quantity; 3], up: bool, report: &mut Report<Span>) {
    let [value, base, rate] = three;
    let (high, low) = if up { (value, base) } else { (base, value) };
    let difference = Interval { low: high.cut().low - low.cut().high, high: high.cut().high - low.cut().low };
    let difference_exact = high.value - low.value;
    let found = difference.over(base.cut()).and_then(|share| share.times(Decimal::HUNDRED));
    let exact = difference_exact.over(base.value).and_then(|share| share.times(Decimal::HUNDRED));
    let (Some(exact), Some(found)) = (exact, found) else { return };
    let terms = written(passage, &[high, low, base]);
    let calculation = format!("（{}－{}）÷{}={exact:.*}%", terms[0], terms[1], terms[2], rate.places as usize);
    let share = rate.value.over(Decimal::HUNDRED).unwrap_or(Decimal::ZERO);
    let one = Decimal::from_int(1);
    let other = base.value.times(if up { one + share } else { one - share }).map(|other| (value, other));
    let (holds, first, second) = (found.meets(rate.cut()), "本年数", "上年数");
    tell(passage, Outcome { three, holds, exact, calculation, first, second, other }, report);
}

/// What was calculated of three quantities.
struct Outcome<'a> {
    three: [&'a Quantity; 3],
    holds: bool,
    /// The growth that follows.
    exact: Decimal,
    calculation: String,
    /// What the first two quantities are.
    first: &'static str,
    second: &'static str,
    /// One of the two numbers as it would have to be for the growth to be right.
    other: Option<(&'a Quantity, Decimal)>,
}

fn tell(passage: &Passage<'_>, outcome: Outcome<'_>, report: &mut Report<Span>) {
    let Outcome { three, calculation, exact, .. } = outcome;
    if outcome.holds {
        report.hold(|| (three.map(|found| passage.span(found.number)).to_vec(), calculation));
        return;
    }
    let [value, second, rate] = three;
    let said = &passage.text()[rate.span.range()];
    let finding = report.add(passage.span(rate.number), format!("增长不符：{calculation}，与“{said}”不符"));
    finding.related(passage.span(value.number), outcome.first).related(passage.span(second.number), outcome.second);
    finding.alternatives(outcome.other.and_then(|(quantity, value)| instead(passage, quantity, value)));
    finding.fix(write(passage, rate.number, rate.written(exact)));
}
