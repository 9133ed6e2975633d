//! The time of a figure, as its own paragraph tells it.

use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, MatchKind};

use super::select::Chosen;
use crate::syntax::pattern;
use crate::syntax::sentence::around;
use crate::syntax::{Decimal, Quantity, Span, numeral};
use crate::text::han::is_space;

/// Years, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Period {
    pub first: i32,
    pub last: i32,
    /// 上半年, 前三季度 and the like; empty for whole years.
    pub part: &'static str,
}

/// A time that may need the draft's own date to be known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum When {
    /// The paragraph does not tell: the years of its section.
    Section { part: &'static str },
    /// Written out: 2025年, 2021—2025年, “十四五”时期.
    Years(Period),
    /// Years from that of the meeting: 今年 is 0, 去年 -1.
    Relative { years: i32, part: &'static str },
    /// 五年来: so many years up to the last one reported on.
    Past(i32),
    /// 今后五年: so many years from the first one planned.
    Coming(i32),
    /// “十四五”以来: from a year to the last one reported on.
    Since(i32),
    /// 由4.1万户增加到…, without a year: some time before.
    Before,
    /// 由上年的4.1万户增加到…
    YearBefore,
    /// 年均 without years: the five of a term or a plan.
    Average,
}

impl When {
    /// Whether a paragraph that begins with it sets the time of those behind it.
    pub(super) fn leads(self) -> bool {
        !matches!(self, When::Section { .. } | When::Average | When::Before | When::YearBefore | When::Since(_))
    }

    /// Whether it is several years.
    fn is_long(self) -> bool {
        match self {
            When::Years(years) => years.first < years.last,
            When::Past(years) | When::Coming(years) => years > 1,
            When::Since(_) | When::Average => true,
            When::Section { .. } | When::Relative { .. } | When::Before | When::YearBefore => false,
        }
    }
}

impl std::fmt::Display for Period {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.first == self.last {
            true => write!(f, "{}年{}", self.first, self.part),
            false => write!(f, "{}—{}年", self.first, self.last),
        }
    }
}

/// Words of time, with digits left to the quantities.
const WORDS: [&str; 64] = [
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
    "第一个五年",
    "第二个五年",
];
/// First years of the plans among [`WORDS`].
pub(super) const PLANS: [(&str, i32); 8] = [
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
struct Mark {
    span: Span,
    when: When,
    /// 比2020年, 是2020年的: it is measured against, so it is the time only of the number right behind it.
    against: bool,
    /// At the head of its sentence, so that the sentences behind it speak of the same time.
    leads: bool,
}

/// The times of the figures of a text.
pub fn whens(text: &str, quantities: &[Quantity], figures: &[Chosen]) -> Vec<When> {
    let marks = marks(text, quantities);
    let mut whens: Vec<When> = figures.iter().map(|figure| when(text, &marks, figure.start())).collect();
    share_out(text, figures, &mut whens);
    // 分别从每月609元、|276元|提高到631元、286元: both are those before.
    for at in 1..figures.len() {
        let gap = text.get(figures[at - 1].quantity.span.end..figures[at].start()).unwrap_or("");
        let before = matches!(whens[at - 1], When::Before | When::YearBefore);
        // 由9:|40|:51调整为…
        if before && matches!(gap.trim(), "、" | "和") || matches!(gap.trim(), ":" | "：" | "∶") {
            whens[at] = whens[at - 1];
        }
    }
    whens
}

/// 2023—2025年分别下降16%、9%、7%: each is of one of the years.
fn share_out(text: &str, figures: &[Chosen], whens: &mut [When]) {
    for first in 0..figures.len() {
        let When::Years(years) = whens[first] else { continue };
        let count = (years.last - years.first + 1) as usize;
        let joined = |pair: &[Chosen]| matches!(text[pair[0].quantity.span.end..pair[1].start()].trim(), "、" | "和");
        let begins = first == 0 || !joined(&figures[first - 1..=first]);
        let run = 1 + figures[first..].windows(2).take_while(|pair| joined(pair)).count();
        let clause = text[..figures[first].start()].rsplit(['，', '。', '；']).next().unwrap_or("");
        let one = clause.split_once("分别").is_some_and(|(subject, _)| !subject.contains(['、', '和', '与']));
        if count < 2 || run != count || !begins || !one {
            continue;
        }
        for (when, year) in whens[first..].iter_mut().zip(years.first..=years.last) {
            *when = When::Years(Period { first: year, last: year, part: years.part });
        }
    }
}

fn when(text: &str, marks: &[Mark], at: usize) -> When {
    /// Bytes behind a number within which its clause may tell its time.
    const LATER: usize = 60;
    let before = &marks[..marks.partition_point(|mark| mark.span.end <= at)];
    let before_marks = before;
    let sentence = around(text, at);
    let own = before.iter().rev().take_while(|mark| mark.span.start >= sentence.start);
    let adjoins = |mark: &&Mark| {
        let gap = &text[mark.span.end..at];
        gap.chars().count() <= 8 && gap.chars().all(|ch| is_space(ch) || "的底末约近初度每人均月亩户".contains(ch))
    };
    let times = is_times(text, at);
    let counts = |mark: &&Mark| !mark.against || !times && adjoins(mark);
    let said = own.clone().find(|mark| !matches!(mark.when, When::Section { .. }) && counts(mark));
    // 面对一季度的下滑，全年实现…: the whole year ends the part of it.
    let whole = ["全年", "年内"].iter().filter_map(|word| text[sentence.start..at].rfind(word)).max();
    let whole = whole.map_or(0, |at| sentence.start + at);
    let from = said.map_or(0, |mark| mark.span.start).max(whole);
    let part = own.clone().take_while(|mark| mark.span.start > from).find_map(|mark| match mark.when {
        When::Section { part } if !part.is_empty() => Some(part),
        _ => None,
    });
    if let (None, Some(part)) = (said, part) {
        return When::Section { part };
    }
    // 2005年人均绿地8平方米；|优良率67%: of the same time as far as no full stop ends it.
    let chained = || {
        let mark = before.iter().rev().find(|mark| !mark.against && !matches!(mark.when, When::Section { .. }))?;
        let head = text[..mark.span.start].trim_end_matches(is_space);
        let head = ["初步核算，", "预计，"].iter().find_map(|word| head.strip_suffix(word)).unwrap_or(head);
        let opens = head.trim_end_matches('经').ends_with(['。', '！']);
        let goes_on = !text[mark.span.end..at].contains(['。', '！', '\n']);
        (opens && goes_on && matches!(mark.when, When::Years(_))).then_some(mark)
    };
    // 60万吨|甲醇项目将于今年竣工: told behind it.
    let behind = || {
        let mark = marks[before.len()..].iter().find(|mark| !mark.against)?;
        let gap = text.get(at..mark.span.start)?;
        let told = matches!(mark.when, When::Relative { .. })
            || matches!(mark.when, When::Years(_)) && gap.ends_with(['于', '在', '到']);
        (told && gap.len() <= LATER && !gap.contains(['，', '。', '；', '、', '：', '\n'])).then_some(mark)
    };
    let said = said.or_else(behind).or_else(chained).or_else(|| {
        before.iter().rev().find(|mark| mark.leads && !mark.against && !matches!(mark.when, When::Section { .. }))
    });
    let head = text[sentence.start..at].rsplit(['，', ',', '：']).next().unwrap_or("");
    let bare = text[sentence.start..at].trim_end_matches(is_space);
    // 由每人每年240元提高到280元
    let each = bare.trim_end_matches(|ch| "每人年月均亩户日生孩".contains(ch));
    let each =
        ["不到", "不足", "约", "近", "超过", "超"].iter().find_map(|word| each.strip_suffix(word)).unwrap_or(each);
    let before = each.ends_with(['由', '从']) || bare.ends_with("原来的") || bare.ends_with("上年的");
    // 从90多个国家追回逃犯: nothing grew from there.
    let behind = text[at..].split(['，', '。', '；', '\n']).next().unwrap_or("");
    let goes_on = behind.contains(['到', '至', '为', '成', '增', '降', '减', '升']);
    if before && goes_on && !times {
        // 1986年同1978年相比，产值由3亿元增加到9亿元: that of 1978.
        let years = |when: When| match when {
            When::Years(years) => Some(years),
            _ => None,
        };
        // 1986年同1978年相比，产值由3亿元…；收入由|2亿元|…: a semicolon ends no comparison.
        let near = before_marks.iter().rev().take_while(|mark| !text[mark.span.end..at].contains(['。', '\n']));
        let base = near.into_iter().find(|mark| mark.against && years(mark.when).is_some()).map(|mark| mark.when);
        // 从1978年到1982年，学校由598所增加到…
        let first = said.and_then(|mark| years(mark.when)).filter(|years| years.first < years.last);
        let first = first.map(|years| When::Years(Period { last: years.first, ..years }));
        let last = bare.ends_with("上年的");
        return base.or(first).unwrap_or(if last { When::YearBefore } else { When::Before });
    }
    // 生产总值年均增长5%、占比由20%提高到21%: no more behind the growth.
    let grown = head.rfind("年均").map_or("", |at| &head[at..]);
    let grown = grown.find(|ch: char| ch.is_ascii_digit()).map_or("", |at| &grown[at..]);
    let over = ['由', '从', '占', '达', '比', '为', '到'].iter().any(|word| grown.contains(*word));
    let yearly = !over && head.contains("年均") && !head.contains("年均浓度") || head.contains("平均每年");
    if yearly && !said.is_some_and(|mark| mark.when.is_long()) {
        return When::Average;
    }
    match (said.map(|mark| mark.when), part) {
        (Some(When::Years(years)), Some(part)) if years.first == years.last => When::Years(Period { part, ..years }),
        (Some(When::Relative { years, .. }), Some(part)) => When::Relative { years, part },
        (Some(when), _) => when,
        (None, part) => When::Section { part: part.unwrap_or("") },
    }
}

/// 是上年的2.5倍: what it is a multiple of has its own time, not the number.
fn is_times(text: &str, at: usize) -> bool {
    text[at..].trim_start_matches(|ch: char| ch.is_ascii_digit() || ch == '.').starts_with('倍')
}

/// 这是开放步伐加快的五年。…; ——五年砥砺前行，…: whether a paragraph tells of the five years that end with the last.
fn is_of_five_years(text: &str) -> bool {
    const SHORT: usize = 10;
    const LONG: usize = 40;
    let head = text.trim_start_matches(|ch: char| is_space(ch) || "—-－".contains(ch));
    let first: String = head.chars().take(LONG).take_while(|ch| !matches!(ch, '。' | '！' | '；')).collect();
    let told = first.starts_with("这是") && first.ends_with("的五年");
    let clause = first.split('，').next().unwrap_or("");
    let plans = ["规划", "计划", "行动", "内", "前", "后", "来", "间"];
    let lone = clause.strip_prefix("五年").is_some_and(|rest| !plans.iter().any(|word| rest.starts_with(word)));
    let lone = lone && text.starts_with(['—', '-']) && clause.chars().count() <= SHORT;
    told || lone
}

/// The time that a paragraph begins with and that the paragraphs behind it share: 今后五年，….
pub fn leading(text: &str, quantities: &[Quantity]) -> Option<When> {
    if is_of_five_years(text) {
        return Some(When::Past(5));
    }
    /// Characters among which it stands.
    const FIRST: usize = 50;
    /// Most characters of a heading without an ordinal.
    const HEADING_LIKE: usize = 16;
    /// Characters that may stand before it.
    const HEAD: usize = 8;
    let first = text.char_indices().nth(FIRST).map_or(text.len(), |(at, _)| at);
    let early = &quantities[..quantities.partition_point(|quantity| quantity.span.end <= first)];
    let marks = marks(&text[..first], early);
    let begins = |mark: &&Mark| {
        let rest = text[mark.span.end..].trim_start_matches(is_space);
        let rest = ["时期", "期间"].iter().find_map(|word| rest.strip_prefix(word)).unwrap_or(rest);
        let head = &text[..mark.span.start];
        // 各位代表，本届政府任期已满。五年来，…
        let past = matches!(mark.when, When::Past(_) | When::Relative { .. }) && head.ends_with(['。', '！']);
        let early = head.chars().count() <= HEAD || past || head.ends_with("过去的");
        // 新建学校12所。2023年全县…: that year is of its own sentence.
        let one = matches!(mark.when, When::Years(years) if years.first == years.last) && head.contains('。');
        // 根据…提出的战略目标，今后五年全市发展的总体目标是：
        let aim = matches!(mark.when, When::Coming(_))
            && ["目标是", "目标：", "思路是", "任务是", "要求是"].iter().any(|word| {
                rest[..rest.char_indices().nth(HEADING_LIKE).map_or(rest.len(), |(at, _)| at)].contains(word)
            });
        let goes_on = !one && rest.starts_with(['我', '全', '的', '政', '里']);
        // 今后五年工作谋划: a heading without an ordinal.
        let heading = text.chars().count() <= HEADING_LIKE && !text.contains(['，', '。', '；', '：', '！']);
        aim || early && (heading || goes_on || rest.starts_with(['，', ',', '是', '极', '很']))
    };
    let told = |mark: &&Mark| !mark.against && !matches!(mark.when, When::Section { .. });
    marks.iter().filter(told).find(begins).map(|mark| mark.when)
}

fn marks(text: &str, quantities: &[Quantity]) -> Vec<Mark> {
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
            let span = Span::new(start, at + '年'.len_utf8());
            push(text, span, When::Years(Period { first: year, last: year, part: "" }), &mut marks);
        }
    }
    marks.sort_by_key(|mark| mark.span.start);
    marks
}

fn push(text: &str, span: Span, when: When, marks: &mut Vec<Mark>) {
    let head = text[..span.start].trim_end_matches(is_space);
    let rest = &text[span.end..];
    let rest = ["时期", "期间"].iter().find_map(|word| rest.strip_prefix(word)).unwrap_or(rest);
    let range = matches!(when, When::Years(years) if years.first < years.last);
    let before =
        ["剔除", "扣除", "比", "较", "与", "同", "由", "从", "是", "为", "相当于", "高于", "低于", "超过", "居"];
    let measured =
        ["基础上", "的", "同期", "水平", "末的", "底的", "相比", "翻", "增长", "提高", "增加", "下降", "减少"];
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
        || ["剔除", "扣除", "比", "较", "与", "继", "相当于", "恢复至", "恢复到"].iter().any(|word| head.ends_with(word))
        || !range && head.ends_with(['由', '从'])
        || before.iter().any(|word| head.ends_with(word)) && measured.iter().any(|word| rest.starts_with(word)));
    // 2019年全省接待游客…。: inside a paragraph, a year without a comma is that of its own sentence.
    let one = matches!(when, When::Years(years) if years.first == years.last);
    // 近三年税收增长8%, 2012年底，…, 明年收入…: so are a run of a few years, the end of a year and the next year.
    let few = range || matches!(when, When::Past(2..=4) | When::Relative { years: 1, .. });
    let own = (few || one) && !rest.starts_with(['，', ',']) || one && rest.starts_with(['末', '底']);
    let listed = head.ends_with('、') && !rest.starts_with(['，', ',']);
    let leads = !text[span.range()].ends_with("年内")
        && !text[span.range()].starts_with('用')
        && (head.is_empty()
            || !own && !listed && head.ends_with(['。', '！', '；', '：', '？', '）', '*', '#', '、', '—']));
    marks.push(Mark { span, when, against, leads });
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
        matches!(gap, "—" | "-" | "－" | "–" | "至" | "到" | "～" | "~" | "——")
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
        | "五年中" | "本届政府" => When::Past(5),
        "今后五年" | "未来五年" | "下一个五年" | "用五年" => When::Coming(5),
        "本世纪末" => When::Years(Period { first: 2000, last: 2000, part: "" }),
        "未来三年" | "今后三年" | "三年内" | "用三年" => When::Coming(3),
        "两年内" => When::Coming(2),
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
