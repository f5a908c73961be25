//! The detail below: the page of what the cursor stands on, as much of it as fits; where that is little, the brief.

use ratatui::buffer::Buffer;

use super::{pane, rows};
use crate::{
    page::{builders, layout::window},
    tui::{app::App, regions::Regions},
};

/// Rows from which the full page is worth its heading.
const ROOM_FOR_ALL: u16 = 8;

/// Draws the detail, if it is on screen.
pub(crate) fn draw(app: &App, buf: &mut Buffer, regions: &Regions) {
    let region = regions.detail;
    if region.outer.is_empty() {
        return;
    }
    let lang = app.look.lang;
    let Some(fact) = app.browse.fact(app.atlas()) else {
        return pane::draw(app, buf, region, lang.pick("详情", "Detail"), "", false);
    };
    let blocks = match region.body.height {
        ..ROOM_FOR_ALL => builders::brief(app.atlas(), fact, lang),
        _ => builders::fact(app.atlas(), fact, lang),
    };
    let height = usize::from(region.body.height);
    let laid = window(&blocks, region.body.width.into(), app.look.policy, 0..height + 1);
    let more = laid.len() > height;
    let note = if more {
        lang.pick("Enter 看全部", "Enter shows all")
    } else {
        ""
    };
    pane::draw(
        app,
        buf,
        region,
        &format!("{} {}", lang.pick("详情", "Detail"), fact.addr()),
        note,
        false,
    );
    rows(app, buf, region.body, &laid);
}
