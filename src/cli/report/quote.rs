//! The words of a finding with a little of what stands around them, on one line, for lists that people read.

use annotate_snippets::normalize_untrusted_str;

use super::Checked;
use crate::rules::Finding;

/// Characters shown on either side.
const AROUND: usize = 16;
/// Characters shown of the words themselves, half of them from each end.
const LONGEST: usize = 80;

/// A quotation, free of control characters.
#[derive(Debug, PartialEq, Eq)]
pub struct Quote {
    pub before: String,
    pub words: String,
    pub after: String,
}

impl Quote {
    /// The quotation of a finding, within its paragraph.
    pub fn of(checked: &Checked<'_>, finding: &Finding) -> Self {
        let place = &finding.place;
        let all = checked.draft.paragraph_at(place.start).map_or(0..0, |at| checked.draft.paragraph_range(at));
        let all = all.start.min(place.start)..all.end.max(place.end);
        let slice = |start: usize, end: usize| one_line(&checked.text().slice(start..end));
        // A character takes up to four bytes.
        let before = slice(place.start.saturating_sub(AROUND * 8).max(all.start), place.start);
        let after = slice(place.end, (place.end + AROUND * 8).min(all.end));
        let head = before.trim_start();
        let skipped = head.chars().count().saturating_sub(AROUND);
        let cut = |text: &str| text.chars().nth(AROUND).map_or("", |_| "…");
        Quote {
            before: if skipped > 0 { "…" } else { "" }.to_owned() + &head.chars().skip(skipped).collect::<String>(),
            words: shortened(&slice(place.start, place.end)),
            after: after.chars().take(AROUND).collect::<String>().trim_end().to_owned() + cut(after.trim_end()),
        }
    }
}

fn one_line(text: &str) -> String {
    let lines: Vec<&str> = text.split(['\n', '\r']).map(|line| line.trim_end()).collect();
    let joined = lines.iter().enumerate().map(|(at, line)| if at == 0 { line } else { line.trim_start() });
    normalize_untrusted_str(&joined.collect::<String>())
}

fn shortened(words: &str) -> String {
    let count = words.chars().count();
    if count <= LONGEST {
        return words.to_owned();
    }
    let half = LONGEST / 2;
    let tail = words.chars().skip(count - half);
    words.chars().take(half).chain(['…']).chain(tail).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Severity;
    use crate::draft::Draft;
    use crate::rules::RULES;

    fn quote(text: &str, words: &str) -> [String; 3] {
        let start = text.find(words).unwrap();
        let (place, message) = (start..start + words.len(), String::new());
        let (severity, rule) = (Severity::Hint, RULES[0]);
        let (source, related, outside, alternatives) = Default::default();
        let finding = Finding { rule, severity, place, message, source, related, outside, fix: None, alternatives };
        let draft = Draft::new(text);
        let quote =
            Quote::of(&Checked { path: "", draft: &draft, findings: &[], unsafe_fixes: false, pages: None }, &finding);
        [quote.before, quote.words, quote.after]
    }

    #[test]
    fn it_stays_within_the_paragraph_and_says_where_it_was_cut() {
        assert_eq!(quote("一、甲\n　　二、乙𠮷。\n三、丙", "乙"), ["二、", "乙", "𠮷。"]);
        let long = format!("{}错{}", "前".repeat(40), "后".repeat(40));
        assert_eq!(quote(&long, "错"), [format!("…{}", "前".repeat(16)), "错".into(), format!("{}…", "后".repeat(16))]);
        let words = "长".repeat(200);
        assert_eq!(quote(&words, &words)[1].chars().count(), 81);
    }
}
