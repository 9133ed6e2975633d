//! 提法已有新的说法，稿件还用旧的：2024年的报告写“以习近平同志为总书记的党中央”。
//!
//! 以稿件自己的日期（副标题、落款，没有的看部分标题的年份）为准，新提法出来半年以后才报；没有日期的稿不报。书名号内的文件名
//! 照旧，不报。新旧两说一时并行的（“市场主体”“经营主体”）只在全稿第一处提示。反过来，“早于首次提出就使用”不查：网站会改写旧文。
//!
//! 依据：提法库各条所注文件，如党的十八届六中全会公报（2016年10月）。
//!
//! ```应报
//! 政府工作报告
//! ——2024年1月20日在鹿鸣县第十七届人民代表大会第四次会议上
//! 紧密团结在以习近平同志为总书记的党中央周围。
//! ```
//!
//! ```不报
//! 政府工作报告
//! ——2016年1月20日在鹿鸣县第十五届人民代表大会第六次会议上
//! 紧密团结在以习近平同志为总书记的党中央周围。
//! ```

use std::collections::HashSet;

use super::{plain, rewrite};
use crate::config::Severity;
use crate::lexicon::{Class, Confidence, FormKind};
use crate::rules::{Applicability, Check, MentionRef, Prose, Report, Rule};

/// Months for which an old wording may still stand in drafts that were written before.
const GRACE: u16 = 6;

/// 提法已更替
pub static RETIRED: Rule = Rule {
    name: "phrase/retired",
    title: "提法已更替",
    severity: Severity::Warning,
    source: include_str!("retired.rs"),
    check: Check::Phrases(check),
};

fn check(prose: &Prose, report: &mut Report<MentionRef>) {
    let Some(date) = prose.meeting().month() else { return };
    let mut hinted = HashSet::new();
    for (at, mention, entry, form) in prose.forms() {
        let (Some(until), Some(new)) = (entry.until, &entry.replaced_by) else { continue };
        if form.kind != FormKind::Canonical || mention.titled || date <= until.plus(GRACE) {
            continue;
        }
        let sure = entry.class == Class::A && entry.confidence == Confidence::H;
        if !sure && !hinted.insert(mention.entry) {
            continue;
        }
        let finding = report.add(at, format!("提法已更替：{until}以后为“{}”", plain(new)));
        finding.source = Some(entry.source.clone());
        finding.severity(if sure { Severity::Warning } else { Severity::Hint });
        finding.fix = rewrite(at, mention, new, Applicability::Unsafe);
    }
}
