//! Sound drafts of twelve genres stay sound whatever a PDF, a web page or a typist has done to their layout: a change that
//! makes no fault brings no warning.

use std::path::Path;

use hegao::config::{Settings, Severity};
use hegao::rules::Linter;

type Change = (&'static str, fn(&str) -> String);

#[test]
fn drafts_of_all_genres_are_sound() {
    for (name, text) in drafts() {
        assert_eq!(warnings(&text), Vec::<String>::new(), "{name}");
    }
}

#[test]
fn a_harmless_change_brings_no_warning() {
    let changes: [Change; 26] = [
        ("lines of 28 characters", |text| wrapped(text, 28)),
        ("lines of 35 characters", |text| wrapped(text, 35)),
        ("lines of 40 characters, indented by a margin", |text| {
            each_line(&wrapped(text, 40), |line| format!("　　{line}"))
        }),
        ("pages with numbers", |text| paged(&wrapped(text, 32), |page| format!("— {page} —"))),
        ("pages with numbers of all", |text| paged(&wrapped(text, 32), |page| format!("{page} / 40"))),
        ("pages with running heads", |text| paged(&wrapped(text, 32), |page| format!("- {page} -\n两会文件汇编"))),
        ("page numbers between paragraphs", |text| paged(text, |page| format!("第{page}页 共40页"))),
        ("no indents", |text| each_line(text, |line| line.trim().to_owned())),
        ("indents of four spaces", |text| each_line(text, |line| format!("    {}", line.trim()))),
        ("no blank lines", |text| {
            text.lines().filter(|line| !line.trim().is_empty()).map(|line| format!("{line}\n")).collect()
        }),
        ("double spaced", |text| text.replace('\n', "\n\n")),
        ("carriage returns", |text| text.replace('\n', "\r\n")),
        ("full-width digits", |text| text.chars().map(full_width).collect()),
        ("half-width marks", |text| text.replace('，', ",").replace('（', "(").replace('）', ")").replace('：', ":")),
        ("straight quotation marks", |text| text.replace(['“', '”'], "\"")),
        ("corner quotation marks", |text| text.replace('“', "「").replace('”', "」")),
        ("spaces around figures", spaced),
        ("characters of no width", |text| each_nth(text, 11, '\u{200B}')),
        ("soft hyphens", |text| each_nth(text, 17, '\u{AD}')),
        ("radicals for characters", |text| text.replace('一', "⼀").replace('二', "⼆").replace('人', "⼈")),
        ("spaces and breaks of HTML", |text| each_line(text, |line| format!("&nbsp;&nbsp;{line}<br>"))),
        ("marks of a list", |text| each_line(text, listed)),
        ("spaced ordinals", |text| text.replace("一、", "一 、").replace("二、", "二 、")),
        ("decimals parted", parted),
        ("explanations behind", |text| {
            format!(
                "{text}\n名词解释\n1.“四上”企业：规模以上企业。\n2.REITs：不动产投资信托基金。\n3.eVTOL：电动垂直起降飞行器。\n4.“双减”：减轻负担。\n"
            )
        }),
        ("a web page around", |text| {
            format!(
                "首页 > 政务公开 > 工作报告\n信息来源：办公室 发布时间：2026-01-20\n{text}\n责任编辑：甲\n【打印】【关闭】\n上一篇：公告\n相关链接\n1．一图读懂\n2．会议闭幕\n"
            )
        }),
    ];
    let mut new = Vec::new();
    for (name, text) in drafts() {
        for (change, make) in changes {
            new.extend(warnings(&make(&text)).into_iter().map(|found| format!("{name}, {change}: {found}")));
        }
    }
    assert!(new.is_empty(), "{}", new.join("\n"));
}

#[test]
fn a_piece_of_a_draft_is_no_draft_without_its_beginning() {
    for (name, text) in drafts() {
        let lines: Vec<&str> = text.lines().collect();
        for from in [lines.len() / 4, lines.len() / 3, lines.len() / 2] {
            let piece = lines[from..].join("\n");
            assert_eq!(warnings(&piece), Vec::<String>::new(), "{name} from line {from}");
        }
    }
}

#[test]
fn a_piece_cut_anywhere_misses_neither_its_first_numbers_nor_notes() {
    for piece in [
        "（三）抓服务。全年办结事项3万件。\n二、2026年工作安排\n（一）扩大投资。\n（二）促进消费。\n三、自身建设\n",
        "人大代表视察后，有关情况已提请常委会审议，形成报告工作机制。三是抓服务，四是抓作风。\n二、工作安排\n",
        "推行“一网通办”〔4〕、“三线一单”〔5〕、“雪亮工程”〔6〕。\n名词解释\n〔1〕双减：减轻负担。\n〔2〕四上：规上企业。\n〔3〕五化：新型工业化等。\n〔4〕一网通办：在一个平台办理。\n〔5〕三线一单：分区管控。\n〔6〕雪亮工程：视频联网。\n",
    ] {
        assert_eq!(warnings(piece), Vec::<String>::new());
    }
    // What a report has lost is still missed.
    assert_eq!(warnings("政府工作报告\n二、2026年工作安排\n三、自身建设\n").len(), 1);
}

#[test]
fn reports_of_two_years_in_one_file_are_read_each_for_itself() {
    let report = |year: i32| {
        format!(
            "政府工作报告\n——{year}年1月20日在鹿鸣县第十七届人民代表大会第五次会议上\n县长　程望川\n各位代表：\n现在，我代表县人民政府，\
             向大会报告工作，请予审议。\n一、{}年工作回顾\n全年经济稳中有进。\n二、{year}年工作安排\n（一）扩大投资。\n（二）促进消费。\n",
            year - 1
        )
    };
    assert_eq!(warnings(&(report(2026) + &report(2023))), Vec::<String>::new());
}

/// The drafts of this folder, written for it.
fn drafts() -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/drafts");
    let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    assert_eq!(files.len(), 12);
    let read = |file: &std::path::PathBuf| {
        (file.file_name().unwrap().to_string_lossy().into_owned(), std::fs::read_to_string(file).unwrap())
    };
    files.iter().map(read).collect()
}

fn warnings(text: &str) -> Vec<String> {
    let linter = Linter::new(text, Settings::default().into());
    let loud = linter.findings().into_iter().filter(|finding| finding.severity >= Severity::Warning);
    loud.map(|finding| format!("{} {}", finding.rule.name, finding.message)).collect()
}

fn each_line(text: &str, change: impl Fn(&str) -> String) -> String {
    let line = |line: &str| if line.trim().is_empty() { "\n".to_owned() } else { change(line) + "\n" };
    text.lines().map(line).collect()
}

/// Lines cut at so many characters; no figure is cut, and no mark stands at the start of a line.
fn wrapped(text: &str, width: usize) -> String {
    let mut out = String::new();
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let chars: Vec<char> = line.chars().collect();
        let mut start = 0;
        while start < chars.len() {
            let mut end = (start + width).min(chars.len());
            while end < chars.len() && ("，。、；：！？）》”’%.".contains(chars[end]) || chars[end].is_ascii_digit())
            {
                end += 1;
            }
            out.extend(&chars[start..end]);
            out.push('\n');
            start = end;
        }
    }
    out
}

/// Something between every 18 lines.
fn paged(text: &str, page: impl Fn(usize) -> String) -> String {
    let mut out = String::new();
    for (nth, line) in text.lines().enumerate() {
        out.push_str(line);
        out.push('\n');
        if nth % 18 == 17 {
            out.push_str(&page(nth / 18 + 1));
            out.push('\n');
        }
    }
    out
}

fn full_width(ch: char) -> char {
    match ch {
        '0'..='9' => char::from_u32(u32::from(ch) - u32::from('0') + u32::from('０')).unwrap(),
        _ => ch,
    }
}

/// A space between Han characters and figures.
fn spaced(text: &str) -> String {
    let mut out = String::new();
    let mut before = '\n';
    for ch in text.chars() {
        let (han, figure) = (hegao::text::han::is_han, |ch: char| ch.is_ascii_alphanumeric());
        if (han(before) && figure(ch)) || ((figure(before) || before == '%') && han(ch)) {
            out.push(' ');
        }
        out.push(ch);
        before = ch;
    }
    out
}

fn each_nth(text: &str, nth: usize, mark: char) -> String {
    let mut out = String::new();
    for (at, ch) in text.chars().enumerate() {
        out.push(ch);
        if at % nth == nth - 1 && ch != '\n' {
            out.push(mark);
        }
    }
    out
}

fn listed(line: &str) -> String {
    let long = line.chars().count() > 40;
    if long { format!("- {}", line.trim()) } else { line.to_owned() }
}

/// 增长5. 3%, as some PDFs have it.
fn parted(text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    let mut out = String::new();
    for (at, ch) in chars.iter().enumerate() {
        out.push(*ch);
        let digit = |at: Option<usize>| at.and_then(|at| chars.get(at)).is_some_and(char::is_ascii_digit);
        if *ch == '.' && digit(at.checked_sub(1)) && digit(Some(at + 1)) {
            out.push(' ');
        }
    }
    out
}
