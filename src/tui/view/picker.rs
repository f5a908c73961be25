//! A list one types into.

use ratatui::{buffer::Buffer, style::Style};

use super::{line, pane, runs};
use crate::{
    find::{Field, Hit},
    model::Fact,
    order::By,
    page::{Run, Tone},
    text::fit::{Align, fit},
    tui::{
        app::{App, Offers, Picker},
        keymap::Binding,
        regions::Regions,
        theme::Part,
        words,
    },
};

/// Cells of the kind, the figure and the college of a hit.
const KIND: usize = 8;
const FIGURE: usize = 14;
const COLLEGE: usize = 14;
/// Hits narrower than this show no address.
const WITH_ADDR: usize = 90;
/// Cells of an address.
const ADDR: usize = 28;

/// What the list is called.
pub fn title(app: &App, offers: &Offers) -> &'static str {
    match offers {
        Offers::Hits(_) => app.look.lang.pick("查找", "Find"),
        Offers::Commands(..) => app.look.lang.pick("命令", "Commands"),
        Offers::Copies(_) => app.look.lang.pick("复制", "Copy"),
        Offers::Orders(_) => app.look.lang.pick("院校按", "Order by"),
    }
}

/// Draws the rows on offer and the cursor.
pub fn draw(app: &App, buf: &mut Buffer, regions: &Regions, picker: &Picker) {
    let region = regions.overlay;
    let len = picker.offers.len();
    pane::draw(
        app,
        buf,
        region,
        title(app, &picker.offers),
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
            .chain(row(app, picker, at, width))
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

fn row(app: &App, picker: &Picker, at: usize, width: usize) -> Vec<Run> {
    match &picker.offers {
        Offers::Hits(hits) => hit(app, hits, at, width),
        Offers::Commands(_, rows) => command(app, rows[at], width),
        Offers::Copies(rows) => vec![Run::plain(fit(&rows[at].0, width, app.look.policy, Align::Left))],
        Offers::Orders(rows) => order(app, rows[at], width),
    }
}

fn command(app: &App, row: &Binding, width: usize) -> Vec<Run> {
    let policy = app.look.policy;
    let keys = (width / 3).min(24);
    let told = app.look.lang.pick(row.help.0, row.help.1);
    vec![
        Run::key(fit(&row.keys.join(" "), keys, policy, Align::Left)),
        Run::plain(fit(told, width - keys, policy, Align::Left)),
    ]
}

/// What the order goes by, marked when it is the one that holds, and how many colleges state it.
fn order(app: &App, (by, stated): (By, usize), width: usize) -> Vec<Run> {
    let (lang, policy) = (app.look.lang, app.look.policy);
    let mark = if app.browse.shelf.order.by == by { '*' } else { ' ' };
    let name = format!("{mark}{}", words::by(lang, app.atlas(), by));
    let count = lang.pick(format!("{stated} 所"), format!("{stated} colleges"));
    let end = policy.width(&count).min(width);
    vec![
        Run::label(fit(&name, width - end, policy, Align::Left)),
        Run::muted(fit(&count, end, policy, Align::Left)),
    ]
}

/// Kind (once a group), the text with what matched marked, figure, college and address.
fn hit(app: &App, hits: &[Hit], at: usize, width: usize) -> Vec<Run> {
    let hit = &hits[at];
    let (policy, lang) = (app.look.policy, app.look.lang);
    let kind = if at > 0 && hits[at - 1].kind == hit.kind {
        ""
    } else {
        hit.kind.word(lang)
    };
    let figure = match hit.target.fact(app.atlas()) {
        Some(Fact::Outcome(_, outcome)) => &outcome.as_written,
        _ => "",
    };
    let college = hit.college.map_or("", |ix| app.atlas().college(ix).label(lang));
    let addr = if width >= WITH_ADDR { ADDR } else { 0 };
    let text = width.saturating_sub(KIND + FIGURE + COLLEGE + addr + 2);
    let mut runs = vec![Run::label(fit(kind, KIND.min(width), policy, Align::Left))];
    runs.extend(marked(app, hit, text));
    runs.push(Run::value(fit(figure, FIGURE, policy, Align::Right)));
    runs.push(Run::plain(format!(
        "  {}",
        fit(college, COLLEGE, policy, Align::Left)
    )));
    runs.push(Run::muted(fit(&hit.addr, addr, policy, Align::Left)));
    runs
}

/// The name, and where something else was matched that too, in exactly `width` cells.
fn marked(app: &App, hit: &Hit, width: usize) -> Vec<Run> {
    let mut parts = Vec::new();
    if !matches!(hit.field, Field::Name | Field::English) {
        let name = hit.target.name(app.atlas());
        parts.push(Run::plain(format!("{}  ", name.get(app.look.lang))));
    }
    parts.extend(Run::marked(Tone::Plain, &hit.text, &hit.ranges));
    fitted(app, parts, width)
}

/// `parts` cut or padded to exactly `width` cells.
fn fitted(app: &App, parts: Vec<Run>, width: usize) -> Vec<Run> {
    let policy = app.look.policy;
    let mut runs = Vec::new();
    let mut left = width;
    for part in parts {
        let cells = policy.width(&part.text).min(left);
        runs.push(Run::new(part.tone, fit(&part.text, cells, policy, Align::Left)));
        left -= cells;
    }
    runs.push(Run::plain(" ".repeat(left)));
    runs
}
