//! The editor's process: without it there is nobody to serve.

/// Calls `gone` once the process has ended. A process that cannot be seen from the start (an editor on another machine
/// or outside the container) is not waited for, because its number means nothing here.
#[cfg(unix)]
pub fn watch(process: u32, gone: impl FnOnce() + Send + 'static) {
    use rustix::io::Errno;
    use rustix::process::{Pid, test_kill_process};

    const EVERY: std::time::Duration = std::time::Duration::from_secs(2);

    let Some(pid) = i32::try_from(process).ok().and_then(Pid::from_raw) else { return };
    let lives = move || test_kill_process(pid) != Err(Errno::SRCH);
    if lives() {
        super::spawn("parent", move || {
            while lives() {
                std::thread::sleep(EVERY);
            }
            gone();
        });
    }
}

/// Not watched on this system; the end of the input ends the server there.
#[cfg(not(unix))]
pub fn watch(_process: u32, _gone: impl FnOnce() + Send + 'static) {}
