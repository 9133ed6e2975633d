//! 概数重复：“超过30家以上”“约500人左右”“近10余次”，前后两个词说的是一回事，或互相矛盾。
//!
//! 依据：GB/T 15835-2011（概数的用法）；“超过、突破、逾”与“以上、余”，“约”与“左右、余、多”不重复使用。
//!
//! ```应报
//! 全年接待群众约500人左右。
//! ```
//!
//! ```应报
//! 新增就业超过3000人以上。
//! ```
//!
//! ```不报
//! 全年接待群众约500人，新增就业3000人以上，开展活动30余场。
//! ```

use crate::config::Severity;
use crate::draft::{Passage, Span};
use crate::rules::{Applicability, Check, Fix, Report, Rule};
use crate::syntax::sentence::before;

/// 概数重复
pub static APPROXIMATION: Rule = Rule {
    name: "figure/approximation",
    title: "概数重复",
    severity: Severity::Warning,
    source: include_str!("approximation.rs"),
    check: Check::Text(check),
};

/// Words before a number, and the words behind it that say the same again or the contrary.
const PAIRS: [(&str, &[&str]); 9] = [
    ("超过", &["以上", "左右", "余", "多"]),
    ("突破", &["以上", "左右"]),
    ("逾", &["以上", "左右", "余", "多"]),
    ("大约", &["左右", "以上", "余"]),
    ("约", &["左右", "以上", "余"]),
    ("接近", &["左右", "以上", "余", "多"]),
    ("将近", &["左右", "以上", "余", "多"]),
    ("近", &["左右", "以上", "余", "多"]),
    ("不少于", &["以上", "左右"]),
];

fn check(passage: &Passage<'_>, report: &mut Report<Span>) {
    let text = passage.text();
    for quantity in passage.quantities().iter().filter(|quantity| quantity.rough && quantity.adds_up_or_percent()) {
        let head = before(text, quantity.number.start);
        let pair = PAIRS.iter().filter(|(word, _)| head.ends_with(word)).max_by_key(|(word, _)| word.len());
        let Some((word, again)) = pair else { continue };
        // 签约360余个, 附近10余个.
        let other = text[..head.len() - word.len()]
            .ends_with(['签', '预', '条', '节', '合', '公', '契', '附', '最', '邻', '靠', '临']);
        if other && word.chars().count() == 1 {
            continue;
        }
        let own = [quantity.number.end, quantity.span.end];
        let found = own.iter().find_map(|at| {
            let behind = again.iter().find(|again| text[*at..].starts_with(**again))?;
            Some(Span::new(*at, *at + behind.len()))
        });
        let Some(found) = found else {
            report.pass(|| passage.span(quantity.span));
            continue;
        };
        let behind = &text[found.range()];
        let message = format!("概数重复：“{word}”和“{behind}”用在同一个数上，留一个即可");
        let start = head.len() - word.len();
        let finding = report.add(passage.span(Span::new(start, quantity.span.end.max(found.end))), message);
        let edits = vec![(passage.span(found), String::new())];
        finding.fix(Fix { title: format!("删去“{behind}”"), applicability: Applicability::Unsafe, edits });
    }
}
