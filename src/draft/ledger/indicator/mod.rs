//! What a figure is of, from the words around it.
//!
//! [`clause`] takes the words before a number, [`lead`] and [`trail`] take off what is no part of the indicator,
//! [`noun`] adds what stands behind the number, [`relation`] says how the number relates to it, [`list`] shares the
//! numbers of a list out to its subjects, and [`carry`] brings along what a list or a part tells only once.

mod carry;
mod clause;
mod lead;
mod list;
mod noun;
mod relation;
mod trail;

use super::Relation;
use super::select::Chosen;
use super::words::{OBJECTS, SUPPORTS, VERBS, beginning, ends_in_reach};
use crate::syntax::sentence::around;
use crate::syntax::{Decimal, Span};
use crate::text::han::{is_han, is_space};
use list::List;
use noun::Noun;
use relation::Words;

/// Without quotation marks that have no other.
pub fn balanced(words: &str) -> String {
    clause::balanced(words)
}

/// The words of a clause that has no figure, without what leads them and without what was achieved: 轨道交通建设.
pub fn bare_clause(words: &str) -> String {
    let plain: String = words.chars().filter(|ch| !is_space(*ch)).collect();
    let topic = clause::topic(&format!("{plain}，"));
    if topic.chars().count() > 2 { topic } else { lead::Lead::of(&plain).rest }
}

/// The words of a figure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Read {
    pub subject: String,
    pub indicator: String,
    pub relation: Relation,
    pub scope: &'static str,
    /// The noun told behind the number.
    pub noun: String,
    /// What was done with it, told before it or before others of its list: 新增.
    verb: &'static str,
    /// It stands in brackets.
    inside: bool,
    end: usize,
    value: Decimal,
    unit: &'static str,
}

/// Words without what leads them: 其中, 全市, 2025年.
pub fn without_lead(words: &str) -> String {
    lead::Lead::of(words).rest
}

/// The words of the figures of a text.
pub fn read(text: &str, figures: &[Chosen]) -> Vec<Read> {
    let mut reads: Vec<Read> = Vec::with_capacity(figures.len());
    let mut list = List::default();
    for (index, figure) in figures.iter().enumerate() {
        let joined = index > 0 && list::is_joint(&text[figures[index - 1].quantity.span.end..figure.start()]);
        let read = list.next(joined).unwrap_or_else(|| {
            let read = one(text, figure, &reads);
            list.share_out(text, &figures[index..], &read, &reads).unwrap_or(read)
        });
        let quantity = &figure.quantity;
        let short = |words: &str| clause::balanced(&clause::shorten(words));
        let (subject, indicator) = (short(&read.subject), short(&read.indicator));
        // 压减一般性支出|5%|: by how much it fell.
        let cut = ["压减", "压缩", "削减"].iter().any(|verb| indicator.starts_with(verb)) && quantity.is_percent();
        let fell = cut && read.relation == Relation::Level && !indicator.ends_with('率');
        let read = if fell { Read { relation: Relation::Change, ..read } } else { read };
        let (end, value, unit) = (quantity.span.end, quantity.value, quantity.unit);
        reads.push(Read { subject, indicator, end, value, unit, ..read });
    }
    reads
}

/// The figures told before one in its sentence.
#[derive(Clone, Copy, Default)]
struct Before<'a> {
    /// All of them, in their order.
    all: &'a [Read],
    /// The nearest.
    nearest: Option<&'a Read>,
    /// The last one, unless it stands in brackets and this one does not.
    last: Option<&'a Read>,
    /// The last one that is no part of another.
    main: Option<&'a Read>,
    /// No comma stands between the nearest one and this one.
    adjacent: bool,
    /// All of the paragraph, in their order.
    told: &'a [Read],
}

impl<'a> Before<'a> {
    fn of(reads: &'a [Read], sentence: Span, inside: bool) -> Self {
        let all = &reads[reads.partition_point(|read| read.end <= sentence.start)..];
        let seen = || all.iter().rev().filter(|read| inside || !read.inside);
        let main = seen().find(|read| read.relation != Relation::Part);
        Before { all, nearest: all.last(), last: seen().next(), main, adjacent: false, told: reads }
    }
}

fn one(text: &str, figure: &Chosen, reads: &[Read]) -> Read {
    let start = figure.start();
    let sentence = with_whole(text, around(text, start));
    let from = reads.last().map_or(sentence.start, |read| read.end).clamp(sentence.start, start);
    let (inside, head) = clause::words(&text[sentence.start..start], from - sentence.start);
    let adjacent = !text[from..start].contains(['，', ',']);
    let before = Before { adjacent, ..Before::of(reads, sentence, inside) };
    let noun = Noun::behind(text, &figure.quantity);
    let listed = from > sentence.start && is_item(&text[from..start]);
    let head = match noun.name.is_empty() {
        true => behind_noun(&head, before.nearest),
        false => own_item(behind_noun(own_part(&head), before.nearest), listed),
    };
    let words = Words::of(head, &figure.quantity, &noun);
    let read = words.read(&figure.quantity, before, &noun, &clause::topic(&text[from..start]));
    let read = carry::verb(read, &text[from..start], before, head);
    let mut read = carry::whole(read, &figure.quantity, before);
    if read.scope.is_empty() {
        // 小镇10个、全省示范村41个，完成道路9公里: a scope told in the middle is that of its own words.
        let other = ["市县", "旗县", "县级", "县（", "区级", "各县", "各区", "县区"]
            .iter()
            .any(|other| head.starts_with(other));
        let told = before.all.first().is_some_and(|first| !first.scope.is_empty()) && !other;
        read.scope = before.last.filter(|_| told).map_or("", |before| before.scope);
    }
    if read.subject.is_empty() && read.indicator.is_empty() {
        read.indicator = elsewhere(text, figure, sentence);
        read.subject = read.indicator.clone();
    }
    Read { noun: noun.name, inside, ..read }
}

/// 其中：… begins no sentence of its own: it goes on with the one before.
fn with_whole(text: &str, sentence: Span) -> Span {
    let begins = text[sentence.start..].trim_start().starts_with("其中");
    let before = text[..sentence.start].char_indices().next_back().filter(|_| begins);
    before.map_or(sentence, |(at, _)| Span::new(around(text, at).start, sentence.end))
}

/// Whether what stands between two numbers is the rest of a list: 3个城市片区、|改造4个小区.
fn is_item(gap: &str) -> bool {
    gap.contains('、') && !gap.contains(['，', ','])
}

/// 3个城市片区和4个融合片区: what stands between is the noun of the number before.
fn own_part(head: &str) -> &str {
    let verb = ends_in_reach(head);
    if head.ends_with(['和', '与', '及', '、']) && !verb { "" } else { head }
}

/// The last item of a list; 金林区、友好区等|5个基地 is one.
fn own_item(head: &str, listed: bool) -> &str {
    head.rsplit_once('、').filter(|_| listed && !head.ends_with('等')).map_or(head, |(_, last)| last)
}

/// 帮助12家|企业|获得贷款3亿元: without the noun of the number before and the verb behind it.
fn behind_noun<'a>(head: &'a str, nearest: Option<&Read>) -> &'a str {
    let noun = nearest.map_or("", |read| read.noun.as_str());
    let bare = head.strip_prefix('的').unwrap_or(head);
    let Some(rest) = bare.strip_prefix(noun).filter(|_| !noun.is_empty()) else { return head };
    let verb = beginning(OBJECTS, rest);
    match verb {
        Some(word) => &rest[word.len()..],
        // 按2300元的|新扶贫标准|减少贫困人口
        None if bare != head && VERBS.begin(rest) => rest,
        // 8个|国考断面|优良率达100%: what is measured of the noun; 44家|融资平台|退出39家: what it did.
        None if rest.starts_with(is_han) && !rest.starts_with(['和', '与', '及', '为']) => head,
        // 投入150亿元|支持|30家医院
        None if rest.is_empty() && SUPPORTS.contains(&noun) => head,
        None => rest,
    }
}

/// The words of a number whose own clause has none: those of the clause before, or else those behind it.
fn elsewhere(text: &str, figure: &Chosen, sentence: Span) -> String {
    let head = &text[sentence.start..figure.start()];
    let clause = clause::earlier(&head[..head.rfind(['，', ',', '：', ':']).unwrap_or(0)]);
    let behind = figure.quantity.span.end;
    let rest = || text[behind..].chars().take(noun::LONGEST).take_while(|ch| is_han(*ch)).collect();
    if clause.is_empty() { rest() } else { clause }
}
