//! Which text of a hit is shown, and what of it is marked.
//!
//! Owns the choice: a name if any word matched it, the Chinese one first, else the text that most words matched, else
//! the printed figure.

use super::target::{HitField, Target};
use std::ops::Range;

use super::{
    entry,
    hit::{Hit, joined},
    index::Index,
    layout::{StoredAnswer, TextId},
    letters::letters,
    term::Spellings,
};
use crate::model::Atlas;

/// A hit with its marks.
pub(crate) fn hit(atlas: &Atlas, index: &Index, at: usize, scans: &[Spellings<'_>], cost: u32) -> Hit {
    let target = index.entries[at].target();
    let fields = index.answers(at);
    let shown = (0..fields.len())
        .filter_map(|at| Some((worth(fields[at], scans)?, at)))
        .min();
    let at = match shown {
        Some((_, at)) => at,
        None => written(&fields),
    };
    let text = entry::texts(atlas, target).into_iter().nth(at);
    let (field, text) = text.map_or((HitField::Name, String::new()), |(field, text)| {
        (field, text.into())
    });
    let mut ranges = marks(&text, fields.get(at).map(|answer| answer.text()), scans);
    if ranges.is_empty() && field == HitField::Written {
        ranges.push(0..text.len());
    }
    Hit {
        field,
        text,
        ranges,
        score: 1000_u32.saturating_sub(cost).max(1),
        ..hit_by_address(atlas, target)
    }
}

/// A hit by its address alone.
pub(crate) fn hit_by_address(atlas: &Atlas, target: Target) -> Hit {
    let text = String::from(target.name(atlas).zh);
    Hit {
        target,
        addr: target.addr(atlas),
        kind: target.kind(atlas),
        college: target.college(),
        ranges: std::iter::once(0..text.len()).collect(),
        text,
        field: HitField::Name,
        score: 1000,
    }
}

/// How well a text shows why the entry was found, less is better; none when no word matches it.
fn worth(answer: StoredAnswer, scans: &[Spellings<'_>]) -> Option<(u8, usize, u32)> {
    let (field, text) = (answer.field(), answer.text());
    let costs: Vec<u8> = scans
        .iter()
        .filter_map(|scan| Some(scan.best_in(text)?.cost))
        .collect();
    let least = costs.iter().min()?;
    let missed = scans.len() - costs.len();
    let name = match field {
        HitField::Name => 0,
        HitField::English => 1,
        _ => 2,
    };
    Some((name, missed, u32::from(*least) + field.cost()))
}

/// The place of the printed figure, or of the name.
fn written(fields: &[StoredAnswer]) -> usize {
    let written = fields
        .iter()
        .position(|answer| answer.field() == HitField::Written);
    written.unwrap_or(0)
}

fn marks(text: &str, id: Option<TextId>, scans: &[Spellings<'_>]) -> Vec<Range<usize>> {
    let letters = letters(text);
    let taken = id
        .into_iter()
        .flat_map(|id| scans.iter().flat_map(move |scan| scan.taken_in(id)));
    joined(
        taken
            .filter_map(|at| Some(letters.get(at)?.original.clone()))
            .collect(),
    )
}
