//! The house: what is absent on purpose stays absent.

use std::path::{Path, PathBuf};

fn sources(folder: &str) -> Vec<(PathBuf, String)> {
    fn walk(folder: &Path, out: &mut Vec<(PathBuf, String)>) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                walk(&path, out);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let text = std::fs::read_to_string(&path).unwrap();
                out.push((path, text));
            }
        }
    }
    let mut out = Vec::new();
    walk(&Path::new(env!("CARGO_MANIFEST_DIR")).join(folder), &mut out);
    assert!(!out.is_empty());
    out
}

/// The floors, lowest first; a floor uses those before it and itself.
const FLOORS: [&str; 11] =
    ["text", "syntax", "lexicon", "config", "draft", "rules", "features", "docx", "shelf", "server", "cli"];

fn floor(path: &Path) -> Option<usize> {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let first = path.strip_prefix(src).ok()?.components().next()?.as_os_str().to_str()?.to_owned();
    FLOORS.iter().position(|floor| *floor == first)
}

#[test]
fn no_floor_uses_a_higher_one() {
    for (path, text) in sources("src") {
        let Some(own) = floor(&path) else { continue };
        for (higher, name) in FLOORS.iter().enumerate().skip(own + 1) {
            // The command line starts the server; the two do not share anything else.
            if (FLOORS[own], *name) == ("server", "cli") || higher > own {
                assert!(!text.contains(&format!("crate::{name}")), "{} uses {name}", path.display());
            }
        }
    }
}

#[test]
fn the_core_knows_no_protocol_no_files_and_no_clock() {
    let core = ["text", "syntax", "lexicon", "config", "draft", "rules", "features"];
    for (path, text) in sources("src") {
        let Some(own) = floor(&path).filter(|own| core.contains(&FLOORS[*own])) else { continue };
        for absent in
            ["tower_lsp", "tokio", "clap::", "std::fs", "std::net", "std::time", "std::env", "async fn", "static mut"]
        {
            assert!(!text.contains(absent), "{} ({}) has {absent}", path.display(), FLOORS[own]);
        }
    }
}

#[test]
fn one_room_knows_both_our_types_and_the_protocols() {
    for (path, text) in sources("src/server") {
        let converts = path.parent().is_some_and(|room| room.ends_with("convert"));
        let both = text.contains("ls_types") && (text.contains("crate::text::") || text.contains("crate::features::"));
        assert!(converts || !both, "{} converts; that is the work of convert/", path.display());
    }
}

#[test]
fn files_stay_small() {
    for folder in ["src", "tests"] {
        for (path, text) in sources(folder) {
            let lines = text.lines().count();
            assert!(lines <= 600, "{} has {lines} lines", path.display());
        }
    }
}

#[test]
fn the_readmes_name_every_rule() {
    for readme in ["README.md", "README.zh-CN.md"] {
        let text = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(readme)).unwrap();
        for rule in hegao::rules::RULES {
            assert!(text.contains(&format!("`{}`", rule.name)), "{readme} does not name {}", rule.name);
        }
    }
}

#[test]
fn the_table_of_capabilities_names_tests_that_exist() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let table = std::fs::read_to_string(root.join("docs/capabilities.md")).unwrap();
    let named: Vec<(&str, &str)> =
        table.split('`').filter_map(|words| words.split_once("::").filter(|(file, _)| !file.contains(' '))).collect();
    assert!(named.len() > 20);
    for (file, test) in named {
        let text = std::fs::read_to_string(root.join(format!("tests/it/{file}.rs"))).unwrap_or_default();
        assert!(text.contains(&format!("fn {test}()")), "no test {file}::{test}");
    }
}
