//! 引用了还没有召开的全会：2026年1月的报告写“二十届五中全会精神”。
//!
//! 会议日期取自副标题或日期行，没有就不查；“将召开”的不查。全会表收到2026年6月，此后开会的报告只查表内的全会。
//!
//! 依据：历次中央全会公报的日期（十七届一中全会至二十届四中全会）。
//!
//! ```应报
//! ——2026年1月12日在清溪县第十七届人民代表大会第五次会议上
//! 各位代表：
//! 深入贯彻党的二十大和二十届五中全会精神，坚持稳中求进工作总基调。
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
use crate::config::Severity;
use crate::draft::{Passage, Span};
use crate::rules::{Check, Report, Rule};
use crate::syntax::numeral;

/// 全会引用
pub static CONGRESS: Rule = Rule {
    name: "calendar/congress",
    title: "全会引用",
    severity: Severity::Warning,
    source: include_str!("congress.rs"),
    check: Check::Text(check),
};

fn check(passage: &Passage<'_>, report: &mut Report<Span>) {
    static WORD: LazyLock<Finder<'static>> = LazyLock::new(|| Finder::new("中全会"));
    static NAME: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"(十七|十八|十九|二十)届(?:[一二三四五六七八九]中[、和])*([一二三四五六七八九])中全会")
            .expect("the pattern is a constant that the tests compile")
    });
    let (Some(date), text) = (passage.meeting.date, passage.text()) else { return };
    if WORD.find(text.as_bytes()).is_none() {
        return;
    }
    for found in NAME.captures_iter(text) {
        let (Some(all), Some(number)) = (found.get(0), numeral::read(&found[2])) else { continue };
        let held = PLENUMS.iter().find(|(term, nth, _)| *term == &found[1] && *nth == number).map(|(_, _, day)| *day);
        let ahead: String = text[all.end()..].chars().take(8).collect();
        let future = ahead.contains('将') || text[..all.start()].ends_with("迎接");
        let fault = match held {
            Some(held) if held > date => {
                format!("该会议{}年{}月{}日才闭幕，晚于本次会议", held.year, held.month, held.day)
            }
            None if date <= PLENUMS_UNTIL => "到本次会议为止没有召开过这次全会".to_owned(),
            _ => continue,
        };
        if !future {
            let span = passage.span(Span::new(all.start(), all.end()));
            report.add(span, format!("全会引用：“{}”：{fault}", all.as_str()));
        }
    }
}
