//! Quantities: a number with its unit, as written in a paragraph: 1.3万亿元, 12,345件, ４.５%, 三十五项.

use std::sync::LazyLock;

use super::Span;
use super::decimal::{Decimal, Interval};
use super::numeral;
use crate::text::han::{is_han, is_space};

/// A number with its unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quantity {
    /// The number in its unit without 万 and 亿: 13000000000000 for 1.3万亿元.
    pub value: Decimal,
    /// What its last written digit counts: 100000000000 for 1.3万亿元.
    pub step: Decimal,
    /// 万, 亿, 万亿 or nothing, as a factor.
    pub factor: Decimal,
    /// Digits behind the decimal point as written.
    pub places: u32,
    /// The measure word, such as 元, 件, %; empty where none is known.
    pub unit: &'static str,
    /// It is said to be rough: 约, 近, 以上, 余.
    pub rough: bool,
    /// Written with digits, not in Chinese.
    pub arabic: bool,
    /// The digits alone.
    pub number: Span,
    /// Digits, 万 or 亿, and measure word.
    pub span: Span,
}

/// Measure words. A longer one stands before those that it begins with.
#[rustfmt::skip]
const UNITS: [&str; 122] = [
    "个百分点", "百分点", "百分比", "个点", "%", "％", "‰", "元/人", "元", "美元", "欧元", "港元", "吨标准煤", "吨标煤", "吨公里", "吨海里", "吨/日", "吨/天", "吨/年", "吨",
    "公斤", "千克", "克", "斤", "平方公里", "平方公尺", "平方米", "平方", "公里", "千米", "米", "里", "立方米", "立方", "方",
    "公顷", "亩", "亩次", "千瓦时", "千瓦小时", "千瓦", "千伏", "瓦", "度", "升", "人次", "人(次)", "人（次）", "人公里", "人海里", "人", "户次", "户",
    "家次", "家", "件次", "件", "篇", "条次", "条", "项次", "项", "场次", "场(次)", "场（次）", "场",
    "个工作日", "个小时", "个月", "个", "次", "期", "名", "位", "所", "座", "套", "辆", "台", "架", "艘", "列",
    "处", "宗", "起", "倍", "年", "月", "日", "天", "小时", "分钟", "岁", "头", "只", "株", "棵", "支", "批次", "批",
    "份", "部", "类", "种", "张", "本", "册", "片", "块", "对", "组", "间", "栋", "幢", "村", "床", "标箱",
    "分", "号", "届", "周年", "大",
];

/// Measure words that are read behind digits alone: in Chinese they stand in other words (一道, 一轮, 三门峡).
#[rustfmt::skip]
const UNITS_BEHIND_DIGITS: [&str; 56] = [
    "个多百分点", "个季度", "艘次", "家（次）", "件（次）", "户（次）", "家(次)", "件(次)",
    "延长米", "段", "千升", "元/人·月", "元/人·年",
    "微克/立方米", "微克每立方米", "毫克/立方米", "微克", "毫克", "毫米", "厘米", "毫升", "兆瓦时", "兆瓦", "元/平方米",
    "公斤/亩", "人口", "粒", "例", "款", "轮", "枚", "班列", "班次", "班", "口", "剂次", "剂", "笔", "担", "盏", "颗", "蒸吨",
    "车次", "车道", "架次", "标准箱", "标准集装箱", "重量箱", "公方", "羽", "眼", "门", "单", "根", "尾", "成",
];

/// Units of what is measured, not counted, so that even a whole number was rounded.
#[rustfmt::skip]
const MEASURED: [&str; 38] = [
    "元/人", "元", "美元", "欧元", "港元", "吨", "吨标准煤", "吨公里", "吨海里", "吨/日", "吨/天", "吨/年", "人公里", "人海里", "公斤", "千克", "克", "斤", "平方公里", "平方米", "平方",
    "公里", "千米", "米", "里", "立方米", "方", "公顷", "亩", "千瓦时", "千瓦小时", "千瓦", "千伏", "瓦", "升", "小时",
    "分钟", "标箱",
];

/// Words for powers of ten. A longer one stands before those that it begins with.
const FACTORS: [(&str, i32); 8] =
    [("万亿", 12), ("千亿", 11), ("百亿", 10), ("千万", 7), ("百万", 6), ("亿", 8), ("万", 4), ("千", 3)];

/// Words right before a number that make it rough.
const ROUGH_BEFORE: [&str; 26] = [
    "不到",
    "首破",
    "跨越",
    "跨上",
    "迈上",
    "站上",
    "约",
    "近",
    "超",
    "超过",
    "突破",
    "逾",
    "接近",
    "预计",
    "不少于",
    "不低于",
    "至少",
    "高于",
    "低于",
    "不足",
    "多于",
    "少于",
    "大于",
    "小于",
    "不超过",
    "近乎",
];
/// Words right behind a number or its unit that make it rough.
const ROUGH_BEHIND: [&str; 13] =
    ["余", "多", "来", "以上", "以下", "以内", "左右", "上下", "有余", "之多", "不等", "及以上", "几"];

impl Quantity {
    /// The same quantity in a text that begins elsewhere.
    pub fn moved(&self, by: isize) -> Self {
        Quantity { number: self.number.moved(by), span: self.span.moved(by), ..self.clone() }
    }

    /// What the number may stand for when it was rounded.
    pub fn rounded(&self) -> Interval {
        Interval::rounded(self.value, self.step)
    }

    /// What it may stand for when digits were cut off.
    pub fn cut(&self) -> Interval {
        Interval::cut(self.value, self.step)
    }

    /// Whether it counts things one by one, so that nothing was rounded.
    pub fn is_count(&self) -> bool {
        self.places == 0 && self.factor == Decimal::from_int(1) && self.adds_up() && !MEASURED.contains(&self.unit)
    }

    /// What it may stand for: itself, if it is a count, else as rounded.
    pub fn counted(&self) -> Interval {
        if self.is_count() { Interval { low: self.value, high: self.value } } else { self.rounded() }
    }

    /// Whether nothing but 预计 before it makes it rough: the numbers of a budget are exact and yet expected. Given the
    /// text that it was found in.
    pub fn is_expected(&self, text: &str) -> bool {
        let head = text[..self.number.start].trim_end_matches(is_space);
        let tail = text[self.span.end..].trim_start_matches(is_space);
        let behind = &text[self.number.end..self.span.end];
        self.rough
            && head.ends_with("预计")
            && !behind.contains(['余', '多', '来', '几', '上', '下', '右'])
            && !["以", "左右", "上下", "有余", "之多", "不等", "及以上", "多", "余"]
                .iter()
                .any(|word| tail.starts_with(word))
    }

    /// Whether it is a share or a rate.
    pub fn is_percent(&self) -> bool {
        matches!(self.unit, "%" | "％")
    }

    /// Whether several of it add up: things, people, money, not dates, rates and factors.
    pub fn adds_up(&self) -> bool {
        !matches!(
            self.unit,
            "" | "%"
                | "％"
                | "‰"
                | "个百分点"
                | "百分点"
                | "百分比"
                | "个点"
                | "倍"
                | "年"
                | "月"
                | "日"
                | "号"
                | "届"
                | "周年"
                | "大"
                | "岁"
                | "分"
                | "度"
                | "成"
                | "微克/立方米"
                | "毫克/立方米"
                | "元/平方米"
                | "公斤/亩"
        )
    }

    /// Whether it counts things or is a share.
    pub fn adds_up_or_percent(&self) -> bool {
        self.adds_up() || self.is_percent()
    }

    /// Its 万, 亿 or 万亿; empty where it has none.
    pub fn factor_word(&self) -> &'static str {
        FACTORS.iter().find(|(_, exponent)| self.factor == Decimal::power(*exponent)).map_or("", |(word, _)| word)
    }

    /// A value written as this quantity's number: in its 万 or 亿, with as many places.
    pub fn written(&self, value: Decimal) -> String {
        value.over(self.factor).unwrap_or(value).round(self.places).to_string()
    }
}

/// The quantities of a text, in their order.
pub fn find(text: &str) -> Vec<Quantity> {
    let mut found: Vec<Quantity> = Vec::new();
    let mut at = 0;
    while let Some(offset) = next_number(&text.as_bytes()[at..]) {
        let start = at + offset;
        let Some(ch) = text[start..].chars().next() else { break };
        let quantity = if numeral::arabic_digit(ch).is_some() { arabic(text, start) } else { chinese(text, start) };
        at = match quantity {
            Ok(quantity) => {
                let end = quantity.span.end;
                found.push(quantity);
                end
            }
            Err(end) => end,
        };
    }
    found
}

/// First byte that may begin a number: an ASCII digit, or the first of a Chinese or full-width numeral. This loop sees
/// every byte of a draft, so it has no branch for single characters.
fn next_number(bytes: &[u8]) -> Option<usize> {
    let mut at = 0;
    while let Some(&first) = bytes.get(at) {
        if first.is_ascii_digit() {
            return Some(at);
        }
        if first & 0xF0 != 0xE0 {
            at += 1;
            continue;
        }
        let Some(&[_, second, third]) = bytes.get(at..at + 3) else { return None };
        let code = usize::from(first & 0x0F) << 12 | usize::from(second & 0x3F) << 6 | usize::from(third & 0x3F);
        if NUMERALS[code >> 6] >> (code & 63) & 1 == 1 {
            return Some(at);
        }
        at += 3;
    }
    None
}

/// A bit for each character below U+10000 that may begin a number.
static NUMERALS: [u64; 1024] = {
    let chars = [
        '一', '二', '两', '三', '四', '五', '六', '七', '八', '九', '十', '百', '０', '１', '２', '３', '４', '５',
        '６', '７', '８', '９',
    ];
    let mut bits = [0; 1024];
    let mut at = 0;
    while at < chars.len() {
        let code = chars[at] as usize;
        bits[code >> 6] |= 1 << (code & 63);
        at += 1;
    }
    bits
};

/// A number in digits at a byte; the byte behind it where it is none.
fn arabic(text: &str, start: usize) -> Result<Quantity, usize> {
    let (mut digits, mut grouped, mut end) = (String::new(), false, start);
    for (offset, ch) in text[start..].char_indices() {
        let goes_on =
            || text[start + offset + ch.len_utf8()..].chars().next().and_then(numeral::arabic_digit).is_some();
        match ch {
            '.' | '．' if goes_on() => digits.push('.'),
            '.' | '．' if !digits.contains('.') && is_split(text, start, offset + ch.len_utf8(), 1..=3) => {
                digits.push('.');
            }
            ' ' if digits.ends_with('.') => {}
            ',' | '，' if (grouped || digits.len() <= 3) && is_thousands(&text[start + offset + ch.len_utf8()..]) => {
                grouped = true;
            }
            // 1,099, 160万元: a document for print breaks lines behind the separator.
            ' ' if text[..start + offset].ends_with(',') && is_thousands(&text[start + offset + 1..]) => grouped = true,
            ',' if is_split_thousands(&text[start + offset + 1..]) && (grouped || digits.len() <= 3) => {}
            ' ' if digits.len() <= 3 && is_split(text, start, offset, 3..=3) => grouped = true,
            _ => match numeral::arabic_digit(ch) {
                Some(digit) => digits.extend(char::from_digit(digit, 10)),
                None => break,
            },
        }
        end = start + offset + ch.len_utf8();
    }
    let (value, places) = Decimal::parse(&digits).ok_or(end)?;
    complete(text, value, places, Span::new(start, end), true).ok_or(end)
}

/// 增长3. 5%, 限额436 680万元: whether a number behind a word or a 、 has a space at an offset and then as many digits, and what
/// they count. 3. may be an ordinal anywhere else.
fn is_split(text: &str, start: usize, offset: usize, digits: std::ops::RangeInclusive<usize>) -> bool {
    let rest = &text[start + offset..];
    let behind = rest.trim_start_matches(is_space);
    let tail = behind.trim_start_matches(|ch: char| ch.is_ascii_digit());
    behind.len() < rest.len()
        && digits.contains(&(behind.len() - tail.len()))
        && tail.trim_start_matches(is_space).starts_with(['%', '％', '‰', '万', '亿', '元', '个'])
        && text[..start].chars().next_back().is_some_and(|ch| is_han(ch) || ch == '、')
}

/// A space, three digits, and then 万, 亿 or money, so that no list of numbers is taken for one.
fn is_split_thousands(rest: &str) -> bool {
    let Some(rest) = rest.strip_prefix(' ').filter(|rest| is_thousands(rest)) else { return false };
    rest[3..]
        .trim_start_matches([',', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9'])
        .starts_with(['万', '亿', '元'])
}

/// Three digits and then no other.
fn is_thousands(rest: &str) -> bool {
    rest.chars().take(4).take_while(|ch| numeral::arabic_digit(*ch).is_some()).count() == 3
}

/// A Chinese numeral with a measure word right behind it. 第三 is an ordinal, 三三 no number.
fn chinese(text: &str, start: usize) -> Result<Quantity, usize> {
    let rest = &text[start..];
    let len: usize = rest.chars().take_while(|ch| numeral::is_numeral(*ch) || *ch == '两').map(char::len_utf8).sum();
    let end = start + len.max(rest.chars().next().map_or(1, char::len_utf8));
    let words = &text[start..end];
    // Most numerals stand in other words, which end here: 一些, 统一战线.
    let may_count = text[end..].starts_with(['余', '多', '来', '万', '亿', '千', '百', ' ']);
    if !may_count && unit(&text[end..], false).is_empty() {
        return Err(end);
    }
    if let Some(quantity) = compound(text, start, end) {
        return Ok(quantity);
    }
    let value = if words == "两" { Some(2) } else { numeral::read(words) };
    // 数十, 成百, 上千, but 完成八百亿元 and 人数八百人.
    let about = words.starts_with(['十', '百', '千']) && text[..start].ends_with(['数', '几', '上', '成']);
    let value = value.filter(|_| !about && !text[..start].ends_with('第')).ok_or(end)?;
    let quantity = complete(text, Decimal::from_int(value.into()), 0, Span::new(start, end), false).ok_or(end)?;
    if quantity.unit.is_empty() || quantity.unit == "方" { Err(end) } else { Ok(quantity) }
}

/// 四亿八千三百万吨, 二十八万五千吨: a number of 亿 or 万 and another behind it.
fn compound(text: &str, start: usize, end: usize) -> Option<Quantity> {
    let factor = [("亿", 8), ("万", 4)].into_iter().find(|(word, _)| text[end..].starts_with(word))?;
    let tail = &text[end + factor.0.len()..];
    let tail = tail.strip_prefix('零').unwrap_or(tail);
    let at = text.len() - tail.len();
    let head = numeral::read(&text[start..end]).filter(|_| tail.starts_with(numeral::is_numeral) && !is_kilo(tail))?;
    let rest = chinese(text, at).ok()?;
    let value = Decimal::from_int(head.into()).times(Decimal::power(factor.1))? + rest.value;
    let span = |span: Span| Span::new(start, span.end);
    let rough = rest.rough || is_rough_before(text, start);
    (rest.value < value && rest.span.start == at).then(|| Quantity {
        value,
        rough,
        number: span(rest.number),
        span: span(rest.span),
        ..rest
    })
}

fn complete(text: &str, value: Decimal, places: u32, number: Span, arabic: bool) -> Option<Quantity> {
    let mut at = number.end;
    let mut rough = false;
    let spaces = |at: usize| at + text[at..].len() - text[at..].trim_start_matches(is_space).len();
    let mut behind = |at: usize| {
        if !text[at..].starts_with(['余', '多', '来', '以', '左', '上', '有', '之', '不', '及', '几']) {
            return at;
        }
        let word = ROUGH_BEHIND.iter().filter(|word| text[at..].starts_with(**word)).max_by_key(|word| word.len());
        // 3个左右, but 3个上下游企业.
        let word = word.filter(|word| {
            !["上下游", "来自", "来源"].iter().any(|other| text[at..].starts_with(other)) || word.len() > 6
        });
        rough |= word.is_some();
        word.map_or(at, |word| at + word.len())
    };
    at = behind(at);
    let (mut exponent, len) = factor(&text[spaces(at)..]);
    if len > 0 {
        at = spaces(at) + len;
    }
    at = behind(at);
    // 4万|多亿|元
    if exponent == 4 && text[..at].ends_with(['多', '余']) && text[at..].starts_with('亿') {
        (exponent, at) = (12, at + '亿'.len_utf8());
    }
    let rest = &text[spaces(at)..];
    let unit = unit(rest, arabic);
    if unit.is_empty() && !arabic {
        return None;
    }
    if !unit.is_empty() {
        at = spaces(at) + unit.len();
    }
    behind(at);
    let rough = rough || is_rough_before(text, number.start);
    let factor = Decimal::power(exponent);
    let span = Span::new(number.start, at);
    let (value, step) = (value.times(factor)?, Decimal::power(exponent - places as i32));
    Some(Quantity { value, step, factor, places, unit, rough, arabic, number, span })
}

/// The longest measure word at the start of a text.
fn unit(text: &str, arabic: bool) -> &'static str {
    type ByFirst = Vec<(char, Vec<&'static str>)>;
    fn by_first(units: impl Iterator<Item = &'static str>) -> ByFirst {
        let mut firsts: ByFirst = Vec::new();
        for unit in units {
            let Some(first) = unit.chars().next() else { continue };
            match firsts.binary_search_by_key(&first, |(first, _)| *first) {
                Ok(at) => firsts[at].1.push(unit),
                Err(at) => firsts.insert(at, (first, vec![unit])),
            }
        }
        firsts
    }
    static CHINESE: LazyLock<ByFirst> = LazyLock::new(|| by_first(UNITS.into_iter()));
    static ARABIC: LazyLock<ByFirst> = LazyLock::new(|| by_first(UNITS.into_iter().chain(UNITS_BEHIND_DIGITS)));
    let table = if arabic { &ARABIC } else { &CHINESE };
    let found = text.chars().next().and_then(|ch| table.binary_search_by_key(&ch, |(first, _)| *first).ok());
    let units = found.map_or(&[][..], |at| &table[at].1);
    // 迈上5万亿元台阶, 迈上5万亿台阶: 台阶 is no 台.
    // 6方面109项工程: no cubic metres. 6部门联合印发: no films.
    let other = || ["台阶", "方面", "方向", "方案", "部门", "部委"].iter().any(|word| text.starts_with(word));
    // 900万个体工商户, 10片区
    let one = |unit: &str| match unit {
        "个" => ["个体工商", "个体户", "个体经营", "个体私营"].iter().any(|word| text.starts_with(word)),
        "片" => text.starts_with("片区"),
        // 800多万村民
        "村" => text.starts_with("村民"),
        "个点" => text.starts_with("个点位"),
        _ => false,
    };
    let fits = |unit: &&&'static str| {
        text.starts_with(**unit) && !one(unit) && !(matches!(**unit, "台" | "方" | "部") && other())
    };
    units.iter().filter(fits).max_by_key(|unit| unit.len()).copied().unwrap_or("")
}

/// The power of ten of 万, 亿 and the like at the start of a text, and their bytes. 千 of 千瓦 and 千米 is no factor.
fn factor(text: &str) -> (i32, usize) {
    if !text.starts_with(['万', '千', '百', '亿']) {
        return (0, 0);
    }
    let found = FACTORS.iter().find(|(word, _)| text.starts_with(word));
    found.filter(|_| !is_kilo(text)).map_or((0, 0), |(word, exponent)| (*exponent, word.len()))
}

/// 千瓦, 千米: 千 of a measure word.
fn is_kilo(text: &str) -> bool {
    ["千瓦", "千升", "千米", "千克", "千伏", "千卡", "千帕"].iter().any(|word| text.starts_with(word))
}

fn is_rough_before(text: &str, start: usize) -> bool {
    let before = text[..start].trim_end_matches(is_space);
    let last = ['约', '近', '超', '过', '破', '逾', '计', '于', '少', '足', '乎', '越', '上', '到'];
    // 签约5次, 节约3亿元, 附近3个村
    let words = ["签约", "节约", "合约", "预约", "公约", "履约", "制约", "附近", "就近", "赶超", "反超"];
    before.ends_with(last)
        && !words.iter().any(|word| before.ends_with(word))
        && ROUGH_BEFORE.iter().any(|word| before.ends_with(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn show(text: &str) -> Vec<String> {
        let rough = |quantity: &Quantity| if quantity.rough { "~" } else { "" };
        find(text).iter().map(|found| format!("{}{}{}", rough(found), found.value, found.unit)).collect()
    }

    #[test]
    fn numbers_and_units_are_read() {
        assert_eq!(show("收入2,043.8亿元，增长4.5%"), ["204380000000元", "4.5%"]);
        assert_eq!(show("总量1.3万亿元"), ["1300000000000元"]);
        assert_eq!(show("余额２,３５８.２８亿元"), ["235828000000元"]);
        assert_eq!(show("收入1,099, 160万元，第3, 120人"), ["10991600000元", "3", "120人"]);
        assert_eq!(show("新增１２．５亿元，贷款１２，３４５．６万元"), ["1250000000元", "123456000元"]);
        assert_eq!(show("增长3. 5%、总量436. 8 亿元、限额436 680万元"), ["3.5%", "43680000000元", "4366800000元"]);
        assert_eq!(show("1. 5个项目，2025 100万元"), ["1", "5个", "2025", "1000000元"]);
        assert_eq!(show("装机350万千瓦、700千瓦"), ["3500000千瓦", "700千瓦"]);
        assert_eq!(show("办结提案135件，三十五项，两家"), ["135件", "35项", "2家"]);
        assert_eq!(show("提高1.2个百分点"), ["1.2个百分点"]);
        assert_eq!(show("7.5 亿元"), ["750000000元"]);
    }

    #[test]
    fn long_chinese_numbers_are_one() {
        assert_eq!(show("原煤四亿八千三百万吨，棉花二十八万五千吨"), ["483000000吨", "285000吨"]);
        assert_eq!(show("粮食三亿零四百七十五万吨"), ["304750000吨"]);
    }

    #[test]
    fn rough_numbers_are_known_as_such() {
        assert_eq!(show("约30件，近50名，突破500亿元，预计12%"), ["~30件", "~50名", "~50000000000元", "~12%"]);
        assert_eq!(show("4000余万元，30多场，200万人次以上，5%左右"), ["~40000000元", "~30场", "~2000000人次", "~5%"]);
    }

    #[test]
    fn what_is_no_quantity_is_left_alone() {
        assert_eq!(show("第三产业，统一战线，百姓"), Vec::<String>::new());
    }

    #[test]
    fn precision_is_that_of_the_last_digit() {
        let found = find("1.30万亿元");
        assert_eq!(found[0].step, Decimal::power(10));
        assert_eq!(found[0].written(Decimal::power(12)), "1");
    }
}
