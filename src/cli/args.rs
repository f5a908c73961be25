//! What can be typed: the flags and verbs, as clap types.
//!
//! Owns the grammar and the English words; the Chinese ones are in `words`. It decides nothing about
//! what a verb does.

mod values;

use std::{path::PathBuf, time::Duration};

use clap::{
    ArgAction, Args as Flags, Parser, Subcommand,
    builder::{PossibleValuesParser, TypedValueParser},
};
pub use values::{Ambiguous, Color, Format, HeadedBy, Language, Listed, StartView, Switch, ThemeName};

use crate::{model::Kind, page::palette::own::OwnColours};

/// The whole command line.
#[derive(Clone, Debug, Parser)]
#[command(
    name = "rongtu",
    version,
    disable_help_flag = true,
    disable_help_subcommand = true
)]
#[command(disable_version_flag = true)]
#[command(about = "Explore dossiers of Chinese vocational colleges; without a command, on the whole screen")]
pub(crate) struct Args {
    /// Flags of every verb.
    #[command(flatten)]
    pub(crate) globals: Globals,
    /// The verb; none opens the explorer.
    #[command(subcommand)]
    pub(crate) verb: Option<Verb>,
}

/// Flags of every verb.
#[derive(Clone, Debug, Default, Flags)]
pub(crate) struct Globals {
    /// How the answer is written
    #[arg(long, global = true, value_enum, default_value_t)]
    #[arg(value_name = "table|md|csv|json|jsonl")]
    pub(crate) format: Format,
    /// CSV for Excel: it begins with a byte order mark, and text such as 1-5 is kept from becoming a date
    #[arg(long, global = true)]
    pub(crate) bom: bool,
    /// Column names and codes of a CSV: in Chinese, in English, or as ids
    #[arg(long, global = true, value_enum, value_name = "zh|en|id")]
    pub(crate) headings: Option<HeadedBy>,
    /// Read dossiers from this folder
    #[arg(long, global = true, value_name = "DIR")]
    pub(crate) data: Option<PathBuf>,
    /// Folder of article texts
    #[arg(long, global = true, value_name = "DIR")]
    pub(crate) articles: Option<PathBuf>,
    /// Language of the interface; of a report also zh,en: both side by side
    #[arg(long, global = true, value_enum, value_name = "zh|en")]
    pub(crate) lang: Option<Language>,
    /// Width of ambiguous characters such as quotation marks
    #[arg(long, global = true, value_enum, value_name = "auto|narrow|wide|safe")]
    pub(crate) ambiguous: Option<Ambiguous>,
    /// When to colour
    #[arg(long, global = true, value_enum, value_name = "auto|always|never")]
    pub(crate) color: Option<Color>,
    /// Colours to use
    #[arg(long, global = true, value_enum, value_name = "auto|dark|light|mono")]
    pub(crate) theme_name: Option<ThemeName>,
    /// Keep the compiled copy of a large folder in this folder, for others to read as well
    #[arg(long, global = true, value_name = "DIR")]
    pub(crate) cache: Option<PathBuf>,
    /// Keep no compiled copy of large folders, and read none
    #[arg(long, global = true, conflicts_with = "cache")]
    pub(crate) no_cache: bool,
    /// In the explorer: read the data again when its files change
    #[arg(long)]
    pub(crate) watch: bool,
    /// In the explorer: the mouse points and scrolls; Shift selects text
    #[arg(long, value_enum, value_name = "on|off", num_args = 0..=1, require_equals = true, default_missing_value = "on")]
    pub(crate) mouse: Option<Switch>,
    /// In the explorer: what is opened first; compare takes the first two colleges
    #[arg(long, value_enum, value_name = "browse|overview|compare|find")]
    pub(crate) start: Option<StartView>,
    /// Cells of a line, 20 to 1000
    #[arg(long, global = true, value_name = "N", value_parser = clap::value_parser!(u16).range(20..=1000))]
    pub(crate) width: Option<u16>,
    /// Colours of the user's own, which only `config.yaml` gives.
    #[arg(skip)]
    pub(crate) own_colours: OwnColours,
    /// Show help
    #[arg(long, short, global = true, action = ArgAction::Help)]
    pub(crate) help: Option<bool>,
    /// Show the version
    #[arg(long, short = 'V', action = ArgAction::Version)]
    pub(crate) version: Option<bool>,
}

/// What to do.
#[derive(Clone, Debug, Subcommand)]
pub(crate) enum Verb {
    /// List colleges, pillars, outcomes and more
    List(List),
    /// Show everything known of one fact
    Show(Show),
    /// Find facts by Chinese words, pinyin, initials, figures or English
    Find(Find),
    /// Show where a fact stands in the article
    Source(Show),
    /// Set colleges side by side
    Compare(Compare),
    /// Write a report on one college, or on several side by side: Word, Excel, a web page or Markdown
    Report(Report),
    /// Check a folder of dossiers
    Check(Check),
    /// Write everything as tables into a folder
    Export(Export),
    /// Answer over SSH, read-only, as a forced command of OpenSSH
    Kiosk(Kiosk),
    /// Show every setting, its value and where it comes from
    Config,
    /// Write a script that completes commands, ids and names
    Completions(Completions),
    /// Write the manual page
    Man(Manual),
    /// Draft a dossier from the text of an article
    Draft(Draft),
    /// Review a draft in the terminal: accept, excuse, choose metrics, write what is missing
    Review(Review),
    /// Help for a command
    Help {
        /// The command
        #[arg(value_name = "COMMAND")]
        verb: Option<String>,
    },
}

/// `completions`.
#[derive(Clone, Debug, Flags)]
pub(crate) struct Completions {
    /// bash, zsh, fish, elvish or powershell
    #[arg(value_enum, value_name = "SHELL")]
    pub(crate) shell: clap_complete::Shell,
}

/// `man`.
#[derive(Clone, Debug, Flags)]
pub(crate) struct Manual {
    /// The command; the program itself when none is named
    #[arg(value_name = "COMMAND")]
    pub(crate) verb: Option<String>,
}

/// `list`.
#[derive(Clone, Debug, Flags)]
pub(crate) struct List {
    /// colleges, pillars, measures, outcomes, metrics, themes, recognitions, frameworks, partners or sources
    #[arg(value_enum, default_value = "colleges", value_name = "KIND")]
    pub(crate) kind: Listed,
    /// Only this college: id, part of its name, pinyin or initials
    #[arg(long, value_name = "C")]
    pub(crate) college: Option<String>,
    /// Only this theme: id or name
    #[arg(long, value_name = "T")]
    pub(crate) theme: Option<String>,
    /// Colleges by name (pinyin), by province, or by a metric: its id or name; not stated comes last
    #[arg(long, value_name = "name|province|METRIC")]
    pub(crate) sort: Option<String>,
    /// The other way round; not stated stays last
    #[arg(long, requires = "sort")]
    pub(crate) reverse: bool,
}

/// `show` and `source`.
#[derive(Clone, Debug, Flags)]
pub(crate) struct Show {
    /// Address of a fact, such as tzvcst/p1 or tzvcst/mould-firms, or a college, theme or metric by id or name
    #[arg(value_name = "ADDR")]
    pub(crate) addr: String,
}

/// `find`.
#[derive(Clone, Debug, Flags)]
pub(crate) struct Find {
    /// What to look for; every word must match, in any order
    #[arg(value_name = "WORDS", required = true)]
    pub(crate) words: Vec<String>,
    /// Only this kind: college, pillar, outcome, measure, framework, recognition, partner, theme or metric
    #[arg(long, value_name = "KIND", value_parser = kinds())]
    pub(crate) kind: Option<Kind>,
    /// Only this college: id, part of its name, pinyin or initials
    #[arg(long, value_name = "C")]
    pub(crate) college: Option<String>,
    /// Only this theme: id or name
    #[arg(long, value_name = "T")]
    pub(crate) theme: Option<String>,
    /// Show this many at most
    #[arg(long, value_name = "N", default_value = "20", value_parser = clap::value_parser!(u32).range(1..))]
    pub(crate) limit: u32,
}

/// Reads a kind by its word.
fn kinds() -> impl TypedValueParser<Value = Kind> {
    let word = |word: String| Kind::ALL.into_iter().find(|kind| kind.as_str() == word);
    PossibleValuesParser::new(Kind::ALL.map(Kind::as_str))
        .try_map(move |text| word(text).ok_or("no such kind"))
}

/// `compare`.
#[derive(Clone, Debug, Flags)]
pub(crate) struct Compare {
    /// Two to four colleges: ids, parts of their names, pinyin or initials
    #[arg(value_name = "COLLEGES", required = true)]
    pub(crate) colleges: Vec<String>,
    /// Only this theme: id or name
    #[arg(long, value_name = "T")]
    pub(crate) theme: Option<String>,
    /// Pillars by theme instead of figures
    #[arg(long)]
    pub(crate) pillars: bool,
    /// Only rows that differ
    #[arg(long)]
    pub(crate) diff: bool,
}

/// `report`.
#[derive(Clone, Debug, Flags)]
pub(crate) struct Report {
    /// One college, or two to four to compare: ids, parts of their names, pinyin or initials
    #[arg(value_name = "COLLEGES", required = true)]
    pub(crate) colleges: Vec<String>,
    /// The file; its ending chooses the format: .docx, .xlsx, .html or .md
    #[arg(long, short, value_name = "FILE")]
    pub(crate) output: PathBuf,
    /// Only this theme: id or name
    #[arg(long, value_name = "T")]
    pub(crate) theme: Option<String>,
    /// Replace the file if it is there
    #[arg(long)]
    pub(crate) force: bool,
}

/// `check`.
#[derive(Clone, Debug, Flags)]
pub(crate) struct Check {
    /// Folder with data/ and seeds/; the built-in dossiers when none is named
    #[arg(value_name = "DIR")]
    pub(crate) dir: Option<PathBuf>,
    /// Tell what a finding's code means and what helps; `all` tells every code
    #[arg(long, value_name = "CODE", conflicts_with = "dir")]
    pub(crate) explain: Option<String>,
    /// List also what follows from a cause; it is counted otherwise
    #[arg(long, conflicts_with = "explain")]
    pub(crate) all: bool,
    /// Print a test card that shows which --ambiguous your terminal needs
    #[arg(long, conflicts_with_all = ["dir", "explain", "all"])]
    pub(crate) terminal: bool,
}

/// `draft`.
#[derive(Clone, Debug, Flags)]
pub(crate) struct Draft {
    /// Text of the article, UTF-8 or GB18030; - is the standard input
    #[arg(value_name = "ARTICLE")]
    pub(crate) article: PathBuf,
    /// Id of the dossier; the source record's is news-ID
    #[arg(long, value_name = "ID", default_value = "todo")]
    pub(crate) id: String,
    /// Write data/colleges/ID.yaml and seeds/news-ID.yaml into this folder, over nothing; else both are printed, set apart by ---
    #[arg(long, value_name = "DIR")]
    pub(crate) out: Option<PathBuf>,
}

/// `review`.
#[derive(Clone, Debug, Flags)]
pub struct Review {
    /// Folder with data/ and seeds/
    #[arg(value_name = "DIR")]
    pub dir: PathBuf,
    /// Id of the source, or id or name of the college; the one that is unfinished when none is named
    #[arg(value_name = "SOURCE")]
    pub source: Option<String>,
}

impl Review {
    /// The folder to review is the folder to read from.
    #[must_use]
    pub(crate) fn over(&self, globals: Globals) -> Globals {
        Globals {
            data: Some(self.dir.clone()),
            ..globals
        }
    }
}

impl Check {
    /// The folder to check is the folder to read from.
    #[must_use]
    pub(crate) fn over(&self, globals: Globals) -> Globals {
        Globals {
            data: self.dir.clone().or(globals.data),
            ..globals
        }
    }
}

/// `export`.
#[derive(Clone, Debug, Flags)]
pub(crate) struct Export {
    /// The folder; made if it is not there
    #[arg(value_name = "DIR")]
    pub(crate) dir: PathBuf,
    /// Replace files that are there
    #[arg(long)]
    pub(crate) force: bool,
}

/// `kiosk`.
#[derive(Clone, Copy, Debug, Flags)]
pub struct Kiosk {
    /// Minutes without a key after which the explorer ends
    #[arg(long, value_name = "MINUTES", default_value = "10", value_parser = minutes)]
    pub idle: Duration,
    /// Minutes after which it ends in any case
    #[arg(long, value_name = "MINUTES", default_value = "60", value_parser = minutes)]
    pub total: Duration,
}

/// More than none and at most a week; fractions are heard.
fn minutes(text: &str) -> Result<Duration, String> {
    let minutes: f64 = text.parse().map_err(|_| "not a number".to_owned())?;
    match minutes > 0.0 && minutes <= 10_080.0 {
        true => Ok(Duration::from_secs_f64(minutes * 60.0)),
        false => Err("0 < MINUTES <= 10080".to_owned()),
    }
}
