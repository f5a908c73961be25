//! What loading a folder of dossiers costs: one line of JSON with milliseconds and peak memory.
//!
//! `cargo run --release --example weigh -- DIR [CACHE]`, where CACHE is a folder for the compiled copy. It prints and judges nothing else; `docs/performance.md` says how
//! to read it.

use std::{
    fs,
    io::Write,
    path::PathBuf,
    time::{Duration, Instant},
};

use anyhow::{Context, Result};
use rongtu::load::{Cache, LoadOptions, Origin, load_with};
use serde_json::json;

fn main() -> Result<()> {
    let mut args = std::env::args_os().skip(1).map(PathBuf::from);
    let folder = args.next().context("weigh DIR [CACHE]")?;
    let cache = args.next().map(|folder| Cache {
        above: 0,
        settled: Duration::ZERO,
        ..Cache::in_folder(folder)
    });
    let start = Instant::now();
    let loaded = load_with(&Origin::Folder(folder), &LoadOptions { cache });
    let took = start.elapsed();
    let (pillars, outcomes) = loaded.atlas.totals();
    let line = json!({
        "ms": took.as_secs_f64() * 1000.0,
        "peak_rss_kb": peak()?,
        "colleges": loaded.atlas.colleges.len(),
        "pillars": pillars,
        "outcomes": outcomes,
        "findings": loaded.findings.len(),
    });
    writeln!(std::io::stdout(), "{line}")?;
    Ok(())
}

/// The most memory this process has had in use, in KB, as Linux counts it.
fn peak() -> Result<u64> {
    let status = fs::read_to_string("/proc/self/status")?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"));
    let kb = line
        .and_then(|line| line.split_whitespace().nth(1))
        .context("no VmHWM")?;
    Ok(kb.parse()?)
}
