//! Frames of the base protocol: a header with `Content-Length`, an empty line, a body.

use std::io::{self, BufRead, Read};
use std::ops::Range;

/// A frame longer than this is skipped: no draft is, and the length may be nonsense.
pub const LIMIT: u64 = 512 << 20;

/// Longest header line that is looked at.
const HEADER_LINE: u64 = 1 << 16;

/// What stands next in a stream.
#[derive(Debug, PartialEq, Eq)]
pub enum Frame {
    Body(Vec<u8>),
    /// A frame longer than [`LIMIT`], with its length; it has been skipped.
    TooLong(u64),
    End,
}

/// Reads the next frame. Lines that are no header are passed over until one is.
///
/// # Errors
/// Those of the reader, and the end of the input within a frame.
pub fn read(input: &mut impl BufRead) -> io::Result<Frame> {
    let mut length = None;
    let mut line = Vec::new();
    loop {
        line.clear();
        if input.by_ref().take(HEADER_LINE).read_until(b'\n', &mut line)? == 0 {
            return Ok(Frame::End);
        }
        let text = line.trim_ascii();
        match (text.is_empty(), length) {
            (true, Some(length)) => return body(input, length),
            (true, None) => {}
            (false, _) => length = content_length(text).or(length),
        }
    }
}

fn body(input: &mut impl BufRead, length: u64) -> io::Result<Frame> {
    let mut input = input.take(length);
    if length > LIMIT {
        io::copy(&mut input, &mut io::sink())?;
        return Ok(Frame::TooLong(length));
    }
    // Grows with what arrives, so that a wrong length does not ask for memory at once.
    let mut body = Vec::with_capacity(length.min(1 << 20) as usize);
    input.read_to_end(&mut body)?;
    if (body.len() as u64) < length { Err(io::ErrorKind::UnexpectedEof.into()) } else { Ok(Frame::Body(body)) }
}

fn content_length(line: &[u8]) -> Option<u64> {
    let colon = line.iter().position(|byte| *byte == b':')?;
    let (name, value) = line.split_at(colon);
    let value = std::str::from_utf8(&value[1..]).ok()?;
    if name.eq_ignore_ascii_case(b"content-length") { value.trim().parse().ok() } else { None }
}

/// A body with its header.
pub fn framed(body: &[u8]) -> Vec<u8> {
    let header = format!("Content-Length: {}\r\n\r\n", body.len());
    [header.as_bytes(), body].concat()
}

/// The body of the first frame at the front of `bytes`, if it is whole.
pub fn whole(bytes: &[u8]) -> Option<Range<usize>> {
    let header = memchr::memmem::find(bytes, b"\r\n\r\n")?;
    let mut lines = bytes[..header].split(|byte| *byte == b'\n').map(<[u8]>::trim_ascii);
    let start = header + 4;
    let body = start..start.checked_add(lines.find_map(content_length)? as usize)?;
    (body.end <= bytes.len()).then_some(body)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn frames_are_read_one_after_another() {
        let mut input: &[u8] = b"noise\n\r\nContent-Length: 2\r\nContent-Type: x\r\n\r\n{}content-length:3\r\n\r\nabc";
        assert_eq!(read(&mut input).unwrap(), Frame::Body(b"{}".to_vec()));
        assert_eq!(read(&mut input).unwrap(), Frame::Body(b"abc".to_vec()));
        assert_eq!(read(&mut input).unwrap(), Frame::End);
    }

    #[test]
    fn a_frame_too_long_is_skipped_and_a_cut_one_is_an_error() {
        let mut input: &[u8] = b"Content-Length: 99999999999\r\n\r\nabc";
        assert_eq!(read(&mut input).unwrap(), Frame::TooLong(99_999_999_999));
        let mut input: &[u8] = b"Content-Length: 9\r\n\r\nabc";
        assert!(read(&mut input).is_err());
    }

    #[test]
    fn only_whole_frames_are_found() {
        assert_eq!(whole(b"Content-Length: 2\r\n\r\n{}Content-Length: 3\r\n\r\nab"), Some(21..23));
        assert_eq!(whole(b"Content-Length: 3\r\n\r\nab"), None);
        assert_eq!(whole(b"Content-Len"), None);
    }
}
