//! 固定提法的并列项次序颠倒：“幸福感、获得感、安全感”“完整、全面、准确贯彻新发展理念”。
//!
//! 只看列全了的一组，中间的顿号、逗号可有可无；前后还有别的并列项的，是作者自己的列举，不报。次序有两种权威写法的
//! （如“三区三线”）不查。
//!
//! 依据：提法库各条所注文件，如党章、历次党代会报告、全会决定。
//!
//! ```应报
//! 不断增强群众的幸福感、获得感、安全感。
//! ```
//!
//! ```不报
//! 不断增强群众的获得感、幸福感、安全感，提高治理体系和治理能力现代化水平。
//! ```

use super::{in_force, plain, rewrite};
use crate::config::Severity;
use crate::lexicon::{Confidence, Entry, FormKind, Said};
use crate::rules::{Applicability, Check, Fix, MentionRef, Prose, Report, Rule};

/// 提法次序
pub static ORDER: Rule = Rule {
    name: "phrase/order",
    title: "提法次序",
    severity: Severity::Warning,
    source: include_str!("order.rs"),
    check: Check::Phrases(check),
};

/// An order that is not attested well enough is a hint.
fn severity(entry: &Entry) -> Severity {
    if entry.confidence == Confidence::H { Severity::Warning } else { Severity::Hint }
}

fn check(prose: &Prose, report: &mut Report<MentionRef>) {
    for (at, mention, entry, form) in prose.forms() {
        if form.kind == FormKind::Order && in_force(prose, entry) {
            let finding = report.add(at, format!("提法次序：应为“{}”", plain(&form.right)));
            finding.severity(severity(entry));
            finding.source = Some(entry.source.clone());
            finding.fix = rewrite(at, mention, &form.right, Applicability::Safe);
        }
    }
    for (at, mention, entry) in prose.others() {
        let Said::Misordered(items) = &mention.said else { continue };
        if !in_force(prose, entry) {
            continue;
        }
        let parts = entry.parts();
        let mut sorted: Vec<u8> = items.iter().map(|(item, _)| *item).collect();
        sorted.sort_unstable();
        let right: Vec<&str> = sorted.iter().map(|item| parts[usize::from(*item)]).collect();
        let moved = items.iter().zip(&right).enumerate();
        let moved = moved.filter(|(_, ((item, _), right))| parts[usize::from(*item)] != **right);
        let edits = moved.map(|(index, (_, right))| (at.member(index), (*right).to_owned()));
        let right = right.join("、");
        let fix =
            Fix { title: format!("改为“{right}”"), applicability: Applicability::Safe, edits: edits.collect() };
        let finding = report.add(at, format!("提法次序：应为“{right}”"));
        finding.severity(severity(entry));
        finding.source = Some(entry.source.clone());
        finding.fix = (!mention.wrapped).then_some(fix);
    }
}
