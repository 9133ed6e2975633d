//! 周年算错：“2026年是中国共产党成立106周年”，1921年到2026年是105周年。
//!
//! 只查“某年是……成立N周年”“今年是……”这样的判断句；“今年”按副标题或日期行的年份算，没有就不查。“隆重庆祝……周年”可能说的是
//! 前几年，不查。
//!
//! 依据：《中国共产党一百年大事记》等公开大事记的年份；3,114 份公开报告里 466 处判断句全部相符。
//!
//! ```应报
//! 2026年是“十五五”规划开局之年，也是中国共产党成立106周年。
//! ```
//!
//! ```不报
//! 2024年是中华人民共和国成立75周年，也是人民政协成立75周年。
//! ```
//!
//! ```不报
//! 五年来，我们隆重庆祝中国共产党成立100周年，纪念改革开放40周年。
//! ```

use super::subject::year_before;
use super::table::EVENTS;
use super::write;
use crate::config::Severity;
use crate::draft::{Passage, Span};
use crate::rules::{Check, Report, Rule};
use crate::syntax::numeral;
use crate::text::han::is_space;

/// 周年
pub static ANNIVERSARY: Rule = Rule {
    name: "calendar/anniversary",
    title: "周年",
    severity: Severity::Warning,
    source: include_str!("anniversary.rs"),
    check: Check::Text(check),
};

/// Events that are celebrated by a rally of the whole country, every five or ten years.
const RALLIES: [&str; 5] =
    ["中国共产党成立", "改革开放", "中华人民共和国成立", "中国人民政治协商会议成立", "人民政协成立"];

fn check(passage: &Passage<'_>, report: &mut Report<Span>) {
    for quantity in passage.quantities().iter().filter(|quantity| quantity.unit == "周年") {
        one(passage, quantity.span.end - "周年".len(), report);
    }
}

fn one(passage: &Passage<'_>, at: usize, report: &mut Report<Span>) -> Option<()> {
    let text = passage.text();
    let behind = text[..at].trim_end_matches(is_space);
    let head = behind.trim_end_matches(|ch| numeral::is_numeral(ch) || numeral::arabic_digit(ch).is_some());
    let words = &behind[head.len()..];
    let said: i32 = words.parse().ok().or_else(|| numeral::read(words).map(|number| number as i32))?;
    let name = head.trim_end_matches(is_space);
    let (event, first) =
        EVENTS.iter().filter(|(event, _)| name.ends_with(event)).max_by_key(|(event, _)| event.len())?;
    if said % 5 != 0 && RALLIES.contains(event) && text[at + "周年".len()..].starts_with("大会") {
        let number = Span::new(head.len(), behind.len());
        let message = format!("周年：{event}的庆祝大会逢五逢十召开，没有{words}周年大会，请核实");
        report.add(passage.span(number), message);
        return None;
    }
    // 我市人民政协成立40周年 is another event.
    let place = name[..name.len() - event.len()].ends_with(['市', '县', '区', '省', '州', '旗', '我', '本']);
    let year = year_before(passage, name.len() - event.len()).filter(|_| !place)?;
    let number = Span::new(head.len(), behind.len());
    if year - first == said {
        report.hold(|| (vec![passage.span(number)], format!("{year}-{first}={said}")));
        return None;
    }
    let right = year - first;
    let message = format!("周年：{event}是{first}年，到{year}年是{right}周年，不是{words}周年");
    let finding = report.add(passage.span(number), message);
    if right > 0 {
        let arabic = words.starts_with(|ch: char| ch.is_ascii_digit());
        let written = if arabic { right.to_string() } else { numeral::write(right as u32) };
        finding.fix(write(passage, number, written));
    }
    None
}
