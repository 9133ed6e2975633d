//! Commands that an editor may have the server run (`workspace/executeCommand`).
//!
//! Each answers with plain JSON and changes nothing, so any client can make something of it.

use serde_json::{Value, json};

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
pub const COMMANDS: &[Command] =
    &[Command { name: "hegao.rule", run: rule }, Command { name: "hegao.summary", run: summary }];

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

fn word<'a>(arguments: &'a [Value], what: &str) -> Result<&'a str, String> {
    arguments.first().and_then(Value::as_str).ok_or_else(|| format!("缺少参数：{what}"))
}
