//! Many things to do, several threads, one order; and what is done behind a screen.
//!
//! Owns how work is shared: threads take the next few items, results come back to the caller as they are made and
//! end up in the order of the items. It knows nothing of what is done to an item.

use std::{
    io,
    num::NonZero,
    ops::Range,
    panic::resume_unwind,
    sync::{
        atomic::{AtomicBool, AtomicUsize, Ordering},
        mpsc::{Sender, channel},
    },
    thread,
};

/// More threads than this gain little, and each keeps memory of its own.
const MOST: usize = 8;

/// `work` on each item, on several threads unless there are fewer than `few`; a thread takes `handful` at a time.
///
/// `seen` is called again and again with what is done so far, in the order of the items; the first gap is where work
/// is still going on. None when `stop` was set before the end.
pub(crate) fn each<I: Sync, T: Send>(
    items: &[I],
    few: usize,
    handful: usize,
    stop: &AtomicBool,
    work: impl Fn(&I) -> T + Sync,
    mut seen: impl FnMut(&[Option<T>]),
) -> Option<Vec<T>> {
    let mut done: Vec<Option<T>> = items.iter().map(|_| None).collect();
    let next = AtomicUsize::new(0);
    let shift = || Shift {
        items,
        handful,
        next: &next,
        stop,
        work: &work,
    };
    thread::scope(|scope| {
        let (sender, results) = channel();
        if items.len() < few {
            shift().run(&sender);
        } else {
            for _ in 0..threads().min(items.len()) {
                let (shift, sender) = (shift(), sender.clone());
                scope.spawn(move || shift.run(&sender));
            }
        }
        drop(sender);
        for (start, results) in results {
            let slots = done.iter_mut().skip(start);
            slots.zip(results).for_each(|(slot, result)| *slot = Some(result));
            seen(&done);
        }
    });
    done.into_iter().collect()
}

/// `work` on each item, in order, on several threads unless there are fewer than `few`. A panic in it is raised again here.
pub(crate) fn map<I: Sync, T: Send>(items: &[I], few: usize, work: impl Fn(&I) -> T + Sync) -> Vec<T> {
    let done = each(items, few, 1, &AtomicBool::new(false), work, |_| ());
    done.unwrap_or_default()
}

/// Places a thread looks at in one go, when looking at one takes next to no time.
const SHARE: usize = 8192;

/// Fewer shares are not worth a second thread.
const SHARES: usize = 3;

/// What `find` finds at each place below `count`, in order.
pub(crate) fn found<T: Send>(count: usize, find: impl Fn(usize) -> Option<T> + Sync) -> Vec<T> {
    shared(count, |places| places.filter_map(&find).collect())
}

/// The `limit` least of what `find` finds at each place below `count`, in order.
pub(crate) fn least<T: Send + Ord>(
    count: usize,
    limit: usize,
    find: impl Fn(usize) -> Option<T> + Sync,
) -> Vec<T> {
    let mut least = shared(count, |places| {
        let mut kept = Vec::new();
        for item in places.filter_map(&find) {
            kept.push(item);
            // Not at each: to look for the least of so many takes as long as to find so many.
            if kept.len() >= limit.saturating_mul(2) {
                cut(&mut kept, limit);
            }
        }
        kept
    });
    cut(&mut least, limit);
    least.sort_unstable();
    least
}

/// Leaves the `limit` least, in no order.
fn cut<T: Ord>(items: &mut Vec<T>, limit: usize) {
    if items.len() > limit {
        items.select_nth_unstable(limit);
        items.truncate(limit);
    }
}

/// What `look` makes of the places below `count`, share by share, in order.
fn shared<T: Send>(count: usize, look: impl Fn(Range<usize>) -> Vec<T> + Sync) -> Vec<T> {
    let starts: Vec<usize> = (0..count).step_by(SHARE).collect();
    let share = |start: &usize| look(*start..count.min(start + SHARE));
    let shares = each(&starts, SHARES, 1, &AtomicBool::new(false), share, |_| ());
    shares.into_iter().flatten().flatten().collect()
}

/// Two things at once, the second on a thread of its own.
pub(crate) fn both<A, B: Send>(one: impl FnOnce() -> A, other: impl FnOnce() -> B + Send) -> (A, B) {
    thread::scope(|scope| {
        let other = scope.spawn(other);
        let one = one();
        (one, other.join().unwrap_or_else(|panic| resume_unwind(panic)))
    })
}

/// `work` behind a screen, on a thread that gives way to the one that answers keys.
///
/// # Errors
/// What the system says when it gives no thread.
pub(crate) fn behind(name: &str, work: impl FnOnce() + Send + 'static) -> io::Result<()> {
    let thread = thread::Builder::new().name(name.to_owned());
    thread.spawn(move || {
        give_way();
        work();
    })?;
    Ok(())
}

/// Lets other threads of the process run before this one and those it starts. Linux alone counts niceness by the thread. A system
/// that refuses leaves the thread as it was.
pub(crate) fn give_way() {
    #[cfg(target_os = "linux")]
    let _ = rustix::process::nice(NICER);
}

/// As nice(1) adds when it is not told how much.
#[cfg(target_os = "linux")]
const NICER: i32 = 10;

fn threads() -> usize {
    thread::available_parallelism().map_or(1, NonZero::get).min(MOST)
}

/// What one thread does until nothing is left.
struct Shift<'a, I, W> {
    items: &'a [I],
    handful: usize,
    next: &'a AtomicUsize,
    stop: &'a AtomicBool,
    work: &'a W,
}

impl<I, W> Shift<'_, I, W> {
    fn run<T>(&self, sender: &Sender<(usize, Vec<T>)>)
    where
        W: Fn(&I) -> T,
    {
        while let Some((start, items)) = self.take() {
            if sender
                .send((start, items.iter().map(self.work).collect()))
                .is_err()
            {
                return;
            }
        }
    }

    /// The next handful and the place of its first item.
    fn take(&self) -> Option<(usize, &[I])> {
        let start = self.next.fetch_add(self.handful, Ordering::Relaxed);
        let end = self.items.len().min(start + self.handful);
        let stopped = self.stop.load(Ordering::Relaxed);
        (start < end && !stopped).then(|| (start, &self.items[start..end]))
    }
}

#[cfg(test)]
mod tests {
    use std::panic::catch_unwind;

    use super::*;

    #[test]
    fn a_panic_on_any_thread_is_raised_again() {
        for (items, few) in [(vec![0; 4], 100), (vec![0; 400], 2)] {
            let work = |_: &i32| -> i32 { panic!("one item") };
            assert!(catch_unwind(|| map(&items, few, work)).is_err());
        }
    }

    #[test]
    fn results_are_in_the_order_of_the_items() {
        let items: Vec<usize> = (0..1000).collect();
        assert_eq!(
            map(&items, 2, |n| n * 2),
            items.iter().map(|n| n * 2).collect::<Vec<_>>()
        );
    }
}
