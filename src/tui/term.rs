//! What the environment says of the terminal.
//!
//! Owns the reading of `TERM`, `COLORTERM`, `NO_COLOR`, the locale and the signs of a multiplexer. A pure function
//! of variables; it asks the terminal nothing and never infers a width.

use super::screen::{Abilities, Depth};
use crate::lang::foreign_charset;

/// A program between us and the terminal that keeps its own screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Multiplexer {
    /// tmux.
    Tmux,
    /// GNU screen.
    Screen,
}

/// The terminal, from its environment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// Colours and erasing.
    pub able: Abilities,
    /// A multiplexer on this machine (its socket is at hand).
    pub(crate) multiplexer: Option<Multiplexer>,
    /// A multiplexer here or on the machine we were reached from: it draws for a terminal it does not know.
    pub(crate) relayed: bool,
    /// Reads OSC 11 as a question or passes it over. The Linux console and DEC's terminals may print it.
    pub(crate) tells_colours: bool,
    /// Reached over SSH.
    pub(crate) ssh: bool,
    /// Cannot address the cursor (`TERM=dumb`, or none).
    pub(crate) dumb: bool,
    /// The character set the locale names, if it names one that is not UTF-8. `C` and `POSIX` name none: they are
    /// what a container or a bare SSH session has, and its terminal is asked instead.
    pub(crate) charset: Option<String>,
}

impl Term {
    /// Reads the variables through `var`; an empty one counts as unset.
    pub fn read(var: impl Fn(&str) -> Option<String>) -> Self {
        let var = |name: &str| var(name).filter(|value| !value.is_empty());
        let name = var("TERM").unwrap_or_default();
        let multiplexer = if var("TMUX").is_some() {
            Some(Multiplexer::Tmux)
        } else {
            var("STY").map(|_| Multiplexer::Screen)
        };
        let named = ["screen", "tmux"].iter().any(|relay| name.starts_with(relay));
        Self {
            able: Abilities {
                depth: if var("NO_COLOR").is_some() {
                    Depth::Mono
                } else {
                    depth(&name, var("COLORTERM"))
                },
                erases_in_colour: erases_in_colour(&name),
                links: links(&name, var) && multiplexer.is_none() && !named,
            },
            multiplexer,
            relayed: multiplexer.is_some() || named,
            tells_colours: !["linux", "cons", "sun", "wsvt", "vt1", "vt2", "vt3", "vt4", "vt5"]
                .iter()
                .any(|plain| name.starts_with(plain)),
            ssh: ["SSH_CONNECTION", "SSH_TTY", "SSH_CLIENT"]
                .iter()
                .any(|name| var(name).is_some()),
            dumb: matches!(name.as_str(), "" | "dumb" | "unknown"),
            charset: ["LC_ALL", "LC_CTYPE", "LANG"]
                .iter()
                .find_map(|name| var(name))
                .and_then(|locale| foreign_charset(&locale).map(str::to_owned)),
        }
    }
}

fn depth(term: &str, colorterm: Option<String>) -> Depth {
    let named = |names: &[&str]| names.iter().any(|name| term.starts_with(name));
    match colorterm.as_deref() {
        Some("truecolor" | "24bit") => Depth::True,
        _ if term.ends_with("-direct") => Depth::True,
        _ if term.contains("256color")
            || named(&["xterm-kitty", "alacritty", "foot", "wezterm", "xterm-ghostty"]) =>
        {
            Depth::Many
        }
        _ if term.ends_with("-mono")
            || term.ends_with("-m")
            || named(&["vt1", "vt2", "vt3", "vt4", "vt5"]) =>
        {
            Depth::Mono
        }
        _ => Depth::Sixteen,
    }
}

/// Terminals known to make hyperlinks of OSC 8, or to pass it over. `FORCE_HYPERLINK` says it of any, 0 denies it.
fn links(term: &str, var: impl Fn(&str) -> Option<String>) -> bool {
    if let Some(forced) = var("FORCE_HYPERLINK") {
        return forced != "0";
    }
    let since = |name: &str, first: u32| {
        var(name)
            .and_then(|version| version.parse().ok())
            .is_some_and(|n: u32| n >= first)
    };
    let program = var("TERM_PROGRAM").unwrap_or_default();
    [
        "xterm-kitty",
        "alacritty",
        "foot",
        "wezterm",
        "xterm-ghostty",
        "contour",
    ]
    .iter()
    .any(|known| term.starts_with(known))
        || ["iTerm.app", "WezTerm", "ghostty", "vscode"].contains(&&*program)
        || var("WT_SESSION").is_some()
        || since("VTE_VERSION", 5000)
        || since("KONSOLE_VERSION", 210_400)
}

/// Terminals whose terminfo entry has `bce`. GNU screen's has not.
fn erases_in_colour(term: &str) -> bool {
    let with = [
        "xterm",
        "linux",
        "tmux",
        "rxvt",
        "alacritty",
        "foot",
        "konsole",
        "vte",
        "gnome",
        "putty",
        "st-",
        "mlterm",
        "wezterm",
        "kitty",
        "iterm",
    ];
    with.iter().any(|name| term.starts_with(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn term(vars: &[(&str, &str)]) -> Term {
        Term::read(|name| {
            vars.iter()
                .find(|(known, _)| *known == name)
                .map(|(_, value)| (*value).to_owned())
        })
    }

    #[test]
    fn colours() {
        let depth = |vars: &[(&str, &str)]| term(vars).able.depth;
        assert_eq!(depth(&[("TERM", "xterm")]), Depth::Sixteen);
        assert_eq!(depth(&[("TERM", "xterm-256color")]), Depth::Many);
        assert_eq!(
            depth(&[("TERM", "xterm-256color"), ("COLORTERM", "truecolor")]),
            Depth::True
        );
        assert_eq!(
            depth(&[("TERM", "xterm-256color"), ("NO_COLOR", "1")]),
            Depth::Mono
        );
        assert_eq!(
            depth(&[("TERM", "xterm-256color"), ("NO_COLOR", "")]),
            Depth::Many
        );
        assert_eq!(depth(&[("TERM", "linux")]), Depth::Sixteen);
        assert_eq!(depth(&[("TERM", "vt100")]), Depth::Mono);
    }

    #[test]
    fn hyperlinks_only_where_they_are_known_to_do_no_harm() {
        let links = |vars: &[(&str, &str)]| term(vars).able.links;
        assert!(links(&[("TERM", "xterm-kitty")]) && links(&[("TERM", "foot")]));
        assert!(links(&[("TERM", "xterm-256color"), ("VTE_VERSION", "6800")]));
        assert!(links(&[("TERM", "xterm-256color"), ("WT_SESSION", "a")]));
        assert!(links(&[("TERM", "xterm-256color"), ("FORCE_HYPERLINK", "1")]));
        assert!(!links(&[("TERM", "xterm-256color")]) && !links(&[("TERM", "linux")]));
        assert!(!links(&[("TERM", "xterm-256color"), ("VTE_VERSION", "4600")]));
        assert!(!links(&[("TERM", "xterm-kitty"), ("FORCE_HYPERLINK", "0")]));
        assert!(!links(&[("TERM", "tmux-256color"), ("VTE_VERSION", "6800")]));
        assert!(!links(&[("TERM", "xterm-kitty"), ("TMUX", "/tmp/t,1,0")]));
    }

    #[test]
    fn multiplexers() {
        assert_eq!(
            term(&[("TERM", "xterm"), ("TMUX", "/tmp/t,1,0")]).multiplexer,
            Some(Multiplexer::Tmux)
        );
        assert_eq!(
            term(&[("TERM", "xterm"), ("STY", "1.pts")]).multiplexer,
            Some(Multiplexer::Screen)
        );
        let far = term(&[("TERM", "tmux-256color"), ("SSH_CONNECTION", "a 1 b 2")]);
        assert!(far.relayed && far.ssh && far.multiplexer.is_none());
        assert!(!term(&[("TERM", "xterm-256color")]).relayed);
    }

    #[test]
    fn colours_are_asked_only_where_the_question_is_read() {
        let tells = |name| term(&[("TERM", name)]).tells_colours;
        assert!(tells("xterm-256color") && tells("vte-256color") && tells("konsole"));
        assert!(!tells("linux") && !tells("vt100") && !tells("vt220"));
    }

    #[test]
    fn erasing() {
        assert!(term(&[("TERM", "xterm-256color")]).able.erases_in_colour);
        assert!(!term(&[("TERM", "screen-256color")]).able.erases_in_colour);
        assert!(!term(&[("TERM", "vt100")]).able.erases_in_colour);
    }

    #[test]
    fn terminals_that_cannot_be_addressed() {
        assert!(term(&[]).dumb);
        assert!(term(&[("TERM", "dumb")]).dumb);
        assert!(!term(&[("TERM", "vt100")]).dumb);
    }

    #[test]
    fn character_sets() {
        let charset = |vars: &[(&str, &str)]| term(vars).charset;
        assert_eq!(charset(&[("LANG", "zh_CN.UTF-8")]), None);
        assert_eq!(charset(&[("LANG", "zh_CN.utf8@pinyin")]), None);
        assert_eq!(charset(&[("LANG", "zh_CN.GB18030")]), Some("GB18030".into()));
        assert_eq!(
            charset(&[("LANG", "zh_CN.UTF-8"), ("LC_ALL", "en_US.ISO-8859-1")]),
            Some("ISO-8859-1".into())
        );
        assert_eq!(charset(&[("LC_ALL", "C")]), None);
        assert_eq!(charset(&[]), None);
    }
}
