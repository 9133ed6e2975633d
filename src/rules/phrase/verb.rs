//! 固定提法配错了动词：增强“四个意识”、坚定“四个自信”、做到“两个维护”，动词各有所归。
//!
//! 后面跟着“的”的不报（“增强‘两个维护’的政治自觉”增强的是自觉）。官方文本偶见的搭配（增强“四个自信”）只作提示。
//!
//! 依据：《中国共产党章程》（2022年修改）第三条、第三十四条等处“增强‘四个意识’、坚定‘四个自信’、做到‘两个维护’”。
//!
//! ```应报
//! 增强“四个意识”、坚定“四个自信”、树牢“两个维护”。
//! ```
//!
//! ```不报
//! 增强“四个意识”、坚定“四个自信”、做到“两个维护”，进一步增强“两个维护”的政治自觉。
//! ```

use super::{in_force, plain, rewrite};
use crate::config::Severity;
use crate::lexicon::FormKind;
use crate::rules::{Applicability, Check, MentionRef, Prose, Report, Rule};

/// 提法搭配
pub static VERB: Rule = Rule {
    name: "phrase/verb",
    title: "提法搭配",
    severity: Severity::Warning,
    source: include_str!("verb.rs"),
    check: Check::Phrases(check),
};

fn check(prose: &Prose, report: &mut Report<MentionRef>) {
    for (at, mention, entry, form) in prose.forms() {
        let severity = match form.kind {
            FormKind::Verb => Severity::Warning,
            FormKind::SoftVerb => Severity::Hint,
            _ => continue,
        };
        if in_force(prose, entry) {
            let finding = report.add(at, format!("提法搭配：应为“{}”", plain(&form.right)));
            finding.severity(severity);
            finding.source = Some(entry.source.clone());
            finding.fix = rewrite(at, mention, &form.right, Applicability::Unsafe);
        }
    }
}
