//! Bytes on the wire and time per frame of a reader's way through the explorer at 120 by 36, sent by our screen and by
//! ratatui's own backend: `cargo bench --bench wire`.

use std::cell::Cell;
use std::io::{self, Write};
use std::rc::Rc;
use std::sync::Arc;
use std::time::Instant;

use ratatui::backend::CrosstermBackend;
use ratatui::buffer::Buffer;
use ratatui::layout::{Rect, Size};
use ratatui::{Terminal, TerminalOptions, Viewport};
use rongtu::lang::Lang;
use rongtu::load::{Articles, Loaded, Origin, load};
use rongtu::text::clean::clean_lines;
use rongtu::text::width::Policy;
use rongtu::tui::app::App;
use rongtu::tui::display::Look;
use rongtu::tui::msg::{Effect, Msg};
use rongtu::tui::screen::{Abilities, Depth, Screen, Widths};
use rongtu::tui::view::view;

const AREA: Rect = Rect::new(0, 0, 120, 36);

/// Legs of the way: what is done, and the keys. Article texts are looked for in `RONGTU_ARTICLES`.
const TOUR: &[(&str, &str)] = &[
    ("first screen", "Ctrl-L"),
    ("panes", "Tab Tab Shift-Tab 0 Tab"),
    (
        "outcomes, a row",
        "Down Down Down Down Down Down Down Down Down Down Down Down Down Down Down Down",
    ),
    ("outcomes, a page", "PgDn PgDn Home"),
    ("source and on", "Enter ] ] [ Esc"),
    ("colleges", "Left Left Down Up Right Down Down Down"),
    ("comparison", "c Down Down Down Down Right PgDn PgDn ] d"),
    ("pillars compared", "p Down Down PgDn Esc"),
    ("overview, help", "o Esc ? PgDn Esc"),
    ("typing", "/ d a n g j i a n Down Down Enter"),
];

/// A way through the explorer: draws after each key.
fn walk(
    data: &Arc<Loaded>,
    widths: Widths,
    mut draw: impl FnMut(&App, Widths) -> io::Result<()>,
    mut leg: impl FnMut(),
) -> io::Result<()> {
    let look = Look {
        lang: Lang::Zh,
        ..Look::default()
    };
    let look = look.with_width(widths.policy);
    let mut app = App::new(Arc::clone(data), look, Size::new(AREA.width, AREA.height));
    let folders =
        std::env::var_os("RONGTU_ARTICLES").map(|named| std::env::split_paths(&named).collect::<Vec<_>>());
    let articles = Articles::new(folders.unwrap_or_default());
    for (_, keys) in TOUR {
        for key in keys.split_whitespace() {
            let msg = key.parse().ok().and_then(|key| app.press(key));
            if let Some(Effect::Fetch(source)) = msg.and_then(|msg| app.update(msg)) {
                let text = articles.text(app.atlas().source(source));
                app.update(Msg::Fetched(
                    source,
                    text.map(|text| Arc::from(clean_lines(&text))),
                ));
            }
            app.catch_up();
            draw(&app, widths)?;
        }
        leg();
    }
    Ok(())
}

/// Of one leg.
#[derive(Clone, Debug, Default)]
struct Cost {
    /// Bytes of each frame.
    frames: Vec<usize>,
    /// UTF-8 bytes of the changed cells.
    text: usize,
    /// Microseconds spent on comparing and sending.
    spent: u128,
}

impl Cost {
    fn bytes(&self) -> usize {
        self.frames.iter().sum()
    }

    fn median(&self) -> usize {
        let mut frames = self.frames.clone();
        frames.sort_unstable();
        frames.get(frames.len() / 2).copied().unwrap_or_default()
    }
}

fn ours(data: &Arc<Loaded>, widths: Widths) -> io::Result<Vec<Cost>> {
    let able = Abilities {
        depth: Depth::Many,
        erases_in_colour: true,
        ..Abilities::default()
    };
    let mut screen = Screen::new(io::sink(), able, widths);
    let mut buf = Buffer::empty(AREA);
    let (cost, mut legs) = (Cell::new(Cost::default()), Vec::new());
    let draw = |app: &App, _| {
        buf.reset();
        let cursor = view(app, &mut buf);
        let start = Instant::now();
        let frame = screen.present(&buf, cursor)?;
        let mut sum = cost.take();
        sum.frames.push(frame.bytes);
        (sum.text, sum.spent) = (sum.text + frame.text, sum.spent + start.elapsed().as_micros());
        cost.set(sum);
        Ok(())
    };
    walk(data, widths, draw, || legs.push(cost.take()))?;
    Ok(legs)
}

/// Counts what is written.
#[derive(Clone, Default)]
struct Meter(Rc<Cell<usize>>);

impl Write for Meter {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.set(self.0.get() + bytes.len());
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

fn ratatui(data: &Arc<Loaded>, widths: Widths) -> io::Result<Vec<usize>> {
    let (wire, mut legs) = (Meter::default(), Vec::new());
    let viewport = TerminalOptions {
        viewport: Viewport::Fixed(AREA),
    };
    let mut terminal = Terminal::with_options(CrosstermBackend::new(wire.clone()), viewport)?;
    let draw = |app: &App, _| {
        let drawn = terminal.draw(|frame| {
            let cursor = view(app, frame.buffer_mut());
            // ratatui expects a blank behind a wide glyph.
            let tails = frame
                .buffer_mut()
                .content
                .iter_mut()
                .filter(|cell| cell.symbol().is_empty());
            tails.for_each(|cell| {
                cell.set_symbol(" ");
            });
            if let Some(cursor) = cursor {
                frame.set_cursor_position(cursor);
            }
        });
        drawn.map(drop)
    };
    walk(data, widths, draw, || legs.push(wire.0.take()))?;
    Ok(legs)
}

fn main() -> io::Result<()> {
    let mut out = io::stdout().lock();
    let data = Arc::new(load(&Origin::Embedded));
    for (name, policy, sure) in [
        ("narrow", Policy::Narrow, true),
        ("wide", Policy::Wide, true),
        ("safe, not asked", Policy::Safe, false),
    ] {
        let widths = Widths { policy, sure };
        let (ours, rival) = (ours(&data, widths)?, ratatui(&data, widths)?);
        let heads = ["bytes", "median", "text", "ratio", "ratatui", "us/frame"];
        write!(out, "{name:<20}")?;
        heads.iter().try_for_each(|head| write!(out, "{head:>9}"))?;
        writeln!(out)?;
        let legs = TOUR.iter().map(|(leg, _)| *leg);
        for ((leg, cost), rival) in legs.zip(&ours).zip(&rival) {
            row(&mut out, leg, cost, *rival)?;
        }
        let all = Cost {
            frames: ours.iter().flat_map(|cost| cost.frames.clone()).collect(),
            text: ours.iter().map(|cost| cost.text).sum(),
            spent: ours.iter().map(|cost| cost.spent).sum(),
        };
        row(&mut out, "all", &all, rival.iter().sum())?;
        writeln!(out)?;
    }
    Ok(())
}

fn row(out: &mut impl Write, leg: &str, cost: &Cost, rival: usize) -> io::Result<()> {
    let (bytes, median, text) = (cost.bytes(), cost.median(), cost.text);
    let ratio = bytes as f64 / text.max(1) as f64;
    let spent = cost.spent / cost.frames.len().max(1) as u128;
    writeln!(
        out,
        "  {leg:<18}{bytes:>9}{median:>9}{text:>9}{ratio:>9.2}{rival:>9}{spent:>9}"
    )
}
