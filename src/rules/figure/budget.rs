//! 完成数与预算百分比不符：“完成142.9亿元，为年初预算147.9亿元的98.6%”。
//!
//! 只查完成数、预算数、百分比一句之内依次相连的写法，分母就是写在“的”前面的那个数，不去别处找。允许四舍五入、去尾和进一。
//!
//! 依据：完成比例等于完成数除以预算数；预算执行情况报告的通行写法。
//!
//! ```应报
//! 全市一般公共预算收入完成142.9亿元，为年初预算147.9亿元的98.6%。
//! ```
//!
//! ```不报
//! 全市一般公共预算收入完成142.9亿元，为年初预算147.9亿元的96.6%；支出预算87.5亿元，调整为89.1亿元，完成82.3亿元，为调整预算89.1亿元的92.4%。
//! ```

use super::write;
use crate::config::Severity;
use crate::draft::{Passage, Span};
use crate::rules::sentence::{around, before, strip};
use crate::rules::{Check, Report, Rule};
use crate::syntax::Decimal;

/// 预算完成比例
pub static BUDGET: Rule = Rule {
    name: "figure/budget",
    title: "预算完成比例",
    severity: Severity::Warning,
    source: include_str!("budget.rs"),
    check: Check::Text(check),
};

/// What a share is a share of, right before the number.
const BASES: [&str; 16] = [
    "预算",
    "预算数",
    "调整预算",
    "调整后预算",
    "调整预算数",
    "调整后预算数",
    "年初预算",
    "年初预算数",
    "变动预算",
    "变动预算数",
    "收入预算",
    "支出预算",
    "年度预算",
    "代编预算",
    "预期目标",
    "年度目标",
];

fn check(passage: &Passage<'_>, report: &mut Report<Span>) {
    let text = passage.text();
    for three in passage.quantities().windows(3) {
        let [done, base, share] = three else { continue };
        if !share.is_percent() || base.unit != "元" || done.unit != "元" || three.iter().any(|found| found.rough) {
            continue;
        }
        let of = matches!(text[base.span.end..share.number.start].trim(), "的");
        let head = before(text, base.number.start);
        let based = BASES.iter().filter_map(|word| head.strip_suffix(word)).min_by_key(|rest| rest.len());
        let Some(rest) = based.filter(|_| of) else { continue };
        let Some(verb) = strip(rest, &["为", "占", "完成", "是", "完成了"]) else { continue };
        let near =
            verb.get(done.span.end..).is_some_and(|gap| gap.trim_matches(['，', ',', ' ', '（', '(']).is_empty());
        if !near || done.number.start < around(text, share.number.start).start {
            continue;
        }
        let found = done.cut().over(base.cut()).and_then(|found| found.times(Decimal::HUNDRED));
        if found.is_none_or(|found| found.meets(share.cut())) {
            continue;
        }
        let exact = done.value.over(base.value).and_then(|found| found.times(Decimal::HUNDRED)).unwrap_or_default();
        let computed = share.written(exact);
        let words = |span: Span| &text[span.range()];
        let message =
            format!("预算完成比例：{}÷{}={computed}%，与 {}% 不符", words(done.span), words(base.span), share.value);
        let finding = report.add(passage.span(share.number), message);
        finding.related(passage.span(done.number), "完成数").related(passage.span(base.number), "预算数");
        finding.fix(write(passage, share.number, computed));
    }
}
