//! What a list tells once before its first item or behind its last: 国家级绿色工厂5家、|绿色园区|2个; |省定|和市定贫困村.

use super::bare::known_verb;
use super::clause::Clauses;
use super::tail::plain;

/// Words that more than one item of a list begins with, behind what all of them are told by.
#[rustfmt::skip]
const SHARED: [&str; 16] = [
    "示范", "绿色", "美丽", "和美", "重点", "特色", "精品", "标准化", "数字", "智能", "智慧", "生态", "旅游", "文明", "龙头", "创新",
];
/// Levels that an item tells of itself.
const LEVELS: [&str; 8] = ["国家", "全国", "省", "市", "县", "区", "州", "级"];

/// The name of a figure with what its list tells once. `names` are those of the figures before.
pub fn with_modifier(told: &Clauses<'_>, index: usize, names: &[String], name: String) -> String {
    let name = of_level(told, index).filter(|whole| whole.starts_with(name.as_str())).unwrap_or(name);
    let last = told.before(index).map(|last| names[last].as_str());
    let Some(last) = last.filter(|_| told.gap(index).is_some_and(|gap| gap.starts_with(['、', '和']))) else {
        return name;
    };
    let name = with_bracket(last, &name).unwrap_or(name);
    let name = with_place(told, index, last, &name).unwrap_or(name);
    modified(told, index, last, &name).unwrap_or(name)
}

/// 市区污水和垃圾处理率分别提高到75%和|100%|: of the same place.
fn with_place(told: &Clauses<'_>, index: usize, last: &str, name: &str) -> Option<String> {
    const PLACES: [&str; 6] = ["市区", "城区", "主城区", "中心城区", "县城", "市中心城区"];
    let place = PLACES.iter().find(|place| last.starts_with(**place) && !name.contains("区"))?;
    let alike = last.chars().next_back() == name.chars().next_back()
        && !["全", "村", "乡", "镇", "县", "农"].iter().any(|other| name.starts_with(other));
    (told.is_joined(index) && alike).then(|| format!("{place}{name}"))
}

/// 建成国家级绿色工厂5家、|绿色园区|2个
fn modified(told: &Clauses<'_>, index: usize, last: &str, name: &str) -> Option<String> {
    /// Characters of what stands before the shared word.
    const MODIFIER: std::ops::RangeInclusive<usize> = 2..=10;
    let head = plain(told.head(index)).0;
    let item = head.trim_start_matches(['、', '和']);
    let verb = name.strip_suffix(item).filter(|_| !item.is_empty())?;
    let shared = SHARED.iter().find(|word| item.starts_with(**word) && item.len() > word.len())?;
    let thing = last.strip_prefix(verb)?;
    let modifier = &thing[..thing.find(shared).filter(|at| *at > 0)?];
    let plain = !modifier.contains(['、', '，', '（', '：', '的', '等']) && known_verb(modifier).is_empty();
    // 市级合作示范社20家、示范家庭农场8家: each is of its own.
    let length = |words: &str| words.chars().count();
    let alike = length(&thing[modifier.len()..]).abs_diff(length(item)) <= 2;
    let plain = plain && alike && !["产业", "合作社", "企业"].iter().any(|end| modifier.ends_with(end));
    let own = LEVELS.iter().any(|level| item.starts_with(level));
    (plain && !own && MODIFIER.contains(&modifier.chars().count())).then(|| format!("{verb}{modifier}{item}"))
}

/// 新（改）建农贸市场14个、|公厕|65座: both verbs.
fn with_bracket(last: &str, name: &str) -> Option<String> {
    const NEAR: usize = 4;
    let (open, close) = (last.find('（')?, last.find('）')? + '）'.len_utf8());
    let near = last[..open].chars().count() <= NEAR && open < close;
    let behind = last[close..].chars().next().filter(|_| near && open > 0)?;
    let rest = name.strip_prefix(&last[..open])?.strip_prefix(behind)?;
    Some(format!("{}{behind}{rest}", &last[..close]))
}

/// |88个省定|和35个市定贫困村退出: of the things that the last item names.
fn of_level(told: &Clauses<'_>, index: usize) -> Option<String> {
    const ENDS: [char; 5] = ['定', '列', '级', '属', '管'];
    let (figure, next) = (&told.figures[index], told.figures.get(index + 1)?);
    let gap = told.text.get(figure.quantity.span.end..next.start())?;
    let own = gap.strip_suffix(['和', '、', '及'])?;
    let level = |words: &str| words.chars().count() == 2 && words.ends_with(ENDS);
    if !level(own) {
        return None;
    }
    let behind = plain(told.text.get(next.quantity.span.end..told.own(index).span.end)?).0;
    let second = behind.char_indices().nth(2).map(|(at, _)| at)?;
    let things = behind[second..].split(['、', '，']).next()?;
    let same = figure.quantity.unit == next.quantity.unit && level(&behind[..second]);
    let listed = told.gap(index).is_some_and(|gap| gap.ends_with('、'));
    let begins = (listed || told.head(index).is_empty()) && !things.contains(|ch: char| ch.is_ascii_digit());
    (same && begins && things.chars().count() > 1).then(|| format!("{own}{things}"))
}
