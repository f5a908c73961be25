//! The help page: a reading of the key table.

use crate::{
    lang::Lang,
    page::{Run, block::Block},
    tui::keymap::{Binding, Scope, TABLE},
};

/// Cells for the keys of a row.
const KEYS: usize = 22;

/// Every key, by scope.
pub(crate) fn blocks(lang: Lang) -> Vec<Block> {
    [
        Scope::Browse,
        Scope::Compare,
        Scope::Page,
        Scope::Prompt,
        Scope::Global,
    ]
    .into_iter()
    .flat_map(|s| section(s, lang))
    .collect()
}

fn section(scope: Scope, lang: Lang) -> Vec<Block> {
    let rows = TABLE
        .iter()
        .filter(|row| row.scope == scope)
        .map(|row| line(row, lang));
    [Block::heading(scope.word(lang))]
        .into_iter()
        .chain(rows)
        .chain([Block::blank()])
        .collect()
}

fn line(row: &Binding, lang: Lang) -> Block {
    Block::pair(
        KEYS,
        row.keys.join(" "),
        [Run::plain(lang.pick(row.help.0, row.help.1))],
    )
}
