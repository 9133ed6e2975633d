//! The same work on every item of a stream, on all processors, with the results in the order of the items.

use std::ops::ControlFlow;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{available_parallelism, scope};

/// Results that may wait for one before them. Memory depends on this and never on the number of items.
const WAITING: usize = 64;

/// Works on the items as they come and hands each result to `sink` as soon as all before it were handed over; ends when
/// the items do, or when `sink` breaks. (rayon's parallel iterators either keep all results or lose their order.)
pub fn in_order<I: Send, O: Send>(
    items: impl Iterator<Item = I> + Send,
    work: impl Fn(I) -> O + Sync,
    mut sink: impl FnMut(O) -> ControlFlow<()>,
) {
    let threads = available_parallelism().map_or(1, usize::from);
    let (to_order, order) = sync_channel::<Receiver<O>>(WAITING);
    let (to_workers, for_workers) = sync_channel::<(I, SyncSender<O>)>(threads);
    let for_workers = Arc::new(Mutex::new(for_workers));
    scope(|scope| {
        // All ends of the channels move into the threads, so that each ends when its neighbours do.
        scope.spawn(move || {
            for item in items {
                let (result, to_sink) = sync_channel(1);
                if to_order.send(to_sink).is_err() || to_workers.send((item, result)).is_err() {
                    break;
                }
            }
        });
        for _ in 0..threads {
            let (for_workers, work) = (for_workers.clone(), &work);
            scope.spawn(move || {
                let next = || for_workers.lock().unwrap_or_else(PoisonError::into_inner).recv();
                while let Ok((item, result)) = next() {
                    // A sink that broke wants no more results.
                    let _ = result.send(work(item));
                }
            });
        }
        drop(for_workers);
        // A result that never comes is the panic of a worker, which the scope passes on.
        for result in order.into_iter().map_while(|result| result.recv().ok()) {
            if sink(result).is_break() {
                break;
            }
        }
    });
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::*;

    #[test]
    fn results_come_in_the_order_of_the_items_however_long_each_takes() {
        let mut seen = Vec::new();
        let slow = |number: u64| (0..(number * 7919) % 50_000).fold(number, |sum, _| std::hint::black_box(sum));
        in_order(0..500, slow, |number| {
            seen.push(number);
            ControlFlow::Continue(())
        });
        assert_eq!(seen, (0..500).collect::<Vec<_>>());
    }

    #[test]
    fn no_more_items_are_taken_than_may_wait() {
        let taken = AtomicUsize::new(0);
        let items = std::iter::repeat_with(|| taken.fetch_add(1, Ordering::SeqCst));
        let mut done = 0;
        // An endless stream ends with its sink.
        in_order(
            items,
            |number| number,
            |number| {
                done += 1;
                let most = WAITING + 2 * available_parallelism().map_or(1, usize::from) + 3;
                assert!(taken.load(Ordering::SeqCst) <= number + most);
                if done < 1000 { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
            },
        );
        assert_eq!(done, 1000);
    }
}
