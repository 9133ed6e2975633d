//! The archive: which part is which (ECMA-376 part 2).

use std::collections::HashMap;
use std::io::{Read, Seek};

use zip::ZipArchive;
use zip::read::ZipFile;
use zip::result::ZipError;

use super::body::{Body, Notes};
use super::counters::Counters;
use super::numbering::Definitions;
use super::styles::Styles;
use super::xml::{Pull, Token};
use super::{DocxError, Line, Spot};

/// An open document.
pub struct Package<D> {
    archive: ZipArchive<D>,
    /// Path of the body in the archive.
    main: String,
    /// The parts that belong to it, by the last word of their relationship: `styles`, `numbering`, `footnotes`.
    parts: HashMap<String, String>,
}

impl<D: Read + Seek> Package<D> {
    pub fn open(document: D) -> Result<Self, DocxError> {
        let mut archive = ZipArchive::new(document).map_err(wrong)?;
        let targets = match related(&mut archive, "_rels/.rels", "")? {
            Some(targets) => targets,
            None => return Err(DocxError::NotADocument { kind: kind(&archive) }),
        };
        let others = |main: &String| main.starts_with("xl/") || main.starts_with("ppt/");
        let Some(main) = targets.get("officeDocument").cloned().filter(|main| !others(main)) else {
            return Err(DocxError::NotADocument { kind: kind(&archive) });
        };
        let (folder, name) = main.rsplit_once('/').unwrap_or(("", &main));
        let of = format!("{folder}/_rels/{name}.rels");
        let parts = related(&mut archive, of.trim_start_matches('/'), folder)?.unwrap_or_default();
        Ok(Package { archive, main, parts })
    }

    pub fn styles(&mut self) -> Result<Styles, DocxError> {
        match self.part("styles")? {
            Some(part) => Styles::read(part),
            None => Ok(Styles::default()),
        }
    }

    pub fn numbering(&mut self) -> Result<Definitions, DocxError> {
        match self.part("numbering")? {
            Some(part) => Definitions::read(part),
            None => Ok(Definitions::default()),
        }
    }

    /// Reads the body; gives the notes that it refers to.
    pub fn body(&mut self, styles: &Styles, lists: &mut Counters, out: &mut Vec<Line>) -> Result<Notes, DocxError> {
        let part = entry(&mut self.archive, &self.main)?;
        let part = part.ok_or_else(|| DocxError::damaged("缺少正文"))?;
        Body::new(part, styles, lists).document(out)
    }

    /// Reads the notes that the body refers to.
    pub fn notes(
        &mut self,
        notes: &Notes,
        styles: &Styles,
        lists: &mut Counters,
        out: &mut Vec<Line>,
    ) -> Result<(), DocxError> {
        if let Some(part) = self.part("footnotes")? {
            Body::new(part, styles, lists).all_notes("w:footnote", Spot::Footnote, &notes.footnotes, out)?;
        }
        if let Some(part) = self.part("endnotes")? {
            Body::new(part, styles, lists).all_notes("w:endnote", Spot::Endnote, &notes.endnotes, out)?;
        }
        Ok(())
    }

    fn part(&mut self, kind: &str) -> Result<Option<ZipFile<'_, D>>, DocxError> {
        match self.parts.get(kind) {
            Some(path) => entry(&mut self.archive, path),
            None => Ok(None),
        }
    }
}

fn entry<'a, D: Read + Seek>(archive: &'a mut ZipArchive<D>, path: &str) -> Result<Option<ZipFile<'a, D>>, DocxError> {
    match archive.by_name(path) {
        Ok(file) => Ok(Some(file)),
        Err(ZipError::FileNotFound) => Ok(None),
        Err(error) => Err(wrong(error)),
    }
}

/// The targets of a part of relationships by the last word of their type; `None` when there is no such part.
fn related<D: Read + Seek>(
    archive: &mut ZipArchive<D>,
    path: &str,
    folder: &str,
) -> Result<Option<HashMap<String, String>>, DocxError> {
    let Some(part) = entry(archive, path)? else { return Ok(None) };
    let mut pull = Pull::new(part);
    let mut found = HashMap::new();
    while let Some(token) = pull.next()? {
        let Token::Open(element) = token else { continue };
        let kind = element.get("Type").and_then(|kind| kind.rsplit('/').next());
        if let Some((kind, target)) = kind.zip(element.get("Target")).filter(|_| element.name == "r:Relationship") {
            found.entry(kind.to_owned()).or_insert_with(|| resolved(folder, target));
        }
    }
    Ok(Some(found))
}

/// A target, from the folder of the part that names it.
fn resolved(folder: &str, target: &str) -> String {
    let mut path: Vec<&str> = Vec::new();
    let from = if target.starts_with('/') { "" } else { folder };
    for step in from.split('/').chain(target.split('/')) {
        match step {
            "" | "." => {}
            ".." => drop(path.pop()),
            step => path.push(step),
        }
    }
    path.join("/")
}

fn kind<D: Read + Seek>(archive: &ZipArchive<D>) -> &'static str {
    let has = |prefix: &str| archive.file_names().flatten().any(|name| name.starts_with(prefix));
    if has("xl/") {
        "表格（.xlsx）"
    } else if has("ppt/") {
        "演示文稿（.pptx）"
    } else if has("META-INF/") && has("content.xml") {
        " ODF 文档（.odt 等）"
    } else {
        "压缩包"
    }
}

fn wrong(error: ZipError) -> DocxError {
    match error {
        ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) | ZipError::InvalidPassword => DocxError::Encrypted,
        _ => DocxError::damaged("压缩结构不完整"),
    }
}
