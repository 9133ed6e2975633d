//! The scope that a figure has on the check sheet: that of its own words, or that of the sentences before it.
//!
//! A budget says 市本级 where it begins with an account, and tells the items of it in the sentences behind. Rules read
//! the scope of a figure's own words only.

use super::{Figure, Relation};
use crate::syntax::sentence::near;
use crate::text::han::is_space;

/// Scopes that are told once for all that follows. Without one the whole place is meant.
const OWN: [&str; 8] = ["自治区本级", "市本级", "省本级", "县本级", "区本级", "州本级", "盟本级", "旗本级"];
/// Words of other scopes, behind which nobody can tell.
#[rustfmt::skip]
pub const OTHERS: [&str; 19] = [
    "全市", "全省", "全县", "全区", "全州", "全盟", "全国", "各级政府", "各县", "各区", "县区", "县（市", "区（县", "开发区", "经开区", "高新区", "新区", "园区", "示范区",
];

/// The scope of a figure, as its paragraph tells it; empty where it does not.
pub fn scope(text: &str, figures: &[Figure], index: usize) -> &'static str {
    let figure = &figures[index];
    if is_of_level(text, figures, index) {
        return "";
    }
    if !is_item(figure) || !figure.scope.is_empty() {
        let whole = figure.scope.is_empty().then(|| of_whole(text, figures, index)).flatten();
        return whole.unwrap_or(figure.scope);
    }
    if let Some(part) = index.checked_sub(1).and_then(|before| of_part(text, &figures[before], figure)) {
        return part;
    }
    let before = &text[near(text, figure.start()).start..figure.start()];
    if let Some(noted) = noted(text, figures, index) {
        return noted;
    }
    let found = OWN.iter().filter_map(|scope| Some((before.rfind(scope)?, *scope))).max_by_key(|(at, _)| *at);
    let Some((at, scope)) = found.filter(|(at, _)| begins_sentence(&before[..*at])) else { return "" };
    if names_other(&without_included(&before[at + scope.len()..])) { "" } else { scope }
}

/// 全省“三公”经费支出下降29%、|省级下降|25%: of that level, whose words are in its name, and not of the whole.
fn is_of_level(text: &str, figures: &[Figure], index: usize) -> bool {
    const LEVELS: [&str; 6] = ["省级", "市级", "县级", "省本级", "市本级", "县本级"];
    let Some(last) = index.checked_sub(1).map(|last| &figures[last]) else { return false };
    let gap = text.get(last.quantity.span.end..figures[index].start()).unwrap_or("");
    let words = gap.strip_prefix(['、', '，']).unwrap_or("");
    let level = LEVELS.iter().find_map(|level| words.strip_prefix(level));
    let changed = level.is_some_and(|rest| matches!(rest, "增长" | "下降" | "增加" | "减少"));
    changed && figures[index].scope.starts_with('全') && last.scope == figures[index].scope
}

/// 市本级安排19亿元，其中：|投入5亿元|开展协作: a part that is told by what was done.
fn of_whole(text: &str, figures: &[Figure], index: usize) -> Option<&'static str> {
    const GIVEN: [&str; 4] = ["投入", "安排", "统筹", "拨付"];
    /// Figures before it that may be its whole.
    const NEAR: usize = 12;
    let figure = &figures[index];
    let given = GIVEN.iter().any(|verb| figure.subject.starts_with(verb));
    let money = figure.quantity.unit.ends_with('元') && given;
    let told = |other: &&Figure| {
        let between = text.get(other.quantity.span.end..figure.start()).unwrap_or("。");
        between.contains("其中") && !between.contains('。') && !names_other(between)
    };
    let near = &figures[index.saturating_sub(NEAR)..index];
    let whole = near.iter().rev().find(|other| money && told(other))?;
    let first = near.iter().rev().take_while(told).last().unwrap_or(whole);
    [whole, first].into_iter().map(|whole| whole.scope).find(|scope| OWN.contains(scope))
}

/// 经费类支出（市本级支出）|102亿元|，完成预算的|100%|: what a bracket before the number notes.
fn noted(text: &str, figures: &[Figure], index: usize) -> Option<&'static str> {
    let of = |figure: &Figure| {
        let before = text[..figure.start()].strip_suffix([')', '）'])?;
        let inside = &before[before.rfind(['(', '（'])?..];
        let words = inside.trim_start_matches(['(', '（']);
        OWN.into_iter().find(|scope| [scope.to_string(), format!("{scope}支出")].contains(&words.to_owned()))
    };
    let figure = &figures[index];
    let last = index.checked_sub(1).map(|last| &figures[last]).filter(|last| {
        let gap = text.get(last.quantity.span.end..figure.start()).unwrap_or("");
        gap.starts_with(['，', ',']) && !gap.contains(['；', ';', '。', '、']) && figure.quantity.is_percent()
    });
    of(figure).or_else(|| last.and_then(of))
}

/// Whether a figure is one of an account: money of it, or a rate.
pub fn is_item(figure: &Figure) -> bool {
    const ITEMS: [&str; 21] = [
        "偿还",
        "专款",
        "公务",
        "因公",
        "债券",
        "债务",
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

/// 市本级|（含开发区）|收入: without what a bracket says is included.
pub fn without_included(words: &str) -> String {
    let mut parts = words.split("（含");
    let first = parts.next().unwrap_or("").to_owned();
    parts.fold(first, |all, part| all + part.split_once('）').map_or(part, |(_, rest)| rest))
}

/// Whether some words name another scope.
fn names_other(words: &str) -> bool {
    OTHERS.iter().any(|other| words.contains(other))
}

/// Whether nothing but an ordinal or a time stands between the last full stop and the end of some words.
pub fn begins_sentence(before: &str) -> bool {
    const TIMES: [&str; 7] = ["年", "预计", "今年", "全年", "安排", "拟", "草案"];
    let sentence = before.rsplit(['。', '；', '！', '）', '、', '\n']).next().unwrap_or(before);
    let rest = sentence.trim_start_matches(|ch: char| ch.is_ascii_digit() || is_space(ch) || ch == '.' || ch == '．');
    let rest = rest.trim().trim_end_matches(['，', ',']);
    rest.is_empty() || TIMES.contains(&rest)
}
