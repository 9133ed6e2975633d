//! Changes that are offered to `hegao.toml`, its comments and layout kept.

use toml_edit::{DocumentMut, Item, Table, TableLike, value};

use crate::text::Edit;

/// The edit that turns a rule off; `None` for a text that is no TOML or whose `rules` are no table.
pub fn turned_off(text: &str, rule: &str) -> Option<Edit> {
    let mut document: DocumentMut = text.parse().ok()?;
    let fresh = Item::Table(Table::new());
    let rules: &mut dyn TableLike = document.entry("rules").or_insert(fresh).as_table_like_mut()?;
    let mut off = value("off");
    let before = rules.get(rule).and_then(Item::as_value).map(|value| value.decor().clone());
    if let Some((decor, value)) = before.zip(off.as_value_mut()) {
        *value.decor_mut() = decor;
    }
    rules.insert(rule, off);
    let new = document.to_string();
    Some(difference(text, &new))
}

/// The one replacement between two texts, as short as it can be.
fn difference(old: &str, new: &str) -> Edit {
    let same = |pair: &(char, char)| pair.0 == pair.1;
    let start: usize = old.chars().zip(new.chars()).take_while(same).map(|(ch, _)| ch.len_utf8()).sum();
    let tails = old[start..].chars().rev().zip(new[start..].chars().rev());
    let end: usize = tails.take_while(same).map(|(ch, _)| ch.len_utf8()).sum();
    Edit { range: start..old.len() - end, text: new[start..new.len() - end].to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::apply_edits;

    #[test]
    fn a_rule_is_turned_off_and_the_rest_stays() {
        for (before, after) in [
            ("", "[rules]\n\"numbering/gap\" = \"off\"\n"),
            (
                "# 本单位\n[rules]   # 规则\nphrase = \"hint\"\n\n[[overrides]]\nfiles = [\"a\"]\n",
                "# 本单位\n[rules]   # 规则\nphrase = \"hint\"\n\"numbering/gap\" = \"off\"\n\n[[overrides]]\nfiles = [\"a\"]\n",
            ),
            ("[rules]\n\"numbering/gap\" = \"error\" # 原先\n", "[rules]\n\"numbering/gap\" = \"off\" # 原先\n"),
            ("rules = { phrase = \"off\" }\n", "rules = { phrase = \"off\" , \"numbering/gap\" = \"off\" }\n"),
        ] {
            let edit = turned_off(before, "numbering/gap").unwrap();
            assert_eq!(apply_edits(before, &[edit]).as_deref(), Some(after));
        }
        assert_eq!(turned_off("rules = 1", "numbering/gap"), None);
        assert_eq!(turned_off("[rules", "numbering/gap"), None);
    }
}
