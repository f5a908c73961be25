//! A list one types into.

use ratatui::{buffer::Buffer, style::Style};

use super::{
    hits::{Widths, hit},
    line, pane, runs,
};
use crate::{
    find::Hit,
    order::By,
    page::Run,
    text::fit::{Align, fit},
    tui::{
        app::{App, Command, Offers, Picker},
        keymap::Binding,
        regions::Regions,
        theme::Part,
    },
};

/// What the list is called.
pub(crate) fn title(app: &App, offers: &Offers) -> &'static str {
    match offers {
        Offers::Hits(_) => app.look.lang.pick("查找", "Find"),
        Offers::Commands(..) => app.look.lang.pick("命令", "Commands"),
        Offers::Copies(_) => app.look.lang.pick("复制", "Copy"),
        Offers::Orders(_) => app.look.lang.pick("院校排序", "Sort colleges by"),
    }
}

/// Draws the rows on offer and the cursor.
pub(crate) fn draw(app: &App, buf: &mut Buffer, regions: &Regions, picker: &Picker) {
    let region = regions.overlay;
    let len = picker.offers.len();
    pane::draw(
        app,
        buf,
        region,
        &[Run::heading(title(app, &picker.offers))],
        &len.to_string(),
        true,
    );
    if len == 0 {
        return line(
            app,
            buf,
            region.body,
            nothing(app, picker),
            app.look.palette.part(Part::Notice),
        );
    }
    let width = usize::from(region.body.width).saturating_sub(2);
    let row = rows(app, picker, width);
    for (y, at) in (0_u16..).zip(picker.list.window(len, region.body.height.into())) {
        let chosen = at == picker.list.cursor;
        let base = if chosen {
            app.look.palette.part(Part::Cursor)
        } else {
            Style::new()
        };
        let mark = Run::plain(if chosen { ">" } else { " " });
        let parts: Vec<_> = [mark]
            .into_iter()
            .chain(row(at))
            .chain([Run::plain(" ")])
            .collect();
        runs(app, buf, region.body, y, &parts, base);
    }
}

fn nothing(app: &App, picker: &Picker) -> &'static str {
    let lang = app.look.lang;
    let typed = app
        .prompt
        .as_ref()
        .is_some_and(|prompt| !prompt.input.value().is_empty());
    match (&picker.offers, typed) {
        (Offers::Hits(_), false) => lang.pick(
            " 汉字、拼音、首字母、数字都可以",
            " Chinese, pinyin, initials, figures, English",
        ),
        _ => lang.pick(" 没有符合的", " nothing matches"),
    }
}

/// What makes the row at a place, of `width` cells.
fn rows<'a>(app: &'a App, picker: &'a Picker, width: usize) -> Box<dyn Fn(usize) -> Vec<Run> + 'a> {
    match &picker.offers {
        Offers::Hits(hits) => {
            let widths = Widths::of(app, hits, width);
            Box::new(move |at| hit(app, hits, at, widths))
        }
        Offers::Commands(_, rows) => command(app, rows, width),
        Offers::Copies(rows) => {
            Box::new(move |at| vec![Run::plain(fit(&rows[at].0, width, app.look.policy, Align::Left))])
        }
        Offers::Orders(rows) => Box::new(move |at| order(app, rows[at], width)),
    }
}

/// A row of the palette: keys and words; of another screen's commands also where they hold.
fn command<'a>(app: &'a App, rows: &'a [Command], width: usize) -> Box<dyn Fn(usize) -> Vec<Run> + 'a> {
    let things: Vec<Hit> = rows.iter().filter_map(Command::thing).cloned().collect();
    let first = rows.len() - things.len();
    let widths = Widths::of(app, &things, width);
    Box::new(move |at| match &rows[at] {
        Command::Here(row) => key_row(app, row, None, width),
        Command::Elsewhere(row) => key_row(app, row, Some(row.scope_words(app.look.lang)), width),
        Command::Thing(_) => hit(app, &things, at - first, widths),
    })
}

fn key_row(app: &App, row: &Binding, place: Option<String>, width: usize) -> Vec<Run> {
    let policy = app.look.policy;
    let keys = (width / 3).min(20);
    let place = place.map(|place| format!(" ({place})")).unwrap_or_default();
    let end = policy.width(&place).min(width - keys);
    let words = app.look.lang.pick(row.help.0, row.help.1);
    vec![
        Run::key(fit(&row.key_words(), keys, policy, Align::Left)),
        Run::plain(fit(words, width - keys - end, policy, Align::Left)),
        Run::muted(fit(&place, end, policy, Align::Left)),
    ]
}

/// What the order goes by, marked when it is the one that holds, and how many colleges state it.
fn order(app: &App, (by, stated): (By, usize), width: usize) -> Vec<Run> {
    let (lang, policy) = (app.look.lang, app.look.policy);
    let mark = if app.browse.colleges.order.by == by {
        '*'
    } else {
        ' '
    };
    let name = format!("{mark}{}", by.word(app.atlas(), lang));
    let count = lang.pick(format!("{stated} 所"), format!("{stated} colleges"));
    let end = policy.width(&count).min(width);
    vec![
        Run::label(fit(&name, width - end, policy, Align::Left)),
        Run::muted(fit(&count, end, policy, Align::Left)),
    ]
}
