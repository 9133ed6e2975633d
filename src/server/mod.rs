//! The language server on tower-lsp: message glue, and nothing that the command line does not do too.
//!
//! ```text
//! stdin → incoming (frame, filter) → tower-lsp → backend ─┐ messages, in the order of the wire
//!                                                         ↓
//! stdout ← outgoing ←──────────── diagnostics ←──────── owner (drafts, settings)
//! ```
//!
//! | what | where |
//! |---|---|
//! | frames, and messages repaired before the framework reads them | `frame`, `filter`, `incoming`, `outgoing` |
//! | handlers, what the server can do, what the client can do | `backend`, `capabilities`, `abilities` |
//! | all drafts and their order, pinyin that is being typed | `owner`, `draft`, `composing` |
//! | what is shown of the findings, pushed or asked for | `diagnostics`, `pull`, and their `manuals` |
//! | drafts and answers on their way around the framework | `opening`, `large` |
//! | semantic tokens last given, files beside a draft | `coloured`, `beside` |
//! | commands that an editor may have run | `commands` |
//! | finding and reading `hegao.toml` | `settings` |
//! | drafts of the workspace that are not open, how far long work has come | `workspace`, `progress` |
//! | messages to the user | `voice` |
//! | between hegao's types and LSP's, a file for each feature | `convert`, and nowhere else |
//! | the editor's process, faults on purpose | `parent`, `fault` |

mod abilities;
mod backend;
mod beside;
mod capabilities;
mod coloured;
mod commands;
mod composing;
mod convert;
mod diagnostics;
mod draft;
mod fault;
mod filter;
mod frame;
mod incoming;
mod large;
mod manuals;
mod opening;
mod order;
mod outgoing;
mod owner;
mod parent;
mod progress;
mod pull;
mod settings;
mod uri;
mod voice;
mod workspace;

use std::io::{self, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::process::ExitCode;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use tower_lsp::{LspService, Server};

use backend::Backend;
use incoming::Incoming;
use large::Large;
use opening::Openings;
use outgoing::Outgoing;
use owner::Owner;

use crate::lexicon::{Lexicon, load_dictionary};

/// Exit code after a fault that nothing caught; editors start the server again.
const FAULT: i32 = 101;

/// Requests that may wait for the owner at a time. Cancelling one needs a place among them, so there are many.
const WAITING: usize = 4096;

/// How long requests may go on after the input has ended.
const LAST_WORK: Duration = Duration::from_secs(10);

/// Serves one editor on standard input and output until it is done.
///
/// The exit code is 0 after `shutdown` and 1 without.
pub fn run() -> ExitCode {
    std::panic::set_hook(Box::new(|panic| log(&format!("panic: {panic}"))));
    match catch_unwind(AssertUnwindSafe(serve)) {
        Ok(Ok(true)) => ExitCode::SUCCESS,
        Ok(Ok(false)) => ExitCode::FAILURE,
        Ok(Err(error)) => {
            log(&error.to_string());
            ExitCode::FAILURE
        }
        Err(_) => std::process::exit(FAULT),
    }
}

/// Whether the end was announced by `shutdown`.
fn serve() -> io::Result<bool> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build()?;
    // Ready before the first draft is opened, and not while its answer is waited for.
    spawn("lexicon", || {
        Lexicon::builtin();
        load_dictionary();
    });
    let out = Outgoing::start(io::stdout());
    let (openings, large) = (Openings::default(), Large::default());
    let input = Incoming::start(io::stdin(), out.clone(), openings.clone());
    let (ended, finished) = (input.ended(), Arc::new(AtomicBool::new(false)));
    let (service, socket) = LspService::build(|client| {
        let (asked, handle) = (client.clone(), runtime.handle().clone());
        let refresh = move || {
            let client = asked.clone();
            handle.spawn(async move {
                tokio::time::timeout(backend::PATIENCE, client.workspace_diagnostic_refresh()).await
            });
        };
        let owner = Owner::start(out.clone(), Box::new(refresh));
        Backend::new(client, owner, finished.clone(), out.clone(), openings.clone(), large.clone())
    })
    .custom_method(filter::UNREADABLE, Backend::unreadable)
    .custom_method(opening::METHOD, Backend::opening)
    .custom_method("window/workDoneProgress/cancel", Backend::cancel_progress)
    .finish();
    let server = Server::new(input, out.answers(large), socket).concurrency_level(WAITING);
    runtime.block_on(async {
        tokio::select! {
            () = server.serve(service) => {}
            () = async { ended.notified().await; tokio::time::sleep(LAST_WORK).await } => {}
        }
    });
    out.finish();
    Ok(finished.load(Ordering::Relaxed))
}

/// Ends the process from any thread.
fn end(finished: bool) -> ! {
    std::process::exit(i32::from(!finished))
}

/// A thread whose fault ends the process: without it the server would live on and never answer.
fn spawn(name: &str, work: impl FnOnce() + Send + 'static) {
    let guarded = || {
        if catch_unwind(AssertUnwindSafe(work)).is_err() {
            std::process::exit(FAULT);
        }
    };
    if let Err(error) = std::thread::Builder::new().name(name.into()).spawn(guarded) {
        log(&format!("thread {name}: {error}"));
        std::process::exit(FAULT);
    }
}

/// A line on standard error. An editor that has closed it does not matter.
fn log(line: &str) {
    let _ = writeln!(io::stderr(), "hegao: {line}");
}
