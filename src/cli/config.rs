//! The user's own defaults: `config.yaml` in the XDG configuration folder, or the file `RONGTU_CONFIG` names.
//!
//! Owns its place and its fields, each named as a flag; which of them counts is decided in `layers`. A file that is not there is no fault, one that cannot be read is.

use std::{fmt, marker::PhantomData, path::PathBuf};

use serde::{
    Deserialize, Deserializer,
    de::{Error, MapAccess, SeqAccess, Visitor},
};

use super::{
    args::{Ambiguous, Color, Language, StartView, Switch, ThemeName},
    exit::{Failure, Message},
};
use crate::{
    bindings::{Bind, KeyRequest},
    lang::Bilingual,
    load::{locate_in, read_yaml},
    page::palette::own::OwnColours,
    text::clean::clean,
};

/// The fields there may be.
const FIELDS: &str =
    "lang, ambiguous, color, theme-name, data, articles, cache, width, mouse, start, keys, theme";

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
    pub(crate) start: Option<StartView>,
    /// Keys of the explorer, by action: one, or a list.
    pub(crate) keys: InOrder<KeyNames>,
    /// Colours, by what has them.
    pub(crate) theme: InOrder<ColourText>,
    /// The same, read.
    #[serde(skip)]
    pub(crate) own_colours: OwnColours,
}

/// A map, in the order of the file.
#[derive(Clone, Debug)]
pub(crate) struct InOrder<T>(pub(crate) Vec<(String, T)>);

impl<T> Default for InOrder<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for InOrder<T> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct MapVisitor<T>(PhantomData<T>);
        impl<'de, T: Deserialize<'de>> Visitor<'de> for MapVisitor<T> {
            type Value = InOrder<T>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a map")
            }

            fn visit_unit<E: Error>(self) -> Result<InOrder<T>, E> {
                Ok(InOrder::default())
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<InOrder<T>, A::Error> {
                let mut entries = Vec::new();
                while let Some(entry) = map.next_entry()? {
                    entries.push(entry);
                }
                Ok(InOrder(entries))
            }
        }
        from.deserialize_any(MapVisitor(PhantomData))
    }
}

/// A colour as it is written: a number is one, too.
#[derive(Clone, Debug)]
pub(crate) struct ColourText(String);

impl<'de> Deserialize<'de> for ColourText {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let KeyNames(mut words) = KeyNames::deserialize(from)?;
        Ok(Self(words.pop().unwrap_or_default()))
    }
}

/// One name of a key, or several. A digit is a key, too.
#[derive(Clone, Debug)]
pub(crate) struct KeyNames(Vec<String>);

impl<'de> Deserialize<'de> for KeyNames {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct OneOrMore;
        impl<'de> Visitor<'de> for OneOrMore {
            type Value = KeyNames;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a string or a sequence")
            }

            fn visit_str<E: Error>(self, key: &str) -> Result<KeyNames, E> {
                Ok(KeyNames(vec![key.to_owned()]))
            }

            fn visit_u64<E: Error>(self, key: u64) -> Result<KeyNames, E> {
                Ok(KeyNames(vec![key.to_string()]))
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<KeyNames, A::Error> {
                let mut keys = Vec::new();
                while let Some(KeyNames(one)) = seq.next_element()? {
                    keys.extend(one);
                }
                Ok(KeyNames(keys))
            }
        }
        from.deserialize_any(OneOrMore)
    }
}

impl Config {
    /// Reads the file, if there is one.
    ///
    /// # Errors
    /// A file that cannot be read, or says something this program does not know, with line and column.
    pub(crate) fn read(env: &dyn Fn(&str) -> Option<String>, bind: Bind) -> Result<Self, Failure> {
        let Some(path) = config_path(env) else {
            return Ok(Self::default());
        };
        let name = clean(&path.to_string_lossy()).into_owned();
        let config: Option<Self> = read_yaml(&path).map_err(|why| unreadable(&name, &why))?;
        let Some(config) = config else {
            return Ok(Self::default());
        };
        if let Err(fault) = bind(&config.key_requests()) {
            let action = &config.keys.0[fault.request].0;
            let message = match fault.key {
                None => locate_in(&path, "keys", Some(action), &fault.message),
                Some(key) => locate_in(&path, &format!("keys.{action}[{key}]"), None, &fault.message),
            };
            return Err(wrong(&name, &message, fault.hint));
        }
        match OwnColours::read(&config.colour_requests()) {
            Ok(own_colours) => Ok(Self {
                own_colours,
                ..config
            }),
            Err(fault) => {
                let role = &config.theme.0[fault.request].0;
                let message = match fault.is_colour {
                    false => locate_in(&path, "theme", Some(role), &fault.message),
                    true => locate_in(&path, &format!("theme.{role}"), None, &fault.message),
                };
                Err(wrong(&name, &message, fault.hint))
            }
        }
    }

    /// The keys that are asked for.
    pub(crate) fn key_requests(&self) -> Vec<KeyRequest> {
        let request = |(action, KeyNames(keys)): &(String, KeyNames)| KeyRequest {
            action: action.clone(),
            keys: keys.clone(),
        };
        self.keys.0.iter().map(request).collect()
    }

    /// The colours that are asked for.
    pub(crate) fn colour_requests(&self) -> Vec<(String, String)> {
        let request = |(role, ColourText(colour)): &(String, ColourText)| (role.clone(), colour.clone());
        self.theme.0.iter().map(request).collect()
    }
}

/// Where the file is (XDG Base Directory Specification 0.8).
fn config_path(env: &dyn Fn(&str) -> Option<String>) -> Option<PathBuf> {
    let set = |name| env(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    let folder = || set("XDG_CONFIG_HOME").or_else(|| Some(set("HOME")?.join(".config")));
    set("RONGTU_CONFIG").or_else(|| Some(folder()?.join("rongtu/config.yaml")))
}

fn unreadable(name: &str, why: &Bilingual) -> Failure {
    let hint = Bilingual::new(
        format!("可写: {FIELDS}；? : ! 一类的键与 #5fd7d7 一类的颜色加引号"),
        format!("it may hold: {FIELDS}; keys such as ? : ! and colours such as #5fd7d7 in quotation marks"),
    );
    wrong(name, why, hint)
}

fn wrong(name: &str, why: &Bilingual, hint: Bilingual) -> Failure {
    let message = Message::new(
        format!("配置文件 {name}: {}", clean(&why.zh)),
        format!("the configuration {name}: {}", clean(&why.en)),
    );
    Failure::Bad(Message { hint, ..message })
}
