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

use super::{Loaded, Options, Origin, run};

/// How a load goes on.
#[derive(Clone, Debug)]
pub(crate) enum Step {
    /// So many of so many files have been read.
    Progress {
        /// Files read.
        done: usize,
        /// Files there are.
        total: usize,
    },
    /// The first dossiers, when there are many: a sound atlas to read while the rest is loaded.
    Part(Box<Loaded>),
    /// Everything; once more, from the files, when it turns out that the compiled copy was torn.
    Done(Arc<Loaded>),
}

/// A load under way; dropping it stops the load at the next file.
#[derive(Debug)]
pub(crate) struct Loading {
    stop: Arc<AtomicBool>,
    #[cfg(test)]
    thread: Option<thread::JoinHandle<()>>,
}

/// Starts to load `origin` and returns at once. `on` is called at every step, on the thread that loads: it may
/// send the step somewhere and wake whoever waits there, and should not take long.
///
/// # Errors
/// What the system says when it gives no thread.
pub(crate) fn start(
    origin: Origin,
    options: Options,
    mut on: impl FnMut(Step) + Send + 'static,
) -> io::Result<Loading> {
    let stop = Arc::new(AtomicBool::new(false));
    let stopped = Arc::clone(&stop);
    let _thread = thread::Builder::new().name("load".into()).spawn(move || {
        if let Some((loaded, ())) = run(&origin, &options, &stopped, &mut on, |_| ()) {
            let loaded = Arc::new(loaded);
            on(Step::Done(Arc::clone(&loaded)));
            if let Some(torn) = loaded.copy.as_ref().filter(|copy| !copy.is_whole()) {
                on(Step::Done(Arc::new(Loaded::anew(&origin, torn))));
            }
            loaded.keep();
        }
    })?;
    Ok(Loading {
        stop,
        #[cfg(test)]
        thread: Some(_thread),
    })
}

impl Loading {
    /// Waits until the load is over, stopped or not.
    #[cfg(test)]
    pub(crate) fn wait(mut self) {
        if let Some(thread) = self.thread.take() {
            // A load that panicked has said so already and has sent no last step.
            let _ = thread.join();
        }
    }

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
        let steps = || {
            let (sender, steps) = channel();
            let tell = move |step| sender.send(step).unwrap();
            start(origin.clone(), Options::default(), tell).unwrap().wait();
            steps.iter().collect::<Vec<_>>()
        };
        // A thread that the system holds up with the first files leaves no part of a load: then once more.
        let parted = |steps: &Vec<Step>| steps.iter().any(|step| matches!(step, Step::Part(_)));
        let steps = (0..20)
            .map(|_| steps())
            .find(parted)
            .expect("a part in one of many loads");
        let counts = steps.iter().filter_map(|step| match step {
            Step::Progress { done, total } => Some((*done, *total)),
            _ => None,
        });
        let counts: Vec<_> = counts.collect();
        assert!(counts.is_sorted() && counts.len() > 10);
        assert_eq!(counts.last(), Some(&(2 * COLLEGES + 3, 2 * COLLEGES + 3)));
        let whole = load(&origin);
        let parts = steps.iter().filter_map(|step| match step {
            Step::Part(part) => Some(&part.atlas),
            _ => None,
        });
        let [part] = parts.collect::<Vec<_>>()[..] else {
            panic!("not one part")
        };
        for (college, same) in part.colleges.iter().zip(&whole.atlas.colleges) {
            assert_eq!((&college.id, &college.outcomes), (&same.id, &same.outcomes));
            assert!(part.source(college.source) == whole.atlas.source(same.source));
        }
        let Some(Step::Done(loaded)) = steps.last() else {
            panic!("not done")
        };
        assert!(loaded.atlas == whole.atlas && loaded.findings.is_empty());
    }

    #[test]
    fn a_torn_copy_is_shown_and_then_the_files() {
        let (dir, home) = (many(COLLEGES), TempDir::new().unwrap());
        let origin = Origin::Folder(dir.path().to_owned());
        let cache = Cache {
            folder: home.path().join("rongtu"),
            above: 0,
            settled: Duration::ZERO,
            access: Access::Own,
        };
        let options = Options { cache: Some(cache) };
        let done = || {
            let (sender, steps) = channel();
            let tell = move |step| sender.send(step).unwrap();
            start(origin.clone(), options.clone(), tell).unwrap().wait();
            let done = |step| match step {
                Step::Done(loaded) => Some(loaded),
                _ => None,
            };
            steps.iter().filter_map(done).collect::<Vec<_>>()
        };
        assert_eq!(done().len(), 1, "parsed and kept");
        assert_eq!(done().len(), 1, "from the copy");
        let copy = fs::read_dir(home.path().join("rongtu")).unwrap().next().unwrap();
        let copy = copy.unwrap().path();
        let mut bytes = fs::read(&copy).unwrap();
        let last = bytes.len() / 2;
        bytes[last] ^= 1;
        fs::write(&copy, bytes).unwrap();
        let twice = done();
        assert!(twice.len() == 2 && twice[1].atlas == load(&origin).atlas);
        assert_eq!(done().len(), 1, "kept anew");
    }

    #[test]
    fn a_stopped_load_is_never_done() {
        let dir = many(COLLEGES);
        let (sender, steps) = channel();
        let (go, wait) = channel::<()>();
        let loading = start(
            Origin::Folder(dir.path().to_owned()),
            Options::default(),
            move |step| {
                sender.send(step).unwrap();
                let _ = wait.recv();
            },
        );
        let loading = loading.unwrap();
        assert!(matches!(steps.recv(), Ok(Step::Progress { .. })));
        loading.stop();
        drop(go);
        loading.wait();
        assert!(!steps.iter().any(|step| matches!(step, Step::Done(_))));
    }

    #[test]
    fn a_dropped_load_stops_by_itself() {
        let dir = many(COLLEGES);
        let (sender, steps) = channel();
        let (go, wait) = channel::<()>();
        drop(start(
            Origin::Folder(dir.path().to_owned()),
            Options::default(),
            move |step| {
                let _ = wait.recv();
                let _ = sender.send(step);
            },
        ));
        drop(go);
        assert!(!steps.iter().any(|step| matches!(step, Step::Done(_))));
    }
}
