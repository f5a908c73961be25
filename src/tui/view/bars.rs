//! The top line: what is loaded, and how the screen is drawn.

use ratatui::{buffer::Buffer, layout::Rect};

use super::{line, pane::spread};
use crate::tui::{app::App, theme::ScreenPart};

/// What is loaded, and how the screen is drawn; in narrow terminals less of it.
pub(crate) fn header(app: &App, buf: &mut Buffer, area: Rect) {
    let lang = app.look.lang;
    let right = format!("{}{}", findings(app), lang.pick("中文", "English"));
    let width = usize::from(area.width);
    let room = width.saturating_sub(app.look.policy.width(&right) + 3);
    let fits = |text: &String| app.look.policy.width(text) <= room;
    let left = loaded(app).into_iter().find(fits).unwrap_or_default();
    let text = spread(app, &left, &right, width);
    line(app, buf, area, &text, app.look.palette.part(ScreenPart::Bar));
}

/// The same, from the longest to the shortest.
fn loaded(app: &App) -> [String; 2] {
    let colleges = app.atlas().colleges.len();
    let (pillars, outcomes) = app.totals;
    if let Some((done, total)) = app.loading {
        let reading = app.look.lang.pick(
            format!("正在读取 {done}/{total}"),
            format!("reading {done}/{total}"),
        );
        let cells = 20;
        let filled = cells * done / total.max(1);
        let bar = "#".repeat(filled) + &"-".repeat(cells - filled);
        return [format!(" 融图  {reading}  {bar}"), format!(" {reading}")];
    }
    let counts = app.look.lang.pick(
        format!("{colleges} 所院校 · {pillars} 个支柱 · {outcomes} 项成效"),
        format!(
            "{} · {} · {}",
            plural_words(colleges, "college"),
            plural_words(pillars, "pillar"),
            plural_words(outcomes, "outcome")
        ),
    );
    [format!(" 融图  {counts}"), " 融图".to_owned()]
}

/// `1 college`, `2 colleges`.
fn plural_words(n: usize, word: &str) -> String {
    format!("{n} {word}{}", if n == 1 { "" } else { "s" })
}

fn findings(app: &App) -> String {
    match app.findings().len() {
        0 => String::new(),
        n => app.look.lang.pick(
            format!("{n} 处问题 !  "),
            format!("{} !  ", plural_words(n, "finding")),
        ),
    }
}
