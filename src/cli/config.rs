//! The user's own defaults: `config.yaml` in the XDG configuration folder, or the file `RONGTU_CONFIG` names.
//!
//! Owns its place and its fields, each the default of the flag of the same name. Flags and the environment win over
//! it; a file that is not there is no fault, one that cannot be read is.

use std::path::PathBuf;

use serde::Deserialize;

use super::{
    args::{Ambiguous, Color, Globals, Language, ThemeName},
    exit::{Failure, Message},
};
use crate::{lang::Bilingual, load::read_yaml, text::clean::clean};

/// What the file says.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct Config {
    /// Interface language.
    pub(crate) lang: Option<Language>,
    ambiguous: Ambiguous,
    color: Color,
    theme_name: ThemeName,
    data: Option<PathBuf>,
    articles: Option<PathBuf>,
}

impl Config {
    /// Reads the file, if there is one.
    ///
    /// # Errors
    /// A file that cannot be read, or says something this program does not know, with line and column.
    pub(crate) fn read(env: &dyn Fn(&str) -> Option<String>) -> Result<Self, Failure> {
        let Some(path) = place(env) else {
            return Ok(Self::default());
        };
        let name = clean(&path.to_string_lossy()).into_owned();
        read_yaml(&path)
            .map(Option::unwrap_or_default)
            .map_err(|why| wrong(&name, &why))
    }

    /// Fills in what the flags leave open.
    pub(crate) fn under(self, mut flags: Globals) -> Globals {
        if flags.ambiguous == Ambiguous::Auto {
            flags.ambiguous = self.ambiguous;
        }
        if flags.color == Color::Auto {
            flags.color = self.color;
        }
        if flags.theme_name == ThemeName::Auto {
            flags.theme_name = self.theme_name;
        }
        flags.data = flags.data.or(self.data);
        flags.articles = flags.articles.or(self.articles);
        flags
    }
}

/// Where the file is (XDG Base Directory Specification 0.8).
fn place(env: &dyn Fn(&str) -> Option<String>) -> Option<PathBuf> {
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
        "可写: lang, ambiguous, color, theme-name, data, articles",
        "it may hold: lang, ambiguous, color, theme-name, data, articles",
    ))
}
