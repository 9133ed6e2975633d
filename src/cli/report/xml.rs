//! What both XML formats need.

use std::borrow::Cow;

use quick_xml::Writer;
use quick_xml::events::attributes::Attribute;
use quick_xml::name::QName;

/// Writes elements into a string, which cannot fail.
pub fn written(write: impl FnOnce(&mut Writer<Vec<u8>>) -> std::io::Result<()>) -> String {
    let mut writer = Writer::new(Vec::new());
    match write(&mut writer) {
        Ok(()) => String::from_utf8(writer.into_inner()).unwrap_or_default(),
        Err(_) => String::new(),
    }
}

/// An attribute that keeps its line breaks.
pub fn attribute<'a>(name: &'a str, value: &str) -> Attribute<'a> {
    let value = quick_xml::escape::escape(&*legal(value)).replace('\n', "&#10;").replace('\r', "&#13;");
    Attribute { key: QName(name), value: Cow::Owned(value) }
}

/// The text without the characters that XML 1.0 has no way to write.
pub fn legal(text: &str) -> Cow<'_, str> {
    let illegal =
        |ch: char| matches!(ch, '\0'..='\u{8}' | '\u{B}' | '\u{C}' | '\u{E}'..='\u{1F}' | '\u{FFFE}' | '\u{FFFF}');
    if text.contains(illegal) { Cow::Owned(text.replace(illegal, "\u{FFFD}")) } else { Cow::Borrowed(text) }
}
