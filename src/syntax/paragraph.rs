//! One logical paragraph, parsed: its kind, its ordinals, and what it announces.
//!
//! Everything here is relative to the paragraph, so that text above or below it changes nothing.

use std::sync::LazyLock;

use memchr::memmem::Finder;

use super::block::{self, Kind};
use super::enumeration;
use super::line::markdown_level;
use super::logical::Logical;
use super::note::{self, Note};
use super::ordinal::{Label, Style, doubtful_label_at, label_at, lookalike_at};
use super::suppression::{self, Suppression};
use super::width;
use super::{Bracket, Separator, Span};
use crate::text::han::{is_han, is_space};

/// Characters that tell two titles apart. More would miss bold headings that a PDF prints twice and wraps differently.
const OPENING: usize = 6;

/// The first characters of a title, filled up with NUL.
pub type Opening = [char; OPENING];

/// Longest heading, in characters: what is longer is a sentence that happens to fill its paragraph.
const BRIEF: usize = 40;

/// Shortest paragraph of prose, in bytes: 40 Han characters.
const PROSE: usize = 120;

/// The indent of a paragraph, in bytes: two ideographic spaces.
const INDENT: usize = 6;

/// Characters after which a title is looked for no more; a long line with many ordinals would cost its square.
const LONGEST_TITLE: usize = 200;

/// A paragraph as parsed. It does not hold its text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paragraph {
    pub kind: Kind,
    /// Text without indent, trailing blank lines and line breaks, in bytes of the paragraph.
    pub content: Span,
    /// Characters without white space.
    pub characters: usize,
    /// What draft rules read, in the order of the text.
    pub facts: Vec<Fact>,
    /// The words that name the section that this paragraph opens, if it opens one: the title of a heading without
    /// its number, a lead sentence, a part heading.
    pub name: Span,
    /// Marks that let findings pass.
    pub suppressions: Box<[Suppression]>,
}

/// Something in a paragraph that rules of the whole draft look at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fact {
    /// An ordinal.
    Item(Item),
    /// A sentence that announces a number of items.
    Announcement {
        count: u32,
        /// What stands right behind it.
        then: Then,
        /// The number and its measure word, as findings quote them.
        words: Box<str>,
        span: Span,
    },
    /// A reference to a numbered part of this draft.
    Reference { number: u32, span: Span },
    /// （上接第一版）: the draft begins before its first line.
    CutStart,
    /// （下转第六版）: it goes on behind its last.
    CutEnd,
    /// A number of a note; at the head of a paragraph that of its explanation. They stand behind the other facts.
    Note { note: Note, head: bool },
    /// A half-width mark where a full-width one belongs. They stand behind the other facts.
    HalfWidth { span: Span, full: &'static str },
    /// 各位代表 or 各位委员 at the head of a paragraph.
    Address { delegates: bool, span: Span },
    /// The last character of a paragraph of prose that ends without a mark.
    Unended { last: char, span: Span },
    /// The call that reports end with: 各位代表，让我们……而努力奋斗！
    Call,
}

/// A part of a fact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Part {
    /// The ordinal, announcement or reference itself.
    Whole,
    /// The number of an ordinal.
    Numeral,
    /// The mark behind an ordinal.
    Mark,
    /// The full stop behind the title of an ordinal.
    Stop,
}

/// What stands right behind an announcement.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Then {
    /// An ordinal, the next fact of the paragraph.
    Item,
    /// Another paragraph.
    Paragraph,
    /// Other text.
    Text,
}

/// An ordinal and what it stands before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    pub style: Style,
    pub number: u32,
    pub bracket: Bracket,
    pub separator: Separator,
    pub full_width: bool,
    /// The word behind the number, where it is part of the ordinal: 是, 要, 部分, 章.
    pub word: &'static str,
    pub role: Role,
    /// Nothing but its title stands behind it in the paragraph.
    pub own_line: bool,
    /// What the title ends in.
    pub ending: Ending,
    /// The title is short enough for a heading: at most [`BRIEF`] characters.
    pub brief: bool,
    /// The first characters of the title, filled up with NUL, to tell whether one heading stands twice.
    pub opening: Opening,
    /// The whole ordinal.
    pub span: Span,
    /// Its number alone.
    pub numeral: Span,
    /// The mark behind it.
    pub mark: Span,
    /// What is headed: up to the first full stop, Markdown marks left out.
    pub title: Span,
    /// That full stop; empty without one.
    pub stop: Span,
}

impl Item {
    /// Whether two titles begin alike as far as both go: a heading that stands twice, cut differently.
    pub fn opens_like(&self, other: &Item) -> bool {
        self.opens_with(&other.opening)
    }

    /// The same with the first characters of another title.
    pub fn opens_with(&self, opening: &Opening) -> bool {
        let mut pairs = self.opening.iter().zip(opening);
        pairs.all(|(one, two)| one == two || *one == '\0' || *two == '\0')
    }
}

/// What ends a title.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Ending {
    /// Its last word.
    Word,
    /// A full stop.
    Stop,
    /// Another mark, such as the ； of an item in a list.
    Mark,
}

/// How sure it is that an ordinal is one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Role {
    /// At the start of a paragraph.
    Head,
    /// Inside a paragraph, behind a mark that ends a clause: …：（一）…
    Inline,
    /// Anywhere else. It counts only when a number is missed, or as 5.5, which may be 5. and 5….
    Doubtful,
}

impl Paragraph {
    /// Whether two paragraphs are the same to rules of the whole draft, wherever the words stand.
    pub fn same_structure(&self, other: &Paragraph) -> bool {
        let same = |pair: (&Fact, &Fact)| pair.0.same(pair.1);
        self.kind == other.kind
            && self.fullness() == other.fullness()
            && self.is_indented() == other.is_indented()
            && self.facts.len() == other.facts.len()
            && self.facts.iter().zip(&other.facts).all(same)
    }

    /// Characters in full steps, up to where a text is long enough for any rule: it changes seldom while prose is typed,
    /// so that draft rules may read it.
    pub fn fullness(&self) -> usize {
        const STEP: usize = 20;
        const ENOUGH: usize = 60;
        self.characters.min(ENOUGH) / STEP * STEP
    }

    /// Whether it is set in like the first line of a paragraph, by two ideographic spaces or as many bytes.
    pub fn is_indented(&self) -> bool {
        self.content.start >= INDENT
    }

    /// The ordinals.
    pub fn items(&self) -> impl Iterator<Item = &Item> {
        self.facts.iter().filter_map(|fact| match fact {
            Fact::Item(item) => Some(item),
            _ => None,
        })
    }
}

impl Fact {
    /// Bytes of a part, in the paragraph.
    pub fn part(&self, part: Part) -> Span {
        match (self, part) {
            (Fact::Item(item), Part::Whole) => item.span,
            (Fact::Item(item), Part::Numeral) => item.numeral,
            (Fact::Item(item), Part::Mark) => item.mark,
            (Fact::Item(item), Part::Stop) => item.stop,
            (
                Fact::Announcement { span, .. }
                | Fact::Reference { span, .. }
                | Fact::HalfWidth { span, .. }
                | Fact::Unended { span, .. }
                | Fact::Address { span, .. },
                _,
            ) => *span,
            (Fact::Note { note, .. }, _) => note.span,
            (Fact::CutStart | Fact::CutEnd | Fact::Call, _) => Span::default(),
        }
    }

    fn same(&self, other: &Fact) -> bool {
        let none = Span::default();
        let bare = |fact: &Fact| match fact.clone() {
            Fact::Item(item) => {
                Fact::Item(Item { span: none, numeral: none, mark: none, title: none, stop: none, ..item })
            }
            Fact::Announcement { count, then, words, .. } => Fact::Announcement { count, then, words, span: none },
            Fact::Reference { number, .. } => Fact::Reference { number, span: none },
            Fact::HalfWidth { full, .. } => Fact::HalfWidth { span: none, full },
            Fact::Unended { last, .. } => Fact::Unended { last, span: none },
            // The two are as long, and which one it is matters.
            Fact::Address { delegates, .. } => Fact::Address { delegates, span: none },
            // Findings quote it: [1] and ［1］ are one note, of other lengths.
            Fact::Note { note, head } => {
                Fact::Note { note: Note { span: Span::new(0, note.span.end - note.span.start), ..note }, head }
            }
            fact => fact,
        };
        bare(self) == bare(other)
    }
}

/// Parses a paragraph, given with its line breaks.
pub fn parse(raw: &str) -> Paragraph {
    let logical = Logical::new(raw);
    let text = logical.text.as_ref();
    let head = decoration(text);
    let mut items = items(&logical, head);
    let first = items.first().filter(|(at, item)| *at == head && item.role == Role::Head);
    let kind = match first {
        Some((_, item)) if item.style.is_heading() => Kind::Heading,
        // A heading of which no more than the ordinal is written opens no part.
        _ if is_bare(text, head, &items) => Kind::Body,
        _ => block::kind(text),
    };
    let name = match (kind, first) {
        (Kind::Heading, Some((_, item))) => item.title,
        (Kind::Lead, _) => block::lead(text).map_or(Span::default(), |lead| Span::new(lead.start, lead.end)),
        _ => Span::new(head, text.trim_end_matches('*').len().max(head)),
    };
    if matches!(kind, Kind::Furniture | Kind::Title) {
        items.clear();
    }
    Paragraph {
        kind,
        content: logical.to_paragraph(Span::new(0, text.len())),
        name: logical.to_paragraph(name),
        characters: characters(raw),
        facts: facts(&logical, items, kind),
        suppressions: suppression::find(raw).into(),
    }
}

/// `### ` and `### 三、` without words behind them.
fn is_bare(text: &str, head: usize, items: &[(usize, Item)]) -> bool {
    let words = items.first().map_or(head, |(_, item)| item.title.start);
    markdown_level(text).is_some() && text[words.min(text.len())..].trim_matches(['#', '*', ' ']).is_empty()
}

/// Characters of a text without white space (that of ASCII, and the ideographic space) and without marks that let
/// findings pass.
pub fn characters(text: &str) -> usize {
    let marks = suppression::spans(text);
    all_characters(text) - marks.into_iter().map(|mark| all_characters(&text[mark.range()])).sum::<usize>()
}

fn all_characters(text: &str) -> usize {
    static IDEOGRAPHIC: LazyLock<Finder<'static>> = LazyLock::new(|| Finder::new("\u{3000}"));
    let bytes = text.as_bytes();
    let breaks = memchr::memchr3_iter(b' ', b'\n', b'\r', bytes).count();
    let tabs = memchr::memchr2_iter(b'\t', b'\x0C', bytes).count();
    text.chars().count() - breaks - tabs - IDEOGRAPHIC.find_iter(bytes).count()
}

/// Marks of a list in Markdown.
const LIST: [&str; 3] = ["- ", "* ", "+ "];

/// Bytes of Markdown marks before the words: `### `, `**`, `> `, `- `.
fn decoration(text: &str) -> usize {
    let mut at = 0;
    if let Some(level) = markdown_level(text) {
        at = level;
    }
    loop {
        let rest = &text[at..];
        let step = if rest.starts_with("**") {
            2
        } else if rest.starts_with("> ") || LIST.iter().any(|mark| rest.starts_with(mark)) {
            1
        } else {
            rest.chars().next().filter(|ch| is_space(*ch)).map_or(0, char::len_utf8)
        };
        if step == 0 {
            return at;
        }
        at += step;
    }
}

/// All ordinals of a text with their places in it, spans in the text.
fn items(logical: &Logical<'_>, head: usize) -> Vec<(usize, Item)> {
    let text = logical.text.as_ref();
    let mut found = Vec::new();
    let mut at = head;
    if let Some(label) = label_at(text, head) {
        at = label.span.end;
        let bare = label.style == Style::First && label.mark.start == label.mark.end;
        found.push((head, item(text, label, if bare { Role::Doubtful } else { Role::Head })));
    } else if let Some(label) = doubtful_label_at(text, head).or_else(|| lookalike_at(text, head)) {
        at = label.span.end;
        found.push((head, item(text, label, Role::Doubtful)));
    }
    let mut before = text[..at].chars().next_back().unwrap_or('。');
    loop {
        let next = plain_end(text, at);
        if next > at {
            before = text[..next].chars().next_back().unwrap_or(before);
        }
        at = next;
        let Some(ch) = text[at..].chars().next() else { return found };
        let label = may_start(ch).then(|| ordinal(text, at, before)).flatten();
        if let Some((label, role)) = label {
            let role = if printed_twice(text, &found, at, &label) { Role::Doubtful } else { role };
            let end = label.span.end;
            found.push((at, item(text, label, role)));
            before = text[..end].chars().next_back().unwrap_or(ch);
            at = end;
            continue;
        }
        at += ch.len_utf8();
        // White space between a mark and an ordinal does not part them.
        if !(is_space(ch) && clause_end(before)) {
            before = ch;
        }
    }
}

/// The end of the Han characters from a byte on that begin no ordinal, as nearly all of a draft do.
fn plain_end(text: &str, mut at: usize) -> usize {
    while let Some(&[first @ 0xE4..=0xE9, second, third]) = text.as_bytes().get(at..at + 3) {
        let code = u32::from(first & 0x0F) << 12 | u32::from(second & 0x3F) << 6 | u32::from(third & 0x3F);
        if starts_ordinal(code) {
            break;
        }
        at += 3;
    }
    at
}

/// The ordinal inside a paragraph at a byte, with its role.
fn ordinal(text: &str, at: usize, before: char) -> Option<(Label, Role)> {
    let ch = text[at..].chars().next()?;
    match label_at(text, at) {
        // 增长3. 5%: a decimal that a PDF has parted.
        Some(label) if label.style == Style::Digit && is_han(before) && counts_on(&text[label.span.end..]) => None,
        Some(label) => {
            let role = role_of(&label, role_behind(before, ch), before)?;
            Some((label, role))
        }
        None => lookalike_at(text, at).map(|label| (label, Role::Doubtful)),
    }
}

/// A space and digits.
fn counts_on(behind: &str) -> bool {
    let digits = behind.trim_start_matches(is_space);
    digits.len() < behind.len() && digits.starts_with(|ch: char| ch.is_ascii_digit())
}

/// Bold headings of some PDFs come out twice, one behind the other: 一是扩大投资一是扩大投资。
fn printed_twice(text: &str, found: &[(usize, Item)], at: usize, label: &Label) -> bool {
    found.last().is_some_and(|(before, item)| {
        (item.style, item.number) == (label.style, label.number) && text[at..].starts_with(&text[*before..at])
    })
}

fn may_start(ch: char) -> bool {
    matches!(ch, '（' | '(' | '〇' | '⼀' | '⼆' | '⼋' | '⼗' | '①'..='⑳' | '0'..='9' | '０'..='９')
        || starts_ordinal(u32::from(ch))
}

/// Whether a Han character, given by its number, can begin an ordinal: a numeral, 第, 首, 其, 再.
fn starts_ordinal(code: u32) -> bool {
    const STARTS: [u64; 328] = {
        let chars =
            ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '百', '千', '零', '第', '首', '其', '再'];
        let mut bits = [0; 328];
        let mut at = 0;
        while at < chars.len() {
            let code = chars[at] as usize - 0x4E00;
            bits[code / 64] |= 1 << (code % 64);
            at += 1;
        }
        bits
    };
    let code = (code as usize).wrapping_sub(0x4E00);
    STARTS.get(code / 64).is_some_and(|bits| bits >> (code % 64) & 1 == 1)
}

/// Marks behind which a new clause begins.
fn clause_end(ch: char) -> bool {
    matches!(ch, '。' | '；' | '：' | '！' | '？' | ':' | ';' | '，' | ',' | '*' | '”' | '）')
}

fn role_behind(before: char, ch: char) -> Role {
    let strong = matches!(before, '。' | '；' | '：' | '！' | ':' | ';' | '*');
    if strong || (clause_end(before) && !matches!(ch, '（' | '(')) { Role::Inline } else { Role::Doubtful }
}

/// The role of an ordinal inside a paragraph; `None` where it is nothing.
fn role_of(label: &Label, role: Role, before: char) -> Option<Role> {
    let strong = matches!(before, '。' | '；' | '：' | '！' | ':' | ';' | '*');
    match label.style {
        // Without its first bracket （二） is one only at the head of a paragraph.
        Style::HanParen if label.bracket == Bracket::Right => Some(Role::Doubtful),
        Style::HanParen | Style::DigitParen => Some(role),
        // 一是 needs no mark before it to be missed, but 统一是 and 第一是 are other words.
        Style::First if label.mark.start == label.mark.end => (role == Role::Inline).then_some(Role::Doubtful),
        Style::Is | Style::Nth | Style::First if role == Role::Inline => Some(role),
        Style::Is if "统唯第之专单划合万不同逐归任其某每这哪".contains(before) => None,
        Style::Is => Some(Role::Doubtful),
        Style::Nth | Style::First => Some(Role::Doubtful),
        Style::Han | Style::Digit | Style::Circled if strong => Some(Role::Inline),
        Style::Circled => Some(Role::Doubtful),
        // Behind a word a line break may be lost: …作出贡献三、2026年工作安排. 第一、 has been read as a whole.
        Style::Han if before != '第' => Some(Role::Doubtful),
        Style::Digit if role == Role::Inline || is_space(before) || is_han(before) => Some(Role::Doubtful),
        _ => None,
    }
}

fn item(text: &str, label: Label, role: Role) -> Item {
    let behind = &text[label.span.end..];
    let lead = behind.len() - behind.trim_start_matches(is_space).len();
    let start = label.span.end + lead;
    let tail = &text[start..];
    let reach = tail.char_indices().nth(LONGEST_TITLE).map_or(tail.len(), |(at, _)| at);
    let stop = tail[..reach].find('。');
    let bare_end = |end: usize| start + tail[..end].trim_end_matches(['*', '#', ' ', '：', ':']).len();
    let title = Span::new(start, bare_end(stop.unwrap_or(reach)));
    let rest = stop.map_or(&tail[reach..], |at| &tail[at + '。'.len_utf8()..]);
    let words = &text[title.range()];
    // 2. before nothing but figures is what a damaged PDF leaves of a table, and text in other languages is no draft.
    let named = words.chars().take(40).any(is_han);
    let role = if named || !label.style.is_heading() { role } else { Role::Doubtful };
    let ending = match words.chars().next_back() {
        _ if stop.is_some() => Ending::Stop,
        Some('；' | '，' | '、' | ';' | ',' | '！' | '？' | '：') => Ending::Mark,
        _ => Ending::Word,
    };
    let mut opening = ['\0'; OPENING];
    opening.iter_mut().zip(words.chars()).for_each(|(slot, ch)| *slot = ch);
    Item {
        style: label.style,
        number: label.number,
        bracket: label.bracket,
        separator: label.separator,
        full_width: label.full_width,
        word: label.word,
        role,
        own_line: rest.trim_matches(['*', ' ', '”']).is_empty(),
        ending,
        brief: words.chars().nth(BRIEF).is_none(),
        opening,
        span: label.span,
        numeral: label.numeral,
        mark: label.mark,
        title,
        stop: stop.map_or(Span::default(), |at| Span::new(start + at, start + at + '。'.len_utf8())),
    }
}

/// 各位代表 at a byte, and whether it is that and not 各位委员.
fn address(text: &str, at: usize) -> Option<(bool, Span)> {
    let rest = &text[at..];
    let word = ["各位代表", "各位委员"].into_iter().find(|word| rest.starts_with(word))?;
    let marked = rest[word.len()..].starts_with(['：', ':', '！', '!', '，', ',']);
    marked.then(|| (word.ends_with("代表"), Span::new(at, at + word.len())))
}

/// The last character of a text of several sentences, when no mark stands behind it.
fn unended(text: &str) -> Option<(char, Span)> {
    let last = text.chars().next_back().filter(|ch| is_han(*ch))?;
    let near = text.char_indices().nth_back(12).map_or(text, |(at, _)| &text[at..]);
    // 下转第三版 is the newspaper's.
    let cut = || near.contains("下转") || near.contains("上接");
    let prose = text.len() >= PROSE && text.contains('。') && !cut();
    prose.then(|| (last, Span::new(text.len() - last.len_utf8(), text.len())))
}

/// 各位代表，…而努力奋斗！ Other calls stand at the end of sections too.
fn is_call(text: &str) -> bool {
    let opens = || ["各位", "同志们"].iter().any(|word| text.starts_with(word));
    text.ends_with(['！', '!']) && (opens() || text.contains("让我们")) && block::kind(text) != Kind::Salutation
}

fn facts(logical: &Logical<'_>, items: Vec<(usize, Item)>, kind: Kind) -> Vec<Fact> {
    let text = logical.text.as_ref();
    if kind == Kind::Furniture {
        let cut = if text.contains("上接") {
            Some(Fact::CutStart)
        } else {
            text.contains("下转").then_some(Fact::CutEnd)
        };
        return cut.into_iter().collect();
    }
    let (announcements, references) = enumeration::find(text);
    let starts: Vec<usize> = items.iter().map(|(at, _)| *at).collect();
    let mut placed: Vec<(usize, Fact)> = items
        .into_iter()
        .map(|(at, item)| {
            let map = |span| logical.to_paragraph(span);
            (
                at,
                Fact::Item(Item {
                    span: map(item.span),
                    numeral: map(item.numeral),
                    mark: map(item.mark),
                    title: map(item.title),
                    stop: map(item.stop),
                    ..item
                }),
            )
        })
        .collect();
    for found in announcements {
        let behind = &text[found.end..];
        let next = found.end + (behind.len() - behind.trim_start_matches(|ch| is_space(ch) || ch == '*').len());
        let then = match next {
            next if next == text.len() => Then::Paragraph,
            next if starts.binary_search(&next).is_ok() => Then::Item,
            _ => Then::Text,
        };
        let words = text[found.span.start..found.span.end].into();
        let span = logical.to_paragraph(found.span);
        placed.push((found.span.start, Fact::Announcement { count: found.count, then, words, span }));
    }
    for found in references {
        let span = logical.to_paragraph(found.span);
        placed.push((found.span.start, Fact::Reference { number: found.number, span }));
    }
    placed.sort_by_key(|(at, _)| *at);
    let marks = width::half(text).into_iter().map(|(span, full)| (logical.to_paragraph(span), full));
    // The marks of ordinals belong to the numbering.
    let ordinal =
        |span: &Span| placed.iter().any(|(_, fact)| matches!(fact, Fact::Item(_)) && fact.part(Part::Mark) == *span);
    let marks: Vec<_> = marks.filter(|(span, _)| !ordinal(span)).collect();
    placed.extend(marks.into_iter().map(|(span, full)| (span.start, Fact::HalfWidth { span, full })));
    let start = decoration(text);
    placed.extend(note::find(text).into_iter().map(|found| {
        let (head, span) = (found.span.start == start, logical.to_paragraph(found.span));
        (span.start, Fact::Note { note: Note { span, ..found }, head })
    }));
    if let Some((delegates, found)) = address(text, start) {
        let span = logical.to_paragraph(found);
        placed.push((span.start, Fact::Address { delegates, span }));
    }
    if let Some((last, found)) = unended(text) {
        let span = logical.to_paragraph(found);
        placed.push((span.start, Fact::Unended { last, span }));
    }
    if is_call(text) {
        placed.push((text.len(), Fact::Call));
    }
    let mut facts: Vec<Fact> = placed.into_iter().map(|(_, fact)| fact).collect();
    // They stay as long as the draft, and the list that they were made in is larger.
    facts.shrink_to_fit();
    facts
}
