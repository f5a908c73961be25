//! The registers all dossiers share: themes, families and metrics.

use super::KnownIds;
use crate::load::register_index::RegisterIndex;
use crate::{
    finding::{Code, Finding},
    load::{
        raw::{RawFamily, RawMetric, RawMetrics, RawThemes},
        sanitize::{At, Fields},
    },
    model::{Family, FamilyIx, Metric, MetricIx, Slug, Theme, ThemeIx},
};

/// The themes; their ids become known.
pub(crate) fn themes(file: &str, raw: RawThemes, known: &mut KnownIds) -> (Vec<Theme>, Vec<Finding>) {
    let mut door = Fields::new(file);
    let mut themes = Vec::new();
    for (at, raw) in raw.themes.into_records() {
        let at = At { list: "themes", at };
        let ix = ThemeIx(themes.len() as u16);
        let Some(id) = claim(&mut door, at, &raw.id, &mut known.themes, ix) else {
            continue;
        };
        themes.push(Theme {
            id,
            name: door.pair(at, "zh", raw.zh, raw.en),
            definition: door.two(at, "definition", raw.definition),
        });
    }
    (themes, door.findings)
}

/// The families and metrics; their ids become known.
pub(crate) fn metrics(
    file: &str,
    raw: RawMetrics,
    known: &mut KnownIds,
) -> (Vec<Family>, Vec<Metric>, Vec<Finding>) {
    let mut door = Fields::new(file);
    let mut families = Vec::new();
    for (at, raw) in raw.families.into_records() {
        families.extend(family(&mut door, at, raw, known, families.len()));
    }
    known.families.absent = false;
    let mut metrics = Vec::new();
    for (at, raw) in raw.metrics.into_records() {
        metrics.extend(metric(&mut door, at, raw, known, metrics.len()));
    }
    (families, metrics, door.findings)
}

fn family(
    door: &mut Fields<'_>,
    at: u32,
    raw: RawFamily,
    known: &mut KnownIds,
    next: usize,
) -> Option<Family> {
    let at = At { list: "families", at };
    known.families.refuse(&raw.id);
    let theme = door.refer(at, "theme", &raw.theme, &known.themes)?;
    let id = claim(door, at, &raw.id, &mut known.families, FamilyIx(next as u16))?;
    let name = door.pair(at, "zh", raw.zh, raw.en);
    Some(Family {
        id,
        name,
        theme,
        definition: door.two(at, "definition", raw.definition),
    })
}

fn metric(
    door: &mut Fields<'_>,
    at: u32,
    raw: RawMetric,
    known: &mut KnownIds,
    next: usize,
) -> Option<Metric> {
    let at = At { list: "metrics", at };
    known.metrics.refuse(&raw.id);
    let theme = door.refer(at, "theme", &raw.theme, &known.themes)?;
    let family = match &raw.family {
        Some(family) => Some(door.refer(at, "family", family, &known.families)?),
        None => None,
    };
    let id = claim(door, at, &raw.id, &mut known.metrics, MetricIx(next as u16))?;
    Some(Metric {
        id,
        name: door.pair(at, "zh", raw.zh, raw.en),
        theme,
        family,
        unit: door.text(at, "unit", raw.unit),
        definition: door.two(at, "definition", raw.definition),
    })
}

/// Takes an id in a register, where it may stand once.
fn claim<T>(door: &mut Fields<'_>, at: At, raw: &str, known: &mut RegisterIndex<T>, ix: T) -> Option<Slug> {
    let id = door.slug(at, "id", raw)?;
    if !known.claim(id.clone(), ix) {
        door.report(Code::DuplicateId, at, "id", raw);
        return None;
    }
    Some(id)
}
