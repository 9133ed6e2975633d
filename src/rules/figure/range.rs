//! 数值范围写法：“增长4.5-5%”省略了前一个百分号；“5%—4%”前大后小。
//!
//! 用百分号的范围，前一个百分号不能省略，否则可以读作“4.5到5%”；连接号用一字线“—”或浪纹“～”。省略百分号作参考，
//! 前大后小作警告（“由5%到4%”“降至”一类不是范围，不查）。
//!
//! 依据：GB/T 15835-2011 §5.1.3（数值范围）；GB/T 15834-2011 §4.13（连接号）。
//!
//! ```应报
//! 地区生产总值增长4.5-5%。
//! ```
//!
//! ```应报
//! 地区生产总值增长6%—5.5%。
//! ```
//!
//! ```不报
//! 地区生产总值增长4.5%—5%，居民收入增长5%～5.5%。
//! ```

use crate::config::Severity;
use crate::draft::{Passage, Span};
use crate::rules::{Applicability, Check, Fix, Report, Rule};
use crate::syntax::Quantity;
use crate::syntax::sentence::{clause_start, has};

/// 数值范围
pub static RANGE: Rule = Rule {
    name: "figure/range",
    title: "数值范围",
    severity: Severity::Warning,
    source: include_str!("range.rs"),
    check: Check::Text(check),
};

fn check(passage: &Passage<'_>, report: &mut Report<Span>) {
    let text = passage.text();
    for pair in passage.quantities().windows(2) {
        let [low, high] = pair else { continue };
        let joint = text[low.span.end..high.number.start].trim();
        let joined = matches!(joint, "-" | "—" | "–" | "－" | "~" | "～" | "―" | "——" | "--");
        if !joined || !high.is_percent() || !low.arabic {
            continue;
        }
        let words = &text[low.number.start..high.span.end];
        let span = passage.span(Span::new(low.number.start, high.span.end));
        if low.unit.is_empty() && low.factor == high.factor && low.value < high.value && alone(text, low) {
            let message = format!("数值范围：“{words}”省略了前一个百分号，应写作“{}%—{}%”", low.value, high.value);
            let number = |quantity: &Quantity| &text[quantity.number.range()];
            let written = format!("{}%—{}%", number(low), number(high));
            let title = format!("改为“{written}”");
            let finding = report.add(span, message).severity(Severity::Info);
            finding.fix(Fix { title, applicability: Applicability::Unsafe, edits: vec![(span, written)] });
        } else if low.is_percent() && low.value > high.value {
            let clause = &text[clause_start(text, low.number.start)..low.number.start];
            if !alone(text, low) || has(clause, &["下降", "降低", "降到", "降至", "负"]) {
                continue;
            }
            report.add(span, format!("数值范围：“{words}”前大后小，请核实"));
        } else if low.is_percent() {
            report.pass(|| span);
        }
    }
}

/// No minus or dash before it: the low end of a range of two.
fn alone(text: &str, low: &Quantity) -> bool {
    !text[..low.number.start].ends_with(['-', '—', '–', '－', '~', '～', '.', '/'])
}
