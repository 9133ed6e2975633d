//! The semantic tokens last given of a draft, so that the next answer need only tell what has changed.

use tower_lsp::ls_types::{SemanticToken, SemanticTokens, SemanticTokensDelta, SemanticTokensFullDeltaResult};

use super::convert;

/// The tokens of one draft as its editor has them.
#[derive(Debug, Default)]
pub struct Coloured {
    /// Counts the lists given.
    edition: u64,
    tokens: Vec<SemanticToken>,
}

impl Coloured {
    /// All tokens. `serial` tells this opening of the draft from others.
    pub fn full(&mut self, serial: u64, tokens: Vec<SemanticToken>) -> SemanticTokens {
        self.edition += 1;
        self.tokens.clone_from(&tokens);
        SemanticTokens { result_id: Some(self.id(serial)), data: tokens }
    }

    /// What has changed since the list of that name; all tokens when it is not the last.
    pub fn since(&mut self, serial: u64, name: &str, tokens: Vec<SemanticToken>) -> SemanticTokensFullDeltaResult {
        if name != self.id(serial) {
            return self.full(serial, tokens).into();
        }
        let edits = convert::tokens_delta(&self.tokens, &tokens);
        let SemanticTokens { result_id, .. } = self.full(serial, tokens);
        SemanticTokensDelta { result_id, edits }.into()
    }

    fn id(&self, serial: u64) -> String {
        format!("{serial}.{}", self.edition)
    }
}
