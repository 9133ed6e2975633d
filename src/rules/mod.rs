//! The rules: one file each, one folder per family, and the plain table of all of them.

mod accounts;
pub mod calendar;
pub mod figure;
mod figures;
mod finding;
mod fingerprint;
mod linter;
mod manual;
pub mod numbering;
mod own_lexicon;
pub mod phrase;
mod prose;
pub mod punctuation;
mod reference;
mod suppressed;
pub mod suppression;
mod verify;
mod visit;
pub mod wording;

use crate::config::{KnownRules, Severity};
use crate::draft::{Draft, Paragraph, Passage};

pub use figures::{FigureRef, Figures, Known};
pub use finding::{Applicability, Finding, Fix, Outside, Related};
pub use fingerprint::{Fingerprint, fingerprints};
pub use linter::{Fault, Held, Linter, Place, Report, Span};
pub use manual::Manual;
pub use own_lexicon::{Own, own_lexicon};
pub use prose::{MentionRef, Prose};
pub use reference::reference;
use suppressed::Suppressed;
pub use verify::{Verified, judged, verify, verify_across};

/// One rule.
pub struct Rule {
    /// `family/what-is-wrong`.
    pub name: &'static str,
    /// Chinese title, such as 编号缺号.
    pub title: &'static str,
    /// Severity of a finding unless the rule says otherwise of that finding.
    pub severity: Severity,
    /// Text of the rule's own file, whose `//!` comment is its manual.
    pub(crate) source: &'static str,
    /// What it looks at.
    pub(crate) check: Check,
}

/// A check of one paragraph.
pub(crate) type InParagraph = fn(&Paragraph, &mut Report<Span>);
/// A check of the words of one paragraph.
pub(crate) type InText = fn(&Passage<'_>, &mut Report<Span>);
/// A check of a draft's structure.
pub(crate) type InDraft = fn(&Draft, &mut Report<Place>);

/// A check of figures against one another, all over a draft.
pub(crate) type InFigures = fn(&Figures, &mut Report<FigureRef>);

/// A check of a draft's stock phrases.
pub(crate) type InProse = fn(&Prose, &mut Report<MentionRef>);

/// A check of the marks that let findings pass.
pub(crate) type InMarks = fn(&Suppressed, &mut Report<Place>);

/// What a rule looks at, and so when it must run again.
pub(crate) enum Check {
    /// The structure of the whole draft: summaries of its paragraphs, never their text.
    Draft(InDraft),
    /// One paragraph at a time, whose findings are kept until it changes; and then the structure.
    Both(InParagraph, InDraft),
    /// The words of one paragraph at a time and what the draft's head says of the whole; kept until either changes.
    Text(InText),
    /// Mentions of stock phrases, with the date and genre of the draft.
    Phrases(InProse),
    /// The names that the draft quotes, and nothing else: few keystrokes change one.
    Names(InProse),
    /// Figures of well-known indicators or, in a budget, of its accounts, with their years.
    Figures(InFigures),
    /// The marks that let findings pass, and what they let pass.
    Marks(InMarks),
}

/// All rules, by family and then by what a reader meets first.
pub static RULES: &[&Rule] = &[
    &numbering::GAP,
    &numbering::DUPLICATE,
    &numbering::ORDER,
    &numbering::START,
    &numbering::INLINE_SEQUENCE,
    &numbering::DECLARED_PARTS,
    &numbering::LONE_ITEM,
    &numbering::MIXED_STYLE,
    &numbering::SEPARATOR,
    &numbering::HEADING_END,
    &numbering::LEVEL_SKIP,
    &numbering::CROSS_REFERENCE,
    &numbering::NOTES,
    &figure::SUM,
    &figure::PART_EXCEEDS_TOTAL,
    &figure::CHAIN,
    &figure::RATIO,
    &figure::ITEM_COUNT,
    &figure::DISTRIBUTIVE,
    &figure::BUDGET,
    &figure::ACCOUNT,
    &figure::GROWTH,
    &figure::RESTATED,
    &figure::CROSS_YEAR,
    &figure::RANGE,
    &figure::APPROXIMATION,
    &figure::UNIT,
    &calendar::ANNIVERSARY,
    &calendar::PLAN_PERIOD,
    &calendar::REPORT_YEAR,
    &calendar::SESSION,
    &calendar::DATE,
    &calendar::CONGRESS,
    &phrase::WRONG,
    &phrase::NEAR,
    &phrase::ORDER,
    &phrase::INCOMPLETE,
    &phrase::MEMBERS,
    &phrase::VERB,
    &phrase::RETIRED,
    &phrase::INCONSISTENT,
    &phrase::LOCAL_VARIANT,
    &phrase::QUOTES,
    &phrase::ADDRESS,
    &punctuation::UNPAIRED,
    &punctuation::DOUBLED,
    &punctuation::UNENDED,
    &punctuation::WIDTH,
    &wording::REPEATED,
    &suppression::UNKNOWN,
    &suppression::UNUSED,
];

/// The rule of a name.
pub fn rule(name: &str) -> Option<&'static Rule> {
    RULES.iter().find(|rule| rule.name == name).copied()
}

/// The names of all rules, for reading a configuration.
pub fn known<T>(then: impl FnOnce(KnownRules<'_>) -> T) -> T {
    let names: Vec<&str> = RULES.iter().map(|rule| rule.name).collect();
    then(KnownRules { names: &names })
}

impl Rule {
    /// The family, the part of the name before the slash.
    pub fn family(&self) -> &'static str {
        self.name.split('/').next().unwrap_or(self.name)
    }

    /// The manual, in Chinese Markdown.
    pub fn manual(&self) -> Manual {
        Manual::of(self)
    }
}

impl PartialEq for Rule {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}

impl Eq for Rule {}

impl std::fmt::Debug for Rule {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.name)
    }
}
