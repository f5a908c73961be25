//! Many files, several threads, one order.
//!
//! Owns how work is shared: threads take the next few files, results come back to the caller as they are made and
//! end up in the order of the files. It knows nothing of what is done to a file.

use std::{
    num::NonZero,
    sync::{
        atomic::{AtomicBool, AtomicUsize, Ordering},
        mpsc::{Sender, channel},
    },
    thread,
};

use super::origin::Entry;

/// Below this many files the threads cost more than they save.
const FEW: usize = 32;

/// Files a thread takes at a time: enough that handing over costs nothing, few enough to show progress.
const HANDFUL: usize = 16;

/// More threads than this gain little, and each keeps memory of its own.
const MOST: usize = 8;

/// `work` on each file. `seen` is called again and again with what is done so far, in the order of the files; the
/// first gap is where work is still going on. None when `stop` was set before the end.
pub fn each<T: Send>(
    files: &[&Entry],
    stop: &AtomicBool,
    work: impl Fn(&Entry) -> T + Sync,
    mut seen: impl FnMut(&[Option<T>]),
) -> Option<Vec<T>> {
    let mut done: Vec<Option<T>> = files.iter().map(|_| None).collect();
    let next = AtomicUsize::new(0);
    let shift = || Shift {
        files,
        next: &next,
        stop,
        work: &work,
    };
    thread::scope(|scope| {
        let (sender, results) = channel();
        if files.len() < FEW {
            shift().run(&sender);
        } else {
            for _ in 0..threads() {
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

fn threads() -> usize {
    thread::available_parallelism().map_or(1, NonZero::get).min(MOST)
}

/// What one thread does until nothing is left.
struct Shift<'a, W> {
    files: &'a [&'a Entry],
    next: &'a AtomicUsize,
    stop: &'a AtomicBool,
    work: &'a W,
}

impl<W> Shift<'_, W> {
    fn run<T>(&self, sender: &Sender<(usize, Vec<T>)>)
    where
        W: Fn(&Entry) -> T,
    {
        while let Some((start, files)) = self.take() {
            if sender
                .send((start, files.iter().map(|file| (self.work)(file)).collect()))
                .is_err()
            {
                return;
            }
        }
    }

    /// The next handful and the place of its first file.
    fn take(&self) -> Option<(usize, &[&Entry])> {
        let start = self.next.fetch_add(HANDFUL, Ordering::Relaxed);
        let end = self.files.len().min(start + HANDFUL);
        let stopped = self.stop.load(Ordering::Relaxed);
        (start < end && !stopped).then(|| (start, &self.files[start..end]))
    }
}
