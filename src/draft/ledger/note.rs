//! Notes behind a report: what a term means that its text used, 8.双十行动：每年新增10个服务业强县.

use crate::draft::Draft;
use crate::draft::structure::SectionKind;
use crate::text::han::{is_han, is_space};

/// A paragraph that explains a term.
pub struct Note {
    /// The term as the note has it, without the number of the note.
    term: String,
    /// The paragraph of the report that used it first, from 0; `None` where no one did.
    pub cited: Option<usize>,
}

impl Note {
    /// The note that a paragraph is, if it is one.
    pub fn of(draft: &Draft, paragraph: usize) -> Option<Self> {
        let glossary = glossary_before(draft, paragraph)?;
        let text = draft.paragraph_text(begin(draft, glossary, paragraph));
        let term = term_of(&text)?.to_owned();
        let cited = cited(draft, glossary, &term);
        Some(Note { term, cited })
    }

    /// |双十行动：|每年新增服务业强县: the name of a figure with what the note explains.
    pub fn named(&self, name: String) -> String {
        let told = name.is_empty()
            || bare(&name).contains(&bare(&self.term))
            || self.term.chars().any(|ch| ch.is_ascii_digit());
        if told { name } else { format!("{}：{name}", self.term) }
    }
}

/// The paragraph that a note begins with: lines that begin like headings are paragraphs of their own.
fn begin(draft: &Draft, glossary: usize, paragraph: usize) -> usize {
    const MOST: usize = 8;
    let ended = |before: usize| draft.paragraph_text(before).trim_end().ends_with(['。', '；', '！', '”', '：', ':']);
    let first = paragraph.saturating_sub(MOST).max(glossary + 1);
    (first..=paragraph).rev().find(|at| *at == first || ended(at - 1)).unwrap_or(paragraph)
}

/// The paragraph of the heading 名词解释 that one stands under.
fn glossary_before(draft: &Draft, paragraph: usize) -> Option<usize> {
    const WORDS: [&str; 4] = ["释", "说明", "注解", "术语"];
    let sections = &draft.structure().sections;
    let before = &sections[..sections.partition_point(|section| section.paragraph < paragraph)];
    let last = before.iter().rfind(|section| section.kind == SectionKind::Appendix)?.paragraph;
    let heading = draft.paragraph_text(last);
    WORDS.iter().any(|word| heading.contains(word)).then_some(last)
}

/// The words before the colon that a note begins with: |“四个30”项目|：即….
fn term_of(text: &str) -> Option<&str> {
    /// Characters of a term.
    const TERM: std::ops::RangeInclusive<usize> = 2..=24;
    let (term, _) = text.trim_start_matches(is_space).split_once(['：', ':'])?;
    let numbered = |ch: char| ch.is_ascii_digit() || "[［〔【（(]］〕】）)".contains(ch) || is_space(ch);
    let bare = term.trim_start_matches(numbered);
    // 1.|五个100|: the number of the note ends in a mark, that of the term does not.
    let label = &term[..term.len() - bare.len()];
    let rest = match bare.strip_prefix(['.', '．', '、']) {
        Some(rest) => rest.trim_start_matches(is_space),
        None if label.ends_with(|ch: char| ch.is_ascii_digit()) => &term[term.len() - bare.len() - digits(label)..],
        None => bare,
    };
    let plain = !rest.contains(['。', '，', '；', '！']) && rest.contains(is_han);
    (plain && TERM.contains(&rest.chars().count())).then_some(rest)
}

/// How many digits a label ends in.
fn digits(label: &str) -> usize {
    label.len() - label.trim_end_matches(|ch: char| ch.is_ascii_digit()).len()
}

/// The first paragraph before a glossary that has a term, with or without quotes.
fn cited(draft: &Draft, glossary: usize, term: &str) -> Option<usize> {
    /// Bytes that are looked through, for each note anew: a report has some tens of thousands.
    const MOST: usize = 200_000;
    let term = bare(term);
    let near = (0..glossary).take_while(|paragraph| draft.paragraph_range(*paragraph).end <= MOST);
    near.into_iter().find(|paragraph| bare(&draft.paragraph_text(*paragraph)).contains(&term))
}

fn bare(words: &str) -> String {
    words.chars().filter(|ch| !is_space(*ch) && !matches!(ch, '“' | '”' | '"')).collect()
}
