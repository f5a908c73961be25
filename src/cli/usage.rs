//! What is wrong with a command line, said in the reader's language.
//!
//! Owns the reading of clap's errors. Every piece of the command line that is repeated to the reader is
//! cleaned first.

use clap::error::{ContextKind, ContextValue, ErrorKind};

use super::{
    examples,
    exit::{Failure, Message},
    words,
};
use crate::{
    lang::Lang,
    text::clean::{clean, clean_lines},
};

/// The failure behind clap's `error`.
pub(crate) fn failure(error: &clap::Error) -> Failure {
    if error.kind() == ErrorKind::MissingRequiredArgument {
        return Failure::Bad(missing(error));
    }
    let typed = typed(error);
    let said = match error.kind() {
        ErrorKind::InvalidSubcommand => usage_message("没有这个命令", "there is no such command", &typed),
        ErrorKind::UnknownArgument => {
            usage_message("没有这个选项或多写了参数", "unexpected argument", &typed)
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => invalid(error),
        ErrorKind::ArgumentConflict => {
            usage_message("选项重复或不能同用", "option repeated or in conflict", &typed)
        }
        ErrorKind::InvalidUtf8 => usage_message("参数不是 UTF-8", "an argument is not UTF-8", ""),
        _ => {
            let words = clean_lines(&error.to_string())
                .trim_start_matches("error: ")
                .trim_end()
                .to_owned();
            Message::new(words.clone(), words)
        }
    };
    Failure::Bad(hinted(error, said))
}

/// The arguments that a verb cannot do without, with what its help says of them and a line to type.
fn missing(error: &clap::Error) -> Message {
    let verb = verb(error);
    let arguments = context(error, ContextKind::InvalidArg);
    let names = arguments.split(", ").map(value_name);
    let names: Vec<_> = names
        .map(|name| (words::about_value(&verb, &name), name))
        .collect();
    let listed = |lang: Lang| {
        let each = names
            .iter()
            .map(|(about, name)| format!("{name} ({})", about.get(lang)));
        each.collect::<Vec<_>>().join(", ")
    };
    let message = Message::new(
        format!("缺少 {}", listed(Lang::Zh)),
        format!("missing: {}", listed(Lang::En)),
    );
    let typed = examples::ALL.iter().find(|(of, ..)| *of == verb);
    let typed = typed.map_or("rongtu --help", |(_, typed, ..)| typed);
    message.hint(format!("例如 {typed}"), format!("for example {typed}"))
}

/// The verb whose usage the error holds; empty where it is the program's own.
fn verb(error: &clap::Error) -> String {
    let usage = context(error, ContextKind::Usage);
    let verb = usage.split(' ').skip_while(|word| *word != "rongtu").nth(1);
    let verb = verb.filter(|verb| examples::ALL.iter().any(|(of, ..)| of == verb));
    verb.unwrap_or_default().to_owned()
}

/// The name of what is at fault without the signs that clap puts round it: `<COLLEGES>...` is `COLLEGES`, `--width <N>`
/// is `--width`.
fn value_name(argument: &str) -> String {
    let name = argument.split(' ').next().unwrap_or_default();
    name.trim_end_matches("...")
        .trim_matches(['<', '>', '[', ']'])
        .to_owned()
}

fn usage_message(zh: &str, en: &str, typed: &str) -> Message {
    let colon = if typed.is_empty() { "" } else { ": " };
    Message::new(format!("{zh}{colon}{typed}"), format!("{en}{colon}{typed}"))
}

fn invalid(error: &clap::Error) -> Message {
    let value = context(error, ContextKind::InvalidValue);
    let option = value_name(&context(error, ContextKind::InvalidArg));
    match value.is_empty() {
        true => usage_message("缺少值", "a value is missing", &option),
        false => Message::new(
            format!("{option} 不能是 {value}"),
            format!("{value} is no value for {option}"),
        ),
    }
}

/// The part of the command line at fault.
fn typed(error: &clap::Error) -> String {
    let named = [ContextKind::InvalidSubcommand, ContextKind::InvalidArg];
    named
        .iter()
        .map(|kind| context(error, *kind))
        .find(|text| !text.is_empty())
        .unwrap_or_default()
}

/// What would have been right, as far as clap knows; else where to read on.
fn hinted(error: &clap::Error, said: Message) -> Message {
    let similar = [
        ContextKind::SuggestedSubcommand,
        ContextKind::SuggestedArg,
        ContextKind::SuggestedValue,
    ];
    let similar = similar
        .iter()
        .map(|kind| context(error, *kind))
        .find(|text| !text.is_empty());
    let allowed = context(error, ContextKind::ValidValue);
    match (similar, allowed) {
        (Some(similar), _) => said.hint(format!("是否指 {similar}"), format!("did you mean {similar}")),
        (None, _) if context(error, ContextKind::InvalidArg).starts_with("--lang ") => said.hint(
            "界面语言: zh 是中文，en 是 English；报告还可 zh,en 两种并列",
            "languages: zh is 中文, en is English; of a report also zh,en: both",
        ),
        (None, allowed) if !allowed.is_empty() => {
            said.hint(format!("可用: {allowed}"), format!("one of: {allowed}"))
        }
        _ => {
            let help = match verb(error) {
                verb if verb.is_empty() => "rongtu --help".to_owned(),
                verb => format!("rongtu {verb} --help"),
            };
            said.hint(format!("{help} 说明用法"), format!("{help} shows how it is used"))
        }
    }
}

fn context(error: &clap::Error, kind: ContextKind) -> String {
    match error.get(kind) {
        Some(ContextValue::String(text)) => clean(text).into_owned(),
        Some(ContextValue::Strings(texts)) => texts
            .iter()
            .map(|text| clean(text).into_owned())
            .collect::<Vec<_>>()
            .join(", "),
        Some(ContextValue::StyledStr(text)) => clean(&text.to_string()).into_owned(),
        _ => String::new(),
    }
}
