//! Numbers changed in published reports, where the folder is present: where a rule had calculated that the numbers
//! fit, it finds that they no longer do.

use std::collections::BTreeMap;
use std::path::Path;

use hegao::config::Settings;
use hegao::draft::{Draft, Meeting, Passage};
use hegao::rules::{Linter, Verified, verify};
use hegao::syntax::numeral;
use hegao::text::decode;

/// Every how many-th report is tried; the whole folder would say the same and take minutes.
const STEP: usize = 2;

#[test]
fn changed_numbers_are_found() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/corpus/reports");
    let Ok(entries) = std::fs::read_dir(folder) else {
        super::corpus::skipped("planted figures");
        return;
    };
    let mut files: Vec<_> = entries.flatten().map(|entry| entry.path()).collect();
    files.sort();
    let mut random = Random(20_260_112);
    let mut planted: BTreeMap<&str, (usize, Vec<String>)> = BTreeMap::new();
    for file in files.iter().step_by(STEP) {
        let text = decode(&std::fs::read(file).unwrap()).unwrap().text;
        for (rule, at, changed) in plants(&text, &mut random) {
            let linter = Linter::new(&changed, Settings::default().into());
            let paragraph = linter.draft().paragraph_at(at).unwrap();
            let found = linter.findings_at(linter.draft().paragraph_range(paragraph));
            let (count, missed) = planted.entry(rule).or_default();
            *count += 1;
            if !found.iter().any(|finding| finding.rule.name == rule) {
                let near = changed[..at].chars().rev().take(40).collect::<Vec<_>>().into_iter().rev();
                let behind: String = changed[at..].chars().take(40).collect();
                missed.push(format!("{rule} {}: {}⟦{behind}", file.display(), near.collect::<String>()));
            }
        }
    }
    let all: usize = planted.values().map(|(count, _)| count).sum();
    let missed: Vec<&String> = planted.values().flat_map(|(_, missed)| missed).collect();
    for (rule, (count, missed)) in &planted {
        println!("{rule}: {count} planted, {} missed", missed.len());
    }
    assert!(all > 100, "{all}");
    assert!(
        missed.len() * 20 <= all,
        "{} of {all} missed:\n{}",
        missed.len(),
        missed.iter().map(|line| format!("{line}\n")).collect::<String>()
    );
}

/// For each calculation that came out right: its rule, the byte of the number that was changed, and the report so
/// changed. At most one for each rule and report.
fn plants(text: &str, random: &mut Random) -> Vec<(&'static str, usize, String)> {
    let draft = Draft::new(text);
    let meeting = Meeting::of(&draft);
    let mut held: BTreeMap<&'static str, Vec<(usize, Verified)>> = BTreeMap::new();
    for index in 0..draft.paragraphs().len() {
        let raw = draft.paragraph_text(index);
        let start = draft.paragraph_range(index).start;
        for check in
            verify(&Passage::new(&draft.paragraphs()[index], &raw, &meeting)).into_iter().filter(|check| check.holds)
        {
            held.entry(check.rule.name).or_default().push((start, check));
        }
    }
    let one = |(rule, checks): (&'static str, Vec<(usize, Verified)>)| {
        let (start, check) = &checks[random.next() as usize % checks.len()];
        let pick = match rule {
            // 其中 may name some parts only, so that a smaller sum is no fault: a part grows.
            "figure/sum" | "figure/part-exceeds-total" => 1 + random.next() as usize % (check.places.len() - 1),
            _ => random.next() as usize % check.places.len(),
        };
        let place = start + check.places[pick].start..start + check.places[pick].end;
        let number = changed(&text[place.clone()], rule == "figure/part-exceeds-total")?;
        Some((rule, place.start, [&text[..place.start], &number, &text[place.end..]].concat()))
    };
    held.into_iter().filter_map(one).collect()
}

/// Another number or word in the same form; a number that grows by more than half of itself.
fn changed(words: &str, much: bool) -> Option<String> {
    match words {
        "开局" | "起步" => return Some("收官".into()),
        "收官" | "最后" => return Some("开局".into()),
        _ => {}
    }
    let first = words.chars().next()?;
    if !first.is_ascii_digit() {
        let value = numeral::read(words).or((words == "两").then_some(2))?;
        return Some(numeral::write(if value < 12 { value + 1 } else { value - 1 }));
    }
    Some(match first {
        _ if much => format!("9{words}"),
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
