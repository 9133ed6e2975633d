//! Sizes of works, which are no amounts of what they make: 60万吨甲醇项目.

use super::clause::Clauses;
use super::tail::without_about;
use crate::draft::ledger::Relation;
use crate::text::han::is_han;

/// 实施|30万吨|聚氯乙烯项目, 加快|35万千瓦|光热电站建设: how large it is.
pub fn sized(told: &Clauses<'_>, index: usize, name: String) -> String {
    const UNITS: [&str; 6] = ["吨", "千瓦", "兆瓦", "千瓦时", "兆瓦时", "辆"];
    const WORKS: [&str; 8] = ["项目", "工程", "电站", "电厂", "生产线", "机组", "装置", "发电"];
    const NEAR: usize = 24;
    let figure = &told.figures[index];
    let unit = UNITS.iter().any(|unit| figure.quantity.unit.ends_with(unit)) && figure.relation == Relation::Level;
    let Some(rest) = told.text.get(figure.quantity.span.end..told.own(index).span.end).filter(|_| unit) else {
        return name;
    };
    let one = one_of_works(rest, &name).or_else(|| yearly(told.head(index), rest));
    if let Some(name) = one.or_else(|| alike(told, index, &name)).or_else(|| stage(rest, &name)) {
        return name;
    }
    let thing = rest.split(['、', '，', '（', '和', '及']).next().unwrap_or("");
    let thing = thing.char_indices().nth(NEAR).map_or(thing, |(at, _)| &thing[..at]);
    let thing = thing.find(|ch: char| ch.is_ascii_digit()).map_or(thing, |at| &thing[..at]);
    // 33万辆|轿车等一批大项目竣工: the size of the first of them.
    let first = thing.split_once('等').filter(|(_, works)| works.contains("项目") || works.contains("工程"));
    let first = first.and_then(|(item, _)| Some((name.find(item).filter(|_| !item.is_empty())? + item.len(), item)));
    if let Some((end, item)) = first.filter(|(_, item)| item.starts_with(is_han) && !name.contains('…')) {
        let works = if item.ends_with("项目") || item.ends_with("工程") { "" } else { "项目" };
        return format!("{}{works}（规模）", &name[..end]);
    }
    // |锂电项目|完成投资76亿元
    let works = WORKS.iter().filter_map(|work| thing.find(work).map(|at| at + work.len())).min();
    // |锂电项目|新增工业产值15亿元
    let next = told.figures.get(index + 1).is_some_and(|next| next.start() < told.own(index).span.end);
    if let Some(end) = works.filter(|end| next && name.len() > *end && name.starts_with(&thing[..*end])) {
        return format!("{}（规模）", &name[..end]);
    }
    let thing = works.map_or(thing, |end| if name.ends_with(&thing[..end]) { &thing[..end] } else { thing });
    let named = thing.starts_with(is_han)
        && WORKS.iter().any(|work| thing.contains(work))
        && name.contains(thing.split('等').next().unwrap_or(thing));
    let amount = name.ends_with(['量', '能', '机', '）']) || name.contains('…') || without_about(thing) != thing;
    if named && !amount { format!("{name}（规模）") } else { name }
}

/// 800万吨|炼油|、8万吨苯乙烯等项目正式投产: the size of one of the works of a list that says what they are only behind the last.
fn one_of_works(rest: &str, name: &str) -> Option<String> {
    const LONGEST: usize = 10;
    let (thing, others) = rest.split_once('、')?;
    let (_, works) = others.split('，').next()?.rsplit_once('等')?;
    let works: String = works.chars().take(LONGEST).collect();
    let listed = ["项目", "工程", "产业集群"].iter().any(|work| works.contains(work));
    let sized = others.starts_with(|ch: char| ch.is_ascii_digit());
    let plain = thing.chars().all(|ch| is_han(ch) || ch.is_ascii_alphanumeric()) && !thing.is_empty();
    let at = name.find(thing).filter(|_| listed && sized && plain && thing.chars().count() <= LONGEST)?;
    let kind = if thing.ends_with("项目") || thing.ends_with("工程") { "" } else { "项目" };
    Some(format!("{}{kind}（规模）", &name[..at + thing.len()]))
}

/// 推进甲电池、乙集团年产|600吨|聚砜、丙产业园等项目建设: what one of the works of a list is to make in a year.
fn yearly(head: &str, rest: &str) -> Option<String> {
    const LONGEST: usize = 10;
    /// Bytes behind the number within which the list tells what it is of.
    const NEAR: usize = 180;
    let who = head.strip_suffix("年产")?.rsplit('、').next()?;
    let (thing, others) = rest.split_once('、')?;
    let at = others.find('等').filter(|at| *at <= NEAR)?;
    let works: String = others[at..].chars().take(LONGEST).collect();
    let named = |words: &str| (2..=LONGEST).contains(&words.chars().count()) && words.chars().all(is_han);
    let listed = works.contains("项目") && !others[..at].contains(['，', '。', '；']);
    (listed && named(who) && named(thing)).then(|| format!("{who}{thing}项目（年产规模）"))
}

/// 抓好甲公司|300兆瓦时|、乙公司400兆瓦时储能电站项目: works of the same kind, told behind the last.
fn alike(told: &Clauses<'_>, index: usize, name: &str) -> Option<String> {
    const LONGEST: usize = 12;
    const WORKS: [&str; 4] = ["项目", "电站", "工程", "基地"];
    let (figure, next) = (&told.figures[index], told.figures.get(index + 1)?);
    let gap = told.text.get(figure.quantity.span.end..next.start())?.strip_prefix('、')?;
    let same = figure.quantity.unit == next.quantity.unit && gap.chars().all(is_han) && gap.chars().count() > 1;
    let rest = told.text.get(next.quantity.span.end..told.own(index).span.end)?;
    let thing: String = rest.chars().take(LONGEST).take_while(|ch| is_han(*ch)).collect();
    let end = WORKS.iter().filter_map(|work| thing.rfind(work).map(|at| at + work.len())).max()?;
    let owner = told.head(index).ends_with(name) || name.chars().count() > 3;
    (same && owner && !WORKS.iter().any(|work| name.contains(work))).then(|| format!("{name}{}（规模）", &thing[..end]))
}

/// 推动70万吨锂电项目|一期全面达产|: the size is of the whole.
fn stage(rest: &str, name: &str) -> Option<String> {
    let end = rest.find("项目").map(|at| at + "项目".len())?;
    let begins = ["一期", "二期", "三期"].iter().any(|stage| rest[end..].starts_with(stage));
    let at = name.find(&rest[..end]).filter(|_| begins && rest[..end].chars().all(is_han))?;
    Some(format!("{}（规模）", &name[..at + end]))
}
