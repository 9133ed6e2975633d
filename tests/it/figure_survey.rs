//! What the rules of figures and of the calendar look at in published reports, where the folder is present. With
//! `--nocapture` the table of candidates, of those that hold and of findings is printed.

use std::collections::BTreeMap;

use hegao::draft::{Draft, Meeting, Passage};
use hegao::rules::{RULES, judged, verify_across};
use hegao::text::decode;

/// Rules that compare what the reports here hardly say twice.
const RARE: [&str; 2] = ["figure/cross-year", "calendar/report-year"];

#[test]
fn every_rule_finds_something_to_look_at() {
    let Some(reports) = super::corpus::reports("the survey of figures") else { return };
    let Some(seeds) = super::corpus::files("seeds", "the survey of figures") else { return };
    let mut counts: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    let mut files: Vec<_> = reports.into_iter().chain(seeds).collect();
    files.sort();
    for file in files {
        let text = decode(&std::fs::read(&file).unwrap()).unwrap().text;
        let draft = Draft::new(&text);
        let meeting = Meeting::of(&draft);
        let mut note = |rule: &'static str, holds: bool, shown: &str| {
            let count = counts.entry(rule).or_default();
            if holds {
                count.0 += 1
            } else {
                count.1 += 1
            }
            if !holds {
                println!("{rule} {}: {shown}", file.file_name().unwrap_or_default().to_string_lossy());
            }
        };
        for (index, paragraph) in draft.paragraphs().iter().enumerate() {
            let raw = draft.paragraph_text(index);
            let passage = Passage::new(paragraph, &raw, &meeting);
            judged(&passage).iter().for_each(|one| note(one.rule.name, one.holds, &one.shown));
        }
        for one in verify_across(&draft, &text, &meeting, &[]) {
            note(one.rule.name, one.holds, &one.shown);
        }
    }
    println!("{:30} {:>10} {:>7} {:>8}", "rule", "candidates", "holds", "findings");
    for rule in RULES.iter().filter(|rule| matches!(rule.family(), "figure" | "calendar")) {
        let (holds, findings) = counts.get(rule.name).copied().unwrap_or_default();
        println!("{:30} {:>10} {holds:>7} {findings:>8}", rule.name, holds + findings);
        assert!(holds > 0 || RARE.contains(&rule.name), "{} has found nothing right", rule.name);
    }
}
