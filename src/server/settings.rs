//! Finds and reads `hegao.toml` for open drafts.

use std::collections::HashMap;
use std::io::ErrorKind;
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;

use super::voice::Voice;
use crate::config::{self, Config, FILE_NAME, Settings};
use crate::rules;

/// The configuration files met so far. Each is read again whenever it is asked for, which costs less than knowing
/// whether it must be, and parsed again only when its bytes are others.
#[derive(Default)]
pub struct Configs {
    files: HashMap<PathBuf, Known>,
}

#[derive(Default)]
struct Known {
    bytes: Vec<u8>,
    /// What the file said when it was last without mistakes.
    good: Option<Config>,
}

impl Configs {
    /// Settings of a draft by the nearest configuration from its folder upwards; the default without one.
    pub fn settings_for(&mut self, draft: &Path, voice: &mut Voice) -> Arc<Settings> {
        let folders = draft.parent().into_iter().flat_map(Path::ancestors);
        for folder in folders {
            let file = folder.join(FILE_NAME);
            let bytes = match std::fs::read(&file) {
                Ok(bytes) => bytes,
                Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => continue,
                Err(error) => {
                    voice.warn_once(&format!("{}：读不了（{error}）；按没有这份配置处理", file.display()));
                    continue;
                }
            };
            let config = self.config(&file, bytes, voice);
            let path = draft.strip_prefix(folder).unwrap_or(draft);
            return Arc::new(config.map(|config| config.settings_for(&with_slashes(path))).unwrap_or_default());
        }
        Arc::default()
    }

    fn config(&mut self, file: &Path, bytes: Vec<u8>, voice: &mut Voice) -> Option<&Config> {
        let known = self.files.entry(file.to_owned()).or_default();
        if known.good.is_none() || known.bytes != bytes {
            match parsed(&bytes) {
                Ok(config) => known.good = Some(config),
                Err(mistakes) if known.bytes != bytes => {
                    let until = if known.good.is_some() { "沿用改动前的配置" } else { "暂按默认配置" };
                    voice.warn(&format!("{}：{mistakes}；{until}", file.display()));
                }
                Err(_) => {}
            }
            known.bytes = bytes;
        }
        known.good.as_ref()
    }
}

fn parsed(bytes: &[u8]) -> Result<Config, String> {
    rules::known(|known| config::parse_bytes(bytes, known)).map_err(|errors| {
        let lines: Vec<String> = errors.iter().map(ToString::to_string).collect();
        lines.join("；")
    })
}

fn with_slashes(path: &Path) -> String {
    let parts = path.components().filter(|part| matches!(part, Component::Normal(_)));
    parts.map(|part| part.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/")
}
