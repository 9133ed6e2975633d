//! The scope that a figure has on the check sheet: that of its own words, or that of the sentences before it.
//!
//! A budget says 市本级 where it begins with an account, and tells the items of it in the sentences behind. Rules read
//! the scope of a figure's own words only.

use super::Figure;
use crate::syntax::sentence::near;
use crate::text::han::is_space;

/// Scopes that are told once for all that follows. Without one the whole place is meant.
const OWN: [&str; 8] = ["自治区本级", "市本级", "省本级", "县本级", "区本级", "州本级", "盟本级", "旗本级"];
/// Words of other scopes, behind which nobody can tell.
#[rustfmt::skip]
const OTHERS: [&str; 20] = [
    "全市", "全省", "全县", "全区", "全州", "全盟", "全国", "各级政府", "各县", "各区", "县区", "县（市", "区（县", "开发区", "经开区", "高新区", "新区", "园区", "示范区", "其中：",
];

/// The scope of a figure, as its paragraph tells it; empty where it does not.
pub fn scope(text: &str, figure: &Figure) -> &'static str {
    const ITEMS: [&str; 13] =
        ["收入", "支出", "结余", "结转", "补助", "调入", "调出", "调节基金", "税", "还本", "转移支付", "上解", "预算"];
    let quantity = &figure.quantity;
    let item = ITEMS.iter().any(|item| figure.subject.contains(item));
    if !item || !figure.scope.is_empty() || !(quantity.unit.ends_with('元') || quantity.is_percent()) {
        return figure.scope;
    }
    let before = &text[near(text, figure.start()).start..figure.start()];
    let found = OWN.iter().filter_map(|scope| Some((before.rfind(scope)?, *scope))).max_by_key(|(at, _)| *at);
    let Some((at, scope)) = found.filter(|(at, _)| begins_sentence(&before[..*at])) else { return "" };
    let between = &before[at + scope.len()..];
    if OTHERS.iter().any(|other| between.contains(other)) { "" } else { scope }
}

/// Whether nothing but an ordinal or a time stands between the last full stop and the end of some words.
fn begins_sentence(before: &str) -> bool {
    const TIMES: [&str; 7] = ["年", "预计", "今年", "全年", "安排", "拟", "草案"];
    let sentence = before.rsplit(['。', '；', '！', '）', '、', '\n']).next().unwrap_or(before);
    let rest = sentence.trim_start_matches(|ch: char| ch.is_ascii_digit() || is_space(ch) || ch == '.' || ch == '．');
    rest.is_empty() || TIMES.contains(&rest.trim())
}
