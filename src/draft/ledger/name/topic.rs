//! Whether the words of a clause can say what a figure behind it is of.

use super::bare::{is_bare, is_verb};
use super::list::verb_of;
use crate::draft::ledger::words::BEING;
use crate::lexicon::{PartOfSpeech, words};
use crate::text::han::is_han;

/// Ends of the names of those whose figures a sentence tells.
#[rustfmt::skip]
pub const BODIES: &[&str] = &[
    "新区", "开发区", "经开区", "高新区", "示范区", "自贸区", "合作区", "片区", "园区", "产业园", "产业城", "保税区", "集团", "公司", "博览会", "进博会", "论坛", "试点", "基地", "机场", "口岸",
    "街道", "轨道交通", 
];

/// Words that begin a clause that says how much or how, and not of what.
#[rustfmt::skip]
const NO_TOPIC: &[&str] = &[
    "执行中", "经过", "因", "连续", "创", "再创", "首次", "居", "位居", "位列", "稳居", "排名", "跃居", "同比", "面对", "按照", "根据", "围绕", "坚持", "确保", "随着", "通过", "为此", "较", "比", "是", "占", "高于", "质量的", "连同", "包括", "其中", "考虑到", "预计", "力争", "加上", 
];

/// |按支出类型分|，基本支出31亿元: whether a clause says how an amount is parted.
pub fn is_division(clause: &str) -> bool {
    let ends = ["分", "分类", "划分", "分类的情况是", "来看", "计算"];
    clause.starts_with('按') && ends.iter().any(|end| clause.ends_with(end))
}

/// Whether a clause says how, when or how much, and not of what.
pub fn is_aside(clause: &str) -> bool {
    const HOW: [&str; 7] = ["在", "为", "以", "将", "从", "由", "经"];
    let first = words(clause).first().map_or(0, |(range, _)| range.end);
    is_division(clause)
        || ["力度", "相比", "比较", "世纪末"].iter().any(|end| clause.ends_with(end))
        || NO_TOPIC.iter().any(|word| clause.starts_with(word))
        || HOW.contains(&&clause[..first])
}

/// 品种结构|有所改善|: whether words say what something did, and not what was done.
pub fn has_predicate(clause: &str) -> bool {
    let how = ["有所", "明显", "稳步", "持续", "不断", "进一步", "显著", "大幅", "更加", "总体"];
    let all = words(clause);
    let is = |at: Option<&(std::ops::Range<usize>, PartOfSpeech)>| {
        at.is_some_and(|(range, part)| is_verb(&clause[range.clone()], *part))
    };
    let told = is(all.last()) || how.iter().any(|word| clause.contains(word));
    all.len() > 1 && told && !is(all.first())
}

/// 自贸区|钦州港片区|: whether the name of a body goes on.
fn has_longer(rest: &str) -> bool {
    const NEAR: usize = 6;
    let near = rest.char_indices().nth(NEAR).map_or(rest, |(at, _)| &rest[..at]);
    BODIES.iter().any(|body| near.contains(body)) && !near.contains(['，', '、'])
}

/// The body that a clause begins with, as its subject; `alone` says that no number follows it.
pub fn leading_body(head: &str, mut alone: bool) -> Option<String> {
    const LONGEST_NAME: usize = 14;
    // 建设蔬菜基地4万亩 tells of what was done, not of a body.
    let done = |(range, part): &(std::ops::Range<usize>, PartOfSpeech)| {
        *part == PartOfSpeech::Action || is_verb(&head[range.clone()], *part)
    };
    // 国家级高新区加快创建: a title, and none of them.
    let titled = ["国家级", "省级"].iter().any(|level| head.starts_with(level));
    if titled || !verb_of(head).is_empty() || words(head).first().is_none_or(done) {
        return None;
    }
    let mut end = 0;
    for (range, part) in words(head) {
        let named = BODIES.iter().any(|body| head[..end].ends_with(body)) && head[..end].chars().count() > 2;
        let word = &head[range.clone()];
        // 生产基地|保持在|200万亩, 试点|村|达到102个: it is what is measured, or no body.
        let measured = BEING.begin(&head[range.start..]) && !alone;
        let other = ["村", "镇", "县", "户", "点"].contains(&word);
        if named && (measured || other || word.starts_with(|ch: char| ch.is_ascii_digit())) {
            return None;
        }
        if named
            && !matches!(part, PartOfSpeech::Noun | PartOfSpeech::Action)
            && !matches!(word, "的" | "和" | "、" | "及" | "内" | "等")
            && !has_longer(&head[range.start..])
        {
            alone = true;
            break;
        }
        if part == PartOfSpeech::Verb || matches!(word, "的" | "和" | "在" | "、") {
            return None;
        }
        end = range.end;
    }
    let body = &head[..end];
    let length = body.chars().count();
    let named = BODIES.iter().any(|word| body.ends_with(word)) && (3..=LONGEST_NAME).contains(&length);
    let named = named && !body.ends_with("镇街道");
    (alone && named && !body.contains('等') && !is_bare(body)).then(|| body.to_owned())
}

/// |湖滨县|完成固定资产投资30亿元: the county that a clause begins with, as its subject.
pub fn county(head: &str) -> Option<String> {
    /// Characters of its name.
    const NAME: std::ops::RangeInclusive<usize> = 3..=6;
    const DID: [&str; 8] = ["完成", "实现", "新增", "建成", "引进", "获批", "地区生产总值", "一般公共预算"];
    /// What is no name with the character behind it: 山区, 城市, 强县.
    const OTHERS: &str = "全各本城社园地小片街校景库灾林牧农山矿郊新保上超股楼夜集门强困范点业县市辖老厂港";
    let end = DID.iter().filter_map(|verb| head.find(verb)).min()?;
    let name = &head[..end];
    let mut last = name.chars().rev();
    let named =
        last.next().is_some_and(|ch| "区县市旗".contains(ch)) && last.next().is_some_and(|ch| !OTHERS.contains(ch));
    let plain = name.chars().all(is_han) && !name.starts_with(['全', '各', '我', '本', '两', '该']);
    (named && plain && NAME.contains(&name.chars().count())).then(|| name.to_owned())
}

/// What is counted at an event: 签约项目, 参展企业.
pub fn happens_there(own: &str) -> bool {
    const THERE: [&str; 9] = ["签约", "集中签约", "现场签约", "吸引", "达成", "促成", "参展", "累计入场", "成交"];
    THERE.iter().any(|word| own.starts_with(word))
}

/// 成功举办|第八届亚欧博览会|: the event that a clause says was held.
pub fn event(clause: &str) -> Option<String> {
    const LONGEST: usize = 22;
    const EVENTS: [&str; 15] = [
        "恳谈会",
        "对接会",
        "签约会",
        "博览会",
        "交易会",
        "洽谈会",
        "投洽会",
        "论坛",
        "推介会",
        "招商会",
        "峰会",
        "展览会",
        "大会",
        "展会",
        "年会",
    ];
    let held =
        ["举办", "承办", "召开", "办好"].iter().filter_map(|verb| Some(clause.find(verb)? + verb.len())).min()?;
    let end = EVENTS.iter().filter_map(|event| Some(clause.find(event)? + event.len())).max()?;
    let name = clause.get(held..end)?.trim_start_matches('了');
    let first = name.split('、').next().unwrap_or(name);
    let one = first.len() == name.len() && name.matches('“').count() == name.matches('”').count();
    (one && (3..=LONGEST).contains(&name.chars().count())).then(|| name.to_owned())
}
