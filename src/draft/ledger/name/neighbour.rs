//! Words of the items beside a figure that are none of its own.

use super::bare::{cut, is_bare, is_verb, known_verb};
use super::clause::{Clause, Clauses};
use super::tail::{FRESH, SIZES, plain};
use crate::draft::ledger::{Figure, Relation};
use crate::lexicon::{PartOfSpeech, words};
use crate::text::han::is_han;

/// The words of a figure without those of the numbers beside it.
pub fn without(told: &Clauses<'_>, index: usize, own: String) -> String {
    let own = without_growth(told, index, without_month(own));
    let own = without_echo(without_adverb(own));
    let own = of_today(told, index, own);
    let own = without_end(told, index, own);
    let own = ranged(told, index, own);
    let own = two_measures(own);
    let own = said(told, index, begun(told, index, own));
    let own = with_first(told, index, own);
    let own = without_count(told, index, own);
    let own = with_preposition(told, index, own);
    let own = without_multiple(own);
    let own = without_last(told, index, own);
    let own = without_statement(told, index, own);
    without_frame(told, index, own)
}

/// 新增的生产能力有：发电90万千瓦，|乙烯|60万吨: it was added too.
pub fn added(told: &Clauses<'_>, index: usize, own: String) -> String {
    let said = plain(told.head(index)).0;
    let bare = own == said.trim_end_matches(['近', '约', '超', '达'])
        && known_verb(&own).is_empty()
        && told.figures[index].quantity.adds_up();
    let done = ["新增", "投产", "实施"].iter().any(|done| own.contains(done));
    if !bare || done || told.figures[index].quantity.unit.ends_with('元') {
        return own;
    }
    let (at, all) = (told.at(index), told.all());
    let alone = |clause: &Clause| {
        let end = clause.figures.clone().next().map_or(clause.span.end, |only| told.figures[only].quantity.span.end);
        clause.figures.len() == 1 && told.text.get(end..clause.span.end).is_some_and(|rest| rest.trim().is_empty())
    };
    let list = all[..at].iter().rev().take_while(|clause| clause.sentence == all[at].sentence);
    let head = list.into_iter().find(|clause| !alone(clause) || told.text[clause.span.range()].contains("新增"));
    let words = head.map_or("", |clause| &told.text[clause.span.range()]);
    let capacity = words.contains("新增") && (words.contains("能力") || words.contains("容量"));
    if capacity && head.is_some_and(|clause| clause.figures.is_empty() || alone(clause)) {
        let measured = ["能力", "里程", "容量", "公路", "铁路"].iter().any(|measure| own.contains(measure));
        let listed = head.is_some_and(|clause| clause.figures.is_empty()) && !measured;
        if listed { format!("新增{own}生产能力") } else { format!("新增{own}") }
    } else {
        own
    }
}

/// 实现产值8亿元|、增长5%|: the growth has a row of its own.
fn without_growth(told: &Clauses<'_>, index: usize, own: String) -> String {
    let next = told.figures.get(index + 1).map(|next| &told.text[next.start()..next.quantity.number.end]);
    let at = next.and_then(|digits| own.find(digits)).unwrap_or(0);
    let grown = ["、增长", "、下降", "、增加", "少支", "少"].iter().find_map(|word| own[..at].strip_suffix(word));
    grown.filter(|rest| !rest.is_empty()).map_or(own.clone(), str::to_owned)
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
        return own.replacen("前三年共", "", 1);
    }
    match own.split_once("百分之") {
        Some((before, _)) if head.starts_with("达到") && told.figures[index].relation == Relation::Level => {
            let end = before.find('比').or_else(|| before.find('增')).unwrap_or(before.len());
            if end > 0 { before[..end].to_owned() } else { own }
        }
        _ => own,
    }
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
    let own = own.replacen("蓄积量覆盖率", "覆盖率", 1);
    let spread = own.ends_with("普及率") || own.ends_with("覆盖率") || own.ends_with("加工率");
    let verb = ["完成", "建成", "建设", "提质建设", "新建", "新增"].iter().find_map(|verb| own.strip_prefix(verb));
    verb.filter(|rest| spread && rest.chars().count() > 3 && !rest.starts_with('区')).map_or(own.clone(), str::to_owned)
}

/// 产业研究院|我市|占3家, 项目|总|投资64亿元, 比重|保持的比例|: what ends a name and is none of it.
fn without_end(told: &Clauses<'_>, index: usize, own: String) -> String {
    const LEAST: usize = 4;
    let kept = ["保持的比例", "稳定在的比例", "稳定的比例"].iter().find_map(|end| own.strip_suffix(end));
    let ours = ["我市", "我省", "我县", "我区", "我州"].iter().find_map(|end| own.strip_suffix(end));
    // 企业|投资我市|: what they did.
    let thing = |bare: &str| words(bare).last().is_some_and(|(range, part)| !is_verb(&bare[range.clone()], *part));
    let counted = counts_things(&told.figures[index]);
    let total = own.strip_suffix("项目总").map(|rest| &own[..rest.len() + "项目".len()]).filter(|_| counted);
    let bare =
        kept.or(ours.filter(|bare| counted && thing(bare))).or(total).filter(|bare| bare.chars().count() >= LEAST);
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

/// 续建安置房7550套，|新开工|1000套: what was begun was not gone on with.
fn begun(told: &Clauses<'_>, index: usize, own: String) -> String {
    const ACTS: [&str; 4] = ["新开工", "竣工", "基本建成", "交付"];
    // 处置线索267万件，|立案|154万件
    if told.head(index) == "立案" && own.contains("线索") {
        return "立案".to_owned();
    }
    let act = ACTS.iter().find(|act| told.head(index) == **act && own.ends_with(**act));
    let verb = ["续建", "新建", "开工建设", "筹建"].iter().find_map(|verb| own.strip_prefix(verb));
    act.and(verb).filter(|rest| rest.chars().count() > 4).map_or(own.clone(), str::to_owned)
}

/// 建成工厂67个、|4.5万群众实现就业|: what they did is not what was built.
fn said(told: &Clauses<'_>, index: usize, own: String) -> String {
    let verb = ["建成", "新建", "培育", "引进", "打造"].iter().find_map(|verb| own.strip_prefix(verb));
    let listed = told.gap(index).is_some_and(|gap| plain(gap).0.ends_with('、'));
    let bare = verb.filter(|rest| listed && rest.find("实现").is_some_and(|at| at > 0));
    bare.map_or(own.clone(), str::to_owned)
}

/// 199个|省重大工程和|重点项目完成投资3亿元: of both.
fn with_first(told: &Clauses<'_>, index: usize, own: String) -> String {
    let Some(last) = told.before(index).map(|last| &told.figures[last]) else { return own };
    let noun = last.noun.as_str();
    let gap = told.gap(index).map_or(String::new(), |gap| plain(gap).0);
    let rest = gap.strip_prefix(noun).filter(|_| !noun.is_empty() && last.quantity.adds_up());
    let joint = rest.and_then(|rest| rest.chars().next()).filter(|joint| matches!(joint, '和' | '及' | '与'));
    let Some((joint, rest)) = joint.zip(rest) else { return own };
    let told_alone = rest[joint.len_utf8()..].starts_with(own.as_str().trim_end_matches("增长"));
    let begins = own.chars().take(4).collect::<String>();
    let both = told_alone || begins.chars().count() == 4 && rest[joint.len_utf8()..].starts_with(&begins);
    let money = told.figures[index].quantity.unit.ends_with('元') && !rest.contains(['、', '，']);
    if both && money && !own.is_empty() { format!("{noun}{joint}{own}") } else { own }
}

/// 20项|主要指标|、17方面任务: a number that is none of the ledger has things of its own.
fn without_other_count(own: String) -> String {
    const LEAST: usize = 4;
    let counts = |(at, _): &(usize, &str)| {
        let digit = |ch: char| ch.is_ascii_digit();
        own[at + '、'.len_utf8()..].starts_with(digit) && !own[..*at].ends_with(digit)
    };
    match own.match_indices('、').find(counts) {
        Some((at, _)) if own[..at].chars().count() >= LEAST && is_whole(&own[..at]) => own[..at].to_owned(),
        _ => own,
    }
}

/// 1个|过|500亿: how many of them are above a bound.
fn told_over(rest: &str) -> bool {
    let unit = rest.trim_start_matches(|ch: char| ch.is_ascii_digit());
    ["个过", "个超", "家过", "家超"].iter().any(|over| unit.starts_with(over))
}

/// Whether no quotation, no bracket and no gap is cut through.
fn is_whole(words: &str) -> bool {
    let pairs = [('“', '”'), ('（', '）'), ('《', '》')];
    !words.contains('…')
        && pairs.iter().all(|(open, close)| words.matches(*open).count() == words.matches(*close).count())
}

/// 支持养老等7个|领域|81个项目, 可生产35个|门类|的100种产品: the next number has a row of its own.
pub fn without_next(told: &Clauses<'_>, index: usize, own: String) -> String {
    const LEAST: usize = 4;
    const TOLD: [&str; 6] = ["等", "覆盖", "涉及", "惠及", "生产", "加工"];
    let own = level_alone(told, index, with_works(told, index, one_of(own)));
    // 实现利税16亿元，其中实现|利润|3亿元
    let own = own.replacen("利税利润", "利润", 1);
    // 总量|向|4万亿元|冲刺|
    let own = ["向冲刺", "向迈进"].iter().find_map(|on| own.strip_suffix(on)).map_or(own.clone(), str::to_owned);
    let Some(next) = told.figures.get(index + 1).filter(|next| next.start() < told.own(index).span.end) else {
        return own;
    };
    let (figure, head) = (&told.figures[index], told.head(index));
    let digits = &told.text[next.start()..next.quantity.number.end];
    let Some(at) = own.find(digits).filter(|at| *at > 0) else { return own };
    let before = &own[..at];
    // 周转天数由109天|延长到|127天
    let to =
        ["延长到", "延长至", "缩短到", "缩短至", "调整为", "调整到"].iter().find_map(|word| before.strip_suffix(word));
    if let Some(thing) = to.filter(|thing| !thing.is_empty()) {
        return thing.to_owned();
    }
    let own = if counts_things(figure) { without_other_count(own) } else { own };
    let Some(before) = own.get(..at) else { return own };
    let told =
        TOLD.iter().any(|word| head.ends_with(word)) && !SIZES.iter().any(|unit| figure.quantity.unit.ends_with(unit));
    let bare = before.strip_suffix('的').unwrap_or(before);
    let things = words(bare).last().is_some_and(|(range, part)| !is_verb(&bare[range.clone()], *part));
    // 省|十件|民生实事129亿元、市十件民生实事184亿元
    let money = ["资金", "收入", "产值", "投资"].iter().any(|money| bare.ends_with(money));
    let noun = !figure.noun.is_empty() && bare.ends_with(figure.noun.as_str()) && !money;
    let spent = next.quantity.unit.ends_with('元') && own[at..].contains('、') && counts_things(figure) && noun;
    if spent && things && bare.chars().count() >= LEAST && bare.len() == before.len() {
        return bare.to_owned();
    }
    // 7个|重点集群|1个过500亿、4个过百亿元
    // |20项|利民行动30件民生实事推进
    let named = words(bare).iter().all(|(range, part)| !is_verb(&bare[range.clone()], *part));
    let first = head.is_empty() && bare == figure.noun && named;
    let over = told_over(&own[at..]) && !figure.noun.is_empty() && bare.ends_with(figure.noun.as_str());
    let told = told || over || first;
    let kind = Some(bare)
        .filter(|bare| told && things && bare.ends_with(is_han) && counts_things(figure) && counts_things(next));
    kind.filter(|rest| rest.chars().count() >= LEAST).map_or(own.clone(), str::to_owned)
}

/// 收入|逆势增长|，有望达到30亿元; 由44%|提高|到46%; 产值一百亿元|不包括在内|: how large it is, and no more.
fn level_alone(told: &Clauses<'_>, index: usize, own: String) -> String {
    const GROWING: [&str; 6] = ["逆势增长", "稳步增长", "持续增长", "较快增长", "平稳增长", "快速增长"];
    const LEAST: usize = 4;
    let (figure, clause) = (&told.figures[index], told.own(index).span);
    if figure.relation != Relation::Level {
        return own;
    }
    let behind = told.text.get(figure.quantity.span.end..clause.end).unwrap_or("").trim_start();
    let reached = ["到", "达", "为"].iter().any(|word| told.head(index).ends_with(word));
    let grown = GROWING.iter().find_map(|word| own.strip_suffix(word)).filter(|_| reached);
    let out = ["不包括在内", "不在内"].iter().find_map(|word| own.strip_suffix(word));
    // 全面完成改造22个|村以上|
    let over = own.strip_suffix("以上").filter(|thing| thing.ends_with(['村', '镇', '煤', '尺']));
    let whole = |thing: &&str| thing.chars().count() >= LEAST;
    if let Some(thing) = grown.or(out).or(over).filter(whole) {
        return thing
            .split_once('在')
            .filter(|(thing, _)| grown.is_some() && whole(thing))
            .map_or(thing, |(thing, _)| thing)
            .to_owned();
    }
    // 由44.8%提高到|46.4%
    let raised = told.text[clause.range()].trim_start().starts_with(['由', '从']) && figure.quantity.is_percent();
    if let Some(rate) = own.strip_prefix("提高").filter(|rate| raised && rate.chars().count() > 2) {
        return rate.to_owned();
    }
    // 连跨2千亿元、3千亿元|台阶
    if own.ends_with(['跨', '越']) && ["台阶", "关口", "大关"].iter().any(|step| behind.starts_with(step)) {
        return format!("{own}台阶");
    }
    // 新设立基金9只、|累计|20只
    let all = own
        .strip_suffix("（累计）")
        .and_then(|thing| FRESH.iter().filter_map(|verb| thing.strip_prefix(*verb)).min_by_key(|rest| rest.len()));
    all.filter(|thing| thing.chars().count() > 2).map_or(own.clone(), |thing| format!("{thing}（累计）"))
}

/// 回收资金19亿元，64%|用于化债|: the share of it that went there.
pub fn used(told: &Clauses<'_>, index: usize, name: String) -> String {
    const LONGEST: usize = 16;
    let figure = &told.figures[index];
    let behind = told.text.get(figure.quantity.span.end..told.own(index).span.end).unwrap_or("").trim_start();
    let use_of = ["用于", "投向", "投入到"].iter().any(|word| behind.starts_with(word));
    if !figure.quantity.is_percent()
        || !use_of
        || name.contains("用于")
        || !told.head(index).is_empty()
        || name.is_empty()
    {
        return name;
    }
    let rest = behind.split('、').next().unwrap_or(behind);
    format!("{name}{}", cut(&plain(rest).0, LONGEST))
}

/// |钟山区被列为|全省6个重点开发区|之一|: it counts all of them.
fn one_of(own: String) -> String {
    const LEAST: usize = 4;
    let Some(whole) = own.strip_suffix("之一") else { return own };
    let verbs = ["列为", "成为", "列入", "确定为", "评为", "入选", "跻身"];
    let end = verbs.iter().filter_map(|verb| whole.rfind(verb).map(|at| at + verb.len())).max().unwrap_or(0);
    let things = &whole[end..];
    if end > 0 && things.chars().count() >= LEAST { things.to_owned() } else { own }
}

/// 加快甲等10个枢纽、乙等5个基地|建设|: what is done with all of them. 均保持25%以上的|快速增长|
fn with_works(told: &Clauses<'_>, index: usize, own: String) -> String {
    const DOING: [&str; 7] = ["加快", "推进", "抓好", "抓紧", "启动", "统筹推进", "扎实推进"];
    const WORKS: [&str; 5] = ["建设", "改造", "整治", "修复", "治理"];
    let (figure, clause) = (&told.figures[index], told.own(index));
    let behind = told.text.get(figure.quantity.span.end..clause.span.end).unwrap_or("").trim_end();
    if own.ends_with("快速") && behind.ends_with("快速增长") {
        return format!("{own}增长");
    }
    let listed = index + 1 < clause.figures.end && counts_things(figure);
    let done = WORKS.iter().chain(&["项目", "工程", "工作", "任务"]).any(|work| own.ends_with(work));
    let work = WORKS.iter().find(|work| behind.ends_with(**work)).filter(|_| listed && !done);
    let doing = DOING.iter().any(|doing| own.starts_with(doing))
        && !figure.noun.is_empty()
        && own.ends_with(figure.noun.as_str());
    work.filter(|_| doing).map_or(own.clone(), |work| format!("{own}{work}"))
}

fn counts_things(figure: &Figure) -> bool {
    figure.quantity.adds_up() && !figure.quantity.unit.ends_with('元')
}

/// 1—|11月|存款余额: the time is told by the sentence.
fn without_month(own: String) -> String {
    let rest = own.trim_start_matches(|ch: char| ch.is_ascii_digit());
    let bare = rest.strip_prefix("月份").or_else(|| rest.strip_prefix('月')).filter(|_| rest.len() < own.len());
    let part = ['末', '底', '中', '上', '下', '初', '旬', '球'];
    bare.filter(|bare| bare.starts_with(is_han) && !bare.starts_with(part)).map_or(own.clone(), str::to_owned)
}

/// 新增3条产业链，累计达8条: without the number that the words were told with. 基本医疗、|失业|保险: no basic one.
fn without_count(told: &Clauses<'_>, index: usize, own: String) -> String {
    const INSURED: [&str; 3] = ["失业", "工伤", "生育"];
    if let Some(rest) = own.strip_prefix("基本").filter(|rest| INSURED.iter().any(|of| rest.starts_with(of))) {
        return rest.to_owned();
    }
    let last = index.checked_sub(1).map(|last| told.figures[last].quantity.span.range());
    let count = last.and_then(|last| told.text.get(last)).unwrap_or("");
    let rest = own.strip_prefix(count).filter(|rest| !count.is_empty() && rest.chars().count() > 2);
    rest.map_or(own.clone(), str::to_owned)
}

/// What is given to people.
const GIVEN: [&str; 6] = ["发放", "补发", "减免", "兑现", "追回", "讨回"];

/// |为|4.2万人发放低保: to nobody that has a name; 与39个|国家缔结友城|: with them; 涉案的|120人|严肃处理: those people.
fn with_preposition(told: &Clauses<'_>, index: usize, own: String) -> String {
    let figure = &told.figures[index];
    let (head, clause) = (plain(told.head(index)).0, told.own(index).span);
    let behind = told.text.get(figure.quantity.span.end..clause.end).unwrap_or("").trim_start();
    let people = matches!(figure.quantity.unit, "人" | "名" | "户");
    let done = |rest: &str| {
        let first = words(rest).first().map(|(range, part)| (rest[range.clone()].to_owned(), *part));
        first.is_some_and(|(word, part)| part == PartOfSpeech::Modifier || is_verb(&word, part))
    };
    let bare = own.strip_prefix('为').filter(|rest| people && head.ends_with('为') && behind.starts_with(*rest));
    let bare = bare.filter(|rest| GIVEN.iter().any(|verb| rest.starts_with(verb)));
    if let Some(rest) = bare {
        return rest.to_owned();
    }
    if let Some(rest) = own
        .strip_prefix(&head)
        .filter(|_| people && figure.quantity.unit != "户" && head.ends_with('的') && head.chars().count() > 2)
    {
        return if done(rest) { format!("{head}人员{rest}") } else { own };
    }
    // |用|30亿元|建设住宅
    let spent = own
        .strip_prefix('用')
        .filter(|rest| figure.quantity.unit.ends_with('元') && head.ends_with('用') && done(rest));
    if let Some(rest) = spent {
        return format!("用于{rest}");
    }
    // 南湖广场、文化公园和|813家|各类场馆: the others are not counted.
    let reach = ["惠及", "涉及", "普及", "波及"].iter().any(|verb| head.ends_with(verb));
    let joined = head.ends_with(['和', '与', '及']) && !reach;
    let others = joined && head.contains('、') && !head.contains('等') && counts_things(figure);
    if let Some(rest) = own.strip_prefix(&head).filter(|rest| others && rest.chars().count() > 2) {
        return format!("{}{rest}", known_verb(&head));
    }
    // 改造一批棚户区和|102个|老旧小区
    let some = joined && ["一批", "一些", "若干"].iter().any(|some| head.contains(some)) && counts_things(figure);
    if some && known_verb(&own).is_empty() && !own.is_empty() && !own.starts_with("一批") {
        return format!("{}{own}", known_verb(&head));
    }
    let with = ["与", "在", "向"].iter().find(|word| head.ends_with(**word));
    let noun = figure.noun.as_str();
    match with.zip(own.find(noun).filter(|_| !noun.is_empty() && own.len() > noun.len())) {
        Some((word, at)) if !own[..at].ends_with(word) && own[at..].len() > noun.len() => {
            format!("{}{word}{}", &own[..at], &own[at..])
        }
        _ => own,
    }
}

/// 海洋生产总值|是五年前|的1.6倍、占生产总值的27%: it is that of today.
fn without_multiple(own: String) -> String {
    let Some((thing, rest)) = own.split_once("年前占") else { return own };
    let thing = thing.rsplit_once('是').filter(|(_, years)| years.chars().count() <= 2);
    thing.map_or(own.clone(), |(thing, _)| format!("{thing}占{rest}"))
}

/// 覆盖27个|国家|61个港口: ports, no ports of a state.
fn without_last(told: &Clauses<'_>, index: usize, own: String) -> String {
    let Some(last) = told.before(index).map(|last| &told.figures[last]) else { return own };
    let noun = last.noun.as_str();
    let states = ["国家", "地区", "国家和地区", "行业大类", "门类"].contains(&noun);
    let adjacent = told.gap(index).is_some_and(|gap| states && plain(gap).0.trim_end_matches('的') == noun);
    let counted = last.quantity.adds_up() && told.figures[index].quantity.adds_up();
    let both = format!("{noun}{}", told.figures[index].noun);
    match own.find(&both).filter(|at| adjacent && counted && *at > 0 && both.len() > noun.len()) {
        Some(at) => format!("{}{}", &own[..at], &own[at + noun.len()..]),
        None => own,
    }
}

/// |花卉产量全球第一|、鲜切花占比60%: what was said before is no item of a list.
fn without_statement(told: &Clauses<'_>, index: usize, own: String) -> String {
    #[rustfmt::skip]
    const STATES: [&str; 17] =
        ["全国第一", "全省第一", "全区第一", "全市第一", "全球第一", "世界第一", "首位", "前列", "全覆盖", "投产", "开工", "竣工", "通车", "投用", "启用", "运行", "获批"];
    const SAID: usize = 5;
    const LEAST: usize = 5;
    let ends = |words: &str| STATES.iter().any(|state| words.ends_with(state));
    let Some((said, rest)) = own.rsplit_once('、') else { return own };
    let begins = STATES.iter().any(|state| rest.starts_with(state)) || rest.starts_with("其中") || is_bare(rest);
    let counted = told.figures[index].noun.is_empty();
    let whole = said.chars().count() >= SAID && rest.chars().count() >= LEAST && !begins;
    if ends(said) && !ends(rest) && whole && counted { rest.to_owned() } else { own }
}

/// 64种|主要产品|中，增速在20%以上的有28种
fn without_frame(told: &Clauses<'_>, index: usize, own: String) -> String {
    let counted = told.figures[index].relation == Relation::Level && told.figures[index].quantity.adds_up();
    let Some(bare) = own.strip_suffix('中').filter(|bare| counted && !bare.is_empty()) else { return own };
    let (start, end) = (told.figures[index].quantity.span.end, told.own(index).span.end);
    let behind = told.text.get(start..end).is_some_and(|rest| rest.trim_end().ends_with('中'));
    let apart = behind && words(&own).last().is_some_and(|(range, _)| range.start == bare.len());
    let things = words(bare).last().is_some_and(|(range, part)| !is_verb(&bare[range.clone()], *part));
    if apart && things { bare.to_owned() } else { own }
}
