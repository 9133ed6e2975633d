//! 同一级编号写法不一：有的用（一），有的用(一)；有的用“1.”，有的用“1、”。
//!
//! 以本稿多数写法为准，报少数。整稿统一用半角括号的不报。名词解释、附件不查。
//!
//! 依据：GB/T 9704-2012 §7.3.3（“一、”“（一）”“1.”“（1）”）。
//!
//! ```应报
//! （一）抓项目
//! （二）抓投资
//! (三)抓招商
//! ```
//!
//! ```应报
//! 一、工作回顾
//! 1.抓项目
//! 2.抓投资
//! 3.抓服务
//! 二、工作安排
//! 1．抓招商
//! 2．抓落实
//! ```
//!
//! ```不报
//! (一)抓项目
//! (二)抓投资
//! (三)抓招商
//! ```

use super::run;
use crate::config::Severity;
use crate::draft::structure::{ItemRef, Run};
use crate::draft::{Draft, Place};
use crate::rules::{Applicability, Check, Fix, Report, Rule};
use crate::syntax::{Bracket, Item, Role, Separator, Style};

/// 编号写法不一
pub static MIXED_STYLE: Rule = Rule {
    name: "numbering/mixed-style",
    title: "编号写法不一",
    severity: Severity::Warning,
    source: include_str!("mixed_style.rs"),
    check: Check::Draft(check),
};

fn check(draft: &Draft, report: &mut Report<Place>) {
    if draft.structure().several {
        return; // Each report has its own ways.
    }
    for style in [Style::HanParen, Style::DigitParen, Style::Digit] {
        let runs = || draft.structure().runs.iter().filter(move |run| run.style == style && !run.appendix);
        let heads = || runs().flat_map(|run| &run.items).filter(|at| run::item(draft, **at).role == Role::Head);
        let forms: Vec<(Form, usize)> = count(heads().map(|at| Form::of(run::item(draft, *at))));
        // Ties go to the form of the standard, which comes first.
        let Some(&(usual, most)) = forms.iter().rev().max_by_key(|(_, count)| *count) else { continue };
        if forms.len() < 2 {
            continue;
        }
        let example = heads().copied().find(|at| Form::of(run::item(draft, *at)) == usual);
        for run in runs() {
            check_run(draft, run, usual, most, example, report);
        }
    }
}

fn check_run(draft: &Draft, run: &Run, usual: Form, most: usize, example: Option<ItemRef>, report: &mut Report<Place>) {
    let differs = |at: &&ItemRef| {
        let item = run::item(draft, **at);
        item.role == Role::Head && Form::of(item) != usual
    };
    let odd: Vec<ItemRef> = run.items.iter().filter(differs).copied().collect();
    let Some(&first) = odd.first() else { return };
    let item = run::item(draft, first);
    let (own, wanted) = (Form::of(item).written(item), usual.written(item));
    let many = if odd.len() > 1 { format!("（本组共 {} 处）", odd.len()) } else { String::new() };
    let message = format!("编号写法不一：这里写“{own}”{many}，本稿同级多写“{wanted}”（{most} 处）");
    let edits = odd.iter().map(|at| {
        let item = run::item(draft, *at);
        (run::place(*at), usual.written(item))
    });
    let fix =
        Fix { title: format!("改为“{wanted}”"), applicability: Applicability::Safe, edits: edits.collect() };
    let finding = report.add(run::place(first), message);
    if let Some(example) = example {
        finding.related(run::place(example), "本稿的多数写法");
    }
    finding.fix(fix);
}

/// What may vary in the writing of one style, the standard's form first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Form {
    FullBracket,
    Dot,
    HalfBracket,
    MixedBracket,
    RightBracket,
    FullDot,
    Comma,
}

impl Form {
    fn of(item: &Item) -> Self {
        match (item.bracket, item.separator) {
            (Bracket::Full, _) => Form::FullBracket,
            (Bracket::Half, _) => Form::HalfBracket,
            (Bracket::Mixed, _) => Form::MixedBracket,
            (Bracket::Right, _) => Form::RightBracket,
            (Bracket::None, Separator::Comma) => Form::Comma,
            (Bracket::None, Separator::FullDot) => Form::FullDot,
            (Bracket::None, _) => Form::Dot,
        }
    }

    fn written(self, item: &Item) -> String {
        let numeral = item.style.numeral(item.number, item.full_width).unwrap_or_default();
        match self {
            Form::FullBracket => format!("（{numeral}）"),
            Form::HalfBracket => format!("({numeral})"),
            Form::MixedBracket => format!("（{numeral})"),
            Form::RightBracket => format!("{numeral}）"),
            Form::Dot => format!("{numeral}."),
            Form::FullDot => format!("{numeral}．"),
            Form::Comma => format!("{numeral}、"),
        }
    }
}

fn count(forms: impl Iterator<Item = Form>) -> Vec<(Form, usize)> {
    let mut counts = std::collections::BTreeMap::new();
    forms.for_each(|form| *counts.entry(form).or_insert(0) += 1);
    counts.into_iter().collect()
}
