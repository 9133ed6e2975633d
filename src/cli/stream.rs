//! `--stdin-format jsonl`: a draft on each line of standard input, an answer on each line of standard output, in the
//! same order. It is the filter that a cluster engine pipes documents through, so no line ends it, and memory does not
//! depend on how many there are.

use std::io::{self, BufRead, BufReader, Read};
use std::ops::ControlFlow;
use std::sync::Arc;

use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use super::check::caught;
use super::ordered::in_order;
use super::output::Output;
use super::report::Checked;
use super::report::json::{Entry, entries};
use super::tally::Tally;
use crate::config::Settings;
use crate::rules::Linter;

/// Longest line, in bytes; a report of 30,000 characters takes 180 KB at most. The rest of a longer one is skipped.
const LONGEST: u64 = 64 << 20;

/// A line of input. Other keys are left alone.
#[derive(Deserialize)]
struct Question<'a> {
    /// Anything; it comes back as it was written.
    #[serde(borrow, default)]
    id: Option<&'a RawValue>,
    text: String,
}

/// A line of output: the findings of a draft, or why there are none.
#[derive(Serialize, Default)]
struct Answer<'a> {
    /// Line of input, from 1, for a line that gave no draft.
    #[serde(skip_serializing_if = "Option::is_none")]
    line: Option<usize>,
    id: Option<&'a RawValue>,
    #[serde(skip_serializing_if = "Option::is_none")]
    findings: Option<Vec<Entry<'a>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    error: Option<String>,
}

/// Answers every line of standard input; `false` with the counts when one of them could not be answered in full.
pub fn answer_all(settings: &Arc<Settings>, out: &mut Output) -> (Tally, bool) {
    let mut input = BufReader::new(io::stdin());
    let lines = std::iter::from_fn(move || next_line(&mut input)).enumerate();
    let work = |(index, line): (usize, io::Result<Vec<u8>>)| answer(index + 1, line, settings);
    let (mut tally, mut whole) = (Tally::default(), true);
    in_order(lines, work, |done| {
        let Some((line, counts)) = done else { return ControlFlow::Continue(()) };
        out.write(&line);
        // Whoever asks one by one waits for this answer.
        out.flush();
        whole &= counts.failed == 0;
        tally.add(&counts);
        if out.is_closed() {
            // Nobody reads on, and whoever writes may never end.
            std::process::exit(i32::from(super::exit::WRONG));
        }
        ControlFlow::Continue(())
    });
    (tally, whole)
}

/// The next line without its line break; `None` at the end. Of a line that is too long only the beginning is kept.
fn next_line(input: &mut impl BufRead) -> Option<io::Result<Vec<u8>>> {
    let mut line = Vec::new();
    match input.by_ref().take(LONGEST + 1).read_until(b'\n', &mut line) {
        Ok(0) => return None,
        Ok(_) => {}
        Err(error) => return Some(Err(error)),
    }
    if line.last() == Some(&b'\n') {
        line.pop();
    } else if line.len() as u64 > LONGEST
        && let Err(error) = input.skip_until(b'\n')
    {
        return Some(Err(error));
    }
    Some(Ok(line))
}

/// The answer to a line with its line break, and its counts; `None` for a blank line.
fn answer(number: usize, line: io::Result<Vec<u8>>, settings: &Arc<Settings>) -> Option<(Vec<u8>, Tally)> {
    let failed = |error: String| {
        (written(&Answer { line: Some(number), error: Some(error), ..Answer::default() }), Tally::failure())
    };
    let line = match line {
        Ok(line) if line.len() as u64 > LONGEST => {
            return Some(failed(format!("这一行超过 {} MB，没有检查", LONGEST >> 20)));
        }
        Ok(line) => line,
        Err(error) => return Some(failed(format!("标准输入读不出来（{error}）"))),
    };
    if line.iter().all(u8::is_ascii_whitespace) {
        return None;
    }
    let question = std::str::from_utf8(&line).map_err(|_| "这一行不是 UTF-8".to_owned()).and_then(|line| {
        let wrong = |error| format!("这一行不是 {{\"id\": …, \"text\": \"…\"}} 这样的 JSON（{error}）");
        serde_json::from_str::<Question<'_>>(line).map_err(wrong)
    });
    let Question { id, text } = match question {
        Ok(question) => question,
        Err(error) => return Some(failed(error)),
    };
    let checked = caught(|| check(id, &text, settings));
    let own = |error| (written(&Answer { id, error: Some(error), ..Answer::default() }), Tally::failure());
    Some(checked.unwrap_or_else(own))
}

fn check(id: Option<&RawValue>, text: &str, settings: &Arc<Settings>) -> (Vec<u8>, Tally) {
    let linter = Linter::new(text.strip_prefix('\u{FEFF}').unwrap_or(text), settings.clone());
    let findings = linter.findings();
    let (path, draft) = ("", linter.draft());
    let checked = Checked { path, draft, findings: &findings, unsafe_fixes: false, pages: None };
    let mut tally = Tally::of(&findings, false);
    let faults: Vec<String> = linter.faults().iter().map(super::check::told).collect();
    tally.failed += usize::from(!faults.is_empty());
    let error = (!faults.is_empty()).then(|| faults.join("；"));
    let findings = Some(entries(&checked).map(Entry::without_path).collect());
    (written(&Answer { id, findings, error, line: None }), tally)
}

fn written(answer: &Answer<'_>) -> Vec<u8> {
    // Strings, numbers and what was JSON before always have a JSON form.
    let mut line = serde_json::to_vec(answer).unwrap_or_default();
    line.push(b'\n');
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rest_of_a_line_that_is_too_long_is_skipped() {
        let mut long = io::repeat(b'a').take(LONGEST + 5).chain(&b"\nb\nc"[..]);
        let mut input = BufReader::new(&mut long);
        let mut lengths = Vec::new();
        while let Some(line) = next_line(&mut input) {
            lengths.push(line.unwrap().len() as u64);
        }
        assert_eq!(lengths, [LONGEST + 1, 1, 1]);
    }
}
