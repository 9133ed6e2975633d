//! Words at the edges of a name that are none of it: an adverb, half of a range, a time.

use super::bare::{ends_with_thing, known_verb};
use super::clause::Clauses;
use super::tail::plain;
use crate::draft::ledger::{Relation, per};
use crate::syntax::numeral::is_numeral;
use crate::text::han::is_han;

/// A name without the words at its edges that are none of it.
pub fn without(told: &Clauses<'_>, index: usize, own: String) -> String {
    let own = replaced(told, index, act(told, index, without_titles(told, index, own)));
    let own = with_others(told, index, without_echo(without_adverb(without_month(own))));
    let own = own.replacen("不良利润", "利润", 1);
    // 产量连续4年占全国九成以上、|就地转化率|45%
    let rate = own.rsplit_once("以上、").map(|(_, rate)| rate).filter(|rate| rate.ends_with('率'));
    let own = rate.filter(|rate| rate.chars().count() > 3).map_or(own.clone(), str::to_owned);
    let own = without_end(told, index, of_today(told, index, own));
    without_unit(without_multiple(two_measures(ranged(told, index, own))))
}

/// 迁建第五中学|等|4所: it is not the only one.
fn with_others(told: &Clauses<'_>, index: usize, own: String) -> String {
    let figure = &told.figures[index];
    let head = told.head(index);
    let listed = head.strip_suffix('等').is_some_and(|rest| rest.ends_with(own.as_str()) && !own.is_empty());
    if listed && figure.counts_things() && figure.noun.is_empty() { format!("{own}等") } else { own }
}

/// 提出了《…》、《…》修订草案等|7部法律议案|: what titles stood between is no part of the name.
fn without_titles(told: &Clauses<'_>, index: usize, own: String) -> String {
    let figure = &told.figures[index];
    let cut = own.contains("了、") || own.contains("、、") || own.starts_with('、');
    let titled = told.head(index).contains('》') && figure.counts_things() && figure.noun.chars().count() > 1;
    if cut && titled { format!("{}{}", known_verb(&own), figure.noun) } else { own }
}

/// 连续5年提高养老金、|4次|提高基础养老金: how often that was done.
fn act(told: &Clauses<'_>, index: usize, own: String) -> String {
    let figure = &told.figures[index];
    if figure.quantity.unit != "次" || !told.text[..figure.start()].ends_with('、') {
        return own;
    }
    let behind = plain(told.text.get(figure.quantity.span.end..told.own(index).span.end).unwrap_or("")).0;
    let behind = behind.split(['、', '，']).next().unwrap_or("");
    if !known_verb(behind).is_empty() { behind.to_owned() } else { own }
}

/// 与沿线国家进出口额增长12%、|投资增长|15倍: not of the exports.
fn replaced(told: &Clauses<'_>, index: usize, own: String) -> String {
    const MEASURED: [&str; 6] = ["进出口额", "进出口总额", "出口额", "进口额", "贸易额", "交易额"];
    let head = plain(told.head(index)).0;
    let before = own.strip_suffix(head.as_str()).filter(|_| head.chars().count() > 2 && !own.starts_with(&head));
    let of = before.and_then(|before| MEASURED.iter().find_map(|measure| before.strip_suffix(measure)));
    let rate = ["年均", "累计", "同比", "比", "平均"].iter().any(|rate| head.starts_with(rate));
    let change = !rate && ["增长", "下降"].iter().any(|change| head.ends_with(change));
    // 经济总量、工业总产值突破1000亿元，|投资年均增长|20%: that of all.
    const ALL: [&str; 7] = ["投资", "固定资产投资", "消费", "出口", "进出口", "税收", "财政收入"];
    let begins = ALL.iter().any(|all| head.strip_prefix(all).is_some_and(|rest| rest.ends_with("增长")));
    let apart = told.gap(index).is_some_and(|gap| gap.ends_with(&format!("，{head}")));
    if begins && apart && own.contains('、') && own.ends_with(head.as_str()) {
        return head;
    }
    of.filter(|of| change && of.chars().count() > 2).map_or(own.clone(), |of| format!("{of}{head}"))
}

/// 均价下降0.6元|/斤|: the end of the unit.
fn without_unit(own: String) -> String {
    let at = own
        .rfind(['/', '／'])
        .filter(|at| *at > 0 && !own[..*at].ends_with('元') && per(&own[*at..]).len() == own.len() - at);
    at.map_or(own.clone(), |at| own[..at].to_owned())
}

/// 投资比重|相应|由31%下降为28%: how it came is no part of the name.
fn without_adverb(own: String) -> String {
    const HOW: [&str; 6] = ["相应", "仍然", "仍", "则", "却", "就"];
    const LEAST: usize = 4;
    let bare = HOW.iter().find_map(|how| own.strip_suffix(how)).filter(|bare| bare.chars().count() >= LEAST);
    let bare =
        bare.filter(|bare| !bare.ends_with(['成', '造', '原', '规', '准', '细', '守', '法', '总', '通', '附', '实']));
    let own = bare.map_or(own.clone(), str::to_owned);
    let first = ["却", "就"]
        .iter()
        .find_map(|how| own.strip_prefix(how))
        .filter(|rest| !rest.starts_with(['业', '医', '学', '地', '近', '读', '诊', '餐']));
    first.filter(|rest| !rest.is_empty()).map_or(own.clone(), str::to_owned)
}

/// 产量|前三年共|增加35万件，而1956年就增加了127万件; 总产值|比1956年将增长百分之四|，达到611亿元.
fn of_today(told: &Clauses<'_>, index: usize, own: String) -> String {
    let head = told.head(index);
    if head.starts_with('而') && head.contains('就') {
        return without_years(&own).unwrap_or(own);
    }
    match own.split_once("百分之") {
        Some((before, _)) if head.contains("达到") && told.figures[index].relation == Relation::Level => {
            let end = before.find('比').or_else(|| before.find('增')).unwrap_or(before.len());
            let thing = before[..end].trim_end_matches('将').trim_end_matches("在五年内");
            if end > 0 { thing.to_owned() } else { own }
        }
        _ => own,
    }
}

/// 产量|前三年共|增加
fn without_years(own: &str) -> Option<String> {
    let (before, rest) = own.split_once('前')?;
    let behind = rest.trim_start_matches(is_numeral).strip_prefix("年共")?;
    Some(format!("{before}{behind}"))
}

/// 森林|蓄积量|增长3%，覆盖率19%; 人口出生率、自然|增长率|; |完成|厕所10万户，普及率85%: each is measured by one of them.
fn two_measures(own: String) -> String {
    // 全科医生|达到每万人|4名
    for each in ["每万人", "每千人", "每百户"] {
        let thing =
            own.strip_suffix(each).and_then(|thing| ["达到", "达"].iter().find_map(|to| thing.strip_suffix(to)));
        if let Some(thing) = thing.filter(|thing| !thing.is_empty()) {
            return format!("{each}{thing}");
        }
    }
    if let Some(rate) = own.strip_suffix("率增长率") {
        return format!("{rate}率");
    }
    let own = own.replacen("蓄积量覆盖率", "覆盖率", 1).replacen("人口出生自然", "人口自然", 1);
    // 化肥、农药|亩均用量|下降5%，利用率42%
    let own = own.replacen("亩均用量利用率", "利用率", 1);
    let spread = own.ends_with("普及率") || own.ends_with("覆盖率") || own.ends_with("加工率");
    let verb = ["完成", "建成", "建设", "提质建设", "新建", "新增"].iter().find_map(|verb| own.strip_prefix(verb));
    verb.filter(|rest| spread && rest.chars().count() > 3 && !rest.starts_with('区')).map_or(own.clone(), str::to_owned)
}

/// 产业研究院|我市|占3家, 项目|总|投资64亿元, 比重|保持的比例|: what ends a name and is none of it.
fn without_end(told: &Clauses<'_>, index: usize, own: String) -> String {
    const LEAST: usize = 4;
    let head = told.head(index);
    let kept = ["保持的比例", "稳定在的比例", "稳定的比例"].iter().find_map(|end| own.strip_suffix(end));
    // 企业|投资我市|: what they did.
    let ours = ["我市", "我省", "我县", "我区", "我州"].iter().find_map(|end| own.strip_suffix(end));
    let ours = ours.filter(|bare| ends_with_thing(bare));
    let counted = told.figures[index].counts_things();
    // 网办率|提至|90%: half of a verb.
    let half = own.char_indices().next_back().filter(|(_, ch)| "提扩升降调压增减缩".contains(*ch));
    let half = half.filter(|(at, _)| ["至", "到"].iter().any(|to| head.ends_with(&format!("{}{to}", &own[*at..]))));
    let half = half.map(|(at, _)| own[..at].trim_end_matches(['上', '下']));
    let half = half.filter(|bare| ends_with_thing(bare));
    let total = own.strip_suffix("项目总").map(|rest| &own[..rest.len() + "项目".len()]).filter(|_| counted);
    // 减少粮食二、|三十亿斤|: the lower end of the number.
    let low = own.char_indices().next_back().filter(|(_, ch)| is_numeral(*ch) && head.ends_with(&format!("{ch}、")));
    let low = low.map(|(at, _)| &own[..at]);
    // 巩固预脱贫的|2万户|6万人
    let people = own.strip_suffix('的').filter(|_| told.figures[index].quantity.unit == "户");
    let bare = kept
        .or(people)
        .or(low)
        .or(ours.filter(|_| counted))
        .or(total)
        .or(half)
        .filter(|bare| bare.chars().count() >= LEAST);
    bare.map_or(own.clone(), str::to_owned)
}

/// |0—3岁|托育, 1—11月|份|增加值: a range is told whole or not at all.
fn ranged(told: &Clauses<'_>, index: usize, own: String) -> String {
    let head = plain(told.head(index)).0;
    if let Some(rest) = own.strip_prefix('份').filter(|rest| head.contains("月份") && !rest.is_empty()) {
        return rest.to_owned();
    }
    let begins: String = own.chars().take(4).collect();
    let at = head.find(&begins).filter(|_| own.starts_with(|ch: char| ch.is_ascii_digit()));
    let before = at.and_then(|at| head[..at].strip_suffix(['—', '-', '～', '－'])).unwrap_or("");
    let low = before.trim_end_matches(|ch: char| ch.is_ascii_digit());
    let low = &before[low.len()..];
    if low.is_empty() { own } else { format!("{low}—{own}") }
}

/// |统筹|7亿元|统筹|推进: told once.
fn without_echo(own: String) -> String {
    let second = own.char_indices().nth(2).map_or(0, |(at, _)| at);
    let twice = second > 0 && own[second..].starts_with(&own[..second]) && own.starts_with(is_han);
    if twice { own[second..].to_owned() } else { own }
}

/// 1—|11月|存款余额: the time is told by the sentence.
fn without_month(own: String) -> String {
    let rest = own.trim_start_matches(|ch: char| ch.is_ascii_digit());
    let bare = rest.strip_prefix("月份").or_else(|| rest.strip_prefix('月')).filter(|_| rest.len() < own.len());
    let part = ['末', '底', '中', '上', '下', '初', '旬', '球'];
    bare.filter(|bare| bare.starts_with(is_han) && !bare.starts_with(part)).map_or(own.clone(), str::to_owned)
}

/// 海洋生产总值|是五年前|的1.6倍、占生产总值的27%: it is that of today.
fn without_multiple(own: String) -> String {
    let Some((thing, rest)) = own.split_once("年前占") else { return own };
    let thing = thing.rsplit_once('是').filter(|(_, years)| years.chars().count() <= 2);
    thing.map_or(own.clone(), |(thing, _)| format!("{thing}占{rest}"))
}

/// |用两年时间将|筹资标准提高到100元: how long it takes is no part of the name.
pub fn without_span(own: String) -> String {
    let Some((span, rest)) = own.split_once("年时间") else { return own };
    let short = span.chars().count() <= 3 && span.starts_with('用');
    let rest = rest.strip_prefix(['将', '把']).filter(|rest| short && !rest.is_empty());
    rest.map_or(own.clone(), str::to_owned)
}

/// 粮食总产量|在上年大幅增产的基础上|: the thing alone.
pub fn without_basis(own: String) -> String {
    let Some(end) = own.find("基础上").map(|at| at + "基础上".len()) else { return own };
    const SHORT: usize = 2;
    let start = own[..end].rfind('在').unwrap_or(0);
    let rest = own[end..].trim_start_matches(['，', '再', '又']);
    // 在巩固|十件|实事成果的基础上: the basis itself is counted.
    if own[..start].chars().count() < SHORT && rest.is_empty() {
        let basis = own[start..end].trim_start_matches('在').trim_end_matches("基础上").trim_end_matches('的');
        return basis.to_owned();
    }
    format!("{}{rest}", &own[..start])
}
