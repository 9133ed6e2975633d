//! A draft with its findings, kept up to date under edits.

use std::cmp::Reverse;
use std::ops::Range;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

use super::figures::{Change as Refigured, FigureRef, Figures, Tally};
use super::prose::{Change as Changed, Gist, MentionRef, Prose};
use super::suppressed::Suppressed;
use super::visit::{Local, Visit, Visitor};
use super::{Check, Finding, Fix, Outside, RULES, Related, Rule};
use crate::config::{Level, Reference, Settings, Severity, Stated, selects};
use crate::draft::parallel::{both, in_parts};
use crate::draft::{Dirty, Draft, Meeting};
use crate::lexicon::Lexicon;
use crate::text::{BadPosition, Change, Edit, PositionEncoding};

pub use crate::draft::{Place, Span};

/// A draft and what the rules find in it.
///
/// Findings of paragraph rules are kept per paragraph and made again only for paragraphs that were parsed again;
/// findings of draft rules are made again only when the structure they read has changed.
pub struct Linter {
    draft: Draft,
    settings: Arc<Settings>,
    /// What the draft's head says of the whole.
    meeting: Meeting,
    /// Findings of paragraph rules, one entry for each paragraph of the draft.
    local: Vec<Local>,
    /// Findings of draft rules, in the order of their places.
    global: Vec<Finding<Place>>,
    /// What rules of stock phrases read, when one of them is active.
    prose: Prose,
    /// Findings of rules of stock phrases, in the order of their mentions.
    phrases: Vec<Finding<MentionRef>>,
    /// What rules that compare figures read, when one of them is active.
    figures: Figures,
    /// Findings of rules that compare figures, in the order of their figures.
    figured: Vec<Finding<FigureRef>>,
    /// What the marks of the draft let pass, when it has any.
    suppressed: Suppressed,
    /// Findings about those marks.
    marks: Vec<Finding<Place>>,
    faults: Vec<Fault>,
    extra: &'static [&'static Rule],
    /// The rules that are not off.
    active: Vec<(&'static Rule, Level)>,
    /// Counts the times that the findings may have become others.
    revision: u64,
}

/// A rule that failed: its findings are missing, all others hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    pub rule: &'static Rule,
    /// What the panic said.
    pub message: String,
}

/// Where a rule puts its findings.
pub struct Report<P> {
    rule: &'static Rule,
    findings: Vec<Finding<P>>,
    /// What was calculated and found right, where somebody asked for it.
    held: Option<Vec<Held<P>>>,
}

/// A calculation that came out right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Held<P> {
    /// The numbers that took part.
    pub places: Vec<P>,
    /// The calculation: 41+38+17=96. Empty where there is none, and the words are only written as they should be.
    pub shown: String,
}

impl<P> Report<P> {
    /// An empty report of a rule, which keeps calculations only if they are wanted.
    pub(super) fn of(rule: &'static Rule, held: bool) -> Self {
        Report { rule, findings: Vec::new(), held: held.then(Vec::new) }
    }

    /// The findings, and the calculations that came out right.
    pub(super) fn into_parts(self) -> (Vec<Finding<P>>, Vec<Held<P>>) {
        (self.findings, self.held.unwrap_or_default())
    }

    /// Tells of a calculation that came out right; made only where it is kept.
    pub fn hold(&mut self, calculation: impl FnOnce() -> (Vec<P>, String)) {
        if let Some(held) = &mut self.held {
            let (places, shown) = calculation();
            held.push(Held { places, shown });
        }
    }

    /// Tells of words that the rule looked at and found right without calculating.
    pub fn pass(&mut self, place: impl FnOnce() -> P) {
        self.hold(|| (vec![place()], String::new()));
    }

    /// Adds a finding with the severity of its rule.
    pub fn add(&mut self, place: P, message: impl Into<String>) -> &mut Finding<P> {
        let (rule, message) = (self.rule, message.into());
        let severity = rule.severity;
        let (source, related, outside, alternatives) = Default::default();
        self.findings.push(Finding {
            rule,
            severity,
            place,
            message,
            source,
            related,
            outside,
            fix: None,
            alternatives,
        });
        self.findings.last_mut().expect("a finding was pushed in the line above")
    }
}

impl<P> Finding<P> {
    /// Adds the other place that explains the finding.
    pub fn related(&mut self, place: P, message: impl Into<String>) -> &mut Self {
        self.related.push(Related { place, message: message.into() });
        self
    }

    /// Adds the place in an earlier report that explains the finding.
    pub fn outside(&mut self, reference: &Arc<Reference>, stated: &Stated, message: String) -> &mut Self {
        self.outside.push(Outside { reference: reference.clone(), range: stated.range.clone(), message });
        self
    }

    /// Sets the fix.
    pub fn fix(&mut self, fix: Fix<P>) -> &mut Self {
        self.fix = Some(fix);
        self
    }

    /// Adds fixes that a person may choose instead.
    pub fn alternatives(&mut self, fixes: impl IntoIterator<Item = Fix<P>>) -> &mut Self {
        self.alternatives.extend(fixes);
        self
    }

    /// Sets a severity other than the rule's.
    pub fn severity(&mut self, severity: Severity) -> &mut Self {
        self.severity = severity;
        self
    }
}

impl Linter {
    /// Parses a draft and runs the rules.
    pub fn new(text: &str, settings: Arc<Settings>) -> Self {
        Self::with_rules(text, settings, &[])
    }

    /// The same with further rules, which a test of the server uses to make one fail.
    #[doc(hidden)]
    pub fn with_rules(text: &str, settings: Arc<Settings>, extra: &'static [&'static Rule]) -> Self {
        let mut linter = Linter {
            draft: Draft::new(text),
            settings,
            meeting: Meeting::default(),
            local: Vec::new(),
            global: Vec::new(),
            prose: Prose::default(),
            phrases: Vec::new(),
            figures: Figures::default(),
            figured: Vec::new(),
            suppressed: Suppressed::default(),
            marks: Vec::new(),
            faults: Vec::new(),
            extra,
            active: Vec::new(),
            revision: 0,
        };
        linter.run_all(text);
        linter
    }

    /// Applies an editor's changes in their order, all or none, and brings the findings up to date.
    ///
    /// # Errors
    /// A change whose place does not exist; the draft is then as it was before the call.
    pub fn apply(&mut self, changes: &[Change], encoding: PositionEncoding) -> Result<Dirty, BadPosition> {
        let dirty = self.draft.apply(changes, encoding)?;
        if Meeting::is_read_from(&self.draft, &dirty) && Meeting::of(&self.draft) != self.meeting {
            self.run_all(&self.draft.text().to_string());
            self.revision += 1;
            return Ok(dirty);
        }
        let visitor = self.visitor();
        let visit = |index| visitor.visit(&self.draft.paragraphs()[index], &self.draft.paragraph_text(index));
        let visits = dirty.new.clone().map(visit).collect();
        let Kept { local, gists, tallies } = self.keep(visits);
        let mut stays = !dirty.structure && self.local[dirty.old.clone()] == local;
        self.local.splice(dirty.old.clone(), local);
        match self.prose.apply(&dirty, gists) {
            Changed::None => {}
            Changed::Places => stays &= !touches(&self.phrases, &dirty, |at| self.prose.place(at)),
            Changed::Mentions => {
                self.run_phrases(true);
                stays = false;
            }
            Changed::Names => {
                self.run_phrases(false);
                stays = false;
            }
        }
        stays &= self.compare(&dirty, tallies);
        stays &= !self.run_marks();
        self.revision += u64::from(!stays);
        Ok(dirty)
    }

    /// Changes what is looked for.
    pub fn set_settings(&mut self, settings: Arc<Settings>) {
        if self.settings != settings {
            self.settings = settings;
            self.run_all(&self.draft.text().to_string());
            self.revision += 1;
        }
    }

    /// What is looked for.
    pub fn settings(&self) -> &Arc<Settings> {
        &self.settings
    }

    /// The draft.
    pub fn draft(&self) -> &Draft {
        &self.draft
    }

    /// The phrases that are looked for.
    pub fn lexicon(&self) -> &Arc<Lexicon> {
        self.settings.lexicon()
    }

    /// The same number means the same findings at the same places of their paragraphs (which may have moved).
    pub fn revision(&self) -> u64 {
        self.revision
    }

    /// Rules that failed on this draft since it was opened.
    pub fn faults(&self) -> &[Fault] {
        &self.faults
    }

    /// Findings in a range of bytes, or touching it, in the order of their places.
    pub fn findings_at(&self, range: Range<usize>) -> Vec<Finding> {
        let (Some(first), Some(last)) = (self.draft.paragraph_at(range.start), self.draft.paragraph_at(range.end))
        else {
            return Vec::new();
        };
        let near = |place: &Place| (first..=last).contains(&place.paragraph);
        let start = self.global.partition_point(|finding| finding.place.paragraph < first);
        let global = self.global[start..].iter().take_while(|finding| near(&finding.place)).cloned();
        let start = self.phrases.partition_point(|finding| finding.place.paragraph < first);
        let phrases = self.phrases[start..].iter().map(|finding| finding.map(|at| self.prose.place(*at)));
        let phrases = phrases.take_while(|finding| near(&finding.place));
        let local = (first..=last).flat_map(|paragraph| self.local_of(paragraph));
        let figured = self.figured.iter().filter(|finding| near(&self.figures.place(finding.place)));
        let figured = figured.map(|finding| finding.map(|at| self.figures.place(*at)));
        let local = local.chain(figured);
        let marks = self.marks.iter().filter(|finding| near(&finding.place)).cloned();
        let shown = global.chain(phrases).chain(local).filter(|finding| self.shows(finding.rule, finding.place));
        let mut found: Vec<Finding> = shown.chain(marks).map(|finding| self.resolve(&finding)).collect();
        found.retain(|finding| finding.place.start <= range.end && range.start <= finding.place.end);
        found.sort_by_key(|finding| (finding.place.start, finding.place.end));
        found
    }

    /// All findings, in bytes of the text, in the order of their places.
    pub fn findings(&self) -> Vec<Finding> {
        let mut all: Vec<Finding> = self.placed().map(|finding| self.resolve(&finding)).collect();
        all.sort_by_key(|finding| (finding.place.start, finding.place.end));
        all
    }

    /// All findings by paragraph and place in it, draft rules first.
    pub fn placed(&self) -> impl Iterator<Item = Finding<Place>> + '_ {
        let found = self.found().filter(|finding| self.shows(finding.rule, finding.place));
        found.chain(self.marks.iter().cloned())
    }

    /// Their places alone, in no order.
    pub fn places(&self) -> impl Iterator<Item = Place> + '_ {
        self.briefly().map(|(_, _, place)| place)
    }

    /// The same with those that marks let pass, and without those about marks.
    fn found(&self) -> impl Iterator<Item = Finding<Place>> + '_ {
        let phrases = self.phrases.iter().map(|finding| finding.map(|at| self.prose.place(*at)));
        let local = (0..self.local.len()).flat_map(|paragraph| self.local_of(paragraph));
        let figured = self.figured.iter().map(|finding| finding.map(|at| self.figures.place(*at)));
        self.global.iter().cloned().chain(phrases).chain(figured).chain(local)
    }

    /// Whether no mark lets a finding pass.
    fn shows(&self, rule: &Rule, place: Place) -> bool {
        self.suppressed.marks.is_empty() || !self.suppressed.hides(rule, &self.draft.range_of(place))
    }

    /// The worst findings, at most `limit`, in the order of their places and without their fixes; and how many more
    /// there are. Only those that are given are copied, so that a draft with thousands of findings stays quick.
    pub fn worst(&self, limit: usize) -> (Vec<Finding<Place>>, usize) {
        let keys = self.briefly().map(|(at, severity, place)| (Reverse(severity), place, at));
        let mut keys: Vec<_> = keys.collect();
        let hidden = keys.len().saturating_sub(limit);
        if hidden > 0 {
            keys.select_nth_unstable(limit);
            keys.truncate(limit);
        }
        keys.sort_unstable_by_key(|(_, place, at)| (*place, *at));
        (keys.into_iter().map(|(_, place, at)| self.numbered(place, at)).collect(), hidden)
    }

    /// Number, severity and place of each finding that is shown.
    fn briefly(&self) -> impl Iterator<Item = (usize, Severity, Place)> + '_ {
        let global = self.global.iter().map(|finding| (finding.rule, finding.severity, finding.place));
        let phrases = self.phrases.iter();
        let phrases = phrases.map(|finding| (finding.rule, finding.severity, self.prose.place(finding.place)));
        let marks = self.marks.iter().map(|finding| (finding.rule, finding.severity, finding.place));
        let figured = self.figured.iter();
        let figured = figured.map(|finding| (finding.rule, finding.severity, self.figures.place(finding.place)));
        let whole = global.chain(phrases).chain(marks).chain(figured).enumerate();
        let behind = self.global.len() + self.phrases.len() + self.marks.len() + self.figured.len();
        let local = self.local.iter().enumerate().flat_map(move |(paragraph, findings)| {
            findings.iter().enumerate().map(move |(at, finding)| {
                (behind + at, (finding.rule, finding.severity, Place::bytes(paragraph, finding.place)))
            })
        });
        let shown = whole.chain(local).filter(|(_, (rule, _, place))| self.shows(rule, *place));
        shown.map(|(at, (_, severity, place))| (at, severity, place))
    }

    /// A finding by its number: those of draft rules, then those of phrases, those about marks, those of compared
    /// figures, those of its paragraph.
    fn numbered(&self, place: Place, at: usize) -> Finding<Place> {
        let (phrases, marks) = (self.global.len(), self.global.len() + self.phrases.len());
        let figured = marks + self.marks.len();
        let local = figured + self.figured.len();
        if at < phrases {
            self.global[at].unfixed(|place| *place)
        } else if at < marks {
            self.phrases[at - phrases].unfixed(|at| self.prose.place(*at))
        } else if at < figured {
            self.marks[at - marks].unfixed(|place| *place)
        } else if at < local {
            self.figured[at - figured].unfixed(|at| self.figures.place(*at))
        } else {
            self.local[place.paragraph][at - local].unfixed(|span| Place::bytes(place.paragraph, *span))
        }
    }

    fn local_of(&self, paragraph: usize) -> impl Iterator<Item = Finding<Place>> + '_ {
        self.local[paragraph].iter().map(move |finding| finding.map(|span| Place::bytes(paragraph, *span)))
    }

    fn resolve(&self, finding: &Finding<Place>) -> Finding {
        finding.map(|place| self.draft.range_of(*place))
    }

    /// Runs all rules on the whole text.
    fn run_all(&mut self, text: &str) {
        let rules = RULES.iter().chain(self.extra).map(|rule| (*rule, self.settings.level(rule.name)));
        self.active = rules.filter(|(_, level)| *level != Level::Off).collect();
        self.meeting = Meeting::of(&self.draft);
        let visits = self.visit_all(text);
        let Kept { local, gists, tallies } = self.keep(visits);
        self.local = local;
        self.global = self.taken(of_draft(&self.draft, &self.active));
        self.prose = if self.wants(|check| matches!(check, Check::Phrases(_) | Check::Names(_))) {
            Prose::new(gists, self.settings.lexicon(), &self.meeting)
        } else {
            Prose::default()
        };
        self.run_phrases(false);
        self.figures = Figures::new(tallies, &self.draft, &self.meeting).beside(self.settings.references());
        self.figured = self.taken(of_figures(&self.figures, &self.active));
        self.run_marks();
    }

    fn wants(&self, kind: fn(&Check) -> bool) -> bool {
        self.active.iter().any(|(rule, _)| kind(&rule.check))
    }

    /// What is looked for in every paragraph.
    fn visitor(&self) -> Visitor<'_> {
        let phrases = self.wants(|check| matches!(check, Check::Phrases(_) | Check::Names(_)));
        Visitor {
            active: &self.active,
            meeting: &self.meeting,
            lexicon: phrases.then(|| &**self.settings.lexicon()),
            figures: self.wants(|check| matches!(check, Check::Figures(_))),
        }
    }

    /// Visits every paragraph of the whole text.
    fn visit_all(&self, text: &str) -> Vec<Visit> {
        let (visitor, paragraphs) = (self.visitor(), self.draft.paragraphs());
        let visit = |index: usize| visitor.visit(&paragraphs[index], &text[self.draft.paragraph_range(index)]);
        in_parts(paragraphs.len(), text.len(), |part| part.map(visit).collect())
    }

    /// Takes visits apart, and notes their faults.
    fn keep(&mut self, visits: Vec<Visit>) -> Kept {
        let count = visits.len();
        let mut kept = Kept {
            local: Vec::with_capacity(count),
            gists: Vec::with_capacity(count),
            tallies: Vec::with_capacity(count),
        };
        for Visit { local, faults, gist, tally } in visits {
            kept.local.push(local);
            kept.gists.push(gist);
            kept.tallies.push(tally);
            faults.into_iter().for_each(|fault| self.note(fault));
        }
        kept
    }

    /// Brings the findings of rules of the whole draft and of those that compare figures up to date; whether the latter
    /// stay the same.
    fn compare(&mut self, dirty: &Dirty, fresh: Vec<Tally>) -> bool {
        let Linter { draft, active, figures, figured, meeting, .. } = &mut *self;
        let shifts = dirty.old.len() != dirty.new.len() && !figured.is_empty();
        let figured = || {
            let change = figures.apply(draft, dirty, meeting, fresh);
            let again = shifts || matches!(change, Refigured::Figures);
            (change, again.then(|| of_figures(figures, active)))
        };
        let large = if dirty.structure { draft.text().len_bytes() } else { 0 };
        let (global, (change, figured)) = both(large, || dirty.structure.then(|| of_draft(draft, active)), figured);
        if let Some(global) = global {
            self.global = self.taken(global);
        }
        let same = match figured {
            None if matches!(change, Refigured::None) => return true,
            None => true,
            Some(figured) => {
                let figured = self.taken(figured);
                std::mem::replace(&mut self.figured, figured) == self.figured
            }
        };
        same && !touches(&self.figured, dirty, |at| self.figures.place(at))
    }

    /// Reads the marks that let findings pass, and runs the rules about them; whether there are any, or were.
    fn run_marks(&mut self) -> bool {
        if !self.draft.has_marks() {
            let had = !self.suppressed.marks.is_empty();
            (self.suppressed, self.marks) = Default::default();
            return had;
        }
        let mut suppressed = Suppressed::of(&self.draft);
        suppressed.excuse(|name| !self.active.iter().any(|(rule, _)| selects(name, rule.name)));
        for finding in self.found() {
            suppressed.note(finding.rule, &self.draft.range_of(finding.place));
        }
        let found = run(&self.active, 0, |check| match check {
            Check::Marks(check) => Some(|report: &mut Report<Place>| check(&suppressed, report)),
            _ => None,
        });
        self.marks = self.taken(found);
        self.suppressed = suppressed;
        true
    }

    /// Runs the rules that read mentions of stock phrases; those that read names, unless all names are the same.
    fn run_phrases(&mut self, named: bool) {
        let mut kept = std::mem::take(&mut self.phrases);
        kept.retain(|finding| named && matches!(finding.rule.check, Check::Names(_)));
        let found = run(&self.active, self.draft.text().len_bytes(), |check| match check {
            Check::Names(_) if named => None,
            Check::Phrases(check) | Check::Names(check) => {
                Some(|report: &mut Report<MentionRef>| check(&self.prose, report))
            }
            _ => None,
        });
        kept.extend(self.taken(found));
        kept.sort_by_key(|finding| finding.place);
        self.phrases = kept;
    }

    /// The findings of some rules, whose faults are noted.
    fn taken<P>(&mut self, (findings, faults): Found<P>) -> Vec<Finding<P>> {
        faults.into_iter().for_each(|fault| self.note(fault));
        findings
    }

    /// Keeps the first fault of each rule.
    fn note(&mut self, fault: Fault) {
        if self.faults.iter().all(|other| other.rule != fault.rule) {
            self.faults.push(fault);
        }
    }
}

/// Findings in the order of their places, and the rules that failed.
type Found<P> = (Vec<Finding<P>>, Vec<Fault>);

/// The findings of the rules of which `check` makes something to run, in a text of so many bytes.
fn run<P: Ord + Copy + Send, F: FnOnce(&mut Report<P>)>(
    active: &[(&'static Rule, Level)],
    bytes: usize,
    check: impl Fn(&'static Check) -> Option<F> + Sync,
) -> Found<P> {
    let run: Vec<_> = active.iter().filter(|(rule, _)| check(&rule.check).is_some()).collect();
    let outcome = |index: usize| {
        let (rule, level) = run[index];
        check(&rule.check).map(|check| (*rule, *level, guarded(rule, check)))
    };
    let (mut found, mut faults) = (Vec::new(), Vec::new());
    for (rule, level, outcome) in in_parts(run.len(), bytes, |part| part.filter_map(outcome).collect()) {
        match outcome {
            Ok(findings) => found.extend(levelled(findings, level)),
            Err(message) => faults.push(Fault { rule, message }),
        }
    }
    found.sort_by_key(|finding| finding.place);
    (found, faults)
}

fn of_draft(draft: &Draft, active: &[(&'static Rule, Level)]) -> Found<Place> {
    run(active, draft.text().len_bytes(), |check| match check {
        Check::Draft(check) | Check::Both(_, check) => Some(|report: &mut Report<Place>| check(draft, report)),
        _ => None,
    })
}

fn of_figures(figures: &Figures, active: &[(&'static Rule, Level)]) -> Found<FigureRef> {
    run(active, 0, |check| match check {
        Check::Figures(check) => Some(|report: &mut Report<FigureRef>| check(figures, report)),
        _ => None,
    })
}

/// Whether a finding, or what explains it, stands in the paragraphs that an edit made new.
fn touches<P: Copy>(findings: &[Finding<P>], dirty: &Dirty, place: impl Fn(P) -> Place) -> bool {
    let new = |at: P| dirty.new.contains(&place(at).paragraph);
    findings.iter().any(|finding| new(finding.place) || finding.related.iter().any(|related| new(related.place)))
}

/// What visits give, each for all paragraphs.
struct Kept {
    local: Vec<Local>,
    gists: Vec<Gist>,
    tallies: Vec<Tally>,
}

/// Findings with the severity that the configuration wants.
pub(super) fn levelled<P>(findings: Vec<Finding<P>>, level: Level) -> impl Iterator<Item = Finding<P>> {
    findings.into_iter().filter_map(move |mut finding| {
        finding.severity = level.apply(finding.severity)?;
        Some(finding)
    })
}

/// The findings of a rule, or what its panic said.
pub(super) type Outcome<P> = Result<Vec<Finding<P>>, String>;

/// A fault in a rule must cost neither the server nor the findings of other rules.
pub(super) fn guarded<P>(rule: &'static Rule, check: impl FnOnce(&mut Report<P>)) -> Outcome<P> {
    let run = || {
        let mut report = Report::of(rule, false);
        check(&mut report);
        report.findings
    };
    catch_unwind(AssertUnwindSafe(run)).map_err(|panic| {
        let text = panic.downcast_ref::<&str>().map(|text| (*text).to_owned());
        text.or_else(|| panic.downcast_ref::<String>().cloned()).unwrap_or_default()
    })
}

impl Finding {
    /// The edits of the fix, in bytes of the text, if there is one.
    pub fn edits(&self) -> Vec<Edit> {
        self.fix.iter().flat_map(Fix::to_edits).collect()
    }
}

impl Fix {
    /// Its edits, in bytes of the text.
    pub fn to_edits(&self) -> Vec<Edit> {
        self.edits.iter().map(|(range, text)| Edit { range: range.clone(), text: text.clone() }).collect()
    }
}
