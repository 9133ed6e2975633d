//! 称呼前后不一：开头称“各位代表”，后面写成了“各位委员”。
//!
//! 人民代表大会上称“各位代表”，政协全体会议上称“各位委员”。套用另一个会的稿子时最容易漏改。以第一次的称呼为准，只查段首；
//! “各位代表、各位委员”这样并称的不报，“请政协委员提出意见”之类句中的不查。
//!
//! 依据：行文前后一致；254 份公开报告里，没有一份段首两种称呼混用的。
//!
//! ```应报
//! 各位代表：
//! 现在，我代表县人民政府，向大会报告工作，请予审议。
//! 各位委员！让我们团结起来，为建设美好家园而努力奋斗！
//! ```
//!
//! ```不报
//! 各位代表：
//! 现在，我代表县人民政府，向大会报告工作，请予审议，并请各位委员提出意见。
//! 各位代表、各位委员！让我们团结起来，为建设美好家园而努力奋斗！
//! ```

use crate::config::Severity;
use crate::draft::{Draft, ItemRef, Part, Place};
use crate::rules::{Applicability, Check, Fix, Report, Rule};
use crate::syntax::{Fact, Kind};

/// 称呼不一
pub static ADDRESS: Rule = Rule {
    name: "phrase/address",
    title: "称呼不一",
    severity: Severity::Warning,
    source: include_str!("address.rs"),
    check: Check::Draft(check),
};

fn check(draft: &Draft, report: &mut Report<Place>) {
    let addresses = draft.paragraphs().iter().enumerate().flat_map(|(paragraph, content)| {
        let found = content.facts.iter().enumerate().filter(|(_, fact)| matches!(fact, Fact::Address { .. }));
        found.map(move |(fact, content)| {
            let delegates = matches!(content, Fact::Address { delegates: true, .. });
            (delegates, Place::of(ItemRef { paragraph, fact }, Part::Whole))
        })
    });
    let mut first: Option<(bool, Place)> = None;
    for (delegates, place) in addresses {
        let Some((right, first)) = first.filter(|_| !opens(draft, place.paragraph)) else {
            first = Some((delegates, place));
            continue;
        };
        if delegates == right {
            continue;
        }
        let (own, right) = (called(delegates), called(right).to_owned());
        let message = format!("称呼不一：本稿开头称“{right}”，这里是“{own}”");
        let finding = report.add(place, message);
        finding.related(first, "开头的称呼");
        finding.fix(Fix {
            title: format!("改为“{right}”"),
            applicability: Applicability::Unsafe,
            edits: vec![(place, right)],
        });
    }
}

fn called(delegates: bool) -> &'static str {
    if delegates { "各位代表" } else { "各位委员" }
}

/// Whether an address opens a report, one of several in a file: 现在，我代表… stands behind it.
fn opens(draft: &Draft, paragraph: usize) -> bool {
    let mut behind = draft.paragraphs()[paragraph + 1..].iter();
    behind.find(|next| next.kind != Kind::Blank).is_some_and(|next| next.kind == Kind::Opening)
}
