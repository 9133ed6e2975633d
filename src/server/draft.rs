//! One open draft: its text as the editor has it, and the findings that go with it.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::time::Instant;

use serde_json::value::RawValue;

use super::abilities::Abilities;
use super::coloured::Coloured;
use super::composing::{PAUSE, is_composing};
use super::convert;
use super::diagnostics::{Item, Shown};
use super::fault;
use super::order::{Order, replayed};
use super::voice::Voice;
use crate::config::Settings;
use crate::draft::Dirty;
use crate::rules::Linter;
use crate::text::{BadPosition, Change, PositionEncoding, Text};

/// A draft between didOpen and didClose.
pub struct OpenDraft {
    /// As the client wrote it when it opened the draft.
    pub uri: String,
    /// Version of the newest change that was read.
    pub version: i32,
    /// Set when what is shown may be out of date.
    pub dirty: bool,
    /// While letters of a composition stand in the text: when they are taken for what the user means.
    held: Option<Instant>,
    /// The semantic tokens that the editor has.
    pub coloured: Coloured,
    /// Tells this opening from others of the same name.
    pub serial: u64,
    encoding: PositionEncoding,
    settings: Arc<Settings>,
    state: State,
    /// Changes read but not applied yet: a burst is applied at once.
    pending: Vec<Change>,
    order: Order,
    shown: Shown,
    /// Edition of the list that was pushed last, and the list: most keystrokes change neither.
    pushed: Option<(u64, Box<RawValue>)>,
}

enum State {
    Checked(Box<Linter>),
    /// The core failed on this text. It is kept, and checked again with the next change.
    Unchecked(Text),
    /// The editor changed a place that does not exist here, so the two texts differ. Nothing is said about a text
    /// that is not the user's; a whole new text or opening it again ends this.
    OutOfStep,
}

impl OpenDraft {
    /// Opens a draft and checks it.
    pub fn new(opened: Opened, settings: Arc<Settings>, voice: &mut Voice) -> Self {
        let Opened { uri, version, text, serial, encoding } = opened;
        let mut draft = OpenDraft {
            order: Order::new(Text::default(), encoding),
            uri,
            version,
            dirty: true,
            held: None,
            coloured: Coloured::default(),
            serial,
            encoding,
            settings,
            state: State::OutOfStep,
            pending: Vec::new(),
            shown: Shown::default(),
            pushed: None,
        };
        draft.check(text, voice);
        // The text is kept once: a rope shares its pieces with its copies.
        draft.order = match &draft.state {
            State::Checked(linter) => Order::new(linter.draft().text().clone(), encoding),
            State::Unchecked(text) => Order::new(text.clone(), encoding),
            State::OutOfStep => draft.order,
        };
        draft
    }

    /// Notes changes, to be applied by [`OpenDraft::settle`].
    pub fn change(&mut self, version: i32, changes: Vec<Change>) {
        self.dirty = true;
        match self.order.note(version, &changes) {
            Some(text) => self.pending = vec![Change { range: None, text }],
            None => self.pending.extend(changes),
        }
        self.version = self.version.max(version);
        // Whatever stood before a whole new text no longer matters, not even a change that was wrong.
        if let Some(whole) = self.pending.iter().rposition(|change| change.range.is_none()) {
            self.pending.drain(..whole);
        }
    }

    /// Applies the changes noted so far.
    pub fn settle(&mut self, voice: &mut Voice) {
        if self.pending.is_empty() {
            return;
        }
        let changes = std::mem::take(&mut self.pending);
        self.held = None;
        let text = match &mut self.state {
            State::Checked(linter) => {
                let before = linter.draft().text().clone();
                match guarded(|| apply(linter, &changes, self.encoding)) {
                    Ok(Ok(dirty)) => {
                        self.shown.edited(&dirty);
                        let last = changes.last();
                        let text = linter.draft().text();
                        let composing = last.is_some_and(|last| is_composing(text, last, self.encoding));
                        self.held = composing.then(|| Instant::now() + PAUSE);
                        return self.report_faults(voice);
                    }
                    Ok(Err(bad)) => return self.lose_step(&bad.to_string(), voice),
                    Err(cause) => {
                        voice.failure(&self.uri, &cause);
                        before
                    }
                }
            }
            State::Unchecked(text) => std::mem::take(text),
            State::OutOfStep if changes[0].range.is_none() => Text::default(),
            State::OutOfStep => return,
        };
        match replayed(text, &changes, self.encoding) {
            Ok(text) => self.check(text.to_string(), voice),
            Err(bad) => self.lose_step(&bad.to_string(), voice),
        }
    }

    /// Until when nothing new is shown of the draft, because its user is in the middle of a word.
    pub fn held(&self) -> Option<Instant> {
        self.held
    }

    /// Shows again what there is.
    pub fn release(&mut self) {
        if self.held.take().is_some() {
            self.dirty = true;
        }
    }

    /// Changes what is looked for; whether that made a difference.
    pub fn set_settings(&mut self, settings: Arc<Settings>, voice: &mut Voice) -> bool {
        if self.settings == settings {
            return false;
        }
        self.settings = settings.clone();
        self.dirty = true;
        if let State::Checked(linter) = &mut self.state {
            let text = linter.draft().text().clone();
            match guarded(|| linter.set_settings(settings)) {
                Ok(()) => self.report_faults(voice),
                Err(cause) => {
                    voice.failure(&self.uri, &cause);
                    self.state = State::Unchecked(text);
                }
            }
        }
        true
    }

    /// The text with its findings; `None` when nothing can be said about this draft.
    pub fn linter(&self) -> Option<&Linter> {
        match &self.state {
            State::Checked(linter) => Some(linter),
            State::Unchecked(_) | State::OutOfStep => None,
        }
    }

    /// The same for a request, with the name and version of the draft.
    pub fn target(&self) -> Option<convert::Target<'_>> {
        let (version, encoding) = (self.version, self.encoding);
        self.linter().map(|linter| convert::Target { uri: &self.uri, version, encoding, linter })
    }

    /// What is to be shown now, and what that list is called.
    pub fn shown(&mut self) -> (&[Item], String) {
        let linter = match &self.state {
            State::Checked(linter) => Some(&**linter),
            State::Unchecked(_) | State::OutOfStep => None,
        };
        self.shown.update(linter, self.encoding);
        (self.shown.items(), self.result_id())
    }

    /// What is to be pushed now, in JSON: nothing when the list is the one pushed before and the client does not look
    /// at versions.
    pub fn push(&mut self, abilities: &Abilities) -> Option<&RawValue> {
        self.shown();
        let edition = self.shown.edition();
        let same = self.pushed.as_ref().is_some_and(|(before, _)| *before == edition);
        if !same {
            let list = convert::diagnostics_json(&self.uri, self.shown.items(), abilities);
            self.pushed = Some((edition, list));
        }
        let list = self.pushed.as_ref().map(|(_, list)| &**list);
        list.filter(|_| abilities.diagnostic_versions || !same)
    }

    fn result_id(&self) -> String {
        format!("{}.{}", self.serial, self.shown.edition())
    }

    fn check(&mut self, whole: String, voice: &mut Voice) {
        self.shown.replaced();
        let settings = self.settings.clone();
        let checked = guarded(|| {
            fault::strike(&whole);
            Linter::with_rules(&whole, settings, fault::rules())
        });
        self.state = match checked {
            Ok(linter) => State::Checked(Box::new(linter)),
            Err(cause) => {
                voice.failure(&self.uri, &cause);
                State::Unchecked(Text::new(&whole))
            }
        };
        self.report_faults(voice);
    }

    /// A change came that cannot be read.
    pub fn miss(&mut self, version: Option<i32>, voice: &Voice) {
        self.order.forget();
        self.version = version.unwrap_or(self.version);
        self.dirty = true;
        self.lose_step("一次改动的内容读不懂", voice);
    }

    /// Says nothing more about this draft: its text is not the editor's.
    pub fn lose_step(&mut self, cause: &str, voice: &Voice) {
        self.state = State::OutOfStep;
        self.pending.clear();
        voice.out_of_step(&self.uri, cause);
    }

    fn report_faults(&self, voice: &mut Voice) {
        for fault in self.linter().map(Linter::faults).unwrap_or_default() {
            voice.fault(fault, &self.uri);
        }
    }
}

/// What didOpen says, and what the server adds.
pub struct Opened {
    pub uri: String,
    pub version: i32,
    pub text: String,
    pub serial: u64,
    pub encoding: PositionEncoding,
}

fn apply(linter: &mut Linter, changes: &[Change], encoding: PositionEncoding) -> Result<Dirty, BadPosition> {
    changes.iter().for_each(|change| fault::strike(&change.text));
    linter.apply(changes, encoding)
}

/// What `work` gives, or what its panic said.
pub fn guarded<T>(work: impl FnOnce() -> T) -> Result<T, String> {
    catch_unwind(AssertUnwindSafe(work)).map_err(|panic| {
        let text = panic.downcast_ref::<&str>().map(|text| (*text).to_owned());
        text.or_else(|| panic.downcast_ref::<String>().cloned()).unwrap_or_default()
    })
}
