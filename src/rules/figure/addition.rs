//! Whether numbers add up to another, and what is told where they do not.

use super::{instead, result, write, written};
use crate::draft::{Passage, Span};
use crate::rules::{Finding, Report};
use crate::syntax::{Decimal, Quantity};

/// Compares numbers with the one that they are said to make up, each rounded at its last digit unless all are counts.
/// The two words tell which numbers are added, and what they are held against.
/// Gives what was found.
pub fn compare<'r>(
    passage: &Passage<'_>,
    total: &Quantity,
    parts: &[&Quantity],
    words: [&str; 2],
    report: &'r mut Report<Span>,
) -> Option<&'r mut Finding<Span>> {
    let sum: Decimal = parts.iter().map(|part| part.value).sum();
    let terms = written(passage, &parts.iter().copied().chain([total]).collect::<Vec<_>>());
    let calculation = format!("{}={}", terms[..parts.len()].join("+"), result(sum, total, parts));
    if (sum - total.value).abs() <= slack(total, parts) {
        let all = std::iter::once(&total).chain(parts).map(|part| passage.span(part.number));
        report.hold(|| (all.collect(), calculation));
        return None;
    }
    let [added, whole] = words;
    let said = &passage.text()[total.span.range()];
    let message = format!("分项之和：{added}之和 {calculation}，与{whole}“{said}”不符");
    let finding = report.add(passage.span(total.number), message);
    for part in parts {
        finding.related(passage.span(part.number), "分项");
    }
    finding.alternatives(parts.iter().filter_map(|part| instead(passage, part, total.value + part.value - sum)));
    finding.fix(write(passage, total.number, sum.over(total.factor).unwrap_or(sum).to_string()));
    Some(finding)
}

/// By how much a sum may differ from its total: half of the coarsest digit for each number, nothing where all count
/// things one by one.
pub fn slack(total: &Quantity, parts: &[&Quantity]) -> Decimal {
    if total.is_count() && parts.iter().all(|part| part.is_count()) {
        return Decimal::ZERO;
    }
    let step = parts.iter().map(|part| part.step).max().unwrap_or(total.step).max(total.step);
    step.half().times(Decimal::from_int(parts.len() as i64 + 1)).unwrap_or(step)
}
