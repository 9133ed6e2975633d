//! Standard output that may be closed by its reader at any time, or a file that is written whole or not at all.

use std::fs::{self, OpenOptions};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

use super::problem::say;

/// Where results go. After the reader has closed the pipe, or after an error, what is written is dropped.
pub struct Output {
    inner: BufWriter<Box<dyn Write>>,
    failure: Option<io::Error>,
    /// The new file and the name that it gets at the end.
    file: Option<(NamedTempFile, PathBuf)>,
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

    /// A file, which takes the place of an older one when everything is written. A pipe or a device is written as it
    /// is, colours are taken out.
    ///
    /// # Errors
    /// It cannot be made.
    pub fn file(path: &Path) -> io::Result<Self> {
        let meta = fs::metadata(path);
        let plain = |writer: Box<dyn Write>| Box::new(anstream::StripStream::new(writer));
        if meta.as_ref().is_ok_and(fs::Metadata::is_dir) {
            return Err(io::ErrorKind::IsADirectory.into());
        }
        if meta.as_ref().is_ok_and(|meta| !meta.is_file()) {
            return Ok(Output::over(plain(Box::new(OpenOptions::new().write(true).open(path)?))));
        }
        // A link stays a link.
        let target = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
        let folder = target.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let file = new_file(folder)?;
        if let Ok(meta) = meta {
            file.as_file().set_permissions(meta.permissions())?;
        }
        let mut output = Output::over(plain(Box::new(file.reopen()?)));
        output.file = Some((file, target));
        Ok(output)
    }

    /// Whether it goes to a file.
    pub fn is_file(&self) -> bool {
        self.file.is_some()
    }

    fn over(inner: Box<dyn Write>) -> Self {
        Output { inner: BufWriter::new(inner), failure: None, file: None }
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
        if let Some((file, path)) = self.file.filter(|_| self.failure.is_none()) {
            self.failure = file.as_file().sync_all().err();
            self.failure = self.failure.or_else(|| file.persist(path).err().map(|error| error.error));
        }
        match self.failure.filter(|error| error.kind() != io::ErrorKind::BrokenPipe) {
            Some(error) => {
                say(&format!("错误：结果没有写完（{error}）；请检查磁盘空间"));
                false
            }
            None => true,
        }
    }
}

/// A file without a name that others can read as they can read any new file.
fn new_file(folder: &Path) -> io::Result<NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".hegao-");
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    builder.tempfile_in(folder)
}
