//! 提案件数前大后小不成立：“征集提案210件，立案31件，遴选重点提案40件”，重点提案不会多于立案的。
//!
//! 只查一句之内依次写出的征集（收到、提交）、立案、重点提案的件数；立案之后还写了并案、不予立案、转为意见建议的，各项之和应等于收到的
//! 件数，超出的报警告，不足的可能还有别的去向，只作提示。带“约、余、多、以上”的数不查，“比上年增加”一类的增量不查。
//!
//! 依据：《中国人民政治协商会议全国委员会提案工作条例》：提案经审查方可立案，重点提案从立案的提案中确定。
//!
//! ```应报
//! 全年征集提案210件，立案31件，遴选重点提案40件。
//! ```
//!
//! ```应报
//! 共收到提案168件，经审查立案186件。
//! ```
//!
//! ```应报
//! 共收到提案168件，经审查立案146件，并案12件，转为意见建议20件。
//! ```
//!
//! ```不报
//! 全年征集提案210件，立案186件，遴选重点提案12件，提案办复率100%。
//! ```

use crate::config::Severity;
use crate::draft::{Passage, Span};
use crate::rules::{Check, Report, Rule};
use crate::syntax::sentence::{around, clause_start, has};
use crate::syntax::{Decimal, Quantity};

/// 提案件数
pub static CHAIN: Rule = Rule {
    name: "figure/chain",
    title: "提案件数",
    severity: Severity::Warning,
    source: include_str!("chain.rs"),
    check: Check::Text(check),
};

/// Steps of a proposal, the later of which cannot have more than the earlier.
const STEPS: [&[&str]; 3] =
    [&["征集提案", "收到提案", "提交提案", "征集委员提案"], &["立案"], &["重点提案", "重点督办提案"]];

/// What becomes of a proposal that is not filed.
const OTHERWISE: [&str; 12] = [
    "并案",
    "不予立案",
    "未立案",
    "未予立案",
    "不立案",
    "意见建议",
    "意见和建议",
    "社情民意",
    "社情民意信息",
    "委员来信",
    "撤案",
    "转信",
];

fn check(passage: &Passage<'_>, report: &mut Report<Span>) {
    let text = passage.text();
    for (index, found) in passage.quantities().iter().enumerate() {
        if found.unit == "件" && step(text, found) == Some(0) {
            fates(passage, index, report);
        }
    }
    let counts = passage.quantities().iter().filter(|found| found.unit == "件" && found.arabic && !found.rough);
    let mut last: Option<(usize, &Quantity)> = None;
    for found in counts {
        let step = step(text, found);
        let sentence = around(text, found.number.start);
        let before = last.filter(|(_, before)| before.number.start >= sentence.start);
        if let (Some((earlier, before)), Some(step)) = (before, step)
            && earlier < step
        {
            compare(passage, before, found, report);
        }
        last = step.map(|step| (step, found)).or(before);
    }
}

/// The step that a number is of, from the words of its clause.
fn step(text: &str, found: &Quantity) -> Option<usize> {
    let clause = &text[clause_start(text, found.number.start)..found.number.start];
    if has(clause, &["增加", "减少", "比上年", "其中", "并案", "不予立案", "未立案"]) {
        return None;
    }
    STEPS.iter().position(|words| words.iter().any(|word| clause.ends_with(word)))
}

/// 收到提案168件，经审查立案146件，并案12件，转为意见建议10件: whether what became of them is all of them.
fn fates(passage: &Passage<'_>, index: usize, report: &mut Report<Span>) {
    let (text, quantities) = (passage.text(), passage.quantities());
    let whole = &quantities[index];
    let end = around(text, whole.number.start).end;
    let exact = |found: &&Quantity| found.unit == "件" && found.arabic && !found.rough && found.span.end <= end;
    let clause = |found: &Quantity| text[clause_start(text, found.number.start)..found.number.start].trim_end();
    let fate = |found: &&Quantity| {
        let own = clause(found);
        exact(found) && OTHERWISE.iter().any(|word| own.ends_with(word)) && !has(own, &["其中", "含"])
    };
    let filed = quantities.get(index + 1).filter(|found| exact(found) && step(text, found) == Some(1));
    let others: Vec<&Quantity> = quantities[index + 1..].iter().skip(1).take_while(fate).collect();
    let Some(filed) = filed.filter(|_| exact(&whole) && !others.is_empty()) else { return };
    let parts: Vec<&Quantity> = std::iter::once(filed).chain(others).collect();
    let sum = parts.iter().fold(Decimal::ZERO, |sum, part| sum + part.value);
    let terms: Vec<String> = parts.iter().map(|part| part.value.to_string()).collect();
    let calculation = format!("{}={sum}", terms.join("+"));
    if sum == whole.value {
        let all = std::iter::once(whole).chain(parts).map(|found| passage.span(found.number));
        report.hold(|| (all.collect(), calculation));
        return;
    }
    let words = &text[whole.span.range()];
    let message = format!("提案件数：立案的和其余各项之和 {calculation}，与收到的“{words}”不符，请核实");
    let finding = report.add(passage.span(whole.number), message);
    for part in &parts {
        finding.related(passage.span(part.number), "其中一项");
    }
    if sum < whole.value {
        finding.severity(Severity::Hint);
    }
}

fn compare(passage: &Passage<'_>, before: &Quantity, found: &Quantity, report: &mut Report<Span>) {
    let words = |span: Span| &passage.text()[span.range()];
    if found.value <= before.value {
        let places = || [before, found].map(|found| passage.span(found.number)).to_vec();
        report.hold(|| (places(), format!("{}≤{}", found.value, before.value)));
        return;
    }
    let message = format!("提案件数：“{}”大于前面的“{}”，请核实", words(found.span), words(before.span));
    report.add(passage.span(found.number), message).related(passage.span(before.number), "前面的件数");
}
