//! The parts that reports of a kind usually have, where a draft lacks one: a heading with its ordinal, and a line to
//! be filled in. Which are usual was counted in published reports (155 of governments since 2018: review 131, plan 112,
//! aims 62 and the government itself 62 as parts of their own); none is ever missed by a finding.

use std::ops::Range;

use super::tree::{is_head, paragraphs, refer, renumber, run_of};
use crate::draft::genre::Genre;
use crate::draft::structure::{Run, Section, SectionKind};
use crate::draft::{Draft, ItemRef, Meeting};
use crate::features::labels::{item, like, signs};
use crate::features::section::heading;
use crate::syntax::line::is_part;
use crate::text::Edit;
use crate::text::han::is_space;

/// What is written under a new heading.
const TO_BE_WRITTEN: &str = "（这一部分待补充）";
/// Headings above which a text is no single draft.
const MANY: usize = 1000;

/// A usual part.
struct Usual {
    year: Year,
    /// Its heading, behind the year.
    heading: &'static str,
    /// One of these words in any heading says that it is there.
    named: &'static [&'static str],
    /// The same of words anywhere in the draft.
    said: &'static [&'static str],
}

/// Which year a heading begins with.
enum Year {
    Review,
    Plan,
    None,
}

const REVIEWED: &[&str] = &["回顾", "总结", "工作情况", "主要成就", "主要成绩"];
const PLANNED: &[&str] = &[
    "安排",
    "部署",
    "打算",
    "重点工作",
    "工作重点",
    "重点任务",
    "主要任务",
    "主要工作",
    "目标任务",
    "工作任务",
    "工作建议",
];
const AIMS: &[&str] = &["总体要求", "预期目标", "目标任务", "主要目标", "奋斗目标", "总体思路", "目标要求"];
const ITSELF: &[&str] = &["自身建设", "政府建设", "型政府", "满意政府"];

const GOVERNMENT: &[Usual] = &[
    Usual { year: Year::Review, heading: "工作回顾", named: REVIEWED, said: &[] },
    Usual {
        year: Year::Plan, heading: "总体要求和主要目标", named: AIMS, said: &["总体要求是", "预期目标是"]
    },
    Usual { year: Year::Plan, heading: "重点工作", named: PLANNED, said: &[] },
    Usual { year: Year::None, heading: "加强政府自身建设", named: ITSELF, said: &[] },
];
const COMMITTEE: &[Usual] = &[
    Usual { year: Year::Review, heading: "工作回顾", named: REVIEWED, said: &[] },
    Usual { year: Year::Plan, heading: "工作安排", named: PLANNED, said: &[] },
];
const BUDGET: &[Usual] = &[
    Usual {
        year: Year::Review, heading: "预算执行情况", named: &["执行情况", "执行总体情况"], said: &[]
    },
    Usual { year: Year::Plan, heading: "预算草案", named: &["草案", "预算安排"], said: &[] },
    Usual {
        year: Year::Plan, heading: "财政重点工作", named: &["措施", "重点工作", "财政工作", "任务"], said: &[]
    },
];

fn usual(genre: Genre) -> &'static [Usual] {
    match genre {
        Genre::Government => GOVERNMENT,
        Genre::Budget => BUDGET,
        Genre::Cppcc | Genre::Congress | Genre::Court | Genre::Procuratorate => COMMITTEE,
        Genre::Party => &[],
    }
}

/// A part that is to be written, and before which part of the draft; `None` at its end.
struct Missing {
    heading: String,
    before: Option<usize>,
}

/// The parts of a draft by the index of their sections, outermost first.
fn tops(draft: &Draft) -> Vec<usize> {
    let sections = &draft.structure().sections;
    let is_part = |section: &Section| matches!(section.kind, SectionKind::Part | SectionKind::Heading(_));
    let depth = sections.iter().filter(|section| is_part(section)).map(|section| section.depth).min();
    let all = sections.iter().enumerate().filter(|(_, section)| is_part(section) && Some(section.depth) == depth);
    all.map(|(index, _)| index).collect()
}

/// The missing parts in their order; none unless the range is before the first part, and one of them is there.
fn missing(draft: &Draft, range: &Range<usize>) -> Vec<Missing> {
    let sections = &draft.structure().sections;
    let tops = if sections.len() > MANY { Vec::new() } else { tops(draft) };
    if tops.first().is_none_or(|first| range.end >= heading(draft, &sections[*first]).start) {
        return Vec::new();
    }
    let meeting = Meeting::of(draft);
    let parts = meeting.genre.map_or(&[][..], usual);
    let words = |section: &Section| draft.text().slice(heading(draft, section)).into_owned();
    let kind_of = |top: &usize| {
        let words = words(&sections[*top]);
        parts.iter().position(|part| part.named.iter().any(|name| words.contains(name)))
    };
    let kinds: Vec<Option<usize>> = tops.iter().map(kind_of).collect();
    if kinds.iter().all(Option::is_none) {
        return Vec::new();
    }
    let text = draft.text().to_string();
    let titled = sections.iter().filter(|section| section.kind != SectionKind::Title);
    let titles: Vec<String> = titled.map(words).collect();
    let is_there = |part: &Usual| {
        let named = |title: &String| part.named.iter().any(|name| title.contains(name));
        titles.iter().any(named) || part.said.iter().any(|said| text.contains(said))
    };
    let lacking = parts.iter().enumerate().filter(|(_, part)| !is_there(part));
    let missing = lacking.map(|(own, part)| Missing {
        heading: written(part, &meeting),
        before: kinds.iter().position(|kind| kind.is_some_and(|kind| kind > own)),
    });
    missing.collect()
}

/// The heading with its year, as far as the draft tells it.
fn written(part: &Usual, meeting: &Meeting) -> String {
    let late = meeting.date.is_some_and(|date| date.month >= 11);
    let dated = meeting.year().map(|year| if late { year } else { year - 1 });
    let review = meeting.review.or(meeting.plan.map(|plan| plan - 1)).or(dated);
    let year = match (&part.year, review) {
        (Year::None, _) => String::new(),
        (Year::Review, Some(review)) => format!("{review}年"),
        (Year::Plan, Some(review)) => format!("{}年", review + 1),
        (Year::Review, None) => "过去一年".into(),
        (Year::Plan, None) => "今年".into(),
    };
    format!("{year}{}", part.heading)
}

/// The heading of the nth part that can be put in.
pub fn heading_of(draft: &Draft, range: &Range<usize>, nth: usize) -> Option<String> {
    Some(missing(draft, range).into_iter().nth(nth)?.heading)
}

/// Puts the nth missing part in, with the next ordinal; what follows is counted anew.
pub fn insert(draft: &Draft, range: &Range<usize>, nth: usize) -> Option<Vec<Edit>> {
    let Missing { heading, before } = missing(draft, range).into_iter().nth(nth)?;
    let tops = tops(draft);
    let numbered = run(draft, &tops)?;
    let mut edits = Vec::new();
    let mut label = String::new();
    if let Some(run) = numbered {
        let place = before.unwrap_or(run.items.len());
        let number = run.numbers.get(place).copied().unwrap_or(run.numbers[run.numbers.len() - 1] + 1);
        label = format!("{}{}", like(draft, run.items[0], number)?, between(draft, run.items[0])?);
        for (later, now) in run.items.iter().zip(&run.numbers).skip(place) {
            edits.push(renumber(draft, *later, now + 1)?);
        }
        edits.extend(refer(draft, run, |part| if part >= number { part + 1 } else { part }));
    } else if !is_part(&heading) {
        return None; // Without an ordinal nobody would take it for a heading.
    }
    let like_top = tops[before.unwrap_or(tops.len() - 1)];
    edits.push(lines(draft, like_top, before.is_none(), &format!("{label}{heading}")));
    edits.sort_by_key(|edit| (edit.range.start, edit.range.end));
    Some(edits)
}

/// The white space between an ordinal and its title.
fn between(draft: &Draft, at: ItemRef) -> Option<String> {
    let own = item(draft, at)?;
    let start = draft.paragraph_range(at.paragraph).start;
    let words = draft.text().slice(start + own.span.end..start + own.title.start.max(own.span.end)).into_owned();
    Some(words.chars().take_while(|ch| is_space(*ch)).collect())
}

/// The run of the parts, or that they have no ordinals; `None` where they are some of both, or where their number is
/// told somewhere.
fn run<'a>(draft: &'a Draft, tops: &[usize]) -> Option<Option<&'a Run>> {
    let sections = || tops.iter().map(|top| &draft.structure().sections[*top]);
    if sections().all(|section| section.kind == SectionKind::Part) {
        return Some(None);
    }
    let first = sections().next()?;
    let (_, run, _) = run_of(draft, ItemRef { paragraph: first.paragraph, fact: first.fact? })?;
    let own = |(section, item): (&Section, &ItemRef)| {
        (section.paragraph, section.fact) == (item.paragraph, Some(item.fact)) && is_head(draft, section)
    };
    let same = run.items.len() == tops.len() && sections().zip(&run.items).all(own);
    (same && run.declared.is_none()).then_some(Some(run))
}

/// The heading and a line under it, written as another part is, before or behind that part.
fn lines(draft: &Draft, top: usize, behind: bool, heading: &str) -> Edit {
    let section = &draft.structure().sections[top];
    let raw = draft.paragraph_text(section.paragraph);
    let content = draft.paragraphs()[section.paragraph].content;
    let (indent, gap) = (last_line(&raw[..content.start]), breaks(draft, section.paragraph));
    let below = draft.paragraphs().get(section.paragraph + 1).filter(|_| content.end > 0);
    let under = below.map(|below| {
        let raw = draft.paragraph_text(section.paragraph + 1);
        last_line(&raw[..below.content.start]).to_owned()
    });
    let marks = signs(draft, section.paragraph);
    let marks = if marks.is_empty() { String::new() } else { format!("{} ", draft.text().slice(marks)) };
    let under = under.unwrap_or_else(|| indent.to_owned());
    let both = format!("{indent}{marks}{heading}{gap}{under}{TO_BE_WRITTEN}");
    if !behind {
        let at = draft.paragraph_range(section.paragraph).start;
        return Edit { range: at..at, text: format!("{both}{gap}") };
    }
    let last = paragraphs(draft, top).end;
    let at = draft.paragraph_range(last - 1).end;
    let open = !draft.paragraph_text(last - 1).ends_with(['\n', '\r']);
    let text = if open { format!("{gap}{both}") } else { format!("{both}{gap}") };
    Edit { range: at..at, text }
}

/// What stands on the last line.
fn last_line(text: &str) -> &str {
    &text[text.rfind(['\n', '\r']).map_or(0, |at| at + 1)..]
}

/// The line breaks behind a heading, or those behind the paragraph before it.
fn breaks(draft: &Draft, paragraph: usize) -> String {
    let behind = |paragraph: usize| -> String {
        let raw = draft.paragraph_text(paragraph);
        raw[raw.trim_end_matches(['\n', '\r']).len()..].to_owned()
    };
    let own = behind(paragraph);
    let found = if own.is_empty() && paragraph > 0 { behind(paragraph - 1) } else { own };
    if found.is_empty() { "\n".into() } else { found }
}
