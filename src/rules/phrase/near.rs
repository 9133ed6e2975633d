//! 与固定提法只差一个字：换了一个，少了一个，多了一个，或相邻两字颠倒。
//!
//! 同音、形近、重复、颠倒，是输入法和扫描识别常出的错，报警告；改后的字与前后连得成词的（“循序前进”“深入展开”）可能另有其意，连同
//! 其余的差别（“锻长补短”一类）只作提示，书名号里的、本稿用了不止一次的不报。只差一字而本来就有的词（“河长制”“防震减灾”）
//! 不报；是不是词，看它连同上下文作为普通词语有多常见。只看四个字以上的提法。
//!
//! 依据：提法库各条所注文件；词语的常见程度取自 jieba 分词词典。
//!
//! ```应报
//! 坚持稳中求进工作总基掉，持续优化营商环镜。
//! ```
//!
//! ```应报
//! 领导干部要一当马先。
//! ```
//!
//! ```不报
//! 全面推行河长制、湖长制，做好防震减灾工作，聚焦建链强链锻长补短。
//! ```

use std::collections::HashMap;

use super::{in_force, plain, rewrite};
use crate::config::Severity;
use crate::lexicon::{Confidence, NearMiss, Said};
use crate::rules::{Applicability, Check, MentionRef, Prose, Report, Rule};

/// 提法差一字
pub static NEAR: Rule = Rule {
    name: "phrase/near",
    title: "提法差一字",
    severity: Severity::Warning,
    source: include_str!("near.rs"),
    check: Check::Phrases(check),
};

fn check(prose: &Prose, report: &mut Report<MentionRef>) {
    let misses = || prose.others().filter_map(|(at, mention, entry)| Some((at, mention, entry, near(&mention.said)?)));
    let mut times: HashMap<&str, usize> = HashMap::new();
    misses().for_each(|(.., near)| *times.entry(&near.written).or_default() += 1);
    for (at, mention, entry, near) in misses().filter(|(_, _, entry, _)| in_force(prose, entry)) {
        let (written, right) = (plain(&near.written), plain(&near.right));
        let finding = if near.sure {
            report.add(at, format!("提法差一字：“{written}”应为“{right}”"))
        } else if times[&*near.written] == 1 && !mention.titled && entry.confidence != Confidence::L {
            let message = format!("提法差一字：“{written}”与固定提法“{right}”只差一字，请核对");
            report.add(at, message).severity(Severity::Hint)
        } else {
            continue;
        };
        finding.source = Some(entry.source.clone());
        finding.fix = rewrite(at, mention, &near.right, Applicability::Unsafe);
    }
}

fn near(said: &Said) -> Option<&NearMiss> {
    match said {
        Said::Near(near) => Some(near),
        _ => None,
    }
}
