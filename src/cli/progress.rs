//! A progress bar, for people who wait.

use std::fmt::Write;
use std::io::IsTerminal;
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressState, ProgressStyle};

/// Work shorter than this shows no bar.
const MOMENT: Duration = Duration::from_millis(500);

/// Drafts done of all; silent unless standard error is a terminal and the work takes longer than a moment.
pub struct Progress {
    bar: Option<ProgressBar>,
    start: Instant,
}

impl Progress {
    /// For a number of drafts.
    pub fn new(drafts: usize) -> Self {
        let bar = std::io::stderr().is_terminal().then(|| {
            let bar = ProgressBar::with_draw_target(Some(drafts as u64), ProgressDrawTarget::hidden());
            bar.with_style(style())
        });
        Progress { bar, start: Instant::now() }
    }

    /// One draft more is done.
    pub fn advance(&self) {
        if let Some(bar) = &self.bar {
            if bar.is_hidden() && self.start.elapsed() > MOMENT {
                bar.set_draw_target(ProgressDrawTarget::stderr());
            }
            bar.inc(1);
        }
    }

    /// Runs something that prints, with the bar out of the way.
    pub fn aside<T>(&self, print: impl FnOnce() -> T) -> T {
        match &self.bar {
            Some(bar) => bar.suspend(print),
            None => print(),
        }
    }

    /// Takes the bar away.
    pub fn finish(&self) {
        if let Some(bar) = &self.bar {
            bar.finish_and_clear();
        }
    }
}

fn style() -> ProgressStyle {
    let rate = |state: &ProgressState, line: &mut dyn Write| {
        // A bar that cannot be drawn must not stop the work.
        let _ = write!(line, "{:.1}", state.per_sec());
    };
    let style = ProgressStyle::with_template("{bar:30} {pos}/{len} 份，每秒 {rate} 份，还需 {eta}");
    style.unwrap_or_else(|_| ProgressStyle::default_bar()).with_key("rate", rate)
}
