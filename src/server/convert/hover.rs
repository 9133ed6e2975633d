//! Hover, and text that explains.

use tower_lsp::ls_types as lsp;

use super::Target;
use crate::features::hover;
use crate::server::abilities::Markup;

/// What is told of a position, with the messages of findings or without.
pub fn hover(target: &Target<'_>, position: lsp::Position, markup: Markup, messages: bool) -> Option<lsp::Hover> {
    let found = hover::at(target.linter, target.byte(position)?, messages)?;
    let contents = lsp::HoverContents::Markup(explained(found.markdown, markup));
    Some(lsp::Hover { contents, range: Some(target.range(&found.range)) })
}

/// Markdown as the client shows it.
fn explained(markdown: String, markup: Markup) -> lsp::MarkupContent {
    match markup {
        Markup::Markdown => lsp::MarkupContent { kind: lsp::MarkupKind::Markdown, value: markdown },
        Markup::Plain => {
            let plain =
                markdown.lines().filter(|line| !line.starts_with("---")).map(|line| line.replace(['*', '`'], ""));
            let value = plain.collect::<Vec<_>>().join("\n");
            lsp::MarkupContent { kind: lsp::MarkupKind::PlainText, value }
        }
    }
}
