//! The elements of one part of a document, one after another, with what does not count left out.

use std::io::{self, BufRead, BufReader, Read};

use quick_xml::NsReader;
use quick_xml::XmlVersion;
use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::name::ResolveResult;

use super::{DocxError, limits};

/// Namespaces that matter, by the prefix that everybody gives them; the second form is that of strict documents.
const SPACES: [(&str, &str); 6] = [
    ("http://schemas.openxmlformats.org/wordprocessingml/2006/main", "w"),
    ("http://purl.oclc.org/ooxml/wordprocessingml/main", "w"),
    ("http://schemas.openxmlformats.org/markup-compatibility/2006", "mc"),
    ("http://schemas.openxmlformats.org/officeDocument/2006/math", "m"),
    ("http://purl.oclc.org/ooxml/officeDocument/math", "m"),
    ("http://schemas.openxmlformats.org/package/2006/relationships", "r"),
];

/// Properties as they were before a tracked change: the draft is read with all changes accepted.
const BEFORE: [&str; 9] = [
    "w:pPrChange",
    "w:rPrChange",
    "w:tblPrChange",
    "w:tblPrExChange",
    "w:tblGridChange",
    "w:trPrChange",
    "w:tcPrChange",
    "w:sectPrChange",
    "w:numberingChange",
];

/// What comes next in a part.
#[derive(Debug)]
pub enum Token {
    Open(Element),
    /// The name of the element that ends.
    Close(String),
    Text(String),
}

/// An element that begins.
#[derive(Debug)]
pub struct Element {
    /// With the usual prefix: `w:p`; elements of other namespaces have the prefix `?`.
    pub name: String,
    /// Local names and values.
    attributes: Vec<(String, String)>,
}

impl Element {
    /// An attribute by its local name.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// The attribute `val`.
    pub fn val(&self) -> Option<&str> {
        self.get("val")
    }

    /// The attribute `val` as a number.
    pub fn number(&self) -> Option<i64> {
        self.val()?.trim().parse().ok()
    }

    /// Whether a property that is there or not, such as `w:vanish`, is on (ECMA-376 part 1, 17.17.4).
    pub fn is_on(&self) -> bool {
        !matches!(self.val(), Some("0" | "false" | "off"))
    }
}

/// A part of a document as tokens. Alternatives (`mc:AlternateContent`) are reduced to the first one, and properties
/// from before a tracked change are left out.
pub struct Pull<R> {
    reader: NsReader<Meter<R>>,
    buffer: Vec<u8>,
    /// For each open `mc:AlternateContent`, whether one of its alternatives was taken.
    taken: Vec<bool>,
}

impl<R: Read> Pull<R> {
    pub fn new(part: R) -> Self {
        let mut reader = NsReader::from_reader(Meter::new(part));
        reader.config_mut().expand_empty_elements = true;
        Pull { reader, buffer: Vec::new(), taken: Vec::new() }
    }

    /// The next token; `None` at the end of the part.
    pub fn next(&mut self) -> Result<Option<Token>, DocxError> {
        loop {
            let Some(token) = self.raw()? else { return Ok(None) };
            match &token {
                Token::Open(element) if BEFORE.contains(&element.name.as_str()) => self.skip()?,
                Token::Open(element) if element.name == "mc:AlternateContent" => self.taken.push(false),
                Token::Close(name) if name == "mc:AlternateContent" => drop(self.taken.pop()),
                Token::Open(element) if matches!(element.name.as_str(), "mc:Choice" | "mc:Fallback") => {
                    if self.taken.last_mut().is_some_and(|taken| std::mem::replace(taken, true)) {
                        self.skip()?;
                    }
                }
                Token::Close(name) if matches!(name.as_str(), "mc:Choice" | "mc:Fallback") => {}
                _ => return Ok(Some(token)),
            }
        }
    }

    /// The next token of an element that is still open.
    pub fn inside(&mut self) -> Result<Token, DocxError> {
        self.next()?.ok_or_else(|| DocxError::damaged("内容没有写完"))
    }

    /// Passes over the element that was opened last, and all that is in it.
    pub fn skip(&mut self) -> Result<(), DocxError> {
        let mut depth = 1usize;
        while depth > 0 {
            match self.raw()? {
                Some(Token::Open(_)) => depth += 1,
                Some(Token::Close(_)) => depth -= 1,
                Some(Token::Text(_)) => {}
                None => return Err(DocxError::damaged("内容没有写完")),
            }
        }
        Ok(())
    }

    /// The text of the element that was opened last, to its end; line breaks in it are spaces.
    pub fn text(&mut self, of: &Element) -> Result<String, DocxError> {
        let mut text = String::new();
        let mut depth = 1usize;
        while depth > 0 {
            match self.inside()? {
                Token::Open(_) => depth += 1,
                Token::Close(_) => depth -= 1,
                Token::Text(part) => text.push_str(&part),
            }
        }
        if of.get("space") != Some("preserve") {
            text = text.trim_matches([' ', '\t', '\r', '\n']).to_owned();
        }
        Ok(text.replace(['\r', '\n'], " "))
    }

    fn raw(&mut self) -> Result<Option<Token>, DocxError> {
        loop {
            self.buffer.clear();
            self.reader.get_mut().begin_event();
            let (space, event) = self.reader.read_resolved_event_into(&mut self.buffer).map_err(wrong)?;
            let token = match event {
                Event::Start(start) => {
                    let name = name(&space, start.local_name().as_ref());
                    Token::Open(Element { name, attributes: attributes(&start)? })
                }
                Event::End(end) => Token::Close(name(&space, end.local_name().as_ref())),
                Event::Text(text) => Token::Text(text.xml10_content().into_owned()),
                Event::CData(text) => Token::Text(text.xml10_content().into_owned()),
                Event::GeneralRef(reference) => Token::Text(resolved(&reference)?.into()),
                Event::Eof => return Ok(None),
                // No program writes one into a document; its entities could blow up.
                Event::DocType(_) => return Err(DocxError::damaged("含有不该有的 DOCTYPE")),
                Event::Empty(_) | Event::Comment(_) | Event::Decl(_) | Event::PI(_) => continue,
            };
            return Ok(Some(token));
        }
    }
}

fn name(space: &ResolveResult<'_>, local: &str) -> String {
    let prefix = match space {
        ResolveResult::Bound(space) => SPACES.iter().find(|(known, _)| *known == space.0).map(|(_, prefix)| *prefix),
        _ => None,
    };
    format!("{}:{local}", prefix.unwrap_or("?"))
}

fn attributes(start: &BytesStart<'_>) -> Result<Vec<(String, String)>, DocxError> {
    let mut found = Vec::new();
    for attribute in start.attributes() {
        let attribute = attribute.map_err(|error| DocxError::damaged(format!("内容的 XML 有误：{error}")))?;
        let name = attribute.key.local_name();
        let value = attribute.normalized_value(XmlVersion::Implicit1_0);
        let value = value.map_err(|error| DocxError::damaged(format!("内容的 XML 有误：{error}")))?;
        found.push((name.as_ref().to_owned(), value.into_owned()));
    }
    Ok(found)
}

fn resolved(reference: &BytesRef<'_>) -> Result<char, DocxError> {
    if let Some(ch) = reference.resolve_char_ref().map_err(wrong)? {
        return Ok(ch);
    }
    match reference.xml10_content().as_ref() {
        "amp" => Ok('&'),
        "lt" => Ok('<'),
        "gt" => Ok('>'),
        "apos" => Ok('\''),
        "quot" => Ok('"'),
        other => Err(DocxError::damaged(format!("不认识的实体 &{other};"))),
    }
}

fn wrong(error: quick_xml::Error) -> DocxError {
    match &error {
        quick_xml::Error::Io(io) if io.kind() == io::ErrorKind::FileTooLarge => DocxError::TooLarge,
        _ => DocxError::damaged("内容的 XML 有误"),
    }
}

/// A reader that gives up when a part, or one event of it, is longer than [`limits`] allow: archives can claim anything.
struct Meter<R> {
    inner: BufReader<R>,
    part: u64,
    event: usize,
}

impl<R: Read> Meter<R> {
    fn new(part: R) -> Self {
        Meter { inner: BufReader::new(part), part: limits::PART, event: limits::EVENT }
    }

    fn begin_event(&mut self) {
        self.event = limits::EVENT;
    }
}

impl<R: Read> Read for Meter<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let count = self.fill_buf()?.read(into)?;
        self.consume(count);
        Ok(count)
    }
}

impl<R: Read> BufRead for Meter<R> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if self.part == 0 || self.event == 0 {
            return Err(io::ErrorKind::FileTooLarge.into());
        }
        self.inner.fill_buf()
    }

    fn consume(&mut self, count: usize) {
        self.part = self.part.saturating_sub(count as u64);
        self.event = self.event.saturating_sub(count);
        self.inner.consume(count);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(xml: &str) -> Result<String, DocxError> {
        let xml = xml.replace("<w>", r#"<w xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">"#);
        let mut pull = Pull::new(xml.as_bytes());
        let mut said = String::new();
        while let Some(token) = pull.next()? {
            if let Token::Text(text) = token {
                said += &text;
            }
        }
        Ok(said)
    }

    #[test]
    fn one_alternative_is_read_and_old_properties_are_not() {
        let alternatives =
            "<mc:AlternateContent><mc:Choice>甲</mc:Choice><mc:Fallback>乙</mc:Fallback></mc:AlternateContent>";
        assert_eq!(words(&format!("<w>{alternatives}{alternatives}</w>")).unwrap(), "甲甲");
        assert_eq!(words("<w><w:pPrChange><w:pPr>旧</w:pPr></w:pPrChange>新</w>").unwrap(), "新");
    }

    #[test]
    fn entities_are_read_and_unknown_ones_are_not_guessed() {
        assert_eq!(words("<w>&lt;&#x4E00;&amp;</w>").unwrap(), "<一&");
        assert!(matches!(words("<w>&bomb;</w>"), Err(DocxError::Damaged { .. })));
        assert!(matches!(words("<!DOCTYPE w [<!ENTITY a 'b'>]><w>&a;</w>"), Err(DocxError::Damaged { .. })));
        assert!(matches!(words("<w><a></w>"), Err(DocxError::Damaged { .. })));
    }

    #[test]
    fn one_endless_piece_is_given_up() {
        let endless = io::Read::chain("<w>".as_bytes(), io::repeat(b'a'));
        let mut pull = Pull::new(endless);
        let outcome = std::iter::from_fn(|| pull.next().transpose()).find_map(Result::err);
        assert_eq!(outcome, Some(DocxError::TooLarge));
    }
}
