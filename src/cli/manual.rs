//! `man`: the manual page of the program or of one of its commands, as roff.

use clap_mangen::Man;

use super::{
    Answer,
    args::Manual,
    exit::{Exit, Failure, Message},
    words,
};
use crate::{lang::Lang, text::clean::clean};

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
    if asked.verb.is_none() {
        answer
            .world
            .out
            .write_all(settings(answer.settings.lang).as_bytes())?;
    }
    Ok(Exit::Found)
}

/// Where settings may stand besides the command line: the variables and the file.
fn settings(lang: Lang) -> String {
    let variables = lang.pick(
        "RONGTU_LANG、RONGTU_THEME_NAME、RONGTU_AMBIGUOUS、RONGTU_COLOR、RONGTU_DATA、RONGTU_ARTICLES、RONGTU_CACHE、\
         RONGTU_WIDTH、RONGTU_MOUSE、RONGTU_START 与同名选项相同；RONGTU_CONFIG 指定配置文件。也遵守 NO_COLOR 与 CLICOLOR_FORCE；FORCE_HYPERLINK=0 不做超链接。",
        "RONGTU_LANG, RONGTU_THEME_NAME, RONGTU_AMBIGUOUS, RONGTU_COLOR, RONGTU_DATA, RONGTU_ARTICLES, RONGTU_CACHE, \
         RONGTU_WIDTH, RONGTU_MOUSE and RONGTU_START are the options of those names; RONGTU_CONFIG names the file of settings. \
         NO_COLOR and CLICOLOR_FORCE are honoured; FORCE_HYPERLINK=0 makes no hyperlinks.",
    );
    let file = lang.pick(
        "选项的默认值，每行一项，如 lang: zh；keys: 另定按键，theme: 另定颜色。命令行先于环境变量，环境变量先于文件；rongtu config 列出每项的值与来处。",
        "defaults of the options, one a line, such as lang: zh; keys: gives actions other keys, theme: other colours. A flag wins over the environment, the environment over the \
         file; rongtu config shows each value and where it comes from.",
    );
    let (environment, files) = lang.pick(("环境变量", "文件"), ("ENVIRONMENT", "FILES"));
    let state = lang.pick(
        "浏览时用 F8、F9 选定的语言与字宽，下次仍用；以上各处都先于它。公共账户不写。",
        "language and width as chosen with F8 and F9 in the explorer, for the next time; all of the above win over it. Never \
         written by a public account.",
    );
    format!(
        ".SH {environment}\n{variables}\n.SH {files}\n.TP\n~/.config/rongtu/config.yaml\n{file}\n\
         .TP\n~/.local/state/rongtu/state.yaml\n{state}\n"
    )
}

fn absent(verb: &str) -> Failure {
    let verb = clean(verb);
    let said = Message::new(
        format!("没有这个命令: {verb}"),
        format!("there is no such command: {verb}"),
    );
    Failure::Bad(said.hint("rongtu --help 列出命令", "rongtu --help lists the commands"))
}
