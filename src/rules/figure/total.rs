//! 收入完成48.2亿元，加上级补助21.5亿元、调入资金3.1亿元，收入总计72.8亿元: whether what stands before a total of a budget adds
//! up to it.

use super::addition;
use crate::draft::{Passage, Span};
use crate::rules::Report;
use crate::rules::accounts::{self, Entry, Found, Side, Stage};
use crate::syntax::Quantity;
use crate::syntax::sentence::{around, before, clause_start, has, strip, without_brackets};
use crate::text::han::is_space;

/// Words right before a total.
const TOTALS: [&str; 13] = [
    "收入总来源",
    "收入总计",
    "支出总计",
    "收入总量",
    "支出总量",
    "收入合计",
    "支出合计",
    "收入共计",
    "支出共计",
    "收入总额",
    "支出总额",
    "总收入",
    "总支出",
];
/// What an item of a total without 加 ends with.
const ITEMS: [&str; 14] = [
    "收入",
    "资金",
    "结转",
    "结余",
    "补助",
    "基金",
    "转移支付",
    "返还",
    "债券",
    "支出",
    "还本",
    "上解",
    "债务转贷",
    "本级",
];
/// Words of a label that make its number no item.
const OTHER: [&str; 12] = ["比", "较", "同比", "增加", "减少", "增长", "下降", "增收", "减收", "调增", "调减", "增支"];
/// Words behind which a number is no part of a sum, or is one of another.
const PARTS: [&str; 8] = ["其中", "包括", "含", "累计", "平均", "每", "分别", "超过"];
/// Numbers back among which a name is looked for.
const BACK: usize = 40;
/// Longest label of a part, in characters.
const LABEL: usize = 20;
/// Words with which the items are another thing than parts of the total.
const STOPS: [&str; 14] =
    ["其中", "包括", "减去", "扣除", "剔除", "结余", "缺口", "相抵", "合计", "总计", "共计", "总量", "分别", "平衡"];

/// Words right before a total of what stands before it, whatever it counts.
const JOINED: [&str; 8] = ["合计", "共计", "总计", "两项合计", "三项合计", "四项合计", "以上合计", "各项合计"];

/// Words that have one of those and stop nothing.
const BEFORE: [&str; 10] = [
    "上年结余",
    "上年滚存结余",
    "年初结余",
    "历年结余",
    "年终结余",
    "结转结余",
    "结余结转",
    "收支平衡原则",
    "收支平衡的原则",
    "平衡情况",
];

/// Looks at the totals of a paragraph.
pub fn check(passage: &Passage<'_>, report: &mut Report<Span>) {
    for index in 2..passage.quantities().len() {
        joined(passage, index, report);
    }
    for (index, total) in passage.quantities().iter().enumerate() {
        let money = total.unit == "元" && total.arabic && !total.rough;
        let head = before(passage.text(), total.number.start);
        let head = strip(head, &["为", "达", "达到"]).unwrap_or(head);
        if money && index > 1 && strip(head, &TOTALS).is_some() {
            one(passage, index, report);
        }
    }
}

/// 一般债务7.9亿元，专项债务13.3亿元，合计21.2亿元
fn joined(passage: &Passage<'_>, index: usize, report: &mut Report<Span>) {
    let (text, quantities) = (passage.text(), passage.quantities());
    let total = &quantities[index];
    let last = quantities[index - 1].span.end;
    let words = text.get(last..total.number.start).unwrap_or("").trim_start_matches(['，', ',']).trim();
    let words = strip(words, &["为", "达"]).unwrap_or(words);
    if !JOINED.contains(&words) || !total.adds_up() || !total.arabic || total.rough {
        return;
    }
    let sentence = around(text, total.number.start);
    let first = quantities.partition_point(|found| found.number.start < sentence.start);
    let parts: Vec<&Quantity> = quantities[first..index].iter().filter(|found| found.unit != "年").collect();
    let exact = |found: &&Quantity| found.unit == total.unit && found.arabic && !found.rough;
    if parts.len() < 2 || !parts.iter().all(exact) {
        return;
    }
    let mut at = sentence.start;
    for part in &parts {
        let label = text[at..part.number.start].trim_matches(|ch| is_space(ch) || "，,、：:".contains(ch));
        at = part.span.end;
        let own = label.rsplit(['，', ',']).next().unwrap_or(label);
        if own.is_empty() || own.chars().count() > LABEL || has(label, &OTHER) || has(label, &PARTS) {
            return;
        }
    }
    addition::compare(passage, total, &parts, ["前面各项", "合计"], report);
}

fn one(passage: &Passage<'_>, index: usize, report: &mut Report<Span>) {
    if let Some(items) = items(passage, index) {
        addition::compare(passage, &passage.quantities()[index], &items, ["前面各项", "总计"], report);
    }
}

/// The sums of money before a total in its sentence that make it up. `None` where one of them may be something else.
fn items<'a>(passage: &'a Passage<'_>, index: usize) -> Option<Vec<&'a Quantity>> {
    let (text, quantities) = (passage.text(), passage.quantities());
    let total = &quantities[index];
    let sentence = around(text, total.number.start);
    let listed = listed(passage, Span::new(sentence.start, total.number.start))?;
    let tail = listed.tail;
    if tail.starts_with('等') || has(tail, &["其中", "结余", "相抵"]) {
        return None;
    }
    let mut items: Vec<&Quantity> = listed.items.iter().map(|item| item.quantity).collect();
    // 收入加预计转移性收入14.1亿元、…: the sum that was told of that name.
    if let Some((name, _)) =
        listed.items.first().and_then(|item| item.label.split_once('加')).filter(|(name, _)| !name.is_empty())
    {
        items.insert(0, told_before(passage, sentence.start, name)?);
        return Some(items);
    }
    match listed.items.iter().position(|item| item.added) {
        Some(1) if !goes_on(text, sentence.start) => Some(items),
        Some(0) => {
            let side = if named_of(text, total).contains("收入") { Side::Income } else { Side::Expense };
            let base = base_before(passage, sentence.start);
            items.insert(0, base.or_else(|| account_before(passage, sentence.start, side))?);
            Some(items)
        }
        None if is_list(&listed) && !goes_on(text, sentence.start) => Some(items),
        _ => None,
    }
}

/// What a total is called: 收入总计.
fn named_of<'a>(text: &'a str, total: &Quantity) -> &'a str {
    let head = before(text, total.number.start);
    let head = strip(head, &["为", "达", "达到"]).unwrap_or(head);
    let words = TOTALS.iter().find(|word| head.ends_with(**word));
    words.map_or("", |word| &head[head.len() - word.len()..])
}

/// 税收收入…；|非税收入65.1亿元，加上…: whether items before ； belong to the total too. They do not where they have one.
fn goes_on(text: &str, start: usize) -> bool {
    let earlier = before(text, start);
    let Some((last, _)) = earlier.char_indices().next_back().filter(|(_, ch)| matches!(ch, '；' | ';')) else {
        return false;
    };
    !has(&text[around(text, last).start..last], &TOTALS)
}

/// Sums of money that stand behind one another.
struct Listed<'a> {
    items: Vec<Item<'a>>,
    /// The words behind the last of them.
    tail: &'a str,
}

struct Item<'a> {
    quantity: &'a Quantity,
    /// The words of its clause.
    label: &'a str,
    /// 加 or 加上 stands before it.
    added: bool,
}

/// The sums of money in a part of a sentence, comparisons left out. `None` where one may be something else.
fn listed<'a>(passage: &'a Passage<'_>, within: Span) -> Option<Listed<'a>> {
    let (text, quantities) = (passage.text(), passage.quantities());
    let plain = without_brackets(&text[within.range()]);
    let first = quantities.partition_point(|found| found.span.start < within.start);
    let mut items: Vec<Item<'a>> = Vec::new();
    let mut at = within.start;
    // 收入13.6亿元，其中：税收9.5亿元；…，加上…: what it is made of is left out.
    let mut inner = false;
    for found in quantities[first..].iter().take_while(|found| found.span.end <= within.end) {
        let start = found.number.start - within.start;
        if plain.as_bytes().get(start) == Some(&b' ') || found.unit == "年" || found.is_percent() {
            continue;
        }
        let gap = text[at..found.number.start].trim_matches(|ch| is_space(ch) || "，,、：:".contains(ch));
        at = found.span.end;
        let label = without_brackets(gap);
        let added = label.starts_with('加') || has(&label, &["，加", ",加", "、加"]);
        inner = !added && (inner || items.len() == 1 && has(&label, &["其中"]));
        if inner {
            continue;
        }
        // 减调出资金2亿元
        if own_of(gap).starts_with('减') && !has(gap, &OTHER) {
            return None;
        }
        let bare = BEFORE.iter().fold(label, |label, word| label.replace(word, ""));
        if has(&bare, &STOPS) {
            return None;
        }
        let own = own_of(gap);
        let of = text[found.span.end..].starts_with('的');
        if of || has(own, &OTHER) {
            continue;
        }
        if found.unit != "元" || !found.arabic || found.rough && !found.is_expected(text) || own.is_empty() {
            return None;
        }
        items.push(Item { quantity: found, label: own, added });
    }
    (!inner).then_some(())?;
    Some(Listed { items, tail: &text[at.min(within.end)..within.end] })
}

/// The words of the last clause.
fn own_of(gap: &str) -> &str {
    gap.rsplit(['，', ',']).next().unwrap_or(gap)
}

/// 一般公共预算收入14.2亿元，上级补助收入21.5亿元，调入资金3.1亿元，收入总计38.8亿元: whether they are told as the items of a
/// total, without 加.
fn is_list(listed: &Listed<'_>) -> bool {
    let item = |item: &Item<'_>| ITEMS.iter().any(|word| item.label.ends_with(word));
    let bare = listed.tail.trim_matches(|ch| is_space(ch) || "，,".contains(ch));
    listed.items.len() > 2 && listed.items.iter().all(item) && !bare.contains(['，', ','])
}

/// The last sum of money before a byte whose clause has a name.
fn told_before<'a>(passage: &'a Passage<'_>, at: usize, name: &str) -> Option<&'a Quantity> {
    let (text, quantities) = (passage.text(), passage.quantities());
    let last = quantities.partition_point(|found| found.span.end <= at);
    let clause = |found: &&Quantity| &text[clause_start(text, found.number.start)..found.number.start];
    let near = &quantities[last.saturating_sub(BACK)..last];
    let found = near.iter().rfind(|found| found.unit == "元" && clause(found).contains(name))?;
    (found.arabic && !found.rough && !has(clause(&found), &OTHER)).then_some(found)
}

/// The last account of a side that is told before a byte, however much is said of its parts: 支出安排381亿元，下降4.4%。其中：
/// 教育支出61.2亿元。加上….
fn account_before<'a>(passage: &'a Passage<'_>, at: usize, side: Side) -> Option<&'a Quantity> {
    let found = accounts::read(passage);
    let sum = |one: &&Found| matches!(one.entry, Entry::Value(Stage::Actual) | Entry::Total { .. });
    let last =
        found.iter().filter(|one| one.quantity.number.start < at).rfind(|one| one.of.side == side && sum(one))?;
    let is_total = matches!(last.entry, Entry::Total { .. });
    passage.quantities().iter().find(|one| !is_total && one.number == last.quantity.number)
}

/// The sum that the sentence before begins with: 收入完成48.2亿元，增长5%。加上….
fn base_before<'a>(passage: &'a Passage<'_>, at: usize) -> Option<&'a Quantity> {
    let text = passage.text();
    let (end, _) = text[..at].char_indices().next_back().filter(|(_, ch)| matches!(ch, '。' | '；' | ';'))?;
    let sentence = around(text, end);
    let own = &text[sentence.start..end];
    // 完成176.7亿元，其中：税收收入124.8亿元；加上…: what it is made of is no other sum.
    let upto = own.find("其中").map_or(end, |found| sentence.start + found);
    let earlier = before(text, sentence.start);
    // 其中，税收收入…。非税收入…。加上…: a list in several sentences.
    let last = earlier.char_indices().next_back().map_or(0, |(at, _)| at);
    let in_list = has(&earlier[around(text, last).start..], &["其中"]) || earlier.ends_with(['；', ';']);
    let listed = listed(passage, Span::new(sentence.start, upto)).filter(|_| !in_list)?;
    let [only] = listed.items.as_slice() else { return None };
    Some(only.quantity)
}
