//! Which quantities of a text are figures.

use crate::syntax::{Decimal, Quantity, Span};
use crate::text::han::{is_han, is_space};

/// Units of dates, ranks and sizes, whose numbers say what kind of thing is meant.
const NO_FIGURES: [&str; 11] = ["年", "月", "日", "号", "届", "周年", "大", "度", "岁", "千伏", "分"];
/// Units that may stand before a noun as a size: 15分钟生活圈.
const SIZES: [&str; 8] = ["分钟", "小时", "个小时", "个月", "米", "天", "克", "期"];
/// Least Chinese number that is a figure: 三项制度 is none, 三十五项 is.
const CHINESE: i64 = 10;

/// A quantity that is a figure.
#[derive(Debug, Clone)]
pub struct Chosen {
    /// With the unit of the number behind it, where it is written only there: 一般0.4、专项20.8亿元.
    pub quantity: Quantity,
    /// 万 or 亿 and the measure word, its own or lent.
    pub unit: Span,
    /// The lower number of a range: 3 of 3—5家.
    pub low: Option<Quantity>,
}

impl Chosen {
    /// First byte of its digits, those of a lower number included.
    pub fn start(&self) -> usize {
        self.low.as_ref().map_or(self.quantity.number.start, |low| low.number.start)
    }
}

/// The figures among the quantities.
pub fn figures(text: &str, quantities: &[Quantity]) -> Vec<Chosen> {
    let chosen = |(index, quantity): (usize, &Quantity)| {
        let figure =
            if quantity.arabic { is_figure(text, quantities, index) } else { is_chinese_figure(text, quantity) };
        // 6%—6.5%: one figure of two numbers.
        let lower = quantities.get(index + 1).is_some_and(|next| is_range(text, quantity, next));
        (figure && !lower).then(|| {
            let lender = lender(text, quantities, index);
            let before = index.checked_sub(1);
            let both = before.map(|low| &quantities[low]).filter(|low| is_range(text, low, quantity));
            let low = before.filter(|low| !is_figure(text, quantities, *low));
            let low = low.map(|low| &quantities[low]).filter(|low| is_lower(text, low, quantity)).or(both);
            let low = low.map(|low| lent(low, quantity));
            let from = lender.unwrap_or(quantity);
            let unit = Span::new(from.number.end, from.span.end);
            let quantity = lender.map_or_else(|| quantity.clone(), |lender| lent(quantity, lender));
            Chosen { quantity: signed(text, quantity), unit, low }
        })
    };
    quantities.iter().enumerate().filter_map(chosen).collect()
}

/// 增长-2.6%: with its sign.
fn signed(text: &str, quantity: Quantity) -> Quantity {
    let before = text[..quantity.number.start].strip_suffix(['-', '－', '−']).unwrap_or("");
    match quantity.is_percent() && before.ends_with(['长', '速', '幅', '率', '为', '成']) {
        true => Quantity { value: Decimal::ZERO - quantity.value, ..quantity },
        false => quantity,
    }
}

/// A number with the unit of another.
fn lent(quantity: &Quantity, lender: &Quantity) -> Quantity {
    let one = quantity.factor == Decimal::from_int(1);
    let factor = if one { lender.factor } else { Decimal::from_int(1) };
    let times = |value: Decimal| value.times(factor).unwrap_or(value);
    Quantity {
        value: times(quantity.value),
        step: times(quantity.step),
        factor: if one { factor } else { quantity.factor },
        unit: lender.unit,
        ..quantity.clone()
    }
}

/// 6%—|6.5%: whether two numbers with one unit are the ends of a range.
fn is_range(text: &str, low: &Quantity, high: &Quantity) -> bool {
    let gap = text.get(low.span.end..high.number.start).map_or("", str::trim);
    let dash = matches!(gap, "-" | "—" | "―" | "－" | "–" | "～" | "~" | "——") && low.arabic;
    // 四千万亩到五千万亩; 由40%到50% is a change.
    let clause = text[..low.number.start].rsplit(['，', '。', '；', '、']).next().unwrap_or("");
    let words = matches!(gap, "到" | "至") && low.arabic == high.arabic && !clause.contains(['由', '从', '自']);
    // 2000亿—4000亿元
    let one = low.factor == Decimal::from_int(1);
    let lent = dash && low.unit.is_empty() && !one && low.factor == high.factor && !high.unit.is_empty();
    let same = !low.unit.is_empty() && low.unit == high.unit;
    ((dash || words) && same || lent) && low.value < high.value
}

/// 3—|5家: whether a number is the lower one of a range.
fn is_lower(text: &str, low: &Quantity, quantity: &Quantity) -> bool {
    let gap = text.get(low.span.end..quantity.number.start).map_or("", str::trim);
    let dash = matches!(gap, "-" | "—" | "―" | "－" | "–" | "～" | "~" | "至" | "——");
    let words = !low.arabic && !quantity.arabic && matches!(gap, "至" | "到");
    (dash && low.arabic || words) && low.unit.is_empty() && low.number.end == low.span.end
}

fn is_chinese_figure(text: &str, quantity: &Quantity) -> bool {
    // 九亿多人口的大国
    if quantity.unit.ends_with('人') && text[quantity.span.end..].starts_with('口') {
        return false;
    }
    // 据十二个省的统计
    let sources = ["省", "市", "县", "地区", "企业", "部门"];
    if text[..quantity.number.start].ends_with('据')
        && sources.iter().any(|of| text[quantity.span.end..].starts_with(of))
    {
        return false;
    }
    // 九万里风鹏正举
    if quantity.unit == "里" {
        return false;
    }
    // 十二届十四次全会 is a name.
    let session = quantity.unit == "次"
        && ["全会", "会议", "全体", "党代会", "代表大会"]
            .iter()
            .any(|word| text[quantity.span.end..].starts_with(word));
    // 十次、十一次全会
    let near: String = text[quantity.span.end..].chars().take(8).collect();
    let session = session || quantity.unit == "次" && near.starts_with(['、', '和']) && near.contains("全会");
    // 办好“十件实事”
    let (before, behind) = (&text[..quantity.number.start], &text[quantity.span.end..]);
    let quoted =
        |far: usize| before.char_indices().rev().take(far).take_while(|(_, ch)| *ch != '”').any(|(_, ch)| ch == '“');
    // “一核三带|十片|”, “三百米见绿、|五百米|见园”
    let open = quoted(8);
    let slogan = quantity.unit == "米" && quoted(12) && is_quoted(behind);
    let named = slogan
        || is_title(before)
        || before.ends_with(['“', '‘']) && is_quoted(behind)
        || open && behind.starts_with('”')
        || is_policy(before, behind, quantity);
    // 前十一个月
    let months = before.ends_with('前') && quantity.unit == "个月";
    // 中央八项规定、省委十项规定
    let rules =
        behind.starts_with("规定") && quantity.unit == "项" || behind.starts_with("纲要") && quantity.unit == "条";
    let rules = rules || behind.starts_with("方面") && quantity.unit == "个";
    // 九亿多人民
    let people = quantity.unit.ends_with('人') && behind.starts_with('民');
    quantity.value >= Decimal::from_int(CHINESE)
        && !people
        && !is_announced(before, behind)
        && quantity.adds_up()
        && quantity.unit != "期"
        && !session
        && !named
        && !rules
        && !months
        && !is_threshold(text, quantity)
}

fn is_figure(text: &str, quantities: &[Quantity], index: usize) -> bool {
    let quantity = &quantities[index];
    let before = text[..quantity.number.start].trim_end_matches(is_space);
    let behind = &text[quantity.span.end..];
    // 8、尿毒症等8类大病: the number of a note.
    let begins = before.is_empty() || before.ends_with(['。', '；', ']', '］']);
    if begins && quantity.unit.is_empty() && behind.starts_with(['、', '．']) {
        return false;
    }
    // 20.10个项目: note 20, and ten projects.
    let one = quantity.factor == Decimal::from_int(1);
    let counted = matches!(quantity.unit, "个" | "项" | "条" | "家" | "大" | "类");
    if before.is_empty() && quantity.places > 0 && one && counted || is_title(before) {
        return false;
    }
    // 13亿人民
    if quantity.unit.ends_with('人') && behind.starts_with('民') {
        return false;
    }
    // 以下12个方面
    if matches!(quantity.unit, "个" | "项") && behind.starts_with("方面") {
        return false;
    }
    // 以下12项工作: what the draft itself goes on with.
    if (is_announced(before, behind) || before.ends_with("以下")) && matches!(quantity.unit, "个" | "项" | "件" | "条")
    {
        return false;
    }
    // 奋战200天
    if quantity.unit == "天" && ["奋战", "大干", "攻坚", "会战"].iter().any(|word| before.ends_with(word)) {
        return false;
    }
    // 4亿安时锂电池, 是全国20个之一
    if quantity.unit.is_empty() && behind.starts_with("安时") || quantity.unit == "个" && behind.starts_with("之一")
    {
        return false;
    }
    // 4小时1环节0成本
    if quantity.unit == "成" && behind.starts_with('本') {
        return false;
    }
    // 每增长1个百分点
    if ["每增长", "每提高", "每增加", "每下降"].iter().any(|each| before.ends_with(each)) {
        return false;
    }
    // 开展1%人口抽样调查
    if quantity.is_percent() && behind.starts_with("人口抽样") {
        return false;
    }
    // （合河—107段）
    if quantity.unit == "段" && before.ends_with(['—', '-', '－', '～']) {
        return false;
    }
    // 同口径1根据…: the mark of a note.
    if quantity.unit == "根" && behind.starts_with('据') {
        return false;
    }
    // 0.1微克攻坚行动
    if quantity.unit == "微克" && ["攻坚", "行动"].iter().any(|act| behind.starts_with(act)) {
        return false;
    }
    // 落实省委30条措施: a name of what others decided.
    let decided = ["省委", "市委", "国务院", "省政府", "中央", "国家"].iter().any(|body| before.ends_with(body));
    if decided
        && matches!(quantity.unit, "条" | "项")
        && ["措施", "举措", "规定"].iter().any(|of| behind.starts_with(of))
    {
        return false;
    }
    // 城市15分钟、农村30分钟服务圈
    if quantity.unit == "分钟"
        && behind.chars().take(16).take_while(|ch| !matches!(ch, '，' | '。')).any(|ch| ch == '圈')
    {
        return false;
    }
    // 国道318名山区段
    if quantity.unit == "名" && ["国道", "省道"].iter().any(|road| before.ends_with(road)) {
        return false;
    }
    // 举办50公里徒步
    if quantity.unit == "公里" && ["徒步", "马拉松", "越野"].iter().any(|race| behind.starts_with(race)) {
        return false;
    }
    // 倒计时200天、|100天|
    if quantity.unit == "天" && before.char_indices().rev().take(14).any(|(at, _)| before[at..].starts_with("倒计时"))
    {
        return false;
    }
    // 1.1类新药
    let drug =
        quantity.unit == "类" && ["新药", "化药", "创新药", "医疗器械"].iter().any(|kind| behind.starts_with(kind));
    // 500万元口径, 56个民族, 1+N：1个委员会
    let kind = drug || behind.starts_with("口径") || quantity.unit == "个" && behind.starts_with("民族");
    if kind || before.ends_with("+N：") {
        return false;
    }
    // 每10万人口, …*100%
    if before.ends_with(['每', '*', '×']) {
        return false;
    }
    let clock =
        is_clock(text, quantity) || index.checked_sub(1).is_some_and(|index| is_clock(text, &quantities[index]));
    if NO_FIGURES.contains(&quantity.unit) || in_name(before, behind, quantity) || clock {
        return false;
    }
    let noun = behind.starts_with(|ch| is_han(ch) || ch == '“');
    if SIZES.contains(&quantity.unit) && noun && !ends_clause(behind) {
        return false;
    }
    if is_threshold(text, quantity) || is_rank(text, quantities, index) {
        return false;
    }
    if !quantity.unit.is_empty() {
        return true;
    }
    // 提高|0.85|—1个百分点
    let next = quantities.get(index + 1).filter(|next| !next.unit.is_empty());
    if next.is_some_and(|next| is_lower(text, quantity, next)) {
        return false;
    }
    let one = quantity.factor == Decimal::from_int(1);
    is_ratio(text, quantities, index)
        || lender(text, quantities, index).is_some()
        || (!one && !behind.starts_with(['级', '”', '工']))
        || (one && is_index(before, behind, quantity))
}

/// 抓好以下的|十项|工作: what the draft itself goes on with.
fn is_announced(before: &str, behind: &str) -> bool {
    let clause = || before.rsplit(['，', '。', '；', '：']).next().unwrap_or("");
    ["工作", "任务", "主要任务", "重点任务", "措施"].iter().any(|things| behind.starts_with(things))
        && clause().contains("以下")
}

/// “民营经济发展|20条|”: the name of a policy.
fn is_policy(before: &str, behind: &str, quantity: &Quantity) -> bool {
    let open = || before.rfind(['“', '”']).is_some_and(|at| before[at..].starts_with('“'));
    quantity.unit == "条" && behind.starts_with('”') && open()
}

/// 第77位、|106位|: a rank of a list.
fn is_rank(text: &str, quantities: &[Quantity], index: usize) -> bool {
    let joined = |left: &Quantity, right: &Quantity| {
        let gap = text.get(left.span.end..right.number.start).map_or("", str::trim);
        left.unit == "位" && right.unit == "位" && matches!(gap, "、" | "和" | "与")
    };
    const LONGEST: usize = 12;
    let first = (0..index).rev().take(LONGEST).take_while(|at| joined(&quantities[*at], &quantities[*at + 1])).last();
    first.is_some_and(|first| text[..quantities[first].number.start].ends_with('第'))
}

/// 《提高执行力十五条措施》: whether a number stands in a title.
fn is_title(before: &str) -> bool {
    before.rfind('《').is_some_and(|open| !before[open..].contains('》'))
}

/// 09:20
fn is_clock(text: &str, quantity: &Quantity) -> bool {
    let digits = &text[quantity.number.range()];
    let colon =
        text[quantity.span.end..].starts_with([':', '：']) || text[..quantity.number.start].ends_with([':', '：']);
    // 2026-01-12 10:26
    let mut before = text[..quantity.number.start].trim_end_matches(is_space).chars().rev();
    let date = before.next().is_some_and(|ch| ch.is_ascii_digit()) && before.take(2).any(|ch| ch == '-');
    quantity.unit.is_empty() && digits.len() == 2 && colon && (digits.starts_with('0') || date)
}

/// 5G, C919, 第3位, “1+6”, 世界500强.
fn in_name(before: &str, behind: &str, quantity: &Quantity) -> bool {
    let latin =
        |ch: char| ch.is_ascii_alphabetic() || matches!(ch, '+' | '＋' | '#' | '·' | '[' | '〔' | '×' | '/' | '_');
    let last = before.chars().next_back();
    let quoted = last.is_some_and(|ch| matches!(ch, '“' | '‘')) && is_quoted(behind);
    let open = before.char_indices().rev().take(6).any(|(_, ch)| ch == '“');
    let quoted = quoted || open && behind.starts_with('”') || is_policy(before, behind, quantity);
    let bare = quantity.unit.is_empty();
    let rank = last.is_some_and(|ch| matches!(ch, '第' | '前')) && !bare || last == Some('第');
    last.is_some_and(|ch| (bare || ch != '/') && latin(ch))
        || quoted
        || rank
        || bare && before.ends_with("尼龙")
        || bare && behind.starts_with(|ch: char| latin(ch) || matches!(ch, '强' | '-' | '－' | ']' | '〕' | '”' | '’'))
        || bare && behind.starts_with('．')
}

/// Whether a quotation ends soon.
fn is_quoted(behind: &str) -> bool {
    behind.chars().take(10).any(|ch| matches!(ch, '”' | '’'))
}

/// 10亿元以上项目14个, 65岁以上, 产值过100亿元的企业: it says which are meant.
fn is_threshold(text: &str, quantity: &Quantity) -> bool {
    let behind = &text[quantity.span.end..];
    let before = text[..quantity.number.start].trim_end_matches(is_space);
    if before.ends_with(['＞', '＜', '≥', '≤', '>', '<']) || behind.starts_with(['＞', '＜', '≥', '≤']) {
        return true;
    }
    if quantity.unit.ends_with('元') && is_bound(before, behind) {
        return true;
    }
    // 30万以上人口旗县
    let populous = quantity.unit.ends_with("人口") && text[quantity.span.range()].contains("以上");
    if populous && ["旗县", "县", "城市", "大城市", "的"].iter().any(|place| behind.starts_with(place)) {
        return true;
    }
    // 10-35蒸吨|燃煤锅炉4台
    if quantity.unit == "蒸吨" && ["燃煤", "锅炉", "燃气"].iter().any(|kind| behind.starts_with(kind)) {
        return true;
    }
    // 产值上|10亿元|企业
    let above = before.ends_with("产值上") || before.ends_with("收入上");
    if above && quantity.unit.ends_with('元') && ["企业", "的企业"].iter().any(|kind| behind.starts_with(kind)) {
        return true;
    }
    // 30户以上的村民组
    let small = matches!(quantity.unit, "户" | "人") && behind.starts_with("以上的");
    if small
        && ["村民组", "自然村", "村庄", "自然屯", "村组"]
            .iter()
            .any(|place| behind["以上的".len()..].starts_with(place))
    {
        return true;
    }
    let rest = ["及以上", "以上", "以下", "及以下", "以内", "级", "（含）以上", "(含)以上"]
        .iter()
        .find_map(|word| behind.strip_prefix(word));
    rest.is_some_and(|rest| {
        rest.starts_with(|ch| is_han(ch) && !matches!(ch, '的' | '和' | '，')) && !ends_clause(rest)
    })
}

/// 过|100亿元|的企业, |5亿元|以上的项目: whether an amount bounds what is counted.
fn is_bound(before: &str, behind: &str) -> bool {
    const KINDS: [&str; 11] = ["项目", "企业", "产业", "园区", "集群", "品牌", "镇", "乡", "村", "开发区", "县"];
    let low = before
        .strip_suffix(['-', '—', '～', '~', '－', '–'])
        .is_some_and(|low| low.ends_with(|ch: char| ch.is_ascii_digit()));
    let over = low || before.ends_with(['过', '超']) || before.ends_with("突破");
    let rest = behind.strip_prefix("以上的").or_else(|| behind.strip_prefix('的').filter(|_| over));
    let rest = rest.or(Some(behind).filter(|_| over));
    // 超50亿元的50家, 年收入低于1000元的7万人
    let under = ["低于", "高于", "不足", "不到"].iter().any(|word| before.ends_with(word));
    if (over || under) && behind.strip_prefix('的').is_some_and(|rest| rest.starts_with(|ch: char| ch.is_ascii_digit()))
    {
        return true;
    }
    let noun = rest.map_or("", |rest| {
        const NEAR: usize = 12;
        let named = |ch: char| is_han(ch) || matches!(ch, '“' | '”');
        let end = rest.char_indices().take(NEAR).find(|(_, ch)| !named(*ch)).map(|(at, _)| at);
        let end = end.or_else(|| rest.char_indices().nth(NEAR).map(|(at, _)| at));
        &rest[..end.unwrap_or(rest.len())]
    });
    // 培育|5亿元|企业2户
    let counted =
        |kind: &str| behind.strip_prefix(kind).is_some_and(|rest| rest.starts_with(|ch: char| ch.is_ascii_digit()));
    if KINDS.iter().any(|kind| counted(kind)) {
        return true;
    }
    KINDS.iter().any(|kind| noun.contains(kind))
}

/// Whether what follows is no noun that the number describes.
fn ends_clause(behind: &str) -> bool {
    const WORDS: [&str; 10] = ["以上", "以内", "以下", "左右", "增长", "增加", "提高", "下降", "，", "和"];
    WORDS.iter().any(|word| behind.starts_with(word))
}

/// 18.4∶36.2∶45.4
fn is_ratio(text: &str, quantities: &[Quantity], index: usize) -> bool {
    let colon = |left: usize, right: usize| {
        let pair = quantities.get(left).zip(quantities.get(right));
        pair.is_some_and(|(left, right)| matches!(text[left.span.end..right.number.start].trim(), ":" | "∶" | "："))
    };
    // 性别比120:|100
    let base = [1, 100].into_iter().any(|base| quantities[index].value == Decimal::from_int(base));
    colon(index, index + 1) || index > 0 && colon(index - 1, index) && !base
}

/// 一般0.4、专项|20.8亿元|: the next number of the list that has the unit.
fn lender<'q>(text: &str, quantities: &'q [Quantity], at: usize) -> Option<&'q Quantity> {
    let own = &quantities[at];
    let ratio = text[..own.number.start].trim_end_matches(is_space).ends_with(['∶', ':', '：']);
    // 高于全国12.7个、12个百分点; 压缩到3个和5个工作日
    let named = |unit: &str| unit.ends_with('点') || matches!(unit, "个工作日" | "个小时" | "个月");
    let next = quantities.get(at + 1).filter(|next| own.unit == "个" && named(next.unit));
    if let Some(next) = next.filter(|next| matches!(text[own.span.end..next.number.start].trim(), "、" | "和")) {
        return Some(next);
    }
    // 价格指数控制在103左右，城镇新增就业85万人
    let before = &text[..own.number.start];
    let head = index_head(before);
    let index = head.ends_with("指数") || head.ends_with("系数") || is_named_index(head, own);
    if ratio || index || !own.unit.is_empty() {
        return None;
    }
    for pair in quantities[at..].windows(2).take(12) {
        let gap = text.get(pair[0].span.end..pair[1].number.start)?;
        let joined = gap.starts_with(['、', '和', '，', ',', '及', '与']);
        if !joined || gap.chars().count() > 16 || gap.contains(['。', '；', '（', '“']) {
            return None;
        }
        // 参保人数8.3亿，参保率96%: 万 or 亿 and shares are lent only to a number right before.
        let bare = matches!(gap.trim(), "、" | "和" | "与" | "及");
        let one = own.factor == Decimal::from_int(1);
        // 超500亿、4个过百亿元
        let bare = bare && (one || pair[1].factor != Decimal::from_int(1));
        if !pair[1].unit.is_empty() {
            let share = pair[1].is_percent() || pair[1].unit.ends_with('点') || pair[1].unit == "倍";
            return (pair[1].adds_up() && (bare || one) || share && bare).then_some(&pair[1]);
        }
    }
    None
}

/// 城乡收入比|缩小至|2.1: the words before an index, without how it came there.
fn index_head(before: &str) -> &str {
    before.trim_end_matches([
        '达', '到', '为', '至', '由', '从', '降', '升', '约', '在', '缩', '小', '持', '保', '控', '制',
    ])
}

/// Whether words end in the name of an index that a number with places is.
fn is_named_index(head: &str, quantity: &Quantity) -> bool {
    const INDICES: [&str; 11] =
        ["指数", "系数", "收入比", "收入比值", "能耗", "容积率", "倍数", "差距", "密度", "强度", "之比"];
    INDICES.iter().any(|word| head.ends_with(word)) && quantity.places > 0
}

/// 指数103.5, 城乡收入比2.1: a number without unit behind what has none.
fn is_index(before: &str, behind: &str, quantity: &Quantity) -> bool {
    let head = index_head(before);
    let ends = behind
        .chars()
        .next()
        .is_none_or(|ch| !is_han(ch) || matches!(ch, '左' | '以' | '下' | '缩' | '降' | '调' | '提'));
    let price = head.ends_with("价格指数");
    ends && (is_named_index(head, quantity) || price || quantity.places > 1)
}
