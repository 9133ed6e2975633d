//! What rules of stock phrases read of a draft: the mentions in each paragraph, and what its head says of the whole.
//!
//! The text is read once, when its paragraph was parsed; the rules themselves see no text.

use crate::draft::parallel::in_parts;
use crate::draft::{Dirty, Draft, Meeting, Place};
use crate::lexicon::{Entry, Form, Lexicon, Mention, Said};
use crate::syntax::Span;
use crate::syntax::logical::Logical;

/// The mentions of a draft.
#[derive(Default)]
pub struct Prose {
    lexicon: Option<&'static Lexicon>,
    /// One entry for each paragraph of the draft.
    gists: Vec<Gist>,
    meeting: Meeting,
}

/// What is kept of one paragraph: its mentions, whose spans are bytes of the paragraph.
type Gist = Box<[Mention]>;

/// A mention, or a member in its list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct MentionRef {
    pub paragraph: usize,
    pub mention: usize,
    /// Index of the member in the list as written.
    pub member: Option<usize>,
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
    pub(super) fn new(draft: &Draft, text: &str, lexicon: &'static Lexicon, meeting: &Meeting) -> Self {
        let words = |index| &text[draft.paragraph_range(index)];
        let gists: Vec<Gist> = in_parts(draft.paragraphs().len(), text.len(), |part| {
            part.map(|index| gist(lexicon, words(index))).collect()
        });
        Prose { lexicon: Some(lexicon), gists, meeting: meeting.clone() }
    }

    pub(super) fn apply(&mut self, draft: &Draft, dirty: &Dirty) -> Change {
        let Some(lexicon) = self.lexicon else { return Change::None };
        let words = |index| draft.paragraph_text(index);
        let fresh: Vec<Gist> = dirty.new.clone().map(|index| gist(lexicon, &words(index))).collect();
        let old = &self.gists[dirty.old.clone()];
        if old == fresh {
            return Change::None;
        }
        let pairs = || old.iter().zip(&fresh);
        let said = old.len() == fresh.len() && pairs().all(|(old, new)| same(old, new));
        self.gists.splice(dirty.old.clone(), fresh);
        if said { Change::Places } else { Change::Mentions }
    }

    /// What the draft's head says of the whole.
    pub fn meeting(&self) -> &Meeting {
        &self.meeting
    }

    /// All mentions, in the order of the text.
    pub fn mentions(&self) -> impl Iterator<Item = (MentionRef, &Mention)> {
        self.gists.iter().enumerate().flat_map(|(paragraph, gist)| {
            let at = move |mention| MentionRef { paragraph, mention, member: None };
            gist.iter().enumerate().map(move |(index, mention)| (at(index), mention))
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
        let mention = &self.gists[at.paragraph][at.mention];
        let member = |index: usize| match &mention.said {
            Said::Misordered(items) | Said::Incomplete(items) => items[index].1,
            Said::Form(_) | Said::Near(_) => mention.span,
        };
        Place::bytes(at.paragraph, at.member.map_or(mention.span, member))
    }
}

fn same(old: &[Mention], new: &[Mention]) -> bool {
    old.len() == new.len() && old.iter().zip(new).all(|(old, new)| old.same(new))
}

/// What is kept of a paragraph, given with its line breaks.
fn gist(lexicon: &Lexicon, raw: &str) -> Gist {
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
    mentions.into()
}
