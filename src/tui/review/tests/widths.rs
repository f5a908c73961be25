//! The screens of the review at widths from 30 to 200, which take turns from screen to screen, in both languages, under
//! every policy: no word or number broken inside.
//!
//! That nothing is written over its area without a mark is asserted where rows are drawn.

use std::collections::BTreeSet;

use super::*;
use crate::text::{
    mixed::POLICIES,
    pieces::{assert_whole, pieces},
};

/// Rows of the screen at a width.
const HEIGHTS: [u16; 4] = [24, 12, 36, 18];
/// Large enough for everything to stand as it is, in the forms for high screens and for low ones.
const ALL: [(u16, u16); 2] = [(400, 120), (400, 14)];
/// What is longer than a pane may be broken or cut.
const LONG: usize = 20;

/// The first screen, and what each key of the review opens there.
fn screens() -> impl Iterator<Item = Option<&'static str>> {
    [None]
        .into_iter()
        .chain(TABLE.iter().map(|row| row.keys.first().copied()))
}

/// The screen that a key opens, drawn at sizes of `(width, height)` cells.
fn drawn(
    key: Option<&str>,
    policy: Policy,
    lang: Lang,
    sizes: impl Iterator<Item = (u16, u16)>,
) -> Vec<String> {
    let mut app = app(ALL[0].0, ALL[0].1, policy, lang);
    press(&mut app, key.as_slice());
    let mut at = |(width, height)| {
        app.update(Msg::Resize(Size::new(width, height)));
        screen(&app)
    };
    sizes.map(&mut at).collect()
}

#[test]
fn no_word_is_broken_at_any_width() {
    let mut faults = Vec::new();
    for lang in [Lang::Zh, Lang::En] {
        for policy in POLICIES {
            let large: Vec<_> = screens()
                .flat_map(|key| drawn(key, policy, lang, ALL.into_iter()))
                .collect();
            let words: BTreeSet<&str> = large.iter().flat_map(|text| pieces(text)).collect();
            let known = |piece: &&str| {
                words.contains(*piece)
                    || piece.chars().all(|c| c.is_ascii_digit() || "-/".contains(c))
                    || words
                        .iter()
                        .any(|word| word.len() > LONG && word.contains(*piece))
            };
            for (at, key) in screens().enumerate() {
                let widths = (30..=200).filter(|width| (at + usize::from(*width)).is_multiple_of(7));
                let sizes = widths.map(|width| (width, HEIGHTS[usize::from(width) % HEIGHTS.len()]));
                for (text, (width, _)) in drawn(key, policy, lang, sizes.clone()).iter().zip(sizes) {
                    let broken = pieces(text).into_iter().find(|piece| !known(piece));
                    faults.extend(broken.map(|piece| {
                        let name = format!("{key:?} {lang:?} {policy:?}");
                        (name, usize::from(width), format!("broken: {piece}"))
                    }));
                }
            }
        }
    }
    assert_whole(faults.into_iter());
}
