//! Faults planted in published reports, where the folder is present: nearly all are found, each at its place and as
//! one finding.

use std::collections::BTreeMap;

use hegao::config::{Settings, Severity};
use hegao::rules::Linter;
use hegao::syntax::{Bracket, Role, Style};
use hegao::text::{PositionEncoding, decode};

/// What is done to an ordinal between its neighbours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Fault {
    /// （三） becomes （四）
    Plus,
    /// （三） becomes （二）
    Minus,
    /// The ordinal is gone.
    Dropped,
    /// （三） becomes 三）
    Bracket,
    /// （三） becomes （三）、 and 三、 becomes 三，
    Mark,
}

const FAULTS: [Fault; 5] = [Fault::Plus, Fault::Minus, Fault::Dropped, Fault::Bracket, Fault::Mark];

#[test]
fn planted_numbering_faults_are_found() {
    let Some(files) = super::corpus::reports("planted_numbering_faults_are_found") else { return };
    let mut seen: BTreeMap<Fault, (usize, usize)> = BTreeMap::new();
    for (nth, file) in files.iter().enumerate() {
        let text = decode(&std::fs::read(file).unwrap()).unwrap().text;
        let before = warnings(&text);
        let places = places(&text);
        for (offset, fault) in FAULTS.into_iter().enumerate() {
            // Another place of each draft for each fault, the same on every run.
            let Some((place, style)) = places.get((nth * 7 + offset * 3) % places.len().max(1)) else { continue };
            let Some(planted) = plant(&text, place.clone(), *style, fault) else { continue };
            let new: Vec<_> = warnings(&planted).into_iter().filter(|found| !before.contains(found)).collect();
            let line = text[..place.start].matches('\n').count();
            // What a dropped ordinal leaves is missed at the next one.
            let found = new.iter().any(|(at, _)| *at == line || (fault == Fault::Dropped && *at > line));
            let (hits, all) = seen.entry(fault).or_default();
            *hits += usize::from(found);
            *all += 1;
        }
    }
    for (fault, (hits, all)) in seen {
        assert!(all > 50, "{fault:?} was planted only {all} times");
        assert!(hits * 100 >= all * 95, "{fault:?}: {hits} of {all} found");
    }
}

fn warnings(text: &str) -> Vec<(usize, &'static str)> {
    let linter = Linter::new(text, Settings::default().into());
    let line = |byte| linter.draft().text().position_of(byte, PositionEncoding::Utf8).line;
    let loud = linter.findings().into_iter().filter(|finding| finding.severity >= Severity::Warning);
    loud.map(|finding| (line(finding.place.start), finding.rule.name)).collect()
}

/// Ordinals 一、 and （一） at the head of paragraphs that stand between their neighbours in a whole run.
fn places(text: &str) -> Vec<(std::ops::Range<usize>, Style)> {
    let linter = Linter::new(text, Settings::default().into());
    let draft = linter.draft();
    let mut found = Vec::new();
    for run in draft.structure().runs.iter().filter(|run| matches!(run.style, Style::Han | Style::HanParen)) {
        let counted = run.numbers.iter().zip(1..).all(|(number, expected)| *number == expected);
        for at in run.items.iter().skip(1).take(run.items.len().saturating_sub(2)) {
            let item = draft.paragraphs()[at.paragraph].items().next();
            let whole = item.filter(|item| item.role == Role::Head && item.bracket != Bracket::Right);
            if let Some(item) = whole.filter(|_| counted && !run.appendix && at.fact == 0) {
                let start = draft.paragraph_range(at.paragraph).start;
                found.push((start + item.span.start..start + item.span.end, run.style));
            }
        }
    }
    found
}

fn plant(text: &str, place: std::ops::Range<usize>, style: Style, fault: Fault) -> Option<String> {
    let label = &text[place.clone()];
    let numeral: String = label.chars().filter(|ch| hegao::syntax::numeral::is_numeral(*ch)).collect();
    let number = hegao::syntax::numeral::read(&numeral)?;
    let other = |number| label.replace(&numeral, &hegao::syntax::numeral::write(number));
    let new = match fault {
        Fault::Plus => other(number + 1),
        Fault::Minus => other(number - 1),
        Fault::Dropped => String::new(),
        Fault::Bracket => label.strip_prefix(['（', '('])?.to_owned(),
        Fault::Mark if style == Style::Han => label.replace('、', "，"),
        Fault::Mark => format!("{label}、"),
    };
    Some([&text[..place.start], &new, &text[place.end..]].concat())
}
