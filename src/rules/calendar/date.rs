//! 不存在的日期、对不上的星期和年份里的错字：“11月31日”；“2026年1月12日（星期二）”，那天是星期一；“二0二五年”“二O二五年”里的零应写“〇”。
//!
//! 二月二十九日要看写没写年份；没写就不报。星期只在写了年份时查。年份中的零只查“一”“二”开头的四位汉字年份，用“零”的不查；
//! 写成“○”的（圆圈符号，形近“〇”）只作参考。
//!
//! 依据：公历；GB/T 15835-2011 §5.2.1（年份用“〇”）。
//!
//! ```应报
//! 11月31日前完成全部设计招标。
//! ```
//!
//! ```应报
//! 会议定于2026年1月12日（星期二）上午召开。
//! ```
//!
//! ```应报
//! 二0二五年是极不平凡的一年。
//! ```
//!
//! ```不报
//! 二〇二四年2月29日、6月30日，2026年1月12日（星期一），三八妇女节，12月31日前完成。
//! ```

use std::sync::LazyLock;

use memchr::memmem::Finder;

use crate::config::Severity;
use crate::draft::meeting::{Date, days_of};
use crate::draft::{Passage, Span};
use crate::rules::{Applicability, Check, Fix, Report, Rule};
use crate::text::han::is_space;

/// 日期
pub static DATE: Rule = Rule {
    name: "calendar/date",
    title: "日期",
    severity: Severity::Warning,
    source: include_str!("date.rs"),
    check: Check::Text(check),
};

fn check(passage: &Passage<'_>, report: &mut Report<Span>) {
    static YEAR: LazyLock<Finder<'static>> = LazyLock::new(|| Finder::new("年"));
    let text = passage.text();
    for pair in passage.quantities().windows(2).filter(|pair| pair[0].unit == "月" && pair[1].unit == "日") {
        day(passage, pair[0].span.end - "月".len(), report);
    }
    for at in YEAR.find_iter(text.as_bytes()) {
        zero(passage, at, report);
    }
}

/// 11月31日, spaces between allowed; the year before it if there is one.
fn day(passage: &Passage<'_>, at: usize, report: &mut Report<Span>) -> Option<()> {
    let text = passage.text();
    let head = text[..at].trim_end_matches(is_space);
    let month = head.trim_end_matches(|ch: char| ch.is_ascii_digit());
    let tail = text[at + "月".len()..].trim_start_matches(is_space);
    let day = tail.trim_start_matches(|ch: char| ch.is_ascii_digit());
    let end = day.trim_start_matches(is_space).strip_prefix('日')?;
    let (month_words, day_words) = (&head[month.len()..], &tail[..tail.len() - day.len()]);
    let (number, of_month): (u32, u32) = (month_words.parse().ok()?, day_words.parse().ok()?);
    if month_words.len() > 2 || day_words.len() > 2 || month.ends_with(['.', '-', '/', '、', '个']) {
        return None;
    }
    let year = month.trim_end_matches(is_space).strip_suffix('年').map(|rest| rest.trim_end_matches(is_space));
    let digits = year.map(|rest| &rest[rest.trim_end_matches(|ch: char| ch.is_ascii_digit()).len()..]);
    let year: Option<i32> = digits.filter(|digits| digits.len() == 4).and_then(|digits| digits.parse().ok());
    let days = days_of(number, year);
    if (1..=days).contains(&of_month) {
        report.pass(|| passage.span(Span::new(text.len() - tail.len(), text.len() - day.len())));
        return weekday(passage, Date::new(year?, number, of_month)?, end, report);
    }
    let reason = match days {
        0 => "没有这个月份".to_owned(),
        days => format!("{}{number}月只有{days}天", year.map_or(String::new(), |year| format!("{year}年"))),
    };
    let span = Span::new(month.len(), text.len() - end.len());
    report.add(passage.span(span), format!("日期：“{}”不存在，{reason}", &text[span.range()]));
    None
}

/// The day of the week behind a date: （星期一）, 周一.
fn weekday(passage: &Passage<'_>, date: Date, behind: &str, report: &mut Report<Span>) -> Option<()> {
    const DAYS: [&str; 7] = ["一", "二", "三", "四", "五", "六", "日"];
    let rest = behind.trim_start_matches(|ch: char| is_space(ch) || matches!(ch, '（' | '('));
    let named = ["星期", "礼拜", "周"].iter().find_map(|word| rest.strip_prefix(word))?;
    let said = DAYS.iter().position(|day| named.starts_with(day)).or(named.starts_with('天').then_some(6))?;
    let start = passage.text().len() - named.len();
    let place = passage.span(Span::new(start, start + "一".len()));
    let right = DAYS[date.weekday()];
    if date.weekday() == said {
        report.pass(|| place);
        return None;
    }
    let (year, month, day, said) = (date.year, date.month, date.day, DAYS[said]);
    let message = format!("日期：{year}年{month}月{day}日是星期{right}，不是星期{said}");
    let title = format!("改为“{right}”");
    report.add(place, message).fix(Fix {
        title,
        applicability: Applicability::Unsafe,
        edits: vec![(place, right.into())],
    });
    None
}

/// 二0二五年, 二O二五年, 二○二五年
fn zero(passage: &Passage<'_>, at: usize, report: &mut Report<Span>) -> Option<()> {
    let text = passage.text();
    let start = text[..at].char_indices().rev().nth(3)?.0;
    let words = &text[start..at];
    let wrong = |ch: char| matches!(ch, '0' | 'O' | 'o' | 'Ｏ' | '０' | '○' | '◯');
    let digit = |ch: char| "〇一二三四五六七八九".contains(ch) || wrong(ch);
    let fits = words.starts_with(['一', '二']) && words.chars().all(digit) && words.contains(wrong);
    if !fits {
        return None;
    }
    let written = words.replace(wrong, "〇");
    let span = passage.span(Span::new(start, at));
    let message = format!("日期：“{words}年”里的零写成了别的字，应为“{written}年”");
    let fix =
        Fix {
            title: format!("改为“{written}”"), applicability: Applicability::Safe, edits: vec![(span, written)]
        };
    let finding = report.add(span, message).fix(fix);
    // ○ looks the same, and many published reports have it in all their years.
    if words.chars().all(|ch| matches!(ch, '○' | '◯') || !wrong(ch)) {
        finding.severity(Severity::Info);
    }
    None
}
