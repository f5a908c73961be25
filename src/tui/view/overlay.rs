//! A page laid over the panes.

use ratatui::{buffer::Buffer, style::Style};

use super::{pane, runs};
use crate::{
    page::Run,
    tui::{
        app::{App, Overlay},
        pages,
        regions::Regions,
        theme::Part,
    },
};

/// Draws the topmost page; the row under the cursor is marked where it can be opened.
pub(crate) fn draw(app: &App, buf: &mut Buffer, regions: &Regions, overlay: &Overlay) {
    let region = regions.overlay;
    let rows = app.overlay_rows(regions);
    let height = usize::from(region.body.height);
    let note = place(overlay.list.offset, height, rows.len());
    pane::draw(
        app,
        buf,
        region,
        &[Run::heading(pages::title(app, overlay, region.body.width.into()))],
        &note,
        true,
    );
    for (y, at) in (0_u16..).zip(overlay.list.window(rows.len(), height)) {
        let under = at == overlay.list.cursor && rows[at].addr.is_some();
        let base = if under {
            app.look.palette.part(Part::Cursor)
        } else {
            Style::new()
        };
        runs(app, buf, region.body, y, &rows[at].runs, base);
    }
}

/// `12-30/45`, when not all of it is on screen.
fn place(offset: usize, height: usize, len: usize) -> String {
    if len <= height {
        String::new()
    } else {
        format!("{}-{}/{len}", offset + 1, (offset + height).min(len))
    }
}
