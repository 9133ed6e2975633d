//! What was found before is used again for the same text, settings and program, and for nothing else.

use std::fs;
use std::path::PathBuf;

use crate::cli::{FAULTY, FIXED, Folder};

/// The entries of a cache.
fn entries(folder: &Folder) -> Vec<PathBuf> {
    let of = |path: PathBuf| fs::read_dir(path).unwrap().map(|entry| entry.unwrap().path()).collect::<Vec<_>>();
    of(folder.path().join("缓存/hegao/lint")).into_iter().flat_map(of).collect()
}

fn lint(folder: &Folder, args: &[&str]) -> String {
    let mut command = folder.command(&[&["lint", "--format", "json", "a.txt"], args].concat());
    let output = command.env("XDG_CACHE_HOME", folder.path().join("缓存")).output().unwrap();
    assert!(output.stderr.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn what_was_found_is_used_again_until_something_changes() {
    let folder = Folder::with(&[("a.txt", FAULTY)]);
    let first = lint(&folder, &[]);
    let [entry] = &entries(&folder)[..] else { panic!("one draft, one entry") };
    // An entry that says something else shows that it is used.
    let kept = fs::read_to_string(entry).unwrap();
    fs::write(entry, kept.replace("编号缺号", "上次查出的")).unwrap();
    assert_eq!(lint(&folder, &[]), first.replace("编号缺号", "上次查出的"));
    assert_eq!(lint(&folder, &["--no-cache"]), first);
    assert_eq!(lint(&folder, &["--ignore", "numbering"]), "[]\n", "other settings");
    assert_eq!(lint(&folder, &[]), first, "the entry was made anew");
    folder.write("a.txt", FIXED);
    assert_eq!(lint(&folder, &[]), "[]\n", "another text");
    assert_eq!(entries(&folder).len(), 1);
}

#[test]
fn a_damaged_entry_counts_for_nothing() {
    let folder = Folder::with(&[("a.txt", FAULTY)]);
    let first = lint(&folder, &[]);
    let entry = entries(&folder).remove(0);
    let kept = fs::read_to_string(&entry).unwrap();
    for damaged in ["", "{}", &kept[..100], &kept.replace("numbering/gap", "x"), &kept.replace("\"end\":", "\"end\":9")]
    {
        fs::write(&entry, damaged).unwrap();
        assert_eq!(lint(&folder, &[]), first, "{damaged}");
    }
    fs::remove_file(&entry).unwrap();
    fs::create_dir(&entry).unwrap();
    assert_eq!(lint(&folder, &[]), first, "where it cannot be written");
}

#[test]
fn a_cache_that_cannot_be_made_is_no_mistake() {
    let folder = Folder::with(&[("a.txt", FAULTY), ("缓存", "是文件")]);
    assert!(lint(&folder, &[]).contains("numbering/gap"));
}
