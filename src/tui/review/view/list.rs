//! A list to choose from, in place of the item, with what the row under the cursor means below it.

use ratatui::{buffer::Buffer, style::Style};

use crate::tui::review::regions::Regions;
use crate::{
    page::{Run, block::Block, layout},
    text::fit::{Align, fit},
    tui::{
        review::{
            app::App,
            ask::{Choice, ChoiceRow},
        },
        theme::ScreenPart,
        view::{pane::title_row, put_line, put_rows, put_runs},
    },
};

/// Draws the list and the note.
pub(super) fn draw(app: &App, buf: &mut Buffer, regions: &Regions, choice: &Choice) {
    let lang = app.look.lang;
    let count = choice.offered.len();
    title_row(
        app.look,
        buf,
        regions.item,
        &[Run::heading(choice.title.get(lang))],
        &count.to_string(),
        true,
    );
    if count == 0 {
        let words = lang.pick(" 没有符合的", " nothing matches");
        return put_line(
            app.look,
            buf,
            regions.list,
            words,
            app.look.palette.part(ScreenPart::Notice),
        );
    }
    let width = usize::from(regions.list.width);
    for (y, at) in (0_u16..).zip(choice.list.window(count, regions.list.height.into())) {
        let chosen = at == choice.list.cursor;
        let base = if chosen {
            app.look.palette.part(ScreenPart::Cursor)
        } else {
            Style::new()
        };
        if let Some(row) = choice.row(at) {
            put_runs(
                app.look,
                buf,
                regions.list,
                y,
                &runs(app, choice, row, at, width),
                base,
            );
        }
    }
    let note = choice
        .row(choice.list.cursor)
        .map_or("", |row| row.note.get(lang));
    let mut words = vec![Run::muted(note)];
    if choice.marked.is_some() {
        words.push(Run::key(lang.pick(" Tab 多选", " Tab marks several")));
    }
    let rows = layout::layout(&[Block::text(words)], regions.note.width.into(), app.look.policy);
    put_rows(app.look, buf, regions.note, &rows);
}

/// A mark, the name, and what stands at the end.
fn runs(app: &App, choice: &Choice, row: &ChoiceRow, at: usize, width: usize) -> Vec<Run> {
    let policy = app.look.policy;
    let mark = match (at == choice.list.cursor, choice.is_marked(at)) {
        (_, true) => "*",
        (true, false) => ">",
        (false, false) => " ",
    };
    let room = width.saturating_sub(2);
    let end = policy.width(&row.end).min(room / 2);
    let name = room.saturating_sub(end + 1);
    vec![
        Run::plain(mark),
        Run::plain(fit(row.name.get(app.look.lang), name, policy, Align::Left)),
        Run::plain(" "),
        Run::muted(fit(&row.end, end, policy, Align::Left)),
        Run::plain(" "),
    ]
}
