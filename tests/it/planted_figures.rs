//! Numbers changed in published reports, where the folder is present: where a rule had calculated that the numbers
//! fit, it finds that they no longer do.

use std::collections::BTreeMap;
use std::ops::Range;

use hegao::config::Settings;
use hegao::draft::{Draft, Meeting, Passage};
use hegao::rules::{Linter, RULES, judged, verify_across};
use hegao::syntax::numeral;
use hegao::text::{Change, PositionEncoding, decode};

/// Faults planted for each rule; more would say the same and take minutes.
const MANY: usize = 40;
/// Rules of budgets, which are few: so many faults for each report.
const OF_BUDGETS: [&str; 4] = ["figure/account", "figure/budget", "figure/growth", "figure/sum"];
const EACH: usize = 3;

#[test]
fn changed_numbers_are_found() {
    let Some(reports) = super::corpus::reports("planted figures") else { return };
    let Some(seeds) = super::corpus::files("seeds", "planted figures") else { return };
    let mut random = Random(20_260_112);
    let mut planted: BTreeMap<&str, (usize, Vec<String>)> = BTreeMap::new();
    for file in seeds.iter().chain(&reports) {
        let text = decode(&std::fs::read(file).unwrap()).unwrap().text;
        let only = Settings::default().narrowed(&["figure".into(), "calendar".into()], &[]);
        let mut linter = Linter::new(&text, only.into());
        for (rule, at, fault) in plants(&text, &mut random) {
            let (count, missed) = planted.entry(rule).or_default();
            if *count == MANY {
                continue;
            }
            *count += 1;
            let words = text[at.clone()].to_owned();
            replace(&mut linter, at.clone(), &fault);
            let paragraph = linter.draft().paragraph_at(at.start).unwrap();
            let found = match rule {
                // It stands at the later of the places.
                "figure/restated" | "figure/account" => linter.findings(),
                _ => linter.findings_at(linter.draft().paragraph_range(paragraph)),
            };
            if !found.iter().any(|finding| finding.rule.name == rule) {
                let near: String = text[..at.start].chars().rev().take(40).collect::<Vec<_>>().iter().rev().collect();
                let behind: String = text[at.end..].chars().take(40).collect();
                missed.push(format!("{rule} {}: {near}⟦{fault}⟧{behind}", file.display()));
            }
            replace(&mut linter, at.start..at.start + fault.len(), &words);
        }
    }
    let missed: String = planted.values().flat_map(|(_, missed)| missed).map(|line| format!("{line}\n")).collect();
    for (rule, (count, missed)) in &planted {
        println!("{rule}: {count} planted, {} missed", missed.len());
    }
    print!("{missed}");
    for rule in RULES.iter().filter(|rule| matches!(rule.family(), "figure" | "calendar")) {
        let (count, missed_here) = planted.get(rule.name).map_or((0, 0), |(count, missed)| (*count, missed.len()));
        // Reports of other years are held against by `planted_years`.
        assert!(count > 0 || rule.name == "figure/cross-year", "{}: nothing planted", rule.name);
        assert!(missed_here * 20 <= count, "{}: {missed_here} of {count} missed:\n{missed}", rule.name);
    }
}

fn replace(linter: &mut Linter, at: Range<usize>, words: &str) {
    let place = |byte| linter.draft().text().position_of(byte, PositionEncoding::Utf32);
    let change = Change { range: Some(place(at.start)..place(at.end)), text: words.to_owned() };
    linter.apply(&[change], PositionEncoding::Utf32).unwrap();
}

/// For each rule that found something right: what is changed of the report, and into what. At most one for each rule, a few for
/// those of budgets.
fn plants(text: &str, random: &mut Random) -> Vec<(&'static str, Range<usize>, String)> {
    let draft = Draft::new(text);
    let meeting = Meeting::of(&draft);
    let mut held: BTreeMap<&'static str, Vec<Vec<Range<usize>>>> = BTreeMap::new();
    for index in 0..draft.paragraphs().len() {
        let raw = draft.paragraph_text(index);
        let start = draft.paragraph_range(index).start;
        let checks = judged(&Passage::new(&draft.paragraphs()[index], &raw, &meeting));
        for check in checks.into_iter().filter(|check| check.holds) {
            let places = check.places.iter().map(|place| start + place.start..start + place.end);
            held.entry(check.rule.name).or_default().push(places.collect());
        }
    }
    for check in verify_across(&draft, text, &meeting, &[]).into_iter().filter(|check| check.holds) {
        let places = check.places.iter().map(|place| draft.range_of(*place)).collect();
        held.entry(check.rule.name).or_default().push(places);
    }
    let mut one = |(rule, checks): &(&'static str, Vec<Vec<Range<usize>>>)| {
        let rule = *rule;
        let places = &checks[random.next() as usize % checks.len()];
        let pick = match rule {
            // 其中 may name some parts only, so that a smaller sum is no fault: a part grows.
            "figure/sum" | "figure/part-exceeds-total" => 1 + random.next() as usize % (places.len() - 1),
            // The later number grows.
            "figure/chain" => places.len() - 1,
            _ => random.next() as usize % places.len(),
        };
        let place = places[pick].clone();
        // Where the others are written to the nearest 万亿, one digit more is within the rounding.
        let coarse = |at: &Range<usize>| text[at.end..].trim_start().starts_with("万亿");
        if !coarse(&place) && places.iter().any(coarse) {
            return None;
        }
        let number = fault(rule, &text[place.clone()], &text[place.end..], &meeting)?;
        Some((rule, place, number))
    };
    let often = |(rule, _): &(&'static str, _)| if OF_BUDGETS.contains(rule) { EACH } else { 1 };
    let held: Vec<(&'static str, Vec<Vec<Range<usize>>>)> = held.into_iter().collect();
    held.iter().flat_map(|check| std::iter::repeat_n(check, often(check))).filter_map(&mut one).collect()
}

/// What is written instead of words that a rule found right, before the rest of the text.
fn fault(rule: &str, words: &str, rest: &str, meeting: &Meeting) -> Option<String> {
    match rule {
        "figure/unit" => Some("减少".into()),
        // 增长8倍 may mean eight times as much or eight times more.
        "figure/growth" if rest.starts_with('倍') => None,
        "figure/range" => {
            let (low, high) = words.split_once(['—', '-', '～', '~', '－', '–'])?;
            let joint = &words[low.len()..words.len() - high.len()];
            Some(format!("{}{joint}{low}", high.trim_start_matches(['—', '-'])))
        }
        "figure/approximation" if rest.starts_with(['余', '多', '以', '左']) => None,
        "figure/approximation" => Some(format!("{words}左右")),
        "figure/restated" => nudged(words),
        // One more number than there are things.
        "figure/distributive" => Some(format!("{words}、{}", words.rsplit(['、', '和', '与', '及']).next()?)),
        // No month has 32 days, no week a day after Sunday.
        "calendar/date" if words.starts_with(|ch: char| ch.is_ascii_digit()) => Some("32".into()),
        "calendar/date" => Some(if words == "三" { "四" } else { "三" }.into()),
        "calendar/session" => Some(numeral::write(meeting.session.as_ref()?.number + 1)),
        // No term has had nine.
        "calendar/congress" => Some("九".into()),
        rule => changed(words, matches!(rule, "figure/part-exceeds-total" | "figure/chain")),
    }
}

/// The last digit, two more or less: twice as much would be another thing.
fn nudged(words: &str) -> Option<String> {
    let digit = words.chars().next_back().filter(|_| words.len() > 1)?.to_digit(10)?;
    let other = if digit < 8 { digit + 2 } else { digit - 2 };
    Some(format!("{}{other}", &words[..words.len() - 1]))
}

/// Another number or word in the same form; a number that grows by more than half of itself.
fn changed(words: &str, much: bool) -> Option<String> {
    match words {
        "开局" | "起步" => return Some("收官".into()),
        "收官" => return Some("开局".into()),
        "最后" => return Some("第三".into()),
        _ => {}
    }
    let first = words.chars().next()?;
    if !first.is_ascii_digit() {
        let value = numeral::read(words).or((words == "两").then_some(2))?;
        return Some(numeral::write(if value < 12 { value + 1 } else { value - 1 }));
    }
    Some(match first {
        _ if much => format!("9{words}"),
        '9' if words.find([',', '，']) == Some(3) => format!("1,{words}"),
        '9' => format!("1{words}"),
        digit => format!("{}{}", char::from_digit(digit.to_digit(10)? + 1, 10)?, &words[1..]),
    })
}

/// Numbers that are the same in every run (splitmix64).
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }
}
