//! A list one types into.

use std::path::Path;

use ratatui::{buffer::Buffer, style::Style};

use super::{
    hits::{HitWidths, hit},
    line, pane, runs,
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

/// What the list is called.
pub(crate) fn title(app: &App, offers: &Offers) -> &'static str {
    match offers {
        Offers::Hits { near: true, hits } if !hits.is_empty() => {
            app.look.lang.pick("没有找到, 相近的有", "Nothing found; nearest")
        }
        Offers::Hits { .. } => app.look.lang.pick("查找", "Find"),
        Offers::Bookmarks(_) => app.look.lang.pick("书签", "Bookmarks"),
        Offers::Commands(..) => app.look.lang.pick("命令", "Commands"),
        Offers::Copies { .. } => app.look.lang.pick("复制", "Copy"),
        Offers::Orders(_) => app.look.lang.pick("院校排序", "Sort colleges by"),
        Offers::Path(_) => app.look.lang.pick("存为", "Save as"),
        Offers::Replace { .. } => app.look.lang.pick("已有同名文件", "There is such a file"),
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
            app.look.palette.part(ScreenPart::Notice),
        );
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
            " 汉字、拼音、首字母、数字都可以",
            " Chinese, pinyin, initials, figures, English",
        ),
        _ => lang.pick(" 没有符合的", " nothing matches"),
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
        Offers::Copies { fitting, .. } => Box::new(move |at| copy_row(app, &fitting[at], width)),
        Offers::Bookmarks(rows) => Box::new(move |at| bookmark(app, &rows[at], width)),
        Offers::Orders(rows) => Box::new(move |at| order(app, rows[at], width)),
        Offers::Path(path) => Box::new(move |at| path_row(app, path, at, width)),
        Offers::Replace { there, .. } => Box::new(move |at| replace_row(app, there, at, width)),
    }
}

/// A way to copy, how long it is, and how it begins.
fn copy_row(app: &App, offer: &CopyOffer, width: usize) -> Vec<Run> {
    let (lang, policy) = (app.look.lang, app.look.policy);
    let lines = offer.text.lines().count();
    let count = match lines {
        1 => lang.pick("1 行  ", "1 line  ").to_owned(),
        n => lang.pick(format!("{n} 行  "), format!("{n} lines  ")),
    };
    let label = (width / 2).min(34);
    let first = offer.text.lines().next().unwrap_or_default();
    let room = width.saturating_sub(label + policy.width(&count));
    vec![
        Run::label(fit(&offer.label, label, policy, Align::Left)),
        Run::muted(fit(
            &count,
            policy.width(&count).min(width - label),
            policy,
            Align::Left,
        )),
        Run::plain(fit(first, room, policy, Align::Left)),
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

/// The name of a bookmarked fact, and of its college.
fn bookmark(app: &App, addr: &Addr, width: usize) -> Vec<Run> {
    let (lang, policy) = (app.look.lang, app.look.policy);
    let Some(fact) = app.atlas().resolve(addr) else {
        return vec![Run::muted(fit(&addr.to_string(), width, policy, Align::Left))];
    };
    let name = fact.name();
    let college = fact.college().label(lang);
    let end = policy.width(college).min(width / 3);
    vec![
        Run::label(fit(name.get(lang), width - end, policy, Align::Left)),
        Run::muted(fit(college, end, policy, Align::Left)),
    ]
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
    let end = policy.width(&note).min(width * 3 / 5);
    vec![
        Run::label(fit(&words, width - end, policy, Align::Left)),
        Run::muted(fit(&note, end, policy, Align::Left)),
    ]
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
fn order(app: &App, (by, stated): (OrderBy, usize), width: usize) -> Vec<Run> {
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
