//! A rule's manual: the `//!` comment at the head of its file, the one text that the command line, the hover and the
//! tests read.

use super::Rule;

/// The manual of a rule, in Chinese Markdown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Manual {
    /// The whole text, beginning with what the rule reports.
    pub text: String,
    /// What it rests on, the paragraph behind 依据：.
    pub basis: String,
    /// The earlier reports of its ```` ```往年 ```` blocks, which its drafts are held against.
    pub earlier: Vec<String>,
    /// The drafts of its ```` ```应报 ```` blocks.
    pub reported: Vec<String>,
    /// The drafts of its ```` ```不报 ```` blocks.
    pub passed: Vec<String>,
}

const BASIS: &str = "依据：";

impl Manual {
    pub(super) fn of(rule: &Rule) -> Self {
        let lines = rule.source.lines().map_while(|line| line.strip_prefix("//!"));
        let lines = lines.map(|line| line.strip_prefix(' ').unwrap_or(line));
        let text = lines.collect::<Vec<_>>().join("\n");
        let (reported, passed) = (blocks(&text, "应报"), blocks(&text, "不报"));
        let basis = text.lines().skip_while(|line| !line.starts_with(BASIS)).take_while(|line| !line.is_empty());
        let basis = basis.map(|line| line.trim_start_matches(BASIS)).collect();
        let earlier = blocks(&text, "往年");
        Manual { text, basis, earlier, reported, passed }
    }

    /// The text as a page that an editor shows: there the word on a fence is not seen, so it is said above it.
    pub fn page(&self) -> String {
        let mut page = String::new();
        for line in self.text.lines() {
            match line.strip_prefix("```").filter(|label| !label.is_empty()) {
                Some(label) => page.extend([label, "：\n\n```text\n"]),
                None => page.extend([line, "\n"]),
            }
        }
        page.truncate(page.trim_end().len());
        page
    }
}

fn blocks(text: &str, label: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut open: Option<Vec<&str>> = None;
    for line in text.lines() {
        match (&mut open, line.strip_prefix("```")) {
            (None, Some(word)) if word == label => open = Some(Vec::new()),
            (Some(lines), Some(_)) => {
                found.push(lines.join("\n") + "\n");
                open = None;
            }
            (Some(lines), None) => lines.push(line),
            _ => {}
        }
    }
    found
}
