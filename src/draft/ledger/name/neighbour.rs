//! Words of the items beside a figure that are none of its own.

use super::bare::{ends_with_thing, is_bare, known_verb};
use super::clause::Clauses;
use super::tail::plain;
use crate::draft::ledger::Relation;
use crate::lexicon::words;

/// The words of a figure without those of the numbers beside it. Those that are its own stand in [`super::stray`].
pub fn without(told: &Clauses<'_>, index: usize, own: String) -> String {
    let own = last_act(told, index, behind_years(own));
    let own = begun(told, index, without_growth(told, index, without_neighbour(above_all(told, index, own))));
    let own = with_first(told, index, said(told, index, own));
    let own = without_last(told, index, without_count(told, index, own));
    without_frame(told, index, without_statement(told, index, without_others(told, index, own)))
}

/// |开工建设文化街区|、改造完成68个老旧小区: what was done besides, with what is not counted.
fn last_act(told: &Clauses<'_>, index: usize, own: String) -> String {
    let Some((first, last)) = own.rsplit_once('、') else { return own };
    let figure = &told.figures[index];
    let act = last.strip_suffix(figure.noun.as_str()).filter(|act| !act.is_empty() && !figure.noun.is_empty());
    let straight =
        act.is_some_and(|act| told.head(index).ends_with(act) && known_verb(last).len() >= act.len().min("改造".len()));
    let verb = known_verb(first);
    let object = first.len() > verb.len() + "物".len() && !verb.is_empty() && !first.contains('、');
    let only = act.is_some_and(|act| act.chars().count() <= 4) && !known_verb(last).is_empty();
    if straight && object && only && figure.counts_things() { last.to_owned() } else { own }
}

/// |受教育年限达12.5年|、每千人医师: years are none of the ledger's.
fn behind_years(own: String) -> String {
    let Some((years, rest)) = own.rsplit_once('、') else { return own };
    let number = years.strip_suffix(['年', '岁']).is_some_and(|years| years.ends_with(|ch: char| ch.is_ascii_digit()));
    let told = number && ["达", "到", "为"].iter().any(|word| years.contains(word));
    if told && rest.chars().count() > 2 { rest.to_owned() } else { own }
}

/// 狠抓700个重点项目，|特别是|100个推进项目: those told apart have a number of their own.
fn above_all(told: &Clauses<'_>, index: usize, own: String) -> String {
    let Some((at, word)) = ["特别是", "尤其是"].iter().find_map(|word| Some((own.find(word)?, word))) else {
        return own;
    };
    let (all, some) = (&own[..at], &own[at + word.len()..]);
    let behind = told.head(index).contains(word);
    let told = if behind { some } else { all.trim_end_matches('，') };
    if told.chars().count() > 2 { told.to_owned() } else { own }
}

/// 实现产值8亿元|、增长5%|: the growth has a row of its own.
fn without_growth(told: &Clauses<'_>, index: usize, own: String) -> String {
    let next = told.figures.get(index + 1).map(|next| &told.text[next.start()..next.quantity.number.end]);
    let at = next.and_then(|digits| own.find(digits)).unwrap_or(0);
    let grown = ["、增长", "、下降", "、增加", "少支", "少"].iter().find_map(|word| own[..at].strip_suffix(word));
    // 调入调节基金35亿元|以及其他资金66亿元|
    let money = told.figures[index].quantity.unit.ends_with('元');
    let grown = grown.or_else(|| own[..at].split_once("以及").map(|(first, _)| first).filter(|_| money));
    grown.filter(|rest| !rest.is_empty()).map_or(own.clone(), str::to_owned)
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
    // |帮助|3.8万家中小微企业及个体工商户融资527亿元
    let done = known_verb(&own);
    let object = &own[done.len()..];
    if !done.is_empty() && rest[joint.len_utf8()..].starts_with(object) && object.chars().count() > 2 {
        let money = told.figures[index].quantity.unit.ends_with('元') && !rest.contains(['、', '，']);
        return if money { format!("{done}{noun}{joint}{object}") } else { own };
    }
    let told_alone = rest[joint.len_utf8()..].starts_with(own.as_str().trim_end_matches("增长"));
    let begins = own.chars().take(4).collect::<String>();
    let both = told_alone || begins.chars().count() == 4 && rest[joint.len_utf8()..].starts_with(&begins);
    let money = told.figures[index].quantity.unit.ends_with('元') && !rest.contains(['、', '，']);
    if both && money && !own.is_empty() { format!("{noun}{joint}{own}") } else { own }
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

/// 覆盖27个|国家|61个港口: ports, no ports of a state.
fn without_last(told: &Clauses<'_>, index: usize, own: String) -> String {
    let Some(last) = told.before(index).map(|last| &told.figures[last]) else { return own };
    let noun = last.noun.as_str();
    let states = ["国家", "地区", "国家和地区", "行业大类", "门类"].contains(&noun);
    let adjacent =
        told.gap(index).is_some_and(|gap| states && plain(gap).0.trim_end_matches(['的', '近', '约', '超']) == noun);
    let counted = last.quantity.adds_up() && told.figures[index].quantity.adds_up();
    let both = format!("{noun}{}", told.figures[index].noun);
    // 开展培训|覆盖41个国家|83.5万人次
    let people = told.figures[index].quantity.unit.ends_with("人次") && adjacent;
    let reached = own.strip_suffix(noun).and_then(|rest| rest.strip_suffix("覆盖")).filter(|_| people);
    if let Some(rest) = reached.filter(|rest| rest.chars().count() > 2) {
        return rest.to_owned();
    }
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
    // 5个|子项目竣工投产|、二期项目开工建设: each has its own statement.
    let noun = told.figures[index].noun.as_str();
    let other = !counted && said.contains(noun) && !said.contains('、') && rest.chars().count() >= LEAST;
    if other && ends(said) && (ends(rest) || rest.ends_with("开工建设")) && !begins {
        return said.to_owned();
    }
    if ends(said) && !ends(rest) && whole && counted { rest.to_owned() } else { own }
}

/// 甲中心、乙二期、5个|综合体|等项目实施: the others have no number.
fn without_others(told: &Clauses<'_>, index: usize, own: String) -> String {
    let (figure, head) = (&told.figures[index], told.head(index));
    let behind = own.strip_prefix(figure.noun.as_str()).unwrap_or("");
    let listed = head.contains('、') && told.before(index).is_none() && told.text[..figure.start()].ends_with('、');
    let others = listed && figure.counts_things() && behind.starts_with('等') && figure.noun.chars().count() > 1;
    if others { figure.noun.clone() } else { own }
}

/// 64种|主要产品|中，增速在20%以上的有28种
fn without_frame(told: &Clauses<'_>, index: usize, own: String) -> String {
    let counted = told.figures[index].relation == Relation::Level && told.figures[index].quantity.adds_up();
    let Some(bare) = own.strip_suffix('中').filter(|bare| counted && !bare.is_empty()) else { return own };
    let (start, end) = (told.figures[index].quantity.span.end, told.own(index).span.end);
    let behind = told.text.get(start..end).is_some_and(|rest| rest.trim_end().ends_with('中'));
    let apart = behind && words(&own).last().is_some_and(|(range, _)| range.start == bare.len());
    if apart && ends_with_thing(bare) { bare.to_owned() } else { own }
}

/// |3镇|65村入选名单: a number that is none of the ledger is of its own things.
fn without_neighbour(own: String) -> String {
    let rest = own.trim_start_matches(|ch: char| ch.is_ascii_digit());
    let place = rest.strip_prefix(['镇', '乡', '县', '区', '市']).filter(|_| rest.len() < own.len());
    place
        .filter(|rest| ["入选", "获", "被评"].iter().any(|did| rest.starts_with(did)))
        .map_or(own.clone(), str::to_owned)
}
