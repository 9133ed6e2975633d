//! Everything that an editor may ask of a place can be asked of every place of every text.

use hegao::features::actions::rewrite::{made, offered};
use hegao::features::hints::Wanted;
use hegao::features::{
    completion, hints, hover, indicators, lenses, links, references, selection, slogans, tokens, typing,
};
use hegao::rules::Linter;
use hegao::text::{apply_edits, decode};
use proptest::prelude::*;

/// Asks everything of a place, and checks what holds of every answer.
fn ask(linter: &Linter, text: &str, at: usize) {
    let inside = |range: &std::ops::Range<usize>| assert!(text.get(range.clone()).is_some(), "{range:?} at {at}");
    hover::at(linter, at, true).iter().for_each(|hover| inside(&hover.range));
    completion::at(linter, at).iter().for_each(|proposal| {
        inside(&proposal.edit.range);
        // A bracket that the editor has closed by itself is replaced too.
        assert!(proposal.edit.range.start <= at && matches!(&text[at..proposal.edit.range.end], "" | "）" | ")"));
    });
    for named in references::at(linter, at).into_iter().chain(slogans::at(linter, at)) {
        assert!(named.place.start <= at && at <= named.place.end);
        named.definitions.iter().chain(&named.mentions).for_each(inside);
    }
    references::alike(linter, at).iter().for_each(inside);
    let around = selection::around(linter, at);
    around.iter().for_each(inside);
    assert!(around.iter().zip(around.iter().skip(1)).all(|(one, two)| two.start <= one.start && one.end <= two.end));
    for character in ["\n", "“"] {
        let edits = typing::typed(linter, at, character);
        assert!(apply_edits(text, &edits).is_some());
    }
    for (rewrite, _) in offered(linter.draft(), &(at..at)) {
        if let Some(edits) = made(linter.draft(), rewrite.name, &(at..at)) {
            assert!(apply_edits(text, &edits).is_some(), "{} at {at}: {edits:?}", rewrite.name);
        }
    }
}

/// Asks everything of the whole.
fn ask_all(linter: &Linter, text: &str) {
    let all = 0..text.len();
    let found = tokens::within(linter, &all);
    assert!(found.iter().all(|token| text.get(token.range.clone()).is_some_and(|words| !words.contains(['\n', '\r']))));
    assert!(found.iter().zip(found.iter().skip(1)).all(|(one, two)| one.range.end <= two.range.start));
    let shown = hints::within(linter, &all, Wanted { lenses: false, figures: true });
    assert!(shown.iter().all(|hint| text.is_char_boundary(hint.at)));
    let listed = indicators::entries(linter.draft());
    assert!(listed.iter().all(|entry| text.get(entry.range.clone()).is_some() && !entry.name.trim().is_empty()));
    lenses::lenses(linter);
    links::inside(linter);
    links::files(linter, &["名单.xlsx".into()]);
}

/// Pieces of drafts, whole and broken.
const PIECES: [&str; 46] = [
    "一、",
    "二、",
    "（一）",
    "（二）",
    "1.",
    "（三",
    "一是",
    "二是",
    "第一，",
    "工作回顾",
    "抓项目",
    "全年开工12个",
    "经营主体由1.85万户",
    "增加到2.02万户",
    "征集提案210件",
    "其中委员提案180件",
    "办结168件",
    "提高到62%",
    "预算调整为89.1亿元",
    "实际完成82.3亿元",
    "政府工作报告",
    "2026年1月12日",
    "。",
    "；",
    "，",
    "：",
    "\n",
    "\r\n",
    "\r",
    "\n\n",
    "　　",
    "“",
    "”",
    "双减",
    "《",
    "》",
    "以下简称",
    "（以下简称“",
    "见第二部分",
    "附件2",
    "附件",
    "# ",
    "**",
    "𠮷",
    "2025年1月20日",
    "各位代表！",
];

fn texts() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(&PIECES[..]), 0..40).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn broken_drafts_answer_at_every_place(text in texts()) {
        let linter = Linter::new(&text, Default::default());
        ask_all(&linter, &text);
        text.char_indices().map(|(at, _)| at).chain([text.len()]).for_each(|at| ask(&linter, &text, at));
    }
}

#[test]
fn published_reports_answer_at_every_sixth_line() {
    let Some(files) = super::corpus::reports("published_reports_answer_at_every_sixth_line") else { return };
    for file in files.iter().step_by(50) {
        let text = decode(&std::fs::read(file).unwrap()).unwrap().text;
        let linter = Linter::new(&text, Default::default());
        ask_all(&linter, &text);
        let mut start = 0;
        for (nth, line) in text.split_inclusive('\n').enumerate() {
            let middle = line.char_indices().nth(line.chars().count() / 2).map_or(0, |(at, _)| at);
            if nth % 6 == 0 {
                [0, middle].into_iter().for_each(|offset| ask(&linter, &text, start + offset));
            }
            start += line.len();
        }
    }
}
