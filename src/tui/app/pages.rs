//! The pages an overlay can show, as rows of exact width.
//!
//! Owns the choice of page and the one that belongs to the explorer alone, help. The others are `page::builders`'s, the
//! same the command line prints.

mod help;

use std::ops::Range;

use super::{App, Overlay, What};
use crate::{
    compare,
    model::{Addr, Fact},
    page::{
        Tone,
        block::{Block, BlockShape},
        builders::{self, card},
        layout::{Row, layout},
        stack,
    },
    tui::msg::Action,
};

/// The rows of a page at `width` cells.
pub(crate) fn rows(app: &App, overlay: &Overlay, width: usize) -> Vec<Row> {
    let blocks = stack::fitting(blocks(app, overlay, width), width, app.look.policy);
    layout(&blocks, width, app.look.policy)
}

/// The title of a page `width` cells wide.
pub(crate) fn title(app: &App, overlay: &Overlay, width: usize) -> String {
    let lang = app.look.lang;
    match &overlay.what {
        What::Help => lang.pick("帮助", "Help").to_owned(),
        What::Findings => lang.pick("数据里的问题", "Findings").to_owned(),
        What::Card => lang.pick("字宽测试卡", "Width test card").to_owned(),
        What::Overview => overview_title(app, overlay, width),
        What::Theme(ix) => app.atlas().theme(*ix).name.get(lang).to_owned(),
        What::Metric(ix) => app.atlas().metric(*ix).name.get(lang).to_owned(),
        What::Fact(addr) => addr.to_string(),
        What::Source(addr) => format!("{} {addr}", lang.pick("出处", "Source")),
    }
}

/// What a page that is about no fact is called, for the name of a file.
pub(crate) fn name(app: &App, overlay: &Overlay) -> String {
    match &overlay.what {
        What::Overview => app.look.lang.pick("总览", "overview").to_owned(),
        _ => title(app, overlay, usize::from(app.size.width)),
    }
}

/// A page for a file; `width` decides which colleges of an overview are on screen.
pub(crate) fn saved(app: &App, overlay: &Overlay, width: usize) -> Vec<Block> {
    let blocks = blocks(app, overlay, width);
    let is_heading = |block: &Block| matches!(&block.shape, BlockShape::Text { runs, .. } if runs.first().is_some_and(|run| run.tone == Tone::Heading));
    match overlay.what {
        // What has no heading of its own begins with the title that stands over it.
        _ if blocks.first().is_some_and(is_heading) => blocks,
        _ => [vec![Block::heading(name(app, overlay))], blocks].concat(),
    }
}

/// Whether any row shows something that can be opened.
pub(crate) fn opens(rows: &[Row]) -> bool {
    rows.iter().any(|row| row.addr.is_some())
}

fn blocks(app: &App, overlay: &Overlay, width: usize) -> Vec<Block> {
    let lang = app.look.lang;
    match &overlay.what {
        What::Help => help::blocks(app.scope_under(overlay), app.keymap, lang, app.kiosk, width),
        What::Card => [
            card::judge(&app.key_of(Action::Width), lang),
            card::samples(app.look.policy, lang),
        ]
        .concat(),
        What::Findings => builders::findings::blocks(app.findings(), builders::findings::Folding::Open, lang),
        What::Theme(ix) => builders::theme(app.atlas(), *ix, lang),
        What::Metric(ix) => builders::metric(app.atlas(), *ix, lang),
        What::Overview => overview(app, overlay, width),
        What::Fact(addr) => with(app, addr, |fact| {
            let college = app.atlas().college_by_id(&addr.college);
            let others = college.map_or_else(Vec::new, |ix| app.looked_at(ix));
            builders::detail::whole(app.atlas(), fact, &others, &app.key_of(Action::Mark), lang)
        }),
        What::Source(addr) => with(app, addr, |fact| {
            let text = app.texts.get(fact.college().source);
            builders::source(app.atlas(), fact, text, lang)
        }),
    }
}

/// The rows that something to open starts on.
pub(crate) fn stops(rows: &[Row]) -> impl DoubleEndedIterator<Item = usize> {
    let starts = |at: &usize| rows[*at].addr.is_some() && (*at == 0 || rows[at - 1].addr != rows[*at].addr);
    (0..rows.len()).filter(starts)
}

/// Themes by colleges, those that are on screen.
fn overview(app: &App, overlay: &Overlay, width: usize) -> Vec<Block> {
    let columns = columns(app, overlay, width);
    let shown: Vec<_> = match app.marks.is_empty() {
        true => app
            .browse
            .colleges
            .all()
            .skip(columns.start)
            .take(columns.len())
            .collect(),
        false => app.marks[columns].to_vec(),
    };
    builders::compare::overview::grid(&compare::overview(app.atlas(), &shown), app.look.lang)
}

/// Which of how many colleges are on screen, when that is not all of them.
fn overview_title(app: &App, overlay: &Overlay, width: usize) -> String {
    let title = app.look.lang.pick("总览", "Overview");
    let (columns, all) = (columns(app, overlay, width), overviewed(app));
    match columns.len() == all {
        true => title.to_owned(),
        false => {
            let (from, to) = (columns.start + 1, columns.end);
            let (left, right) = (app.key_of(Action::Left), app.key_of(Action::Right));
            let more = app
                .look
                .lang
                .pick(format!("{left} {right} 换院校"), format!("{left} {right} scroll"));
            format!("{title}  {from}-{to}/{all}  {more}")
        }
    }
}

/// How many colleges the overview has: the marked, else those in their pane.
fn overviewed(app: &App) -> usize {
    match app.marks.len() {
        0 => app.browse.colleges.count(),
        marked => marked,
    }
}

fn columns(app: &App, overlay: &Overlay, width: usize) -> Range<usize> {
    let start = overlay.column.min(last_column(app, width));
    start..(start + builders::compare::overview::fitting(width, app.look.lang)).min(overviewed(app))
}

/// How many colleges an overview `width` cells wide can be scrolled past.
pub(crate) fn last_column(app: &App, width: usize) -> usize {
    overviewed(app).saturating_sub(builders::compare::overview::fitting(width, app.look.lang))
}

fn with(app: &App, addr: &Addr, page: impl FnOnce(Fact<'_>) -> Vec<Block>) -> Vec<Block> {
    app.atlas().resolve(addr).map(page).unwrap_or_default()
}
