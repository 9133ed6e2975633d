//! Standard output on a thread of its own, shared by the framework's answers and the notifications written here.
//!
//! Notifications go past the framework because it turns each into a tree of JSON values first, which for a list of
//! diagnostics costs more than finding them.

use std::io::{self, Write};
use std::pin::Pin;
use std::sync::{Arc, Condvar, Mutex, PoisonError, mpsc};
use std::task::{Context, Poll};
use std::time::Duration;

use serde::Serialize;
use tokio::io::AsyncWrite;

use super::frame;
use super::large::Large;

/// Bytes that may wait to be written before a notification waits too: an editor that does not read gets fewer, newer
/// diagnostics instead of a growing queue of old ones.
const ROOM: usize = 4 << 20;

/// How long the end of the server waits for an editor that has stopped reading.
const LAST_WORDS: Duration = Duration::from_secs(2);

/// The way to the editor. Whole frames only, in the order they are sent.
#[derive(Clone)]
pub struct Outgoing {
    frames: mpsc::Sender<Vec<u8>>,
    waiting: Arc<Waiting>,
}

#[derive(Default)]
struct Waiting {
    bytes: Mutex<usize>,
    less: Condvar,
}

#[derive(Serialize)]
struct Notification<'a, P> {
    jsonrpc: &'static str,
    method: &'a str,
    params: P,
}

/// Severity of a message to the user (LSP 3.17, `MessageType`).
#[derive(Debug, Clone, Copy)]
#[repr(u8)]
enum MessageType {
    Error = 1,
    Warning = 2,
    Info = 3,
}

#[derive(Serialize)]
struct Message<'a> {
    r#type: u8,
    message: &'a str,
}

impl Outgoing {
    /// Starts to write.
    pub fn start(output: impl Write + Send + 'static) -> Self {
        let (frames, receiver) = mpsc::channel::<Vec<u8>>();
        let waiting = Arc::new(Waiting::default());
        let shared = waiting.clone();
        super::spawn("output", move || shared.write_all(&receiver, output));
        Outgoing { frames, waiting }
    }

    /// Sends a notification, waiting while the editor has too much to read already.
    pub fn notify(&self, method: &str, params: impl Serialize) {
        match serde_json::to_vec(&Notification { jsonrpc: "2.0", method, params }) {
            Ok(body) => {
                self.waiting.until(|bytes| bytes <= ROOM, None);
                self.send(frame::framed(&body));
            }
            Err(error) => super::log(&format!("{method}: {error}")),
        }
    }

    /// A line in the editor's log.
    pub fn log(&self, message: &str) {
        self.notify("window/logMessage", Message { r#type: MessageType::Info as u8, message });
    }

    /// A warning on the screen.
    pub fn show_warning(&self, message: &str) {
        self.notify("window/showMessage", Message { r#type: MessageType::Warning as u8, message });
    }

    /// An error on the screen.
    pub fn show_error(&self, message: &str) {
        self.notify("window/showMessage", Message { r#type: MessageType::Error as u8, message });
    }

    /// Waits, for a while, until all that was sent has been written.
    pub fn finish(&self) {
        self.waiting.until(|bytes| bytes == 0, Some(LAST_WORDS));
    }

    /// What the framework writes to instead of standard output.
    pub fn answers(&self, large: Large) -> Answers {
        Answers { out: self.clone(), large, buffer: Vec::new() }
    }

    fn send(&self, frame: Vec<u8>) {
        self.waiting.change(|bytes| bytes + frame.len());
        // The writing thread ends only with the process.
        let _ = self.frames.send(frame);
    }
}

impl Waiting {
    fn write_all(&self, frames: &mpsc::Receiver<Vec<u8>>, mut output: impl Write) {
        while let Ok(frame) = frames.recv() {
            let outcome = output.write_all(&frame).and_then(|()| output.flush());
            if let Err(error) = outcome {
                super::log(&format!("standard output: {error}"));
                std::process::exit(1);
            }
            self.change(|bytes| bytes - frame.len());
        }
    }

    fn change(&self, change: impl FnOnce(usize) -> usize) {
        let mut bytes = self.bytes.lock().unwrap_or_else(PoisonError::into_inner);
        *bytes = change(*bytes);
        self.less.notify_all();
    }

    fn until(&self, enough: impl Fn(usize) -> bool, limit: Option<Duration>) {
        let wait = |bytes: &mut usize| !enough(*bytes);
        let bytes = self.bytes.lock().unwrap_or_else(PoisonError::into_inner);
        match limit {
            Some(limit) => drop(self.less.wait_timeout_while(bytes, limit, wait)),
            None => drop(self.less.wait_while(bytes, wait)),
        }
    }
}

/// Cuts what the framework writes into frames, so that those of the two writers never mix.
pub struct Answers {
    out: Outgoing,
    /// What stands for large answers is replaced by them.
    large: Large,
    buffer: Vec<u8>,
}

impl AsyncWrite for Answers {
    fn poll_write(mut self: Pin<&mut Self>, _: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        self.buffer.extend_from_slice(bytes);
        while let Some(body) = frame::whole(&self.buffer) {
            let rest = self.buffer.split_off(body.end);
            let frame = std::mem::replace(&mut self.buffer, rest);
            let large = self.large.put_back(&frame[body]);
            self.out.send(large.map_or(frame, |body| frame::framed(&body)));
        }
        Poll::Ready(Ok(bytes.len()))
    }

    fn poll_flush(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<io::Result<()>> {
        Poll::Ready(Ok(()))
    }

    fn poll_shutdown(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<io::Result<()>> {
        Poll::Ready(Ok(()))
    }
}
