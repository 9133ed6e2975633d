//! Published reports, where the folder is present: every finding at warning or error was read and found true.

use std::path::{Path, PathBuf};

use hegao::config::{Settings, Severity};
use hegao::rules::Linter;
use hegao::text::{PositionEncoding, decode};

/// (file, line from 1, rule): the faults that a reader confirmed in these reports.
const CONFIRMED: &[(&str, usize, &str)] = &[];

fn corpus() -> Option<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/corpus");
    let present = folder.join("reports").is_dir();
    if !present {
        eprintln!("skipped: no published reports at ../shared/corpus");
    }
    present.then_some(folder)
}

#[test]
fn published_reports_have_only_confirmed_faults() {
    let Some(folder) = corpus() else { return };
    let mut found = Vec::new();
    for part in ["reports", "seeds"] {
        let mut files: Vec<_> =
            std::fs::read_dir(folder.join(part)).unwrap().map(|entry| entry.unwrap().path()).collect();
        files.sort();
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
