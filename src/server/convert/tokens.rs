//! Semantic tokens.

use tower_lsp::ls_types as lsp;

use super::Target;
use crate::features::outline::SymbolKind;
use crate::features::tokens::{self, Token, TokenKind};

/// Bytes of a draft above which its tokens are given only by range: more of them than any editor shows at once.
const LARGE: usize = 1 << 20;

/// The names of types and modifiers, whose places in the lists are the numbers of the answers. The types are those
/// of the protocol, which every theme has colours for.
pub fn legend() -> lsp::SemanticTokensLegend {
    use lsp::SemanticTokenType as Type;
    let types = [
        Type::STRING,
        Type::KEYWORD,
        Type::NUMBER,
        Type::EVENT,
        Type::TYPE,
        Type::NAMESPACE,
        Type::CLASS,
        Type::FUNCTION,
    ];
    let levels = ["level1", "level2", "level3", "level4", "level5"];
    lsp::SemanticTokensLegend {
        token_types: types.to_vec(),
        token_modifiers: levels.map(lsp::SemanticTokenModifier::new).to_vec(),
    }
}

/// Place of the type in the legend, and the bits of its modifiers.
fn numbers(kind: TokenKind) -> (u32, u32) {
    match kind {
        TokenKind::Quote => (0, 0),
        TokenKind::Phrase => (1, 0),
        TokenKind::Figure => (2, 0),
        TokenKind::Date => (3, 0),
        TokenKind::Document => (4, 0),
        TokenKind::Heading(SymbolKind::Title | SymbolKind::Part) => (5, 0),
        TokenKind::Heading(SymbolKind::Heading(level)) => (6, 1 << level.clamp(1, 5).saturating_sub(1)),
        TokenKind::Heading(SymbolKind::Lead) => (7, 0),
    }
}

/// All tokens; `None` for a large draft.
pub fn tokens(target: &Target<'_>) -> Option<Vec<lsp::SemanticToken>> {
    let length = target.text().len_bytes();
    (length <= LARGE).then(|| encoded(target, tokens::within(target.linter, &(0..length))))
}

/// The tokens of a range.
pub fn tokens_within(target: &Target<'_>, range: lsp::Range) -> Option<lsp::SemanticTokensRangeResult> {
    let data = encoded(target, tokens::within(target.linter, &target.bytes(range)?));
    Some(lsp::SemanticTokens { result_id: None, data }.into())
}

/// Tokens as the protocol has them: each place relative to the one before.
fn encoded(target: &Target<'_>, tokens: Vec<Token>) -> Vec<lsp::SemanticToken> {
    let mut last = lsp::Position::default();
    let mut data = Vec::with_capacity(tokens.len());
    for token in tokens {
        let range = target.range(&token.range);
        let (token_type, token_modifiers_bitset) = numbers(token.kind);
        let delta_line = range.start.line - last.line;
        let before = if delta_line == 0 { last.character } else { 0 };
        data.push(lsp::SemanticToken {
            delta_line,
            delta_start: range.start.character - before,
            length: range.end.character - range.start.character,
            token_type,
            token_modifiers_bitset,
        });
        last = range.start;
    }
    data
}

/// The one replacement that makes the tokens before those of now.
pub fn tokens_delta(before: &[lsp::SemanticToken], now: &[lsp::SemanticToken]) -> Vec<lsp::SemanticTokensEdit> {
    let head = before.iter().zip(now).take_while(|(one, two)| one == two).count();
    let (before, now) = (&before[head..], &now[head..]);
    let tail = before.iter().rev().zip(now.iter().rev()).take_while(|(one, two)| one == two).count();
    let (gone, come) = (&before[..before.len() - tail], &now[..now.len() - tail]);
    if gone.is_empty() && come.is_empty() {
        return Vec::new();
    }
    // Each token is five numbers.
    let number = |count: usize| u32::try_from(count * 5).unwrap_or(u32::MAX);
    vec![lsp::SemanticTokensEdit { start: number(head), delete_count: number(gone.len()), data: Some(come.to_vec()) }]
}
