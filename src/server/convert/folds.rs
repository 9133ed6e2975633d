//! Folding ranges.

use tower_lsp::ls_types as lsp;

use crate::features::folding::{self, Fold};
use crate::rules::Linter;
use crate::server::abilities::FoldAbilities;

/// Folding ranges: whole lines, which every client can fold. Over the client's limit the outermost are kept.
pub fn folds(linter: &Linter, wanted: FoldAbilities) -> Vec<lsp::FoldingRange> {
    let folds = outermost(folding::folds(linter.draft()), wanted.limit);
    let line = |line: usize| u32::try_from(line).unwrap_or(u32::MAX);
    let fold = |fold: Fold| lsp::FoldingRange {
        start_line: line(fold.start_line),
        end_line: line(fold.end_line),
        kind: Some(lsp::FoldingRangeKind::Region),
        collapsed_text: wanted.label.then_some(fold.label),
        ..lsp::FoldingRange::default()
    };
    folds.into_iter().map(fold).collect()
}

fn outermost(folds: Vec<Fold>, limit: Option<usize>) -> Vec<Fold> {
    let Some(limit) = limit.filter(|limit| *limit < folds.len()) else { return folds };
    let mut open: Vec<usize> = Vec::new();
    let mut by_depth: Vec<(usize, usize, Fold)> = Vec::new();
    for (index, fold) in folds.into_iter().enumerate() {
        open.retain(|end| *end >= fold.end_line && *end > fold.start_line);
        by_depth.push((open.len(), index, fold.clone()));
        open.push(fold.end_line);
    }
    by_depth.sort_by_key(|(depth, index, _)| (*depth, *index));
    by_depth.truncate(limit);
    by_depth.sort_by_key(|(_, index, _)| *index);
    by_depth.into_iter().map(|(_, _, fold)| fold).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_limit_keeps_the_outermost_folds() {
        let fold = |start_line, end_line| Fold { start_line, end_line, label: String::new() };
        let folds = vec![fold(0, 9), fold(1, 4), fold(2, 3), fold(5, 9), fold(10, 12)];
        let kept = |limit| outermost(folds.clone(), limit).iter().map(|fold| fold.start_line).collect::<Vec<_>>();
        assert_eq!(kept(None), [0, 1, 2, 5, 10]);
        assert_eq!(kept(Some(3)), [0, 1, 10]);
        assert_eq!(kept(Some(2)), [0, 10]);
        assert_eq!(kept(Some(0)), [0; 0]);
    }
}
