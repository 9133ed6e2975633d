//! 注释编号：正文里的〔1〕〔2〕〔4〕跳了号，文后的注释重了号、缺了号，或者有号没有注释、有注释没有号。
//!
//! 正文里加了、删了带注释的词，后面的编号和文后的注释就要跟着改，最容易漏。查〔〕［］[]【】里的号：正文中的须从1起依次出现
//! （再提到前面的号不算错），段首的是注释，也须依次排列。文号“国发〔2025〕3号”不算。注释排在后面还没有写到的，只作提示。
//!
//! 依据：行文前后一致；有注释编号的公开报告，正文和文后的号都一一相符。
//!
//! ```应报
//! 推行“一网通办”〔1〕，落实“三线一单”〔2〕，建设“雪亮工程”〔4〕，抓好“厕所革命”〔5〕。
//! ```
//!
//! ```应报
//! 推行“一网通办”〔1〕，落实“三线一单”〔2〕，建设“雪亮工程”〔3〕。
//! 名词解释
//! 〔1〕一网通办：政务服务事项在一个平台办理。
//! 〔3〕三线一单：生态环境分区管控的要求。
//! 〔4〕雪亮工程：公共安全视频监控的建设和应用。
//! ```
//!
//! ```不报
//! 推行“一网通办”〔1〕，落实“三线一单”〔2〕，再推“一网通办”〔1〕，建设“雪亮工程”〔3〕（国发〔2025〕6号）。
//! 名词解释
//! 〔1〕一网通办：政务服务事项在一个平台办理。
//! 〔2〕三线一单：生态环境分区管控的要求。
//! 〔3〕雪亮工程：公共安全视频监控的建设和应用。
//! ```

use crate::config::Severity;
use crate::draft::{Draft, ItemRef, Part, Place};
use crate::rules::{Check, Report, Rule};
use crate::syntax::Fact;
use crate::syntax::note::Note;

/// 注释编号
pub static NOTES: Rule = Rule {
    name: "numbering/notes",
    title: "注释编号",
    severity: Severity::Warning,
    source: include_str!("notes.rs"),
    check: Check::Draft(check),
};

/// Fewest numbers that make a series.
const FEWEST: usize = 3;

/// A number of a note and where it stands.
struct Numbered<'a> {
    note: &'a Note,
    place: Place,
}

fn check(draft: &Draft, report: &mut Report<Place>) {
    for bracket in ['〔', '[', '【'] {
        let (mut marks, mut notes) = (Vec::new(), Vec::new());
        for (paragraph, content) in draft.paragraphs().iter().enumerate() {
            for (fact, note) in content.facts.iter().enumerate() {
                let Fact::Note { note, head } = note else { continue };
                let place = Place::of(ItemRef { paragraph, fact }, Part::Whole);
                if note.bracket == bracket {
                    if *head { &mut notes } else { &mut marks }.push(Numbered { note, place });
                }
            }
        }
        if marks.len().max(notes.len()) >= FEWEST {
            compare(draft, &marks, &notes, report);
        }
    }
}

fn compare(draft: &Draft, marks: &[Numbered<'_>], notes: &[Numbered<'_>], report: &mut Report<Place>) {
    // Notes that begin anew, on each page or in each part, are not told apart.
    let restarts = |all: &[Numbered<'_>]| all.iter().skip(1).any(|one| one.note.number == 1);
    let structure = draft.structure();
    let cut = structure.cut_start || structure.cut_end;
    // The numbers of a piece of a report begin where it begins, and what they explain may be elsewhere.
    let late = structure.piece && marks.first().or(notes.first()).is_some_and(|one| one.note.number != 1);
    if restarts(notes) || cut || late {
        return;
    }
    let skipped = in_order(draft, (marks, notes), true, report) | in_order(draft, (notes, marks), false, report);
    if skipped || marks.len() < FEWEST || notes.len() < FEWEST {
        return;
    }
    let last = |all: &[Numbered<'_>]| all.iter().map(|one| one.note.number).max().unwrap_or(0);
    let (cited, explained) = (last(marks), last(notes));
    for one in notes.iter().filter(|one| one.note.number > cited) {
        report.add(one.place, format!("注释编号：正文里没有{}，请补上或删去这条注释", draft.words(one.place)));
    }
    let first = marks.iter().find(|one| one.note.number > explained);
    if let Some(one) = first {
        let message = format!("注释编号：文后的注释到{explained}为止，没有{}", draft.words(one.place));
        report.add(one.place, message).severity(Severity::Hint);
    }
}

/// Whether numbers that do not count on are reported; marks of the text may stand again. A number that a wrapped line or a
/// lost line break has put among the others is not missed.
fn in_order(
    draft: &Draft,
    (all, others): (&[Numbered<'_>], &[Numbered<'_>]),
    again: bool,
    report: &mut Report<Place>,
) -> bool {
    let mut highest = 0;
    let mut found = false;
    let mut from = 0;
    for (nth, one) in all.iter().enumerate() {
        let number = one.note.number;
        let repeated = number <= highest;
        let behind = &others[others.partition_point(|other| other.place.paragraph < from)..];
        let between = &behind[..behind.partition_point(|other| other.place.paragraph <= one.place.paragraph)];
        let there = |missing: u32| between.iter().any(|other| other.note.number == missing);
        from = one.place.paragraph;
        if number > highest + 1 && (highest + 1..number).all(there) {
            highest = number;
            continue;
        }
        if number > highest + 1 || (repeated && !again) {
            let words = draft.words(one.place);
            let expected = words.replace(&number.to_string(), &(highest + 1).to_string());
            let message = match nth.checked_sub(1).map(|before| draft.words(all[before].place)) {
                Some(before) => format!("注释编号：前一个是{before}，这里应为{expected}"),
                None => format!("注释编号：第一个应为{expected}"),
            };
            report.add(one.place, message);
            found = true;
        }
        highest = highest.max(number);
    }
    found
}
