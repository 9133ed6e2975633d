//! 本稿自己的提法和专名前后差一字：别处都是“1245”工程，这里成了“1254”工程。
//!
//! 只比引号、书名号里四个字以上的，多数写法至少两处、这一种只有一处，且差别是相邻两字颠倒、同音字或重了一字；换了数字的
//! （“三个一批”“五个一批”）、换了别的字的（“一企一策”“一业一策”）多半是两件事，不报。
//!
//! 依据：行文前后一致。
//!
//! ```应报
//! 深入实施“1245”工程。
//! “1245”工程开局良好。
//! 推动“1254”工程走深走实。
//! ```
//!
//! ```不报
//! 深入实施“1245”工程。
//! “1245”工程开局良好。
//! 推动“1345”工程走深走实。
//! ```

use std::cmp::Reverse;
use std::collections::HashMap;

use super::plain;
use crate::config::Severity;
use crate::lexicon::Name;
use crate::rules::{Applicability, Check, Fix, MentionRef, Prose, Report, Rule};

/// 提法前后不一
pub static LOCAL_VARIANT: Rule = Rule {
    name: "phrase/local-variant",
    title: "提法前后不一",
    severity: Severity::Warning,
    source: include_str!("local_variant.rs"),
    check: Check::Names(check),
};

/// A wording of a name.
#[derive(Clone, Copy)]
struct Wording<'a> {
    /// Where it stands first.
    first: MentionRef,
    name: &'a Name,
    count: usize,
}

fn check(prose: &Prose, report: &mut Report<MentionRef>) {
    let mut wordings: HashMap<&str, Wording<'_>> = HashMap::new();
    for (first, name) in prose.names() {
        wordings.entry(&name.text).or_insert(Wording { first, name, count: 0 }).count += 1;
    }
    let mut usual: HashMap<u64, Vec<Wording<'_>>> = HashMap::new();
    for wording in wordings.values().filter(|wording| wording.count >= 2) {
        wording.name.keys.iter().for_each(|key| usual.entry(*key).or_default().push(*wording));
    }
    for Wording { first: at, name, .. } in wordings.values().filter(|wording| wording.count == 1) {
        let others = name.keys.iter().filter_map(|key| usual.get(key)).flatten();
        let others = others.filter(|other| name.is_slip_of(other.name));
        let Some(other) = others.max_by_key(|other| (other.count, Reverse(other.first))) else { continue };
        let right = plain(&other.name.text);
        let message = format!("提法前后不一：这里写“{}”，本稿别处都写“{right}”（{} 处）", name.text, other.count);
        let finding = report.add(*at, message);
        finding.related(other.first, "本稿通常的写法");
        // Not where a line break cuts it, which the fix would take away.
        if name.span.range().len() == name.text.len() {
            finding.fix(Fix {
                title: format!("改为“{right}”"),
                applicability: Applicability::Unsafe,
                edits: vec![(*at, other.name.text.to_string())],
            });
        }
    }
}
