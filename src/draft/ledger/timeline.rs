//! The years that the sections of a draft speak of.

use std::borrow::Cow;

use super::mark::PLANS;
use super::period::{Period, When, looks_back};
use crate::draft::structure::SectionKind;
use crate::draft::{Draft, Meeting};
use crate::syntax::{Kind, numeral};

/// Longest heading that is read, in characters.
pub const HEADING: usize = 60;
/// Paragraphs with a time at their head among which a draft without any date tells its year.
const FIRST: usize = 3;

/// Years of the sections of a draft.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Timeline {
    /// Year of the meeting.
    year: Option<i32>,
    /// Last year reported on.
    review: Option<i32>,
    /// (paragraph from which on, the years)
    sections: Vec<(usize, Period)>,
}

impl Timeline {
    /// Reads the headings of a draft. `leads` are the times that its paragraphs begin with ([`super::leading`]), in
    /// their order.
    pub fn of(draft: &Draft, meeting: &Meeting, leads: &[(usize, When)]) -> Self {
        Timeline::with(draft, meeting, leads, |paragraph| dated(&draft.paragraph_text(paragraph)))
    }

    /// The same, given the headings that may tell a time, which [`dated`] makes of their paragraphs: in a long draft
    /// finding each of thousands takes longer than reading it.
    pub fn with<T: AsRef<str>>(
        draft: &Draft,
        meeting: &Meeting,
        leads: &[(usize, When)],
        heading: impl Fn(usize) -> Option<T>,
    ) -> Self {
        let late = meeting.date.is_some_and(|date| date.month >= 9);
        let review = meeting.review.or(meeting.plan.map(|plan| plan - 1));
        let review = review.or(meeting.year().map(|year| if late { year } else { year - 1 }));
        let year = meeting.year().or(review.map(|review| review + 1));
        let mut timeline = Timeline { year, review, sections: Vec::new() };
        if review.is_none() {
            let headings = draft.structure().sections.iter().take(FIRST);
            let of_plan = headings.filter_map(|section| plan_in(&draft.paragraph_text(section.paragraph))).next();
            timeline.review = of_plan.map(|years| years.last);
            timeline.year = timeline.review.map(|review| review + 1);
        }
        if timeline.review.is_none() {
            timeline.review = leads.iter().take(FIRST).find_map(|(_, when)| one_year(*when));
            timeline.year = timeline.review.map(|review| review + 1);
        }
        timeline.sections.extend(timeline.review.map(|year| (0, whole(year))));
        timeline.read(draft, leads, heading);
        timeline
    }

    fn read<T: AsRef<str>>(&mut self, draft: &Draft, leads: &[(usize, When)], heading: impl Fn(usize) -> Option<T>) {
        // Years of the open sections, by depth.
        let mut open: Vec<(usize, Option<Period>)> = Vec::new();
        // The years that a paragraph inside a section of five years turned to.
        let mut turned: Option<Period> = None;
        let mut leads = leads.iter().peekable();
        let lost = lost_plan(draft);
        let end = draft.paragraphs().len();
        let last = std::iter::once(None);
        for section in draft.structure().sections.iter().map(Some).chain(last) {
            let until = section.map_or(end, |section| section.paragraph);
            while let Some((paragraph, when)) = leads.next_if(|(paragraph, _)| *paragraph < until) {
                let named = open.iter().rev().find_map(|(_, years)| *years);
                // A part whose heading the source lost still begins with 2022年，….
                let free = |years: &Period| {
                    named.is_none_or(|named| Some(named.last) <= self.review && self.review < Some(years.first))
                        || named.is_some_and(|named| turns(named, *years, || draft.paragraph_text(*paragraph)))
                };
                if let Some(years) = self.resolve(*when, *paragraph).filter(|years| when.leads() && free(years)) {
                    self.sections.push((*paragraph, years));
                    turned = named.map(|_| years);
                }
            }
            let Some(section) = section else { break };
            let paragraph = &draft.paragraphs()[section.paragraph];
            let title = matches!(section.kind, SectionKind::Title | SectionKind::Lead);
            if title || paragraph.kind == Kind::Body {
                continue;
            }
            let text = (paragraph.characters <= HEADING).then(|| heading(section.paragraph)).flatten();
            let text = text.as_ref().map_or("", |text| text.as_ref());
            let own = self.heading(text);
            open.retain(|(depth, _)| *depth < section.depth);
            // 一、工作回顾 … （三）… 三、: what stands under the heading 二、 that the draft has lost.
            if lost == Some(section.paragraph)
                && let Some(named) =
                    open.last_mut().filter(|(_, years)| years.is_none_or(|years| Some(years.last) == self.review))
            {
                named.1 = self.review.map(|review| whole(review + 1));
                turned = None;
            }
            let outer = open.last().and_then(|(_, years)| *years);
            // 过去一年和五年工作回顾: each paragraph tells which it means.
            let mixed = own.is_some() && is_mixed(text);
            open.push((section.depth, own.or(outer).filter(|_| !mixed)));
            let last = |years: Period| Period { first: years.last, ..years };
            let first = |years: Period| Period { last: years.first, ..years };
            let single = |years: Period| if Some(years.last) <= self.review { last(years) } else { first(years) };
            if own.is_some() {
                turned = None;
            }
            let years = if mixed { own.map(single) } else { own.or(turned).or(outer) };
            self.sections.extend(years.map(|years| (section.paragraph, years)));
        }
    }

    /// Last year reported on.
    pub fn review(&self) -> Option<i32> {
        self.review
    }

    /// The years that a time means in a paragraph.
    pub fn resolve(&self, when: When, paragraph: usize) -> Option<Period> {
        match when {
            When::Years(period) => Some(period),
            // 由上年的60%提高到…
            When::YearBefore => {
                let years = self.resolve(When::Section { part: "" }, paragraph)?;
                (years.first == years.last).then(|| whole(years.first - 1))
            }
            When::Before => {
                let years = self.resolve(When::Section { part: "" }, paragraph)?;
                // 今年将标准由400元提高到440元: from what it is now. What a year that is over began with may be older.
                let planned = self.review.is_some_and(|review| years.first > review);
                (years.first < years.last || planned).then(|| whole(years.first - 1))
            }
            When::BeforePast(years) => self.review.map(|last| whole(last - years)),
            When::Relative { years, part } => self.year.map(|year| Period { part, ..whole(year + years) }),
            When::Past(years) => self.review.map(|last| Period { first: last - years + 1, last, part: "" }),
            When::Coming(years) => self.review.map(|last| Period { first: last + 1, last: last + years, part: "" }),
            When::Average | When::Five => {
                let years = self.resolve(When::Section { part: "" }, paragraph)?;
                let Some(review) = self.review else { return Some(years) };
                Some(match years.first == years.last {
                    true if years.last <= review => Period { first: review - 4, last: review, part: "" },
                    true => Period { first: review + 1, last: review + 5, part: "" },
                    false => years,
                })
            }
            When::Since(first) => self.review.map(|last| Period { first, last: last.max(first), part: "" }),
            When::Section { part } => {
                let at = self.sections.partition_point(|(from, _)| *from <= paragraph).checked_sub(1)?;
                let years = self.sections[at].1;
                Some(if years.first == years.last && !part.is_empty() { Period { part, ..years } } else { years })
            }
        }
    }

    /// The years in a heading as [`dated`] gives it: 2025年工作回顾, 过去五年, 今年工作安排.
    fn heading(&self, text: &str) -> Option<Period> {
        let review = |years: i32| self.review.map(|last| Period { first: last - years + 1, last, part: "" });
        let coming = |years: i32| self.review.map(|last| Period { first: last + 1, last: last + years, part: "" });
        let has = |words: &[&str]| words.iter().any(|word| text.contains(word));
        let numbered = year_in(text);
        if has(&["今后五年", "未来五年"]) {
            return coming(5);
        }
        if has(&["过去五年", "五年来", "过去的五年", "五年工作回顾", "五年回顾", "五年工作", "本届政府"])
            && numbered.is_none()
        {
            return review(5);
        }
        if let Some(first) = congress_in(text).filter(|_| numbered.is_none()) {
            return self.review.filter(|last| first < *last).map(|last| Period { first, last, part: "" });
        }
        if let Some(years) = plan_in(text).or_else(|| plan_by_number(text)).filter(|_| numbered.is_none()) {
            return Some(years);
        }
        if let Some(year) = numbered.filter(|_| !has(&["远景"])) {
            return Some(whole(year));
        }
        if has(&["过去一年", "去年工作", "一年来", "工作回顾"]) {
            return review(1);
        }
        let plans = [
            "工作安排",
            "工作部署",
            "重点工作",
            "重点任务",
            "主要任务",
            "目标任务",
            "预期目标",
            "总体要求",
            "工作打算",
            "工作建议",
            "发展目标",
            "主要目标",
            "工作重点",
        ];
        // “统筹抓好五大重点工作，形成…” looks back as often as ahead.
        if has(&["今年", "下一步"]) || plans.iter().any(|word| text.ends_with(word)) {
            return coming(1);
        }
        None
    }
}

/// The paragraph where the headings under a lost 二、 begin: under 一、 they count from the middle or anew, and 三、 is next.
fn lost_plan(draft: &Draft) -> Option<usize> {
    let runs = &draft.structure().runs;
    let main = runs.iter().find(|run| run.parent.is_none() && run.numbers.starts_with(&[1, 3]) && !run.appendix)?;
    let mut under = runs.iter().filter(|run| run.parent == main.items.first().copied());
    let first = under.next()?;
    let run = if first.numbers.first() == Some(&1) { under.next()? } else { first };
    run.items.first().map(|item| item.paragraph)
}

/// A heading without spaces, if it may tell a time: each of the words that do has one of these characters.
pub fn dated(text: &str) -> Option<Box<str>> {
    const CLUES: [char; 8] = ['年', '五', '顾', '步', '作', '务', '求', '标'];
    text.contains(CLUES).then(|| text.chars().filter(|ch| !ch.is_whitespace()).collect())
}

/// Whether a paragraph turns from the five years of its section to one of them, or back: 2020年是极不平凡的一年.
fn turns<'a>(named: Period, years: Period, text_of: impl Fn() -> Cow<'a, str>) -> bool {
    const FIRST: usize = 40;
    let said = || {
        let head: String = text_of().chars().take(FIRST).collect();
        ["年是", "刚刚过去", "过去一年", "过去的一年", "一年来"].iter().any(|word| head.contains(word))
    };
    let within = named.first < named.last && named.first <= years.first && years.last <= named.last;
    // 一、2021年工作回顾 … 回望本届政府的奋斗路，…: to all the years that end with the one of the section.
    let wider =
        || named.first == named.last && years.first < named.first && years.last == named.last && looks_back(&text_of());
    within && (years == named || (years.first == years.last && said())) || wider()
}

/// Whether a heading names one year and five: “十四五”时期和2025年工作回顾.
fn is_mixed(text: &str) -> bool {
    let has = |words: &[&str]| words.iter().any(|word| text.contains(word));
    let plan = plan_in(text).is_some_and(|years| years.first < years.last);
    let five = plan || has(&["五年", "本届政府", "届人民政府", "届政府"]);
    five && (has(&["一年和", "和一年", "今年", "去年", "一年来"]) || year_in(&text.replace("五年", "")).is_some())
}

/// What a heading tells of a plan as a whole.
const OF_PLANS: [&str; 10] = ["目标", "任务", "思路", "回顾", "成就", "成绩", "成效", "蓝图", "总体要求", "指导思想"];

/// The years of “十四五”时期 or “十四五”主要目标任务 in a heading, or the one of “十四五”开局之年.
fn plan_in(text: &str) -> Option<Period> {
    /// Characters that may stand before a plan that the heading is about: 一、2020年和“十三五”工作回顾.
    const BEFORE: usize = 12;
    if !text.contains('五') {
        return None;
    }
    let (at, (name, first)) =
        PLANS.iter().filter_map(|plan| Some((text.find(plan.0)?, plan))).min_by_key(|(at, _)| *at)?;
    let rest = &text[at + name.len()..];
    let has = |words: &[&str]| words.iter().any(|word| rest.contains(word));
    Some(match () {
        () if has(&["开局", "起步"]) => whole(*first),
        () if has(&["收官", "最后一年"]) => whole(first + 4),
        () if has(&["时期", "期间", "计划", "规划"]) => Period { first: *first, last: first + 4, part: "" },
        () if text[..at].chars().count() <= BEFORE && has(&OF_PLANS) => {
            Period { first: *first, last: first + 4, part: "" }
        }
        () => return None,
    })
}

/// The year of the congress in 十八大以来的工作回顾.
fn congress_in(text: &str) -> Option<i32> {
    const CONGRESSES: [(&str, i32); 8] = [
        ("十三大", 1987),
        ("十四大", 1992),
        ("十五大", 1997),
        ("十六大", 2002),
        ("十七大", 2007),
        ("十八大", 2012),
        ("十九大", 2017),
        ("二十大", 2022),
    ];
    CONGRESSES.iter().find(|(name, _)| text.contains(&format!("{name}以来"))).map(|(_, year)| *year)
}

/// The years of 第一个五年计划. The years 1963 to 1965 belong to none.
fn plan_by_number(text: &str) -> Option<Period> {
    let (before, _) = text.split_once("个五年计划")?;
    let number = numeral::read(&before[before.rfind('第')? + '第'.len_utf8()..])?;
    let first = match i32::try_from(number).ok()? {
        number @ 1..=2 => 1953 + 5 * (number - 1),
        number @ 3..=10 => 1966 + 5 * (number - 3),
        _ => return None,
    };
    Some(Period { first, last: first + 4, part: "" })
}

/// The year of 2004年，….
fn one_year(when: When) -> Option<i32> {
    match when {
        When::Years(years) if years.first == years.last => Some(years.first),
        _ => None,
    }
}

fn whole(year: i32) -> Period {
    Period { first: year, last: year, part: "" }
}

/// The year of 2025年 in a heading.
fn year_in(text: &str) -> Option<i32> {
    let at = text.find('年')?;
    let digits = text[..at].chars().rev().take_while(char::is_ascii_digit).count();
    (digits == 4).then(|| text[at - 4..at].parse().ok()).flatten()
}
