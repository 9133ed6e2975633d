//! 稿子自己列出的一组，数目与名称不符：“四破四立”列了四破三立，“五个坚持”列了四个坚持。
//!
//! 只查名称后面紧跟冒号、在同一句里逐项列出的：“五个坚持：坚持……、坚持……”，“四破四立：着力破除……，树立……；……”；还有“三互”
//! “五个一”一类名称后面用冒号、括号或“即”引出、用顿号逐项列出，每一项都有名称里那个字的。按分号数、按逗号顿号数，有一种数得上就不报。
//!
//! 依据：行文前后一致；250 份公开报告里，这样列出的数目都与名称相符。
//!
//! ```应报
//! 牢牢把握“五个坚持”：坚持政治引领、坚持团结民主、坚持服务大局、坚持履职为民。
//! ```
//!
//! ```应报
//! 推进“三破三立”：着力破除守旧思想，树立创新意识；破除浮躁作风，树立务实形象；破除畏难情绪。
//! ```
//!
//! ```应报
//! 推进“三互”（信息互换、监管互认）建设。
//! ```
//!
//! ```不报
//! 做到“三个坚持”：坚持稳字当头、稳中求进，坚持守正创新，坚持系统观念。
//! ```

use crate::config::Severity;
use crate::draft::{Passage, Span};
use crate::rules::{Check, Report, Rule};
use crate::syntax::numeral;
use crate::text::han::{is_han, non_han};

/// 提法项数
pub static MEMBERS: Rule = Rule {
    name: "phrase/members",
    title: "提法项数",
    severity: Severity::Warning,
    source: include_str!("members.rs"),
    check: Check::Text(check),
};

/// Characters between a name in quotation marks and its colon: “四破四立”专项行动：
const BEHIND: usize = 6;

/// Longest item of a list, in characters.
const ITEM: usize = 14;

fn check(passage: &Passage<'_>, report: &mut Report<Span>) {
    let text = passage.text();
    let mut colons: Vec<(usize, usize)> = Vec::new();
    for (at, mark) in non_han(text) {
        let behind = at + mark.len_utf8();
        match mark {
            '：' | ':' => colons.push((at, behind)),
            '”' => {
                if let Some((name, message)) = each(text, at, behind) {
                    report.add(passage.span(name), format!("提法项数：“{}”{message}", &text[name.range()]));
                }
            }
            _ => {}
        }
    }
    for (colon, behind) in colons {
        let Some(name) = name(&text[..colon]) else { continue };
        let list = &text[behind..];
        // Without a stop behind it the list is still being typed.
        let Some(end) = list.find(['。', '！', '？']) else { continue };
        let list = &list[..end];
        let words = &text[name.range()];
        let message = verbs(words, list).or_else(|| pairs(words, list));
        if let Some(message) = message {
            report.add(passage.span(name), format!("提法项数：“{words}”{message}"));
        }
    }
}

/// The name that a colon explains, without its quotation marks.
fn name(head: &str) -> Option<Span> {
    let from = head.char_indices().rev().nth(BEHIND).map_or(0, |(at, _)| at);
    if let Some(close) = head[from..].rfind(['”', '’']).map(|at| from + at) {
        let open = head[..close].rfind(['“', '‘'])?;
        let start = open + '“'.len_utf8();
        return Some(Span::new(start, close));
    }
    let start = head.rfind("个")?;
    let number = head[..start].chars().next_back()?;
    Some(Span::new(start - number.len_utf8(), head.len()))
}

/// 五个坚持：坚持甲、坚持乙
fn verbs(name: &str, list: &str) -> Option<String> {
    let (number, verb) = name.split_once('个')?;
    let said = count(number)?;
    let short = (2..=4).contains(&verb.chars().count()) && verb.chars().all(is_han);
    if !short || !list.starts_with(verb) {
        return None;
    }
    let begun = |marks: &[char]| {
        let items = list.split(marks).map(|item| item.trim_start_matches(['和', '并', '以', '及', '“', '‘']));
        items.filter(|item| item.starts_with(verb)).count()
    };
    let found = begun(&['；', ';', '、', '，', ',']);
    (found >= 2 && found != said && begun(&['；', ';']) != said)
        .then(|| format!("后面列了 {found} 个“{verb}”，应为 {said} 个"))
}

/// “三互”（信息互换、监管互认）: a name, and what is wrong with the list behind it, each item of which has the word that the
/// name counts.
fn each(text: &str, close: usize, behind: usize) -> Option<(Span, String)> {
    let open = text[..close].rfind(['“', '”']).filter(|open| text[*open..].starts_with('“'))? + '“'.len_utf8();
    let name = &text[open..close];
    let first = name.chars().next()?;
    let said = count(first.encode_utf8(&mut [0; 4]))?;
    let word = name[first.len_utf8()..].trim_start_matches(['个', '大', '项']);
    let short = (1..=3).contains(&word.chars().count()) && word.chars().all(is_han);
    // 三减三健 counts two things.
    let other = word.chars().skip(1).any(numeral::is_numeral) || word.chars().count() > 1 && word.contains('一');
    // 五个坚持：坚持… is told by its verbs.
    let list = list(&text[behind..]).filter(|list| short && !other && !list.starts_with(word) || word == "一")?;
    let items: Vec<&str> = list.split('、').collect();
    let plain = items.len() >= 2 && list.matches(word).count() == items.len() && !list.contains(['“', '（', '(', '等']);
    let fits = plain && items.iter().all(|item| item.contains(word) && item.chars().count() <= ITEM);
    // 信息互换、监管互认和执法互助 is caught by the count of the word.
    (fits && items.len() != said)
        .then(|| (Span::new(open, close), format!("后面列了 {} 项，应为 {said} 项", items.len())))
}

/// The list behind a name in quotation marks: up to the end of its sentence or bracket, without what a comma adds.
fn list(behind: &str) -> Option<&str> {
    let head = behind.char_indices().take(BEHIND + 3).find(|(_, ch)| !is_han(*ch) || *ch == '即');
    let (at, _) = head?;
    let rest = behind[at..].trim_start_matches(['，', ',']);
    let rest = rest.strip_prefix('即').unwrap_or(rest);
    let explained = rest.len() < behind[at..].len() && behind[at..].contains('即');
    let inner = rest.strip_prefix(['（', '(']);
    let rest = match inner {
        Some(inner) => &inner[..inner.find(['）', ')'])?],
        None => rest.strip_prefix(['：', ':']).or(explained.then_some(rest))?,
    };
    // Without a stop behind it the list is still being typed.
    let end = rest.find(['。', '；', '！', '？', ';']).or(inner.map(|_| rest.len()))?;
    let rest = &rest[..end];
    let cut = rest.find(['，', ',']).unwrap_or(rest.len());
    // Items that commas divide as well cannot be counted.
    let goes_on = rest[cut..].contains('、');
    (!goes_on).then_some(&rest[..cut])
}

/// 四破四立：破除甲，树立乙；……
fn pairs(name: &str, list: &str) -> Option<String> {
    let chars: Vec<char> = name.chars().collect();
    let [first, one, second, other] = chars[..] else { return None };
    let said = count(first.encode_utf8(&mut [0; 4])).filter(|_| first == second && one != other)?;
    let plain = without_quotations(list);
    let items: Vec<&str> = plain.split(['；', ';']).collect();
    let with = |wanted: char| items.iter().filter(|item| item.contains(wanted)).count();
    let (ones, others) = (with(one), with(other));
    let missing = match (ones == said, others == said) {
        (true, false) if others >= 2 => other,
        (false, true) if ones >= 2 => one,
        // Every item has both, and there are more or fewer.
        (false, false) if items.len() >= 3 && ones == items.len() && others == ones => {
            return Some(format!("后面列了 {ones} 组，应为 {said} 组"));
        }
        _ => return None,
    };
    (items.len() == said).then(|| format!("后面只有 {} 处“{missing}”，应为 {said} 处", with(missing)))
}

/// Two to ten, as slogans write it.
fn count(number: &str) -> Option<usize> {
    let read = if number == "两" { Some(2) } else { numeral::read(number) };
    read.map(|count| count as usize).filter(|count| (2..=12).contains(count))
}

fn without_quotations(text: &str) -> String {
    let mut depth = 0usize;
    let keep = |ch: &char| {
        depth = match ch {
            '“' | '‘' => depth + 1,
            '”' | '’' => depth.saturating_sub(1),
            _ => depth,
        };
        depth == 0
    };
    text.chars().filter(keep).collect()
}
