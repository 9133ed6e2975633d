//! 引用了还没有召开的全会，或列举时跳了一次：2026年1月的报告写“二十届五中全会精神”，或“二十届二中、四中全会精神”。
//!
//! 列举只到前一次全会、漏了最近一次的，作提示。会议日期取自副标题或日期行，没有就不查；“将召开”的不查。全会表收到2026年6月，此后开会的报告只查表内的全会。
//!
//! 依据：历次中央全会公报的日期（十七届一中全会至二十届四中全会）。
//!
//! ```应报
//! ——2026年1月12日在清溪县第十七届人民代表大会第五次会议上
//! 各位代表：
//! 深入贯彻党的二十大和二十届五中全会精神，坚持稳中求进工作总基调。
//! ```
//!
//! ```应报
//! 深入贯彻党的二十大和二十届二中、四中全会精神，坚持稳中求进工作总基调。
//! ```
//!
//! ```不报
//! ——2026年1月12日在清溪县第十七届人民代表大会第五次会议上
//! 各位代表：
//! 深入贯彻党的二十大和二十届二中、三中、四中全会精神，坚持稳中求进工作总基调。
//! ```

use std::sync::LazyLock;

use memchr::memmem::Finder;
use regex::Regex;

use super::table::{PLENUMS, PLENUMS_UNTIL};
use super::write;
use crate::config::Severity;
use crate::draft::meeting::Date;
use crate::draft::{Passage, Span};
use crate::rules::{Check, Finding, Report, Rule};
use crate::syntax::numeral;

/// 全会引用
pub static CONGRESS: Rule = Rule {
    name: "calendar/congress",
    title: "全会引用",
    severity: Severity::Warning,
    source: include_str!("congress.rs"),
    check: Check::Text(check),
};

/// Days after a plenary session in which a report may still leave it out.
const LATELY: i64 = 45;

fn check(passage: &Passage<'_>, report: &mut Report<Span>) {
    static WORD: LazyLock<Finder<'static>> = LazyLock::new(|| Finder::new("中全会"));
    static NAME: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"(十七|十八|十九|二十)届((?:[一二三四五六七八九]中[、和])*[一二三四五六七八九])中全会")
            .expect("the pattern is a constant that the tests compile")
    });
    let text = passage.text();
    if WORD.find(text.as_bytes()).is_none() {
        return;
    }
    for found in NAME.captures_iter(text) {
        let (Some(all), Some(list)) = (found.get(0), found.get(2)) else { continue };
        let numbers: Vec<u32> = list.as_str().split(['中', '、', '和']).filter_map(numeral::read).collect();
        let (Some(first), Some(last)) = (numbers.first(), numbers.last()) else { continue };
        let named = Named { term: &found[1], all: Span::new(all.start(), all.end()), numbers: &numbers };
        let ahead: String = text[all.end()..].chars().take(8).collect();
        let future = ahead.contains('将') || text[..all.start()].ends_with("迎接");
        if let Some(fault) = fault(&found[1], *last, passage.meeting.date) {
            if !future {
                let message = format!("全会引用：“{}”：{fault}", all.as_str());
                report.add(passage.span(named.all), message);
            }
        } else if let Some(left) = numbers.windows(2).find(|two| two[1] > two[0] + 1).map(|two| two[0] + 1) {
            tell(passage, &named, (*first..=*last).collect(), &format!("中间缺{}中全会", numeral::write(left)), report);
        } else if let Some(latest) = latest(passage, &named) {
            let what = format!("没有列{}中全会，它在本次会议之前已经闭幕；有意略去的可不改", numeral::write(latest));
            tell(passage, &named, (*first..=latest).collect(), &what, report).severity(Severity::Hint);
        } else if passage.meeting.date.is_some() || numbers.len() > 1 {
            let end = list.end();
            let number = end - list.as_str().chars().next_back().map_or(0, char::len_utf8);
            report.pass(|| passage.span(Span::new(number, end)));
        }
    }
}

/// 二十届二中、三中全会
struct Named<'a> {
    term: &'a str,
    all: Span,
    numbers: &'a [u32],
}

/// Why a plenary session cannot be spoken of, on a day where that is known.
fn fault(term: &str, number: u32, date: Option<Date>) -> Option<String> {
    let over = PLENUMS.last().is_some_and(|(open, ..)| *open != term);
    match (held(term, number), date) {
        (Some(held), Some(date)) if held > date => {
            Some(format!("该会议{}年{}月{}日才闭幕，晚于本次会议", held.year, held.month, held.day))
        }
        (None, _) if over => Some("没有召开过这次全会".to_owned()),
        (None, Some(date)) if date <= PLENUMS_UNTIL => Some("到本次会议为止没有召开过这次全会".to_owned()),
        _ => None,
    }
}

fn held(term: &str, number: u32) -> Option<Date> {
    PLENUMS.iter().find(|(own, nth, _)| *own == term && *nth == number).map(|(_, _, day)| *day)
}

/// The last session of the term before the meeting, if a list of several leaves it out.
fn latest(passage: &Passage<'_>, named: &Named<'_>) -> Option<u32> {
    let (date, last) = (passage.meeting.date?, *named.numbers.last()?);
    let past =
        |number: &u32| held(named.term, *number).is_some_and(|held| held.day_number() + LATELY <= date.day_number());
    let latest = (1..=9).filter(past).max().filter(|latest| *latest > last);
    latest.filter(|_| named.numbers.len() > 1 && named.numbers[0] <= 2)
}

fn tell<'r>(
    passage: &Passage<'_>,
    named: &Named<'_>,
    numbers: Vec<u32>,
    what: &str,
    report: &'r mut Report<Span>,
) -> &'r mut Finding<Span> {
    let words = &passage.text()[named.all.range()];
    let list: Vec<String> = numbers.into_iter().map(|number| format!("{}中", numeral::write(number))).collect();
    let written = format!("{}届{}全会", named.term, list.join("、"));
    let fix = write(passage, named.all, written);
    report.add(passage.span(named.all), format!("全会引用：“{words}”{what}")).fix(fix)
}
