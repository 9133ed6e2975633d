//! 成组的提法只写了一半：有“不敢腐、不能腐”，没有“不想腐”。
//!
//! 只查从第一项写起、只缺一项的一组，且只查不能拆开用的提法。
//!
//! 依据：提法库各条所注文件。
//!
//! ```应报
//! 一体推进不敢腐、不能腐。
//! ```
//!
//! ```不报
//! 一体推进不敢腐、不能腐、不想腐，强化不敢腐的震慑。
//! ```

use super::in_force;
use crate::config::Severity;
use crate::lexicon::Said;
use crate::rules::{Check, MentionRef, Prose, Report, Rule};

/// 提法不全
pub static INCOMPLETE: Rule = Rule {
    name: "phrase/incomplete",
    title: "提法不全",
    severity: Severity::Warning,
    source: include_str!("incomplete.rs"),
    check: Check::Phrases(check),
};

fn check(prose: &Prose, report: &mut Report<MentionRef>) {
    for (at, mention, entry) in prose.others() {
        let Said::Incomplete(items) = &mention.said else { continue };
        if !in_force(prose, entry) {
            continue;
        }
        let parts = entry.parts();
        let missing = (0..parts.len()).find(|index| items.iter().all(|(item, _)| usize::from(*item) != *index));
        if let Some(missing) = missing {
            let message = format!("提法不全：缺“{}”，完整的提法是“{}”", parts[missing], parts.join("、"));
            report.add(at, message).source = Some(entry.source.clone());
        }
    }
}
