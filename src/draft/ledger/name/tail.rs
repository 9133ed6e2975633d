//! What stands behind a number that counts things: the things, and what they did.

use super::bare::{cut, ends_with_thing, is_act, is_bare, is_verb, known_verb};
use super::clause::Clauses;
use crate::draft::ledger::indicator::without_lead;
use crate::draft::ledger::words::{BEING, CHANGES, MEASURES, ending, ends_in_reach, without_per};
use crate::draft::ledger::{Figure, Relation};
use crate::lexicon::{PartOfSpeech, words};
use crate::syntax::numeral::is_numeral;
use crate::syntax::{Decimal, Quantity};
use crate::text::han::{is_han, is_space};

/// Ends of units of size: 80万吨乙烯.
pub const SIZES: [&str; 7] = ["千升", "吨", "平方米", "千瓦", "公里", "亩", "公顷"];

/// Longest tail, in characters.
const LONGEST: usize = 32;

/// The indicator of a figure with all that its clause says behind the number.
pub fn with_tail(told: &Clauses<'_>, index: usize) -> String {
    let own = all_told(told, index);
    // 新建160家、|达到|292家: all there are.
    let all = is_total(told.head(index)).then(|| without_fresh(&own)).flatten();
    all.filter(|rest| !rest.is_empty()).map_or(own.clone(), str::to_owned)
}

fn all_told(told: &Clauses<'_>, index: usize) -> String {
    let figure = &told.figures[index];
    let own = figure.indicator.as_str();
    // 先后|在58个|城市进行试点
    let at = told.head(index).strip_suffix('在').filter(|_| figure.relation == Relation::Level);
    if let Some(tail) = at.map(|_| tail(told, index)).filter(|tail| tail.len() > figure.noun.len()) {
        return format!("在{tail}");
    }
    if let Some(running) = running(told, index) {
        return running;
    }
    if let Some(ranked) = ranked(told, index) {
        return ranked;
    }
    if let Some(people) = people(told, index) {
        return people;
    }
    if let Some(guests) = come_from(told, index) {
        return guests;
    }
    if let Some(project) = of_batch(told, index) {
        return project;
    }
    let tail = tail(told, index);
    let noun = figure.noun.as_str();
    let to = to_whom(told, index);
    let alone = own == tail && !to.is_empty() && (tail.len() > noun.len() || to == "为");
    let for_whom = to == "为" && !own.contains('为');
    if tail.is_empty() || own.ends_with(tail.as_str()) && !alone && !for_whom {
        return own.to_owned();
    }
    if alone {
        return format!("{to}{tail}");
    }
    // 县级建成: the noun may be told with what it did already.
    let owned = told.text[figure.quantity.span.end..].starts_with('的');
    let before = own.rfind(noun).filter(|_| !noun.is_empty()).map(|at| &own[..at]);
    let before = before.filter(|_| own.ends_with(noun) || !owned && tail.starts_with(noun) && tail.len() > noun.len());
    match before {
        // 为3名儿童进行筛查: nobody is counted alone.
        Some("") if !to.is_empty() && tail.len() > noun.len() => format!("{to}{tail}"),
        // 平台累计|为|3.4万家企业解决融资
        Some(head) if to == "为" && tail.starts_with(noun) => format!("{head}{to}{tail}"),
        Some(head) if tail.starts_with(noun) => format!("{head}{tail}"),
        None if !noun.is_empty() && !says_little(own) || own.contains("其中") => own.to_owned(),
        // The words are those of a number before: what was done here is told behind the number alone.
        None if has_no_words(told, index) => format!("{to}{tail}"),
        None => format!("{own}{tail}"),
        // 14个|重点产业|产值占全部的80%
        Some(head) if own.ends_with(noun) && noun.starts_with(tail.as_str()) => format!("{head}{tail}"),
        Some(_) => own.to_owned(),
    }
}

/// 增加值增速连续19个|季度|居全国前五: what lasted so long.
fn running(told: &Clauses<'_>, index: usize) -> Option<String> {
    let figure = &told.figures[index];
    let unit = figure.quantity.unit;
    let before = told.head(index).strip_suffix("连续").filter(|_| matches!(unit, "个" | "个季度"))?;
    let (rest, _) = plain(told.text.get(figure.quantity.span.end..told.own(index).span.end)?);
    let rest = if unit == "个季度" { rest.as_str() } else { rest.strip_prefix("月份")? };
    let before = before.rsplit(['、', '，']).next().unwrap_or("");
    rest.starts_with(is_han).then(|| format!("{}连续{rest}", without_lead(before)))
}

/// 在全国|339个|地市中列第16位: those that are ranked.
fn ranked(told: &Clauses<'_>, index: usize) -> Option<String> {
    const RANKS: [&str; 8] = ["中列第", "中居第", "中排名", "中排第", "中位列", "中位居", "排名第", "排第"];
    let figure = &told.figures[index];
    let (rest, _) = plain(told.text.get(figure.quantity.span.end..told.own(index).span.end)?);
    let at = RANKS.iter().filter_map(|rank| rest.find(rank)).min().filter(|at| *at > 0)?;
    let among = told.head(index).rsplit('在').next().unwrap_or("");
    let among = if among.chars().count() <= 4 { among } else { "" };
    let named = rest.starts_with(is_han) && !RANKS.iter().any(|rank| rest.starts_with(rank));
    // 在150个|综合保税区|发展绩效评估中居第6位
    const BODIES: [&str; 7] = ["区", "市", "县", "城市", "企业", "高校", "银行"];
    let things = &rest[..at];
    let end = BODIES.iter().filter_map(|body| things.rfind(body).map(|at| at + body.len())).max().unwrap_or(at);
    let rated = ["评估", "评价", "考核", "排名", "测评"].iter().any(|rated| things.ends_with(rated));
    let things = if rated { &things[..end] } else { things };
    (named && figure.quantity.adds_up()).then(|| format!("{among}{things}"))
}

/// 接待了来自|89个|国家的元首: the states are counted.
fn come_from(told: &Clauses<'_>, index: usize) -> Option<String> {
    let figure = &told.figures[index];
    let did = told.head(index).strip_suffix("来自").filter(|_| figure.counts_things())?;
    let (rest, _) = plain(told.text.get(figure.quantity.span.end..told.own(index).span.end)?);
    let (places, guests) = rest.split_once('的').filter(|(places, _)| !places.is_empty() && !has_digit(places))?;
    let guests = guests.split(['、', '，']).next().filter(|guests| guests.chars().count() > 1 && !has_digit(guests))?;
    let did = without_lead(did);
    Some(format!("{}{guests}来自的{places}", did.trim_end_matches('了')))
}

/// 湖光乳业|3万吨|乳粉等一批项目建成投产: the size of one of them.
fn of_batch(told: &Clauses<'_>, index: usize) -> Option<String> {
    const NAMED: usize = 12;
    let figure = &told.figures[index];
    let size = SIZES.iter().any(|unit| figure.quantity.unit.ends_with(unit));
    let (rest, _) = plain(told.text.get(figure.quantity.span.end..told.own(index).span.end)?);
    let (things, batch) = rest.split_once('等').filter(|_| size)?;
    let named = batch.char_indices().nth(NAMED).map_or(batch, |(at, _)| &batch[..at]);
    let thing = things.split(['、', '和']).next().filter(|thing| thing.chars().count() > 1 && !has_digit(thing))?;
    let head = &figure.indicator[..figure.indicator.find(thing)?];
    let told = !head.is_empty() || told.head(index).is_empty();
    // 甲扩建、乙|400万吨|深加工等一批项目
    let head = head.rsplit('、').next().unwrap_or(head);
    (told && named.contains("项目") && !thing.ends_with("项目")).then(|| format!("{head}{thing}项目"))
}

/// 团结带领300万|勤劳智慧的全市人民|: how many there are, whatever they do.
fn people(told: &Clauses<'_>, index: usize) -> Option<String> {
    const PEOPLE: [&str; 6] = ["人民", "儿女", "父老", "同胞", "中国人", "市民"];
    const NEAR: usize = 16;
    let quantity = &told.figures[index].quantity;
    let many = matches!(quantity.unit, "" | "人" | "名") && quantity.value >= Decimal::from_int(10_000);
    let (rest, _) = plain(told.text.get(quantity.span.end..told.own(index).span.end)?);
    let rest: String = rest.chars().take(NEAR).collect();
    let rest = rest.trim_start_matches(['多', '余', '各']);
    let end = PEOPLE.iter().filter_map(|word| rest.find(word).map(|at| at + word.len())).max()?;
    let body =
        ["人民政", "人民银", "人民法", "人民检", "人民币", "人民调", "人民医"].iter().any(|body| rest.contains(body));
    (many && !body && !rest[..end].contains(['、', '，'])).then(|| rest[..end].to_owned())
}

/// Verbs by which things came on top of those there were.
#[rustfmt::skip]
pub const FRESH: [&str; 15] = [
    "新增", "新建", "净增", "新设", "新设立", "新培育", "新认定", "新引进", "新注册", "新登记", "新建成", "新改建", "新开通", "新获批", "新签",
];

/// 新增|企业|: what came on top, without the verb that says so.
pub fn without_fresh(words: &str) -> Option<&str> {
    FRESH.iter().filter_map(|verb| words.strip_prefix(*verb)).min_by_key(|rest| rest.len())
}

/// 累计, 总数达到: whether the words before a number tell of all there are.
pub fn is_total(head: &str) -> bool {
    let bare =
        ["达到", "增至", "增加到", "有", "达", "为", "超过", "突破"].iter().find_map(|word| head.strip_suffix(word));
    let all = ["", "累计", "总数", "总量", "总计", "目前", "现有", "共", "总数累计", "累计总数"];
    bare.is_some_and(|bare| all.contains(&bare)) || !head.is_empty() && all.contains(&head)
}

/// 压减, 提高: a verb alone, or no more than that.
fn says_little(own: &str) -> bool {
    own.chars().count() < 3 || is_bare(own)
}

/// 为, 对, 帮: the word that the head of a number ends in, if it says to whom something was done.
fn to_whom<'t>(told: &Clauses<'t>, index: usize) -> &'t str {
    let head = told.head(index).trim_end_matches(['近', '约', '超']);
    let head = ["不少于", "不低于", "至少"].iter().find_map(|least| head.strip_suffix(least)).unwrap_or(head);
    let last = head.char_indices().next_back().filter(|(_, ch)| "为对给向使让用".contains(*ch));
    last.filter(|(at, _)| !head[..*at].ends_with(['成', '作', '增', '达', '均', '转', '定', '升', '降', '整']))
        .map_or("", |(at, _)| &head[at..])
}

fn has_no_words(told: &Clauses<'_>, index: usize) -> bool {
    let head = told.head(index);
    // 引进30名人才、|20个|500强项目: the words are those of the item before.
    let gap = told.before(index).and_then(|_| told.gap(index)).unwrap_or("");
    let item = gap.trim_end().ends_with(['、', '和', '与', '及']);
    // 工作深化拓展，我市|连续|3次获评
    let bare = without_lead(head);
    let how = bare.is_empty() || ["连续", "先后", "累计"].contains(&bare.as_str());
    head.is_empty() || item || how || head == to_whom(told, index)
}

/// What the clause says behind a number, up to the next item of a list.
fn tail(told: &Clauses<'_>, index: usize) -> String {
    let figure = &told.figures[index];
    if !(figure.quantity.adds_up() || figure.quantity.unit.is_empty() || figure.quantity.is_percent()) {
        return String::new();
    }
    let start = figure.quantity.span.end;
    let (text, clause) = (told.text, told.own(index));
    let next = told.figures.get(index + 1).filter(|next| next.start() < clause.span.end);
    let end = next.map_or(clause.span.end, Figure::start).max(start);
    let (rest, open) = plain(&text[start..end]);
    let rest = without_about(&rest);
    let rest = without_per(rest);
    // 5个工作日内|办结
    let time = ["工作日", "小时", "分钟", "天"].iter().any(|time| figure.quantity.unit.ends_with(time));
    let rest = rest.strip_prefix('内').filter(|_| time).unwrap_or(rest);
    let rest = if time && !rest.starts_with('、') { rest.split('、').next().unwrap_or(rest) } else { rest };
    let own = match next.filter(|_| open) {
        None => first_of_many(rest, &figure.quantity).to_owned(),
        // 21批|173项制度创新案例
        Some(_) if rest.is_empty() => tail(told, index + 1),
        Some(_) if rest.starts_with('、') && is_act(&rest['、'.len_utf8()..]) && says_little(&figure.indicator) => {
            tail(told, index + 1)
        }
        Some(_) if rest.starts_with('、') && !figure.indicator.is_empty() && joint(rest).is_none() => String::new(),
        // 停车场16处、|1280个泊位|
        Some(next)
            if joint(rest) == Some("") && named_before(told, index) && next.quantity.unit != figure.quantity.unit =>
        {
            String::new()
        }
        Some(_) => match joint(rest) {
            Some(item) => listed(told, index, item),
            None => before_next(rest, &plain(&text[start..clause.span.end]).0, figure, next),
        },
    };
    let own = own.strip_prefix('的').unwrap_or(&own);
    // 压减50%的专项资金: the share is told of what stands behind it.
    let verb = says_little(&figure.indicator) && own.len() < rest.len();
    let share = figure.quantity.is_percent() && !verb && !is_share_of(own, rest);
    if stops(own) || share { String::new() } else { cut(own, LONGEST) }
}

/// 建设|停车场|16处: whether the things counted stand before their number.
fn named_before(told: &Clauses<'_>, index: usize) -> bool {
    let figure = &told.figures[index];
    let things = ends_with_thing(told.head(index));
    let sized =
        told.figures.get(index + 1).is_some_and(|next| SIZES.iter().any(|unit| next.quantity.unit.ends_with(unit)));
    let whole = !told.head(index).ends_with('等') && !known_verb(told.head(index)).is_empty();
    figure.noun.is_empty() && figure.quantity.adds_up() && things && whole && !sized
}

/// 6个|站点小镇|、滨河沿线、示范片区等项目: the others have no number.
fn first_of_many<'t>(rest: &'t str, quantity: &Quantity) -> &'t str {
    const SHORT: usize = 4;
    // 1000公里|干渠工程|和20万件以上水利工程: a number that is none of the ledger.
    let number = |(at, _): &(usize, &str)| {
        let mut behind = rest[at + '和'.len_utf8()..].chars();
        let first = behind.next().unwrap_or(' ');
        // 省定12件|民生实事|和市定十大工程
        let later = rest[at + '和'.len_utf8()..].chars().skip(1).zip(behind.clone().skip(1)).take(3);
        let later = later.clone().any(|(number, unit)| is_numeral(number) && unit == '大');
        first.is_ascii_digit()
            || later
            || (is_numeral(first) || first == '两') && behind.next().is_some_and(|ch| "个项条大批".contains(ch))
    };
    let rest = match rest.match_indices(['和', '、']).find(number) {
        Some((at, _)) if !rest[..at].is_empty() => &rest[..at],
        _ => rest,
    };
    // 打通10处|堵点|、拉通10条以上道路
    let rest = match rest.rsplit_once('、') {
        Some((item, last)) if has_digit(last) && !has_digit(item) && item.chars().count() > 1 => item,
        _ => rest,
    };
    // 50兆瓦|燃气轮机|等重器问世
    let sized = SIZES.iter().chain(&["兆瓦", "千瓦"]).any(|unit| quantity.unit.ends_with(unit));
    let thing = rest.split_once('等').filter(|(thing, batch)| {
        let named = thing.chars().count() > 2 && !thing.contains('、') && !has_digit(thing);
        sized && named && !["项目", "工程", "建设"].iter().any(|work| batch.contains(work))
    });
    if let Some((thing, _)) = thing {
        return thing;
    }
    let Some((first, others)) = rest.split_once('、') else { return rest };
    // 80万吨|乙烯|、二期整车等项目: a size is of the first alone.
    let size = SIZES.iter().any(|unit| quantity.unit.ends_with(unit));
    let built = ["码头", "项目", "工程", "电站", "机组", "生产线"].iter().any(|built| first.ends_with(built));
    if size && (others.contains('等') || built) && !first.contains(['“', '《']) {
        return first;
    }
    // 110个|典型镇|、新培育一批典型镇
    if others.chars().take(5).collect::<String>().contains("一批") && first.chars().count() > 1 {
        return first;
    }
    let many = others.contains("等") && !first.contains(['“', '《', '在', '到', '向', '围']);
    let noun = || words(first).iter().all(|(range, part)| !is_verb(&first[range.clone()], *part));
    if many && first.chars().count() >= SHORT && noun() { first } else { rest }
}

fn has_digit(words: &str) -> bool {
    words.contains(|ch: char| ch.is_ascii_digit())
}

/// Behind 以上, 左右 and the like.
pub fn without_about(rest: &str) -> &str {
    const ABOUT: [&str; 10] = ["及以上", "及以下", "以上", "以下", "左右", "以内", "之间", "上下", "之多", "有余"];
    // 800元内|医保包干, but 4个|内涝整治项目
    let within = || rest.strip_prefix('内').filter(|_| words(rest).first().is_some_and(|(range, _)| range.end == 3));
    ABOUT.iter().find_map(|word| rest.strip_prefix(word)).or_else(within).unwrap_or(rest)
}

/// Whether words behind a number say no more of the things counted.
fn stops(tail: &str) -> bool {
    let later = ["预计", "将", "再", "又", "已", "逐步", "大幅"].iter().find_map(|word| tail.strip_prefix(word));
    let tail = later.unwrap_or(tail);
    if tail.starts_with("达标") || tail.starts_with("达产") || is_bounded(tail) {
        return false;
    }
    let rest = tail.trim_start_matches(|ch: char| ch.is_ascii_digit());
    let first = rest.chars().next();
    let stops = first.is_none_or(|ch| {
        !is_han(ch) && ch != '“' && !ch.is_ascii_alphabetic() || "和与及并且、占达为比较超居同等".contains(ch)
    });
    let to = |word: &&&str| word.ends_with(['到', '至', '为', '达', '过', '在', '于']);
    let change = CHANGES.iter().chain(BEING.iter().filter(to)).any(|word| word.len() > 3 && tail.starts_with(word));
    stops
        || change
        || ["大关", "台阶", "大台阶", "关口", "大关后", "台阶后", "大台阶后", "关口后", "后", "时"].contains(&tail)
}

/// 50个|超10亿元|项目: those above a bound.
fn is_bounded(tail: &str) -> bool {
    let Some(rest) = tail.strip_prefix('超').or_else(|| tail.strip_prefix('过')) else { return false };
    let number =
        rest.trim_start_matches(|ch: char| ch.is_ascii_digit() || ch == '.' || is_numeral(ch) || "万亿".contains(ch));
    number.len() < rest.len()
        && number.strip_prefix('元').is_some_and(|thing| thing.starts_with(is_han) && !thing.starts_with('的'))
}

/// 消除60%|黑臭水体, 水质100%|达标: whether a share is told of what stands behind it.
fn is_share_of(tail: &str, rest: &str) -> bool {
    const SHORT: usize = 4;
    let length = tail.chars().count();
    let noun = words(tail).first().is_some_and(|(_, part)| !matches!(part, PartOfSpeech::Verb | PartOfSpeech::Action));
    tail.len() == rest.len() && length <= 12 && (noun || length <= SHORT) && !tail.contains('、')
}

/// Without brackets and white space, and whether no bracket ended it.
pub fn plain(words: &str) -> (String, bool) {
    let mut depth = 0usize;
    let mut plain = String::new();
    for ch in words.chars() {
        match ch {
            '（' | '(' | '［' | '[' | '〔' => depth += 1,
            '）' | ')' | '］' | ']' | '〕' if depth == 0 => return (plain, false),
            '）' | ')' | '］' | ']' | '〕' => depth -= 1,
            _ if depth == 0 && !is_space(ch) => plain.push(ch),
            _ => {}
        }
    }
    (plain, true)
}

/// 3个乡镇|、|12个村: what stands before the joint of a list.
fn joint(rest: &str) -> Option<&str> {
    // 321个老旧小区|涉及|4万户: no joint, but a verb.
    let verb = ends_in_reach(rest);
    let joints = ["、", "和", "与", "及", "以及"].iter().filter(|_| !verb);
    joints.filter_map(|word| rest.strip_suffix(word)).min_by_key(|item| item.len())
}

/// An item of a list: 3个乡镇、12个村|获评示范村, 2个国家级、9个省级|产业园.
fn listed(told: &Clauses<'_>, index: usize, item: &str) -> String {
    let item = item.trim_end_matches(['、', '和']);
    let next = &told.figures[index + 1];
    if told.figures[index].quantity.adds_up() != next.quantity.adds_up() {
        return item.to_owned();
    }
    let shared = tail(told, index + 1);
    // 5个220千伏、17个110千伏|输变电项目
    let level = |words: &str| {
        let volts = words.find("千伏").map(|at| at + "千伏".len());
        let level = words.char_indices().take(8).find(|(_, ch)| "级型类".contains(*ch));
        let level = level.or_else(|| {
            words.char_indices().nth(1).filter(|(_, ch)| *ch == '亩' && words.starts_with(['千', '万', '百']))
        });
        volts.or(level.map(|(at, ch)| at + ch.len_utf8()))
    };
    if item.is_empty() || stops(item) || is_act(item) {
        return shared;
    }
    if level(item) == Some(item.len()) {
        return level(&shared).map_or(item.to_owned(), |at| format!("{item}{}", &shared[at..]));
    }
    // 实施3000个老旧小区、120个街区|改造
    let work = [
        "生产基地建设",
        "标准化建设",
        "标准化改造",
        "超低排放改造",
        "节能改造",
        "提质改造",
        "升级改造",
        "改造",
        "建设",
        "整治",
        "治理",
        "修复",
        "提升",
        "更新",
        "搬迁",
        "加装",
        "除险加固",
        "加固",
    ];
    let named = work.iter().chain(&["替换", "置换", "推进"]).any(|work| item.ends_with(work));
    let done = ["全面完成", "全部完成", "基本完成", "完成", "开工", "竣工", ""];
    let bare = done.iter().find_map(|done| shared.strip_suffix(done)).unwrap_or(&shared);
    let base = ["园区", "基地", "园"].iter().any(|base| item.ends_with(base));
    let works = work.iter().find(|work| bare.ends_with(**work) && !named && !(base && work.contains("基地")));
    if let Some(work) = works {
        return format!("{item}{work}{}", &shared[bare.len()..]);
    }
    // 解决24个临电小区和10个合表小区|用电问题
    let end = item.char_indices().rev().nth(1).map_or("", |(at, _)| &item[at..]);
    let asked =
        shared.split_once(end).map(|(_, asked)| asked).filter(|asked| !end.is_empty() && asked.ends_with("问题"));
    if let Some(asked) = asked.filter(|_| !item.ends_with("问题")) {
        return format!("{item}{asked}");
    }
    // 谋划2条外贸、5条内贸|航线
    let length = item.chars().count();
    let alike = shared.char_indices().nth(length).map_or("", |(at, _)| &shared[..at]);
    let kinds = (2..=3).contains(&length) && alike.chars().next_back() == item.chars().next_back() && alike != item;
    let apart = told.figures[index].quantity.unit == next.quantity.unit;
    let pair = kinds && apart && ["贸", "线", "向", "方", "电", "级"].iter().any(|kind| item.ends_with(kind));
    if pair && shared.len() > alike.len() {
        return format!("{item}{}", &shared[alike.len()..]);
    }
    // 4个国铁、8个城际、9个地铁|项目|
    let ends = ["项目", "工程", "线路", "航线"].iter().find(|end| shared.ends_with(**end));
    if let Some(end) = ends.filter(|_| length == 2 && apart && (4..=5).contains(&shared.chars().count())) {
        return format!("{item}{end}");
    }
    // 实施107个老旧小区、6个城中村|提升改造项目
    if let Some(works) =
        works_of(&shared, &work).filter(|_| !named && !item.ends_with("项目") && !item.ends_with("工程"))
    {
        return format!("{item}{works}");
    }
    // 5个县、243个村、44万人|全部脱贫
    let alone = if next.noun.is_empty() { Some(shared.as_str()) } else { shared.strip_prefix(next.noun.as_str()) };
    // 66个项目动工、77个项目投产: each did its own.
    let own = told.figures[index].noun.as_str();
    let done = alone.filter(|_| (own.is_empty() || item == own) && !ends_with_verb(item)).unwrap_or("");
    if done.starts_with('被') || begins_with_verb(done) { format!("{item}{done}") } else { item.to_owned() }
}

/// 城中村|提升改造项目|: the works at the end of an item.
fn works_of<'t>(item: &'t str, work: &[&str]) -> Option<&'t str> {
    let things = ["项目", "工程", "工作", "任务"].iter().find_map(|end| item.strip_suffix(end))?;
    let mut bare = things;
    while let Some(rest) = work.iter().find_map(|work| bare.strip_suffix(work)) {
        bare = rest;
    }
    (bare.len() < things.len() && !bare.is_empty()).then(|| &item[bare.len()..])
}

/// What stands behind a number before another one in the same clause: 25个|项目获2亿元支持. A list goes on with a verb of
/// its own: 3个城市片区、改造4个小区.
fn before_next(rest: &str, clause: &str, figure: &Figure, next: Option<&Figure>) -> String {
    let clause = without_about(clause);
    let noun = figure.noun.as_str();
    // 2473个|申报项目|中有2192个通过审核
    if let Some(all) = ["中有", "中已有", "中已", "中的", "中"].iter().find_map(|word| rest.strip_suffix(word))
    {
        return all.to_owned();
    }
    // 6个全国整治项目|和安居工程2个省级整治项目: what is counted next is of the same kind.
    let last = |words: &str| words.chars().rev().take(2).collect::<String>();
    let kind = next.map_or(String::new(), |next| last(&next.noun));
    let alike = |at: &usize| !kind.is_empty() && last(&rest[..*at]) == kind;
    if let Some(at) = rest.match_indices(['和', '及', '与']).map(|(at, _)| at).find(alike) {
        return rest[..at].to_owned();
    }
    const SHORT: usize = 3;
    let each = |last: &str| ["日均", "月均", "年均", "累计"].iter().any(|each| last.starts_with(each));
    let next_item = |last: &str| last.chars().count() <= SHORT || begins_with_verb(last) || each(last);
    // 20个|国考、省考断面|水质优良比例达100%
    if let Some(at) = rest.find("断面").filter(|_| rest.starts_with("国考、") || rest.starts_with("国控、")) {
        return rest[..at + "断面".len()].to_owned();
    }
    let item = rest.rsplit_once(['、', '，']).filter(|(item, last)| item.chars().count() > 1 && next_item(last));
    if let Some((item, _)) = item {
        return match item.split_once('、') {
            Some((first, others)) if has_digit(others) && !has_digit(first) => first.to_owned(),
            _ => item.to_owned(),
        };
    }
    let clause = clause.split("其中").next().unwrap_or(clause).trim_end_matches(['、', '，']);
    // 10个|先导区|集聚企业超150家
    let alone = next.is_some_and(|next| next.noun.is_empty() && next.counts_things());
    let gathered = ["集聚", "聚集", "吸纳", "入驻"].iter().filter_map(|verb| rest.find(verb)).min();
    let gathered = gathered.filter(|at| *at > 0 && !rest[*at + "集聚".len()..].starts_with('区'));
    if let Some(at) = gathered.filter(|_| alone) {
        return rest[..at].to_owned();
    }
    let done = rest.strip_prefix(noun).unwrap_or(rest);
    // 8所|高校|14个学科入选名单
    if done.is_empty() && !noun.is_empty() {
        return clause.to_owned();
    }
    // 10个|先导区|集聚企业超150家: the next number has its noun before it.
    let money = next.is_some_and(|next| next.quantity.unit.ends_with('元')) && !done.starts_with("完成");
    let counted = next.is_some_and(|next| next.noun.is_empty() && next.quantity.adds_up()) && !money;
    if counted && !noun.is_empty() && !done.is_empty() && !done.starts_with(['获', '得']) {
        // 37个|项目竣工|投产|、其中大项目5个
        let more = done.split(['、', '，']).next().filter(|more| more.len() < done.len() && is_act(more));
        return format!("{noun}{}", more.unwrap_or(""));
    }
    // 40万|毕业生就业率达85%: the rate is of those who are counted.
    let rate = noun.ends_with('率') || noun.ends_with("比例") || noun.ends_with("集中度");
    // 13个|市规模以上工业|增长超过20%: so many places did so.
    let places = noun.starts_with(['市', '县', '区', '省', '镇', '乡', '村']) || noun.starts_with("部门");
    let places = places && noun.chars().count() > 2;
    if places && next.is_some_and(|next| next.quantity.is_percent()) {
        return clause.to_owned();
    }
    // 138个|市县长项目|落地率分别达到62%和41%: the rates are of more than these.
    let apart = noun.ends_with('率') && clause.contains("分别");
    let things = noun.char_indices().rev().nth(2).map(|(at, _)| &noun[..at]);
    if let Some(things) = things.filter(|things| apart && !things.is_empty()) {
        return things.to_owned();
    }
    if (stops(done) || is_measure(done)) && !rate {
        // 14个|重点产业|产值占全部的80%
        let things = ending(MEASURES, noun).map(|word| &noun[..noun.len() - word.len()]);
        let things = things.filter(|things| done.starts_with('占') && things.chars().count() > 1);
        return things.unwrap_or(noun).to_owned();
    }
    clause.to_owned()
}

/// 8个断面|优良率达|95%: what is measured of all that are counted.
fn is_measure(done: &str) -> bool {
    const SHORT: usize = 8;
    if done.starts_with('的') {
        return false;
    }
    let value = |words: &'_ str| ending(BEING, words).filter(|word| word.len() < words.len());
    let mut bare = done;
    while let Some(word) = value(bare) {
        bare = &bare[..bare.len() - word.len()];
    }
    let verb = words(bare).first().is_some_and(|(range, part)| is_verb(&bare[range.clone()], *part));
    // 10个园区|规划面积增加到|152平方公里
    let size = ["面积", "规模", "总投资"].iter().any(|size| bare.ends_with(size));
    // 15个断面|达标率、优良率均达到|100%
    let rates =
        bare.contains('、') && bare.split('、').all(|rate| rate.ends_with('率') && rate.chars().count() <= SHORT);
    rates || MEASURES.iter().any(|word| bare.ends_with(word)) && bare.chars().count() <= SHORT && (size || !verb)
}

fn ends_with_verb(item: &str) -> bool {
    const SHORT: usize = 2;
    let all = words(item);
    let last = all.last().is_some_and(|(range, part)| {
        let word = &item[range.clone()];
        *part == PartOfSpeech::Verb && word.chars().count() == SHORT || is_act(word)
    });
    last && (all.len() > 1 || item.chars().count() == SHORT)
}

/// Whether a stretch begins with a verb or how it is done, and has an object or stands alone.
fn begins_with_verb(text: &str) -> bool {
    let all = ["全部", "均", "都", "已"].iter().find_map(|word| text.strip_prefix(word));
    let text = all.unwrap_or(text);
    let first = words(text).first().is_some_and(|(range, part)| {
        let done = matches!(part, PartOfSpeech::Verb | PartOfSpeech::Modifier | PartOfSpeech::Action);
        done || is_verb(&text[range.clone()], *part)
    });
    first && text.chars().count() > 1
}
