//! The noun behind a number that stands before it: 13个|重大项目.

use crate::draft::ledger::words::{ALONE, BEING, CHANGES, PREDICATES};
use crate::syntax::Quantity;
use crate::syntax::sentence::without_brackets;
use crate::text::han::{is_han, is_space};

/// Longest noun behind a number, in characters.
pub const LONGEST: usize = 16;
/// Characters more that are looked at, for a noun with a name in quotes.
const MORE: usize = 6;

/// The noun behind a number; empty where none is told.
pub fn behind(text: &str, figure: &Quantity) -> String {
    let rest = text[figure.span.end..].trim_start_matches(is_space);
    let rest = ["以上", "左右", "之多", "有余"].iter().find_map(|word| rest.strip_prefix(word)).unwrap_or(rest);
    let told = figure.is_percent() && rest.starts_with('的');
    if !(figure.adds_up() || figure.unit.is_empty() || told) {
        return String::new();
    }
    let rest = rest.strip_prefix('的').unwrap_or(rest);
    let noun = without_brackets(&rest[..end(rest)]);
    let noun = noun.trim_matches(' ');
    match noun.chars().count() {
        0 => String::new(),
        _ if noun.starts_with('等') => String::new(),
        // 11个县被认定为…: the place alone says too little.
        1 if noun.starts_with(['县', '市', '区', '村', '镇', '乡', '户', '人', '省', '国']) => {
            rest.chars().take(LONGEST).take_while(|ch| is_han(*ch)).collect()
        }
        1 => String::new(),
        _ => noun.to_owned(),
    }
}

/// The byte behind the noun at the start of a text.
fn end(rest: &str) -> usize {
    // 新建100个“15分钟服务圈”
    let name = rest.strip_prefix('“').and_then(|name| name.split_once('”')).map_or(0, |(name, _)| name.len());
    let mut end = 0;
    for (at, ch) in rest.char_indices().take(LONGEST + MORE).skip_while(|(at, _)| *at < name) {
        if !is_of_noun(ch) || ends_before(&rest[at..]) || is_joint(rest, at, ch, end == 0) {
            break;
        }
        end = at + ch.len_utf8();
    }
    end
}

fn is_of_noun(ch: char) -> bool {
    is_han(ch) || matches!(ch, '“' | '”' | '（' | '）') || ch.is_ascii_alphabetic()
}

/// Whether a text begins with what the noun does, or with what was done with it.
fn ends_before(rest: &str) -> bool {
    let being = || BEING.iter().any(|word| word.len() > 3 && rest.starts_with(word));
    PREDICATES.iter().any(|word| rest.starts_with(word)) || changed(rest) || being() || begun(rest)
}

/// Whether a joint ends the noun: it does not inside 为民办实事项目, 研发与转化平台, 国有及国有控股企业, 和美乡村.
fn is_joint(rest: &str, at: usize, ch: char, first: bool) -> bool {
    let behind = at + ch.len_utf8();
    let again = rest.get(..6).is_some_and(|word| rest[behind..].starts_with(word));
    let inside = first || again || ALONE.iter().any(|word| rest[..behind].ends_with(word));
    "，和、与、及为并".contains(ch) && !inside
}

/// 12家企业|增加到…, but 30个增长点.
fn changed(rest: &str) -> bool {
    CHANGES.iter().filter(|word| word.len() > 3).any(|word| {
        rest.strip_prefix(word).is_some_and(|behind| {
            !behind.starts_with(is_han) || behind.starts_with(['到', '至', '了', '超', '近', '约'])
        })
    })
}

/// 12个项目|开工, but 30个新开工项目.
fn begun(rest: &str) -> bool {
    let behind = ["开工", "投产", "竣工"].iter().find_map(|word| rest.strip_prefix(word));
    behind.is_some_and(|behind| !behind.starts_with(is_han) || behind.starts_with("建设"))
}
