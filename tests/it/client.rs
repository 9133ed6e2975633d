//! A language client for tests: it drives the built binary over stdio and fails on any message nobody has read.

use std::collections::VecDeque;
use std::io::{BufRead, BufReader, Write};
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use serde_json::{Value, json};

/// How long a message may take before the test is given up. No test measures time; this only ends a hang.
const WATCHDOG: Duration = Duration::from_secs(180);

pub const URI: &str = "file:///t/draft.txt";

pub struct Client {
    child: Child,
    stdin: Option<ChildStdin>,
    arriving: Receiver<Value>,
    unread: VecDeque<Value>,
    next_id: i64,
}

/// A client that pushes are for, with everything the server can make use of.
pub fn able() -> Value {
    json!({
        "general": { "positionEncodings": ["utf-16"] },
        "textDocument": {
            "publishDiagnostics": {
                "versionSupport": true, "relatedInformation": true, "codeDescriptionSupport": true, "dataSupport": true,
            },
            "documentSymbol": { "hierarchicalDocumentSymbolSupport": true },
            "codeAction": {
                "codeActionLiteralSupport": { "codeActionKind": { "valueSet": ["quickfix", "refactor", "source"] } },
                "isPreferredSupport": true,
            },
            "foldingRange": { "foldingRange": { "collapsedText": true } },
            "hover": { "contentFormat": ["markdown", "plaintext"] },
            "completion": {},
            "inlayHint": {},
            "definition": { "linkSupport": true },
            "references": {},
            "documentHighlight": {},
            "semanticTokens": {
                "requests": { "range": true, "full": { "delta": true } },
                "tokenTypes": [], "tokenModifiers": [], "formats": ["relative"],
            },
            "codeLens": {},
            "selectionRange": {},
            "documentLink": { "tooltipSupport": true },
            "rename": { "prepareSupport": true },
            "onTypeFormatting": {},
        },
        "workspace": { "workspaceEdit": { "documentChanges": true }, "symbol": {}, "executeCommand": {} },
    })
}

/// The same for a client that asks for diagnostics itself.
pub fn pulling() -> Value {
    let mut able = able();
    able["textDocument"]["diagnostic"] = json!({});
    able["workspace"]["diagnostics"] = json!({ "refreshSupport": true });
    able
}

impl Client {
    /// Starts a server and does nothing else.
    pub fn spawn(env: &[(&str, &str)]) -> Client {
        let mut command = Command::new(env!("CARGO_BIN_EXE_hegao"));
        command.arg("server").stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
        // The rules' manuals are written here and not to the home of whoever runs the tests.
        command.env("XDG_CACHE_HOME", env!("CARGO_TARGET_TMPDIR"));
        let mut child = command.env_remove("HEGAO_FAULT").envs(env.iter().copied()).spawn().unwrap();
        let mut stdout = BufReader::new(child.stdout.take().unwrap());
        let (sender, arriving) = channel();
        std::thread::spawn(move || {
            while let Some(message) = read(&mut stdout) {
                if sender.send(message).is_err() {
                    return;
                }
            }
        });
        Client { stdin: child.stdin.take(), child, arriving, unread: VecDeque::new(), next_id: 1 }
    }

    /// Starts a server for a client that can do what `capabilities` say.
    pub fn start(capabilities: Value) -> Client {
        Self::start_with(capabilities, &[]).0
    }

    /// The same with an environment; also gives what the server answered.
    pub fn start_with(capabilities: Value, env: &[(&str, &str)]) -> (Client, Value) {
        Self::start_as(json!({ "processId": null, "rootUri": null, "capabilities": capabilities }), env)
    }

    /// The same with all that an editor says at the start.
    pub fn start_as(introduction: Value, env: &[(&str, &str)]) -> (Client, Value) {
        let mut client = Client::spawn(env);
        let answer = client.request("initialize", introduction);
        client.notify("initialized", json!({}));
        (client, answer["capabilities"].clone())
    }

    /// Sends bytes as they are.
    pub fn raw(&mut self, bytes: &[u8]) {
        let stdin = self.stdin.as_mut().expect("stdin is open");
        stdin.write_all(bytes).and_then(|()| stdin.flush()).expect("the server reads its input");
    }

    pub fn send(&mut self, message: &Value) {
        self.raw(&framed(message.to_string().as_bytes()));
    }

    pub fn notify(&mut self, method: &str, params: Value) {
        self.send(&notification(method, &params));
    }

    /// Sends a request and gives its number, without waiting.
    pub fn ask(&mut self, method: &str, params: Value) -> i64 {
        let id = self.next_id;
        self.next_id += 1;
        self.send(&json!({ "jsonrpc": "2.0", "id": id, "method": method, "params": params }));
        id
    }

    /// The whole answer to a request of that number.
    pub fn answer(&mut self, id: i64) -> Value {
        self.next_where(&format!("answer {id}"), |message| message.get("method").is_none() && message["id"] == id)
    }

    /// Sends a request and gives its result.
    pub fn request(&mut self, method: &str, params: Value) -> Value {
        let id = self.ask(method, params);
        let answer = self.answer(id);
        assert!(answer.get("error").is_none(), "{method}: {answer}");
        answer["result"].clone()
    }

    /// The parameters of the next notification, or the whole next request, of that method.
    pub fn next(&mut self, method: &str) -> Value {
        let message = self.next_where(method, |message| message["method"] == method);
        if message.get("id").is_some() { message } else { message["params"].clone() }
    }

    /// The next message, whatever it is.
    pub fn next_of_all(&mut self) -> Value {
        self.next_where("any message", |_| true)
    }

    fn next_where(&mut self, what: &str, wanted: impl Fn(&Value) -> bool) -> Value {
        if let Some(at) = self.unread.iter().position(&wanted) {
            return self.unread.remove(at).unwrap();
        }
        loop {
            let unread = &self.unread;
            let message = self.arriving.recv_timeout(WATCHDOG);
            let message = message.unwrap_or_else(|error| panic!("waiting for {what}: {error}; unread: {unread:#?}"));
            if wanted(&message) {
                return message;
            }
            self.unread.push_back(message);
        }
    }

    pub fn open(&mut self, uri: &str, text: &str) {
        let document = json!({ "uri": uri, "languageId": "plaintext", "version": 1, "text": text });
        self.notify("textDocument/didOpen", json!({ "textDocument": document }));
    }

    pub fn change(&mut self, uri: &str, version: i32, changes: Value) {
        self.notify("textDocument/didChange", changing(uri, version, changes));
    }

    pub fn close(&mut self, uri: &str) {
        self.notify("textDocument/didClose", json!({ "textDocument": { "uri": uri } }));
    }

    /// The next diagnostics that are pushed, for that draft and version.
    pub fn pushed(&mut self, uri: &str, version: Option<i32>) -> Vec<Value> {
        let list = self.next("textDocument/publishDiagnostics");
        assert_eq!(
            (list["uri"].as_str(), list.get("version")),
            (Some(uri), version.map(Value::from).as_ref()),
            "{list}"
        );
        list["diagnostics"].as_array().unwrap().clone()
    }

    /// Opens a draft and gives what is pushed for it.
    pub fn opened(&mut self, text: &str) -> Vec<Value> {
        self.open(URI, text);
        self.pushed(URI, Some(1))
    }

    pub fn code_actions(&mut self, context: Value) -> Vec<Value> {
        let params = json!({ "textDocument": { "uri": URI }, "range": span(1, 0, 1, 1), "context": context });
        self.request("textDocument/codeAction", params).as_array().unwrap().clone()
    }

    /// The result of a request about a place of the draft.
    pub fn at(&mut self, method: &str, line: u32, column: u32) -> Value {
        let position = json!({ "line": line, "character": column });
        let context = json!({ "includeDeclaration": true, "triggerKind": 1 });
        let params = json!({ "textDocument": { "uri": URI }, "position": position, "context": context });
        self.request(&format!("textDocument/{method}"), params)
    }

    /// The result of a request about the draft.
    pub fn about(&mut self, method: &str, more: Value) -> Value {
        let mut params = json!({ "textDocument": { "uri": URI } });
        params.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        self.request(&format!("textDocument/{method}"), params)
    }

    /// The result of a command.
    pub fn command(&mut self, name: &str, arguments: Value) -> Value {
        self.request("workspace/executeCommand", json!({ "command": name, "arguments": arguments }))
    }

    /// A line in the log that says `part`.
    pub fn logged(&mut self, part: &str) {
        let message = self.next("window/logMessage");
        assert!(message["message"].as_str().unwrap().contains(part), "{message}");
    }

    /// A message to the user that says `part`, on the screen and with the cause in the log.
    pub fn warned(&mut self, part: &str, cause: &str) {
        self.logged(cause);
        let message = self.next("window/showMessage");
        assert!(message["message"].as_str().unwrap().contains(part), "{message}");
    }

    /// Ends the session as an editor does; fails when a message was not read or the exit code is not 0.
    pub fn finish(mut self) {
        assert_eq!(self.request("shutdown", Value::Null), Value::Null);
        self.notify("exit", Value::Null);
        assert_eq!(self.ended(), Some(0));
    }

    /// Waits for the server to end and gives its exit code; fails when a message was not read.
    pub fn ended(&mut self) -> Option<i32> {
        let mut unread: Vec<Value> = self.unread.drain(..).collect();
        unread.extend(self.rest());
        assert!(unread.is_empty(), "messages nobody read: {unread:#?}");
        self.child.wait().unwrap().code()
    }

    /// Waits for the server to end, and gives all that it still said and its exit code.
    pub fn leave(&mut self) -> (Vec<Value>, Option<i32>) {
        let rest = self.rest();
        (rest, self.child.wait().unwrap().code())
    }

    /// All messages to the end.
    fn rest(&mut self) -> Vec<Value> {
        let mut rest = Vec::new();
        loop {
            match self.arriving.recv_timeout(WATCHDOG) {
                Ok(message) => rest.push(message),
                Err(std::sync::mpsc::RecvTimeoutError::Disconnected) => return rest,
                Err(error) => panic!("the server goes on: {error}"),
            }
        }
    }

    /// Ends the server's input.
    pub fn close_input(&mut self) {
        self.stdin = None;
    }
}

impl Drop for Client {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

pub fn notification(method: &str, params: &Value) -> Value {
    json!({ "jsonrpc": "2.0", "method": method, "params": params })
}

pub fn changing(uri: &str, version: i32, changes: Value) -> Value {
    json!({ "textDocument": { "uri": uri, "version": version }, "contentChanges": changes })
}

pub fn framed(body: &[u8]) -> Vec<u8> {
    [format!("Content-Length: {}\r\n\r\n", body.len()).as_bytes(), body].concat()
}

/// A range, lines and columns from 0.
pub fn span(line: u32, column: u32, end_line: u32, end_column: u32) -> Value {
    json!({ "start": { "line": line, "character": column }, "end": { "line": end_line, "character": end_column } })
}

/// The change that makes `range` read `text`.
pub fn edit(range: Value, text: &str) -> Value {
    json!({ "range": range, "text": text })
}

/// What diagnostics say, without the rest: rule, line and column.
pub fn codes(diagnostics: &[Value]) -> Vec<(&str, u64, u64)> {
    let number = |value: &Value| value.as_u64().unwrap();
    let code = |one: &Value| (number(&one["range"]["start"]["line"]), number(&one["range"]["start"]["character"]));
    let all = diagnostics.iter().map(|one| (one["code"].as_str().unwrap_or_default(), code(one)));
    all.map(|(rule, (line, column))| (rule, line, column)).collect()
}

fn read(input: &mut impl BufRead) -> Option<Value> {
    let mut length = 0;
    loop {
        let mut line = String::new();
        if input.read_line(&mut line).ok()? == 0 {
            return None;
        }
        match line.trim_end() {
            "" => break,
            header => length = header.strip_prefix("Content-Length: ")?.parse().ok()?,
        }
    }
    let mut body = vec![0; length];
    input.read_exact(&mut body).ok()?;
    Some(serde_json::from_slice(&body).expect("the server writes JSON"))
}
