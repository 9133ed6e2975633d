//! What a name needs once the words of all figures are known: later figures have been told from it by then, so that words
//! may go that it shared with them.

use super::bare::{cut, ends_with_thing, is_verb, known_verb};
use super::clause::{Clause, Clauses};
use super::tail::{SIZES, plain, without_about, without_fresh};
use crate::draft::ledger::Relation;
use crate::lexicon::{PartOfSpeech, words};
use crate::text::han::is_han;

/// The words of a figure as they stand in a row of its own.
pub fn alone(told: &Clauses<'_>, index: usize, own: String) -> String {
    let own = field(told, index, of_places(told, index, all_there(told, index, one_of(own))));
    added(told, index, without_next(told, index, level_alone(told, index, with_works(told, index, own))))
}

/// 13个|市工业增长超过|20%: in so many of them, and not in all.
fn of_places(told: &Clauses<'_>, index: usize, own: String) -> String {
    let Some(last) = told.before(index).map(|last| &told.figures[last]) else { return own };
    const OTHERS: [char; 10] = ['级', '县', '域', '场', '政', '民', '直', '属', '居', '企'];
    let second = last.noun.chars().nth(1).unwrap_or(' ');
    let place =
        ["市", "县", "区", "乡镇", "村"].iter().any(|place| last.noun.starts_with(place)) && !OTHERS.contains(&second);
    let rate = told.figures[index].quantity.is_percent() && last.quantity.unit == "个";
    let adjacent =
        told.gap(index).is_some_and(|gap| gap.starts_with(last.noun.as_str()) && !gap.contains(['、', '，', '的']));
    let count = told.text.get(last.start()..last.quantity.span.end).unwrap_or("");
    let named = last.noun.chars().count() > 2 && own.starts_with(last.noun.chars().next().unwrap_or(' '));
    if place && rate && adjacent && named { format!("{count}{own}") } else { own }
}

/// 安排58亿元，聚焦人工智能等|重点领域|实施项目: what they are.
fn field(told: &Clauses<'_>, index: usize, own: String) -> String {
    const LONGEST: usize = 10;
    let figure = &told.figures[index];
    let Some(listed) = own.strip_suffix('等').filter(|_| figure.quantity.unit.ends_with('元')) else { return own };
    let item: String = listed.chars().rev().take(3).collect::<Vec<_>>().into_iter().rev().collect();
    let behind = told.text.get(figure.quantity.span.end..).unwrap_or("");
    let behind = behind.split(['。', '；', '\n']).next().unwrap_or("");
    let rest =
        behind.split_once(item.as_str()).and_then(|(_, rest)| rest.split_once('等')).map_or("", |(_, rest)| rest);
    let other = |(range, part): &(std::ops::Range<usize>, _)| {
        is_verb(&rest[range.clone()], *part) || !rest[range.clone()].starts_with(is_han)
    };
    let end = words(rest).into_iter().find(other);
    let things = end.map_or(rest, |(range, _)| &rest[..range.start]);
    const ENDS: [&str; 12] =
        ["领域", "方面", "问题", "工程", "项目", "平台", "集群", "政策", "措施", "任务", "产业", "资金"];
    let noun = ENDS.iter().any(|end| things.ends_with(end))
        && words(things).last().is_some_and(|(_, part)| *part == PartOfSpeech::Noun);
    if noun && (2..=LONGEST).contains(&things.chars().count()) { format!("{own}{things}") } else { own }
}

/// 新材料|纳入全省|20条产业链: it counts all that the province has.
fn all_there(told: &Clauses<'_>, index: usize, own: String) -> String {
    const INTO: [&str; 5] = ["纳入", "列入", "进入", "跻身", "融入"];
    const RANKED: [&str; 4] = ["位列", "位居", "居", "列"];
    let (figure, head) = (&told.figures[index], told.head(index));
    // 垃圾分类位列全国|46个重点城市|首位
    let among = RANKED.iter().any(|rank| head.ends_with(&format!("{rank}全国")));
    let behind = told.text[figure.quantity.span.end..].strip_prefix(figure.noun.as_str()).unwrap_or("");
    let placed = ["首位", "第", "中", "前"].iter().any(|place| behind.starts_with(place));
    let noun = ["首位", "前列"].iter().find_map(|end| figure.noun.strip_suffix(end)).unwrap_or(&figure.noun);
    if among && (placed || noun.len() < figure.noun.len()) && noun.chars().count() > 1 {
        return format!("全国{noun}");
    }
    let place = ["全省", "全国", "全区"].iter().find(|place| head.ends_with(**place));
    let into = place.filter(|place| INTO.iter().any(|into| head.ends_with(&format!("{into}{place}"))));
    let things = into.and_then(|place| own.rfind(place)).map(|at| &own[at..]);
    let counted = figure.counts_things() && !figure.noun.is_empty();
    let ranked =
        things.and_then(|things| things.strip_suffix(['一', '二', '三', '四', '五', '十'])?.strip_suffix('前'));
    ranked.or(things).filter(|_| counted).map_or(own.clone(), str::to_owned)
}

/// 新增的生产能力有：发电90万千瓦，|乙烯|60万吨: it was added too.
fn added(told: &Clauses<'_>, index: usize, own: String) -> String {
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

/// 20项|主要指标|、17方面任务: a number that is none of the ledger has things of its own.
fn without_other_count(own: String) -> String {
    const LEAST: usize = 4;
    let counts = |(at, _): &(usize, &str)| {
        let digit = |ch: char| ch.is_ascii_digit();
        let behind = &own[at + '、'.len_utf8()..];
        // 调度中心、5G基站
        let unit = behind.trim_start_matches(digit).starts_with(is_han);
        behind.starts_with(digit) && unit && !own[..*at].ends_with(digit)
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
fn without_next(told: &Clauses<'_>, index: usize, own: String) -> String {
    const LEAST: usize = 4;
    const TOLD: [&str; 6] = ["等", "覆盖", "涉及", "惠及", "生产", "加工"];
    // 实现利税16亿元，其中实现|利润|3亿元
    let own = own.replacen("利税利润", "利润", 1);
    // 总量|向|4万亿元|冲刺|
    let own = ["向冲刺", "向迈进"].iter().find_map(|on| own.strip_suffix(on)).map_or(own.clone(), str::to_owned);
    let Some(next) = told.figures.get(index + 1).filter(|next| next.start() < told.own(index).span.end) else {
        return own;
    };
    let (figure, head) = (&told.figures[index], told.head(index));
    let own = if figure.counts_things() { without_other_count(own) } else { own };
    let digits = &told.text[next.start()..next.quantity.number.end];
    let Some(at) = own.find(digits).filter(|at| *at > 0) else { return own };
    let before = &own[..at];
    // 周转天数由109天|延长到|127天
    let to =
        ["延长到", "延长至", "缩短到", "缩短至", "调整为", "调整到"].iter().find_map(|word| before.strip_suffix(word));
    if let Some(thing) = to.filter(|thing| !thing.is_empty()) {
        return thing.to_owned();
    }
    let Some(before) = own.get(..at) else { return own };
    // 加上|上级专款|17亿元、上年结余76亿元: the next item has a row of its own.
    let amounts = figure.quantity.unit.ends_with('元') && next.quantity.unit.ends_with('元');
    let item = before.split_once('、').map(|(item, _)| item).filter(|item| amounts && is_whole(item));
    let listed = told.text[figure.quantity.span.end..].starts_with('、');
    if let Some(item) = item.filter(|item| listed && item.chars().count() >= LEAST) {
        return item.to_owned();
    }
    let told =
        TOLD.iter().any(|word| head.ends_with(word)) && !SIZES.iter().any(|unit| figure.quantity.unit.ends_with(unit));
    let bare = before.strip_suffix('的').unwrap_or(before);
    let things = ends_with_thing(bare);
    // 省|十件|民生实事129亿元、市十件民生实事184亿元
    let money = ["资金", "收入", "产值", "投资"].iter().any(|money| bare.ends_with(money));
    let noun = !figure.noun.is_empty() && bare.ends_with(figure.noun.as_str()) && !money;
    let spent = next.quantity.unit.ends_with('元') && own[at..].contains('、') && figure.counts_things() && noun;
    if spent && things && bare.chars().count() >= LEAST && bare.len() == before.len() {
        return bare.to_owned();
    }
    // 7个|重点集群|1个过500亿、4个过百亿元
    // |20项|利民行动30件民生实事推进
    let named = words(bare).iter().all(|(range, part)| !is_verb(&bare[range.clone()], *part));
    let first = head.is_empty() && bare == figure.noun && named;
    let over = told_over(&own[at..]) && !figure.noun.is_empty() && bare.ends_with(figure.noun.as_str());
    // 4个|方向|8条走廊
    let side = ["方向", "方面", "领域", "层面"].contains(&figure.noun.as_str()) && bare.ends_with(figure.noun.as_str());
    let told = told || over || first || side;
    let kind = Some(bare)
        .filter(|bare| told && things && bare.ends_with(is_han) && figure.counts_things() && next.counts_things());
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
    let (behind, head) =
        (told.text.get(figure.quantity.span.end..clause.end).unwrap_or("").trim_start(), told.head(index));
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
    // 浓度|改善到|38微克: how much there is, not by how much it is better.
    let better = ["改善到", "改善至"].iter().any(|better| head.ends_with(better));
    if let Some(level) = own.strip_suffix("改善").filter(|level| better && whole(level)) {
        return level.to_owned();
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
    // 新增高速公路1400公里、|总里程|4000公里
    const STOCKS: [&str; 6] = ["总里程", "总量", "总数", "保有量", "总规模", "总装机"];
    let stock = STOCKS.iter().any(|stock| own.ends_with(stock)) && STOCKS.iter().any(|stock| head.starts_with(stock));
    if let Some(thing) = without_fresh(&own).filter(|thing| stock && whole(thing)) {
        return thing.to_owned();
    }
    // 新设立基金9只、|累计|20只
    let all = own.strip_suffix("（累计）").and_then(without_fresh);
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
    // 连续3年|保持|30%以上增长
    if own.ends_with("保持") && figure.quantity.is_percent() && without_about(behind).trim_start().starts_with("增长")
    {
        return format!("{own}增长");
    }
    let listed = index + 1 < clause.figures.end && figure.counts_things();
    let done = WORKS.iter().chain(&["项目", "工程", "工作", "任务"]).any(|work| own.ends_with(work));
    let work = WORKS.iter().find(|work| behind.ends_with(**work)).filter(|_| listed && !done);
    let doing = DOING.iter().any(|doing| own.starts_with(doing))
        && !figure.noun.is_empty()
        && own.ends_with(figure.noun.as_str());
    work.filter(|_| doing).map_or(own.clone(), |work| format!("{own}{work}"))
}
