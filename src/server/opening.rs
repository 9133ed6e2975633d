//! Drafts that are opened, on their way around the framework: it would copy their text three times, and the buffer of
//! its reader stays as long as the longest message was.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use serde::{Deserialize, Serialize};
use tower_lsp::ls_types::TextDocumentItem;

/// Method of the message that stands for a draft, so that it is opened in its turn.
pub const METHOD: &str = "hegao/opening";

/// What such a message says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Ticket {
    ticket: u64,
}

/// Drafts whose message is on its way.
#[derive(Clone, Default)]
pub struct Openings {
    waiting: Arc<Mutex<Waiting>>,
}

#[derive(Default)]
struct Waiting {
    last: u64,
    drafts: HashMap<Ticket, TextDocumentItem>,
}

impl Openings {
    /// Keeps a draft; the message that stands for it.
    ///
    /// # Errors
    /// None that a number could make.
    pub fn keep(&self, draft: TextDocumentItem) -> serde_json::Result<Vec<u8>> {
        let mut waiting = self.waiting.lock().unwrap_or_else(PoisonError::into_inner);
        waiting.last += 1;
        let ticket = Ticket { ticket: waiting.last };
        waiting.drafts.insert(ticket, draft);
        serde_json::to_vec(&serde_json::json!({ "jsonrpc": "2.0", "method": METHOD, "params": ticket }))
    }

    /// The draft of a message.
    pub fn take(&self, ticket: Ticket) -> Option<TextDocumentItem> {
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner).drafts.remove(&ticket)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_message_has_its_draft_and_gives_it_once() {
        let openings = Openings::default();
        let draft = |text: &str| TextDocumentItem {
            uri: "file:///a.txt".parse().unwrap(),
            language_id: "plaintext".into(),
            version: 1,
            text: text.into(),
        };
        let tickets = ["甲", "乙"].map(|text| {
            let message: serde_json::Value = serde_json::from_slice(&openings.keep(draft(text)).unwrap()).unwrap();
            serde_json::from_value::<Ticket>(message["params"].clone()).unwrap()
        });
        assert_eq!(openings.take(tickets[1]).unwrap().text, "乙");
        assert_eq!(openings.take(tickets[0]).unwrap().text, "甲");
        assert!(openings.take(tickets[0]).is_none());
    }
}
