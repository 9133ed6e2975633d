//! 校对清单 as a table for Excel and WPS.

use super::Checked;
use super::quote::Quote;
use crate::cli::spreadsheet;
use crate::features::address::Addresses;
use crate::rules::Fix;
use crate::text::PositionEncoding;

const COLUMNS: [&str; 14] =
    ["稿件", "序号", "部分", "小节", "段", "行", "列", "原文", "建议", "级别", "问题", "规则", "依据", "处理"];

/// The byte order mark and the names of the columns.
pub fn head() -> String {
    spreadsheet::head(COLUMNS)
}

/// The rows of one draft.
pub fn part(checked: &Checked<'_>) -> String {
    let addresses = Addresses::of(checked.draft);
    spreadsheet::rows(checked.findings.iter().enumerate().map(|(index, finding)| {
        let address = addresses.at(finding.place.start);
        let quote = Quote::of(checked, finding);
        let (line, column) = checked.point(finding.place.start, PositionEncoding::Utf32);
        let [line, column] = [line, column].map(|number| checked.pages.map_or(number.to_string(), |_| String::new()));
        let aside = checked.aside(finding.place.start).map(|spot| format!("（{spot}）")).unwrap_or_default();
        let (part, sections) = address.sections.split_first().map_or(("", &[][..]), |(part, rest)| (part, rest));
        [
            checked.path.to_owned(),
            (index + 1).to_string(),
            part.to_owned(),
            sections.join(" › "),
            address.paragraph_name() + &aside,
            line,
            column,
            format!("{}【{}】{}", quote.before, quote.words, quote.after),
            finding.fix.as_ref().map(advice).unwrap_or_default(),
            finding.severity.title().to_owned(),
            finding.message.clone(),
            finding.rule.name.to_owned(),
            finding.basis(),
            String::new(),
        ]
    }))
}

fn advice(fix: &Fix) -> String {
    fix.title.clone()
}
