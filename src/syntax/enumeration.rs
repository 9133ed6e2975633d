//! Sentences that announce how many items follow, and references to a numbered part.

use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, MatchKind};

use super::Span;
use super::numeral::{arabic_digit, is_numeral, read};
use super::pattern;

/// “做好以下五个方面工作：”
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Announcement {
    pub count: u32,
    /// The number and its measure word: 五个方面.
    pub span: Span,
    /// Byte behind the mark that ends the announcement.
    pub end: usize,
}

/// “见第六部分”
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reference {
    pub number: u32,
    /// 第六部分
    pub span: Span,
}

/// Words that point at what follows.
const POINTERS: [&str; 6] = ["以下", "如下", "下列", "下面", "见第", "个方面"];
/// Verbs of what an announcement announces.
const VERBS: [&str; 9] = ["抓好", "做好", "抓实", "办好", "落实", "把握", "做了", "抓了", "突出"];
/// Measure words of announced items, longest first.
const MEASURES: [&str; 17] = [
    "个方面",
    "大方面",
    "方面",
    "个重点",
    "个关键",
    "项重点",
    "个",
    "项",
    "大",
    "点",
    "条",
    "类",
    "种",
    "件",
    "句",
    "步",
    "组",
];

/// The announcements and references of a text, in their order.
pub fn find(text: &str) -> (Vec<Announcement>, Vec<Reference>) {
    static WORDS: LazyLock<AhoCorasick> = LazyLock::new(|| pattern::words(POINTERS, MatchKind::LeftmostFirst));
    let (mut announcements, mut references) = (Vec::new(), Vec::new());
    for found in WORDS.find_iter(text) {
        match POINTERS[found.pattern().as_usize()] {
            "见第" => references.extend(reference(text, found.start() + "见".len())),
            "个方面" => announcements.extend(behind_verb(text, found.start())),
            _ => announcements.extend(announcement(text, found.end())),
        }
    }
    if announcements.is_empty() && text.ends_with(['：', ':']) {
        announcements.extend(last_clause(text));
    }
    announcements.dedup_by_key(|announcement| announcement.span);
    (announcements, references)
}

/// The number behind 以下, if the sentence ends soon behind it.
fn announcement(text: &str, at: usize) -> Option<Announcement> {
    let skipped: usize =
        ["的", "这", "重点", "主要"].iter().find(|word| text[at..].starts_with(**word)).map_or(0, |w| w.len());
    counted(text, at + skipped)
}

/// 重点做好八个方面工作。 — with a verb of doing before the number, and no 以下.
fn behind_verb(text: &str, measure: usize) -> Option<Announcement> {
    let before = &text[..measure];
    let number = before.trim_end_matches(counts);
    let verb = VERBS.iter().any(|verb| number.ends_with(verb));
    verb.then(|| counted(text, number.len())).flatten()
}

/// 重点抓好十项工作： — the number in the last clause of a paragraph that ends in a colon.
fn last_clause(text: &str) -> Option<Announcement> {
    let body = text.trim_end_matches(['：', ':']);
    let clause =
        body.rfind(['，', '。', '；', ',']).map_or(0, |at| at + body[at..].chars().next().map_or(0, char::len_utf8));
    let verb = VERBS.iter().filter_map(|verb| Some(clause + body[clause..].rfind(verb)? + verb.len())).max()?;
    let tail = &body[verb..];
    let measured = ["个方面", "方面", "项"].iter().any(|word| tail.contains(word));
    counted(text, verb).filter(|_| measured)
}

fn counted(text: &str, at: usize) -> Option<Announcement> {
    let rest = text.get(at..)?;
    let len: usize = rest.chars().take_while(|ch| counts(*ch)).map(char::len_utf8).sum();
    let number = &rest[..len];
    let count = if number == "两" { Some(2) } else { read(number).or_else(|| number.parse().ok()) };
    let count = count.filter(|count| (2..=60).contains(count))?;
    let measure = MEASURES.iter().find(|word| rest[len..].starts_with(**word))?;
    let behind = &rest[len + measure.len()..];
    let (stop, mark) =
        behind.char_indices().find(|(_, ch)| matches!(ch, '：' | ':' | '。' | '，' | ',' | '；' | '！' | '、'))?;
    let near = behind[..stop].chars().count() <= 14;
    if !near || !matches!(mark, '：' | ':' | '。') {
        return None;
    }
    let end = at + len + measure.len() + stop + mark.len_utf8();
    Some(Announcement { count, span: Span::new(at, at + len + measure.len()), end })
}

/// 五, 12, 两
pub fn counts(ch: char) -> bool {
    ch == '两' || is_numeral(ch) || arabic_digit(ch).is_some()
}

/// 第六部分 behind 见, 详见, 参见.
fn reference(text: &str, at: usize) -> Option<Reference> {
    let inner = text.get(at..)?.strip_prefix('第')?;
    let len: usize = inner.chars().take_while(|ch| is_numeral(*ch)).map(char::len_utf8).sum();
    let number = read(&inner[..len])?;
    let word = inner[len..].strip_prefix("部分").map(|_| "部分")?;
    Some(Reference { number, span: Span::new(at, at + '第'.len_utf8() + len + word.len()) })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn announced(text: &str) -> Vec<u32> {
        find(text).0.iter().map(|announcement| announcement.count).collect()
    }

    #[test]
    fn announcements_are_counted() {
        assert_eq!(announced("今年重点做好以下五个方面工作："), [5]);
        assert_eq!(announced("要在以下四大方面下功夫："), [4]);
        assert_eq!(announced("主要有以下六点体会。"), [6]);
        assert_eq!(announced("务必抓好下列12项任务。一是稳增长"), [12]);
        assert_eq!(announced("围绕上述目标，重点抓好十一个方面工作："), [11]);
        assert_eq!(announced("要抓好以下的十项工作。"), [10]);
        assert_eq!(announced("要处理好以下两个方面的关系："), [2]);
    }

    #[test]
    fn what_announces_nothing_is_left_alone() {
        for text in [
            "以下五个方面工作，我们都要做好。",
            "以下几个方面：",
            "18岁以下三类人员的保障水平稳步得到提高和进一步巩固。",
            "完成三项工作。",
            "投资十亿元：",
        ] {
            assert_eq!(announced(text), Vec::<u32>::new(), "{text}");
        }
    }

    #[test]
    fn references_name_their_part() {
        let text = "具体安排见第六部分。";
        let found = find(text).1;
        assert_eq!(found.len(), 1);
        assert_eq!((found[0].number, &text[found[0].span.range()]), (6, "第六部分"));
    }
}
