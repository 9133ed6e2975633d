//! What was given, and by how much something is more than another, where the words before say it: 留用再融资债券14亿元，|转贷各县|21亿元.

use super::clause::Clauses;
use crate::draft::ledger::Relation;
use crate::draft::ledger::words::COMPARED;

/// The name of a figure with what it is of. `names` are those of the figures before.
pub fn with_what(told: &Clauses<'_>, index: usize, names: &[String], name: String) -> String {
    let name = from_peak(told, index, &name).or_else(|| on_basis(&name)).unwrap_or(name);
    let last = index.checked_sub(1).filter(|last| told.own(*last).sentence == told.own(index).sentence);
    let Some(last) = last else { return name };
    let raised = raised(told, index, &names[last], &name);
    if let Some(name) = raised.or_else(|| drawn(told, index, &names[last], &name)).or_else(|| base(told, index, &name))
    {
        return name;
    }
    let name = nested(told, index, names, &name).unwrap_or(name);
    let name = fulfilled(told, index, &name).unwrap_or(name);
    let name = comparable(told, last, &name).unwrap_or(name);
    let name = lent(told, index, &names[last], &name).unwrap_or(name);
    let name = above(told, index, &names[last], &name).unwrap_or(name);
    planned(told, index, &name).unwrap_or(name)
}

/// 综合债务率率先降档，|较最高点下降|200个百分点: of what the clause before tells.
fn from_peak(told: &Clauses<'_>, index: usize, name: &str) -> Option<String> {
    const PEAKS: [&str; 6] = ["较最高", "比最高", "从最高", "较峰值", "比峰值", "较高点"];
    const MEASURES: [char; 5] = ['率', '额', '量', '值', '数'];
    const NAME: std::ops::RangeInclusive<usize> = 3..=14;
    let peak = PEAKS.iter().any(|peak| name.starts_with(peak));
    let clause = told.at(index).checked_sub(1).map(|at| &told.all()[at]).filter(|_| peak)?;
    let same = clause.figures.is_empty() && clause.sentence == told.own(index).sentence;
    let words = told.text.get(clause.span.range())?.trim();
    let end = words.find(MEASURES).map(|at| at + "率".len()).filter(|_| same)?;
    let subject = &words[..end];
    let whole = NAME.contains(&subject.chars().count()) && !words[end..].starts_with(['、', '和', '及']);
    (whole && !subject.contains('、')).then(|| format!("{subject}{name}"))
}

/// |粮食总产量|在上年大幅增长的基础上|：增产|
fn on_basis(name: &str) -> Option<String> {
    const NAME: std::ops::RangeInclusive<usize> = 2..=12;
    let (before, own) = name.split_once("基础上：")?;
    let (subject, _) = before.rsplit_once('在')?;
    let named = NAME.contains(&subject.chars().count()) && !subject.contains(['，', '、']);
    named.then(|| format!("{subject}{own}"))
}

/// 粮食总产量…增产1454万吨，|达到|48401万吨: how much there is of what was raised.
fn raised(told: &Clauses<'_>, index: usize, last: &str, name: &str) -> Option<String> {
    const RAISED: [&str; 6] = ["增产", "增加", "增长", "减少", "下降", "减产"];
    const REACHED: [&str; 4] = ["达到", "达", "增至", "降至"];
    let before = &told.figures[index.checked_sub(1)?];
    let number = &told.text[before.start()..before.quantity.span.end];
    let grown = name.strip_suffix(number).filter(|grown| RAISED.contains(grown))?;
    let subject = last.strip_suffix(grown).filter(|subject| subject.chars().count() > 2)?;
    REACHED.contains(&told.head(index)).then(|| subject.to_owned())
}

/// 安排调节基金40亿元，|实际动用|40.03亿元: of what was set aside.
fn drawn(told: &Clauses<'_>, index: usize, last: &str, name: &str) -> Option<String> {
    const DRAWN: [&str; 2] = ["实际动用", "实际使用"];
    let drawn =
        DRAWN.iter().any(|drawn| name.strip_prefix(drawn).is_some_and(|rest| rest.is_empty() || rest == "新增"));
    let unit = |at: usize| told.figures[at].quantity.unit;
    let money = drawn && unit(index).ends_with('元') && unit(index) == unit(index - 1);
    let of = last.split('：').next().filter(|of| money && of.chars().count() > 2)?;
    Some(format!("{of}：{name}"))
}

/// 限额70亿元，|较预算调整时|72亿元减少2亿元: what it was then.
fn base(told: &Clauses<'_>, index: usize, name: &str) -> Option<String> {
    const TIMES: [&str; 4] = ["时", "前", "年初", "年末"];
    let then = told.head(index).strip_prefix(['较', '比'])?;
    let behind = &told.text[told.figures[index].quantity.span.end..];
    let changed = ["减少", "增加", "下降", "增长"].iter().any(|change| behind.starts_with(change));
    let timed = then.chars().count() > 2 && TIMES.iter().any(|time| then.ends_with(time));
    let level = told.figures[index].relation == Relation::Level && told.before(index).is_none();
    (changed && timed && level && !name.contains(then)).then(|| format!("{then}{name}"))
}

/// 专项债券520亿元，其中转贷区级189亿元，包括|福田区|31亿元: a part of a part.
fn nested(told: &Clauses<'_>, index: usize, names: &[String], name: &str) -> Option<String> {
    /// Characters of the whole name.
    const LONGEST: usize = 40;
    let (part, _) = name.split_once("其中")?;
    let near = (0..index).rev().take_while(|other| told.own(*other).sentence == told.own(index).sentence);
    let whole = near.into_iter().find_map(|other| {
        let (whole, last) = names[other].rsplit_once("其中")?;
        (last == part).then_some(whole)
    })?;
    let long = whole.chars().count() + name.chars().count() > LONGEST;
    (!long && !name.contains(whole)).then(|| format!("{whole}其中{name}"))
}

/// 零售总额预期增速7%左右，|完成|1.2%: what the clause before expected.
fn fulfilled(told: &Clauses<'_>, index: usize, name: &str) -> Option<String> {
    const LONGEST: usize = 20;
    if told.head(index).trim_end_matches(['-', '－']) != "完成"
        || !name.ends_with("完成")
        || !told.figures[index].quantity.is_percent()
    {
        return None;
    }
    let clause = &told.all()[told.at(index).checked_sub(1)?];
    let words = told.text[clause.span.range()].trim();
    let words = words.rsplit(['：', '；', ';']).next().unwrap_or(words);
    let (thing, expected) = words.split_once("预期")?;
    let rate = if expected.starts_with("增速") { "增速" } else { "" };
    let named = (2..=LONGEST).contains(&thing.chars().count()) && !thing.contains(['、', '年']);
    named.then(|| format!("{thing}{rate}完成"))
}

/// 生产总值1733亿元，|按可比价格计算年均增长|4.9%: of what stands before, at comparable prices.
fn comparable(told: &Clauses<'_>, last: usize, name: &str) -> Option<String> {
    let rest = name.strip_prefix("按可").filter(|rest| rest.starts_with("年均") || rest.starts_with('（'))?;
    let subject = told.figures[last].subject.as_str();
    (!subject.is_empty()).then(|| format!("{subject}{rest}"))
}

/// 市级留用再融资债券14亿元，|转贷各县（市、区）|21亿元: what was lent.
fn lent(told: &Clauses<'_>, index: usize, last: &str, name: &str) -> Option<String> {
    const GIVEN: [&str; 4] = ["转贷", "分配", "下达", "补助"];
    const KEPT: [&str; 3] = ["留用", "安排", "使用"];
    const WHOM: [&str; 8] = ["县", "各县", "区县", "各区", "县区", "县级", "区级", "市县"];
    let verb = GIVEN.iter().find(|verb| name.starts_with(**verb))?;
    let whom = &name[verb.len()..];
    let things = KEPT.iter().find_map(|kept| last.split_once(kept)).map(|(_, things)| things)?;
    let things = things.split("其中").next().filter(|things| !things.starts_with('的'))?;
    let money = told.figures[index].quantity.unit.ends_with('元');
    let bare = WHOM.iter().any(|place| whom.starts_with(place)) && !whom.contains("债");
    let named = ["债券", "额度", "资金"].iter().any(|end| things.ends_with(end));
    (money && bare && named).then(|| format!("{name}{things}"))
}

/// 教育支出增长2.4%，|高于财政支出增幅|0.7个百分点: what is higher.
fn above(told: &Clauses<'_>, index: usize, last: &str, name: &str) -> Option<String> {
    let points = told.figures[index].quantity.unit.ends_with('点');
    let before = &told.figures[index.checked_sub(1)?];
    let rate = matches!(before.relation, Relation::Change | Relation::Share) && before.quantity.is_percent();
    let compared = COMPARED.iter().any(|word| name.starts_with(word));
    (points && rate && compared && !last.is_empty() && !last.contains("于")).then(|| format!("{last}{name}"))
}

/// 财政收入增长15.1%，|超过预定增长|9%的目标: what was aimed at.
fn planned(told: &Clauses<'_>, index: usize, name: &str) -> Option<String> {
    let aim = ["预定", "预期", "计划"].iter().find_map(|aim| name.strip_prefix("超过")?.strip_prefix(aim))?;
    let behind = &told.text[told.figures[index].quantity.span.end..];
    let goal = behind.strip_prefix('的').is_some_and(|rest| rest.starts_with("目标") || rest.starts_with("预期"));
    let near = (0..index).rev().take_while(|other| told.own(*other).sentence == told.own(index).sentence);
    let grown = |other: &usize| told.figures[*other].relation == Relation::Change;
    let of = near.into_iter().find(grown).map(|other| told.figures[other].subject.as_str())?;
    (goal && !of.is_empty()).then(|| format!("{of}预定{aim}目标"))
}
