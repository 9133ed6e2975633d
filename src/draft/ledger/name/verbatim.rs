//! Phrases that a number stands in the middle of: 首个经济总量超过3万亿元的城市.
//!
//! Without its number such a phrase is none, so that it is told as it stands, with a mark in the number's place.

use super::bare::cut;
use super::clause::Clauses;
use super::tail::{SIZES, plain, without_about};
use crate::draft::ledger::Relation;
use crate::draft::ledger::indicator::{balanced, without_lead};
use crate::draft::ledger::words::{BEING, ending};
use crate::text::han::{is_han, is_space};

/// Longest phrase, in characters.
const LONGEST: usize = 40;
/// Words behind a share that say no more of it.
#[rustfmt::skip]
const ENDS: [&str; 29] = [
    "以上", "以下", "左右", "以内", "增长", "提高", "下降", "增加", "减少", "达到", "和", "与", "及", "或", "并", "达标", "达产", "且", "之间", "的目",
    "提升", "上升", "降", "扩大", "回落", "到", "缩小", "调整", "升",
];
/// Ends of words before a number that are what is told of what stands behind it.
const ATTRIBUTES: [&str; 9] = ["投资", "规模", "总额", "面积", "预算", "计划", "任务", "目标", "标准"];

/// The phrase around a number, the number left out; `None` where it stands at the end of its words.
pub fn whole(told: &Clauses<'_>, index: usize) -> Option<String> {
    let figure = &told.figures[index];
    let clause = told.own(index).span;
    let behind = told.text.get(figure.quantity.span.end..clause.end)?.trim_start_matches(is_space);
    let about = without_about(behind);
    // 首个突破|两万元|大关的市
    let about = ["大关", "台阶", "关口"].iter().find_map(|step| about.strip_prefix(step)).unwrap_or(about);
    let owned = about.starts_with('的') && !about['的'.len_utf8()..].starts_with(|ch: char| ch.is_ascii_digit());
    let share =
        figure.quantity.is_percent() && behind.starts_with(is_han) && !ENDS.iter().any(|end| behind.starts_with(end));
    let size = SIZES.iter().any(|unit| figure.quantity.unit.ends_with(unit));
    let counted = !size && figure.counts_things() && !figure.noun.is_empty();
    let (head, _) = plain(told.head(index));
    // 甲、乙等11个镇|实现|5%的增速: those that did so.
    let last = told.before(index).filter(|last| {
        let noun = told.figures[*last].noun.as_str();
        !noun.is_empty() && head.starts_with(noun) && head.len() > noun.len()
    });
    let head = last.map_or(head.clone(), |last| format!("{}{head}", plain(told.head(last)).0));
    let listed = ["年产", "占地"].iter().any(|word| head.ends_with(word));
    let head = head.rsplit('、').next().filter(|_| listed).map_or(head.clone(), str::to_owned);
    // 3%的人口、|2%|的土地: of the item of its own.
    let head =
        if told.before(index).is_some() && last.is_none() { head.rsplit('、').next().unwrap_or("") } else { &head };
    let partner = head.starts_with('与');
    let head = without_lead(head);
    let head = if partner && !head.starts_with('与') { format!("与{head}") } else { head };
    // 占地|2000亩|动物园, 年产|30万吨|挂面
    let sized = ["占地", "全长", "总长", "年产"].iter().any(|word| head.ends_with(word)) && about.starts_with(is_han);
    let attribute = ATTRIBUTES.iter().any(|word| head.trim_end_matches(['超', '过', '近', '约']).ends_with(word));
    let level = figure.relation == Relation::Level || share;
    if !(owned || share || sized) || counted || attribute || !level || head.chars().count() < 2 {
        return None;
    }
    // 设立50亿元的发展基金、|100亿元|的纾困基金
    let item =
        told.before(index).is_some() && told.gap(index).is_some_and(|gap| gap.trim_end().ends_with(['、', '和']));
    if let Some(thing) = about.strip_prefix('的').filter(|_| item && owned) {
        let thing = thing.split(['、', '，', '和', '等']).next().unwrap_or(thing);
        // 以占全国3%的人口、|1%|的土地
        let first = plain(told.head(told.own(index).figures.start)).0;
        if let Some(at) = first.rfind('占').filter(|_| figure.quantity.is_percent()) {
            return Some(format!("{}的{thing}", &first[at..]));
        }
        return (thing.chars().count() > 2).then(|| balanced(thing));
    }
    let next = told.figures.get(index + 1).filter(|next| next.start() < clause.end);
    let end = next.map_or(clause.end, |next| next.start());
    let (rest, _) = plain(told.text.get(figure.quantity.span.end..end)?);
    let rest = rest.split(['、', '，']).next().unwrap_or("");
    let rest = if sized { rest.split('等').next().unwrap_or(rest) } else { rest };
    // 将现行|16%|的税率降至13%
    let to = |word: &&str| word.ends_with(['至', '到']);
    let rest = ending(BEING, rest).filter(to).map_or(rest, |word| &rest[..rest.len() - word.len()]);
    // 覆盖|80%|以上的大城市
    let reach = ["覆盖", "惠及"].iter().any(|verb| head.ends_with(verb)) && figure.quantity.is_percent();
    let things = ["以上", "左右"].iter().find_map(|word| rest.strip_prefix(word)).unwrap_or(rest);
    if let Some(things) = things.strip_prefix('的').filter(|things| reach && things.chars().count() > 1) {
        return Some(format!("{head}{things}的比例"));
    }
    let long = rest.chars().count() > 1 && head.chars().count() + rest.chars().count() <= LONGEST;
    long.then(|| balanced(&format!("{}…{}", cut(&head, LONGEST), rest)))
}
