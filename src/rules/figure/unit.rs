//! “降低（减少、下降、缩短）多少倍”：减少到零也不过减少一倍，应改用百分比或“降为原来的几分之一”。
//!
//! 依据：GB/T 15835-2011 及通行的数字用法：倍数只用于增加。
//!
//! ```应报
//! 办理时限比上年缩短了3倍。
//! ```
//!
//! ```不报
//! 发明专利拥有量增长1.4倍，办理时限缩短三分之二。
//! ```

use crate::config::Severity;
use crate::draft::{Passage, Span};
use crate::rules::{Check, Report, Rule};
use crate::syntax::sentence::{before, strip};

/// 降低若干倍
pub static UNIT: Rule = Rule {
    name: "figure/unit",
    title: "降低若干倍",
    severity: Severity::Warning,
    source: include_str!("unit.rs"),
    check: Check::Text(check),
};

const DOWN: [&str; 7] = ["降低", "减少", "下降", "缩短", "缩减", "压缩", "降"];
/// What can be said of times.
const UP: [&str; 4] = ["增长", "增加", "提高", "扩大"];

fn check(passage: &Passage<'_>, report: &mut Report<Span>) {
    let text = passage.text();
    for quantity in passage.quantities().iter().filter(|quantity| quantity.unit == "倍") {
        let head = before(text, quantity.number.start);
        let head = strip(head, &["近", "约", "超过"]).unwrap_or(head);
        let head = head.strip_suffix('了').unwrap_or(head);
        let Some(word) = DOWN.iter().find(|word| head.ends_with(**word)) else {
            if let Some(word) = UP.iter().find(|word| head.ends_with(**word)) {
                report.pass(|| passage.span(Span::new(head.len() - word.len(), head.len())));
            }
            continue;
        };
        let span = Span::new(head.len() - word.len(), quantity.span.end);
        let message = format!("降低若干倍：“{}”不成立，请改用百分比或“降为原来的几分之一”", &text[span.range()]);
        report.add(passage.span(span), message);
    }
}
