//! 说好几个方面，就该有几个方面：“做好以下五个方面工作”后面却列了四条。
//!
//! 只查紧跟着编号条目的申明句（以下、如下、下列……；或“抓好十项工作：”），数同一组编号。后面不是编号条目的、
//! 隔了段落的、组内编号另有错误的，都不查。写到稿末的一组可能正在写，列得比说的少只作提示，到它后面有了上一级标题、附件或者
//! 结束语（“各位代表，让我们……！”）再报。
//!
//! 依据：行文前后一致；3,114 份公开报告里，这种写法约 96% 数目相符，不符的多是真错。
//!
//! ```应报
//! 今年重点做好以下五个方面工作：
//! （一）抓项目
//! （二）抓投资
//! （三）抓招商
//! （四）抓服务
//! ```
//!
//! ```应报
//! 要把握好以下三点：一是稳中求进，二是以进促稳。
//! ```
//!
//! ```不报
//! 今年重点做好以下三个方面工作：
//! （一）抓项目
//! （二）抓投资
//! （三）抓招商
//! ```

use super::run;
use super::sequence::breaks;
use crate::config::Severity;
use crate::draft::{Draft, Place};
use crate::rules::{Applicability, Check, Fix, Report, Rule};
use crate::syntax::enumeration::counts;
use crate::syntax::numeral;

/// 条数不符
pub static DECLARED_PARTS: Rule = Rule {
    name: "numbering/declared-parts",
    title: "条数不符",
    severity: Severity::Warning,
    source: include_str!("declared_parts.rs"),
    check: Check::Draft(check),
};

fn check(draft: &Draft, report: &mut Report<Place>) {
    for index in 0..draft.structure().runs.len() {
        check_run(draft, index, report);
    }
}

fn check_run(draft: &Draft, index: usize, report: &mut Report<Place>) {
    let structure = draft.structure();
    let run = &structure.runs[index];
    let Some((declared, place)) = run::declared(run) else { return };
    let count = run.items.len() as u32;
    let (Some(&first), Some(&last)) = (run.items.first(), run.items.last()) else { return };
    // A run that is broken is reported as such, and a single item has its own rule.
    if count == declared || count < 2 || run.appendix || !breaks(&run.numbers).is_empty() {
        return;
    }
    let end = run::end_of(draft, run);
    let cut = structure.cut_end && end.paragraph + 1 >= draft.paragraphs().len();
    // The next item may hide in a sentence.
    let hidden = || run::is_hidden(draft, run.style, count + 1..count + 3, Some(last), end);
    if cut || run::goes_on(draft, index) || hidden() {
        return;
    }
    let items = (run::name(run::item(draft, first), 1), run::name(run::item(draft, last), count));
    let words = draft.words(place);
    let message = format!("条数不符：这里说“{words}”，后面列了 {count} 条（“{}”至“{}”）", items.0, items.1);
    let number = words.trim_start_matches(counts);
    let written = match count {
        _ if words.starts_with(|ch| numeral::arabic_digit(ch).is_some()) => count.to_string(),
        2 => "两".into(),
        _ => numeral::write(count),
    };
    let title = format!("把条数改为“{written}”");
    let edits = vec![(place, format!("{written}{number}"))];
    let finding = report.add(place, message);
    if count < declared && run::is_open(draft, run) {
        finding.severity(Severity::Hint);
    }
    finding.related(run::place(last), "最后一条");
    finding.fix(Fix { title, applicability: Applicability::Unsafe, edits });
}
