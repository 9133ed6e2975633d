//! The year that a sentence speaks of: 2026年是…，也是….

use std::sync::LazyLock;

use regex::Regex;

use crate::draft::Passage;
use crate::syntax::pattern::regex;

/// The year of the nearest “2026年是” or “今年是” before a byte of its sentence; `None` where another year stands
/// between, or where it is not known which year 今年 is.
pub fn year_before(passage: &Passage<'_>, at: usize) -> Option<i32> {
    static SUBJECT: LazyLock<Regex> =
        LazyLock::new(|| regex(r"(\d{4}|今|明|去|本|次|同|上|前|后|当)\s*年[，,]?\s*(既是|正是|是|适逢|恰逢|正值)?"));
    let text = passage.text();
    let start = text[..at].rfind(['。', '！', '？', '；']).unwrap_or(0);
    let found = SUBJECT.captures_iter(&text[start..at]).last()?;
    found.get(2)?;
    let own = || passage.meeting.year();
    match &found[1] {
        "今" => own(),
        "明" => own().map(|year| year + 1),
        digits => digits.parse().ok(),
    }
}
