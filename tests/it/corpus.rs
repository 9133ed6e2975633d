//! Published reports, where the folder is present: every finding at warning or error was read and found true.

use std::io::Write;
use std::path::{Path, PathBuf};

use hegao::config::{Settings, Severity};
use hegao::rules::Linter;
use hegao::text::{PositionEncoding, decode};

/// (file, line from 1, rule): the faults that a reader confirmed in these reports.
const CONFIRMED: &[(&str, usize, &str)] = &[
    ("budget-三明市-2020.txt", 36, "figure/growth"),
    ("budget-三明市-2020.txt", 98, "figure/growth"),
    ("budget-三门峡市-2019.txt", 37, "numbering/inline-sequence"),
    ("budget-三门峡市-2019.txt", 38, "phrase/wrong"),
    ("budget-三门峡市-2019.txt", 50, "figure/sum"),
    ("budget-三门峡市-2019.txt", 64, "figure/growth"),
    ("budget-景德镇市-2026.txt", 490, "numbering/mixed-style"),
    ("budget-淮南市-2026.txt", 179, "punctuation/doubled"),
    ("budget-湛江市-2026.txt", 57, "phrase/order"),
    ("budget-盘锦市-2026.txt", 71, "figure/sum"),
    ("budget-石嘴山市-2026.txt", 365, "wording/repeated"),
    ("budget-银川市-2026.txt", 227, "figure/approximation"),
    ("gov-七台河市-2020.txt", 23, "phrase/order"),
    ("gov-云南省-2009.txt", 19, "punctuation/doubled"),
    ("gov-云南省-2009.txt", 157, "numbering/mixed-style"),
    ("gov-云南省-2009.txt", 231, "phrase/wrong"),
    ("gov-伊春市-2023.txt", 47, "phrase/wrong"),
    ("gov-六盘水市-2016.txt", 65, "punctuation/unpaired"),
    ("gov-双鸭山市-2024.txt", 39, "wording/repeated"),
    ("gov-双鸭山市-2024.txt", 41, "wording/repeated"),
    ("gov-双鸭山市-2024.txt", 41, "punctuation/doubled"),
    ("gov-双鸭山市-2024.txt", 43, "wording/repeated"),
    ("gov-双鸭山市-2024.txt", 43, "punctuation/doubled"),
    ("gov-双鸭山市-2024.txt", 45, "wording/repeated"),
    ("gov-双鸭山市-2024.txt", 45, "punctuation/doubled"),
    ("gov-双鸭山市-2024.txt", 47, "wording/repeated"),
    ("gov-双鸭山市-2024.txt", 47, "punctuation/doubled"),
    ("gov-双鸭山市-2024.txt", 49, "wording/repeated"),
    ("gov-双鸭山市-2024.txt", 49, "punctuation/doubled"),
    ("gov-双鸭山市-2024.txt", 51, "wording/repeated"),
    ("gov-双鸭山市-2024.txt", 51, "punctuation/doubled"),
    ("gov-双鸭山市-2024.txt", 53, "wording/repeated"),
    ("gov-双鸭山市-2024.txt", 53, "wording/repeated"),
    ("gov-双鸭山市-2024.txt", 55, "wording/repeated"),
    ("gov-双鸭山市-2024.txt", 55, "punctuation/doubled"),
    ("gov-双鸭山市-2024.txt", 57, "wording/repeated"),
    ("gov-双鸭山市-2024.txt", 57, "punctuation/doubled"),
    ("gov-双鸭山市-2024.txt", 59, "wording/repeated"),
    ("gov-双鸭山市-2024.txt", 59, "punctuation/doubled"),
    ("gov-双鸭山市-2024.txt", 61, "wording/repeated"),
    ("gov-双鸭山市-2024.txt", 61, "punctuation/doubled"),
    ("gov-双鸭山市-2024.txt", 63, "wording/repeated"),
    ("gov-双鸭山市-2024.txt", 63, "punctuation/doubled"),
    ("gov-双鸭山市-2024.txt", 65, "wording/repeated"),
    ("gov-双鸭山市-2024.txt", 65, "punctuation/doubled"),
    ("gov-双鸭山市-2024.txt", 67, "wording/repeated"),
    ("gov-双鸭山市-2024.txt", 67, "punctuation/doubled"),
    ("gov-双鸭山市-2024.txt", 69, "wording/repeated"),
    ("gov-双鸭山市-2024.txt", 69, "punctuation/doubled"),
    ("gov-双鸭山市-2024.txt", 73, "wording/repeated"),
    ("gov-双鸭山市-2024.txt", 73, "punctuation/doubled"),
    ("gov-双鸭山市-2024.txt", 75, "wording/repeated"),
    ("gov-双鸭山市-2024.txt", 75, "punctuation/doubled"),
    ("gov-双鸭山市-2024.txt", 77, "wording/repeated"),
    ("gov-双鸭山市-2024.txt", 77, "punctuation/doubled"),
    ("gov-双鸭山市-2024.txt", 79, "wording/repeated"),
    ("gov-双鸭山市-2024.txt", 79, "punctuation/doubled"),
    ("gov-哈尔滨市-2013.txt", 20, "punctuation/doubled"),
    ("gov-国务院-1955.txt", 636, "figure/approximation"),
    ("gov-国务院-1989.txt", 51, "numbering/separator"),
    ("gov-国务院-1989.txt", 51, "numbering/separator"),
    ("gov-国务院-1989.txt", 51, "numbering/separator"),
    ("gov-太原市-2018.txt", 75, "numbering/gap"),
    ("gov-山西省-2003.txt", 77, "numbering/inline-sequence"),
    ("gov-山西省-2003.txt", 137, "phrase/local-variant"),
    ("gov-张家界市-2023.txt", 33, "punctuation/unpaired"),
    ("gov-张家界市-2023.txt", 101, "punctuation/unpaired"),
    ("gov-恩施土家族苗族自治州-2021.txt", 57, "phrase/order"),
    ("gov-河北省-2022.txt", 129, "punctuation/unpaired"),
    ("gov-甘孜藏族自治州-2018.txt", 185, "phrase/order"),
    ("gov-甘孜藏族自治州-2018.txt", 193, "numbering/gap"),
    ("gov-白银市-2021.txt", 111, "phrase/order"),
    ("gov-福建省-2002.txt", 17, "punctuation/unpaired"),
    ("gov-福建省-2002.txt", 47, "punctuation/unpaired"),
    ("gov-衢州市-2023.txt", 21, "numbering/gap"),
    ("gov-许昌市-2021.txt", 57, "calendar/date"),
    ("gov-贵阳市-2018.txt", 94, "phrase/order"),
    ("gov-辽源市-2022.txt", 23, "phrase/order"),
    ("gov-通化市-2022.txt", 37, "numbering/start"),
    ("gov-通化市-2022.txt", 53, "numbering/gap"),
    ("gov-郑州市-2020.txt", 171, "phrase/order"),
    ("gov-重庆市-2007.txt", 21, "figure/ratio"),
    ("party-中共十七大-2007.txt", 13, "calendar/date"),
    ("party-中共十七大-2007.txt", 115, "calendar/date"),
    ("party-中共十七大-2007.txt", 119, "calendar/date"),
    ("party-中共十七大-2007.txt", 119, "calendar/date"),
    ("party-中共十七大-2007.txt", 129, "calendar/date"),
    ("party-中共十七大-2007.txt", 181, "calendar/date"),
    ("party-中共十七大-2007.txt", 181, "calendar/date"),
    ("政协-泽州县-2022.txt", 498, "phrase/retired"),
    ("政协-绛县-2024.txt", 47, "phrase/wrong"),
    ("政协-绛县-2024.txt", 57, "punctuation/unpaired"),
    ("政协-绛县-2024.txt", 78, "phrase/members"),
    ("政协-绛县-2024.txt", 86, "phrase/wrong"),
];

/// Says on the terminal that a test needs the reports; what it prints the usual way is shown only when it fails.
fn skipped(test: &str) {
    lacking(test, "published reports at ../shared/corpus");
}

/// The same of a test that needs something else.
pub fn lacking(test: &str, what: &str) {
    let _ = writeln!(std::io::stderr(), "skipped: {test}: no {what}");
}

/// The published reports in the order of their names, for a test that says so where they are not there.
pub fn reports(test: &str) -> Option<Vec<PathBuf>> {
    files("reports", test)
}

/// The same of a part of the corpus: `reports`, or `seeds`, which are full of faults.
pub fn files(part: &str, test: &str) -> Option<Vec<PathBuf>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/corpus").join(part);
    let Ok(entries) = std::fs::read_dir(folder) else {
        skipped(test);
        return None;
    };
    let mut files: Vec<_> = entries.map(|entry| entry.unwrap().path()).collect();
    files.sort();
    Some(files)
}

#[test]
fn published_reports_have_only_confirmed_faults() {
    let mut found = Vec::new();
    for part in ["reports", "seeds"] {
        let Some(files) = files(part, "published_reports_have_only_confirmed_faults") else { return };
        for file in files {
            let text = decode(&std::fs::read(&file).unwrap()).unwrap().text;
            let linter = Linter::new(&text, Settings::default().into());
            assert_eq!(linter.faults(), [], "{}", file.display());
            let name = file.file_name().unwrap().to_string_lossy().into_owned();
            for finding in linter.findings().iter().filter(|finding| finding.severity >= Severity::Warning) {
                let place = linter.draft().text().position_of(finding.place.start, PositionEncoding::Utf32);
                found.push((name.clone(), place.line + 1, finding.rule.name));
            }
        }
    }
    let confirmed: Vec<_> = CONFIRMED.iter().map(|(file, line, rule)| ((*file).to_owned(), *line, *rule)).collect();
    assert_eq!(found, confirmed);
}
