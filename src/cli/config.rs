//! The user's own defaults: `config.yaml` in the XDG configuration folder, or the file `RONGTU_CONFIG` names.
//!
//! Owns its place and its fields, each named as a flag; which of them counts is decided in `layers`. A file that is not there is no fault, one that cannot be read is.

use std::path::PathBuf;

use serde::Deserialize;

use super::{
    args::{Ambiguous, Color, Language, Switch, ThemeName},
    exit::{Failure, Message},
};
use crate::{lang::Bilingual, load::read_yaml, text::clean::clean};

/// What the file says.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct Config {
    /// Interface language.
    pub(crate) lang: Option<Language>,
    pub(crate) ambiguous: Option<Ambiguous>,
    pub(crate) color: Option<Color>,
    pub(crate) theme_name: Option<ThemeName>,
    pub(crate) data: Option<PathBuf>,
    pub(crate) articles: Option<PathBuf>,
    pub(crate) cache: Option<PathBuf>,
    pub(crate) width: Option<u16>,
    pub(crate) mouse: Option<Switch>,
}

impl Config {
    /// Reads the file, if there is one.
    ///
    /// # Errors
    /// A file that cannot be read, or says something this program does not know, with line and column.
    pub(crate) fn read(env: &dyn Fn(&str) -> Option<String>) -> Result<Self, Failure> {
        let Some(path) = config_path(env) else {
            return Ok(Self::default());
        };
        let name = clean(&path.to_string_lossy()).into_owned();
        read_yaml(&path)
            .map(Option::unwrap_or_default)
            .map_err(|why| wrong(&name, &why))
    }
}

/// Where the file is (XDG Base Directory Specification 0.8).
fn config_path(env: &dyn Fn(&str) -> Option<String>) -> Option<PathBuf> {
    let set = |name| env(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    let folder = || set("XDG_CONFIG_HOME").or_else(|| Some(set("HOME")?.join(".config")));
    set("RONGTU_CONFIG").or_else(|| Some(folder()?.join("rongtu/config.yaml")))
}

fn wrong(name: &str, why: &Bilingual) -> Failure {
    let said = Message::new(
        format!("配置文件 {name}: {}", clean(&why.zh)),
        format!("the configuration {name}: {}", clean(&why.en)),
    );
    Failure::Bad(said.hint(
        "可写: lang, ambiguous, color, theme-name, data, articles, cache, width, mouse",
        "it may hold: lang, ambiguous, color, theme-name, data, articles, cache, width, mouse",
    ))
}
