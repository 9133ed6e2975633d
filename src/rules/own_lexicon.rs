//! The workspace's own lexicon files: read, held to their own examples, and put before the phrases of the program.

use std::sync::Arc;

use super::Linter;
use crate::config::Settings;
use crate::lexicon::{Entry, Lexicon, Mistake, parse_named};

/// A workspace's lexicon, and what is wrong in its files.
pub struct Own {
    /// The phrases of the files without mistakes and those of the program.
    pub lexicon: Arc<Lexicon>,
    /// For each file, in their order.
    pub mistakes: Vec<Vec<Mistake>>,
}

/// Reads lexicon files, each given by its name and its text. A file with a mistake is left out; the others hold.
pub fn own_lexicon(files: &[(String, String)]) -> Own {
    let read: Vec<_> = files.iter().map(|(name, text)| parse_named(name, text)).collect();
    let good =
        |read: &[Result<Vec<Entry>, Vec<Mistake>>]| read.iter().flatten().flatten().cloned().collect::<Vec<Entry>>();
    let lexicon = Lexicon::builtin().with(good(&read));
    let kept: Vec<_> = read
        .into_iter()
        .zip(files)
        .map(|(read, (_, text))| {
            let entries = read?;
            let mistakes: Vec<Mistake> = entries.iter().flat_map(|entry| broken(entry, text, &lexicon)).collect();
            if mistakes.is_empty() { Ok(entries) } else { Err(mistakes) }
        })
        .collect();
    let broken = kept.iter().any(Result::is_err);
    let lexicon = if broken { Lexicon::builtin().with(good(&kept)) } else { lexicon };
    Own { lexicon, mistakes: kept.into_iter().map(|kept| kept.err().unwrap_or_default()).collect() }
}

/// The examples of an entry that come out otherwise than it says.
fn broken(entry: &Entry, text: &str, lexicon: &Arc<Lexicon>) -> Vec<Mistake> {
    let settings = Arc::new(Settings::default().narrowed(&["phrase".into()], &[]).with_lexicon(lexicon.clone()));
    let silent = |sentence: &String| Linter::new(&format!("{sentence}\n"), settings.clone()).findings().is_empty();
    let flag = entry.must_flag.iter().filter(|sentence| silent(sentence)).map(|one| (one, "must-flag", "没有报"));
    let pass = entry.must_pass.iter().filter(|sentence| !silent(sentence)).map(|one| (one, "must-pass", "报了"));
    let say = |(sentence, key, what): (&String, &str, &str)| {
        let name = &entry.canonical;
        let message = format!("“{name}”的 {key} 例句{what}：{sentence}；请改例句或条目");
        Mistake::at(text, text.find(sentence.as_str()).unwrap_or(0), message)
    };
    flag.chain(pass).map(say).collect()
}
