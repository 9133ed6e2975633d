//! Short brackets that are part of a name: 新（改）建公厕, 智能工厂（车间）.

use super::clause::Clauses;
use super::tail::plain;
use crate::draft::ledger::Figure;
use crate::draft::ledger::words::BEING;
use crate::syntax::numeral::is_numeral;
use crate::text::han::{is_han, is_space};

/// Longest bracket that is part of a name, in characters.
const LONGEST: usize = 4;
/// Longest bracket that says what is left out, in characters.
const OUT: usize = 12;
/// Characters beside a bracket that must stand in the name too.
const NEAR: usize = 2;

/// The words of a figure with the short brackets that its clause has inside them.
pub fn with_brackets(told: &Clauses<'_>, index: usize, own: String) -> String {
    let (figure, clause) = (&told.figures[index], told.own(index).span);
    let (start, end) = (figure.start().max(clause.start), figure.quantity.span.end.min(clause.end));
    let begin = told.before(index).map_or(clause.start, |before| told.figures[before].quantity.span.end).min(start);
    let sentence = told.own(index).sentence;
    let first = told.all().iter().find(|clause| clause.sentence == sentence).map_or(begin, |clause| clause.span.start);
    let behind = &told.text[end.max(start)..clause.end.max(start)];
    let next = told.figures.get(index + 1).filter(|next| next.start() < clause.end).map(Figure::start);
    let near = next.and_then(|next| told.text.get(end.max(start)..next)).map_or(behind, |near| near);
    let near = if next.is_some() { first_item(near) } else { near };
    let parts = [told.text.get(first..begin).unwrap_or(""), &told.text[begin..start], behind];
    let all = parts.iter().enumerate().flat_map(|(at, part)| brackets(part).into_iter().map(move |own| (at, own)));
    // At the end of other words it says nothing of these: 企业12家、单项冠军（产品）3个.
    let beside: Vec<String> = brackets(near).into_iter().map(|bracket| bracket.inside).collect();
    let own_or_inside = |(at, bracket): &(usize, Bracket)| match at {
        _ if !bracket.right.is_empty() => true,
        0 => false,
        1 => true,
        _ => beside.contains(&bracket.inside),
    };
    all.filter(own_or_inside).fold(own, |own, (at, bracket)| bracket.put(own, at > 0))
}

/// 减去短收（5亿元）、新增上解支出（1亿元）等|6亿元|: all that was listed. `own` are its words where none were.
pub fn with_all_listed(told: &Clauses<'_>, index: usize, own: String) -> String {
    const LONGEST: usize = 30;
    let figure = &told.figures[index];
    if told.gap(index).map_or("", str::trim) != "）等" || !figure.quantity.unit.ends_with('元') {
        return own;
    }
    let head = &told.text[..figure.start()];
    let sentence = head.rsplit(['。', '；', '\n']).next().unwrap_or(head);
    let (words, whole) = plain(sentence);
    let begin = ["加上", "减去", "，加", "，减"].iter().filter_map(|word| Some(words.rfind(word)? + word.len())).max();
    let Some(begin) = begin.filter(|_| whole) else { return own };
    let list = words[begin..].trim_end_matches('等');
    let mut items = list.split('、');
    let short = list.chars().count() <= LONGEST;
    match (items.next(), items.next()) {
        _ if short && !list.is_empty() => format!("{list}等"),
        (Some(first), Some(second)) => format!("{first}、{second}等"),
        _ => own,
    }
}

/// 县（市、区）|、110个镇: up to the first 、 outside of brackets.
fn first_item(text: &str) -> &str {
    let mut depth = 0usize;
    let end = text.char_indices().find(|(_, ch)| {
        depth = depth + usize::from(matches!(ch, '（' | '(')) - usize::from(depth > 0 && matches!(ch, '）' | ')'));
        depth == 0 && *ch == '、'
    });
    end.map_or(text, |(at, _)| &text[..at])
}

/// A bracket with the characters beside it.
struct Bracket {
    left: String,
    inside: String,
    right: String,
}

impl Bracket {
    /// Words with the bracket in its place; `near` says that it stands in their own clause.
    fn put(&self, own: String, near: bool) -> String {
        let Bracket { left, inside, right } = self;
        let whole = format!("{left}（{inside}）{right}");
        let bare = format!("{left}{right}");
        match right.is_empty() {
            true if own.ends_with(left.as_str()) => format!("{own}（{inside}）"),
            // 超10亿元的县（市、区）|达到|22个
            false if near && own.ends_with(left.as_str()) && (BEING.begin(right) || right == "不少") => {
                format!("{own}（{inside}）")
            }
            false if own.contains(&bare) => own.replacen(&bare, &whole, 1),
            // 87%的|乡（镇、社区）拥有: the first of them is no part of the name.
            false => {
                let last = left.char_indices().next_back().map_or("", |(at, _)| &left[at..]);
                let begins = own.strip_prefix(last).filter(|rest| !last.is_empty() && rest.starts_with(right.as_str()));
                begins.map_or(own.clone(), |rest| format!("{last}（{inside}）{rest}"))
            }
            true => own,
        }
    }
}

fn brackets(text: &str) -> Vec<Bracket> {
    let plain: Vec<char> = text.chars().filter(|ch| !is_space(*ch)).collect();
    let open = plain.iter().enumerate().filter(|(_, ch)| matches!(ch, '（' | '('));
    open.filter_map(|(at, _)| {
        let inside: String = plain[at + 1..].iter().take_while(|ch| !matches!(ch, '）' | ')')).collect();
        let length = inside.chars().count();
        let before = &plain[at.saturating_sub(NEAR)..at];
        let first = before.iter().rposition(|ch| !is_han(*ch)).map_or(0, |mark| mark + 1);
        let left: String = before[first..].iter().collect();
        let right: String = plain.get(at + length + 2..)?.iter().take_while(|ch| is_han(**ch)).take(NEAR).collect();
        // 省（区、市）|完成换届
        let beside = left.chars().all(is_han) && left.chars().count() == NEAR
            || left.chars().count() == 1 && (at == 1 || first > 0) && (!right.is_empty() || is_place(&inside));
        (beside && is_name(&inside)).then_some(Bracket { left, inside, right })
    })
    .collect()
}

/// 乡|（镇）|, 村|（居）|
fn is_place(inside: &str) -> bool {
    ["镇", "场", "屯", "居", "区", "市", "市、区", "社区", "街道", "区、市"].contains(&inside)
}

/// Whether what stands in a bracket belongs to the name before it, and says nothing of the number.
fn is_name(inside: &str) -> bool {
    const NOTES: [&str; 12] = ["含", "不", "其", "下", "同", "预", "见", "注", "续", "比", "约", "占"];
    let short = (1..=LONGEST).contains(&inside.chars().count());
    let han = inside.chars().all(|ch| is_han(ch) || ch == '、') && !inside.chars().all(is_numeral);
    let out = ["扣除", "不含", "不包括", "剔除"].iter().any(|word| inside.starts_with(word));
    let out = out && inside.chars().all(is_han) && inside.chars().count() <= OUT;
    inside == "同口径" || out || short && han && !NOTES.iter().any(|word| inside.starts_with(word))
}
