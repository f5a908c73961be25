//! The detail: what the cursor stands on, as much of it as fits.

use ratatui::buffer::Buffer;

use super::{pane, rows};
use crate::{
    page::{
        Run, Tone,
        builders::detail::{Room, detail},
        layout::window,
        row::Row,
        stack,
    },
    tui::{app::App, msg::Action, regions::Regions},
};

/// Rows from which parts under headings are worth their headings.
const TALL: u16 = 17;

/// Whether a row begins with a heading.
fn is_heading(row: &Row) -> bool {
    row.runs.first().is_some_and(|run| run.tone == Tone::Heading)
}

/// Draws the detail, if it is on screen.
pub(super) fn draw(app: &App, buf: &mut Buffer, regions: &Regions) {
    let region = regions.detail;
    if region.outer.is_empty() {
        return;
    }
    let lang = app.look.lang;
    let word = lang.pick("详情", "Detail");
    let (Some(college), Some(fact)) = (app.browse.college(), app.browse.fact(app.atlas())) else {
        return pane::draw(app, buf, region, &[Run::heading(word)], "", false);
    };
    let width = usize::from(region.body.width).saturating_sub(1);
    let room = Room {
        tall: region.body.height >= TALL,
        width,
        mark_key: &app.key_of(Action::Mark),
    };
    let text = app.texts.get(fact.college().source);
    let blocks = detail(app.atlas(), fact, text, &app.looked_at(college), room, lang);
    let blocks = stack::fitting(blocks, width, app.look.policy);
    let height = usize::from(region.body.height);
    let mut laid = window(&blocks, width, app.look.policy, 0..height + 1);
    let more = laid.len() > height;
    laid.truncate(height);
    // A heading below which there is no room is left out: the title tells that there is more.
    if more && laid.last().is_some_and(is_heading) {
        laid.pop();
    }
    let open = app.key_of(Action::Open);
    let note = match more {
        true => lang.pick(format!("未完 {open} 全文"), format!("more: {open}")),
        false => lang.pick(format!("{open} 全文"), format!("{open}: all")),
    };
    let title = [Run::heading(word), Run::muted(format!("  {}", fact.addr()))];
    let cells: usize = title.iter().map(|run| app.look.policy.width(&run.text)).sum();
    let fits = cells + app.look.policy.width(&note) + 8 <= usize::from(region.outer.width);
    let title = if fits { &title[..] } else { &title[..1] };
    pane::draw(app, buf, region, title, &note, false);
    let mut body = region.body;
    body.x += 1;
    body.width = body.width.saturating_sub(1);
    rows(app, buf, body, &laid);
}
