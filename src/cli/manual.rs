//! `man`: the manual page of the program or of one of its commands, as roff.

use clap_mangen::Man;

use super::{
    Answer,
    args::Manual,
    exit::{Exit, Failure, Message},
    words,
};
use crate::text::clean::clean;

/// Answers `man`.
///
/// # Errors
/// A command that is none; those of the writer.
pub(crate) fn run(answer: &mut Answer<'_, '_>, asked: &Manual) -> Result<Exit, Failure> {
    let mut command = words::command(answer.settings.lang, answer.settings.width);
    command.build();
    let page = match &asked.verb {
        None => command,
        Some(verb) => command
            .find_subcommand(verb)
            .cloned()
            .ok_or_else(|| absent(verb))?,
    };
    Man::new(page).render(answer.world.out)?;
    Ok(Exit::Found)
}

fn absent(verb: &str) -> Failure {
    let verb = clean(verb);
    let said = Message::new(
        format!("没有这个命令: {verb}"),
        format!("there is no such command: {verb}"),
    );
    Failure::Bad(said.hint("rongtu --help 列出命令", "rongtu --help lists the commands"))
}
