//! `kiosk`: the door for OpenSSH's forced commands. Whoever comes through it can read the dossiers, and nothing else.
//!
//! Without a request it opens the explorer; with one (`SSH_ORIGINAL_COMMAND`) it answers as the command line would, if
//! `request` and `table` let it pass. Where the dossiers and articles are is said by the administrator's flags alone.
//! It runs no program, opens no file a client names, and reads nothing from the account's home.

#[cfg(test)]
mod limits {
    mod tests;
}
mod request;
mod table;
#[cfg(test)]
mod tests;

use std::ffi::OsString;

use request::RequestRefusal;
use table::KioskRequest;

use super::{
    Next, World,
    args::{Globals, Kiosk},
    exit::{Exit, Failure, Message},
    settings::Settings,
};
use crate::{
    lang::Lang,
    load::{self, Access, Articles, Cache},
};

/// Where sshd(8) puts what the client asked for.
const REQUEST: &str = "SSH_ORIGINAL_COMMAND";

/// Whether a variable of the environment is honoured. All but the last may come from the client; that one is sshd's.
pub fn honours(name: &str) -> bool {
    ["TERM", "COLORTERM", "NO_COLOR", "LANG", "SSH_CONNECTION"].contains(&name) || name.starts_with("LC_")
}

/// Answers the request, if there is one.
pub(crate) fn run(kiosk: &Kiosk, globals: &Globals, world: &mut World<'_>) -> Next {
    let all = world.env;
    let env = |name: &str| honours(name).then(|| all(name)).flatten();
    let lang = globals.lang.map_or_else(|| Lang::from_env(env), Lang::from);
    let door = KioskSession {
        kiosk,
        globals,
        lang,
        world: &mut World {
            input: &mut std::io::empty(),
            out: &mut *world.out,
            err: &mut *world.err,
            env: &env,
            columns: world.columns,
            err_terminal: world.err_terminal,
            bind: world.bind,
        },
    };
    door.answer(all(REQUEST).as_deref())
}

struct KioskSession<'a, 'w> {
    kiosk: &'a Kiosk,
    /// The administrator's flags.
    globals: &'a Globals,
    lang: Lang,
    world: &'a mut World<'w>,
}

impl KioskSession<'_, '_> {
    fn answer(mut self, request: Option<&str>) -> Next {
        self.judge(request)
            .unwrap_or_else(|failure| Next::Done(super::fail(&failure, self.lang, self.world)))
    }

    fn judge(&mut self, request: Option<&str>) -> Result<Next, Failure> {
        let Some(request) = request else {
            return self.explore(self.globals.clone());
        };
        let asked = request::words(request).and_then(|words| table::matched(&words));
        match asked.map_err(|refusal| Failure::Bad(refusal.message()))? {
            KioskRequest::Help => self.help(),
            KioskRequest::Line(line) => self.line(&line),
        }
    }

    fn line(&mut self, line: &[String]) -> Result<Next, Failure> {
        let line: Vec<_> = line.iter().map(OsString::from).collect();
        let parsed = super::parse(&line, self.lang, self.world).map_err(Failure::in_one_line)?;
        let Some(mut args) = parsed else {
            return Ok(Next::Done(Exit::Found));
        };
        self.lang = args.globals.lang.map_or(self.lang, Lang::from);
        args.globals.data.clone_from(&self.globals.data);
        args.globals.articles.clone_from(&self.globals.articles);
        args.globals.cache.clone_from(&self.globals.cache);
        match args.verb {
            None => self.explore(args.globals),
            Some(verb) => {
                let settings = self.settings(&args.globals)?;
                super::carry_out(&verb, settings, self.world)
            }
        }
    }

    fn explore(&self, globals: Globals) -> Result<Next, Failure> {
        let settings = self.settings(&globals)?;
        let mut explore = super::explore(&globals, settings);
        explore.kiosk = Some(*self.kiosk);
        Ok(Next::Explore(Box::new(explore)))
    }

    /// As ever, but that the folder we were started in is the account's and holds nothing of ours.
    fn settings(&self, globals: &Globals) -> Result<Settings, Failure> {
        let beside = |data: &std::path::PathBuf| [data.join("seeds"), data.join("../seeds")];
        let texts = globals.articles.iter().cloned();
        let texts = texts.chain(globals.data.iter().flat_map(beside));
        // What the administrator keeps is read; nothing is ever written.
        let cache = globals.cache.clone().map(|folder| Cache {
            access: Access::Read,
            ..Cache::in_folder(folder)
        });
        Ok(Settings {
            articles: Articles::new(texts),
            load: load::LoadOptions { cache },
            ..Settings::of(globals, self.lang, self.world)?
        })
    }

    fn help(&mut self) -> Result<Next, Failure> {
        let title = self.lang.pick("这里可以问:", "What may be asked here:");
        writeln!(self.world.out, "{title}")?;
        for row in table::TABLE.iter().filter(|row| !row.verb.is_empty()) {
            let flags = [row.values, row.switches].concat().join(" ");
            let line = format!("  {} {}  {flags}", row.verb, row.usage);
            writeln!(self.world.out, "{}", line.trim_end())?;
        }
        let common = [table::COMMON, table::COMMON_SWITCHES].concat().join(" ");
        writeln!(self.world.out, "  {common}")?;
        self.world.out.flush()?;
        Ok(Next::Done(Exit::Found))
    }
}

impl RequestRefusal {
    fn message(&self) -> Message {
        let (zh, en) = match self {
            Self::TooLong => ("过长".to_owned(), "it is too long".to_owned()),
            Self::Unprintable => (
                "含控制字符或不是 UTF-8".to_owned(),
                "it holds control characters or is not UTF-8".to_owned(),
            ),
            Self::Shell(c) => (
                format!("这里没有 shell: {c}"),
                format!("there is no shell here: {c}"),
            ),
            Self::Quotes => (
                "引号不成对".to_owned(),
                "a quotation mark is not closed".to_owned(),
            ),
            Self::Verb(verb) => (format!("没有 {verb}"), format!("there is no {verb}")),
            Self::Flag(flag) => (format!("这里没有 {flag}"), format!("{flag} is not for here")),
            Self::Path => (
                "不读取文件路径".to_owned(),
                "paths of files are not read".to_owned(),
            ),
            Self::Count(verb) => (
                format!("{verb} 的词数不对"),
                format!("too few or too many words for {verb}"),
            ),
        };
        Message::new(
            format!("不受理: {zh}; help 列出可问的"),
            format!("refused: {en}; help tells what may be asked"),
        )
    }
}
