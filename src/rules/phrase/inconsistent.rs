//! 同一件事在一份稿里有两种写法（“常委会会议”与“常委会议”），或用了别的体裁的说法：政府、人大、两院的报告称“党的二十大”，
//! 政协的报告称“中共二十大”。
//!
//! 两种写法混用的，以规范写法为准，作提示；不规范的写法反而多的，只说一处。用了别的体裁的说法，报警告。
//!
//! 依据：行文前后一致；各民主党派和政协的文稿称“中共”，是多党合作的通例。
//!
//! ```应报
//! 政府工作报告
//! ——2026年1月12日在鹿鸣县第十七届人民代表大会第五次会议上
//! 认真贯彻中共二十大精神。
//! ```
//!
//! ```应报
//! 全年召开常委会会议6次。
//! 常委会议专题协商3次，常委会会议听取通报2次。
//! ```
//!
//! ```不报
//! 全年召开常委会会议6次，常委会会议专题协商3次。
//! ```

use std::collections::HashMap;

use super::{plain, rewrite};
use crate::config::Severity;
use crate::lexicon::{Entry, FormKind};
use crate::rules::{Applicability, Check, MentionRef, Prose, Report, Rule};

/// 提法不一致
pub static INCONSISTENT: Rule = Rule {
    name: "phrase/inconsistent",
    title: "提法不一致",
    severity: Severity::Warning,
    source: include_str!("inconsistent.rs"),
    check: Check::Phrases(check),
};

fn check(prose: &Prose, report: &mut Report<MentionRef>) {
    let genre = prose.meeting().genre.map(|genre| genre.name());
    let mut seen: HashMap<u32, Seen<'_>> = HashMap::new();
    for (at, mention, entry, form) in prose.forms().filter(|(_, mention, ..)| !mention.titled) {
        let named = |list: &[String]| genre.is_some_and(|genre| list.iter().any(|name| name == genre));
        match form.kind {
            FormKind::Canonical if named(&entry.foreign) => {
                let Some(new) = &entry.replaced_by else { continue };
                let who = genre.unwrap_or_default();
                let finding = report.add(at, format!("提法不一致：{who}的报告称“{}”", plain(new)));
                finding.source = Some(entry.source.clone());
                finding.fix = rewrite(at, mention, new, Applicability::Safe);
            }
            FormKind::Canonical | FormKind::Rival if entry.genres.is_empty() || named(&entry.genres) => {
                let seen = seen.entry(mention.entry).or_insert(Seen { entry, canonical: vec![], rival: vec![] });
                let list = if form.kind == FormKind::Rival { &mut seen.rival } else { &mut seen.canonical };
                list.push((at, form.written.as_ref(), mention.wrapped));
            }
            _ => {}
        }
    }
    seen.values().for_each(|seen| seen.report(report));
}

/// The places of an entry with rivals, in its two forms.
struct Seen<'a> {
    entry: &'a Entry,
    canonical: Vec<(MentionRef, &'a str, bool)>,
    rival: Vec<(MentionRef, &'a str, bool)>,
}

impl Seen<'_> {
    /// Reports the form that is not the official one: each of its places, or where it is the usual one only the first.
    fn report(&self, report: &mut Report<MentionRef>) {
        let (Some((other, usual, _)), Some((_, rival, _))) = (self.canonical.first(), self.rival.first()) else {
            return;
        };
        let (own, usual) = (plain(rival), plain(usual));
        let (few, many) = (self.rival.len(), self.canonical.len());
        if few > many {
            let message = format!("提法不一致：本稿写“{own}”{few} 处、“{usual}”{many} 处，规范写法是“{usual}”");
            let finding = report.add(self.rival[0].0, message);
            finding.severity(Severity::Hint).related(*other, "规范的写法");
            return;
        }
        for (at, written, wrapped) in &self.rival {
            let message = format!("提法不一致：这里写“{}”，本稿多写“{usual}”（{many} 处）", plain(written));
            let finding = report.add(*at, message);
            finding.severity(Severity::Hint);
            finding.related(*other, "本稿的另一种写法");
            if !wrapped {
                let right = self.entry.canonical.clone();
                finding.fix(crate::rules::Fix {
                    title: format!("改为“{}”", plain(&right)),
                    applicability: Applicability::Unsafe,
                    edits: vec![(*at, right)],
                });
            }
        }
    }
}
