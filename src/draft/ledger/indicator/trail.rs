//! The words between an indicator and its number that are no part of it: 达到, 由2020年的, 比上年.

use crate::draft::ledger::words::{BEING, WHOLE, WordList, ending};
use crate::syntax::numeral::is_numeral;
use crate::text::han::is_space;

/// Without words at the end.
pub fn trail(core: &str, words: &WordList, of: bool) -> String {
    let mut rest = core.trim_end_matches(|ch: char| is_space(ch) || "、，“：-－".contains(ch));
    if of {
        rest = rest.trim_end_matches('的');
    }
    while let Some(word) = ending(words, rest) {
        // 完成 alone is the verb of 完成13个项目.
        let verb = matches!(word, "完成" | "实现" | "有" | "由" | "从") && rest.len() == word.len();
        let inner = WHOLE.at_end(rest).any(|whole| whole.ends_with(word));
        if inner || (verb && word == "完成") {
            break;
        }
        rest = rest[..rest.len() - word.len()].trim_end_matches(|ch: char| is_space(ch) || "、，".contains(ch));
    }
    rest.to_owned()
}

/// Without a round amount that was passed, which no number tells: 财政收入|突破千亿元大关|.
pub fn without_round(core: &str) -> &str {
    const STEPS: [&str; 6] = ["大关", "大台阶", "新台阶", "台阶", "关口", "元"];
    const PASSED: [&str; 14] = [
        "连续突破",
        "突破",
        "跨过",
        "跨越",
        "跨上",
        "迈上",
        "迈过",
        "站上",
        "超过",
        "达到",
        "连跨",
        "双双",
        "超",
        "达",
    ];
    let rest = core.trim_end_matches(['、', '，', '后']);
    let Some(step) = STEPS.iter().find_map(|step| rest.strip_suffix(step)) else { return core };
    let step = step.strip_suffix('元').unwrap_or(step);
    let bare = step.trim_end_matches(|ch| is_numeral(ch) || matches!(ch, '两' | '个' | '千' | '百' | '万' | '亿'));
    let amount = step[bare.len()..].chars().next_back().is_some_and(|ch| matches!(ch, '百' | '千' | '万' | '亿'));
    let passed = PASSED.iter().find_map(|word| bare.strip_suffix(word)).or(Some(bare).filter(|bare| bare.is_empty()));
    passed.filter(|_| amount).map_or(core, |rest| trailless(rest))
}

/// Without how long it has been so: 粮食产量|时隔20年之后连续3年|超过700亿斤.
pub fn without_run(core: &str) -> &str {
    let number = |words: &'_ str| {
        let bare = words.trim_end_matches(|ch: char| ch.is_ascii_digit() || is_numeral(ch) || ch == '两').len();
        (bare < words.len()).then_some(bare)
    };
    let years = core.strip_suffix('年').or_else(|| core.strip_suffix("个月"));
    let run = years.and_then(|years| years[..number(years)?].strip_suffix("连续"));
    let rest = run.unwrap_or(core);
    let since = rest.strip_suffix("之后").or_else(|| rest.strip_suffix('后')).and_then(|rest| rest.strip_suffix('年'));
    let bare = since.and_then(|since| since[..number(since)?].strip_suffix("时隔")).unwrap_or(rest);
    if bare.is_empty() { core } else { bare }
}

/// Without 首次, 连续 and the like at the end.
fn trailless(rest: &str) -> &str {
    const HOW: [&str; 7] = ["双双", "首次", "连续", "成功", "相继", "先后", "历史性"];
    HOW.iter().find_map(|word| rest.strip_suffix(word)).unwrap_or(rest)
}

/// Without a year that the number itself is of, at the end: 产量增加到|2005年的.
pub fn until_year(core: &str) -> String {
    let rest = ["年的", "年底的", "年末的", "年", "年底", "年末"].iter().find_map(|word| core.strip_suffix(word));
    let bare = rest.map(|rest| rest.trim_end_matches(|ch: char| ch.is_ascii_digit()));
    // 增加到一九八二年的
    let chinese = rest.map(|rest| rest.trim_end_matches(|ch| "〇一二三四五六七八九零".contains(ch)));
    match (rest, bare) {
        (Some(rest), _) if chinese.is_some_and(|bare| rest.len() - bare.len() == 12) => {
            chinese.unwrap_or(rest).to_owned()
        }
        (Some(rest), Some(bare)) if rest.len() - bare.len() == 4 => bare.to_owned(),
        _ => core.to_owned(),
    }
}

/// Without the time that a change begins at: 经营主体|由2020年的, 三次产业结构|由“十二五”末的.
pub fn from_year(core: &str) -> &str {
    let at = core.rfind(['由', '从']).filter(|at| {
        let rest = &core[*at..];
        rest.chars().count() <= 12 && (rest.contains('年') || rest.contains("五”"))
    });
    at.map_or(core, |at| &core[..at])
}

/// Behind a year inside: 提出2025年|粮食产量.
pub fn behind_year(core: &str) -> &str {
    let mut years = core
        .match_indices('年')
        .filter(|(at, _)| core[..*at].chars().rev().take_while(char::is_ascii_digit).count() == 4);
    let Some((at, _)) = years.next_back() else { return core };
    let rest = &core[at + '年'.len_utf8()..];
    let rest = ["度", "底", "末", "初"].iter().find_map(|word| rest.strip_prefix(word)).unwrap_or(rest);
    let against = ["的", "增", "下", "提", "减", "同", "上", "翻", "降"].iter().any(|word| rest.starts_with(word));
    // 国民生产总值1987年达到, 死亡人数比2020年分别: the words before the year.
    let bare = core[..at].trim_end_matches(|ch: char| ch.is_ascii_digit());
    if bare.ends_with(['比', '较', '从', '由']) {
        return core;
    }
    if !bare.is_empty() && trail(rest, BEING, false).is_empty() && !rest.is_empty() {
        return bare;
    }
    if rest.is_empty() || against { core } else { rest }
}

/// The words behind 比 or 较 that name another time or place are no part of an indicator: 全市用电量比2020年|增长.
pub fn against(core: &str) -> &str {
    let at = core.rfind(['比', '较']).filter(|at| {
        let rest = &core[*at + '比'.len_utf8()..];
        let near = rest.chars().count() <= 14;
        let named = ["年", "期", "初", "底", "末", "上", "全国", "全省", "全市", "预算", "去", "五”", "历史"];
        near && named.iter().any(|word| rest.contains(word)) && !core[..*at].ends_with(['占', '相', '对'])
    });
    at.map_or(core, |at| &core[..at])
}

/// Without what a price or an allowance is paid for: 低保标准|每人每月.
pub fn each(core: &str) -> &str {
    const EACH: [&str; 22] = [
        "每生每年",
        "每生每月",
        "每户每年",
        "每户每月",
        "平均每天",
        "每人每月",
        "每人每年",
        "每人每天",
        "每平方米",
        "每立方米",
        "每千瓦时",
        "每吨",
        "每月",
        "每年",
        "每人",
        "每亩",
        "年末的",
        "年底的",
        "年初的",
        "目前的",
        "现在的",
        "当前的",
    ];
    let now = ["去年的", "上年的", "今年的"].iter().find_map(|word| core.strip_suffix(word));
    // 降到去年的1.5%
    if let Some(to) = now.filter(|to| to.ends_with(['到', '至'])) {
        return to;
    }
    let rest = EACH.iter().find_map(|word| core.strip_suffix(word)).unwrap_or(core);
    // 2007年末的 is a year of its own.
    if rest.is_empty() || rest.ends_with(|ch: char| ch.is_ascii_digit()) { core } else { rest }
}
