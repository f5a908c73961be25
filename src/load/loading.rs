//! A load behind a screen that is already drawn.
//!
//! Owns the thread that loads and how it is stopped. It draws nothing and waits for no one: whoever starts it says
//! what happens at each step, from that thread.

use std::{
    io,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    thread,
};

use super::{LoadOptions, Loaded, Origin, run};
use crate::parallel;

/// How a load goes on.
#[derive(Clone, Debug)]
pub(crate) enum LoadStep {
    /// So many of so many files have been read.
    Progress {
        /// Files read.
        done: usize,
        /// Files there are.
        total: usize,
    },
    /// The first dossiers, when there are many: a sound atlas to read while the rest is loaded.
    Part(Box<Loaded>),
    /// Everything.
    Done(Arc<Loaded>),
}

/// Whether somebody waits for a load.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Urgency {
    /// The screen is empty without it.
    Awaited,
    /// There is something to read meanwhile: it gives way to keys.
    Behind,
}

/// A load under way; dropping it stops the load at the next file.
#[derive(Debug)]
pub(crate) struct Loading {
    stop: Arc<AtomicBool>,
}

/// Starts to load `origin` and returns at once. `on` is called at every step, on the thread that loads: it may
/// send the step somewhere and wake whoever waits there, and should not take long.
///
/// # Errors
/// What the system says when it gives no thread.
pub(crate) fn start(
    origin: Origin,
    options: LoadOptions,
    urgency: Urgency,
    mut on: impl FnMut(LoadStep) + Send + 'static,
) -> io::Result<Loading> {
    let stop = Arc::new(AtomicBool::new(false));
    let stopped = Arc::clone(&stop);
    thread::Builder::new().name("load".into()).spawn(move || {
        if urgency == Urgency::Behind {
            parallel::give_way();
        }
        if let Some(loaded) = run(&origin, &options, &stopped, &mut on) {
            let loaded = Arc::new(loaded);
            on(LoadStep::Done(Arc::clone(&loaded)));
            loaded.keep();
        }
    })?;
    Ok(Loading { stop })
}

impl Loading {
    /// Stops the load at the next file; no step comes after the one being made.
    pub(crate) fn stop(&self) {
        self.stop.store(true, Ordering::Relaxed);
    }
}

impl Drop for Loading {
    fn drop(&mut self) {
        self.stop();
    }
}

#[cfg(test)]
mod tests {
    use std::{fs, sync::mpsc::channel, time::Duration};

    use tempfile::TempDir;

    use super::*;
    use crate::load::{Access, Cache, load, tests::many};

    const COLLEGES: usize = 300;

    #[test]
    fn progress_grows_and_a_sound_part_comes_before_everything() {
        let dir = many(COLLEGES);
        let origin = Origin::Folder(dir.path().to_owned());
        // A thread that the system holds up with the first files leaves no part of a load: then once more.
        let parted = |steps: &Vec<LoadStep>| steps.iter().any(|step| matches!(step, LoadStep::Part(_)));
        let steps = (0..20)
            .map(|_| steps(&origin, &LoadOptions::default()))
            .find(parted)
            .expect("a part in one of many loads");
        let counts = steps.iter().filter_map(|step| match step {
            LoadStep::Progress { done, total } => Some((*done, *total)),
            _ => None,
        });
        let counts: Vec<_> = counts.collect();
        assert!(counts.is_sorted() && counts.len() > 10);
        assert_eq!(counts.last(), Some(&(2 * COLLEGES + 3, 2 * COLLEGES + 3)));
        let whole = load(&origin);
        let parts = steps.iter().filter_map(|step| match step {
            LoadStep::Part(part) => Some(&part.atlas),
            _ => None,
        });
        let [part] = parts.collect::<Vec<_>>()[..] else {
            panic!("not one part")
        };
        for (college, same) in part.colleges.iter().zip(&whole.atlas.colleges) {
            assert_eq!((&college.id, &college.outcomes), (&same.id, &same.outcomes));
            assert!(part.source(college.source) == whole.atlas.source(same.source));
        }
        let Some(LoadStep::Done(loaded)) = steps.last() else {
            panic!("not done")
        };
        assert!(loaded.atlas == whole.atlas && loaded.findings.is_empty());
    }

    #[test]
    fn a_corrupt_copy_is_never_shown() {
        let (dir, home) = (many(COLLEGES), TempDir::new().unwrap());
        let origin = Origin::Folder(dir.path().to_owned());
        let cache = Cache {
            folder: home.path().join("rongtu"),
            above: 0,
            settled: Duration::ZERO,
            access: Access::Own,
        };
        let options = LoadOptions { cache: Some(cache) };
        let sent = || {
            let sent = steps(&origin, &options);
            let parsed = sent.iter().any(|step| matches!(step, LoadStep::Progress { .. }));
            let Some(LoadStep::Done(loaded)) = sent.last() else {
                panic!("not done")
            };
            assert!(loaded.atlas == load(&origin).atlas);
            parsed
        };
        assert!(sent(), "parsed and kept");
        assert!(!sent(), "from the copy");
        let copy = fs::read_dir(home.path().join("rongtu")).unwrap().next().unwrap();
        let copy = copy.unwrap().path();
        let mut bytes = fs::read(&copy).unwrap();
        let middle = bytes.len() / 2;
        bytes[middle] ^= 1;
        fs::write(&copy, bytes).unwrap();
        assert!(sent(), "corrupt");
        assert!(!sent(), "kept anew");
    }

    /// Every step of one load.
    fn steps(origin: &Origin, options: &LoadOptions) -> Vec<LoadStep> {
        let (sender, steps) = channel();
        let tell = move |step| sender.send(step).unwrap();
        let _loading = start(origin.clone(), options.clone(), Urgency::Behind, tell).unwrap();
        steps.iter().collect()
    }

    #[test]
    fn a_stopped_load_is_never_done() {
        let dir = many(COLLEGES);
        let (sender, steps) = channel();
        let (go, wait) = channel::<()>();
        let loading = start(
            Origin::Folder(dir.path().to_owned()),
            LoadOptions::default(),
            Urgency::Awaited,
            move |step| {
                sender.send(step).unwrap();
                let _ = wait.recv();
            },
        );
        let loading = loading.unwrap();
        assert!(matches!(steps.recv(), Ok(LoadStep::Progress { .. })));
        loading.stop();
        drop(go);
        assert!(!steps.iter().any(|step| matches!(step, LoadStep::Done(_))));
    }

    #[test]
    fn a_dropped_load_stops_by_itself() {
        let dir = many(COLLEGES);
        let (sender, steps) = channel();
        let (go, wait) = channel::<()>();
        drop(start(
            Origin::Folder(dir.path().to_owned()),
            LoadOptions::default(),
            Urgency::Awaited,
            move |step| {
                let _ = wait.recv();
                let _ = sender.send(step);
            },
        ));
        drop(go);
        assert!(!steps.iter().any(|step| matches!(step, LoadStep::Done(_))));
    }
}
