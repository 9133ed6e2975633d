//! `hegao outline`: the structure of a draft as a tree.

use std::process::ExitCode;

use super::args::{Color, OutlineArgs};
use super::exit;
use super::input::Input;
use super::output::Output;
use super::problem::say;
use super::terminal::width;
use crate::draft::Draft;
use crate::features::outline::{Symbol, symbols};
use crate::text::han::cells;

/// Cells after which a name is cut.
const NAME: usize = 72;

/// Shows the outline of one draft.
pub fn run(args: &OutlineArgs, color: Color) -> ExitCode {
    let shown = args.file.display().to_string();
    let input = if shown == "-" { Input::stdin(&shown) } else { Input::file(&args.file) };
    let symbols = match input {
        Ok(input) => symbols(&Draft::new(&input.text)),
        Err(problem) => {
            say(&problem.to_string());
            return ExitCode::from(exit::WRONG);
        }
    };
    if symbols.is_empty() {
        say(&format!("{}：没有找到标题", args.file.display()));
        return exit::CLEAN;
    }
    let mut out = Output::styled(color.choice());
    out.write(tree(&symbols).as_bytes());
    if out.close() { exit::CLEAN } else { ExitCode::from(exit::WRONG) }
}

/// The tree, one line for each entry, details in a column of their own.
fn tree(symbols: &[Symbol]) -> String {
    let mut lines = Vec::new();
    branch(symbols, "", true, &mut lines);
    let column = lines.iter().map(|(name, _)| width(name)).max().unwrap_or(0) + 2;
    let line = |(name, detail): &(String, &str)| match detail.is_empty() {
        true => format!("{name}\n"),
        // Dim, so that the names stand out.
        false => format!("{name}{}\u{1b}[2m{detail}\u{1b}[0m\n", " ".repeat(column - width(name))),
    };
    lines.iter().map(line).collect()
}

fn branch<'a>(symbols: &'a [Symbol], indent: &str, root: bool, lines: &mut Vec<(String, &'a str)>) {
    for (index, symbol) in symbols.iter().enumerate() {
        let last = index + 1 == symbols.len();
        let (joint, under) = match (root, last) {
            (true, _) => ("", ""),
            (false, true) => ("└─ ", "   "),
            (false, false) => ("├─ ", "│  "),
        };
        lines.push((format!("{indent}{joint}{}", shortened(&symbol.name)), &symbol.detail));
        branch(&symbol.children, &format!("{indent}{under}"), false, lines);
    }
}

/// A name without characters that steer the terminal, cut when it is long.
fn shortened(name: &str) -> String {
    let (mut used, mut short) = (0, String::new());
    for ch in name.chars().map(|ch| if ch.is_control() { ' ' } else { ch }) {
        used += cells(ch);
        if used > NAME {
            return short + "…";
        }
        short.push(ch);
    }
    short
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::features::outline::SymbolKind;

    fn symbol(name: &str, detail: &str, children: Vec<Symbol>) -> Symbol {
        let kind = SymbolKind::Heading(1);
        Symbol { name: name.into(), detail: detail.into(), kind, range: 0..1, selection: 0..1, children }
    }

    #[test]
    fn the_tree_shows_who_is_under_whom_and_aligns_details() {
        let inner = vec![symbol("（一）乙", "", vec![symbol("1.丙", "5字", vec![])]), symbol("（二）丁", "", vec![])];
        let plain = tree(&[symbol("一、甲", "1234字", inner)]).replace("\u{1b}[2m", "").replace("\u{1b}[0m", "");
        assert_eq!(plain, "一、甲       1234字\n├─ （一）乙\n│  └─ 1.丙   5字\n└─ （二）丁\n");
    }

    #[test]
    fn a_long_name_is_cut_by_its_width() {
        assert_eq!(width(shortened(&"甲".repeat(100)).trim_end_matches('…')), NAME);
    }
}
