//! Completion.

use tower_lsp::ls_types as lsp;

use super::Target;
use crate::features::completion::{self, Proposal, ProposalKind};

/// Characters that make an editor ask at once.
pub const TRIGGERS: [&str; 3] = ["（", "“", "‘"];

/// The proposals at a position. Each says what it replaces and what it is compared with, because no editor finds
/// words in Chinese text.
pub fn completion(target: &Target<'_>, position: lsp::Position) -> Option<lsp::CompletionResponse> {
    let proposals = completion::at(target.linter, target.byte(position)?);
    let items = proposals.into_iter().enumerate().map(|(rank, proposal)| item(rank, proposal, target)).collect();
    Some(lsp::CompletionResponse::List(lsp::CompletionList { is_incomplete: true, items }))
}

fn item(rank: usize, proposal: Proposal, target: &Target<'_>) -> lsp::CompletionItem {
    let edit = lsp::TextEdit::new(target.range(&proposal.edit.range), proposal.edit.text);
    lsp::CompletionItem {
        label: proposal.label,
        detail: Some(proposal.detail),
        kind: Some(match proposal.kind {
            ProposalKind::Ordinal => lsp::CompletionItemKind::ENUM_MEMBER,
            ProposalKind::Phrase => lsp::CompletionItemKind::TEXT,
        }),
        sort_text: Some(format!("{rank:04}")),
        filter_text: Some(proposal.filter),
        text_edit: Some(edit.into()),
        ..lsp::CompletionItem::default()
    }
}
