//! What git knows of the drafts: which of them changed since a revision, and what they were then. Git is run as a
//! program, as the user has it.

use std::collections::{HashMap, HashSet};
use std::ffi::OsStr;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use super::configs::real_path;

/// A revision that drafts are compared with.
#[derive(Debug)]
pub struct Revision {
    /// Folder of the working tree, real.
    root: PathBuf,
    /// The name that the user gave.
    pub name: String,
    commit: String,
    /// Paths that the revision has, from the root.
    files: HashSet<String>,
    /// Paths that are not as they were, with those that they had, if any.
    changed: HashMap<String, Option<String>>,
}

impl Revision {
    /// Looks a revision up in the repository that holds the current folder.
    ///
    /// # Errors
    /// In Chinese: there is no git, no repository, no such revision.
    pub fn find(name: &str) -> Result<Self, String> {
        let top = run(Path::new("."), &["rev-parse", "--show-toplevel"])?
            .ok_or("当前文件夹不在 git 仓库里；请在仓库里运行，或去掉 --diff-base、--changed-lines")?;
        let root = real_path(&Path::new(top.trim_end_matches(['\n', '\r'])).join("x"));
        let root = root.parent().unwrap_or(&root).to_owned();
        let commit =
            run(&root, &["rev-parse", "--verify", "--quiet", "--end-of-options", &format!("{name}^{{commit}}")])?
                .ok_or_else(|| {
                    format!("仓库里没有版本“{name}”；请检查名字，浅克隆要先取全（git fetch --unshallow）")
                })?;
        let commit = commit.trim().to_owned();
        let listed = |args: &[&str]| {
            let listed = run(&root, args)?.ok_or_else(|| format!("git {} 没有成功", args[0]))?;
            Ok::<_, String>(listed.split_terminator('\0').map(str::to_owned).collect::<Vec<_>>())
        };
        let files = listed(&["ls-tree", "-r", "-z", "--name-only", "--full-tree", &commit])?.into_iter().collect();
        let changed = changes(listed(&["diff", "--name-status", "-z", "-M", "--no-ext-diff", &commit])?);
        Ok(Revision { root, name: name.to_owned(), commit, files, changed })
    }

    /// Whether a file is as it was.
    pub fn is_unchanged(&self, path: &Path) -> bool {
        self.inside(path).is_some_and(|path| self.files.contains(&path) && !self.changed.contains_key(&path))
    }

    /// The bytes that a file had; `None` for one that was not there.
    ///
    /// # Errors
    /// The file lies outside the repository, or git failed.
    pub fn before(&self, path: &Path) -> Result<Option<Vec<u8>>, String> {
        let inside = self.inside(path).ok_or_else(|| format!("不在仓库 {} 里，无法比较", self.root.display()))?;
        let before = match self.changed.get(&inside) {
            Some(Some(before)) => before.clone(),
            _ => inside,
        };
        if !self.files.contains(&before) {
            return Ok(None);
        }
        let output = program(&self.root, &["cat-file", "blob", &format!("{}:{before}", self.commit)])?;
        output.map(Some).ok_or_else(|| format!("git 读不出 {} 时的内容", self.name))
    }

    /// A path from the root, with `/` between folders.
    fn inside(&self, path: &Path) -> Option<String> {
        let real = real_path(path);
        let parts = real.strip_prefix(&self.root).ok()?.components();
        Some(parts.map(|part| part.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/"))
    }
}

/// The output of `git diff --name-status -z`: a status, a path, and for renamed files the path that it has now.
fn changes(words: Vec<String>) -> HashMap<String, Option<String>> {
    let mut changed = HashMap::new();
    let mut words = words.into_iter();
    while let Some((status, path)) = words.next().zip(words.next()) {
        if status.starts_with(['R', 'C']) {
            changed.extend(words.next().map(|now| (now, Some(path))));
        } else {
            changed.insert(path, None);
        }
    }
    changed
}

/// What git says; `None` when it says no.
fn run(folder: &Path, args: &[&str]) -> Result<Option<String>, String> {
    Ok(program(folder, args)?.map(|output| String::from_utf8_lossy(&output).into_owned()))
}

fn program(folder: &Path, args: &[&str]) -> Result<Option<Vec<u8>>, String> {
    let args = args.iter().map(OsStr::new);
    let output = Command::new("git").arg("-C").arg(folder).args(args).stdin(Stdio::null()).output();
    match output {
        Ok(output) => Ok(output.status.success().then_some(output.stdout)),
        Err(error) if error.kind() == ErrorKind::NotFound => {
            Err("没有找到 git；--diff-base 和 --changed-lines 要用它，请先安装".into())
        }
        Err(error) => Err(format!("git 运行不了（{error}）")),
    }
}
