//! The part of the place that a sentence is about, told by its first words: |练江流域|生态全面改善，新建管网733公里.

use super::bare::{is_verb, known_verb};
use super::clause::Clauses;
use crate::lexicon::{PartOfSpeech, words};
use crate::syntax::sentence::{has, near};
use crate::text::han::{is_han, is_space};

/// Ends of the names of such parts; longer ones stand before those that they end in.
#[rustfmt::skip]
const PARTS: [&str; 23] = [
    "循环经济试验区", "合作示范区", "实验区", "先行区",
    "中心城区", "主城区", "老城区", "城区", "自贸试验区", "自贸区", "开发区", "经开区", "高新区", "综保区", "保税区", "合作区", "新区",
    "新城", "片区", "园区", "流域", "库区", "港区",
];
/// Those that are as often a title of the whole place.
const WIDE: [&str; 4] = ["循环经济试验区", "合作示范区", "实验区", "先行区"];
/// Names of parts of provinces and cities that say so without an end.
#[rustfmt::skip]
const NAMED: [&str; 23] = [
    "苏南", "苏中", "苏北", "皖南", "皖北", "南疆", "北疆", "陕南", "陕北", "关中", "粤东西北", "粤北", "珠三角", "长株潭", "前海", "横琴", "浦东", "原特区外",
    "渝东北", "渝东南", "川南", "滇中", "县域",
];
/// What is told of a part as of any place.
#[rustfmt::skip]
const TOLD: [&str; 21] = [
    "规模工业", "规上工业", "规模以上工业", "工业总产值", "工业产值", "工业增加值", "地区生产总值", "生产总值", "固定资产投资", "常住人口", "建成区面积", "税收", "主导产业",
    "现代服务业", "世界500强", "入驻", "首批入驻", "营业收入", "技工贸", "绿化覆盖率", "到位资金",
];
/// Words of other places and bodies, behind which the sentence may be of those.
#[rustfmt::skip]
const OTHERS: [&str; 23] = [
    "全市", "全省", "全县", "全区", "全州", "我市", "我省", "各县", "各区", "县区", "市县", "县城", "县域", "乡镇", "镇村", "农村", "乡村", "城乡",
    "集团", "公司", "政府", "机场", "每县",
];
/// What a part became, behind which the sentence tells of other things.
#[rustfmt::skip]
const BECAME: [&str; 25] = [
    "开工", "投产", "完成规划",
    "获批", "创建", "通过", "建成", "晋升", "入选", "揭牌", "被", "封关", "纳入", "投用", "开园", "启动建设", "挂牌", "设立", "获评", "认定", "验收",
    "落户", "创成", "成为", "升级为",
];

/// The name of a figure with the part that its sentence is about.
pub fn of_part(told: &Clauses<'_>, index: usize, name: String) -> String {
    let figure = &told.figures[index];
    let own = has(&name, &PARTS)
        || name.contains("产业园")
        || OTHERS.iter().any(|other| name.starts_with(other))
        || has(&name, &["财政", "预算", "农村", "乡村"]);
    if own || !figure.scope.is_empty() || name.is_empty() {
        return name;
    }
    let before = &told.text[near(told.text, figure.start()).start..figure.start()];
    let start = before.rfind(END).unwrap_or(0);
    let sentence = without_ordinal(&before[start..]);
    let county = obliged(sentence);
    let Some((part, rest)) = county.or_else(|| begin(sentence)).or_else(|| lead(before, start)) else {
        return name;
    };
    let bare =
        ["实现", "完成", "全年", "五年", "累计"].iter().find_map(|word| name.strip_prefix(word)).unwrap_or(&name);
    let verb = words(&name).first().is_some_and(|(range, kind)| is_verb(&name[range.clone()], *kind));
    let counted = county.is_some() || rest.starts_with(|ch: char| ch.is_ascii_digit());
    let done = verb || counted || !known_verb(&name).is_empty() || bare.len() < name.len();
    let fits = done || TOLD.iter().any(|word| bare.starts_with(word));
    let clause = rest.split(['，', '：']).next().unwrap_or("");
    // 实现|全省首宗|出让: the whole is no other place here.
    let rest_of =
        ["占全省", "占全市", "占全区", "占全州"].iter().fold(rest.to_owned(), |rest, of| rest.replace(of, "占"));
    let others = ["首", "第", "最", "唯一", "率先", "前列"].iter().fold(rest_of, |rest, rank| {
        ["全省", "全市", "全区", "全州"].iter().fold(rest, |rest, whole| rest.replace(&format!("{whole}{rank}"), ""))
    });
    // “五好”园区创建六项工作成效明显
    let went = ["成效明显", "成效显著", "成效突出"].iter().any(|went| clause.ends_with(went));
    let became = has(clause, &BECAME) && !went;
    let other = has(rest, &PARTS) || has(&others, &OTHERS) || names_another(rest) || became;
    if fits && !other { format!("{part}：{name}") } else { name }
}

/// |东山县|要做强食品产业，产业规模达到20亿元: the county that the sentence tells what to do.
fn obliged(sentence: &str) -> Option<(&str, &str)> {
    const NAME: std::ops::RangeInclusive<usize> = 2..=5;
    let (county, rest) = sentence.split_once('要')?;
    let long = county.chars().count() > 2 || county.ends_with('县');
    let named = long && county.ends_with(['县', '区', '市', '旗']) && county.chars().all(is_han);
    let whole =
        county.starts_with(['全', '我', '本', '各', '两', '该', '市', '都', '主', '中', '老', '新', '大', '强', '每']);
    (named && !whole && NAME.contains(&county.chars().count())).then_some((county, rest))
}

/// What ends a sentence, and what begins another.
const END: [char; 6] = ['。', '！', '？', '；', ';', '\n'];

/// |自贸试验区|改革步伐加快。90项任务完成: the part that a short sentence before tells, in front of what was done.
fn lead(before: &str, start: usize) -> Option<(&str, &str)> {
    /// Characters of it.
    const SHORT: usize = 22;
    let last = before[..start].rfind(END).unwrap_or(0);
    let sentence = &before[last..start];
    let short = sentence.chars().count() <= SHORT && !sentence.contains(['，', '、', '：']);
    let plain = short && before[start..].starts_with('。') && !sentence.contains(|ch: char| ch.is_ascii_digit());
    let (part, rest) = begin(without_ordinal(sentence)).filter(|_| plain)?;
    let begins = has(rest, &["改革", "建设", "发展", "步伐"]) && !has(rest, &BECAME);
    begins.then_some((part, &before[start + '。'.len_utf8()..]))
}

/// 与|港务区|一体发展
fn names_another(words: &str) -> bool {
    const OTHERS: [&str; 9] = ["建成", "小", "社", "景", "地", "扩", "街", "片", "市对"];
    words.match_indices('区').any(|(at, _)| !OTHERS.iter().any(|before| words[..at].ends_with(before)))
}

/// The part that a sentence begins with, as what it is about, and the words behind it.
fn begin(sentence: &str) -> Option<(&str, &str)> {
    /// Characters of its name.
    const NAME: std::ops::RangeInclusive<usize> = 2..=10;
    /// Titles are counted: 国家级高新区9家.
    const TITLES: [&str; 10] = ["国家", "省级", "市级", "省", "全国", "世界", "各", "两", "三", "全"];
    /// What a longer name ends in.
    const GOES_ON: &str = "的等和与及、内村镇点数个增达为至划化市域委";
    if let Some(named) = NAMED.iter().find(|named| sentence.starts_with(**named)) {
        let rest = sentence[named.len()..].strip_prefix("地区").unwrap_or(&sentence[named.len()..]);
        return (!rest.starts_with(|ch: char| GOES_ON.contains(ch))).then_some((named, rest));
    }
    let aim = ["力争", "确保", "争取"].iter().find_map(|aim| sentence.strip_prefix(aim));
    let sentence = aim.unwrap_or(sentence);
    let first = sentence.split(['，', '：']).next().unwrap_or(sentence);
    let end = PARTS.iter().filter_map(|part| first.find(part).map(|at| at + part.len())).min()?;
    // 自贸试验区|南宁片区
    let end =
        PARTS.iter().filter_map(|part| first[end..].find(part).map(|at| end + at + part.len())).max().unwrap_or(end);
    let (part, rest) = sentence.split_at(end);
    let plain =
        part.chars().all(|ch| is_han(ch) || matches!(ch, '“' | '”')) && !part.contains(['和', '与', '及', '等', '的']);
    let goes_on = rest.starts_with(|ch: char| GOES_ON.contains(ch) || ch.is_ascii_digit() && rest.contains("增"));
    // 自贸试验区|5个|项目, but 国家级试验区建设.
    let wide = WIDE.iter().any(|wide| part.ends_with(wide))
        && ["建设", "创建", "改革"].iter().any(|done| rest.starts_with(done));
    let titled = wide || TITLES.iter().any(|title| part.starts_with(title));
    if !plain || titled || goes_on || !NAME.contains(&part.chars().count()) {
        return None;
    }
    let all = words(part);
    let (first, kind) = all.first()?;
    let verb = matches!(kind, PartOfSpeech::Verb | PartOfSpeech::Action | PartOfSpeech::Modifier);
    let acts = !known_verb(part).is_empty() || verb && part[first.clone()].chars().count() > 1;
    let (last, _) = all.last()?;
    // 建设|城市片区, 围绕|示范区
    let long = |range: &std::ops::Range<usize>| part[range.clone()].chars().count() > 1;
    let verbs = all.iter().any(|(range, kind)| range.start < last.start && *kind == PartOfSpeech::Verb && long(range));
    let led =
        ["在", "以", "对", "从", "向", "将", "把", "围绕", "按照", "支持", "推进", "加快", "大力", "深入", "重点"];
    let led = led.iter().any(|word| part.starts_with(word));
    (!acts && !verbs && !led).then_some((part, rest))
}

/// Without 一是, （一） and 1. before a sentence.
fn without_ordinal(sentence: &str) -> &str {
    let sentence = sentence.trim_start_matches(|ch| is_space(ch) || END.contains(&ch) || "—-".contains(ch));
    let rest = sentence.trim_start_matches(|ch: char| "（(一二三四五六七八九十".contains(ch));
    let numbered = ['是', '）', ')'].iter().find_map(|mark| rest.strip_prefix(*mark));
    if let Some(rest) = numbered.filter(|_| rest.len() < sentence.len()) {
        return rest;
    }
    let rest = sentence.trim_start_matches(|ch: char| ch.is_ascii_digit());
    match rest.strip_prefix(['.', '．', '、']) {
        Some(rest) => rest.trim_start(),
        None => sentence,
    }
}
