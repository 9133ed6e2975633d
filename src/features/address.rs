//! Where a place is, as a reader would say it: the headings it stands under, and which paragraph it is there.

use std::fmt;

use super::outline::name;
use super::section::heading;
use crate::draft::Draft;
use crate::draft::structure::{Section, SectionKind};
use crate::syntax::{Fact, Kind, Paragraph, Role};

/// The address of a place in its draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Address {
    /// The headings above it with their ordinals, outermost first, without the draft's title.
    pub sections: Vec<String>,
    /// Its paragraph under the innermost of them, from 1; 0 for the heading itself.
    pub paragraph: usize,
    /// Its paragraph in the whole draft, from 1, headings counted and blank lines not.
    pub paragraph_of_draft: usize,
}

impl Address {
    /// The paragraph as it is told: 第3段, 标题.
    pub fn paragraph_name(&self) -> String {
        if self.paragraph == 0 { "标题".into() } else { format!("第{}段", self.paragraph) }
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.sections.iter().try_for_each(|section| write!(f, "{section} › "))?;
        f.write_str(&self.paragraph_name())
    }
}

/// Finds the addresses of places in one draft.
pub struct Addresses<'a> {
    draft: &'a Draft,
    /// Paragraphs with words before each paragraph, and in all.
    before: Vec<usize>,
}

impl<'a> Addresses<'a> {
    /// Those of a draft.
    pub fn of(draft: &'a Draft) -> Self {
        let mut count = 0;
        let mut before = vec![0];
        before.extend(draft.paragraphs().iter().map(|paragraph| {
            count += usize::from(has_words(paragraph));
            count
        }));
        Addresses { draft, before }
    }

    /// The address of a byte of the text.
    pub fn at(&self, byte: usize) -> Address {
        let (draft, sections) = (self.draft, &self.draft.structure().sections);
        let Some(paragraph) = draft.paragraph_at(byte) else {
            return Address { sections: Vec::new(), paragraph: 0, paragraph_of_draft: 0 };
        };
        let through = self.before[paragraph + 1];
        let above = &sections[..sections.partition_point(|section| heading(draft, section).start <= byte)];
        let first =
            above.last().map_or(0, |section| self.before[section.paragraph + usize::from(alone(draft, section))]);
        Address { sections: self.names(above), paragraph: through - first, paragraph_of_draft: through }
    }

    /// The names of the sections that hold what stands behind `above`.
    fn names(&self, above: &[Section]) -> Vec<String> {
        let mut names = Vec::new();
        let mut depth = usize::MAX;
        for section in above.iter().rev().filter(|section| section.kind != SectionKind::Title) {
            if section.depth < depth {
                depth = section.depth;
                names.push(name(self.draft, section, &heading(self.draft, section)));
            }
        }
        names.reverse();
        names
    }
}

/// Whether a section's heading is a paragraph of its own.
fn alone(draft: &Draft, section: &Section) -> bool {
    let paragraph = &draft.paragraphs()[section.paragraph];
    match section.fact.map(|fact| &paragraph.facts[fact]) {
        Some(Fact::Item(item)) => item.own_line && item.role == Role::Head,
        _ => section.kind != SectionKind::Lead,
    }
}

fn has_words(paragraph: &Paragraph) -> bool {
    !matches!(paragraph.kind, Kind::Blank | Kind::Furniture)
}

#[cfg(test)]
mod tests {
    use super::*;

    const DRAFT: &str = "\
县政府工作报告

各位代表：
　　现在报告工作。

　　一、2025年工作回顾
　　全年完成项目96个。

　　完成投资62亿元。
　　（一）抓项目。新开工38个。
　　续建41个。
　　二、2026年工作安排
　　重点做好以下工作：（一）扩内需；（二）惠民生。
";

    fn at(words: &str) -> String {
        Addresses::of(&Draft::new(DRAFT)).at(DRAFT.find(words).unwrap()).to_string()
    }

    #[test]
    fn places_are_told_as_a_reader_finds_them() {
        for (words, address) in [
            ("现在报告", "第2段"),
            ("2025年", "一、2025年工作回顾 › 标题"),
            ("全年完成", "一、2025年工作回顾 › 第1段"),
            ("62亿", "一、2025年工作回顾 › 第2段"),
            ("抓项目", "一、2025年工作回顾 › （一）抓项目 › 第1段"),
            ("38个", "一、2025年工作回顾 › （一）抓项目 › 第1段"),
            ("续建", "一、2025年工作回顾 › （一）抓项目 › 第2段"),
            ("重点做好", "二、2026年工作安排 › 第1段"),
            ("惠民生", "二、2026年工作安排 › （二）惠民生 › 第1段"),
        ] {
            assert_eq!(at(words), address, "{words}");
        }
    }

    #[test]
    fn paragraphs_of_the_draft_are_counted_without_blank_lines() {
        let draft = Draft::new(DRAFT);
        let addresses = Addresses::of(&draft);
        let count = |words: &str| addresses.at(DRAFT.find(words).unwrap()).paragraph_of_draft;
        assert_eq!((count("县政府"), count("各位"), count("完成投资")), (1, 2, 6));
        assert_eq!(addresses.at(usize::MAX).paragraph_of_draft, 10);
        assert_eq!(Addresses::of(&Draft::new("")).at(0).paragraph, 0);
    }
}
