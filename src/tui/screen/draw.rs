//! Writing into a buffer, glyph by glyph, without ever leaving half of one.
//!
//! The lead cell of a wide glyph holds its symbol, the cells after it hold the empty string. Text comes as it is
//! drawn: cleaned, substituted, fitted. Nothing is wrapped, shortened or padded here.

use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use super::glyph::Widths;
use crate::text::width::{Policy, graphemes};

/// Writes `text` from cell (`x`, `y`) to the right, up to but not into column `max_x`, and returns the column after
/// it. A glyph that does not fit is not written; a glyph of which `text` covers one half is blanked.
///
/// Attributes of `style` are added to those of the cells. Characters without a cell of their own are left out.
pub fn put(buf: &mut Buffer, x: u16, y: u16, text: &str, style: Style, policy: Policy, max_x: u16) -> u16 {
    let max_x = max_x.min(buf.area.right());
    if y < buf.area.top() || y >= buf.area.bottom() || x < buf.area.left() {
        return x;
    }
    let mut end = x;
    for symbol in graphemes(text) {
        let width = cells(symbol, policy);
        if end.saturating_add(width) > max_x {
            break;
        }
        if width > 0 {
            if end == x {
                cut(buf, x, y, policy);
            }
            buf[(end, y)].set_symbol(symbol).set_style(style);
            (end + 1..end + width).for_each(|x| set(&mut buf[(x, y)], "", style));
        }
        end += width;
    }
    if end > x {
        blank_rest(buf, end, y);
    }
    end
}

/// Blanks `area` in `style`, and the outer half of each glyph that its left or right edge cuts.
pub fn fill(buf: &mut Buffer, area: Rect, style: Style, policy: Policy) {
    let area = area.intersection(buf.area);
    for y in area.top()..area.bottom() {
        cut(buf, area.left(), y, policy);
        cut(buf, area.right(), y, policy);
        for x in area.left()..area.right() {
            buf[(x, y)].reset();
            buf[(x, y)].set_style(style);
        }
    }
}

/// Blanks the glyph that stands on both sides of the left edge of cell (`x`, `y`), if there is one.
fn cut(buf: &mut Buffer, x: u16, y: u16, policy: Policy) {
    let Some(lead) = lead_before(buf, x, y) else {
        return;
    };
    let end = lead
        .saturating_add(cells(buf[(lead, y)].symbol(), policy))
        .min(buf.area.right());
    if end > x {
        (lead..end).for_each(|x| set(&mut buf[(x, y)], " ", Style::new()));
    }
}

/// Blanks what is left, from cell (`x`, `y`) on, of a glyph whose lead was written over.
fn blank_rest(buf: &mut Buffer, x: u16, y: u16) {
    let left = (x..buf.area.right()).take_while(|x| buf[(*x, y)].symbol().is_empty());
    (x..x + left.count() as u16).for_each(|x| set(&mut buf[(x, y)], " ", Style::new()));
}

/// The column of the last glyph that starts before column `x`.
fn lead_before(buf: &Buffer, x: u16, y: u16) -> Option<u16> {
    (buf.area.left()..x.min(buf.area.right())).rev().find(|&x| {
        buf.cell(Position::new(x, y))
            .is_some_and(|cell| !cell.symbol().is_empty())
    })
}

fn set(cell: &mut Cell, symbol: &str, style: Style) {
    cell.set_symbol(symbol).set_style(style);
}

/// Cells of a symbol as the screen will reserve them.
fn cells(symbol: &str, policy: Policy) -> u16 {
    Widths { policy, sure: false }.of(symbol).width.into()
}
