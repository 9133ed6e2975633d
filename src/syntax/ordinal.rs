//! 序数 at the head of a heading or item: 一、（一）1.（1）①, 第一，第一章, 一是, 首先 — read and written.
//!
//! Forms and their marks: GB/T 9704-2012 §7.3.3 (一、（一）1.（1）) and GB/T 15834-2011 B.3.

use super::Span;
use super::numeral::{arabic_digit, is_numeral, read, write};
use crate::text::han::is_space;

/// Family of an ordinal, in the order of GB/T 9704 §7.3.3 and GB/T 15834 B.3.8: an earlier one is a higher level.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Style {
    /// 第一部分, 第一篇
    Part,
    /// 第一章
    Chapter,
    /// 第一节
    Section,
    /// 第一条
    Article,
    /// 一、
    Han,
    /// （一）
    HanParen,
    /// 1.
    Digit,
    /// （1）
    DigitParen,
    /// 1）
    DigitHalfParen,
    /// ①
    Circled,
    /// 第一，
    Nth,
    /// 一是, 一要
    Is,
    /// 首先，其次，
    First,
}

/// Brackets of （一） and （1）.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Bracket {
    None,
    /// （）
    Full,
    /// ()
    Half,
    /// One of each.
    Mixed,
    /// Only the second: 二）
    Right,
}

/// The mark behind an ordinal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Separator {
    None,
    /// 、
    Comma,
    /// .
    Dot,
    /// ．
    FullDot,
    /// ， or ,
    Pause,
}

/// An ordinal as read.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Label {
    pub style: Style,
    pub number: u32,
    pub bracket: Bracket,
    pub separator: Separator,
    /// Whether Arabic digits are full-width.
    pub full_width: bool,
    /// The word behind the number, where it is part of the ordinal: 是, 要, 部分, 章.
    pub word: &'static str,
    /// The whole ordinal with its brackets and mark.
    pub span: Span,
    /// The number alone, what a renumbering replaces.
    pub numeral: Span,
    /// The mark behind it; empty without one.
    pub mark: Span,
}

impl Style {
    /// Whether headings carry it (as against items told within a sentence).
    pub fn is_heading(self) -> bool {
        self < Style::Nth
    }

    /// The number as this style writes it, without brackets and mark; `None` where the style has no such number
    /// (① ends at 20).
    pub fn numeral(self, number: u32, full_width: bool) -> Option<String> {
        match self {
            Style::Digit | Style::DigitParen | Style::DigitHalfParen => {
                let digits = number.to_string();
                let widen = |ch: char| char::from_u32(u32::from(ch) - u32::from('0') + u32::from('０'));
                Some(if full_width { digits.chars().filter_map(widen).collect() } else { digits })
            }
            Style::Circled => (1..=20).contains(&number).then(|| char::from_u32(0x245F + number))?.map(String::from),
            Style::First => FIRST.iter().find(|(_, n)| *n == number).map(|(word, _)| (*word).to_owned()),
            _ => (1..=9999).contains(&number).then(|| write(number)),
        }
    }

    /// A whole ordinal in the standard's form: 一、（一）1.（1）第一章.
    pub fn standard(self, number: u32) -> Option<String> {
        let numeral = self.numeral(number, false)?;
        Some(match self {
            Style::Part => format!("第{numeral}部分"),
            Style::Chapter => format!("第{numeral}章"),
            Style::Section => format!("第{numeral}节"),
            Style::Article => format!("第{numeral}条"),
            Style::Han => format!("{numeral}、"),
            Style::HanParen | Style::DigitParen => format!("（{numeral}）"),
            Style::Digit => format!("{numeral}."),
            Style::DigitHalfParen => format!("{numeral}）"),
            Style::Circled => numeral,
            Style::Nth => format!("第{numeral}，"),
            Style::Is => format!("{numeral}是"),
            Style::First => format!("{numeral}，"),
        })
    }
}

impl Label {
    /// The same ordinal with another number, in its own style; without a mark.
    pub fn numeral_for(&self, number: u32) -> Option<String> {
        self.style.numeral(number, self.full_width)
    }
}

const FIRST: [(&str, u32); 3] = [("首先", 1), ("其次", 2), ("再次", 3)];

/// Reads an ordinal at a byte of a text. The caller knows that one may stand there: the start of a paragraph, or
/// behind a mark that ends a clause.
pub fn label_at(text: &str, at: usize) -> Option<Label> {
    let rest = text.get(at..)?;
    let label = match rest.chars().next()? {
        '（' | '(' => bracketed(rest),
        '第' => nth(rest),
        ch @ '①'..='⑳' => Some(plain(Style::Circled, u32::from(ch) - 0x245F, ch.len_utf8(), ch.len_utf8())),
        ch if arabic_digit(ch).is_some() => digits(rest),
        ch if is_numeral(ch) => han(rest),
        '首' | '其' | '再' => first(rest),
        _ => None,
    }?;
    Some(label.moved(at))
}

/// Reads 5.5 as the ordinal 5 and the text 5, 5.eVTOL and 4、2013年 as 5 and eVTOL and 4 and 2013年: only right when the run of ordinals expects
/// just that number. 3、4号线 counts on.
pub fn doubtful_label_at(text: &str, at: usize) -> Option<Label> {
    let rest = text.get(at..)?;
    let number = digits_prefix(rest)?;
    let after = &rest[number.len..];
    let dot = after.chars().next().filter(|ch| matches!(ch, '.' | '．' | '、'))?;
    let behind = &after[dot.len_utf8()..];
    let counts_on = digits_prefix(behind).is_some_and(|next| next.value == number.value + 1);
    let digit = behind.chars().next().and_then(arabic_digit).is_some();
    let word = behind.starts_with(|ch: char| ch.is_ascii_lowercase());
    if dot == '、' && (counts_on || !digit) || !digit && !word {
        return None;
    }
    Some(plain(Style::Digit, number.value, number.len, number.len).marked(dot).moved(at))
}

/// Reads what is no ordinal but may stand where one is missed: 第一是, 一方面, 二则, and （二 without its other bracket.
pub fn lookalike_at(text: &str, at: usize) -> Option<Label> {
    let rest = text.get(at..)?;
    let (open, inner) = match rest.chars().next()? {
        ch @ ('第' | '（' | '(') => (Some(ch), &rest[ch.len_utf8()..]),
        _ => (None, rest),
    };
    let number = han_prefix(inner)?;
    let behind = &inner[number.len..];
    let len = rest.len() - behind.len();
    let style = match open {
        Some('第') => Style::Nth,
        Some(_) => {
            let near = behind.char_indices().nth(12).map_or(behind, |(end, _)| &behind[..end]);
            (!near.contains(['）', ')'])).then_some(Style::HanParen)?
        }
        None if behind.starts_with(['则', '为', '来', '靠', '抓', '看']) || behind.starts_with("方面") => {
            Style::Is
        }
        None => return None,
    };
    Some(plain(style, number.value, len, len).moved(at))
}

impl Label {
    fn moved(mut self, by: usize) -> Self {
        for span in [&mut self.span, &mut self.numeral, &mut self.mark] {
            span.start += by;
            span.end += by;
        }
        self
    }

    /// The label with a mark right behind it.
    fn marked(mut self, mark: char) -> Self {
        self.separator = separator(mark);
        self.mark = Span::new(self.span.end, self.span.end + mark.len_utf8());
        self.span.end = self.mark.end;
        self
    }
}

struct Number {
    value: u32,
    /// Bytes.
    len: usize,
    full_width: bool,
}

fn digits_prefix(text: &str) -> Option<Number> {
    let (mut value, mut len, mut full_width, mut count) = (0, 0, false, 0);
    for ch in text.chars() {
        let Some(digit) = arabic_digit(ch) else { break };
        count += 1;
        if count > 3 {
            return None; // Years and quantities.
        }
        value = value * 10 + digit;
        len += ch.len_utf8();
        full_width |= ch.len_utf8() > 1;
    }
    (value > 0).then_some(Number { value, len, full_width })
}

fn han_prefix(text: &str) -> Option<Number> {
    let len: usize = text.chars().take_while(|ch| is_numeral(*ch)).take(8).map(char::len_utf8).sum();
    let value = read(&text[..len])?;
    Some(Number { value, len, full_width: false })
}

fn plain(style: Style, number: u32, numeral: usize, whole: usize) -> Label {
    Label {
        style,
        number,
        bracket: Bracket::None,
        separator: Separator::None,
        full_width: false,
        word: "",
        span: Span::new(0, whole),
        numeral: Span::new(0, numeral),
        mark: Span::new(whole, whole),
    }
}

fn separator(ch: char) -> Separator {
    match ch {
        '、' => Separator::Comma,
        '.' => Separator::Dot,
        '．' => Separator::FullDot,
        '，' | ',' => Separator::Pause,
        _ => Separator::None,
    }
}

fn spaces(text: &str) -> usize {
    text.chars().take_while(|ch| is_space(*ch)).map(char::len_utf8).sum()
}

/// （一） (一) （1） with at most a space or a line break's remains inside.
fn bracketed(rest: &str) -> Option<Label> {
    let open = rest.chars().next()?;
    let start = open.len_utf8() + spaces(&rest[open.len_utf8()..]);
    let inner = &rest[start..];
    let (number, style) = match han_prefix(inner) {
        Some(number) => (number, Style::HanParen),
        None => (digits_prefix(inner).filter(|n| n.value < 100)?, Style::DigitParen),
    };
    let behind = start + number.len;
    let close_at = behind + spaces(&rest[behind..]);
    let close = rest[close_at..].chars().next().filter(|ch| matches!(ch, '）' | ')'))?;
    let bracket = match (open, close) {
        ('（', '）') => Bracket::Full,
        ('(', ')') => Bracket::Half,
        _ => Bracket::Mixed,
    };
    let mut label = plain(style, number.value, 0, close_at + close.len_utf8());
    label.numeral = Span::new(start, start + number.len);
    label.bracket = bracket;
    label.full_width = number.full_width;
    // （一）： and （一），are not labels followed by a mark but text; 、 and dots there are the usual mistake.
    let mark = rest[label.span.end..].chars().next().filter(|ch| matches!(ch, '、' | '.' | '．'));
    Some(mark.map_or(label.clone(), |mark| label.marked(mark)))
}

/// Bytes of the space in 一 、 and 1 ．, as spaced headings and PDFs have it.
fn gap(after: &str) -> usize {
    let gap = spaces(after);
    if after[gap..].starts_with(['、', '．', '.', '是']) { gap } else { 0 }
}

/// 1. 1． 1、 1） but not 5.5%, 1:2 or 3.2.1.
fn digits(rest: &str) -> Option<Label> {
    let number = digits_prefix(rest)?;
    let gap = gap(&rest[number.len..]);
    let after = &rest[number.len + gap..];
    let mut chars = after.chars();
    let mark = chars.next()?;
    let next = chars.next();
    let style = match mark {
        '.' | '．' | '、' if next.and_then(arabic_digit).is_none() => Style::Digit,
        '）' | ')' => Style::DigitHalfParen,
        _ => return None,
    };
    if mark == '.' && (next.is_some_and(|ch| ch.is_ascii_lowercase()) || is_decimal(&after[1..])) {
        return None; // A file name; 4.R&D is an entry of a glossary.
    }
    let mut label = match style {
        Style::Digit => plain(style, number.value, number.len, number.len + gap).marked(mark),
        _ => plain(style, number.value, number.len, number.len + mark.len_utf8()),
    };
    label.full_width = number.full_width;
    Some(label)
}

/// The rest of 23. 83亿元, a decimal that a PDF has parted.
fn is_decimal(behind: &str) -> bool {
    let digits = behind.trim_start_matches(is_space);
    let unit = digits.trim_start_matches(|ch: char| ch.is_ascii_digit());
    digits.len() < behind.len()
        && unit.len() < digits.len()
        && unit.trim_start_matches(is_space).starts_with(['万', '亿', '%', '％', '‰'])
}

/// 一、 (also 一. and 一，), 一是, 一要.
fn han(rest: &str) -> Option<Label> {
    let number = han_prefix(rest)?;
    let gap = gap(&rest[number.len..]);
    let after = &rest[number.len + gap..];
    let mark = after.chars().next()?;
    let behind = &after[mark.len_utf8()..];
    match mark {
        '是' | '要' => {
            let mut label = plain(Style::Is, number.value, number.len, number.len + gap + mark.len_utf8());
            label.word = if mark == '是' { "是" } else { "要" };
            let mark = behind.chars().next().filter(|ch| matches!(ch, '，' | ',' | '、'));
            Some(mark.map_or(label.clone(), |mark| label.marked(mark)))
        }
        // （二） that has lost its first bracket.
        '）' | ')' => {
            let mut label = plain(Style::HanParen, number.value, number.len, number.len + mark.len_utf8());
            label.bracket = Bracket::Right;
            Some(label)
        }
        '、' | '.' | '．' | '，' | ',' => {
            if enumerates_numbers(number.value, mark, behind) {
                return None;
            }
            Some(plain(Style::Han, number.value, number.len, number.len + gap).marked(mark))
        }
        _ => None,
    }
}

/// 二、三产业, 一、二、三产业, 三、四季度: numbers of something, not an ordinal and its heading.
fn enumerates_numbers(value: u32, mark: char, behind: &str) -> bool {
    if mark != '、' {
        return false;
    }
    let Some(next) = han_prefix(behind) else { return false };
    let word = behind[next.len..].chars().next();
    next.value == value + 1 && word.is_some_and(|ch| "、和及产季线级期类等批次轮产业个月年届号".contains(ch))
}

/// 第一章 第一节 第一条 第一部分, and 第一，
fn nth(rest: &str) -> Option<Label> {
    let start = '第'.len_utf8();
    let inner = &rest[start..];
    let number = han_prefix(inner).or_else(|| digits_prefix(inner))?;
    let behind = &inner[number.len..];
    let before_word = start + number.len;
    for (word, style) in [
        ("部分", Style::Part),
        ("篇", Style::Part),
        ("章", Style::Chapter),
        ("节", Style::Section),
        ("条", Style::Article),
    ] {
        if let Some(tail) = behind.strip_prefix(word) {
            // 第一部分主要讲… is a sentence; a heading has a space, a colon or nothing behind the word.
            let free = tail.chars().next().is_none_or(|ch| is_space(ch) || matches!(ch, '：' | ':' | '\n' | '*'));
            let mut label = plain(style, number.value, 0, before_word + word.len());
            label.numeral = Span::new(start, before_word);
            label.word = word;
            return free.then_some(label);
        }
    }
    let mark = behind.chars().next().filter(|ch| matches!(ch, '，' | ',' | '、'))?;
    let tail = &behind[mark.len_utf8()..];
    if mark == '、' && tail.starts_with('第') || enumerates_numbers(number.value, mark, tail) {
        return None; // 第一、第二产业；第一、二产业
    }
    let mut label = plain(Style::Nth, number.value, 0, before_word);
    label.numeral = Span::new(start, before_word);
    Some(label.marked(mark))
}

/// 首先，其次，再次， and without a mark 首先要….
fn first(rest: &str) -> Option<Label> {
    let (word, number) = FIRST.iter().find(|(word, _)| rest.starts_with(word))?;
    let label = plain(Style::First, *number, word.len(), word.len());
    let mark = rest[word.len()..].chars().next().filter(|ch| matches!(ch, '，' | ',' | '、'));
    Some(mark.map_or(label.clone(), |mark| label.marked(mark)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_label(text: &str) -> Option<(Style, u32)> {
        label_at(text, 0).map(|label| (label.style, label.number))
    }

    #[test]
    fn every_style_is_read() {
        for (text, style, number) in [
            ("一、工作回顾", Style::Han, 1),
            ("十二、其他", Style::Han, 12),
            ("一百零三、其他", Style::Han, 103),
            ("（一）标题", Style::HanParen, 1),
            ("(十一)标题", Style::HanParen, 11),
            ("（一 ）标题", Style::HanParen, 1),
            ("1.标题", Style::Digit, 1),
            ("1．标题", Style::Digit, 1),
            ("１２、标题", Style::Digit, 12),
            ("（1）标题", Style::DigitParen, 1),
            ("(2)标题", Style::DigitParen, 2),
            ("3）标题", Style::DigitHalfParen, 3),
            ("②标题", Style::Circled, 2),
            ("第一，要加强", Style::Nth, 1),
            ("第三、要加强", Style::Nth, 3),
            ("第二章 总则", Style::Chapter, 2),
            ("第一部分　预算", Style::Part, 1),
            ("二是加强", Style::Is, 2),
            ("三要加强", Style::Is, 3),
            ("其次，要加强", Style::First, 2),
            ("首先要加强", Style::First, 1),
            ("第二、一定要加强", Style::Nth, 2),
            ("二）标题", Style::HanParen, 2),
            ("一 、 工 作 回 顾", Style::Han, 1),
            ("2 ．标题", Style::Digit, 2),
            ("三 是加强", Style::Is, 3),
            ("4.R&D：研究与试验发展", Style::Digit, 4),
            ("⼆是加强", Style::Is, 2),
        ] {
            assert_eq!(read_label(text), Some((style, number)), "{text}");
        }
    }

    #[test]
    fn numbers_that_are_not_ordinals() {
        for text in [
            "5.5%左右",
            "2.5个百分点",
            "２.５亿元",
            "2026年工作",
            "1:2",
            "二、三产业增加值",
            "一、二、三产业",
            "三、四季度",
            "第一、第二产业",
            "第一、二产业",
            "第一产业",
            "第二章程",
            "（2024年2月18日）",
            "（2022）",
            "一体化发展",
            "二〇二五年",
            "1.docx",
            "23. 83 亿元。收支平衡。",
        ] {
            assert_eq!(read_label(text), None, "{text}");
        }
    }

    #[test]
    fn three_big_battles_are_a_heading_all_the_same() {
        assert_eq!(read_label("二、三大攻坚战取得决定性成就"), Some((Style::Han, 2)));
    }

    #[test]
    fn spans_cover_the_label_and_its_number() {
        let text = "　（十二）、标题";
        let label = label_at(text, 3).unwrap();
        assert_eq!(&text[label.span.range()], "（十二）、");
        assert_eq!(&text[label.numeral.range()], "十二");
        assert_eq!((label.bracket, label.separator), (Bracket::Full, Separator::Comma));
    }

    #[test]
    fn every_style_is_written_and_read_back() {
        for style in [
            Style::Part,
            Style::Chapter,
            Style::Section,
            Style::Article,
            Style::Han,
            Style::HanParen,
            Style::Digit,
            Style::DigitParen,
            Style::DigitHalfParen,
            Style::Circled,
            Style::Nth,
            Style::Is,
            Style::First,
        ] {
            let last = match style {
                Style::First => 3,
                Style::Circled => 20,
                _ => 99,
            };
            for number in 1..=last {
                let text = style.standard(number).unwrap();
                assert_eq!(read_label(&text), Some((style, number)), "{text}");
            }
            assert_eq!(Style::Circled.standard(21), None);
        }
    }
}
