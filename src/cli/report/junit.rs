//! JUnit XML, in the form that Jenkins and GitLab read: a suite for each draft, a case for each finding.

use quick_xml::Writer;
use quick_xml::events::BytesText;

use super::xml::{attribute, legal, written};
use super::{Checked, concise, uri};
use crate::cli::problem::Problem;
use crate::config::Severity;
use crate::rules::Finding;

pub const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"hegao\">\n";
pub const TAIL: &str = "</testsuites>\n";

type Xml = Writer<Vec<u8>>;

/// The suite of one draft. A draft without findings is a case that passed; what is only a hint is a case that was
/// skipped, so that it fails nothing.
pub fn part(checked: &Checked<'_>) -> String {
    let path = uri::slashed(checked.path);
    let failed = checked.findings.iter().filter(|finding| fails(finding)).count();
    let cases = checked.findings.len().max(1);
    suite(&path, [cases, failed, 0, checked.findings.len() - failed], |xml| {
        if checked.findings.is_empty() {
            xml.create_element("testcase").with_attributes(name(&path, "未发现问题")).write_empty()?;
        }
        checked.findings.iter().try_for_each(|finding| case(xml, checked, &path, finding))
    })
}

/// The suite of a draft that could not be checked.
pub fn failure(problem: &Problem) -> String {
    let path = uri::slashed(&problem.place);
    suite(&path, [1, 0, 1, 0], |xml| {
        xml.create_element("testcase").with_attributes(name(&path, "未能检查")).write_inner_content(|xml| {
            xml.create_element("error").with_attribute(attribute("message", &problem.message)).write_empty()?;
            Ok(())
        })?;
        Ok(())
    })
}

fn suite(path: &str, counts: [usize; 4], cases: impl FnOnce(&mut Xml) -> std::io::Result<()>) -> String {
    let counts = counts.map(|count| count.to_string());
    let suite = written(|xml| {
        xml.create_element("testsuite")
            .with_attribute(attribute("name", path))
            .with_attributes(
                ["tests", "failures", "errors", "skipped"]
                    .iter()
                    .zip(&counts)
                    .map(|(name, count)| attribute(name, count)),
            )
            .write_inner_content(cases)?;
        Ok(())
    });
    suite + "\n"
}

fn name<'a>(path: &str, case: &str) -> [quick_xml::events::attributes::Attribute<'a>; 2] {
    [attribute("name", case), attribute("classname", path)]
}

fn case(xml: &mut Xml, checked: &Checked<'_>, path: &str, finding: &Finding) -> std::io::Result<()> {
    let case = format!("{} {}", finding.rule.name, checked.place_within(finding.place.start));
    xml.create_element("testcase").with_attributes(name(path, &case)).write_inner_content(|xml| {
        let (element, kind) =
            if fails(finding) { ("failure", Some(finding.severity.name())) } else { ("skipped", None) };
        let fix = finding.fix.as_ref().map(|fix| format!("\n建议：{}", fix.title)).unwrap_or_default();
        let text = concise::line(checked, finding) + &fix;
        xml.create_element(element)
            .with_attribute(attribute("message", &finding.message))
            .with_attributes(kind.map(|kind| attribute("type", kind)))
            .write_text_content(BytesText::new(&legal(&text)))?;
        Ok(())
    })?;
    Ok(())
}

fn fails(finding: &Finding) -> bool {
    finding.severity >= Severity::Warning
}
