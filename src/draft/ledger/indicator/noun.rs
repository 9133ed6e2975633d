//! The noun behind a number that stands before it: 13个|重大项目.

use crate::draft::ledger::words::{ALONE, BEING, CHANGES, MEASURES, PREDICATES, RATES, SUPPORTS, ending, without_per};
use crate::syntax::Quantity;
use crate::text::han::{is_han, is_space};

/// Longest noun behind a number, in characters.
pub const LONGEST: usize = 16;
/// Characters more that are looked at, for a noun with a name in quotes.
const MORE: usize = 6;
/// A noun of at most so many characters says little without what it did.
const SHORT: usize = 4;
/// Longest noun with what it did, in characters.
const CLAUSE: usize = 22;
/// Longest clause that says what money was spent on, in characters.
const PURPOSE: usize = 30;
/// Characters behind a number that are looked at.
const SEEN: usize = 60;

/// What stands behind a number.
#[derive(Debug, Default)]
pub struct Noun {
    /// The noun; empty where none is told.
    pub name: String,
    /// The noun with what it did, up to the end of the clause: 企业获评国家级绿色工厂; empty where that is no short one.
    pub clause: String,
    /// The noun alone says little.
    pub short: bool,
    /// It stands behind 的: 总投资15亿元的|产业园.
    pub owned: bool,
    /// The clause behind a comma: 安排54亿元，|落实社保政策; empty where it has numbers.
    pub purpose: String,
}

impl Noun {
    /// Reads what stands behind a number.
    pub fn behind(text: &str, figure: &Quantity) -> Noun {
        let behind = plain(text[figure.span.end..].chars().take(SEEN));
        let rest = behind.as_str();
        let rest = ["以上", "左右", "之多", "有余", "以内", "之内"]
            .iter()
            .find_map(|word| rest.strip_prefix(word))
            .unwrap_or(rest);
        let rest = without_per(rest);
        let owned = rest.starts_with('的');
        if !(figure.adds_up() || figure.unit.is_empty() || figure.is_percent() && owned) {
            return Noun::default();
        }
        let rest = rest.strip_prefix('的').unwrap_or(rest);
        let purpose = purpose(rest.strip_prefix(['，', ',']).unwrap_or(rest));
        let (name, end) = name(rest);
        let clause = if name.is_empty() { String::new() } else { clause(&rest[end..], &name) };
        let short = figure.is_percent() || name.chars().count() <= SHORT;
        Noun { name, clause, short, owned, purpose }
    }
}

impl Noun {
    /// Whether it says what money was spent on: 投入2亿元，支持…; 投入2亿元扎实推进….
    pub fn is_purpose(&self) -> bool {
        let manner = ["采取", "同比", "比", "较", "占"].iter().any(|word| self.purpose.starts_with(word));
        if manner {
            return false;
        }
        let verb = self.name.is_empty() || SUPPORTS.iter().any(|word| self.name.starts_with(word));
        verb && !self.purpose.is_empty()
    }
}

/// The noun at the start of a text, and the byte behind it.
fn name(rest: &str) -> (String, usize) {
    // 幼儿园学位3000个|和中小学学位5000个
    if rest.starts_with(['和', '与', '及', '并', '、', '，']) && !rest.starts_with("和谐") && !rest.starts_with("和美")
    {
        return (String::new(), 0);
    }
    let end = end(rest);
    let end = unmeasured(rest, end);
    let noun = rest[..end].to_owned();
    let name = match noun.chars().count() {
        0 => String::new(),
        _ if noun.starts_with('等') || noun == "人民币" => String::new(),
        // 11个县被认定为…: the place alone says too little.
        1 if noun.starts_with(['县', '市', '区', '村', '镇', '乡', '户', '人', '省', '国']) => {
            let end = clause_end(rest, CLAUSE, "，。；！,").max(end);
            return (rest[..end].to_owned(), end);
        }
        1 => String::new(),
        _ => noun,
    };
    (name, end)
}

/// The clause at the start of a text, or its first item where it is long; empty where a number ends it.
fn purpose(rest: &str) -> String {
    let end = clause_end(rest, PURPOSE, "，。；、！,");
    let more = if end > 0 && rest[end..].starts_with('、') { "等" } else { "" };
    format!("{}{more}", &rest[..end])
}

/// The byte behind a clause, or behind its first item, that one of `marks` ends after at most so many characters;
/// 0 where none does.
fn clause_end(rest: &str, most: usize, marks: &str) -> usize {
    let stops = |end: usize| {
        let mut behind = rest[end..].chars();
        let mark = behind.next();
        // 3个贫困县摘帽、12个村出列: what follows is another thing.
        let other = mark == Some('、') && behind.next().is_some_and(|ch| ch.is_ascii_digit() || "居占位".contains(ch));
        other || mark.is_none_or(|ch| marks.contains(ch))
    };
    let short = at_most(rest, most);
    let long = rest.char_indices().take(most).find(|(_, ch)| !is_of_noun(*ch) && *ch != '、').map(|(at, _)| at);
    let item = rest[short..].starts_with('、') && stops(short) && !marks.contains('、');
    let long = long.filter(|end| stops(*end) && !item);
    long.or(Some(short).filter(|end| stops(*end))).unwrap_or(0)
}

/// The byte behind the first characters of a clause.
fn at_most(rest: &str, most: usize) -> usize {
    rest.char_indices()
        .take(most)
        .find(|(_, ch)| !is_of_noun(*ch))
        .map_or_else(|| rest.char_indices().nth(most).map_or(rest.len(), |(at, _)| at), |(at, _)| at)
}

/// The noun with what follows it up to the end of the clause, where both are short.
fn clause(behind: &str, name: &str) -> String {
    // 3个乡镇、12个村|获评示范村: what both did.
    let done = PREDICATES.contains(&name);
    let behind = behind_others(behind).filter(|_| !done).unwrap_or(behind);
    let clause = &behind[..clause_end(behind, CLAUSE, "，。；！,")];
    let length = name.chars().count() + clause.chars().count();
    if clause.is_empty() || length > CLAUSE { String::new() } else { format!("{name}{clause}") }
}

/// Behind the other things that are counted in the same clause.
fn behind_others(behind: &str) -> Option<&str> {
    let mut rest = behind.strip_prefix(['、', '和'])?;
    loop {
        rest =
            Some(rest.trim_start_matches(|ch: char| ch.is_ascii_digit())).filter(|other| other.len() < rest.len())?;
        let unit = rest.chars().next()?;
        rest = &rest[unit.len_utf8()..];
        rest = &rest[end(rest)..];
        match rest.strip_prefix(['、', '和']).filter(|next| next.starts_with(|ch: char| ch.is_ascii_digit())) {
            Some(next) => rest = next,
            None => return Some(rest),
        }
    }
}

/// Without brackets and what stands in them.
fn plain(words: impl Iterator<Item = char>) -> String {
    let mut depth = 0usize;
    let mut plain = String::with_capacity(SEEN * 3);
    for ch in words {
        match ch {
            '（' | '(' => depth += 1,
            // The bracket that the number itself stands in ends here.
            '）' | ')' if depth == 0 => break,
            '）' | ')' => depth -= 1,
            _ if depth == 0 && !is_space(ch) => plain.push(ch),
            _ => {}
        }
    }
    plain
}

/// The byte behind the noun at the start of a text.
fn end(rest: &str) -> usize {
    // 新建100个“15分钟服务圈”
    let name = rest.strip_prefix('“').and_then(|name| name.split_once('”')).map_or(0, |(name, _)| name.len());
    let (mut end, mut open) = (0, None);
    for (at, ch) in rest.char_indices().take(LONGEST + MORE).skip_while(|(at, _)| *at < name) {
        // 国家4A级景区
        let grade = ch.is_ascii_digit() && rest[at + 1..].starts_with(|next: char| next.is_ascii_uppercase());
        let together = &rest[..at] == "集中";
        let word =
            open.is_none() && !together && (ends_before(&rest[at..], end == 0) || is_joint(rest, at, ch, end == 0));
        let part = is_of_noun(ch) || grade || open.is_some() && ch == '、';
        if !part || word {
            break;
        }
        match ch {
            '“' => open = Some(at),
            '”' => open = None,
            _ => {}
        }
        end = at + ch.len_utf8();
    }
    // 平台公司“撤并转”: a name that was cut off is left out.
    open.unwrap_or(end)
}

fn is_of_noun(ch: char) -> bool {
    is_han(ch) || matches!(ch, '“' | '”') || ch.is_ascii_alphabetic()
}

/// Whether a text begins with what the noun does, or with what was done with it.
fn ends_before(rest: &str, first: bool) -> bool {
    let being = || {
        BEING.at_start(rest).any(|word| word.len() > 3) && !rest.starts_with("基本均衡") && !rest.starts_with("均衡县")
    };
    let valued = || {
        let value = rest.strip_prefix(['达', '为', '超', '近', '约', '仅', '有']);
        value.is_some_and(|value| value.starts_with(|ch: char| ch.is_ascii_digit()))
    };
    let rate = || !first && RATES.begin(rest) && is_rate(rest);
    // 12户|脱贫家庭
    if rest.starts_with("以及") {
        return true;
    }
    let kind = |word: &str| first && word == "脱贫" || rest.starts_with("基本均衡") || rest.starts_with("均衡县");
    let predicate = PREDICATES.at_start(rest).any(|word| !kind(word));
    predicate || changed(rest) || being() || !first && begun(rest) || valued() || rate()
}

/// 国考断面|优良水质比例达100%: what is measured of the noun, not the noun.
fn is_rate(rest: &str) -> bool {
    let words: String = rest.chars().take(10).take_while(|ch| is_han(*ch)).collect();
    words.contains('率') || words.contains("比例")
}

/// Without what the next number measures: 32个镇街|可支配收入280.7亿元.
fn unmeasured(rest: &str, end: usize) -> usize {
    if !rest[end..].starts_with(|ch: char| ch.is_ascii_digit()) {
        return end;
    }
    let measure = ending(MEASURES, &rest[..end]);
    measure.map(|word| end - word.len()).filter(|end| *end >= 6).unwrap_or(end)
}

/// Whether a joint ends the noun: it does not inside 为民办实事项目, 研发与转化平台, 国有及国有控股企业, 和美乡村,
/// 基础设施和人居环境工程贷款.
fn is_joint(rest: &str, at: usize, ch: char, first: bool) -> bool {
    if !"，和、与、及为并".contains(ch) || rest[..at].ends_with(['参', '涉', '普', '惠', '波', '顾']) {
        return false;
    }
    let behind = &rest[at + ch.len_utf8()..];
    let again = rest.get(..6).is_some_and(|word| behind.starts_with(word));
    let inside = first || again || ALONE.iter().any(|word| rest[..at + ch.len_utf8()].ends_with(word));
    let noun = inside || matches!(ch, '和' | '与' | '及') && goes_on(behind);
    !noun
}

/// Whether a noun of a few characters, and no number, stands behind a joint.
fn goes_on(behind: &str) -> bool {
    let mut length = 0;
    for (at, ch) in behind.char_indices() {
        let verb = ["增加", "完成", "带动", "推动", "促进"].iter().any(|word| behind[at..].starts_with(word));
        if ch.is_ascii_digit() || verb {
            return false;
        }
        let ends = !is_han(ch) || ends_before(&behind[at..], at == 0);
        if ends {
            return length >= 2 && ch != '、';
        }
        length += 1;
        if length > 12 {
            return false;
        }
    }
    length >= 2
}

/// 12家企业|增加到…, but 30个增长点.
fn changed(rest: &str) -> bool {
    CHANGES.at_start(rest).filter(|word| word.len() > 3).any(|word| {
        let behind = &rest[word.len()..];
        !behind.starts_with(is_han) || behind.starts_with(['到', '至', '了', '超', '近', '约'])
    })
}

/// 12个项目|开工, but 30个新开工项目.
fn begun(rest: &str) -> bool {
    let behind = ["开工", "投产", "竣工"].iter().find_map(|word| rest.strip_prefix(word));
    behind.is_some_and(|behind| !behind.starts_with(is_han) || behind.starts_with("建设"))
}
