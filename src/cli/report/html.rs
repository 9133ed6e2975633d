//! 校对清单 for people who never open an editor: one page that needs nothing else, to be read on a screen or printed.

use annotate_snippets::normalize_untrusted_str;
use maud::{DOCTYPE, Markup, PreEscaped, html};

use super::quote::Quote;
use super::{Checked, Ending};
use crate::cli::tally::Tally;
use crate::features::address::{Address, Addresses};
use crate::rules::Finding;

/// Everything before the first draft; [`tail`] closes what is open here.
pub fn head() -> String {
    let policy = "default-src 'none'; style-src 'unsafe-inline'";
    let head = html! {
        (DOCTYPE)
        (PreEscaped("<html lang=\"zh-CN\">"))
        meta charset="utf-8";
        meta name="viewport" content="width=device-width";
        meta http-equiv="Content-Security-Policy" content=(policy);
        title { "校对清单" }
        style { (PreEscaped(include_str!("checklist.css"))) }
        h1 { "校对清单" }
    };
    head.into_string() + "\n"
}

/// The table of one draft; nothing for a draft without findings.
pub fn part(checked: &Checked<'_>) -> String {
    if checked.findings.is_empty() {
        return String::new();
    }
    let addresses = Addresses::of(checked.draft);
    let mut section: Option<String> = None;
    let part = html! {
        section {
            h2 { (normalize_untrusted_str(checked.path)) }
            p class="count" { (Tally::of(checked.findings, checked.pages.is_none()).counts()) }
            table {
                thead { tr {
                    th { "序号" } th { "位置" } th { "原文" } th { "建议" } th { "问题和依据" } th { "处理" }
                } }
                tbody {
                    @for (index, finding) in checked.findings.iter().enumerate() {
                        @let address = addresses.at(finding.place.start);
                        @let title = address.sections.first().cloned().unwrap_or_default();
                        @if section.replace(title.clone()) != Some(title.clone()) && !title.is_empty() {
                            tr class="section" { th colspan="6" { (normalize_untrusted_str(&title)) } }
                        }
                        (row(checked, index + 1, finding, &address))
                    }
                }
            }
        }
    };
    part.into_string() + "\n"
}

/// Everything behind the last draft.
pub fn tail(ending: &Ending<'_>) -> String {
    let tail = html! {
        footer {
            p { (ending.tally.told()) "。" }
            @for problem in ending.problems { p { (problem.to_string()) } }
            p class="sign" { span { "校对：" } span { "复核：" } span { "日期：" } }
            p class="made" { "核稿 hegao " (env!("CARGO_PKG_VERSION")) }
        }
    };
    tail.into_string() + "</html>\n"
}

fn row(checked: &Checked<'_>, number: usize, finding: &Finding, address: &Address) -> Markup {
    let quote = Quote::of(checked, finding);
    let basis = finding.basis();
    html! {
        tr {
            td class="number" { (number) }
            td class="place" {
                @for section in address.sections.iter().skip(1) { (normalize_untrusted_str(section)) br; }
                (address.paragraph_name())
                @if let Some(line) = checked.line(finding.place.start) { span class="line" { "（第" (line) "行）" } }
                @if let Some(spot) = checked.aside(finding.place.start) { span class="line" { "（" (spot) "）" } }
            }
            td { (quote.before) mark { (quote.words) } (quote.after) }
            td {
                @match &finding.fix {
                    Some(fix) => (normalize_untrusted_str(&fix.title)),
                    None => "请核对",
                }
            }
            td {
                span class=(finding.severity.name()) { (finding.severity.title()) } " "
                (normalize_untrusted_str(&finding.message))
                @for related in &finding.related {
                    br; span class="basis" {
                        (normalize_untrusted_str(&related.message)) "："
                        (normalize_untrusted_str(&checked.place_within(related.place.start)))
                    }
                }
                @for outside in &finding.outside {
                    br; span class="basis" { (normalize_untrusted_str(&outside.message)) }
                }
                @if !basis.is_empty() { br; span class="basis" { "依据：" (basis) } }
            }
            td class="done" {
                label { input type="checkbox"; "已改" } " " label { input type="checkbox"; "不改" }
            }
        }
    }
}
