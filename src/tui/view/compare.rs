//! The comparison screen.

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
    style::Style,
};

use super::{rows, runs};
use crate::{
    page::{
        builders::compare::{Item, Sheet},
        layout::Row,
    },
    tui::{
        app::{App, Versus},
        regions::Regions,
        theme::Part,
    },
};

/// Draws the comparison: head, rows with the cursor, and what must be said with the row under it.
pub(crate) fn draw(app: &App, versus: &Versus, buf: &mut Buffer, regions: &Regions) {
    let facing = versus.facing(app.atlas());
    let sheet = versus.sheet(&facing, &app.look, regions.overlay.outer.width.into());
    let head = sheet.head();
    let areas = regions.versus(head.len());
    rows(app, buf, areas.head, &head);
    body(app, versus, buf, areas.body, &sheet);
    if let Some(Item::Row(at)) = versus.under(&sheet) {
        rows(app, buf, areas.notes, &sheet.notes(at));
    }
}

fn body(app: &App, versus: &Versus, buf: &mut Buffer, area: Rect, sheet: &Sheet<'_>) {
    let items = sheet.items().iter().enumerate().skip(versus.top);
    let lines = items.flat_map(|(at, item)| {
        sheet
            .item(*item)
            .into_iter()
            .enumerate()
            .map(move |line| (at, line))
    });
    for (y, (item, (line, shown))) in (0..area.height).zip(lines) {
        runs(app, buf, area, y, &shown.row.runs, Style::new());
        if (item, line) == (versus.item, versus.line) {
            cursor(app, versus, buf, area, y, sheet, &shown.row);
        }
    }
}

/// Marks the line, and in it the cell under the cursor.
fn cursor(app: &App, versus: &Versus, buf: &mut Buffer, area: Rect, y: u16, sheet: &Sheet<'_>, row: &Row) {
    let cells = match versus.spot(sheet, row) {
        Some(spot) => row.spots[spot].cells.clone(),
        None => column(versus, sheet).unwrap_or(0..area.width.into()),
    };
    let style = app.look.palette.part(Part::Cursor);
    for x in cells.start..cells.end.min(area.width.into()) {
        if let Some(cell) = buf.cell_mut(Position::new(area.x + x as u16, area.y + y)) {
            cell.set_style(style);
        }
    }
}

/// The cells of the column under the cursor, where there are columns.
fn column(versus: &Versus, sheet: &Sheet<'_>) -> Option<std::ops::Range<usize>> {
    let under = sheet
        .columns()
        .iter()
        .find(|(college, _)| *college == versus.column);
    under
        .map(|(_, cells)| cells.clone())
        .filter(|_| !matches!(versus.under(sheet), Some(Item::Theme(_))))
}
