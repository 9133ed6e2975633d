//! Work on a draft spread over the processors where there is much of it.

use std::ops::Range;
use std::panic::resume_unwind;
use std::thread::{available_parallelism, scope};

/// Texts of more bytes than this are worth more than one thread.
const LARGE: usize = 1 << 20;

/// What `part` gives for the indices from 0 to `count`, in their order. A text of `bytes` bytes that is large is done in
/// as many parts as there are processors.
pub fn in_parts<T: Send>(count: usize, bytes: usize, part: impl Fn(Range<usize>) -> Vec<T> + Sync) -> Vec<T> {
    let threads = if bytes > LARGE { available_parallelism().map_or(1, usize::from) } else { 1 };
    if threads == 1 {
        return part(0..count);
    }
    let (step, part) = (count.div_ceil(threads).max(1), &part);
    scope(|scope| {
        let parts: Vec<_> =
            (0..count).step_by(step).map(|start| scope.spawn(move || part(start..(start + step).min(count)))).collect();
        let parts: Vec<Vec<T>> =
            parts.into_iter().map(|part| part.join().unwrap_or_else(|panic| resume_unwind(panic))).collect();
        // Growing as it goes, the list of a long draft would be copied again and again.
        let mut all = Vec::with_capacity(parts.iter().map(Vec::len).sum());
        parts.into_iter().for_each(|part| all.extend(part));
        all
    })
}

/// What `one` and `other` give, which run at the same time for a text of `bytes` bytes that is large.
pub fn both<A: Send, B>(bytes: usize, one: impl FnOnce() -> A + Send, other: impl FnOnce() -> B) -> (A, B) {
    if bytes <= LARGE {
        return (one(), other());
    }
    scope(|scope| {
        let one = scope.spawn(one);
        let other = other();
        (one.join().unwrap_or_else(|panic| resume_unwind(panic)), other)
    })
}
