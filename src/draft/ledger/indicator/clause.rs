//! The words of the clause that a number stands in.

use std::borrow::Cow;

use super::lead::Lead;
use super::trail::without_round;
use crate::draft::ledger::words::{SPENT, WordList, without_per};
use crate::syntax::note;
use crate::text::han::{is_han, is_space};

/// Characters after which a list is cut.
const LONGEST: usize = 30;
/// Characters behind a mark that are looked at for what a list shares out. More would cost a long stretch its square.
const EACH: usize = 40;
/// Longest indicator, in characters.
const MOST: usize = 42;

/// The words of the clause before a number, brackets left out, and whether it stands in brackets.
pub fn words(sentence: &str, from: usize) -> (bool, String) {
    let inside = depth(sentence) > 0;
    let rest = without_notes(without_per(sentence.get(from..).unwrap_or("")));
    let rest = rest.as_ref();
    // 由1.95∶1|缩小至1.92∶1
    let ratio = rest.strip_prefix(['∶', '：', ':']).map(|rest| rest.trim_start_matches(|ch: char| ch.is_ascii_digit()));
    let rest = ratio.unwrap_or(rest);
    let mut clause = Clause::default();
    for (at, ch) in rest.char_indices() {
        match ch {
            _ if opens(ch) => clause.open(inside),
            _ if closes(ch) => clause.close(),
            // 湖滨路—中心花园
            '—' if clause.open == 0 && in_name(rest, at) => clause.words.push(ch),
            '，' | ',' | '：' | ':' | '—' | '。' if clause.open == 0 || inside => {
                clause.end(&rest[at + ch.len_utf8()..])
            }
            _ if clause.open > 0 && !inside || is_space(ch) => {}
            _ => clause.words.push(ch),
        }
    }
    // 新增债券（|21亿元）: what stands before the bracket.
    let bare = inside && clause.words.is_empty();
    (inside, if bare { clause.outer } else { clause.words })
}

/// Without the numbers of notes: 调出资金[2].
fn without_notes(text: &str) -> Cow<'_, str> {
    if !text.contains(['[', '〔', '［', '【']) {
        return text.into();
    }
    let mut rest = String::with_capacity(text.len());
    let mut end = 0;
    for note in note::find(text) {
        rest.push_str(&text[end..note.span.start]);
        end = note.span.end;
    }
    rest.push_str(&text[end..]);
    rest.into()
}

/// Whether a dash stands alone between Han characters.
fn in_name(text: &str, at: usize) -> bool {
    text[..at].ends_with(is_han) && text[at + '—'.len_utf8()..].starts_with(is_han)
}

/// The words of a clause as they are read.
#[derive(Default)]
struct Clause {
    words: String,
    /// Those before the bracket that is open.
    outer: String,
    open: usize,
}

impl Clause {
    fn open(&mut self, inside: bool) {
        self.open += 1;
        if inside {
            self.outer = std::mem::take(&mut self.words);
        }
    }

    fn close(&mut self) {
        if self.open == 0 {
            self.words.clear();
        }
        self.open = self.open.saturating_sub(1);
    }

    /// A mark ends the clause, unless 其中 stands alone before it or 分别 goes on with its subjects behind it.
    fn end(&mut self, rest: &str) {
        let part = ["其中", "包括"].iter().any(|word| self.words.ends_with(word));
        let goes_on = self.words.contains(['、', '和']) && (is_each(rest) || is_base_of_each(rest));
        if part && self.words.chars().count() <= 4 || goes_on {
            return;
        }
        self.words.clear();
    }
}

/// 游客、收入，|分别增长: but 分别新增甲、乙能力 has subjects of its own.
fn is_each(rest: &str) -> bool {
    let told = rest.strip_prefix("分别").map(|rest| rest.chars().take(EACH).take_while(|ch| !ch.is_ascii_digit()));
    told.is_some_and(|mut told| !told.any(|ch| matches!(ch, '、' | '和' | '与')))
}

/// 游客、收入，|较“十二五”末|分别增长: whether words are what the changes of a list are told against.
fn is_base_of_each(rest: &str) -> bool {
    const LONGEST: usize = 14;
    let against = rest.starts_with(['较', '比']) || rest.starts_with("同比") || rest.starts_with("年均");
    if !against {
        return false;
    }
    let near = rest.char_indices().nth(EACH).map_or(rest, |(at, _)| &rest[..at]);
    let base = near.split("分别").next().unwrap_or(near);
    base.len() < near.len() && base.chars().count() <= LONGEST && !base.contains(['，', '、', '。', '；'])
}

fn depth(text: &str) -> usize {
    let step = |depth: usize, ch: char| match ch {
        _ if opens(ch) => depth + 1,
        _ if closes(ch) => depth.saturating_sub(1),
        _ => depth,
    };
    text.chars().fold(0, step)
}

fn opens(ch: char) -> bool {
    matches!(ch, '（' | '(' | '［' | '〔' | '[')
}

fn closes(ch: char) -> bool {
    matches!(ch, '）' | ')' | '］' | '〕' | ']')
}

/// 全省进出口总值|创历史新高，达到5379亿元: what the clause before the last comma is about; empty where it tells none.
pub fn topic(gap: &str) -> String {
    const SAYS: &WordList = &WordList::new(&[
        "再获", "喜获", "取得", "成效", "明显", "加快", "推进", "创", "再创", "首次", "持续", "稳步", "不断", "大幅",
        "实现", "双双", "稳居", "居", "再上", "迈上",
    ]);
    let Some(at) = gap.rfind(['，', ',']) else { return String::new() };
    let clause = gap[..at].rsplit(['，', ',', '、', '；', '：', '）']).next().unwrap_or("");
    let said =
        |at: &usize| SAYS.at_start(&clause[*at..]).any(|word| says(&clause[..*at], word, &clause[at + word.len()..]));
    let said = clause.char_indices().map(|(at, _)| at).find(said);
    let told = said.map_or("", |at| clause[..at].trim_end_matches(['较', '更', '再', '又', '的']));
    Lead::of(told).rest
}

/// Whether a word says what was achieved, and is no part of another: 创新高, but not 创新; 居首位, but not 宜居.
fn says(before: &str, word: &str, rest: &str) -> bool {
    match word {
        "创" => {
            rest.starts_with(['历', '下', '近', '新', '有', '同']) && !rest.starts_with("新")
                || rest.starts_with("新高")
        }
        "居" => rest.starts_with(['全', '第', '世', '首', '前', '于']),
        "大幅" => !rest.starts_with('度') && !before.ends_with('较'),
        _ => true,
    }
}

/// The last words before a clause that has none of its own.
pub fn earlier(text: &str) -> String {
    let text = text.trim_end_matches(|ch: char| is_space(ch) || "，,：:、—（(".contains(ch));
    let start = text
        .rfind(['，', ',', '：', ':', '）', '—'])
        .map_or(0, |at| at + text[at..].chars().next().map_or(0, char::len_utf8));
    shorten(without_round(&Lead::of(&text[start..]).rest))
}

/// The last items of a list that is longer than [`LONGEST`], and at most [`MOST`] characters of anything else.
pub fn shorten(words: &str) -> String {
    let count = words.chars().count();
    let last = |most: usize| {
        let skip = words.char_indices().nth(count.saturating_sub(most)).map_or(0, |(at, _)| at);
        &words[skip..]
    };
    if count <= LONGEST {
        return words.to_owned();
    }
    if words.contains('《') {
        return without_titles(words);
    }
    // 统筹资金支持甲、乙、丙等领域: what was spent is told before the items.
    if SPENT.begin(words) {
        let end = words.char_indices().nth(LONGEST).map_or(words.len(), |(at, _)| at);
        if let Some((items, _)) = words[..end].rsplit_once('、') {
            return format!("{items}等");
        }
    }
    let items = last(LONGEST).split_once('、').filter(|(_, rest)| rest.chars().count() > 6);
    items.map_or(last(MOST), |(_, rest)| rest).to_owned()
}

/// 出台《甲办法》《乙办法》等12项制度: without the titles.
fn without_titles(words: &str) -> String {
    let mut open = 0usize;
    let mut rest = String::new();
    for ch in words.chars() {
        match ch {
            '《' => open += 1,
            '》' if open > 0 => open -= 1,
            '》' => rest.clear(),
            _ if open == 0 => rest.push(ch),
            _ => {}
        }
    }
    rest.replace("、等", "").replace('等', "").trim_matches('、').to_owned()
}

/// Without quotation marks that have no other.
pub fn balanced(words: &str) -> String {
    let opens = words.matches('“').count();
    if opens == words.matches('”').count() {
        return words.to_owned();
    }
    words.chars().filter(|ch| !matches!(ch, '“' | '”')).collect()
}
