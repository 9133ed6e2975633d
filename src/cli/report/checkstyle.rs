//! Checkstyle XML, which many build servers read.

use super::xml::{attribute, written};
use super::{Checked, uri};
use crate::config::Severity;
use crate::text::PositionEncoding;

pub const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<checkstyle version=\"4.3\">\n";
pub const TAIL: &str = "</checkstyle>\n";

/// The file of one draft; nothing for a draft without findings.
pub fn part(checked: &Checked<'_>) -> String {
    if checked.findings.is_empty() {
        return String::new();
    }
    let file = written(|xml| {
        let file = xml.create_element("file").with_attribute(attribute("name", &uri::slashed(checked.path)));
        file.write_inner_content(|xml| {
            for finding in checked.findings {
                let (line, column) = checked.point(finding.place.start, PositionEncoding::Utf32);
                let place = [("line", line), ("column", column)].into_iter().filter(|_| checked.pages.is_none());
                xml.create_element("error")
                    .with_attributes(place.map(|(name, number)| attribute(name, &number.to_string())))
                    .with_attribute(attribute("severity", severity(finding.severity)))
                    .with_attribute(attribute("message", &checked.message(finding)))
                    .with_attribute(attribute("source", finding.rule.name))
                    .write_empty()?;
            }
            Ok(())
        })?;
        Ok(())
    });
    file + "\n"
}

fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info | Severity::Hint => "info",
    }
}
