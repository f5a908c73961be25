//! A million random actions at random sizes, every frame sent: does anything panic, does memory grow, what does a step
//! cost?
//!
//! `cargo run --release --example soak -- --colleges 3000` on dossiers made of the shipped ones, or `-- --data DIR`. It
//! prints the memory in use as it goes and fails when that has grown after the warm-up. `docs/performance.md` says how
//! to read it. The explorer runs in this process: the terminal, the cache and the disk are tested elsewhere.

#[path = "generate/random.rs"]
#[allow(dead_code, reason = "shared with the generator")]
mod random;

use std::{
    fs,
    io::{self, Write},
    path::PathBuf,
    sync::Arc,
    time::{Duration, Instant},
};

use anyhow::{Context, Result, ensure};
use clap::Parser;
use random::Random;
use ratatui::{
    buffer::Buffer,
    layout::{Rect, Size},
};
use rongtu::{
    lang::{Bilingual, Lang},
    load::{Loaded, Origin, load},
    text::width::Policy,
    tui::{
        app::App,
        clip::Route,
        display::Look,
        msg::{Action, Effect, Msg, NotSaved, Subfolders},
        screen::{Abilities, Screen, Widths},
        view::view,
    },
};

/// What is typed: Han, pinyin, a quotation mark, blanks.
const TYPED: &str = "jyl2专台业“ zh3";
/// Stands in for every article.
const PASSAGE: &str = "资讯\n一、“红链”引领——五链……\n①党建·联建 25℃ ±5 × 3 → 4，34家模具企业；\n";
/// Reloads asked for between two that are carried out: each costs a copy of everything.
const RELOADS: usize = 200;
/// How often the memory is told.
const MARKS: usize = 40;

/// Play random actions.
#[derive(Parser)]
struct Args {
    /// How many actions
    #[arg(long, default_value_t = 1_000_000)]
    actions: usize,
    /// Copies of the shipped dossiers to play on
    #[arg(long, default_value_t = 100)]
    colleges: usize,
    /// Dossiers to play on instead
    #[arg(long)]
    data: Option<PathBuf>,
    /// The same seed plays the same actions
    #[arg(long, default_value_t = 1)]
    seed: u64,
}

fn main() -> Result<()> {
    let args = Args::parse();
    let data = Arc::new(match &args.data {
        Some(folder) => load(&Origin::Folder(folder.clone())),
        None => crowd(args.colleges),
    });
    ensure!(!data.atlas.colleges.is_empty(), "no dossiers");
    let mut out = io::stdout().lock();
    writeln!(
        out,
        "{} colleges, {} actions",
        data.atlas.colleges.len(),
        args.actions
    )?;
    let mut player = Player::new(data, args.seed);
    let (mut curve, mut steps) = (Vec::new(), Steps::default());
    for done in 1..=args.actions {
        steps.count(player.step()?);
        if done % (args.actions / MARKS).max(1) == 0 {
            curve.push(resident()?);
            writeln!(out, "{done:>9} actions  {:>7} KB", resident()?)?;
        }
    }
    steps.tell(&mut out, player.bytes)?;
    level(&curve)
}

/// As many dossiers as wanted, each a copy of a shipped one under a name of its own.
fn crowd(n: usize) -> Loaded {
    const PROVINCES: [Option<(&str, &str)>; 3] =
        [Some(("浙江", "Zhejiang")), None, Some(("北京", "Beijing"))];
    let mut loaded = load(&Origin::Embedded);
    let like = std::mem::take(&mut loaded.atlas.colleges);
    let copy = |at: usize| {
        let mut college = like[at % like.len()].clone();
        college.id = format!("c{at:05}").parse().ok()?;
        college.name.zh = format!("{}{at}", college.name.zh).into();
        college.province = PROVINCES[at % 3].map(|(zh, en)| Bilingual::new(zh, en));
        Some(college)
    };
    loaded.atlas.colleges = (0..n).filter_map(copy).collect();
    loaded
}

/// The explorer, whoever plays with it, and a terminal that takes everything.
struct Player {
    random: Random,
    app: App,
    screen: Screen<io::Sink>,
    buf: Buffer,
    reloads: usize,
    bytes: usize,
}

impl Player {
    fn new(data: Arc<Loaded>, seed: u64) -> Self {
        let size = Size::new(120, 36);
        let look = Look {
            lang: Lang::Zh,
            ..Look::default()
        };
        Self {
            random: Random::new(seed, 0, 0),
            app: App::new(data, look, size),
            screen: Screen::new(io::sink(), Abilities::default(), Widths::default()),
            buf: Buffer::default(),
            reloads: 0,
            bytes: 0,
        }
    }

    /// One action and its frame. Tells how long they took.
    fn step(&mut self) -> Result<Duration> {
        let msg = self.any();
        let start = Instant::now();
        let wanted = self.app.update(msg);
        self.app.catch_up();
        self.buf
            .resize(Rect::new(0, 0, self.app.size.width, self.app.size.height));
        self.buf.reset();
        let cursor = view(&self.app, &mut self.buf);
        self.screen.set_widths(Widths {
            policy: self.app.look.policy,
            sure: self.app.look.policy != Policy::Safe,
        });
        self.bytes += self.screen.present(&self.buf, cursor)?.bytes;
        let took = start.elapsed();
        if let Some(effect) = wanted {
            self.carry_out(effect);
        }
        Ok(took)
    }

    fn any(&mut self) -> Msg {
        let random = &mut self.random;
        match random.below(100) {
            0..70 => Msg::Do(random.pick(Action::ALL)),
            70..75 => Msg::Do(Action::Pillar(random.below(8) as u8)),
            75..90 => {
                let typed: Vec<char> = TYPED.chars().collect();
                Msg::Type(random.pick(&typed))
            }
            90..94 => Msg::Resize(Size::new(random.below(260) as u16, random.below(90) as u16)),
            94..95 => Msg::Paste("“粘贴”\u{1b}[2J\u{202e}\n三千\r\n".to_owned()),
            _ => Msg::Do(random.pick(&[Action::Back, Action::Mark, Action::Compare, Action::Overview])),
        }
    }

    /// Does what the runner would do; nothing stops and nothing ends.
    fn carry_out(&mut self, effect: Effect) {
        let answer = match effect {
            Effect::Fetch(source) => Msg::Fetched(source, self.random.chance(80).then(|| PASSAGE.into())),
            Effect::Copy(_) => Msg::Copied(Ok(Route::Osc52)),
            // Nothing is written: what counts is what the screen makes of either outcome.
            Effect::Save { path, .. } => Msg::Saved(match self.random.chance(50) {
                true => Ok(path.into()),
                false => Err(NotSaved::There(path.into())),
            }),
            Effect::List(folder) => Msg::Listed(Subfolders {
                path: folder.clone().into(),
                folder,
                names: vec!["文档".to_owned()],
            }),
            Effect::Reload => {
                self.reloads += 1;
                if !self.reloads.is_multiple_of(RELOADS) {
                    return;
                }
                Msg::Reloaded(Arc::new(Loaded::clone(&self.app.data)))
            }
            Effect::Repaint => return self.screen.repaint(),
            Effect::Remember(_) | Effect::Suspend | Effect::Quit => return,
        };
        self.app.update(answer);
    }
}

/// How many steps took so many hundredths of a millisecond: a second and more are counted as one.
struct Steps(Vec<usize>);

impl Default for Steps {
    fn default() -> Self {
        Self(vec![0; 100_000])
    }
}

impl Steps {
    fn count(&mut self, took: Duration) {
        let at = (took.as_micros() / 10) as usize;
        self.0[at.min(99_999)] += 1;
    }

    /// Milliseconds that so many thousandths of the steps took at most.
    fn quantile(&self, of: usize) -> f64 {
        let wanted = self.0.iter().sum::<usize>() * of / 1000;
        let mut seen = 0;
        let at = self.0.iter().position(|steps| {
            seen += steps;
            seen >= wanted
        });
        (at.unwrap_or(0) + 1) as f64 / 100.0
    }

    fn tell(&self, out: &mut impl Write, bytes: usize) -> Result<()> {
        let [half, most, nearly, all] = [500, 950, 999, 1000].map(|of| self.quantile(of));
        let frame = bytes / self.0.iter().sum::<usize>().max(1);
        writeln!(
            out,
            "an action and its frame: median {half:.2} ms, p95 {most:.2}, p99.9 {nearly:.2}, longest {all:.2}; \
             {frame} bytes a frame"
        )?;
        Ok(())
    }
}

/// Fails when the last quarter takes more memory than the second did: a leak goes on, a warm-up ends.
fn level(curve: &[u64]) -> Result<()> {
    let quarter = curve.len() / 4;
    let most = |of: &[u64]| of.iter().copied().max().unwrap_or(0);
    let (warm, last) = (most(&curve[quarter..quarter * 2]), most(&curve[quarter * 3..]));
    ensure!(
        last <= warm + warm / 20 + 2048,
        "memory grew from {warm} KB to {last} KB after the warm-up"
    );
    Ok(())
}

/// Memory in use by this process, in KB, as Linux counts it.
fn resident() -> Result<u64> {
    let status = fs::read_to_string("/proc/self/status")?;
    let line = status.lines().find(|line| line.starts_with("VmRSS:"));
    let kb = line
        .and_then(|line| line.split_whitespace().nth(1))
        .context("no VmRSS")?;
    Ok(kb.parse()?)
}
