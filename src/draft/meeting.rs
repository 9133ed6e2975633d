//! What the head of a draft says of the whole: whose report it is, its date, its meeting, the years it looks back and
//! ahead to.
//!
//! The date is that of the meeting, from the subtitle or the line of the date, and never a year that the text happens
//! to mention: many reports are given in the November or December before the year they plan (domain study §1, lesson
//! 1). Without it, the part headings tell: 2025年工作回顾 is written for a meeting of 2026.

use std::sync::LazyLock;

use regex::Regex;

use super::genre::{Genre, clue};
use super::structure::Section;
use super::{Dirty, Draft};
use crate::lexicon::Month;
use crate::syntax::logical::Logical;
use crate::syntax::pattern::regex;
use crate::syntax::{Kind, Paragraph, numeral};

/// Paragraphs after which the head has ended.
const HEAD: usize = 24;
/// Sections among which a heading that tells the year is looked for. This is read on every keystroke.
const SECTIONS: usize = 200;

/// What a draft is, as far as its head says it. Nothing is guessed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Meeting {
    /// The day of the meeting, from the subtitle or the line of the date.
    pub date: Option<Date>,
    /// The meeting, from the subtitle.
    pub session: Option<Session>,
    /// The years of 2025年工作回顾 and 2026年工作安排.
    pub review: Option<i32>,
    pub plan: Option<i32>,
    pub genre: Option<Genre>,
    /// The month of a line like a subtitle, or the January of the year that a part heading is written for, where the
    /// head has no whole date.
    likely: Option<Month>,
}

/// A day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    pub year: i32,
    /// From 1.
    pub month: u32,
    /// From 1.
    pub day: u32,
}

/// A meeting of a people's congress or a committee of the 政协.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    /// 县, 市, 区, 省 and the like: the last character of the place's name.
    pub level: char,
    /// 鹿鸣县
    pub place: String,
    /// The whole name of the meeting.
    pub name: String,
    /// 人大 or 政协.
    pub body: &'static str,
    /// 第十七届
    pub term: u32,
    /// 第五次会议
    pub number: u32,
}

/// Longest line of a subtitle, in characters.
const LINE: usize = 40;

impl Meeting {
    /// Whether an edit touched anything that this is read from.
    pub fn is_read_from(draft: &Draft, dirty: &Dirty) -> bool {
        let sections = &draft.structure().sections;
        let first = sections.partition_point(|section| section.paragraph < dirty.new.start);
        let mut touched = sections[first..].iter().take_while(|section| section.paragraph < dirty.new.end);
        let heads =
            |section: &Section| matches!(draft.paragraphs()[section.paragraph].kind, Kind::Part | Kind::Heading);
        dirty.structure || dirty.new.start <= HEAD || first < SECTIONS && touched.any(heads)
    }

    /// Reads the head of a draft. In a file of several reports nothing is of all of them.
    pub fn of(draft: &Draft) -> Self {
        let mut meeting = Meeting::default();
        if draft.structure().several {
            return meeting;
        }
        let (mut begun, mut weight) = (false, 0);
        for (index, paragraph) in draft.paragraphs().iter().enumerate().take(HEAD) {
            begun |= matches!(paragraph.kind, Kind::Salutation | Kind::Opening);
            let head = !begun && matches!(paragraph.kind, Kind::Subtitle | Kind::Date);
            let named = matches!(paragraph.kind, Kind::Title | Kind::Subtitle | Kind::Opening | Kind::Salutation);
            let own = named.then(|| clue(paragraph.kind, &flat(&draft.paragraph_text(index)))).flatten();
            if let Some((genre, own)) = own.filter(|(_, own)| *own > weight) {
                (meeting.genre, weight) = (Some(genre), own);
            }
            if matches!(paragraph.kind, Kind::Subtitle | Kind::Date) {
                meeting.likely = meeting.likely.or_else(|| month_in(&draft.paragraph_text(index)));
            }
            let lines = if head { Some(flat(&draft.paragraph_text(index))) } else { None };
            let lines = lines.or_else(|| two_lines(draft, index).filter(|_| !begun));
            if let Some(text) = lines {
                meeting.date = meeting.date.or_else(|| date_in(&text));
                meeting.session = meeting.session.take().or_else(|| session_in(&text));
            }
        }
        for section in draft.structure().sections.iter().take(HEAD) {
            let paragraph = &draft.paragraphs()[section.paragraph];
            if !matches!(paragraph.kind, Kind::Part | Kind::Heading) || paragraph.characters > 30 {
                continue;
            }
            let text = draft.paragraph_text(section.paragraph);
            if !text.contains('年') {
                continue;
            }
            let text = flat(&text);
            meeting.review = meeting.review.or_else(|| year_of(&text, &REVIEW));
            meeting.plan = meeting.plan.or_else(|| year_of(&text, &PLAN));
        }
        let headings = draft.structure().sections.iter().take(SECTIONS).map(|section| section.paragraph);
        let mut headings = headings.filter(|at| matches!(draft.paragraphs()[*at].kind, Kind::Part | Kind::Heading));
        let mut likely = || headings.find_map(|at| likely_year(&draft.paragraph_text(at)));
        meeting.likely = meeting.likely.or_else(|| likely().map(|year| Month { year, month: 1 }));
        meeting
    }

    /// The month of the meeting; January where only its year is known.
    pub fn month(&self) -> Option<Month> {
        let of = |date: Date| Some(Month { year: u16::try_from(date.year).ok()?, month: date.month as u8 });
        self.date.and_then(of).or(self.likely)
    }

    /// The year of the meeting.
    pub fn year(&self) -> Option<i32> {
        self.date.map(|date| date.year)
    }
}

/// 2026年1月12日, with spaces as PDFs have them.
fn month_in(text: &str) -> Option<Month> {
    static DATE: LazyLock<Regex> = LazyLock::new(|| regex(r"(\d{4})\s*年\s*(\d{1,2})\s*月"));
    let text = half_width(text);
    let found = DATE.captures(&text)?;
    Month::parse(&format!("{}-{}", &found[1], &found[2]))
}

/// Full-width digits made ASCII.
fn half_width(text: &str) -> String {
    let half = |ch: char| numeral::arabic_digit(ch).and_then(|digit| char::from_digit(digit, 10)).unwrap_or(ch);
    text.chars().map(half).collect()
}

/// The year for which a part heading is written: that after a review, that of a plan.
fn likely_year(text: &str) -> Option<u16> {
    static YEAR: LazyLock<Regex> =
        LazyLock::new(|| regex(r"(20\d\d|19\d\d)\s*年.{0,24}?(?:(回顾|总结)|安排|部署|任务|重点工作|打算)"));
    let text = text.char_indices().nth(60).map_or(text, |(at, _)| &text[..at]);
    if !text.contains('年') || text.contains("远景") {
        return None;
    }
    let text = half_width(text);
    let found = YEAR.captures(&text)?;
    let year: u16 = found[1].parse().ok()?;
    Some(if found.get(2).is_some() { year + 1 } else { year })
}

impl Date {
    /// The day, if there is one.
    pub fn new(year: i32, month: u32, day: u32) -> Option<Self> {
        (day >= 1 && day <= days_of(month, Some(year))).then_some(Date { year, month, day })
    }

    /// Days from 1 January of the year 1, in the calendar of today.
    pub fn day_number(self) -> i64 {
        let before = i64::from(self.year) - 1;
        let leap = before / 4 - before / 100 + before / 400;
        let months = (1..self.month).map(|month| i64::from(days_of(month, Some(self.year)))).sum::<i64>();
        before * 365 + leap + months + i64::from(self.day) - 1
    }

    /// The day of the week, from 0 for Monday.
    pub fn weekday(self) -> usize {
        // 1 January of the year 1 is a Monday.
        self.day_number().rem_euclid(7) as usize
    }
}

/// Days of a month; 0 for what is no month. A February without its year has 29.
pub fn days_of(month: u32, year: Option<i32>) -> u32 {
    let leap = year.is_none_or(|year| year % 4 == 0 && (year % 100 != 0 || year % 400 == 0));
    match month {
        2 => 28 + u32::from(leap),
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => 0,
    }
}

static REVIEW: LazyLock<Regex> = LazyLock::new(|| {
    regex(r"^(?:#*|[一二三四五六七八九十]、)(?:关于)?(\d{4})年[^年\d]{0,20}(?:回顾|总结|预算执行情况)$")
});
static PLAN: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"^(?:#*|[一二三四五六七八九十]、)(?:关于)?(\d{4})年[^年\d]{0,20}(?:重点工作|工作重点|任务|安排|部署|打算|建议|意见|总体要求|目标|预算草案)$",
    )
});

/// The year of 2025年工作回顾.
pub fn review_year(heading: &str) -> Option<i32> {
    heading.contains('年').then_some(())?;
    year_of(&flat(heading), &REVIEW)
}

/// The year of 2026年工作安排.
pub fn plan_year(heading: &str) -> Option<i32> {
    heading.contains('年').then_some(())?;
    year_of(&flat(heading), &PLAN)
}

fn year_of(text: &str, pattern: &Regex) -> Option<i32> {
    // 2035年远景目标 is no plan for a year.
    if text.contains("远景") {
        return None;
    }
    pattern.captures(text)?.get(1)?.as_str().parse().ok()
}

/// The first whole date of a text, in digits or in Chinese.
pub fn date_in(text: &str) -> Option<Date> {
    static DATE: LazyLock<Regex> = LazyLock::new(|| {
        regex(
            r"([12]\d{3}|[一二][〇○零一二三四五六七八九]{3})年([\d一二三四五六七八九十]{1,3})月([\d一二三四五六七八九十]{1,3})日",
        )
    });
    let found = DATE.captures(text)?;
    let year = found[1].chars().try_fold(0, |year, ch| Some(year * 10 + digit(ch)?))?;
    let small = |text: &str| text.parse().ok().or_else(|| numeral::read(text));
    Date::new(year as i32, small(&found[2])?, small(&found[3])?)
}

/// A subtitle that is set in two lines: ——2026年1月12日在鹿鸣县第十七届人民代表大会 and 第五次会议上.
fn two_lines(draft: &Draft, index: usize) -> Option<String> {
    let (first, second) = (draft.paragraphs().get(index)?, draft.paragraphs().get(index + 1)?);
    let brief = |paragraph: &Paragraph| (1..=LINE).contains(&paragraph.characters);
    if !matches!(first.kind, Kind::Dash | Kind::Body | Kind::Lead) || !brief(first) || !brief(second) {
        return None;
    }
    let text = flat(&draft.paragraph_text(index));
    let begins = text.starts_with(['—', '―', '－', '-', '（', '(', '1', '2']) && text.contains('在');
    let text = if begins { text + &flat(&draft.paragraph_text(index + 1)) } else { return None };
    (text.trim_end_matches(['）', ')']).ends_with("会议上") && date_in(&text).is_some()).then_some(text)
}

fn digit(ch: char) -> Option<u32> {
    match ch {
        '〇' | '○' | '零' => Some(0),
        _ => numeral::arabic_digit(ch).or_else(|| numeral::read(ch.encode_utf8(&mut [0; 4]))),
    }
}

/// 在鹿鸣县第十七届人民代表大会第五次会议上, 在政协第十一届清溪县委员会第五次会议上
fn session_in(text: &str) -> Option<Session> {
    const NUMBER: &str = "[一二三四五六七八九十]{1,3}";
    static CONGRESS: LazyLock<Regex> = LazyLock::new(|| {
        regex(&format!(r"在(\p{{Han}}{{1,20}})第({NUMBER})届人民代表大会(?:常务委员会)?第({NUMBER})次会议"))
    });
    static COMMITTEE: LazyLock<Regex> = LazyLock::new(|| {
        regex(&format!(
            r"在(?:中国人民政治协商会议|政协)(?:第({NUMBER})届(\p{{Han}}{{1,14}})委员会|(\p{{Han}}{{1,14}})第({NUMBER})届委员会)第({NUMBER})次会议"
        ))
    });
    let read = |text: &str| numeral::read(text);
    let name = |all: &str| all.trim_start_matches('在').to_owned();
    if let Some(found) = CONGRESS.captures(text).filter(|found| !found[0].contains("常务委员会")) {
        let (term, number) = (read(&found[2])?, read(&found[3])?);
        let (level, place) = (found[1].chars().last()?, found[1].to_owned());
        return Some(Session { level, place, name: name(&found[0]), body: "人大", term, number });
    }
    let found = COMMITTEE.captures(text)?;
    let group = |one: usize, two: usize| found.get(one).or_else(|| found.get(two)).map(|group| group.as_str());
    let (term, place, number) = (read(group(1, 4)?)?, group(2, 3)?, read(group(5, 5)?)?);
    let level = place.chars().last()?;
    Some(Session { level, place: place.to_owned(), name: name(&found[0]), body: "政协", term, number })
}

/// Without line breaks, white space and bold marks, digits in ASCII.
fn flat(text: &str) -> String {
    let logical = Logical::new(text);
    let mut flat = String::with_capacity(text.len());
    flat.extend(half_width(&logical.text).chars().filter(|ch| !ch.is_whitespace() && *ch != '*'));
    flat
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_head_gives_date_meeting_and_years() {
        let text = "政府工作报告\n\n——二〇二六年一月二十日在鹿鸣县第十七届人民代表大会第五次会议上\n\n各位代表：\n　　一、2025年工作回顾\n　　全年稳中有进。\n　　二、2026年重点工作安排\n";
        let meeting = Meeting::of(&Draft::new(text));
        assert_eq!(meeting.date, Date::new(2026, 1, 20));
        let session = meeting.session.unwrap();
        assert_eq!((session.level, session.body, session.term, session.number), ('县', "人大", 17, 5));
        assert_eq!((meeting.review, meeting.plan), (Some(2025), Some(2026)));
    }

    #[test]
    fn a_subtitle_may_stand_in_two_lines() {
        let text = "——2026年1月9日在鹿鸣市清溪区第十九届人民代表大会\n第一次会议上\n清溪区人民检察院检察长　程望川\n各位代表：\n";
        let meeting = Meeting::of(&Draft::new(text));
        assert_eq!(meeting.date, Date::new(2026, 1, 9));
        let session = meeting.session.unwrap();
        assert_eq!((session.level, session.body, session.term, session.number), ('区', "人大", 19, 1));
    }

    #[test]
    fn a_subtitle_may_stand_in_brackets_or_name_the_report() {
        for line in [
            "(2026年1月9日在政协第七届清溪县委员会第五次会议上)",
            "——2026年1月9日在政协清溪县第七届委员会第五次会议上的报告",
        ] {
            let meeting = Meeting::of(&Draft::new(&format!("{line}\n程望川\n各位委员：\n")));
            assert_eq!(meeting.date, Date::new(2026, 1, 9), "{line}");
            assert_eq!(meeting.session.map(|session| (session.term, session.number)), Some((7, 5)), "{line}");
        }
    }

    #[test]
    fn without_a_date_part_headings_tell_the_year() {
        let month = |text: &str| Meeting::of(&Draft::new(text)).month().map(|month| month.to_string());
        assert_eq!(month("一、2025年工作回顾\n全年稳中有进。\n").as_deref(), Some("2026年1月"));
        assert_eq!(month("二、2026年重点工作\n全年稳中有进。\n").as_deref(), Some("2026年1月"));
        assert_eq!(month("二、2035年远景目标和重点任务\n全年稳中有进。\n"), None);
        assert_eq!(month("2025年工作回顾一节另行印发。\n"), None);
    }

    #[test]
    fn the_title_tells_whose_report_it_is() {
        let genre = |text: &str| Meeting::of(&Draft::new(text)).genre.map(Genre::name);
        assert_eq!(genre("政府工作报告\n\n各位代表：\n"), Some("政府"));
        assert_eq!(genre("关于清溪县2025年预算执行情况和2026年预算草案的报告\n"), Some("预算"));
        assert_eq!(genre("各位委员：\n"), Some("政协"));
    }

    #[test]
    fn a_committee_is_named_in_two_ways() {
        for name in ["政协第十一届清溪县委员会第五次会议", "中国人民政治协商会议清溪县第十一届委员会第五次会议"]
        {
            let session = session_in(&format!("——在{name}上")).unwrap();
            assert_eq!((session.level, session.body, session.term, session.number), ('县', "政协", 11, 5));
        }
    }

    #[test]
    fn days_have_their_names() {
        let of = |year, month, day| Date::new(year, month, day).unwrap().weekday();
        assert_eq!([of(2026, 1, 12), of(2024, 2, 29), of(1949, 10, 1), of(2000, 1, 1)], [0, 3, 5, 5]);
    }

    #[test]
    fn days_that_do_not_exist_are_no_dates() {
        assert_eq!(date_in("2025年11月31日"), None);
        assert_eq!(Date::new(2025, 2, 29), None);
        assert!(Date::new(2024, 2, 29).is_some());
    }
}
