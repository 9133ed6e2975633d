//! Whether what stands before a figure fits it as what it is of.

use std::cmp::Ordering;

use super::bare::known_verb;
use super::tail::without_fresh;
use crate::lexicon::words;

/// 支出8亿元（|不含开发区|10亿元）: the spending of those that are left out.
pub fn left_out(of: &str, own: &str) -> Option<String> {
    let body = ["不含", "不包括"].iter().find_map(|word| own.strip_prefix(word))?;
    Some(format!("{body}{of}（不含在内）"))
}

/// 事项全流程|网办率|和|实办率|分别达到96%和91%: of the same, and no part of the other rate.
pub fn other_rate(of: &str, own: &str) -> Option<String> {
    if !(of.ends_with('率') && own.ends_with('率') && own.chars().count() > 1) {
        return None;
    }
    let at = of.char_indices().rev().nth(own.chars().count() - 1)?.0;
    let whole = words(of).iter().any(|(range, _)| range.start == at);
    // 办结率、|群众满意率|, 绿化覆盖率、|绿地率|: not measured of the same words.
    let alike = whole && !own.starts_with("群众") && !of.ends_with("覆盖率");
    Some(if alike { format!("{}{own}", &of[..at]) } else { own.to_owned() })
}

/// What some words are of, if it fits them: without the verb of another thing, and never told twice.
pub fn fitting(of: String, own: &str, bare: bool) -> Option<String> {
    const TIMES: [&str; 6] = ["后", "中", "前", "时", "前三年", "期间"];
    // 收入安排35亿元、|支出安排|32亿元: of the fund.
    let of = of.strip_suffix("收入").filter(|_| own.starts_with("支出")).map_or(of.clone(), str::to_owned);
    // 开工建设安置房5万套、|基本建成|2万套: of all of them.
    let verb = if bare && !known_verb(own).is_empty() { known_verb(&of).len() } else { 0 };
    let of = if verb < of.len() { of[verb..].to_owned() } else { of };
    // 国有资本经营收入预算3亿元，|安排支出|3亿元
    let of = if own.starts_with("安排支出") { of.replacen("收入预算", "预算", 1) } else { of };
    // 债务还本支出11亿元，|付息支出|4亿元
    let repaid = of.find("还本").filter(|at| (own.starts_with("付息") || own.starts_with("利息")) && *at > 0);
    let of = repaid.map_or(of.clone(), |at| of[..at].to_owned());
    // 安排7亿元用于教育，|安排|3亿元
    let of = of.strip_prefix(own).map_or(of.clone(), str::to_owned);
    // 从业人员增长5%，|总收入|增长9%: not theirs.
    let people = ["人员", "人数", "人口"].iter().any(|people| of.ends_with(people)) && own.starts_with("总收入");
    let of = without_area(&of, own).unwrap_or(of);
    let of = of_stock(&of, own).map_or(of.clone(), str::to_owned);
    let time = people
        || of.starts_with("连同")
        || TIMES.iter().any(|word| of.ends_with(word))
        || of.starts_with(['这', '用', '继']);
    let of = of.strip_prefix('和').map_or(of.clone(), str::to_owned);
    let of = balanced(of);
    // 核减金额5亿元，|核减率|10%: of what was gone through.
    let sum = ["核减", "审减"].iter().any(|act| own.starts_with(act) && of.starts_with(act));
    // 开工建设项目5万个，|投资对经济增长的贡献率|65%
    let driven = (of.starts_with("拉动") || own.starts_with("投资")) && own.contains("贡献率");
    let told = driven
        || sum
        || is_torn(&of)
        || ["达到", "超过", "突破", "剔除", "扣除"].iter().any(|word| of.starts_with(word));
    let number = of.starts_with(|ch: char| ch.is_ascii_digit()) && of.ends_with('元');
    let fits = !told && !number && !of.is_empty() && !own.contains(of.as_str()) && own.chars().count() > 1;
    (fits && !time).then_some(of)
}

/// “六大基地: a quotation that was cut through, 以来: the end of a time.
fn is_torn(of: &str) -> bool {
    let month = of.trim_start_matches(|ch: char| ch.is_ascii_digit());
    let by = month.len() < of.len() && ["月底前", "月末前", "月前"].iter().any(|by| month.starts_with(by));
    by || of.matches('“').count() != of.matches('”').count() || of.starts_with("以来")
}

/// 实施“电网建设行动…, 三大集群”: the other mark is only cut off.
fn balanced(of: String) -> String {
    let (open, close) = (of.matches('“').count(), of.matches('”').count());
    match open.cmp(&close) {
        Ordering::Greater if of.ends_with('…') => format!("{of}”"),
        Ordering::Less => format!("“{of}"),
        _ => of,
    }
}

/// 粮食播种面积稳定，|产量|: of the crop, not of its area.
fn without_area(of: &str, own: &str) -> Option<String> {
    const AREAS: [&str; 3] = ["播种面积", "种植面积", "粮播面积"];
    if !["产量", "总产", "单产", "亩产"].iter().any(|grown| own.starts_with(grown)) {
        return None;
    }
    // 粮食人均占有量创新高，|总产量|
    const CROPS: [&str; 8] = ["粮食", "棉花", "油料", "水果", "蔬菜", "肉类", "夏粮", "秋粮"];
    if let Some(crop) = CROPS.iter().find(|crop| of.starts_with(**crop) && of.contains("占有量")) {
        return Some((*crop).to_owned());
    }
    let (at, area) = AREAS.iter().find_map(|area| Some((of.find(area)?, *area)))?;
    let crop = &of[..at];
    let crop = ["推动", "确保", "稳定"].iter().find_map(|verb| crop.strip_prefix(verb)).unwrap_or(crop);
    let crop = crop.strip_prefix(known_verb(crop)).unwrap_or(crop);
    Some(if area == "粮播面积" { "粮食".to_owned() } else { crop.to_owned() }).filter(|crop| !crop.is_empty())
}

/// 新增规上企业100家、|增加值增长|10%: that of all of them; 实名用户数4416万，|网办率|: of the thing itself.
fn of_stock<'t>(of: &'t str, own: &str) -> Option<&'t str> {
    let grown = ["增加值", "产值", "营业收入"].iter().any(|measure| own.starts_with(measure));
    let fresh = without_fresh(of).filter(|_| grown && own.ends_with("增长"));
    let users = of.strip_suffix("用户数").filter(|_| own.contains('率'));
    // 入库项目数、|总投资|分别增长38%、49%
    let projects = of.strip_suffix('数').filter(|of| {
        let sums = ["总投资", "合同额", "投资额", "签约额", "引资额"];
        of.ends_with("项目") && sums.iter().any(|sum| own.starts_with(sum))
    });
    let made = of.strip_suffix("增加值").filter(|_| own.starts_with("利税") || own.starts_with("利润"));
    let fresh = fresh.or(made);
    let share = of.strip_suffix("比重").filter(|_| own.contains("贡献率"));
    fresh
        .or(projects)
        .or(share)
        .or(users.map(|of| of.strip_suffix("实名").unwrap_or(of)))
        .filter(|of| of.chars().count() > 1)
}
