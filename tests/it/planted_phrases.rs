//! Known miswritings planted in published reports, where the folder is present: they are found where they were put.

use std::path::Path;

use hegao::config::Settings;
use hegao::lexicon::{Entry, Lexicon};
use hegao::rules::Linter;
use hegao::text::decode;

/// Reports that are tried; the whole folder would say the same and take minutes.
const REPORTS: usize = 40;

#[test]
fn planted_miswritings_are_found() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/corpus/reports");
    let Ok(entries) = std::fs::read_dir(folder) else {
        super::corpus::skipped("planted phrases");
        return;
    };
    let mut files: Vec<_> = entries.flatten().map(|entry| entry.path()).collect();
    files.sort();
    let mut random = Random(20_260_112);
    let (mut planted, mut missed) = (0, Vec::new());
    for file in files.iter().step_by(files.len() / REPORTS) {
        let text = decode(&std::fs::read(file).unwrap()).unwrap().text;
        for (right, wrong) in variants() {
            let Some((at, draft)) = plant(&text, right, wrong, &mut random) else { continue };
            let linter = Linter::new(&draft, Settings::default().into());
            planted += 1;
            let hit = |finding: &hegao::rules::Finding| {
                finding.rule.family() == "phrase" && finding.place.start <= at && at < finding.place.end
            };
            if !linter.findings_at(at..at + wrong.len()).iter().any(hit) {
                missed.push(format!("{}: {wrong} for {right}", file.display()));
            }
        }
    }
    println!("{planted} planted, {} missed", missed.len());
    assert!(planted > 100, "{planted}");
    assert!(missed.len() * 20 <= planted, "{} of {planted} missed:\n{}", missed.len(), missed.join("\n"));
}

/// Every eleventh wording with one of its miswritings, of those that are miswritings wherever they stand.
fn variants() -> impl Iterator<Item = (&'static str, &'static str)> {
    let forms = |entry: &'static Entry| {
        entry.wrong.iter().chain(&entry.order).map(|variant| match variant.split_once('→') {
            Some((wrong, right)) => (right, wrong),
            None => (entry.canonical.as_str(), variant.as_str()),
        })
    };
    let everywhere = |entry: &&Entry| entry.only_before.is_empty();
    Lexicon::builtin().entries().iter().filter(everywhere).flat_map(forms).step_by(11)
}

/// A report in which one of the places of a wording is miswritten: that place, and the text.
fn plant(text: &str, right: &str, wrong: &str, random: &mut Random) -> Option<(usize, String)> {
    let places: Vec<usize> = text.match_indices(right).map(|(at, _)| at).collect();
    let at = *places.get(random.next() as usize % places.len().max(1))?;
    Some((at, [&text[..at], wrong, &text[at + right.len()..]].concat()))
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
