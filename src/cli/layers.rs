//! Which value a setting has when several places name one: the flag, else the environment, else `config.yaml`, else what
//! was last chosen in the explorer, else the default.
//!
//! Owns that order and the names of the variables, for every setting alike. What a value means is `settings`'; how the
//! file is read is `config`'s.

use std::{
    borrow::Cow,
    path::{Path, PathBuf},
};

use clap::ValueEnum;

use super::{
    args::{Color, Globals},
    config::Config,
    exit::{Failure, Message},
};
use crate::{
    bindings::ActionKeys,
    lang::{Bilingual, Lang},
    remembered::Remembered,
    text::clean::clean,
};

/// A setting as `rongtu config` tells it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Setting {
    /// Its name: that of the flag, and of the field in the file.
    pub(crate) name: Cow<'static, str>,
    /// The value; empty when there is none.
    pub(crate) value: String,
    /// Who says so.
    pub(crate) layer: Layer,
}

/// Who says what a setting is, the strongest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Layer {
    /// The flag of that name.
    Flag,
    /// This variable of the environment.
    Variable(&'static str),
    /// `config.yaml`.
    File,
    /// The user, the last time, with a key of the explorer.
    Remembered,
    /// Nobody.
    Default,
}

impl Layer {
    /// Its name for the reader.
    pub(crate) fn name(self, lang: Lang) -> &'static str {
        match self {
            Self::Flag => lang.pick("命令行", "flag"),
            Self::Variable(name) => name,
            Self::File => lang.pick("配置文件", "config.yaml"),
            Self::Remembered => lang.pick("上次所选", "last choice"),
            Self::Default => lang.pick("默认", "default"),
        }
    }
}

/// The environment: a variable by its name.
type Env<'a> = &'a dyn Fn(&str) -> Option<String>;

/// The flags with what the environment and the file say of those that were not given, and who said what.
///
/// # Errors
/// A variable with a value that the flag of its name would refuse.
pub(crate) fn filled(
    flags: Globals,
    env: Env<'_>,
    file: Config,
    last: Remembered,
) -> Result<(Globals, Vec<Setting>), Failure> {
    let lang = choose(flags.lang, word(env, "RONGTU_LANG")?, file.lang);
    let lang = lang.or_else(|| Some((last.lang?.into(), Layer::Remembered)));
    let ambiguous = choose(flags.ambiguous, word(env, "RONGTU_AMBIGUOUS")?, file.ambiguous);
    let ambiguous = ambiguous.or_else(|| Some((last.policy?.into(), Layer::Remembered)));
    let color = choose(flags.color, color_variable(env)?, file.color);
    let theme_name = choose(flags.theme_name, word(env, "RONGTU_THEME_NAME")?, file.theme_name);
    let data = choose(flags.data, folder(env, "RONGTU_DATA"), file.data);
    let articles = choose(flags.articles, folder(env, "RONGTU_ARTICLES"), file.articles);
    let cache = choose(flags.cache, folder(env, "RONGTU_CACHE"), file.cache);
    let width = choose(flags.width, number(env, "RONGTU_WIDTH")?, file.width);
    let mouse = choose(flags.mouse, word(env, "RONGTU_MOUSE")?, file.mouse);
    let start = choose(flags.start, word(env, "RONGTU_START")?, file.start);
    let settings = vec![
        setting("lang", &lang, enum_word),
        setting("ambiguous", &ambiguous, enum_word),
        setting("color", &color, enum_word),
        setting("theme-name", &theme_name, enum_word),
        setting("data", &data, |path| path_word(path)),
        setting("articles", &articles, |path| path_word(path)),
        setting("cache", &cache, |path| path_word(path)),
        setting("width", &width, u16::to_string),
        setting("mouse", &mouse, enum_word),
        setting("start", &start, enum_word),
    ];
    let globals = Globals {
        lang: lang.map(|(lang, _)| lang),
        ambiguous: ambiguous.map(|(ambiguous, _)| ambiguous),
        color: color.map(|(color, _)| color),
        theme_name: theme_name.map(|(theme, _)| theme),
        data: data.map(|(data, _)| data),
        // The folders of the variable are searched as well (`settings`): it may name several.
        articles: articles
            .and_then(|(articles, layer)| (!matches!(layer, Layer::Variable(_))).then_some(articles)),
        cache: cache.map(|(cache, _)| cache),
        width: width.map(|(width, _)| width),
        mouse: mouse.map(|(mouse, _)| mouse),
        start: start.map(|(start, _)| start),
        own_colours: file.own_colours,
        ..flags
    };
    Ok((globals, settings))
}

/// The strongest of three, with its layer.
fn choose<T>(flag: Option<T>, variable: Option<(T, &'static str)>, file: Option<T>) -> Option<(T, Layer)> {
    let flag = flag.map(|value| (value, Layer::Flag));
    let variable = variable.map(|(value, name)| (value, Layer::Variable(name)));
    flag.or(variable)
        .or_else(|| file.map(|value| (value, Layer::File)))
}

fn setting<T>(name: &'static str, chosen: &Option<(T, Layer)>, word: impl Fn(&T) -> String) -> Setting {
    let (value, layer) = match chosen {
        Some((value, layer)) => (word(value), *layer),
        None => (String::new(), Layer::Default),
    };
    Setting {
        name: name.into(),
        value,
        layer,
    }
}

/// Of the settings of the explorer those that may differ from the command line's: what was chosen in it is remembered.
pub(crate) fn explorer_settings(settings: Vec<Setting>) -> impl Iterator<Item = Setting> {
    let own = ["lang", "ambiguous"];
    let settings = settings
        .into_iter()
        .filter(move |own_one| own.contains(&&*own_one.name));
    settings.map(|setting| Setting {
        name: format!("explorer.{}", setting.name).into(),
        ..setting
    })
}

/// The colours of the user's own as settings, by role.
pub(crate) fn theme_settings(colours: Vec<(String, String)>) -> impl Iterator<Item = Setting> {
    colours.into_iter().map(|(role, colour)| Setting {
        name: format!("theme.{role}").into(),
        value: colour,
        layer: Layer::File,
    })
}

/// The keys of the explorer as settings, by action.
pub(crate) fn key_settings(keys: Vec<ActionKeys>) -> impl Iterator<Item = Setting> {
    keys.into_iter().map(|own| Setting {
        name: format!("keys.{}", own.action).into(),
        value: own.keys,
        layer: if own.is_requested {
            Layer::File
        } else {
            Layer::Default
        },
    })
}

/// A variable that is set; an empty one counts as unset.
fn set(env: Env<'_>, name: &'static str) -> Option<String> {
    env(name).filter(|value| !value.is_empty())
}

fn word<T: ValueEnum>(env: Env<'_>, name: &'static str) -> Result<Option<(T, &'static str)>, Failure> {
    let Some(text) = set(env, name) else {
        return Ok(None);
    };
    // A locale's name will do for a language: `zh_CN.UTF-8` is `zh`.
    let head = text.split(['_', '-', '.', '@']).next().unwrap_or_default();
    let value = T::from_str(&text, true).or_else(|_| T::from_str(head, true));
    value.map(|value| Some((value, name))).map_err(|_| {
        let words: Vec<_> = T::value_variants().iter().map(enum_word).collect();
        refused(name, &text, &words.join(" | "))
    })
}

fn number(env: Env<'_>, name: &'static str) -> Result<Option<(u16, &'static str)>, Failure> {
    let Some(text) = set(env, name) else {
        return Ok(None);
    };
    match text.parse() {
        Ok(number @ 20..=1000) => Ok(Some((number, name))),
        _ => Err(refused(name, &text, "20..1000")),
    }
}

fn folder(env: Env<'_>, name: &'static str) -> Option<(PathBuf, &'static str)> {
    set(env, name).map(|path| (PathBuf::from(path), name))
}

/// `RONGTU_COLOR`, then the two variables that programs share (no-color.org, bixense.com/clicolors).
fn color_variable(env: Env<'_>) -> Result<Option<(Color, &'static str)>, Failure> {
    if let Some(own) = word(env, "RONGTU_COLOR")? {
        return Ok(Some(own));
    }
    let none = set(env, "NO_COLOR").map(|_| (Color::Never, "NO_COLOR"));
    let forced = set(env, "CLICOLOR_FORCE").filter(|value| value != "0");
    Ok(none.or(forced.map(|_| (Color::Always, "CLICOLOR_FORCE"))))
}

fn enum_word<T: ValueEnum>(value: &T) -> String {
    let value = value.to_possible_value();
    value.map_or_else(String::new, |value| value.get_name().to_owned())
}

fn path_word(path: &Path) -> String {
    clean(&path.to_string_lossy()).into_owned()
}

fn refused(name: &str, text: &str, words: &str) -> Failure {
    let text = clean(text);
    let message = Message::new(
        format!("环境变量 {name} 不能是 {text}"),
        format!("the variable {name} cannot be {text}"),
    );
    Failure::Bad(Message {
        hint: Bilingual::new(format!("可写: {words}"), format!("it may be: {words}")),
        ..message
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::args::{Ambiguous, Language, StartView, Switch, ThemeName};
    use crate::text::width::Policy;

    /// What each setting ends as, with a value of its own in each of the places named.
    fn asked(flag: bool, variable: bool, file: bool, last: bool) -> Vec<Setting> {
        let flags = Globals {
            lang: flag.then_some(Language::Zh),
            ambiguous: flag.then_some(Ambiguous::Auto),
            color: flag.then_some(Color::Auto),
            theme_name: flag.then_some(ThemeName::Auto),
            data: flag.then(|| "flag".into()),
            articles: flag.then(|| "flag".into()),
            cache: flag.then(|| "flag".into()),
            width: flag.then_some(30),
            mouse: flag.then_some(Switch::Off),
            start: flag.then_some(StartView::Browse),
            ..Globals::default()
        };
        let env = |name: &str| {
            let value = match name {
                "RONGTU_LANG" => "en",
                "RONGTU_AMBIGUOUS" => "wide",
                "RONGTU_COLOR" => "never",
                "RONGTU_THEME_NAME" => "light",
                "RONGTU_DATA" | "RONGTU_ARTICLES" | "RONGTU_CACHE" => "variable",
                "RONGTU_WIDTH" => "40",
                "RONGTU_MOUSE" => "on",
                "RONGTU_START" => "find",
                _ => return None,
            };
            variable.then(|| value.to_owned())
        };
        let text = "lang: zh\nambiguous: safe\ncolor: always\ntheme-name: dark\ndata: file\narticles: file\ncache: file\nwidth: 50\nmouse: on\nstart: overview\n";
        let file = if file {
            serde_yaml::from_str(text).unwrap()
        } else {
            Config::default()
        };
        let last = match last {
            true => Remembered {
                lang: Some(Lang::En),
                policy: Some(Policy::Narrow),
            },
            false => Remembered::default(),
        };
        filled(flags, &env, file, last).unwrap().1
    }

    #[test]
    fn every_setting_is_the_flags_then_the_environments_then_the_files_then_the_last_choice() {
        let flags = [
            "zh", "auto", "auto", "auto", "flag", "flag", "flag", "30", "off", "browse",
        ];
        let variables = [
            "en", "wide", "never", "light", "variable", "variable", "variable", "40", "on", "find",
        ];
        let files = [
            "zh", "safe", "always", "dark", "file", "file", "file", "50", "on", "overview",
        ];
        let lasts = ["en", "narrow", "", "", "", "", "", "", "", ""];
        for (flag, variable, file, last, values) in [
            (true, true, true, true, flags),
            (false, true, true, true, variables),
            (false, false, true, true, files),
            (true, false, true, false, flags),
            (false, false, false, true, lasts),
            (false, false, false, false, [""; 10]),
        ] {
            let settings = asked(flag, variable, file, last);
            let found: Vec<_> = settings.iter().map(|setting| &*setting.value).collect();
            let case = format!("flag {flag}, variable {variable}, file {file}, last {last}");
            assert_eq!(found, values, "{case}");
            for setting in settings {
                let expected = match setting.layer {
                    Layer::Flag => flag,
                    Layer::Variable(_) => !flag && variable,
                    Layer::File => !flag && !variable && file,
                    Layer::Remembered => !flag && !variable && !file && last,
                    Layer::Default => !flag && !variable && !file && setting.value.is_empty(),
                };
                assert!(expected, "{case}: {setting:?}");
            }
        }
    }

    #[test]
    fn the_shared_variables_of_colour_beat_the_file_and_not_the_flag() {
        let file = || serde_yaml::from_str("color: always").unwrap();
        let env = |name: &str| (name == "NO_COLOR").then(|| "1".to_owned());
        let (globals, _) = filled(Globals::default(), &env, file(), Remembered::default()).unwrap();
        assert_eq!(globals.color, Some(Color::Never));
        let flags = Globals {
            color: Some(Color::Always),
            ..Globals::default()
        };
        assert_eq!(
            filled(flags, &env, file(), Remembered::default())
                .unwrap()
                .0
                .color,
            Some(Color::Always)
        );
        let forced = |name: &str| (name == "CLICOLOR_FORCE").then(|| "0".to_owned());
        assert_eq!(
            filled(
                Globals::default(),
                &forced,
                Config::default(),
                Remembered::default()
            )
            .unwrap()
            .0
            .color,
            None
        );
    }

    #[test]
    fn a_variable_that_the_flag_would_refuse_is_refused_by_name() {
        for (variable, value) in [
            ("RONGTU_THEME_NAME", "pink"),
            ("RONGTU_WIDTH", "7"),
            ("RONGTU_LANG", "fr"),
        ] {
            let env = |name: &str| (name == variable).then(|| value.to_owned());
            let failure =
                filled(Globals::default(), &env, Config::default(), Remembered::default()).unwrap_err();
            let (message, hint) = failure.words(Lang::En).unwrap();
            assert!(message.contains(variable) && message.contains(value) && !hint.is_empty());
        }
    }
}
