//! 列举的项数与后面的数不符：“围绕用地保障、融资服务、用工对接四个方面”。
//!
//! 只查数词紧跟在列举后面的：引号并列（“甲”“乙”“丙”四项行动），或顿号并列后接“N个方面”“N大领域”等。数词须是汉字二至十二；
//! “甲领办、乙承办、丙督办三级办理机制”也查。有“等”的，只在列举多于所说的数时报；列举里的“和”“与”两可，按哪种读法数得上就不报。名称并列后接“N家”“N个镇”的，只查多一或少一。
//!
//! 依据：行文前后一致；3,114 份公开报告里，引号并列后紧跟数词的约九成数目相符。
//!
//! ```应报
//! 围绕用地保障、融资服务、用工对接四个方面开展助企行动。
//! ```
//!
//! ```应报
//! 深入开展“清网”“护苗”“净土”四大行动。
//! ```
//!
//! ```应报
//! 引进宏远电子、中南重工、恒信物流、天工新材5家企业。
//! ```
//!
//! ```应报
//! 建立主席领办、专委会督办、部门承办四级办理机制。
//! ```
//!
//! ```不报
//! 围绕用地、融资和用工三个方面开展助企行动，推进“清网”“护苗”“净土”等五大行动。
//! 实施“山乡厨师”〔20〕“云岭技工”〔21〕“鹿鸣家政”三项工程。
//! ```

use super::write;
use crate::config::Severity;
use crate::draft::{Passage, Span};
use crate::rules::{Check, Report, Rule};
use crate::syntax::sentence::{clause_start, strip};
use crate::syntax::{Decimal, Quantity, numeral};
use crate::text::han::is_han;

/// 项数不符
pub static ITEM_COUNT: Rule = Rule {
    name: "figure/item-count",
    title: "项数不符",
    severity: Severity::Warning,
    source: include_str!("item_count.rs"),
    check: Check::Text(check),
};

/// What is counted behind a list without quotation marks, its measure word left out. Other nouns may be something new.
const NOUNS: [&str; 6] = ["方面", "领域", "环节", "层面", "维度", "关键"];
/// The same, where two items may be two things done, the second with a number of its own: 聚焦主线、锚定五大战略.
const THINGS: [&str; 18] = [
    "章节",
    "篇章",
    "板块",
    "阶段",
    "方向",
    "行动",
    "体系",
    "战略",
    "工程",
    "任务",
    "平台",
    "主导产业",
    "支柱产业",
    "优势产业",
    "特色产业",
    "类别",
    "层次",
    "步骤",
];
/// Words that begin such a second thing done.
const VERBS: [&str; 22] = [
    "实施", "推进", "推动", "锚定", "聚焦", "打好", "打造", "深化", "落实", "围绕", "突出", "做好", "抓好", "建设",
    "构建", "开展", "完善", "提升", "加快", "强化", "培育", "发展",
];
/// Measure words of what is counted.
const MEASURES: [&str; 8] = ["个", "项", "大", "条", "种", "家", "部", "方"];

/// Measure words of what has a name of its own: 宏远电子、中南重工、恒信物流3家企业.
const NAMED: [&str; 6] = ["家", "所", "座", "条", "名", "位"];
/// What has a name of its own and is counted with 个.
const PLACES: [&str; 12] = ["县", "市", "区", "镇", "乡", "街道", "村", "社区", "国家", "园区", "片区", "城市"];

/// What has levels, right behind their number.
const TIERED: [&str; 12] =
    ["办理", "督办", "联动", "服务", "管理", "责任", "网络", "协商", "议事", "调解", "综治", "工作"];
/// Places whose names are often written as one: 县乡、村三级.
const LEVELS: [char; 16] =
    ['省', '市', '州', '盟', '旗', '县', '区', '乡', '镇', '街', '村', '居', '组', '户', '国', '家'];

fn check(passage: &Passage<'_>, report: &mut Report<Span>) {
    for (at, _) in passage.text().match_indices('级') {
        tiers(passage, at, report);
    }
    let counted = |quantity: &&Quantity| {
        let named = NAMED.contains(&quantity.unit) || quantity.unit == "个";
        !quantity.rough && (named || !quantity.arabic && MEASURES.contains(&quantity.unit))
    };
    for quantity in passage.quantities().iter().filter(counted) {
        let said = (2..=12).find(|count| Decimal::from_int(*count) == quantity.value);
        if let Some(said) = said {
            one(passage, quantity, said as usize, report);
        }
    }
}

/// 主席领办、部门承办和分层次督办三级办理机制
fn tiers(passage: &Passage<'_>, at: usize, report: &mut Report<Span>) {
    let text = passage.text();
    let behind = &text[at + '级'.len_utf8()..];
    let Some(number) = text[..at].chars().next_back().filter(|ch| numeral::is_numeral(*ch)) else { return };
    let start = at - number.len_utf8();
    let said = numeral::read(&text[start..at]).filter(|said| (3..=6).contains(said));
    let Some(said) = said.filter(|_| TIERED.iter().any(|word| behind.starts_with(word))) else { return };
    let first = clause_start(text, start);
    let list = &text[first..start];
    let items: Vec<&str> = list.split('、').collect();
    let places = items.iter().any(|item| item.chars().all(|ch| LEVELS.contains(&ch)));
    let brief = items.iter().skip(1).all(|item| (2..=10).contains(&item.chars().count()));
    let plain = list.chars().all(|ch| is_han(ch) || ch == '、') && !list.contains(['级', '等']);
    if items.len() < 2 || places || !brief || !plain || list.ends_with(numeral::is_numeral) {
        return;
    }
    let joined = list.matches(['和', '与', '及']).count();
    let (least, most) = (items.len(), items.len() + joined);
    let place = passage.span(Span::new(start, at));
    if (least..=most).contains(&(said as usize)) {
        report.hold(|| (vec![place], format!("列了{said}项")));
        return;
    }
    let message = format!("项数不符：前面列了 {least} 项，这里说“{number}级”");
    report.add(place, message).related(passage.span(Span::new(first, start)), "列举");
}

fn one(passage: &Passage<'_>, quantity: &Quantity, said: usize, report: &mut Report<Span>) {
    let text = passage.text();
    let head = &text[..quantity.number.start];
    let (head, open) = strip(head, &["等"]).map_or((head, false), |head| (head, true));
    let found = if head.ends_with('”') {
        quoted(head).filter(|_| !quantity.arabic)
    } else {
        let listed = listed(head, text[quantity.number.end..].trim_start_matches(['个', '大', '项']));
        listed.filter(|_| !quantity.arabic).or_else(|| named(text, head, quantity, said).filter(|_| !open))
    };
    let Some((start, least, most)) = found else { return };
    if (least..=most).contains(&said) || (open && most < said) {
        let exact = least == most && !open;
        if exact {
            report.hold(|| (vec![passage.span(quantity.number)], format!("列了{least}项")));
        }
        return;
    }
    let words = &text[quantity.span.range()];
    let message = format!("项数不符：前面列了 {least} 项，这里说“{words}”");
    let finding = report.add(passage.span(quantity.number), message);
    finding.related(passage.span(Span::new(start, head.len())), "列举");
    let number = match quantity.arabic {
        true => least.to_string(),
        false if least == 2 => "两".to_owned(),
        false => numeral::write(least as u32),
    };
    if (2..=12).contains(&least) && !open {
        finding.fix(write(passage, quantity.number, number));
    }
}

/// “甲”“乙”、“丙”和“丁” at the end of a text: first byte, and how many.
fn quoted(text: &str) -> Option<(usize, usize, usize)> {
    let (mut at, mut count) = (text.len(), 0);
    while let Some(inner) = text[..at].strip_suffix('”') {
        let open = inner.rfind(['“', '”']).filter(|open| inner[*open..].starts_with('“'))?;
        count += 1;
        at = open;
        let rest = without_note(text[..at].trim_end_matches(['、', '，', '和', '与', '及']));
        if !rest.ends_with('”') {
            break;
        }
        at = rest.len();
    }
    // 招商引资、“走出去”、“引进来”: more items stand before the quoted ones.
    let more = text[clause_start(text, at)..at].contains('、');
    (count >= 2 && !more).then_some((at, count, count))
}

/// A text without the number of a note at its end: “甲”[3], “甲”③.
fn without_note(text: &str) -> &str {
    let note = |ch: char| ch.is_ascii_digit() || matches!(ch, '[' | ']' | '〔' | '〕' | '［' | '］' | '①'..='⑳');
    let rest = text.trim_end_matches(note);
    if rest.ends_with('”') { rest } else { text }
}

/// 甲、乙、丙和丁 at the end of a text, before a number and what it counts: first byte, and how many at least and at most.
fn listed(text: &str, counted: &str) -> Option<(usize, usize, usize)> {
    let is = |nouns: &[&str]| nouns.iter().any(|noun| counted.starts_with(noun));
    let things = is(&THINGS);
    if !things && !is(&NOUNS) {
        return None;
    }
    let start = clause_start(text, text.len());
    let list = &text[start..];
    let items: Vec<&str> = list.split('、').collect();
    let brief = items.iter().skip(1).all(|item| (1..=12).contains(&item.chars().count()));
    // 统筹空间产业三大结构、规划建设管理三大环节: more than one list.
    let plain = !list.contains(['“', '”', '"', '「', '」', '《', '（', ')', '）', '大', '个', '项']);
    let done = |item: &&str| VERBS.iter().any(|verb| item.starts_with(verb));
    let several = !things || (items.len() > 2 && !items.iter().skip(1).any(done));
    if items.len() < 2 || !brief || !plain || !several {
        return None;
    }
    let joined = list.matches(['和', '与', '及', '以']).count();
    Some((start, items.len(), items.len() + joined))
}

/// 甲、乙、丙 before 3家: names, none of which says anything but itself. One too many or too few is a slip; a number that is
/// further away counts something else (增投资、稳工业、促消费、保民生的20条).
fn named(text: &str, head: &str, quantity: &Quantity, said: usize) -> Option<(usize, usize, usize)> {
    let behind = &text[quantity.span.end..];
    let start = clause_start(text, head.len());
    let list = &head[start..];
    let items: Vec<&str> = list.split('、').collect();
    let brief = items.iter().skip(1).all(|item| (2..=12).contains(&item.chars().count()));
    // 空间规模产业三大结构、规划建设管理三大环节: lists of lists.
    let inner = list.match_indices(['大', '个', '项']).any(|(at, _)| list[..at].ends_with(numeral::is_numeral));
    let words = list.contains(['的', '及', '等', '给']) || list.ends_with('第');
    let plain = list.chars().all(|ch| is_han(ch) || ch == '、') && !inner && !words;
    let fits = quantity.unit != "个" || PLACES.iter().any(|place| behind.starts_with(place));
    let near = said > 2 && items.len().abs_diff(said) <= 1;
    let done = items.iter().skip(1).any(|item| VERBS.iter().any(|verb| item.starts_with(verb)));
    let joined = list.matches(['和', '与']).count();
    (items.len() > 2 && brief && plain && fits && near && !done).then_some((start, items.len(), items.len() + joined))
}
