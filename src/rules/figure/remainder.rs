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

/// Looks at the counts of a paragraph that stand behind one another, but for the wholes that were looked at already.
pub fn check(passage: &Passage<'_>, told: &[Span], report: &mut Report<Span>) {
    for three in passage.quantities().windows(3) {
        let [whole, done, left] = three else { continue };
        if !told.contains(&whole.number) {
            one(passage, whole, done, left, report);
        }
    }
    // 同比上升8.2% may stand between.
    if !passage.text().contains("旧存") {
        return;
    }
    let cases: Vec<&Quantity> = passage.quantities().iter().filter(|found| found.unit == "件").collect();
    for four in cases.windows(4) {
        docket(passage, [four[0], four[1], four[2], four[3]], report);
    }
}

/// 旧存1312件，新收12846件，审结12906件，未结1252件: what came in is what was closed and what is open.
fn docket(passage: &Passage<'_>, four: [&Quantity; 4], report: &mut Report<Span>) {
    let text = passage.text();
    let clause = |found: &Quantity| &text[clause_start(text, found.number.start)..found.number.start];
    let [one, other, closed, open] = four;
    let is = |found: &Quantity, word: &str| clause(found).contains(word) && !has(clause(found), &["其中", "增加"]);
    let came = is(one, "旧存") && is(other, "新收") || is(one, "新收") && is(other, "旧存");
    let exact = four.iter().all(|found| found.arabic && !found.rough);
    let near = around(text, one.number.start) == around(text, open.number.start);
    let ends = CASES.iter().any(|word| clause(closed).ends_with(word)) && clause(open).ends_with("未结");
    if !exact || !near || !came || !ends {
        return;
    }
    let (came, went) = (one.value + other.value, closed.value + open.value);
    let shown = format!("{}+{}={came}，{}+{}={went}", one.value, other.value, closed.value, open.value);
    if came == went {
        report.hold(|| (four.map(|found| passage.span(found.number)).to_vec(), shown));
        return;
    }
    let message = format!("分项之和：旧存与新收之和应等于结案与未结之和，这里 {shown}，请核实");
    let finding = report.add(passage.span(open.number), message).severity(Severity::Hint);
    for found in [one, other, closed] {
        finding.related(passage.span(found.number), "一起核对的数");
    }
}

fn one(passage: &Passage<'_>, whole: &Quantity, done: &Quantity, left: &Quantity, report: &mut Report<Span>) {
    let text = passage.text();
    let same = left.unit == whole.unit && done.unit == whole.unit && left.arabic && !left.rough && whole.is_count();
    let near = same
        && text[done.span.end..left.number.start.max(done.span.end)].chars().take(9).count() <= 8
        && left.span.end <= around(text, whole.number.start).end;
    if !near {
        return;
    }
    let words: Vec<&str> = DONE.iter().chain(&CASES[1..]).copied().collect();
    if !is_part(text, whole, done, &words) {
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
