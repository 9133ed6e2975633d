//! Standard output that may be closed by its reader at any time.

use std::io::{self, BufWriter, Write};

use super::problem::say;

/// Where results go. After the reader has closed the pipe, or after an error, what is written is dropped.
pub struct Output {
    inner: BufWriter<Box<dyn Write>>,
    failure: Option<io::Error>,
}

impl Output {
    /// Standard output as it is, for formats that a program reads.
    pub fn plain() -> Self {
        Output::over(Box::new(io::stdout()))
    }

    /// Standard output, colours kept or taken out.
    pub fn styled(choice: anstream::ColorChoice) -> Self {
        Output::over(Box::new(anstream::AutoStream::new(io::stdout(), choice)))
    }

    /// Standard error, for findings when standard output carries a mended draft.
    pub fn styled_error(choice: anstream::ColorChoice) -> Self {
        Output::over(Box::new(anstream::AutoStream::new(io::stderr(), choice)))
    }

    /// Drops everything.
    pub fn nowhere() -> Self {
        Output::over(Box::new(io::sink()))
    }

    fn over(inner: Box<dyn Write>) -> Self {
        Output { inner: BufWriter::new(inner), failure: None }
    }

    /// Writes, unless nobody reads any more.
    pub fn write(&mut self, bytes: &[u8]) {
        if self.failure.is_none() {
            self.failure = self.inner.write_all(bytes).err();
        }
    }

    /// Hands everything written so far to the reader.
    pub fn flush(&mut self) {
        if self.failure.is_none() {
            self.failure = self.inner.flush().err();
        }
    }

    /// Whether writing on is of no use.
    pub fn is_closed(&self) -> bool {
        self.failure.is_some()
    }

    /// Ends the output and tells of what went wrong; `false` when something did. A closed pipe is no mistake.
    pub fn close(mut self) -> bool {
        self.flush();
        // Dropping a buffer with bytes in it would write them again.
        let (_, _) = self.inner.into_parts();
        match self.failure.filter(|error| error.kind() != io::ErrorKind::BrokenPipe) {
            Some(error) => {
                say(&format!("错误：结果没有写完（{error}）；请检查磁盘空间"));
                false
            }
            None => true,
        }
    }
}
