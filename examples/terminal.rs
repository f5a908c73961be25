//! A screen full of Chinese text with a highlight, a popup and a prompt: a test card to look at, and a program that
//! fails on demand, for the tests that run in a real terminal.
//!
//! `--ambiguous narrow|wide|safe` lays out by that policy and asks the terminal nothing; `--kiosk` starts no program; `--mouse` reports the mouse.
//! Keys: arrows, j, k move; p popup; / prompt; y copy; w policy; Ctrl-L, Ctrl-Z; q ends. `!` panics while updating,
//! `@` while drawing, `#` never comes back.

use std::io::{self, Write};
use std::process::ExitCode;

use crossterm::event::KeyCode;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect, Size};
use ratatui::style::{Color, Modifier, Style};
use rongtu::lang::Lang;
use rongtu::text::clean::clean;
use rongtu::text::fit::{Align, fit};
use rongtu::text::width::Policy;
use rongtu::tui::key::Key;
use rongtu::tui::probe::{ProbeRequest, Verdict};
use rongtu::tui::run::{Event, Program, RunEffect, RunOptions, run};
use rongtu::tui::screen::{Widths, fill, put};
use rongtu::tui::session::fit as fitness;
use rongtu::tui::term::Term;

const LINES: [&str; 10] = [
    "纯汉字，。；：？！《》【】（）「」",
    "1 行 mixed English 123 中文 98%以上",
    "“两翼齐飞、全链驱动”——金基地……",
    "匠心·向党 360° ①②③ → ▲ ● ★ × ≥",
    "Chéngdū jiàoyù ǚ ü é αβγ",
    "┌──────────┐ │ 框 │ └──────────┘",
    "████▓▓▒▒░░  ▁▂▃▄▅▆▇█",
    "𠮷野家 龘 〇 々 ＡＢＣ１２３ ㎡ ｶﾞ",
    "党建引领 产教融合 校企共建 2000多万元",
    "示例职业学院 机电与模具工程学院 四",
];

struct Card {
    size: Size,
    widths: Widths,
    word: String,
    at: usize,
    popup: bool,
    prompt: Option<String>,
    doomed: bool,
    mouse: bool,
}

impl Card {
    fn key(&mut self, key: Key) -> Option<RunEffect> {
        if self.prompt.is_some() {
            return self.typed(key);
        }
        let name = key.without_input_method().to_string();
        match name.as_str() {
            "q" | "F10" | "Ctrl-C" => return Some(RunEffect::Quit),
            "Ctrl-L" => return Some(RunEffect::Repaint),
            "Ctrl-Z" => return Some(RunEffect::Suspend),
            "y" | "F6" => return Some(RunEffect::Copy(LINES[self.at % LINES.len()].into())),
            "Down" | "j" => self.at += 1,
            "Up" | "k" => self.at = self.at.saturating_sub(1),
            "PgDn" => self.at += usize::from(self.size.height),
            "PgUp" => self.at = self.at.saturating_sub(self.size.height.into()),
            "p" | "F2" => self.popup = !self.popup,
            "/" | "F3" => self.prompt = Some(String::new()),
            "w" | "F9" => {
                self.widths = Widths {
                    policy: next(self.widths.policy),
                    sure: false,
                }
            }
            "!" => panic!("\u{1b}]0;hostile\u{7}"),
            "@" => self.doomed = true,
            "#" => loop {
                std::hint::spin_loop();
            },
            _ => {}
        }
        None
    }

    fn typed(&mut self, key: Key) -> Option<RunEffect> {
        let text = self.prompt.as_mut()?;
        match (key.typed(), key.code) {
            (Some(c), _) => text.push_str(&clean(c.encode_utf8(&mut [0; 4]))),
            (None, KeyCode::Backspace) => drop(text.pop()),
            (None, KeyCode::Enter | KeyCode::Esc) => self.word = self.prompt.take().unwrap_or_default(),
            _ => {}
        }
        None
    }

    fn row(&self, buf: &mut Buffer, y: u16, text: &str, style: Style) {
        let policy = self.widths.policy;
        let row = fit(text, self.size.width.into(), policy, Align::Left);
        put(buf, 0, y, &row, style, policy, self.size.width);
    }

    fn popup(&self, buf: &mut Buffer) {
        let policy = self.widths.policy;
        let area = Rect::new(
            self.size.width / 4 + 1,
            self.size.height / 4,
            self.size.width / 2,
            self.size.height / 2,
        );
        let style = Style::new().bg(Color::Blue).fg(Color::White);
        fill(buf, area, style, policy);
        for y in area.top()..area.bottom() {
            put(
                buf,
                area.x + 1,
                y,
                &policy.substituted("弹出“窗口”popup"),
                style,
                policy,
                area.right(),
            );
        }
    }
}

impl Program for Card {
    fn update(&mut self, event: Event) -> Option<RunEffect> {
        match event {
            Event::Key(key) => return self.key(key),
            Event::Paste(text) => match &mut self.prompt {
                Some(prompt) => prompt.push_str(&clean(&text)),
                None => self.word = format!("paste {}", text.chars().count()),
            },
            Event::Resize(size) => self.size = size,
            Event::Answered(answer) => {
                let verdict = answer.widths.unwrap_or(Verdict::Unknown);
                self.word = format!("{verdict:?}");
                let policy = match verdict {
                    Verdict::Narrow => Policy::Narrow,
                    Verdict::Wide => Policy::Wide,
                    Verdict::Ascii | Verdict::Unknown => Policy::Safe,
                };
                self.widths = Widths {
                    policy,
                    sure: policy != Policy::Safe,
                };
            }
            Event::Mouse(mouse) => self.word = format!("{mouse:?}"),
            Event::Copied(result) => self.word = format!("{result:?}"),
            Event::Closing(limit, left) => self.word = format!("{limit:?} {left:?}"),
            Event::Beat => {}
        }
        None
    }

    fn view(&self, buf: &mut Buffer) -> Option<Position> {
        assert!(!self.doomed, "drawing fails");
        let bar = Style::new().add_modifier(Modifier::REVERSED);
        let head = format!(
            " 试卡 card  {:?} {}  {}x{}",
            self.widths.policy, self.word, self.size.width, self.size.height
        );
        self.row(buf, 0, &head, bar);
        for y in 1..self.size.height.saturating_sub(1) {
            let n = usize::from(y) - 1 + self.at.saturating_sub(usize::from(self.size.height) / 2);
            let style = if n == self.at { bar } else { Style::new() };
            self.row(buf, y, &format!(" {n:3} {}", LINES[n % LINES.len()]), style);
            put(
                buf,
                self.size.width - 1,
                y,
                "|",
                style,
                self.widths.policy,
                self.size.width,
            );
        }
        if self.popup {
            self.popup(buf);
        }
        let last = self.size.height.saturating_sub(1);
        let policy = self.widths.policy;
        let Some(prompt) = &self.prompt else {
            self.row(buf, last, " q 退出  / 查找  p 窗口", Style::new().fg(Color::Cyan));
            return None;
        };
        self.row(buf, last, "", Style::new());
        let x = put(
            buf,
            0,
            last,
            &policy.substituted(&format!("/{prompt}")),
            Style::new(),
            policy,
            self.size.width,
        );
        Some(Position::new(x, last))
    }

    fn widths(&self) -> Widths {
        self.widths
    }

    fn wants_mouse(&self) -> bool {
        self.mouse
    }
}

fn next(policy: Policy) -> Policy {
    match policy {
        Policy::Narrow => Policy::Wide,
        Policy::Wide => Policy::Safe,
        Policy::Safe => Policy::Narrow,
    }
}

fn main() -> io::Result<ExitCode> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let fixed = args.iter().find_map(|arg| match arg.as_str() {
        "narrow" => Some(Policy::Narrow),
        "wide" => Some(Policy::Wide),
        "safe" => Some(Policy::Safe),
        _ => None,
    });
    let term = Term::read(|name| std::env::var(name).ok());
    if let Err(unfit) = fitness(&term) {
        writeln!(io::stderr(), "terminal: {}", unfit.words(Lang::En))?;
        return Ok(ExitCode::from(2));
    }
    let given = |flag: &str| args.iter().any(|arg| arg == flag);
    let mut card = Card {
        size: Size::default(),
        widths: Widths {
            policy: fixed.unwrap_or_default(),
            sure: false,
        },
        word: String::new(),
        at: 0,
        popup: false,
        prompt: None,
        doomed: false,
        mouse: given("--mouse"),
    };
    let options = RunOptions {
        term,
        ask: ProbeRequest {
            widths: fixed.is_none(),
            ground: false,
        },
        kiosk: given("--kiosk"),
        limits: None,
    };
    run(&mut card, &options).map(|end| end.exit())
}
