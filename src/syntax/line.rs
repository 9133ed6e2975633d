//! One physical line: the few facts that decide which lines belong together and which are page furniture.

use std::borrow::Cow;
use std::sync::LazyLock;

use super::ordinal::label_at;
use super::pattern::Form;
use super::{invisible, suppression};
use crate::text::han::{cells, is_space};

/// Lines of more bytes than this are never a column of a page; their width is not counted.
const LONG: u8 = 200;

/// What a line is, seen alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct LineFacts {
    /// Nothing but white space and marks that let findings pass.
    pub blank: bool,
    /// Such a mark stands in it: it is no blank line that parts paragraphs.
    pub marked: bool,
    /// Page number, newspaper or web furniture.
    pub furniture: bool,
    /// Width in terminal cells without its indent, counted up to [`LONG`] bytes.
    pub cells: u8,
    /// Characters without its indent, counted up to [`LONG`] bytes.
    pub characters: u8,
    /// Cells of white space before the text, as far as a byte counts.
    pub indent: u8,
    /// Stands by itself: a heading of Markdown, of a part such as 2025年工作回顾, of an appendix; a row of a table.
    pub heads: bool,
    /// An ordinal of a heading at its start.
    pub label: Option<LabelForm>,
    /// —— at its start.
    pub dash: bool,
    /// Ends in a mark that can end a paragraph.
    pub closed: bool,
    /// Cells before its first full stop.
    pub stop: Option<u8>,
    /// Ends in the beginning of a bracketed ordinal: （ or （十.
    pub splits_label: bool,
    /// Begins with the rest of a bracketed ordinal: 三）.
    pub label_rest: bool,
    /// Begins an explanation: 〔3〕“一网通办”：….
    pub note: bool,
    /// Has no mark and no ordinal, as the running heads of pages.
    pub bare: bool,
}

impl LineFacts {
    /// Whether it may be a running head between the pieces of a sentence, of which `before` is the first.
    pub fn runs_over(&self, before: &LineFacts) -> bool {
        self.bare && !self.heads && usize::from(self.cells) * 5 < usize::from(before.cells) * 3
    }
}

/// How strongly an ordinal at the start of a line speaks for a heading.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LabelForm {
    /// （一） or 第一章: hardly anything else.
    Firm,
    /// 一、 or 1.: may be a wrapped sentence.
    Weak,
}

/// Facts of a line, given without its line break.
pub fn facts(line: &str) -> LineFacts {
    let stripped = suppression::stripped(line);
    let marked = matches!(stripped, Cow::Owned(_));
    LineFacts { marked, ..facts_of(&invisible::stripped(&stripped)) }
}

fn facts_of(line: &str) -> LineFacts {
    let text = line.trim_matches(|ch| is_space(ch) || ch == '\u{C}');
    if text.is_empty() {
        return LineFacts { blank: true, ..LineFacts::default() };
    }
    let indent: usize = line.chars().take_while(|ch| is_space(*ch)).map(cells).sum();
    let short = text.len() <= usize::from(LONG);
    // No text has more cells or characters than bytes.
    let width = |text: &str| text.chars().map(cells).sum::<usize>() as u8;
    let (width_of_all, characters) = if short { (width(text), text.chars().count() as u8) } else { (LONG, LONG) };
    let label = label_at(text, 0).filter(|label| label.style.is_heading());
    let bare = short && label.is_none() && !text.contains(MARKS);
    let row = text.len() > 1 && text.starts_with('|') && text.ends_with('|');
    LineFacts {
        blank: false,
        marked: false,
        furniture: text.len() <= 120 && is_furniture(text),
        cells: width_of_all,
        characters,
        indent: u8::try_from(indent).unwrap_or(u8::MAX),
        heads: row || markdown_level(text).is_some() || is_part(text) || is_appendix(text),
        label: label.map(|label| match label.bracket {
            super::Bracket::None if label.style > super::Style::Article => LabelForm::Weak,
            _ => LabelForm::Firm,
        }),
        dash: text.starts_with("——"),
        closed: row || text.chars().next_back().is_some_and(closes),
        stop: text.find('。').filter(|_| short).map(|at| width(&text[..at])),
        splits_label: splits_label(text),
        label_rest: label_rest(text),
        note: explains(text),
        bare,
    }
}

/// Marks of sentences; a running head has none.
const MARKS: [char; 12] = ['。', '，', '、', '；', '：', '！', '？', '“', '”', '《', '》', '%'];

/// Characters in which an explanation comes to the point.
const POINT: usize = 40;

/// 〔3〕一网通办：…, [12]“三线一单”是指…, but not a number that a wrap has put at the start of a line.
fn explains(text: &str) -> bool {
    let Some(note) = super::note::first(text) else { return false };
    let words = &text[note.span.end..];
    let words = words.char_indices().nth(POINT).map_or(words, |(at, _)| &words[..at]);
    words.contains(['：', ':']) || words.contains("指") || words.starts_with(['“', '《']) && words.contains('即')
}

/// Longest part heading, in bytes: 40 Han characters.
const SHORT: usize = 120;

/// Last characters of the words that end a part heading; most lines end otherwise.
const PART_ENDS: [char; 19] =
    ['顾', '结', '排', '署', '务', '算', '划', '标', '求', '想', '况', '点', '议', '见', '作', '就', '绩', '路', '望'];

/// A part heading without a number: 2025年工作回顾, 过去五年工作回顾, “十五五”时期的目标任务.
pub fn is_part(text: &str) -> bool {
    static PART: LazyLock<Form> = LazyLock::new(|| {
        let starts = r"\d{4}|[二一][〇○零一二三四五六七八九]{3}|过去|今后|未来|上|今|去|明|本|新的|“?十[一二三四五六七八九]?五|五年来|一年来|下";
        let ends = "回顾|总结|安排|部署|任务|打算|计划|目标|要求|设想|工作情况|重点|建议|意见|工作|成就|成绩|思路|展望";
        Form::new(&format!("^(关于)?({starts}).{{0,24}}({ends})$"))
    });
    text.len() <= SHORT && text.ends_with(PART_ENDS) && PART.is_match(text)
}

/// What opens an appendix: 名词解释, 附件1, 《政府工作报告》有关用语说明, 相关链接.
pub fn is_appendix(text: &str) -> bool {
    static APPENDIX: LazyLock<Form> = LazyLock::new(|| {
        let number = r"\s*[\d一二三四五六七八九十]{0,3}\s*";
        let words = "名词解释|名词注释|名词说明|名词注解|术语解释|用语说明|用语注释|词语解释|名词术语|注释";
        let glossary = format!(r"[（(]?(附[件录表注]?{number}[:：]?\s*)?.{{0,16}}({words})[^。]{{0,6}}");
        let attachment = format!(r"附[件录表]?{number}([:：].{{0,60}})?");
        // What a web page has behind a report.
        let links = "【?(相关|延伸|推荐)(链接|稿件|新闻|阅读|文章|文档|报道|信息)】?[:：]?";
        Form::new(&format!("^({glossary}|{attachment}|{links})$"))
    });
    let words = ["释", "说明", "注解", "术语", "相关", "延伸", "推荐"];
    let may_be = || text.starts_with('附') || words.iter().any(|word| text.contains(word));
    text.len() <= SHORT && may_be() && APPENDIX.is_match(text)
}

/// Level of a Markdown heading, from 1 to 6.
pub fn markdown_level(text: &str) -> Option<usize> {
    let level = text.bytes().take_while(|byte| *byte == b'#').count();
    ((1..=6).contains(&level) && text[level..].starts_with([' ', '\t'])).then_some(level)
}

/// Marks after which a paragraph can end. Closing quotes and brackets count, because 。” ends one.
fn closes(ch: char) -> bool {
    matches!(
        ch,
        '。' | '！' | '？' | '；' | '：' | '”' | '）' | '!' | '?' | ';' | ':' | ')' | '…' | '"' | '*' | '】' | '》'
    )
}

fn splits_label(text: &str) -> bool {
    // At most three characters behind the bracket.
    let mut last = text.chars().rev().take(4);
    let before = last.find(|ch| !(super::numeral::is_numeral(*ch) || is_space(*ch)));
    before.is_some_and(|ch| matches!(ch, '（' | '('))
}

fn label_rest(text: &str) -> bool {
    for (count, ch) in text.chars().enumerate().take(6) {
        if matches!(ch, '）' | ')') {
            return true;
        }
        if count > 3 || !(super::numeral::is_numeral(ch) || is_space(ch)) {
            return false;
        }
    }
    false
}

/// Furniture of pages, newspapers and web sites, as whole lines (domain study §5): it is no part of a draft.
fn is_furniture(text: &str) -> bool {
    static FURNITURE: LazyLock<Form> = LazyLock::new(|| {
        let forms = [
            r"[-—–－_~～ 　·•]*\d{1,4}[-—–－_~～ 　·•]*", // page numbers: 12, - 12 -, — 12 —
            r"(?:[Pp](?:age|\.)?\s*)?\d{1,3}\s*(?:[/／]|of)\s*\d{1,3}", // 3/20, Page 3 of 20
            r"[—–－-]+",                                  // what a split page number leaves
            r"第[A-Z]?\d+版.{0,20}",                      // 第B07版:…
            r"第\s*\d+\s*页.{0,12}",                      // 第 3 页 共 20 页
            r"[(（]?(上接|下转)\s*(第.{1,12}版.{0,4}|.?\d+\s*版.{0,4}).{0,2}[)）]?",
            r"(分享到|过往期刊|责任编辑|编辑|审签|美编|扫一扫|上一篇|下一篇|来源|时间|作者|字号|字体)\s*[:：】【].{0,40}",
            r"\d{4}\s*年第\s*\d+\s*期",
            r".{2,12}人民政府公报",
            r"[•·]\s*第.{6,14}期",
            r"[(（]本报(综合)?(报道|讯)[)）]",
            r"本报记者.{0,24}",
            r"(打印|全屏|下载|收藏|关闭|首页|大|中|小|】|>|＞)",
            r"【?(字号|字体)[:：]?.{0,12}",
            r"版权所有.{0,40}|.{0,20}ICP备.{0,20}",
            r"共印\s*\d+\s*份",
        ];
        Form::new(&format!("^(?:{})$", forms.join("|")))
    });
    // Most lines begin with something that no furniture begins with, or what begins like a page number goes on.
    let number = |ch: char| ch.is_numeric() || is_space(ch) || "-—–－_~～•·期报".contains(ch);
    let may_be = match text.chars().next() {
        Some('0'..='9' | '-' | '—' | '–' | '－' | '_' | '~' | '～' | '•' | '·' | 'P' | 'p') => {
            text.ends_with(number) || text.contains("ICP")
        }
        Some('【' | '】' | '>' | '＞') => true,
        Some('（' | '(') => ["上接", "下转", "本报"].iter().any(|word| text.contains(word)),
        Some('第' | '上' | '下' | '分' | '过' | '责' | '编' | '审' | '美' | '扫' | '来' | '时' | '作' | '字') => {
            true
        }
        Some('本' | '打' | '全' | '收' | '关' | '首' | '大' | '中' | '小' | '版' | '共') => true,
        _ => text.ends_with("公报") || text.contains("ICP"),
    };
    may_be && FURNITURE.is_match(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn furniture_is_known_and_headings_are_not() {
        for line in [
            "- 12 -",
            "—",
            "16",
            "第B07版:灵石·两会",
            "(下转 A8 版)",
            "（上接第一版）",
            "分享到:",
            "2026 年第10 期",
            "打印",
            "3 / 20",
            "Page 3 of 20",
            "~ 7 ~",
        ] {
            assert!(facts(line).furniture, "{line}");
        }
        for line in
            ["第一部分 预算报告", "大力发展特色产业", "1.强化统筹", "2026年工作安排", "上接天线下接地气。", "一、总则"]
        {
            assert!(!facts(line).furniture, "{line}");
        }
    }

    #[test]
    fn rows_of_a_table_are_no_wrapped_lines() {
        let row = facts("| 地区生产总值 | 亿元 | 120 |");
        assert!(row.closed && row.heads);
        assert!(!facts("地区生产总值 | 亿元").closed);
    }

    #[test]
    fn a_wrap_inside_an_ordinal_is_seen_from_both_lines() {
        assert!(facts("做好以下工作。（").splits_label && facts("三）改革开放").label_rest);
        assert!(facts("（十").splits_label);
        assert!(
            !facts("（一）标题").splits_label && !facts("（含补助").splits_label && !facts("三农工作）").label_rest
        );
    }
}
