//! Progress, for people who wait: a bar on a terminal, and a line now and then in the log of a pipeline.

use std::fmt::Write;
use std::io::IsTerminal;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressState, ProgressStyle};

use super::problem::say;

/// Work shorter than this shows no bar.
const MOMENT: Duration = Duration::from_millis(500);
/// Time between two lines of a log.
const WHILE: Duration = Duration::from_secs(15);

/// Drafts done of all, told on standard error.
pub enum Progress {
    /// Drawn when the work takes longer than a moment.
    Bar {
        bar: ProgressBar,
        start: Instant,
    },
    /// Where `CI` is set, as build servers do.
    Lines(Mutex<Lines>),
    Silent,
}

/// What the log of a pipeline is told.
#[derive(Debug)]
pub struct Lines {
    done: usize,
    all: usize,
    start: Instant,
    told: Instant,
}

impl Progress {
    /// For a number of drafts.
    pub fn new(drafts: usize) -> Self {
        let start = Instant::now();
        if std::io::stderr().is_terminal() {
            let bar = ProgressBar::with_draw_target(Some(drafts as u64), ProgressDrawTarget::hidden());
            Progress::Bar { bar: bar.with_style(style()), start }
        } else if std::env::var_os("CI").is_some_and(|value| !value.is_empty()) {
            Progress::Lines(Mutex::new(Lines { done: 0, all: drafts, start, told: start }))
        } else {
            Progress::Silent
        }
    }

    /// One draft more is done.
    pub fn advance(&self) {
        match self {
            Progress::Bar { bar, start } => {
                if bar.is_hidden() && start.elapsed() > MOMENT {
                    bar.set_draw_target(ProgressDrawTarget::stderr());
                }
                bar.inc(1);
            }
            Progress::Lines(lines) => {
                let mut lines = lines.lock().unwrap_or_else(PoisonError::into_inner);
                lines.advance(Instant::now()).iter().for_each(|line| say(line));
            }
            Progress::Silent => {}
        }
    }

    /// Runs something that prints, with the bar out of the way.
    pub fn aside<T>(&self, print: impl FnOnce() -> T) -> T {
        match self {
            Progress::Bar { bar, .. } => bar.suspend(print),
            Progress::Lines(_) | Progress::Silent => print(),
        }
    }

    /// Takes the bar away.
    pub fn finish(&self) {
        if let Progress::Bar { bar, .. } = self {
            bar.finish_and_clear();
        }
    }
}

impl Lines {
    /// Counts a draft; the line for the log when it is time for one.
    fn advance(&mut self, now: Instant) -> Option<String> {
        self.done += 1;
        if now.duration_since(self.told) < WHILE || self.done == self.all {
            return None;
        }
        self.told = now;
        let rate = self.done as f64 / now.duration_since(self.start).as_secs_f64();
        let left = (self.all - self.done) as f64 / rate;
        Some(format!("已查 {}/{} 份，每秒 {rate:.1} 份，还需约 {left:.0} 秒", self.done, self.all))
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_log_gets_a_line_now_and_then_and_none_at_the_end() {
        let start = Instant::now();
        let mut lines = Lines { done: 0, all: 100, start, told: start };
        let at = |seconds: u64| start + Duration::from_secs(seconds);
        assert_eq!(lines.advance(at(14)), None);
        lines.done = 39;
        assert_eq!(lines.advance(at(20)).as_deref(), Some("已查 40/100 份，每秒 2.0 份，还需约 30 秒"));
        assert_eq!(lines.advance(at(21)), None);
        lines.done = 99;
        assert_eq!(lines.advance(at(60)), None);
    }
}
