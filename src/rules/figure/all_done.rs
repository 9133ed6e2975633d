//! 受理诉求5200件，办结5096件，已全部办结: whether what is said to be done altogether is as much as there was.

use super::ratio::{DONE, is_part};
use super::{instead, write};
use crate::draft::{Passage, Span};
use crate::rules::Report;
use crate::syntax::Quantity;
use crate::syntax::sentence::{around, clause_start, has};
use crate::text::han::is_han;

/// Words before what was done that say it of all.
const ALL: [&str; 4] = ["全部", "均", "均已", "全数"];
/// Words that a clause which says so may have besides: 目前已全部办结到位. Any other tells of what: 重大隐患全部整改.
const BESIDES: [&str; 14] =
    ["目前", "现", "现已", "截至目前", "已", "已经", "均", "全部", "全数", "到位", "完毕", "完成", "按时", "按期"];

/// Looks at each clause that says of something that all of it was done.
pub fn check(passage: &Passage<'_>, report: &mut Report<Span>) {
    let text = passage.text();
    if passage.quantities().len() < 2 || !has(text, &["全部", "均", "全数"]) {
        return;
    }
    for word in DONE {
        for (at, _) in text.match_indices(word) {
            if ALL.iter().any(|all| text[..at].ends_with(all)) && is_alone(text, at, word) {
                one(passage, Span::new(at, at + word.len()), word, report);
            }
        }
    }
}

/// Whether a clause says nothing but that all was done.
fn is_alone(text: &str, at: usize, word: &str) -> bool {
    let start = clause_start(text, at);
    let end = text[at..].find(|ch: char| !is_han(ch)).map_or(text.len(), |end| at + end);
    let mut rest = text[start..end].replace(word, "");
    for other in BESIDES.iter().chain(&["了", "、"]) {
        rest = rest.replace(other, "");
    }
    rest.trim().is_empty()
}

/// Compares the two counts right before the clause.
fn one(passage: &Passage<'_>, said: Span, word: &'static str, report: &mut Report<Span>) {
    let (text, quantities) = (passage.text(), passage.quantities());
    let sentence = around(text, said.start);
    let next = quantities.partition_point(|found| found.span.end <= said.start);
    let Some([whole, done]) = next.checked_sub(2).and_then(|first| quantities.get(first..next)) else { return };
    let within = whole.number.start >= sentence.start && has(&text[done.span.end..said.start], &["，", ","]);
    if !within || !is_part(text, whole, done, &[word]) {
        return;
    }
    let words = |found: &Quantity| &text[found.span.range()];
    if done.value == whole.value {
        report.hold(|| {
            ([whole, done].map(|found| passage.span(found.number)).to_vec(), format!("全部{word}：{}", words(done)))
        });
        return;
    }
    let message = format!("比率不符：说“全部{word}”，但{}只{word}{}", words(whole), words(done));
    let finding = report.add(passage.span(done.number), message);
    finding.related(passage.span(whole.number), "总数").related(passage.span(said), format!("全部{word}"));
    finding.alternatives(instead(passage, whole, done.value));
    finding.fix(write(passage, done.number, done.written(whole.value)));
}
