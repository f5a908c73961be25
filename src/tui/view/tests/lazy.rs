//! What a screen shows of a compiled atlas is all that is read of it.

use std::{sync::Arc, time::Duration};

use ratatui::{
    buffer::Buffer,
    layout::{Rect, Size},
};
use tempfile::TempDir;

use super::view;
use crate::{
    load::{Access, Cache, Options, Origin, open, tests::many},
    tui::{
        app::App,
        display::Look,
        msg::{Action, Msg},
    },
};

/// A screen's height is paged through; of the hundred colleges those alone are read on which the cursor stood.
#[test]
fn a_list_of_colleges_reads_the_chosen_one_alone() {
    let (dir, home) = (many(100), TempDir::new().unwrap());
    let cache = Cache {
        above: 0,
        settled: Duration::ZERO,
        access: Access::Own,
        ..Cache::in_folder(home.path().join("rongtu"))
    };
    let (origin, options) = (Origin::Folder(dir.path().into()), Options { cache: Some(cache) });
    open(&origin, &options);
    let loaded = Arc::new(open(&origin, &options));
    let read = || {
        let colleges = loaded.atlas.colleges.iter();
        colleges
            .filter(|college| college.dossier.at_hand().is_some())
            .count()
    };
    let mut app = App::new(Arc::clone(&loaded), Look::default(), Size::new(120, 36));
    let show = |app: &App| view(app, &mut Buffer::empty(Rect::new(0, 0, 120, 36)));
    show(&app);
    assert_eq!(read(), 1);
    for shown in 2..5 {
        app.update(Msg::Do(Action::PageDown));
        show(&app);
        assert_eq!(read(), shown);
    }
}
