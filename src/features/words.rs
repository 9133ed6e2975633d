//! Chinese words for things that several features name.

use crate::draft::structure::SectionKind;

/// What a section is called.
pub fn level_name(kind: SectionKind) -> &'static str {
    match kind {
        SectionKind::Title => "全稿",
        SectionKind::Part => "部分",
        SectionKind::Appendix => "附件",
        SectionKind::Heading(_) => "本节",
        SectionKind::Lead => "本段",
    }
}
