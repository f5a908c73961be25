//! Bytes on the wire and time per frame of a scripted tour through a made-up browser of 120 by 36, sent by our screen
//! and by ratatui's own backend: `cargo bench --bench wire`.

use std::cell::Cell;
use std::io::{self, Write};
use std::rc::Rc;
use std::time::Instant;

use ratatui::backend::CrosstermBackend;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Color, Modifier, Style};
use ratatui::{Terminal, TerminalOptions, Viewport};
use rongtu::text::fit::{Align, fit};
use rongtu::text::width::Policy;
use rongtu::tui::screen::{Abilities, Depth, Screen, Widths, fill, put};

const AREA: Rect = Rect::new(0, 0, 120, 36);
const NARROW: Widths = Widths {
    policy: Policy::Narrow,
    sure: true,
};

/// What the reader sees: the row chosen in the right pane, whether a popup is open, what is typed.
#[derive(Clone, Copy, Default)]
struct View {
    row: usize,
    popup: bool,
    typed: &'static str,
}

fn label(n: usize) -> String {
    const HEADS: [&str; 7] = [
        "党建联建企业",
        "发明专利(授权)",
        "横向技术服务到账",
        "“双师型”教师",
        "毕业生留用",
        "技能竞赛·省级",
        "访企拓岗",
    ];
    const ENDS: [&str; 5] = ["34 家", "7 项", "2000多 万元", "98% 以上", "近2万 人次"];
    format!(
        "{:2} {} {}",
        n,
        fit(HEADS[n % 7], 28, NARROW.policy, Align::Left),
        ENDS[n % 5]
    )
}

fn draw(view: View, buf: &mut Buffer) {
    let policy = NARROW.policy;
    let bar = Style::new().add_modifier(Modifier::REVERSED);
    let mut line = |x: u16, y: u16, width: u16, text: &str, style: Style| {
        put(
            buf,
            x,
            y,
            &fit(text, width.into(), policy, Align::Left),
            style,
            policy,
            x + width,
        );
    };
    line(0, 0, 120, " 融图   12 所院校  53 项成效", bar);
    line(0, 1, 22, " 院校", bar);
    line(23, 1, 40, " 支柱 / 示例学院 (四)", bar);
    line(64, 1, 56, " 成效 / 党建引领", bar);
    for y in 2..26_u16 {
        let n = usize::from(y) - 2 + view.row.saturating_sub(12);
        line(0, y, 22, &format!(" 示例职业学院{n:2}  四"), Style::new());
        line(
            23,
            y,
            40,
            &format!(" {n} 党建引领  两翼齐飞、全链驱动"),
            Style::new(),
        );
        line(
            64,
            y,
            56,
            &label(n),
            if n == view.row { bar } else { Style::new() },
        );
    }
    line(0, 27, 120, " 详情", bar);
    for (y, text) in (28..).zip([
        "近年来，与企业共建实训基地，“校中厂”与“厂中校”并举",
        "出处 示例报客户端 第2行",
        "二级学院  时间未载明",
    ]) {
        line(
            1,
            y,
            119,
            &format!("{} {text}", label(view.row)),
            Style::new().fg(Color::Cyan),
        );
    }
    line(
        0,
        35,
        120,
        &format!(" Tab 换栏  / 查找 {}  ? 帮助  q 退出", view.typed),
        Style::new(),
    );
    if view.popup {
        let area = Rect::new(31, 8, 60, 16);
        fill(buf, area, Style::new(), policy);
        for y in area.top()..area.bottom() {
            put(
                buf,
                area.x + 1,
                y,
                "原文 “产教融合”的示例段落，用来量一量弹窗",
                Style::new(),
                policy,
                area.right(),
            );
        }
    }
}

fn tour() -> Vec<(&'static str, Vec<View>)> {
    let at = |row| View {
        row,
        ..View::default()
    };
    vec![
        ("first screen", vec![at(0)]),
        ("cursor down x10", (1..11).map(at).collect()),
        ("page down x3", vec![at(34), at(58), at(82)]),
        (
            "popup open, close",
            vec![
                View {
                    popup: true,
                    ..at(82)
                },
                at(82),
            ],
        ),
        (
            "typing",
            ["产", "产教", "产教融", "产教融合"]
                .map(|typed| View { typed, ..at(82) })
                .into(),
        ),
    ]
}

/// Bytes, UTF-8 bytes of the changed cells, microseconds a frame.
type Cost = (usize, usize, u128);

fn ours(widths: Widths) -> Vec<Cost> {
    let able = Abilities {
        depth: Depth::Many,
        erases_in_colour: true,
    };
    let mut screen = Screen::new(io::sink(), able, widths);
    let mut buf = Buffer::empty(AREA);
    let mut leg = |views: Vec<View>| {
        let (mut bytes, mut text, mut spent) = (0, 0, 0);
        for view in &views {
            buf.reset();
            draw(*view, &mut buf);
            let start = Instant::now();
            let frame = screen.present(&buf, None).unwrap_or_default();
            spent += start.elapsed().as_micros();
            (bytes, text) = (bytes + frame.bytes, text + frame.text);
        }
        (bytes, text, spent / views.len() as u128)
    };
    tour().into_iter().map(|(_, views)| leg(views)).collect()
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

fn ratatui() -> io::Result<Vec<usize>> {
    let wire = Meter::default();
    let mut costs = Vec::new();
    let viewport = TerminalOptions {
        viewport: Viewport::Fixed(AREA),
    };
    let mut terminal = Terminal::with_options(CrosstermBackend::new(wire.clone()), viewport)?;
    for (_, views) in tour() {
        for view in views {
            terminal.draw(|frame| {
                draw(view, frame.buffer_mut());
                // ratatui expects a blank behind a wide glyph.
                frame
                    .buffer_mut()
                    .content
                    .iter_mut()
                    .filter(|cell| cell.symbol().is_empty())
                    .for_each(|cell| {
                        cell.set_symbol(" ");
                    });
            })?;
        }
        costs.push(wire.0.take());
    }
    Ok(costs)
}

fn main() -> io::Result<()> {
    let mut out = io::stdout().lock();
    let (narrow, safe) = (
        ours(NARROW),
        ours(Widths {
            policy: Policy::Narrow,
            sure: false,
        }),
    );
    let rival = ratatui()?;
    writeln!(
        out,
        "{:<20}{:>8}{:>8}{:>8}{:>8}{:>10}{:>8}",
        "", "bytes", "text", "ratio", "unsure", "ratatui", "us"
    )?;
    let rows = tour().into_iter().zip(narrow).zip(safe).zip(rival);
    for ((((name, _), (bytes, text, time)), (unsure, ..)), rival) in rows {
        let ratio = bytes as f64 / text.max(1) as f64;
        writeln!(
            out,
            "{name:<20}{bytes:>8}{text:>8}{ratio:>8.2}{unsure:>8}{rival:>10}{time:>8}"
        )?;
    }
    Ok(())
}
