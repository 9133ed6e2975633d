//! 部分标题的年份对不上：“2025年工作回顾”之后是“2027年工作安排”，或与会议日期不符。
//!
//! 安排的年份应是回顾的年份加一；回顾的年份应是开会的当年或上一年，安排的年份应是开会的当年或下一年。会议日期取自副标题或
//! 日期行，没有就只比两个标题。
//!
//! 依据：行文前后一致；年度工作报告回顾上一年、部署下一年的通例。
//!
//! ```应报
//! 一、2025年工作回顾
//! 全年经济稳中有进。
//! 二、2027年工作安排
//! ```
//!
//! ```应报
//! ——2026年1月20日在云岭市第六届人民代表大会第五次会议上
//! 一、2023年工作回顾
//! 全年经济稳中有进。
//! 二、重点任务
//! ```
//!
//! ```不报
//! ——2025年12月28日在云岭市第六届人民代表大会第五次会议上
//! 一、2025年工作回顾
//! 全年经济稳中有进。
//! 二、2026年工作安排
//! ```

use super::write;
use crate::config::Severity;
use crate::draft::meeting::{plan_year, review_year};
use crate::draft::{Passage, Span};
use crate::rules::{Check, Report, Rule};
use crate::syntax::Kind;

/// 报告年份
pub static REPORT_YEAR: Rule = Rule {
    name: "calendar/report-year",
    title: "报告年份",
    severity: Severity::Warning,
    source: include_str!("report_year.rs"),
    check: Check::Text(check),
};

fn check(passage: &Passage<'_>, report: &mut Report<Span>) {
    if !matches!(passage.paragraph.kind, Kind::Part | Kind::Heading) || passage.paragraph.characters > 30 {
        return;
    }
    let text = passage.text();
    let (review, plan) = (review_year(text), plan_year(text));
    let Some(year) = review.or(plan) else { return };
    let meeting = passage.meeting;
    let fault = if let Some(held) = meeting.year() {
        let fits = if review.is_some() { held - 1..=held } else { held..=held + 1 };
        (!fits.contains(&year)).then(|| (format!("会议在{held}年召开"), if review.is_some() { held - 1 } else { held }))
    } else {
        None
    };
    let after = meeting.review.filter(|_| plan.is_some());
    let fault = fault.or_else(|| {
        let review = after.filter(|review| review + 1 != year)?;
        Some((format!("前面回顾的是{review}年"), review + 1))
    });
    let Some(start) = text.find(&year.to_string()) else { return };
    let place = Span::new(start, start + 4);
    let Some((reason, right)) = fault else {
        if meeting.year().is_some() || after.is_some() {
            report.pass(|| passage.span(place));
        }
        return;
    };
    let message = format!("报告年份：{reason}，这里是{year}年，应为{right}年");
    report.add(passage.span(place), message).fix(write(passage, place, right.to_string()));
}
