//! What stands under the mouse.
//!
//! Reads the same rectangles and lists that are drawn, and answers with a message. What a click or a turn of the wheel
//! does is `app::pointer`'s.

use ratatui::layout::{Position, Rect};

use super::{browse, footer};
use crate::tui::{
    app::{App, BaseScreen, CompareState},
    mouse::{Deed, Mouse},
    msg::{ClickTarget, Msg, Surface},
    regions::{Pane, Regions},
};

/// What `mouse` asks of `app`; nothing where nothing can be pointed at.
pub fn pointed(app: &App, mouse: Mouse) -> Option<Msg> {
    let at = Position::new(mouse.column, mouse.row);
    let regions = app.regions();
    match mouse.deed {
        Deed::Click if regions.footer.contains(at) => footer::action_at(app, regions.footer, at).map(Msg::Do),
        Deed::Click => spot(app, &regions, at).map(Msg::Click),
        Deed::WheelUp => surface(app, &regions, at).map(|surface| Msg::Wheel(surface, false)),
        Deed::WheelDown => surface(app, &regions, at).map(|surface| Msg::Wheel(surface, true)),
    }
}

fn surface(app: &App, regions: &Regions, at: Position) -> Option<Surface> {
    let laid_over = match (app.picker(), app.overlays.last(), &app.screen) {
        (Some(_), ..) => Surface::Offers,
        (_, Some(_), _) => Surface::Page,
        (_, _, BaseScreen::Compare(_)) => Surface::Comparison,
        _ => {
            let under = |pane: &Pane| regions.panes[pane.at()].outer.contains(at);
            return Pane::ALL.into_iter().find(under).map(Surface::Pane);
        }
    };
    regions.overlay.outer.contains(at).then_some(laid_over)
}

fn spot(app: &App, regions: &Regions, at: Position) -> Option<ClickTarget> {
    match surface(app, regions, at) {
        Some(Surface::Offers) => {
            let picker = app.picker()?;
            let row = picker.list.offset + below(regions.overlay.body, at)?;
            (row < picker.offers.len()).then_some(ClickTarget::Offer(row))
        }
        Some(Surface::Page) => {
            let list = app.overlays.last()?.list;
            Some(ClickTarget::PageRow(
                list.offset + below(regions.overlay.body, at)?,
            ))
        }
        Some(Surface::Comparison) => match &app.screen {
            BaseScreen::Compare(state) => line(state, regions, at),
            BaseScreen::Browse => None,
        },
        Some(Surface::Pane(pane)) => Some(in_pane(app, regions, pane, at)),
        None => {
            let bare =
                app.picker().is_none() && app.overlays.is_empty() && matches!(app.screen, BaseScreen::Browse);
            (bare && regions.detail.outer.contains(at)).then_some(ClickTarget::Detail)
        }
    }
}

fn in_pane(app: &App, regions: &Regions, pane: Pane, at: Position) -> ClickTarget {
    let part = regions.panes[pane.at()];
    match below(part.body, at) {
        Some(y) => ClickTarget::Row(pane, app.browse.lists[pane.at()].offset + y),
        None if pane == Pane::Facts => {
            let tab = browse::tab_at(app, regions, usize::from(at.x - part.outer.x));
            tab.map_or(ClickTarget::Title(pane), ClickTarget::Tab)
        }
        None => ClickTarget::Title(pane),
    }
}

fn line(state: &CompareState, regions: &Regions, at: Position) -> Option<ClickTarget> {
    let sheet = state.sheet.as_ref()?;
    let body = regions.compare(sheet.head.len()).body;
    let line = state.top + below(body, at)?;
    let x = usize::from(at.x - body.x);
    let under = sheet.columns.iter().find(|(_, cells)| cells.contains(&x));
    let column = under.map_or(state.column, |(college, _)| *college);
    (line < sheet.lines.len()).then_some(ClickTarget::Line(line, column))
}

/// How many rows below the top of `area` the cell is.
fn below(area: Rect, at: Position) -> Option<usize> {
    area.contains(at).then(|| usize::from(at.y - area.y))
}
