//! The article with every numeral marked by its state: a colour, brackets and a character, so that it reads in mono too.

use ratatui::{buffer::Buffer, layout::Rect};

use crate::{
    check::State,
    page::{Run, Tone, block::Block, layout},
    text::clean::clean,
    tui::{
        regions::PaneRegion,
        review::{app::App, words},
        theme::ScreenPart as Style,
        view::{pane::title_row, put_line, put_rows},
    },
};

/// Draws the article, scrolled to what the item under the cursor is about.
pub(super) fn draw(app: &App, buf: &mut Buffer, part: PaneRegion) {
    let lang = app.look.lang;
    let lines = app.review.case().article().lines().count();
    let here = app.review.item().map_or(0, |item| item.line);
    let note = if here > 0 {
        format!("{here}/{lines}")
    } else {
        String::new()
    };
    title_row(
        app.look,
        buf,
        part,
        &[Run::heading(lang.pick("原文", "Article"))],
        &note,
        false,
    );
    let body = part.body;
    if body.height < 2 || body.width < 8 {
        return;
    }
    let text = Rect {
        height: body.height - 1,
        ..body
    };
    let (rows, wanted) = rows(app, text.width.into());
    let height = usize::from(text.height);
    // What is under review stands in the middle where it can.
    let top = wanted
        .saturating_sub(height / 2)
        .min(rows.len().saturating_sub(height));
    put_rows(app.look, buf, text, &rows[top..]);
    let legend = Rect {
        y: body.y + body.height - 1,
        height: 1,
        ..body
    };
    put_line(
        app.look,
        buf,
        legend,
        &self::legend(app),
        app.look.palette.part(Style::Bar),
    );
}

fn legend(app: &App) -> String {
    let states = [State::Curated, State::Guessed, State::Open, State::Excused];
    let words = states.map(|state| format!("{}{}", words::sign(state), words::state(state, app.look.lang)));
    words.join(" ")
}

/// The rows of the article, and the row to be seen.
fn rows(app: &App, width: usize) -> (Vec<layout::Row>, usize) {
    let here = app.review.item().map_or(0, |item| item.line);
    let (mut rows, mut wanted) = (Vec::new(), 0);
    for (line, text) in (1..).zip(app.review.case().article().lines()) {
        let block = Block::indented(0, 3, runs(app, line, text));
        let own = layout::layout(&[block], width, app.look.policy);
        if line == here {
            let mark = |row: &layout::Row| row.runs.iter().any(|run| run.tone == Tone::Match);
            wanted = rows.len() + own.iter().position(mark).unwrap_or(0);
        }
        rows.extend(own);
    }
    (rows, wanted)
}

fn runs(app: &App, line: u32, text: &str) -> Vec<Run> {
    let review = &app.review;
    let mut runs = vec![Run::muted(format!("{line:>2} "))];
    let mut at = 0;
    let numerals = review.reading().numerals.iter().enumerate();
    for (n, numeral) in numerals.filter(|(_, numeral)| numeral.line == line) {
        let (Some(before), Some(own)) = (text.get(at..numeral.range.start), text.get(numeral.range.clone()))
        else {
            continue;
        };
        runs.push(Run::plain(clean(before)));
        let tone = match review.item_of(n) == review.cursor() {
            true => Tone::Match,
            false => tone(numeral.state),
        };
        runs.push(Run::new(
            tone,
            format!("[{}{}]", clean(own), words::sign(numeral.state)),
        ));
        at = numeral.range.end;
    }
    runs.push(Run::plain(clean(&text[at..])));
    runs
}

fn tone(state: State) -> Tone {
    match state {
        State::Curated => Tone::Quote,
        State::Guessed => Tone::Qualifier,
        State::Open => Tone::Error,
        State::Excused => Tone::Muted,
    }
}
