//! 届次不符：在五次会议上说“完成了五次会议确定的目标任务”，应是四次会议。
//!
//! 只查与副标题同一级、同一届的人大、政协会议。次数比本次会议大的，还没有召开；“某次会议以来”“完成了某次会议确定的……”说的是上一次
//! 会议，不会是本次。
//!
//! 依据：行文前后一致；副标题所写的届次。
//!
//! ```应报
//! ——2026年1月12日在清溪县第十七届人民代表大会第五次会议上
//! 各位代表：
//! 一年来，我们完成了县十七届人大五次会议确定的目标任务，成绩来之不易。
//! ```
//!
//! ```应报
//! ——2026年1月12日在政协第十一届清溪县委员会第四次会议上
//! 各位委员：
//! 县政协十一届五次会议以来，常委会认真履行职能，各项工作取得新的成效。
//! ```
//!
//! ```不报
//! ——2026年1月12日在清溪县第十七届人民代表大会第五次会议上
//! 各位代表：
//! 一年来，我们完成了县十七届人大四次会议确定的目标任务，省十四届人大五次会议刚刚闭幕。
//! ```

use std::sync::LazyLock;

use memchr::memmem::Finder;
use regex::Regex;

use super::write;
use crate::config::Severity;
use crate::draft::{Passage, Span};
use crate::rules::{Check, Report, Rule};
use crate::syntax::{Kind, numeral, sentence};

/// 届次
pub static SESSION: Rule = Rule {
    name: "calendar/session",
    title: "届次",
    severity: Severity::Warning,
    source: include_str!("session.rs"),
    check: Check::Text(check),
};

fn check(passage: &Passage<'_>, report: &mut Report<Span>) {
    static WORD: LazyLock<Finder<'static>> = LazyLock::new(|| Finder::new("次会议"));
    static NAME: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(
            r"([省市县区州旗])(?:(政协)([一二三四五六七八九十]{1,3})届|([一二三四五六七八九十]{1,3})届(人大))([一二三四五六七八九十]{1,3})次会议",
        )
        .expect("the pattern is a constant that the tests compile")
    });
    let Some(own) = &passage.meeting.session else { return };
    let text = passage.text();
    if matches!(passage.paragraph.kind, Kind::Subtitle | Kind::Title) || WORD.find(text.as_bytes()).is_none() {
        return;
    }
    for found in NAME.captures_iter(text) {
        let (Some(all), Some(nth)) = (found.get(0), found.get(6)) else { continue };
        let (body, term) = match found.get(2) {
            Some(_) => ("政协", &found[3]),
            None => ("人大", &found[4]),
        };
        let (Some(term), Some(number)) = (numeral::read(term), numeral::read(nth.as_str())) else { continue };
        if !found[1].starts_with(own.level) || body != own.body || term != own.term {
            continue;
        }
        let number_at = Span::new(nth.start(), nth.end());
        let past = number == own.number && number > 1 && speaks_of_past(text, Span::new(all.start(), all.end()));
        if !past && number <= own.number {
            report.pass(|| passage.span(number_at));
            continue;
        }
        let words = all.as_str();
        let reason = if past { "这里说的应是上一次会议" } else { "那次会议还没有召开" };
        let message = format!("届次：本次会议是{}，{reason}，“{words}”请核实", own.name);
        let finding = report.add(passage.span(Span::new(all.start(), all.end())), message);
        if own.number > 1 {
            finding.fix(write(passage, number_at, numeral::write(own.number - 1)));
        }
    }
}

/// 十七届人大四次会议以来; 完成了十七届人大四次会议确定的目标任务, unless the sentence looks ahead.
fn speaks_of_past(text: &str, name: Span) -> bool {
    let starts = |words: &[&str]| words.iter().any(|word| text[name.end..].starts_with(word));
    let sentence = &text[sentence::around(text, name.start).start..name.start];
    let has = |words: &[&str]| words.iter().any(|word| sentence.contains(word));
    starts(&["以来", "闭幕以来", "召开以来"])
        || (starts(&["确定", "提出", "批准", "审议通过", "部署"])
            && has(&["完成了", "一年来", "过去", "去年"])
            && !has(&["确保", "要", "将", "今年"]))
}
