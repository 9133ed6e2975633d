//! What the user is told beside diagnostics.

use std::collections::HashSet;

use super::outgoing::Outgoing;
use crate::rules::Fault;

/// Messages to the user; one that says the same again can be kept back.
pub struct Voice {
    out: Outgoing,
    told: HashSet<String>,
}

impl Voice {
    /// A voice that has said nothing yet.
    pub fn new(out: Outgoing) -> Self {
        Voice { out, told: HashSet::new() }
    }

    /// A line in the editor's log.
    pub fn log(&self, message: &str) {
        self.out.log(message);
    }

    /// A warning on the screen and in the log.
    pub fn warn(&self, message: &str) {
        self.out.log(message);
        self.out.show_warning(message);
    }

    /// The same, once in a session.
    pub fn warn_once(&mut self, message: &str) {
        if self.told.insert(message.to_owned()) {
            self.warn(message);
        }
    }

    /// An editor's change could not be made; the cause goes to the log.
    pub fn out_of_step(&self, uri: &str, cause: &str) {
        self.out.log(&format!("{uri}：{cause}"));
        self.out.show_warning("与编辑器里的内容不同步，已停止核对这份稿；请关闭后重新打开");
    }

    /// A rule failed: what the panic said goes to the log, and the user hears of each rule once.
    pub fn fault(&mut self, fault: &Fault, uri: &str) {
        let (name, title) = (fault.rule.name, fault.rule.title);
        let message = format!("规则 {name}（{title}）出错，已跳过；其他规则照常");
        if self.told.insert(message.clone()) {
            self.out.log(&format!("{message}。{uri}：{}", fault.message));
            self.out.show_error(&message);
        }
    }

    /// Something else failed; the text is safe.
    pub fn failure(&mut self, place: &str, cause: &str) {
        self.out.log(&format!("{place}：{cause}"));
        let message = "核稿程序出错，文字没有丢失；再改动时会重新核对。详情见日志";
        if self.told.insert(message.to_owned()) {
            self.out.show_error(message);
        }
    }
}
