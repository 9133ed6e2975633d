//! Standard input on a thread of its own: read, repaired, and handed on frame by frame.

use std::io::{self, BufReader, Read};
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};

use tokio::io::{AsyncRead, ReadBuf};
use tokio::sync::{Notify, mpsc};

use super::filter::{self, Readable};
use super::frame::{self, Frame};
use super::opening::Openings;
use super::outgoing::Outgoing;

/// Frames that may wait between the reading thread and the framework.
const WAITING: usize = 16;

/// What the framework reads instead of standard input.
pub struct Incoming {
    frames: mpsc::Receiver<Vec<u8>>,
    current: io::Cursor<Vec<u8>>,
    /// Told when the input has ended.
    ended: Arc<Notify>,
}

impl Incoming {
    /// Starts to read. Nothing waits for the thread: a read that never returns must not keep the process.
    pub fn start(input: impl Read + Send + 'static, out: Outgoing, openings: Openings) -> Self {
        let (sender, frames) = mpsc::channel(WAITING);
        super::spawn("input", move || pump(input, &sender, &out, &openings));
        Incoming { frames, current: io::Cursor::default(), ended: Arc::new(Notify::new()) }
    }

    /// Told once the input has ended.
    pub fn ended(&self) -> Arc<Notify> {
        self.ended.clone()
    }
}

impl AsyncRead for Incoming {
    fn poll_read(mut self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        while self.current.position() == self.current.get_ref().len() as u64 {
            match self.frames.poll_recv(cx) {
                Poll::Ready(Some(frame)) => self.current = io::Cursor::new(frame),
                Poll::Ready(None) => {
                    self.ended.notify_one();
                    return Poll::Ready(Ok(()));
                }
                Poll::Pending => return Poll::Pending,
            }
        }
        let start = self.current.position() as usize;
        let rest = &self.current.get_ref()[start..];
        let part = &rest[..rest.len().min(buf.remaining())];
        buf.put_slice(part);
        let read = start + part.len();
        self.current.set_position(read as u64);
        Poll::Ready(Ok(()))
    }
}

fn pump(input: impl Read, frames: &mpsc::Sender<Vec<u8>>, out: &Outgoing, openings: &Openings) {
    let mut input = BufReader::with_capacity(1 << 16, input);
    loop {
        let body = match frame::read(&mut input) {
            Ok(Frame::Body(body)) => body,
            Ok(Frame::TooLong(length)) => {
                let (megabytes, limit) = (length >> 20, frame::LIMIT >> 20);
                out.show_error(&format!(
                    "编辑器发来一条 {megabytes} MB 的消息，超过上限 {limit} MB，已略过；这份稿不核对"
                ));
                continue;
            }
            Ok(Frame::End) => return,
            Err(error) => return super::log(&format!("standard input: {error}")),
        };
        let readable = filter::repaired(body).and_then(|readable| match readable {
            Readable::Body(body) => Ok(body),
            Readable::Opening(draft) => openings.keep(draft),
        });
        let sent = match readable {
            Ok(body) => frames.blocking_send(frame::framed(&body)),
            Err(error) => {
                super::log(&format!("dropped a message that is not JSON-RPC: {error}"));
                continue;
            }
        };
        if sent.is_err() {
            return;
        }
    }
}
