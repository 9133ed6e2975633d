//! 该加引号的简称没有加，而本稿别处都加了：“三农”工作、“放管服”改革、“两个确立”。
//!
//! 本稿里加引号的多于不加的才报；名词解释的词头不报。
//!
//! 依据：GB/T 15834-2011 §4.8（有特殊含义的词语用引号）；行文前后一致。
//!
//! ```应报
//! 深刻领悟“两个确立”的决定性意义，拥护“两个确立”。
//! 坚定捍卫两个确立，走在前列。
//! ```
//!
//! ```不报
//! 深刻领悟“两个确立”的决定性意义，拥护“两个确立”。
//! ```

use std::collections::HashMap;

use super::rewrite;
use crate::config::Severity;
use crate::lexicon::{Entry, FormKind, Mention};
use crate::rules::{Applicability, Check, MentionRef, Prose, Report, Rule};

/// 提法引号
pub static QUOTES: Rule = Rule {
    name: "phrase/quotes",
    title: "提法引号",
    severity: Severity::Hint,
    source: include_str!("quotes.rs"),
    check: Check::Phrases(check),
};

fn check(prose: &Prose, report: &mut Report<MentionRef>) {
    let mut seen: HashMap<u32, Seen<'_>> = HashMap::new();
    for (at, mention, entry, form) in prose.forms() {
        if entry.quotes && form.kind == FormKind::Canonical && !mention.titled && !mention.explained {
            let seen = seen.entry(mention.entry).or_insert(Seen { entry, quoted: Vec::new(), bare: Vec::new() });
            if mention.quoted { seen.quoted.push(at) } else { seen.bare.push((at, mention)) }
        }
    }
    for Seen { entry, quoted, bare } in seen.values().filter(|seen| seen.quoted.len() > seen.bare.len()) {
        for (at, mention) in bare {
            let right = format!("“{}”", entry.canonical);
            let finding = report.add(*at, format!("提法引号：本稿别处写作{right}（{} 处）", quoted.len()));
            finding.related(quoted[0], "加了引号的一处");
            finding.fix = rewrite(*at, mention, &right, Applicability::Unsafe);
        }
    }
}

/// Where an entry stands with its quotation marks and without.
struct Seen<'a> {
    entry: &'a Entry,
    quoted: Vec<MentionRef>,
    bare: Vec<(MentionRef, &'a Mention)>,
}
