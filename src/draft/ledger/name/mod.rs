//! What a figure is called on the check sheet, where it stands without its sentence.
//!
//! The indicator that rules compare is as short as it can be. A row needs more: what was done with the things counted
//! ([`tail`]: 企业获评绿色工厂), what its list tells once ([`list`]), whether it is a rate, a multiple or a plan
//! ([`amount`]), what a bare measure is of ([`context`]: 社会保险：参保人数, with words from where [`subject`] finds
//! them), and of what whole it is a part ([`part`]: 预算收入其中税收收入). Words of the items beside it go
//! ([`neighbour`]), and those that were told only for others ([`alone`]). All are taken from the text as it is, so
//! that a long name is better than a wrong one. Words are told by the dictionary, which is loaded with the first row;
//! rules do without.

mod account;
mod alone;
mod amount;
mod bare;
mod behind;
mod bracket;
mod carried;
mod clause;
mod context;
mod each;
mod fit;
mod given;
mod head;
mod list;
mod modifier;
mod neighbour;
mod part;
mod preposition;
mod several;
mod size;
mod stray;
mod subject;
mod tail;
mod topic;
mod verbatim;
mod zone;

use super::Figure;
use clause::Clauses;
use list::Items;

/// Most figures that are named together. The longest paragraph of 254 published reports has 72; one of thousands is no
/// prose, and the words of a figure are looked for among all those named with it.
const TOGETHER: usize = 200;

/// The names of all figures of a text, in their order.
pub fn names(text: &str, figures: &[Figure]) -> Vec<String> {
    if figures.len() <= TOGETHER {
        return together(text, figures);
    }
    let mut start = 0;
    let mut names = Vec::with_capacity(figures.len());
    for (chunk, first) in figures.chunks(TOGETHER).zip((0..).step_by(TOGETHER)) {
        let end = figures.get(first + chunk.len()).map_or(text.len(), Figure::start);
        let moved: Vec<Figure> = chunk.iter().map(|figure| figure.moved(-(start as isize))).collect();
        names.extend(together(&text[start..end], &moved));
        start = chunk.last().map_or(end, |figure| figure.quantity.span.end);
    }
    names
}

fn together(text: &str, figures: &[Figure]) -> Vec<String> {
    let told = Clauses::of(text, figures);
    let mut owns: Vec<String> = Vec::with_capacity(figures.len());
    for index in 0..figures.len() {
        let own = amount::with_amount(&told, index, tail::with_tail(&told, index));
        let own = amount::yearly(&told, index, owns.last(), own);
        let own = amount::like_last(&told, index, owns.last(), own);
        let own = amount::daily(&told, index, owns.last(), own);
        let own = inside(&told, index, owns.last(), own);
        let own = Items { told: &told, owns: &owns }.shared(own);
        let own = amount::each_kind(&told, index, own);
        let own = head::with_head(&told, index, &owns, own);
        let own = stray::without(&told, index, neighbour::without(&told, index, own));
        let own = preposition::with_preposition(&told, index, own);
        let own = several::of_all(&told, index, &owns, own);
        let own = bracket::with_all_listed(&told, index, own);
        let own = bracket::with_brackets(&told, index, stray::without_span(stray::without_basis(own)));
        owns.push(super::indicator::balanced(&own));
    }
    let owns = owns.into_iter().enumerate().map(|(index, own)| alone::alone(&told, index, own)).collect();
    let mut names: Vec<String> = Vec::with_capacity(figures.len());
    for (index, name) in context::named(&told, owns).into_iter().enumerate() {
        let name = verbatim::whole(&told, index).unwrap_or_else(|| amount::based(&told, index, name));
        let name = name.strip_suffix("：的比例").map_or(name.clone(), str::to_owned);
        let name = head::limited(&told, index, &names, name);
        let name = modifier::with_modifier(&told, index, &names, name);
        let name = given::with_what(&told, index, &names, name);
        let name = carried::with_common(&told, index, &names, name);
        let name = part::with_whole(&told, index, &names, name);
        let name = each::with_each(&told, index, name);
        // 三次产业比调整为|2005年的|8:44:48
        let name = name.replace("比的比例（", "比（");
        let name = counted(&told, index, name);
        // 省重点项目|分别|完成年度计划投资: what it is of stands before it by now.
        let name = if name.contains('“') { name } else { name.replace("分别", "") };
        // | 加装电梯 | 住建局 | 完成加装电梯154部: the cells before tell of other things.
        let name = name.rsplit('|').next().filter(|cell| cell.chars().count() > 1).map_or(name.clone(), str::to_owned);
        let name = behind::without(&told, index, name);
        let name = alone::used(&told, index, size::sized(&told, index, name));
        names.push(zone::of_part(&told, index, name));
    }
    names
}

/// 584件|积案化解率达99.7%|, 5个|基地、一批项目|: what is counted, and not what is told of it or what is not counted.
fn counted(told: &Clauses<'_>, index: usize, name: String) -> String {
    const WORKS: [&str; 5] = ["改造", "建设", "整治", "治理", "提升"];
    let figure = &told.figures[index];
    let noun = figure.noun.as_str();
    let end = name.find(noun).filter(|_| figure.counts_things() && !noun.is_empty()).map(|at| at + noun.len());
    let rest = end.map_or("", |end| &name[end..]);
    // 34件|政协提案|办理率、满意率均达100%
    let replied = ["办理率", "办复率", "办结率", "满意率"].iter().filter_map(|rate| name.find(rate)).min();
    if let Some(at) = replied.filter(|at| figure.counts_things() && name[..*at].ends_with("提案")) {
        return name[..at].to_owned();
    }
    let rate = rest.split_once("率达").is_some_and(|(_, rest)| rest.starts_with(|ch: char| ch.is_ascii_digit()));
    // 13条|重点产业链|和“5+5”产业集群
    let numbered = rest.strip_prefix("和“").is_some_and(|rest| rest.starts_with(|ch: char| ch.is_ascii_digit()));
    let others = ["、一批", "和一批", "及一批"].iter().any(|others| rest.starts_with(others));
    let behind = told.text[figure.quantity.span.end..].strip_prefix(noun).unwrap_or("");
    let listed = behind.starts_with('、') && ["项目", "工程", "任务"].iter().any(|end| noun.ends_with(end));
    // 3个|贫困县摘帽|和剩余的3个贫困村出列: the others have a number of their own.
    let own = told.figures.get(index + 1).filter(|next| figure.counts_things() && next.counts_things());
    let gap = own.and_then(|next| told.text.get(figure.quantity.span.end..next.start())).unwrap_or("");
    let first = gap.rsplit_once('和').map(|(first, _)| first).filter(|first| first.chars().count() > 3);
    let cut = first.and_then(|first| Some(name.find(first)? + first.len()));
    if let Some(end) = cut.filter(|end| {
        !gap.contains(['，', '。', '；', '、']) && name[*end..].starts_with('和') && !name[*end..].starts_with("和美")
    }) {
        return name[..end].to_owned();
    }
    match end {
        // 72个|治理项目|、8313户清洁取暖改造: that is done with the others.
        Some(end) if listed && WORKS.contains(&rest) => name[..end].to_owned(),
        Some(end) if rate || others || numbered => name[..end].to_owned(),
        _ => name,
    }
}

/// 25个项目获|21亿元|支持: the words of the number before say all of this one too.
fn inside(told: &Clauses<'_>, index: usize, last: Option<&String>, own: String) -> String {
    let figure = &told.figures[index];
    let number = &told.text[figure.start()..figure.quantity.span.end];
    let listed = told.gap(index).is_some_and(|gap| gap.contains(['、', '和']));
    let together = told.before(index).is_some() && !listed;
    // 派出7批次|49名|医务人员支援
    if let Some(last) =
        last.filter(|last| told.gap(index) == Some("") && !own.is_empty() && last.ends_with(own.as_str()))
    {
        return last.clone();
    }
    // 汇集31个|部门|351类数据
    let noun = index.checked_sub(1).map_or("", |last| told.figures[last].noun.as_str());
    let adjacent = told.gap(index).is_some_and(|gap| gap.trim() == noun && !noun.is_empty() && noun != "领域");
    if let Some(last) = last.filter(|last| adjacent && own.chars().count() == 2 && last.ends_with(own.as_str())) {
        return last.replacen(number, "", 1);
    }
    // 给予最高500万元和|300万元|补助
    let money = figure.quantity.unit.ends_with('元') && told.is_joined(index) && own == figure.noun;
    if let Some(last) = last.filter(|last| money && last.contains(own.as_str()) && !own.is_empty()) {
        return last.clone();
    }
    // 平台为3万家|企业解决融资|超过80亿元: all of the words before say what it is.
    let gap = told.gap(index).unwrap_or("");
    let same = |last: &&String| {
        let noun = told.figures[index - 1].noun.as_str();
        !noun.is_empty() && own.starts_with(noun) && last.ends_with(own.as_str())
    };
    if let Some(last) = last.filter(|last| together && !gap.contains(['，', '、']) && same(last)) {
        return last.clone();
    }
    let Some(around) = last.filter(|last| together && last.contains(number)) else { return own };
    // 总投资（|7个|项目列入规划）
    if let Some((_, things)) = around.split_once(&format!("（{number}")) {
        return things.trim_end_matches('）').to_owned();
    }
    // 8个市|44个|县摘帽: the places between are those of the number before.
    let places = |gap: &str| ["市", "县", "区", "州", "镇", "乡", "村", "省"].contains(&tail::plain(gap).0.as_str());
    if figure.quantity.adds_up() && told.gap(index).is_some_and(places) {
        return own;
    }
    let around = around.replacen(number, "", 1);
    let around = ["以上", "以内", "左右"].iter().find_map(|word| around.strip_suffix(word)).unwrap_or(&around);
    let around = around.trim_end_matches(['达', '到', '为', '约', '近', '超', '过', '均', '都']);
    if around.contains(own.as_str()) && !own.is_empty() { around.to_owned() } else { own }
}
