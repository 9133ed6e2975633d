//! Earlier reports that a draft is held against, such as last year's: `reference = ["去年的报告.txt"]`.

use std::ops::Range;
use std::path::PathBuf;

use crate::syntax::{Decimal, Interval};
use crate::text::Text;

/// An earlier report.
#[derive(Debug, PartialEq, Eq)]
pub struct Reference {
    /// The file as the user knows it.
    pub name: String,
    pub path: PathBuf,
    pub text: Text,
    /// Read from a document, whose lines its reader cannot count.
    pub document: bool,
    /// The last year that it reports on.
    pub review: Option<i32>,
    /// Its figures of well-known indicators, up to that year, in the order of the text.
    pub figures: Vec<Stated>,
}

/// A figure of an earlier report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stated {
    pub name: &'static str,
    pub unit: &'static str,
    /// It is by how much the indicator grew.
    pub change: bool,
    pub year: i32,
    /// 上半年 and the like; empty for a whole year.
    pub part: &'static str,
    pub value: Decimal,
    /// What the number may stand for.
    pub interval: Interval,
    /// As written, with its unit.
    pub words: String,
    /// The number, in bytes of the text.
    pub range: Range<usize>,
    /// The heading that it stands under; empty where there is none.
    pub section: String,
}

impl Reference {
    /// Where a figure stands, as a reader would say it: 第12行“一、2024年工作回顾”.
    pub fn place(&self, figure: &Stated) -> String {
        let line = (!self.document).then(|| format!("第{}行", self.text.line_of_byte(figure.range.start) + 1));
        let section = (!figure.section.is_empty()).then(|| format!("“{}”", figure.section));
        line.into_iter().chain(section).collect()
    }
}
