//! `completions`: a script that completes verbs, flags and the names of what is in the dossiers.
//!
//! The names are those of the data at hand when the script is made, so that completing starts no process. clap_complete's
//! engine that would ask the program at each Tab is behind `unstable-dynamic` and promises no interface.

use clap::{
    Command,
    builder::{PossibleValue, PossibleValuesParser},
};
use clap_complete::Shell;

use super::{
    Answer,
    args::Completions,
    exit::{Exit, Failure},
    words,
};
use crate::{
    lang::Lang,
    model::{Atlas, Fact, facts},
};

/// Facts of more colleges than this are not completed: the script would be slow to load.
const FEW: usize = 50;

/// Answers `completions`.
///
/// # Errors
/// Dossiers that cannot be read; those of the writer.
pub(crate) fn run(answer: &mut Answer<'_, '_>, asked: &Completions) -> Result<Exit, Failure> {
    let loaded = answer.load()?;
    let lang = answer.settings.lang;
    let mut command = with_names(words::command(lang, answer.settings.width), &loaded.atlas, lang);
    // Written in one piece: the generator takes a writer's failure for a bug of its own.
    let mut script = Vec::new();
    clap_complete::generate(asked.shell, &mut command, "rongtu", &mut script);
    let mut script = String::from_utf8_lossy(&script).into_owned();
    match asked.shell {
        Shell::Bash => script = things_first(&script),
        Shell::Fish => script.push_str(&fish_arguments(&command)),
        _ => {}
    }
    answer.world.out.write_all(script.as_bytes())?;
    Ok(Exit::Found)
}

/// The command line with the names in the atlas as possible values.
fn with_names(command: Command, atlas: &Atlas, lang: Lang) -> Command {
    let (colleges, addresses, themes) = (colleges(atlas, lang), addresses(atlas, lang), themes(atlas, lang));
    let hint = |command: Command, verb: &str, arg: &'static str, values: &[PossibleValue]| {
        let values = PossibleValuesParser::new(values.to_vec());
        command.mut_subcommand(verb, |verb| verb.mut_arg(arg, |arg| arg.value_parser(values)))
    };
    let mut command = hint(command, "list", "college", &colleges);
    command = hint(command, "list", "theme", &themes);
    command = hint(command, "find", "college", &colleges);
    command = hint(command, "find", "theme", &themes);
    command = hint(command, "compare", "theme", &themes);
    command = hint(command, "compare", "colleges", &colleges);
    command = hint(command, "report", "theme", &themes);
    command = hint(command, "report", "colleges", &colleges);
    command = hint(command, "show", "addr", &addresses);
    hint(command, "source", "addr", &addresses)
}

/// What bash lists at `compare <Tab>`, in its order: the generator puts thirty options before the first college.
fn things_first(script: &str) -> String {
    let line = |line: &str| {
        let Some((indent, words)) = line.split_once("opts=\"") else {
            return line.to_owned();
        };
        let words = words.trim_end_matches('"').split(' ');
        let (options, things): (Vec<_>, Vec<_>) = words.partition(|word| word.starts_with('-'));
        format!("{indent}opts=\"{}\"", [things, options].concat().join(" "))
    };
    script.lines().map(|text| line(text) + "\n").collect()
}

/// What the generator for fish leaves out: the values of arguments that are no options, a college, an address.
fn fish_arguments(command: &Command) -> String {
    let mut lines = String::new();
    for verb in command.get_subcommands() {
        let values = verb.get_positionals().flat_map(clap::Arg::get_possible_values);
        let words: Vec<_> = values
            .map(|value| {
                let help = value.get_help().map(ToString::to_string).unwrap_or_default();
                format!("{}\\t'{help}'", value.get_name())
            })
            .collect();
        if !words.is_empty() {
            let (verb, words) = (verb.get_name(), words.join("\n"));
            lines += &format!(
                "complete -c rongtu -n \"__fish_rongtu_using_subcommand {verb}\" -f -a \"{words}\"\n"
            );
        }
    }
    lines
}

/// Ids with the name as help, and Chinese names.
fn colleges(atlas: &Atlas, lang: Lang) -> Vec<PossibleValue> {
    let ids = atlas.colleges.iter();
    let ids = ids.map(|college| value(college.id.as_str(), lang.pick(&college.name.zh, &college.name.en)));
    let names = atlas.colleges.iter().filter(|college| harmless(&college.name.zh));
    let names = names.map(|college| value(&college.name.zh, college.id.as_str()));
    ids.chain(names).collect()
}

fn addresses(atlas: &Atlas, lang: Lang) -> Vec<PossibleValue> {
    let within = if atlas.colleges.len() > FEW {
        0
    } else {
        atlas.colleges.len()
    };
    let facts = atlas.colleges[..within].iter().flat_map(facts);
    let facts = facts.filter(|fact| !matches!(fact, Fact::College(_)));
    let facts = facts.map(|fact| value(&fact.addr().to_string(), fact.name().get(lang)));
    colleges(atlas, lang).into_iter().chain(facts).collect()
}

fn themes(atlas: &Atlas, lang: Lang) -> Vec<PossibleValue> {
    let themes = atlas.themes.iter();
    themes
        .map(|theme| value(theme.id.as_str(), theme.name.get(lang)))
        .collect()
}

/// A word with its help. The generator quotes neither for every shell, so nothing a shell might act on is let through.
fn value(word: &str, help: &str) -> PossibleValue {
    let help: String = help
        .chars()
        .filter(|c| c.is_alphanumeric() || *c == ' ')
        .collect();
    PossibleValue::new(word.to_owned()).help(help)
}

/// Whether a name can stand in a script as it is: ids and addresses always can.
fn harmless(name: &str) -> bool {
    !name.is_empty() && name.chars().all(char::is_alphanumeric)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::{Origin, load};

    #[test]
    fn no_name_can_act_in_a_shell() {
        let mut atlas = load(&Origin::Embedded).atlas;
        atlas.colleges[0].name.zh = "甲\"; $(touch x) `y` '".into();
        for value in addresses(&atlas, Lang::Zh) {
            let safe = |c: char| c.is_alphanumeric() || ['-', '/'].contains(&c);
            assert!(value.get_name().chars().all(safe), "{}", value.get_name());
            let help = value.get_help().map(ToString::to_string).unwrap_or_default();
            assert!(help.chars().all(|c| c.is_alphanumeric() || c == ' '), "{help}");
        }
    }
}
