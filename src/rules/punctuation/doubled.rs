//! 标点重复：“。。”“，，”“。；”，句中两个停顿的标点连在一起，只能留一个。
//!
//! 省略号、破折号、叹号问号连用不查。
//!
//! 依据：GB/T 15834-2011 §4.1—§4.7（句号、逗号、顿号、分号、冒号各管一处停顿）。
//!
//! ```应报
//! 提高产业质效。。聚焦转型发展，全力抓好项目建设。
//! ```
//!
//! ```应报
//! 全县上下团结一心，、攻坚克难。
//! ```
//!
//! ```不报
//! 提高产业质效……全县上下团结一心、攻坚克难！
//! ```

use crate::config::Severity;
use crate::draft::{Passage, Span};
use crate::rules::{Applicability, Check, Fix, Report, Rule};
use crate::text::han::non_han;

/// 标点重复
pub static DOUBLED: Rule = Rule {
    name: "punctuation/doubled",
    title: "标点重复",
    severity: Severity::Warning,
    source: include_str!("doubled.rs"),
    check: Check::Text(check),
};

/// Marks of which one place bears only one.
const STOPS: [char; 5] = ['。', '，', '、', '；', '：'];

fn check(passage: &Passage<'_>, report: &mut Report<Span>) {
    if !passage.is_prose() {
        return;
    }
    let text = passage.text();
    let mut end = 0;
    for (at, mark) in non_han(text).filter(|(_, mark)| STOPS.contains(mark)) {
        if !text[at + mark.len_utf8()..].starts_with(STOPS) {
            continue;
        }
        let marks = text[at..].trim_start_matches(STOPS);
        let run = &text[at..text.len() - marks.len()];
        if at < end {
            continue;
        }
        end = at + run.len();
        let place = passage.span(Span::new(at, end));
        let finding = report.add(place, format!("标点重复：「{run}」只能留一个标点"));
        if run.chars().all(|other| other == mark) {
            let edits = vec![(place, mark.to_string())];
            finding.fix(Fix { title: format!("改为「{mark}」"), applicability: Applicability::Safe, edits });
        }
    }
}
