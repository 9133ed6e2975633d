//! Document links.

use std::str::FromStr;

use tower_lsp::ls_types as lsp;
use tower_lsp::ls_types::Uri;

use super::Target;
use crate::features::links;
use crate::server::beside::Beside;

/// Links to appendices and parts of the draft, and to files beside it.
pub fn links(target: &Target<'_>, beside: &Beside, tooltips: bool) -> Vec<lsp::DocumentLink> {
    let mut all = Vec::new();
    let link = |words, goal: String, tooltip: &str| {
        let goal = Uri::from_str(&goal).ok()?;
        let tooltip = tooltips.then(|| tooltip.to_owned());
        Some(lsp::DocumentLink { range: target.range(&words), target: Some(goal), tooltip, data: None })
    };
    for (words, goal) in links::inside(target.linter) {
        // The line as editors write it behind a file's name, from 1.
        let line = target.range(&goal).start.line + 1;
        all.extend(link(words, format!("{}#L{line}", target.uri), "转到该处"));
    }
    for (words, index) in links::files(target.linter, &beside.names) {
        all.extend(link(words, beside.uri(index), "打开文件"));
    }
    all.sort_by_key(|link| (link.range.start.line, link.range.start.character));
    all
}
