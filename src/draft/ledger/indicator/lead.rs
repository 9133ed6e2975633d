//! The words at the head of an indicator that are no part of it: 其中, 全市, 2025年, 一是.

use crate::draft::ledger::words::{LEADING, OTHERS, SCOPES};
use crate::text::han::{is_han, is_space};

/// The words before a number without those that lead them.
pub struct Lead {
    pub rest: String,
    /// 全市 and the like; empty where none is named.
    pub scope: &'static str,
    /// Behind 其中 or 包括.
    pub part: bool,
}

impl Lead {
    /// Takes off what leads the words of an indicator.
    pub fn of(words: &str) -> Lead {
        let mut lead = Lead { rest: String::new(), scope: "", part: false };
        let mut rest = words;
        loop {
            rest = bare(rest);
            if let Some(word) = scope(rest).filter(|_| lead.scope.is_empty()) {
                lead.scope = word;
                rest = &rest[word.len()..];
                continue;
            }
            let Some(word) = leading(rest) else {
                lead.rest = rest.to_owned();
                return lead;
            };
            lead.part |= matches!(word, "其中" | "包括" | "包含" | "含");
            rest = &rest[word.len()..];
        }
    }
}

/// Without punctuation, a year, a plan and an ordinal.
fn bare(text: &str) -> &str {
    let marks = "、，,：:;*#”》）)—-；。∶－～~–/①②③④⑤⑥⑦⑧⑨";
    ordinal(plan(months(year(label(plus(text.trim_start_matches(|ch: char| is_space(ch) || marks.contains(ch))))))))
}

/// Without 加 before what an account adds: 加|上级补助收入.
fn plus(text: &str) -> &str {
    const ADDED: [&str; 11] =
        ["上级", "上解", "上年", "中央", "地方", "调出", "调入", "债务", "转移性", "再融资", "一般债"];
    text.strip_prefix('加').filter(|rest| ADDED.iter().any(|word| rest.starts_with(word))).unwrap_or(text)
}

/// Without 1．at the head.
fn label(text: &str) -> &str {
    let rest = text.trim_start_matches(|ch: char| ch.is_ascii_digit());
    let short = (1..=2).contains(&(text.len() - rest.len()));
    rest.strip_prefix(['．', '.', '、'])
        .filter(|rest| short && (rest.is_empty() || rest.starts_with(is_han)))
        .unwrap_or(text)
}

fn scope(text: &str) -> Option<&'static str> {
    let word = SCOPES
        .at_start(text)
        .find(|word| !text[word.len()..].starts_with(['面', '程']) && !text[word.len()..].starts_with("以上"))?;
    let body = ["政协", "人大", "工会", "妇联", "两会", "文明", "重点", "百强", "统筹调剂"]
        .iter()
        .any(|body| text[word.len()..].starts_with(body));
    // 市级收入其中|区级上解|收入: what the districts pay is no account of theirs.
    let body = body || matches!(word, "区级" | "县级") && text[word.len()..].starts_with("上解");
    // 全国规模最大的
    // 全国甲城市、乙城市等36项荣誉
    let rest = &text[word.len()..];
    if rest.contains('、') && rest.ends_with('等') && word == "全国" {
        return None;
    }
    let best = text[word.len()..].chars().take(8).any(|ch| ch == '最') || text[word.len()..].starts_with(['首', '唯']);
    (!best && !word.starts_with("全社会") && !word.contains("规模") && !body).then_some(word)
}

fn leading(text: &str) -> Option<&'static str> {
    LEADING.at_start(text).filter(|word| !is_other(text, word)).max_by_key(|word| word.len())
}

/// Without “十四五”时期 at the head.
fn plan(text: &str) -> &str {
    let rest =
        text.strip_prefix('“').and_then(|rest| rest.split_once("五”")).filter(|(name, _)| name.chars().count() <= 2);
    let rest = rest.map(|(_, rest)| rest);
    rest.and_then(|rest| ["时期", "期间", "末", "以来"].iter().find_map(|word| rest.strip_prefix(word))).unwrap_or(text)
}

/// Without 一是 at the head.
fn ordinal(text: &str) -> &str {
    let rest = text.trim_start_matches(crate::syntax::numeral::is_numeral);
    rest.strip_prefix('是').filter(|rest| rest.len() + '是'.len_utf8() < text.len()).unwrap_or(text)
}

/// 共同富裕, 将军, 含税: the word goes on.
fn is_other(text: &str, word: &str) -> bool {
    OTHERS.at_start(text).any(|other| other.starts_with(word))
}

/// Without 1月至9月, 1—9月 at the head.
fn months(text: &str) -> &str {
    let digits = |text: &str| text.len() - text.trim_start_matches(|ch: char| ch.is_ascii_digit()).len();
    let first = digits(text);
    let rest = &text[first..];
    let rest = rest.strip_prefix('月').unwrap_or(rest);
    let Some(rest) = rest.strip_prefix(['至', '-', '—', '～', '－']).filter(|_| (1..=2).contains(&first)) else {
        return text;
    };
    let second = digits(rest);
    rest[second..].strip_prefix('月').filter(|_| (1..=2).contains(&second)).unwrap_or(text)
}

/// Without a year at the head: 2025年, 2025年底.
fn year(text: &str) -> &str {
    let digits: usize =
        text.chars().take_while(|ch| ch.is_ascii_digit() || matches!(ch, '—' | '-' | '～')).map(char::len_utf8).sum();
    let rest = &text[digits..];
    // 3年增长, 五年来累计 without the words that LEADING has
    if let Some(rest) = rest.strip_prefix('年').filter(|rest| (1..=2).contains(&digits) && !rest.is_empty()) {
        return ["来", "间", "内"].iter().find_map(|word| rest.strip_prefix(word)).unwrap_or(rest);
    }
    // 一九五九年的产量
    let chinese: usize = text.chars().take_while(|ch| "〇一二三四五六七八九零".contains(*ch)).map(char::len_utf8).sum();
    if let Some(rest) = text[chinese..].strip_prefix('年').filter(|_| chinese == 12) {
        return ["度", "底", "末", "初", "的"].iter().find_map(|word| rest.strip_prefix(word)).unwrap_or(rest);
    }
    match rest.strip_prefix('年').filter(|_| digits >= 4) {
        Some(rest) => ["度", "底", "末", "初"].iter().find_map(|word| rest.strip_prefix(word)).unwrap_or(rest),
        None => text,
    }
}
