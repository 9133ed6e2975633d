//! The time of a figure, as its own paragraph tells it.

use super::mark::{Mark, marks};
use super::select::Chosen;
use crate::syntax::Quantity;
use crate::syntax::sentence::around;
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
    /// 五年来，由1.98张增加到…: the year before so many up to the last one reported on.
    BeforePast(i32),
    /// 年均 without years: the five of a term or a plan.
    Average,
    /// 五年新增: what was done in those five.
    Five,
}

impl When {
    /// Whether a paragraph that begins with it sets the time of those behind it.
    pub(super) fn leads(self) -> bool {
        !matches!(
            self,
            When::Section { .. }
                | When::Average
                | When::Five
                | When::Before
                | When::YearBefore
                | When::BeforePast(_)
                | When::Since(_)
        )
    }

    /// Whether it is several years.
    fn is_long(self) -> bool {
        match self {
            When::Years(years) => years.first < years.last,
            When::Past(years) | When::Coming(years) => years > 1,
            When::Since(_) | When::Average | When::Five => true,
            When::Section { .. } | When::Relative { .. } | When::Before | When::YearBefore | When::BeforePast(_) => {
                false
            }
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

/// The times of the figures of a text.
pub fn whens(text: &str, quantities: &[Quantity], figures: &[Chosen]) -> Vec<When> {
    let marks = marks(text, quantities);
    let mut whens: Vec<When> = figures.iter().map(|figure| when(text, &marks, figure.start())).collect();
    share_out(text, figures, &mut whens);
    // 分别从每月609元、|276元|提高到631元、286元: both are those before.
    for at in 1..figures.len() {
        let gap = text.get(figures[at - 1].quantity.span.end..figures[at].start()).unwrap_or("");
        let before = matches!(whens[at - 1], When::Before | When::YearBefore | When::BeforePast(_));
        // 由9:|40|:51调整为…
        if before && matches!(gap.trim(), "、" | "和") || matches!(gap.trim(), ":" | "：" | "∶") {
            whens[at] = whens[at - 1];
        }
    }
    let told: Vec<Option<When>> = (0..figures.len()).map(|at| told_from(text, &figures[at], whens[at])).collect();
    for at in 1..figures.len() {
        if whens[at] == When::Before
            && let Some(from) = told[..at].iter().rev().find_map(|from| *from)
        {
            whens[at] = from;
        }
    }
    whens
}

/// 收入由|2005年的|3266元增加到2010年的5789元。面积由|25平方米|增加到32平方米: the year that a paragraph says it grew from.
fn told_from(text: &str, figure: &Chosen, when: When) -> Option<When> {
    let When::Years(years) = when else { return None };
    let head = text[..figure.start()].strip_suffix("年的")?;
    let digits = head.chars().rev().take_while(char::is_ascii_digit).count();
    let from = head[..head.len() - digits].ends_with(['由', '从']) && digits == 4;
    (from && years.first == years.last).then_some(when)
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
    let sentence = around(text, at);
    let own = before.iter().rev().take_while(|mark| mark.span.start >= sentence.start);
    let adjoins = |mark: &&Mark| {
        // 比“十三五”时期的|465亿元
        let gap = &text[mark.span.end..at];
        let gap = ["时期", "期间"].iter().find_map(|word| gap.strip_prefix(word)).unwrap_or(gap);
        gap.chars().count() <= 8 && gap.chars().all(|ch| is_space(ch) || "的底末约近初度每人均月亩户".contains(ch))
    };
    let times = is_times(text, at);
    let over = is_over(text, at);
    let counts = |mark: &&Mark| !mark.against || !times && !over && adjoins(mark);
    let said = own
        .clone()
        .find(|mark| !matches!(mark.when, When::Section { .. }) && counts(mark) && !is_over_by(text, mark, at));
    // 面对一季度的下滑，全年实现…: the whole year ends the part of it.
    let whole = ["全年", "年内"].iter().filter_map(|word| text[sentence.start..at].rfind(word)).max();
    let whole = whole.map_or(0, |at| sentence.start + at);
    let from = said.map_or(0, |mark| mark.span.start).max(whole);
    let part = own.clone().take_while(|mark| mark.span.start > from).find_map(|mark| match mark.when {
        // 增幅比一季度回落17个百分点, but 从上半年的5%…: that is its own time.
        When::Section { part } if !part.is_empty() && !text[..mark.span.start].ends_with(['比', '较']) => Some(part),
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
        // 800万吨炼油、8万吨苯乙烯等项目|今年投产|: of all of a list.
        let listed = gap.rsplit('、').next().is_some_and(|last| last.contains('等') && last.len() < gap.len());
        let near = gap.len() <= if listed { 2 * LATER } else { LATER };
        let joined = listed || !gap.contains('、');
        (told && near && joined && !gap.contains(['，', '。', '；', '：', '\n'])).then_some(mark)
    };
    // 2015年以来处理204万人次。其中，约谈|95万人次|: of the time of the whole.
    let of_whole = || {
        let part = text[sentence.start..at].trim_start().starts_with("其中");
        let whole = around(text, text[..sentence.start].char_indices().next_back()?.0);
        let mark = before.iter().rev().find(|mark| !mark.against && mark.span.start < sentence.start)?;
        (part && mark.span.start >= whole.start && mark.when.is_long()).then_some(mark)
    };
    let said = said.or_else(of_whole).or_else(behind).or_else(chained).or_else(|| {
        let of_item = |mark: &&Mark| matches!(mark.when, When::Since(_)) && begins_item(&text[mark.span.end..at]);
        let leads = |mark: &&Mark| mark.leads && !mark.against && !matches!(mark.when, When::Section { .. });
        before.iter().rev().find(leads).filter(|mark| !of_item(mark))
    });
    let head = text[sentence.start..at].rsplit(['，', ',', '：']).next().unwrap_or("");
    let bare = text[sentence.start..at].trim_end_matches(is_space);
    // 由每人每年240元提高到280元
    let each = bare.trim_end_matches(|ch| "每人年月均亩户日生孩".contains(ch));
    let each =
        ["不到", "不足", "约", "近", "超过", "超"].iter().find_map(|word| each.strip_suffix(word)).unwrap_or(each);
    let earlier = each.ends_with(['由', '从'])
        || bare.ends_with("原来的")
        || bare.ends_with("上年的")
        || is_from(bare, &text[at..]);
    // 从90多个国家追回逃犯: nothing grew from there.
    let behind = text[at..].split(['，', '。', '；', '\n']).next().unwrap_or("");
    let goes_on = behind.contains(['到', '至', '为', '成', '增', '降', '减', '升']);
    if earlier && goes_on && !times {
        // 1986年同1978年相比，产值由3亿元增加到9亿元: that of 1978.
        let years = |when: When| match when {
            When::Years(years) => Some(years),
            _ => None,
        };
        // 1986年同1978年相比，产值由3亿元…；收入由|2亿元|…: a semicolon ends no comparison.
        let near = before.iter().rev().take_while(|mark| !text[mark.span.end..at].contains(['。', '\n']));
        let base = near.into_iter().find(|mark| mark.against && years(mark.when).is_some()).map(|mark| mark.when);
        // 从1978年到1982年，学校由598所增加到…
        let first = said.and_then(|mark| years(mark.when).map(|years| (mark, years)));
        let first = first.filter(|(_, years)| years.first < years.last).map(|(mark, years)| {
            // “十一五”期间，由|60%|提高到66%: that of the year before the plan.
            let plan = i32::from(text[mark.span.range()].contains('五'));
            When::Years(Period { first: years.first - plan, last: years.first - plan, part: "" })
        });
        let last = bare.ends_with("上年的");
        // 五年累计建设医院78个，床位数由|1.98张|增加到2.9张
        let past = said.and_then(|mark| match mark.when {
            When::Past(years) if years > 1 => Some(When::BeforePast(years)),
            _ => None,
        });
        return base.or(first).unwrap_or(if last { When::YearBefore } else { past.unwrap_or(When::Before) });
    }
    // 生产总值年均增长5%、占比由20%提高到21%: no more behind the growth.
    let grown = head.rfind("年均").map_or("", |at| &head[at..]);
    let grown = grown.find(|ch: char| ch.is_ascii_digit()).map_or("", |at| &grown[at..]);
    let over = ['由', '从', '占', '达', '比', '为', '到', '突'].iter().any(|word| grown.contains(*word));
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

/// 起征点从月销售额|3万元|提高到10万元: a few words may stand between.
fn is_from(before: &str, behind: &str) -> bool {
    const NEAR: usize = 6;
    const TO: [&str; 9] = ["提高到", "提高至", "提升到", "提升至", "增加到", "增加至", "降到", "降至", "调整为"];
    let unit = behind
        .trim_start_matches(|ch: char| ch.is_ascii_digit() || matches!(ch, '.' | '万' | '亿' | '元' | '%' | '位'));
    let near = before.char_indices().rev().nth(NEAR).map_or(before, |(at, _)| &before[at..]);
    let words = near.rsplit_once(['从', '由']).map_or("", |(_, words)| words);
    let plain = !words.is_empty() && !words.contains(['峰', '最']) && words.chars().all(crate::text::han::is_han);
    plain && unit.len() < behind.len() && TO.iter().any(|to| unit.starts_with(to))
}

/// 是上年的2.5倍: what it is a multiple of has its own time, not the number.
fn is_times(text: &str, at: usize) -> bool {
    text[at..].trim_start_matches(|ch: char| ch.is_ascii_digit() || ch == '.').starts_with('倍')
}

/// 一是化解产能。2016年以来，…。|二是|推进转型: whether another item begins in some words.
fn begins_item(words: &str) -> bool {
    let ordinals = ["二是", "三是", "四是", "五是", "六是", "七是", "八是"];
    ordinals.iter().any(|ordinal| words.find(ordinal).is_some_and(|at| words[..at].ends_with(['。', '；'])))
}

/// 80万吨炼油项目|今年|投产，建设|60万吨|…: whether a year told behind the numbers of a clause is of that clause alone.
fn is_over_by(text: &str, mark: &Mark, at: usize) -> bool {
    let digit = |ch: char| ch.is_ascii_digit();
    let (before, behind) = (&text[..mark.span.start], text.get(mark.span.end..at).unwrap_or(""));
    let clause = before.rsplit(['，', '；', '。', '：', '\n']).next().unwrap_or(before);
    let rest = behind.split(['，', '；']).next().filter(|rest| rest.len() < behind.len());
    let told = rest.is_some_and(|rest| !rest.contains(digit));
    let year = matches!(mark.when, When::Relative { .. });
    // 在巩固去年成果的基础上，再办|十件|实事
    let basis =
        behind.split(['，', '；']).next().is_some_and(|base| base.ends_with("基础上") && base.len() < behind.len());
    year && (basis || clause.contains(digit) && clause.contains('等') && told)
}

/// 高于“十三五”时期|1.2个百分点|: the number is of the years that are compared with it.
fn is_over(text: &str, at: usize) -> bool {
    let unit = text[at..].trim_start_matches(|ch: char| ch.is_ascii_digit() || ch == '.' || is_space(ch));
    unit.starts_with("个百分点")
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

/// 过去一年的工作，为本届政府划上句号。回望本届政府的奋斗路，…: whether a paragraph turns to the five years before, and
/// not to what they taught.
pub(super) fn looks_back(text: &str) -> bool {
    const FIRST: usize = 60;
    const CLAUSE: usize = 20;
    const BACK: [&str; 3] = ["回望", "回首", "回顾"];
    const FIVE: [&str; 7] = ["过去五年", "过去的五年", "这五年", "五年奋斗", "五年的奋斗", "五年发展", "本届政府"];
    const TAUGHT: [&str; 8] = ["体会", "认识", "深感", "体悟", "启示", "经验", "看到", "难忘"];
    let head: String = text.chars().take(FIRST).collect();
    let Some(back) = BACK.iter().filter_map(|back| head.rfind(back)).max() else { return false };
    let rest = &head[back..];
    let clause: String = rest.chars().take_while(|ch| *ch != '，').take(CLAUSE).collect();
    FIVE.iter().any(|five| clause.contains(five)) && !TAUGHT.iter().any(|taught| rest.contains(taught))
}

/// The time that a paragraph begins with and that the paragraphs behind it share: 今后五年，….
pub fn leading(text: &str, quantities: &[Quantity]) -> Option<When> {
    if is_of_five_years(text) || looks_back(text) {
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
        // 2024年民生实事完成情况汇总表: the title of a table.
        let table =
            ["汇总表", "一览表", "情况表", "任务表", "件民生实事"].iter().any(|end| text.trim_end().ends_with(end));
        let table = table && !text.contains(['，', '。', '；', '：', '！']);
        // 今后五年工作谋划: a heading without an ordinal.
        let heading = table || text.chars().count() <= HEADING_LIKE && !text.contains(['，', '。', '；', '：', '！']);
        aim || early && (heading || goes_on || rest.starts_with(['，', ',', '是', '极', '很']))
    };
    let told = |mark: &&Mark| !mark.against && !matches!(mark.when, When::Section { .. });
    marks.iter().filter(told).find(begins).map(|mark| mark.when)
}
