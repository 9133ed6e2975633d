//! A draft is written from its first line to its last: what warns on the way there and is silent in the end was a false
//! alarm.

use std::ops::Range;
use std::sync::Arc;

use hegao::config::{Settings, Severity};
use hegao::rules::Linter;
use hegao::text::{Change, PositionEncoding, decode};

/// Where a writer pauses and looks: behind a mark or a word of a number, and before the next line.
const PAUSES: [char; 14] = ['。', '；', '，', '、', '：', '）', '”', '》', '.', '是', '个', '项', '%', '元'];
/// Files between two that are tried, and how much is written of each, in bytes; the same on every run.
const STEP: usize = 13;
const WRITTEN: usize = 12_000;

/// What warns at a pause while a part of a text is written behind what stands before it, and not in the whole: the
/// rule, the words and those before the pause.
fn alarms(text: &str, part: Range<usize>) -> Vec<String> {
    let settings = Arc::new(Settings::default());
    let loud = |linter: &Linter| -> Vec<(&'static str, usize, usize)> {
        let found = linter.findings().into_iter().filter(|finding| finding.severity >= Severity::Warning);
        found.map(|finding| (finding.rule.name, finding.place.start, finding.place.end)).collect()
    };
    let whole: Vec<_> =
        loud(&Linter::new(text, settings.clone())).into_iter().map(|found| (found.0, found.1)).collect();
    let (mut linter, mut written, mut alarms) = (Linter::new(&text[..part.start], settings), part.start, Vec::new());
    for (at, ch) in text[part.clone()].char_indices() {
        let end = part.start + at + ch.len_utf8();
        if !PAUSES.contains(&ch) && !text[end..].starts_with(['\n', '\r']) && end < text.len() {
            continue;
        }
        let place = linter.draft().text().position_of(written, PositionEncoding::Utf8);
        let change = Change { range: Some(place..place), text: text[written..end].into() };
        linter.apply(&[change], PositionEncoding::Utf8).unwrap();
        written = end;
        for (rule, from, to) in loud(&linter) {
            // A quotation of whole sentences is open until its last mark, which editors write with the first.
            if !whole.contains(&(rule, from)) && rule != "punctuation/unpaired" {
                let before: String = text[..end].chars().rev().take(30).collect();
                let before: String = before.chars().rev().collect();
                alarms.push(format!("{rule}: {} …{before}|", &text[from..to]));
            }
        }
    }
    alarms
}

#[test]
fn a_good_draft_is_written_without_a_false_alarm() {
    for name in ["政协工作报告.md", "政府工作报告.txt"] {
        let file = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("examples").join(name);
        let text = std::fs::read_to_string(file).unwrap();
        assert_eq!(alarms(&text, 0..text.len()), [""; 0], "{name}");
    }
}

#[test]
fn published_reports_are_written_without_a_false_alarm() {
    let Some(files) = super::corpus::reports("published_reports_are_written_without_a_false_alarm") else { return };
    for (nth, file) in files.iter().step_by(STEP).enumerate() {
        let text = decode(&std::fs::read(file).unwrap()).unwrap().text;
        // The head of one, the middle of the next, the end of a third.
        let line =
            |byte: usize| (byte..text.len()).find(|at| text.as_bytes()[*at] == b'\n').map_or(text.len(), |at| at + 1);
        let start = if nth % 3 == 0 { 0 } else { line(text.len() / 3 * (nth % 3)) };
        assert_eq!(alarms(&text, start..line((start + WRITTEN).min(text.len()))), [""; 0], "{}", file.display());
    }
}
