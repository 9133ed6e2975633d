//! What a number is of that is told by another one: a rate per year, a multiple, a part of a ratio, a budget.

use super::clause::Clauses;
use crate::draft::ledger::{Figure, Relation};
use crate::syntax::numeral::is_numeral;
use crate::text::han::is_space;

/// Units that energy and emissions are told by.
const PER: [&str; 5] = ["单位国内生产总值", "单位地区生产总值", "单位生产总值", "单位GDP", "万元地区生产总值"];

/// The words of a figure with what its number means.
pub fn with_amount(told: &Clauses<'_>, index: usize, own: String) -> String {
    let (text, figures) = (told.text, told.figures);
    let figure = &figures[index];
    let own = per_unit(text, figure, own);
    let own = ratio(text, figures, index, own);
    let own = budget(text, figure, own);
    let own = done(told, index, own);
    let own = attribute(told, index, own);
    let own = raised_to(told, index, own);
    let own = each_year(told, index, own);
    let own = rate(text, figure, own);
    let own = speed(told, index, own);
    let own = each_month(told, index, own);
    let own = against_budget(told, index, own);
    let own = share_of_whole(told, index, own);
    price(told, index, left_out(told, index, shrunk(told, index, own)))
}

/// |在基本建设投资中|，农业投资比重由3.3%上升到4.1%: a share of that.
fn share_of_whole(told: &Clauses<'_>, index: usize, own: String) -> String {
    const LONGEST: usize = 16;
    const WHOLES: [&str; 12] =
        ["投资", "支出", "收入", "总额", "产值", "总数", "学生", "人口", "案件", "贷款", "总量", "资金"];
    let figure = &told.figures[index];
    // 比重|则|由25%下降为16%
    let then =
        own.strip_suffix('则').filter(|own| figure.quantity.is_percent() && own.ends_with(['重', '占', '率', '值']));
    let own = then.map_or(own.clone(), str::to_owned);
    // 占粗钢产量: told with what it is a share of.
    let based = own.contains('占')
        && !own.contains("所占")
        && !["占", "占比", "占全国", "占全省"].iter().any(|end| own.ends_with(end));
    let share = !based && !own.ends_with('率') && own.chars().count() > 2;
    if !figure.quantity.is_percent() || figure.relation == Relation::Change || !share || own.contains('（') {
        return own;
    }
    let at = told.at(index);
    let sentence = told.all()[at].sentence;
    let whole = told.all()[..at].iter().rev().take_while(|clause| clause.sentence == sentence).find_map(|clause| {
        let words = told.text[clause.span.range()].trim();
        let thing = words.strip_suffix('中').filter(|_| clause.figures.is_empty())?;
        let named = WHOLES.iter().any(|whole| thing.ends_with(whole));
        (named && thing.chars().count() <= LONGEST).then_some(words)
    });
    let Some(whole) = whole else { return own };
    let whole = whole.rfind('在').map_or(whole, |at| &whole[at + '在'.len_utf8()..]);
    let more = if own.ends_with('占') { "比" } else { "" };
    format!("{own}{more}（在{whole}）")
}

/// 收入171亿元，|剔除特殊因素后增长|3%: what grew so.
fn left_out(told: &Clauses<'_>, index: usize, own: String) -> String {
    /// Characters of what is left out.
    const BASIS: usize = 12;
    let figure = &told.figures[index];
    let begins = ["剔除", "扣除"].iter().any(|word| own.starts_with(word));
    let change = ["年均增长", "同口径增长", "实际增长", "增长", "下降", "增加", "减少"]
        .iter()
        .find(|change| own.ends_with(**change));
    // 收入27.5亿元，|剔除不可比因素|为23.5亿元
    let bare = figure.relation == Relation::Level && own.chars().count() <= BASIS && own.ends_with("因素");
    let change = change.filter(|_| figure.relation == Relation::Change).or(Some(&"").filter(|_| bare));
    let Some(change) = change.filter(|_| begins) else { return own };
    let sentence = told.own(index).sentence;
    let level = |other: &usize| {
        let other = &told.figures[*other];
        matches!(other.relation, Relation::Level | Relation::Part)
            && other.quantity.adds_up()
            && other.subject.chars().count() > 2
            && !["剔除", "扣除", "基数"].iter().any(|word| other.subject.contains(word))
    };
    let near = (0..index).rev().take_while(|other| told.own(*other).sentence == sentence);
    let of = near.into_iter().find(level).map(|other| told.figures[other].subject.as_str());
    let basis = own[..own.len() - change.len()].trim_end_matches('，');
    of.map_or(own.clone(), |of| format!("{of}（{basis}）{change}"))
}

/// 由1999年|负增长|0.3%
fn shrunk(told: &Clauses<'_>, index: usize, own: String) -> String {
    match own.strip_suffix("增长").filter(|own| !own.ends_with('负')) {
        Some(subject) if told.head(index).ends_with("负增长") => format!("{subject}负增长"),
        _ => own,
    }
}

/// 扩大基金规模|至|150亿元, 支出预算|调整为|47亿元: not by so much, and not what it was.
fn raised_to(told: &Clauses<'_>, index: usize, own: String) -> String {
    const RAISED: [&str; 8] = ["扩大", "提高", "提升", "增加", "压减", "降低", "压缩", "缩短"];
    let (figure, head) = (&told.figures[index], told.head(index));
    if own.ends_with("预算") && head.ends_with("调整为") {
        return format!("{own}调整为");
    }
    let to = head.chars().next_back().filter(|to| matches!(to, '至' | '到'));
    // 试验区|扩容至|7个: not so many more.
    let widened = ["扩容", "扩围", "扩面", "缩减"].iter().any(|word| own.ends_with(word));
    if let Some(to) = to.filter(|_| widened && head.trim_end_matches(['至', '到']).ends_with(&own[own.len() - 6..])) {
        return format!("{own}{to}");
    }
    let raised = figure.relation == Relation::Level && RAISED.iter().any(|word| own.starts_with(word));
    match to.filter(|_| raised && own.chars().count() > 3 && figure.noun.is_empty()) {
        Some(to) if head.trim_end_matches(['至', '到']).ends_with(own.as_str()) => format!("{own}{to}"),
        _ => own,
    }
}

/// 人均可支配收入|扣除价格因素，|增长8%: no growth at the prices of the day.
fn price(told: &Clauses<'_>, index: usize, own: String) -> String {
    const BASES: [&str; 8] = [
        "扣除价格因素",
        "剔除价格因素",
        "扣除物价因素",
        "扣除物价上涨因素",
        "扣除价格上涨因素",
        "按可比价格",
        "按可比价",
        "按不变价",
    ];
    let figure = &told.figures[index];
    if figure.relation != Relation::Change
        || figure.quantity.adds_up()
        || own.contains("实际")
        || own.contains("可比")
        || own.contains("不变价")
        || own.contains("（扣除")
        || own.contains("（剔除")
    {
        return own;
    }
    // 年均增长7%（按可比口径）
    let behind = told.text[figure.quantity.span.end..].trim_start().strip_prefix(['（', '(']).unwrap_or("");
    let noted = ["按可比口径", "可比口径", "同口径", "按可比价格"].iter().find(|basis| {
        behind.strip_prefix(**basis).is_some_and(|rest| rest.starts_with(['）', ')', '计'])) && !own.contains("口径")
    });
    if let Some(basis) = noted {
        return format!("{own}（{basis}）");
    }
    let at = told.at(index);
    let all = told.all();
    let before = at.checked_sub(1).map(|at| &all[at]).filter(|clause| clause.figures.is_empty());
    let start = before
        .filter(|clause| clause.sentence == all[at].sentence)
        .map_or(all[at].span.start, |clause| clause.span.start);
    let first = all[at].figures.start;
    let head = told.text[start..told.figures[first].start().max(start)].trim_start();
    // The figures of one clause with 分别 share it.
    let shared = first == index || (first + 1..=index).all(|other| told.is_joined(other));
    // 收入29亿元，|剔除体制调整因素后|，增长3%
    const LONGEST: usize = 16;
    let before = before.map_or("", |clause| told.text[clause.span.range()].trim());
    let left_out = ["剔除", "扣除"].iter().any(|word| before.starts_with(word)) && before.chars().count() <= LONGEST;
    let base = BASES.iter().find(|base| head.contains(**base)).copied().or(Some(before).filter(|_| left_out));
    let Some(base) = base.filter(|_| shared) else { return own };
    let change = own.char_indices().rev().nth(1).map_or(own.as_str(), |(at, _)| &own[at..]);
    format!("{}（{base}）{change}", &own[..own.len() - change.len()])
}

/// Words that say what rate a change is.
#[rustfmt::skip]
const RATES: [&str; 17] = [
        "平均每年",
        "年平均",
        "年均",
        "实际",
        "每年",
        "预期",
        "年初预定",
        "预定",
        "按可比口径",
        "可比口径",
        "可比",
        "按同口径",
        "同口径",
        "环比",
        "名义",
        "累计",
        "平均",
    ];

/// 收入|年均|增长9%: a yearly rate is no growth over years, one in real terms no other, one expected none yet.
fn rate(text: &str, figure: &Figure, own: String) -> String {
    // 产量年均达到87亿公斤
    let level = text[..figure.start()].trim_end_matches(['达', '到', '为', '约', '近', '超', '过']);
    if figure.relation == Relation::Level && level.ends_with("年均") && !own.contains("年均") {
        return format!("{own}（年均）");
    }
    // 两大产业产值均达220亿元
    let each =
        figure.relation == Relation::Level && level.trim_end_matches(['突', '破', '增', '升', '至']).ends_with('均');
    let word = level.trim_end_matches(['突', '破', '增', '升', '至']).strip_suffix('均').unwrap_or("");
    if each && !word.ends_with(['年', '人', '平', '户', '月', '日', '亩', '次']) && !own.contains('均') {
        return format!("{own}（均）");
    }
    // 纯收入|年均增幅|不低于6%
    let measured = ["增幅", "增速", "增长率"].iter().find(|word| own.ends_with(**word) && !own.contains("年均"));
    let clause = crate::syntax::sentence::clause_start(text, figure.start());
    if let Some(word) = measured.filter(|word| text[clause..figure.start()].contains(&format!("年均{word}"))) {
        return format!("{}年均{word}", &own[..own.len() - word.len()]);
    }
    // 失业率|预期|5.5%，完成5.3%
    if level.ends_with("预期") && !own.contains("预期") && !own.is_empty() && figure.relation != Relation::Change {
        return format!("{own}（预期）");
    }
    // 调查失业率|平均|为5.2%
    if figure.quantity.is_percent() && level.ends_with("平均") && own.ends_with('率') && !own.contains("平均") {
        return format!("{own}（平均）");
    }
    if level.ends_with("年均") && !own.contains("年均") && own.ends_with(['速', '幅', '率']) {
        return format!("{own}（年均）");
    }
    if figure.relation != Relation::Change {
        return own;
    }
    let head = text[..figure.start()].trim_end_matches(['约', '为', '达', '超', '过', '近', '分', '别', '均']);
    let change = own.char_indices().rev().nth(1).map_or(own.as_str(), |(at, _)| &own[at..]);
    let Some(head) = head.strip_suffix(change) else { return own };
    let head = head.trim_end().trim_end_matches("分别");
    let yearly = |rate: &&&str| !figure.quantity.adds_up() || rate.contains('年') || rate.contains("口径");
    let rate = RATES.iter().find(|rate| head.ends_with(**rate) && !own.contains(**rate)).filter(yearly);
    rate.map_or(own.clone(), |rate| format!("{}{rate}{change}", &own[..own.len() - change.len()]))
}

/// 制造业|增速提高|3个百分点, 养老金|月均增加|206元, 部门由45个|精简到|40个: no growth of the thing itself, no sum, and
/// no less by so much.
fn speed(told: &Clauses<'_>, index: usize, own: String) -> String {
    const WORDS: [&str; 5] = ["增速", "增幅", "月均", "日均", "户均"];
    let (figure, head) = (&told.figures[index], told.head(index));
    if figure.relation != Relation::Change {
        return own;
    }
    if let Some(verb) = ["精简", "压缩", "压减"].iter().find(|verb| own.ends_with(**verb)) {
        let to = ["到", "至"].iter().find(|to| head.ends_with(&format!("{verb}{to}")));
        return to.map_or(own.clone(), |to| format!("{own}{to}"));
    }
    let (at, change) = own.char_indices().rev().nth(1).map_or((0, own.as_str()), |(at, _)| (at, &own[at..]));
    // 投资增长5%，比上年|提高|2个百分点: it grows faster.
    let last = index.checked_sub(1).map(|last| &told.figures[last]);
    let grown = last.filter(|last| {
        let growth =
            last.relation == Relation::Change && last.quantity.is_percent() && last.indicator.ends_with("增长");
        growth && last.subject == figure.subject && told.own(index - 1).sentence == told.own(index).sentence
    });
    let faster =
        ["提高", "提升", "回落", "加快", "上升", "下降"].contains(&change) && figure.quantity.unit.ends_with('点');
    if grown.is_some() && faster && at > 0 && !own.contains(['速', '幅', '率']) {
        return format!("{}增速{change}", &own[..at]);
    }
    let head = head.trim_end_matches(['约', '为', '达', '超', '过', '近', '了']);
    // 收入|较预算数|增长4%
    if let Some(thing) =
        own.strip_suffix(change).filter(|_| head.ends_with(&format!("预算数{change}")) && !own.contains("预算数"))
    {
        return format!("{thing}较预算数{change}");
    }
    let word = head.strip_suffix(change).and_then(|head| WORDS.iter().find(|word| head.ends_with(**word)));
    let Some(word) = word.filter(|word| !own.contains(**word) && at > 0) else { return own };
    let bare = own[..at].strip_suffix(&word[..word.len() - '均'.len_utf8()]).unwrap_or(&own[..at]);
    format!("{bare}{word}{change}")
}

/// 收入年初预算5亿元，|完成|6亿元: what was done is no budget. 工业收入|收到|50亿元.
fn against_budget(told: &Clauses<'_>, index: usize, own: String) -> String {
    let level = told.figures[index].relation == Relation::Level && told.figures[index].quantity.unit.ends_with('元');
    let head = told.head(index);
    if level && own.ends_with('收') && head.ends_with("收到") {
        return format!("{own}到");
    }
    let done = ["年初预算完成", "调整预算完成"].iter().find_map(|word| own.strip_suffix(word));
    let bare = ["完成", "实际完成"].contains(&head);
    done.filter(|_| level && bare).map_or(own.clone(), |done| format!("{done}完成"))
}

/// 新登记|市场主体|184万户、|平均每天|5044户: of the same things.
pub fn daily(told: &Clauses<'_>, index: usize, last: Option<&String>, own: String) -> String {
    let each = ["平均每天", "平均每月", "日均", "月均"].iter().find(|each| own.ends_with(**each));
    let (Some(each), Some(last)) = (each, last.filter(|_| told.before(index).is_some())) else { return own };
    let verb = &own[..own.len() - each.len()];
    let same = told.figures[index - 1].quantity.unit == told.figures[index].quantity.unit;
    if same && !verb.is_empty() && last.starts_with(verb) && last.len() > verb.len() {
        format!("{last}{each}")
    } else {
        own
    }
}

/// |每月|完成900批次快检任务: no amount of a year.
fn each_month(told: &Clauses<'_>, index: usize, own: String) -> String {
    let figure = &told.figures[index];
    let head = told.head(index);
    let level = figure.relation == Relation::Level && figure.counts_things();
    let each =
        ["每月", "每周", "每天", "每日", "每季度"].iter().find(|each| head.contains(**each) && !own.contains(**each));
    each.filter(|_| level && !own.is_empty()).map_or(own.clone(), |each| format!("{own}（{each}）"))
}

/// 单位生产总值用水下降3%、|用电|下降2%.
fn per_unit(text: &str, figure: &Figure, own: String) -> String {
    let clause = crate::syntax::sentence::clause_start(text, figure.start());
    let head = text[clause..figure.start()].trim_start_matches(is_space);
    let per = PER.iter().find(|per| head.starts_with(**per) && !own.contains("单位") && head.contains('、'));
    let used = ["耗", "排放", "用水", "用电", "用地"].iter().any(|used| own.contains(used));
    per.filter(|_| used && figure.relation == Relation::Change).map_or(own.clone(), |per| format!("{per}{own}"))
}

/// 三次产业比例9.6：40.6：|49.8|: that of the third; 轻重工业比重43∶|57|: the second of the two.
fn ratio(text: &str, figures: &[Figure], index: usize, own: String) -> String {
    const SECTORS: [&str; 3] = ["第一产业", "第二产业", "第三产业"];
    let colon = |left: &[Figure]| matches!(text[left[0].quantity.span.end..left[1].start()].trim(), ":" | "∶" | "：");
    let first = (0..index).rev().take_while(|at| colon(&figures[*at..*at + 2])).last().unwrap_or(index);
    let count = 1 + figures[first..].windows(2).take_while(|pair| colon(pair)).count();
    match count {
        3 if own.contains("产业") => format!("{own}（{}）", SECTORS[index - first]),
        // 轻重工业比重43∶57
        2 if !own.is_empty() && figures[index].quantity.unit.is_empty() => {
            format!("{own}（比的{}）", if index == first { "前项" } else { "后项" })
        }
        _ => own,
    }
}

/// 是2006年的|3.2倍|, 恢复至2017年的|83%: against what it is told, for all that a joint follows.
pub fn based(told: &Clauses<'_>, index: usize, own: String) -> String {
    const LONGEST: usize = 20;
    let first = (0..=index).rev().find(|at| !told.is_joined(*at)).unwrap_or(index);
    let quantity = &told.figures[index].quantity;
    let head = told.head(first).trim_end_matches(['近', '约', '超']);
    let Some(bare) = head.strip_suffix('的').filter(|_| quantity.is_percent() || quantity.unit == "倍") else {
        return own;
    };
    let times = [
        "末",
        "上年",
        "去年",
        "年",
        "年前",
        "年底",
        "年末",
        "初",
        "全国",
        "全省",
        "全市",
        "全区",
        "平均水平",
        "同期",
        "五”",
    ];
    // 由2015年的40%提高到2020年的50%: no share.
    let share = ["恢复到", "恢复至", "恢复", "相当于", "仅为", "为", "是"];
    let multiple = ["达到", "达", "到", "至"];
    let more = multiple.iter().filter(|_| !quantity.is_percent());
    let from: Vec<&str> = share.iter().chain(more).copied().collect();
    let fits = times.iter().any(|time| bare.ends_with(time));
    let at = from.iter().filter_map(|word| bare.rfind(word).map(|at| (at + word.len(), at))).max().filter(|_| fits);
    let Some((behind, at)) = at.filter(|(behind, _)| bare[*behind..].chars().count() <= LONGEST) else { return own };
    let at = from.iter().filter_map(|word| bare[..behind].strip_suffix(word)).map(str::len).min().unwrap_or(at);
    let base = &bare[at..];
    let measure = if quantity.is_percent() { "的比例" } else { "的倍数" };
    let own = own.strip_suffix("的比例").unwrap_or(&own);
    let own = own.strip_suffix(base).or_else(|| own.strip_suffix(&bare[behind..])).unwrap_or(own);
    let own = ["仅为", "恢复", "相当于", "为", "是"].iter().find_map(|word| own.strip_suffix(word)).unwrap_or(own);
    // 收入42亿元，占全市12%，|是2020年的1.6倍|: the income is.
    let share = index.checked_sub(1).is_some_and(|last| told.figures[last].relation == Relation::Share);
    let own = own.split_once('占').map(|(thing, _)| thing).filter(|thing| share && !thing.is_empty()).unwrap_or(own);
    format!("{own}{base}{measure}")
}

/// 收入为年初预算|108亿元|的95%, 完成年初预算|12亿元|的103%: the amount is that of the budget.
fn budget(text: &str, figure: &Figure, own: String) -> String {
    const BASES: [&str; 12] = [
        "年初预算",
        "年初预算数",
        "预算",
        "预算数",
        "调整预算",
        "调整预算数",
        "预算调整数",
        "调整后预算",
        "变动预算",
        "年度计划",
        "全年计划",
        "年计划",
    ];
    let owned = text[figure.quantity.span.end..].starts_with('的');
    let base = |verb: &str, own: &str| {
        let base = BASES.iter().find(|base| own.strip_suffix(**base).is_some_and(|own| own.ends_with(verb)))?;
        Some(format!("{}的{base}", own.strip_suffix(*base)?.strip_suffix(verb)?))
    };
    let done = if owned && figure.quantity.adds_up() { base("完成", &own) } else { None };
    base("为", &own).or(done).unwrap_or(own)
}

/// 养老、医疗、失业|三种|保险参保人数分别达9万人、8万人、7万人: each is of one.
pub fn each_kind(told: &Clauses<'_>, index: usize, own: String) -> String {
    let joined = told.is_joined(index) || index + 1 < told.figures.len() && told.is_joined(index + 1);
    let at = own.find(['种', '类', '项', '大']).filter(|_| joined && told.figures[index].noun.is_empty());
    let Some(at) = at else { return own };
    let bare = own[..at].trim_end_matches(is_numeral);
    if bare.len() < at && !bare.is_empty() { format!("{bare}{}", &own[at + '种'.len_utf8()..]) } else { own }
}

/// 28个项目|完成|投资11亿元: what was spent, not all that is planned.
fn done(told: &Clauses<'_>, index: usize, own: String) -> String {
    let head = told.head(index).trim_end_matches(['达', '超', '约', '近', '为', '到', '过']);
    let bare =
        own.strip_suffix("投资").filter(|bare| !bare.is_empty() && !bare.ends_with("完成") && !bare.ends_with('总'));
    match bare.filter(|_| head.ends_with("完成投资")) {
        Some(bare) => format!("{bare}完成投资"),
        None => own,
    }
}

/// 总投资|70亿元|的20个项目; 总投资70亿元的治理项目|20个|: the one is of the investment, the other of the projects.
fn attribute(told: &Clauses<'_>, index: usize, own: String) -> String {
    const ATTRIBUTES: [&str; 3] = ["总投资", "投资额", "投资"];
    let figure = &told.figures[index];
    let money = figure.quantity.unit.ends_with('元');
    let told_apart = |word: &&&str| {
        own.find(**word).is_some_and(|at| own[at + word.len()..].starts_with(|ch: char| ch.is_ascii_digit()))
    };
    if let Some(word) = ATTRIBUTES.iter().find(told_apart).filter(|_| money) {
        let at = own.find(word).map_or(0, |at| at + word.len());
        return format!("{}（{}）", &own[..at], &own[at..]);
    }
    // 投资60亿元的甲基地、|24亿元|的乙产业园等40个项目
    let listed = money && told.head(index).is_empty() && told.gap(index).is_some_and(|gap| gap.ends_with('、'));
    let chained = |at: &usize| told.gap(*at).is_some_and(|gap| gap.starts_with('的') && gap.ends_with('、'));
    let first = (0..=index).rev().find(|at| !chained(at)).unwrap_or(index);
    let invested = first < index && told.figures[first].subject.ends_with("投资");
    let behind = &told.text[figure.quantity.span.end..];
    if let Some(thing) = behind.strip_prefix('的').filter(|_| listed && invested || money && own.is_empty()) {
        let end = thing.find(['、', '等', '，', '。', '；']).unwrap_or(thing.len());
        return format!("{}投资", &thing[..end]);
    }
    let things = ATTRIBUTES.iter().find_map(|word| own.strip_suffix(word));
    let counted = !money && figure.quantity.adds_up() && told.head(index).starts_with('的');
    things.filter(|things| counted && !things.is_empty()).map_or(own.clone(), str::to_owned)
}

/// 每年|减轻农民负担1335亿元: no amount of all years.
fn each_year(told: &Clauses<'_>, index: usize, own: String) -> String {
    const EACH: [&str; 5] = ["每年", "年均", "日均", "月均", "累计"];
    let head = told.head(index);
    let head = head.strip_prefix(told.figures[index].scope).unwrap_or(head);
    // 收入|累计|8475亿元
    if head.ends_with("累计") && !own.contains("累计") && told.figures[index].relation == Relation::Level {
        return format!("{own}（累计）");
    }
    // 投资|累计完成|5280亿元
    let all =
        ["累计完成", "累计实现", "累计达到", "累计达"].iter().any(|all| head.ends_with(all) && head.len() > all.len());
    if all
        && !own.contains("累计")
        && told.figures[index].relation == Relation::Level
        && told.figures[index].noun.is_empty()
    {
        return format!("{own}（累计）");
    }
    let each = EACH.iter().find(|each| head.starts_with(**each) && head.len() > each.len());
    let level = told.figures[index].relation == Relation::Level && told.figures[index].quantity.adds_up();
    let rest = each.and_then(|each| head[each.len()..].chars().next());
    let own_words = rest.is_some_and(|ch| own.starts_with(ch));
    // |每年|努力实现10家企业上市
    let bare = ["努力", "力争", "确保"].iter().find_map(|word| head.strip_prefix("每年")?.strip_prefix(word));
    let bare = bare.is_some_and(|rest| ["", "实现", "完成"].contains(&rest));
    if level && bare && !own.is_empty() && !own.starts_with("每年") {
        return format!("每年{own}");
    }
    // 改造取得成果，|累计|完成投资62亿元
    if level && head.starts_with("累计") && !own_words && !own.is_empty() && !own.contains("累计") {
        return format!("{own}（累计）");
    }
    each.filter(|_| level && own_words).map_or(own.clone(), |each| format!("{each}{own}"))
}

/// 年均输转劳动力65万人、|实现劳务收入130亿元: both are told per year.
pub fn yearly(told: &Clauses<'_>, index: usize, last: Option<&String>, own: String) -> String {
    let next = told.gap(index).is_some_and(|gap| gap.contains('、') && !gap.contains(['，', '。', '；', ',']));
    let both = last.is_some_and(|last| last.starts_with("年均") && !last.contains("浓度"));
    let level = told.figures[index].relation == Relation::Level && told.figures[index].quantity.adds_up();
    if next && both && level && !own.contains("年均") && !own.is_empty() { format!("年均{own}") } else { own }
}

/// 年均增长5.9%、|6.9%: a rate of a list is told once.
pub fn like_last(told: &Clauses<'_>, index: usize, last: Option<&String>, own: String) -> String {
    let Some(last) = last else { return own };
    let joined = told.is_joined(index) && told.figures[index].relation == Relation::Change;
    let change = own.char_indices().rev().nth(1).map_or(own.as_str(), |(at, _)| &own[at..]);
    let rate = RATES.iter().find(|rate| last.ends_with(&format!("{rate}{change}")) && !own.contains(**rate));
    match rate.filter(|_| joined) {
        Some(rate) => format!("{}{rate}{change}", &own[..own.len() - change.len()]),
        None => own,
    }
}
