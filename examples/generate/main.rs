//! Makes a folder of any number of dossiers in the shape of `data/` and `seeds/`, with their articles.
//!
//! `cargo run --release --example generate -- --colleges 3000 --out /tmp/atlas` and then `rongtu --data /tmp/atlas`.
//! The colleges, the figures and the articles are made up; the themes and metrics are the shipped ones. The same
//! seed gives the same bytes everywhere. Used to measure, to fuzz and to show what thousands of dossiers look like.

mod dossier;
mod figure;
mod name;
mod paper;
mod random;
mod seed;
mod story;
mod words;
mod yaml;

use std::{collections::HashSet, fs, path::PathBuf};

use anyhow::{Context, Result, ensure};
use clap::Parser;
use rongtu::{
    load::{Origin, load},
    model::Atlas,
};

use random::Random;
use story::{Story, story};

/// How often a story is told anew until each of its phrases stands once in its line.
const ATTEMPTS: u64 = 100;

/// Make dossiers, source records and articles of colleges that do not exist.
#[derive(Parser)]
struct Args {
    /// How many colleges
    #[arg(long)]
    colleges: usize,
    /// Folder to write to
    #[arg(long)]
    out: PathBuf,
    /// The same seed gives the same files
    #[arg(long, default_value_t = 1)]
    seed: u64,
}

fn main() -> Result<()> {
    let args = Args::parse();
    let atlas = load(&Origin::Embedded).atlas;
    registers(&args.out)?;
    let mut taken = HashSet::new();
    for n in 0..args.colleges {
        college(&args, n, &atlas, &mut taken)?;
    }
    Ok(())
}

/// The shipped themes and metrics.
fn registers(out: &std::path::Path) -> Result<()> {
    for folder in ["data/colleges", "seeds", "articles"] {
        fs::create_dir_all(out.join(folder)).with_context(|| format!("{}", out.join(folder).display()))?;
    }
    fs::write(
        out.join("data/themes.yaml"),
        include_str!("../../data/themes.yaml"),
    )?;
    fs::write(
        out.join("data/metrics.yaml"),
        include_str!("../../data/metrics.yaml"),
    )?;
    Ok(())
}

fn college(args: &Args, n: usize, atlas: &Atlas, taken: &mut HashSet<String>) -> Result<()> {
    let mut random = Random::new(args.seed, n as u64, 0);
    let name = name::name(n, &mut random, taken);
    let story = (1..ATTEMPTS)
        .map(|attempt| story(&name, atlas, &mut Random::new(args.seed, n as u64, attempt)))
        .find(|story| story.paper.is_sound(story.cites()));
    ensure!(
        story.is_some(),
        "no story of {} has phrases that stand once",
        name.zh
    );
    let write = |folder: &str, file: String, text: String| {
        let path = args.out.join(folder).join(file);
        fs::write(&path, text).with_context(|| path.display().to_string())
    };
    let Some(story): Option<Story> = story else {
        return Ok(());
    };
    write(
        "data/colleges",
        format!("{}.yaml", name.id),
        dossier::dossier(&name, &story),
    )?;
    write(
        "seeds",
        format!("news-{}.yaml", name.id),
        seed::seed(&name, &story),
    )?;
    write("articles", format!("{}.txt", name.id), story.paper.text())
}
