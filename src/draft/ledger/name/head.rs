//! What stands before a number and is left out of the indicator that rules compare: a verb, the first items of a list.

use super::bare::{cut, is_act, is_verb, known_verb};
use super::clause::Clauses;
use super::tail::{SIZES, plain, without_about};
use crate::draft::ledger::indicator::without_lead;
use crate::draft::ledger::words::{COMPARED, ends_in_reach};
use crate::draft::ledger::{Figure, Relation};
use crate::lexicon::words;
use crate::text::han::is_han;

/// Characters up to which the first items of a list are told.
const LONGEST: usize = 64;
/// Characters of a list that the indicator tells.
const TOLD: usize = 8;
/// Characters that are told of the first item of a longer one.
const ITEM: usize = 30;

/// The words of a figure with those before its number that change what it is of. `owns` are those of the figures
/// before.
pub fn with_head(told: &Clauses<'_>, index: usize, owns: &[String], own: String) -> String {
    let own = rank(told, index, own);
    let own = own_verb(told, index, own);
    let own = finished(told, index, done(told, index, own));
    let own = reached(told, index, own);
    let own = first_items(told, index, own);
    let own = with_partner(told, index, own);
    let own = again(told, index, owns, own);
    let own = from_base(told, index, own);
    let own = end(told, index, own);
    let own = compared(told, index, owns, own);
    let own = bound(told, index, owns, own);
    let own = kind(told, index, owns, own);
    share(told, index, own)
}

/// 排名全国第37位，较上年|前进|4位: by how much it moved.
fn rank(told: &Clauses<'_>, index: usize, own: String) -> String {
    const MOVED: [&str; 9] = ["前进", "前移", "上升", "提升", "跃升", "提高", "后移", "下降", "下滑"];
    const PLACES: [&str; 10] = ["全国", "全省", "全市", "全区", "全球", "位居", "位列", "居", "列", "排"];
    let head = told.head(index).trim_end_matches('了');
    let moved = MOVED.iter().find(|word| head.ends_with(**word)).filter(|_| told.figures[index].quantity.unit == "位");
    let Some(word) = moved else { return own };
    // 满意度排名第四，较上年|提升|17位: of the clause before.
    let against = ["较上年", "较去年", "比上年", "比去年", "较上年度", ""];
    let bare = own == *word || against.iter().any(|against| head.strip_prefix(against) == Some(*word));
    let before = told.at(index).checked_sub(1).map(|at| &told.all()[at]);
    let before = before.filter(|before| before.sentence == told.own(index).sentence && bare);
    let before = before.map(|before| without_lead(&plain(&told.text[before.span.range()]).0));
    let of = own.split_once('第').or(before.as_deref().and_then(|before| before.split_once('第')));
    let of = of.map_or("", |(of, _)| PLACES.iter().fold(of, |of, place| of.strip_suffix(place).unwrap_or(of)));
    match of.chars().count() {
        0 | 1 if own.ends_with(*word) => own,
        0 | 1 => format!("{own}{word}"),
        _ => format!("{of}{word}"),
    }
}

/// 新开工160套、|竣工|42套; 新增耕地3万亩、|提质改造|盐碱地14万亩: each has a verb of its own.
fn own_verb(told: &Clauses<'_>, index: usize, own: String) -> String {
    let Some(before) = told.before(index) else { return own };
    let last = &told.figures[before];
    let (head, _) = plain(told.head(index));
    let head = without_about(&head);
    let item = head.strip_prefix(last.noun.as_str()).unwrap_or(head).trim_start_matches(['、', '和', '及', '与', '，']);
    let level = told.figures[index].relation == Relation::Level && told.figures[index].quantity.adds_up();
    if !level || item.is_empty() || own.starts_with(item) {
        return own;
    }
    let verb = known_verb(&own);
    let is_act = |(range, part): &(std::ops::Range<usize>, _)| is_verb(&item[range.clone()], *part);
    let only = known_verb(item) == item || words(item).iter().all(is_act);
    if only && own.ends_with(item) && !verb.is_empty() && own.len() >= verb.len() + item.len() {
        return own[verb.len()..].to_owned();
    }
    let other = known_verb(item);
    let at = own.find(other).filter(|at| !other.is_empty() && *at > 0 && *at <= verb.len());
    at.map_or(own.clone(), |at| own[at..].to_owned())
}

/// 高质量|完成|117项改革任务: those that were completed.
fn done(told: &Clauses<'_>, index: usize, own: String) -> String {
    let noun = told.figures[index].noun.as_str();
    let at = own.find(noun).filter(|_| !noun.is_empty() && told.head(index).ends_with("完成") && !own.contains("完成"));
    at.map_or(own.clone(), |at| format!("{}完成{}", &own[..at], &own[at..]))
}

/// 170个重建项目|已完成|169个: not all of them.
fn finished(told: &Clauses<'_>, index: usize, own: String) -> String {
    let Some(last) = told.before(index).map(|last| &told.figures[last]) else { return own };
    let figure = &told.figures[index];
    let (head, _) = plain(told.head(index));
    let rest = head.strip_prefix(last.noun.as_str()).filter(|_| !last.noun.is_empty() && own.ends_with(&last.noun));
    let rest = rest.map_or("", |rest| rest.trim_end_matches(['达', '到', '为', '近', '超', '约', '了']));
    let verb = ["目前", "中", "已", "有", "全部", "累计", "基本"]
        .iter()
        .fold(rest, |rest, how| rest.strip_prefix(how).unwrap_or(rest));
    let same = last.quantity.unit == figure.quantity.unit && figure.noun.is_empty();
    let act = !verb.is_empty() && (is_act(verb) || known_verb(verb) == verb);
    if same && act && !own.contains(verb) { format!("{own}已{verb}") } else { own }
}

/// 试点|扩大到|29个省, 特产|远销|40个国家: what goes so far.
fn reached(told: &Clauses<'_>, index: usize, own: String) -> String {
    const REACHED: [&str; 12] = [
        "扩大到",
        "扩大至",
        "扩展到",
        "拓展到",
        "拓展至",
        "推广到",
        "推广至",
        "延伸到",
        "延伸至",
        "下沉到",
        "下沉至",
        "覆盖",
    ];
    let noun = told.figures[index].noun.as_str();
    let head = told.head(index).trim_end_matches(['了', '近', '超', '约']);
    // 医保服务|下沉至|所有乡镇|和|1200个村卫生所
    let (bare, _) = plain(head);
    let both = bare.ends_with(['和', '及', '与']) && !bare.contains(['，', '、']) && !ends_in_reach(&bare);
    let first = REACHED.iter().find_map(|word| Some((bare.find(word)?, word))).filter(|(at, _)| both && *at > 0);
    if let Some((at, word)) = first.filter(|(at, _)| own.find(noun) == Some(0) && !noun.is_empty() && *at > 0) {
        return format!("{}{word}{own}", without_lead(&bare[..at]));
    }
    let Some(word) = REACHED.iter().find(|word| head.ends_with(**word) && !own.contains(**word)) else { return own };
    let at = own.find(noun).filter(|at| !noun.is_empty() && *at > 0);
    let stem = word.trim_end_matches(['到', '至']);
    at.map_or(own.clone(), |at| format!("{}{word}{}", own[..at].trim_end_matches(stem), &own[at..]))
}

/// |与|友好城市开展10项合作
fn with_partner(told: &Clauses<'_>, index: usize, own: String) -> String {
    let (head, _) = plain(told.head(index));
    let partner = head.strip_prefix('与').filter(|rest| !own.is_empty() && !rest.is_empty() && own.starts_with(*rest));
    partner.map_or(own.clone(), |_| format!("与{own}"))
}

/// 处分县级干部74人，|处分|乡级干部635人: what was done with things of the same kind.
fn again(told: &Clauses<'_>, index: usize, owns: &[String], own: String) -> String {
    const END: usize = 2;
    let Some(last) = index.checked_sub(1) else { return own };
    let (before, figure) = (&told.figures[last], &told.figures[index]);
    let level = |figure: &Figure| figure.relation == Relation::Level && figure.quantity.adds_up();
    let verb = known_verb(&owns[last]);
    let end = own.char_indices().rev().nth(END - 1).map(|(at, _)| &own[at..]);
    let same = before.quantity.unit == figure.quantity.unit && level(before) && level(figure);
    let next = told.at(last) + 1 == told.at(index) && told.own(last).sentence == told.own(index).sentence;
    let noun = words(&own).iter().all(|(range, part)| !is_verb(&own[range.clone()], *part));
    // 新增床位600张，|千人均床位|5张: how many there are for each.
    let each = own.starts_with('每') || own.chars().take(3).any(|ch| ch == '均');
    let whole = plain(told.head(index)).0 == own && noun && !own.contains(verb) && !each;
    // 新创建示范店150家，|示范药店|100家
    let alike = verb.starts_with('新') && own.chars().next_back() == owns[last].chars().next_back();
    // 修缮甲路等13条|主干道|路面，乙路等18条|主干道|人行道
    let begins = |noun: &str| noun.chars().take(END).collect::<String>();
    let thing =
        !before.noun.is_empty() && before.noun.chars().count() > END && begins(&before.noun) == begins(&figure.noun);
    let alike = alike || thing;
    let kind = alike || end.is_some_and(|end| owns[last].ends_with(end));
    let carried = same && next && kind && whole && !verb.is_empty() && owns[last].len() > verb.len();
    if carried { format!("{verb}{own}") } else { own }
}

/// 起征点从月销售额|10万元|提高到15万元: with what it is measured by.
fn from_base(told: &Clauses<'_>, index: usize, own: String) -> String {
    const LONGEST: usize = 6;
    // 补助标准提高到|小学|750元
    const WHOSE: [&str; 8] = ["小学", "初中", "高中", "城市", "城镇", "农村", "小学生", "初中生"];
    let raised = own.split_once("提高到").filter(|(thing, whose)| WHOSE.contains(whose) && thing.ends_with("标准"));
    if let Some((thing, whose)) = raised {
        return format!("{thing}（{whose}）");
    }
    if !told.own(index).figures.contains(&index) || !own.contains('从') {
        return own;
    }
    let Some((thing, by)) = own.rsplit_once('从') else { return own };
    let short = (1..=LONGEST).contains(&by.chars().count()) && thing.chars().count() > 2;
    let measure =
        ["额", "价", "率", "标准", "价格", "水平"].iter().any(|end| by.ends_with(end)) || by.starts_with('每');
    if short && measure { format!("{thing}（{by}）") } else { own }
}

/// 给予最高|500万元|补助, 标准由人均|25元|提高到30元: a most, or a sum for each.
pub fn limited(told: &Clauses<'_>, index: usize, owns: &[String], own: String) -> String {
    if own.is_empty() || !told.figures[index].quantity.unit.ends_with('元') {
        return own;
    }
    let head = told.head(index);
    let head = ["现在的", "目前的"].iter().find_map(|now| head.strip_suffix(now)).unwrap_or(head);
    let each = [
        "最高",
        "人均每月",
        "人均每年",
        "人均",
        "每人每年",
        "每人每月",
        "每生每年",
        "每生每月",
        "每户每年",
        "每户每月",
        "每亩每年",
        "每孩每年",
        "每人每天",
        "每月",
        "每年",
    ];
    let word = each.into_iter().find(|word| head.ends_with(word) && !own.contains(*word));
    if let Some(word) = word {
        return format!("{own}（{word}）");
    }
    // 由每人每月50元提高到|60元
    let raised = told.before(index).is_some() && ["到", "至"].iter().any(|word| head.ends_with(word));
    let last = index.checked_sub(1).and_then(|last| owns.get(last)).filter(|_| raised);
    let same = last.filter(|last| each.iter().any(|word| **last == format!("{own}（{word}）")));
    same.cloned().unwrap_or(own)
}

/// 加上级补助收入|等|8亿元, 编制绩效|目标|176个, |控制在|限额9亿元内
fn end(told: &Clauses<'_>, index: usize, own: String) -> String {
    let quantity = &told.figures[index].quantity;
    // 比例高于省定|目标|14个百分点
    const SET: [&str; 5] = ["省定", "国家", "预期", "控制", "年度"];
    let goal = told.head(index).ends_with("目标") && SET.iter().any(|set| own.ends_with(set));
    if goal && COMPARED.iter().any(|word| own.contains(word)) {
        return format!("{own}目标");
    }
    let own = own.strip_prefix("控制在").filter(|rest| !rest.is_empty()).map_or(own.clone(), str::to_owned);
    let head = told.head(index).trim_end_matches(['共', '计', '合']);
    // 甲高速改扩建|等|4条建成通车
    let counted = told.figures[index].counts_things() && told.figures[index].noun.is_empty();
    let counted = head.strip_suffix('等').filter(|_| counted);
    let things = counted.map(without_lead).filter(|things| things.chars().count() > 2);
    if let Some((things, rest)) = things.as_deref().and_then(|things| Some((things, own.strip_prefix(things)?))) {
        return if rest.starts_with(is_han) { format!("{things}等{rest}") } else { own };
    }
    let last = if head.ends_with('等') && quantity.unit.ends_with('元') {
        "等"
    } else if head.ends_with("目标") && quantity.adds_up() && matches!(quantity.unit, "个" | "项") {
        "目标"
    } else {
        return own;
    };
    let bare = head.strip_suffix(last).unwrap_or(head);
    let tail = own.char_indices().rev().nth(1).map_or(own.as_str(), |(at, _)| &own[at..]);
    if !own.is_empty() && bare.ends_with(tail) { format!("{own}{last}") } else { own }
}

/// A long list of what was counted together, from its first item.
fn first_items(told: &Clauses<'_>, index: usize, own: String) -> String {
    const ENOUGH: usize = 4;
    let (head, _) = plain(told.head(index));
    let apart = told.before(index).is_none() && !told.is_joined(index) && !head.contains("分别");
    let followed = index + 1 < told.figures.len() && told.is_joined(index + 1);
    if !apart || followed || head.chars().count() <= TOLD {
        return own;
    }
    // 建设甲电站、乙管道和|15个|电网项目: the others are not counted.
    let reach = ends_in_reach(&head);
    if head.ends_with(['和', '与', '及']) && !reach && !told.figures[index].noun.is_empty() {
        let verb = known_verb(without_lead(&head).as_str()).to_owned();
        // 居民以及|24所|学校受益
        let noun = own.find(told.figures[index].noun.as_str()).unwrap_or(0);
        let joined = own[..noun].ends_with(['和', '与', '及', '、']);
        let own = if joined { own[noun..].to_owned() } else { own };
        return if own.starts_with(&verb) { own } else { format!("{verb}{own}") };
    }
    // 甲新线、乙集团|5万吨|苹果酸等项目: the size of one of them.
    let size = SIZES.iter().any(|unit| told.figures[index].quantity.unit.ends_with(unit));
    if size
        && own.ends_with("项目")
        && told.text[told.figures[index].quantity.span.end..].chars().take(40).any(|ch| ch == '等')
    {
        return own;
    }
    let start = own.char_indices().nth(ENOUGH).map_or(own.len(), |(at, _)| at);
    let verb = !known_verb(&own).is_empty() && head.chars().count() <= ITEM;
    let lost = head.find(&own[..start]).map(|at| &head[..at]).filter(|lost| lost.ends_with(['、', '和']) && !verb);
    let Some(lost) = lost else { return own };
    let lost = without_lead(lost);
    let whole = format!("{lost}{own}");
    if whole.chars().count() <= LONGEST {
        return whole;
    }
    let first = lost.split('、').next().unwrap_or("");
    if first.is_empty() { own } else { format!("{}、…、{own}", cut(first, ITEM)) }
}

/// 进出口增长9%，|高出全省|3个百分点: what is higher.
fn compared(told: &Clauses<'_>, index: usize, owns: &[String], own: String) -> String {
    let figure = &told.figures[index];
    // 投资增长6.8%，增速高于全省9.7个百分点，|占全省比重|35%: a share of the thing, not of its growth.
    let share = own.find('占').filter(|_| figure.quantity.is_percent() && own.starts_with("增速"));
    let share = share.filter(|at| COMPARED.iter().any(|word| own[..*at].contains(word)));
    if let Some(at) = share {
        let sentence = told.own(index).sentence;
        let mut near = (0..index).rev().take_while(|other| told.own(*other).sentence == sentence);
        let grown = near.find(|other| {
            let other = &told.figures[*other];
            other.relation == Relation::Change && other.quantity.is_percent() && !other.subject.starts_with("增速")
        });
        return grown.map_or(own.clone(), |grown| format!("{}{}", told.figures[grown].subject, &own[at..]));
    }
    let subject = figure.subject.as_str();
    let rest = own.strip_prefix(subject).filter(|rest| !subject.is_empty() && !rest.is_empty()).unwrap_or(&own);
    // 比全国平均水平|高|2个百分点
    let rest = if own.starts_with(['比', '较']) { &own } else { rest };
    let bare = COMPARED.iter().chain(&["高出", "超出"]).any(|word| rest.starts_with(word))
        || rest.starts_with(['比', '较']) && rest.ends_with(['高', '低', '快', '慢']);
    if !bare || figure.quantity.unit == "倍" {
        return own;
    }
    let sentence = told.own(index).sentence;
    let near = |other: &usize| told.own(*other).sentence == sentence;
    let rate =
        |figure: &Figure| matches!(figure.relation, Relation::Change | Relation::Share) && !figure.quantity.adds_up();
    let joined = told.is_joined(index);
    let same = |other: &Figure| own.starts_with(rest) || other.subject == subject;
    // 投资增长11%、零售额增长10%，分别高出计划|1个|、0.3个百分点: each is of one of them.
    let run = 1 + (index + 1..told.figures.len()).take_while(|next| told.is_joined(*next)).count();
    let each = told.head(index).starts_with("分别") && run > 1;
    let first = index.checked_sub(run).filter(|first| each && (*first..index).all(|other| rate(&told.figures[other])));
    if let Some(first) = first.filter(|first| near(first)) {
        return format!("{}{rest}", owns[first]);
    }
    let fits =
        |other: &usize| rate(&told.figures[*other]) && same(&told.figures[*other]) && (!joined || *other + 1 < index);
    let of = (0..index).rev().take_while(near).find(fits);
    // 低于控制|目标|0.7个百分点
    let goal = told.head(index).ends_with("目标") && !rest.ends_with("目标");
    let own = of.map_or(own.clone(), |of| format!("{}{rest}", owns[of]));
    if goal { format!("{own}目标") } else { own }
}

/// 产值超10亿元的企业20家，|超50亿元的|5家: the same things above another bound.
fn bound(told: &Clauses<'_>, index: usize, owns: &[String], own: String) -> String {
    let (head, _) = plain(told.head(index));
    let head = head.trim_start_matches(['其', '中']).trim_end_matches(['有', '达', '到']);
    let over = ["超过", "超", "过", "突破"].iter().find(|over| head.starts_with(**over));
    let digit = head.contains(|ch: char| ch.is_ascii_digit());
    let Some(over) = over.filter(|_| digit && head.ends_with("元的") && told.figures[index].noun.is_empty()) else {
        return own;
    };
    let Some(last) = index.checked_sub(1).and_then(|last| owns.get(last)) else { return own };
    let (measure, things) = last.find(['超', '过']).zip(last.rfind('的')).unwrap_or((0, 0));
    if things <= measure {
        own
    } else {
        format!("{}{over}{}{}", &last[..measure], &head[over.len()..], &last[things + '的'.len_utf8()..])
    }
}

/// 惠及350万家|企业|、2700万人: people are no enterprises. 旅游接待人数、|总收入|分别增长7%、10%: of tourism.
fn kind(told: &Clauses<'_>, index: usize, owns: &[String], own: String) -> String {
    let Some(last) = told.before(index).filter(|_| told.gap(index).is_some_and(|gap| gap.contains(['、', '和'])))
    else {
        return own;
    };
    let (before, figure) = (&told.figures[last], &told.figures[index]);
    let people = matches!(figure.quantity.unit, "人" | "人次" | "户") && figure.noun.is_empty();
    let other = before.quantity.unit != figure.quantity.unit && !before.noun.is_empty();
    if let Some(verb) = own.strip_suffix(before.noun.as_str()).filter(|verb| people && other && !verb.is_empty()) {
        return verb.to_owned();
    }
    // 道路交通事故数、|亡人数|分别下降6%、26%
    let dead = ["亡人数", "死亡人数", "受伤人数"].iter().any(|measure| own.starts_with(measure));
    if let Some(at) = owns[last].find("事故").filter(|_| dead) {
        return format!("{}{own}", &owns[last][..at + "事故".len()]);
    }
    // 资金支持项目145个、|企业|120家
    let verb = ["支持", "惠及", "帮助", "服务", "带动", "培育"].iter().find(|verb| owns[last].contains(**verb));
    if let Some(verb) = verb.filter(|_| ["企业", "项目", "群众", "农户", "单位"].contains(&own.as_str())) {
        return format!("{verb}{own}");
    }
    let bare = ["总收入", "人数", "人次", "总花费"].iter().any(|measure| own.starts_with(measure));
    let first = words(&owns[last]).first().map(|(range, _)| range.end);
    let first = first.filter(|end| bare && told.is_joined(index) && *end > "旅".len());
    first.map_or(own.clone(), |end| format!("{}{own}", &owns[last][..end]))
}

/// 煤炭先进产能|占到|88%: a share without what it is a share of.
fn share(told: &Clauses<'_>, index: usize, own: String) -> String {
    let percent = told.figures[index].quantity.is_percent();
    if percent && own.ends_with('占') && own.chars().count() > 2 { format!("{own}比") } else { own }
}
