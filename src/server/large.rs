//! Answers with thousands of entries, on their way around the framework: it makes a tree of JSON values of each answer,
//! which takes longer than finding what is in it, and as much memory again as the draft.
//!
//! The framework is given a short answer that stands for the real one, which takes its place in what is written.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use memchr::memmem;
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use tower_lsp::ls_types::{CodeLens, Command, DocumentSymbol, DocumentSymbolResponse, FoldingRange, Range, SymbolKind};

/// What the word begins with that stands for an answer.
const WORD: &str = "hegao/large/";

/// Longest body that may stand for another.
const SHORT: usize = 1024;

/// Answers whose place something else has taken.
#[derive(Clone, Default)]
pub struct Large {
    waiting: Arc<Mutex<Waiting>>,
}

#[derive(Default)]
struct Waiting {
    last: u64,
    answers: HashMap<u64, Box<RawValue>>,
}

/// An answer that something may stand for.
pub trait Answer: Serialize {
    /// The shortest one that says a word.
    fn saying(word: String) -> Self;
}

#[derive(Deserialize)]
struct Response<'a> {
    #[serde(borrow)]
    id: &'a RawValue,
}

#[derive(Serialize)]
struct Whole<'a> {
    jsonrpc: &'static str,
    result: &'a RawValue,
    id: &'a RawValue,
}

impl Large {
    /// Keeps an answer, given in JSON; what stands for it.
    pub fn keep<T: Answer>(&self, answer: Box<RawValue>) -> T {
        let mut waiting = self.waiting.lock().unwrap_or_else(PoisonError::into_inner);
        waiting.last += 1;
        let number = waiting.last;
        waiting.answers.insert(number, answer);
        T::saying(format!("{WORD}{number}"))
    }

    /// The body of the answer that a body stands for; `None` for one that stands for itself.
    pub fn put_back(&self, body: &[u8]) -> Option<Vec<u8>> {
        if body.len() > SHORT {
            return None;
        }
        let digits = &body[memmem::find(body, WORD.as_bytes())? + WORD.len()..];
        let digits = digits.split(|byte| !byte.is_ascii_digit()).next()?;
        let number = std::str::from_utf8(digits).ok()?.parse().ok()?;
        let Response { id } = serde_json::from_slice(body).ok()?;
        let answer = self.waiting.lock().unwrap_or_else(PoisonError::into_inner).answers.remove(&number)?;
        serde_json::to_vec(&Whole { jsonrpc: "2.0", result: &answer, id }).ok()
    }
}

/// An answer in JSON.
pub fn json(answer: &impl Serialize) -> Box<RawValue> {
    serde_json::value::to_raw_value(answer).unwrap_or_else(|_| RawValue::NULL.to_owned())
}

impl Answer for DocumentSymbolResponse {
    #[allow(deprecated, reason = "the struct has no constructor that leaves the deprecated field out")]
    fn saying(word: String) -> Self {
        DocumentSymbolResponse::Nested(vec![DocumentSymbol {
            name: word,
            detail: None,
            kind: SymbolKind::NULL,
            tags: None,
            deprecated: None,
            range: Range::default(),
            selection_range: Range::default(),
            children: None,
        }])
    }
}

impl Answer for Vec<FoldingRange> {
    fn saying(word: String) -> Self {
        vec![FoldingRange { collapsed_text: Some(word), ..FoldingRange::default() }]
    }
}

impl Answer for Vec<CodeLens> {
    fn saying(word: String) -> Self {
        let command = Command { title: word, command: String::new(), arguments: None };
        vec![CodeLens { range: Range::default(), command: Some(command), data: None }]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn body(id: u32, result: impl Serialize) -> Vec<u8> {
        serde_json::to_vec(&serde_json::json!({ "jsonrpc": "2.0", "result": result, "id": id })).unwrap()
    }

    #[test]
    fn each_answer_takes_its_own_place_and_once() {
        let large = Large::default();
        let folds = |from: u32| vec![FoldingRange { start_line: from, ..FoldingRange::default() }; 2];
        let stand_ins = [1, 2].map(|from| large.keep::<Vec<FoldingRange>>(json(&folds(from))));
        let read = |body: Vec<u8>| serde_json::from_slice::<serde_json::Value>(&body).unwrap();
        for (from, id) in [(2, 7), (1, 8)] {
            let stand_in = body(id, &stand_ins[from as usize - 1]);
            let whole = large.put_back(&stand_in).map(read);
            assert_eq!(whole, Some(read(body(id, folds(from)))));
            assert_eq!(large.put_back(&stand_in), None);
        }
        assert_eq!(large.put_back(&body(9, folds(3))), None);
    }
}
