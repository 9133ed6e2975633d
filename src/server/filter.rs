//! Repairs a message before the framework reads it.
//!
//! tower-lsp stops reading for good at the first body it cannot parse, and silently drops a message whose URI is not
//! one. Both happen with real editors: VS Code sends half of a surrogate pair while an emoji is typed, and some clients
//! do not percent-encode. A message that cannot be repaired is refused here, alone.

use std::borrow::Cow;
use std::fmt;
use std::ops::Range;

use memchr::memmem;
use serde::Deserialize;
use serde::de::{Deserializer, MapAccess, SeqAccess, Visitor};
use tower_lsp::jsonrpc::Id;
use tower_lsp::ls_types::{DidChangeTextDocumentParams, DidOpenTextDocumentParams, TextDocumentItem};

use super::uri;

/// A message that can be read.
#[derive(Debug)]
pub enum Readable {
    /// As the framework can read it.
    Body(Vec<u8>),
    /// It opens a draft.
    Opening(TextDocumentItem),
}

/// A body as it can be read.
///
/// # Errors
/// Why it never will: not JSON, nested too deeply, or not a JSON-RPC message.
pub fn repaired(mut body: Vec<u8>) -> Result<Readable, serde_json::Error> {
    if memmem::find(&body, b"\\u").is_some() {
        replace_lone_surrogates(&mut body);
    }
    encode_uris(&mut body);
    let text = match simdutf8::basic::from_utf8(&body) {
        Ok(text) => Cow::Borrowed(text),
        Err(_) => String::from_utf8_lossy(&body),
    };
    // The longest messages are read once.
    if let Ok(opening) = serde_json::from_str::<Opening>(&text) {
        return Ok(Readable::Opening(opening.params.text_document));
    }
    let envelope = serde_json::from_str::<Envelope<'_>>(&text)?;
    if envelope.method == "textDocument/didChange"
        && let Err(error) = serde_json::from_str::<Change>(&text)
    {
        return unreadable(&text).map(Readable::Body).ok_or(error);
    }
    let replaced = match text {
        Cow::Owned(text) => Some(text),
        Cow::Borrowed(_) => None,
    };
    Ok(Readable::Body(replaced.map_or(body, String::into_bytes)))
}

#[derive(Deserialize)]
#[allow(dead_code, reason = "whatever is not didOpen cannot be read as such")]
struct Opening {
    jsonrpc: Version,
    method: DidOpen,
    params: DidOpenTextDocumentParams,
}

#[derive(Deserialize)]
enum DidOpen {
    #[serde(rename = "textDocument/didOpen")]
    Method,
}

/// Method of the message that stands for a change which cannot be read. The framework would drop such a change
/// without a word, and all that is said of the draft afterwards would be about another text.
pub const UNREADABLE: &str = "hegao/unreadable";

#[derive(Deserialize)]
#[allow(dead_code, reason = "only whether it can be read matters")]
struct Change {
    params: DidChangeTextDocumentParams,
}

fn unreadable(change: &str) -> Option<Vec<u8>> {
    let change: serde_json::Value = serde_json::from_str(change).ok()?;
    let draft = &change["params"]["textDocument"];
    let version = draft["version"].as_i64().and_then(|version| i32::try_from(version).ok());
    let params = serde_json::json!({ "uri": draft["uri"].as_str()?, "version": version });
    let message = serde_json::json!({ "jsonrpc": "2.0", "method": UNREADABLE, "params": params });
    serde_json::to_vec(&message).ok()
}

/// `\ud83d` without its other half becomes `\uFFFD`: as long in bytes and in UTF-16, so positions hold.
fn replace_lone_surrogates(body: &mut [u8]) {
    let mut at = 0;
    while let Some(found) = memchr::memchr(b'\\', &body[at..]) {
        at += found;
        at += match (code_unit(body, at), code_unit(body, at + 6)) {
            (None, _) => 2,
            (Some(0xD800..=0xDBFF), Some(0xDC00..=0xDFFF)) => 12,
            (Some(0xD800..=0xDFFF), _) => {
                body[at + 2..at + 6].copy_from_slice(b"FFFD");
                6
            }
            (Some(_), _) => 6,
        };
        if at >= body.len() {
            return;
        }
    }
}

/// The code unit of an escape `\uXXXX` that begins at a byte.
fn code_unit(body: &[u8], at: usize) -> Option<u32> {
    let digits = body.get(at..at + 6)?.strip_prefix(b"\\u")?;
    u32::from_str_radix(std::str::from_utf8(digits).ok()?, 16).ok()
}

/// Percent-encodes what must be in the values of keys that end in `uri`, and of `href`.
fn encode_uris(body: &mut Vec<u8>) {
    let mut repairs = Vec::new();
    for value in uri_values(body) {
        if uri::needs_encoding(&body[value.clone()]) {
            let quoted = &body[value.start - 1..value.end + 1];
            if let Ok(raw) = serde_json::from_slice::<String>(quoted) {
                repairs.push((value, uri::encoded(&raw)));
            }
        }
    }
    for (value, encoded) in repairs.into_iter().rev() {
        body.splice(value, encoded.into_bytes());
    }
}

/// Where the strings (without their quotes) stand that are values of such keys, in order. Inside a text the quotes of
/// `"uri":` are escaped, so a draft about LSP is not taken for a message.
fn uri_values(body: &[u8]) -> Vec<Range<usize>> {
    let mut values = Vec::new();
    for key in [b"uri\"".as_slice(), b"Uri\"", b"href\""] {
        values.extend(memmem::find_iter(body, key).filter_map(|at| string_after_colon(body, at + key.len())));
    }
    values.sort_by_key(|value| value.start);
    values
}

fn string_after_colon(body: &[u8], at: usize) -> Option<Range<usize>> {
    let after = |at: usize, byte: u8| {
        let at = at + body[at..].iter().position(|byte| !byte.is_ascii_whitespace())?;
        (body[at] == byte).then_some(at + 1)
    };
    let start = after(after(at, b':')?, b'"')?;
    let mut end = start;
    loop {
        end += memchr::memchr2(b'"', b'\\', &body[end..])?;
        match body[end] {
            b'"' => return Some(start..end),
            _ if end + 2 > body.len() => return None,
            _ => end += 2,
        }
    }
}

/// What the framework reads of every message. Reading it here with the same parser is what makes sure that it can.
#[derive(Deserialize)]
#[allow(dead_code, reason = "only whether it can be read matters")]
struct Envelope<'a> {
    jsonrpc: Version,
    #[serde(default, borrow)]
    method: Cow<'a, str>,
    #[serde(default)]
    id: Option<Id>,
    #[serde(default)]
    params: Option<Any>,
    #[serde(default)]
    result: Option<Any>,
    #[serde(default)]
    error: Option<Any>,
}

#[derive(Deserialize)]
enum Version {
    #[serde(rename = "2.0")]
    Two,
}

/// Any value that the parser accepts. Unlike `IgnoredAny` it goes through the same depth limit and number checks as
/// the framework's own reading.
struct Any;

impl<'de> Deserialize<'de> for Any {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Any)
    }
}

impl<'de> Visitor<'de> for Any {
    type Value = Any;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }

    fn visit_bool<E>(self, _: bool) -> Result<Any, E> {
        Ok(Any)
    }

    fn visit_i64<E>(self, _: i64) -> Result<Any, E> {
        Ok(Any)
    }

    fn visit_u64<E>(self, _: u64) -> Result<Any, E> {
        Ok(Any)
    }

    fn visit_f64<E>(self, _: f64) -> Result<Any, E> {
        Ok(Any)
    }

    fn visit_str<E>(self, _: &str) -> Result<Any, E> {
        Ok(Any)
    }

    fn visit_unit<E>(self) -> Result<Any, E> {
        Ok(Any)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Any, A::Error> {
        while seq.next_element::<Any>()?.is_some() {}
        Ok(Any)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Any, A::Error> {
        while map.next_entry::<Any, Any>()?.is_some() {}
        Ok(Any)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn message(params: &str) -> String {
        format!(r#"{{"jsonrpc":"2.0","method":"x","params":{params}}}"#)
    }

    fn repair(params: &str) -> String {
        body_of(message(params).into_bytes())
    }

    fn body_of(body: Vec<u8>) -> String {
        match repaired(body).unwrap() {
            Readable::Body(body) => String::from_utf8(body).unwrap(),
            Readable::Opening(draft) => panic!("no draft was opened: {draft:?}"),
        }
    }

    #[test]
    fn half_of_a_surrogate_pair_is_replaced_and_nothing_else() {
        assert_eq!(repair(r#""\ud83d""#), message(r#""\uFFFD""#));
        assert_eq!(repair(r#""\ud83d\ud83d\ude00\ude00""#), message(r#""\uFFFD\ud83d\ude00\uFFFD""#));
        assert_eq!(repair(r#""\\ud83d \u4e2d""#), message(r#""\\ud83d \u4e2d""#));
    }

    #[test]
    fn names_that_are_no_uris_are_encoded_in_place() {
        let raw = r#"{"a":{"uri" : "file:///t/a b中[1].txt"},"rootUri":"file:///\u4e2d"}"#;
        let good = r#"{"a":{"uri" : "file:///t/a%20b%E4%B8%AD%5B1%5D.txt"},"rootUri":"file:///%E4%B8%AD"}"#;
        assert_eq!(repair(raw), message(good));
        let text = r#"{"text":"写 \"uri\": \"中\"","uri":"file:///t/a.txt","rootUri":null}"#;
        assert_eq!(repair(text), message(text));
    }

    #[test]
    fn bytes_that_are_no_text_are_replaced() {
        let mut body = message(r#""?""#).into_bytes();
        let at = body.iter().position(|byte| *byte == b'?').unwrap();
        body[at] = 0xFF;
        assert_eq!(body_of(body), message("\"\u{FFFD}\""));
    }

    #[test]
    fn what_the_framework_cannot_read_is_refused() {
        let deep = message(&format!("{}{}", "[".repeat(50_000), "]".repeat(50_000)));
        let bad =
            ["", "{", "[]", "{}", r#"{"jsonrpc":"1.0"}"#, r#"{"jsonrpc":"2.0","id":{}}"#, &message("1e999"), &deep];
        for body in bad {
            assert!(repaired(body.as_bytes().to_vec()).is_err(), "{}", &body[..body.len().min(60)]);
        }
    }
}
