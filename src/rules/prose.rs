//! What rules of stock phrases read of a draft: the mentions in each paragraph, and the draft's profile.
//!
//! The text is read once, when its paragraph was parsed; the rules themselves see no text.

use std::sync::Arc;

use crate::draft::{Dirty, Meeting, Passage, Place};
use crate::lexicon::{self, Entry, Form, Lexicon, Mention, Name, Said};
use crate::syntax::Span;

/// The mentions of a draft.
#[derive(Default)]
pub struct Prose {
    lexicon: Option<Arc<Lexicon>>,
    /// One entry for each paragraph of the draft.
    gists: Vec<Gist>,
    meeting: Meeting,
}

/// What is kept of one paragraph.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Gist {
    /// Spans are bytes of the paragraph.
    mentions: Box<[Mention]>,
    names: Box<[Name]>,
}

/// A mention, a member in its list, or a quoted name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct MentionRef {
    pub paragraph: usize,
    what: What,
}

/// What is referred to, by its index in the paragraph.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
enum What {
    Mention(usize),
    /// A mention, and the index of the member in the list as written.
    Member(usize, usize),
    Name(usize),
}

impl MentionRef {
    /// A member of a list, by its index as written.
    pub fn member(self, index: usize) -> Self {
        match self.what {
            What::Mention(mention) => MentionRef { what: What::Member(mention, index), ..self },
            What::Member(..) | What::Name(_) => self,
        }
    }
}

/// What an edit changed.
pub(super) enum Change {
    None,
    /// Mentions and names are the same and stand elsewhere in their paragraphs.
    Places,
    /// Names are the same, in paragraphs of the same numbers.
    Mentions,
    Names,
}

impl Prose {
    /// The mentions of a draft, given what there is in each of its paragraphs.
    pub(super) fn new(gists: Vec<Gist>, lexicon: &Arc<Lexicon>, meeting: &Meeting) -> Self {
        Prose { lexicon: Some(lexicon.clone()), gists, meeting: meeting.clone() }
    }

    /// Takes what there is in the paragraphs that an edit made new.
    pub(super) fn apply(&mut self, dirty: &Dirty, fresh: Vec<Gist>) -> Change {
        if self.lexicon.is_none() {
            return Change::None;
        }
        let old = &self.gists[dirty.old.clone()];
        if old == fresh {
            return Change::None;
        }
        let pairs = || old.iter().zip(&fresh);
        let named = old.len() == fresh.len() && pairs().all(|(old, new)| old.names_the_same(new));
        let said = named && pairs().all(|(old, new)| old.says_the_same(new));
        self.gists.splice(dirty.old.clone(), fresh);
        match (said, named) {
            (true, _) => Change::Places,
            (false, true) => Change::Mentions,
            (false, false) => Change::Names,
        }
    }

    /// What the draft's head says of the whole.
    pub fn meeting(&self) -> &Meeting {
        &self.meeting
    }

    /// All mentions, in the order of the text.
    pub fn mentions(&self) -> impl Iterator<Item = (MentionRef, &Mention)> {
        self.gists.iter().enumerate().flat_map(|(paragraph, gist)| {
            let at = move |index| MentionRef { paragraph, what: What::Mention(index) };
            gist.mentions.iter().enumerate().map(move |(index, mention)| (at(index), mention))
        })
    }

    /// All quoted names, in the order of the text.
    pub fn names(&self) -> impl Iterator<Item = (MentionRef, &Name)> {
        self.gists.iter().enumerate().flat_map(|(paragraph, gist)| {
            let at = move |index| MentionRef { paragraph, what: What::Name(index) };
            gist.names.iter().enumerate().map(move |(index, name)| (at(index), name))
        })
    }

    /// Mentions in a form of the lexicon, with their entry and form.
    pub fn forms(&self) -> impl Iterator<Item = (MentionRef, &Mention, &Entry, &Form)> {
        self.mentions().filter_map(|(at, mention)| {
            let lexicon = self.lexicon.as_ref()?;
            Some((at, mention, lexicon.entry_of(mention), lexicon.form_of(mention)?))
        })
    }

    /// Mentions in no form of the lexicon: lists of members and near misses, with their entry.
    pub fn others(&self) -> impl Iterator<Item = (MentionRef, &Mention, &Entry)> {
        let others = self.mentions().filter(|(_, mention)| !matches!(mention.said, Said::Form(_)));
        others.filter_map(|(at, mention)| Some((at, mention, self.lexicon.as_ref()?.entry_of(mention))))
    }

    pub(super) fn place(&self, at: MentionRef) -> Place {
        let gist = &self.gists[at.paragraph];
        let span = match at.what {
            What::Name(name) => gist.names[name].span,
            What::Mention(mention) => gist.mentions[mention].span,
            What::Member(mention, index) => match &gist.mentions[mention].said {
                Said::Misordered(items) | Said::Incomplete(items) => items[index].1,
                Said::Form(_) | Said::Near(_) => gist.mentions[mention].span,
            },
        };
        Place::bytes(at.paragraph, span)
    }
}

impl Gist {
    /// What is kept of a paragraph.
    pub(super) fn of(lexicon: &Lexicon, passage: &Passage<'_>) -> Gist {
        let mut mentions = lexicon.mentions(passage.text());
        let map = |span: &mut Span| *span = passage.span(*span);
        for mention in &mut mentions {
            let len = mention.span.range().len();
            map(&mut mention.span);
            mention.wrapped = mention.span.range().len() != len;
            if let Said::Misordered(items) | Said::Incomplete(items) = &mut mention.said {
                items.iter_mut().for_each(|(_, span)| map(span));
            }
        }
        let mut names = lexicon::names(passage.text());
        names.iter_mut().for_each(|name| map(&mut name.span));
        Gist { mentions: mentions.into(), names: names.into() }
    }

    /// Whether the mentions are the same but for their places.
    fn says_the_same(&self, other: &Gist) -> bool {
        let mentions = self.mentions.iter().zip(&other.mentions).all(|(one, other)| one.same(other));
        self.mentions.len() == other.mentions.len() && mentions
    }

    /// The same of the names, which a line break of the file may cut.
    fn names_the_same(&self, other: &Gist) -> bool {
        let same =
            |one: &Name, other: &Name| one.text == other.text && one.span.range().len() == other.span.range().len();
        self.names.len() == other.names.len()
            && self.names.iter().zip(&other.names).all(|(one, other)| same(one, other))
    }
}
