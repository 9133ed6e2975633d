//! Words behind a number that are told of the next one, or of what is not counted.

use super::bare::is_verb;
use super::clause::Clauses;
use crate::draft::ledger::Relation;
use crate::lexicon::words;

/// What a thing does to the next number.
const DONE: [&str; 12] =
    ["拉动", "带动", "撬动", "惠及", "覆盖", "平均增长", "同比增长", "增长", "下降", "完成", "实现", "达到"];

/// The name of a figure without them.
pub fn without(told: &Clauses<'_>, index: usize, name: String) -> String {
    let name = of_tourism(told, index, without_measured(told, index, name));
    let name = ["由全国", "由全省"].iter().find_map(|from| name.strip_suffix(from)).map_or(name.clone(), str::to_owned);
    let name = without_last(told, index, without_cost(told, index, without_next(told, index, name)));
    let name = without_others(told, index, without_works(told, index, without_act(told, index, name)));
    // 浓度|均值为|76微克
    let is = ["值为", "率为", "量为", "额为", "数为"].iter().any(|is| name.ends_with(is));
    if is { name.trim_end_matches('为').to_owned() } else { name }
}

/// 14个|市州政府所在城市|可吸入颗粒物浓度均值为76微克: the cities are counted, and what was measured in them has a row.
fn without_measured(told: &Clauses<'_>, index: usize, name: String) -> String {
    /// Characters of the places.
    const NAME: std::ops::RangeInclusive<usize> = 2..=10;
    #[rustfmt::skip]
    const PLACES: [&str; 9] = ["城市", "市州", "片区县", "重点县", "贫困县", "脱贫县", "镇街", "县（市、区）", "区县"];
    #[rustfmt::skip]
    const MEASURED: [&str; 11] = [
        "空气", "可吸入", "细颗粒", "优良", "新增", "平均", "生产总值", "可支配", "绿化覆盖", "规模以上", "固定资产投资",
    ];
    let figure = &told.figures[index];
    let behind = &told.text[figure.quantity.span.end..told.own(index).span.end.max(figure.quantity.span.end)];
    // 60个|县（市、区）|的113家县级医院
    let told_of = |rest: &str| {
        let owner = rest.strip_prefix('的').is_some_and(|rest| rest.starts_with(|ch: char| ch.is_ascii_digit()));
        owner || MEASURED.iter().any(|word| rest.starts_with(word))
    };
    let end = PLACES.iter().filter_map(|place| behind.find(place).map(|at| at + place.len()));
    let end = end.filter(|end| told_of(&behind[*end..])).min();
    let Some(end) = end.filter(|_| figure.counts_things()) else { return name };
    let places = &behind[..end];
    let number = told.figures.get(index + 1).is_some_and(|next| next.start() < told.own(index).span.end);
    let next = told.figures.get(index + 1).and_then(|next| told.text.get(figure.quantity.span.end + end..next.start()));
    let plain =
        NAME.contains(&places.chars().count()) && !places.contains(['、', '和', '，']) || places == "县（市、区）";
    let close = next.is_some_and(|next| !next.contains(['，', '、', '。', '；']) && !next.contains("全部"));
    let at = name.find(places).filter(|_| plain && (close || number));
    at.map_or(name.clone(), |at| name[..at + places.len()].to_owned())
}

/// 11个|重点城市|优良天数平均增长13%; 20亿元|补贴|拉动消费215亿元: the next number has a row of its own.
fn without_next(told: &Clauses<'_>, index: usize, name: String) -> String {
    const LEAST: usize = 3;
    let (figure, next) = (&told.figures[index], told.figures.get(index + 1));
    let number = next.and_then(|next| told.text.get(next.start()..next.quantity.span.end)).unwrap_or("");
    let Some(at) = name.find(number).filter(|at| !number.is_empty() && *at > 0) else { return name };
    let behind = told.text[figure.quantity.span.end..].trim_start_matches(['的', '多', '余']);
    // Only words that stand behind the number: those before it are of the number itself.
    let from = |end: usize| behind.starts_with(&name[..end]);
    let noun = figure.noun.as_str();
    // 40万|高校毕业生落实率|达到85%: the noun is told with what is measured of it.
    // 13个|市工业增长|超过20%
    let place =
        noun.starts_with(['市', '县', '区', '州', '镇', '村']) && !noun.contains('级') && told.head(index).is_empty();
    let things =
        noun.chars().count() > 1 && !place && !noun.ends_with(['率', '量', '值', '质', '度', '限', '数', '的']);
    // 十件|民生实事|支出5亿元
    let spent =
        ["支出", "投入"].iter().any(|spent| behind.strip_prefix(noun).is_some_and(|rest| rest.starts_with(spent)));
    let rate = spent || next.is_some_and(|next| next.quantity.is_percent());
    // |省|十件|民生实事|
    let before =
        name.split(noun).next().filter(|before| name.len() > before.len() && told.head(index).ends_with(before));
    if let Some(before) = before.filter(|_| figure.counts_things() && things && rate && behind.starts_with(noun)) {
        return format!("{before}{noun}");
    }
    let end = DONE.iter().filter_map(|verb| name[..at].find(verb)).min();
    let money = figure.quantity.unit.ends_with('元');
    let end = end.filter(|end| money && name[..*end].chars().count() >= LEAST && from(*end));
    end.map_or(name.clone(), |end| name[..end].to_owned())
}

/// 3个贫困县摘帽和剩余的3个|贫困村出列|; 总产量增产1454万吨，|达到|48401万吨: the number before has a row of its own.
fn without_last(told: &Clauses<'_>, index: usize, name: String) -> String {
    let Some(last) = index.checked_sub(1).map(|last| &told.figures[last]) else { return name };
    let number = &told.text[last.start()..last.quantity.span.end];
    let grown = name.strip_suffix(number).filter(|_| last.relation == Relation::Change && !last.subject.is_empty());
    if grown.is_some_and(|grown| grown.chars().count() <= 2) {
        return last.subject.clone();
    }
    let head = told.head(index);
    let both = last.counts_things() && told.figures[index].counts_things() && told.before(index).is_some();
    let item = head.split_once('和').filter(|(item, rest)| {
        both && item.starts_with(last.noun.as_str()) && !last.noun.is_empty() && rest.chars().count() <= 3
    });
    let rest = item.and_then(|(item, _)| name.strip_prefix(item)?.strip_prefix('和'));
    rest.filter(|rest| rest.chars().count() > 3).map_or(name.clone(), str::to_owned)
}

/// 总投资65亿元的湖滨电厂|2台|机组: what the works cost is told before, not of these.
fn without_cost(told: &Clauses<'_>, index: usize, name: String) -> String {
    const COSTS: [&str; 4] = ["计划总投资", "概算总投资", "总投资", "投资"];
    let figure = &told.figures[index];
    let clause = told.own(index).figures.start;
    let before = (clause..index).rev().find(|other| told.figures[*other].quantity.unit.ends_with('元'));
    let Some(cost) = before.filter(|_| !figure.quantity.unit.ends_with('元')) else { return name };
    let bound = told.text[told.figures[cost].quantity.span.end..].starts_with('的');
    let word = COSTS.iter().find(|word| told.head(cost).ends_with(**word)).filter(|_| bound);
    word.filter(|word| name.len() > word.len()).map_or(name.clone(), |word| name.replacen(word, "", 1))
}

/// 为3903名|青少年配戴近视镜|、522名青少年实施手术: an item with a verb of its own takes none of the next.
fn without_act(told: &Clauses<'_>, index: usize, name: String) -> String {
    const LEAST: usize = 6;
    // 10个示范平台、12个实验室|建设|: what all of them share is short.
    const SHARED: usize = 5;
    let figure = &told.figures[index];
    let listed = told.figures.get(index + 1).is_some_and(|next| {
        let gap = told.text.get(figure.quantity.span.end..next.start()).unwrap_or("");
        gap.ends_with('、') && !gap.contains(['，', '。', '；'])
    });
    let item = told.text[figure.quantity.span.end..].split('、').next().unwrap_or("");
    let end = name.find(item).filter(|_| listed && item.chars().count() >= LEAST).map(|at| at + item.len());
    let long = |end: &usize| name[*end..].chars().count() >= SHARED && !name[*end..].starts_with('（');
    let Some(end) = end.filter(|end| figure.counts_things() && long(end)) else { return name };
    let all = words(item);
    let act = all.iter().skip(1).rev().skip(1).any(|(range, part)| is_verb(&item[range.clone()], *part));
    if act { name[..end].to_owned() } else { name }
}

/// 推进甲、乙等14个|电网工程|、联网通道建设: the works behind have no number.
fn without_works(told: &Clauses<'_>, index: usize, name: String) -> String {
    const WORKS: [&str; 2] = ["工程", "项目"];
    let figure = &told.figures[index];
    let item = told.text[figure.quantity.span.end..].split(['、', '，', '。', '；']).next().unwrap_or("");
    let counted = told.head(index).ends_with('等') && figure.counts_things();
    let works = counted && WORKS.iter().any(|work| item.ends_with(work));
    let noun = WORKS.iter().find_map(|work| name.find(&format!("{work}、")).map(|at| at + work.len()));
    let end = noun.filter(|end| {
        works && name[..*end].ends_with(item.char_indices().rev().nth(3).map_or(item, |(at, _)| &item[at..]))
    });
    end.map_or(name.clone(), |end| name[..end].to_owned())
}

/// 所有的乡镇和|80%以上的行政村|通水泥路; 15个|产业集群|包括智能网联: what has no number, and what the things are.
fn without_others(told: &Clauses<'_>, index: usize, name: String) -> String {
    const BEHIND: [&str; 3] = ["…以上的", "…的", "…"];
    let figure = &told.figures[index];
    let share = name.strip_prefix("所有").filter(|_| figure.quantity.is_percent());
    if let Some((_, rest)) = share.and_then(|rest| rest.split_once('和')) {
        let rest = BEHIND.iter().find_map(|mark| rest.strip_prefix(mark)).unwrap_or(rest);
        return if rest.chars().count() > 2 { rest.to_owned() } else { name };
    }
    let noun = figure.noun.split("包括").next().unwrap_or("");
    let listed = figure.counts_things() && noun.len() < figure.noun.len() && noun.chars().count() > 2;
    let at = name.find(&figure.noun).filter(|_| listed);
    if let Some(at) = at {
        return name[..at + noun.len()].to_owned();
    }
    // 总体规划、41个|专项规划|、详细规划和村庄规划编制任务: an item in the midst of those without a number.
    let before = told.text[..figure.start()].ends_with('、') && told.before(index).is_none();
    let noun = figure.noun.as_str();
    let end = name.find(noun).filter(|_| !noun.is_empty()).map(|at| at + noun.len());
    let last: String = noun.chars().rev().take(2).collect::<Vec<_>>().into_iter().rev().collect();
    let alike = |end: &usize| name[*end..].starts_with('、') && name[*end..].contains(&last);
    let kind = before && figure.counts_things() && noun.chars().count() > 2;
    end.filter(alike).filter(|_| kind).map_or(name.clone(), |end| name[..end].to_owned())
}

/// 国内游客4150万人次，|总收入|214亿元: of all the guests, and so of the trade.
fn of_tourism(told: &Clauses<'_>, index: usize, name: String) -> String {
    const GUESTS: [&str; 4] = ["游客", "旅游者", "旅客", "旅游人数"];
    let at = name.find("总收入").filter(|at| *at > 0 && told.head(index).starts_with("总收入"));
    let guests = at.filter(|at| GUESTS.iter().any(|guests| name[..*at].trim_end_matches('：').ends_with(guests)));
    guests.map_or(name.clone(), |at| format!("旅游{}", &name[at..]))
}
