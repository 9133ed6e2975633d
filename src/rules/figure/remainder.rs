//! 任务328项，已完成320项、未完成8项: whether what is done and what is left make up the whole.

use super::addition;
use super::ratio::{DONE, is_left, is_part};
use crate::config::Severity;
use crate::draft::{Passage, Span};
use crate::rules::Report;
use crate::syntax::Quantity;
use crate::syntax::sentence::{around, before, clause_start, has};

/// Words of what was done of cases, where the whole may leave out those of the year before.
const CASES: [&str; 4] = ["审结", "结案", "执结", "审执结"];
/// What is being done: 正在办理12件, 2件正在推进.
const ONGOING: [&str; 4] = ["正在办理", "正在推进", "正在实施", "正在整改"];

/// Looks at three counts that stand behind one another.
pub fn check(passage: &Passage<'_>, report: &mut Report<Span>) {
    for three in passage.quantities().windows(3) {
        let [whole, done, left] = three else { continue };
        one(passage, whole, done, left, report);
    }
}

fn one(passage: &Passage<'_>, whole: &Quantity, done: &Quantity, left: &Quantity, report: &mut Report<Span>) {
    let text = passage.text();
    let words: Vec<&str> = DONE.iter().chain(&CASES[1..]).copied().collect();
    let same = left.unit == whole.unit && left.arabic && !left.rough && whole.is_count();
    let near = left.span.end <= around(text, whole.number.start).end
        && text[done.span.end..left.number.start.max(done.span.end)].chars().count() <= 8;
    if !same || !near || !is_part(text, whole, done, &words) {
        return;
    }
    let ongoing = before(text, left.number.start);
    let ongoing = ONGOING.iter().any(|word| ongoing.ends_with(word) || text[left.span.end..].starts_with(word));
    let undone = is_left(text, left, &words);
    let fresh = has(&text[clause_start(text, whole.number.start)..whole.number.start], &["新收", "新增", "其中"]);
    let over = done.value + left.value > whole.value;
    // Besides what is being done there may be what was not begun.
    if fresh || !(undone || ongoing && (over || done.value + left.value == whole.value)) {
        return;
    }
    let cases = CASES.iter().any(|word| before(text, done.number.start).ends_with(word));
    let finding = addition::compare(passage, whole, &[done, left], ["办结的和没有办结的", "总数"], report);
    if let Some(finding) = finding.filter(|_| cases) {
        finding.severity(Severity::Hint);
    }
}
