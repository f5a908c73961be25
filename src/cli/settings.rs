//! What the flags, the environment and the terminal add up to.

use std::path::{Path, PathBuf};

use super::{
    World,
    args::{Ambiguous, Color, Format, Globals, Language},
    exit::{Failure, Message},
    layers::Setting,
    paint::Paint,
};
use crate::{
    export::CsvStyle,
    lang::Lang,
    load::{self, Access, Articles, Cache, Origin},
    text::{clean::clean, width::Policy},
};

/// Cells of a line when nothing says how wide the reader's is.
const WIDTH: usize = 100;
/// The most cells a line is laid out to: a client of `kiosk` chooses them, and every row takes memory for each.
const WIDEST: usize = 1000;

/// The settings of one run.
#[derive(Clone, Debug)]
pub(crate) struct Settings {
    /// How the answer is written.
    pub(crate) format: Format,
    /// How CSV is written.
    pub(crate) csv: CsvStyle,
    /// Whether a report is to be in both languages, the interface's leading.
    pub both_languages: bool,
    /// Interface language.
    pub(crate) lang: Lang,
    /// Where dossiers come from.
    pub(crate) origin: Origin,
    /// How they are loaded.
    pub(crate) load: load::LoadOptions,
    /// Where article texts may be.
    pub(crate) articles: Articles,
    /// How ambiguous characters are counted and written.
    pub(crate) policy: Policy,
    /// Colours of the answer.
    pub(crate) paint: Paint,
    /// Colours of messages.
    pub(crate) message_paint: Paint,
    /// Cells of a line.
    pub(crate) width: usize,
    /// Who chose what; told by `config` alone.
    pub(crate) chosen: Vec<Setting>,
}

impl Settings {
    /// Adds up flags, environment and terminal.
    ///
    /// # Errors
    /// A folder that is named but not there.
    pub(crate) fn of(globals: &Globals, lang: Lang, world: &World<'_>) -> Result<Self, Failure> {
        let terminal = world.columns.map(usize::from);
        Ok(Self {
            format: globals.format,
            csv: CsvStyle {
                bom: globals.bom,
                headings: globals.headings.unwrap_or_default().into(),
            },
            lang,
            both_languages: globals.lang.is_some_and(Language::is_both),
            origin: origin(globals.data.as_deref())?,
            load: load::LoadOptions {
                cache: cache(globals)?,
            },
            articles: articles(globals, world)?,
            policy: policy(globals, world),
            paint: paint(globals, world, world.columns.is_some()),
            message_paint: paint(globals, world, world.err_terminal),
            width: globals
                .width
                .map(usize::from)
                .or(terminal)
                .unwrap_or(WIDTH)
                .min(WIDEST),
            chosen: Vec::new(),
        })
    }
}

/// A terminal is not asked (an answer to a pipe must not wait for one): it gets the substitutes that every
/// terminal draws alike. A pipe gets the printed characters, laid out as narrow.
fn policy(globals: &Globals, world: &World<'_>) -> Policy {
    let unasked = match world.columns {
        Some(_) => Policy::Safe,
        None => Policy::Narrow,
    };
    globals.ambiguous.and_then(Ambiguous::policy).unwrap_or(unasked)
}

/// `--color`, then `NO_COLOR` (no-color.org), then `CLICOLOR_FORCE` (bixense.com/clicolors), then whether
/// there is a terminal that can.
fn paint(globals: &Globals, world: &World<'_>, terminal: bool) -> Paint {
    let set = |name: &str| (world.env)(name).is_some_and(|value| !value.is_empty());
    let forced = (world.env)("CLICOLOR_FORCE").is_some_and(|value| !value.is_empty() && value != "0");
    let dumb = (world.env)("TERM").is_some_and(|value| value == "dumb");
    let colour = match globals.color.unwrap_or_default() {
        Color::Always => true,
        Color::Never => false,
        Color::Auto => !set("NO_COLOR") && (forced || (terminal && !dumb)),
    };
    match colour {
        true => Paint::of(globals.theme_name.unwrap_or_default(), globals.own_colours),
        false => Paint::default(),
    }
}

/// Where compiled copies are kept: in the folder named, or in the user's own.
fn cache(globals: &Globals) -> Result<Option<Cache>, Failure> {
    match &globals.cache {
        _ if globals.no_cache => Ok(None),
        None => Ok(Cache::usual()),
        Some(folder) => there(folder).map(|()| {
            Some(Cache {
                access: Access::Common,
                ..Cache::in_folder(folder.clone())
            })
        }),
    }
}

/// Where dossiers are read from.
///
/// # Errors
/// A folder that is not there.
pub(crate) fn origin(folder: Option<&Path>) -> Result<Origin, Failure> {
    match folder {
        None => Ok(Origin::Embedded),
        Some(folder) => there(folder).map(|()| Origin::Folder(folder.to_owned())),
    }
}

/// `--articles`, `RONGTU_ARTICLES` and the `seeds` folder beside the data.
fn articles(globals: &Globals, world: &World<'_>) -> Result<Articles, Failure> {
    let mut folders: Vec<PathBuf> = Vec::new();
    if let Some(folder) = &globals.articles {
        there(folder)?;
        folders.push(folder.clone());
    }
    if let Some(named) = (world.env)("RONGTU_ARTICLES") {
        folders.extend(std::env::split_paths(&named).filter(|path| !path.as_os_str().is_empty()));
    }
    folders.extend(match &globals.data {
        None => vec![PathBuf::from("seeds")],
        Some(data) => vec![data.join("seeds"), data.join("../seeds")],
    });
    Ok(Articles::new(folders))
}

fn there(folder: &Path) -> Result<(), Failure> {
    if folder.is_dir() {
        return Ok(());
    }
    let name = folder.to_string_lossy();
    let name = clean(&name);
    let said = Message::new(format!("没有文件夹 {name}"), format!("there is no folder {name}"));
    Err(Failure::Bad(
        said.hint("检查路径的拼写", "check the spelling of the path"),
    ))
}
