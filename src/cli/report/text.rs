//! The format for people: the line with its place marked, what is wrong, why, and what to write.

use annotate_snippets::renderer::{AnsiColor, DEFAULT_TERM_WIDTH, Effects, Style};
use annotate_snippets::{Group, Level, Message, Renderer, Snippet, normalize_untrusted_str};

use super::Checked;
use super::excerpt::Excerpt;
use crate::config::Severity;
use crate::rules::{Applicability, Finding, Fix, Related};
use crate::text::PositionEncoding;

/// All findings of one draft, a blank line after each.
pub fn part(checked: &Checked<'_>) -> String {
    let renderer = Renderer::styled().term_width(DEFAULT_TERM_WIDTH * 4).line_num(GUTTER);
    checked.findings.iter().map(|finding| one(checked, finding, &renderer)).collect()
}

const GUTTER: Style = AnsiColor::BrightBlue.on_default().effects(Effects::BOLD);

fn one(checked: &Checked<'_>, finding: &Finding, renderer: &Renderer) -> String {
    let position = checked.text().position_of(finding.place.start, PositionEncoding::Utf32);
    let excerpt = Excerpt::new(checked, finding, position.line);
    let source = excerpt.source();
    let snippet = Snippet::source(source.as_str()).line_start(excerpt.first() + 1).annotations(excerpt.annotations());
    let title = level(finding.severity).primary_title(finding.message.as_str()).id(finding.rule.name);
    let mut group: Group<'_> = title.element(snippet);
    for related in &excerpt.elsewhere {
        group = group.element(note(checked, related));
    }
    for outside in &finding.outside {
        group = group.element(Level::NOTE.with_name("另见").message(&outside.message));
    }
    if let Some(fix) = &finding.fix {
        group = group.element(advice(fix, checked));
    }
    let rendered = renderer.render(&[group]);
    // The library would count columns in the cut line, so the place is written here, below the title.
    let gutter = (excerpt.last() + 1).to_string().len();
    let place = normalize_untrusted_str(&checked.place(finding.place.start));
    let (title, body) = rendered.split_once('\n').unwrap_or((&rendered, ""));
    format!("{title}\n{:gutter$}{GUTTER}-->{GUTTER:#} {place}\n{body}\n\n", "")
}

fn note<'a>(checked: &Checked<'_>, related: &Related) -> Message<'a> {
    let place = match checked.pages {
        Some(pages) => pages.place(checked.text(), related.place.start),
        None => {
            let (line, column) = checked.point(related.place.start, PositionEncoding::Utf32);
            format!("第 {line} 行第 {column} 字")
        }
    };
    let message = format!("{place}：{}", related.message);
    Level::NOTE.with_name("另见").message(message)
}

fn advice<'a>(fix: &Fix, checked: &Checked<'_>) -> Message<'a> {
    let how = match (fix.applicability, checked.unsafe_fixes) {
        _ if checked.pages.is_some() => "",
        (Applicability::Safe, _) => "（可用 --fix 自动改）",
        (Applicability::Unsafe, true) => "（可用 --fix --unsafe-fixes 自动改）",
        (Applicability::Unsafe, false) => "（须人工判断）",
    };
    Level::HELP.with_name("建议").message(format!("{}{how}", fix.title))
}

fn level(severity: Severity) -> Level<'static> {
    let level = match severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Info => Level::INFO,
        Severity::Hint => Level::HELP,
    };
    level.with_name(severity.title())
}

#[cfg(test)]
mod tests {
    use std::ops::Range;

    use unicode_width::UnicodeWidthStr;

    use super::*;
    use crate::draft::Draft;
    use crate::rules::RULES;

    fn rendered(text: &str, place: Range<usize>, related: &[Range<usize>]) -> String {
        let related = related.iter().map(|place| Related { place: place.clone(), message: "另处".into() }).collect();
        let (rule, severity, message) = (RULES[0], Severity::Error, "错".to_owned());
        let finding = Finding {
            rule,
            severity,
            place,
            message,
            source: None,
            related,
            outside: Vec::new(),
            fix: None,
            alternatives: Vec::new(),
        };
        let draft = Draft::new(text);
        let out = part(&Checked { path: "稿", draft: &draft, findings: &[finding], unsafe_fixes: false, pages: None });
        anstream::adapter::strip_str(&out).to_string()
    }

    /// Cells before the mark and cells marked, in the line of marks.
    fn marked(out: &str, mark: char) -> (usize, usize) {
        let line = out.lines().find(|line| line.trim_start().starts_with('|') && line.contains(mark)).unwrap();
        (line[..line.find(mark).unwrap()].width(), line.matches(mark).count())
    }

    /// Cells before a word and cells of it, in the line that shows it.
    fn shown(out: &str, word: &str) -> (usize, usize) {
        let line = out.lines().find(|line| line.contains(word) && line.contains(" | ")).unwrap();
        (line[..line.find(word).unwrap()].width(), word.width())
    }

    #[test]
    fn a_finding_is_shown_with_its_related_place_and_its_fix() {
        let (edits, applicability) = (vec![(12..15, "二".to_owned())], Applicability::Safe);
        let finding = Finding {
            rule: RULES[0],
            severity: Severity::Warning,
            place: 10..16,
            message: "这里应为“二”".into(),
            source: None,
            related: vec![Related { place: 0..6, message: "上一个编号".into() }],
            outside: Vec::new(),
            fix: Some(Fix { title: "改为“二”".into(), applicability, edits }),
            alternatives: Vec::new(),
        };
        let draft = Draft::new("一、甲\n三、乙\n");
        let out =
            part(&Checked { path: "稿.txt", draft: &draft, findings: &[finding], unsafe_fixes: false, pages: None });
        let expected = "\
警告[RULE]: 这里应为“二”
 --> 稿.txt:2:1
  |
1 | 一、甲
  | ---- 上一个编号
2 | 三、乙
  | ^^^^
  |
  = 建议: 改为“二”（可用 --fix 自动改）

";
        let out = anstream::adapter::strip_str(&out).to_string();
        assert_eq!(out, expected.replace("RULE", RULES[0].name));
    }

    #[test]
    fn marks_stand_under_wide_and_narrow_characters_alike() {
        for before in ["", "　　", "甲，“乙”", "𠮷😀", "a1 Ⅱ①—…", "Ｈ２０２６〔号〕", "\u{200B}零", "e\u{301}é"]
        {
            let text = format!("{before}错字2026年{before}他处");
            let place = before.len()..before.len() + "错字2026年".len();
            let other = text.len() - "他处".len()..text.len();
            let out = rendered(&text, place, &[other]);
            assert_eq!(marked(&out, '^'), shown(&out, "错字2026年"), "{out}");
            assert_eq!(marked(&out, '-'), shown(&out, "他处"), "{out}");
        }
    }

    #[test]
    fn a_cut_line_is_marked_rightly_and_its_column_counts_the_whole_line() {
        for before in [0, 40, 399, 1400] {
            let text = format!("{}错字{}", "甲".repeat(before), "乙".repeat(1400));
            let out = rendered(&text, before * 3..before * 3 + 6, &[]);
            assert_eq!(marked(&out, '^'), shown(&out, "错字"), "{out}");
            assert!(out.contains(&format!(" 稿:1:{}\n", before + 1)), "{out}");
            assert!(out.lines().all(|line| line.width() < 110), "{out}");
        }
    }

    #[test]
    fn places_at_line_breaks_and_over_them_are_shown() {
        let text = "甲乙\r\n丙丁\n\n戊";
        for start in (0..=text.len()).filter(|at| text.is_char_boundary(*at)) {
            for end in (start..=text.len()).filter(|at| text.is_char_boundary(*at)) {
                let out = rendered(text, start..end, &[start..end, 0..3]);
                assert!(out.contains('^'), "{start}..{end}: {out}");
            }
        }
    }

    #[test]
    fn a_place_far_along_the_same_line_is_named() {
        let text = format!("一是{}三是", "甲".repeat(700));
        let out = rendered(&text, text.len() - 6..text.len(), &[0..3, 3..6]);
        assert!(out.contains("另见: 第 1 行第 1 字：另处") && out.contains("第 2 字：另处"), "{out}");
    }
}
