//! What a draft costs: parsing it, a keystroke in it, and linting a folder. `cargo bench`.
//!
//! Read the ratios, not the times: a keystroke at 10 MB against one at 20,000 characters, linting against copying.

use std::process::Command;
use std::sync::Arc;

use divan::{Bencher, counter::BytesCount};
use hegao::config::Settings;
use hegao::draft::Draft;
use hegao::lexicon::{Entry, Lexicon, parse};
use hegao::rules::Linter;
use hegao::text::han::is_han;
use hegao::text::{Change, Position, PositionEncoding, decode};

fn main() {
    divan::main();
}

const EXAMPLES: [&str; 3] = [
    include_str!("../examples/政协工作报告.md"),
    include_str!("../examples/政府工作报告.txt"),
    include_str!("../examples/问题稿.txt"),
];

/// The examples' paragraphs over and over, at least this many bytes.
fn text(bytes: usize) -> String {
    let mut text = String::with_capacity(bytes + 100_000);
    let paragraphs: Vec<&str> = EXAMPLES.iter().flat_map(|draft| draft.split_inclusive('\n')).collect();
    let mut at = 0;
    while text.len() < bytes {
        text.push_str(paragraphs[at % paragraphs.len()]);
        // Another order each time round, so that runs break and headings repeat as in a folder of drafts.
        at += 1 + (at / paragraphs.len()) % 7;
    }
    text
}

/// 20,000 characters, a long draft.
fn draft() -> String {
    text(20_000 * 3)
}

const SIZES: [usize; 3] = [60_000, 1_000_000, 10_000_000];

#[divan::bench]
fn parse_20_000_characters(bencher: Bencher<'_, '_>) {
    let text = draft();
    bencher.counter(BytesCount::of_str(&text)).bench(|| Draft::new(&text));
}

#[divan::bench(args = SIZES)]
fn lint(bencher: Bencher<'_, '_>, bytes: usize) {
    let text = text(bytes);
    let settings = Arc::new(Settings::default());
    bencher.counter(BytesCount::of_str(&text)).bench(|| Linter::new(&text, settings.clone()));
}

/// A character typed into the prose in the middle of a draft, and taken out again by the next.
#[divan::bench(args = SIZES)]
fn keystroke_in_prose(bencher: Bencher<'_, '_>, bytes: usize) {
    let mut linter = Linter::new(&text(bytes), Arc::new(Settings::default()));
    let line = prose(&linter);
    let mut keys = [("新", 10, 10), ("", 10, 11)].into_iter().cycle();
    bencher.bench_local(|| type_at(&mut linter, line, keys.next()));
}

/// A new paragraph in the middle of a draft, and joined again by the next: everything behind it moves.
#[divan::bench(args = SIZES)]
fn keystroke_enter(bencher: Bencher<'_, '_>, bytes: usize) {
    let mut linter = Linter::new(&text(bytes), Arc::new(Settings::default()));
    let line = prose(&linter);
    let mut odd = false;
    bencher.bench_local(|| {
        odd = !odd;
        let end = if odd { Position { line, column: 10 } } else { Position { line: line + 1, column: 0 } };
        let new = if odd { "\n" } else { "" };
        let change = Change { range: Some(Position { line, column: 10 }..end), text: new.into() };
        linter.apply(&[change], PositionEncoding::Utf16).expect("the place exists")
    });
}

fn prose(linter: &Linter) -> usize {
    let text = linter.draft().text();
    let middle = text.len_lines() / 2;
    (middle..).find(|line| text.line_range(*line).len() > 300).expect("a line of prose follows")
}

fn type_at(linter: &mut Linter, line: usize, key: Option<(&str, usize, usize)>) {
    let (new, start, end) = key.expect("the keys cycle");
    let range = Position { line, column: start }..Position { line, column: end };
    let change = Change { range: Some(range), text: new.into() };
    linter.apply(&[change], PositionEncoding::Utf16).expect("the place exists");
}

/// The published reports, where the folder is present.
#[divan::bench]
fn lint_published_reports(bencher: Bencher<'_, '_>) {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/corpus/reports");
    let Ok(entries) = std::fs::read_dir(folder) else {
        eprintln!("skipped: no published reports at ../shared/corpus");
        return;
    };
    let texts: Vec<String> = entries
        .flatten()
        .filter_map(|entry| std::fs::read(entry.path()).ok())
        .filter_map(|bytes| decode(&bytes).ok())
        .map(|decoded| decoded.text)
        .collect();
    let settings = Arc::new(Settings::default());
    let bytes: usize = texts.iter().map(String::len).sum();
    bencher
        .counter(BytesCount::new(bytes))
        .bench(|| texts.iter().map(|text| Linter::new(text, settings.clone()).findings().len()).sum::<usize>());
}

/// Phrases of the program alone, fewer, and many more.
const PHRASES: [usize; 3] = [400, 600, 10_000];

/// So many phrases: those of the program, then made ones of four to eleven characters with two miswritings each. Their
/// characters are those of drafts, so that what is looked for begins like what is there.
fn lexicon(count: usize) -> Arc<Lexicon> {
    let mut entries: Vec<Entry> = Lexicon::builtin().entries().iter().take(count).cloned().collect();
    let mut texts: Vec<char> = draft().chars().filter(|ch| is_han(*ch)).collect();
    texts.sort_unstable();
    texts.dedup();
    let mut number = 0usize;
    let mut next = || {
        // Steps that have no divisor in common with the count come round to all characters.
        number += 1;
        texts[number * 7_919 % texts.len()]
    };
    while entries.len() < count {
        let canonical: String = (0..4 + entries.len() % 8).map(|_| next()).collect();
        let wrong =
            [format!("{canonical}{}", next()), canonical.chars().rev().collect()].map(|wrong| format!("\"{wrong}\""));
        let text = format!("[[phrase]]\ncanonical = \"{canonical}\"\nsource = \"-\"\nwrong = [{}]\n", wrong.join(", "));
        entries.extend(parse(&text).into_iter().flatten());
    }
    Arc::new(Lexicon::new(entries))
}

#[divan::bench(args = PHRASES)]
fn build_lexicon(bencher: Bencher<'_, '_>, count: usize) {
    let entries = lexicon(count).entries().to_vec();
    bencher.bench(|| Lexicon::new(entries.clone()));
}

#[divan::bench(args = PHRASES)]
fn lint_with_phrases(bencher: Bencher<'_, '_>, count: usize) {
    let settings = Arc::new(Settings::default().with_lexicon(lexicon(count)));
    let text = draft();
    bencher.counter(BytesCount::of_str(&text)).bench(|| Linter::new(&text, settings.clone()));
}

#[divan::bench(args = PHRASES)]
fn keystroke_with_phrases(bencher: Bencher<'_, '_>, count: usize) {
    let mut linter = Linter::new(&draft(), Arc::new(Settings::default().with_lexicon(lexicon(count))));
    let line = prose(&linter);
    let mut keys = [("新", 10, 10), ("", 10, 11)].into_iter().cycle();
    bencher.bench_local(|| type_at(&mut linter, line, keys.next()));
}

/// From the start of the program to the findings of one draft: the lexicon and, where a phrase is nearly there, the
/// dictionary are read from the program.
#[divan::bench]
fn start_to_first_findings(bencher: Bencher<'_, '_>) {
    let draft = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/政府工作报告.txt");
    bencher.bench(|| {
        let run = Command::new(env!("CARGO_BIN_EXE_hegao")).args(["lint", draft]).output();
        run.expect("the program was built with this bench").stdout.len()
    });
}
