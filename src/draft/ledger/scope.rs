//! The scope that a figure has on the check sheet: that of its own words, or that of the sentences before it.
//!
//! A budget says 市本级 where it begins with an account, and tells the items of it in the sentences behind. Rules read
//! the scope of a figure's own words only.

use super::{Figure, HEADING, Relation};
use crate::draft::Draft;
use crate::syntax::sentence::{near, without_brackets};
use crate::text::han::is_space;

/// Scopes that are told once for all that follows. Without one the whole place is meant.
const OWN: [&str; 8] = ["自治区本级", "市本级", "省本级", "县本级", "区本级", "州本级", "盟本级", "旗本级"];
/// Those that a heading may tell.
#[rustfmt::skip]
const LEVELS: [&str; 14] = [
    "自治区本级", "市本级", "省本级", "县本级", "区本级", "州本级", "盟本级", "旗本级", "自治区级", "市级", "省级", "州级", "县级", "区级",
];
/// Words for the whole place.
const WHOLES: [&str; 7] = ["全市", "全省", "全县", "全州", "全盟", "全旗", "全国"];
/// Ends of names of zones.
const ZONES: [&str; 6] = ["开发区", "高新区", "新区", "示范区", "合作区", "管理区"];
/// Words of other scopes, behind which nobody can tell.
#[rustfmt::skip]
const OTHERS: [&str; 19] = [
    "全市", "全省", "全县", "全区", "全州", "全盟", "全国", "各级政府", "各县", "各区", "县区", "县（市", "区（县", "开发区", "经开区", "高新区", "新区", "园区", "示范区",
];

/// The scope of a figure, as its paragraph tells it; empty where it does not.
pub fn scope(text: &str, figures: &[Figure], index: usize) -> &'static str {
    let figure = &figures[index];
    if !is_item(figure) || !figure.scope.is_empty() {
        return figure.scope;
    }
    if let Some(part) = index.checked_sub(1).and_then(|before| of_part(text, &figures[before], figure)) {
        return part;
    }
    let before = &text[near(text, figure.start()).start..figure.start()];
    let found = OWN.iter().filter_map(|scope| Some((before.rfind(scope)?, *scope))).max_by_key(|(at, _)| *at);
    let Some((at, scope)) = found.filter(|(at, _)| begins_sentence(&before[..*at])) else { return "" };
    if names_other(&before[at + scope.len()..]) { "" } else { scope }
}

/// Whether a figure is one of an account: money of it, or a rate.
fn is_item(figure: &Figure) -> bool {
    const ITEMS: [&str; 15] = [
        "收入",
        "支出",
        "结余",
        "结转",
        "补助",
        "调入",
        "调出",
        "调节基金",
        "税",
        "还本",
        "转移支付",
        "上解",
        "预算",
        "预备费",
        "转贷",
    ];
    let quantity = &figure.quantity;
    let item = ITEMS.iter().any(|item| figure.subject.contains(item)) && !figure.subject.contains("争取");
    item && (quantity.unit.ends_with('元') || quantity.is_percent())
}

/// 支出112亿元，包括市本级31亿元，|完成调整预算的87.6%|: that of the part.
fn of_part(text: &str, part: &Figure, figure: &Figure) -> Option<&'static str> {
    let gap = text.get(part.quantity.span.end..figure.start())?;
    let goes_on = gap.starts_with(['，', ',']) && !gap.contains(['；', '。', ';', '、', '（', '）']);
    let own = text[..part.start()].ends_with(part.scope) && OWN.contains(&part.scope);
    (part.relation == Relation::Part && own && goes_on && figure.relation != Relation::Level).then_some(part.scope)
}

/// Whether some words name another scope.
fn names_other(words: &str) -> bool {
    OTHERS.iter().any(|other| words.contains(other))
}

/// What a heading says its section is of: 市级预算执行情况, 经济技术开发区收支预算.
pub enum Section {
    Level(&'static str),
    Zone(String),
}

impl Section {
    /// The scope and the name of a figure of the section that names no scope itself.
    pub fn told(&self, text: &str, figure: &Figure, name: String) -> (&'static str, String) {
        let before = &text[near(text, figure.start()).start..figure.start()];
        // Behind the heading that the paragraph may begin with.
        let before = before.split_once("情况").map_or(before, |(_, rest)| rest);
        let other = names_other(before) || LEVELS.iter().any(|level| before.contains(level));
        // 安排就业补助资金3亿元, “十四五”时期民生支出2000亿元: work that is told under the last heading.
        let work = ["补助资金", "财政补助", "民生"].iter().any(|word| name.contains(word))
            || name.contains("项目") && !name.contains("项目支出")
            || ["时期", "五年", "以来"].iter().any(|word| before.contains(word));
        if other || work || !is_item(figure) {
            return ("", name);
        }
        match self {
            Section::Level(level) => (level, name),
            Section::Zone(zone) if name.is_empty() || name.contains(zone.as_str()) => ("", name),
            Section::Zone(zone) => ("", format!("{zone}{name}")),
        }
    }
}

/// What a paragraph is of, if its first words or a heading above it name a level or a zone and nothing else.
pub fn of_section(draft: &Draft, paragraph: usize) -> Option<Section> {
    let text = draft.paragraph_text(paragraph);
    if let Some(told) = lead(&text) {
        return section_of(&told);
    }
    let sections = &draft.structure().sections;
    let mut depth = usize::MAX;
    for section in sections[..sections.partition_point(|section| section.paragraph <= paragraph)].iter().rev() {
        if section.depth >= depth {
            continue;
        }
        depth = section.depth;
        let heading = &draft.paragraphs()[section.paragraph];
        if heading.characters > HEADING || depth == 0 {
            continue;
        }
        let words = without_spaces(&draft.paragraph_text(section.paragraph));
        if WHOLES.iter().chain(&["各"]).any(|whole| words.contains(whole)) {
            return None;
        }
        if let Some(found) = section_of(&words) {
            return Some(found);
        }
    }
    None
}

/// （1）全市收支情况。…; 清溪开发区2025年预算执行情况：…: the first words of a paragraph, if they are a heading of it.
fn lead(text: &str) -> Option<String> {
    /// Characters with spaces and brackets.
    const LONGEST: usize = 60;
    let end = text.char_indices().take(LONGEST).find(|(_, ch)| matches!(ch, '。' | '：' | ':' | '；' | '，'))?.0;
    let words = without_spaces(&without_brackets(&text[..end]));
    let heading = !text[end..].starts_with(['；', '，']) && (words.ends_with("情况") || words.ends_with("安排"));
    let named = WHOLES.iter().chain(&LEVELS).chain(&ZONES).any(|place| words.contains(place));
    (heading && named).then_some(words)
}

fn without_spaces(words: &str) -> String {
    words.chars().filter(|ch| !is_space(*ch)).collect()
}

/// What the words of a heading are of.
fn section_of(heading: &str) -> Option<Section> {
    const ACCOUNTS: [&str; 6] = ["预算", "财政", "收支", "收入", "支出", "债务"];
    let account = ACCOUNTS.iter().filter_map(|account| heading.find(account)).min()?;
    let head = &heading[..account];
    if let Some(level) = WHOLES.iter().chain(&LEVELS).find(|level| head.contains(**level)) {
        return Some(Section::Level(level));
    }
    let end = ZONES.iter().filter_map(|zone| head.find(zone).map(|at| at + zone.len())).max()?;
    let head = &head[..end];
    let ordinal = |ch: char| ch.is_ascii_digit() || "一二三四五六七八九十（）()、.．年第".contains(ch);
    let zone = head.trim_start_matches(ordinal);
    (!zone.contains(['、', '，', '和', '及', '与'])).then(|| Section::Zone(zone.to_owned()))
}

/// Whether nothing but an ordinal or a time stands between the last full stop and the end of some words.
fn begins_sentence(before: &str) -> bool {
    const TIMES: [&str; 7] = ["年", "预计", "今年", "全年", "安排", "拟", "草案"];
    let sentence = before.rsplit(['。', '；', '！', '）', '、', '\n']).next().unwrap_or(before);
    let rest = sentence.trim_start_matches(|ch: char| ch.is_ascii_digit() || is_space(ch) || ch == '.' || ch == '．');
    let rest = rest.trim().trim_end_matches(['，', ',']);
    rest.is_empty() || TIMES.contains(&rest)
}
