//! What is told once and meant again: the verb of a list, the whole of its parts.

use super::{Before, Read};
use crate::draft::ledger::Relation;
use crate::draft::ledger::words::{ALONE_ENOUGH, BARE_PARTS, MEASURES, NO_ITEM, SPENT, VERBS, WHOLES, beginning};
use crate::syntax::{Decimal, Quantity};

/// Parts that round to more than their whole by so much in a thousand are still its parts.
const ROUNDING: i64 = 1005;

/// 新增中小企业30家、|高新技术企业12家: the second is newly added too. `gap` stands between the number before and this
/// one, `head` are its own words.
pub fn verb(read: Read, gap: &str, before: Before<'_>, head: &str) -> Read {
    let own = beginning(VERBS, &read.indicator).filter(|_| !read.indicator.starts_with("建成区"));
    if let Some(verb) = own {
        return Read { verb, ..read };
    }
    let carried = before.nearest.filter(|nearest| is_next(nearest, gap) && read.relation == Relation::Level);
    // 新开工104个、前期50个: a verb that was counted itself is none of the next.
    let carried = carried.filter(|nearest| nearest.subject != nearest.verb || !nearest.noun.is_empty());
    let carried = carried.map_or("", |nearest| nearest.verb);
    let other = NO_ITEM.begin(&read.indicator)
        || NO_ITEM.begin(head)
        || WHOLES.end(&read.indicator)
        || head.ends_with(['达', '至', '为']);
    if carried.is_empty() || other || inherits(&read, before) {
        return read;
    }
    Read {
        subject: format!("{carried}{}", read.subject),
        indicator: format!("{carried}{}", read.indicator),
        verb: carried,
        ..read
    }
}

/// Whether the number is the next of a list whose last number is given.
fn is_next(nearest: &Read, gap: &str) -> bool {
    let gap = gap.trim_start();
    let gap = ["以上", "左右", "以内"].iter().find_map(|word| gap.strip_prefix(word)).unwrap_or(gap);
    let rest = gap.strip_prefix(nearest.noun.as_str()).unwrap_or(gap);
    // 工作站（院士）88家、各类载体137家: a bracket that is closed is no matter.
    let open = rest.matches(['（', '(']).count() != rest.matches(['）', ')']).count();
    rest.starts_with(['、', '和', '及', '与']) && !rest.contains(['，', ',']) && !open
}

/// Whether its words are those of a number before it.
fn inherits(read: &Read, before: Before<'_>) -> bool {
    before.all.iter().any(|other| read.subject.starts_with(other.subject.as_str()) && !other.subject.is_empty())
}

/// 实施搬迁18万人，其中|贫困人口15万人: 贫困人口 alone would be another number. Parts that follow the first one without
/// another 其中 are parts as long as all of them fit into the whole.
pub fn whole(read: Read, figure: &Quantity, before: Before<'_>) -> Read {
    let Some(whole) = before.main.filter(|whole| whole.unit == figure.unit && figure.adds_up()) else { return read };
    // 新增公路60公里，其中高速公路4公里，|高速公路总里程|达90公里
    let all = WHOLES.end(&read.indicator);
    let next = read.relation == Relation::Level && !all && fits(figure, before, whole);
    if read.relation != Relation::Part && !next {
        return read;
    }
    // 安排18亿元，其中：安排8亿元支持…
    let again = SPENT.at_start(&whole.subject).any(|word| read.indicator.starts_with(word));
    // 债务限额55亿元，其中|一般债务|12亿元: not the debt itself.
    let limit = ["限额", "余额"].iter().any(|end| whole.subject.ends_with(end)) && read.indicator.ends_with("债务");
    let alone = !limit && (again || is_enough(&read.indicator) || ends_alike(&read.indicator, &whole.subject));
    let named = whole.relation == Relation::Level && !whole.subject.is_empty();
    let indicator =
        if alone || !named { read.indicator.clone() } else { format!("{}其中{}", whole.subject, read.indicator) };
    Read { indicator, relation: Relation::Part, ..read }
}

/// Whether a number behind parts is one more of them.
fn fits(figure: &Quantity, before: Before<'_>, whole: &Read) -> bool {
    let from = before.all.iter().rposition(|read| read.end == whole.end).map_or(0, |at| at + 1);
    let parts = &before.all[from..];
    let all = !parts.is_empty() && parts.iter().all(|part| part.relation == Relation::Part && part.unit == figure.unit);
    let sum = parts.iter().fold(figure.value, |sum, part| sum + part.value);
    let most = whole.value.times(Decimal::from_int(ROUNDING));
    all && sum.times(Decimal::from_int(1000)).zip(most).is_some_and(|(sum, most)| sum <= most)
}

/// 其中税收收入: it says by itself what it is.
fn is_enough(indicator: &str) -> bool {
    let told = MEASURES.end(indicator) || ALONE_ENOUGH.iter().any(|word| indicator.ends_with(word));
    let bare = BARE_PARTS.iter().any(|word| indicator.starts_with(word));
    (told || indicator.chars().count() > 10) && !bare
}

/// 政府债务限额，其中一般债务限额: it names its whole.
fn ends_alike(indicator: &str, whole: &str) -> bool {
    let end = whole.char_indices().rev().nth(3).map_or(whole, |(at, _)| &whole[at..]);
    !end.is_empty() && indicator.ends_with(end)
}
