//! Work-done progress: how far long work has come, and whether the user has cancelled it.

use std::collections::HashSet;
use std::sync::{Arc, Mutex, PoisonError};

use serde_json::{Value, json};

use super::outgoing::Outgoing;

/// The tokens of work that the user has cancelled.
#[derive(Debug, Clone, Default)]
pub struct Cancelled(Arc<Mutex<HashSet<String>>>);

impl Cancelled {
    /// The user has cancelled the work of a token.
    pub fn cancel(&self, token: &Value) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).insert(token.to_string());
    }

    fn take(&self, token: &Value) -> bool {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).contains(&token.to_string())
    }
}

/// How far a piece of work has come; told only where the client gave or took a token for it. Its end is told when it
/// is dropped.
pub struct Progress {
    shown: Option<(Outgoing, Value)>,
    cancelled: Cancelled,
}

impl Progress {
    /// Begins to tell.
    pub fn begin(out: &Outgoing, token: Option<Value>, title: &str, cancelled: &Cancelled) -> Progress {
        let progress = Progress { shown: token.map(|token| (out.clone(), token)), cancelled: cancelled.clone() };
        progress.tell(json!({ "kind": "begin", "title": title, "cancellable": true, "percentage": 0 }));
        progress
    }

    /// So many files of all are done.
    pub fn report(&self, done: usize, all: usize) {
        let percentage = done * 100 / all.max(1);
        self.tell(json!({ "kind": "report", "message": format!("{done}/{all}"), "percentage": percentage }));
    }

    /// Whether the user has cancelled the work.
    pub fn is_cancelled(&self) -> bool {
        self.shown.as_ref().is_some_and(|(_, token)| self.cancelled.take(token))
    }

    fn tell(&self, value: Value) {
        if let Some((out, token)) = &self.shown {
            out.notify("$/progress", json!({ "token": token, "value": value }));
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.tell(json!({ "kind": "end" }));
    }
}
