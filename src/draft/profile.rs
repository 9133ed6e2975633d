//! What a draft is: its date and its genre, from clues in single paragraphs.
//!
//! The date is that of the meeting, from the subtitle or the line of the date, and never a year that the text happens
//! to mention: many reports are given in the November or December before the year they plan (domain study §1, lesson
//! 1). Without it, the part headings tell: 2025年工作回顾 is written for a meeting of 2026.

use std::sync::LazyLock;

use regex::Regex;

use crate::lexicon::Month;
use crate::syntax::Kind;

/// What a draft is, as far as it says so.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Profile {
    /// Month of the meeting; the month is January where only the year is known.
    pub date: Option<Month>,
    pub genre: Option<Genre>,
}

/// Whose report it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Genre {
    Cppcc,
    Government,
    Congress,
    Court,
    Procuratorate,
    Budget,
    Party,
}

/// What one paragraph says of the draft that it stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Clue {
    /// Date of the meeting.
    date: Option<Month>,
    /// Year that a part heading makes likely.
    year: Option<u16>,
    genre: Option<Genre>,
    /// How much the genre weighs: a title more than a salutation.
    weight: u8,
}

impl Genre {
    /// The name that the lexicon and messages use.
    pub fn name(self) -> &'static str {
        match self {
            Genre::Cppcc => "政协",
            Genre::Government => "政府",
            Genre::Congress => "人大",
            Genre::Court => "法院",
            Genre::Procuratorate => "检察院",
            Genre::Budget => "预算",
            Genre::Party => "党代会",
        }
    }
}

impl Profile {
    /// The profile of a draft whose paragraphs give these clues, in their order. The first clue of a kind counts.
    pub fn of(clues: impl Iterator<Item = Clue>) -> Self {
        let mut profile = Profile::default();
        let (mut year, mut weight) = (None, 0);
        for clue in clues {
            profile.date = profile.date.or(clue.date);
            year = year.or(clue.year);
            if clue.weight > weight {
                (profile.genre, weight) = (clue.genre, clue.weight);
            }
        }
        profile.date = profile.date.or(year.map(|year| Month { year, month: 1 }));
        profile
    }
}

/// The clue in a paragraph: its kind and its logical text.
pub fn clue(kind: Kind, text: &str) -> Option<Clue> {
    let date = matches!(kind, Kind::Subtitle | Kind::Date).then(|| date(text)).flatten();
    let year = matches!(kind, Kind::Part | Kind::Heading).then(|| year(text)).flatten();
    let (genre, weight) = match kind {
        Kind::Title => (title_genre(text), 4),
        Kind::Subtitle => (subtitle_genre(text), 3),
        Kind::Opening => (opening_genre(text), 2),
        Kind::Salutation => (salutation_genre(text), 1),
        _ => (None, 0),
    };
    let clue = Clue { date, year, genre, weight: if genre.is_some() { weight } else { 0 } };
    (clue != Clue::default()).then_some(clue)
}

/// 2026年1月12日, with spaces as PDFs have them.
fn date(text: &str) -> Option<Month> {
    static DATE: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(r"(\d{4})\s*年\s*(\d{1,2})\s*月").ok());
    let found = DATE.as_ref()?.captures(text)?;
    Month::parse(&format!("{}-{}", &found[1], &found[2]))
}

/// The year for which a part heading is written: that after a review, that of a plan.
fn year(text: &str) -> Option<u16> {
    static YEAR: LazyLock<Option<Regex>> =
        LazyLock::new(|| Regex::new(r"(20\d\d|19\d\d)\s*年.{0,24}?(?:(回顾|总结)|安排|部署|任务|重点工作|打算)").ok());
    let text = text.char_indices().nth(60).map_or(text, |(at, _)| &text[..at]);
    if !text.contains('年') || text.contains("远景") {
        return None;
    }
    let found = YEAR.as_ref()?.captures(text)?;
    let year: u16 = found[1].parse().ok()?;
    Some(if found.get(2).is_some() { year + 1 } else { year })
}

fn title_genre(text: &str) -> Option<Genre> {
    const WORDS: [(&str, Genre); 8] = [
        ("政治协商会议", Genre::Cppcc),
        ("政协", Genre::Cppcc),
        ("预算", Genre::Budget),
        ("政府工作报告", Genre::Government),
        ("人民代表大会常务委员会", Genre::Congress),
        ("人大常委会", Genre::Congress),
        ("法院工作报告", Genre::Court),
        ("检察院工作报告", Genre::Procuratorate),
    ];
    first(&WORDS, text)
}

fn subtitle_genre(text: &str) -> Option<Genre> {
    const WORDS: [(&str, Genre); 3] =
        [("在政协", Genre::Cppcc), ("政治协商会议", Genre::Cppcc), ("中国共产党", Genre::Party)];
    first(&WORDS, text)
}

fn opening_genre(text: &str) -> Option<Genre> {
    const WORDS: [(&str, Genre); 8] = [
        ("预算", Genre::Budget),
        ("政协第", Genre::Cppcc),
        ("政治协商会议", Genre::Cppcc),
        ("人大常委会", Genre::Congress),
        ("人民代表大会常务委员会", Genre::Congress),
        ("法院", Genre::Court),
        ("检察院", Genre::Procuratorate),
        ("政府", Genre::Government),
    ];
    // Whom the speaker represents stands before the words that ask for comments.
    first(&WORDS, text.split("审议").next().unwrap_or(text))
}

fn salutation_genre(text: &str) -> Option<Genre> {
    text.contains("各位委员").then_some(Genre::Cppcc)
}

fn first(words: &[(&str, Genre)], text: &str) -> Option<Genre> {
    words.iter().find(|(word, _)| text.contains(word)).map(|(_, genre)| *genre)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn profile(paragraphs: &[(Kind, &str)]) -> Profile {
        Profile::of(paragraphs.iter().filter_map(|(kind, text)| clue(*kind, text)))
    }

    #[test]
    fn the_date_of_the_meeting_counts() {
        let subtitle = (Kind::Subtitle, "——2011年11月15日在市第十五届人民代表大会第一次会议上");
        let found = profile(&[(Kind::Title, "政府工作报告"), subtitle, (Kind::Part, "2012年工作安排")]);
        assert_eq!(found.date, Month::parse("2011-11"));
        assert_eq!(found.genre, Some(Genre::Government));
        assert_eq!(profile(&[(Kind::Date, "（2022 年 4 月 25 日）")]).date, Month::parse("2022-04"));
    }

    #[test]
    fn without_it_part_headings_tell() {
        assert_eq!(profile(&[(Kind::Part, "2025年工作回顾")]).date, Month::parse("2026"));
        assert_eq!(profile(&[(Kind::Heading, "二、2026年重点工作")]).date, Month::parse("2026"));
        assert_eq!(profile(&[(Kind::Heading, "二、2035年远景目标和重点任务")]).date, None);
        assert_eq!(profile(&[(Kind::Body, "2025年工作回顾")]).date, None);
    }
}
