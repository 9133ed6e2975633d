//! The words of a text that tell a time, and of what.

use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, MatchKind};

use super::period::{Period, When};
use crate::syntax::pattern;
use crate::syntax::{Decimal, Quantity, Span, numeral};
use crate::text::han::is_space;

/// Words of time, with digits left to the quantities.
const WORDS: [&str; 72] = [
    "三年内",
    "两年内",
    "今年",
    "本年度",
    "去年",
    "前年",
    "明年",
    "一年来",
    "两年来",
    "三年来",
    "四年来",
    "五年来",
    "六年来",
    "七年来",
    "八年来",
    "九年来",
    "十年来",
    "近五年",
    "近三年",
    "近两年",
    "近年来",
    "过去一年",
    "过去五年",
    "过去的一年",
    "过去的五年",
    "过去三年",
    "五年间",
    "五年累计",
    "五年共",
    "这五年",
    "今后五年",
    "未来五年",
    "下一个五年",
    "未来三年",
    "今后三年",
    "本届政府",
    "届末",
    "上半年",
    "下半年",
    "一季度",
    "前三季度",
    "三季度",
    "二季度",
    "四季度",
    "“一五”",
    "“二五”",
    "“六五”",
    "“七五”",
    "“八五”",
    "“九五”",
    "“十五”",
    "“十一五”",
    "“十二五”",
    "“十三五”",
    "“十四五”",
    "“十五五”",
    "回首五年",
    "五年中",
    "新时代以来",
    "十八大以来",
    "十九大以来",
    "二十大以来",
    "改革开放以来",
    "本世纪末",
    "用三年",
    "用五年",
    "用两年",
    "五年增长",
    "五年提高",
    "五年增加",
    "第一个五年",
    "第二个五年",
];
/// First years of the plans among [`WORDS`].
pub const PLANS: [(&str, i32); 12] = [
    ("“一五”", 1953),
    ("“二五”", 1958),
    ("“六五”", 1981),
    ("“七五”", 1986),
    ("“八五”", 1991),
    ("“九五”", 1996),
    ("“十五”", 2001),
    ("“十一五”", 2006),
    ("“十二五”", 2011),
    ("“十三五”", 2016),
    ("“十四五”", 2021),
    ("“十五五”", 2026),
];
/// Words of part of a year.
const PARTS: [&str; 7] = ["上半年", "下半年", "一季度", "前三季度", "三季度", "二季度", "四季度"];

/// A time in the text.
pub struct Mark {
    pub span: Span,
    pub when: When,
    /// 比2020年, 是2020年的: it is measured against, so it is the time only of the number right behind it.
    pub against: bool,
    /// At the head of its sentence, so that the sentences behind it speak of the same time.
    pub leads: bool,
}

/// The times of a text, in their order.
pub fn marks(text: &str, quantities: &[Quantity]) -> Vec<Mark> {
    static FIND: LazyLock<AhoCorasick> = LazyLock::new(|| pattern::words(WORDS, MatchKind::LeftmostLongest));
    let mut marks: Vec<Mark> = Vec::new();
    for found in FIND.find_iter(text) {
        let span = Span::new(found.start(), found.end());
        if WORDS[found.pattern().as_usize()].starts_with('用') && !is_spent(&text[..span.start]) {
            continue;
        }
        if let Some((when, end)) = word(text, WORDS[found.pattern().as_usize()], span) {
            push(text, Span::new(span.start, end), when, &mut marks);
        }
    }
    for (index, quantity) in quantities.iter().enumerate() {
        if let Some((year, start)) = year(text, quantities, index) {
            let since = year.first == year.last && text[quantity.span.end..].starts_with("以来");
            let when = if since { When::Since(year.first) } else { When::Years(year) };
            push(text, Span::new(start, quantity.span.end), when, &mut marks);
        }
    }
    for quantity in quantities {
        if let Some((when, start)) = years_told(text, quantity) {
            push(text, Span::new(start, quantity.span.end), when, &mut marks);
        }
    }
    for (at, _) in text.match_indices('年') {
        if let Some((year, start)) = chinese_year(text, at) {
            // 一九七八年到|一九八二年|
            let head = text[..start].strip_suffix(['到', '至', '—']).filter(|head| head.ends_with('年'));
            let from = head.and_then(|head| chinese_year(text, head.len() - '年'.len_utf8()));
            let (first, start) = from.filter(|(first, _)| *first < year).unwrap_or((year, start));
            let span = Span::new(start, at + '年'.len_utf8());
            push(text, span, When::Years(Period { first, last: year, part: "" }), &mut marks);
        }
    }
    for (at, words) in text.match_indices("五年") {
        if is_sum_of_years(&text[..at], &text[at + words.len()..]) {
            push(text, Span::new(at, at + words.len()), When::Five, &mut marks);
        }
    }
    marks.sort_by_key(|mark| mark.span.start);
    marks
}

/// |五年|新增造林685万亩: whether the words behind a number of years tell what was done in them.
fn is_sum_of_years(before: &str, behind: &str) -> bool {
    #[rustfmt::skip]
    const DONE: [&str; 25] = [
        "分别增长", "分别增加", "分别提高", "新注册", "新引进", "新增", "新建", "建成", "完成", "实现", "投入", "引进", "培训", "转移", "改造", "安排", "争取", "净增", "全社会", "解决", "发放", "办成", "增加", "实施", "共",
    ];
    let begins = before.is_empty() || before.ends_with(['，', '。', '；', '、', '：', '\n', '”']);
    begins && DONE.iter().any(|done| behind.starts_with(done))
}

fn push(text: &str, span: Span, when: When, marks: &mut Vec<Mark>) {
    let head = text[..span.start].trim_end_matches(is_space);
    let rest = &text[span.end..];
    let rest = ["时期", "期间"].iter().find_map(|word| rest.strip_prefix(word)).unwrap_or(rest);
    let range = matches!(when, When::Years(years) if years.first < years.last);
    let before =
        ["剔除", "扣除", "比", "较", "与", "同", "由", "从", "是", "为", "相当于", "高于", "低于", "超过", "居"];
    let measured = [
        "基础上",
        "的",
        "年平均",
        "同期",
        "水平",
        "末的",
        "底的",
        "相比",
        "翻",
        "增长",
        "提高",
        "增加",
        "下降",
        "减少",
    ];
    // 标准2300元（2010年不变价）: the year of the prices, and of nothing else.
    if rest.starts_with("不变价") || rest.starts_with("可比价") {
        return;
    }
    let base = rest.starts_with("基础上") || rest.starts_with("的基础上");
    // 2000年与|2005年|相比，由3亿元增加到…: the first is what the second is compared with.
    let (first, second) = compared(head, rest, when);
    let against = !second
        && (first || base
        // 从1949年到1956年 is no base, 恢复至2017年的 is.
        || ["剔除", "扣除", "比", "较", "与", "继", "高于", "快于", "低于", "好于", "相当于", "恢复至", "恢复到"].iter().any(|word| head.ends_with(word))
        || !range && head.ends_with(['由', '从'])
        || before.iter().any(|word| head.ends_with(word)) && measured.iter().any(|word| rest.starts_with(word)));
    // 2019年全省接待游客…。: inside a paragraph, a year without a comma is that of its own sentence.
    let one = matches!(when, When::Years(years) if years.first == years.last);
    // 近三年税收增长8%, 2012年底，…, 明年收入…: so are a run of a few years, the end of a year and the next year.
    let few = range || matches!(when, When::Past(2..=4) | When::Relative { years: 1, .. });
    let of_plan = text[span.range()].contains('五');
    let comma = rest.starts_with(['，', ',']);
    // 近三年，投入105亿元。安排30亿元
    let near = few && text[span.range()].starts_with('近');
    let own = near || (few || one) && !comma || one && rest.starts_with(['末', '底']) || range && !of_plan;
    let listed = head.ends_with('、') && !rest.starts_with(['，', ',']);
    let leads = !text[span.range()].ends_with("年内")
        && &text[span.range()] != "五年"
        && !text[span.range()].starts_with('用')
        && (head.is_empty()
            || is_note(head)
            || !own && !listed && head.ends_with(['。', '！', '；', '：', '？', '）', '*', '#', '、', '—']));
    marks.push(Mark { span, when, against, leads });
}

/// [27]: the number of a note.
fn is_note(head: &str) -> bool {
    let inside = head.strip_prefix(['[', '［']).and_then(|head| head.strip_suffix([']', '］']));
    inside.is_some_and(|number| !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit()))
}

/// Whether a year is the first of two that are compared, the earlier of which the later is measured against, or the
/// second: 2000年与2005年相比; 2005年与2000年相比.
fn compared(head: &str, rest: &str, when: When) -> (bool, bool) {
    let When::Years(own) = when else { return (false, false) };
    const JOINTS: [char; 3] = ['与', '同', '和'];
    let told = |words: &str| {
        let clause = words.split('，').next().unwrap_or("");
        ["比较", "相比"].iter().any(|word| clause.ends_with(word))
    };
    let year = |digits: &str| digits.parse::<i32>().ok();
    let before = head.strip_suffix(JOINTS).and_then(|head| head.strip_suffix('年'));
    let before = before.and_then(|head| year(head.get(head.len().checked_sub(4)?..)?));
    let behind = rest.strip_prefix(JOINTS).and_then(|rest| year(rest.get(..4)?));
    let first = behind.is_some_and(|behind| own.last < behind) && told(rest);
    (first, before.is_some_and(|before| before < own.first) && told(rest))
}

/// The year of a quantity, and where its words begin: 2025年, 2021—2025年.
fn year(text: &str, quantities: &[Quantity], index: usize) -> Option<(Period, usize)> {
    let quantity = &quantities[index];
    let last = four(text, quantity).filter(|_| quantity.unit == "年")?;
    let part = months(text, quantity.span.end);
    let first = index.checked_sub(1).map(|index| &quantities[index]).filter(|first| {
        let gap = text[first.span.end.min(quantity.number.start)..quantity.number.start].trim();
        matches!(gap, "—" | "―" | "-" | "－" | "–" | "至" | "到" | "～" | "~" | "——")
    });
    if let Some((year, first)) =
        first.and_then(|first| Some((four(text, first)?, first))).filter(|(year, _)| *year < last)
    {
        return Some((Period { first: year, last, part: "" }, first.number.start));
    }
    if let Some((year, start)) = earlier(text, quantities, index).filter(|(year, _)| *year < last) {
        return Some((Period { first: year, last, part: "" }, start));
    }
    // “2035年远景目标”, 2025年版: the year is part of a name.
    let name =
        text[quantity.span.end..].starts_with("远景") || text[..quantity.number.start].ends_with(['“', '《', '《']);
    (!name).then_some((Period { first: last, last, part }, quantity.number.start))
}

/// 1985年和|1986年|，…; 2002年12月至|2007年|6月: the year that it begins with, and where.
fn earlier(text: &str, quantities: &[Quantity], index: usize) -> Option<(i32, usize)> {
    let own = &quantities[index];
    let before = quantities.get(index.checked_sub(1)?)?;
    let gap = |left: &Quantity, right: &Quantity| text.get(left.span.end..right.number.start).map_or("", str::trim);
    if before.unit == "年" && gap(before, own) == "和" && text[own.span.end..].starts_with(['，', ',']) {
        return Some((four(text, before)?, before.number.start));
    }
    let year = quantities.get(index.checked_sub(2)?)?;
    let months = before.unit == "月" && matches!(gap(before, own), "至" | "到" | "—" | "底到" | "底至" | "-" | "－");
    let months = months && year.unit == "年" && gap(year, before).is_empty();
    months.then(|| Some((four(text, year)?, year.number.start))).flatten()
}

/// Whether 用三年 behind some words tells a time: not that of 应用三年行动, nor one from a year told before.
fn is_spent(head: &str) -> bool {
    let sentence = head.rsplit(['。', '；', '\n']).next().unwrap_or(head);
    !head.ends_with(['应', '利', '使', '采', '运', '启']) && !sentence.contains('年')
}

/// 过去5年, 这5年, 5年来; 今后5年, 用3年, 3年内
fn years_told(text: &str, quantity: &Quantity) -> Option<(When, usize)> {
    let years = (2..=10).find(|years| quantity.value == Decimal::from_int(*years)).filter(|_| quantity.unit == "年")?;
    let before = &text[..quantity.number.start];
    let behind = &text[quantity.span.end..];
    let find = |words: &[&'static str]| words.iter().copied().find(|word| before.ends_with(word));
    let (past, coming) = (find(&["过去", "这", "近"]), find(&["今后", "未来", "用"]));
    let coming = coming.filter(|word| *word != "用" || is_spent(before.trim_end_matches('用')));
    let start = quantity.number.start - past.or(coming).map_or(0, str::len);
    let when = match () {
        () if past.is_some() || behind.starts_with('来') => When::Past(years as i32),
        () if coming.is_some() || behind.starts_with('内') => When::Coming(years as i32),
        () => return None,
    };
    quantity.arabic.then_some((when, start))
}

/// 二〇二五年
fn chinese_year(text: &str, at: usize) -> Option<(i32, usize)> {
    let start = text[..at].char_indices().rev().nth(3)?.0;
    let digit = |ch: char| "〇一二三四五六七八九".chars().position(|digit| digit == ch).or((ch == '零').then_some(0));
    let year = text[start..at].chars().try_fold(0, |year, ch| Some(year * 10 + digit(ch)?))?;
    (1900..=2100).contains(&year).then_some((year as i32, start))
}

fn four(text: &str, quantity: &Quantity) -> Option<i32> {
    let digits = &text[quantity.number.range()];
    let plain = quantity.arabic && digits.chars().count() == 4 && !digits.contains('.');
    let year: i32 = digits.chars().try_fold(0, |year, ch| Some(year * 10 + numeral::arabic_digit(ch)? as i32))?;
    (plain && (1900..=2100).contains(&year)).then_some(year)
}

/// The part of a year right behind it.
fn months(text: &str, at: usize) -> &'static str {
    let rest = text[at..].trim_start_matches(is_space);
    PARTS.iter().find(|part| rest.starts_with(**part)).copied().unwrap_or("")
}

/// What a word of time says, and where it ends.
fn word(text: &str, word: &'static str, span: Span) -> Option<(When, usize)> {
    let rest = &text[span.end..];
    let part = months(text, span.end);
    let relative = |years| When::Relative { years, part };
    let when = match word {
        "今年" | "本年度" => relative(0),
        "去年" => relative(-1),
        "前年" => relative(-2),
        "明年" => relative(1),
        "一年来" | "过去一年" | "过去的一年" => When::Past(1),
        "两年来" | "近两年" => When::Past(2),
        "三年来" | "近三年" | "过去三年" => When::Past(3),
        "四年来" => When::Past(4),
        "六年来" => When::Past(6),
        "七年来" => When::Past(7),
        "八年来" => When::Past(8),
        "九年来" => When::Past(9),
        "十年来" => When::Past(10),
        "五年来" | "近五年" | "过去五年" | "过去的五年" | "五年间" | "五年累计" | "五年共" | "这五年" | "回首五年"
        | "五年中" | "本届政府" | "五年增长" | "五年提高" | "五年增加" => When::Past(5),
        "今后五年" | "未来五年" | "下一个五年" | "用五年" => When::Coming(5),
        "本世纪末" => When::Years(Period { first: 2000, last: 2000, part: "" }),
        "未来三年" | "今后三年" | "三年内" | "用三年" => When::Coming(3),
        "两年内" | "用两年" => When::Coming(2),
        "新时代以来" | "十八大以来" => When::Since(2012),
        "十九大以来" => When::Since(2017),
        "二十大以来" => When::Since(2022),
        "改革开放以来" => When::Since(1978),
        // 第一个五年计划期间, 第一个五年合计
        "第一个五年" | "第二个五年" => {
            let rest = rest.strip_prefix("计划").unwrap_or(rest);
            if !["期间", "期内", "时期", "合计"].iter().any(|word| rest.starts_with(word)) {
                return None;
            }
            let first = if word == "第一个五年" { 1953 } else { 1958 };
            When::Years(Period { first, last: first + 4, part: "" })
        }
        "近年来" | "届末" => return None,
        // 一季度一考核: how often, and not when.
        "一季度" if rest.starts_with('一') => return None,
        part if PARTS.contains(&part) => When::Section { part: PARTS.iter().find(|own| **own == part)? },
        plan => {
            let first = PLANS.iter().find(|(name, _)| *name == plan)?.1;
            if rest.starts_with("以来") {
                When::Since(first)
            } else if rest.starts_with("末") || rest.starts_with("期末") {
                When::Years(Period { first: first + 4, last: first + 4, part: "" })
            } else if ["时期", "期间", "五年", "，"].iter().any(|word| rest.starts_with(word)) {
                When::Years(Period { first, last: first + 4, part: "" })
            } else {
                return None;
            }
        }
    };
    Some((when, span.end + part.len()))
}
