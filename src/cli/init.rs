//! `hegao init`: a commented `hegao.toml` for the drafts of a folder. An existing one is never touched.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs::File;
use std::io::{self, Write as _};
use std::ops::ControlFlow;
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

use super::args::InitArgs;
use super::configs::{Configs, Lookup};
use super::files::{self, Source};
use super::input::Input;
use super::ordered::in_order;
use super::problem::{Problem, say};
use super::{exit, quiet_panics};
use crate::config::FILE_NAME;
use crate::rules::{Linter, Rule};

/// Findings of a rule in all drafts, and the drafts that have them.
type Counts = BTreeMap<&'static str, (&'static Rule, usize, usize)>;

/// Looks at the drafts of a folder and writes the configuration.
pub fn run(args: &InitArgs) -> ExitCode {
    quiet_panics();
    let folder = args.folder.clone().unwrap_or_else(|| PathBuf::from("."));
    let file = folder.join(FILE_NAME);
    let shown = file.display().to_string();
    if file.symlink_metadata().is_ok() {
        return failed(&Problem::new(shown, "已经有配置文件，没有改动它；要重新生成请先移走它"));
    }
    let listing = files::collect(&[folder], &mut Configs::new(Lookup::Nothing, &[], &[]));
    listing.problems.iter().for_each(|problem| say(&problem.to_string()));
    let mut found = Counts::new();
    in_order(listing.drafts.iter(), count, |counts| {
        merge(&mut found, counts);
        ControlFlow::Continue(())
    });
    let text = content(listing.drafts.len(), &found);
    // Made only where nothing is, even when something came there meanwhile.
    match File::create_new(&file).and_then(|mut file| file.write_all(text.as_bytes())) {
        Ok(()) => {
            say(&format!("已写好 {shown}（看过 {} 份稿）", listing.drafts.len()));
            exit::CLEAN
        }
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            failed(&Problem::new(shown, "没有这个文件夹；请检查路径"))
        }
        Err(error) => failed(&Problem::unwritable(shown, &error)),
    }
}

fn failed(problem: &Problem) -> ExitCode {
    say(&problem.to_string());
    ExitCode::from(exit::WRONG)
}

/// The findings of a draft; one that cannot be read has none here, and `hegao lint` tells why.
fn count(source: &Source) -> Counts {
    let mut counts = Counts::new();
    let Ok(input) = Input::file(&source.path) else { return counts };
    for finding in Linter::new(&input.text, Arc::default()).findings() {
        counts.entry(finding.rule.name).or_insert((finding.rule, 0, 1)).1 += 1;
    }
    counts
}

fn merge(all: &mut Counts, one: Counts) {
    for (name, (rule, findings, drafts)) in one {
        let sum = all.entry(name).or_insert((rule, 0, 0));
        (sum.1, sum.2) = (sum.1 + findings, sum.2 + drafts);
    }
}

fn content(drafts: usize, found: &Counts) -> String {
    let mut text = format!(
        "# 核稿（hegao）的配置。编辑器里改了立即生效；hegao rule 列出全部规则，hegao schema 输出本文件的 JSON Schema。\n\
         # 生成时看了 {} 份稿件。\n\n\
         # 先读本单位共用的配置，这里写的优先：\n# extends = \"../共用/hegao.toml\"\n\n\
         # 哪些文件是稿件；不写则为 .txt、.md、.docx：\n# include = [\"报告/**/*.docx\"]\n\n\
         # 哪些文件不查：\n# exclude = [\"旧稿/**\"]\n\n\
         # 去年的报告在旁边会自动找到；放在别处的在这里写明：\n# reference = [\"去年的报告.docx\"]\n\n\
         # 规则或规则族的级别：off 不查；hint 提示、info 参考、warning 警告、error 错误；default 按规则自己的级别。\n\
         [rules]\n",
        drafts
    );
    let mut rules: Vec<_> = found.values().collect();
    rules.sort_by_key(|(rule, findings, _)| (std::cmp::Reverse(*findings), rule.name));
    if rules.is_empty() {
        text += "# \"numbering/level-skip\" = \"off\"\n";
    } else {
        text += "# 这些稿件里报了问题的规则，去掉行首的 # 即可改级别：\n";
    }
    for (rule, findings, drafts) in rules {
        let _ = writeln!(text, "# \"{}\" = \"default\"   # {}：{drafts} 份稿 {findings} 处", rule.name, rule.title);
    }
    text += "\n# 某些稿件另有规定：\n# [[overrides]]\n# files = [\"附件/**\"]\n# rules = { numbering = \"off\" }\n";
    text
}
