//! The help page: a reading of the key table, the screen it was opened from first.

use crate::{
    lang::Lang,
    page::{Run, block::Block},
    tui::{
        keymap::{Binding, KeyScope, KeyWords, Keymap},
        msg::Action,
        words::saving::not_here_short,
    },
};

/// Cells for the keys of a row.
const KEYS: usize = 22;
/// In fewer cells than this the keys have no column of their own: what they do follows them.
const NARROW: usize = 60;

/// What people want to do, in their words, and where and what does it.
const TASKS: &[(KeyWords, KeyScope, Action)] = &[
    (
        ("怎样把两校放在一起?", "How do I put two colleges side by side?"),
        KeyScope::Browse,
        Action::Compare,
    ),
    (
        ("怎样找一个数字或一句话?", "How do I find a figure or a phrase?"),
        KeyScope::Global,
        Action::Find,
    ),
    (
        ("怎样看它在原文哪里?", "How do I see where the article says so?"),
        KeyScope::Browse,
        Action::ShowSource,
    ),
    (
        (
            "怎样连出处抄进报告?",
            "How do I take it into a report, with its source?",
        ),
        KeyScope::Global,
        Action::Copy,
    ),
    (
        (
            "怎样把它存成 Word、Excel 或网页?",
            "How do I save it for Word, Excel or a browser?",
        ),
        KeyScope::Global,
        Action::Save,
    ),
    (
        ("怎样一眼看全各主题?", "How do I see all themes at a glance?"),
        KeyScope::Global,
        Action::Overview,
    ),
    (
        ("怎样找一个命令?", "How do I find a command?"),
        KeyScope::Global,
        Action::Palette,
    ),
    (
        ("怎样换成英文?", "How do I change the language?"),
        KeyScope::Global,
        Action::Language,
    ),
    (("怎样退出?", "How do I leave?"), KeyScope::Global, Action::Quit),
];

/// Every key: of `here` first, then everywhere, then of the other screens; between them what people ask for.
pub(super) fn blocks(here: KeyScope, keymap: Keymap, lang: Lang, kiosk: bool, width: usize) -> Vec<Block> {
    let others = KeyScope::ALL
        .into_iter()
        .filter(|scope| ![here, KeyScope::Global, KeyScope::Help].contains(scope));
    let own = format!("{}: {}", lang.pick("这里", "Here"), here.word(lang));
    let sections = [
        section(&own, keymap, here, lang, kiosk, width),
        tasks(keymap, lang),
    ]
    .into_iter();
    let global = section(
        KeyScope::Global.word(lang),
        keymap,
        KeyScope::Global,
        lang,
        kiosk,
        width,
    );
    let others = others.map(|scope| section(scope.word(lang), keymap, scope, lang, kiosk, width));
    sections.chain([global]).chain(others).flatten().collect()
}

fn section(
    title: &str,
    keymap: Keymap,
    scope: KeyScope,
    lang: Lang,
    kiosk: bool,
    width: usize,
) -> Vec<Block> {
    let rows = keymap
        .rows(std::slice::from_ref(&scope))
        .map(|row| line(row, lang, kiosk, width));
    [Block::heading(title)]
        .into_iter()
        .chain(rows)
        .chain([Block::blank()])
        .collect()
}

fn tasks(keymap: Keymap, lang: Lang) -> Vec<Block> {
    let task = |(question, scope, action): &(KeyWords, KeyScope, Action)| {
        let row = keymap
            .table()
            .find(|row| row.action == *action && row.scopes.contains(scope));
        row.map(|row| {
            let answer = [
                Run::key(row.key_words()),
                Run::plain(format!("  {}", lang.pick(row.help.0, row.help.1))),
            ];
            [
                Block::text([Run::plain(lang.pick(question.0, question.1))]),
                Block::pair(2, "", answer),
            ]
        })
    };
    [Block::heading(lang.pick("怎样…", "How do I …"))]
        .into_iter()
        .chain(TASKS.iter().filter_map(task).flatten())
        .chain([Block::blank()])
        .collect()
}

fn line(row: &Binding, lang: Lang, kiosk: bool, width: usize) -> Block {
    let mut words = vec![Run::plain(lang.pick(row.help.0, row.help.1))];
    if kiosk && row.action.needs_own_account() {
        words.push(Run::muted(format!("  ({})", not_here_short(lang))));
    }
    if width < NARROW {
        let keys = [Run::key(row.key_words()), Run::plain("  ")];
        return Block::indented(0, 2, keys.into_iter().chain(words));
    }
    Block::pair(KEYS, row.key_words(), words)
}
