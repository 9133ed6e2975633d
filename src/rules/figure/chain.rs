//! 提案件数前大后小不成立：“征集提案210件，立案31件，遴选重点提案40件”，重点提案不会多于立案的。
//!
//! 只查一句之内依次写出的征集（收到、提交）、立案、重点提案的件数；带“约、余、多、以上”的数不查，“比上年增加”一类的增量不查。
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
//! ```不报
//! 全年征集提案210件，立案186件，遴选重点提案12件，提案办复率100%。
//! ```

use crate::config::Severity;
use crate::draft::{Passage, Span};
use crate::rules::{Check, Report, Rule};
use crate::syntax::Quantity;
use crate::syntax::sentence::{around, clause_start, has};

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

fn check(passage: &Passage<'_>, report: &mut Report<Span>) {
    let text = passage.text();
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
