//! What a figure is of, from the words around it.

use super::Relation;
use super::words::{AGAINST, BEING, CHANGES, GENERIC, LEADING, MEASURES, PREDICATES, WHOLE};
use crate::syntax::Quantity;
use crate::syntax::sentence::{around, without_brackets};
use crate::text::han::{is_han, is_space};

/// Longest indicator, in characters.
const LONGEST: usize = 30;
/// Longest noun behind a number.
const NOUN: usize = 16;
/// Words with a joint in them that are one thing.
const ALONE: [&str; 3] = ["研发与", "研究与", "科研与"];

/// Names of scopes at the head of an indicator, longest first.
const SCOPES: [&str; 32] = [
    "全国一般公共预算",
    "全市规模以上",
    "市本级",
    "省本级",
    "县本级",
    "区本级",
    "州本级",
    "盟本级",
    "自治区本级",
    "本级",
    "全市",
    "全省",
    "全县",
    "全区",
    "全州",
    "全盟",
    "全旗",
    "全国",
    "全自治区",
    "全镇",
    "全乡",
    "全社会",
    "我市",
    "我省",
    "我县",
    "我区",
    "我州",
    "我国",
    "市直",
    "中央本级",
    "县级",
    "区级",
];

/// The words of a figure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Read {
    pub subject: String,
    pub indicator: String,
    pub relation: Relation,
    pub scope: &'static str,
    /// The noun told behind the number.
    pub noun: String,
    /// It stands in brackets.
    inside: bool,
    end: usize,
}

/// The words of the figures of a text.
pub fn read(text: &str, figures: &[&Quantity]) -> Vec<Read> {
    let mut reads: Vec<Read> = Vec::with_capacity(figures.len());
    // Subjects of a distributive list that still wait for their numbers, last first.
    let mut waiting: Vec<Read> = Vec::new();
    // The subjects of the last such list, in their order.
    let mut list: Vec<String> = Vec::new();
    for (index, figure) in figures.iter().enumerate() {
        let joined = index > 0 && is_joint(&text[figures[index - 1].span.end..figure.number.start]);
        let read = match waiting.pop().filter(|_| joined) {
            Some(read) => Read { end: figure.span.end, ..read },
            None => {
                waiting.clear();
                let read = one(text, figure, &reads);
                distribute(text, &figures[index..], &read, &mut list, &mut waiting);
                waiting.pop().map_or(read.clone(), |first| Read { end: figure.span.end, ..first })
            }
        };
        reads.push(read);
    }
    reads
}

fn is_joint(gap: &str) -> bool {
    // 分别提高到2520元/月、2268元/月
    let gap = ["/月", "/日", "/年", "/人", "/吨"].iter().find_map(|word| gap.strip_prefix(word)).unwrap_or(gap);
    matches!(gap.trim(), "、" | "和" | "与" | "及" | "以及" | "、和")
}

fn one(text: &str, figure: &Quantity, reads: &[Read]) -> Read {
    let start = figure.number.start;
    let sentence = around(text, start);
    let own: Vec<&Read> = reads.iter().rev().take_while(|read| read.end > sentence.start).collect();
    let from = own.first().map_or(sentence.start, |read| read.end).max(sentence.start);
    let (inside, head) = clause(&text[sentence.start..start], from - sentence.start);
    let before = own.iter().find(|read| inside || !read.inside).copied();
    let main = own.iter().find(|read| read.relation != Relation::Part && (inside || !read.inside)).copied();
    let behind = noun_behind(text, figure);
    // 3个城市片区和4个融合片区: what stands between is the noun of the number before.
    let head = if !behind.is_empty() && head.ends_with(['和', '与', '及', '、']) { String::new() } else { head };
    let listed = !behind.is_empty()
        && from > sentence.start
        && text[from..start].contains('、')
        && !text[from..start].contains(['，', ',']);
    // 帮助12家|企业|获得贷款3亿元
    let head = match own.first().filter(|read| !read.noun.is_empty()).and_then(|read| head.strip_prefix(&read.noun)) {
        Some(rest) => {
            let verb = PREDICATES.iter().filter(|word| rest.starts_with(**word)).max_by_key(|word| word.len());
            verb.map_or(rest, |word| &rest[word.len()..]).to_owned()
        }
        None => head,
    };
    let head = head.rsplit_once('、').filter(|_| listed).map_or(head.clone(), |(_, last)| last.to_owned());
    let scoped = Head::of(head, figure);
    let mut read = scoped.read(figure, before, main, behind.clone());
    if read.scope.is_empty() {
        read.scope = before.map_or("", |before| before.scope);
    }
    if read.subject.is_empty() && read.indicator.is_empty() {
        let head = &text[sentence.start..start];
        let clause = earlier_clause(&head[..head.rfind(['，', ',', '：', ':']).unwrap_or(0)]);
        let rest: String = text[figure.span.end..].chars().take(NOUN).take_while(|ch| is_han(*ch)).collect();
        read.indicator = if clause.is_empty() { rest } else { clause };
        read.subject = read.indicator.clone();
    }
    Read { noun: behind, inside, end: figure.span.end, ..read }
}

/// The words of the clause before a number, brackets left out, and whether it stands in brackets.
fn clause(sentence: &str, from: usize) -> (bool, String) {
    let mut depth = 0i32;
    for ch in sentence.chars() {
        match ch {
            '（' | '(' => depth += 1,
            '）' | ')' => depth = (depth - 1).max(0),
            _ => {}
        }
    }
    let mut words = String::new();
    let mut open = 0i32;
    for ch in sentence.get(from..).unwrap_or("").chars() {
        match ch {
            '（' | '(' => {
                open += 1;
                if depth > 0 {
                    words.clear();
                }
            }
            '）' | ')' => {
                if open == 0 {
                    words.clear();
                }
                open = (open - 1).max(0);
            }
            '，' | ',' | '：' | ':' | '—' if open == 0 || depth > 0 => words.clear(),
            _ if open > 0 && depth == 0 => {}
            _ if is_space(ch) => {}
            _ => words.push(ch),
        }
    }
    (depth > 0, words)
}

/// The last words before a clause that has none of its own.
fn earlier_clause(text: &str) -> String {
    let text = text.trim_end_matches(|ch: char| is_space(ch) || "，,：:、—（(".contains(ch));
    let start = text
        .rfind(['，', ',', '：', ':', '）', '—'])
        .map_or(0, |at| at + text[at..].chars().next().map_or(0, char::len_utf8));
    shorten(lead(&text[start..]).0.as_str())
}

/// The words before a number, taken apart.
struct Head {
    core: String,
    /// The change told behind the core: 增长.
    change: &'static str,
    scope: &'static str,
    part: bool,
    /// It ended in 的: 为预算的96%.
    of: bool,
    /// A word of being stood before the number: 达, 为.
    being: bool,
}

impl Head {
    fn of(words: String, figure: &Quantity) -> Head {
        let of = figure.is_percent() && words.ends_with('的');
        let (core, scope, part) = lead(&words);
        let bare = core.clone();
        let core = trail(behind_year(&until_year(&core)), BEING, of);
        let core = trail(&until_year(&core), BEING, of);
        let being = bare != core && !bare.is_empty();
        let core = from_year(&core).to_owned();
        let rate = !figure.adds_up();
        let change = CHANGES.iter().filter(|word| core.ends_with(**word)).max_by_key(|word| word.len());
        let change = change.filter(|word| rate || !core[..core.len() - word.len()].is_empty() || word.len() > 3);
        let Some(change) = change else { return Head { core, change: "", scope, part, of, being } };
        let rest = trail(&core[..core.len() - change.len()], AGAINST, false);
        let rest = against(&rest);
        let rest = trail(rest, AGAINST, false);
        Head { core: trail(&rest, &["完成", "实现", "，"], false), change, scope, part, of, being }
    }

    /// `before` is the figure told before it, `main` the last one that is no part of another.
    fn read(&self, figure: &Quantity, before: Option<&Read>, main: Option<&Read>, behind: String) -> Read {
        let whole = if figure.adds_up() { main.or(before) } else { before };
        let inherited = || before.map_or(String::new(), |read| read.subject.clone());
        // 税收占比达50%，提高6.5个百分点
        let changed = || match before {
            Some(read) if read.relation == Relation::Share && figure.unit.ends_with('点') => read.indicator.clone(),
            _ => inherited(),
        };
        let made = |subject: String, indicator: String, relation: Relation| Read {
            subject,
            indicator,
            relation,
            scope: self.scope,
            noun: String::new(),
            inside: false,
            end: 0,
        };
        let level = if self.part { Relation::Part } else { Relation::Level };
        let core = self.core.as_str();
        if !self.change.is_empty() {
            let noun = if figure.adds_up() { behind } else { String::new() };
            let subject = if core.is_empty() && noun.is_empty() { changed() } else { shorten(core) };
            return made(subject.clone(), subject + self.change + &noun, Relation::Change);
        }
        if ["高于", "低于", "快于", "好于", "多于", "少于"].iter().any(|word| core.starts_with(word)) {
            return made(inherited(), inherited() + core, Relation::Change);
        }
        let share = figure.is_percent() || figure.unit == "成";
        if let Some(base) = self.base().filter(|_| share || core.contains("预算")) {
            let own = trail(&core[..core.len() - base.len()], BEING, false);
            let subject = if own.is_empty() { inherited() } else { shorten(&own) };
            let ratio =
                if share && base.contains("预算") && !base.ends_with(['重', '例']) { "的比例" } else { "" };
            return made(subject.clone(), subject + base + ratio, if share { Relation::Share } else { level });
        }
        if core.is_empty() && self.of {
            let base = before.map_or(String::new(), |read| read.indicator.clone());
            return made(inherited(), base + "的比例", Relation::Share);
        }
        if core.is_empty() && behind.is_empty() {
            let relation = before.map_or(level, |read| read.relation);
            let indicator = before.map_or(String::new(), |read| match relation {
                Relation::Change if self.being => read.subject.clone(),
                Relation::Change | Relation::Share if !figure.adds_up() => read.indicator.clone(),
                _ => read.subject.clone(),
            });
            let relation = if figure.adds_up() || self.being { level } else { relation };
            return made(inherited(), indicator, relation);
        }
        let generic = GENERIC.contains(&core) && behind.is_empty();
        if let Some(read) = whole.filter(|read| generic && !read.subject.ends_with(core)) {
            let subject =
                ["新增", "净增"].iter().find_map(|word| read.subject.strip_prefix(word)).unwrap_or(&read.subject);
            let subject = GENERIC.iter().find_map(|word| subject.strip_suffix(word)).unwrap_or(subject);
            let subject = MEASURES.iter().find_map(|word| subject.strip_suffix(word)).unwrap_or(subject);
            let subject = format!("{subject}{core}");
            return made(subject.clone(), subject, if share { Relation::Share } else { level });
        }
        let subject = shorten(&format!("{core}{behind}"));
        made(subject.clone(), subject, if share && core.contains('率') { Relation::Share } else { level })
    }

    /// 占一般公共预算收入, 为预算: what a share is a share of, with its verb.
    fn base(&self) -> Option<&str> {
        let core = self.core.as_str();
        let at = core
            .rfind('占')
            .filter(|at| !["占地", "占用", "占道", "占补"].iter().any(|word| core[*at..].starts_with(word)));
        let budget = || {
            let verb = ["为", "完成", "是", "相当于"].iter().find(|verb| core.starts_with(**verb))?;
            core[verb.len()..].contains("预算").then_some(0)
        };
        at.or_else(budget).map(|at| &core[at..])
    }
}

/// The words behind 比 or 较 that name another time or place are no part of an indicator: 全市用电量比2020年|增长.
fn against(core: &str) -> &str {
    let at = core.rfind(['比', '较']).filter(|at| {
        let rest = &core[*at + '比'.len_utf8()..];
        let near = rest.chars().count() <= 14;
        let named = ["年", "期", "初", "底", "末", "上", "全国", "全省", "全市", "预算", "去"];
        near && named.iter().any(|word| rest.contains(word)) && !core[..*at].ends_with(['占', '相', '对'])
    });
    at.map_or(core, |at| &core[..at])
}

/// Without the words that lead an indicator; its scope; whether it is a part.
fn lead(words: &str) -> (String, &'static str, bool) {
    let (mut rest, mut scope, mut part) = (words, "", false);
    loop {
        let bare =
            rest.trim_start_matches(|ch: char| is_space(ch) || "、，,：:*#”》）)—-；。∶－～~–/①②③④⑤⑥⑦⑧⑨".contains(ch));
        let bare = ordinal(plan(year(bare)));
        let own = SCOPES.iter().find(|word| bare.starts_with(**word) && !bare[word.len()..].starts_with(['面', '程']));
        if let Some(word) = own.filter(|word| scope.is_empty() && !word.starts_with("全社会") && !word.contains("规模"))
        {
            scope = word;
            rest = &bare[word.len()..];
            continue;
        }
        let word = LEADING
            .iter()
            .filter(|word| bare.starts_with(**word) && !is_other(bare, word))
            .max_by_key(|word| word.len());
        let Some(word) = word else {
            return (bare.to_owned(), scope, part);
        };
        part |= matches!(*word, "其中" | "包括" | "包含" | "含");
        rest = &bare[word.len()..];
    }
}

/// Without “十四五”时期 at the head.
fn plan(text: &str) -> &str {
    let rest =
        text.strip_prefix('“').and_then(|rest| rest.split_once("五”")).filter(|(name, _)| name.chars().count() <= 2);
    let rest = rest.map(|(_, rest)| rest);
    rest.and_then(|rest| ["时期", "期间", "末", "以来"].iter().find_map(|word| rest.strip_prefix(word))).unwrap_or(text)
}

/// Without 一是 at the head.
fn ordinal(text: &str) -> &str {
    let rest = text.trim_start_matches(crate::syntax::numeral::is_numeral);
    rest.strip_prefix('是').filter(|rest| rest.len() + '是'.len_utf8() < text.len()).unwrap_or(text)
}

/// 共同富裕, 将军, 含税: the word goes on.
fn is_other(text: &str, word: &str) -> bool {
    const OTHERS: [&str; 29] = [
        "各项",
        "各级",
        "各乡",
        "共同",
        "共建",
        "共享",
        "公共",
        "将军",
        "还清",
        "还款",
        "到位",
        "到账",
        "到户",
        "在建",
        "在校",
        "在线",
        "在岗",
        "在册",
        "在园",
        "在库",
        "与会",
        "和谐",
        "和美",
        "再生",
        "再贷",
        "另类",
        "各类",
        "再就业",
        "再融资",
    ];
    OTHERS.iter().any(|other| other.starts_with(word) && text.starts_with(other))
}

/// Without a year at the head: 2025年, 2025年底.
fn year(text: &str) -> &str {
    let digits: usize =
        text.chars().take_while(|ch| ch.is_ascii_digit() || matches!(ch, '—' | '-' | '～')).map(char::len_utf8).sum();
    let rest = &text[digits..];
    match rest.strip_prefix('年').filter(|_| digits >= 4) {
        Some(rest) => ["度", "底", "末", "初"].iter().find_map(|word| rest.strip_prefix(word)).unwrap_or(rest),
        None => text,
    }
}

/// Without a year that the number itself is of, at the end: 产量增加到|2005年的.
fn until_year(core: &str) -> String {
    let rest = ["年的", "年底的", "年末的", "年", "年底", "年末"].iter().find_map(|word| core.strip_suffix(word));
    let bare = rest.map(|rest| rest.trim_end_matches(|ch: char| ch.is_ascii_digit()));
    match (rest, bare) {
        (Some(rest), Some(bare)) if rest.len() - bare.len() == 4 => bare.to_owned(),
        _ => core.to_owned(),
    }
}

/// Without the time that a change begins at: 经营主体|由2020年的, 三次产业结构|由“十二五”末的.
fn from_year(core: &str) -> &str {
    let at = core.rfind(['由', '从']).filter(|at| {
        let rest = &core[*at..];
        rest.chars().count() <= 12 && (rest.contains('年') || rest.contains("五”"))
    });
    at.map_or(core, |at| &core[..at])
}

/// Behind a year inside: 提出2025年|粮食产量.
fn behind_year(core: &str) -> &str {
    let mut years = core
        .match_indices('年')
        .filter(|(at, _)| core[..*at].chars().rev().take_while(char::is_ascii_digit).count() == 4);
    let Some((at, _)) = years.next_back() else { return core };
    let rest = &core[at + '年'.len_utf8()..];
    let rest = ["度", "底", "末", "初"].iter().find_map(|word| rest.strip_prefix(word)).unwrap_or(rest);
    let against = ["的", "增", "下", "提", "减", "同", "上", "翻", "降"].iter().any(|word| rest.starts_with(word));
    if rest.is_empty() || against { core } else { rest }
}

/// Without words at the end.
fn trail(core: &str, words: &[&str], of: bool) -> String {
    let mut rest = core.trim_end_matches(|ch: char| is_space(ch) || "、，“：".contains(ch));
    if of {
        rest = rest.trim_end_matches('的');
    }
    while let Some(word) = words.iter().filter(|word| rest.ends_with(**word)).max_by_key(|word| word.len()) {
        // 完成 alone is the verb of 完成13个项目.
        let verb = matches!(*word, "完成" | "实现" | "有" | "由" | "从") && rest.len() == word.len();
        let inner = WHOLE.iter().any(|whole| whole.ends_with(word) && rest.ends_with(whole));
        if inner || (verb && *word == "完成") {
            break;
        }
        rest = rest[..rest.len() - word.len()].trim_end_matches(|ch: char| is_space(ch) || "、，".contains(ch));
    }
    rest.to_owned()
}

/// The noun behind a number that stands before it: 13个|重大项目.
fn noun_behind(text: &str, figure: &Quantity) -> String {
    let rest = text[figure.span.end..].trim_start_matches(is_space);
    let rest = ["以上", "左右", "之多", "有余"].iter().find_map(|word| rest.strip_prefix(word)).unwrap_or(rest);
    let told = figure.is_percent() && rest.starts_with('的');
    if !(figure.adds_up() || figure.unit.is_empty() || told) {
        return String::new();
    }
    let rest = rest.strip_prefix('的').unwrap_or(rest);
    // 新建100个“15分钟服务圈”
    let name = rest.strip_prefix('“').and_then(|name| name.split_once('”')).map_or(0, |(name, _)| name.len());
    let mut end = 0;
    for (at, ch) in rest.char_indices().take(NOUN + 6) {
        if at < name {
            continue;
        }
        let quote = matches!(ch, '“' | '”' | '（' | '）');
        if !(is_han(ch) || quote || ch.is_ascii_alphabetic())
            || PREDICATES.iter().any(|word| rest[at..].starts_with(word))
        {
            break;
        }
        let told = |words: &[&str]| words.iter().any(|word| word.len() > 3 && rest[at..].starts_with(word));
        // 为民办实事项目, 研发与转化平台
        // 国有及国有控股企业, 和美乡村
        let again = rest.get(..6).is_some_and(|word| rest[at + ch.len_utf8()..].starts_with(word));
        let inside = end == 0 || again || ALONE.iter().any(|word| rest[..at + ch.len_utf8()].ends_with(word));
        let joint = "，和、与及为并".contains(ch) && !inside;
        let changed = CHANGES.iter().filter(|word| word.len() > 3).any(|word| {
            let behind = rest[at..].strip_prefix(word);
            behind.is_some_and(|behind| {
                !behind.starts_with(is_han) || behind.starts_with(['到', '至', '了', '超', '近', '约'])
            })
        });
        if changed || told(BEING) || begun(&rest[at..]) || joint {
            break;
        }
        end = at + ch.len_utf8();
    }
    let noun = without_brackets(&rest[..end]);
    let noun = noun.trim_matches(' ');
    match noun.chars().count() {
        0 => String::new(),
        _ if noun.starts_with('等') => String::new(),
        // 11个县被认定为…: the place alone says too little.
        1 if noun.starts_with(['县', '市', '区', '村', '镇', '乡', '户', '人', '省', '国']) => {
            rest.chars().take(NOUN).take_while(|ch| is_han(*ch)).collect()
        }
        1 => String::new(),
        _ => noun.to_owned(),
    }
}

/// 12个项目|开工, but 30个新开工项目.
fn begun(rest: &str) -> bool {
    let behind = ["开工", "投产", "竣工"].iter().find_map(|word| rest.strip_prefix(word));
    behind.is_some_and(|behind| !behind.starts_with(is_han) || behind.starts_with("建设"))
}

/// At most [`LONGEST`] characters, the last ones.
fn shorten(words: &str) -> String {
    let count = words.chars().count();
    if count <= LONGEST {
        return words.to_owned();
    }
    let skip = words.char_indices().nth(count - LONGEST).map_or(0, |(at, _)| at);
    let tail = &words[skip..];
    tail.split_once('、').filter(|(_, rest)| rest.chars().count() > 6).map_or(tail, |(_, rest)| rest).to_owned()
}

/// 城镇、农村居民人均可支配收入分别增长4.7%和6.3%: as many subjects as numbers, each with its own, last first.
fn distribute(text: &str, figures: &[&Quantity], read: &Read, list: &mut Vec<String>, waiting: &mut Vec<Read>) {
    let joined = |pair: &[&Quantity]| is_joint(&text[pair[0].span.end..pair[1].number.start]);
    let count = 1 + figures.windows(2).take_while(|pair| joined(pair)).count();
    let head = &text[..figures[0].number.start];
    let near = head.char_indices().rev().nth(14).map_or(head, |(at, _)| &head[at..]);
    if count < 2 || !near.contains("分别") || read.subject.is_empty() {
        return;
    }
    if count == 2 && read.subject.contains("城乡") {
        *list = ["城镇", "农村"].map(|place| read.subject.replacen("城乡", place, 1)).to_vec();
    } else if list.len() != count || list.last() != Some(&read.subject) {
        let subjects: Vec<&str> = read.subject.split('、').flat_map(split_and).collect();
        let last = subjects.last().copied().unwrap_or("");
        *list = subjects.iter().map(|subject| with_tail(subject, last)).collect();
    }
    if list.len() == count {
        let rest = read.indicator.strip_prefix(read.subject.as_str()).unwrap_or("");
        let own =
            |subject: &String| Read { indicator: format!("{subject}{rest}"), subject: subject.clone(), ..read.clone() };
        waiting.extend(list.iter().rev().map(own));
    }
}

/// 城镇 of 城镇、农村居民人均可支配收入 is 城镇居民人均可支配收入.
fn with_tail(subject: &str, last: &str) -> String {
    let len = subject.chars().count();
    let shared = last.split_once('等').map(|(_, shared)| shared.to_owned());
    let tail = shared.unwrap_or_else(|| last.chars().skip(len).collect());
    let whole = subject.chars().all(is_han) && len <= 3 || last.contains('等');
    if whole && tail.chars().count() >= 2 {
        return format!("{subject}{tail}");
    }
    let measure = MEASURES.iter().find(|word| last.ends_with(**word));
    let own = MEASURES.iter().any(|word| subject.ends_with(word));
    format!("{subject}{}", measure.filter(|_| !own).unwrap_or(&""))
}

/// 城镇和农村居民收入 are two.
fn split_and(part: &str) -> Vec<&str> {
    let pieces: Vec<&str> = part.split(['和', '与', '及']).collect();
    if pieces.iter().all(|piece| piece.chars().count() >= 2) { pieces } else { vec![part] }
}
