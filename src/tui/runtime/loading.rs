//! Data that is read, watched and given back on threads beside the screen's.

use std::{
    io,
    sync::{
        Arc,
        mpsc::{Receiver, channel},
    },
};

use super::Setup;
use crate::{
    find::Index,
    load::{self, LoadStep, Loaded, Loading, Urgency},
    parallel,
};

/// A load on a thread of its own.
pub(super) struct LoadThread {
    /// Stops it when dropped.
    _thread: Loading,
    pub(super) steps: Receiver<News>,
    /// What is on the screen is to be replaced.
    pub(super) again: bool,
}

/// What the loading thread sends.
pub(super) enum News {
    Step(LoadStep),
    /// Everything, made ready for searching if need be first.
    Data(Arc<Loaded>, Option<Arc<Index>>),
}

/// Starts to load behind the screen. Data that is loaded again is handed out together with its index, so that no key
/// has to make one; at the start the screen is filled first.
pub(super) fn start(setup: &Setup, again: bool) -> io::Result<LoadThread> {
    let (sender, steps) = channel();
    // Nobody listens once the explorer has ended.
    let send = move |news| {
        let _ = sender.send(news);
    };
    let return_memory = setup.return_memory;
    let urgency = if again { Urgency::Behind } else { Urgency::Awaited };
    let thread = load::start(
        setup.origin.clone(),
        setup.load.clone(),
        urgency,
        move |step| match step {
            LoadStep::Done(loaded) => {
                if !again {
                    send(News::Data(Arc::clone(&loaded), None));
                }
                let index = Arc::new(Index::of(&loaded));
                send(News::Data(loaded, Some(index)));
                // What reading took and needs no more.
                return_memory();
            }
            step => send(News::Step(step)),
        },
    )?;
    Ok(LoadThread {
        _thread: thread,
        steps,
        again,
    })
}

/// Frees the memory of data behind the screen and returns it to the system: with thousands of dossiers that takes longer than
/// a key may wait.
pub(super) fn give_back(data: impl Send + 'static, return_memory: fn()) {
    // Where there is no thread to be had, it has been freed here.
    let _ = parallel::behind("free", move || {
        drop(data);
        return_memory();
    });
}

pub(super) fn watch(setup: &Setup) -> io::Result<(load::Watch, Receiver<()>)> {
    let (sender, changes) = channel();
    let watch = load::watch(setup.origin.clone(), move || {
        // As above.
        let _ = sender.send(());
    })?;
    Ok((watch, changes))
}
