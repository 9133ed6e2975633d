//! 引号、书名号、括号不成对：“有前引号没有后引号”，有后引号没有前引号；引号里面又用双引号（里面的用单引号）。
//!
//! 一段之内成对；一段引文分成几段的（段首有前引号、段末有后引号）不报，还没有写完的段（末尾没有句号之类）不报，标题里前引号后面已有
//! 十个字的报；“1）”“三）”这样的编号不报，断行断出来的半句不报。
//!
//! 依据：GB/T 15834-2011 §4.8、§4.9、§4.15（引号、括号、书名号标示一段话的起止，成对使用）。
//!
//! ```应报
//! 持续深化“放管服改革，营商环境不断优化。
//! ```
//!
//! ```应报
//! 营商环境不断优化。持续深化放管服”改革，推进一网通办。
//! ```
//!
//! ```应报
//! 认真落实《关于加强基层政协工作的意见，提升履职水平。
//! ```
//!
//! ```不报
//! 持续深化“放管服”改革（见附件1），落实《关于加强基层政协工作的意见》。
//! ```

use crate::config::Severity;
use crate::draft::{Passage, Span};
use crate::rules::{Applicability, Check, Fix, Report, Rule};
use crate::syntax::width::is_numeral;
use crate::syntax::{Kind, Role};
use crate::text::han::{is_han, non_han};

/// 标点不成对
pub static UNPAIRED: Rule = Rule {
    name: "punctuation/unpaired",
    title: "标点不成对",
    severity: Severity::Warning,
    source: include_str!("unpaired.rs"),
    check: Check::Text(check),
};

/// What a mark opens or closes. Single quotation marks are apostrophes too (’98) and are left out.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Pair {
    Quote,
    Title,
    Bracket,
    Year,
    Lens,
    Corner,
}

impl Pair {
    fn called(self) -> &'static str {
        match self {
            Pair::Quote | Pair::Corner => "引号",
            Pair::Title => "书名号",
            Pair::Bracket | Pair::Year | Pair::Lens => "括号",
        }
    }

    /// The mark that closes what `open` opens.
    fn close(self, open: char) -> char {
        match self {
            Pair::Quote => '”',
            Pair::Title => '》',
            Pair::Bracket if open == '(' => ')',
            Pair::Bracket => '）',
            Pair::Year => '〕',
            Pair::Lens => '】',
            Pair::Corner => '」',
        }
    }
}

/// The pair of a mark, and whether it opens.
fn pair_of(mark: char) -> Option<(Pair, bool)> {
    let pair = match mark {
        '“' | '”' => Pair::Quote,
        '《' | '》' => Pair::Title,
        '（' | '）' | '(' | ')' => Pair::Bracket,
        '〔' | '〕' => Pair::Year,
        '【' | '】' => Pair::Lens,
        '「' | '」' => Pair::Corner,
        _ => return None,
    };
    Some((pair, matches!(mark, '“' | '《' | '（' | '(' | '〔' | '【' | '「')))
}

/// An opening mark that is not closed yet.
#[derive(Clone, Copy)]
struct Open {
    at: usize,
    mark: char,
    pair: Pair,
}

/// Characters: in 274 quotations of published headings, 273 are shorter than 13 and 265 shorter than 8.
const QUOTED: usize = 10;

fn check(passage: &Passage<'_>, report: &mut Report<Span>) {
    if !passage.is_prose() {
        return;
    }
    let text = passage.text();
    let mut open: Vec<Open> = Vec::new();
    // Quotations that stand in another, told only where that one is closed as well.
    let mut inner: Vec<(usize, usize)> = Vec::new();
    for (at, mark) in non_han(text) {
        let Some((pair, opens)) = pair_of(mark) else { continue };
        if opens {
            open.push(Open { at, mark, pair });
            continue;
        }
        match open.iter().rposition(|open| open.pair == pair) {
            Some(index) => {
                let inside = open.split_off(index);
                if pair == Pair::Quote
                    && open.iter().any(|outer| outer.pair == pair && outer.at + '“'.len_utf8() < inside[0].at)
                {
                    inner.push((inside[0].at, at));
                }
                unclosed(passage, &inside[1..], report);
            }
            None => unopened(passage, at, mark, pair, report),
        }
    }
    if open.is_empty() {
        inner.iter().for_each(|(from, to)| nested(passage, *from, *to, report));
    }
    if is_long_heading(passage, &open) {
        unclosed(passage, &open[..1], report);
    } else if is_whole(passage) {
        // What a bracket holds may have a ； of its own, and go on behind it.
        open.retain(|open| !text.ends_with('；') || matches!(open.pair, Pair::Quote | Pair::Corner));
        unclosed(passage, &open, report);
    }
}

/// “全省有名的“一村一品”示范县”: inside a quotation single marks are used. Where no words stand between, 、 of “甲“、”乙”,
/// the marks are turned the wrong way.
fn nested(passage: &Passage<'_>, from: usize, to: usize, report: &mut Report<Span>) {
    let quoted = &passage.text()[from + '“'.len_utf8()..to];
    if !quoted.contains(is_han) {
        return;
    }
    let [open, close] = [span(from, '“'), span(to, '”')].map(|span| passage.span(span));
    let message = format!("标点不成对：引号里面再用引号，里面的用单引号「‘{quoted}’」");
    let edits = vec![(open, "‘".to_owned()), (close, "’".to_owned())];
    let title = "里面的改为单引号".to_owned();
    report.add(open, message).related(close, "里面的后引号").fix(Fix {
        title,
        applicability: Applicability::Unsafe,
        edits,
    });
}

/// Whether nothing of the paragraph is missing at its end, as it is while it is typed and where a page cuts it.
fn is_whole(passage: &Passage<'_>) -> bool {
    let text = passage.text();
    let ended = text.ends_with(['。', '！', '？', '；']);
    ended
        || passage.paragraph.kind == Kind::Salutation
        || (passage.paragraph.kind == Kind::Title && text.ends_with(is_han))
}

/// Whether more words stand behind the only open quotation mark of a heading than headings quote.
fn is_long_heading(passage: &Passage<'_>, open: &[Open]) -> bool {
    let [open] = open else { return false };
    let quoted = &passage.text()[open.at + open.mark.len_utf8()..];
    let heading = matches!(passage.paragraph.kind, Kind::Heading | Kind::Part);
    heading && open.pair == Pair::Quote && !quoted.contains('。') && quoted.chars().count() >= QUOTED
}

/// Whether nothing is missing before a mark: where a page or a line cuts a sentence, the mark that opens is above.
fn is_begun(passage: &Passage<'_>, before: &str) -> bool {
    let text = passage.text();
    let one_line = passage.span(Span::new(0, text.len())).range().len() == text.len();
    one_line && (opens_paragraph(passage) || before.contains(['。', '！', '？', '；']))
}

/// Whether a paragraph is begun and no piece of one: a heading, an item, a dash, or an indent.
fn opens_paragraph(passage: &Passage<'_>) -> bool {
    let paragraph = passage.paragraph;
    let item = paragraph.items().next().is_some_and(|item| item.role == Role::Head);
    item || matches!(paragraph.kind, Kind::Heading | Kind::Dash) || paragraph.is_indented()
}

fn unclosed(passage: &Passage<'_>, open: &[Open], report: &mut Report<Span>) {
    let mut rest = open;
    while let [one, after @ ..] = rest {
        rest = after;
        let called = one.pair.called();
        // Each paragraph of a long quotation begins with a mark, and only the last one ends with it.
        if one.at == 0 && matches!(one.pair, Pair::Quote | Pair::Corner) {
            continue;
        }
        match after.first().filter(|again| again.pair == one.pair && again.mark == one.mark) {
            Some(again) => {
                let close = one.pair.close(one.mark);
                let place = passage.span(span(again.at, again.mark));
                let message =
                    format!("标点不成对：这里又是一个前{called}「{}」，应为后{called}「{close}」", again.mark);
                let finding = report.add(place, message);
                finding.related(passage.span(span(one.at, one.mark)), format!("还没有结束的前{called}"));
                let edits = vec![(place, close.to_string())];
                finding.fix(Fix {
                    title: format!("改为后{called}「{close}」"),
                    applicability: Applicability::Unsafe,
                    edits,
                });
                rest = &after[1..];
            }
            None => {
                let message = format!("标点不成对：前{called}「{}」没有对应的后{called}，请补上", one.mark);
                report.add(passage.span(span(one.at, one.mark)), message);
            }
        }
    }
}

fn unopened(passage: &Passage<'_>, at: usize, mark: char, pair: Pair, report: &mut Report<Span>) {
    let text = passage.text();
    let (before, after) = (&text[..at], &text[at + mark.len_utf8()..]);
    let ends = after.trim_end_matches(['。', '！', '？', '；', '，', '、']).is_empty();
    if ends || !is_begun(passage, before) || (pair == Pair::Bracket && is_label(before)) {
        return;
    }
    let called = pair.called();
    let message = format!("标点不成对：后{called}「{mark}」没有对应的前{called}，请补上或删去");
    report.add(passage.span(span(at, mark)), message);
}

/// 1） 三） a） at the start of a sentence or an item.
fn is_label(before: &str) -> bool {
    let head = before.trim_end_matches(is_numeral);
    let own = head.trim_end();
    head.len() < before.len() && (own.is_empty() || own.ends_with(['。', '；', '：', '，', '、', ':', ';', '*', '#']))
}

fn span(at: usize, mark: char) -> Span {
    Span::new(at, at + mark.len_utf8())
}
