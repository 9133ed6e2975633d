//! Marks that let a finding pass, written at a place or for the whole draft.

use std::ops::Range;

use super::Action;
use crate::draft::Draft;
use crate::rules::{Finding, Linter, suppression};
use crate::syntax::Suppression;
use crate::syntax::suppression::Reach;
use crate::text::Edit;

/// How a draft writes what does not count as text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Comment {
    /// `<!-- … -->`
    Markdown,
    /// `// …` on a line of its own
    Plain,
}

/// For each rule with a finding that touches a range of bytes: a mark here, and one for the whole draft.
pub fn ignore_at(linter: &Linter, range: Range<usize>, comment: Comment) -> Vec<Action> {
    let mut actions: Vec<Action> = Vec::new();
    let mut seen = Vec::new();
    for finding in linter.findings_at(range) {
        if seen.contains(&finding.rule.name) || finding.rule.family() == suppression::FAMILY {
            continue;
        }
        seen.push(finding.rule.name);
        let draft = linter.draft();
        let here = format!("此处不再报：{}（加忽略标记）", finding.rule.title);
        let whole = format!("本稿不再报：{}（加忽略标记）", finding.rule.title);
        let edits =
            [(here, vec![mark_here(draft, &finding, comment)]), (whole, vec![mark_draft(draft, &finding, comment)])];
        actions.extend(edits.map(|(title, edits)| {
            let finding = Some(finding.clone());
            Action { title, edits, finding, ..Action::default() }
        }));
    }
    actions
}

/// At the end of the line in Markdown, on a line above it in plain text.
fn mark_here(draft: &Draft, finding: &Finding, comment: Comment) -> Edit {
    let text = draft.text();
    let number = text.line_of_byte(finding.place.start);
    let line = text.line_range(number);
    let own =
        |mark: &Suppression, at: &Range<usize>| mark.reach == Reach::Line && !mark.alone && line.contains(&at.start);
    match (joined(draft, finding, own), comment) {
        (Some(edit), _) => edit,
        (None, Comment::Markdown) => {
            let space = if text.slice(line.clone()).ends_with([' ', '\u{3000}']) { "" } else { " " };
            insert(line.end, format!("{space}{}", mark(Reach::Line, finding, comment)))
        }
        (None, Comment::Plain) => insert(line.start, mark(Reach::Line, finding, comment) + &line_break(draft)),
    }
}

/// On the first line; behind the text where the draft begins with a block of metadata.
fn mark_draft(draft: &Draft, finding: &Finding, comment: Comment) -> Edit {
    let (text, end) = (draft.text(), draft.text().len_bytes());
    let mark = mark(Reach::File, finding, comment);
    if let Some(edit) = joined(draft, finding, |mark, _| mark.reach == Reach::File) {
        return edit;
    }
    if !text.slice(text.line_range(0)).starts_with("---") {
        return insert(0, mark + &line_break(draft));
    }
    let open = text.line_range(text.len_lines() - 1);
    let gap = if open.is_empty() { String::new() } else { line_break(draft) };
    insert(end, gap + &mark + &line_break(draft))
}

/// The rule's name behind those of a mark that is there already.
fn joined(draft: &Draft, finding: &Finding, fits: impl Fn(&Suppression, &Range<usize>) -> bool) -> Option<Edit> {
    for (index, paragraph) in draft.paragraphs().iter().enumerate() {
        let start = draft.paragraph_range(index).start;
        for mark in &paragraph.suppressions {
            let at = start + mark.span.start..start + mark.span.end;
            if let Some(last) = mark.names.last().filter(|_| fits(mark, &at)) {
                return Some(insert(start + last.span.end, format!(" {}", finding.rule.name)));
            }
        }
    }
    None
}

fn mark(reach: Reach, finding: &Finding, comment: Comment) -> String {
    let inside = format!("hegao: {} {}", reach.word(), finding.rule.name);
    match comment {
        Comment::Markdown => format!("<!-- {inside} -->"),
        Comment::Plain => format!("// {inside}"),
    }
}

/// As the first line of the draft ends.
fn line_break(draft: &Draft) -> String {
    let text = draft.text();
    let found = text.slice(text.line_range(0).end..text.byte_of_line(1)).into_owned();
    if found.is_empty() { "\n".into() } else { found }
}

fn insert(at: usize, text: String) -> Edit {
    Edit { range: at..at, text }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::text::apply_edits;

    /// The draft after the action of that number, and what is still found in it.
    fn after(text: &str, comment: Comment, action: usize) -> (String, usize) {
        let linter = Linter::new(text, Arc::default());
        let place = linter.findings()[0].place.clone();
        let edits = ignore_at(&linter, place, comment)[action].edits.clone();
        let text = apply_edits(text, &edits).unwrap();
        let left = Linter::new(&text, Arc::default()).findings().len();
        (text, left)
    }

    #[test]
    fn a_finding_is_let_pass_here_or_in_the_whole_draft() {
        let draft = "一、甲\r\n三、乙\r\n";
        let told = |text: &str| (text.to_owned(), 0);
        assert_eq!(after(draft, Comment::Plain, 0), told("一、甲\r\n// hegao: ignore numbering/gap\r\n三、乙\r\n"));
        assert_eq!(
            after(draft, Comment::Plain, 1),
            told("// hegao: ignore-file numbering/gap\r\n一、甲\r\n三、乙\r\n")
        );
        assert_eq!(
            after(draft, Comment::Markdown, 0),
            told("一、甲\r\n三、乙 <!-- hegao: ignore numbering/gap -->\r\n")
        );
        let headed = "---\ntitle: 稿\n---\n\n一、甲\n\n三、乙";
        let (text, left) = after(headed, Comment::Markdown, 1);
        assert_eq!((text, left), (format!("{headed}\n<!-- hegao: ignore-file numbering/gap -->\n"), 0));
    }

    #[test]
    fn a_mark_that_is_there_takes_the_rule_in() {
        let draft = "一、甲\n三、攻艰克难<!-- hegao: ignore phrase/wrong -->\n";
        let expected = "一、甲\n三、攻艰克难<!-- hegao: ignore phrase/wrong numbering/gap -->\n";
        assert_eq!(after(draft, Comment::Markdown, 0), (expected.to_owned(), 0));
    }
}
