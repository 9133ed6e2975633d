//! What a paragraph is of, and an account in it: a level (市级), a zone (清溪开发区), 政府性基金预算.
//!
//! A budget tells them in a heading or once in a sentence, and the items of the account behind that without them.

use super::scope::{OTHERS, begins_sentence, is_item, without_included};
use super::words::VERBS;
use super::{Figure, HEADING};
use crate::draft::genre::Genre;
use crate::draft::structure::Section;
use crate::draft::{Draft, Meeting};
use crate::syntax::sentence::{near, without_brackets};
use crate::text::han::is_space;

/// Those that a heading may tell.
#[rustfmt::skip]
const LEVELS: [&str; 14] = [
    "自治区本级", "市本级", "省本级", "县本级", "区本级", "州本级", "盟本级", "旗本级", "自治区级", "市级", "省级", "州级", "县级", "区级",
];
/// Words for the whole place.
const WHOLES: [&str; 7] = ["全市", "全省", "全县", "全州", "全盟", "全旗", "全国"];
/// Words for the whole place where another one gives to it: 省对我市转移支付.
const OURS: [&str; 4] = ["我市", "我省", "我县", "我区"];
/// Words of what a higher level gives: 省级下达新增债务限额.
const GIVEN: [&str; 6] = ["下达", "财政下达", "转贷", "补助", "核定", "批准"];
/// Ends of names of zones.
const ZONES: [&str; 6] = ["开发区", "高新区", "新区", "示范区", "合作区", "管理区"];

/// How the accounts of a budget are told, and their names; the usual one first.
const ACCOUNTS: [(&str, &str); 5] = [
    ("一般公共预算", "一般公共预算"),
    ("政府性基金", "政府性基金预算"),
    ("国有资本经营", "国有资本经营预算"),
    ("社会保险基金", "社会保险基金预算"),
    ("社保基金", "社会保险基金预算"),
];
/// Words of a name that tells its account or fund itself.
const FUNDS: [&str; 7] = ["公共预算", "基金预算", "性基金", "资本经营", "保险", "社保", "三公"];
/// Words of work that is told under the heading of an account, and is none of its items.
#[rustfmt::skip]
const WORKS: [&str; 14] = [
    "财政总", "预备费", "压减", "节约", "转贷我", "下达", "一般预算", "必要性", "额度", "限额", "民生", "三保", "基本支出", "项目支出",
];

/// What a heading says its section is of: 市级预算执行情况, 经济技术开发区收支预算.
enum Told {
    Level(&'static str),
    Zone(String),
}

impl Told {
    /// The scope and the name of a figure that is told of it.
    fn told_of(&self, name: String) -> (&'static str, String) {
        match self {
            // 市本级统筹的养老保险基金: of the level that its name tells.
            Told::Level(level) if LEVELS.iter().any(|other| other != level && name.contains(other)) => ("", name),
            // 转贷市级政府债券: its name tells it.
            Told::Level(level) if name.starts_with("转贷") && name.contains(level) => ("", name),
            Told::Level(level) => (level, name),
            Told::Zone(zone) if name.is_empty() || name.contains(zone.as_str()) => ("", name),
            Told::Zone(zone) => ("", format!("{zone}{name}")),
        }
    }

    /// Whether some words tell of another place last.
    fn is_left(&self, words: &str) -> bool {
        let own = match self {
            Told::Level(level) => level,
            Told::Zone(_) => "",
        };
        // 包括市本级95亿元。|节能环保支出|170亿元: a part that is told of another level ends with its sentence.
        let sentence = words.rfind(['。', '；', ';']).unwrap_or(0);
        let others = OTHERS.iter().chain(&OURS).filter(|other| **other != own);
        let level = LEVELS.iter().filter(|other| **other != own);
        let level = level.filter_map(|other| words[sentence..].rfind(other).map(|at| sentence + at)).max();
        let last = others.filter_map(|other| words.rfind(other)).max().max(level);
        last.is_some_and(|last| own.is_empty() || words.rfind(own).is_none_or(|own| own < last))
    }
}

/// What the paragraph of a figure is of, which names no scope itself: what its heading tells, or a sentence before it.
pub struct Place {
    heading: Option<Told>,
    account: Option<&'static str>,
    /// In a budget sentences go on with the account and the level of the one before.
    budget: bool,
}

impl Place {
    /// That of a paragraph of a draft.
    pub fn of(draft: &Draft, meeting: &Meeting, paragraph: usize) -> Self {
        let budget = meeting.genre == Some(Genre::Budget);
        let heading = of_headings(draft, paragraph);
        if !budget {
            return Place { heading, account: None, budget };
        }
        let heading = heading.or_else(|| before(draft, paragraph));
        let account = account_above(draft, paragraph);
        Place { heading, account, budget }
    }

    /// 政府性基金预算支出140亿元，其中：|交通运输支出|1亿元: the name of an item with its account, unless it is the usual one.
    pub fn in_account(&self, text: &str, figure: &Figure, name: String) -> String {
        let own = FUNDS.iter().chain(&WORKS).any(|word| name.contains(word));
        if !self.budget || !is_item(figure) || own {
            return name;
        }
        let before = &text[near(text, figure.start()).start..figure.start()];
        // 全市科学技术支出2亿元: a sentence that names a place begins anew.
        let sentence = before.rfind(['。', '；', '！']).map_or(before, |at| &before[at..]);
        let anew = of_sentences(sentence.trim_start_matches(['。', '；', '！'])).is_some();
        // 政府债务余额90亿元, under the heading of a fund: of it only where its own sentence says so.
        let debt = ["债券", "余额"].iter().any(|word| name.contains(word))
            && !["结余", "支出", "收入", "偿债"].iter().any(|word| name.contains(word));
        let above = self.account.filter(|_| !debt);
        match account_of(if anew || debt { sentence } else { before })
            .or(above)
            .filter(|account| *account != ACCOUNTS[0].1)
        {
            Some(account) => format!("{account}：{name}"),
            None => name,
        }
    }

    /// The scope and the name of a figure that names no scope.
    pub fn told(&self, text: &str, figures: &[Figure], index: usize, name: String) -> (&'static str, String) {
        let figure = &figures[index];
        let before = &text[near(text, figure.start()).start..figure.start()];
        // Behind the heading that the paragraph may begin with.
        let before = before.split_once("情况").map_or(before, |(_, rest)| rest);
        // 安排就业补助资金3亿元, “十四五”时期民生支出2000亿元: work that is told under the last heading.
        let work = ["补助资金", "财政补助", "民生"].iter().any(|word| name.contains(word))
            || name.contains("项目") && !name.contains("项目支出")
            || ["时期", "五年", "以来"].iter().any(|word| before.contains(word));
        // 收入预算15亿元，其中：|公共财政拨款|13亿元
        let part = figure.quantity.unit.ends_with('元') && (name.contains("预算其中") || name.contains("：实际"));
        let item = is_item(figure) || self.budget && (part || is_use(text, figures, index, &name));
        if work || !item {
            return ("", name);
        }
        let sentence = if self.budget { of_sentences(before) } else { None };
        let (section, rest) = match &sentence {
            Some((section, rest)) => (Some(section), *rest),
            None => (self.heading.as_ref(), before),
        };
        match section {
            Some(section) if !section.is_left(&without_included(rest)) => section.told_of(name),
            _ => ("", name),
        }
    }
}

/// 教育支出129亿元。主要支出项目是：|小学教育|39亿元: an item of an account that is not called one.
fn is_use(text: &str, figures: &[Figure], index: usize, name: &str) -> bool {
    const NAME: std::ops::RangeInclusive<usize> = 2..=10;
    let money = figures[index].quantity.unit.ends_with('元');
    let of = figures[..index].iter().rposition(is_item).filter(|_| money && NAME.contains(&name.chars().count()));
    let between = of.and_then(|of| text.get(figures[of].quantity.span.end..figures[index].start())).unwrap_or("");
    let listed = between.contains("项目是：") || between.contains("项目是:") || between.contains("主要是：");
    listed && !VERBS.begin(name)
}

/// The account that some words tell of last: it stands where a clause begins.
fn account_of(words: &str) -> Option<&'static str> {
    const MARKS: [char; 11] = ['，', '。', '；', '：', '、', '（', '）', ',', ';', ':', '\n'];
    const LONGEST: usize = 12;
    const INTO: [&str; 14] =
        ["调", "从", "向", "至", "到", "由", "与", "和", "及", "统筹", "加大", "用于", "平衡", "《"];
    let told = |(words_of, account): &(&str, &'static str)| {
        let begins = |at: &usize| {
            let head = words[..*at].rsplit(MARKS).next().unwrap_or("");
            head.chars().count() <= LONGEST && !INTO.iter().any(|into| head.contains(into))
        };
        words.rmatch_indices(words_of).map(|(at, _)| at).find(begins).map(|at| (at, *account))
    };
    ACCOUNTS.iter().filter_map(told).max().map(|(_, account)| account)
}

/// That of the nearest heading above a paragraph that names one.
fn account_above(draft: &Draft, paragraph: usize) -> Option<&'static str> {
    let sections = &draft.structure().sections;
    let mut depth = usize::MAX;
    for section in sections[..sections.partition_point(|section| section.paragraph <= paragraph)].iter().rev() {
        let heading = &draft.paragraphs()[section.paragraph];
        if section.depth >= depth || section.depth == 0 {
            continue;
        }
        depth = section.depth;
        let words = without_spaces(&draft.paragraph_text(section.paragraph));
        let named: Vec<_> = ACCOUNTS.iter().filter(|(words_of, _)| words.contains(words_of)).collect();
        match named.as_slice() {
            [] => continue,
            [(_, account)] if heading.characters <= HEADING => return Some(account),
            _ => return None,
        }
    }
    None
}

/// What the last sentence is of that begins with a place and an account, and the words behind that.
fn of_sentences(words: &str) -> Option<(Told, &str)> {
    let starts = words.match_indices(['。', '；', ';', '！', '\n']).map(|(at, mark)| at + mark.len());
    let starts: Vec<usize> = std::iter::once(0).chain(starts).collect();
    starts.into_iter().rev().find_map(|start| {
        let sentence = without_time(&words[start..]);
        let end = sentence.find(['，', '：', '。', '；', ',', '、', '（']).unwrap_or(sentence.len());
        let clause = without_spaces(&sentence[..end]);
        let given = GIVEN.iter().any(|given| clause.contains(given));
        // 落实省级“三保”支出审核要求: of those above.
        // 区级支出320190万元: of the zone told before.
        let above = ["省级", "自治区级", "区级"]
            .iter()
            .any(|level| clause.find(level).is_some_and(|at| at > 0 || *level == "区级"));
        let other = given || above || clause.contains("全国") || clause.contains("级统筹");
        // 转贷|市级|政府债券共计7亿元: that of those it was lent to.
        let lent = clause.strip_prefix("转贷").and_then(|to| LEVELS.into_iter().find(|level| to.starts_with(level)));
        let told = lent.map(Told::Level).or_else(|| section_of(&clause).filter(|_| !other));
        Some((told?, &sentence[end..]))
    })
}

/// |2025年，|市级收入27亿元: a sentence without the time that it begins with.
fn without_time(sentence: &str) -> &str {
    const LONGEST: usize = 8;
    match sentence.split_once(['，', ',']) {
        Some((time, rest)) if time.chars().count() <= LONGEST && time.trim_end().ends_with('年') => rest,
        _ => sentence,
    }
}

/// What a paragraph is of, if its first words or a heading above it name a level or a zone and nothing else.
fn of_headings(draft: &Draft, paragraph: usize) -> Option<Told> {
    let text = draft.paragraph_text(paragraph);
    if let Some(told) = lead(&text) {
        return section_of(&told);
    }
    let sections = &draft.structure().sections;
    let mut depth = usize::MAX;
    for section in sections[..sections.partition_point(|section| section.paragraph <= paragraph)].iter().rev() {
        if section.depth >= depth {
            continue;
        }
        depth = section.depth;
        let heading = &draft.paragraphs()[section.paragraph];
        if heading.characters > HEADING || depth == 0 {
            continue;
        }
        let words = without_spaces(&draft.paragraph_text(section.paragraph));
        if WHOLES.iter().chain(&["各"]).any(|whole| words.contains(whole)) {
            break;
        }
        if let Some(found) = section_of(&words) {
            return Some(found);
        }
    }
    None
}

/// What the last sentence that tells a level is of, in the paragraphs of a budget that stand under the same heading.
///
/// 2026年市级收入总计37亿元。 and in a paragraph of its own: （1）税收收入11亿元。
fn before(draft: &Draft, paragraph: usize) -> Option<Told> {
    /// Paragraphs that are looked through.
    const NEAR: usize = 40;
    let sections = &draft.structure().sections;
    // （1）税收收入11亿元。 has an ordinal and is no heading.
    let heading = |section: &&Section| !draft.paragraph_text(section.paragraph).contains('元');
    let above = sections[..sections.partition_point(|section| section.paragraph <= paragraph)].iter().rev();
    let first = above.take(NEAR).find(heading)?.paragraph.max(paragraph.saturating_sub(NEAR));
    // 省级 in the budget of a city is no level of its own.
    let title = draft.paragraph_text(0);
    let own =
        |level: &&&str| **level != "全国" && (!matches!(**level, "省级" | "自治区级") || title.contains(['省', '区']));
    // ——转移性收入131亿元 is no part of ——市本级收入39亿元.
    let dashed = |text: &str| text.trim_start_matches(is_space).starts_with(['—', '-', '－']);
    let item = dashed(&draft.paragraph_text(paragraph));
    (first..paragraph).rev().find_map(|before| {
        let text = draft.paragraph_text(before);
        if item && dashed(&text) {
            return None;
        }
        let told =
            LEVELS.iter().chain(&WHOLES).filter(own).filter_map(|level| Some((last_told(&text, level)?, *level)));
        told.max().map(|(_, level)| Told::Level(level))
    })
}

/// Where some words begin a sentence of a text for the last time, in bytes.
fn last_told(text: &str, words: &str) -> Option<usize> {
    let given = |at: usize| GIVEN.iter().any(|given| text[at + words.len()..].starts_with(given));
    text.rmatch_indices(words).map(|(at, _)| at).find(|at| begins_sentence(&text[..*at]) && !given(*at))
}

/// （1）全市收支情况。…; 清溪开发区2025年预算执行情况：…: the first words of a paragraph, if they are a heading of it.
fn lead(text: &str) -> Option<String> {
    /// Characters with spaces and brackets.
    const LONGEST: usize = 60;
    let end = text.char_indices().take(LONGEST).find(|(_, ch)| matches!(ch, '。' | '：' | ':' | '；' | '，'))?.0;
    let words = without_spaces(&without_brackets(&text[..end]));
    let heading = !text[end..].starts_with(['；', '，']) && (words.ends_with("情况") || words.ends_with("安排"));
    let named = WHOLES.iter().chain(&LEVELS).chain(&ZONES).any(|place| words.contains(place));
    (heading && named).then_some(words)
}

fn without_spaces(words: &str) -> String {
    words.chars().filter(|ch| !is_space(*ch)).collect()
}

/// What the words of a heading are of.
fn section_of(heading: &str) -> Option<Told> {
    const MONEY: [&str; 6] = ["预算", "财政", "收支", "收入", "支出", "债务"];
    let account = MONEY.iter().filter_map(|money| heading.find(money)).min()?;
    let head = &heading[..account];
    if let Some(level) = WHOLES.iter().chain(&LEVELS).find(|level| head.contains(**level)) {
        return Some(Told::Level(level));
    }
    let ordinal = |ch: char| ch.is_ascii_digit() || "一二三四五六七八九十（）()、.．年第".contains(ch);
    // 1.市退役军人事务局2026年部门预算: of one department.
    let body = head.trim_start_matches(ordinal).split(|ch: char| ch.is_ascii_digit()).next().unwrap_or("");
    let department = heading.contains("部门预算") && ["局", "委", "厅", "院"].iter().any(|end| body.ends_with(end));
    // （四）功能区、园区及街道预算执行情况: of all of them together.
    let together =
        ["街道", "镇街", "功能区", "园区"].iter().any(|end| body.ends_with(end)) && body.contains(['、', '及']);
    let end = ZONES.iter().filter_map(|zone| head.find(zone).map(|at| at + zone.len())).max();
    let zone = if department || together { body } else { head[..end?].trim_start_matches(ordinal) };
    (department || together || !zone.contains(['、', '，', '和', '及', '与'])).then(|| Told::Zone(zone.to_owned()))
}
