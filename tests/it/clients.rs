//! Sessions recorded from real editors (tests/clients), replayed: every request is answered, the text is that which
//! the editor saved, and what is shown of it is what `hegao lint` finds in it.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use hegao::config::Settings;
use hegao::rules::Linter;
use hegao::text::{PositionEncoding, Text};
use serde_json::{Value, json};

use super::client::Client;

/// Requests that the editor gave up are answered with this.
const CANCELLED: i64 = -32800;

/// A session under way.
struct Replay {
    client: Client,
    folder: tempfile::TempDir,
    encoding: String,
    /// Whether this editor asks for diagnostics itself.
    pulls: bool,
    /// The drafts that are open, as the editor spells their addresses, with the text it has.
    drafts: BTreeMap<String, String>,
    /// The list last pushed for each draft.
    pushed: BTreeMap<String, Vec<Value>>,
    /// The code actions last offered.
    actions: Vec<Value>,
    /// Requests that the server may keep until something has changed.
    waiting: Vec<Value>,
    /// It has been told to shut down.
    ending: bool,
    saves: usize,
    checks: usize,
}

#[test]
fn vscode() {
    Replay::run("vscode.jsonl", "utf-16");
}

#[test]
fn neovim_0_11() {
    Replay::run("neovim-0.11.jsonl", "utf-8");
}

#[test]
fn neovim_0_7() {
    Replay::run("neovim-0.7.jsonl", "utf-16");
}

#[test]
fn eglot() {
    Replay::run("eglot.jsonl", "utf-16");
}

#[test]
fn helix() {
    Replay::run("helix.jsonl", "utf-8");
}

impl Replay {
    fn run(name: &str, encoding: &str) {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("hegao.toml"), "").unwrap();
        let mut replay = Replay {
            client: Client::spawn(&[]),
            folder,
            encoding: encoding.into(),
            pulls: false,
            drafts: BTreeMap::new(),
            pushed: BTreeMap::new(),
            actions: Vec::new(),
            waiting: Vec::new(),
            ending: false,
            saves: 0,
            checks: 0,
        };
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/clients").join(name);
        let recorded = std::fs::read_to_string(path).unwrap();
        let place = replay.folder.path().display().to_string();
        for line in recorded.lines() {
            let mut line: Value = serde_json::from_str(&line.replace("$FOLDER", &place)).unwrap();
            match line["saved"].as_str() {
                Some(uri) => replay.saved(uri, line["text"].as_str().unwrap()),
                None => replay.told(line["client"].take()),
            }
        }
        // Some editors leave without a word; the server ends by itself then, and here it is told.
        if !replay.ending {
            replay.told(json!({ "jsonrpc": "2.0", "id": "replay", "method": "shutdown" }));
        }
        assert!(replay.saves > 0 && replay.checks > 0, "the session is cut off");
        replay.client.notify("exit", Value::Null);
        let (rest, code) = replay.client.leave();
        rest.into_iter().for_each(|message| replay.hear(message));
        assert_eq!((code, replay.waiting), (Some(0), vec![]));
    }

    /// Passes on what the editor said, and looks at the drafts before they are closed.
    fn told(&mut self, mut message: Value) {
        let method = message["method"].as_str().unwrap().to_owned();
        match method.as_str() {
            "textDocument/didOpen" => {
                let document = &message["params"]["textDocument"];
                let [uri, text] = ["uri", "text"].map(|key| document[key].as_str().unwrap().to_owned());
                std::fs::write(self.path(&uri), &text).unwrap();
                self.drafts.insert(uri, text);
            }
            "textDocument/didChange" => self.changed(&message["params"]),
            "textDocument/didClose" => {
                self.check();
                self.drafts.remove(message["params"]["textDocument"]["uri"].as_str().unwrap());
            }
            "shutdown" => {
                self.check();
                self.ending = true;
            }
            // What an action carries for the server is the server's own affair.
            "codeAction/resolve" => {
                let title = message["params"]["title"].clone();
                let offered = self.actions.iter().find(|action| action["title"] == title);
                message["params"] = offered.unwrap_or_else(|| panic!("not offered: {title}")).clone();
            }
            "exit" => return,
            _ => {}
        }
        self.client.send(&message);
        if method == "workspace/diagnostic" {
            self.waiting.push(message["id"].clone());
        } else if message.get("id").is_some() {
            let result = self.answer(&message);
            match method.as_str() {
                "initialize" => self.begun(&result["capabilities"]),
                "textDocument/codeAction" => self.actions = result.as_array().cloned().unwrap_or_default(),
                _ => {}
            }
        }
    }

    fn begun(&mut self, capabilities: &Value) {
        // The protocol's own encoding need not be named.
        assert_eq!(capabilities["positionEncoding"].as_str().unwrap_or("utf-16"), self.encoding);
        self.pulls = capabilities.get("diagnosticProvider").is_some();
    }

    /// The answer to a request; what else the server says is heard meanwhile.
    fn answer(&mut self, request: &Value) -> Value {
        loop {
            let message = self.client.next_of_all();
            if message.get("method").is_none() && message["id"] == request["id"] {
                let cancelled = message["error"]["code"] == CANCELLED;
                assert!(cancelled || message.get("error").is_none(), "{request}: {message}");
                return message["result"].clone();
            }
            self.hear(message);
        }
    }

    fn hear(&mut self, message: Value) {
        let params = &message["params"];
        if message.get("method").is_none() {
            let cancelled = message["error"]["code"] == CANCELLED;
            assert!(cancelled || message.get("error").is_none(), "{message}");
            self.waiting.retain(|id| *id != message["id"]);
        }
        match message["method"].as_str() {
            Some("textDocument/publishDiagnostics") => {
                let list = params["diagnostics"].as_array().unwrap().clone();
                self.pushed.insert(params["uri"].as_str().unwrap().to_owned(), list);
            }
            Some("window/showMessage") => panic!("the user is told: {message}"),
            Some(_) if message.get("id").is_some() => {
                self.client.send(&json!({ "jsonrpc": "2.0", "id": message["id"], "result": null }));
            }
            _ => {}
        }
    }

    /// Makes a change as the editor counts, by hand.
    fn changed(&mut self, params: &Value) {
        let text = self.drafts.get_mut(params["textDocument"]["uri"].as_str().unwrap()).unwrap();
        for change in params["contentChanges"].as_array().unwrap() {
            let new = change["text"].as_str().unwrap();
            let range = change.get("range").filter(|range| !range.is_null());
            let [start, end] = match range {
                Some(range) => ["start", "end"].map(|end| byte_of(text, &range[end], &self.encoding)),
                None => [0, text.len()],
            };
            text.replace_range(start..end, new);
        }
    }

    fn saved(&mut self, uri: &str, text: &str) {
        assert_eq!(self.drafts[uri], text, "as the editor saved it");
        std::fs::write(self.path(uri), text).unwrap();
        self.saves += 1;
    }

    /// What is shown of each open draft is what is found in its text.
    fn check(&mut self) {
        for (uri, text) in self.drafts.clone() {
            let expected = found(&text, &self.encoding);
            let mut shown = self.shown(&uri);
            // Pushed lists follow the text: the last one counts.
            while !self.pulls && told(&shown) != expected {
                let message = self.client.next_of_all();
                self.hear(message);
                shown = self.shown(&uri);
            }
            assert_eq!(told(&shown), expected, "{uri}");
            self.checks += 1;
        }
    }

    fn shown(&mut self, uri: &str) -> Vec<Value> {
        if !self.pulls {
            return self.pushed.get(uri).cloned().unwrap_or_default();
        }
        let params = json!({ "textDocument": { "uri": uri } });
        let request =
            json!({ "jsonrpc": "2.0", "id": "replay", "method": "textDocument/diagnostic", "params": params });
        self.client.send(&request);
        self.answer(&request)["items"].as_array().unwrap().clone()
    }

    fn path(&self, uri: &str) -> PathBuf {
        let name = uri.rsplit('/').next().unwrap();
        self.folder.path().join(&*percent_encoding::percent_decode_str(name).decode_utf8().unwrap())
    }
}

/// The byte of a place, counted here anew and not by the code that is tested.
fn byte_of(text: &str, place: &Value, encoding: &str) -> usize {
    let [line, column] = ["line", "character"].map(|key| usize::try_from(place[key].as_u64().unwrap()).unwrap());
    let start: usize = text.split_inclusive('\n').take(line).map(str::len).sum();
    let units = |ch: char| if encoding == "utf-8" { ch.len_utf8() } else { ch.len_utf16() };
    let mut left = column;
    let before = text[start..].chars().take_while(|ch| {
        let more = left > 0;
        left = left.saturating_sub(units(*ch));
        more
    });
    start + before.map(char::len_utf8).sum::<usize>()
}

/// Rule, line, column and message of what lint finds.
fn found(text: &str, encoding: &str) -> Vec<(String, u64, u64, String)> {
    let encoding = if encoding == "utf-8" { PositionEncoding::Utf8 } else { PositionEncoding::Utf16 };
    let lines = Text::new(text);
    let linter = Linter::new(text, Settings::default().into());
    let of = |finding: hegao::rules::Finding| {
        let at = lines.position_of(finding.place.start, encoding);
        (finding.rule.name.to_owned(), at.line as u64, at.column as u64, finding.message)
    };
    let mut found: Vec<_> = linter.findings().into_iter().map(of).collect();
    found.sort();
    found
}

/// The same of what is shown.
fn told(diagnostics: &[Value]) -> Vec<(String, u64, u64, String)> {
    let of = |one: &Value| {
        let [code, message] = ["code", "message"].map(|key| one[key].as_str().unwrap().to_owned());
        let start = &one["range"]["start"];
        (code, start["line"].as_u64().unwrap(), start["character"].as_u64().unwrap(), message)
    };
    let mut told: Vec<_> = diagnostics.iter().map(of).collect();
    told.sort();
    told
}
