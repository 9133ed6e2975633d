//! What a figure is called on the check sheet, where it stands without its sentence.
//!
//! The indicator that rules compare is as short as it can be. A row needs more: what was done with the things counted
//! ([`tail`]: 企业获评绿色工厂), what its list tells once ([`list`]), whether it is a rate, a multiple or a plan
//! ([`amount`]), and what a bare measure is of ([`context`]: 社会保险：参保人数). All are taken from the text as it is, so
//! that a long name is better than a wrong one. Words are told by the dictionary, which is loaded with the first row;
//! rules do without.

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
    let told = Clauses::of(text, figures);
    let mut owns: Vec<String> = Vec::with_capacity(figures.len());
    for index in 0..figures.len() {
        let own = amount::with_amount(&told, index, tail::with_tail(&told, index));
        let own = amount::like_last(&told, index, owns.last(), own);
        let own = inside(&told, index, owns.last(), own);
        let own = Items { told: &told, owns: &owns }.shared(own);
        owns.push(super::indicator::balanced(&own));
    }
    context::named(&told, owns)
}

/// 25个项目获|21亿元|支持: the words of the number before say all of this one too.
fn inside(told: &Clauses<'_>, index: usize, last: Option<&String>, own: String) -> String {
    let figure = &told.figures[index];
    let number = &told.text[figure.start()..figure.quantity.span.end];
    let listed = told.gap(index).is_some_and(|gap| gap.contains(['、', '和']));
    let together = told.before(index).is_some() && !listed;
    let Some(around) = last.filter(|last| together && last.contains(number)) else { return own };
    let around = around.replacen(number, "", 1);
    let around = around.trim_end_matches(['达', '到', '为', '约', '近', '超', '过']);
    if around.contains(own.as_str()) && !own.is_empty() { around.to_owned() } else { own }
}
