//! 报：稿中的忽略标记写错了，因而不起作用，或管得比想的多：没有这条规则，没有写规则，不认识的词，有 `ignore-begin`
//! 没有 `ignore-end`。
//!
//! 忽略标记让一处问题不再报出，印出来看不见。Markdown 写 `<!-- hegao: ignore 规则 -->`，纯文本写单独一行
//! `// hegao: ignore 规则`；规则可以是一条（numbering/gap）或一族（numbering），几个之间用空格隔开。
//!
//! | 写法 | 管多远 |
//! |---|---|
//! | `ignore` | 写在行末管本行，单独成行管下一行 |
//! | `ignore-begin` …… `ignore-end` | 两个标记之间 |
//! | `ignore-file` | 全稿 |
//!
//! ```应报
//! 一、工作回顾
//! // hegao: ignore numbering/gop
//! 二、工作安排
//! ```
//!
//! ```应报
//! 一、工作回顾 <!-- hegao: 忽略 numbering/gap -->
//! 二、工作安排
//! ```
//!
//! ```应报
//! 一、工作回顾
//! <!-- hegao: ignore-begin numbering/gap -->
//! 三、工作安排
//! ```
//!
//! ```不报
//! 一、工作回顾
//! // hegao: ignore numbering/gap
//! 三、工作安排
//! ```
//!
//! 依据：本工具的约定。

use crate::config::Severity;
use crate::draft::Place;
use crate::rules::suppressed::{Mark, Suppressed};
use crate::rules::{Applicability, Check, Finding, Fix, Report, Rule, known};
use crate::syntax::suppression::{Name, Reach};

/// 忽略标记有误
pub static UNKNOWN: Rule = Rule {
    name: "suppression/unknown",
    title: "忽略标记有误",
    severity: Severity::Warning,
    source: include_str!("unknown.rs"),
    check: Check::Marks(check),
};

fn check(suppressed: &Suppressed, report: &mut Report<Place>) {
    for mark in &suppressed.marks {
        let words = Reach::WORDS.join("、");
        match mark.mark.reach {
            Reach::Unknown => {
                report.add(mark.place(), format!("忽略标记有误：“hegao:”后面应是 {words} 之一"));
                continue;
            }
            Reach::Begin if mark.single => {
                let message = "忽略标记有误：有 ignore-begin 没有 ignore-end，一直忽略到了文末；请在恢复检查的地方加上 ignore-end";
                report.add(mark.place(), message);
            }
            Reach::End if mark.single => {
                report.add(mark.place(), "忽略标记有误：前面没有与这个 ignore-end 对应的 ignore-begin");
            }
            _ => {}
        }
        if mark.mark.names.is_empty() && mark.mark.reach != Reach::End {
            report.add(mark.place(), "忽略标记有误：没有写忽略哪条规则；请写规则或规则族，如 numbering/gap");
        }
        for name in &mark.mark.names {
            unknown(mark, name, report);
        }
    }
}

fn unknown(mark: &Mark, name: &Name, report: &mut Report<Place>) {
    let (is_known, near) = known(|known| (known.contains(&name.text), known.nearest(&name.text)));
    if is_known {
        return;
    }
    let place = mark.place_of(name);
    let wrong = format!("忽略标记有误：没有名为“{}”的规则或规则族", name.text);
    match near {
        Some(near) => with_fix(report.add(place, format!("{wrong}；是不是想写“{near}”")), place, near),
        None => drop(report.add(place, format!("{wrong}；hegao rule 可列出全部规则"))),
    }
}

fn with_fix(finding: &mut Finding<Place>, place: Place, near: String) {
    let (title, applicability) = (format!("改为“{near}”"), Applicability::Unsafe);
    finding.fix(Fix { title, applicability, edits: vec![(place, near)] });
}
