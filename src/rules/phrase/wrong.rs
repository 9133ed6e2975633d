//! 固定提法写错了字：“攻艰克难”“异地扶贫搬迁”“筑牢中华民族共同体意识”“国家总体安全观”。
//!
//! 写法和出处见提法库。任何语境都错的报错误，依据不够硬的报警告，只是不合通行写法的（“统筹发展与安全”）作提示。稿件的日期
//! （副标题、落款）早于提法提出的时间，不报。
//!
//! 依据：提法库各条所注文件，如党章、历次党代会报告、全会决定；成语以《现代汉语词典》为准。
//!
//! ```应报
//! 弛而不息纠治“四风”，对定下来的事项攻艰克难。
//! ```
//!
//! ```应报
//! 更加紧密地团结在以习近平总书记为核心的党中央周围。
//! ```
//!
//! ```不报
//! 驰而不息纠治“四风”，对定下来的事项攻坚克难，深入学习总书记重要讲话精神。
//! ```

use super::{in_force, plain, rewrite};
use crate::config::Severity;
use crate::lexicon::{Class, Confidence, FormKind};
use crate::rules::{Applicability, Check, MentionRef, Prose, Report, Rule};

/// 提法有误
pub static WRONG: Rule = Rule {
    name: "phrase/wrong",
    title: "提法有误",
    severity: Severity::Error,
    source: include_str!("wrong.rs"),
    check: Check::Phrases(check),
};

fn check(prose: &Prose, report: &mut Report<MentionRef>) {
    for (at, mention, entry, form) in prose.forms() {
        let severity = match (form.kind, entry.class, entry.confidence) {
            (FormKind::Wrong, Class::A, Confidence::H) => Severity::Error,
            (FormKind::Wrong, Class::A | Class::C, _) => Severity::Warning,
            (FormKind::Wrong | FormKind::Soft, ..) if !mention.titled => Severity::Hint,
            _ => continue,
        };
        if !in_force(prose, entry) {
            continue;
        }
        let right = plain(&form.right);
        let (message, applicability) = if severity == Severity::Hint {
            (format!("宜用通行写法“{right}”"), Applicability::Unsafe)
        } else {
            (format!("提法有误：“{}”应为“{right}”", plain(&form.written)), Applicability::Safe)
        };
        let finding = report.add(at, message);
        finding.severity(severity);
        finding.source = Some(entry.source.clone());
        finding.fix = rewrite(at, mention, &form.right, applicability);
    }
}
