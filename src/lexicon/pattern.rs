//! The strings that are looked for: every form of every entry, as writers punctuate it.
//!
//! Only what stands between members may vary (、 ， or nothing), and quotation marks may be there or not. Nothing else
//! is left out: 担当作为，为… is not 担当作为为….

use std::collections::HashMap;

use super::entry::{Entry, sides};
use super::scan::Scanner;

/// A string that is looked for, and what it means. One string may be several things: a form of one entry, and two
/// neighbouring members of others.
#[derive(Debug, Clone, Default)]
pub(super) struct Pattern {
    pub form: Option<Form>,
    pub pairs: Vec<Pair>,
}

/// A form of an entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Form {
    /// Index of the entry.
    pub entry: u32,
    pub kind: FormKind,
    /// What to write, punctuated as the form is; empty for forms that are right.
    pub right: Box<str>,
    /// The form as it is written.
    pub written: Box<str>,
}

/// What a form of an entry is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum FormKind {
    Canonical,
    Accepted,
    Wrong,
    Order,
    Soft,
    Rival,
    Verb,
    SoftVerb,
}

/// Two members of an entry, one right behind the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Pair {
    pub entry: u32,
    pub first: u8,
    pub second: u8,
    /// Bytes from the start of the first member to that of the second.
    pub step: u8,
    /// Bytes between the two.
    pub between: u8,
    /// Bytes of the second member.
    pub len: u8,
}

/// What may stand between two members.
const BETWEEN: [&str; 5] = ["、", "，", ",", "", "和"];

/// All patterns of the entries.
pub(super) fn patterns(entries: &[Entry]) -> Vec<(String, Pattern)> {
    let mut found = Patterns::default();
    let kept = kept(entries);
    // A form that an entry names wins over one that only differs in its punctuation from another entry's.
    for spread in [false, true] {
        for (index, entry) in entries.iter().enumerate() {
            found.forms(index as u32, entry, kept[index], spread);
        }
    }
    for (index, entry) in entries.iter().enumerate().filter(|(_, entry)| entry.ordered || entry.whole) {
        found.pairs(index as u32, &entry.parts());
    }
    found.list
}

/// The entries whose right wording is looked for too: rules look at it, or it holds a form of another entry.
/// The others would only cost time.
fn kept(entries: &[Entry]) -> Vec<bool> {
    let variants = entries.iter().flat_map(|entry| [&entry.wrong, &entry.order, &entry.soft, &entry.rivals]);
    let mut written: Vec<String> = variants.flatten().map(|variant| sides(variant, "").0.to_owned()).collect();
    written.extend(entries.iter().filter(|entry| entry.is_watched()).map(|entry| entry.canonical.clone()));
    let wrong = Scanner::new(&written);
    let holds = |text: &str| {
        let mut held = false;
        wrong.each_in(text, |_, _| held = true);
        held
    };
    entries.iter().map(|entry| entry.is_watched() || holds(&entry.canonical)).collect()
}

#[derive(Default)]
struct Patterns {
    list: Vec<(String, Pattern)>,
    index: HashMap<String, usize>,
}

impl Patterns {
    fn at(&mut self, text: &str) -> &mut Pattern {
        let index = *self.index.entry(text.to_owned()).or_insert_with(|| {
            self.list.push((text.to_owned(), Pattern::default()));
            self.list.len() - 1
        });
        &mut self.list[index].1
    }

    fn forms(&mut self, entry: u32, data: &Entry, kept: bool, spread: bool) {
        let canonical = data.canonical.as_str();
        let mut form = |kind, written: &str, right: &str| self.form(entry, kind, written, right, spread);
        if kept {
            form(FormKind::Canonical, canonical, "");
        }
        data.accepted.iter().for_each(|text| form(FormKind::Accepted, text, ""));
        let lists = [
            (FormKind::Wrong, &data.wrong),
            (FormKind::Order, &data.order),
            (FormKind::Soft, &data.soft),
            (FormKind::Rival, &data.rivals),
        ];
        for (kind, list) in lists {
            for variant in list {
                let (written, right) = sides(variant, canonical);
                form(kind, written, right);
            }
        }
        let Some(verb) = data.verbs.first() else { return };
        let right = format!("{verb}“{canonical}”");
        for (kind, verbs) in [(FormKind::Verb, &data.wrong_verbs), (FormKind::SoftVerb, &data.soft_verbs)] {
            verbs.iter().for_each(|wrong| form(kind, &format!("{wrong}“{canonical}”"), &right));
        }
    }

    fn form(&mut self, entry: u32, kind: FormKind, written: &str, right: &str, spread: bool) {
        let styles: &[Style] = if spread { &Style::ALL } else { &Style::ALL[..1] };
        // The others would make the same again.
        for style in styles.iter().filter(|style| style.differs(written)) {
            let written = style.of(written).trim().to_owned();
            let pattern = self.at(&written);
            if pattern.form.is_none() && !written.is_empty() {
                let right = style.of(right).trim().into();
                pattern.form = Some(Form { entry, kind, right, written: written.into_boxed_str() });
            }
        }
    }

    fn pairs(&mut self, entry: u32, parts: &[&str]) {
        for (first, one) in parts.iter().enumerate() {
            for (second, two) in parts.iter().enumerate().filter(|(second, _)| *second != first) {
                for between in BETWEEN {
                    let [step, gap, len] = [one.len() + between.len(), between.len(), two.len()].map(|len| len as u8);
                    let pair = Pair { entry, first: first as u8, second: second as u8, step, between: gap, len };
                    self.at(&[one, between, *two].concat()).pairs.push(pair);
                }
            }
        }
    }
}

/// How a form is punctuated.
#[derive(Clone, Copy)]
struct Style {
    quotes: Option<[&'static str; 2]>,
    between: Option<&'static str>,
}

impl Style {
    /// As written first. PDFs have spaces around quotation marks.
    const ALL: [Style; 20] = {
        let quotes = [None, Some(["\"", "\""]), Some(["‘", "’"]), Some(["", ""]), Some(["“ ", " ” "])];
        let between = [None, Some("、"), Some("，"), Some("")];
        let mut all = [Style { quotes: None, between: None }; 20];
        let mut at = 0;
        while at < 20 {
            all[at] = Style { quotes: quotes[at % 5], between: between[at / 5] };
            at += 1;
        }
        all
    };

    /// Whether nothing that it changes is missing in a text.
    fn differs(self, text: &str) -> bool {
        (self.quotes.is_none() || text.contains(['“', '”'])) && (self.between.is_none() || text.contains(['、', '，']))
    }

    fn of(self, text: &str) -> String {
        let mut out = String::with_capacity(text.len());
        for ch in text.chars() {
            match (ch, self.quotes, self.between) {
                ('“', Some([open, _]), _) => out.push_str(open),
                ('”', Some([_, close]), _) => out.push_str(close),
                ('、' | '，', _, Some(between)) => out.push_str(between),
                _ => out.push(ch),
            }
        }
        out
    }
}
