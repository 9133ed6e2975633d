//! Values of earlier reports told wrong, where the published reports are present: each of a report's figures of
//! well-known indicators is told again in a draft of the year after, once as it was and once with another last digit; and
//! the reports that follow one another are held against each other as they are.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

use hegao::config::{Reference, Settings};
use hegao::rules::{self, Linter};
use hegao::text::decode;

#[test]
fn a_value_of_the_year_before_that_is_told_wrong_is_found() {
    let Some(files) = super::corpus::reports("planted values of the year before") else { return };
    let (mut planted, mut missed, mut false_alarms) = (0, Vec::new(), Vec::new());
    for file in files {
        let text = decode(&std::fs::read(&file).unwrap()).unwrap().text;
        let report = Arc::new(rules::reference("去年.txt".into(), PathBuf::from("去年.txt"), &text, false));
        let Some(review) = report.review else { continue };
        for figure in report.figures.iter().filter(|figure| figure.year == review && figure.part.is_empty()) {
            let (name, words) = (figure.name, &figure.words);
            let digits = words.trim_end_matches(|ch: char| !ch.is_ascii_digit());
            let Some(last) = digits.chars().next_back().and_then(|ch| ch.to_digit(10)) else { continue };
            let grows = if figure.change { "增长" } else { "" };
            // One digit alone may be another thing altogether, and a value that fell is told as such.
            if digits.len() < 3 || figure.change && text[..figure.range.start].ends_with(['降', '少']) {
                continue;
            }
            let other = if last < 8 { last + 2 } else { last - 2 };
            let wrong = format!("{}{other}{}", &digits[..digits.len() - 1], &words[digits.len()..]);
            let found = |words: &str| !findings(&told(review, &format!("{name}{grows}{words}")), &report).is_empty();
            planted += 1;
            if found(words) {
                false_alarms.push(format!("{}: {name}{grows}{words}", file.display()));
            }
            if !found(&wrong) {
                missed.push(format!("{}: {name}{grows}{words} → {wrong}", file.display()));
            }
        }
    }
    println!("{planted} planted, {} missed, {} false alarms", missed.len(), false_alarms.len());
    println!("{}", missed.join("\n"));
    assert!(false_alarms.is_empty(), "{false_alarms:#?}");
    assert!(planted > 0 && missed.len() * 20 <= planted, "{} of {planted} missed:\n{missed:#?}", missed.len());
}

/// A draft of the year after a review that tells a value of it.
fn told(review: i32, words: &str) -> String {
    let (next, meeting) = (review + 1, review + 2);
    format!(
        "——{meeting}年1月12日在清溪县第十七届人民代表大会第五次会议上\n各位代表：\n一、{next}年工作回顾\n\
        {review}年{words}，为{next}年打下了基础。\n"
    )
}

fn findings(text: &str, report: &Arc<Reference>) -> Vec<String> {
    let settings = Settings::default().narrowed(&["figure/cross-year".into()], &[]);
    let settings = settings.with_references(vec![report.clone()]);
    Linter::new(text, settings.into()).findings().into_iter().map(|finding| finding.message).collect()
}

/// What reports say of the year before, and of their growth since, fits what was reported then.
#[test]
fn reports_that_follow_one_another_seldom_disagree() {
    let Some(files) = super::corpus::reports("reports that follow one another") else { return };
    let mut by_place: BTreeMap<(String, i32), PathBuf> = BTreeMap::new();
    for file in files {
        let name = file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let Some((place, year)) = name.rsplit_once('-') else { continue };
        by_place.insert((place.to_owned(), year.parse().unwrap_or(0)), file);
    }
    let (mut pairs, mut told) = (0, Vec::new());
    for ((place, year), file) in &by_place {
        let Some(before) = by_place.get(&(place.clone(), year - 1)) else { continue };
        let read = |file: &PathBuf| decode(&std::fs::read(file).unwrap()).unwrap().text;
        let report = Arc::new(rules::reference("去年.txt".into(), before.clone(), &read(before), false));
        pairs += 1;
        told.extend(findings(&read(file), &report).into_iter().map(|message| format!("{place}{year}：{message}")));
    }
    println!("{pairs} pairs, {} findings\n{}", told.len(), told.join("\n"));
    assert!(pairs > 0 && told.len() * 5 <= pairs, "{} findings in {pairs} pairs:\n{told:#?}", told.len());
}
