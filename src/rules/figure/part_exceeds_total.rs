//! 分项大于总数：“征集提案210件，其中重点提案240件”。
//!
//! 只查“其中”后面紧跟着的第一个数，单位与前面的总数相同；总数是“比上年增加多少”一类的增量时不查。
//!
//! 依据：部分不会大于整体。
//!
//! ```应报
//! 全年征集提案210件，其中委员提案240件。
//! ```
//!
//! ```不报
//! 规模以上工业企业比上年增加15家，其中超亿元企业138家。
//! ```
//!
//! ```不报
//! 全年征集提案210件，其中委员提案180件。
//! ```

use super::breakdown::breakdowns;
use crate::config::Severity;
use crate::draft::{Passage, Span};
use crate::rules::{Check, Report, Rule};
use crate::syntax::Decimal;

/// 分项大于总数
pub static PART_EXCEEDS_TOTAL: Rule = Rule {
    name: "figure/part-exceeds-total",
    title: "分项大于总数",
    severity: Severity::Warning,
    source: include_str!("part_exceeds_total.rs"),
    check: Check::Text(check),
};

fn check(passage: &Passage<'_>, report: &mut Report<Span>) {
    for found in breakdowns(passage) {
        let [part] = found.parts.as_slice() else { continue };
        if part.quantity.rounded().low <= found.total.cut().high {
            let places = || [found.total.number, part.quantity.number].map(|span| passage.span(span)).to_vec();
            let factor = found.total.factor;
            let shown = |value: Decimal| value.over(factor).unwrap_or(value);
            report.hold(|| (places(), format!("{}≤{}", shown(part.quantity.value), shown(found.total.value))));
            continue;
        }
        let words = |span: Span| &passage.text()[span.range()];
        let (part, total) = (&part.quantity, found.total);
        let message = format!("分项大于总数：“{}”大于前面的总数“{}”", words(part.span), words(total.span));
        report.add(passage.span(part.number), message).related(passage.span(total.number), "总数");
    }
}
