//! A total and its parts: 项目96个，其中续建41个、新开工38个。 Where a part cannot be read for sure, the parts end; where
//! the total cannot, there is no breakdown (stop rules of the domain study §4.4).

use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, MatchKind};

use crate::draft::{Passage, Span};
use crate::syntax::pattern;
use crate::syntax::sentence::{around, before, clause_start, has, without_brackets};
use crate::syntax::{Decimal, Quantity};
use crate::text::han::{is_han, is_space};

/// Words that parts follow.
const MARKERS: [&str; 7] = ["其中", "包括", "分别为", "分别是", "分为", "主要用于", "分别用于"];
/// Words of a label behind which the numbers are of another kind.
const STOPS: [&str; 37] = [
    "同比", "上年", "去年", "同期", "比", "较", "增长", "增加", "下降", "减少", "提高", "达到", "累计", "分别", "年末",
    "以上", "以下", "占", "超", "人均", "平均", "降", "升", "预计", "其中", "包括", "含", "共", "总", "合计", "另",
    "还有", "偿还", "调", "剩余", "加上", "用于",
];
/// Words of a label in which a stop word stops nothing: 上年结转, 增加值.
const PLAIN: [&str; 18] = [
    "增加值",
    "上年结转",
    "上年结余",
    "上年滚存结余",
    "调入",
    "公共",
    "稳定调节基金",
    "调出",
    "超长期",
    "提升工程",
    "提升行动",
    "提升项目",
    "提升改造",
    "改造提升",
    "能力提升",
    "总部",
    "总工会",
    "总医院",
];
/// What is done with the whole rather than a part of it, where the first part is not named so: 其中刑事案件612件，审结590件.
const ANEW: [&str; 16] = [
    "新增",
    "审结",
    "执结",
    "审执结",
    "办结",
    "结案",
    "未结",
    "判处",
    "完成",
    "实现",
    "办复",
    "立案",
    "起诉",
    "已",
    "未",
    "目前",
];
/// Words before a total that is only what came on top of another number.
const CHANGES: [&str; 16] =
    ["增加", "减少", "净增", "增长", "提高", "下降", "比", "较", "多", "少", "升", "降", "平均", "每", "人均", "占"];
/// Longest label of a part, in characters.
const LABEL: usize = 24;

/// Longest noun behind a total, in characters.
const NOUN: usize = 6;

/// A total and its parts.
pub struct Breakdown<'a> {
    pub total: &'a Quantity,
    pub parts: Vec<Part<'a>>,
    /// 其中, 包括…
    pub marker: &'static str,
    /// What stands behind the parts may be more of them.
    pub goes_on: bool,
}

/// A part: what it is of, and how many. Its unit is that of the total.
pub struct Part<'a> {
    pub label: &'a str,
    pub quantity: Quantity,
}

/// The breakdowns of a paragraph.
pub fn breakdowns<'a>(passage: &'a Passage<'_>) -> Vec<Breakdown<'a>> {
    static WORDS: LazyLock<AhoCorasick> = LazyLock::new(|| pattern::words(MARKERS, MatchKind::LeftmostFirst));
    let text = if passage.quantities().len() > 1 { passage.text() } else { "" };
    let found = WORDS.find_iter(text);
    found.filter_map(|word| read(passage, word.start(), MARKERS[word.pattern().as_usize()])).collect()
}

fn read<'a>(passage: &'a Passage<'_>, at: usize, marker: &'static str) -> Option<Breakdown<'a>> {
    let text = passage.text();
    let sentence = around(text, at);
    let words = &text[sentence.range()];
    let plain = without_brackets(words);
    let inside = plain.get(at - sentence.start..)?.starts_with(' ');
    // Parts in brackets end with the brackets, whose words are then read as they are.
    let behind = at + marker.len();
    let (end, parts_in) = if inside {
        let close = text[at..sentence.end].find(['）', ')']).map_or(sentence.end, |close| at + close);
        (close, words)
    } else {
        (sentence.end, plain.as_str())
    };
    let total = total(passage, sentence, &plain, at)?;
    let (parts, goes_on) = parts(passage, total, Span::new(behind, end), parts_in, sentence.start);
    (!parts.is_empty()).then_some(Breakdown { total, parts, marker, goes_on })
}

/// The number right before the marker, brackets and shares between left out.
fn total<'a>(passage: &'a Passage<'_>, sentence: Span, plain: &str, marker: usize) -> Option<&'a Quantity> {
    let quantities = passage.quantities();
    let last = quantities.partition_point(|quantity| quantity.span.end <= marker);
    let in_words = |quantity: &&Quantity| {
        let at = quantity.number.start.checked_sub(sentence.start);
        at.and_then(|at| plain.as_bytes().get(at)).is_some_and(|byte| *byte != b' ')
    };
    let total =
        quantities[..last].iter().rev().take_while(|found| found.span.start >= sentence.start).find(in_words)?;
    let gap = &plain[total.span.end - sentence.start..marker - sentence.start];
    // 38项指标，其中…: what was counted stands behind the number.
    let noun = gap.trim_start().chars().take_while(|ch| is_han(*ch)).count();
    let gap = if total.is_count() && noun <= NOUN { gap.trim_start().trim_start_matches(is_han) } else { gap };
    let near = gap.chars().all(|ch| is_space(ch) || matches!(ch, '，' | ',' | '：' | ':' | '、' | '—'));
    let text = passage.text();
    // 3个国家级、5个省级示范，其中…: perhaps of both.
    let before = quantities[..quantities.partition_point(|found| found.number.start < total.number.start)].last();
    let beside = |one: &&Quantity| {
        let between = &text[one.span.end.min(total.number.start)..total.number.start];
        one.unit == total.unit
            && between.contains(['、', '和', '及'])
            && !between.contains(['，', ',', '。', '；', '：'])
    };
    let near = near && before.filter(beside).is_none();
    let clause = &text[clause_start(text, total.number.start)..total.number.start];
    (near && total.arabic && !total.rough && total.adds_up() && !has(clause, &CHANGES)).then_some(total)
}

/// The parts, and whether there may be more behind them.
fn parts<'a>(
    passage: &'a Passage<'_>,
    total: &Quantity,
    within: Span,
    plain: &str,
    base: usize,
) -> (Vec<Part<'a>>, bool) {
    let text = passage.text();
    let quantities = passage.quantities();
    let first = quantities.partition_point(|quantity| quantity.span.start < within.start);
    let mut parts: Vec<Part<'a>> = Vec::new();
    let mut at = within.start;
    // 其中甲1件、乙2件，丙3件: behind a list with 、 a comma begins something else, unless all make up the total.
    let (mut listed, mut cut, mut more) = (false, None, false);
    for quantity in &quantities[first..] {
        let start = quantity.number.start;
        if quantity.span.end > within.end {
            break;
        }
        if plain.as_bytes().get(start - base) == Some(&b' ') {
            continue; // In brackets.
        }
        // 世界500强27家, 建成“5020”项目52个: a number inside a name.
        let named =
            quantity.unit.is_empty() && !text[quantity.span.end..].starts_with(['、', '，', ',', '和', '；', '及']);
        if named && quantity.factor == Decimal::from_int(1) {
            continue;
        }
        let gap = &plain[at - base..start - base];
        let own = gap.trim_matches(|ch| is_space(ch) || "，,、：:和及".contains(ch));
        let ends = listed && gap.trim_start().starts_with(['，', ',']);
        listed |= !parts.is_empty() && gap.trim_start().starts_with('、');
        let fits = quantity.unit.is_empty() || quantity.unit == total.unit;
        // Brackets are spaces here.
        let long = own.chars().filter(|ch| !is_space(*ch)).nth(LABEL).is_some();
        // 其中偿还本金…，偿还利息…
        let repaid = parts.first().is_none_or(|first| first.label.contains("偿还"));
        let words = if repaid { without(own).replace("偿还", "") } else { without(own) };
        let stops = own.is_empty() || own.contains(['，', ',', '：', ':']) || long || has(&words, &STOPS);
        let kind = |label: &str| label.chars().rev().take(2).collect::<String>();
        // 再融资债券1.4亿元，新增债券6.5亿元 are of one kind.
        let anew = parts
            .first()
            .filter(|first| kind(first.label) != kind(own))
            .is_some_and(|first| ANEW.iter().any(|word| own.starts_with(word) && !first.label.starts_with(word)));
        // 其中养老保险-2亿元: no sum of what is written.
        if before(text, start).ends_with(['-', '－', '−']) {
            return (Vec::new(), true);
        }
        if !fits || stops || quantity.rough || !quantity.arabic {
            break;
        }
        // 盘活存量土地9.2亿元、新增土地收储9.4亿元: a part where all make up the total.
        more |= ends && !anew && cut.is_none();
        cut = cut.or((ends || anew).then_some(parts.len()));
        let label = before(text, start).rfind(own).map_or("", |label| &text[label..label + own.len()]);
        parts.push(Part { label, quantity: quantity.clone() });
        at = quantity.span.end;
    }
    lend_units(&mut parts, total);
    let sum: Decimal = parts.iter().map(|part| part.quantity.value).sum();
    let Some(cut) = cut.filter(|_| sum != total.value) else { return (parts, false) };
    parts.truncate(cut);
    (parts, more)
}

/// A label without the words in which a stop word stops nothing.
fn without(label: &str) -> String {
    PLAIN.iter().fold(label.to_owned(), |label, word| label.replace(word, ""))
}

/// 一般0.4、专项20.8亿元: a number without 亿 and 元 takes those of the next one. Parts without any are dropped.
fn lend_units(parts: &mut Vec<Part<'_>>, total: &Quantity) {
    let whole = parts.iter().rposition(|part| !part.quantity.unit.is_empty()).map_or(0, |last| last + 1);
    parts.truncate(whole);
    let mut factor = total.factor;
    for part in parts.iter_mut().rev() {
        let quantity = &mut part.quantity;
        if quantity.unit.is_empty() && quantity.factor == Decimal::from_int(1) {
            let scaled = quantity.value.times(factor).zip(quantity.step.times(factor));
            (quantity.value, quantity.step) = scaled.unwrap_or((quantity.value, quantity.step));
            quantity.factor = factor;
        }
        factor = quantity.factor;
        quantity.unit = total.unit;
    }
}
