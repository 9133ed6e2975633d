//! `--fix` and `--diff`: what is written, and what must not be.

use hegao::text::{FileEncoding, encode};

use crate::cli::{FAULTY, FIXED, Folder};

const ENCODINGS: [FileEncoding; 7] = [
    FileEncoding::Utf8,
    FileEncoding::Utf8Bom,
    FileEncoding::Utf16Le { bom: true },
    FileEncoding::Utf16Be { bom: true },
    FileEncoding::Utf16Le { bom: false },
    FileEncoding::Utf16Be { bom: false },
    FileEncoding::Gb18030,
];

#[test]
fn a_fix_keeps_the_encoding_and_the_line_ends_of_the_file() {
    // Long enough for UTF-16 without a mark to be told apart, with a rare character that GB 18030 spells in four bytes.
    let body = "正文“引号”𠮷，2025年增长5.5%。\n".repeat(5);
    for encoding in ENCODINGS {
        for end in ["\n", "\r\n", "\r"] {
            let spelled = |text: &str| encode(&format!("{text}{body}末").replace('\n', end), encoding).unwrap();
            let folder = Folder::new();
            folder.write("稿.txt", spelled(FAULTY));
            let ran = folder.run(&["lint", "--fix"]);
            assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{encoding:?} {end:?} {}", ran.out);
            assert_eq!(folder.read("稿.txt"), spelled(FIXED), "{encoding:?} {end:?}");
            assert!(ran.out.contains("已修正 1 处，没有余下的问题"), "{}", ran.out);
        }
    }
}

#[test]
fn a_draft_without_findings_is_not_written() {
    let folder = Folder::with(&[("稿.txt", FIXED)]);
    let modified = |folder: &Folder| folder.path().join("稿.txt").metadata().unwrap().modified().unwrap();
    let before = modified(&folder);
    assert_eq!(folder.run(&["lint", "--fix"]).code, 0);
    assert_eq!(modified(&folder), before);
}

#[test]
fn fixing_twice_changes_nothing_more() {
    let folder = Folder::with(&[("稿.txt", FAULTY)]);
    folder.run(&["lint", "--fix"]);
    let once = folder.read("稿.txt");
    let ran = folder.run(&["lint", "--fix"]);
    assert_eq!((folder.read("稿.txt"), ran.out.contains("已修正")), (once, false));
}

#[cfg(unix)]
#[test]
fn a_fix_keeps_permissions_and_links_and_leaves_no_other_file() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let folder = Folder::with(&[("库/稿.txt", FAULTY)]);
    let (file, link) = (folder.path().join("库/稿.txt"), folder.path().join("链.txt"));
    std::fs::set_permissions(&file, PermissionsExt::from_mode(0o640)).unwrap();
    symlink("库/稿.txt", &link).unwrap();
    // Both names of one file: it is mended once.
    let ran = folder.run(&["lint", "--fix", "链.txt", "库/稿.txt"]);
    assert!(ran.code == 0 && ran.out.contains("共检查 1 份稿"), "{ran:?}");
    assert_eq!(folder.read("库/稿.txt"), FIXED.as_bytes());
    assert_eq!(file.metadata().unwrap().permissions().mode() & 0o777, 0o640);
    assert!(link.symlink_metadata().unwrap().is_symlink());
    assert_eq!(std::fs::read_dir(folder.path().join("库")).unwrap().count(), 1);
}

#[test]
fn a_read_only_file_is_left_alone_and_its_findings_are_shown() {
    let folder = Folder::with(&[("稿.txt", FAULTY), ("另.txt", FAULTY)]);
    let path = folder.path().join("稿.txt");
    let mut permissions = path.metadata().unwrap().permissions();
    permissions.set_readonly(true);
    std::fs::set_permissions(&path, permissions).unwrap();
    let ran = folder.run(&["lint", "--fix"]);
    assert_eq!((ran.code, folder.read("稿.txt")), (2, FAULTY.into()));
    assert!(ran.err.starts_with("错误：稿.txt：文件是只读的"), "{ran:?}");
    assert!(ran.out.contains("稿.txt:2:1") && !ran.out.contains("另.txt:2:1"), "{ran:?}");
    assert_eq!(folder.read("另.txt"), FIXED.as_bytes());
}

#[test]
fn what_cannot_be_decoded_is_never_written() {
    let folder = Folder::new();
    let bytes = b"\xE4\xB8\x80\xE3\x80\x81\xFF\xFE".to_vec();
    folder.write("稿.txt", &bytes);
    assert_eq!(folder.run(&["lint", "--fix", "--unsafe-fixes"]).code, 2);
    assert_eq!(folder.read("稿.txt"), bytes);
}

#[test]
fn a_diff_is_a_patch_and_writes_nothing() {
    let folder = Folder::with(&[("a.txt", FAULTY), ("b.txt", FIXED)]);
    let ran = folder.run(&["lint", "--diff"]);
    assert_eq!(ran.out, "--- a.txt\n+++ a.txt\n@@ -1,3 +1,3 @@\n 一、甲\n-三、乙\n+二、乙\n 　　三、丙\n");
    assert_eq!((ran.code, folder.read("a.txt")), (1, FAULTY.into()));
    assert!(ran.err.contains("共检查 2 份稿"), "{ran:?}");
    let clean = folder.run(&["lint", "--diff", "b.txt"]);
    assert_eq!((clean.code, clean.out.as_str()), (0, ""));
}

#[test]
fn standard_input_comes_back_mended_in_its_own_encoding() {
    let folder = Folder::new();
    for encoding in [FileEncoding::Utf8, FileEncoding::Utf8Bom, FileEncoding::Utf16Le { bom: true }] {
        let spelled = |text: &str| encode(&text.replace('\n', "\r\n"), encoding).unwrap();
        let ran = folder.run_with(&["lint", "--fix", "-"], &spelled(FAULTY));
        assert_eq!((ran.code, &ran.out_bytes), (0, &spelled(FIXED)), "{encoding:?}");
        assert!(ran.err.contains("已修正 1 处"), "{ran:?}");
        let same = folder.run_with(&["lint", "--fix", "-"], &spelled(FIXED));
        assert_eq!(same.out_bytes, spelled(FIXED), "what needs no fix passes through");
    }
    let diff = folder.run_with(&["lint", "--diff", "-", "--stdin-filename", "稿.txt"], FAULTY.as_bytes());
    assert!(diff.out.starts_with("--- 稿.txt\n+++ 稿.txt\n@@"), "{diff:?}");
}
