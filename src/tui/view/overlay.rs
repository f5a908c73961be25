//! A page laid over the panes.

use crate::tui::app::pages;
use std::borrow::Cow;

use ratatui::{buffer::Buffer, style::Style};

use super::{pane, runs};
use crate::{
    find::NameQuery,
    page::{Run, Tone},
    tui::{
        app::{App, Overlay},
        regions::Regions,
        theme::ScreenPart,
    },
};

/// Draws the topmost page; the row under the cursor is marked where it can be opened.
pub(crate) fn draw(app: &App, buf: &mut Buffer, regions: &Regions, overlay: &Overlay) {
    let region = regions.overlay;
    let rows = app.overlay_rows(regions);
    let height = usize::from(region.body.height);
    let note = scroll_position(overlay.list.offset, height, rows.len());
    pane::draw(
        app,
        buf,
        region,
        &[Run::heading(pages::title(app, overlay, region.body.width.into()))],
        &note,
        true,
    );
    let query = app.page_query();
    let cursor = rows.get(overlay.list.cursor).map(|row| &row.addr);
    for (y, at) in (0_u16..).zip(overlay.list.window(rows.len(), height)) {
        let under = rows[at].addr.is_some() && Some(&rows[at].addr) == cursor;
        let base = if under {
            app.look.palette.part(ScreenPart::Cursor)
        } else {
            Style::new()
        };
        runs(app, buf, region.body, y, &marked(&rows[at].runs, &query), base);
    }
}

/// `row` with what is looked for in the page marked.
fn marked<'a>(row: &'a [Run], query: &NameQuery) -> Cow<'a, [Run]> {
    if query.is_empty() {
        return Cow::Borrowed(row);
    }
    let text: String = row.iter().map(|run| run.text.as_str()).collect();
    let spans = query.spans(&text);
    if spans.is_empty() {
        return Cow::Borrowed(row);
    }
    let mut marked = Vec::new();
    let mut start = 0;
    for run in row {
        let end = start + run.text.len();
        let mut at = start;
        for span in spans.iter().filter(|span| span.start < end && start < span.end) {
            let (from, to) = (span.start.max(start), span.end.min(end));
            marked.push(Run::new(run.tone, &text[at..from]));
            marked.push(Run::new(Tone::Match, &text[from..to]));
            at = to;
        }
        marked.push(Run::new(run.tone, &text[at..end]));
        start = end;
    }
    Cow::Owned(marked)
}

/// `12-30/45`, when not all of it is on screen.
fn scroll_position(offset: usize, height: usize, len: usize) -> String {
    if len <= height {
        String::new()
    } else {
        format!("{}-{}/{len}", offset + 1, (offset + height).min(len))
    }
}
