//! Why a document cannot be read, and what its user can do.

use super::limits;

/// Why a file is no draft in .docx.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DocxError {
    /// It opens only with a password.
    Encrypted,
    /// A sound archive of another kind.
    NotADocument { kind: &'static str },
    /// It cannot be read to its end.
    Damaged { what: String },
    /// More than [`limits`] allow.
    TooLarge,
    /// Tables or text boxes inside one another beyond [`limits::DEPTH`].
    TooDeep,
}

impl std::fmt::Display for DocxError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            DocxError::Encrypted => f.write_str("文档设有打开密码；请在 Word 或 WPS 中取消密码、另存后再核"),
            DocxError::NotADocument { kind } => write!(f, "这是{kind}，不是 Word 或 WPS 文档；请核 .docx、.txt 或 .md"),
            DocxError::Damaged { what } => {
                write!(f, "文档已损坏（{what}）；请用 Word 或 WPS 打开，修复后另存为 .docx 再核")
            }
            DocxError::TooLarge => write!(
                f,
                "文档展开后太大（正文超过 {} MB），不像一份报告，没有读下去；请检查文件，或把正文另存为 .txt 再核",
                limits::TEXT >> 20
            ),
            DocxError::TooDeep => {
                write!(f, "表格或文本框套了 {} 层以上，没有读下去；请另存为 .txt 再核", limits::DEPTH)
            }
        }
    }
}

impl std::error::Error for DocxError {}

impl DocxError {
    /// A document that breaks off or contradicts itself; `what` is said in brackets.
    pub(super) fn damaged(what: impl Into<String>) -> Self {
        DocxError::Damaged { what: what.into() }
    }
}
