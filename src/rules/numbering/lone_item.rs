//! 只有一个编号的一组：有（一）没有（二），有“一是”没有“二是”。
//!
//! 多半是后面的条目被删了，或者稿子没有写完。既然只有一条，就不用编号。稿件注明（下转第几版）的不报；
//! 后文找得到“二”的不报。写到稿末的一组、下面还没有写几个字的一条和“一是”那句话没有写完的，可能正在写，只作提示，到它后面有了
//! 上一级标题、附件或者结束语（“各位代表，让我们……！”）再报。
//!
//! 依据：GB/T 9704-2012 §7.3.3（序数用于依次标注层次）。
//!
//! ```应报
//! 一、工作回顾
//! （一）抓项目
//! 坚持项目为王，全年新开工重点项目大幅增加，一批补链强链项目建成投产，固定资产投资稳步增长，发展后劲明显增强，县域经济的质量和效益同步提升。
//! 二、工作安排
//! （一）抓招商
//! （二）抓服务
//! ```
//!
//! ```应报
//! 要做好三项工作：一是抓招商，引进一批项目，把优势产业做大做强。
//! ```
//!
//! ```不报
//! 要做好两项工作：一是抓招商，引进一批项目。
//! 二是抓服务，优化一流环境。
//! ```

use std::ops::Range;

use super::run;
use crate::config::Severity;
use crate::draft::structure::Run;
use crate::draft::{Draft, Place};
use crate::rules::{Check, Report, Rule};
use crate::syntax::{Ending, Paragraph, Role, Style};

/// 编号只有一个
pub static LONE_ITEM: Rule = Rule {
    name: "numbering/lone-item",
    title: "编号只有一个",
    severity: Severity::Warning,
    source: include_str!("lone_item.rs"),
    check: Check::Draft(check),
};

/// Characters under a heading, itself included, of which more would follow.
const TEXT: usize = 60;

fn check(draft: &Draft, report: &mut Report<Place>) {
    let structure = draft.structure();
    for (index, run) in structure.runs.iter().enumerate().filter(|(_, run)| run.numbers == [1] && !run.appendix) {
        let at = run.items[0];
        let item = run::item(draft, at);
        let looked_at = match run.style {
            Style::HanParen | Style::DigitParen => item.role == Role::Head,
            Style::Digit => item.role == Role::Head && !lazily_numbered(draft, index),
            // 一是…，一是… names two things side by side.
            Style::Is => {
                draft.paragraphs()[at.paragraph].items().filter(|item| item.style == Style::Is).nth(1).is_none()
            }
            _ => false,
        };
        let twice = || {
            (index + 1..structure.runs.len()).take(run::NEAR).any(|next| run::repeated_first(draft, next) == Some(at))
        };
        if !looked_at || twice() {
            continue;
        }
        let end = run::end_of(draft, run);
        let cut = structure.cut_end && end.paragraph + 1 >= draft.paragraphs().len();
        if cut || run::goes_on(draft, index) || run::is_hidden(draft, run.style, 2..4, Some(at), end) {
            continue;
        }
        let (own, second) = (run::name(item, 1), run::name(item, 2));
        let message = format!("编号只有一个：有“{own}”而后面没有“{second}”；若是漏了请补上，只有一条就不用编号");
        let finding = report.add(run::place(at), message);
        // Its sentence, or the text under it, is still being written, wherever it stands.
        let written = match run.style {
            Style::Is => item.ending != Ending::Stop,
            _ => under(draft, at.paragraph..end.paragraph + 1) < TEXT,
        };
        if written || run::is_open(draft, run) {
            finding.severity(Severity::Hint);
        }
    }
}

/// Characters of some paragraphs, of each those that count as structure.
fn under(draft: &Draft, paragraphs: Range<usize>) -> usize {
    draft.paragraphs()[paragraphs].iter().map(Paragraph::fullness).sum()
}

/// Markdown numbers a list whose items all say 1. by itself.
fn lazily_numbered(draft: &Draft, index: usize) -> bool {
    let runs = &draft.structure().runs;
    let run = &runs[index];
    let twin = |other: &Run| other.style == run.style && other.parent == run.parent && other.numbers == [1];
    let next = runs[index + 1..].iter().take(run::NEAR).find(|other| other.style == run.style);
    let previous = runs[..index].iter().rev().take(run::NEAR).find(|other| other.style == run.style);
    next.is_some_and(twin) || previous.is_some_and(twin)
}
