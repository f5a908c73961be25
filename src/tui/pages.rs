//! The pages an overlay can show, as rows of exact width.
//!
//! Owns the choice of page and the one that belongs to the explorer alone, help. The others are `page::build`'s, the
//! same the command line prints.

mod help;

use super::app::{App, What};
use crate::{
    compare,
    model::{Addr, Fact},
    page::{
        block::Block,
        build::{self, card},
        layout::{Row, layout},
    },
};

/// More colleges than this do not fit any screen side by side.
const MOST_COLUMNS: usize = 24;

/// The rows of a page at `width` cells.
pub fn rows(app: &App, what: &What, width: usize) -> Vec<Row> {
    layout(&blocks(app, what), width, app.look.policy)
}

/// The title of a page.
pub fn title(app: &App, what: &What) -> String {
    let lang = app.look.lang;
    match what {
        What::Help => lang.pick("帮助", "Help").to_owned(),
        What::Findings => lang.pick("数据里的问题", "Findings").to_owned(),
        What::Card => lang.pick("字宽测试卡", "Width test card").to_owned(),
        What::Overview => lang.pick("总览", "Overview").to_owned(),
        What::Theme(ix) => app.atlas().theme(*ix).name.get(lang).to_owned(),
        What::Metric(ix) => app.atlas().metric(*ix).name.get(lang).to_owned(),
        What::Fact(addr) => addr.to_string(),
        What::Source(addr) => format!("{} {addr}", lang.pick("出处", "Source")),
    }
}

/// Whether any row shows something that can be opened.
pub fn opens(rows: &[Row]) -> bool {
    rows.iter().any(|row| row.addr.is_some())
}

fn blocks(app: &App, what: &What) -> Vec<Block> {
    let lang = app.look.lang;
    match what {
        What::Help => help::blocks(lang),
        What::Card => [card::judge(lang), card::samples(app.look.policy, lang)].concat(),
        What::Findings => build::findings::blocks(&app.data.findings, lang),
        What::Theme(ix) => build::theme(app.atlas(), *ix, lang),
        What::Metric(ix) => build::metric(app.atlas(), *ix, lang),
        What::Overview => overview(app),
        What::Fact(addr) => with(app, addr, |fact| build::fact(app.atlas(), fact, lang)),
        What::Source(addr) => with(app, addr, |fact| {
            let text = app.texts.get(&fact.college().source).and_then(Option::as_deref);
            build::source(app.atlas(), fact, text, lang)
        }),
    }
}

/// Themes by the marked colleges, else by the first of those in their pane.
fn overview(app: &App) -> Vec<Block> {
    let chosen = if app.marks.is_empty() {
        &app.browse.colleges
    } else {
        &app.marks
    };
    let most = chosen.len().min(MOST_COLUMNS);
    build::compare::overview::grid(&compare::overview(app.atlas(), &chosen[..most]), app.look.lang, 0)
}

fn with(app: &App, addr: &Addr, page: impl FnOnce(Fact<'_>) -> Vec<Block>) -> Vec<Block> {
    app.atlas().resolve(addr).map(page).unwrap_or_default()
}
