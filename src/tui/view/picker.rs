//! A list one types into.

use std::path::Path;

use ratatui::{buffer::Buffer, style::Style};

use super::{
    MOST_BLANK,
    hits::{HitWidths, hit},
    notice, pane, runs,
};
use crate::{
    find::Hit,
    model::Addr,
    order::OrderBy,
    page::Run,
    text::{
        clean::clean,
        fit::{Align, fit},
    },
    tui::{
        app::{App, Command, CopyOffer, Offers, PathRow, Picker, SavePath},
        keymap::Binding,
        regions::Regions,
        theme::ScreenPart,
        words,
    },
};

/// What the list holds: its name, unless it holds what is only near to what was typed.
fn title(app: &App, offers: &Offers) -> &'static str {
    match offers {
        Offers::Hits { near: true, hits } if !hits.is_empty() => {
            app.look.lang.pick("没有找到, 相近的有", "Nothing found; nearest")
        }
        _ => name(app, offers),
    }
}

/// What the list is called, also in its prompt.
pub(crate) fn name(app: &App, offers: &Offers) -> &'static str {
    match offers {
        Offers::Hits { .. } => app.look.lang.pick("查找", "Find"),
        Offers::Bookmarks(_) => app.look.lang.pick("书签", "Bookmarks"),
        Offers::Commands(..) => app.look.lang.pick("命令", "Commands"),
        Offers::Copies { .. } => app.look.lang.pick("复制", "Copy"),
        Offers::Orders(_) => app.look.lang.pick("院校排序", "Sort colleges by"),
        Offers::Path(_) => app.look.lang.pick("存为", "Save as"),
        Offers::Replace { .. } => app.look.lang.pick("已有同名文件", "There is such a file"),
    }
}

/// The same in few cells.
pub(crate) fn short_name(app: &App, offers: &Offers) -> &'static str {
    match offers {
        Offers::Orders(_) => app.look.lang.pick("排序", "Sort"),
        Offers::Replace { .. } => app.look.lang.pick("选择", "Choose"),
        offers => name(app, offers),
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
        return notice(app, buf, region.body, nothing(app, picker));
    }
    let width = usize::from(region.body.width).saturating_sub(2);
    let row = rows(app, picker, width);
    for (y, at) in (0_u16..).zip(picker.list.window(len, region.body.height.into())) {
        let chosen = at == picker.list.cursor;
        let base = if chosen {
            app.look.palette.part(ScreenPart::Cursor)
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
        (Offers::Hits { .. }, false) => lang.pick(
            "汉字、拼音、首字母、数字都可以",
            "Chinese, pinyin, initials, figures, English",
        ),
        _ => lang.pick("没有符合的", "nothing matches"),
    }
}

/// What makes the row at a place, of `width` cells.
fn rows<'a>(app: &'a App, picker: &'a Picker, width: usize) -> Box<dyn Fn(usize) -> Vec<Run> + 'a> {
    match &picker.offers {
        Offers::Hits { hits, .. } => {
            let widths = HitWidths::of(app, hits, width);
            Box::new(move |at| hit(app, hits, at, widths))
        }
        Offers::Commands(_, rows) => command(app, rows, width),
        Offers::Copies { all, fitting } => {
            let cells = CopyCells::of(app, all, width);
            Box::new(move |at| copy_row(app, &fitting[at], cells, width))
        }
        Offers::Bookmarks(rows) => {
            let rows = rows.iter().map(|addr| bookmark(app, addr)).collect();
            two_end_rows(app, rows, width)
        }
        Offers::Orders(rows) => {
            let rows = rows.iter().map(|row| order(app, *row)).collect();
            two_end_rows(app, rows, width)
        }
        Offers::Path(path) => Box::new(move |at| path_row(app, path, at, width)),
        Offers::Replace { there, .. } => Box::new(move |at| replace_row(app, there, at, width)),
    }
}

/// Cells of the parts of a way to copy, each with the gap behind it: its name, and how long the text is, if there is room.
#[derive(Clone, Copy)]
struct CopyCells {
    label: usize,
    count: usize,
}

impl CopyCells {
    fn of(app: &App, offers: &[CopyOffer], width: usize) -> Self {
        let policy = app.look.policy;
        let widest = |part: &dyn Fn(&CopyOffer) -> usize| offers.iter().map(part).max().unwrap_or(0);
        let label = (widest(&|offer| policy.width(&offer.label)) + 2).min(width);
        let count = widest(&|offer| policy.width(&line_count(app, offer))) + 2;
        let count = if label + count <= width { count } else { 0 };
        Self { label, count }
    }
}

fn line_count(app: &App, offer: &CopyOffer) -> String {
    words::count(app.look.lang, offer.text.lines().count(), "行", "line")
}

/// A way to copy, how long it is, and how it begins; the way itself is whole as long as there is room.
fn copy_row(app: &App, offer: &CopyOffer, cells: CopyCells, width: usize) -> Vec<Run> {
    let policy = app.look.policy;
    let CopyCells { label, count } = cells;
    let lines = if count > 0 {
        line_count(app, offer)
    } else {
        String::new()
    };
    let first = offer.text.lines().next().unwrap_or_default();
    vec![
        Run::label(fit(&offer.label, label, policy, Align::Left)),
        Run::muted(fit(&lines, count.saturating_sub(2), policy, Align::Right)),
        Run::plain(" ".repeat(count.min(2))),
        Run::plain(fit(first, width - label - count, policy, Align::Left)),
    ]
}

/// A row of the palette: keys and words; of another screen's commands also where they hold.
fn command<'a>(app: &'a App, rows: &'a [Command], width: usize) -> Box<dyn Fn(usize) -> Vec<Run> + 'a> {
    let things: Vec<Hit> = rows.iter().filter_map(Command::thing).cloned().collect();
    let first = rows.len() - things.len();
    let widths = HitWidths::of(app, &things, width);
    Box::new(move |at| match &rows[at] {
        Command::Here(row) if app.kiosk && row.action.needs_own_account() => {
            let why = words::saving::not_here_short(app.look.lang).to_owned();
            key_row(app, row, Some(why), width)
        }
        Command::Here(row) => key_row(app, row, None, width),
        Command::Elsewhere(row) => key_row(app, row, Some(row.scope_words(app.look.lang)), width),
        Command::Thing(_) => hit(app, &things, at - first, widths),
    })
}

/// Where it is narrow a row has the key people learn, so that there is room for what it does.
fn key_row(app: &App, row: &Binding, place: Option<String>, width: usize) -> Vec<Run> {
    let policy = app.look.policy;
    let (keys, cells) = match width < 60 {
        true => (row.keys.first().copied().unwrap_or_default().to_owned(), 10),
        false => (row.key_words(), 21),
    };
    let cells = cells.min(width);
    let place = place.map(|place| format!(" ({place})")).unwrap_or_default();
    let words = app.look.lang.pick(row.help.0, row.help.1);
    let words = two_ends(app, Run::plain(words), &place, width - cells);
    std::iter::once(Run::key(fit(&keys, cells, policy, Align::Left)))
        .chain(words)
        .collect()
}

/// A name and, at the end of `width` cells, what is never cut before it.
fn two_ends(app: &App, name: Run, end: &str, width: usize) -> Vec<Run> {
    let policy = app.look.policy;
    let cells = policy.width(end).min(width);
    let gap = usize::from(cells > 0 && cells < width);
    let room = width - cells - gap;
    vec![
        Run::new(
            name.tone,
            fit(&name.text, room, policy, Align::Left) + &" ".repeat(gap),
        ),
        Run::muted(fit(end, cells, policy, Align::Left)),
    ]
}

/// Names with what stands at their ends, under each other and not far from the longest name.
fn two_end_rows<'a>(
    app: &'a App,
    rows: Vec<(String, String)>,
    width: usize,
) -> Box<dyn Fn(usize) -> Vec<Run> + 'a> {
    let widest = |part: &dyn Fn(&(String, String)) -> usize| rows.iter().map(part).max().unwrap_or(0);
    let name = widest(&|(name, _)| app.look.policy.width(name));
    let end = widest(&|(_, end)| app.look.policy.width(end));
    let used = width.min(name + MOST_BLANK + end);
    Box::new(move |at| {
        let (name, end) = &rows[at];
        let mut runs = two_ends(app, Run::label(name), end, used);
        runs.push(Run::plain(" ".repeat(width - used)));
        runs
    })
}

/// The name of a bookmarked fact, and of its college; of one that is gone its address.
fn bookmark(app: &App, addr: &Addr) -> (String, String) {
    let lang = app.look.lang;
    match app.atlas().resolve(addr) {
        Some(fact) => (
            fact.name().get(lang).to_owned(),
            fact.college().label(lang).to_owned(),
        ),
        None => (addr.to_string(), String::new()),
    }
}

/// What the path may become; the first row says what Enter does with it as it is.
fn path_row(app: &App, path: &SavePath, at: usize, width: usize) -> Vec<Run> {
    let (lang, policy) = (app.look.lang, app.look.policy);
    let (words, note) = match &path.rows[at] {
        PathRow::AsTyped => {
            let folder = path
                .folder()
                .map(|folder| clean(&folder.to_string_lossy()).into_owned());
            let words = lang.pick(
                "就存在这里; 换文件夹或格式可从下面选",
                "save it so; folders and formats are below",
            );
            (words.to_owned(), folder.unwrap_or_default())
        }
        PathRow::Folder(name) => (format!("{name}/"), lang.pick("文件夹", "folder").to_owned()),
        PathRow::Ending(format) => (format.ending().to_owned(), format.word(lang).to_owned()),
    };
    let note = fit(&note, policy.width(&note).min(width * 3 / 5), policy, Align::Left);
    two_ends(app, Run::label(words), &note, width)
}

/// The two answers to whether a file may be replaced.
fn replace_row(app: &App, there: &Path, at: usize, width: usize) -> Vec<Run> {
    let (lang, policy) = (app.look.lang, app.look.policy);
    let there = clean(&there.to_string_lossy()).into_owned();
    let words = match at {
        0 => lang
            .pick("换一个名字, 原文件不动", "another name; leave the file alone")
            .to_owned(),
        _ => lang.pick(format!("覆盖 {there}"), format!("replace {there}")),
    };
    vec![Run::label(fit(&words, width, policy, Align::Left))]
}

/// What the order goes by, marked when it is the one that holds, and how many colleges state it.
fn order(app: &App, (by, stated): (OrderBy, usize)) -> (String, String) {
    let lang = app.look.lang;
    let mark = if app.browse.colleges.order.by == by {
        '*'
    } else {
        ' '
    };
    let name = format!("{mark}{}", by.word(app.atlas(), lang));
    (name, words::count(lang, stated, "所", "college"))
}
