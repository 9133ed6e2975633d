//! Commands that an editor may have the server run (`workspace/executeCommand`).
//!
//! Each answers with plain JSON and changes no draft, so any client can make something of it.

use serde_json::{Value, json};

use super::abilities::Abilities;
use super::owner::Owner;
use super::{convert, manuals};
use crate::rules;

/// A command.
pub struct Command {
    pub name: &'static str,
    /// Answers to the arguments, or says in Chinese what is wrong with them.
    pub run: fn(&mut Owner, &[Value]) -> Result<Value, String>,
}

/// All commands.
pub const COMMANDS: &[Command] = &[
    Command { name: "hegao.rule", run: rule },
    Command { name: "hegao.summary", run: summary },
    Command { name: "hegao.figures", run: figures },
];

/// `[]`: checks the drafts of the workspace that are not open, and answers with what was found in all.
pub const CHECK_WORKSPACE: &str = "hegao.checkWorkspace";

/// `[规则名]`: opens the manual of a rule in the editor.
pub const SHOW_RULE: &str = "hegao.showRule";

/// The names of the commands that a client can make use of.
pub fn names(abilities: &Abilities) -> impl Iterator<Item = &'static str> {
    let show = abilities.show_document.then_some(SHOW_RULE);
    COMMANDS.iter().map(|command| command.name).chain([CHECK_WORKSPACE]).chain(show)
}

/// The command of a name.
pub fn command(name: &str) -> Option<&'static Command> {
    COMMANDS.iter().find(|command| command.name == name)
}

/// `[规则名]`: the manual of a rule as Markdown, and the file where it can be opened.
fn rule(_: &mut Owner, arguments: &[Value]) -> Result<Value, String> {
    let name = word(arguments, "规则名")?;
    let rule = rules::rule(name).ok_or_else(|| format!("没有规则“{name}”"))?;
    let (markdown, uri) = (manuals::page(rule), manuals::href(rule.name));
    Ok(json!({ "name": rule.name, "title": rule.title, "markdown": markdown, "uri": uri }))
}

/// `[稿件的 URI]`: how long an open draft is and how many findings it has; `null` for one that is not open.
fn summary(owner: &mut Owner, arguments: &[Value]) -> Result<Value, String> {
    let uri = word(arguments, "稿件的 URI")?;
    Ok(owner.draft(uri).and_then(|draft| draft.target().map(|target| convert::summary(&target))).unwrap_or_default())
}

/// `[稿件的 URI]`: the check sheet of an open draft, as `hegao figures --format json` gives it; `null` for one that is
/// not open.
fn figures(owner: &mut Owner, arguments: &[Value]) -> Result<Value, String> {
    let uri = word(arguments, "稿件的 URI")?;
    let target = owner.draft(uri).and_then(|draft| draft.target());
    Ok(target.map(|target| convert::figure_sheet(uri, &target)).unwrap_or_default())
}

/// The file with the manual of the rule that the arguments name.
///
/// # Errors
/// What is wrong with the arguments, in Chinese, or that the file could not be written.
pub fn manual(arguments: &[Value]) -> Result<String, String> {
    let name = word(arguments, "规则名")?;
    let rule = rules::rule(name).ok_or_else(|| format!("没有规则“{name}”"))?;
    manuals::href(rule.name).ok_or_else(|| "规则说明写不进缓存文件夹；可用 hegao rule 查看".into())
}

fn word<'a>(arguments: &'a [Value], what: &str) -> Result<&'a str, String> {
    arguments.first().and_then(Value::as_str).ok_or_else(|| format!("缺少参数：{what}"))
}
