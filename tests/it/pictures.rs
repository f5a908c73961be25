//! Pictures of the screens, as SVG: those of the READMEs, and of every screen there is.
//!
//! `UPDATE_PICTURES=1 cargo test --test it pictures` renews `docs/pictures/`. `PICTURES=DIR cargo test --test it pictures`
//! writes every screen of the walk into DIR, at four sizes, in both languages, dark and light, narrow and wide, and a page
//! `index.html` to look at them. What is drawn is what the explorer draws, cell by cell.

use std::{env, fs, path::Path, sync::LazyLock};

use ratatui::{
    buffer::{Buffer, Cell},
    layout::Size,
    style::{Color, Modifier},
};
use rongtu::{
    lang::Lang,
    text::width::Policy,
    tui::{display::Look, msg::Msg, theme::Palette},
};

use super::{support::Session, walk::SCREENS};

/// The first screen; whoever looks for something later finds the index made.
static FIRST: LazyLock<Session> = LazyLock::new(|| {
    let mut first = Session::new(80, 24);
    first.press("/<Esc>");
    first
});

/// Pixels of a cell; a Chinese character is a square of two.
const CELL: (usize, usize) = (8, 19);
/// Pixels around the screen.
const EDGE: usize = 12;

/// One picture: a screen, how it looks, and the file it stands in.
struct Picture {
    file: String,
    keys: &'static str,
    size: (u16, u16),
    lang: Lang,
    dark: bool,
    policy: Policy,
}

impl Picture {
    fn session(&self) -> Session {
        let mut session = FIRST.clone();
        let palette = if self.dark {
            Palette::RichDark
        } else {
            Palette::RichLight
        };
        session.app.look = Look {
            lang: self.lang,
            palette: palette.into(),
            ..Look::default()
        }
        .with_width(self.policy);
        session.send(Msg::Resize(Size::new(self.size.0, self.size.1)));
        session.press(self.keys).fetch(None);
        session
    }

    fn svg(&self, session: &Session) -> String {
        let (buf, cursor) = session.draw();
        let (width, height) = (buf.area.width, buf.area.height);
        let ink = Paper::of(self.dark);
        let (w, h) = (
            usize::from(width) * CELL.0 + 2 * EDGE,
            usize::from(height) * CELL.1 + 2 * EDGE,
        );
        let mut out = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{w}\" height=\"{h}\" viewBox=\"0 0 {w} {h}\" \
             font-family=\"'DejaVu Sans Mono','Menlo','Consolas','Noto Sans Mono CJK SC','Noto Sans CJK SC','PingFang \
             SC','Microsoft YaHei',monospace\" xml:space=\"preserve\">\n<rect width=\"{w}\" height=\"{h}\" rx=\"8\" \
             fill=\"{}\"/>\n",
            ink.back
        );
        for y in 0..height {
            row(&mut out, &buf, y, ink);
        }
        if let Some(at) = cursor {
            let (x, y) = corner(at.x, at.y);
            out += &format!(
                "<rect x=\"{x}\" y=\"{y}\" width=\"2\" height=\"{}\" fill=\"{}\"/>\n",
                CELL.1, ink.fore
            );
        }
        out + "</svg>\n"
    }
}

/// The colours of a terminal by themselves.
#[derive(Clone, Copy)]
struct Paper {
    fore: &'static str,
    back: &'static str,
}

impl Paper {
    fn of(dark: bool) -> Self {
        let (fore, back) = match dark {
            true => ("#e4e4e4", "#16181d"),
            false => ("#1c1c1c", "#ffffff"),
        };
        Self { fore, back }
    }

    /// Foreground and background of a cell.
    fn of_cell(self, cell: &Cell) -> (String, String) {
        let (fore, back) = (hex(cell.fg, self.fore), hex(cell.bg, self.back));
        match cell.modifier.contains(Modifier::REVERSED) {
            true => (back, fore),
            false => (fore, back),
        }
    }
}

/// A colour of xterm's 256.
fn hex(color: Color, own: &str) -> String {
    const STEPS: [u8; 6] = [0, 95, 135, 175, 215, 255];
    let Color::Indexed(n) = color else {
        return own.to_owned();
    };
    let (r, g, b) = match n {
        232.. => (8 + (n - 232) * 10, 8 + (n - 232) * 10, 8 + (n - 232) * 10),
        16.. => {
            let at = |by: u8| STEPS[usize::from((n - 16) / by % 6)];
            (at(36), at(6), at(1))
        }
        n => panic!("a rich palette has no colour {n}"),
    };
    format!("#{r:02x}{g:02x}{b:02x}")
}

/// The upper left corner of a cell.
fn corner(x: u16, y: u16) -> (usize, usize) {
    (usize::from(x) * CELL.0 + EDGE, usize::from(y) * CELL.1 + EDGE)
}

/// Glyphs beside each other of one look and one width.
struct Stretch<'a> {
    from: u16,
    to: u16,
    text: String,
    /// Cells of each glyph.
    width: u16,
    first: &'a Cell,
}

impl Stretch<'_> {
    fn takes(&self, x: u16, width: u16, cell: &Cell) -> bool {
        let look = |cell: &Cell| (cell.fg, cell.bg, cell.modifier, cell.symbol().is_ascii());
        // Blanks in a row may be drawn as one.
        let apart = self.text.ends_with("  ") && cell.symbol() != " ";
        self.to == x && self.width == width && !apart && look(self.first) == look(cell)
    }

    fn draw(&self, out: &mut String, y: u16, ink: Paper) {
        let (fore, back) = ink.of_cell(self.first);
        if back != ink.back {
            let ((x, y), width) = (corner(self.from, y), usize::from(self.to - self.from) * CELL.0);
            *out += &format!(
                "<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{}\" fill=\"{back}\"/>\n",
                CELL.1
            );
        }
        let text = self.text.trim();
        if text.is_empty() {
            return;
        }
        let blanks = self.text.len() - self.text.trim_start().len();
        let (x, y) = corner(self.from + blanks as u16, y);
        let cells = text.chars().count() * usize::from(self.width) * CELL.0;
        let bold = match self.first.modifier.contains(Modifier::BOLD) {
            true => " font-weight=\"bold\"",
            false => "",
        };
        // A Latin letter is six tenths of its size wide, a Chinese character all of it.
        let size = if text.is_ascii() { "13.3" } else { "16" };
        *out += &format!(
            "<text x=\"{x}\" y=\"{}\" font-size=\"{size}\" fill=\"{fore}\"{bold} textLength=\"{cells}\" \
             lengthAdjust=\"spacingAndGlyphs\">{}</text>\n",
            y + CELL.1 - 5,
            escaped(text)
        );
    }
}

/// A row of the screen, each stretch at its own cell.
fn row(out: &mut String, buf: &Buffer, y: u16, ink: Paper) {
    let mut stretches: Vec<Stretch<'_>> = Vec::new();
    let mut x = 0;
    while x < buf.area.width {
        let cell = &buf[(x, y)];
        let behind = (x + 1..buf.area.width).take_while(|x| buf[(*x, y)].symbol().is_empty());
        let width = 1 + behind.count() as u16;
        match stretches.last_mut().filter(|last| last.takes(x, width, cell)) {
            Some(last) => {
                last.text.push_str(cell.symbol());
                last.to += width;
            }
            None => stretches.push(Stretch {
                from: x,
                to: x + width,
                text: cell.symbol().to_owned(),
                width,
                first: cell,
            }),
        }
        x += width;
    }
    stretches.iter().for_each(|stretch| stretch.draw(out, y, ink));
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}

/// The pictures of the READMEs.
fn readme() -> Vec<Picture> {
    let screens = [("browse", "", (120, 36)), ("compare", "c", (120, 36))];
    let looks = [
        (Lang::Zh, true),
        (Lang::Zh, false),
        (Lang::En, true),
        (Lang::En, false),
    ];
    screens
        .into_iter()
        .flat_map(|screen| looks.map(|look| (screen, look)))
        .map(|((name, keys, size), (lang, dark))| Picture {
            file: format!(
                "{name}.{}.{}.svg",
                lang_word(lang),
                if dark { "dark" } else { "light" }
            ),
            keys,
            size,
            lang,
            dark,
            policy: Policy::Narrow,
        })
        .collect()
}

fn lang_word(lang: Lang) -> &'static str {
    lang.pick("zh", "en")
}

#[test]
fn the_pictures_of_the_readmes_are_the_screens() {
    for picture in readme() {
        let file = Path::new("docs/pictures").join(&picture.file);
        let svg = picture.svg(&picture.session());
        if env::var_os("UPDATE_PICTURES").is_some() {
            fs::create_dir_all("docs/pictures").unwrap();
            fs::write(&file, &svg).unwrap();
        }
        let there = fs::read_to_string(&file).unwrap_or_default();
        assert!(
            there == svg,
            "{} is not current: UPDATE_PICTURES=1 cargo test --test it pictures",
            file.display()
        );
    }
}

/// Every screen of the walk; written, with `PICTURES`, in every look.
#[test]
fn a_picture_holds_what_its_screen_shows() {
    let folder = env::var_os("PICTURES");
    let sizes: &[(u16, u16)] = match folder {
        Some(_) => &[(40, 12), (80, 24), (120, 36), (200, 50)],
        None => &[(80, 24)],
    };
    let mut index = String::from("<!doctype html><meta charset=\"utf-8\"><title>rongtu</title>\n");
    for picture in every(sizes) {
        let session = picture.session();
        let svg = picture.svg(&session);
        let letters = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
        assert_eq!(
            letters(&text_of(&svg)),
            letters(&session.screen()),
            "{}",
            picture.file
        );
        if let Some(folder) = &folder {
            fs::create_dir_all(folder).unwrap();
            fs::write(Path::new(folder).join(&picture.file), svg).unwrap();
            index += &format!("<h2>{0}</h2><img src=\"{0}\">\n", picture.file);
        }
    }
    if let Some(folder) = &folder {
        fs::write(Path::new(folder).join("index.html"), index).unwrap();
    }
}

fn every(sizes: &[(u16, u16)]) -> Vec<Picture> {
    let mut pictures = Vec::new();
    for (number, (name, keys)) in SCREENS.iter().enumerate() {
        for size in sizes.iter().copied() {
            for (lang, dark, policy) in looks(sizes.len() > 1) {
                let words = [
                    format!("{number:02} {name}"),
                    format!("{}x{}", size.0, size.1),
                    lang_word(lang).to_owned(),
                    if dark { "dark" } else { "light" }.to_owned(),
                    format!("{policy:?}").to_lowercase(),
                ];
                let file = words.join(".").replace([' ', ','], "-") + ".svg";
                pictures.push(Picture {
                    file,
                    keys,
                    size,
                    lang,
                    dark,
                    policy,
                });
            }
        }
    }
    pictures
}

/// Languages on dark and light, narrow and wide; of the two latter the first alone unless `all`.
fn looks(all: bool) -> impl Iterator<Item = (Lang, bool, Policy)> {
    let grounds = [true, false].into_iter().take(if all { 2 } else { 1 });
    let each = grounds.flat_map(|dark| [Lang::Zh, Lang::En].map(|lang| (lang, dark)));
    let policies = [Policy::Narrow, Policy::Wide]
        .into_iter()
        .take(if all { 2 } else { 1 });
    each.flat_map(move |(lang, dark)| policies.clone().map(move |policy| (lang, dark, policy)))
}

/// The text of a picture, as whoever reads it aloud finds it.
fn text_of(svg: &str) -> String {
    let texts = svg.split("</text>").filter_map(|part| part.rsplit_once('>'));
    let texts: String = texts.map(|(_, text)| text).collect();
    texts
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&")
}
