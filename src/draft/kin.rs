//! Whose report a draft is and of which year, as its head tells: what finds the report of the year before among others.

use super::genre::Genre;
use super::{Draft, Meeting};

/// Bytes of a text that its head lies in.
const HEAD: usize = 6000;

/// Whose report it is, and of which year. Nothing is taken from the name of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kin {
    genre: Genre,
    /// 人大 or 政协.
    body: &'static str,
    /// 清溪县
    place: String,
    /// 第十七届
    term: u32,
    /// 第五次会议
    number: u32,
    /// The year that it looks back on.
    review: i32,
}

impl Kin {
    /// What the head of a text tells; `None` where it leaves any of it open.
    pub fn of(text: &str) -> Option<Self> {
        let end = (0..=HEAD.min(text.len())).rev().find(|end| text.is_char_boundary(*end))?;
        let meeting = Meeting::of(&Draft::new(&text[..end]));
        let (session, date) = (meeting.session?, meeting.date?);
        // Many reports are given in the November or December before the year that they plan.
        let review = meeting.review.unwrap_or(if date.month >= 11 { date.year } else { date.year - 1 });
        let (genre, body, place) = (meeting.genre?, session.body, session.place);
        Some(Kin { genre, body, place, term: session.term, number: session.number, review })
    }

    /// Whether it is the report that the same office gave a year before another.
    fn is_before(&self, later: &Kin) -> bool {
        let same = (self.genre, self.body, &self.place) == (later.genre, later.body, &later.place);
        let same_term = self.term == later.term && self.number < later.number;
        let first = self.term + 1 == later.term && later.number <= 2;
        same && self.review + 1 == later.review && (same_term || first)
    }

    /// The report of the year before among others; `None` where there are two, such as a draft of it and what was
    /// given.
    pub fn before<'a, T>(&self, others: impl Iterator<Item = (&'a Kin, T)>) -> Option<T> {
        let mut found = others.filter(|(other, _)| other.is_before(self)).map(|(_, one)| one);
        found.next().filter(|_| found.next().is_none())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kin(date: &str, place: &str, session: &str, part: &str) -> Option<Kin> {
        Kin::of(&format!("政府工作报告\n——{date}在{place}{session}上\n各位代表：\n一、{part}\n"))
    }

    #[test]
    fn the_report_of_the_year_before_is_of_the_same_place_and_office() {
        let own = kin("2026年1月12日", "清溪县", "第十七届人民代表大会第五次会议", "2025年工作回顾").unwrap();
        let of = |date, place, session, part| kin(date, place, session, part).unwrap();
        let fourth = "第十七届人民代表大会第四次会议";
        assert!(of("2025年1月12日", "清溪县", fourth, "2024年工作回顾").is_before(&own));
        // Given in December for the year to come.
        assert!(of("2024年12月28日", "清溪县", fourth, "2024年工作回顾").is_before(&own));
        for other in [
            of("2025年1月12日", "鹿鸣县", fourth, "2024年工作回顾"),
            of("2024年1月12日", "清溪县", "第十七届人民代表大会第三次会议", "2023年工作回顾"),
            of("2026年1月12日", "清溪县", "第十七届人民代表大会第五次会议", "2025年工作回顾"),
            of("2025年1月12日", "清溪县", "第十五届人民代表大会第四次会议", "2024年工作回顾"),
        ] {
            assert!(!other.is_before(&own), "{other:?}");
        }
    }

    #[test]
    fn a_new_term_follows_the_last_and_two_reports_are_none() {
        let of = |date, session| kin(date, "清溪县", session, "工作回顾").unwrap();
        let own = of("2027年1月12日", "第十八届人民代表大会第一次会议");
        let last = of("2026年1月12日", "第十七届人民代表大会第五次会议");
        assert_eq!(own.before([(&last, 1)].into_iter()), Some(1));
        assert_eq!(own.before([(&last, 1), (&last, 2)].into_iter()), None);
        assert_eq!(Kin::of("政府工作报告\n各位代表：\n一、2025年工作回顾\n"), None);
    }
}
