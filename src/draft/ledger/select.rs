//! Which quantities of a text are figures.

use crate::syntax::{Decimal, Quantity};
use crate::text::han::{is_han, is_space};

/// Units of dates, ranks and sizes, whose numbers say what kind of thing is meant.
const NO_FIGURES: [&str; 11] = ["年", "月", "日", "号", "届", "周年", "大", "度", "岁", "千伏", "分"];
/// Units that may stand before a noun as a size: 15分钟生活圈.
const SIZES: [&str; 8] = ["分钟", "小时", "个小时", "个月", "米", "天", "克", "期"];
/// Least Chinese number that is a figure: 三项制度 is none, 三十五项 is.
const CHINESE: i64 = 10;

/// The figures among the quantities.
pub fn figures<'q>(text: &str, quantities: &'q [Quantity]) -> Vec<&'q Quantity> {
    let chosen = quantities.iter().enumerate().filter(|(index, quantity)| {
        if quantity.arabic { is_figure(text, quantities, *index) } else { is_chinese_figure(text, quantity) }
    });
    chosen.map(|(_, quantity)| quantity).collect()
}

fn is_chinese_figure(text: &str, quantity: &Quantity) -> bool {
    // 十二届十四次全会 is a name.
    let session = quantity.unit == "次"
        && ["全会", "会议", "全体", "党代会", "代表大会"]
            .iter()
            .any(|word| text[quantity.span.end..].starts_with(word));
    quantity.value >= Decimal::from_int(CHINESE) && quantity.adds_up() && quantity.unit != "期" && !session
}

fn is_figure(text: &str, quantities: &[Quantity], index: usize) -> bool {
    let quantity = &quantities[index];
    let before = text[..quantity.number.start].trim_end_matches(is_space);
    let behind = &text[quantity.span.end..];
    if NO_FIGURES.contains(&quantity.unit) || in_name(before, behind, quantity) {
        return false;
    }
    let noun = behind.starts_with(is_han);
    if SIZES.contains(&quantity.unit) && noun && !ends_clause(behind) {
        return false;
    }
    if is_threshold(text, quantity) {
        return false;
    }
    if !quantity.unit.is_empty() {
        return true;
    }
    let one = quantity.factor == Decimal::from_int(1);
    is_ratio(text, quantities, index)
        || is_lent(text, quantities, index)
        || (!one && !behind.starts_with(['级', '”', '工']))
        || (one && is_index(before, behind, quantity))
}

/// 5G, C919, 第3位, “1+6”, 世界500强.
fn in_name(before: &str, behind: &str, quantity: &Quantity) -> bool {
    let latin =
        |ch: char| ch.is_ascii_alphabetic() || matches!(ch, '+' | '＋' | '#' | '·' | '[' | '〔' | '×' | '/' | '_');
    let last = before.chars().next_back();
    let quoted = last.is_some_and(|ch| matches!(ch, '“' | '‘'))
        && behind.char_indices().take(10).any(|(_, ch)| matches!(ch, '”' | '’'));
    let open = before.char_indices().rev().take(6).any(|(_, ch)| ch == '“');
    let quoted = quoted || open && behind.starts_with('”');
    let bare = quantity.unit.is_empty();
    let rank = last.is_some_and(|ch| matches!(ch, '第' | '前')) && !bare || last == Some('第');
    last.is_some_and(|ch| (bare || ch != '/') && latin(ch))
        || quoted
        || rank
        || bare && behind.starts_with(|ch: char| latin(ch) || matches!(ch, '强' | '-' | '－' | ']' | '〕' | '”' | '’'))
        || bare && behind.starts_with('．')
}

/// 10亿元以上项目14个, 65岁以上: it says which are meant.
fn is_threshold(text: &str, quantity: &Quantity) -> bool {
    let behind = &text[quantity.span.end..];
    let rest = ["及以上", "以上", "以下", "及以下", "以内", "级", "（含）以上", "(含)以上"]
        .iter()
        .find_map(|word| behind.strip_prefix(word));
    rest.is_some_and(|rest| {
        rest.starts_with(|ch| is_han(ch) && !matches!(ch, '的' | '和' | '，')) && !ends_clause(rest)
    })
}

/// Whether what follows is no noun that the number describes.
fn ends_clause(behind: &str) -> bool {
    const WORDS: [&str; 10] = ["以上", "以内", "以下", "左右", "增长", "增加", "提高", "下降", "，", "和"];
    WORDS.iter().any(|word| behind.starts_with(word))
}

/// 18.4∶36.2∶45.4
fn is_ratio(text: &str, quantities: &[Quantity], index: usize) -> bool {
    let colon = |left: usize, right: usize| {
        let pair = quantities.get(left).zip(quantities.get(right));
        pair.is_some_and(|(left, right)| matches!(text[left.span.end..right.number.start].trim(), ":" | "∶" | "："))
    };
    let one = quantities[index].value == Decimal::from_int(1);
    colon(index, index + 1) || index > 0 && colon(index - 1, index) && !one
}

/// 一般0.4、专项20.8亿元: the next number of the list has the unit.
fn is_lent(text: &str, quantities: &[Quantity], index: usize) -> bool {
    let ratio = text[..quantities[index].number.start].trim_end_matches(is_space).ends_with(['∶', ':', '：']);
    let run = quantities[index..].windows(2).filter(|_| !ratio);
    for pair in run.take(12) {
        let gap = &text[pair[0].span.end..pair[1].number.start];
        let joined = gap.starts_with(['、', '和', '，', ',', '及', '与']);
        if !joined || gap.chars().count() > 16 || gap.contains(['。', '；', '（', '“']) {
            return false;
        }
        if !pair[1].unit.is_empty() {
            return pair[1].adds_up_or_percent() && pair[0].number.range() != pair[1].number.range();
        }
    }
    false
}

/// 指数103.5, 城乡收入比2.1: a number without unit behind what has none.
fn is_index(before: &str, behind: &str, quantity: &Quantity) -> bool {
    const INDICES: [&str; 10] = ["指数", "系数", "收入比", "能耗", "容积率", "倍数", "差距", "密度", "强度", "之比"];
    let head =
        before.trim_end_matches(['达', '到', '为', '至', '由', '从', '降', '升', '约', '在', '缩', '小', '持', '保']);
    let ends = behind
        .chars()
        .next()
        .is_none_or(|ch| !is_han(ch) || matches!(ch, '左' | '以' | '下' | '缩' | '降' | '调' | '提'));
    ends && (INDICES.iter().any(|word| head.ends_with(word)) && quantity.places > 0 || quantity.places > 1)
}
