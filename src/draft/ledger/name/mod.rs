//! What a figure is called on the check sheet, where it stands without its sentence.
//!
//! The indicator that rules compare is as short as it can be. A row needs more: what was done with the things counted
//! ([`tail`]: 企业获评绿色工厂), what its list tells once ([`list`]), and what a bare measure is of ([`context`]: 社会保险：参保人数). Both are taken from the
//! text as it is, so that a long name is better than a wrong one. Words are told by the dictionary, which is loaded with
//! the first row; rules do without.

mod amount;
mod bare;
mod clause;
mod context;
mod list;
mod tail;

use super::Figure;
use clause::Clauses;
use list::Items;

/// The names of all figures of a text, in their order.
pub fn names(text: &str, figures: &[Figure]) -> Vec<String> {
    let clauses = Clauses::of(text, figures);
    let mut owns: Vec<String> = Vec::with_capacity(figures.len());
    for index in 0..figures.len() {
        let own = amount::with_amount(text, figures, index, tail::with_tail(text, figures, &clauses, index));
        let own = amount::like_last(text, figures, index, owns.last(), own);
        let own = inside(text, figures, &clauses, index, owns.last(), own);
        let own = Items { text, figures, clauses: &clauses, owns: &owns }.shared(own);
        owns.push(own);
    }
    context::named(text, figures, &clauses, owns)
}

/// 25个项目获|21亿元|支持: the words of the number before say all of this one too.
fn inside(
    text: &str,
    figures: &[Figure],
    clauses: &Clauses,
    index: usize,
    last: Option<&String>,
    own: String,
) -> String {
    let (figure, clause) = (&figures[index], clauses.at(figures[index].start()));
    let before = index.checked_sub(1).filter(|before| clauses.at(figures[*before].start()) == clause);
    let number = &text[figure.start()..figure.quantity.span.end];
    let Some(around) = last.filter(|last| before.is_some() && last.contains(number)) else { return own };
    let around = around.replacen(number, "", 1);
    let around = around.trim_end_matches(['达', '到', '为', '约', '近', '超', '过']);
    if around.contains(own.as_str()) && !own.is_empty() { around.to_owned() } else { own }
}
