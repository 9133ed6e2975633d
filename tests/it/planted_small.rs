//! Faults of the small rules planted in published reports, where the folder is present: a note's number out of order, a
//! half-width mark, a paragraph without its last mark, the other meeting's address. Nearly all are found.

use std::collections::BTreeMap;

use hegao::config::Settings;
use hegao::draft::Draft;
use hegao::rules::{Finding, Linter};
use hegao::syntax::Fact;
use hegao::text::{decode, han};

/// A fault planted in a report: its first byte, and the text.
type Plant = fn(&str, usize) -> Option<(usize, String)>;

/// Notes that are tried in a report.
const ROUNDS: usize = 5;

#[test]
fn planted_faults_of_small_rules_are_found() {
    let Some(files) = super::corpus::reports("planted_faults_of_small_rules_are_found") else { return };
    let faults: [(&str, &str, usize, Plant); 7] = [
        ("a note's number skipped", "numbering/notes", 1, skipped),
        ("an explanation dropped", "numbering/notes", 1, dropped),
        ("a half-width comma", "punctuation/width", 9, comma),
        ("half a half-width pair", "punctuation/width", 3, bracket),
        ("no full stop at the end", "punctuation/unended", 5, unended),
        ("委员 for 代表", "phrase/address", 9, addressed),
        ("代表 for 委员", "phrase/address", 9, |text, nth| addressed(&committee(text), nth)),
    ];
    let mut seen: BTreeMap<&str, (usize, Vec<String>)> = BTreeMap::new();
    for (nth, file) in files.iter().enumerate() {
        let text = decode(&std::fs::read(file).unwrap()).unwrap().text;
        for (name, rule, _, plant) in faults.into_iter().filter(|(_, _, step, _)| nth % step == 0) {
            // Few reports have notes, so several are tried in each.
            let rounds = if rule == "numbering/notes" { ROUNDS } else { 1 };
            for (at, planted) in (nth..nth + rounds).map_while(|nth| plant(&text, nth)) {
                let (all, missed) = seen.entry(name).or_default();
                *all += 1;
                if !found(&planted, rule, at) {
                    missed.push(file.display().to_string());
                }
            }
        }
    }
    for (name, (all, missed)) in seen {
        println!("{name}: {all} planted, {} missed\n{}", missed.len(), missed.join("\n"));
        assert!(all >= 20, "{name} was planted only {all} times");
        assert!(missed.len() * 20 <= all, "{name}: {} of {all} missed", missed.len());
    }
}

/// Whether a rule that is silent about the draft around it tells of a byte, or of what stands near it.
fn found(text: &str, rule: &str, at: usize) -> bool {
    let linter = Linter::new(text, Settings::default().into());
    let near = |finding: &Finding| {
        let places = finding.related.iter().map(|related| related.place.clone()).chain([finding.place.clone()]);
        finding.rule.name == rule && places.into_iter().any(|place| place.start <= at + 3 && at <= place.end + 3)
    };
    // A rule that speaks once shows only some of its places.
    let once = |finding: &Finding| rule == "punctuation/width" && finding.rule.name == rule;
    let after = |finding: &Finding| rule == "numbering/notes" && finding.rule.name == rule && finding.place.start >= at;
    linter.findings().iter().any(|finding| near(finding) || once(finding) || after(finding))
}

fn silent(text: &str, rule: &str) -> bool {
    !Linter::new(text, Settings::default().into()).findings().iter().any(|finding| finding.rule.name == rule)
}

/// Places of the numbers of notes, at the head of paragraphs or inside them.
fn notes(text: &str, wanted: bool) -> Vec<std::ops::Range<usize>> {
    if !["[1]", "〔1〕", "［1］", "【1】"].iter().any(|first| text.contains(first)) {
        return Vec::new();
    }
    let draft = Draft::new(text);
    let mut found = Vec::new();
    for (index, paragraph) in draft.paragraphs().iter().enumerate() {
        let start = draft.paragraph_range(index).start;
        for fact in &paragraph.facts {
            if let Fact::Note { note, head } = fact
                && *head == wanted
            {
                found.push(start + note.span.start..start + note.span.end);
            }
        }
    }
    found
}

/// [3] becomes [4] where it stands once.
fn skipped(text: &str, nth: usize) -> Option<(usize, String)> {
    let places = notes(text, false);
    if places.len() < 5 || !silent(text, "numbering/notes") {
        return None;
    }
    let place = places.get(1 + nth % (places.len() - 3))?.clone();
    let words = &text[place.clone()];
    (text[..place.start].matches(words).count() == 0).then_some(())?;
    let digits: String = words.chars().filter(char::is_ascii_digit).collect();
    let next = digits.parse::<u32>().ok()? + 1;
    let new = words.replace(&digits, &next.to_string());
    Some((place.start, [&text[..place.start], &new, &text[place.end..]].concat()))
}

/// The explanation of a note is gone.
fn dropped(text: &str, nth: usize) -> Option<(usize, String)> {
    let places = notes(text, true);
    if places.len() < 5 || notes(text, false).len() < 5 || !silent(text, "numbering/notes") {
        return None;
    }
    let at = 1 + nth % (places.len() - 3);
    let (this, next) = (places.get(at)?.start, places.get(at + 1)?.start);
    Some((this, [&text[..this], &text[next..]].concat()))
}

/// A character between two Han characters in the middle of the draft, and where it ends.
fn mark(text: &str, mark: char, nth: usize) -> Option<usize> {
    let between = |at: &usize| {
        let before = text[..*at].chars().next_back();
        let behind = text[*at + mark.len_utf8()..].chars().next();
        before.is_some_and(han::is_han) && behind.is_some_and(han::is_han)
    };
    let places: Vec<usize> = text.match_indices(mark).map(|(at, _)| at).filter(between).collect();
    places.get(nth * 7 % places.len().max(1)).copied()
}

fn comma(text: &str, nth: usize) -> Option<(usize, String)> {
    let at = mark(text, '，', nth).filter(|_| silent(text, "punctuation/width"))?;
    Some((at, [&text[..at], ",", &text[at + '，'.len_utf8()..]].concat()))
}

fn bracket(text: &str, nth: usize) -> Option<(usize, String)> {
    // （一） belongs to the numbering.
    let pairs = || text.match_indices('（').map(|(at, _)| at);
    let plain = |at: &usize| {
        let inside = text[*at + '（'.len_utf8()..].split(['）', '\n', '（']).next().unwrap_or("");
        inside.chars().count() > 3 && inside.chars().all(han::is_han) && text[*at..].contains('）')
    };
    let places: Vec<usize> = pairs().filter(plain).filter(|at| closed_on_line(text, *at)).collect();
    let at = *places.get(nth * 3 % places.len().max(1)).filter(|_| silent(text, "punctuation/width"))?;
    Some((at, [&text[..at], "(", &text[at + '（'.len_utf8()..]].concat()))
}

fn closed_on_line(text: &str, at: usize) -> bool {
    text[at..].find('）').is_some_and(|close| !text[at..at + close].contains('\n'))
}

/// The last 。 of a long paragraph before one that begins with an ordinal or an indent.
fn unended(text: &str, nth: usize) -> Option<(usize, String)> {
    let begins = |rest: &str| {
        let next = rest.trim_start_matches(['\n', '\r']);
        next.starts_with("　　") || next.starts_with("（二）") || next.starts_with("二、") || next.starts_with("三、")
    };
    let mut start = 0;
    let mut places = Vec::new();
    for line in text.split_inclusive('\n') {
        let end = start + line.trim_end().len();
        let words = line.trim();
        let prose = words.chars().count() > 60 && words.matches('。').count() > 1;
        if prose && words.ends_with("。") && words.trim_end_matches('。').ends_with(han::is_han) && begins(&text[end..])
        {
            places.push(end - '。'.len_utf8());
        }
        start += line.len();
    }
    let at = *places.get(nth * 5 % places.len().max(1)).filter(|_| silent(text, "punctuation/unended"))?;
    Some((at, [&text[..at], &text[at + '。'.len_utf8()..]].concat()))
}

/// A report to a congress as one to a committee, as far as addresses go.
fn committee(text: &str) -> String {
    text.replace("各位代表", "各位委员")
}

/// An address behind the first at the head of a paragraph becomes that of the other meeting.
fn addressed(text: &str, nth: usize) -> Option<(usize, String)> {
    let (right, wrong) =
        if text.contains("各位代表") { ("各位代表", "各位委员") } else { ("各位委员", "各位代表") };
    let heads = text.match_indices(right).map(|(at, _)| at).filter(|at| {
        let before = text[..*at].trim_end_matches([' ', '　', '\u{2003}']);
        let behind = text[*at + right.len()..].starts_with(['：', ':', '！', '!', '，']);
        behind && (before.is_empty() || before.ends_with('\n'))
    });
    let places: Vec<usize> = heads.skip(1).collect();
    let at = *places.get(nth % places.len().max(1)).filter(|_| silent(text, "phrase/address"))?;
    Some((at, [&text[..at], wrong, &text[at + right.len()..]].concat()))
}
