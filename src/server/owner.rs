//! The one owner of all drafts: a thread that takes messages in the order in which the editor sent them.
//!
//! tower-lsp runs handlers concurrently, so no handler touches a draft. A handler only sends a message here before it
//! waits for anything, and the framework starts handlers in the order of the wire; that is what keeps the order.

use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::Instant;

use super::abilities::Abilities;
use super::convert;
use super::draft::{OpenDraft, Opened, guarded};
use super::outgoing::Outgoing;
use super::settings::Configs;
use super::uri::{Key, file_path};
use super::voice::Voice;
use super::workspace::Checked;
use crate::config::Settings;
use crate::text::Change;

/// What the owner is told or asked.
pub enum Message {
    /// The client has said what it can do; always the first message.
    Begin {
        abilities: Arc<Abilities>,
        /// Names in its options that mean nothing.
        unknown: Vec<String>,
    },
    Open {
        uri: String,
        version: i32,
        text: String,
    },
    Change {
        uri: String,
        version: i32,
        changes: Vec<Change>,
    },
    /// A change came that cannot be read.
    Unreadable {
        uri: String,
        version: Option<i32>,
    },
    Close {
        uri: String,
    },
    /// A draft was saved.
    Saved {
        uri: String,
    },
    /// A configuration may have changed.
    Reconfigure,
    /// A request: runs on the state that all messages before it have left.
    Ask(Box<dyn FnOnce(&mut Owner) + Send>),
}

/// All open drafts.
pub struct Owner {
    abilities: Arc<Abilities>,
    drafts: HashMap<Key, OpenDraft>,
    configs: Configs,
    opened: u64,
    voice: Voice,
    out: Outgoing,
    /// Asks the client to ask again for all diagnostics; does not wait for its answer.
    refresh: Box<dyn Fn() + Send>,
}

impl Owner {
    /// Starts the owner's thread.
    pub fn start(out: Outgoing, refresh: Box<dyn Fn() + Send>) -> Sender<Message> {
        let (sender, messages) = channel();
        super::spawn("owner", move || {
            let voice = Voice::new(out.clone());
            let (abilities, drafts, configs) = Default::default();
            Owner { abilities, drafts, configs, opened: 0, voice, out, refresh }.run(&messages);
        });
        sender
    }

    /// The draft of that name, with all its changes applied.
    pub fn draft(&mut self, uri: &str) -> Option<&mut OpenDraft> {
        let draft = self.drafts.get_mut(&Key::new(uri))?;
        draft.settle(&mut self.voice);
        Some(draft)
    }

    /// All open drafts, with all their changes applied.
    pub fn drafts(&mut self) -> Vec<&mut OpenDraft> {
        let mut drafts: Vec<_> = self.drafts.values_mut().collect();
        drafts.iter_mut().for_each(|draft| draft.settle(&mut self.voice));
        drafts.sort_by(|a, b| a.uri.cmp(&b.uri));
        drafts
    }

    /// Settings of the files that are drafts; see [`Configs::drafts`].
    pub fn workspace_settings(&mut self, files: &[PathBuf], everything: bool) -> Vec<Option<Arc<Settings>>> {
        self.configs.drafts(files, everything, &mut self.voice)
    }

    fn run(mut self, messages: &Receiver<Message>) {
        while let Some(message) = self.wait(messages) {
            message.into_iter().for_each(|message| self.take(message));
            loop {
                while let Ok(message) = messages.try_recv() {
                    self.take(message);
                }
                // One draft at a time, so that a change read meanwhile comes before the next list is made.
                let Some(key) = self.drafts.iter().find(|(_, draft)| draft.dirty).map(|(key, _)| key.clone()) else {
                    break;
                };
                self.guard("diagnostics", |owner| owner.settle(&key, messages));
            }
        }
    }

    /// The next message; `Some(None)` when a draft has been held back long enough before one came.
    fn wait(&mut self, messages: &Receiver<Message>) -> Option<Option<Message>> {
        let Some(until) = self.drafts.values().filter_map(OpenDraft::held).min() else {
            return messages.recv().ok().map(Some);
        };
        match messages.recv_timeout(until.saturating_duration_since(Instant::now())) {
            Ok(message) => Some(Some(message)),
            Err(RecvTimeoutError::Disconnected) => None,
            Err(RecvTimeoutError::Timeout) => {
                let now = Instant::now();
                let over = self.drafts.values_mut().filter(|draft| draft.held().is_some_and(|until| until <= now));
                over.for_each(OpenDraft::release);
                if self.abilities.pull && self.abilities.refresh {
                    (self.refresh)();
                }
                Some(None)
            }
        }
    }

    fn take(&mut self, message: Message) {
        match message {
            Message::Begin { abilities, unknown } => {
                self.abilities = abilities;
                for name in unknown {
                    let known = Abilities::SWITCHES.join("、");
                    self.voice.log(&format!("初始化选项 features 里没有“{name}”这一项，已忽略；可用的有：{known}"));
                }
            }
            Message::Open { uri, version, text } => self.guard("didOpen", |owner| owner.open(uri, version, text)),
            Message::Change { uri, version, changes } => match self.drafts.get_mut(&Key::new(&uri)) {
                Some(draft) => draft.change(version, changes),
                None => self.voice.log(&format!("没有打开的稿件收到了改动，已忽略：{uri}")),
            },
            Message::Unreadable { uri, version } => {
                if let Some(draft) = self.drafts.get_mut(&Key::new(&uri)) {
                    draft.miss(version, &self.voice);
                }
            }
            Message::Close { uri } => self.close(&uri),
            Message::Saved { uri } => {
                if let Some(draft) = self.drafts.get_mut(&Key::new(&uri)) {
                    draft.settle(&mut self.voice);
                    draft.release();
                }
                self.guard("hegao.toml", Owner::reconfigure);
            }
            Message::Reconfigure => self.guard("hegao.toml", Owner::reconfigure),
            Message::Ask(work) => self.guard("request", work),
        }
    }

    /// A fault in one message must not cost the others.
    fn guard(&mut self, what: &str, work: impl FnOnce(&mut Owner)) {
        if let Err(cause) = guarded(|| work(self)) {
            self.voice.failure(what, &cause);
        }
    }

    fn open(&mut self, uri: String, version: i32, text: String) {
        let settings = self.settings_for(&uri);
        self.opened += 1;
        let opened = Opened { uri, version, text, serial: self.opened, encoding: self.abilities.encoding };
        let key = Key::new(&opened.uri);
        let draft = OpenDraft::new(opened, settings, &mut self.voice);
        if let Some(before) = self.drafts.insert(key, draft) {
            self.voice.log(&format!("重复打开，以新内容为准：{}", before.uri));
        }
    }

    fn close(&mut self, uri: &str) {
        match self.drafts.remove(&Key::new(uri)) {
            Some(draft) if !self.abilities.pull => {
                let nothing = convert::diagnostics_json(&draft.uri, &[], &self.abilities);
                let nothing = convert::published(&draft.uri, None, &nothing);
                self.out.notify("textDocument/publishDiagnostics", nothing);
            }
            Some(_) => {}
            None => self.voice.log(&format!("没有打开的稿件被关闭，已忽略：{uri}")),
        }
    }

    /// Pushes the lists of drafts that are not open.
    pub fn show_unopened(&mut self, checked: &[Checked], abilities: &Abilities) {
        for one in checked.iter().filter(|one| !self.drafts.contains_key(&Key::new(&one.uri))) {
            let list = convert::unopened_json(one, abilities);
            self.out.notify("textDocument/publishDiagnostics", convert::published(&one.uri, None, &list));
        }
    }

    fn settings_for(&mut self, uri: &str) -> Arc<Settings> {
        match file_path(uri) {
            Some(path) => self.configs.settings_for(&path, &mut self.voice),
            None => Arc::default(),
        }
    }

    fn reconfigure(&mut self) {
        let uris: Vec<(Key, String)> =
            self.drafts.iter().map(|(key, draft)| (key.clone(), draft.uri.clone())).collect();
        let mut changed = false;
        for (key, uri) in uris {
            let settings = self.settings_for(&uri);
            if let Some(draft) = self.drafts.get_mut(&key) {
                draft.settle(&mut self.voice);
                changed |= draft.set_settings(settings, &mut self.voice);
            }
        }
        if changed && self.abilities.pull && self.abilities.refresh {
            (self.refresh)();
        }
    }

    /// Applies what is pending for a draft and pushes its diagnostics, unless something newer has been sent meanwhile:
    /// that is taken first, so that no list is pushed which a change already read has made old.
    fn settle(&mut self, key: &Key, messages: &Receiver<Message>) {
        let Some(draft) = self.drafts.get_mut(key) else { return };
        draft.dirty = false;
        draft.settle(&mut self.voice);
        if self.abilities.pull || draft.held().is_some() {
            return;
        }
        if let Ok(newer) = messages.try_recv() {
            draft.dirty = true;
            return self.take(newer);
        }
        let (version, uri) = (draft.version, draft.uri.clone());
        if let Some(list) = draft.push(&self.abilities) {
            let list = convert::published(&uri, Some(version), list);
            self.out.notify("textDocument/publishDiagnostics", list);
        }
    }
}
