//! The Neovim plugin, in a real Neovim without a screen; its journey is editors/neovim/test/journey.lua.
//!
//! `HEGAO_NVIM` names a Neovim that is not on the PATH.

use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

/// The Neovim to test with, when there is one.
fn nvim() -> Option<String> {
    let name = std::env::var("HEGAO_NVIM").unwrap_or_else(|_| "nvim".into());
    let there = Command::new(&name).arg("--version").stdout(Stdio::null()).stderr(Stdio::null()).status();
    there.is_ok_and(|status| status.success()).then_some(name)
}

#[test]
fn a_drafter_finds_the_way_in_neovim() {
    let Some(nvim) = nvim() else {
        let _ = writeln!(std::io::stderr(), "skipped: a_drafter_finds_the_way_in_neovim: no nvim here");
        return;
    };
    let plugin = Path::new(env!("CARGO_MANIFEST_DIR")).join("editors/neovim");
    let (drafts, state) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    // On a copy: the help's tags are written beside it.
    copy(&plugin, &state.path().join("plugin"));
    let plugin = state.path().join("plugin");
    let mut command = Command::new(nvim);
    command.args(["--headless", "--clean", "-i", "NONE", "-n"]);
    command.arg("--cmd").arg(format!("set rtp^={}", plugin.display()));
    command.arg("--cmd").arg(format!("let hegao_program='{}'", env!("CARGO_BIN_EXE_hegao")));
    command.arg("-S").arg(plugin.join("test/journey.lua")).stdin(Stdio::null());
    for name in ["XDG_STATE_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME"] {
        command.env(name, state.path().join(name));
    }
    let done = command.env("HEGAO_FOLDER", drafts.path()).output().unwrap();
    let said = String::from_utf8_lossy(&done.stdout);
    let well = done.status.success() && said.ends_with("\nok\n");
    assert!(well, "{said}{}", String::from_utf8_lossy(&done.stderr));
}

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        let target = to.join(path.file_name().unwrap());
        if path.is_dir() {
            copy(&path, &target);
        } else {
            std::fs::copy(&path, &target).unwrap();
        }
    }
}
