//! Bytes of a file to text and back, without losing one.
//!
//! A draft is accepted only when every byte of it is understood and writing it back gives the same bytes; anything
//! else is refused with the place, because a draft that was guessed at is a draft with characters lost.

use encoding_rs::{Encoding, GB18030, UTF_16BE, UTF_16LE};

/// How a draft's file spells its text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileEncoding {
    Utf8,
    Utf8Bom,
    /// UTF-16 little endian; `bom` when the file starts with its mark.
    Utf16Le {
        bom: bool,
    },
    Utf16Be {
        bom: bool,
    },
    /// GB 18030, and so GBK and GB 2312.
    Gb18030,
}

/// A draft's text and how to write it back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decoded {
    /// The text, without a byte order mark.
    pub text: String,
    pub encoding: FileEncoding,
}

/// Why the bytes of a file are no draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DecodeError {
    /// Zero bytes where no text has any: a program, a picture, an office document; `kind` is what it is and what to do.
    Binary { byte: usize, kind: Option<&'static str> },
    /// Bytes that no supported encoding explains. `line` counts from 1, `byte` from 0.
    Unknown { byte: usize, line: usize },
    /// The text cannot be written in the encoding of its file.
    Unwritable { character: char },
}

impl std::fmt::Display for DecodeError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            DecodeError::Binary { kind: Some(kind), .. } => write!(f, "这是{kind}"),
            DecodeError::Binary { byte, kind: None } => {
                write!(f, "第 {byte} 字节处是二进制内容，不是纯文本；请先另存为 .txt 或 .md（UTF-8）再核")
            }
            DecodeError::Unknown { byte, line } => write!(
                f,
                "认不出文字编码：第 {line} 行（第 {byte} 字节）处既不是 UTF-8，也不是 UTF-16 或 GB18030；请另存为 UTF-8 再核"
            ),
            DecodeError::Unwritable { character } => {
                write!(f, "“{character}”（U+{:04X}）写不进文件原来的编码；文件未改动", u32::from(*character))
            }
        }
    }
}

impl std::error::Error for DecodeError {}

/// Reads a file's bytes: a byte order mark decides, else UTF-8, else UTF-16 by its pattern of zero bytes, else
/// GB 18030 when the bytes look like Chinese text in it.
///
/// # Errors
/// Binary content and bytes that none of these explains; nothing is ever replaced by U+FFFD.
pub fn decode(bytes: &[u8]) -> Result<Decoded, DecodeError> {
    if let Some(rest) = bytes.strip_prefix(b"\xEF\xBB\xBF") {
        return utf8(rest, 3, FileEncoding::Utf8Bom);
    }
    if let Some(rest) = bytes.strip_prefix(b"\xFF\xFE") {
        return utf16(rest, UTF_16LE, FileEncoding::Utf16Le { bom: true }).ok_or_else(|| unknown(bytes, 2));
    }
    if let Some(rest) = bytes.strip_prefix(b"\xFE\xFF") {
        return utf16(rest, UTF_16BE, FileEncoding::Utf16Be { bom: true }).ok_or_else(|| unknown(bytes, 2));
    }
    if let Some(kind) = binary_kind(bytes) {
        return Err(DecodeError::Binary { byte: 0, kind: Some(kind) });
    }
    if let Some(decoded) = utf16_without_mark(bytes) {
        return Ok(decoded);
    }
    if let Some(byte) = memchr::memchr(0, bytes) {
        return Err(DecodeError::Binary { byte, kind: None });
    }
    utf8(bytes, 0, FileEncoding::Utf8).or_else(|error| gb18030(bytes).ok_or(error))
}

/// The bytes of a text in the encoding of its file.
///
/// # Errors
/// A character that the encoding cannot spell.
pub fn encode(text: &str, encoding: FileEncoding) -> Result<Vec<u8>, DecodeError> {
    let utf16 = |bom: bool, bytes: fn(u16) -> [u8; 2]| {
        let mark = bom.then_some(0xFEFF);
        mark.into_iter().chain(text.encode_utf16()).flat_map(bytes).collect()
    };
    Ok(match encoding {
        FileEncoding::Utf8 => text.as_bytes().to_vec(),
        FileEncoding::Utf8Bom => [b"\xEF\xBB\xBF", text.as_bytes()].concat(),
        FileEncoding::Utf16Le { bom } => utf16(bom, u16::to_le_bytes),
        FileEncoding::Utf16Be { bom } => utf16(bom, u16::to_be_bytes),
        FileEncoding::Gb18030 => {
            let (bytes, _, _) = GB18030.encode(text);
            match GB18030.decode_without_bom_handling_and_without_replacement(&bytes) {
                Some(back) if back == text => bytes.into_owned(),
                back => {
                    let back = back.unwrap_or_default();
                    let lost = text.chars().zip(back.chars()).find(|(a, b)| a != b);
                    return Err(DecodeError::Unwritable { character: lost.map_or('\u{FFFD}', |(a, _)| a) });
                }
            }
        }
    })
}

fn utf8(bytes: &[u8], offset: usize, encoding: FileEncoding) -> Result<Decoded, DecodeError> {
    match simdutf8::compat::from_utf8(bytes) {
        Ok(text) => Ok(Decoded { text: text.to_owned(), encoding }),
        Err(error) => {
            let byte = error.valid_up_to();
            let line = line_number(&bytes[..byte]);
            Err(DecodeError::Unknown { byte: byte + offset, line })
        }
    }
}

fn unknown(bytes: &[u8], byte: usize) -> DecodeError {
    DecodeError::Unknown { byte, line: line_number(&bytes[..byte.min(bytes.len())]) }
}

fn line_number(before: &[u8]) -> usize {
    memchr::memchr_iter(b'\n', before).count() + 1
}

fn utf16(bytes: &[u8], codec: &'static Encoding, encoding: FileEncoding) -> Option<Decoded> {
    if !bytes.len().is_multiple_of(2) {
        return None;
    }
    let text = codec.decode_without_bom_handling_and_without_replacement(bytes)?.into_owned();
    Some(Decoded { text, encoding })
}

/// UTF-16 without a mark shows itself by its line breaks, spaces and digits: their other byte is zero, nearly always
/// on the same side (一, U+4E00, is an exception). Chinese text has no zero bytes in any other encoding.
fn utf16_without_mark(bytes: &[u8]) -> Option<Decoded> {
    let head = &bytes[..bytes.len().min(64 * 1024)];
    let odd = memchr::memchr_iter(0, head).filter(|at| at % 2 == 1).count();
    let even = memchr::memchr_iter(0, head).count() - odd;
    let decoded = match odd.cmp(&even) {
        std::cmp::Ordering::Greater => utf16(bytes, UTF_16LE, FileEncoding::Utf16Le { bom: false })?,
        std::cmp::Ordering::Less => utf16(bytes, UTF_16BE, FileEncoding::Utf16Be { bom: false })?,
        std::cmp::Ordering::Equal => return None,
    };
    let (mut all, mut plain) = (0usize, 0usize);
    for ch in decoded.text.chars().take(32 * 1024) {
        all += 1;
        let usual = super::han::is_han(ch) || super::han::is_punctuation(ch) || ch.is_ascii_graphic();
        plain += usize::from(usual || ch.is_whitespace());
    }
    (plain * 10 >= all * 9 && !decoded.text.contains('\0')).then_some(decoded)
}

/// GB 18030 explains almost any bytes, so it is believed only when nine in ten of its two-byte characters are of
/// GB 2312, which Chinese drafts hold to; broken UTF-8 and Big5 read as GB 18030 are not.
fn gb18030(bytes: &[u8]) -> Option<Decoded> {
    let (mut pairs, mut common, mut at) = (0usize, 0usize, 0);
    while at < bytes.len() {
        let lead = bytes[at];
        if lead < 0x80 {
            at += 1;
            continue;
        }
        let trail = *bytes.get(at + 1)?;
        if trail.is_ascii_digit() {
            at += 4;
            continue;
        }
        pairs += 1;
        common += usize::from((0xA1..=0xF7).contains(&lead) && trail >= 0xA1);
        at += 2;
    }
    if pairs == 0 || common * 10 < pairs * 9 {
        return None;
    }
    let text = GB18030.decode_without_bom_handling_and_without_replacement(bytes)?.into_owned();
    let decoded = Decoded { text, encoding: FileEncoding::Gb18030 };
    // Some byte sequences share a character; one that would be written back differently is refused.
    (encode(&decoded.text, FileEncoding::Gb18030).ok()? == bytes).then_some(decoded)
}

/// What a file is by its first bytes, and what to do with it before it is checked.
fn binary_kind(bytes: &[u8]) -> Option<&'static str> {
    const KINDS: &[(&[u8], &str)] = &[
        (b"PK\x03\x04", "压缩包或 Word/WPS 文档（.docx），不是纯文本；请先另存为 .txt 或 .md 再核"),
        (b"\xD0\xCF\x11\xE0", "旧版 Word/WPS 文档（.doc/.wps）；请用 Word 或 WPS 打开，“另存为”选 .docx，再核"),
        (b"{\\rtf", " RTF 文档；请用 Word 或 WPS 打开，“另存为”选 .docx，再核"),
        (b"%PDF-", " PDF 文件；请把文字复制出来存为 .txt（行尾不必接，会自动接成段；扫描件先做文字识别）再核"),
        (b"\x89PNG", "图片；请先做文字识别，把文字存为 .txt 再核"),
        (b"\xFF\xD8\xFF", "图片；请先做文字识别，把文字存为 .txt 再核"),
        (b"\x7FELF", "程序文件，不是纯文本；请检查路径"),
    ];
    KINDS.iter().find(|(magic, _)| bytes.starts_with(magic)).map(|(_, kind)| *kind)
}

#[cfg(test)]
mod tests {
    use super::*;

    const SAMPLE: &str = "一、2025年工作回顾\r\n（一）“两个确立”。𠮷\n完。\n";

    #[test]
    fn every_encoding_is_detected_and_written_back_byte_for_byte() {
        for encoding in [
            FileEncoding::Utf8,
            FileEncoding::Utf8Bom,
            FileEncoding::Utf16Le { bom: true },
            FileEncoding::Utf16Be { bom: true },
            FileEncoding::Utf16Le { bom: false },
            FileEncoding::Utf16Be { bom: false },
            FileEncoding::Gb18030,
        ] {
            let bytes = encode(SAMPLE, encoding).unwrap();
            let decoded = decode(&bytes).unwrap();
            assert_eq!((decoded.text.as_str(), decoded.encoding), (SAMPLE, encoding));
        }
    }

    #[test]
    fn an_empty_file_is_an_empty_draft() {
        assert_eq!(decode(b"").unwrap().text, "");
    }

    #[test]
    fn broken_utf8_is_refused_with_its_place() {
        let mut bytes = SAMPLE.repeat(3).into_bytes();
        let second = SAMPLE.len() + 3;
        bytes[second] = 0xFF;
        assert_eq!(decode(&bytes), Err(DecodeError::Unknown { byte: second, line: 4 }));
    }

    #[test]
    fn big5_is_refused_rather_than_misread() {
        // “工作報告 政治協商會議” in Big5.
        let bytes = b"\xA4\x75\xA7\x40\xB3\xF8\xA7\x69 \xAC\x46\xAA\x76\xA8\xF3\xB0\xD3\xB7\x7C\xC4\xB3";
        assert!(matches!(decode(bytes), Err(DecodeError::Unknown { .. })));
    }

    #[test]
    fn office_documents_and_other_binaries_are_named() {
        let message = |bytes: &[u8]| decode(bytes).unwrap_err().to_string();
        assert!(message(b"PK\x03\x04rest").contains(".docx"));
        assert!(message(b"%PDF-1.7").contains("PDF"));
        assert!(message(b"\x01\x00\x00\x02\x00abc").contains("二进制"));
    }

    #[test]
    fn what_gb18030_would_change_on_writing_is_refused() {
        // 0x80 alone is the euro sign of some GBK files and comes back as other bytes.
        assert!(decode(b"\xB9\xA4\xD7\xF7\x80\xB9\xA4").is_err());
    }
}
