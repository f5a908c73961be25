//! Tells when the files of an origin change.
//!
//! Owns the thread that looks: asking the system about thousands of files takes longer than a key may. It reads no
//! file and loads nothing.

use std::{
    io,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    thread,
    time::Duration,
};

use super::Origin;
use crate::parallel;

/// How often the files are looked at.
const INTERVAL: Duration = Duration::from_secs(1);

/// A watch that is kept; dropping it ends it.
#[derive(Debug)]
pub(crate) struct Watch {
    stop: Arc<AtomicBool>,
}

/// Watches the files of `origin` and returns at once. `on` is called after each change, on the thread that watches.
///
/// # Errors
/// What the system says when it gives no thread.
pub(crate) fn watch(origin: Origin, mut on: impl FnMut() + Send + 'static) -> io::Result<Watch> {
    let stop = Arc::new(AtomicBool::new(false));
    let stopped = Arc::clone(&stop);
    parallel::behind("watch", move || {
        let mut seen = origin.trace();
        loop {
            thread::sleep(INTERVAL);
            if stopped.load(Ordering::Relaxed) {
                return;
            }
            let now = origin.trace();
            if now != seen {
                seen = now;
                on();
            }
        }
    })?;
    Ok(Watch { stop })
}

impl Drop for Watch {
    fn drop(&mut self) {
        self.stop.store(true, Ordering::Relaxed);
    }
}
