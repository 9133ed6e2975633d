//! What rules of stock phrases read of a draft: the mentions in each paragraph, and the draft's profile.
//!
//! The text is read once, when its paragraph was parsed; the rules themselves see no text.

use crate::draft::parallel::in_parts;
use crate::draft::profile::{Clue, Profile, clue};
use crate::draft::{Dirty, Draft, Place};
use crate::lexicon::{self, Entry, Form, Lexicon, Mention, Name, Said};
use crate::syntax::logical::Logical;
use crate::syntax::{Kind, Span};

/// The mentions of a draft.
#[derive(Default)]
pub struct Prose {
    lexicon: Option<&'static Lexicon>,
    /// One entry for each paragraph of the draft.
    gists: Vec<Gist>,
    profile: Profile,
}

/// What is kept of one paragraph.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
struct Gist {
    /// Spans are bytes of the paragraph.
    mentions: Box<[Mention]>,
    names: Box<[Name]>,
    clue: Option<Clue>,
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
    /// Mentions are the same and stand elsewhere in their paragraphs.
    Places,
    Mentions,
}

impl Prose {
    /// Reads a draft, whose whole text is given, because that costs less than finding each paragraph in the rope.
    pub(super) fn new(draft: &Draft, text: &str, lexicon: &'static Lexicon) -> Self {
        let words = |index| &text[draft.paragraph_range(index)];
        let gists: Vec<Gist> = in_parts(draft.paragraphs().len(), text.len(), |part| {
            part.map(|index| gist(draft.paragraphs()[index].kind, lexicon, words(index))).collect()
        });
        let profile = Profile::of(gists.iter().filter_map(|gist| gist.clue));
        Prose { lexicon: Some(lexicon), gists, profile }
    }

    pub(super) fn apply(&mut self, draft: &Draft, dirty: &Dirty) -> Change {
        let Some(lexicon) = self.lexicon else { return Change::None };
        let words = |index| draft.paragraph_text(index);
        let kind = |index: usize| draft.paragraphs()[index].kind;
        let fresh: Vec<Gist> = dirty.new.clone().map(|index| gist(kind(index), lexicon, &words(index))).collect();
        let old = &self.gists[dirty.old.clone()];
        if old == fresh {
            return Change::None;
        }
        let pairs = || old.iter().zip(&fresh);
        let said = old.len() == fresh.len() && pairs().all(|(old, new)| old.says_the_same(new));
        let clues = old.len() == fresh.len() && pairs().all(|(old, new)| old.clue == new.clue);
        self.gists.splice(dirty.old.clone(), fresh);
        if !clues {
            self.profile = Profile::of(self.gists.iter().filter_map(|gist| gist.clue));
        }
        if said && clues { Change::Places } else { Change::Mentions }
    }

    /// Date and genre of the draft.
    pub fn profile(&self) -> Profile {
        self.profile
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
    pub fn forms(&self) -> impl Iterator<Item = (MentionRef, &Mention, &'static Entry, &'static Form)> {
        self.mentions().filter_map(|(at, mention)| {
            let lexicon = self.lexicon?;
            Some((at, mention, lexicon.entry_of(mention), lexicon.form_of(mention)?))
        })
    }

    /// Mentions in no form of the lexicon: lists of members and near misses, with their entry.
    pub fn others(&self) -> impl Iterator<Item = (MentionRef, &Mention, &'static Entry)> {
        let others = self.mentions().filter(|(_, mention)| !matches!(mention.said, Said::Form(_)));
        others.filter_map(|(at, mention)| Some((at, mention, self.lexicon?.entry_of(mention))))
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
    /// Whether only the places differ.
    fn says_the_same(&self, other: &Gist) -> bool {
        let mentions = self.mentions.iter().zip(&other.mentions).all(|(one, other)| one.same(other));
        let names = self.names.iter().zip(&other.names).all(|(one, other)| one.text == other.text);
        (self.mentions.len(), self.names.len()) == (other.mentions.len(), other.names.len()) && mentions && names
    }
}

/// What is kept of a paragraph, given with its line breaks.
fn gist(kind: Kind, lexicon: &Lexicon, raw: &str) -> Gist {
    let logical = Logical::new(raw);
    let mut mentions = lexicon.mentions(&logical.text);
    let map = |span: &mut Span| *span = logical.to_paragraph(*span);
    for mention in &mut mentions {
        let len = mention.span.range().len();
        map(&mut mention.span);
        mention.wrapped = mention.span.range().len() != len;
        if let Said::Misordered(items) | Said::Incomplete(items) = &mut mention.said {
            items.iter_mut().for_each(|(_, span)| map(span));
        }
    }
    let mut names = lexicon::names(&logical.text);
    names.iter_mut().for_each(|name| map(&mut name.span));
    Gist { mentions: mentions.into(), names: names.into(), clue: clue(kind, &logical.text) }
}
