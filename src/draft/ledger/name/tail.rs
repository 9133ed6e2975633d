//! What stands behind a number that counts things: the things, and what they did.

use super::bare::{cut, is_act, is_bare, is_verb};
use super::clause::Clauses;
use crate::draft::ledger::Figure;
use crate::draft::ledger::words::{BEING, CHANGES, MEASURES};
use crate::lexicon::{PartOfSpeech, words};
use crate::text::han::{is_han, is_space};

/// Longest tail, in characters.
const LONGEST: usize = 32;

/// The indicator of a figure with all that its clause says behind the number.
pub fn with_tail(told: &Clauses<'_>, index: usize) -> String {
    let figure = &told.figures[index];
    let own = figure.indicator.as_str();
    // 新建160家、|达到|292家: all there are.
    let reached = ["达到", "达", "总数达", "总数达到"].contains(&head(told, index));
    let fresh = ["新增", "新建", "净增", "新设"].iter().find_map(|word| own.strip_prefix(word));
    let own = fresh.filter(|rest| reached && !rest.is_empty()).unwrap_or(own);
    let tail = tail(told, index);
    let noun = figure.noun.as_str();
    let to = to_whom(told, index);
    let alone = own == tail && !to.is_empty() && tail.len() > noun.len();
    if tail.is_empty() || own.ends_with(tail.as_str()) && !alone {
        return own.to_owned();
    }
    if alone {
        return format!("{to}{tail}");
    }
    // 县级建成: the noun may be told with what it did already.
    let owned = told.text[figure.quantity.span.end..].starts_with('的');
    let before = own.rfind(noun).filter(|_| !noun.is_empty()).map(|at| &own[..at]);
    let before = before.filter(|_| own.ends_with(noun) || !owned && tail.starts_with(noun) && tail.len() > noun.len());
    match before {
        // 为3名儿童进行筛查: nobody is counted alone.
        Some("") if !to.is_empty() && tail.len() > noun.len() => format!("{to}{tail}"),
        Some(head) if tail.starts_with(noun) => format!("{head}{tail}"),
        None if !noun.is_empty() && !says_little(own) || own.contains("其中") => own.to_owned(),
        // The words are those of a number before: what was done here is told behind the number alone.
        None if has_no_words(told, index) => format!("{to}{tail}"),
        None => format!("{own}{tail}"),
        Some(_) => own.to_owned(),
    }
}

/// 压减, 提高: a verb alone, or no more than that.
fn says_little(own: &str) -> bool {
    own.chars().count() < 3 || is_bare(own)
}

/// What stands before a number, in its clause and behind the number before.
fn head<'t>(told: &Clauses<'t>, index: usize) -> &'t str {
    let (start, clause) = (told.figures[index].start(), told.own(index).span.start);
    let before = index.checked_sub(1).map_or(0, |before| told.figures[before].quantity.span.end);
    told.text[clause.max(before).min(start)..start].trim_matches(|ch| is_space(ch) || ch == '、')
}

/// 为, 对, 帮: the word that the head of a number ends in, if it says to whom something was done.
fn to_whom<'t>(told: &Clauses<'t>, index: usize) -> &'t str {
    let head = head(told, index).trim_end_matches(['近', '约', '超']);
    let last = head.char_indices().next_back().filter(|(_, ch)| "为对给向使让用".contains(*ch));
    last.filter(|(at, _)| !head[..*at].ends_with(['成', '作', '增', '达', '均', '转', '定', '升', '降', '整']))
        .map_or("", |(at, _)| &head[at..])
}

fn has_no_words(told: &Clauses<'_>, index: usize) -> bool {
    let head = head(told, index);
    // 引进30名人才、|20个|500强项目: the words are those of the item before.
    let gap = told.before(index).and_then(|_| told.gap(index)).unwrap_or("");
    let item = gap.trim_end().ends_with(['、', '和', '与', '及']);
    head.is_empty() || item || head == to_whom(told, index)
}

/// What the clause says behind a number, up to the next item of a list.
fn tail(told: &Clauses<'_>, index: usize) -> String {
    let figure = &told.figures[index];
    if !(figure.quantity.adds_up() || figure.quantity.unit.is_empty() || figure.quantity.is_percent()) {
        return String::new();
    }
    let start = figure.quantity.span.end;
    let (text, clause) = (told.text, told.own(index));
    let next = told.figures.get(index + 1).filter(|next| next.start() < clause.span.end);
    let end = next.map_or(clause.span.end, Figure::start).max(start);
    let (rest, open) = plain(&text[start..end]);
    let rest = without_about(&rest);
    let rest = ["/年", "/日", "/月"].iter().find_map(|each| rest.strip_prefix(each)).unwrap_or(rest);
    let own = match next.filter(|_| open) {
        None => rest.to_owned(),
        // 21批|173项制度创新案例
        Some(_) if rest.is_empty() => tail(told, index + 1),
        Some(_) if rest.starts_with('、') && is_act(&rest['、'.len_utf8()..]) => tail(told, index + 1),
        Some(_) => match joint(rest) {
            Some(item) => listed(told, index, item),
            None => before_next(rest, &plain(&text[start..clause.span.end]).0, figure, next),
        },
    };
    let own = own.strip_prefix('的').unwrap_or(&own);
    // 压减50%的专项资金: the share is told of what stands behind it.
    let verb = says_little(&figure.indicator) && own.len() < rest.len();
    let share = figure.quantity.is_percent() && !verb && !is_share_of(own, rest);
    if stops(own) || share { String::new() } else { cut(own, LONGEST) }
}

fn without_about(rest: &str) -> &str {
    const ABOUT: [&str; 8] = ["以上", "以下", "左右", "以内", "之间", "上下", "之多", "有余"];
    // 800元内|医保包干, but 4个|内涝整治项目
    let within = || rest.strip_prefix('内').filter(|_| words(rest).first().is_some_and(|(range, _)| range.end == 3));
    ABOUT.iter().find_map(|word| rest.strip_prefix(word)).or_else(within).unwrap_or(rest)
}

/// Whether words behind a number say no more of the things counted.
fn stops(tail: &str) -> bool {
    let later = ["预计", "将", "再", "又", "已", "逐步", "大幅"].iter().find_map(|word| tail.strip_prefix(word));
    let tail = later.unwrap_or(tail);
    if tail.starts_with("达标") || tail.starts_with("达产") {
        return false;
    }
    let rest = tail.trim_start_matches(|ch: char| ch.is_ascii_digit());
    let first = rest.chars().next();
    let stops = first.is_none_or(|ch| {
        !is_han(ch) && ch != '“' && !ch.is_ascii_alphabetic() || "和与及并且、占达为比较超居同等".contains(ch)
    });
    let to = |word: &&&str| word.ends_with(['到', '至', '为', '达', '过', '在', '于']);
    let change = CHANGES.iter().chain(BEING.iter().filter(to)).any(|word| word.len() > 3 && tail.starts_with(word));
    stops || change || ["大关", "台阶", "大台阶", "关口", "后", "时"].contains(&tail)
}

/// 消除60%|黑臭水体, 水质100%|达标: whether a share is told of what stands behind it.
fn is_share_of(tail: &str, rest: &str) -> bool {
    const SHORT: usize = 4;
    let length = tail.chars().count();
    let noun = words(tail).first().is_some_and(|(_, part)| !matches!(part, PartOfSpeech::Verb | PartOfSpeech::Action));
    tail.len() == rest.len() && length <= 12 && (noun || length <= SHORT) && !tail.contains('、')
}

/// Without brackets and white space, and whether no bracket ended it.
pub fn plain(words: &str) -> (String, bool) {
    let mut depth = 0usize;
    let mut plain = String::new();
    for ch in words.chars() {
        match ch {
            '（' | '(' | '［' | '[' | '〔' => depth += 1,
            '）' | ')' | '］' | ']' | '〕' if depth == 0 => return (plain, false),
            '）' | ')' | '］' | ']' | '〕' => depth -= 1,
            _ if depth == 0 && !is_space(ch) => plain.push(ch),
            _ => {}
        }
    }
    (plain, true)
}

/// 3个乡镇|、|12个村: what stands before the joint of a list.
fn joint(rest: &str) -> Option<&str> {
    ["、", "和", "与", "及", "以及"].iter().filter_map(|word| rest.strip_suffix(word)).min_by_key(|item| item.len())
}

/// An item of a list: 3个乡镇、12个村|获评示范村, 2个国家级、9个省级|产业园.
fn listed(told: &Clauses<'_>, index: usize, item: &str) -> String {
    let item = item.trim_end_matches(['、', '和']);
    let next = &told.figures[index + 1];
    if told.figures[index].quantity.adds_up() != next.quantity.adds_up() {
        return item.to_owned();
    }
    let shared = tail(told, index + 1);
    // 5个220千伏、17个110千伏|输变电项目
    let level = |words: &str| {
        let volts = words.find("千伏").map(|at| at + "千伏".len());
        let level = words.char_indices().take(8).find(|(_, ch)| "级型类".contains(*ch));
        volts.or(level.map(|(at, ch)| at + ch.len_utf8()))
    };
    if item.is_empty() || stops(item) || is_act(item) {
        return shared;
    }
    if level(item) == Some(item.len()) {
        return level(&shared).map_or(item.to_owned(), |at| format!("{item}{}", &shared[at..]));
    }
    // 实施3000个老旧小区、120个街区|改造
    let work = ["改造", "建设", "整治", "治理", "修复", "提升", "更新", "搬迁", "加装"];
    let named = work.iter().any(|work| item.ends_with(work));
    let works = work.iter().find(|work| shared.ends_with(**work) && !named);
    if let Some(work) = works {
        return format!("{item}{work}");
    }
    // 5个县、243个村、44万人|全部脱贫
    let alone = if next.noun.is_empty() { Some(shared.as_str()) } else { shared.strip_prefix(next.noun.as_str()) };
    // 66个项目动工、77个项目投产: each did its own.
    let own = told.figures[index].noun.as_str();
    let done = alone.filter(|_| own.is_empty() || item == own).unwrap_or("");
    if begins_with_verb(done) { format!("{item}{done}") } else { item.to_owned() }
}

/// What stands behind a number before another one in the same clause: 25个|项目获2亿元支持. A list goes on with a verb of
/// its own: 3个城市片区、改造4个小区.
fn before_next(rest: &str, clause: &str, figure: &Figure, next: Option<&Figure>) -> String {
    let clause = without_about(clause);
    let noun = figure.noun.as_str();
    let item = rest.rsplit_once(['、', '，']).filter(|(item, last)| item.chars().count() > 1 && begins_with_verb(last));
    if let Some((item, _)) = item {
        return item.to_owned();
    }
    // 6个全国整治项目|和安居工程2个省级整治项目: what is counted next is of the same kind.
    let last = |words: &str| words.chars().rev().take(2).collect::<String>();
    let kind = next.map_or(String::new(), |next| last(&next.noun));
    let alike = |at: &usize| !kind.is_empty() && last(&rest[..*at]) == kind;
    if let Some(at) = rest.match_indices(['和', '及', '与']).map(|(at, _)| at).find(alike) {
        return rest[..at].to_owned();
    }
    let clause = clause.split("其中").next().unwrap_or(clause).trim_end_matches(['、', '，']);
    let done = rest.strip_prefix(noun).unwrap_or(rest);
    // 8所|高校|14个学科入选名单
    if done.is_empty() && !noun.is_empty() {
        return clause.to_owned();
    }
    // 40万|毕业生就业率达85%: the rate is of those who are counted.
    let rate = noun.ends_with('率') || noun.ends_with("比例");
    if stops(done) && !rate || is_measure(done) {
        return if noun.is_empty() { String::new() } else { noun.to_owned() };
    }
    clause.to_owned()
}

/// 8个断面|优良率达|95%: what is measured of all that are counted.
fn is_measure(done: &str) -> bool {
    const SHORT: usize = 8;
    let bare = BEING.iter().find_map(|word| done.strip_suffix(word)).unwrap_or(done);
    let verb = words(bare).first().is_some_and(|(range, part)| is_verb(&bare[range.clone()], *part));
    MEASURES.iter().any(|word| bare.ends_with(word)) && bare.chars().count() <= SHORT && !verb
}

/// Whether a stretch begins with a verb or how it is done, and has an object or stands alone.
fn begins_with_verb(text: &str) -> bool {
    let all = ["全部", "均", "都", "已"].iter().find_map(|word| text.strip_prefix(word));
    let text = all.unwrap_or(text);
    let first = words(text).first().is_some_and(|(range, part)| {
        let done = matches!(part, PartOfSpeech::Verb | PartOfSpeech::Modifier | PartOfSpeech::Action);
        done || is_verb(&text[range.clone()], *part)
    });
    first && text.chars().count() > 1
}
